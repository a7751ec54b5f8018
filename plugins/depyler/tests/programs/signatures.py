# `inspect.signature`, annotations of functions, `get_type_hints`.
import functools
import inspect
from dataclasses import dataclass
from typing import Callable, Optional, get_type_hints


class Point:
    def __init__(self, x: int, y: int = 0):
        self.x = x
        self.y = y

    def moved(self, dx: int, *, dy: "int" = 1) -> "Point":
        return Point(self.x + dx, self.y + dy)

    @staticmethod
    def zero() -> None:
        pass

    @classmethod
    def make(cls, *args: int, **kw: Optional[int]):
        return cls(*args, **kw)

    def __call__(self, scale: float):
        return self.x * scale


def plain(a, b=2, *args, c, d=4, **kw):
    return a


def noted(a: int, /, b: "str" = "x", *, key: Callable[[int], str] = str, p: Point | None = None) -> dict[str, list[int]]:
    return {}


def nothing():
    pass


@functools.wraps(noted)
def wrapper(*args, **kwargs):
    return noted(*args, **kwargs)


for f in (plain, noted, nothing, Point, Point.moved, Point(1).moved, Point.zero, Point.make, Point(3), wrapper, lambda q, *r: q):
    sig = inspect.signature(f)
    print(sig, len(sig.parameters), list(sig.parameters))
for p in inspect.signature(plain).parameters.values():
    print(p.name, p.kind, p.default is inspect.Parameter.empty, p.annotation is p.empty, p, repr(p), p.kind.description)
print(noted.__annotations__, plain.__annotations__, get_type_hints(nothing))
print(get_type_hints(Point.__init__), inspect.signature(noted).return_annotation)
bound = inspect.signature(plain).bind(1, 2, 3, 4, c=5, z=6)
print(bound, bound.args, bound.kwargs, bound.arguments)
part = inspect.signature(plain).bind(1, c=2)
part.apply_defaults()
print(part, plain(*part.args, **part.kwargs))
for args, kw in [((), {}), ((1,), {"zz": 1}), ((1, 2), {})]:
    try:
        inspect.signature(noted).bind(*args, **kw)
        inspect.signature(nothing).bind(*args, **kw)
    except TypeError as e:
        print(e)


def checked(f):
    sig = inspect.signature(f)

    @functools.wraps(f)
    def inner(*args, **kwargs):
        got = sig.bind(*args, **kwargs)
        for name, value in got.arguments.items():
            want = sig.parameters[name].annotation
            if want is not inspect.Parameter.empty and not isinstance(value, want):
                raise TypeError(f"{name} must be {want.__name__}, got {type(value).__name__}")
        return f(*args, **kwargs)

    return inner


@checked
def area(w: int, h: int) -> int:
    return w * h


print(area(3, h=4), area.__name__)
try:
    area(3, "x")
except TypeError as e:
    print(e)


@functools.lru_cache(maxsize=8, typed=True)
def cached(n):
    return n


print(cached.cache_parameters())
