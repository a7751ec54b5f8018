"""Configuration as a tree of tables, read by the standard library: INI as `configparser` has it, TOML as `tomllib` has it."""

import configparser
import re
import tomllib

INT = re.compile(r"-?(0|[1-9][0-9]*)", re.ASCII)
I64 = range(-(2**63), 2**63)


class Bad(Exception):
    """The text is no configuration; `line` counts from 1."""

    def __init__(self, line: int, message: str):
        super().__init__(message)
        self.line = line
        self.message = message


def ini(text: str) -> dict:
    """Sections of an INI file; values that are written as Rust would write them get a type."""
    parser = configparser.RawConfigParser()
    try:
        # As a file opened as text would give it.
        parser.read_string(text.replace("\r\n", "\n").replace("\r", "\n"))
    except configparser.ParsingError as error:
        line = getattr(error, "lineno", None) or (error.errors[0][0] if error.errors else 1)
        raise Bad(line, "neither a section nor `key = value`") from None
    except configparser.Error as error:
        raise Bad(getattr(error, "lineno", None) or 1, error.message.split("\n")[0]) from None
    return {name: {key: scalar(value) for key, value in parser.items(name)} for name in parser.sections()}


def scalar(text: str):
    """A truth value, an int or a float where the text is exactly how it is printed; otherwise the text."""
    if text in ("true", "false"):
        return text == "true"
    if INT.fullmatch(text) and text != "-0" and len(text) < 21 and int(text) in I64:
        return int(text)
    try:
        return float(text) if is_plain(float(text)) and repr(float(text)) == text else text
    except ValueError:
        return text


def is_plain(value: float) -> bool:
    """Whether Rust and Python print it alike: without exponent, and finite."""
    return re.fullmatch(r"-?[0-9]+\.[0-9]+", repr(value)) is not None


def toml(text: str) -> dict:
    """Tables of a TOML file."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"\(at line ([0-9]+)", str(error))
        line = int(place[1]) if place else text.count("\n") + 1
        raise Bad(line, str(error).split(" (at ")[0]) from None
