"""Bytes as text."""

from base64 import _encode64, _decode64, _encode32, _decode32, _encode85, _decode85, _decode_ascii85



def _bytes(s):
    if isinstance(s, str):
        return s.encode("ascii")
    return bytes(s)


def b64encode(s, altchars=None):
    result = _encode64(s)
    if altchars is not None:
        result = result.translate(bytes.maketrans(b"+/", altchars))
    return result


def b64decode(s, altchars=None, validate=False):
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    return _decode64(s, validate)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def b16encode(s):
    return bytes(s).hex().upper().encode("ascii")


def b16decode(s, casefold=False):
    import binascii
    s = _bytes(s)
    if casefold:
        s = s.upper()
    if any(c not in b"0123456789ABCDEF" for c in s):
        raise binascii.Error("Non-base16 digit found")
    return bytes.fromhex(s.decode("ascii"))


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_A85 = bytes(range(33, 118))
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def b32encode(s):
    return _encode32(_B32, s)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32decode(s, casefold=False, map01=None):
    if map01 is not None:
        s = _bytes(s).translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    s = _bytes(s)
    return _decode32(_B32, s.upper() if casefold else s)


def b32hexdecode(s, casefold=False):
    s = _bytes(s)
    return _decode32(_B32HEX, s.upper() if casefold else s)


def b85encode(b, pad=False):
    b = bytes(b)
    extra = -len(b) % 4
    out = _encode85(_B85, b + bytes(extra), False, False)
    return out if pad or not extra else out[:-extra]


def b85decode(b):
    b = _bytes(b)
    extra = -len(b) % 5
    out = _decode85(_B85, b + b"~" * extra)
    return out[:-extra] if extra else out


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = bytes(b)
    extra = -len(b) % 4
    result = _encode85(_A85, b + bytes(extra), True, foldspaces)
    if extra and not pad:
        if result.endswith(b"z"):
            result = result[:-1] + b"!!!!!"
        result = result[:-extra]
    if adobe:
        result = b"<~" + result
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        parts = [result[i:i + wrapcol] for i in range(0, len(result), wrapcol)]
        if adobe and len(parts[-1]) + 2 > wrapcol:
            parts.append(b"")
        result = b"\n".join(parts)
    return result + b"~>" if adobe else result


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b" \t\n\r\v"):
    b = _bytes(b)
    if adobe:
        if not b.endswith(b"~>"):
            raise ValueError("Ascii85 encoded byte sequences must end with b'~>'")
        b = b[2:-2] if b.startswith(b"<~") else b[:-2]
    return _decode_ascii85(b, foldspaces, ignorechars)


def encodebytes(s):
    return b"".join([b64encode(s[i:i + 57]) + b"\n" for i in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(s)


def encode(input, output):
    while True:
        part = input.read(57)
        if not part:
            break
        output.write(b64encode(part) + b"\n")


def decode(input, output):
    while True:
        line = input.readline()
        if not line:
            break
        output.write(b64decode(line))
