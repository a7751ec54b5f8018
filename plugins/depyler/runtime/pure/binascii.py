"""Bytes as hexadecimal digits."""

from binascii import Error


def hexlify(data, sep=None):
    text = bytes(data).hex() if sep is None else bytes(data).hex(sep)
    return text.encode("ascii")


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("ascii")
    if len(text) % 2:
        raise Error("Odd-length string")
    if any(c not in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify
