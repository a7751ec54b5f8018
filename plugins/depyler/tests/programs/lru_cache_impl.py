"""Two LRU caches (linked nodes, OrderedDict), a TTL variant with a fake clock, and a memoize decorator."""
from collections import OrderedDict
from functools import wraps, lru_cache, partial
from typing import Any, Callable, Hashable, Iterator, Protocol

class Cache(Protocol):
    def get(self, key: Hashable, default: Any = None) -> Any: ...

    def put(self, key: Hashable, value: Any) -> None: ...

class _Link:
    __slots__ = "key", "value", "prev", "next"

class LinkedLRU:
    def __init__(self, capacity: int, /, *, on_evict: Callable[[Any, Any], None] | None = None) -> None:
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.on_evict = on_evict
        self.table: dict[Hashable, _Link] = {}
        self.root = _Link()
        self.root.prev = self.root.next = self.root
        self.hits = self.misses = 0

    def _detach(self, link: _Link) -> None:
        link.prev.next = link.next
        link.next.prev = link.prev

    def _attach_front(self, link: _Link) -> None:
        first = self.root.next
        link.prev, link.next = self.root, first
        self.root.next = first.prev = link

    def get(self, key, default=None):
        link = self.table.get(key)
        if link is None:
            self.misses += 1
            return default
        self.hits += 1
        self._detach(link)
        self._attach_front(link)
        return link.value

    def put(self, key, value) -> None:
        if key in self.table:
            link = self.table[key]
            self._detach(link)
        else:
            if len(self.table) >= self.capacity:
                victim = self.root.prev
                self._detach(victim)
                del self.table[victim.key]
                if self.on_evict is not None:
                    self.on_evict(victim.key, victim.value)
            link = _Link()
            link.key = key
            self.table[key] = link
        link.value = value
        self._attach_front(link)

    def __iter__(self) -> Iterator:
        link = self.root.next
        while link is not self.root:
            yield link.key
            link = link.next

    def __repr__(self) -> str:
        inner = ", ".join(f"{k}={self.table[k].value}" for k in self)
        return f"<{type(self).__name__} {inner or 'empty'} h{self.hits}/m{self.misses}>"

class OrderedLRU(OrderedDict):
    def __init__(self, capacity: int):
        super().__init__()
        self.capacity = capacity

    def get(self, key, default=None):
        if key not in self:
            return default
        self.move_to_end(key)
        return self[key]

    def put(self, key, value):
        self[key] = value
        self.move_to_end(key)
        if len(self) > self.capacity:
            self.popitem(last=False)

class TTLCache(LinkedLRU):
    def __init__(self, capacity: int, ttl: int, clock: Callable[[], int]) -> None:
        super().__init__(capacity)
        self.ttl, self.clock = ttl, clock

    def put(self, key, value) -> None:
        super().put(key, (self.clock() + self.ttl, value))

    def get(self, key, default=None):
        expires, value = super().get(key, (float("inf"), default))
        return value if self.clock() < expires else default

def memoize(fn=None, *, maxsize: int = 4):
    if fn is None:
        return partial(memoize, maxsize=maxsize)
    cache = LinkedLRU(maxsize)
    sentinel = object()

    @wraps(fn)
    def inner(*args, **kwargs):
        key = (args, tuple(sorted(kwargs.items())))
        if (val := cache.get(key, sentinel)) is sentinel:
            val = fn(*args, **kwargs)
            cache.put(key, val)
        return val

    inner.cache = cache
    return inner

@memoize(maxsize=50)
def fib(n: int) -> int:
    """Nth Fibonacci number."""
    return n if n < 2 else fib(n - 1) + fib(n - 2)

@memoize
def describe(a, b=2, *, sep="-"):
    print(f"   computing {a} {b} {sep}")
    return f"{a}{sep}{b}"

def exercise(cache: Cache) -> list:
    out = []
    for op in "p1 p2 p3 g1 p4 g2 g3 p1 g4 p5 g3".split():
        key = int(op[1:])
        if op.startswith("p"):
            cache.put(key, key * 10 + len(out))
        else:
            out.append(cache.get(key, "miss"))
    return out

evicted = []
a = LinkedLRU(3, on_evict=lambda k, v: evicted.append((k, v)))
b = OrderedLRU(3)
print(exercise(a), a, "evicted", evicted)
print(exercise(b), list(b.items()), exercise(LinkedLRU(1)))
now = [0]
t = TTLCache(2, 5, clock=lambda: now[0])
t.put("k", "v")
for now[0] in (0, 4, 5, 6):
    print(f"t={now[0]}:", t.get("k", "expired"), end="; ")
print(t.get("zzz"))
print(fib(45), fib.__name__, fib.__doc__, fib.cache.hits, fib.cache.misses, fib.__wrapped__ is not fib)
print(describe(1), describe(1), describe(1, 2), describe(1, sep="+"), describe(1, sep="+"))
print(LinkedLRU(2))
for bad in (0, -1):
    try:
        LinkedLRU(bad)
    except ValueError as e:
        print("ValueError:", e)
try:
    LinkedLRU(capacity=3)
except TypeError as e:
    print("TypeError raised:", "positional" in str(e))
try:
    describe([1])
except TypeError as e:
    print(e)

@lru_cache(maxsize=2)
def sq(x):
    return x * x

print([sq(i) for i in (1, 2, 1, 3, 2, 1, 1.0)], sq.cache_info())
