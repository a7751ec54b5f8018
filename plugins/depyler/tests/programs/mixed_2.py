import sys
import time
from collections import deque
from typing import NamedTuple
from enum import IntEnum, auto, Enum
import os.path
from string import ascii_uppercase as UP


class Edge(NamedTuple):
    src: str
    dst: str
    w: int = 1


class Level(IntEnum):
    LOW = auto()
    HIGH = auto()


class Graph:
    """A graph."""
    def __init__(self, directed: bool = False) -> None:
        self.adj: dict[str, list[Edge]] = {}
        self.directed = directed

    def add(self, a, b, w=1):
        self.adj.setdefault(a, []).append(Edge(a, b, w))
        if not self.directed:
            self.adj.setdefault(b, []).append(Edge(b, a, w))

    def bfs(self, start):
        seen = {start}
        queue = deque([start])
        while queue:
            node = queue.popleft()
            yield node
            for e in self.adj[node]:
                if e.dst not in seen:
                    seen.add(e.dst)
                    queue.append(e.dst)

    def dijkstra(self, start):
        import heapq
        dist = {start: 0}
        heap = [(0, start)]
        while heap:
            d, u = heapq.heappop(heap)
            if d > dist.get(u, float("inf")):
                continue
            for _, v, w in self.adj[u]:
                nd = d + w
                if nd < dist.get(v, float("inf")):
                    dist[v] = nd
                    heapq.heappush(heap, (nd, v))
        return dist


g = Graph()
for a, b, w in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5)]:
    g.add(a, b, w)
print(list(g.bfs("a")), g.dijkstra("a"), Edge("x", "y"), Level.LOW < Level.HIGH, Level.HIGH, int(Level.HIGH))


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0])

    def __matmul__(self, other):
        n, m = self.shape
        _, p = other.shape
        return Matrix([[sum(self.rows[i][k] * other.rows[k][j] for k in range(m)) for j in range(p)] for i in range(n)])

    def __getitem__(self, ij):
        i, j = ij
        return self.rows[i][j]

    def __setitem__(self, ij, v):
        i, j = ij
        self.rows[i][j] = v

    def __iadd__(self, k):
        for r in self.rows:
            for j in range(len(r)):
                r[j] += k
        return self

    def __eq__(self, o):
        return self.rows == o.rows

    def __repr__(self):
        return "\n".join(" ".join(f"{x:3d}" for x in r) for r in self.rows)


m = Matrix([[1, 2], [3, 4]])
print(m @ m)
m[0, 1] = 7
m += 1
print(m[0, 1], m == Matrix([[2, 8], [4, 5]]), m.shape)


class Meta:
    registry = {}

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Meta.registry[cls.__name__] = cls


class P1(Meta):
    pass


class P2(Meta):
    x = 5
    y = [x * 2 for _ in range(2)] if False else x


print(sorted(Meta.registry), P2.y)


class Desc:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, typ=None):
        if obj is None:
            return self
        return getattr(obj, self.name, 0)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError("negative")
        setattr(obj, self.name, value)


class Acc:
    bal = Desc()

    def __init__(self, b):
        self.bal = b


acc = Acc(5)
acc.bal += 10
print(acc.bal)
try:
    acc.bal = -1
except ValueError as e:
    print("err", e)


class Lazy:
    def __getattr__(self, n):
        if n.startswith("x"):
            return n * 2
        raise AttributeError(n)


print(Lazy().xy, hasattr(Lazy(), "q"))


class Counter:
    __slots__ = ("n",)

    def __init__(self):
        self.n = 0


c = Counter()
try:
    c.z = 1
except AttributeError as e:
    print(e)


class It:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


print(list(It(3)), sum(It(4)), [a for a in It(2)], dict(a=1, **{"b": 2}), {**{"x": 1}, "y": 2}, [*range(3), *"ab"])
text = """the quick brown fox
jumps over the lazy dog the end"""
freq = {}
for word in text.split():
    freq[word] = freq.get(word, 0) + 1
for w, n in sorted(freq.items(), key=lambda t: (-t[1], t[0]))[:3]:
    print(f"{w:<6}{n:>3}")
print("%-10s|%8.3f|%+d|%o|%e|%s" % ("left", 3.14159, 5, 8, 12345.678, [1]))
print(os.path.join("a", "b.txt"), os.path.splitext("x/y.tar.gz"), UP[:3])
print(type(g).__name__, type(3.5), type(None), type([]), type(g), callable(print), Graph.__doc__, Graph.__name__)
x = 10
def shadow():
    x = 5
    def inner():
        return x
    return inner() + globals_test
globals_test = 1
print(shadow(), x)
a = b = c2 = 0
a += 1
print(a, b, c2)
s = {1, 2}
s |= {3}
s.discard(1)
s.update([9, 8])
print(sorted(s), s.isdisjoint({4}), (1 if s else 2))
lst = [1, 2, 3]
lst[::2] = [10, 30]
lst.insert(1, 5)
lst.extend(x for x in [7])
lst.remove(5)
print(lst, lst.copy() == lst, lst * 2, 2 in lst, [1, [2, [3]]])
nested = {"a": {"b": [1, 2, {"c": 3}]}}
nested["a"]["b"][2]["c"] += 4
print(nested, nested["a"].get("z", "none"))
print(max("apple", "fig", key=len), min([3, 1], default=0), sum([[1], [2]], []), sorted("hello", reverse=True), "".join(reversed("abc")))
print(1_000_000, 0xFF, 1e3, 5 % -3, -5 // 3, 2 ** 0.5, 10 / 4, 3 * "ab", not 0, 7 & 3, "a" "b")
print(str(1.23e-10), 1e22, 123456789012345678, 0.1 + 0.7, 1 / 3, 100000000000000000.0, 2.0 ** 70, float("nan"))
for i in range(10, 0, -3):
    print(i, end=",")
print()
i = 0
while i < 5:
    i += 1
    if i == 3: continue
    if i == 5: break
else:
    print("no")
print(i, "end", sep="-", end="!\n")
def f(*, a, b=2): return a - b
print(f(a=1), f(b=1, a=5), (lambda *a, **k: (a, k))(1, z=2))
def g2():
    yield
print(list(g2()), next((x for x in [1, 2, 3] if x > 1), None))
assert isinstance(3, (int, str)), "x"
print([i for i in range(20) if i % 2 if i % 3], {i: {j for j in range(i)} for i in range(3)})
print("abc" < "abd", [1, 2] < [1, 3], (1,) < (1, 0), None is None, 1 == 1.0, "1" == 1, True + True)
