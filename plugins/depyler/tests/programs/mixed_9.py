"""Bits of CLI: sys.argv parsing, exit codes, stdin numbers, error to stderr."""
import sys, os, getopt, string, time, math, struct, hashlib, io, re, copy, operator, itertools, functools, collections, random, bisect, textwrap, json
class Matrix2(list):
    def __init__(self, n, fill=0):
        super().__init__([[fill] * n for _ in range(n)])
        self.n = n
    def __getitem__(self, ij):
        if isinstance(ij, tuple):
            return super().__getitem__(ij[0])[ij[1]]
        return super().__getitem__(ij)
    def __setitem__(self, ij, v):
        if isinstance(ij, tuple):
            super().__getitem__(ij[0])[ij[1]] = v
        else:
            super().__setitem__(ij, v)
m = Matrix2(2); m[0, 1] = 5; print(m, m[0, 1], m[1], len(m), m.n, isinstance(m, list), m == [[0, 5], [0, 0]])
class CountingDict(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k); self.reads = 0
    def __getitem__(self, k):
        self.reads += 1
        return super().__getitem__(k)
    def __missing__(self, k): return f"<{k}>"
    def __repr__(self): return f"CD({super().__repr__()})"
c = CountingDict(a=1); print(c["a"], c["zz"], c.get("zz"), c.reads, c, "a" in c, {**c}, len(c), copy.copy(c))
class Str(str):
    def __add__(self, o): return Str(str.__add__(self, o) + "!")
    def shout(self): return Str(self.upper())
s = Str("ab") + "c"; print(s, type(s).__name__, s.shout(), s[0], type(s[0]).__name__, s == "abc!", len(s), f"{s:>6}")
class Money(int):
    def __new__(cls, v): return super().__new__(cls, round(v * 100))
    def __str__(self): return f"${int(self) / 100:.2f}"
    def __add__(self, o): return Money((int(self) + int(o)) / 100)
    __radd__ = __add__
print(Money(1.5) + Money(2), Money(3) > Money(2), sum([Money(1), Money(2)], Money(0)), hash(Money(1)) == hash(100), repr(Money(1)))
class Tup(tuple):
    def __new__(cls, *xs): return super().__new__(cls, xs)
    @property
    def norm(self): return math.sqrt(sum(x * x for x in self))
t = Tup(3, 4); print(t, t.norm, t[0], t + (1,), type(t + (1,)).__name__, t == (3, 4), {t: 1}[(3, 4)])
class MySet(set):
    def add(self, x):
        print("adding", x); super().add(x)
ms = MySet([1]); ms.add(2); print(ms, ms | {3}, type(ms | {3}).__name__, 2 in ms, len(ms))
class It:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
    def __getitem__(self, i):
        if i >= self.n: raise IndexError
        return i * i
print(list(It(4)), 9 in It(4), list(reversed(It(3))), max(It(5)), [*It(2)], dict(enumerate(It(2))))
class Ctx:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *exc): print("exit", exc[0] and exc[0].__name__); return exc[0] is ValueError
with Ctx() as a, Ctx(): raise ValueError("x")
try:
    with Ctx(): raise KeyError("y")
except KeyError as e: print("caught", e)
class Lazy:
    def __init__(self, f): self.f = f
    def __get__(self, o, t=None):
        if o is None: return self
        v = self.f(o); setattr(o, self.f.__name__, v); return v
class U:
    @Lazy
    def big(self): print("computing"); return 42
u = U(); print(u.big, u.big, u.__dict__)
class Tracked:
    def __setattr__(self, k, v): print("set", k, v); object.__setattr__(self, k, v)
    def __getattribute__(self, k):
        if k == "secret": return "hidden"
        return super().__getattribute__(k)
    def __delattr__(self, k): print("del", k); super().__delattr__(k)
x = Tracked(); x.a = 1; print(x.a, x.secret); del x.a; print(hasattr(x, "a"))
class Eq:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == getattr(o, "v", o)
    def __ne__(self, o): return not self == o
print(Eq(1) == Eq(1), Eq(1) != 2, Eq(3) == 3, [Eq(1)] == [Eq(1)], Eq(2) in [1, 2])
try: {Eq(1)}
except TypeError as e: print(e)
class Cmp:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return self.v < o.v
    def __repr__(self): return f"C{self.v}"
print(sorted([Cmp(3), Cmp(1)]), min(Cmp(3), Cmp(1)), max([Cmp(1), Cmp(2)]), Cmp(1) > Cmp(0))
try: Cmp(1) <= Cmp(2)
except TypeError as e: print(e)
opts, args = getopt.getopt(["-v", "-n", "3", "--long=x", "rest"], "vn:", ["long="]); print(opts, args)
data = [int(x) for x in sys.stdin.read().split()]; print(sum(data), sorted(data)[len(data) // 2], max(data, default=None))
print("error message", file=sys.stderr)
def main(argv):
    if len(argv) < 2:
        print(f"usage: {os.path.basename('/x/prog.py')} FILE", file=sys.stderr)
        return 64
    return 0
class NegativeError(ValueError):
    def __init__(self, n): super().__init__(f"negative: {n}"); self.n = n
    def __reduce__(self): return (NegativeError, (self.n,))
def sq(n):
    if n < 0: raise NegativeError(n)
    return math.isqrt(n)
for v in (16, -4, "a", None, 2.5):
    try: print(sq(v))
    except NegativeError as e: print("neg", e, e.n, isinstance(e, ValueError))
    except TypeError as e: print("type", e)
def compose(*fs): return functools.reduce(lambda f, g: lambda x: f(g(x)), fs)
print(compose(str, abs, int)("-5"), list(map(compose(lambda x: x + 1, lambda x: x * 2), range(3))))
memo = {}
def ack(m, n):
    if (m, n) not in memo:
        memo[m, n] = n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
    return memo[m, n]
print(ack(2, 3), len(memo))
print(collections.Counter("hello world".replace(" ", "")).most_common(3), "".join(sorted(set("hello"))), " ".join(w[::-1] for w in "abc def".split()))
words = "the quick brown the fox the quick".split(); idx = collections.defaultdict(list)
for i, w in enumerate(words): idx[w].append(i)
print(dict(idx), sorted(idx, key=lambda w: (-len(idx[w]), w))[:2], {k: len(v) for k, v in idx.items() if len(v) > 1})
print(f"{'Name':<10}|{'Qty':>5}|{'Price':^9}\n{'-' * 26}"); print("\n".join(f"{n:<10}|{q:>5d}|{p:^9.2f}" for n, q, p in [("ab", 3, 1.5), ("cde", 12, 22.125)]))
print("%-5s|%5.1f|%03d|%s" % ("a", 2.25, 7, [1]), "{:>{w}}".format("x", w=4), "{0[1]} {1.real}".format([1, 2], 3), "{!r:^7}".format("a"))
print(int("12", 3), int(" 7 "), int(-3.9), float("1e3"), str(1.0), repr("a'b"), bool("0"), list("ab"), tuple([1]), dict([("a", 1)]), complex(1, 2), bytes("é", "utf8"), bytearray(b"a"))
sys.exit(main(sys.argv))
