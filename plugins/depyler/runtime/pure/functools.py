"""Functions that choose by class."""

import functools as _functools


def singledispatch(function):
    """A function that chooses by the class of its first argument."""
    registry = {}

    def dispatch(kind):
        for base in kind.__mro__:
            if base is not object and base in registry:
                return registry[base]
        # Abstract classes that are no bases, the most specific first.
        found = [known for known in registry if known is not object and issubclass(kind, known)]
        best = [known for known in found if not any(other is not known and issubclass(other, known) for other in found)]
        if len(best) > 1:
            raise RuntimeError(f"Ambiguous dispatch: {best[0]} or {best[1]}")
        return registry[best[0] if best else object]

    def register(kind, chosen=None):
        if chosen is not None:
            registry[kind] = chosen
            return chosen
        if isinstance(kind, type):
            def take(chosen):
                registry[kind] = chosen
                return chosen
            return take
        for noted in _noted(kind):
            registry[noted] = kind
        return kind

    def wrapper(*args, **kwargs):
        if not args:
            raise TypeError(f"{function.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **kwargs)

    registry[object] = function
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    _functools.wraps(function)(wrapper)
    return wrapper


def _noted(function):
    notes = getattr(function, "__first_note__", {})
    for name in notes:
        note = notes[name]
        found = [type(None) if part is None else part for part in getattr(note, "__args__", (note,))]
        if all(isinstance(part, type) for part in found):
            return found
        raise TypeError(f"Invalid annotation for {name!r}. {note!r} is not a class.")
    raise TypeError(f"Invalid first argument to `register()`: {function!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function.")


class singledispatchmethod:
    """A method that chooses by the class of its argument."""

    def __init__(self, function):
        self.dispatcher = singledispatch(function)
        self.func = function

    def register(self, kind, method=None):
        return self.dispatcher.register(kind, method)

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            chosen = self.dispatcher.dispatch(type(args[0]))
            return chosen(instance, *args, **kwargs)
        return method


class partialmethod:
    """A method with some arguments given."""

    def __init__(self, function, /, *args, **kwargs):
        self.func = function
        self.args = args
        self.keywords = kwargs

    def __get__(self, instance, owner=None):
        def method(*args, **kwargs):
            both = dict(self.keywords)
            both.update(kwargs)
            return self.func(instance, *self.args, *args, **both)
        return method
