"""Configuration files."""

import re
import sys

DEFAULTSECT = "DEFAULT"


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        if source is not None:
            text = f"While reading from {source!r} [line {lineno:2d}]: section {section!r} already exists"
        else:
            text = f"Section {section!r} already exists"
        Error.__init__(self, text)
        self.section = section


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f"While reading from {source!r} [line {lineno:2d}]: option {option!r} in section {section!r} already exists"
        Error.__init__(self, text)
        self.section = section
        self.option = option


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option = option
        self.section = section


class InterpolationError(Error):
    pass


class InterpolationMissingOptionError(InterpolationError):
    pass


class InterpolationSyntaxError(InterpolationError):
    pass


class ParsingError(Error):
    pass


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")


class BasicInterpolation:
    def get(self, parser, section, option, value, values):
        return self._expand(parser, section, option, value, values, 1)

    def _expand(self, parser, section, option, value, values, depth):
        if depth > 10:
            raise InterpolationError("Recursion limit exceeded in value substitution")
        out = []
        rest = value
        while rest:
            at = rest.find("%")
            if at < 0:
                out.append(rest)
                break
            out.append(rest[:at])
            rest = rest[at:]
            if rest[1:2] == "%":
                out.append("%")
                rest = rest[2:]
                continue
            match = re.match(r"%\(([^)]+)\)s", rest)
            if match is None:
                raise InterpolationSyntaxError(f"'%' must be followed by '%' or '(', found: {rest!r}")
            name = parser.optionxform(match.group(1))
            rest = rest[match.end():]
            if name not in values:
                raise InterpolationMissingOptionError(
                    f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation key {name!r} which is not a valid option name. Raw value: {value!r}")
            inner = values[name]
            out.append(self._expand(parser, section, option, inner, values, depth + 1) if "%" in inner else inner)
        return "".join(out)


class ExtendedInterpolation:
    def get(self, parser, section, option, value, values):
        def one(match):
            path = match.group(1).split(":")
            if len(path) == 1:
                found = values[parser.optionxform(path[0])]
            else:
                found = parser.get(path[0], path[1], raw=True)
            return self.get(parser, section, option, found, values)

        return re.sub(r"\$\{([^}]+)\}", one, value).replace("$$", "$")


class _Missing:
    pass


_UNSET = _Missing()


class SectionProxy:
    def __init__(self, parser, name):
        self._parser = parser
        self._name = name

    name = property(lambda self: self._name)
    parser = property(lambda self: self._parser)

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._text(value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _keys(self):
        return self._parser.options(self._name) if self._name != DEFAULTSECT else list(self._parser._defaults)

    def __len__(self):
        return len(self._keys())

    def __iter__(self):
        return iter(self._keys())

    def keys(self):
        return self._keys()

    def values(self):
        return [self[key] for key in self._keys()]

    def items(self):
        return [(key, self[key]) for key in self._keys()]

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getint(self, option, fallback=None):
        return self._parser.getint(self._name, option, fallback=fallback)

    def getfloat(self, option, fallback=None):
        return self._parser.getfloat(self._name, option, fallback=fallback)

    def getboolean(self, option, fallback=None):
        return self._parser.getboolean(self._name, option, fallback=fallback)


class RawConfigParser:
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}
    _default_interpolation = None

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True, empty_lines_in_values=True,
                 default_section=DEFAULTSECT, interpolation=_UNSET, converters=None):
        self._sections = {}
        self._defaults = {}
        self._proxies = {}
        self._none = allow_no_value
        self._delimiters = delimiters
        self._comments = comment_prefixes
        self._inline = inline_comment_prefixes or ()
        self._strict = strict
        self._empty = empty_lines_in_values
        self._interpolation = self._default_interpolation if interpolation is _UNSET else interpolation
        self.default_section = default_section
        if defaults:
            for key in defaults:
                self._defaults[self.optionxform(key)] = defaults[key]

    def optionxform(self, option):
        return option.lower()

    def _text(self, value):
        if not isinstance(value, str) and not (self._none and value is None):
            raise TypeError("option values must be strings")

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._sections[section] = {}

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        names = dict(self._sections[section])
        names.update({k: v for k, v in self._defaults.items() if k not in names})
        return list(names)

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    def _values(self, section, vars=None):
        values = dict(self._defaults)
        if section in self._sections:
            values.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        if vars:
            for key in vars:
                values[self.optionxform(key)] = str(vars[key])
        return values

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            values = self._values(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        name = self.optionxform(option)
        if name not in values:
            if fallback is _UNSET:
                raise NoOptionError(name, section)
            return fallback
        value = values[name]
        if raw or value is None or self._interpolation is None:
            return value
        return self._interpolation.get(self, section, name, value, values)

    def _converted(self, section, option, convert, fallback, raw, vars):
        try:
            return convert(self.get(section, option, raw=raw, vars=vars))
        except (NoSectionError, NoOptionError):
            if fallback is _UNSET:
                raise
            return fallback

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, fallback, raw, vars)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, fallback, raw, vars)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, self._boolean, fallback, raw, vars)

    def _boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        return [(key, self.get(section, key, raw=raw, vars=vars)) for key in self._values(section, vars)]

    def set(self, section, option, value=None):
        if not section or section == self.default_section:
            target = self._defaults
        elif section in self._sections:
            target = self._sections[section]
        else:
            raise NoSectionError(section)
        target[self.optionxform(option)] = value

    def remove_option(self, section, option):
        if section != self.default_section and section not in self._sections:
            raise NoSectionError(section)
        target = self._defaults if section == self.default_section else self._sections[section]
        name = self.optionxform(option)
        found = name in target
        if found:
            del target[name]
        return found

    def remove_section(self, section):
        found = section in self._sections
        if found:
            del self._sections[section]
        return found

    def popitem(self):
        for name in self._sections:
            value = self[name]
            del self._sections[name]
            return name, value
        raise KeyError

    def read(self, filenames, encoding=None):
        if isinstance(filenames, str) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, str(name))
            except OSError:
                continue
            done.append(name)
        return done

    def read_file(self, f, source=None):
        self._read(f, source or "<???>")

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(True), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section in dictionary:
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            for key in dictionary[section]:
                value = dictionary[section][key]
                self.set(section, key, value if value is None else str(value))

    def _read(self, lines, source):
        current = None
        section = None
        option = None
        indent = 0
        seen = set()
        for number, line in enumerate(lines, 1):
            text = line.strip()
            if any(text.startswith(p) for p in self._comments):
                if option and current is not None and self._empty and isinstance(current[option], list):
                    pass
                continue
            for prefix in self._inline:
                at = -1
                while True:
                    at = line.find(prefix, at + 1)
                    if at < 0:
                        break
                    if at == 0 or line[at - 1].isspace():
                        line = line[:at]
                        break
            text = line.strip()
            if not text:
                if self._empty and option and current is not None and isinstance(current[option], list):
                    current[option].append("")
                elif not self._empty:
                    indent = 10 ** 9
                continue
            deep = len(line) - len(line.lstrip())
            if current is not None and option and deep > indent:
                current[option].append(text)
                continue
            indent = deep
            header = re.match(r"\[(.+)\]", text)
            if header:
                section = header.group(1)
                option = None
                if section == self.default_section:
                    current = self._defaults
                elif section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                    current = self._sections[section]
                else:
                    current = {}
                    self._sections[section] = current
                seen.add(section)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, number, line)
            places = [text.find(d) for d in self._delimiters if d in text]
            if places:
                at = min(places)
                name, value = text[:at].rstrip(), [text[at + 1:].strip()]
            elif self._none:
                name, value = text, None
            else:
                raise ParsingError(f"Source contains parsing errors: {source!r}\n\t[line {number:2d}]: {line!r}")
            option = self.optionxform(name)
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            current[option] = value
            if value is None:
                option = None
        for options in [self._defaults] + list(self._sections.values()):
            for name in options:
                if isinstance(options[name], list):
                    while len(options[name]) > 1 and not options[name][-1]:
                        options[name].pop()
                    options[name] = "\n".join(options[name]).rstrip()

    def write(self, fp, space_around_delimiters=True):
        mark = " = " if space_around_delimiters else "="
        if self._defaults:
            self._write_section(fp, self.default_section, self._defaults, mark)
        for section in self._sections:
            self._write_section(fp, section, self._sections[section], mark)

    def _write_section(self, fp, name, options, mark):
        fp.write(f"[{name}]\n")
        for key in options:
            value = options[key]
            text = "" if value is None and self._none else mark + str(value).replace("\n", "\n\t")
            fp.write(f"{key}{text}\n")
        fp.write("\n")

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        if key not in self._proxies:
            self._proxies[key] = SectionProxy(self, key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        yield self.default_section
        yield from list(self._sections)

    def keys(self):
        return list(self)

    def values(self):
        return [self[name] for name in self]


class ConfigParser(RawConfigParser):
    _default_interpolation = BasicInterpolation()

    def set(self, section, option, value=None):
        self._text(value)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        RawConfigParser.add_section(self, section)


SafeConfigParser = ConfigParser
