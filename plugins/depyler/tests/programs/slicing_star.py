"""Slices, unpacking, aliasing, copying, and container corner cases."""
import copy
from collections import Counter, OrderedDict, UserDict, UserList, defaultdict, deque, namedtuple

# --- slices on lists
a = list(range(10))
print(a[2:8:3], a[::-3], a[-2:1:-2], a[5:], a[:-7], a[20:], a[7:3], a[-1:-4:-1], a[:], a[slice(None, None, 4)], a[1:][0], range(10)[::-2], range(10)[3:7][1])
a[2:5] = "xy"
print(a)
a[::2] = [None] * len(a[::2])
print(a)
a[1:1] = [100, 200]
a[len(a):] = ("end",)
del a[::3]
print(a, len(a))
a[-1:] = []
a[:0] = range(2)
print(a)
for bad in (lambda: a.__setitem__(slice(None, None, 2), [1]), lambda: a[99], lambda: a.pop(50), lambda: a.remove("zz"), lambda: a["x"], lambda: a[1.0], lambda: a.insert("1", 2), lambda: a[::0], lambda: (1, 2)[5], lambda: range(3)[3], lambda: a + (1,)):
    try:
        bad()
    except (ValueError, IndexError, TypeError) as e:
        print(f"{type(e).__name__}: {e}")

# --- star unpacking
first, *rest = "hello"
*init, last = range(4)
x, (y, *z), w = 1, [2, 3, 4], 5
[p, q], *_ = {"ab": 1, "cd": 2}
print(first, rest, init, last, x, y, z, w, p, q, _)
head, *mid, tail = [1, 2]
print(head, mid, tail, [*range(3), *"ab", *{1: 2}], (*[1], *()), {**{"a": 1, "b": 2}, "b": 3, **{"c": 4}}, {*[3, 1], *[3]} == {1, 3})
i = 0
lst = [0, 0, 0]
i, lst[i], (lst[2], i) = 2, "set", ("last", 1)
print(i, lst)
u = v = []
u.append(1)
c, d = d_, c_ = "st"
c, d = d, c
print(v, u is v, c, d, d_, c_)
for n, (k, *vals) in enumerate([("a", 1, 2), ("b",), "cde"], start=10):
    print(n, k, vals, end="; ")
print()

# --- aliasing and copies
grid = [[1, 2], [3, 4]]
alias, shallow, deep = grid, grid[:], copy.deepcopy(grid)
grid[0].append(99)
grid.append([5])
print(alias, shallow, deep, alias is grid, shallow[0] is grid[0], deep[0] is grid[0])
loop = [1]
loop.append(loop)
dup = copy.deepcopy(loop)
print(loop, dup[1] is dup, loop[1][1][0], len(dup))
def mutate(seq, n=None):
    seq += [n]
    seq = seq + ["local"]
    return seq
base = [0]
print(mutate(base, 7), base)
tup = (1, [2])
tup[1].extend("ab")
print(tup, tup + (3,), tup * 2, (1, 2) < (1, 2, 0), (1, "a") < (2, 0), [] < [0], hash((1, 2)) == hash((1, 2)), () == tuple(), (1,) + (), tup.index(1), tup.count(9))
nested = [[]] * 3
nested[0].append("x")
nested[1] = ["own"]
print(nested, [[0] * 2 for _ in range(2)], list("ab") * 2, [1, 2] == [1.0, True + 1], sum([[1], [2]], []))

# --- lists, sets, dicts
l = [3, 1, 2, 3]
print(l.index(3, 1), l.count(3), l.pop(), l.pop(0), l, sorted(l, reverse=True), l.sort(), l, list(reversed(l)), l.copy() is l, l.clear(), l)
s, t = {1, 2, 3}, frozenset([3, 4])
print(s | t, s & t, s - t, s ^ t, type(s | t).__name__, type(t | s).__name__, s <= {1, 2, 3, 4}, s.isdisjoint([9]), {1} < {1}, s.union([7], (8,)) == {1, 2, 3, 7, 8}, t in {t}, {frozenset()} == {frozenset({})}, len({1, 1.0, True}))
s.add(2); s.discard(99); s.update([10], "z"); s -= {"z"}; s ^= {1, 50}
print(sorted(s), s >= {2, 3}, s == {2, 3, 10, 50}, sorted(s.symmetric_difference([2])), {n % 3 for n in range(10)} == {0, 1, 2})
m = {"b": 1, "a": 2}
m["c"] = 3
m["b"] = 9
m |= {"a": 0, "z": 26}
print(m, m | {"b": -1}, list(m), m.pop("c"), m.pop("nope", "dflt"), m.setdefault("n", []), m.setdefault("b", 5), m.popitem(), m, "b" in m, m.get("q"), dict(zip("xy", [1, 2])), dict.fromkeys("ab", 0), dict([("k", 1)], j=2))
print(m == {"z": 26, "a": 0, "b": 9}, list(m.items())[-1], m.keys() & {"a", "q"}, m.keys() - {"a"} == {"b", "z"}, [*reversed(m)], {v: k for k, v in m.items()}, max(m, key=m.get), sorted(m, key=m.get, reverse=True), {1: "a", True: "b", 1.0: "c"}, len(m.values()))
del m["z"]
m["z"] = "again"
keys = m.keys()
m["new"] = 1
print(list(keys), {**m} is m, {"a": {"b": [1, {"c": 2}]}}["a"]["b"][1]["c"], {(1, 2): "t", None: "n", 1.5: "f", frozenset(): "e"}[None])
for bad in (lambda: {}["k"], lambda: {[]: 1}, lambda: {{}}, lambda: set().pop(), lambda: {1}.remove(5), lambda: frozenset().add(1), lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: {} < {}, lambda: {1} + {2}, lambda: {} + {}, lambda: m.fromkeys(5), lambda: hash([]), lambda: {1: 2}.keys()[0]):
    try:
        print("ok", bad())
    except (KeyError, TypeError, AttributeError, ValueError) as e:
        print(f"{type(e).__name__}: {e}")

# --- collections
dq = deque([1, 2, 3], maxlen=3)
dq.append(4); dq.appendleft(0); dq.rotate(1)
print(dq, dq.popleft(), dq[0], dq.maxlen, list(dq), deque("abc") == deque("abc"), dq.extend([7, 8]), dq, deque([1, 2, 3, 4]).index(3))
c = Counter("abracadabra")
c.subtract("aab"); c["new"] += 0
print(c, c["missing"], +c, c.most_common()[-1], Counter(a=3, b=1) - Counter(a=1, b=5), Counter(a=1) & Counter(a=4), sorted(Counter(a=2, b=1).elements()), Counter(x=1) == Counter(x=1, y=0))
dd = defaultdict(lambda: [0]); dd["x"][0] += 5; dd["y"]
print(dict(dd), "q" in dd, dd.get("q"), len(dd), defaultdict(int, a=1))
od = OrderedDict(a=1, b=2, c=3); od.move_to_end("a"); od["b"] = 20
print(od, od.popitem(last=False), od == {"c": 3, "a": 1}, od == OrderedDict(a=1, c=3), list(od))
P = namedtuple("P", "x y z", defaults=(0, 0)); p1 = P(1, z=5)
print(p1, p1._replace(y=2), p1 == (1, 0, 5), P._fields, P._make("abc"), p1._asdict(), p1[-1], *p1, P(1) < P(1, 1), sum(p1), len(p1), isinstance(p1, tuple))
class Upper(UserDict):
    def __setitem__(self, k, v):
        super().__setitem__(k.upper(), v)
class Stack(UserList):
    def peek(self): return self.data[-1]
class Strict(dict):
    def __missing__(self, k): return f"<{k}>"
up = Upper(a=1); up.update(b=2)
st = Stack([1, 2]); st.append(3)
print(up, "A" in up, "a" in up, st, st.peek(), st[:2], type(st[1:]).__name__, Strict(a=1)["zz"], Strict().get("zz"), "%(q)s" % Strict())
