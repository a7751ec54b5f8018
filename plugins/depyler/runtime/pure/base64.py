"""Bytes as text."""

_STANDARD = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def _bytes(s):
    if isinstance(s, str):
        return s.encode("ascii")
    return bytes(s)


def b64encode(s, altchars=None):
    s = bytes(s)
    out = bytearray()
    for i in range(0, len(s), 3):
        part = s[i:i + 3]
        n = int.from_bytes(part + b"\0" * (3 - len(part)), "big")
        block = [_STANDARD[n >> 18 & 63], _STANDARD[n >> 12 & 63], _STANDARD[n >> 6 & 63], _STANDARD[n & 63]]
        if len(part) < 3:
            block[3] = 61
        if len(part) < 2:
            block[2] = 61
        out.extend(block)
    result = bytes(out)
    if altchars is not None:
        result = result.translate(bytes.maketrans(b"+/", altchars))
    return result


def b64decode(s, altchars=None, validate=False):
    import binascii
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b"+/"))
    out = bytearray()
    bits = 0
    count = 0
    pads = 0
    chars = 0
    for c in s:
        if c == 61:
            pads += 1
            if count >= 2 and count + pads >= 4:
                break
            continue
        at = _STANDARD.find(c)
        if at < 0:
            if validate:
                raise binascii.Error("Only base64 data is allowed")
            continue
        pads = 0
        chars += 1
        bits = bits << 6 | at
        count += 1
        if count == 4:
            out.extend(bits.to_bytes(3, "big"))
            bits = 0
            count = 0
    if count:
        if count == 1:
            raise binascii.Error(f"Invalid base64-encoded string: number of data characters ({chars}) cannot be 1 more than a multiple of 4")
        if count + pads < 4:
            raise binascii.Error("Incorrect padding")
        bits <<= 6 * (4 - count)
        out.extend(bits.to_bytes(3, "big")[:count - 1])
    return bytes(out)


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
