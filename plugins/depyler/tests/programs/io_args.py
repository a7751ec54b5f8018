import sys

n = int(input("n? "))
rows = [list(map(int, input().split())) for _ in range(n)]
print(rows)
for line in sys.stdin:
    line = line.strip()
    if not line:
        continue
    print(line.upper(), len(line))
sys.stdout.write("done\n")
if len(sys.argv) > 5:
    print("args")
with open("/tmp/_depyler_io.txt", "w") as f:
    f.write("one\ntwo\n")
    print("three", file=f)
with open("/tmp/_depyler_io.txt") as f:
    for i, line in enumerate(f):
        print(i, line.rstrip())
try:
    open("/nonexistent/x")
except FileNotFoundError as e:
    print(e)
sys.exit(3)
