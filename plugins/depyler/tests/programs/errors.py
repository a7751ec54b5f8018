import sys


def check(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)


check(lambda: [][1])
check(lambda: {}["k"])
check(lambda: "a" + 1)
check(lambda: 1 + "a")
check(lambda: int("x"))
check(lambda: None.foo)
check(lambda: len(5))
check(lambda: undefined_name)
check(lambda: (1)(2))
check(lambda: [].pop())
check(lambda: next(iter([])))
check(lambda: "abc".index("z"))
check(lambda: float("q"))
check(lambda: max([]))
check(lambda: [1] < ["a"])
check(lambda: {[]: 1})
check(lambda: "%d" % "x")
check(lambda: (lambda x: x)())
check(lambda: 1 % 0)


def local():
    if False:
        q = 1
    return q


check(local)


class E(Exception):
    pass


class F(E):
    def __str__(self):
        return "custom"


try:
    raise F("x")
except E as e:
    print(e, repr(e), e.args)

try:
    assert 1 == 2, "message"
except AssertionError as e:
    print("assert", e)
try:
    a, b = [1, 2, 3]
except ValueError as e:
    print(e)
try:
    a, b = 1
except TypeError as e:
    print(e)


def reraise():
    try:
        raise KeyError("inner")
    except KeyError:
        print("re")
        raise


try:
    reraise()
except KeyError as e:
    print("outer", e)
print("to stderr", file=sys.stderr)
raise E("final problem")
