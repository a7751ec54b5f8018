"""Text wrapping and indentation."""

_SPACES = "\t\n\x0b\x0c\r "


class TextWrapper:
    """Wraps paragraphs to a width."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True,
                 replace_whitespace=True, fix_sentence_endings=False, break_long_words=True,
                 drop_whitespace=True, break_on_hyphens=True, tabsize=8, *, max_lines=None,
                 placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _clean(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = "".join(" " if c in _SPACES else c for c in text)
        return text

    def _split(self, text):
        chunks = []
        at = 0
        n = len(text)
        while at < n:
            start = at
            if text[at] in _SPACES:
                while at < n and text[at] in _SPACES:
                    at += 1
                chunks.append(text[start:at])
                continue
            while at < n and text[at] not in _SPACES:
                at += 1
            word = text[start:at]
            if self.break_on_hyphens:
                chunks.extend(_hyphens(word))
            else:
                chunks.append(word)
        return chunks

    def _fix(self, chunks):
        for i in range(len(chunks) - 1):
            word = chunks[i]
            end = word.rstrip("\"'")
            if (chunks[i + 1] == " " and len(end) > 1 and end[-1] in ".!?"
                    and len(word) - len(end) <= 1 and end[-2].islower()):
                chunks[i + 1] = "  "

    def _long(self, chunks, line, length, width):
        room = 1 if width < 1 else width - length
        if self.break_long_words:
            end = room
            chunk = chunks[-1]
            if self.break_on_hyphens and len(chunk) > room:
                hyphen = chunk.rfind("-", 0, room)
                if hyphen > 0 and any(c != "-" for c in chunk[:hyphen]):
                    end = hyphen + 1
            line.append(chunk[:end])
            chunks[-1] = chunk[end:]
        elif not line:
            line.append(chunks.pop())

    def _wrap(self, chunks):
        lines = []
        if self.width <= 0:
            raise ValueError("invalid width %r (must be > 0)" % self.width)
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        chunks.reverse()
        while chunks:
            line = []
            length = 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and chunks[-1].strip() == "" and lines:
                del chunks[-1]
            while chunks:
                size = len(chunks[-1])
                if length + size <= width:
                    line.append(chunks.pop())
                    length += size
                else:
                    break
            if chunks and len(chunks[-1]) > width:
                self._long(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and line[-1].strip() == "":
                length -= len(line[-1])
                del line[-1]
            if not line:
                continue
            last = not chunks or (self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip())
            if self.max_lines is None or len(lines) + 1 < self.max_lines or last and length <= width:
                lines.append(indent + "".join(line))
                continue
            placed = False
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    placed = True
                    break
                length -= len(line[-1])
                del line[-1]
            if not placed:
                if lines:
                    previous = lines[-1].rstrip()
                    if len(previous) + len(self.placeholder) <= self.width:
                        lines[-1] = previous + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def wrap(self, text):
        chunks = self._split(self._clean(text))
        if self.fix_sentence_endings:
            self._fix(chunks)
        return self._wrap(chunks)

    def fill(self, text):
        return "\n".join(self.wrap(text))


def _letter(c):
    return c.isalpha() or c == "_"


def _hyphens(word):
    """The parts of a word that may stand on lines of their own."""
    parts = []
    start = 0
    i = 0
    n = len(word)
    while i < n:
        if word[i] != "-":
            i += 1
            continue
        end = i
        while end < n and word[end] == "-":
            end += 1
        count = end - i
        if count >= 2:
            # A dash between words stands alone.
            before = i > 0 and (word[i - 1].isalnum() or word[i - 1] in "_!\"'&.,?")
            after = end < n and (word[end].isalnum() or word[end] == "_")
            if before and after:
                if i > start:
                    parts.append(word[start:i])
                parts.append(word[i:end])
                start = end
        elif i - start >= 2 and _letter(word[i - 1]) and _letter(word[i - 2]) and end + 1 < n \
                and _letter(word[end]) and _letter(word[end + 1]):
            parts.append(word[start:end])
            start = end
        elif i - start >= 1 and end + 1 < n and _letter(word[end]) and _letter(word[end + 1]) \
                and i >= 2 and _letter(word[i - 1]) and (_letter(word[i - 2]) or word[i - 2] == "-" and i >= 3 and _letter(word[i - 3])):
            parts.append(word[start:end])
            start = end
        i = end
    if start < n:
        parts.append(word[start:])
    return parts


def wrap(text, width=70, **options):
    """The paragraph as lines."""
    return TextWrapper(width=width, **options).wrap(text)


def fill(text, width=70, **options):
    """The paragraph as one text."""
    return TextWrapper(width=width, **options).fill(text)


def shorten(text, width, **options):
    """The text cut to a width."""
    return TextWrapper(width=width, max_lines=1, **options).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the margin that all its lines share."""
    lines = text.split("\n")
    margin = None
    for i, line in enumerate(lines):
        if not line.strip(" \t"):
            lines[i] = ""
            continue
        indent = line[:len(line) - len(line.lstrip(" \t"))]
        if margin is None:
            margin = indent
        elif indent.startswith(margin):
            pass
        elif margin.startswith(indent):
            margin = indent
        else:
            same = 0
            while same < len(margin) and same < len(indent) and margin[same] == indent[same]:
                same += 1
            margin = margin[:same]
    if margin:
        lines = [line[len(margin):] for line in lines]
    return "\n".join(lines)


def indent(text, prefix, predicate=None):
    """The text with a prefix before each line."""
    out = []
    for line in text.splitlines(True):
        if predicate(line) if predicate is not None else line.strip():
            out.append(prefix)
        out.append(line)
    return "".join(out)
