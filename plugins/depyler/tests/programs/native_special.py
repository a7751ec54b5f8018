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


class Cell:
    def __init__(self, pos):
        self.pos = pos
        if pos > 1:
            self.extra = "x" * pos

    def link(self, other):
        self.other = other
        self.count = 0

    def bump(self):
        self.count += 1
        return self.count

    def walk(self):
        yield self.pos
        if self.pos > 0:
            yield from self.other.walk()

    def __iter__(self):
        for i in range(self.pos):
            yield i * i


cells = [Cell(i) for i in range(3)]
for i in range(1, 3):
    cells[i].link(cells[i - 1])
print(cells[2].extra, cells[1].bump(), cells[1].bump(), list(cells[2].walk()), list(cells[2]), [x for x in cells[1]])
for broken in (lambda: cells[0].bump(), lambda: cells[1].extra, lambda: list(Cell(2).walk())):
    try:
        broken()
    except AttributeError as e:
        print(e)


class Tree:
    def __init__(self, value):
        self.value = value
        self.left = None
        self.right = None

    def insert(self, v):
        if v < self.value:
            if self.left is None:
                self.left = Tree(v)
            else:
                self.left.insert(v)
        elif self.right is None:
            self.right = Tree(v)
        else:
            self.right.insert(v)

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


root = Tree(5)
for v in [3, 8, 1, 4, 9]:
    root.insert(v)
print(list(root), sum(x for x in root), max(root), [x * 2 for x in root if x > 3], sorted(root, reverse=True))
for a, b in zip(root, range(3)):
    print(a, b)


def chunks(items, n):
    for i in range(0, len(items), n):
        yield items[i:i + n]


TABLE = [1, 2, 3, 4, 5]


def scaled(k, table=TABLE):
    return [k * x for x in table]


print([sum(c) for c in chunks(TABLE, 2)], scaled(2), scaled(3, [1]), TABLE)
gen = chunks([1, 2, 3], 2)
print(next(gen), next(gen), next(gen, None))
