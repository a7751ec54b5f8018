"""Threads that run to their end where they are started, one after another."""

import time


class _State:
    def __init__(self):
        self.count = 0
        self.current = []
        self.idents = 0


_state = _State()


def _stuck(why):
    from sys import _stop
    _stop("batuta: PY0209 threads run one after another here: " + why)


class Thread:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        _state.count += 1
        if name is None:
            name = f"Thread-{_state.count}"
            if target is not None and hasattr(target, "__name__"):
                name += f" ({target.__name__})"
        self._target = target
        self.name = name
        self._args = args
        self._kwargs = kwargs or {}
        self.daemon = bool(daemon)
        self._started = False
        self._alive = False
        self.ident = None

    def getName(self):
        return self.name

    def setName(self, name):
        self.name = name

    def start(self):
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._started = True
        self._alive = True
        _state.idents += 1
        self.ident = _state.idents
        _state.current.append(self)
        from sys import _thread
        _thread(1)
        try:
            self.run()
        except SystemExit:
            pass
        except Exception as error:
            import sys
            sys.stderr.write(f"Exception in thread {self.name}:\n{type(error).__name__}: {error}\n")
        finally:
            _thread(-1)
            _state.current.pop()
            self._alive = False

    def run(self):
        if self._target is not None:
            self._target(*self._args, **self._kwargs)

    def join(self, timeout=None):
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")

    def is_alive(self):
        return self._alive

    def __repr__(self):
        return f"<Thread({self.name}, {'started' if self._alive else 'stopped' if self._started else 'initial'})>"


class Timer(Thread):
    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self, target=function, args=args or (), kwargs=kwargs)
        self.interval = interval
        self.finished = Event()

    def start(self):
        _stuck("a timer goes off while others run")

    def cancel(self):
        self.finished.set()


class _Main(Thread):
    def __init__(self):
        self.name = "MainThread"
        self.daemon = False
        self.ident = 0
        self._alive = True
        self._started = True


_main = _Main()


def current_thread():
    return _state.current[-1] if _state.current else _main


currentThread = current_thread


def main_thread():
    return _main


def get_ident():
    return current_thread().ident


get_native_id = get_ident


def active_count():
    return 1 + len(_state.current)


def enumerate():
    return [_main] + list(_state.current)


class Lock:
    def __init__(self):
        self._held = False

    def acquire(self, blocking=True, timeout=-1):
        if self._held:
            if blocking and timeout < 0:
                _stuck("a lock that is held is waited for")
            return False
        self._held = True
        return True

    def release(self):
        if not self._held:
            raise RuntimeError("release unlocked lock")
        self._held = False

    def locked(self):
        return self._held

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, kind, error, trace):
        self.release()


class RLock:
    def __init__(self):
        self._count = 0

    def acquire(self, blocking=True, timeout=-1):
        self._count += 1
        return True

    def release(self):
        if not self._count:
            raise RuntimeError("cannot release un-acquired lock")
        self._count -= 1

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, kind, error, trace):
        self.release()


class Semaphore:
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._value = value

    def acquire(self, blocking=True, timeout=None):
        if self._value == 0:
            if blocking and timeout is None:
                _stuck("a semaphore at zero is waited for")
            return False
        self._value -= 1
        return True

    def release(self, n=1):
        self._value += n

    def __enter__(self):
        self.acquire()
        return True

    def __exit__(self, kind, error, trace):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound = value

    def release(self, n=1):
        if self._value + n > self._bound:
            raise ValueError("Semaphore released too many times")
        self._value += n


class Event:
    def __init__(self):
        self._flag = False

    def is_set(self):
        return self._flag

    def set(self):
        self._flag = True

    def clear(self):
        self._flag = False

    def wait(self, timeout=None):
        if not self._flag:
            if timeout is None:
                _stuck("an event that is not set is waited for")
            time.sleep(timeout)
        return self._flag


class Condition:
    def __init__(self, lock=None):
        self._lock = lock or RLock()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, error, trace):
        return self._lock.__exit__(kind, error, trace)

    def acquire(self, *args):
        return self._lock.acquire(*args)

    def release(self):
        self._lock.release()

    def wait(self, timeout=None):
        if timeout is None:
            _stuck("a condition is waited for")
        return False

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if not result and timeout is None:
            _stuck("a condition is waited for")
        return result

    def notify(self, n=1):
        pass

    def notify_all(self):
        pass


class local:
    pass
