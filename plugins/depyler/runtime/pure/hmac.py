"""Keyed digests."""

import hashlib


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._make = digestmod if callable(digestmod) else (lambda data=b"": hashlib.new(digestmod, data))
        first = self._make()
        self.digest_size = first.digest_size
        self.block_size = first.block_size
        self.name = "hmac-" + first.name
        if len(key) > self.block_size:
            key = self._make(key).digest()
        self._key = bytes(key) + bytes(self.block_size - len(key))
        self._data = b""
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._data += bytes(msg)

    def digest(self):
        inner = self._make(bytes(k ^ 0x36 for k in self._key) + self._data).digest()
        return self._make(bytes(k ^ 0x5C for k in self._key) + inner).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b):
    return a == b
