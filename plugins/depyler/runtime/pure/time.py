"""Broken-down time. The local time zone is UTC."""

import time as _clock


class struct_time(tuple):
    """Year, month, day, hour, minute, second, weekday, day of the year, daylight saving."""

    tm_year = property(lambda self: self[0])
    tm_mon = property(lambda self: self[1])
    tm_mday = property(lambda self: self[2])
    tm_hour = property(lambda self: self[3])
    tm_min = property(lambda self: self[4])
    tm_sec = property(lambda self: self[5])
    tm_wday = property(lambda self: self[6])
    tm_yday = property(lambda self: self[7])
    tm_isdst = property(lambda self: self[8])
    tm_zone = property(lambda self: "UTC")
    tm_gmtoff = property(lambda self: 0)

    def __repr__(self):
        names = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")
        return "time.struct_time(" + ", ".join([f"{n}={v}" for n, v in zip(names, self)]) + ")"


def _split(seconds):
    import math
    days, rest = divmod(math.floor(_clock.time() if seconds is None else seconds), 86400)
    hour, rest = divmod(rest, 3600)
    minute, second = divmod(rest, 60)
    weekday = (days + 3) % 7
    era = (days + 719468) // 146097
    doe = days + 719468 - era * 146097
    yoe = (doe - doe // 1460 + doe // 36524 - doe // 146096) // 365
    doy = doe - (365 * yoe + yoe // 4 - yoe // 100)
    mp = (5 * doy + 2) // 153
    day = doy - (153 * mp + 2) // 5 + 1
    month = mp + 3 if mp < 10 else mp - 9
    year = yoe + era * 400 + (1 if month <= 2 else 0)
    yday = days - _days(year, 1, 1) + 1
    return struct_time((year, month, day, hour, minute, second, weekday, yday, 0))


def _days(year, month, day):
    year -= 1 if month <= 2 else 0
    era = year // 400
    yoe = year - era * 400
    doy = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    doe = yoe * 365 + yoe // 4 - yoe // 100 + doy
    return era * 146097 + doe - 719468


def gmtime(seconds=None):
    return _split(seconds)


def localtime(seconds=None):
    return _split(seconds)


def mktime(t):
    return float(((_days(t[0], t[1], 1) + t[2] - 1) * 24 + t[3]) * 3600 + t[4] * 60 + t[5])


_WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def asctime(t=None):
    t = _split(None) if t is None else t
    return "%s %s %2d %02d:%02d:%02d %d" % (_WEEKDAYS[t[6]], _MONTHS[t[1] - 1], t[2], t[3], t[4], t[5], t[0])


def ctime(seconds=None):
    return asctime(_split(seconds))


def time_ns():
    return int(_clock.time() * 1e9)


def strftime(format, t=None):
    t = _split(None) if t is None else t
    full_days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
    full_months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                   "November", "December"]
    hour12 = t[3] % 12 or 12
    values = {"Y": str(t[0]), "m": "%02d" % t[1], "d": "%02d" % t[2], "e": "%2d" % t[2], "H": "%02d" % t[3],
              "I": "%02d" % hour12, "M": "%02d" % t[4], "S": "%02d" % t[5], "p": "AM" if t[3] < 12 else "PM",
              "y": "%02d" % (t[0] % 100), "j": "%03d" % t[7], "a": _WEEKDAYS[t[6]], "A": full_days[t[6]],
              "b": _MONTHS[t[1] - 1], "h": _MONTHS[t[1] - 1], "B": full_months[t[1] - 1], "w": str((t[6] + 1) % 7),
              "u": str(t[6] + 1), "Z": "UTC", "z": "+0000", "%": "%", "n": "\n", "t": "\t",
              "c": asctime(t), "x": "%02d/%02d/%02d" % (t[1], t[2], t[0] % 100),
              "X": "%02d:%02d:%02d" % (t[3], t[4], t[5]), "T": "%02d:%02d:%02d" % (t[3], t[4], t[5]),
              "D": "%02d/%02d/%02d" % (t[1], t[2], t[0] % 100), "F": "%d-%02d-%02d" % (t[0], t[1], t[2]),
              "R": "%02d:%02d" % (t[3], t[4]), "U": "%02d" % ((t[7] + 6 - (t[6] + 1) % 7) // 7),
              "W": "%02d" % ((t[7] + 6 - t[6]) // 7)}
    out = []
    i = 0
    while i < len(format):
        c = format[i]
        i += 1
        if c == "%" and i < len(format):
            out.append(values.get(format[i], "%" + format[i]))
            i += 1
        else:
            out.append(c)
    return "".join(out)


timezone = 0
tzname = ("UTC", "UTC")


def strptime(data_string, format="%a %b %d %H:%M:%S %Y"):
    import re
    months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    full = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december"]
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    long_days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    patterns = {
        "d": r"(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])", "H": r"(?P<H>2[0-3]|[0-1]\d|\d)",
        "I": r"(?P<I>1[0-2]|0[1-9]|[1-9])", "j": r"(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])",
        "m": r"(?P<m>1[0-2]|0[1-9]|[1-9])", "M": r"(?P<M>[0-5]\d|\d)", "S": r"(?P<S>6[0-1]|[0-5]\d|\d)",
        "y": r"(?P<y>\d\d)", "Y": r"(?P<Y>\d\d\d\d)", "f": r"(?P<f>[0-9]{1,6})", "p": r"(?P<p>am|pm)",
        "b": "(?P<b>" + "|".join(months) + ")", "B": "(?P<B>" + "|".join(full) + ")",
        "a": "(?P<a>" + "|".join(days) + ")", "A": "(?P<A>" + "|".join(long_days) + ")", "Z": "(?P<Z>utc|gmt)", "%": "%",
        "z": r"(?P<z>[+-]\d\d:?[0-5]\d|z)",
    }
    wide = format.replace("%c", "%a %b %d %H:%M:%S %Y").replace("%x", "%m/%d/%y").replace("%X", "%H:%M:%S").replace("%D", "%m/%d/%y").replace("%T", "%H:%M:%S")
    out = ""
    at = 0
    while at < len(wide):
        c = wide[at]
        if c == "%":
            at += 1
            if at >= len(wide):
                raise ValueError(f"stray %% in format '{format}'")
            if wide[at] not in patterns:
                raise ValueError(f"'{wide[at]}' is a bad directive in format '{format}'")
            out += patterns[wide[at]]
        elif c.isspace():
            if not out.endswith(r"\s+"):
                out += r"\s+"
        else:
            out += re.escape(c)
        at += 1
    match = re.compile(out, re.IGNORECASE).match(data_string)
    if match is None:
        raise ValueError(f"time data {data_string!r} does not match format {format!r}")
    if match.end() != len(data_string):
        raise ValueError(f"unconverted data remains: {data_string[match.end():]}")
    found = match.groupdict()
    year, month, day = 1900, 1, 1
    if "Y" in found:
        year = int(found["Y"])
    elif "y" in found:
        year = int(found["y"])
        year += 2000 if year <= 68 else 1900
    if "m" in found:
        month = int(found["m"])
    elif "b" in found:
        month = months.index(found["b"].lower()) + 1
    elif "B" in found:
        month = full.index(found["B"].lower()) + 1
    if "d" in found:
        day = int(found["d"])
    hour = int(found.get("H", 0))
    if "I" in found:
        hour = int(found["I"]) % 12
        if found.get("p", "").lower() == "pm":
            hour += 12
    minute, second = int(found.get("M", 0)), int(found.get("S", 0))
    if "j" in found and "d" not in found:
        total = _days(year, 1, 1) + int(found["j"]) - 1
        month = 12
        while _days(year, month, 1) > total:
            month -= 1
        day = total - _days(year, month, 1) + 1
    number = _days(year, month, day)
    yday = number - _days(year, 1, 1) + 1
    return struct_time((year, month, day, hour, minute, second, (number + 3) % 7, yday, -1))
