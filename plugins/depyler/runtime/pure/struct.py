"""Values packed into bytes."""

from struct import error, _float_bytes, _float_from

_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
          "f": 4, "d": 8, "s": 1, "p": 1, "e": 2, "n": 8, "N": 8, "P": 8}


def _parse(format):
    if isinstance(format, bytes):
        format = format.decode("ascii")
    order, native, text = "little", True, format
    if text[:1] in ("@", "=", "<", ">", "!") and text:
        native = text[0] == "@"
        if text[0] in (">", "!"):
            order = "big"
        text = text[1:]
    items = []
    at = 0
    offset = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        count = ""
        while at < len(text) and text[at].isdigit():
            count += text[at]
            at += 1
        if at >= len(text):
            raise error("repeat count given without format specifier")
        kind = text[at]
        at += 1
        if kind not in _SIZES or (kind in "nNP" and not native):
            raise error("bad char in struct format")
        size = 8 if native and kind in "lL" else _SIZES[kind]
        pad = 0
        if native and size > 1:
            pad = -offset % size
        n = int(count) if count else 1
        items.append((kind, n, size, pad))
        offset += pad + n * size
    return order, items, offset


def calcsize(format):
    return _parse(format)[2]


def _int_bytes(kind, size, value, order):
    signed = kind in "bhilqn"
    if hasattr(value, "__index__") and not isinstance(value, int):
        value = value.__index__()
    if not isinstance(value, int):
        raise error("required argument is not an integer")
    bits = size * 8
    low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if signed else (0, (1 << bits) - 1)
    if not low <= value <= high:
        if kind in "bB":
            name = "byte" if kind == "b" else "ubyte"
            raise error(f"{name} format requires {low} <= number <= {high}")
        if kind in "hH":
            name = "short" if kind == "h" else "ushort"
            raise error(f"{name} format requires {low} <= number <= {high}")
        if size == 8 and kind in "qQ":
            raise error("int too large to convert" if not -(1 << 63) <= value < (1 << 64) else f"'{kind}' format requires {low} <= number <= {high}")
        raise error(f"'{kind}' format requires {low} <= number <= {high}")
    return int(value).to_bytes(size, order, signed=signed)


def pack(format, *values):
    order, items, total = _parse(format)
    wanted = sum(1 if kind in "sp" else 0 if kind == "x" else n for kind, n, _, _ in items)
    if wanted != len(values):
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    out = bytearray()
    at = 0
    for kind, n, size, pad in items:
        out += bytes(pad)
        if kind == "x":
            out += bytes(n)
            continue
        if kind in "sp":
            value = values[at]
            at += 1
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{kind}' must be a bytes object")
            if kind == "p":
                value = bytes([min(len(value), n - 1, 255)]) + value
            out += value[:n] + bytes(n - len(value[:n]))
            continue
        for _ in range(n):
            value = values[at]
            at += 1
            if kind == "c":
                if not isinstance(value, bytes) or len(value) != 1:
                    raise error("char format requires a bytes object of length 1")
                out += value
            elif kind == "?":
                out += b"\1" if value else b"\0"
            elif kind in "fde":
                if not isinstance(value, (int, float)) and not hasattr(value, "__float__"):
                    raise error("required argument is not a float")
                data = _float_bytes(float(value), size)
                out += data if order == "little" else data[::-1]
            else:
                out += _int_bytes(kind, size, value, order)
    return bytes(out)


def _read(order, items, data, at):
    values = []
    for kind, n, size, pad in items:
        at += pad
        if kind == "x":
            at += n
            continue
        if kind in "sp":
            part = bytes(data[at:at + n])
            at += n
            values.append(part if kind == "s" else part[1:1 + part[0]] if part else b"")
            continue
        for _ in range(n):
            part = bytes(data[at:at + size])
            at += size
            if kind == "c":
                values.append(part)
            elif kind == "?":
                values.append(part != b"\0")
            elif kind in "fde":
                values.append(_float_from(part if order == "little" else part[::-1]))
            else:
                values.append(int.from_bytes(part, order, signed=kind in "bhilqn"))
    return tuple(values)


def unpack(format, buffer):
    order, items, total = _parse(format)
    if len(buffer) != total:
        raise error(f"unpack requires a buffer of {total} bytes")
    return _read(order, items, buffer, 0)


def unpack_from(format, buffer, offset=0):
    order, items, total = _parse(format)
    if offset < 0:
        offset += len(buffer)
    if len(buffer) - offset < total:
        raise error(f"unpack_from requires a buffer of at least {total + offset} bytes for unpacking {total} bytes at offset {offset} (actual buffer size is {len(buffer)})")
    return _read(order, items, buffer, offset)


def pack_into(format, buffer, offset, *values):
    data = pack(format, *values)
    if len(buffer) - offset < len(data):
        raise error(f"pack_into requires a buffer of at least {len(data) + offset} bytes for packing {len(data)} bytes at offset {offset} (actual buffer size is {len(buffer)})")
    buffer[offset:offset + len(data)] = data


def iter_unpack(format, buffer):
    order, items, total = _parse(format)
    if total == 0:
        raise error("cannot iteratively unpack with a struct of length 0")
    if len(buffer) % total:
        raise error(f"iterative unpacking requires a buffer of a multiple of {total} bytes")
    for at in range(0, len(buffer), total):
        yield _read(order, items, buffer, at)


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, *values):
        return pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer):
        return iter_unpack(self.format, buffer)
