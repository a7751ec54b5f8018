"""Lengths of vectors to the last place."""

import hashlib
import math
import random

r = random.Random(4)
text = []
for n in (1, 2, 2, 2, 3, 5, 9):
    for _ in range(400):
        scale = 10.0 ** r.choice([-308, -300, -20, 0, 0, 0, 3, 100, 300])
        a = [r.uniform(-9, 9) * scale for _ in range(n)]
        b = [r.uniform(-9, 9) * scale for _ in range(n)]
        text.append(repr((math.hypot(*a), math.dist(a, b))))
print(hashlib.sha256("\n".join(text).encode()).hexdigest())
print(text[::150])
print(math.hypot(), math.hypot(-3), math.hypot(3, 4), math.hypot(-0.0), math.hypot(1e308, 1e308), math.hypot(1.7e308, 1))
print(math.hypot(5e-324, 5e-324), math.hypot(1e-310, 3e-310, 2e-312), math.hypot(2 ** 1000, 3))
print(math.hypot(math.inf, math.nan), math.hypot(math.nan, 1), math.dist((1, 2), (4, 6)), math.dist([], []))
print(math.dist((2 ** 60 + 1,), (2 ** 60,)), math.dist((True, 2.5), iter([1, 0])))
for bad in (("a",), (1, None)):
    try:
        print(math.hypot(*bad))
    except TypeError as e:
        print(e)
try:
    math.dist((1,), (1, 2))
except ValueError as e:
    print(e)
