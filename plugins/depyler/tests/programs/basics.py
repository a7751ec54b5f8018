"""Basics: arithmetic, strings, control flow."""
import math
import sys

LIMIT = 10  # a constant


def fib(n):
    """The n-th Fibonacci number."""
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def classify(x, low=0, high=100):
    # chained comparison
    if low <= x < high:
        return "in"
    elif x < low:
        return "below"
    else:
        return "above"


print("hello", 1, 2.5, True, None)
print([fib(i) for i in range(LIMIT)])
print(fib(100), 2 ** 100, -7 // 2, -7 % 3, 7 / 2, 1e16, 1e-5, 0.1 + 0.2)
print(classify(5), classify(-1), classify(500, high=1000), classify(x=3))
total = 0
i = 0
while True:
    i += 1
    if i % 2:
        continue
    if i > 20:
        break
    total += i
else:
    print("never")
print(total)
for i in range(3):
    if i == 7:
        break
else:
    print("no break")
s = "Hello, Wörld"
print(s[1:5], s[::-1], s.upper(), len(s), s.find("W"), s.split(", "))
print(f"{s!r:>20}|{total:05d}|{math.pi:.3f}|{1234567:,}|{255:#x}|{0.5:%}")
print("%d %s %5.2f %-5s|" % (3, "x", 2.5, "ab"))
print("{} {0} {name}".format(1, name="n") if False else "{0} {1} {0}".format("a", "b"))
d = {"a": 1, "b": 2}
d["c"] = 3
for k, v in d.items():
    print(k, v, end=";")
print()
print(sorted(d, key=lambda k: -d[k]), {v: k for k, v in d.items()}, {x % 3 for x in range(10)})
a, *b, c = [1, 2, 3, 4]
print(a, b, c)
x = y = []
x.append(1)
print(x is y, y, not x, x and 5, x or 6)
del d["a"]
print(d, "b" in d, "z" not in d)
print(list(zip([1, 2], "ab")), list(enumerate("xy", 1)), list(map(str, [1, 2])), sum(range(5)), max(3, 9, 2), min([4, 1]))
print(any(n > 3 for n in [1, 5]), all([]))
try:
    print(1 / 0)
except ZeroDivisionError as e:
    print("caught", e)
finally:
    print("finally")
print(sys.maxsize, round(2.5), round(3.14159, 2), abs(-3), divmod(7, 2), pow(2, 10, 1000))
matrix = [[1, 2], [3, 4]]
matrix[0][1] += 10
print(matrix, [row[:] for row in matrix], [[r[i] for r in matrix] for i in range(2)])
if (n := len(s)) > 5:
    print("walrus", n)
print(1 < 2 < 3, 1 < 3 < 2, (1, 2) < (1, 3), [1] == [1.0])
print(int("42"), float("3.5"), str(1.0), bool(""), chr(65), ord("a"), hex(255), bin(5))
print("a" * 3, [0] * 3, (1,) + (2,), "abc"[-1], "x,y,,z".split(","))
