"""Arguments of a command."""

import os
import re
import sys
import textwrap

SUPPRESS = "==SUPPRESS=="
OPTIONAL = "?"
ZERO_OR_MORE = "*"
ONE_OR_MORE = "+"
PARSER = "A..."
REMAINDER = "..."


class ArgumentError(Exception):
    """An argument that does not fit."""

    def __init__(self, argument, message):
        self.argument_name = _argument_name(argument)
        self.message = message

    def __str__(self):
        if self.argument_name is None:
            return f"{self.message}"
        return f"argument {self.argument_name}: {self.message}"


class ArgumentTypeError(Exception):
    """What a type function raises."""


def _argument_name(argument):
    if argument is None:
        return None
    if argument.option_strings:
        return "/".join(argument.option_strings)
    if argument.metavar not in (None, SUPPRESS):
        return argument.metavar
    if argument.dest not in (None, SUPPRESS):
        return argument.dest
    if argument.choices:
        return "{" + ",".join([str(c) for c in argument.choices]) + "}"
    return None


class Namespace:
    """What was parsed."""

    def __init__(self, **kwargs):
        for name in kwargs:
            setattr(self, name, kwargs[name])

    def __eq__(self, other):
        if not isinstance(other, Namespace):
            return NotImplemented
        return vars(self) == vars(other)

    def __contains__(self, key):
        return key in self.__dict__

    def __repr__(self):
        parts = []
        extra = {}
        for name, value in self.__dict__.items():
            if name.isidentifier():
                parts.append("%s=%r" % (name, value))
            else:
                extra[name] = value
        if extra:
            parts.append("**%s" % repr(extra))
        return "%s(%s)" % (type(self).__name__, ", ".join(parts))


class HelpFormatter:
    """Writes usage and help."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            columns = os.getenv("COLUMNS")
            width = (int(columns) if columns else 80) - 2
        self._prog = prog
        self._width = width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent_increment = indent_increment

    def _fill_text(self, text, width, indent):
        text = " ".join(text.split())
        return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        text = " ".join(text.split())
        return textwrap.wrap(text, width)

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_help_string(self, action):
        return action.help

    def _metavars(self, action, default, size):
        if action.metavar is not None:
            result = action.metavar
        elif action.choices is not None:
            result = "{" + ",".join([str(c) for c in action.choices]) + "}"
        else:
            result = default
        if isinstance(result, tuple):
            return result
        return (result,) * size

    def _format_args(self, action, default):
        nargs = action.nargs
        if nargs is None:
            return "%s" % self._metavars(action, default, 1)
        if nargs == OPTIONAL:
            return "[%s]" % self._metavars(action, default, 1)
        if nargs == ZERO_OR_MORE:
            metavar = self._metavars(action, default, 1)
            if len(metavar) == 2:
                return "[%s [%s ...]]" % metavar
            return "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % self._metavars(action, default, 2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % self._metavars(action, default, 1)
        if nargs == SUPPRESS:
            return ""
        return " ".join(["%s"] * nargs) % self._metavars(action, default, nargs)

    def _usage_parts(self, actions, groups):
        """Parts of the usage line, each with the actions that it shows."""
        parts = []
        starts = {}
        for group in groups:
            members = group._group_actions
            if not members:
                continue
            try:
                start = actions.index(members[0])
            except ValueError:
                continue
            if actions[start:start + len(members)] == members:
                starts[start] = group
        skip = 0
        for i, action in enumerate(actions):
            if i in starts:
                group = starts[i]
                shown = [a for a in group._group_actions if a.help is not SUPPRESS and a.help != SUPPRESS]
                if shown:
                    inner = " | ".join([self._usage_part(a, True) for a in shown])
                    if group.required:
                        inner = "(" + inner + ")" if len(shown) > 1 else inner
                    else:
                        inner = "[" + inner + "]"
                    parts.extend(_split_group(inner))
                skip = len(group._group_actions)
            if skip:
                skip -= 1
                continue
            if action.help == SUPPRESS:
                continue
            parts.append(self._usage_part(action, False))
        return parts

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if in_group and part[:1] == "[" and part[-1:] == "]":
                part = part[1:-1]
            return part
        option = action.option_strings[0]
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            part = "%s %s" % (option, self._format_args(action, default))
        if not action.required and not in_group:
            part = "[%s]" % part
        return part

    def format_usage(self, usage, actions, groups, prefix=None):
        if prefix is None:
            prefix = "usage: "
        if usage is not None:
            return "%s%s\n\n" % (prefix, usage % {"prog": self._prog})
        if not actions:
            return "%s%s\n\n" % (prefix, self._prog)
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        opt_parts = self._usage_parts(optionals, groups)
        pos_parts = self._usage_parts(positionals, groups)
        usage = " ".join([self._prog] + opt_parts + pos_parts)
        width = self._width
        if len(prefix) + len(usage) > width:
            prog = self._prog

            def lines_of(parts, indent, start=None):
                lines = []
                line = []
                length = (len(start) if start is not None else len(indent)) - 1
                for part in parts:
                    if length + 1 + len(part) > width and line:
                        lines.append(indent + " ".join(line))
                        line = []
                        length = len(indent) - 1
                    line.append(part)
                    length += len(part) + 1
                if line:
                    lines.append(indent + " ".join(line))
                if start is not None:
                    lines[0] = lines[0][len(indent):]
                return lines

            if len(prefix) + len(prog) <= 0.75 * width:
                indent = " " * (len(prefix) + len(prog) + 1)
                if opt_parts:
                    lines = lines_of([prog] + opt_parts, indent, prefix)
                    lines.extend(lines_of(pos_parts, indent))
                elif pos_parts:
                    lines = lines_of([prog] + pos_parts, indent, prefix)
                else:
                    lines = [prog]
            else:
                indent = " " * len(prefix)
                parts = opt_parts + pos_parts
                lines = lines_of(parts, indent)
                if len(lines) > 1:
                    lines = lines_of(opt_parts, indent)
                    lines.extend(lines_of(pos_parts, indent))
                lines = [prog] + lines
            usage = "\n".join(lines)
        return "%s%s\n\n" % (prefix, usage)

    def _invocation(self, action):
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            return " ".join(self._metavars(action, default, 1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        default = self._get_default_metavar_for_optional(action)
        args = self._format_args(action, default)
        return ", ".join(["%s %s" % (option, args) for option in action.option_strings])

    def _expand_help(self, action):
        params = dict(vars(action), prog=self._prog)
        for name in list(params):
            if params[name] == SUPPRESS:
                del params[name]
        for name in list(params):
            if hasattr(params[name], "__name__"):
                params[name] = params[name].__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join([str(c) for c in params["choices"]])
        return self._get_help_string(action) % params

    def format_action(self, action, indent, position):
        help_position = min(position + 2, self._max_help_position)
        help_width = max(self._width - help_position, 11)
        action_width = help_position - indent - 2
        header = self._invocation(action)
        parts = []
        if not action.help:
            parts.append("%*s%s\n" % (indent, "", header))
            first = 0
        elif len(header) <= action_width:
            parts.append("%*s%-*s  " % (indent, "", action_width, header))
            first = 0
        else:
            parts.append("%*s%s\n" % (indent, "", header))
            first = help_position
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append("%*s%s\n" % (first, "", lines[0]))
                for line in lines[1:]:
                    parts.append("%*s%s\n" % (help_position, "", line))
        elif not "".join(parts).endswith("\n"):
            parts.append("\n")
        for sub in action._subactions():
            parts.append(self.format_action(sub, indent + self._indent_increment, position))
        return "".join(parts)

    def longest(self, actions, indent):
        longest = 0
        for action in actions:
            if action.help == SUPPRESS:
                continue
            longest = max(longest, len(self._invocation(action)) + indent)
            longest = max(longest, self.longest(action._subactions(), indent + self._indent_increment))
        return longest


def _split_group(text):
    """A group's parts, as the usage line may be broken."""
    parts = []
    depth = 0
    start = 0
    for i, c in enumerate(text):
        if c in "([":
            depth += 1
        elif c in ")]":
            depth -= 1
        elif c == " " and depth <= 1 and text[i + 1] == "|" and text[i + 2] == " ":
            parts.append(text[start:i] + " |")
            start = i + 3
    parts.append(text[start:])
    return parts


class RawDescriptionHelpFormatter(HelpFormatter):
    """Keeps the description as it is."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Keeps all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Shows defaults."""

    def _get_help_string(self, action):
        text = action.help
        if text is None:
            text = ""
        if "%(default)" not in text:
            if action.default is not SUPPRESS and action.default != SUPPRESS:
                if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                    text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types instead of names."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__


class Action:
    """What an argument does."""

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None,
                 choices=None, required=False, help=None, metavar=None):
        self.option_strings = option_strings
        self.dest = dest
        self.nargs = nargs
        self.const = const
        self.default = default
        self.type = type
        self.choices = choices
        self.required = required
        self.help = help
        self.metavar = metavar

    def _subactions(self):
        return []

    def format_usage(self):
        return self.option_strings[0]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError(".__call__() not defined")


class BooleanOptionalAction(Action):
    """`--x` and `--no-x`."""

    def __init__(self, option_strings, dest, default=None, type=None, choices=None, required=False, help=None, metavar=None):
        both = []
        for option in option_strings:
            both.append(option)
            if option.startswith("--"):
                both.append("--no-" + option[2:])
        super().__init__(option_strings=both, dest=dest, nargs=0, default=default, type=type, choices=choices,
                         required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        if option_string in self.option_strings:
            setattr(namespace, self.dest, not option_string.startswith("--no-"))

    def format_usage(self):
        return " | ".join(self.option_strings)


class _StoreAction(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default,
                         required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None):
        super().__init__(option_strings, dest, const=True, default=default, required=required, help=help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None):
        super().__init__(option_strings, dest, const=False, default=default, required=required, help=help)


def _copied(items):
    return [] if items is None else list(items)


class _AppendAction(Action):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(values)
        setattr(namespace, self.dest, items)


class _AppendConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, const=const, default=default,
                         required=required, help=help, metavar=metavar)

    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.append(self.const)
        setattr(namespace, self.dest, items)


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        super().__init__(option_strings=option_strings, dest=dest, nargs=0, default=default, required=required, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        count = getattr(namespace, self.dest, None)
        setattr(namespace, self.dest, (0 if count is None else count) + 1)


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings=option_strings, dest=dest, default=default, nargs=0, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        version = self.version
        text = parser._formatter()._fill_text(version % {"prog": parser.prog}, parser._formatter()._width, "")
        sys.stdout.write(text + "\n")
        parser.exit()


class _ExtendAction(_AppendAction):
    def __call__(self, parser, namespace, values, option_string=None):
        items = _copied(getattr(namespace, self.dest, None))
        items.extend(values)
        setattr(namespace, self.dest, items)


class _ChoicesPseudoAction(Action):
    def __init__(self, name, aliases, help):
        shown = name
        if aliases:
            shown += " (%s)" % ", ".join(aliases)
        super().__init__(option_strings=[], dest=name, help=help, metavar=shown)


class _SubParsersAction(Action):
    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix = prog
        self._parser_class = parser_class
        self._name_parser_map = {}
        self._choices_actions = []
        super().__init__(option_strings=option_strings, dest=dest, nargs=PARSER, choices=self._name_parser_map,
                         required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        if kwargs.get("prog") is None:
            kwargs["prog"] = "%s %s" % (self._prog_prefix, name)
        if help is not None:
            self._choices_actions.append(_ChoicesPseudoAction(name, aliases, help))
        parser = self._parser_class(**kwargs)
        self._name_parser_map[name] = parser
        for alias in aliases:
            self._name_parser_map[alias] = parser
        return parser

    def _subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name = values[0]
        rest = values[1:]
        if self.dest != SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            choices = ", ".join(self._name_parser_map)
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {choices})")
        sub = self._name_parser_map[name]
        found, extra = sub.parse_known_args(rest, None)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extra:
            if not hasattr(namespace, "_unrecognized_args"):
                setattr(namespace, "_unrecognized_args", [])
            getattr(namespace, "_unrecognized_args").extend(extra)


class FileType:
    """Opens the file that an argument names."""

    def __init__(self, mode="r", bufsize=-1, encoding=None, errors=None):
        self._mode = mode

    def __call__(self, string):
        if string == "-":
            if "r" in self._mode:
                return sys.stdin
            return sys.stdout
        try:
            return open(string, self._mode)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}") from None


_ACTIONS = {
    None: _StoreAction, "store": _StoreAction, "store_const": _StoreConstAction, "store_true": _StoreTrueAction,
    "store_false": _StoreFalseAction, "append": _AppendAction, "append_const": _AppendConstAction,
    "count": _CountAction, "help": _HelpAction, "version": _VersionAction, "extend": _ExtendAction,
}


class _Container:
    def _setup(self, prefix_chars, argument_default, conflict_handler):
        self.prefix_chars = prefix_chars
        self.argument_default = argument_default
        self.conflict_handler = conflict_handler
        self._actions = []
        self._option_string_actions = {}
        self._action_groups = []
        self._mutually_exclusive_groups = []
        self._defaults = {}

    def set_defaults(self, **kwargs):
        self._defaults.update(kwargs)
        for action in self._actions:
            if action.dest in kwargs:
                action.default = kwargs[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest, None)

    def add_argument(self, *args, **kwargs):
        chars = self.prefix_chars
        if not args or len(args) == 1 and args[0][0] not in chars:
            if args and "dest" in kwargs:
                raise ValueError("dest supplied twice for positional argument")
            kwargs = self._positional(*args, **kwargs)
        else:
            kwargs = self._optional(*args, **kwargs)
        if "default" not in kwargs:
            dest = kwargs["dest"]
            if dest in self._defaults:
                kwargs["default"] = self._defaults[dest]
            elif self.argument_default is not None:
                kwargs["default"] = self.argument_default
        kind = kwargs.pop("action", None)
        if isinstance(kind, str) or kind is None:
            if kind not in _ACTIONS:
                raise ValueError(f'unknown action "{kind}"')
            make = _ACTIONS[kind]
        else:
            make = kind
        action = make(**kwargs)
        if not callable(action.type) and action.type is not None:
            raise ValueError(f"{action.type!r} is not callable")
        return self._add_action(action)

    def _positional(self, dest, **kwargs):
        if "required" in kwargs:
            raise TypeError("'required' is an invalid argument for positionals")
        if kwargs.get("nargs") not in (OPTIONAL, ZERO_OR_MORE):
            kwargs["required"] = True
        if kwargs.get("nargs") == ZERO_OR_MORE and "default" not in kwargs:
            kwargs["required"] = True
        return dict(kwargs, dest=dest, option_strings=[])

    def _optional(self, *args, **kwargs):
        option_strings = []
        long = []
        for option in args:
            if option[0] not in self.prefix_chars:
                raise ValueError(f"invalid option string {option!r}: must start with a character {self.prefix_chars!r}")
            option_strings.append(option)
            if len(option) > 1 and option[1] in self.prefix_chars:
                long.append(option)
        dest = kwargs.pop("dest", None)
        if dest is None:
            first = long[0] if long else option_strings[0]
            dest = first.lstrip(self.prefix_chars)
            if not dest:
                raise ValueError(f"dest= is required for options like {first!r}")
            dest = dest.replace("-", "_")
        return dict(kwargs, dest=dest, option_strings=option_strings)

    def add_argument_group(self, title=None, description=None, **kwargs):
        group = _ArgumentGroup(self, title, description)
        self._action_groups.append(group)
        return group

    def add_mutually_exclusive_group(self, required=False):
        group = _MutuallyExclusiveGroup(self, required)
        self._mutually_exclusive_groups.append(group)
        return group

    def _add_action(self, action):
        for option in action.option_strings:
            if option in self._option_string_actions:
                if self.conflict_handler == "resolve":
                    old = self._option_string_actions[option]
                    old.option_strings.remove(option)
                    if not old.option_strings:
                        self._actions.remove(old)
                        for group in self._action_groups:
                            if old in group._group_actions:
                                group._group_actions.remove(old)
                    continue
                conflicting = [o for o in action.option_strings if o in self._option_string_actions]
                s = "" if len(conflicting) == 1 else "s"
                raise ArgumentError(action, f"conflicting option string{s}: {', '.join(conflicting)}")
        self._actions.append(action)
        for option in action.option_strings:
            self._option_string_actions[option] = action
        return action


class _ArgumentGroup(_Container):
    def __init__(self, container, title=None, description=None):
        self.title = title
        self.description = description
        self._container = container
        self.prefix_chars = container.prefix_chars
        self.argument_default = container.argument_default
        self.conflict_handler = container.conflict_handler
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._mutually_exclusive_groups = container._mutually_exclusive_groups
        self._group_actions = []

    def _add_action(self, action):
        action = super()._add_action(action)
        self._group_actions.append(action)
        return action


class _MutuallyExclusiveGroup(_Container):
    def __init__(self, container, required=False):
        self.required = required
        self._container = container
        self.prefix_chars = container.prefix_chars
        self.argument_default = container.argument_default
        self.conflict_handler = container.conflict_handler
        self._actions = container._actions
        self._option_string_actions = container._option_string_actions
        self._defaults = container._defaults
        self._group_actions = []

    def _add_action(self, action):
        if action.required:
            raise ValueError("mutually exclusive arguments must be optional")
        action = self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_Container):
    """Parses the arguments of a command."""

    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=[],
                 formatter_class=HelpFormatter, prefix_chars="-", fromfile_prefix_chars=None,
                 argument_default=None, conflict_handler="error", add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        self._setup(prefix_chars, argument_default, conflict_handler)
        self.description = description
        self.prog = os.path.basename(sys.argv[0]) if prog is None else prog
        self.usage = usage
        self.epilog = epilog
        self.formatter_class = formatter_class
        self.fromfile_prefix_chars = fromfile_prefix_chars
        self.add_help = add_help
        self.allow_abbrev = allow_abbrev
        self.exit_on_error = exit_on_error
        self._subparsers = None
        self._positionals = self.add_argument_group("positional arguments")
        self._optionals = self.add_argument_group("options")
        default = "-" if "-" in prefix_chars else prefix_chars[0]
        if add_help:
            self.add_argument(default + "h", default * 2 + "help", action="help", default=SUPPRESS,
                              help="show this help message and exit")
        for parent in parents:
            self._take(parent)
            self._defaults.update(parent._defaults)

    def _take(self, parent):
        titles = {}
        for group in self._action_groups:
            titles[group.title] = group
        owner = {}
        for group in parent._action_groups:
            if group.title not in titles:
                titles[group.title] = self.add_argument_group(group.title, group.description)
            for action in group._group_actions:
                owner[id(action)] = titles[group.title]
        for group in parent._mutually_exclusive_groups:
            mine = self.add_mutually_exclusive_group(required=group.required)
            mine._group_actions.extend(group._group_actions)
        for action in parent._actions:
            owner.get(id(action), self)._add_action(action)

    def __repr__(self):
        return (f"ArgumentParser(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, "
                f"formatter_class={self.formatter_class!r}, conflict_handler={self.conflict_handler!r}, add_help={self.add_help!r})")

    def add_subparsers(self, **kwargs):
        if self._subparsers is not None:
            self.error("cannot have multiple subparser arguments")
        if "title" in kwargs or "description" in kwargs:
            title = kwargs.pop("title", "subcommands")
            description = kwargs.pop("description", None)
            self._subparsers = self.add_argument_group(title, description)
        else:
            self._subparsers = self._positionals
        if kwargs.get("prog") is None:
            positionals = [a for a in self._actions if not a.option_strings]
            text = self._formatter().format_usage(self.usage, positionals, self._mutually_exclusive_groups, "")
            kwargs["prog"] = text.strip()
        parser_class = kwargs.pop("parser_class", type(self))
        action = _SubParsersAction(option_strings=[], parser_class=parser_class, **kwargs)
        self._subparsers._add_action(action)
        return action

    def _add_action(self, action):
        if action.option_strings:
            self._optionals._add_action(action)
        else:
            self._positionals._add_action(action)
        return action

    def _formatter(self):
        return self.formatter_class(prog=self.prog)

    def format_usage(self):
        text = self._formatter().format_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return text.strip("\n") + "\n"

    def format_help(self):
        formatter = self._formatter()
        parts = []
        parts.append(formatter.format_usage(self.usage, self._actions, self._mutually_exclusive_groups))
        if self.description:
            parts.append(formatter._fill_text(self._prog_in(self.description), max(formatter._width, 11), "") + "\n\n")
        longest = 0
        for group in self._action_groups:
            longest = max(longest, formatter.longest(group._group_actions, 2))
        for group in self._action_groups:
            shown = [a for a in group._group_actions if a.help != SUPPRESS]
            body = "".join([formatter.format_action(a, 2, longest) for a in shown])
            description = ""
            if group.description:
                description = formatter._fill_text(self._prog_in(group.description), max(formatter._width - 2, 11), "  ") + "\n\n"
            if not body and not description:
                continue
            heading = f"{group.title}:\n" if group.title is not None else ""
            parts.append(heading + description + body + "\n")
        if self.epilog:
            parts.append(formatter._fill_text(self._prog_in(self.epilog), max(formatter._width, 11), "") + "\n\n")
        text = "".join(parts)
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        return text.strip("\n") + "\n"

    def _prog_in(self, text):
        if "%(prog)" in text:
            return text % {"prog": self.prog}
        return text

    def print_usage(self, file=None):
        (sys.stdout if file is None else file).write(self.format_usage())

    def print_help(self, file=None):
        (sys.stdout if file is None else file).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            sys.stderr.write(message)
        sys.exit(status)

    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def parse_args(self, args=None, namespace=None):
        found, extra = self.parse_known_args(args, namespace)
        if extra:
            self.error(f"unrecognized arguments: {' '.join(extra)}")
        return found

    def parse_known_args(self, args=None, namespace=None):
        args = sys.argv[1:] if args is None else list(args)
        if namespace is None:
            namespace = Namespace()
        for action in self._actions:
            if action.dest != SUPPRESS and not hasattr(namespace, action.dest) and action.default != SUPPRESS:
                setattr(namespace, action.dest, action.default)
        for dest in self._defaults:
            if not hasattr(namespace, dest):
                setattr(namespace, dest, self._defaults[dest])
        if self.exit_on_error:
            try:
                namespace, extra = self._parse(args, namespace)
            except ArgumentError as error:
                self.error(str(error))
        else:
            namespace, extra = self._parse(args, namespace)
        if hasattr(namespace, "_unrecognized_args"):
            extra.extend(getattr(namespace, "_unrecognized_args"))
            delattr(namespace, "_unrecognized_args")
        return namespace, extra

    def parse_intermixed_args(self, args=None, namespace=None):
        return self.parse_args(args, namespace)

    def _negative_like(self):
        for option in self._option_string_actions:
            if re.match(r"^-\d+$|^-\d*\.\d+$", option):
                return True
        return False

    def _parse_optional(self, arg):
        """None for a positional, else action, option, explicit argument."""
        if not arg or arg[0] not in self.prefix_chars:
            return None
        if arg in self._option_string_actions:
            return self._option_string_actions[arg], arg, None
        if len(arg) == 1:
            return None
        if "=" in arg:
            option, explicit = arg.split("=", 1)
            if option in self._option_string_actions:
                return self._option_string_actions[option], option, explicit
        matches = self._abbreviations(arg)
        if len(matches) > 1:
            options = ", ".join([option for _, option, _ in matches])
            self.error(f"ambiguous option: {arg} could match {options}")
        if len(matches) == 1:
            return matches[0]
        if re.match(r"^-\d+$|^-\d*\.\d+$", arg) and not self._negative_like():
            return None
        if " " in arg:
            return None
        return None, arg, None

    def _abbreviations(self, arg):
        result = []
        chars = self.prefix_chars
        if arg[0] in chars and arg[1] in chars:
            if self.allow_abbrev:
                if "=" in arg:
                    prefix, explicit = arg.split("=", 1)
                else:
                    prefix, explicit = arg, None
                for option in self._option_string_actions:
                    if option.startswith(prefix):
                        result.append((self._option_string_actions[option], option, explicit))
        elif arg[0] in chars and arg[1] not in chars:
            short = arg[:2]
            rest = arg[2:]
            for option in self._option_string_actions:
                if option == short:
                    result.append((self._option_string_actions[option], option, rest))
                elif self.allow_abbrev and option.startswith(arg):
                    result.append((self._option_string_actions[option], option, None))
        return result

    def _pattern(self, action):
        nargs = action.nargs
        if nargs is None:
            pattern = "(-*A-*)"
        elif nargs == OPTIONAL:
            pattern = "(-*A?-*)"
        elif nargs == ZERO_OR_MORE:
            pattern = "(-*[A-]*)"
        elif nargs == ONE_OR_MORE:
            pattern = "(-*A[A-]*)"
        elif nargs == REMAINDER:
            pattern = "([-AO]*)"
        elif nargs == PARSER:
            pattern = "(-*A[-AO]*)"
        elif nargs == SUPPRESS:
            pattern = "(-*-*)"
        else:
            pattern = "(-*%s-*)" % "-*".join("A" * nargs)
        if action.option_strings:
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def _count(self, action, pattern):
        found = re.match(self._pattern(action), pattern)
        if found is None:
            nargs = action.nargs
            if nargs is None:
                message = "expected one argument"
            elif nargs == OPTIONAL:
                message = "expected at most one argument"
            elif nargs == ONE_OR_MORE:
                message = "expected at least one argument"
            else:
                s = "" if nargs == 1 else "s"
                message = f"expected {nargs} argument{s}"
            raise ArgumentError(action, message)
        return len(found.group(1))

    def _parse(self, args, namespace):
        if self.fromfile_prefix_chars is not None:
            args = self._from_files(args)
        conflicts = {}
        for group in self._mutually_exclusive_groups:
            members = group._group_actions
            for i, one in enumerate(members):
                conflicts.setdefault(id(one), []).extend(members[:i] + members[i + 1:])
        options = {}
        letters = []
        rest = False
        for i, arg in enumerate(args):
            if rest:
                letters.append("A")
            elif arg == "--":
                letters.append("-")
                rest = True
            else:
                option = self._parse_optional(arg)
                if option is None:
                    letters.append("A")
                else:
                    options[i] = option
                    letters.append("O")
        pattern = "".join(letters)
        seen = []
        seen_non_default = []
        extras = []
        positionals = [a for a in self._actions if not a.option_strings]

        def take(action, strings, option_string=None):
            seen.append(action)
            values = self._values(action, strings)
            if values is not action.default:
                seen_non_default.append(action)
                for other in conflicts.get(id(action), []):
                    if other in seen_non_default:
                        raise ArgumentError(action, f"not allowed with argument {_argument_name(other)}")
            if not isinstance(values, str) or values != SUPPRESS:
                action(self, namespace, values, option_string)

        def take_optional(start):
            action, option, explicit = options[start]
            todo = []
            while True:
                if action is None:
                    extras.append(args[start])
                    return start + 1
                if explicit is not None:
                    count = self._explicit_count(action)
                    if count == 0 and option[1] not in self.prefix_chars and explicit != "":
                        todo.append((action, [], option))
                        option = option[0] + explicit[0]
                        rest = explicit[1:] or None
                        if option in self._option_string_actions:
                            action = self._option_string_actions[option]
                            explicit = rest
                        else:
                            raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                    elif count == 1:
                        stop = start + 1
                        todo.append((action, [explicit], option))
                        break
                    else:
                        raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                else:
                    begin = start + 1
                    count = self._count(action, pattern[begin:])
                    stop = begin + count
                    todo.append((action, args[begin:stop], option))
                    break
            for action, strings, option in todo:
                take(action, strings, option)
            return stop

        def take_positionals(start):
            counts = self._match_partial(positionals, pattern[start:])
            for action, count in zip(list(positionals), counts):
                strings = args[start:start + count]
                start += count
                if action.nargs not in (PARSER, REMAINDER) and "--" in strings:
                    strings = list(strings)
                    strings.remove("--")
                take(action, strings)
            del positionals[:len(counts)]
            return start

        start = 0
        last = max(options) if options else -1
        while start <= last:
            following = min([i for i in options if i >= start])
            if start != following:
                end = take_positionals(start)
                if end > start:
                    start = end
                    continue
                start = end
            if start not in options:
                extras.extend(args[start:following])
                start = following
            start = take_optional(start)
        stop = take_positionals(start)
        extras.extend(args[stop:])
        required = []
        for action in self._actions:
            if action not in seen:
                if action.required:
                    required.append(_argument_name(action))
                elif action.default is not None and isinstance(action.default, str) and hasattr(namespace, action.dest) \
                        and action.default is getattr(namespace, action.dest):
                    setattr(namespace, action.dest, self._value(action, action.default))
        if required:
            self.error(f"the following arguments are required: {', '.join(required)}")
        for group in self._mutually_exclusive_groups:
            if group.required:
                if not any(action in seen_non_default for action in group._group_actions):
                    names = " ".join([_argument_name(a) for a in group._group_actions if a.help != SUPPRESS])
                    self.error(f"one of the arguments {names} is required")
        return namespace, extras

    def _explicit_count(self, action):
        found = re.match(self._pattern(action), "A")
        if found is None:
            self._count(action, "A")
        return len(found.group(1))

    def _match_partial(self, actions, pattern):
        for i in range(len(actions), 0, -1):
            joined = "".join([self._pattern(action) for action in actions[:i]])
            found = re.match(joined, pattern)
            if found is not None:
                return [len(text) for text in found.groups()]
        return []

    def _from_files(self, args):
        out = []
        for arg in args:
            if not arg or arg[0] not in self.fromfile_prefix_chars:
                out.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = [line for line in file.read().splitlines()]
            except OSError as error:
                self.error(str(error))
            out.extend(self._from_files(lines))
        return out

    def _values(self, action, strings):
        nargs = action.nargs
        if not strings and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
                self._check(action, value)
            return value
        if not strings and nargs == ZERO_OR_MORE and not action.option_strings:
            if action.default is not None:
                value = action.default
                self._check_default(action, value)
            else:
                value = []
            return value
        if len(strings) == 1 and nargs in (None, OPTIONAL):
            value = self._value(action, strings[0])
            self._check(action, value)
            return value
        if nargs == REMAINDER:
            return [self._value(action, text) for text in strings]
        if nargs == PARSER:
            values = [self._value(action, text) for text in strings]
            self._check(action, values[0])
            return values
        if nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, text) for text in strings]
        for value in values:
            self._check(action, value)
        return values

    def _check_default(self, action, value):
        pass

    def _value(self, action, text):
        convert = action.type
        if convert is None:
            return text
        try:
            return convert(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(convert, "__name__", repr(convert))
            raise ArgumentError(action, f"invalid {name} value: {text!r}")

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            choices = ", ".join([repr(c) for c in action.choices])
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {choices})")
