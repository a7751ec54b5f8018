# Data classes with options: order, frozen, fields that are not compared or not shown.
from dataclasses import dataclass, field, FrozenInstanceError


@dataclass(order=True)
class Version:
    major: int
    minor: int = 0
    tag: str = field(default="", compare=False)
    notes: list = field(default_factory=list, compare=False, repr=False)

    def note(self, text):
        self.notes.append(text)
        return self


@dataclass(frozen=True)
class Point:
    x: float
    y: float

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)


@dataclass(frozen=True)
class Fixed:
    n: int

    def change(self):
        try:
            self.n = 5
        except FrozenInstanceError as e:
            return str(e)
        return "changed"


@dataclass(order=True, frozen=True)
class Single:
    n: int


@dataclass(eq=True, order=False)
class Plain:
    a: int
    b: str = "x"


a, b, c = Version(1, 2, "a"), Version(1, 10), Version(1, 2, "b").note("n")
print(a < b, a <= c, a > b, a >= c, a == c, a != b, a, c, c.notes, a.notes)
best = a
for v in (b, c, Version(0, 99)):
    if v > best:
        best = v
print(best)
try:
    print(a < 3)
except TypeError as e:
    print(e)
p = Point(1.0, 2.0).moved(0.5, -1.0)
print(p, p == Point(1.5, 1.0), p.x)
print(Fixed(1).change())
print(Single(1) < Single(2), Single(3) <= Single(2), Single(2))
print(Plain(1), Plain(1) == Plain(1, "x"))
try:
    Plain(1) < Plain(2)
except TypeError as e:
    print(e)
