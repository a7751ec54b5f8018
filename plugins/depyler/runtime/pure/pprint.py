"""Data, printed over lines where it is long."""

import sys
from collections import OrderedDict, Counter, defaultdict, deque


def _key(value):
    return _Safe(value)


class _Safe:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        try:
            return self.value < other.value
        except TypeError:
            return (str(type(self.value)), id(self.value)) < (str(type(other.value)), id(other.value))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if depth is not None and depth <= 0:
            raise ValueError("depth must be > 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = sys.stdout if stream is None else stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscore = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        out = []
        self._format(object, out, 0, 0, (), 0)
        return "".join(out)

    def isreadable(self, object):
        return True

    def isrecursive(self, object):
        return False

    def _short(self, object, context, level):
        kind = type(object)
        if kind is int and self._underscore:
            return f"{object:_d}"
        if kind is dict:
            if not object:
                return "{}"
            if self._depth and level >= self._depth:
                return "{...}"
            if id(object) in context:
                return f"<Recursion on dict with id={id(object)}>"
            items = sorted(object.items(), key=lambda p: _key(p[0])) if self._sort else object.items()
            inner = context + (id(object),)
            return "{" + ", ".join([f"{self._short(k, inner, level + 1)}: {self._short(v, inner, level + 1)}" for k, v in items]) + "}"
        if kind is list or kind is tuple:
            if not object:
                return "[]" if kind is list else "()"
            if self._depth and level >= self._depth:
                return "[...]" if kind is list else "(...)"
            if id(object) in context:
                return f"<Recursion on {kind.__name__} with id={id(object)}>"
            inner = context + (id(object),)
            text = ", ".join([self._short(x, inner, level + 1) for x in object])
            if kind is list:
                return f"[{text}]"
            return f"({text},)" if len(object) == 1 else f"({text})"
        return repr(object)

    def _safe_repr(self, object, context, maxlevels, level):
        return self._short(object, (), level), True, False

    def _format(self, object, out, indent, allowance, context, level):
        text = self._short(object, context, level)
        room = self._width - indent - allowance
        if len(text) <= room or id(object) in context:
            out.append(text)
            return
        kind = type(object)
        inner = context + (id(object),)
        level += 1
        if hasattr(object, "__dataclass_fields__") and not isinstance(object, type):
            self._dataclass(object, out, indent, allowance, inner, level)
        elif kind is dict and object:
            self._dict(object, out, indent, allowance, inner, level)
        elif kind is OrderedDict and object:
            self._ordered(object, out, indent, allowance, inner, level)
        elif kind is list and object and not (self._depth and level > self._depth):
            out.append("[")
            self._items(object, out, indent, allowance + 1, inner, level)
            out.append("]")
        elif kind is tuple and object:
            end = ",)" if len(object) == 1 else ")"
            out.append("(")
            self._items(object, out, indent, allowance + len(end), inner, level)
            out.append(end)
        elif (kind is set or kind is frozenset) and object:
            begin, end, deep = ("{", "}", 0) if kind is set else ("frozenset({", "})", 10)
            out.append(begin)
            self._items(sorted(object, key=_key), out, indent + deep, allowance + len(end), inner, level)
            out.append(end)
        elif kind is str and object:
            self._str(object, out, indent, allowance, level)
        elif kind is defaultdict and object:
            begin = f"defaultdict({object.default_factory!r},\n"
            out.append(begin + " " * (indent + 12))
            self._dict(dict(object), out, indent + 12, allowance + 1, inner, level)
            out.append(")")
        elif kind is Counter and object:
            out.append("Counter({")
            if self._indent > 1:
                out.append((self._indent - 1) * " ")
            self._pairs(object.most_common(), out, indent + 8, allowance + 2, inner, level)
            out.append("})")
        elif kind is deque and object:
            out.append("deque([")
            self._items(list(object), out, indent + 6, allowance + 2, inner, level)
            out.append("])")
        else:
            out.append(text)

    def _dataclass(self, object, out, indent, allowance, context, level):
        name = type(object).__name__
        out.append(name + "(")
        names = [f for f in object.__dataclass_fields__]
        indent += len(name) + 1
        for at, field in enumerate(names):
            out.append(field + "=")
            last = at == len(names) - 1
            self._format(getattr(object, field), out, indent + len(field) + 1, allowance + 1 if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)
        out.append(")")

    def _dict(self, object, out, indent, allowance, context, level):
        out.append("{")
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        items = sorted(object.items(), key=lambda p: _key(p[0])) if self._sort else list(object.items())
        self._pairs(items, out, indent, allowance + 1, context, level)
        out.append("}")

    def _pairs(self, items, out, indent, allowance, context, level):
        indent += self._indent
        for at, (key, value) in enumerate(items):
            last = at == len(items) - 1
            text = self._short(key, context, level)
            out.append(text + ": ")
            self._format(value, out, indent + len(text) + 2, allowance if last else 1, context, level)
            if not last:
                out.append(",\n" + " " * indent)

    def _ordered(self, object, out, indent, allowance, context, level):
        out.append("OrderedDict([")
        pairs = list(object.items())
        inner = indent + 13
        for at, (key, value) in enumerate(pairs):
            last = at == len(pairs) - 1
            text = self._short(key, context, level)
            out.append("(" + text + ", ")
            self._format(value, out, inner + len(text) + 3, allowance + 2 if last else 2, context, level)
            out.append(")")
            if not last:
                out.append(",\n" + " " * inner)
        out.append("])")

    def _items(self, items, out, indent, allowance, context, level):
        indent += self._indent
        if self._indent > 1:
            out.append((self._indent - 1) * " ")
        line_end = ",\n" + " " * indent
        between = ""
        width = room = self._width - indent + 1
        items = list(items)
        for at, item in enumerate(items):
            last = at == len(items) - 1
            if last:
                room -= allowance
                width -= allowance
            if self._compact:
                text = self._short(item, context, level)
                wide = len(text) + 2
                if width < wide:
                    width = room
                    if between:
                        between = line_end
                if width >= wide:
                    width -= wide
                    out.append(between)
                    between = ", "
                    out.append(text)
                    continue
            out.append(between)
            between = line_end
            self._format(item, out, indent, allowance if last else 1, context, level)

    def _str(self, object, out, indent, allowance, level):
        import re
        chunks = []
        lines = object.splitlines(True)
        if level == 1:
            indent += 1
            allowance += 1
        widest = room = self._width - indent
        text = ""
        for i, line in enumerate(lines):
            text = repr(line)
            if i == len(lines) - 1:
                room -= allowance
            if len(text) <= room:
                chunks.append(text)
                continue
            parts = re.findall(r"\S*\s*", line)
            parts.pop()
            widest2 = room
            current = ""
            for j, part in enumerate(parts):
                candidate = current + part
                if j == len(parts) - 1 and i == len(lines) - 1:
                    widest2 -= allowance
                if len(repr(candidate)) > widest2:
                    if current:
                        chunks.append(repr(current))
                    current = part
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            out.append(text)
            return
        if level == 1:
            out.append("(")
        for i, chunk in enumerate(chunks):
            if i > 0:
                out.append("\n" + " " * indent)
            out.append(chunk)
        if level == 1:
            out.append(")")


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pp(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=False, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def saferepr(object):
    return PrettyPrinter()._short(object, (), 0)
