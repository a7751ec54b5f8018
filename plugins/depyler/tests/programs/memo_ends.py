"""Caches of functions that end in odd ways, and names for methods."""
from functools import cache, lru_cache

calls = []


@cache
def ends(n):
    calls.append(n)
    try:
        return n * 2
    finally:
        if n < 0:
            raise ValueError("negative")


class Closing:
    def __enter__(self):
        return self

    def __exit__(self, *problem):
        raise RuntimeError("at the end")


@lru_cache(maxsize=None)
def within(n):
    calls.append(n)
    with Closing():
        return n


for function, n in ((ends, 3), (ends, 3), (ends, -1), (ends, -1), (within, 7), (within, 7)):
    try:
        print(function(n))
    except (ValueError, RuntimeError) as error:
        print(type(error).__name__, error)


def run():
    out = []
    for n in (5, 5, -2, -2):
        try:
            out.append(ends(n))
        except ValueError:
            out.append(None)
    return out


print(run(), calls)


@cache
def only(n):
    calls.append(n)
    try:
        return n + 1
    finally:
        if n > 5:
            raise KeyError(n)


for n in (1, 1, 9, 9):
    try:
        print(only(n))
    except KeyError as error:
        print("key", error)
print(calls)


def register(what):
    print("register", what)
    return lambda cls: cls


def noisy(n):
    print("value", n)
    return n


@register("first")
class Table:
    ROWS = [noisy(1), noisy(2)]

    def total(self):
        return sum(self.ROWS)


print(Table().total())
