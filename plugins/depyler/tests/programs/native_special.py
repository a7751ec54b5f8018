"""Special methods of native classes."""
import math
from dataclasses import dataclass, field


class Vec:
    ZERO = 0.0

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __sub__(self, o):
        return Vec(self.x - o.x, self.y - o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __abs__(self):
        return math.sqrt(self.x * self.x + self.y * self.y)

    def __eq__(self, o):
        if not isinstance(o, Vec):
            return NotImplemented
        return self.x == o.x and self.y == o.y

    def __lt__(self, o):
        return abs(self) < abs(o)

    def __bool__(self):
        return self.x != 0.0 or self.y != 0.0

    def __getitem__(self, i):
        return self.x if i == 0 else self.y

    def __setitem__(self, i, v):
        if i == 0:
            self.x = v
        else:
            self.y = v

    def __call__(self, k):
        return self.x * k + self.y

    def __contains__(self, v):
        return self.x == v or self.y == v

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    @classmethod
    def unit(cls, angle):
        return cls(round(math.cos(angle), 6), round(math.sin(angle), 6))

    @staticmethod
    def dot(a, b):
        return a.x * b.x + a.y * b.y

    @property
    def length(self):
        return abs(self)


a = Vec(3.0, 4.0)
b = Vec(1.0, -2.0)
c = a + b * 2.0
c += a
c -= b
print(c, a - b, -a, 2.0 * b, abs(a), a == b, a != b, a == Vec(3.0, 4.0), a < b, b < a)
print(a[0], a[1], a(2.0), 3.0 in a, 9.0 not in a, a.length, Vec.dot(a, b), Vec.unit(0.0), Vec.ZERO, a.ZERO)
a[1] = 9.5
a[0] += 1.0
print(a, bool(Vec(0.0, 0.0)), "yes" if a else "no", not b)
print(a == None, a != None, isinstance(a, Vec), isinstance(a, (int, float)))
if Vec(0.0, 0.0):
    print("never")
while c:
    c = Vec(0.0, 0.0)
print(c)


@dataclass
class Item:
    name: str
    price: float
    qty: int = 1
    tags: list = field(default_factory=list)

    def total(self):
        return self.price * self.qty


first = Item("pen", 1.5, 4)
second = Item("pad", 3.0)
second.tags.append("paper")
print(first, second.total(), first == second, first == Item("pen", 1.5, 4), first.tags)
print(str(second), repr(first), f"{first} {second!r:>70}")


class Counter:
    def __init__(self):
        self.counts = {}

    def __setitem__(self, key, n):
        self.counts[key] = n

    def __getitem__(self, key):
        return self.counts.get(key, 0)

    def __len__(self):
        return len(self.counts)

    def __contains__(self, key):
        return key in self.counts


k = Counter()
print("empty" if not k else "full", len(k))
for word in "a b a c a b".split():
    k[word] += 1
print(k["a"], k["b"], k["zz"], len(k), "c" in k, "d" in k, "full" if k else "empty")


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __eq__(self, other):
        return isinstance(other, Money) and self.cents == other.cents

    def __lt__(self, other):
        return self.cents < other.cents

    def __le__(self, other):
        return self.cents <= other.cents

    def __str__(self):
        return f"${self.cents // 100}.{self.cents % 100:02d}"


m = Money(250)
n = Money(1999)
print(m < n, m <= n, n <= m, m == n, m == Money(250), m != n, str(m), f"{n}")
