"""Words as a shell splits them."""

import re


def split(s, comments=False, posix=True):
    """The words of a command line."""
    out = []
    word = []
    started = False
    i = 0
    n = len(s)
    while i < n:
        c = s[i]
        i += 1
        if c.isspace():
            if started:
                out.append("".join(word))
                word = []
                started = False
        elif comments and c == "#" and not started:
            while i < n and s[i] != "\n":
                i += 1
        elif c == "'":
            started = True
            end = s.find("'", i)
            if end < 0:
                raise ValueError("No closing quotation")
            word.append(s[i:end])
            i = end + 1
        elif c == '"':
            started = True
            while True:
                if i >= n:
                    raise ValueError("No closing quotation")
                c = s[i]
                i += 1
                if c == '"':
                    break
                if c == "\\" and i < n and s[i] in '"\\':
                    c = s[i]
                    i += 1
                elif c == "\\" and i >= n:
                    raise ValueError("No escaped character")
                word.append(c)
        elif c == "\\":
            started = True
            if i >= n:
                raise ValueError("No escaped character")
            word.append(s[i])
            i += 1
        else:
            started = True
            word.append(c)
    if started:
        out.append("".join(word))
    return out


def quote(s):
    """The text as one word."""
    if not s:
        return "''"
    if re.search(r"[^\w@%+=:,./-]", s, re.ASCII) is None:
        return s
    return "'" + s.replace("'", "'\"'\"'") + "'"


def join(words):
    return " ".join([quote(word) for word in words])
