"""Comma-separated values."""

QUOTE_MINIMAL = 0
QUOTE_ALL = 1
QUOTE_NONNUMERIC = 2
QUOTE_NONE = 3


class Error(Exception):
    """What is no such text."""


class Dialect:
    """How fields are written."""

    delimiter = ","
    quotechar = '"'
    doublequote = True
    escapechar = None
    lineterminator = "\r\n"
    quoting = QUOTE_MINIMAL
    skipinitialspace = False
    strict = False


class excel(Dialect):
    """As Excel writes them."""


class excel_tab(excel):
    """With tabs."""

    delimiter = "\t"


class unix_dialect(Dialect):
    """As Unix programs write them."""

    lineterminator = "\n"
    quoting = QUOTE_ALL


_limit = [131072]


def field_size_limit(limit=None):
    old = _limit[0]
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError("limit must be an integer")
        _limit[0] = limit
    return old


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}


def register_dialect(name, dialect=None, **options):
    _dialects[name] = _settings(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


class _Settings:
    pass


_NAMES = ("delimiter", "quotechar", "doublequote", "escapechar", "lineterminator", "quoting", "skipinitialspace", "strict")


def _settings(dialect, options):
    if dialect is None:
        dialect = excel
    if isinstance(dialect, str):
        dialect = get_dialect(dialect)
    settings = _Settings()
    for name in _NAMES:
        setattr(settings, name, getattr(dialect, name, getattr(Dialect, name)))
    for name in options:
        if name not in _NAMES:
            raise TypeError(f"'{name}' is an invalid keyword argument for this function")
        setattr(settings, name, options[name])
    if not isinstance(settings.delimiter, str) or len(settings.delimiter) != 1:
        raise TypeError('"delimiter" must be a 1-character string')
    if settings.quotechar is None and settings.quoting != QUOTE_NONE:
        if "quoting" in options:
            raise TypeError("quotechar must be set if quoting enabled")
        settings.quoting = QUOTE_NONE
    return settings


class _Reader:
    def __init__(self, lines, dialect, options):
        self._lines = iter(lines)
        self.dialect = _settings(dialect, options)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        delimiter = d.delimiter
        quote = d.quotechar
        escape = d.escapechar
        quoting = d.quoting
        fields = []
        field = []
        state = "start"
        numeric = False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if state == "start" or state == "eat":
                    raise
                if d.strict and state == "quoted":
                    raise Error("unexpected end of data")
                self._save(fields, field, numeric)
                return fields
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            at = 0
            n = len(line)
            while at <= n:
                c = line[at] if at < n else "\0"
                end = at >= n
                at += 1
                newline = c == "\n" or c == "\r"
                if state == "start" or state == "field start":
                    if state == "start":
                        if end:
                            break
                        if newline:
                            state = "eat"
                            continue
                        state = "field start"
                    if end or newline:
                        self._save(fields, field, numeric)
                        state = "start" if end else "eat"
                    elif c == quote and quoting != QUOTE_NONE:
                        state = "quoted"
                    elif c == escape and escape is not None:
                        state = "escaped"
                    elif c == " " and d.skipinitialspace:
                        pass
                    elif c == delimiter:
                        self._save(fields, field, numeric)
                        field = []
                        numeric = False
                    else:
                        if quoting == QUOTE_NONNUMERIC:
                            numeric = True
                        field.append(c)
                        state = "field"
                elif state == "field":
                    if end or newline:
                        self._save(fields, field, numeric)
                        field = []
                        numeric = False
                        state = "start" if end else "eat"
                    elif c == escape and escape is not None:
                        state = "escaped"
                    elif c == delimiter:
                        self._save(fields, field, numeric)
                        field = []
                        numeric = False
                        state = "field start"
                    else:
                        field.append(c)
                elif state == "escaped" or state == "escaped quoted":
                    if end:
                        c = "\n"
                    field.append(c)
                    state = "field" if state == "escaped" else "quoted"
                    if end:
                        break
                elif state == "quoted":
                    if end:
                        break
                    if c == escape and escape is not None:
                        state = "escaped quoted"
                    elif c == quote and quoting != QUOTE_NONE:
                        state = "quote" if d.doublequote else "field"
                    else:
                        field.append(c)
                elif state == "quote":
                    if quoting != QUOTE_NONE and c == quote and not end:
                        field.append(c)
                        state = "quoted"
                    elif c == delimiter and not end:
                        self._save(fields, field, numeric)
                        field = []
                        numeric = False
                        state = "field start"
                    elif end or newline:
                        self._save(fields, field, numeric)
                        field = []
                        numeric = False
                        state = "start" if end else "eat"
                    elif not d.strict:
                        field.append(c)
                        state = "field"
                    else:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                elif state == "eat":
                    if end:
                        state = "start"
                    elif not newline:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
            if state == "start":
                return fields

    def _save(self, fields, field, numeric):
        text = "".join(field)
        field.clear()
        if numeric:
            fields.append(float(text))
        else:
            fields.append(text)


def reader(lines, dialect="excel", **options):
    """Rows of a text."""
    return _Reader(lines, dialect, options)


class _Writer:
    def __init__(self, file, dialect, options):
        self._file = file
        self.dialect = _settings(dialect, options)

    def _text(self, value, alone):
        d = self.dialect
        if value is None:
            text = ""
            number = False
        else:
            number = isinstance(value, (int, float))
            text = repr(value) if isinstance(value, float) else str(value)
        quoted = d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
        out = []
        for c in text:
            special = c == d.delimiter or c == d.quotechar or c == d.escapechar or c in "\r\n" or c in d.lineterminator
            if special:
                escape = False
                if d.quoting == QUOTE_NONE:
                    escape = True
                elif c == d.quotechar:
                    if d.doublequote:
                        out.append(c)
                        quoted = True
                    else:
                        escape = True
                elif c == d.escapechar:
                    escape = True
                else:
                    quoted = True
                if escape:
                    if d.escapechar is None:
                        raise Error("need to escape, but no escapechar set")
                    out.append(d.escapechar)
            out.append(c)
        if alone and not text:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            quoted = True
        body = "".join(out)
        return d.quotechar + body + d.quotechar if quoted else body

    def writerow(self, row):
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        alone = len(values) == 1
        line = self.dialect.delimiter.join([self._text(value, alone) for value in values])
        return self._file.write(line + self.dialect.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(file, dialect="excel", **options):
    """Writes rows."""
    return _Writer(file, dialect, options)


class DictReader:
    """Rows as dictionaries."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **options):
        self._fieldnames = fieldnames if fieldnames is None else list(fieldnames)
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, **options)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        result = dict(zip(names, row))
        if len(names) < len(row):
            result[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for key in names[len(row):]:
                result[key] = self.restval
        return result


class DictWriter:
    """Writes dictionaries as rows."""

    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **options):
        self.fieldnames = list(fieldnames)
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, row):
        if self.extrasaction == "raise":
            wrong = [key for key in row if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(x) for x in wrong]))
        return [row.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, row):
        return self.writer.writerow(self._row(row))

    def writerows(self, rows):
        for row in rows:
            self.writer.writerow(self._row(row))
