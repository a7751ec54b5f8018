def f():
    try:
        import json as j
    except ImportError:
        j = None
    return j.dumps([1]) if j else "none"
def g():
    try:
        import yaml_not_there as y
    except ImportError:
        y = None
    return y
import random as rnd
def h():
    pass
    pass
print(f(), g())
try:
    import collections
except Exception:
    collections = None
math = None
try:
    import math
finally:
    pass
print(math.floor(2.5), collections.Counter("a"))
