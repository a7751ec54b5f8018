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
