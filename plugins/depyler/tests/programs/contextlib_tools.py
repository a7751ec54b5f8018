"""Context managers of every kind: classes, generators, ExitStack, redirect_stdout, nested, re-entrant."""
import io
import sys
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, nullcontext, redirect_stdout, suppress

class Resource(AbstractContextManager):
    live = []
    def __init__(self, name, *, fail_enter=False, fail_exit=False, swallow=()):
        self.name, self.fail_enter, self.fail_exit, self.swallow = name, fail_enter, fail_exit, swallow
    def __enter__(self):
        print(f"  open {self.name}")
        if self.fail_enter:
            raise OSError(f"cannot open {self.name}")
        self.live.append(self.name)
        return self
    def __exit__(self, exc_type, exc, tb):
        self.live.remove(self.name)
        print(f"  close {self.name}" + (f" because {exc_type.__name__}: {exc}" if exc_type else ""))
        if self.fail_exit:
            raise RuntimeError(f"{self.name} failed to close")
        return exc_type is not None and issubclass(exc_type, self.swallow or ())

@contextmanager
def tag(name, out=None):
    print(f"<{name}>", file=out or sys.stdout)
    try:
        yield name.upper()
    except ValueError as e:
        print(f"!{e}", file=out or sys.stdout)
    finally:
        print(f"</{name}>", file=out or sys.stdout)

@contextmanager
def swapped(obj, **attrs):
    missing = object()
    old = {k: getattr(obj, k, missing) for k in attrs}
    for k, v in attrs.items():
        setattr(obj, k, v)
    try:
        yield obj
    finally:
        for k, v in old.items():
            delattr(obj, k) if v is missing else setattr(obj, k, v)

@contextmanager
def transaction(store):
    snapshot = dict(store)
    try:
        yield store
    except BaseException as e:
        store.clear()
        store.update(snapshot)
        if not isinstance(e, (KeyError, ZeroDivisionError)):
            raise
        print("  rolled back after", repr(e))

def attempt(label):
    def deco(fn):
        print(f"{label}:")
        try:
            print("  result", fn())
        except Exception as e:
            ctx = e.__context__
            print(f"  escaped {e!r}" + (f" while handling {ctx!r}" if ctx else ""))
        return fn
    return deco

@attempt("plain")
def _():
    with Resource("a") as a, Resource("b") as b:
        return a.name + b.name

@attempt("error inside")
def _():
    with Resource("a"), Resource("b", swallow=(KeyError,)):
        raise KeyError("k")
    return "swallowed by b"

@attempt("second enter fails")
def _():
    with Resource("a", swallow=(OSError,)), Resource("b", fail_enter=True):
        return "never"
    return "after"

@attempt("exit fails")
def _():
    with Resource("a") as r:
        with Resource("b", fail_exit=True):
            raise ValueError("original")

@attempt("return through with")
def _():
    for i in range(3):
        with Resource(f"r{i}"):
            if i == 0:
                continue
            return i

@attempt("generator based")
def _():
    with tag("div") as outer, tag("span"):
        print(outer)
        raise ValueError("inside")
    return "ok"

@attempt("unhandled in generator")
def _():
    with tag("p"):
        raise LookupError("not caught by tag")

@attempt("exit stack")
def _():
    with ExitStack() as stack:
        rs = [stack.enter_context(Resource(n)) for n in "xyz"]
        stack.callback(print, "  callback", 1, sep=" #")
        stack.push(lambda t, e, tb: print("  pushed sees", t and t.__name__) or True)
        keep = stack.pop_all() if len(rs) > 5 else None
        raise IndexError("boom")
    return Resource.live, keep

@attempt("exit stack pop_all")
def _():
    with ExitStack() as stack:
        stack.enter_context(Resource("kept"))
        later = stack.pop_all()
    print("  still live:", Resource.live)
    with suppress(ZeroDivisionError), later:
        1 // 0
    return Resource.live

buf = io.StringIO()
with redirect_stdout(buf), tag("captured"):
    print("hidden", end="")
    sys.stdout.write(" text\n")
print(repr(buf.getvalue()))
class Config:
    debug = False

cfg = Config()
with swapped(cfg, debug=True, extra=1) as c:
    print(c.debug, c.extra, vars(c))
print(cfg.debug, hasattr(cfg, "extra"), vars(cfg), Config.debug)

store = {"n": 1}
with transaction(store) as s:
    s["n"] += 1
with transaction(store) as s:
    s["n"] = 100
    s["missing"]
try:
    with transaction(store) as s:
        s.clear()
        raise SystemExit(5)
except SystemExit as e:
    print("exit", e.code, store)
with nullcontext("value") as v:
    print(v)
try:
    with object() as o:
        pass
except TypeError as e:
    print("TypeError:", e)
@contextmanager
def twice():
    yield 1
    yield 2
@contextmanager
def never():
    if False:
        yield

for cm in (twice, never):
    try:
        with cm() as x:
            print("got", x)
    except RuntimeError as e:
        print("RuntimeError:", e)
with closing(io.StringIO("line1\nline2\n\nlast")) as f:
    print([l.rstrip("\n") for l in f], f.closed, f.read() == "")
print(f.closed)
