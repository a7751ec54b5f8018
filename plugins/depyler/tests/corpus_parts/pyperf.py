"""Stands in for the package `pyperf`: runs each benchmark once and prints what it gave."""

import argparse
import time


def perf_counter():
    return time.perf_counter()


def python_implementation():
    return "cpython"


def _shown(value, depth=0):
    if isinstance(value, float):
        return f"{value:.9g}"
    if value is None or isinstance(value, (bool, int, str, bytes)):
        text = repr(value)
        return text if len(text) <= 200 else f"{text[:100]}... {len(text)} characters"
    if isinstance(value, (list, tuple)) and depth < 3:
        parts = [_shown(item, depth + 1) for item in value[:20]]
        return f"{type(value).__name__} of {len(value)}: {', '.join(parts)}"
    if isinstance(value, dict) and depth < 3:
        parts = [f"{_shown(key, depth + 1)}: {_shown(value[key], depth + 1)}" for key in list(value)[:20]]
        return f"dict of {len(value)}: {', '.join(parts)}"
    return type(value).__name__


class Runner:
    def __init__(self, *args, **kwargs):
        self.metadata = {}
        self.argparser = argparse.ArgumentParser()
        self.args = argparse.Namespace()

    def parse_args(self, args=None):
        self.args = self.argparser.parse_args([])
        return self.args

    def bench_func(self, name, function, *args, **kwargs):
        kwargs.pop("inner_loops", None)
        print(name, _shown(function(*args)))

    def bench_time_func(self, name, function, *args, **kwargs):
        function(1, *args)
        print(name, "ran")

    def bench_command(self, name, command):
        raise NotImplementedError("commands are no benchmarks of this corpus")
