"""Write a batuta plugin in Python: the values of the ABI as plain classes.

Nothing here knows WebAssembly, so a plugin runs under an ordinary Python in its tests (see `MemoryHost`). `batuta_guest.py` is the other
half: it makes a component of a plugin.

Rules that the host enforces or `batuta plugin test` tests: a step is pure (same input, same bytes out, on every machine), gives a value or
raises `Refusal` on any input, and reads other files only through `Context.open`.
"""

from dataclasses import dataclass, field
from typing import Dict, List, Optional, Sequence, Tuple

ABI = "0.2.0"


class Refusal(Exception):
    """Why a whole step gives no value. Findings about a place in the source are diagnostics instead."""

    def __init__(self, kind: str, message: str = ""):
        if kind not in ("unsupported", "invalid-input", "limit", "denied", "cancelled", "internal"):
            raise ValueError(kind)
        super().__init__(message)
        self.kind = kind
        self.message = message


@dataclass
class SourceFile:
    """A file of the project; `id` is the number that spans in it carry."""

    id: int
    path: str
    data: bytes

    def text(self) -> Optional[str]:
        """The text, or None where it is not UTF-8."""
        try:
            return self.data.decode("utf-8")
        except UnicodeDecodeError:
            return None

    def name(self) -> str:
        """The last part of the path."""
        return self.path.rsplit("/", 1)[-1]

    def stem(self) -> str:
        """The last part of the path without its extension."""
        stem = self.name().rsplit(".", 1)[0]
        return stem or self.name()

    def span(self, start: int, end: int) -> "Span":
        """The place `start..end`, in bytes."""
        return Span(self.id, start, end)


@dataclass(frozen=True)
class Span:
    """Bytes `start..end` of a file."""

    file: int
    start: int
    end: int


@dataclass
class Diagnostic:
    """One finding. `severity` is `note`, `help`, `warning` or `error` (a refusal); `code` two letters and four digits."""

    severity: str
    code: str
    message: str
    at: Optional[Span] = None
    help: Optional[str] = None
    related: List[Tuple[Span, str]] = field(default_factory=list)
    fixes: List[Tuple[Span, str]] = field(default_factory=list)


@dataclass
class Output:
    """A generated file. `origins` are pairs of a line, from 1, and the place that it comes from, in order of lines."""

    path: str
    content: str
    origins: List[Tuple[int, Span]] = field(default_factory=list)


@dataclass
class Command:
    """A program by name, with arguments; `{out}` stands for what the build makes, `{scratch}` for an empty folder."""

    program: str
    arguments: List[str] = field(default_factory=list)


@dataclass
class Binary:
    """A program of the generated package, and how the original runs."""

    name: str
    path: str
    source: int
    run: Command
    build: List[Command] = field(default_factory=list)


@dataclass
class Lowered:
    """What became of one source file. `supports` and `dependencies` are pairs and triples: name, (version,) features."""

    package: str
    files: List[Output] = field(default_factory=list)
    binaries: List[Binary] = field(default_factory=list)
    supports: List[Tuple[str, List[str]]] = field(default_factory=list)
    dependencies: List[Tuple[str, str, List[str]]] = field(default_factory=list)
    counts: Dict[str, int] = field(default_factory=dict)


@dataclass
class Dependency:
    """A package that the project says it needs."""

    ecosystem: str
    name: str
    requirement: str = ""


@dataclass
class Findings:
    """What one file is. `lines` are code, comment and blank lines."""

    language: Optional[str] = None
    entry_point: bool = False
    lines: Tuple[int, int, int] = (0, 0, 0)
    dependencies: List[Dependency] = field(default_factory=list)
    frameworks: List[str] = field(default_factory=list)
    facts: bytes = b""


@dataclass
class Summary:
    """What the project is. `languages` are triples of language, files and lines by kind, the most code first."""

    languages: List[Tuple[str, int, Tuple[int, int, int]]] = field(default_factory=list)
    entry_points: List[int] = field(default_factory=list)
    dependencies: List[Dependency] = field(default_factory=list)
    frameworks: List[str] = field(default_factory=list)
    advice: List[str] = field(default_factory=list)


@dataclass
class Wanted:
    """A capability that the plugin asks for, its scope, and the reason that the user is shown."""

    capability: str
    detail: str
    reason: str


@dataclass
class Manifest:
    """What a plugin says of itself."""

    name: str
    version: str
    description: str
    languages: List[str] = field(default_factory=list)
    file_globs: List[str] = field(default_factory=list)
    capabilities: List[Wanted] = field(default_factory=list)
    settings_schema: str = ""
    formats: List[str] = field(default_factory=list)


@dataclass
class Churn:
    """What the version control says of one file; `days` are those before the newest change of the project."""
    changes: int
    authors: int
    added: int
    removed: int
    days: int


@dataclass
class Coverage:
    """Lines that tests could run, and that they ran."""
    lines: int
    covered: int


@dataclass
class Known:
    """What is known of one file from elsewhere; None where nobody was asked. `refusals` counts diagnostics of transpilers by code."""
    file: int
    churn: Optional[Churn] = None
    coverage: Optional[Coverage] = None
    refusals: Optional[Dict[str, int]] = None


class Context:
    """What a step may use beside its arguments."""

    def __init__(self, host, settings: Dict[str, str], known: Sequence[Known] = ()):
        self._host = host
        self.settings = settings
        #: What the host knows of files beside their contents; only `summarise` is told, and only of files of which something is known.
        self.known = known

    def open(self, path: str) -> Optional[SourceFile]:
        """Another file by project-relative path. Each call, a miss too, becomes an input of the step."""
        return self._host.open(path)

    def emit(self, finding: Diagnostic) -> None:
        """Report one finding."""
        self._host.emit(finding)

    def log(self, level: str, target: str, message: str) -> None:
        """Write a log line; `level` as the severity of a diagnostic."""
        self._host.log(level, target, message)

    def checkpoint(self, done: int = 0, total: int = 0) -> None:
        """Progress; raises `Refusal("cancelled")` when the user cancelled. Call it in every long loop."""
        if not self._host.checkpoint(done, total):
            raise Refusal("cancelled")


class Transpiler:
    """Converts the files of one language, in three pure steps that the host caches one by one."""

    def manifest(self) -> Manifest:
        raise NotImplementedError

    def index(self, file: SourceFile, cx: Context) -> bytes:
        """1. Per file: what other files need to know of it."""
        return b""

    def link(self, indexes: List[Tuple[int, bytes]], cx: Context) -> List[Tuple[int, bytes]]:
        """2. Once per project: one slice of facts per file, in order of file id; a file without one is not lowered."""
        return [(id, b"") for id, _ in indexes]

    def lower(self, file: SourceFile, facts: bytes, cx: Context) -> Lowered:
        """3. Per file: Rust."""
        raise NotImplementedError

    def support_crate(self, name: str) -> List[Output]:
        """The files of a support crate that `lower` named, with its `Cargo.toml`."""
        raise Refusal("unsupported", f"no support crate `{name}`")


class Analyzer:
    """Finds out what a project is made of."""

    def manifest(self) -> Manifest:
        raise NotImplementedError

    def analyze(self, file: SourceFile, cx: Context) -> Findings:
        """One file."""
        raise NotImplementedError

    def summarise(self, files: List[Tuple[int, Findings]], cx: Context) -> Summary:
        """The project, from the findings in order of file id."""
        raise NotImplementedError


class MemoryHost:
    """The host's side of a context, for tests: files by path, and everything that a step did."""

    def __init__(self, files: Optional[Dict[str, bytes]] = None, cancelled: bool = False):
        self.files = files or {}
        self.cancelled = cancelled
        self.findings: List[Diagnostic] = []
        self.logged: List[Tuple[str, str, str]] = []

    def context(self, settings: Optional[Dict[str, str]] = None) -> Context:
        return Context(self, settings or {})

    def file(self, path: str) -> SourceFile:
        return SourceFile(sorted(self.files).index(path), path, self.files[path])

    def open(self, path: str) -> Optional[SourceFile]:
        return self.file(path) if path in self.files else None

    def emit(self, finding: Diagnostic) -> None:
        self.findings.append(finding)

    def log(self, level: str, target: str, message: str) -> None:
        self.logged.append((level, target, message))

    def checkpoint(self, done: int, total: int) -> bool:
        return not self.cancelled


_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t", "\0": "\\0"}


def rust_string(text: str) -> str:
    """`text` as a Rust string literal."""
    def one(c: str) -> str:
        if c in _ESCAPES:
            return _ESCAPES[c]
        return c if c.isprintable() else "\\u{%x}" % ord(c)
    return '"' + "".join(map(one, text)) + '"'


_KEYWORDS = frozenset(
    "abstract as async await become box break const continue crate do dyn else enum extern false final fn for gen if impl in let loop"
    " macro match mod move mut override priv pub ref return self Self static struct super test trait true try type typeof unsafe"
    " unsized use virtual where while yield".split()
)


def rust_name(text: str) -> str:
    """`text` as the name of a package, a module or a variable: what is no letter, digit or `_` becomes `_`."""
    name = "".join(c if c.isascii() and (c.isalnum() or c == "_") else "_" for c in text) or "_"
    if name[0].isdigit():
        name = "p" + name
    return name + "_" if name in _KEYWORDS or name == "_" else name
