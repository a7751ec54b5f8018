"""Paths as objects."""

import os
import fnmatch


class PurePath:
    """A path, without touching the disk."""

    def __init__(self, *parts):
        texts = []
        for part in parts:
            if isinstance(part, PurePath):
                texts.append(str(part))
            elif isinstance(part, str):
                texts.append(part)
            else:
                raise TypeError(f"argument should be a str object or an os.PathLike object returning str, not {type(part)!r}")
        text = os.path.join(*texts) if texts else ""
        root = "/" if text.startswith("/") else ""
        names = [name for name in text.split("/") if name and name != "."]
        self._root = root
        self._names = names

    @classmethod
    def _of(cls, root, names):
        path = cls()
        path._root = root
        path._names = list(names)
        return path

    def __str__(self):
        return self._root + "/".join(self._names) or "."

    def __fspath__(self):
        return str(self)

    def as_posix(self):
        return str(self)

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    def __hash__(self):
        return hash(str(self))

    def _key(self):
        return [self._root] + self._names

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() == other._key()

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() <= other._key()

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        if not isinstance(other, str):
            return NotImplemented
        return type(self)(other, self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    @property
    def parts(self):
        return tuple(([self._root] if self._root else []) + self._names)

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def drive(self):
        return ""

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        name = self.name
        at = name.rfind(".")
        return name[at:] if 0 < at < len(name) - 1 else ""

    @property
    def suffixes(self):
        name = self.name
        if name.endswith("."):
            return []
        return ["." + part for part in name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        name = self.name
        at = name.rfind(".")
        return name[:at] if 0 < at < len(name) - 1 else name

    @property
    def parent(self):
        if not self._names:
            return self
        return type(self)._of(self._root, self._names[:-1])

    @property
    def parents(self):
        return tuple([type(self)._of(self._root, self._names[:n]) for n in range(len(self._names) - 1, -1, -1)])

    def is_absolute(self):
        return bool(self._root)

    def with_name(self, name):
        if not self.name:
            raise ValueError(f"{self!r} has an empty name")
        return type(self)._of(self._root, self._names[:-1] + [name])

    def with_suffix(self, suffix):
        if suffix and (not suffix.startswith(".") or suffix == "."):
            raise ValueError(f"Invalid suffix {suffix!r}")
        return self.with_name(self.stem + suffix)

    def with_stem(self, stem):
        return self.with_name(stem + self.suffix)

    def relative_to(self, *other):
        base = type(self)(*other)
        n = len(base._names)
        if base._root != self._root or self._names[:n] != base._names:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(base)!r} OR one path is relative and the other is absolute.")
        return type(self)._of("", self._names[n:])

    def is_relative_to(self, *other):
        try:
            self.relative_to(*other)
        except ValueError:
            return False
        return True

    def match(self, pattern):
        parts = [part for part in pattern.split("/") if part]
        if pattern.startswith("/"):
            if not self._root or len(parts) != len(self._names):
                return False
        if len(parts) > len(self._names):
            return False
        return all(fnmatch.fnmatch(name, part) for name, part in zip(reversed(self._names), reversed(parts)))


class Path(PurePath):
    """A path to files."""

    def __repr__(self):
        return f"PosixPath({str(self)!r})"

    @classmethod
    def cwd(cls):
        return cls(os.getcwd())

    def exists(self):
        return os.path.exists(str(self))

    def stat(self, *, follow_symlinks=True):
        import os
        return os.stat(str(self))

    def is_file(self):
        return os.path.isfile(str(self))

    def is_dir(self):
        return os.path.isdir(str(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return open(str(self), mode, encoding=encoding or "utf-8", newline=newline)

    def read_text(self, encoding=None, errors=None):
        with self.open() as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w") as file:
            return file.write(data)

    def read_bytes(self):
        with open(str(self), "rb") as file:
            return file.read()

    def write_bytes(self, data):
        with open(str(self), "wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        if self.exists():
            if not exist_ok:
                raise FileExistsError(17, "File exists", str(self))
            return
        with open(str(self), "w"):
            pass

    def __getattr__(self, name):
        if name in ("as_uri", "chmod", "expanduser", "group", "hardlink_to", "home", "is_mount", "is_reserved", "is_socket",
                    "is_fifo", "is_block_device", "is_char_device", "lchmod", "link_to", "lstat", "owner", "readlink",
                    "samefile", "symlink_to"):
            from sys import _stop
            _stop(f"batuta: PY0102 `Path.{name}` is not in the runtime")
        raise AttributeError(f"'PosixPath' object has no attribute '{name}'")

    def rename(self, target):
        os.rename(str(self), str(target))
        return type(self)(target)

    def replace(self, target):
        os.replace(str(self), str(target))
        return type(self)(target)

    def rmdir(self):
        os.rmdir(str(self))

    def is_symlink(self):
        return os.path.islink(str(self))

    def unlink(self, missing_ok=False):
        try:
            os.remove(str(self))
        except FileNotFoundError:
            if not missing_ok:
                raise

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if self.exists():
            if exist_ok and self.is_dir():
                return
            raise FileExistsError(17, "File exists", str(self))
        if not parents and not self.parent.exists():
            raise FileNotFoundError(2, "No such file or directory", str(self))
        os.makedirs(str(self))

    def iterdir(self):
        for name in os.listdir(str(self)):
            yield self / name

    def absolute(self):
        return self if self._root else type(self)(os.getcwd(), self)

    def resolve(self, strict=False):
        names = []
        for name in self.absolute()._names:
            if name == "..":
                if names:
                    names.pop()
            else:
                names.append(name)
        return type(self)._of("/", names)

    def _children(self):
        try:
            return sorted(os.listdir(str(self)))
        except OSError:
            return []

    def glob(self, pattern):
        parts = [part for part in pattern.split("/") if part]
        if not parts:
            raise ValueError(f"Unacceptable pattern: {pattern!r}")
        yield from self._select(parts)

    def _select(self, parts):
        first = parts[0]
        rest = parts[1:]
        if first == "**":
            if rest:
                yield from self._select(rest)
            else:
                yield self
            for name in self._children():
                child = self / name
                if child.is_dir():
                    yield from child._select(parts)
            return
        for name in self._children():
            if fnmatch.fnmatch(name, first):
                child = self / name
                if not rest:
                    yield child
                elif child.is_dir():
                    yield from child._select(rest)

    def rglob(self, pattern):
        yield from self.glob("**/" + pattern)


PosixPath = Path
PurePosixPath = PurePath
