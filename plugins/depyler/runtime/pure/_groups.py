"""Exception groups, and what `except*` does with them."""


class BaseExceptionGroup(BaseException):
    def __new__(cls, message, exceptions):
        if not isinstance(message, str):
            raise TypeError(f"argument 1 must be str, not {type(message).__name__}")
        inner = tuple(exceptions)
        if not inner:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        for at, one in enumerate(inner):
            if not isinstance(one, BaseException):
                raise ValueError(f"Item {at} of second argument (exceptions) is not an exception")
        if cls is BaseExceptionGroup and all(isinstance(one, Exception) for one in inner):
            cls = ExceptionGroup
        made = BaseException.__new__(cls, message, exceptions)
        made.message = message
        made.exceptions = inner
        return made

    def __init__(self, message, exceptions):
        pass

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def __repr__(self):
        return f"{type(self).__name__}({self.message!r}, {list(self.exceptions)!r})"

    def derive(self, exceptions):
        return BaseExceptionGroup(self.message, exceptions)

    def _fits(self, condition, one):
        if isinstance(condition, type) or isinstance(condition, tuple):
            return isinstance(one, condition)
        return condition(one)

    def subgroup(self, condition):
        return self.split(condition)[0]

    def split(self, condition):
        if self._fits(condition, self):
            return self, None
        yes, no = [], []
        for one in self.exceptions:
            if isinstance(one, BaseExceptionGroup):
                a, b = one.split(condition)
                if a is not None:
                    yes.append(a)
                if b is not None:
                    no.append(b)
            elif self._fits(condition, one):
                yes.append(one)
            else:
                no.append(one)
        return self._made(yes), self._made(no)

    def _made(self, exceptions):
        if not exceptions:
            return None
        made = self.derive(exceptions)
        if hasattr(self, "__notes__"):
            made.__notes__ = list(self.__notes__)
        return made


class ExceptionGroup(BaseExceptionGroup, Exception):
    def derive(self, exceptions):
        return ExceptionGroup(self.message, exceptions)


class Handling:
    """The state of a `try` with `except*`."""

    def __init__(self, raised):
        self.whole = raised
        self.rest = raised
        self.failed = []
        self.matched = False

    def match(self, classes):
        if self.rest is None:
            return None
        if isinstance(self.rest, BaseExceptionGroup):
            found, self.rest = self.rest.split(classes)
        elif isinstance(self.rest, classes):
            found, self.rest = ExceptionGroup("", [self.rest]), None
        else:
            found = None
        if found is not None:
            self.matched = True
        return found

    def raised(self, error):
        self.failed.append(error)

    def finish(self):
        if not self.matched:
            raise self.whole
        if self.failed:
            left = self.failed if self.rest is None else self.failed + [self.rest]
            if len(left) == 1 and self.rest is None:
                raise left[0]
            raise ExceptionGroup("", left)
        if self.rest is not None:
            raise self.rest
