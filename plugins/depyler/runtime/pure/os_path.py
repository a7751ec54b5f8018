"""Paths as texts."""

from os import getcwd, _stat, _resolved, fspath, environ
from os.path import islink
from os.path import exists

curdir = "."
pardir = ".."
extsep = "."
pathsep = ":"
altsep = None
devnull = "/dev/null"


def isabs(path):
    return fspath(path).startswith("/")


def normpath(path):
    path = fspath(path)
    if path == "":
        return "."
    root = "/" if path.startswith("/") else ""
    if path.startswith("//") and not path.startswith("///"):
        root = "//"
    parts = []
    for part in path.split("/"):
        if part in ("", "."):
            continue
        if part != ".." or (not root and not parts) or (parts and parts[-1] == ".."):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + "/".join(parts) or "."


def abspath(path):
    path = fspath(path)
    if not path.startswith("/"):
        path = getcwd() + "/" + path
    return normpath(path)


def realpath(path, *, strict=False):
    full = abspath(path)
    head, tail = full, []
    while True:
        found = _resolved(head)
        if found is not None or head == "/":
            break
        head, _, last = head.rpartition("/")
        tail.insert(0, last)
        head = head or "/"
    if not tail:
        return found
    return found.rstrip("/") + "/" + "/".join(tail)


def relpath(path, start="."):
    if not path:
        raise ValueError("no path specified")
    a = [p for p in abspath(start).split("/") if p]
    b = [p for p in abspath(path).split("/") if p]
    same = 0
    while same < min(len(a), len(b)) and a[same] == b[same]:
        same += 1
    return "/".join([".."] * (len(a) - same) + b[same:]) or "."


def expanduser(path):
    path = fspath(path)
    if path == "~" or path.startswith("~/"):
        return (environ.get("HOME", "~").rstrip("/") + path[1:]) or "/"
    return path


def expandvars(path):
    import re

    def one(match):
        name = match.group(1)
        name = name[1:-1] if name.startswith("{") else name
        return environ.get(name, match.group(0))

    return re.sub(r"\$(\w+|\{[^}]*\})", one, fspath(path))


def normcase(path):
    return fspath(path)


def lexists(path):
    return exists(path) or islink(path)


def getsize(path):
    return _stat(fspath(path))[6]


def getmtime(path):
    return _stat(fspath(path))[8]


def getatime(path):
    return _stat(fspath(path))[7]


def getctime(path):
    return _stat(fspath(path))[9]


def samefile(a, b):
    return _stat(fspath(a))[1:3] == _stat(fspath(b))[1:3]


def splitdrive(path):
    return "", fspath(path)


def commonprefix(paths):
    if not paths:
        return ""
    low, high = min(paths), max(paths)
    for i, c in enumerate(low):
        if c != high[i]:
            return low[:i]
    return low


def commonpath(paths):
    paths = [fspath(p) for p in paths]
    if not paths:
        raise ValueError("commonpath() arg is an empty sequence")
    absolute = paths[0].startswith("/")
    if any(p.startswith("/") != absolute for p in paths):
        raise ValueError("Can't mix absolute and relative paths")
    split = [[p for p in path.split("/") if p and p != "."] for path in paths]
    low, high = min(split), max(split)
    common = low
    for i, part in enumerate(low):
        if part != high[i]:
            common = low[:i]
            break
    return ("/" if absolute else "") + "/".join(common)
