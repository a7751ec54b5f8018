from functools import reduce, lru_cache, partial, wraps
import itertools


def outer():
    count = 0

    def inc(by=1):
        nonlocal count
        count += by
        return count

    return inc


f = outer()
print(f(), f(5), f())


def args(a, b=2, *rest, c, d=4, **kw):
    return a, b, rest, c, d, kw


print(args(1, c=3), args(1, 2, 3, 4, c=5, e=6), args(*[1, 2], **{"c": 9, "z": 0}))
try:
    args()
except TypeError as e:
    print(e)
try:
    args(1, 2, c=1, d=1, a=3)
except TypeError as e:
    print(e)


def deco(fn):
    @wraps(fn)
    def wrapper(*a, **k):
        print("calling", fn.__name__, a)
        return fn(*a, **k)
    return wrapper


@deco
def add(x, y):
    return x + y


print(add(1, 2), add.__name__)


@lru_cache(maxsize=None)
def fibm(n):
    return n if n < 2 else fibm(n - 1) + fibm(n - 2)


print(fibm(50))


def gen(n):
    print("start")
    for i in range(n):
        got = yield i
        if got:
            print("got", got)
    return "done"


g = gen(3)
print(next(g))
print(g.send("hey"))
print(list(g))


def chain2(*its):
    for it in its:
        r = yield from it
        print("returned", r)


print(list(chain2(gen(2), [7, 8])))


def countdown(n):
    try:
        while n > 0:
            yield n
            n -= 1
    finally:
        print("cleanup")


for v in countdown(5):
    if v == 3:
        break
c = countdown(2)
next(c)
c.close()
print(list(itertools.islice(itertools.count(5), 3)), list(itertools.chain([1], [2])), list(itertools.product("ab", repeat=2)))
print(reduce(lambda a, b: a * b, range(1, 6)), partial(pow, 2)(5), list(filter(None, [0, 1, 2])))
fs = [lambda: i for i in range(3)]
print([h() for h in fs])
fs = [lambda i=i: i for i in range(3)]
print([h() for h in fs])
print(sum(x * x for x in range(10)), list(x for x in range(3) if x))
total = 0


def bump():
    global total
    total += 1


bump()
bump()
print(total)


def default(x, acc=[]):
    acc.append(x)
    return acc


print(default(1), default(2))


def recursive(n):
    def helper(k):
        return 1 if k <= 1 else k * helper(k - 1)
    return helper(n)


print(recursive(20), recursive(25))
compose = lambda *fns: reduce(lambda f, g: lambda x: f(g(x)), fns)
print(compose(lambda x: x + 1, lambda x: x * 2)(5))


def finally_return():
    for i in range(3):
        try:
            if i == 1:
                continue
            if i == 2:
                return i
        finally:
            print("f", i)


print(finally_return())


def nested(n):
    try:
        try:
            if n == 0:
                raise KeyError("k")
            elif n == 1:
                raise ValueError("v")
            return "ok"
        except KeyError as e:
            raise RuntimeError("from key") from e
        finally:
            print("inner")
    except RuntimeError as e:
        return repr(e), repr(e.__cause__)
    except (ValueError, TypeError):
        return "value"
    else:
        return "else"


print(nested(0), nested(1), nested(2))


def match_it(v):
    match v:
        case 0:
            return "zero"
        case [x, y]:
            return f"pair {x} {y}"
        case [x, *rest]:
            return f"list {x} {rest}"
        case {"k": w}:
            return f"map {w}"
        case str() as s if s:
            return f"str {s}"
        case int(n) | float(n):
            return f"num {n}"
        case _:
            return "other"


print([match_it(v) for v in [0, [1, 2], [1, 2, 3], {"k": 5}, "hi", 7, None]])
