# `locals()`, `globals()`, built-in functions that are named and never called, names that other versions have. What `__new__` makes; iterators that end inside `map`.
def f(a, b=2):
    c = a + b
    if c > 100:
        d = 1
    return "{a} {b} {c}".format(**locals())
print(f(1), "f" in globals())
import sys
X = 5
def f():
    return globals()["X"] + 1
def g(a, *r, **k):
    for i in range(3):
        q = i
    def inner():
        return q
    try:
        zz = undefined_thing
    except NameError as e:
        msg = str(e)
    return locals()
d = g(1, 2, z=3)
print(f(), "X" in globals(), "Y" in globals(), globals().get("Y", 7))
print([k for k in d], d["q"], d["msg"])
def outer():
    n = 4
    def inner(b):
        c = n + b
        return locals()
    return inner(2)
print(outer())
handlers = {eval, print}
print(len(handlers), sorted(k for k in vars() if k.startswith("h")))
import math
x = [1, 2]
try:
    from math import sumprod
except ImportError:
    def sumprod(a, b):
        return sum(x * y for x, y in zip(a, b))
print(sumprod(x, x), hasattr(math, "sumprod"))
def f(type, type_, _=1, __=2):
    return type, type_, _, __
print(f(1, 2))
print(int("0b_1010", 0), int("0x_ff", 16))


class Base:
    def __new__(cls, x=None):
        return object.__new__(cls if x is None else Derived)

    def __init__(self, x=None):
        self.x = ("base", x)


class Derived(Base):
    def __init__(self, x=None):
        self.x = ("derived", x)


print(Base().x, Base(3).x, list(map(next, [iter("ab"), iter(""), iter("c")])))
