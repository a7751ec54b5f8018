"""Converts `{{name}}` to Rust.

The language of this template has one construct of each kind, to be replaced by yours: a line is printed, a line that begins with `#` is a
comment, and a line that begins with `@` is refused with a code.
"""

from batuta_sdk import Binary, Command, Context, Diagnostic, Lowered, Manifest, Output, SourceFile, Transpiler
from batuta_sdk import Refusal, rust_name, rust_string

NOT_TEXT = "{{code}}0001"
DIRECTIVE = "{{code}}0002"
# Longer files would need more memory than a plugin may use.
MOST_LINES = 100_000


class Language(Transpiler):
    """The plugin."""

    def manifest(self) -> Manifest:
        globs = ["*.{{name}}", "**/*.{{name}}"]
        return Manifest("{{name}}", "0.1.0", "Converts {{name}} to Rust", ["{{name}}"], globs)

    def lower(self, file: SourceFile, facts: bytes, cx: Context) -> Lowered:
        package = rust_name(file.stem())
        text = file.text()
        if text is None:
            cx.emit(Diagnostic("error", NOT_TEXT, "this file is not UTF-8 text", file.span(0, 0)))
            return Lowered(package)
        if text.count("\n") > MOST_LINES:
            raise Refusal("limit", f"this file has more than {MOST_LINES} lines")
        lines, origins = body(file, text, cx)
        rust = "".join(f"    {line}\n" for line in lines)
        main = Output("src/main.rs", f"fn main() {{\n{rust}}}\n" if lines else "fn main() {}\n", origins)
        # How the original runs, so that batuta can compare: here `awk` prints what is no comment.
        run = Command("awk", ["!/^#/", file.path])
        return Lowered(package, [main], [Binary(package, main.path, file.id, run)])


def body(file: SourceFile, text: str, cx: Context):
    """Lines of Rust and where they come from, up to the first line that is refused: nothing behind a hole is ever reached."""
    lines, origins, start = [], [], 0
    for number, line in enumerate(text.removesuffix("\n").split("\n") if text else []):
        if number % 1000 == 0:
            cx.checkpoint(number)
        end = start + len(line.encode())
        at, start = file.span(start, end), end + 1
        origins.append((len(lines) + 2, at))
        if line.startswith("#"):
            lines.append(("// " + "".join(c if c.isprintable() else " " for c in line[1:]).strip()).strip())
        elif line.startswith("@"):
            reason = "not converted"
            cx.emit(Diagnostic("error", DIRECTIVE, reason, at))
            words = rust_string(f"batuta: {DIRECTIVE} {file.path}:{number + 1}: {reason}")
            lines += [f'eprintln!("{{}}", {words});', "std::process::exit(70);"]
            break
        else:
            lines.append(f'println!("{{}}", {rust_string(line)});')
    return lines, origins
