"""Properties, descriptors, __getattr__/__setattr__, slots, validation and unit conversion."""
from __future__ import annotations

import re
from functools import cached_property, total_ordering
from typing import Any, Callable

class ValidationError(ValueError):
    def __init__(self, field: str, value: Any, why: str) -> None:
        self.field, self.value = field, value
        super().__init__(f"{field}={value!r}: {why}")

class Field:
    """Base descriptor; subclasses override check()."""

    def __init__(self, *, default: Any = ..., doc: str = "") -> None:
        self.default = default
        self.__doc__ = doc

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        if "_fields" not in vars(owner):
            owner._fields = list(getattr(owner, "_fields", []))
        owner._fields.append(name)

    def __get__(self, obj: Any, owner: type | None = None) -> Any:
        if obj is None:
            return self
        try:
            return obj.__dict__["_" + self.name]
        except KeyError:
            if self.default is ...:
                raise AttributeError(f"{self.name} was never set") from None
            return self.default() if callable(self.default) else self.default

    def __set__(self, obj: Any, value: Any) -> None:
        obj.__dict__["_" + self.name] = self.check(value)

    def __delete__(self, obj: Any) -> None:
        obj.__dict__.pop("_" + self.name, None)

    def check(self, value: Any) -> Any:
        return value

    def fail(self, value: Any, why: str) -> None:
        raise ValidationError(self.name, value, why)

class Number(Field):
    def __init__(self, lo: float | None = None, hi: float | None = None, **kw: Any) -> None:
        super().__init__(**kw)
        self.lo, self.hi = lo, hi

    def check(self, value):
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            self.fail(value, f"not a number but {type(value).__name__}")
        if self.lo is not None and value < self.lo or self.hi is not None and value > self.hi:
            self.fail(value, f"outside [{self.lo}, {self.hi}]")
        return super().check(value)

class Text(Field):
    def __init__(self, pattern: str = ".*", transform: Callable[[str], str] = str, **kw: Any) -> None:
        super().__init__(**kw)
        self.pattern, self.transform = re.compile(pattern), transform

    def check(self, value):
        value = self.transform(value)
        if not self.pattern.fullmatch(value):
            self.fail(value, f"does not match {self.pattern.pattern}")
        return value

class Model:
    def __init__(self, **kw: Any) -> None:
        for k, v in kw.items():
            if k not in self._fields:
                raise TypeError(f"{type(self).__name__} has no field {k!r}")
            setattr(self, k, v)

    def __repr__(self) -> str:
        pairs = ((f, getattr(self, f, "?")) for f in self._fields)
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in pairs)})"
    def errors(self, **changes: Any) -> list[str]:
        out = []
        for k, v in changes.items():
            try:
                setattr(self, k, v)
            except ValidationError as e:
                out.append(str(e))
        return out

class Person(Model):
    name = Text(r"[A-Z]\w+( [A-Z]\w+)*", transform=lambda s: s.strip().title())
    age = Number(0, 150, default=18, doc="years")
    email = Text(r"[^@\s]+@[^@\s]+\.\w+", str.lower, default="n/a")

class Employee(Person):
    salary = Number(0)
    tags = Field(default=list)

@total_ordering
class Temperature:
    __slots__ = ("_kelvin",)
    ABSOLUTE_ZERO = -273.15
    def __init__(self, celsius: float = 0.0) -> None:
        self.celsius = celsius
    @property
    def celsius(self) -> float:
        """Degrees Celsius."""
        return round(self._kelvin + self.ABSOLUTE_ZERO, 9)
    @celsius.setter
    def celsius(self, value: float) -> None:
        if value < self.ABSOLUTE_ZERO:
            raise ValueError(f"{value}°C is below absolute zero")
        self._kelvin = value - self.ABSOLUTE_ZERO
    @property
    def fahrenheit(self) -> float:
        return self.celsius * 9 / 5 + 32
    @fahrenheit.setter
    def fahrenheit(self, f: float) -> None:
        self.celsius = (f - 32) * 5 / 9

    kelvin = property(lambda self: self._kelvin)
    def __eq__(self, o):
        return self._kelvin == o._kelvin if isinstance(o, Temperature) else NotImplemented
    def __lt__(self, o):
        return self._kelvin < o._kelvin

class Recorder:
    """Logs attribute traffic; unknown attributes become chained paths."""
    def __init__(self, path: str = "root") -> None:
        object.__setattr__(self, "log", [])
        self.path = path
    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self.log.append(f"get {name}")
        return Recorder(f"{self.path}.{name}")
    def __setattr__(self, name: str, value: Any) -> None:
        self.log.append(f"set {name}")
        super().__setattr__(name, value)
    def __delattr__(self, name: str) -> None:
        self.log.append(f"del {name}")
        super().__delattr__(name)
    def __getitem__(self, key: Any) -> Recorder:
        return Recorder(f"{self.path}[{key!r}]")
    def __call__(self, *args: Any) -> str:
        return f"{self.path}({', '.join(map(repr, args))})"

class AttrDict(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__

p, e = Person(name="  ada LOVELACE ", age=36), Employee(name="Bob", salary=1e3)
print(p, e, Person._fields, Employee._fields)
print(p.errors(name="x1 y", age=151, email="NOPE"), p.errors(age=True), p.errors(age="40", email="Ada@Example.ORG"), p)
del p.age
e.tags.append("lost")
e.tags = ["kept"]
e.tags.append("more")
print(p.age, e.tags, Person.age.__doc__, Person.age.hi, "_age" in vars(p), sorted(vars(e)))
for act in (lambda: Person(nick="x"), lambda: Employee().salary, lambda: Person(age=-1), lambda: setattr(e, "salary", None), lambda: Temperature(-300), lambda: setattr(Temperature(), "kelvin", 3),
            lambda: setattr(Temperature(), "other", 1), lambda: Temperature() < 5, lambda: delattr(Recorder(), "zz"), lambda: AttrDict().x.y):
    try:
        print("fine", act())
    except ValidationError as err:
        print("ValidationError", err, (err.field, err.value))
    except (TypeError, AttributeError, ValueError) as err:
        print(type(err).__name__, str(err).split(" of ")[0])
t = Temperature(100)
t.fahrenheit -= 180
print(t.celsius, t.kelvin, t.fahrenheit, Temperature.celsius.__doc__, t <= Temperature(), t != Temperature(1), max(Temperature(-5), t) is t)
r = Recorder()
r.x = 5
print(r.a.b["k"](1, "z"), r.x, r.log)
del r.x
print(r.x.path, r.log[-2:], hasattr(r, "__len__"), hasattr(r, "anything"))
d = AttrDict(a=1)
d.b = 2
del d.a
print(d, d.missing, d.b, "b" in d, list(d.items()))
