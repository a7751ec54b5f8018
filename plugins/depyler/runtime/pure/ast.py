"""`ast.literal_eval`: the values of literals, without an interpreter."""

_ValueError = ValueError
_SyntaxError = SyntaxError


def _message():
    from sys import _stop
    _stop("batuta: PY0206 the message of `ast.literal_eval` shows what only an interpreter knows")


def _malformed():
    class ValueError(_ValueError):
        def __str__(self):
            return _message()

        def __repr__(self):
            return _message()
    return ValueError("malformed node or string")


def _invalid():
    class SyntaxError(_SyntaxError):
        def __str__(self):
            return _message()

        def __repr__(self):
            return _message()
    return SyntaxError("invalid syntax")


_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "v": "\v", "\n": ""}
_HEX = {"x": 2, "u": 4, "U": 8}


class _Reader:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def peek(self):
        while self.at < len(self.text):
            c = self.text[self.at]
            if c == "#":
                while self.at < len(self.text) and self.text[self.at] != "\n":
                    self.at += 1
            elif c in " \t\r\n\f":
                self.at += 1
            else:
                return c
        return ""

    def take(self, wanted):
        if self.peek() != wanted:
            raise _invalid()
        self.at += 1

    def items(self, end):
        out = []
        comma = False
        while self.peek() != end:
            if out and not comma:
                raise _invalid()
            out.append(self.value())
            comma = self.peek() == ","
            if comma:
                self.at += 1
        self.at += 1
        return out, comma

    def mapping(self):
        if self.peek() == "}":
            self.at += 1
            return {}
        first = self.value()
        if self.peek() != ":":
            out = {first}
            while self.peek() == ",":
                self.at += 1
                if self.peek() == "}":
                    break
                out.add(self.value())
            self.take("}")
            return out
        self.at += 1
        out = {first: self.value()}
        while self.peek() == ",":
            self.at += 1
            if self.peek() == "}":
                break
            key = self.value()
            self.take(":")
            out[key] = self.value()
        self.take("}")
        return out

    def value(self):
        left = self.signed()
        c = self.peek()
        if c and c in "+-":
            self.at += 1
            right = self.signed()
            if not isinstance(left, (int, float)) or isinstance(left, bool) or not isinstance(right, complex):
                raise _malformed()
            return left + right if c == "+" else left - right
        if c.isalpha():
            word = self.text[self.at:].split()[0]
            raise _malformed() if word in ("if", "and", "or", "in", "is", "not", "for", "async") else _invalid()
        if c and c not in ",:)]}":
            raise _malformed() if c in "*/%<>=.([|&^@" else _invalid()
        return left

    def signed(self):
        c = self.peek()
        if c and c in "+-":
            self.at += 1
            value = self.signed()
            if isinstance(value, bool) or not isinstance(value, (int, float, complex)):
                raise _malformed()
            return -value if c == "-" else value
        return self.atom()

    def atom(self):
        c = self.peek()
        if not c:
            raise _invalid()
        if c == "[":
            self.at += 1
            return self.items("]")[0]
        if c == "(":
            self.at += 1
            values, comma = self.items(")")
            return values[0] if len(values) == 1 and not comma else tuple(values)
        if c == "{":
            self.at += 1
            return self.mapping()
        if c.isdigit() or c == "." and self.text[self.at + 1:self.at + 2].isdigit():
            return self.number()
        if c.isalpha() or c == "_" or c in "'\"":
            return self.word()
        if self.text.startswith("...", self.at):
            self.at += 3
            return ...
        raise _invalid()

    def number(self):
        start = self.at
        prefix = self.text[start:start + 2].lower()
        while self.at < len(self.text):
            c = self.text[self.at]
            exponent = c in "+-" and self.text[self.at - 1] in "eE" and prefix not in ("0x", "0o", "0b")
            if not (c.isalnum() or c in "._" or exponent):
                break
            self.at += 1
        word = self.text[start:self.at]
        try:
            if prefix in ("0x", "0o", "0b"):
                return int(word, 0)
            if word[-1] in "jJ":
                return complex(0.0, float(word[:-1]))
            if "." in word or "e" in word or "E" in word:
                return float(word)
            return int(word, 0)
        except _ValueError:
            raise _invalid() from None

    def word(self):
        start = self.at
        while self.at < len(self.text) and (self.text[self.at].isalnum() or self.text[self.at] == "_"):
            self.at += 1
        word = self.text[start:self.at]
        if self.at < len(self.text) and self.text[self.at] in "'\"" and word.lower() in ("", "r", "b", "br", "rb", "u"):
            return self.strings(word.lower())
        if word == "True":
            return True
        if word == "False":
            return False
        if word == "None":
            return None
        if word == "set":
            self.take("(")
            self.take(")")
            return set()
        raise _malformed()

    def strings(self, prefix):
        out = self.string(prefix)
        while True:
            c = self.peek()
            start = self.at
            while c.isalpha() and self.at < len(self.text) and self.text[self.at].isalpha():
                self.at += 1
            quoted = self.at < len(self.text) and self.text[self.at] in "'\""
            prefix = self.text[start:self.at].lower()
            if not quoted or prefix not in ("", "r", "b", "br", "rb", "u"):
                self.at = start
                return out
            more = self.string(prefix)
            if isinstance(out, str) != isinstance(more, str):
                raise _invalid()
            out = out + more

    def string(self, prefix):
        quote = self.text[self.at]
        if self.text.startswith(quote * 3, self.at):
            quote = quote * 3
        self.at += len(quote)
        out = []
        while not self.text.startswith(quote, self.at):
            if self.at >= len(self.text):
                raise _invalid()
            c = self.text[self.at]
            self.at += 1
            if c == "\n" and len(quote) == 1:
                raise _invalid()
            if c == "\\" and "r" in prefix:
                out.append(c)
                c = self.text[self.at:self.at + 1]
                self.at += 1
            elif c == "\\":
                c = self.escape("b" in prefix)
            out.append(c)
        self.at += len(quote)
        text = "".join(out)
        if "b" not in prefix:
            return text
        if any(ord(c) > 255 for c in text):
            raise _invalid()
        return text.encode("latin-1")

    def escape(self, is_bytes):
        c = self.text[self.at:self.at + 1]
        self.at += 1
        if c in _ESCAPES:
            return _ESCAPES[c]
        if c and c in "01234567":
            digits = c
            while len(digits) < 3 and self.text[self.at:self.at + 1] and self.text[self.at] in "01234567":
                digits += self.text[self.at]
                self.at += 1
            return chr(int(digits, 8))
        if c in _HEX and (c == "x" or not is_bytes):
            digits = self.text[self.at:self.at + _HEX[c]]
            self.at += len(digits)
            if len(digits) < _HEX[c] or not all(d in "0123456789abcdefABCDEF" for d in digits):
                raise _invalid()
            return chr(int(digits, 16))
        if c == "N" and not is_bytes:
            from sys import _stop
            _stop("batuta: PY0206 names of characters in `ast.literal_eval` are not converted")
        return "\\" + c


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise _malformed()
    reader = _Reader(node_or_string.lstrip(" \t"))
    values, comma = [reader.value()], False
    while reader.peek() == ",":
        comma = True
        reader.at += 1
        if reader.peek():
            values.append(reader.value())
    if reader.peek():
        raise _invalid()
    return tuple(values) if comma else values[0]
