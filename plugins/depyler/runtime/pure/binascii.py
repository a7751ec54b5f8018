"""Bytes as hexadecimal digits, and a checksum."""

from base64 import _encode64, _decode64
from binascii import Error


def _buffer(data):
    if data is None or isinstance(data, (str, int, float, list, tuple, dict, set, frozenset, range)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    return bytes(data)


def hexlify(data, sep=None):
    data = _buffer(data)
    text = data.hex() if sep is None else data.hex(sep)
    return text.encode("ascii")


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("ascii")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


def crc_hqx(data, value):
    value &= 0xFFFF
    for byte in _buffer(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ (0x1021 if value & 0x8000 else 0)
            value &= 0xFFFF
    return value


def b2a_base64(data, *, newline=True):
    return _encode64(_buffer(data)) + (b"\n" if newline else b"")


def a2b_base64(data, *, strict_mode=False):
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        data = data.encode("ascii")
    return _decode64(bytes(data), strict_mode)


def b2a_uu(data, *, backtick=False):
    data = _buffer(data)
    if len(data) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    line = bytearray([32 + len(data) if data else zero])
    for i in range(0, len(data), 3):
        bits = int.from_bytes(data[i:i + 3].ljust(3, b"\0"), "big")
        for shift in (18, 12, 6, 0):
            digit = bits >> shift & 63
            line.append(digit + 32 if digit else zero)
    return bytes(line) + b"\n"


b2a_hex = hexlify
a2b_hex = unhexlify
