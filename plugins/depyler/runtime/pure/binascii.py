"""Bytes as hexadecimal digits, and a checksum."""

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


def crc_hqx(data, value):
    value &= 0xFFFF
    for byte in bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1) ^ (0x1021 if value & 0x8000 else 0)
            value &= 0xFFFF
    return value


b2a_hex = hexlify
a2b_hex = unhexlify
