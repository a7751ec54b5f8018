#!/usr/bin/env python3
"""A small expression language: tokenizer, Pratt parser, evaluator with closures."""
import re
import sys
import operator
from enum import Enum, auto
from typing import NamedTuple, Union, Callable


class T(Enum):
    NUM = auto()
    STR = auto()
    ID = auto()
    OP = auto()
    KW = auto()
    EOF = auto()


class Token(NamedTuple):
    kind: T
    text: str
    pos: int = 0

    def is_op(self, *ops):
        return self.kind is T.OP and self.text in ops


KEYWORDS = frozenset({"let", "fn", "if", "then", "else", "in", "true", "false"})
SPEC = [
    ("NUM", r"\d+(?:\.\d+)?(?:[eE][+-]?\d+)?"),
    ("STR", r'"(?:\\.|[^"\\])*"'),
    ("ID", r"[A-Za-z_]\w*"),
    ("OP", r"=>|==|!=|<=|>=|&&|\|\||[-+*/%^<>()=,!\[\]]"),
    ("WS", r"\s+|#[^\n]*"),
    ("BAD", r"."),
]
MASTER = re.compile("|".join(f"(?P<{n}>{p})" for n, p in SPEC))


class LangError(Exception):
    def __init__(self, msg, pos=None):
        self.msg, self.pos = msg, pos
        super().__init__(msg if pos is None else f"{msg} at {pos}")


def tokenize(src):
    for m in MASTER.finditer(src):
        kind, text = m.lastgroup, m.group()
        if kind == "WS":
            continue
        elif kind == "BAD":
            raise LangError(f"unexpected {text!r}", m.start())
        elif kind == "ID" and text in KEYWORDS:
            yield Token(T.KW, text, m.start())
        else:
            yield Token(T[kind], text, m.start())
    yield Token(T.EOF, "", len(src))


class Env(dict):
    def __init__(self, parent=None, **kw):
        super().__init__(**kw)
        self.parent = parent

    def __missing__(self, key):
        if self.parent is None:
            raise LangError(f"undefined variable {key}")
        return self.parent[key]


class Node:
    __slots__ = ()

    def eval(self, env):
        raise NotImplementedError(type(self).__name__)


class Lit(Node):
    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value

    def eval(self, env):
        return self.value


class Var(Node):
    __slots__ = ("name",)

    def __init__(self, name):
        self.name = name

    def eval(self, env):
        return env[self.name]


class Bin(Node):
    OPS = {
        "+": operator.add, "-": operator.sub, "*": operator.mul, "/": operator.truediv,
        "%": operator.mod, "^": operator.pow, "<": operator.lt, ">": operator.gt,
        "<=": operator.le, ">=": operator.ge, "==": operator.eq, "!=": operator.ne,
    }

    def __init__(self, op, left, right):
        self.op, self.left, self.right = op, left, right

    def eval(self, env):
        if self.op == "&&":
            return self.left.eval(env) and self.right.eval(env)
        if self.op == "||":
            return self.left.eval(env) or self.right.eval(env)
        try:
            return self.OPS[self.op](self.left.eval(env), self.right.eval(env))
        except ZeroDivisionError as e:
            raise LangError("division by zero") from e
        except TypeError as e:
            raise LangError(f"type error: {e}") from None


class Unary(Node):
    def __init__(self, op, arg):
        self.op, self.arg = op, arg

    def eval(self, env):
        v = self.arg.eval(env)
        return -v if self.op == "-" else not v


class Fn(Node):
    def __init__(self, params, body):
        self.params, self.body = params, body

    def eval(self, env):
        def call(*args):
            if len(args) != len(self.params):
                raise LangError(f"expected {len(self.params)} args, got {len(args)}")
            return self.body.eval(Env(env, **dict(zip(self.params, args))))
        return call


class Call(Node):
    def __init__(self, fn, args):
        self.fn, self.args = fn, args

    def eval(self, env):
        fn = self.fn.eval(env)
        if not callable(fn):
            raise LangError("not callable")
        return fn(*[a.eval(env) for a in self.args])


class If(Node):
    def __init__(self, c, t, e):
        self.c, self.t, self.e = c, t, e

    def eval(self, env):
        return (self.t if self.c.eval(env) else self.e).eval(env)


class Let(Node):
    def __init__(self, name, value, body):
        self.name, self.value, self.body = name, value, body

    def eval(self, env):
        inner = Env(env)
        inner[self.name] = self.value.eval(inner)
        return self.body.eval(inner)


class Parser:
    PREC = {"||": 1, "&&": 2, "==": 3, "!=": 3, "<": 4, ">": 4, "<=": 4, ">=": 4,
            "+": 5, "-": 5, "*": 6, "/": 6, "%": 6, "^": 8}
    RIGHT = {"^"}

    def __init__(self, src):
        self.toks = list(tokenize(src))
        self.i = 0

    @property
    def cur(self):
        return self.toks[self.i]

    def next(self):
        t = self.cur
        self.i += 1
        return t

    def expect(self, text):
        if (t := self.next()).text != text:
            raise LangError(f"expected {text!r}, found {t.text!r}", t.pos)

    def parse(self):
        e = self.expr()
        if self.cur.kind is not T.EOF:
            raise LangError(f"trailing {self.cur.text!r}", self.cur.pos)
        return e

    def expr(self, min_prec=0):
        left = self.unary()
        while self.cur.kind is T.OP and self.PREC.get(self.cur.text, -1) >= min_prec:
            op = self.next().text
            prec = self.PREC[op] + (0 if op in self.RIGHT else 1)
            left = Bin(op, left, self.expr(prec))
        return left

    def unary(self):
        if self.cur.is_op("-", "!"):
            return Unary(self.next().text, self.expr(7))
        return self.postfix()

    def postfix(self):
        e = self.atom()
        while self.cur.is_op("("):
            self.next()
            args = []
            while not self.cur.is_op(")"):
                args.append(self.expr())
                if self.cur.is_op(","):
                    self.next()
            self.expect(")")
            e = Call(e, args)
        return e

    def atom(self):
        t = self.next()
        match t:
            case Token(kind=T.NUM, text=s):
                return Lit(float(s) if any(c in s for c in ".eE") else int(s))
            case Token(T.STR, s):
                return Lit(s[1:-1].replace('\\"', '"').replace("\\n", "\n"))
            case Token(T.ID, s):
                return Var(s)
            case Token(T.KW, "true" | "false" as b):
                return Lit(b == "true")
            case Token(T.KW, "if"):
                c = self.expr()
                self.expect("then")
                a = self.expr()
                self.expect("else")
                return If(c, a, self.expr())
            case Token(T.KW, "let"):
                name = self.next().text
                self.expect("=")
                v = self.expr()
                self.expect("in")
                return Let(name, v, self.expr())
            case Token(T.KW, "fn"):
                self.expect("(")
                params = []
                while not self.cur.is_op(")"):
                    params.append(self.next().text)
                    if self.cur.is_op(","):
                        self.next()
                self.expect(")")
                self.expect("=>")
                return Fn(params, self.expr())
            case Token(T.OP, "("):
                e = self.expr()
                self.expect(")")
                return e
            case _:
                raise LangError(f"unexpected {t.text or 'end'!r}", t.pos)


PROGRAMS = [
    "1 + 2 * 3 ^ 2 ^ 0.5",
    "let x = 5 in x * x - 1",
    "let fact = fn(n) => if n < 2 then 1 else n * fact(n - 1) in fact(25)",
    "let add = fn(a) => fn(b) => a + b in add(3)(4)",
    '"foo" + "bar\\"q"',
    "1 / 0",
    "1 + \"a\"",
    "(1 + 2",
    "1 $ 2",
    "undefined_name + 1",
    "let f = fn(x) => x in f(1, 2)",
    "true && !false || 1 == 2",
    "-2 ^ 2 # comment",
    "5(3)",
    "max(3, len(\"hello\")) % 3",
    "1 2",
]


def run(src, out=sys.stdout):
    env = Env(None, max=max, len=len, print=print)
    try:
        value = Parser(src).parse().eval(env)
        print(f"{src:<70} => {value!r}", file=out)
    except LangError as e:
        cause = f" (cause: {e.__cause__!r})" if e.__cause__ else ""
        print(f"{src:<70} !! {e}{cause}", file=out)


if __name__ == "__main__":
    for p in PROGRAMS:
        run(p)
    print(T.NUM, repr(T.ID), T["OP"].value, [t.name for t in T], Token(T.EOF, "x"))
    try:
        Node().eval({})
    except NotImplementedError as e:
        print("NIE", e)
    try:
        n = Lit(3)
        n.other = 3
    except AttributeError as e:
        print("AE", e)
