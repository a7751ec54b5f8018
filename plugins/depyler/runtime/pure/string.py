"""Templates and formatters."""

import re


def capwords(s, sep=None):
    """Capitalises words."""
    return (sep or " ").join(map(str.capitalize, s.split(sep)))


_NAME = re.compile(r"\$(?:(?P<escaped>\$)|(?P<named>[_a-zA-Z][_a-zA-Z0-9]*)|\{(?P<braced>[_a-zA-Z][_a-zA-Z0-9]*)\}|(?P<invalid>))")


class Template:
    """Text with `$names`."""

    def __init__(self, template):
        self.template = template

    def _bad(self, at):
        before = self.template[:at].splitlines(True)
        if not before:
            column, line = 1, 1
        else:
            column = at - len("".join(before[:-1])) + 1
            line = len(before)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (line, column))

    def _all(self, args, kwargs):
        if not args:
            return kwargs
        if kwargs:
            both = dict(args[0])
            both.update(kwargs)
            return both
        return args[0]

    def substitute(self, *args, **kwargs):
        values = self._all(args, kwargs)

        def convert(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                return str(values[name])
            if found.group("escaped") is not None:
                return "$"
            self._bad(found.start("invalid") - 1)
        return _NAME.sub(convert, self.template)

    def safe_substitute(self, *args, **kwargs):
        values = self._all(args, kwargs)

        def convert(found):
            name = found.group("named") or found.group("braced")
            if name is not None:
                try:
                    return str(values[name])
                except KeyError:
                    return found.group()
            if found.group("escaped") is not None:
                return "$"
            return found.group()
        return _NAME.sub(convert, self.template)


def _fields(format_string):
    """Literal text, name, spec and conversion of each part, as `str.format` reads them."""
    at = 0
    literal = ""
    size = len(format_string)
    while at < size:
        c = format_string[at]
        if c == "{" and format_string[at:at + 2] == "{{" or c == "}" and format_string[at:at + 2] == "}}":
            yield literal + c, None, None, None
            literal = ""
            at += 2
            continue
        if c == "}":
            raise ValueError("Single '}' encountered in format string")
        if c != "{":
            literal += c
            at += 1
            continue
        depth = 1
        end = at + 1
        while end < size and depth:
            if format_string[end] == "{":
                depth += 1
            elif format_string[end] == "}":
                depth -= 1
            end += 1
        if depth:
            if end == at + 1:
                raise ValueError("Single '{' encountered in format string")
            raise ValueError("expected '}' before end of string")
        inner = format_string[at + 1:end - 1]
        name, spec, conversion = inner, "", None
        bracket = 0
        for i, d in enumerate(inner):
            if d == "[":
                bracket += 1
            elif d == "]":
                bracket -= 1
            elif d in ":!" and bracket == 0:
                name = inner[:i]
                rest = inner[i:]
                if rest[0] == "!":
                    conversion = rest[1:2]
                    rest = rest[2:]
                    if rest and rest[0] != ":":
                        raise ValueError("expected ':' after conversion specifier")
                spec = rest[1:]
                break
        yield literal, name, spec, conversion
        literal = ""
        at = end
    if literal:
        yield literal, None, None, None


class Formatter:
    """What `str.format` does, to be changed by classes derived from it."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2, 0)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, auto):
        if depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            if name == "":
                if auto is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                name = str(auto)
                auto += 1
            elif name.isdigit():
                if auto:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto = False
            value, key = self.get_field(name, args, kwargs)
            used.add(key)
            value = self.convert_field(value, conversion)
            spec, auto = self._vformat(spec, args, kwargs, used, depth - 1, auto)
            result.append(self.format_field(value, spec))
        return "".join(result), auto

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion}")

    def parse(self, format_string):
        return _fields(format_string)

    def get_field(self, field_name, args, kwargs):
        found = re.match(r"[^.\[]*", field_name)
        first = found.group()
        rest = field_name[found.end():]
        if first.isdigit():
            first = int(first)
        value = self.get_value(first, args, kwargs)
        for step in re.finditer(r"\.([^.\[]+)|\[([^\]]+)\]", rest):
            if step.group(1) is not None:
                value = getattr(value, step.group(1))
            else:
                key = step.group(2)
                value = value[int(key) if key.isdigit() else key]
        return value, first
