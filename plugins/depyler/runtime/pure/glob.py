"""Paths that fit a pattern."""

import os
import os.path
import re
from fnmatch import translate


def has_magic(s):
    return re.search("[*?[]", s) is not None


def escape(pathname):
    return re.sub(r"([*?[])", r"[\1]", pathname)


def _names(folder, hidden):
    try:
        names = os.listdir(folder or ".")
    except OSError:
        return []
    return names if hidden else [n for n in names if not n.startswith(".")]


def _below(folder, hidden):
    yield ""
    for name in _names(folder, hidden):
        full = os.path.join(folder, name) if folder else name
        yield name
        if os.path.isdir(full) and not os.path.islink(full):
            for inner in _below(full, hidden):
                if inner:
                    yield os.path.join(name, inner)


def _find(base, parts, recursive, hidden):
    if not parts:
        yield base
        return
    part, rest = parts[0], parts[1:]
    if part == "**" and recursive:
        for inner in _below(base, hidden):
            here = os.path.join(base, inner) if inner else base
            if not rest:
                if inner:
                    yield here
                elif base:
                    yield os.path.join(base, "")
            elif inner == "" or os.path.isdir(here):
                yield from _find(here, rest, recursive, hidden)
        return
    if not has_magic(part):
        here = os.path.join(base, part) if base else part
        if part == "":
            if os.path.isdir(base):
                yield os.path.join(base, "")
        elif os.path.lexists(here) and (not rest or os.path.isdir(here)):
            yield from _find(here, rest, recursive, hidden)
        return
    fits = re.compile(translate(part)).match
    for name in _names(base, hidden or part.startswith(".")):
        if fits(name):
            here = os.path.join(base, name) if base else name
            if not rest or os.path.isdir(here):
                yield from _find(here, rest, recursive, hidden)


def iglob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    pathname = os.fspath(pathname)
    parts = pathname.split("/")
    start = ""
    if pathname.startswith("/"):
        start, parts = "/", parts[1:]
    if root_dir is not None and not start:
        cut = len(os.path.join(root_dir, ""))
        for found in _find(os.path.join(root_dir, ""), parts, recursive, include_hidden):
            yield found[cut:]
        return
    yield from _find(start, parts, recursive, include_hidden)


def glob(pathname, *, root_dir=None, dir_fd=None, recursive=False, include_hidden=False):
    return list(iglob(pathname, root_dir=root_dir, recursive=recursive, include_hidden=include_hidden))
