import math
import sys

__all__ = ("area", "math", "reduce")

LIMIT = 3
secret = 1
if sys.version_info < (3,):
    from itertools import imap as map
else:
    from functools import reduce

try:
    from collections.abc import Mapping
except ImportError:
    from collections import Mapping


def area(r):
    return isinstance(r, Mapping) or int(math.pi * r * r)


def hidden():
    return sys.version_info >= (3, 8)
