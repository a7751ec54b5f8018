"""State machines, event systems, observers, commands with undo."""
from __future__ import annotations
from enum import Enum, IntFlag, Flag, unique, auto, StrEnum
from typing import Callable, Protocol, NamedTuple, Optional, Any, Union, Literal, Final, overload, TypedDict, get_type_hints
from collections import defaultdict, deque
from functools import partial, wraps, lru_cache, partialmethod

import itertools


@unique
class State(Enum):
    IDLE = "idle"
    RUNNING = "running"
    DONE = "done"

    def can(self, other: State) -> bool:
        return other in TRANSITIONS[self]

    def __str__(self):
        return f"<{self.value}>"

    @classmethod
    def default(cls):
        return cls.IDLE

    @property
    def final(self):
        return not TRANSITIONS[self]


TRANSITIONS: dict[State, set[State]] = {State.IDLE: {State.RUNNING}, State.RUNNING: {State.DONE, State.IDLE}, State.DONE: set()}


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return 6.67300E-11 * self.mass / (self.radius * self.radius)


class Color(StrEnum):
    RED = auto()
    BLUE = auto()


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


class Weekday(Enum):
    MON = 1
    TUE = 2
    MONDAY = 1

    def _missing_(value):
        return None

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls[value.upper()[:3]]
        return None


class InvalidTransition(RuntimeError):
    def __init__(self, a, b):
        super().__init__(f"{a} -> {b}")


class Machine:
    def __init__(self):
        self.state = State.default()
        self.hooks: defaultdict[str, list[Callable]] = defaultdict(list)
        self.log: list[str] = []

    def on(self, event):
        def deco(fn):
            self.hooks[event].append(fn)
            return fn
        return deco

    def emit(self, event, *a, **k):
        return [h(*a, **k) for h in self.hooks[event]]

    def go(self, new: State):
        if not self.state.can(new):
            raise InvalidTransition(self.state, new)
        old, self.state = self.state, new
        self.emit("change", old, new)


class Command(Protocol):
    def do(self) -> None: ...
    def undo(self) -> None: ...


class Insert:
    def __init__(self, doc, text, pos=None):
        self.doc, self.text = doc, text
        self.pos = len(doc.text) if pos is None else pos

    def do(self):
        t = self.doc.text
        self.doc.text = t[:self.pos] + self.text + t[self.pos:]

    def undo(self):
        t = self.doc.text
        self.doc.text = t[:self.pos] + t[self.pos + len(self.text):]


class Doc:
    def __init__(self):
        self.text = ""
        self.done: deque[Command] = deque(maxlen=10)
        self.redo_stack: list[Command] = []

    def run(self, cmd):
        cmd.do()
        self.done.append(cmd)
        self.redo_stack.clear()

    insert = lambda self, *a: self.run(Insert(self, *a))

    def undo(self):
        if not self.done:
            return False
        c = self.done.pop()
        c.undo()
        self.redo_stack.append(c)
        return True

    def redo(self):
        if self.redo_stack:
            c = self.redo_stack.pop()
            c.do()
            self.done.append(c)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Cell:
    def __init__(self):
        self._alive = False

    @property
    def alive(self):
        return self._alive

    def set_state(self, state):
        self._alive = bool(state)

    set_alive = partialmethod(set_state, True)


class Singleton:
    _inst: Optional[Singleton] = None

    def __new__(cls, *args, **kwargs):
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst

    def __init__(self, v=0):
        self.v = v


m = Machine()


@m.on("change")
def log(a, b):
    m.log.append(f"{a}{b}")


m.on("change")(lambda a, b: print("changed", a, "to", b))
m.go(State.RUNNING)
m.go(State.DONE)
try:
    m.go(State.IDLE)
except InvalidTransition as e:
    print("bad", e, m.state.final)
print(m.log, State("done"), State.DONE.name, repr(State.DONE), State["IDLE"] is State.IDLE, len(State), [s.value for s in State])
try:
    State("nope")
except ValueError as e:
    print(e)
try:
    State["NOPE"]
except KeyError as e:
    print("KeyError", e)
print(f"{Planet.EARTH.gravity:.2f}", Planet.MERCURY.value, Color.RED, Color.BLUE.upper(), f"{Color.RED!r:>20}", Color("red") is Color.RED)
print(Perm.R | Perm.W, Perm(7), Perm.R in Perm(6), (Perm.R | Perm.X) & ~Perm.X, int(Perm.R), Perm.R | 1, Perm(0))
print(Weekday.MONDAY, Weekday("tuesday"), list(Weekday), Weekday.__members__.keys(), Weekday.MON is Weekday.MONDAY)
try:
    @unique
    class Bad(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    State.IDLE = 3
except AttributeError as e:
    print("AttributeError", e)
try:
    class More(State):
        X = 1
except TypeError as e:
    print(e)
d = Doc()
d.insert("hello")
d.insert(" world")
d.insert(">> ", 0)
print(d.text)
d.undo(); d.undo()
print(d.text)
d.redo()
print(d.text, len(d.done))
while d.undo():
    pass
print(repr(d.text))
mv: Movie = {"title": "X", "year": 1999}
mv2 = Movie(title="Y")
print(mv, mv2, mv2.get("year", "?"))
c = Cell()
c.set_alive()
print(c.alive, Singleton(1) is Singleton(2), Singleton().v)
Animal = Enum("Animal", "ANT BEE CAT")
print(list(Animal), Animal.BEE.value, Animal(3))
Num = Enum("Num", {"ONE": 1, "TWO": 2})
print(Num.TWO, hash(Num.ONE) == hash(Num.ONE), {Num.ONE: "x"}[Num.ONE])
