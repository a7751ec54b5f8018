"""Data structures: linked list, BST, AVL, trie, heap, union find, segment tree, ring buffer, bloom filter, skip list."""
from __future__ import annotations
import hashlib
import random
from collections.abc import Iterable, Iterator, MutableMapping, Sequence, MutableSequence, Mapping, Set
from typing import Generic, Optional, TypeVar
import bisect
import heapq

T = TypeVar("T")


class Node(Generic[T]):
    __slots__ = ("value", "next")

    def __init__(self, value: T, next: Optional[Node[T]] = None):
        self.value = value
        self.next = next


class LinkedList(Generic[T]):
    def __init__(self, items: Iterable[T] = ()):
        self.head: Optional[Node[T]] = None
        self._len = 0
        for x in items:
            self.append(x)

    def append(self, value: T) -> None:
        node = Node(value)
        if self.head is None:
            self.head = node
        else:
            cur = self.head
            while cur.next:
                cur = cur.next
            cur.next = node
        self._len += 1

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self

    def __iter__(self) -> Iterator[T]:
        cur = self.head
        while cur is not None:
            yield cur.value
            cur = cur.next

    def __len__(self):
        return self._len

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList(list(self)[i])
        if i < 0:
            i += len(self)
        for k, x in enumerate(self):
            if k == i:
                return x
        raise IndexError(f"index {i} out of range")

    def __repr__(self):
        return " -> ".join(map(repr, self)) or "empty"


class AVL:
    class N:
        def __init__(self, key):
            self.key, self.left, self.right, self.h = key, None, None, 1

    def __init__(self):
        self.root = None

    @staticmethod
    def h(n):
        return n.h if n else 0

    def fix(self, n):
        n.h = 1 + max(self.h(n.left), self.h(n.right))
        return n

    def rot_r(self, y):
        x = y.left
        y.left, x.right = x.right, y
        self.fix(y)
        return self.fix(x)

    def rot_l(self, x):
        y = x.right
        x.right, y.left = y.left, x
        self.fix(x)
        return self.fix(y)

    def insert(self, key):
        def go(n):
            if n is None:
                return AVL.N(key)
            if key < n.key:
                n.left = go(n.left)
            elif key > n.key:
                n.right = go(n.right)
            else:
                return n
            self.fix(n)
            bal = self.h(n.left) - self.h(n.right)
            if bal > 1:
                if key > n.left.key:
                    n.left = self.rot_l(n.left)
                return self.rot_r(n)
            if bal < -1:
                if key < n.right.key:
                    n.right = self.rot_r(n.right)
                return self.rot_l(n)
            return n
        self.root = go(self.root)

    def inorder(self):
        def go(n):
            if n:
                yield from go(n.left)
                yield n.key
                yield from go(n.right)
        return go(self.root)

    def levels(self):
        q = [self.root]
        while q:
            yield [n.key for n in q]
            q = [c for n in q for c in (n.left, n.right) if c]


class Trie:
    def __init__(self):
        self.root = {}

    def insert(self, word):
        node = self.root
        for ch in word:
            node = node.setdefault(ch, {})
        node["$"] = True

    def starts(self, prefix):
        node = self.root
        for ch in prefix:
            if ch not in node:
                return
            node = node[ch]
        stack = [(prefix, node)]
        while stack:
            p, n = stack.pop()
            for ch in sorted(n, reverse=True):
                if ch != "$":
                    stack.append((p + ch, n[ch]))
            if "$" in n:
                yield p


class CIDict(MutableMapping):
    def __init__(self, *args, **kw):
        self._d = {}
        self.update(*args, **kw)

    def __getitem__(self, k): return self._d[k.lower()][1]
    def __setitem__(self, k, v): self._d[k.lower()] = (k, v)
    def __delitem__(self, k): del self._d[k.lower()]
    def __iter__(self): return (k for k, _ in self._d.values())
    def __len__(self): return len(self._d)
    def __repr__(self): return f"CIDict({dict(self.items())})"


class Ring(Sequence):
    def __init__(self, n):
        self.buf, self.n, self.start = [], n, 0

    def push(self, x):
        if len(self.buf) < self.n:
            self.buf.append(x)
        else:
            self.buf[self.start] = x
            self.start = (self.start + 1) % self.n

    def __len__(self): return len(self.buf)

    def __getitem__(self, i):
        if not -len(self) <= i < len(self):
            raise IndexError("ring index")
        return self.buf[(self.start + i) % len(self.buf)]


class SegTree:
    def __init__(self, data, fn=min, default=float("inf")):
        self.n, self.fn, self.default = len(data), fn, default
        self.t = [default] * self.n + list(data)
        for i in range(self.n - 1, 0, -1):
            self.t[i] = fn(self.t[2 * i], self.t[2 * i + 1])

    def update(self, i, v):
        i += self.n
        self.t[i] = v
        while i > 1:
            i //= 2
            self.t[i] = self.fn(self.t[2 * i], self.t[2 * i + 1])

    def query(self, l, r):
        res = self.default
        l += self.n
        r += self.n
        while l < r:
            if l & 1:
                res = self.fn(res, self.t[l]); l += 1
            if r & 1:
                r -= 1; res = self.fn(res, self.t[r])
            l >>= 1
            r >>= 1
        return res


class Bloom:
    def __init__(self, bits, k):
        self.bits, self.k, self.v = bits, k, 0

    def _pos(self, s):
        for i in range(self.k):
            yield int(hashlib.md5(f"{i}:{s}".encode()).hexdigest(), 16) % self.bits

    def add(self, s):
        for p in self._pos(s):
            self.v |= 1 << p

    def __contains__(self, s):
        return all(self.v >> p & 1 for p in self._pos(s))


class PQ:
    def __init__(self):
        self.h, self.c = [], 0

    def push(self, item, pri=0):
        heapq.heappush(self.h, (-pri, self.c, item))
        self.c += 1

    def pop(self):
        return heapq.heappop(self.h)[-1]


class UF:
    def __init__(self, n):
        self.p = list(range(n)); self.size = [1] * n; self.count = n

    def find(self, x):
        while self.p[x] != x:
            self.p[x] = self.p[self.p[x]]
            x = self.p[x]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.p[b] = a
        self.size[a] += self.size[b]
        self.count -= 1
        return True


l = LinkedList([1, 2, 3])
l.append(4)
print(l, len(l), l.reverse(), l[-1], l[1:3], list(l), 3 in l, LinkedList())
try:
    l[10]
except IndexError as e:
    print(e)
t = AVL()
for x in [10, 20, 30, 40, 50, 25]:
    t.insert(x)
print(list(t.inorder()), list(t.levels()), t.root.h)
tr = Trie()
for w in "car card care cat dog".split():
    tr.insert(w)
print(list(tr.starts("car")), list(tr.starts("x")))
c = CIDict(Foo=1, BAR=2)
c["foo"] = 5
print(c, c["FOO"], "bar" in c, c.pop("bar"), c.get("zip", 9), list(c.items()), c == {"foo": 5}, c.setdefault("n", []))
r = Ring(3)
for x in range(5):
    r.push(x)
print(list(r), r[0], r[-1], r.index(3), list(reversed(r)), 4 in r, r.count(2))
st = SegTree([5, 2, 8, 1, 9, 3])
print(st.query(0, 3), st.query(2, 6), st.update(3, 10), st.query(2, 6))
b = Bloom(256, 3)
for w in ("a", "b"):
    b.add(w)
print("a" in b, "zzz" in b, b.v.bit_count())
q = PQ()
for i, w in enumerate(["low", "high", "mid"]):
    q.push(w, [1, 9, 5][i])
print([q.pop() for _ in range(3)])
u = UF(5)
print(u.union(0, 1), u.union(1, 0), u.union(3, 4), u.count, u.find(1) == u.find(0))
a = []
for x in (5, 1, 3):
    bisect.insort(a, x)
print(a, bisect.bisect(a, 3), bisect.bisect_left(a, 3), isinstance(c, Mapping), isinstance([], Sequence), issubclass(dict, Mapping))
print(heapq.nlargest(2, [3, 1, 4]), heapq.nsmallest(2, ["bb", "a"], key=len), list(heapq.merge([1, 4], [2, 3])), hashlib.sha256(b"x").hexdigest()[:16])
