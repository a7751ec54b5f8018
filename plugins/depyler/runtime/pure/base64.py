"""Bytes as text."""

import binascii

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


_B32 = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_B32HEX = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_B85 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"


def _encode32(alphabet, s):
    s = bytes(s)
    left = len(s) % 5
    padded = s + bytes(5 - left) if left else s
    out = bytearray()
    for i in range(0, len(padded), 5):
        n = int.from_bytes(padded[i:i + 5], "big")
        for shift in range(35, -1, -5):
            out.append(alphabet[n >> shift & 31])
    cut = {0: 0, 1: 6, 2: 4, 3: 3, 4: 1}[left]
    return bytes(out[:len(out) - cut]) + b"=" * cut


def _decode32(alphabet, s, casefold):
    s = _bytes(s)
    if len(s) % 8:
        raise binascii.Error("Incorrect padding")
    if casefold:
        s = s.upper()
    body = s.rstrip(b"=")
    padding = len(s) - len(body)
    bits = 0
    for byte in body:
        at = alphabet.find(bytes([byte]))
        if at < 0:
            raise binascii.Error("Non-base32 digit found")
        bits = bits << 5 | at
    if padding not in (0, 1, 3, 4, 6):
        raise binascii.Error("Incorrect padding")
    size = len(body) * 5 // 8
    return (bits >> len(body) * 5 - size * 8).to_bytes(size, "big")


def b32encode(s):
    return _encode32(_B32, s)


def b32hexencode(s):
    return _encode32(_B32HEX, s)


def b32decode(s, casefold=False, map01=None):
    if map01 is not None:
        s = _bytes(s).translate(bytes.maketrans(b"01", b"O" + _bytes(map01)))
    return _decode32(_B32, s, casefold)


def b32hexdecode(s, casefold=False):
    return _decode32(_B32HEX, s, casefold)


def _words(b):
    pad = -len(b) % 4
    padded = b + bytes(pad)
    return [int.from_bytes(padded[i:i + 4], "big") for i in range(0, len(padded), 4)], pad


def b85encode(b, pad=False):
    words, extra = _words(bytes(b))
    out = bytearray()
    for word in words:
        part = []
        for _ in range(5):
            word, digit = divmod(word, 85)
            part.append(_B85[digit])
        out.extend(part[::-1])
    return bytes(out if pad or not extra else out[:-extra])


def b85decode(b):
    b = _bytes(b)
    extra = -len(b) % 5
    padded = b + b"~" * extra
    out = b""
    for i in range(0, len(padded), 5):
        word = 0
        for j, byte in enumerate(padded[i:i + 5]):
            at = _B85.find(bytes([byte]))
            if at < 0:
                raise ValueError(f"bad base85 character at position {i + j}")
            word = word * 85 + at
        if word > 0xFFFFFFFF:
            raise ValueError(f"base85 overflow in hunk starting at byte {i}")
        out += word.to_bytes(4, "big")
    return out[:-extra] if extra else out


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    words, extra = _words(bytes(b))
    chunks = []
    for word in words:
        if word == 0:
            chunks.append(b"z")
            continue
        if foldspaces and word == 0x20202020:
            chunks.append(b"y")
            continue
        part = []
        for _ in range(5):
            word, digit = divmod(word, 85)
            part.append(digit + 33)
        chunks.append(bytes(part[::-1]))
    if extra and not pad and chunks:
        if chunks[-1] == b"z":
            chunks[-1] = b"!!!!!"
        chunks[-1] = chunks[-1][:-extra]
    result = b"".join(chunks)
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
    out = b""
    part = []
    for byte in b + b"u" * 4:
        if 33 <= byte <= 117:
            part.append(byte)
            if len(part) == 5:
                word = 0
                for digit in part:
                    word = word * 85 + digit - 33
                if word > 0xFFFFFFFF:
                    raise ValueError("Ascii85 overflow")
                out += word.to_bytes(4, "big")
                part = []
        elif byte == 122:
            if part:
                raise ValueError("z inside Ascii85 5-tuple")
            out += b"\0\0\0\0"
        elif foldspaces and byte == 121:
            if part:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif byte not in ignorechars:
            raise ValueError("Non-Ascii85 digit found: %c" % byte)
    extra = 4 - len(part)
    return out[:-extra] if extra else out


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
