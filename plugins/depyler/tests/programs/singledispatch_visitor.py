"""HTML-ish document tree rendered through singledispatch, a visitor by getattr, and __class_getitem__ typing bits."""
import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, lru_cache, partialmethod, singledispatch, singledispatchmethod
from typing import Any, Generic, NewType, TypeVar

T = TypeVar("T")
UserId = NewType("UserId", int)

@singledispatch
def render(obj: Any, indent: int = 0) -> str:
    return f"<pre>{html.escape(repr(obj))}</pre>"

@render.register
def _(obj: str, indent: int = 0) -> str:
    return html.escape(obj).replace("\n", "<br/>")

@render.register(int)
@render.register(float)
def _number(obj, indent: int = 0) -> str:
    return f"<b>{obj:,}</b>"

@render.register
def _(obj: bool, indent: int = 0) -> str:
    return "&#10003;" if obj else "&#10007;"

@render.register
def _(obj: Mapping, indent: int = 0) -> str:
    pad = "  " * (indent + 1)
    rows = [f"{pad}<dt>{render(k)}</dt><dd>{render(v, indent + 1)}</dd>" for k, v in obj.items()]
    return "\n".join(["<dl>", *rows, "  " * indent + "</dl>"])

@render.register(list)
@render.register(tuple)
def _(obj: Sequence, indent: int = 0) -> str:
    if not obj:
        return "<ul/>"
    pad = "  " * (indent + 1)
    items = "".join(f"{pad}<li>{render(x, indent + 1)}</li>\n" for x in obj)
    return f"<ul>\n{items}{'  ' * indent}</ul>"

@render.register
def _(obj: None, indent: int = 0) -> str:
    return "<i>none</i>"

render.register(date, lambda d, indent=0: f"<time>{d:%d.%m.%Y}</time>")

class Node:
    children: list["Node"] = []

    def accept(self, visitor):
        for cls in type(self).__mro__:
            method = getattr(visitor, f"visit_{cls.__name__.lower()}", None)
            if method is not None:
                return method(self)
        raise NotImplementedError(f"{type(visitor).__name__} cannot visit {type(self).__name__}")

@dataclass
class Text(Node):
    value: str

@dataclass
class Tag(Node):
    name: str
    children: list[Node] = field(default_factory=list)
    attrs: dict[str, str] = field(default_factory=dict)

    def __call__(self, *kids, **attrs):
        kids = [Text(k) if isinstance(k, str) else k for k in kids]
        return Tag(self.name, self.children + kids, self.attrs | {k.rstrip("_"): v for k, v in attrs.items()})

class Void(Tag):
    pass

class TagFactory:
    def __getattr__(self, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return (Void if name in {"br", "img"} else Tag)(name)

class Printer:
    def visit_text(self, n):
        return n.value.strip()

    def visit_tag(self, n):
        attrs = "".join(f" {k}={v!r}" for k, v in sorted(n.attrs.items()))
        return f"<{n.name}{attrs}>{''.join(c.accept(self) for c in n.children)}</{n.name}>"

class Outline(Printer):
    def __init__(self):
        self.depth = 0
        self.lines = []

    def visit_tag(self, n):
        self.lines.append("." * self.depth + n.name)
        self.depth += 1
        try:
            for c in n.children:
                c.accept(self)
        finally:
            self.depth -= 1
        return self.lines

    def visit_void(self, n):
        self.lines.append("." * self.depth + n.name + "!")

class OnlyText:
    def visit_text(self, n):
        return len(n.value)

class Formatter:
    def __init__(self, currency="EUR"):
        self.currency = currency
        self.calls = 0

    @singledispatchmethod
    def fmt(self, x):
        raise TypeError(f"cannot format {type(x).__name__}")

    @fmt.register
    def _(self, x: Decimal):
        self.calls += 1
        return f"{x:.2f} {self.currency}"

    @fmt.register
    def _(self, x: int | float) -> str:
        self.calls += 1
        return self.fmt(Decimal(str(x)))

    def scaled(self, factor, x):
        return self.fmt(x * factor)

    double = partialmethod(scaled, 2)
    half = partialmethod(scaled, 0.5)

class Stack(Generic[T]):
    def __init__(self, *items: T) -> None:
        self._items: list[T] = list(items)

    def push(self, item: T) -> "Stack[T]":
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    @cached_property
    def total(self) -> T:
        return sum(self._items)

print(render({"name": "A & <B>", "n": 1234567, "pi": 3.5, "ok": True, "list": [1, ("x", None), []], "d": {"when": date(2024, 2, 29)}, "odd": {3}, "frac": Fraction(1, 3)}))
print(render.dispatch(bool) is render.dispatch(int), render.dispatch(dict).__name__, len(render.registry))
h = TagFactory()
doc = h.html(h.body(h.h1("Title "), h.br, h.p(" some ", h.b("bold"), class_="x", id="p1"), h.img(src="a.png")))
print(doc.accept(Printer()))
print(*doc.accept(Outline()), sep=" ")
try:
    doc.accept(OnlyText())
except NotImplementedError as e:
    print("NotImplementedError:", e, Text("abc").accept(OnlyText()))
print(h.p("x") == h.p("x"), h.p is h.p, h.b, hasattr(h, "_private"))
f = Formatter()
print(f.fmt(Decimal("1.005")), f.fmt(2), f.double(2.25), f.half(5), f.calls)
try:
    f.fmt("1")
except TypeError as e:
    print("TypeError:", e)
s = Stack[int](1, 2).push(UserId(3))
print(s.total, s.push(10).total, s.pop(), s.pop(), s._items, "total" in vars(s), type(s).__name__)
del s.total
print(s.total)
