"""Hand-written JSON parser and pretty printer, compared with the json module."""
import json
import re
from typing import Any, Iterable, Union

Json = Union[None, bool, int, float, str, list["Json"], dict[str, "Json"]]


class JsonError(ValueError):
    def __init__(self, msg: str, text: str, pos: int):
        line = text.count("\n", 0, pos) + 1
        col = pos - text.rfind("\n", 0, pos)
        super().__init__(f"{msg} at line {line} column {col}")
        self.pos = pos


class Reader:
    WS = re.compile(r"[ \t\r\n]*")
    NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?")
    CHUNK = re.compile(r'[^"\\\x00-\x1f]*')
    ESC = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
    WORDS = {"true": True, "false": False, "null": None}

    def __init__(self, text: str):
        self.text, self.pos = text, 0

    def fail(self, msg: str):
        raise JsonError(msg, self.text, self.pos)

    def skip(self) -> str:
        self.pos = self.WS.match(self.text, self.pos).end()
        return self.text[self.pos:self.pos + 1]

    def value(self) -> Json:
        ch = self.skip()
        match ch:
            case "{":
                return dict(self.members())
            case "[":
                return list(self.elements())
            case '"':
                return self.string()
            case "t" | "f" | "n":
                for word, val in self.WORDS.items():
                    if self.text.startswith(word, self.pos):
                        self.pos += len(word)
                        return val
                self.fail("unknown word")
            case "":
                self.fail("unexpected end")
        m = self.NUMBER.match(self.text, self.pos)
        if m is None:
            self.fail(f"unexpected {ch!r}")
        self.pos = m.end()
        return float(m[0]) if m[1] or m[2] else int(m[0])

    def string(self) -> str:
        self.pos += 1
        parts = []
        while True:
            m = self.CHUNK.match(self.text, self.pos)
            parts.append(m.group())
            self.pos = m.end()
            ch = self.text[self.pos:self.pos + 1]
            if ch == '"':
                self.pos += 1
                return "".join(parts)
            if ch != "\\":
                self.fail("bad string")
            esc = self.text[self.pos + 1:self.pos + 2]
            if esc == "u":
                parts.append(chr(int(self.text[self.pos + 2:self.pos + 6], 16)))
                self.pos += 6
            elif esc in self.ESC and esc:
                parts.append(self.ESC[esc])
                self.pos += 2
            else:
                self.fail("bad escape")

    def elements(self) -> Iterable[Json]:
        self.pos += 1
        if self.skip() == "]":
            self.pos += 1
            return
        while True:
            yield self.value()
            sep = self.skip()
            self.pos += 1
            if sep == "]":
                return
            if sep != ",":
                self.pos -= 1
                self.fail("expected , or ]")

    def members(self) -> Iterable[tuple[str, Json]]:
        self.pos += 1
        if self.skip() == "}":
            self.pos += 1
            return
        while True:
            if self.skip() != '"':
                self.fail("expected a key")
            key = self.string()
            if self.skip() != ":":
                self.fail("expected :")
            self.pos += 1
            yield key, self.value()
            if (sep := self.skip()) not in (",", "}") or not sep:
                self.fail("expected , or }")
            self.pos += 1
            if sep == "}":
                return


def loads(text: str) -> Json:
    r = Reader(text)
    result = r.value()
    if r.skip():
        r.fail("trailing data")
    return result


def pretty(v: Any, depth: int = 0, width: int = 40) -> str:
    flat = json.dumps(v)
    if len(flat) + 2 * depth <= width or not isinstance(v, (list, dict)):
        return flat
    pad, end = "  " * (depth + 1), "  " * depth
    if isinstance(v, dict):
        body = [f"{json.dumps(k)}: {pretty(x, depth + 1, width)}" for k, x in v.items()]
        return "{\n" + ",\n".join(pad + b for b in body) + f"\n{end}}}"
    return "[\n" + ",\n".join(pad + pretty(x, depth + 1, width) for x in v) + f"\n{end}]"


GOOD = r"""{"name": "Widget \u00e9\n\"x\"", "dims": [1, -2.50, 3e2, 1E-7], "ok": true, "none": null,
 "nested": {"empty": {}, "list": [], "deep": [[1, [2, [3, {"k": "a longer string value here"}]]]]}, "big": 123456789012345678901234567890, "dup": 1, "dup": 2}"""
data = loads(GOOD)
print(data == json.loads(GOOD))
print(pretty(data))
print(data["name"], data["dims"], data["dup"], sep=" | ")
for bad in ["", "[1, 2", "[1 2]", '{"a" 1}', "{a: 1}", '"abc', '"\\q"', "tru", "[1,]\n", "1 2", '{\n  "k": [1,\n  ?]\n}', "-", "01", '{"a":1,}']:
    try:
        print("accepted", loads(bad))
    except JsonError as e:
        try:
            json.loads(bad)
        except json.JSONDecodeError:
            agree = "json agrees"
        else:
            agree = "JSON DISAGREES"
        print(f"{bad!r:<24} {e} ({agree})")
print(json.dumps({"b": [1, 2.0, None], "a": {"x": "é"}}, indent=2, sort_keys=True))
print(json.dumps({"b": (1, True)}, separators=(",", ":")), json.dumps("é\t", ensure_ascii=False), json.dumps({1: "int key", None: 2.5e-10}))
