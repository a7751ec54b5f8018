"""Context managers."""

import sys
from abc import ABC
from functools import wraps


class AbstractContextManager(ABC):
    """A base for context managers."""

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        return None


class ContextDecorator:
    """Makes a context manager usable as a decorator."""

    def _recreate_cm(self):
        return self

    def __call__(self, function):
        @wraps(function)
        def inner(*args, **kwargs):
            with self._recreate_cm():
                return function(*args, **kwargs)
        return inner


class _GeneratorContextManager(ContextDecorator):
    def __init__(self, function, args, kwargs):
        self.gen = function(*args, **kwargs)
        self.func = function
        self.args = args
        self.kwds = kwargs

    def _recreate_cm(self):
        return _GeneratorContextManager(self.func, self.args, self.kwds)

    def __enter__(self):
        try:
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, kind, value, trace):
        if kind is None:
            try:
                next(self.gen)
            except StopIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            self.gen.throw(value)
        except StopIteration as stop:
            return stop is not value
        except RuntimeError as error:
            if error is value:
                return False
            if isinstance(value, StopIteration) and error.__cause__ is value:
                return False
            raise
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after throw()")


def contextmanager(function):
    """Makes a generator function a context manager."""
    @wraps(function)
    def helper(*args, **kwargs):
        return _GeneratorContextManager(function, args, kwargs)
    return helper


class closing(AbstractContextManager):
    """Closes what it holds."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *info):
        self.thing.close()


class suppress(AbstractContextManager):
    """Swallows exceptions of the given classes."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        return None

    def __exit__(self, kind, value, trace):
        return kind is not None and issubclass(kind, self._exceptions)


class redirect_stdout(AbstractContextManager):
    """Sends standard output elsewhere."""

    def __init__(self, target):
        self._target = target
        self._old = []

    def __enter__(self):
        self._old.append(sys.stdout)
        sys.stdout = self._target
        return self._target

    def __exit__(self, kind, value, trace):
        sys.stdout = self._old.pop()


class redirect_stderr(AbstractContextManager):
    """Sends standard error elsewhere."""

    def __init__(self, target):
        self._target = target
        self._old = []

    def __enter__(self):
        self._old.append(sys.stderr)
        sys.stderr = self._target
        return self._target

    def __exit__(self, kind, value, trace):
        sys.stderr = self._old.pop()


class nullcontext(AbstractContextManager):
    """Does nothing."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    def __exit__(self, *info):
        return None

    async def __aenter__(self):
        return self.enter_result

    async def __aexit__(self, *info):
        pass


class ExitStack(AbstractContextManager):
    """Leaves several contexts in reverse order."""

    def __init__(self):
        self._callbacks = []

    def pop_all(self):
        other = type(self)()
        other._callbacks = self._callbacks
        self._callbacks = []
        return other

    def push(self, exit):
        if hasattr(exit, "__exit__"):
            self._callbacks.append((False, exit.__exit__))
        else:
            self._callbacks.append((False, exit))
        return exit

    def enter_context(self, manager):
        result = manager.__enter__()
        self._callbacks.append((False, manager.__exit__))
        return result

    def callback(self, function, /, *args, **kwargs):
        def run(kind, value, trace):
            function(*args, **kwargs)
        self._callbacks.append((True, run))
        return function

    def close(self):
        self.__exit__(None, None, None)

    def __exit__(self, kind, value, trace):
        received = value is not None
        pending = value
        suppressed = False
        raised = False
        while self._callbacks:
            plain, function = self._callbacks.pop()
            try:
                if pending is None:
                    function(None, None, None)
                elif function(type(pending), pending, None) and not plain:
                    suppressed = True
                    raised = False
                    pending = None
            except BaseException as error:
                raised = True
                pending = error
        if raised:
            raise pending
        return received and suppressed


class AbstractAsyncContextManager(ABC):
    """A base for asynchronous context managers."""

    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, value, trace):
        return None


class aclosing(AbstractAsyncContextManager):
    """Closes what it holds, asynchronously."""

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *info):
        await self.thing.aclose()


class _AsyncGeneratorContextManager:
    def __init__(self, function, args, kwargs):
        self.gen = function(*args, **kwargs)

    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, value, trace):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if value is None:
            value = kind()
        try:
            await self.gen.athrow(value)
        except StopAsyncIteration as stop:
            return stop is not value
        except BaseException as error:
            if error is not value:
                raise
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(function):
    """Makes an asynchronous generator function a context manager."""
    @wraps(function)
    def helper(*args, **kwargs):
        return _AsyncGeneratorContextManager(function, args, kwargs)
    return helper


class chdir(AbstractContextManager):
    """Another current folder for as long as the block lasts."""

    def __init__(self, path):
        self.path = path
        self._old_cwd = []

    def __enter__(self):
        from os import chdir as change, getcwd
        self._old_cwd.append(getcwd())
        change(self.path)

    def __exit__(self, *excinfo):
        from os import chdir as change
        change(self._old_cwd.pop())
