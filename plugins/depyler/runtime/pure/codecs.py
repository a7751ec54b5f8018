"""Codecs by name."""

BOM_UTF8 = b"\xef\xbb\xbf"
_OUTER = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_INNER = "NOPQRSTUVWXYZABCDEFGHIJKLMnopqrstuvwxyzabcdefghijklm"


def _name(encoding):
    return encoding.lower().replace("-", "_").replace("rot_13", "rot13")


def encode(obj, encoding="utf-8", errors="strict"):
    name = _name(encoding)
    if name == "rot13":
        return obj.translate(str.maketrans(_OUTER, _INNER))
    if name in ("hex", "hex_codec"):
        return bytes(obj).hex().encode("ascii")
    if name in ("base64", "base64_codec"):
        import base64
        return base64.encodebytes(obj)
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    name = _name(encoding)
    if name == "rot13":
        return obj.translate(str.maketrans(_OUTER, _INNER))
    if name in ("hex", "hex_codec"):
        return bytes.fromhex(bytes(obj).decode("ascii"))
    if name in ("base64", "base64_codec"):
        import base64
        return base64.decodebytes(obj)
    return obj.decode(encoding, errors)


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    import io
    return io.open(filename, mode, encoding=encoding)
