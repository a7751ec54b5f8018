d = {}
for w in "a b a c b a".split():
    d[w] = d.get(w, 0) + 1
print(d, sorted(d.items(), key=lambda kv: -kv[1]), max(d, key=d.get))
for k in d:
    print(k, d[k])
for k, v in d.items():
    print(k, v)
print(list(d), list(d.values()), list(d.keys()), "a" in d, "z" in d, len(d))
try:
    d["zz"]
except KeyError as e:
    print("KeyError", e)
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e)
memo = {}
def fib(n):
    if n in memo:
        return memo[n]
    if n < 2:
        return n
    memo[n] = fib(n - 1) + fib(n - 2)
    return memo[n]
print(fib(90), fib(120), len(memo))
pts = {(0, 0): 1}
pts[(1, 2)] = 5
print(pts, (1, 2) in pts, pts.get((9, 9)), pts.get((9, 9), -1))
groups = {}
for n in range(10):
    groups.setdefault(n % 3, []).append(n)
print(groups)
print(d.pop("a"), d.pop("nope", None), d)
del d["b"]
print(d)
inv = {v: k for k, v in {"x": 1, "y": 2}.items()}
print(inv, {n: n * n for n in range(4)})
mixed = {"name": "Bob", "age": 3}
mixed["tags"] = [1]
print(mixed)
e = dict()
e[1] = 1.5
e[2] = 2
print(e)
f = {1: "a"}
f[1.0] = "b"
f[True] = "c"
print(f)
none = {}
print(none.get("x"), len(none), none == {})
x = none.get("q")
if x is None:
    x = 5
print(x)
graph = {"A": ["B", "C"], "B": ["D"], "C": ["D"], "D": []}
def bfs(start):
    seen = [start]
    queue = [start]
    while queue:
        u = queue.pop(0)
        for v in graph[u]:
            if v not in seen:
                seen.append(v)
                queue.append(v)
    return seen
print(bfs("A"))
counts = [0] * 5
for n in [1, 3, 3, 4]:
    counts[n] += 1
print(counts)
g2 = {}
g2["k"] = None
g2["j"] = 4
print(g2, g2.get("k"), g2.get("j"))
copy = d.copy()
copy["new"] = 1
print(d, copy)
copy.clear()
print(copy, not copy)
nested = {"a": {"b": 1}}
nested["a"]["c"] = 2
print(nested["a"]["c"], nested)
nested.setdefault("z", {})["q"] = 3
print(nested)
