"""Text in HTML."""

import re


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "\xa9", "reg": "\xae",
          "hellip": "\u2026", "mdash": "\u2014", "ndash": "\u2013", "lsquo": "\u2018", "rsquo": "\u2019", "ldquo": "\u201c",
          "rdquo": "\u201d", "euro": "\u20ac", "pound": "\xa3", "yen": "\xa5", "cent": "\xa2", "sect": "\xa7", "deg": "\xb0",
          "times": "\xd7", "divide": "\xf7", "eacute": "\xe9", "egrave": "\xe8", "agrave": "\xe0", "ccedil": "\xe7",
          "uuml": "\xfc", "ouml": "\xf6", "auml": "\xe4", "szlig": "\xdf", "middot": "\xb7", "bull": "\u2022",
          "larr": "\u2190", "rarr": "\u2192", "trade": "\u2122", "laquo": "\xab", "raquo": "\xbb"}
_REFERENCE = re.compile(r"&(#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")


def _replace(found):
    s = found.group(1)
    if s[0] == "#":
        digits = s[1:].rstrip(";")
        number = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        if number in (0, 0x0d) or 0x80 <= number <= 0x9f or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
            from sys import _stop
            _stop("batuta: PY0206 this character reference is not converted")
        return chr(number)
    if s.endswith(";") and s[:-1] in _NAMES:
        return _NAMES[s[:-1]]
    if s.endswith(";") or any(s.startswith(name) for name in _NAMES):
        from sys import _stop
        _stop(f"batuta: PY0206 the character reference `&{s}` is not converted")
    return "&" + s


def unescape(s):
    if "&" not in s:
        return s
    return _REFERENCE.sub(_replace, s)
