import time, random, math
from functools import total_ordering, reduce
from dataclasses import dataclass, field, asdict, replace
from typing import Dict, List, Callable, Any, TypeVar, Generic, ClassVar
import itertools

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self._items: List[T] = []

    def push(self, item: T) -> None:
        self._items.append(item)

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)

    def __bool__(self):
        return bool(self._items)


s: Stack[int] = Stack()
s.push(1)
s.push(2)
print(len(s), s.pop(), bool(s))
while s:
    print("popping", s.pop())
try:
    s.pop()
except IndexError as e:
    print(e)


@total_ordering
class Version:
    def __init__(self, text):
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, o):
        return self.parts == o.parts

    def __lt__(self, o):
        return self.parts < o.parts

    def __repr__(self):
        return "v" + ".".join(map(str, self.parts))


vs = [Version("1.10"), Version("1.2"), Version("1.2.1")]
print(sorted(vs), max(vs), Version("1.0") >= Version("0.9"))


@dataclass(frozen=True)
class P:
    x: float
    y: float = 0.0
    kind: ClassVar[str] = "point"

    def __add__(self, o):
        return P(self.x + o.x, self.y + o.y)


@dataclass
class Team:
    name: str
    members: Dict[str, int] = field(default_factory=dict)
    best: P = field(default=P(0.0), repr=False)

    def __post_init__(self):
        self.size = len(self.members)


p = P(1.0, 2.5)
print(p, p + P(1), hash(p) == hash(P(1.0, 2.5)), P.kind, replace(p, y=9), {p: 1}[P(1.0, 2.5)])
try:
    p.x = 3
except Exception as e:
    print(type(e).__name__, e)
t = Team("red", {"a": 1})
print(t, t.size, asdict(t), t == Team("red", {"a": 1}))
random.seed("text")
print(random.random(), [random.randint(0, 9) for _ in range(5)], random.choices([1, 2, 3], k=3))
rng = random.Random(7)
print(rng.random(), rng.randrange(10), rng.choice("xyz"))
print(math.hypot(3, 4), math.log(8, 2), math.log2(8), math.sin(1), math.degrees(math.pi), math.comb(5, 2), math.prod([1, 2, 3]), math.trunc(-2.5), math.fsum([0.1] * 10), math.dist((0, 0), (3, 4)), math.isclose(0.1 + 0.2, 0.3), math.pow(2, 3), math.copysign(1, -0.0), math.atan2(1, 1))
ops: Dict[str, Callable[[int, int], int]] = {"+": lambda a, b: a + b, "*": lambda a, b: a * b}
print({k: f(3, 4) for k, f in ops.items()})
grid = [[0] * 3 for _ in range(3)]
grid[1][1] = 5
for row in grid:
    print(" ".join(str(c) for c in row))
print(list(map(lambda x, y: x + y, [1, 2], [3, 4])), list(filter(lambda x: x > 1, [1, 2])), [x for x in map(int, "1 2".split())])
start = time.time()
elapsed = time.time() - start
print(elapsed >= 0, f"{3:>3}|{'x':^5}|{2.0:.1f}|{1e10:g}|{123.456:10.2f}|{-5:05d}|{0xff:b}|{255:X}|{1234.5:,.2f}|{True}|{None}|{[1]}")
w = 10
print(f"{'hi':*^{w}}|{3.14159:.{2}f}|{w=}|{'a' if w else 'b'}|{{}}|{w!r:>4}")
print("{:,}".format(1234567), "{:.2%}".format(0.256), "{0[1]} {1.x}".format([1, 2], p), "{:>{w}}".format("z", w=4))
word = "mississippi"
print({c: word.count(c) for c in sorted(set(word))}, word.rfind("s"), word.index("ss"), word.replace("ss", "SS"), word[-4:], word[::2], word.strip("mi"))
print("a,b;c".replace(";", ",").split(","), "  pad ".lstrip() + "|", "x".join(["1", "2"]), "abc".isalpha(), "ABC".islower(), "Title Case".istitle(), "tab\tx".split("\t"), "k=v=w".split("=", 1), "a b c".rsplit(" ", 1))
print(ord("€"), chr(8364), "naïve".encode("utf-8"), len("日本語"), "日本語"[1], "ß".upper(), "ÀÉ".lower())
print(bin(10), oct(8), hex(255), int("0b101", 2), int("-12"), float("1e3"), round(-2.5), round(1234.567, -2), abs(-2.5), 7 // -2, 7 % -2, divmod(-7, 2), 3 ** -2, (-2) ** 3)
print(isinstance(True, int), type(True) is bool, bool([]), bool("0"), int(True), str(None), repr("a\nb"), list("abc"), tuple([1]), set(), frozenset({1}), dict([("a", 1)]))
x = [3, 1, 2]
y = sorted(x)
x.sort(key=lambda v: -v)
print(x, y, x[::-1], x.index(1), 2 in x, x == [3, 2, 1], [*x, 4], len(x), x.count(3))
print(list(itertools.takewhile(lambda v: v < 3, [1, 2, 3, 1])), list(itertools.starmap(pow, [(2, 3)])), list(itertools.repeat(1, 2)), next(itertools.cycle("ab")))
m = [[1, 2, 3], [4, 5, 6]]
print(list(zip(*m)), [list(r) for r in zip(*m)], sum(map(sum, m)), max(m, key=sum), [c for r in m for c in r if c % 2])
print(reduce(lambda a, b: a | b, [{1}, {2}]), any(x > 2 for x in x), all(isinstance(v, int) for v in x))
def outer(a, b=[]):
    b.append(a)
    def inner(c=len(b)):
        return a, b, c
    return inner
print(outer(1)(), outer(2)(9))
first, (second, *third), fourth = 1, (2, 3, 4), 5
print(first, second, third, fourth)
(a, b), c = (1, 2), 3
a, b = b, a
print(a, b, c)
z = {"a": 1}
z.update(b=2)
z.pop("a")
k, = z
print(z, k, z.setdefault("q", []), list(z.items()), z.keys() & {"b"}, "q" in z.keys())
print(*sorted({"b": 1, "a": 2}.items()), sep="\n")
del z["b"], z["q"]
print(z, id(z) == id(z), z is not None)
print(0.1 + 0.2 == 0.3, 1e-7, 1.0, 1e100, 5e-324, 1.7976931348623157e308, -1.5, 1234567.0, 0.00001234)
n = 12345678901234567890
print(n * n, n // 7, n % 1000, -n // 7, n >> 3, n & 0xFF, hash(n) == hash(n), str(n)[:5], n > 1e19, float(n), n == n + 0.0)
print(pow(3, 200, 1000007), 2 ** 200 % 97, math.factorial(30) // math.factorial(28), int(1e20), round(1e20), (2**64).bit_length())
