"""What kind of object something is."""

import enum
import inspect as _inspect
import types


def isclass(object):
    return isinstance(object, type)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return type(object).__name__ == "coroutine"


def isawaitable(object):
    return iscoroutine(object) or hasattr(object, "__await__")


def isabstract(object):
    return isinstance(object, type) and any(getattr(getattr(object, n, None), "__isabstractmethod__", False) for n in dir(object))


def getmembers(object, predicate=None):
    found = []
    for name in sorted(dir(object)):
        try:
            value = getattr(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin is not None:
        for i in range(1, len(lines)):
            lines[i] = lines[i][margin:]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def getdoc(object):
    doc = object.__doc__
    return cleandoc(doc) if isinstance(doc, str) else None


def getmro(cls):
    return cls.__mro__


class _empty:
    """No default value, or no annotation."""


class _ParameterKind(enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        texts = ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")
        return texts[self.value]


def _annotation_text(annotation):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if type(annotation).__name__ == "GenericAlias":
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", ""):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """A parameter of a function."""

    POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
    KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
    VAR_KEYWORD = _ParameterKind.VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _ParameterKind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, default=None, annotation=None):
        return Parameter(
            self.name if name is None else name,
            self.kind if kind is None else kind,
            default=self.default if default is None else default,
            annotation=self.annotation if annotation is None else annotation,
        )

    def __str__(self):
        text = self.name
        if self.annotation is not _empty:
            text = f"{text}: {_annotation_text(self.annotation)}"
        if self.default is not _empty:
            text = f"{text} = {self.default!r}" if self.annotation is not _empty else f"{text}={self.default!r}"
        if self.kind == 2:
            return "*" + text
        if self.kind == 4:
            return "**" + text
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        mine = (self.name, self.kind, self.default, self.annotation)
        return mine == (other.name, other.kind, other.default, other.annotation)

    def __hash__(self):
        return hash((self.name, self.kind))


class BoundArguments:
    """Arguments of a call by the names of the parameters that take them."""

    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        out = []
        for name, param in self.signature.parameters.items():
            if param.kind in (3, 4) or name not in self.arguments:
                break
            if param.kind == 2:
                out.extend(self.arguments[name])
            else:
                out.append(self.arguments[name])
        return tuple(out)

    @property
    def kwargs(self):
        out = {}
        named = False
        for name, param in self.signature.parameters.items():
            if not named:
                if param.kind in (3, 4):
                    named = True
                elif name not in self.arguments:
                    named = True
                    continue
            if not named or name not in self.arguments:
                continue
            if param.kind == 4:
                out.update(self.arguments[name])
            else:
                out[name] = self.arguments[name]
        return out

    def apply_defaults(self):
        out = {}
        for name, param in self.signature.parameters.items():
            if name in self.arguments:
                out[name] = self.arguments[name]
            elif param.default is not _empty:
                out[name] = param.default
            elif param.kind == 2:
                out[name] = ()
            elif param.kind == 4:
                out[name] = {}
        self.arguments = out

    def __repr__(self):
        args = ", ".join(f"{name}={value!r}" for name, value in self.arguments.items())
        return f"<BoundArguments ({args})>"

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments


class Signature:
    """How a function is called."""

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {param.name: param for param in (parameters or ())}
        self.return_annotation = return_annotation

    def replace(self, *, parameters=None, return_annotation=None):
        return Signature(
            list(self.parameters.values()) if parameters is None else parameters,
            return_annotation=self.return_annotation if return_annotation is None else return_annotation,
        )

    def bind(self, *args, **kwargs):
        return self._bind(args, kwargs, False)

    def bind_partial(self, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def _bind(self, args, kwargs, partial):
        out = {}
        left = list(args)
        rest = None
        for param in self.parameters.values():
            name = param.name
            if param.kind == 2:
                if left:
                    out[name] = tuple(left)
                    left = []
            elif param.kind == 4:
                rest = name
            elif left and param.kind in (0, 1):
                if name in kwargs and param.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                out[name] = left.pop(0)
            elif name in kwargs and param.kind != 0:
                out[name] = kwargs.pop(name)
            elif param.default is _empty and not partial:
                if left and param.kind == 3:
                    raise TypeError("too many positional arguments")
                raise TypeError(f"missing a required argument: {name!r}")
        if left:
            raise TypeError("too many positional arguments")
        if kwargs:
            if rest is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            out[rest] = kwargs
        return BoundArguments(self, out)

    def __str__(self):
        parts = []
        only = False
        starred = False
        for param in self.parameters.values():
            if only and param.kind != 0:
                parts.append("/")
                only = False
            if param.kind == 0:
                only = True
            if param.kind == 2:
                starred = True
            elif param.kind == 3 and not starred:
                parts.append("*")
                starred = True
            parts.append(str(param))
        if only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text = f"{text} -> {_annotation_text(self.return_annotation)}"
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        same = list(self.parameters.items()) == list(other.parameters.items())
        return same and self.return_annotation == other.return_annotation

    def __hash__(self):
        return hash(tuple(self.parameters))


def _unknown(callable):
    from sys import _stop
    _stop(f"batuta: PY0203 the signature of {callable!r} is not known in a converted program")


def signature(callable, *, follow_wrapped=True):
    if follow_wrapped:
        while hasattr(callable, "__wrapped__"):
            callable = callable.__wrapped__
    if isinstance(callable, types.MethodType):
        found = signature(callable.__func__)
        return found.replace(parameters=list(found.parameters.values())[1:])
    if isinstance(callable, type):
        for base in callable.__mro__:
            maker = base.__dict__.get("__init__") if base.__module__ not in ("builtins", "") else None
            if isinstance(maker, types.FunctionType):
                found = signature(maker)
                return Signature(list(found.parameters.values())[1:])
        _unknown(callable)
    found = _inspect._parameters(callable)
    if found is None:
        if isinstance(callable, types.BuiltinFunctionType) or not isinstance(getattr(type(callable), "__call__", None), types.FunctionType):
            _unknown(callable)
        found = signature(type(callable).__call__)
        return found.replace(parameters=list(found.parameters.values())[1:])
    notes = getattr(callable, "__dict__", {}).get("__annotations__", {})
    params = []
    for name, kind, known, default in found:
        default = default if known else _empty
        params.append(Parameter(name, kind, default=default, annotation=notes.get(name, _empty)))
    return Signature(params, return_annotation=notes.get("return", _empty))


def get_annotations(obj):
    return dict(obj.__annotations__)
