# `locals()`, `globals()`, built-in functions that are named and never called, names that other versions have.
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
