"""Files that are gone afterwards."""

import os
import os.path
import shutil
import io

tempdir = None


def gettempdir():
    return os.environ.get("TMPDIR", "/tmp")


def _name(prefix, suffix, folder):
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    text = "".join([letters[b % 37] for b in os.urandom(8)])
    return os.path.join(folder or gettempdir(), (prefix or "tmp") + text + (suffix or ""))


def mkdtemp(suffix=None, prefix=None, dir=None):
    path = _name(prefix, suffix, dir)
    os.mkdir(path)
    return path


def mktemp(suffix="", prefix="tmp", dir=None):
    return _name(prefix, suffix, dir)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False):
        self.name = mkdtemp(suffix, prefix, dir)

    def __enter__(self):
        return self.name

    def __exit__(self, kind, error, trace):
        self.cleanup()

    def cleanup(self):
        if os.path.exists(self.name):
            shutil.rmtree(self.name)


class _Named:
    def __init__(self, path, mode, delete):
        self.name = path
        self.file = open(path, mode)
        self.delete = delete

    def __enter__(self):
        return self

    def __exit__(self, kind, error, trace):
        self.close()

    def close(self):
        self.file.close()
        if self.delete and os.path.exists(self.name):
            os.remove(self.name)

    def __iter__(self):
        return iter(self.file)

    def __getattr__(self, name):
        return getattr(self.file, name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, *, errors=None):
    return _Named(_name(prefix, suffix, dir), mode, delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *, errors=None):
    return _Named(_name(prefix, suffix, dir), mode, True)


def SpooledTemporaryFile(max_size=0, mode="w+b", *rest, **kwargs):
    return io.BytesIO() if "b" in mode else io.StringIO()
