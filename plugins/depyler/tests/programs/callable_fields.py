# Functions in fields, generic classes, lists of optional ints as indices.
from typing import Callable, Generic, TypeVar

T = TypeVar("T")


class Sorter:
    def __init__(self, key, limit=3):
        self.key = key
        self.limit = limit
        self.calls = 0

    def best(self, items):
        out = []
        for x in items:
            self.calls += 1
            at = len(out)
            while at > 0 and self.key(out[at - 1]) < self.key(x):
                at -= 1
            out.insert(at, x)
        return out[: self.limit]

    def apply(self, *args):
        return self.key(*args)


class Stack(Generic[T]):
    def __init__(self, check: Callable[[int], bool]) -> None:
        self.items: list[int] = []
        self.check = check

    def push(self, x: int) -> bool:
        if not self.check(x):
            return False
        self.items.append(x)
        return True

    def __len__(self):
        return len(self.items)


class Late:
    def __init__(self):
        self.hook = None

    def run(self, x):
        if self.hook is not None:
            return self.hook(x)
        return x


def chain(n):
    nxt = [None] * n
    for i in range(n - 1):
        nxt[i] = i + 1
    total, at = 0, 0
    weights = [k * k for k in range(n)]
    while at is not None:
        total += weights[at]
        at = nxt[at]
    try:
        weights[nxt[n - 1]] = 0
    except TypeError as e:
        print(e)
    try:
        print(weights[nxt[n - 1]])
    except TypeError as e:
        print(e)
    weights[nxt[0]] = 50
    return total, weights[1]


s = Sorter(lambda x: x % 10)
print(s.best([15, 9, 38, 21]), s.calls, s.apply(47))
st = Stack(lambda x: x > 2)
print([st.push(i) for i in range(5)], len(st), st.items)
late = Late()
print(late.run(3))
late.hook = str
print(late.run(3) + "!")
try:
    Sorter(5).apply(1)
except TypeError as e:
    print(e)
print(chain(5))
