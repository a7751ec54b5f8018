"""The parts of `os` that need no system call of their own."""

from os import listdir, remove, rename, rmdir, makedirs, _environment, _stat, islink

curdir = "."
pardir = ".."
pathsep = ":"
extsep = "."
altsep = None
devnull = "/dev/null"
name = "posix"
defpath = "/bin:/usr/bin"
F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1
EX_OK, EX_USAGE, EX_DATAERR, EX_NOINPUT, EX_NOUSER, EX_NOHOST, EX_UNAVAILABLE, EX_SOFTWARE = 0, 64, 65, 66, 67, 68, 69, 70
EX_OSERR, EX_OSFILE, EX_CANTCREAT, EX_IOERR, EX_TEMPFAIL, EX_PROTOCOL, EX_NOPERM, EX_CONFIG = 71, 72, 73, 74, 75, 76, 77, 78
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
unlink = remove
replace = rename
error = OSError

environ = _environment()


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    pass


def fspath(path):
    if isinstance(path, (str, bytes)):
        return path
    if hasattr(path, "__fspath__"):
        return path.__fspath__()
    raise TypeError(f"expected str, bytes or os.PathLike object, not {type(path).__name__}")


def fsencode(name):
    return fspath(name).encode("utf-8")


def fsdecode(name):
    name = fspath(name)
    return name.decode("utf-8") if isinstance(name, bytes) else name


class PathLike:
    def __fspath__(self):
        raise NotImplementedError


class stat_result(tuple):
    def __new__(cls, fields):
        made = tuple.__new__(cls, tuple(int(f) for f in fields))
        made.st_mode, made.st_ino, made.st_dev, made.st_nlink, made.st_uid, made.st_gid, made.st_size = fields[:7]
        made.st_atime, made.st_mtime, made.st_ctime = fields[7:]
        return made


def stat(path, *, follow_symlinks=True):
    return stat_result(_stat(fspath(path), follow_symlinks))


def lstat(path):
    return stat_result(_stat(fspath(path), False))


def access(path, mode):
    try:
        bits = stat(path).st_mode
    except OSError:
        return False
    return mode != X_OK or bits & 0o111 != 0


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = folder + name if folder.endswith("/") else folder + "/" + name

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"

    def _mode(self, follow):
        try:
            return _stat(self.path, follow)[0] & 0o170000
        except OSError:
            return 0

    def is_dir(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o040000

    def is_file(self, *, follow_symlinks=True):
        return self._mode(follow_symlinks) == 0o100000

    def is_symlink(self):
        return islink(self.path)

    def inode(self):
        return _stat(self.path, False)[1]

    def stat(self, *, follow_symlinks=True):
        return stat_result(_stat(self.path, follow_symlinks))


class _Scan:
    def __init__(self, entries):
        self.entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        pass

    def close(self):
        pass


def scandir(path="."):
    path = fspath(path)
    return _Scan([DirEntry(path, name) for name in listdir(path)])


def walk(top, topdown=True, onerror=None, followlinks=False):
    top = fspath(top)
    try:
        entries = [DirEntry(top, name) for name in listdir(top)]
    except OSError as failed:
        if onerror is not None:
            onerror(failed)
        return
    dirs = [e.name for e in entries if e.is_dir()]
    files = [e.name for e in entries if not e.is_dir()]
    if topdown:
        yield top, dirs, files
    for name in dirs:
        inner = top + name if top.endswith("/") else top + "/" + name
        if followlinks or not islink(inner):
            yield from walk(inner, topdown, onerror, followlinks)
    if not topdown:
        yield top, dirs, files


def removedirs(path):
    rmdir(path)
    while "/" in path:
        path = path.rpartition("/")[0]
        try:
            rmdir(path)
        except OSError:
            break


def get_terminal_size(fallback=(80, 24)):
    return terminal_size((80, 24))


class terminal_size(tuple):
    columns = property(lambda self: self[0])
    lines = property(lambda self: self[1])

    def __repr__(self):
        return f"os.terminal_size(columns={self[0]}, lines={self[1]})"


def strerror(code):
    return {1: "Operation not permitted", 2: "No such file or directory", 13: "Permission denied", 17: "File exists",
            20: "Not a directory", 21: "Is a directory", 22: "Invalid argument"}.get(code, f"Unknown error {code}")
