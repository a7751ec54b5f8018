"""The last lines of tracebacks; frames are not known at run time."""

import sys


def format_exception_only(exc, value=None):
    error = exc if value is None else value
    kind = type(error)
    module = kind.__module__
    name = kind.__qualname__
    if module not in ("builtins", "__main__"):
        name = f"{module}.{name}"
    text = str(error)
    return [f"{name}: {text}\n" if text else f"{name}\n"]


def print_exception(exc, value=None, tb=None, limit=None, file=None, chain=True):
    error = exc if value is None else value
    out = sys.stderr if file is None else file
    if out is not sys.stderr and hasattr(out, "_poison"):
        out._poison()
        return
    if out is not sys.stderr and file is not None and file is not sys.stderr:
        from sys import _stop
        _stop("batuta: PY0212 the frames of a traceback are known to an interpreter only")
    sys.stderr.write("Traceback (most recent call last):\n" + "".join(format_exception_only(error)))


def print_exc(limit=None, file=None, chain=True):
    error = sys.exc_info()[1]
    if error is not None:
        print_exception(error, file=file)
