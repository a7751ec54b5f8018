"""How long a function takes."""

import time

default_timer = time.perf_counter
default_number = 1000000
default_repeat = 5


def _no_text(stmt):
    if isinstance(stmt, str):
        from sys import _stop
        _stop("batuta: PY0203 `timeit` of a text needs a Python interpreter at run time")


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        _no_text(stmt)
        if setup != "pass":
            _no_text(setup)
        self._stmt = stmt
        self._setup = setup
        self._timer = timer

    def timeit(self, number=default_number):
        if callable(self._setup):
            self._setup()
        start = self._timer()
        for _ in range(number):
            self._stmt()
        return self._timer() - start

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for _ in range(repeat)]


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer).repeat(repeat, number)
