"""Dates and times of the proleptic Gregorian calendar."""

import time as _time
import math as _math

MINYEAR = 1
MAXYEAR = 9999
_MAX_ORDINAL = 3652059
_DAYS = [-1, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
_BEFORE = [-1, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
_MONTHS = [None, "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_DAY_NAMES = [None, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_FULL_MONTHS = [None, "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December"]
_FULL_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def _in_month(year, month):
    return 29 if month == 2 and _is_leap(year) else _DAYS[month]


def _before_month(year, month):
    return _BEFORE[month] + (month > 2 and _is_leap(year))


def _ymd2ord(year, month, day):
    return _before_year(year) + _before_month(year, month) + day


def _ord2ymd(n):
    n -= 1
    n400, n = divmod(n, 146097)
    year = n400 * 400 + 1
    n100, n = divmod(n, 36524)
    n4, n = divmod(n, 1461)
    n1, n = divmod(n, 365)
    year += n100 * 100 + n4 * 4 + n1
    if n1 == 4 or n100 == 4:
        return year - 1, 12, 31
    leap = n1 == 3 and (n4 != 24 or n100 == 3)
    month = (n + 50) >> 5
    preceding = _BEFORE[month] + (month > 2 and leap)
    if preceding > n:
        month -= 1
        preceding -= _DAYS[month] + (month == 2 and leap)
    return year, month, n - preceding + 1


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    if not 1 <= day <= _in_month(year, month):
        raise ValueError("day is out of range for month")


def _check_time(hour, minute, second, microsecond):
    if not 0 <= hour <= 23:
        raise ValueError("hour must be in 0..23")
    if not 0 <= minute <= 59:
        raise ValueError("minute must be in 0..59")
    if not 0 <= second <= 59:
        raise ValueError("second must be in 0..59")
    if not 0 <= microsecond <= 999999:
        raise ValueError("microsecond must be in 0..999999")


def _need_int(*values):
    for value in values:
        if not isinstance(value, int):
            name = type(value).__name__
            if isinstance(value, float):
                raise TypeError("integer argument expected, got float" if False else "'float' object cannot be interpreted as an integer")
            raise TypeError(f"'{name}' object cannot be interpreted as an integer")


def _divide_nearest(a, b):
    q, r = divmod(a, b)
    r *= 2
    more = r > b if b > 0 else r < b
    if more or r == b and q % 2 == 1:
        q += 1
    return q


class timedelta:
    """A distance in time."""

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        for name, value in (("days", days), ("seconds", seconds), ("microseconds", microseconds),
                            ("milliseconds", milliseconds), ("minutes", minutes), ("hours", hours), ("weeks", weeks)):
            if not isinstance(value, (int, float)):
                raise TypeError(f"unsupported type for timedelta {name} component: {type(value).__name__}")
        total = 0
        rest = 0.0
        for value, unit in ((days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000),
                            (minutes, 60000000), (hours, 3600000000), (weeks, 604800000000)):
            if isinstance(value, float):
                part, whole = _math.modf(value)
                total += int(whole) * unit
                part *= unit
                part, whole = _math.modf(part)
                total += int(whole)
                rest += part
            else:
                total += value * unit
        if rest:
            whole = round(rest)
            if abs(rest - _math.trunc(rest)) == 0.5:
                low = _math.floor(rest)
                whole = low if (total + low) % 2 == 0 else low + 1
            total += whole
        self._set(total)

    def _set(self, total):
        days, left = divmod(total, 86400000000)
        seconds, micros = divmod(left, 1000000)
        if abs(days) > 999999999:
            raise OverflowError(f"days={days}; must have magnitude <= 999999999")
        self._days = days
        self._seconds = seconds
        self._microseconds = micros

    @staticmethod
    def _of(total):
        delta = timedelta()
        delta._set(total)
        return delta

    def _total(self):
        return (self._days * 86400 + self._seconds) * 1000000 + self._microseconds

    @property
    def days(self):
        return self._days

    @property
    def seconds(self):
        return self._seconds

    @property
    def microseconds(self):
        return self._microseconds

    def total_seconds(self):
        return self._total() / 10 ** 6

    def __repr__(self):
        args = []
        if self._days:
            args.append(f"days={self._days}")
        if self._seconds:
            args.append(f"seconds={self._seconds}")
        if self._microseconds:
            args.append(f"microseconds={self._microseconds}")
        if not args:
            args.append("0")
        return f"datetime.timedelta({', '.join(args)})"

    def __str__(self):
        mm, ss = divmod(self._seconds, 60)
        hh, mm = divmod(mm, 60)
        text = "%d:%02d:%02d" % (hh, mm, ss)
        if self._days:
            s = "" if abs(self._days) == 1 else "s"
            text = f"{self._days} day{s}, " + text
        if self._microseconds:
            text += ".%06d" % self._microseconds
        return text

    def __add__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() + other._total())
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() - other._total())
        return NotImplemented

    def __rsub__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(other._total() - self._total())
        return NotImplemented

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return self

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(_divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(_divide_nearest(b * self._total(), a))
        return NotImplemented

    def __mod__(self, other):
        if isinstance(other, timedelta):
            return timedelta._of(self._total() % other._total())
        return NotImplemented

    def __divmod__(self, other):
        if isinstance(other, timedelta):
            q, r = divmod(self._total(), other._total())
            return q, timedelta._of(r)
        return NotImplemented

    def __eq__(self, other):
        return self._total() == other._total() if isinstance(other, timedelta) else NotImplemented

    def __lt__(self, other):
        return self._total() < other._total() if isinstance(other, timedelta) else NotImplemented

    def __le__(self, other):
        return self._total() <= other._total() if isinstance(other, timedelta) else NotImplemented

    def __gt__(self, other):
        return self._total() > other._total() if isinstance(other, timedelta) else NotImplemented

    def __ge__(self, other):
        return self._total() >= other._total() if isinstance(other, timedelta) else NotImplemented

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def __bool__(self):
        return self._total() != 0


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(days=999999999, hours=23, minutes=59, seconds=59, microseconds=999999)
timedelta.resolution = timedelta(microseconds=1)


class tzinfo:
    """A base for time zones."""

    def tzname(self, dt):
        raise NotImplementedError("tzinfo subclass must override tzname()")

    def utcoffset(self, dt):
        raise NotImplementedError("tzinfo subclass must override utcoffset()")

    def dst(self, dt):
        raise NotImplementedError("tzinfo subclass must override dst()")

    def fromutc(self, dt):
        return dt + dt.utcoffset()


class timezone(tzinfo):
    """A fixed distance from UTC."""

    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError("timezone() argument 1 must be datetime.timedelta, not " + type(offset).__name__)
        if not timedelta(hours=-24) < offset < timedelta(hours=24):
            raise ValueError("offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), not "
                             + repr(offset) + ".")
        self._offset = offset
        self._name = name

    def __eq__(self, other):
        return self._offset == other._offset if isinstance(other, timezone) else NotImplemented

    def __hash__(self):
        return hash(self._offset)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        if self._name is None:
            return f"datetime.timezone({self._offset!r})"
        return f"datetime.timezone({self._offset!r}, {self._name!r})"

    def __str__(self):
        return self.tzname(None)

    def utcoffset(self, dt):
        return self._offset

    def tzname(self, dt):
        if self._name is None:
            if not self._offset:
                return "UTC"
            return "UTC" + _offset_text(self._offset)
        return self._name

    def dst(self, dt):
        return None

    def fromutc(self, dt):
        return dt + self._offset


timezone.utc = timezone(timedelta(0))
timezone.min = timezone(-timedelta(hours=23, minutes=59))
timezone.max = timezone(timedelta(hours=23, minutes=59))
UTC = timezone.utc


def _offset_text(offset, colon=":"):
    if offset is None:
        return ""
    sign = "+"
    if offset.days < 0:
        sign = "-"
        offset = -offset
    hh, rest = divmod(offset._total(), 3600000000)
    mm, rest = divmod(rest, 60000000)
    ss, micro = divmod(rest, 1000000)
    text = "%s%02d%s%02d" % (sign, hh, colon, mm)
    if ss or micro:
        text += "%s%02d" % (colon, ss)
        if micro:
            text += ".%06d" % micro
    return text


def _week_one(year):
    first = _ymd2ord(year, 1, 1)
    weekday = (first + 6) % 7
    monday = first - weekday
    return monday + 7 if weekday > 3 else monday


def _strftime(self, format, date, hour, minute, second, micro, offset, zone):
    out = []
    i = 0
    n = len(format)
    ordinal = date.toordinal()
    weekday = (ordinal + 6) % 7
    yday = ordinal - _ymd2ord(date._year, 1, 1) + 1
    while i < n:
        c = format[i]
        i += 1
        if c != "%" or i >= n:
            out.append(c)
            continue
        c = format[i]
        i += 1
        pad = ""
        if c == "-" and i < n:
            pad = "-"
            c = format[i]
            i += 1
        hour12 = hour % 12 or 12
        if c == "d":
            text = "%02d" % date._day
        elif c == "e":
            text = "%2d" % date._day
        elif c == "m":
            text = "%02d" % date._month
        elif c == "Y":
            text = "%d" % date._year if date._year >= 1000 else str(date._year)
        elif c == "y":
            text = "%02d" % (date._year % 100)
        elif c == "H":
            text = "%02d" % hour
        elif c == "k":
            text = "%2d" % hour
        elif c == "I":
            text = "%02d" % hour12
        elif c == "l":
            text = "%2d" % hour12
        elif c == "M":
            text = "%02d" % minute
        elif c == "S":
            text = "%02d" % second
        elif c == "f":
            text = "%06d" % micro
        elif c == "p":
            text = "AM" if hour < 12 else "PM"
        elif c == "P":
            text = "am" if hour < 12 else "pm"
        elif c == "j":
            text = "%03d" % yday
        elif c == "a":
            text = _DAY_NAMES[weekday + 1]
        elif c == "A":
            text = _FULL_DAYS[weekday]
        elif c == "b" or c == "h":
            text = _MONTHS[date._month]
        elif c == "B":
            text = _FULL_MONTHS[date._month]
        elif c == "w":
            text = str((weekday + 1) % 7)
        elif c == "u":
            text = str(weekday + 1)
        elif c == "U":
            text = "%02d" % ((yday + 6 - (weekday + 1) % 7) // 7)
        elif c == "W":
            text = "%02d" % ((yday + 6 - weekday) // 7)
        elif c == "G":
            text = str(date.isocalendar()[0])
        elif c == "V":
            text = "%02d" % date.isocalendar()[1]
        elif c == "C":
            text = "%02d" % (date._year // 100)
        elif c == "D":
            text = "%02d/%02d/%02d" % (date._month, date._day, date._year % 100)
        elif c == "F":
            text = "%d-%02d-%02d" % (date._year, date._month, date._day)
        elif c == "T" or c == "X":
            text = "%02d:%02d:%02d" % (hour, minute, second)
        elif c == "R":
            text = "%02d:%02d" % (hour, minute)
        elif c == "r":
            text = "%02d:%02d:%02d %s" % (hour12, minute, second, "AM" if hour < 12 else "PM")
        elif c == "x":
            text = "%02d/%02d/%02d" % (date._month, date._day, date._year % 100)
        elif c == "c":
            text = "%s %s %2d %02d:%02d:%02d %d" % (_DAY_NAMES[weekday + 1], _MONTHS[date._month], date._day, hour, minute,
                                                    second, date._year)
        elif c == "z":
            text = _offset_text(offset, "")
        elif c == "Z":
            text = zone or ""
        elif c == "n":
            text = "\n"
        elif c == "t":
            text = "\t"
        elif c == "%":
            text = "%"
        else:
            text = "%" + c
        if pad:
            text = text.lstrip("0 ") or "0"
        out.append(text)
    return "".join(out)


class IsoCalendarDate(tuple):
    """Year, week, weekday."""

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


class date:
    """A day."""

    def __init__(self, year, month=None, day=None):
        if month is None or day is None:
            missing = "'month' (pos 2)" if month is None else "'day' (pos 3)"
            raise TypeError(f"function missing required argument {missing}")
        _need_int(year, month, day)
        _check_date(year, month, day)
        self._year = year
        self._month = month
        self._day = day

    @classmethod
    def fromtimestamp(cls, t):
        y, m, d = _ord2ymd(_math.floor(t) // 86400 + 719163)
        return cls(y, m, d)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def fromordinal(cls, n):
        if n < 1:
            raise ValueError("ordinal must be >= 1")
        y, m, d = _ord2ymd(n)
        if y > MAXYEAR:
            raise ValueError(f"year {y} is out of range")
        return cls(y, m, d)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        parts = _parse_iso_date(text)
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    @classmethod
    def fromisocalendar(cls, year, week, day):
        if not MINYEAR <= year <= MAXYEAR:
            raise ValueError(f"Year is out of range: {year}")
        if not 1 <= week <= 53 or week == 53 and (_week_one(year + 1) - _week_one(year)) // 7 < 53:
            raise ValueError(f"Invalid week: {week}")
        if not 1 <= day <= 7:
            raise ValueError(f"Invalid day: {day} (range is [1, 7])")
        return cls.fromordinal(_week_one(year) + (week - 1) * 7 + day - 1)

    @property
    def year(self):
        return self._year

    @property
    def month(self):
        return self._month

    @property
    def day(self):
        return self._day

    def __repr__(self):
        return f"datetime.date({self._year}, {self._month}, {self._day})"

    def isoformat(self):
        return "%04d-%02d-%02d" % (self._year, self._month, self._day)

    def __str__(self):
        return self.isoformat()

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d 00:00:00 %04d" % (_DAY_NAMES[weekday], _MONTHS[self._month], self._day, self._year)

    def strftime(self, format):
        return _strftime(self, format, self, 0, 0, 0, 0, None, "")

    def __format__(self, format):
        if format:
            return self.strftime(format)
        return str(self)

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, 0, 0, 0, self.weekday(),
                                  self.toordinal() - _ymd2ord(self._year, 1, 1) + 1, -1))

    def toordinal(self):
        return _ymd2ord(self._year, self._month, self._day)

    def replace(self, year=None, month=None, day=None):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day)

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.toordinal() % 7 or 7

    def isocalendar(self):
        year = self._year
        first = _week_one(year)
        today = self.toordinal()
        week, day = divmod(today - first, 7)
        if week < 0:
            year -= 1
            first = _week_one(year)
            week, day = divmod(today - first, 7)
        elif week >= 52 and today >= _week_one(year + 1):
            year += 1
            week = 0
        return IsoCalendarDate((year, week + 1, day + 1))

    def _key(self):
        return (self._year, self._month, self._day)

    def __eq__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() == other._key()
        return NotImplemented

    def __lt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() < other._key()
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() <= other._key()
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() > other._key()
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, date) and not isinstance(other, datetime):
            return self._key() >= other._key()
        return NotImplemented

    def __hash__(self):
        return hash(self._key())

    def __add__(self, other):
        if isinstance(other, timedelta):
            n = self.toordinal() + other.days
            if 0 < n <= _MAX_ORDINAL:
                return type(self).fromordinal(n)
            raise OverflowError("date value out of range")
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + timedelta(-other.days)
        if isinstance(other, date):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(days=1)


def _digits(text):
    return text != "" and all(c in "0123456789" for c in text)


def _parse_iso_date(text):
    if len(text) == 10 and text[4] == "-" and text[7] == "-":
        parts = (text[:4], text[5:7], text[8:])
    elif len(text) == 8 and "-" not in text and "W" not in text:
        parts = (text[:4], text[4:6], text[6:])
    elif len(text) in (7, 8, 10) and "W" in text:
        clean = text.replace("-", "")
        if not _digits(clean[:4]) or not _digits(clean[5:]):
            return None
        day = int(clean[7:]) if len(clean) > 7 else 1
        found = date.fromisocalendar(int(clean[:4]), int(clean[5:7]), day)
        return (found.year, found.month, found.day)
    else:
        return None
    if not all(_digits(part) for part in parts):
        return None
    return tuple([int(part) for part in parts])


def _parse_iso_time(text):
    """Hour, minute, second, microsecond, zone."""
    zone = None
    at = -1
    for i, c in enumerate(text):
        if c in "+-Z":
            at = i
            break
    if at >= 0:
        tail = text[at:]
        text = text[:at]
        if tail == "Z":
            zone = timezone.utc
        else:
            parts = _parse_iso_clock(tail[1:])
            if parts is None:
                return None
            delta = timedelta(hours=parts[0], minutes=parts[1], seconds=parts[2], microseconds=parts[3])
            if tail[0] == "-":
                delta = -delta
            zone = timezone.utc if not delta else timezone(delta)
    parts = _parse_iso_clock(text)
    if parts is None:
        return None
    return parts + [zone]


def _parse_iso_clock(text):
    micro = 0
    for mark in ".,":
        if mark in text:
            text, fraction = text.split(mark, 1)
            if not _digits(fraction):
                return None
            micro = int((fraction + "000000")[:6])
    parts = text.split(":") if ":" in text else [text[i:i + 2] for i in range(0, len(text), 2)]
    if not 1 <= len(parts) <= 3 or any(len(p) != 2 or not _digits(p) for p in parts):
        return None
    values = [int(p) for p in parts]
    while len(values) < 3:
        values.append(0)
    return values + [micro]


class time:
    """A time of day."""

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        _need_int(hour, minute, second, microsecond)
        _check_time(hour, minute, second, microsecond)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def fromisoformat(cls, text):
        parts = _parse_iso_time(text.lstrip("T"))
        if parts is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*parts)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(None)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(None)

    def isoformat(self, timespec="auto"):
        return _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec) + _offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        if self._microsecond:
            text = f", {self._second}, {self._microsecond}"
        elif self._second:
            text = f", {self._second}"
        else:
            text = ""
        zone = f", tzinfo={self._tzinfo!r}" if self._tzinfo is not None else ""
        return f"datetime.time({self._hour}, {self._minute}{text}{zone})"

    def strftime(self, format):
        return _strftime(self, format, date(1900, 1, 1), self._hour, self._minute, self._second, self._microsecond,
                         self.utcoffset(), self.tzname())

    def __format__(self, format):
        if format:
            return self.strftime(format)
        return str(self)

    def replace(self, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        return type(self)(self._hour if hour is None else hour, self._minute if minute is None else minute,
                          self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo)

    def _key(self):
        micros = ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond
        offset = self.utcoffset()
        return micros - (offset._total() if offset is not None else 0)

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, time) else NotImplemented

    def __lt__(self, other):
        return self._key() < other._key() if isinstance(other, time) else NotImplemented

    def __le__(self, other):
        return self._key() <= other._key() if isinstance(other, time) else NotImplemented

    def __gt__(self, other):
        return self._key() > other._key() if isinstance(other, time) else NotImplemented

    def __ge__(self, other):
        return self._key() >= other._key() if isinstance(other, time) else NotImplemented

    def __hash__(self):
        return hash(self._key())


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)


def _clock_text(hour, minute, second, micro, timespec):
    if timespec == "auto":
        timespec = "microseconds" if micro else "seconds"
    if timespec == "hours":
        return "%02d" % hour
    if timespec == "minutes":
        return "%02d:%02d" % (hour, minute)
    if timespec == "seconds":
        return "%02d:%02d:%02d" % (hour, minute, second)
    if timespec == "milliseconds":
        return "%02d:%02d:%02d.%03d" % (hour, minute, second, micro // 1000)
    if timespec == "microseconds":
        return "%02d:%02d:%02d.%06d" % (hour, minute, second, micro)
    raise ValueError("Unknown timespec value")


class datetime(date):
    """A day with a time."""

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        super().__init__(year, month, day)
        _need_int(hour, minute, second, microsecond)
        _check_time(hour, minute, second, microsecond)
        self._hour = hour
        self._minute = minute
        self._second = second
        self._microsecond = microsecond
        self._tzinfo = tzinfo
        self._fold = fold

    @property
    def hour(self):
        return self._hour

    @property
    def minute(self):
        return self._minute

    @property
    def second(self):
        return self._second

    @property
    def microsecond(self):
        return self._microsecond

    @property
    def tzinfo(self):
        return self._tzinfo

    @property
    def fold(self):
        return self._fold

    @classmethod
    def _of(cls, ordinal, micros, zone):
        more, micros = divmod(micros, 86400000000)
        ordinal += more
        if not 0 < ordinal <= _MAX_ORDINAL:
            raise OverflowError("date value out of range")
        y, m, d = _ord2ymd(ordinal)
        seconds, micro = divmod(micros, 1000000)
        minutes, second = divmod(seconds, 60)
        hour, minute = divmod(minutes, 60)
        return cls(y, m, d, hour, minute, second, micro, zone)

    @classmethod
    def fromtimestamp(cls, t, tz=None):
        part, whole = _math.modf(t)
        micros = round(part * 1e6)
        result = cls._of(719163, int(whole) * 1000000 + micros, tz)
        if tz is not None:
            result = tz.fromutc(result)
        return result

    @classmethod
    def utcfromtimestamp(cls, t):
        return cls.fromtimestamp(t)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_time.time(), tz)

    @classmethod
    def utcnow(cls):
        return cls.fromtimestamp(_time.time())

    @classmethod
    def today(cls):
        return cls.now()

    @classmethod
    def combine(cls, day, clock, tzinfo=True):
        return cls(day.year, day.month, day.day, clock.hour, clock.minute, clock.second, clock.microsecond,
                   clock.tzinfo if tzinfo is True else tzinfo)

    @classmethod
    def fromordinal(cls, n):
        y, m, d = _ord2ymd(n)
        return cls(y, m, d)

    @classmethod
    def fromisoformat(cls, text):
        if not isinstance(text, str):
            raise TypeError("fromisoformat: argument must be str")
        end = 10 if len(text) > 8 and text[4] == "-" else 8
        if end == 10 and "W" in text[:10]:
            end = 10 if len(text) >= 10 and text[8] == "-" else 8
        day = _parse_iso_date(text[:end])
        clock = [0, 0, 0, 0, None]
        if day is not None and len(text) > end:
            clock = _parse_iso_time(text[end + 1:])
        if day is None or clock is None:
            raise ValueError(f"Invalid isoformat string: {text!r}")
        return cls(*day, *clock)

    @classmethod
    def strptime(cls, text, format):
        return _strptime(cls, text, format)

    def date(self):
        return date(self._year, self._month, self._day)

    def time(self):
        return time(self._hour, self._minute, self._second, self._microsecond)

    def timetz(self):
        return time(self._hour, self._minute, self._second, self._microsecond, self._tzinfo)

    def utcoffset(self):
        return None if self._tzinfo is None else self._tzinfo.utcoffset(self)

    def tzname(self):
        return None if self._tzinfo is None else self._tzinfo.tzname(self)

    def dst(self):
        return None if self._tzinfo is None else self._tzinfo.dst(self)

    def _micros(self):
        return ((self._hour * 60 + self._minute) * 60 + self._second) * 1000000 + self._microsecond

    def _absolute(self):
        total = self.toordinal() * 86400000000 + self._micros()
        offset = self.utcoffset()
        return total - offset._total() if offset is not None else total

    def timestamp(self):
        return (self._absolute() - 719163 * 86400000000) / 10 ** 6

    def timetuple(self):
        return _time.struct_time((self._year, self._month, self._day, self._hour, self._minute, self._second,
                                  self.weekday(), self.toordinal() - _ymd2ord(self._year, 1, 1) + 1, -1))

    def astimezone(self, tz=None):
        if tz is None:
            tz = timezone.utc
        offset = self.utcoffset()
        utc = (self - offset if offset is not None else self).replace(tzinfo=tz)
        return tz.fromutc(utc)

    def replace(self, year=None, month=None, day=None, hour=None, minute=None, second=None, microsecond=None, tzinfo=True):
        return type(self)(self._year if year is None else year, self._month if month is None else month,
                          self._day if day is None else day, self._hour if hour is None else hour,
                          self._minute if minute is None else minute, self._second if second is None else second,
                          self._microsecond if microsecond is None else microsecond,
                          self._tzinfo if tzinfo is True else tzinfo)

    def ctime(self):
        weekday = self.toordinal() % 7 or 7
        return "%s %s %2d %02d:%02d:%02d %04d" % (_DAY_NAMES[weekday], _MONTHS[self._month], self._day, self._hour,
                                                  self._minute, self._second, self._year)

    def isoformat(self, sep="T", timespec="auto"):
        return ("%04d-%02d-%02d%s" % (self._year, self._month, self._day, sep)
                + _clock_text(self._hour, self._minute, self._second, self._microsecond, timespec)
                + _offset_text(self.utcoffset()))

    def __str__(self):
        return self.isoformat(sep=" ")

    def __repr__(self):
        parts = [self._year, self._month, self._day, self._hour, self._minute, self._second, self._microsecond]
        if parts[-1] == 0:
            del parts[-1]
            if parts[-1] == 0:
                del parts[-1]
        text = ", ".join([str(p) for p in parts])
        zone = f", tzinfo={self._tzinfo!r}" if self._tzinfo is not None else ""
        return f"datetime.datetime({text}{zone})"

    def strftime(self, format):
        return _strftime(self, format, self, self._hour, self._minute, self._second, self._microsecond,
                         self.utcoffset(), self.tzname())

    def _compare(self, other):
        if (self.utcoffset() is None) != (other.utcoffset() is None):
            raise TypeError("can't compare offset-naive and offset-aware datetimes")
        return self._absolute() - other._absolute()

    def __eq__(self, other):
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                return False
            return self._absolute() == other._absolute()
        return False if isinstance(other, date) else NotImplemented

    def __lt__(self, other):
        if isinstance(other, datetime):
            return self._compare(other) < 0
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __le__(self, other):
        if isinstance(other, datetime):
            return self._compare(other) <= 0
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __gt__(self, other):
        if isinstance(other, datetime):
            return self._compare(other) > 0
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __ge__(self, other):
        if isinstance(other, datetime):
            return self._compare(other) >= 0
        if isinstance(other, date):
            raise TypeError("can't compare datetime.datetime to datetime.date")
        return NotImplemented

    def __hash__(self):
        return hash(self._absolute())

    def __add__(self, other):
        if isinstance(other, timedelta):
            return type(self)._of(self.toordinal(), self._micros() + other._total(), self._tzinfo)
        return NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if isinstance(other, datetime):
            if (self.utcoffset() is None) != (other.utcoffset() is None):
                raise TypeError("can't subtract offset-naive and offset-aware datetimes")
            return timedelta._of(self._absolute() - other._absolute())
        return NotImplemented


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)


def _strptime(cls, text, format):
    import re
    groups = {"d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])",
              "Y": r"(?P<Y>\d\d\d\d)", "y": r"(?P<y>\d\d)", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
              "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
              "f": r"(?P<f>[0-9]{1,6})", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
              "p": r"(?P<p>am|pm)", "z": r"(?P<z>[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?|(?-i:Z))",
              "w": r"(?P<w>[0-6])", "u": r"(?P<u>[1-7])", "U": r"(?P<U>5[0-3]|[0-4]\d|\d)",
              "W": r"(?P<W>5[0-3]|[0-4]\d|\d)", "Z": r"(?P<Z>utc|gmt)", "%": "%",
              "G": r"(?P<G>\d\d\d\d)", "V": r"(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)"}
    groups["B"] = "(?P<B>" + "|".join(sorted(_FULL_MONTHS[1:], key=len, reverse=True)) + ")"
    groups["b"] = "(?P<b>" + "|".join(_MONTHS[1:]) + ")"
    groups["A"] = "(?P<A>" + "|".join(sorted(_FULL_DAYS, key=len, reverse=True)) + ")"
    groups["a"] = "(?P<a>" + "|".join(_DAY_NAMES[1:]) + ")"
    expanded = format.replace("%c", "%a %b %d %H:%M:%S %Y").replace("%x", "%m/%d/%y").replace("%X", "%H:%M:%S")
    expanded = expanded.replace("%T", "%H:%M:%S") if False else expanded
    pattern = []
    i = 0
    while i < len(expanded):
        c = expanded[i]
        i += 1
        if c == "%":
            if i >= len(expanded):
                raise ValueError(f"stray % in format '{format}'")
            c = expanded[i]
            i += 1
            if c not in groups:
                raise ValueError(f"'{c}' is a bad directive in format '{format}'")
            pattern.append(groups[c])
        elif c.isspace():
            if not pattern or pattern[-1] != r"\s+":
                pattern.append(r"\s+")
        else:
            pattern.append(re.escape(c))
    found = re.match("".join(pattern), text, re.IGNORECASE)
    if found is None:
        raise ValueError(f"time data {text!r} does not match format {format!r}")
    if len(text) != found.end():
        raise ValueError(f"unconverted data remains: {text[found.end():]}")
    values = found.groupdict()
    year = None
    month = day = 1
    hour = minute = second = micro = 0
    zone = None
    if values.get("Y"):
        year = int(values["Y"])
    elif values.get("y"):
        year = int(values["y"])
        year += 2000 if year <= 68 else 1900
    if values.get("m"):
        month = int(values["m"])
    if values.get("B"):
        month = [m.lower() for m in _FULL_MONTHS[1:]].index(values["B"].lower()) + 1
    if values.get("b"):
        month = [m.lower() for m in _MONTHS[1:]].index(values["b"].lower()) + 1
    if values.get("d"):
        day = int(values["d"])
    if values.get("H"):
        hour = int(values["H"])
    if values.get("I"):
        hour = int(values["I"])
        half = (values.get("p") or "").lower()
        if half in ("", "am"):
            hour = 0 if hour == 12 else hour
        elif half == "pm":
            hour = hour if hour == 12 else hour + 12
    if values.get("M"):
        minute = int(values["M"])
    if values.get("S"):
        second = int(values["S"])
    if values.get("f"):
        micro = int((values["f"] + "000000")[:6])
    if values.get("z"):
        z = values["z"]
        if z == "Z":
            zone = timezone.utc
        else:
            clean = z[1:].replace(":", "")
            delta = timedelta(hours=int(clean[:2]), minutes=int(clean[2:4]), seconds=int(clean[4:6] or 0))
            zone = timezone(-delta if z[0] == "-" else delta)
            if not delta:
                zone = timezone.utc
    if year is None:
        year = 1904 if month == 2 and day == 29 else 1900
    if values.get("j"):
        found_day = date.fromordinal(_ymd2ord(year, 1, 1) + int(values["j"]) - 1)
        month, day = found_day.month, found_day.day
    if values.get("G") and values.get("V"):
        weekday = int(values["u"]) if values.get("u") else 1
        found_day = date.fromisocalendar(int(values["G"]), int(values["V"]), weekday)
        year, month, day = found_day.year, found_day.month, found_day.day
    return cls(year, month, day, hour, minute, second, micro, zone)
