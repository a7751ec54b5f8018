"""Converts INI and TOML configuration to typed Rust: one struct per table, a constant with the values, and a program that prints them.

The original of such a file is a Python program that reads it with the standard library and prints `key = value` for each value.
"""

from batuta_sdk import Binary, Command, Context, Diagnostic, Lowered, Manifest, Output, SourceFile, Transpiler, rust_name
from emit import Unsupported, package
from model import Bad, ini, toml

NOT_CONFIG = "CF0001"
NO_TYPE = "CF0002"

# Files of tools that happen to be TOML: nobody wants them as Rust.
TOOLS = ("batuta.toml", "batuta-plugin.toml", "Cargo.toml", "pyproject.toml", "rustfmt.toml", "clippy.toml")

# The original: prints what the plugin's Rust prints.
ORIGINAL = r"""
import configparser, sys, tomllib
sys.stdout.reconfigure(encoding="utf-8")
def text(value):
    return str(value).lower() if isinstance(value, bool) else str(value)
def show(table, path):
    for key, value in table.items():
        here = path + [key]
        if isinstance(value, dict):
            show(value, here)
        elif isinstance(value, list):
            print(".".join(here), "=", ", ".join(text(item) for item in value))
        else:
            print(".".join(here), "=", text(value))
name = sys.argv[1]
if name.endswith(".toml"):
    with open(name, "rb") as file:
        show(tomllib.load(file), [])
else:
    parser = configparser.RawConfigParser()
    with open(name, encoding="utf-8") as file:
        parser.read_file(file)
    show({section: dict(parser.items(section)) for section in parser.sections()}, [])
"""


class Config(Transpiler):
    """The plugin."""

    def manifest(self) -> Manifest:
        globs = ["*.ini", "**/*.ini", "*.toml", "**/*.toml"]
        return Manifest("config", "0.1.0", "Converts INI and TOML configuration to typed Rust", ["ini", "toml"], globs)

    def index(self, file: SourceFile, cx: Context) -> bytes:
        return b"tool" if file.name() in TOOLS else b""

    def link(self, indexes, cx: Context):
        return [(id, b"") for id, index in indexes if index != b"tool"]

    def lower(self, file: SourceFile, facts: bytes, cx: Context) -> Lowered:
        name = rust_name(file.stem())
        text = file.text()
        if text is None:
            cx.emit(Diagnostic("error", NOT_CONFIG, "this file is not UTF-8 text", file.span(0, 0)))
            return Lowered(name)
        count = 0

        def checkpoint():
            nonlocal count
            count += 1
            if count % 256 == 1:
                cx.checkpoint(count)

        cx.checkpoint()
        try:
            tree = toml(text) if file.path.endswith(".toml") else ini(text)
            config, main = package(tree, file.path, checkpoint)
        except Bad as bad:
            cx.emit(Diagnostic("error", NOT_CONFIG, bad.message, line_span(file, bad.line)))
            return Lowered(name)
        except Unsupported as why:
            key = ".".join(why.path)
            at = key_span(file, why.path)
            cx.emit(Diagnostic("error", NO_TYPE, f"`{key}`: {why.message}", at, "write the value as a text"))
            return Lowered(name)
        files = [Output("src/main.rs", main)]
        if "mod config;" in main:
            files.insert(0, Output("src/config.rs", config))
        run = Command("python3", ["-c", ORIGINAL, file.path])
        return Lowered(name, files, [Binary(name, "src/main.rs", file.id, run)])


def line_span(file: SourceFile, number: int):
    """The line, from 1, or the end of the file."""
    lines = file.data.split(b"\n")
    number = min(max(number, 1), len(lines))
    start = sum(len(line) + 1 for line in lines[: number - 1])
    return file.span(start, start + len(lines[number - 1].rstrip(b"\r")))


def key_span(file: SourceFile, path):
    """The line that sets the last key, as far as it can be found."""
    for number, line in enumerate(file.data.split(b"\n"), 1):
        key, equals, _ = line.partition(b"=")
        if equals and key.strip().strip(b"\"'").split(b".")[-1] == path[-1].encode():
            return line_span(file, number)
    return file.span(0, 0)
