"""Options of commands, as in C."""


class GetoptError(Exception):
    """An option that is not known, or lacks its argument."""

    opt = ""
    msg = ""

    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    """Options and the arguments behind them."""
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        if args[0].startswith("--"):
            opts, args = _long(opts, args[0][2:], longopts, args[1:])
        else:
            opts, args = _short(opts, args[0][1:], shortopts, args[1:])
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """As `getopt`, with arguments between options."""
    opts = []
    rest = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith("+")
    if in_order:
        shortopts = shortopts[1:]
    while args:
        if args[0] == "--":
            rest += args[1:]
            break
        if args[0][:2] == "--":
            opts, args = _long(opts, args[0][2:], longopts, args[1:])
        elif args[0][:1] == "-" and args[0] != "-":
            opts, args = _short(opts, args[0][1:], shortopts, args[1:])
        elif in_order:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return opts, rest


def _long(opts, opt, longopts, args):
    value = None
    if "=" in opt:
        opt, value = opt.split("=", 1)
    possible = [o for o in longopts if o.startswith(opt)]
    if not possible:
        raise GetoptError("option --%s not recognized" % opt, opt)
    if opt in possible:
        has, name = False, opt
    elif opt + "=" in possible:
        has, name = True, opt
    else:
        if len(possible) > 1:
            raise GetoptError("option --%s not a unique prefix" % opt, opt)
        name = possible[0]
        has = name.endswith("=")
        if has:
            name = name[:-1]
    if has:
        if value is None:
            if not args:
                raise GetoptError("option --%s requires argument" % name, name)
            value, args = args[0], args[1:]
    elif value is not None:
        raise GetoptError("option --%s must not have an argument" % name, name)
    opts.append(("--" + name, value or ""))
    return opts, args


def _short(opts, text, shortopts, args):
    while text != "":
        opt, text = text[0], text[1:]
        at = shortopts.find(opt)
        if at < 0 or opt == ":":
            raise GetoptError("option -%s not recognized" % opt, opt)
        if shortopts.startswith(":", at + 1):
            if text == "":
                if not args:
                    raise GetoptError("option -%s requires argument" % opt, opt)
                text, args = args[0], args[1:]
            value, text = text, ""
        else:
            value = ""
        opts.append(("-" + opt, value))
    return opts, args
