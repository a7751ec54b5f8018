import sys, io, contextlib, logging, typing, argparse, unittest, types, functools, operator
from typing import NamedTuple, TypedDict, Optional, get_type_hints, TYPE_CHECKING, Protocol, Literal, Final, ClassVar, Iterable, Mapping
from types import TracebackType, SimpleNamespace, MappingProxyType
class Emp(NamedTuple):
    """An employee."""
    name: str
    age: int = 30
    tags: list = []
    def senior(self) -> bool: return self.age > 40
    @property
    def initials(self): return "".join(p[0] for p in self.name.split())
e = Emp("Ann Bee"); print(e, e.senior(), e.initials, e._replace(age=50).senior(), Emp.__doc__, Emp._field_defaults, e[0], e == ("Ann Bee", 30, []))
try: e.age = 3
except AttributeError as x: print(x)
class Cm:
    def __enter__(self) -> "Cm": return self
    def __exit__(self, t: Optional[type], v: Optional[BaseException], tb: Optional[TracebackType]) -> Optional[bool]:
        print(t.__name__ if t else None, v, tb is None); return True
with Cm(): raise OSError("boom")
with Cm(): pass
logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s:%(name)s:%(message)s")
log = logging.getLogger("app"); log.info("hi %s %d", "x", 3); log.debug("no"); log.warning("w"); log.error("e %r", [1]); logging.info("root")
try: 1 / 0
except ZeroDivisionError: log.critical("bad: %s", sys.exc_info()[1])
p = argparse.ArgumentParser(prog="tool", add_help=True)
p.add_argument("nums", nargs="*", type=int, help="numbers"); p.add_argument("--op", choices=["sum", "max"], default="sum"); p.add_argument("-o", "--out", default="-", help="output (default: %(default)s)"); p.add_argument("--no-color", dest="color", action="store_false"); p.add_argument("-D", action="append", default=[], metavar="K=V"); p.add_argument("--level", type=float); p.add_argument("-x", action="store_const", const=42); p.add_argument("--pair", nargs=2, metavar=("A", "B")); p.add_argument("--opt", nargs="?", const="c", default="d")
print(p.parse_args(["1", "2", "--op=max", "-Da=1", "-D", "b=2", "--no-color", "-x", "--pair", "q", "r", "--opt"])); ns, rest = p.parse_known_args(["3", "--zzz", "y"]); print(ns.nums, rest, vars(ns)["op"]); print(p.format_help())
for bad in (["a"], ["--level", "x"], ["--pair", "1"], ["--nope"], ["--op"]):
    err = io.StringIO()
    with contextlib.redirect_stderr(err):
        try: p.parse_args(bad)
        except SystemExit as s: print(s.code, err.getvalue().splitlines()[-1])
g = p.add_argument_group("extra", "more"); g.add_argument("--deep", action="store_true", help="go deep"); print(p.format_usage().strip()[:60], p.get_default("op"))
ns = SimpleNamespace(a=1); ns.b = [ns.a]; print(ns, ns == SimpleNamespace(a=1, b=[1]), MappingProxyType({"k": 1})["k"])
def typed(a: int, b: "str" = "x", *c: float, **d: bool) -> None: ...
print(typed.__name__, typed.__defaults__, typed.__kwdefaults__ if hasattr(typed, "__kwdefaults__") else None, typed.__module__, typed.__qualname__)
class Meta(type):
    def __call__(cls, *a, **k):
        print("creating", cls.__name__); return super().__call__(*a, **k)
    def __len__(cls): return 7
    def __iter__(cls): return iter("xyz")
    def __contains__(cls, v): return v == 1
    @property
    def tag(cls): return cls.__name__.lower()
class Thing(metaclass=Meta):
    def __init__(self, v): self.v = v
print(Thing(3).v, len(Thing), list(Thing), 1 in Thing, Thing.tag)
class Registry(dict):
    def register(self, fn=None, *, name=None):
        if fn is None: return functools.partial(self.register, name=name)
        self[name or fn.__name__] = fn; return fn
R = Registry()
@R.register
def alpha(): return "a"
@R.register(name="b")
def beta(): return "bb"
print({k: f() for k, f in R.items()}, sorted(R))
class Matrix:
    def __init__(self, *rows): self.rows = rows
    def __class_getitem__(cls, item): return f"Matrix[{item.__name__}]"
    def __matmul__(self, o): return Matrix(*[tuple(sum(map(operator.mul, r, c)) for c in zip(*o.rows)) for r in self.rows])
    def __iter__(self): return iter(self.rows)
    def __eq__(self, o): return self.rows == o.rows
    def __getitem__(self, k):
        match k:
            case (int(i), int(j)): return self.rows[i][j]
            case (slice() as s, int(j)): return tuple(r[j] for r in self.rows[s])
            case int(i): return self.rows[i]
            case _: raise TypeError(f"bad index {k!r}")
m = Matrix((1, 2), (3, 4)); print(list(m @ m), m[0, 1], m[:, 0], m[1], Matrix[int], m == Matrix((1, 2), (3, 4)))
try: m["x"]
except TypeError as x: print(x)
class Acc:
    def __init__(self): self.total = 0
    def __iadd__(self, n): self.total += n; return self
    def __isub__(self, n): self.total -= n; return self
    def __imul__(self, n): self.total *= n; return self
    def __getitem__(self, k): return self.total
    def __setitem__(self, k, v): print("setitem", k, v)
    def __invert__(self): return ~self.total
    def __pos__(self): return "+"
    def __bool__(self): return self.total > 0
    def __int__(self): return self.total
    def __float__(self): return self.total / 2
    def __complex__(self): return complex(self.total, 1)
    def __bytes__(self): return b"acc"
    def __trunc__(self): return 9
    def __floor__(self): return 8
    def __ceil__(self): return 10
    def __reversed__(self): return iter([3, 2, 1])
    def __length_hint__(self): return 3
    def __rsub__(self, o): return o - self.total
    def __rpow__(self, o): return o ** self.total
    def __rshift__(self, o): return f">>{o}"
    def __and__(self, o): return f"&{o}"
    def __ror__(self, o): return f"{o}|"
    def __dir__(self): return ["b", "a"]
    def __sizeof__(self): return 1
a = Acc(); a += 5; a -= 1; a *= 2; a["k"] += 1; import math
print(a.total, ~a, +a, bool(a), int(a), float(a), complex(a), bytes(a), math.floor(a), math.ceil(a), list(reversed(a)), 10 - a, 2 ** a, a >> 1, a & 2, 7 | a, dir(a), math.trunc(a))
def gen_with_return():
    try:
        x = yield "a"
        print("got", x)
        yield "b"
    except GeneratorExit:
        print("closed"); raise
    finally: print("fin")
g = gen_with_return(); print(next(g), g.send(1)); g.close()
try: next(g)
except StopIteration as s: print("stop", s.value)
g = gen_with_return(); next(g)
try: g.throw(ValueError, "bad")
except ValueError as v: print("thrown", v)
def nested():
    def inner():
        r = yield 1
        return (r or 0) * 2
    total = 0
    for _ in range(2): total += yield from inner()
    return total
g = nested(); next(g); g.send(5)
try: g.send(6)
except StopIteration as s: print(s.value)
print(sum(x * y for x in range(3) for y in range(x)), [[i * j for j in range(3)] for i in range(2)], {i: {j for j in range(i)} for i in range(3)}, [*map(lambda p: p[0] + p[1], zip([1], [2]))], list(filter(lambda v: v % 2, range(5))), [a if a > 1 else -a for a in range(3) if a != 2], (lambda: (yield))().__class__.__name__)
class T(unittest.TestCase):
    def test_a(self): self.assertEqual(1, 1)
    def test_b(self):
        with self.assertRaisesRegex(ValueError, "b.d"): raise ValueError("bad")
        self.assertLess(1, 2); self.assertTupleEqual((1,), (1,)); self.assertMultiLineEqual("a", "a"); self.assertSequenceEqual([1], [1]); self.assertSetEqual({1}, {1}); self.assertIs(None, None); self.assertNotIn(1, []); self.assertAlmostEqual(1.0, 1.00000001); self.assertFalse([]); self.assertGreaterEqual(2, 2); self.assertIsNot(1, None); self.assertRegex("abc", "b"); self.assertIsNotNone(1); self.assertNotIsInstance(1, str)
    def test_skip(self): self.skipTest("why")
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertEqual(i, i)
r = unittest.TextTestRunner(stream=io.StringIO()).run(unittest.defaultTestLoader.loadTestsFromTestCase(T)); print(r.testsRun, r.wasSuccessful(), len(r.skipped), r.failures)
