from dataclasses import dataclass, field
from abc import ABC, abstractmethod
from enum import Enum


class Animal:
    count = 0

    def __init__(self, name, sound="..."):
        self.name = name
        self.sound = sound
        Animal.count += 1

    def speak(self):
        return f"{self.name} says {self.sound}"

    def __repr__(self):
        return f"{type(self).__name__}({self.name!r})"

    @property
    def loud(self):
        return self.sound.upper()

    @loud.setter
    def loud(self, value):
        self.sound = value.lower()

    @staticmethod
    def helper(x):
        return x * 2

    @classmethod
    def make(cls, name):
        return cls(name)


class Dog(Animal):
    def __init__(self, name):
        super().__init__(name, "woof")

    def speak(self):
        return super().speak() + "!"


class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __eq__(self, o):
        return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __lt__(self, o):
        return self.x < o.x

    def __str__(self):
        return f"<{self.x}, {self.y}>"

    def __len__(self):
        return 2

    def __getitem__(self, i):
        return (self.x, self.y)[i]

    def __iter__(self):
        yield self.x
        yield self.y

    def __contains__(self, v):
        return v in (self.x, self.y)

    def __call__(self, z):
        return self.x + self.y + z

    def __bool__(self):
        return bool(self.x or self.y)

    def __neg__(self):
        return Vec(-self.x, -self.y)


@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)

    def norm(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


class Color(Enum):
    RED = 1
    GREEN = 2

    def nice(self):
        return self.name.title()


class Shape(ABC):
    @abstractmethod
    def area(self): ...


class Square(Shape):
    def __init__(self, s):
        self.s = s

    def area(self):
        return self.s ** 2


class A:
    def who(self):
        return "A"


class B(A):
    def who(self):
        return "B" + super().who()


class C(A):
    def who(self):
        return "C" + super().who()


class D(B, C):
    def who(self):
        return "D" + super().who()


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


class MyError(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code


class Temp:
    def __enter__(self):
        print("enter")
        return self

    def __exit__(self, t, v, tb):
        print("exit", t.__name__ if t else None)
        return t is KeyError


a = Animal("cat", "meow")
d = Dog.make("rex")
print(a.speak(), d.speak(), a, d, Animal.count, d.loud, Animal.helper(4))
a.loud = "HISS"
print(a.sound, isinstance(d, Animal), issubclass(Dog, Animal), hasattr(a, "zz"), getattr(a, "zz", 9))
v = Vec(1, 2) + Vec(3, 4)
print(v, 2 * v, v == Vec(4, 6), v != Vec(0, 0), len(v), v[0], list(v), 6 in v, v(1), bool(Vec(0, 0)), -v)
print(sorted([Vec(3, 1), Vec(1, 1)])[0], {Vec(1, 1): "k"}[Vec(1, 1)])
p = Point(3, 4)
print(p, p.norm(), p == Point(3, 4), p < Point(4), sorted([Point(2), Point(1)]))
print(Color.RED, Color.GREEN.value, Color(1), Color["RED"], list(Color), Color.RED.nice(), Color.RED is Color.RED, repr(Color.RED))
try:
    Shape()
except TypeError as e:
    print(e)
print(Square(3).area(), D().who(), [k.__name__ for k in D.__mro__])
s = Stack([1])
s.push(2)
print(s, len(s), s.peek(), isinstance(s, list))
try:
    raise MyError(7, "bad")
except ValueError as e:
    print(type(e).__name__, e, e.code, e.args)
with Temp() as t:
    print("in")
with Temp():
    raise KeyError("x")
print("after")
try:
    with Temp():
        raise ValueError("y")
except ValueError:
    print("passed")
x, y = v
print(x, y)
print(a.__dict__, vars(p)["x"])
try:
    a.nothing
except AttributeError as e:
    print(e)
