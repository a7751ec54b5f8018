"""Warnings go to standard error, or to a list of the program's."""

import sys


class WarningMessage:
    """A warning that was caught."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None


class _State:
    def __init__(self):
        self.filters = [("ignore", PendingDeprecationWarning), ("ignore", ImportWarning), ("ignore", ResourceWarning)]
        self.caught = None
        self.seen = set()


_state = _State()
filters = _state.filters


def _action(category):
    for action, kind in _state.filters:
        if issubclass(category, kind):
            return action
    return "default"


def warn(message, category=None, stacklevel=1, source=None):
    if isinstance(message, Warning):
        category = type(message)
        text = message
    else:
        category = UserWarning if category is None else category
        text = category(message)
    action = _action(category)
    if action == "ignore":
        return
    if action == "error":
        raise text
    key = (str(text), category.__name__)
    if action in ("once", "module", "default"):
        # One place in the source is told from another by its text alone here.
        if key in _state.seen:
            if _state.caught is not None:
                from sys import _stop
                _stop("batuta: PY0206 whether a repeated warning comes from another line is not known")
            return
        _state.seen.add(key)
    if _state.caught is not None:
        _state.caught.append(WarningMessage(text, category, "", 0))
    else:
        sys.stderr.write(f"{category.__name__}: {text}\n")


def simplefilter(action, category=Warning, lineno=0, append=False):
    if append:
        _state.filters.append((action, category))
    else:
        _state.filters.insert(0, (action, category))
    _state.seen.clear()


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    if message or module:
        from sys import _stop
        _stop("batuta: PY0206 filters of warnings by text or module are not converted")
    simplefilter(action, category, lineno, append)


def resetwarnings():
    _state.filters.clear()
    _state.seen.clear()


class catch_warnings:
    """Keeps filters, and catches warnings when asked to."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._saved = None

    def __enter__(self):
        self._saved = (list(_state.filters), _state.caught, set(_state.seen))
        if self._record:
            _state.caught = []
            _state.seen.clear()
            return _state.caught
        return None

    def __exit__(self, *info):
        filters, caught, seen = self._saved
        _state.filters[:] = filters
        _state.caught = caught
        _state.seen = seen
