"""Text as the escapes of a literal, and codes of exits."""
import os


def tried(data, errors="strict"):
    try:
        return repr(data.decode("unicode_escape", errors))
    except UnicodeDecodeError as error:
        return f"{error} | {error.start} {error.end} {error.reason}"


for data in [rb"a\tb\n\\", rb"\x41\u00e9\U0001f600", rb"\101\0", b"\xe9", rb"\x4", b"a\\", rb"\U00110000", rb"\'\"", b"x\\\ny"]:
    print(data, tried(data), tried(data, "replace"))
print("tab\t\"é\" \u20ac \U0001f600 \x7f \\".encode("unicode_escape"))
print(r"line\nbreak".encode().decode("unicode-escape"))
print(os.EX_OK, os.EX_USAGE, os.EX_DATAERR, os.EX_CONFIG)


class Symbol(str):
    def __repr__(self):
        return "<" + str(self) + ">"


print(Symbol("name"), [Symbol("name")], f"{Symbol('x')!s} {Symbol('x')!r}")

import binascii

print(binascii.crc_hqx(b"123456789", 0), binascii.crc_hqx(b"", 0xFFFF), hex(binascii.crc_hqx(bytes(range(256)), 0x1D0F)))
