# Captured variables: those that never change are copied, the others are shared.
def adders(items, step):
    total = 0

    def add(n):
        nonlocal total
        total += n * step
        items.append(n)
        return total

    return [add(i) for i in range(3)], total, items


def late(n):
    out = []
    for i in range(n):
        out.append(lambda: i * n)
    return [f() for f in out]


def lookup(table, names, width):
    pad = " " * width
    rows = sorted(names, key=lambda k: (-table[k], k))
    return (pad + f"{k}={table[k]}" for k in rows if k in table)


def matrix(n):
    rows = [[i * n + j for j in range(n)] for i in range(n)]
    get = lambda i, j: rows[i][j]
    rows[0][0] = 99
    return sum(get(i, i) for i in range(n)), get(0, 0)


def before():
    def g():
        return x

    try:
        return g()
    except NameError as e:
        print(type(e).__name__)
    x = 5
    return g()


def maybe(flag):
    if flag:
        y = "set"
    f = lambda: y
    try:
        return f()
    except NameError as e:
        return type(e).__name__


def gone(x):
    f = lambda: x
    del x
    try:
        return f()
    except NameError as e:
        return type(e).__name__


def nested(a, b):
    c = a + b

    def outer(d):
        e = c * d

        def inner(f):
            return (a, b, c, d, e, f)

        return inner

    return outer


def walk(tree, depth=0):
    limit = depth + 2

    def go(node, level):
        if level < limit:
            yield node[0], level
            for child in node[1:]:
                yield from go(child, level + 1)

    return list(go(tree, depth))


class Counter:
    def __init__(self, start):
        self.n = start
        self.seen = []

    def bump(self, by):
        self.n += by
        return self.n

    def each(self, items):
        return [f for f in map(lambda x: self.bump(x), items)]

    def hooks(self):
        def up():
            self.n += 1
            self.seen.append(self.n)
            return self.n

        return up, lambda: self.n

    def lazily(self, k):
        return (self.n * i for i in range(k))


def local_class(base):
    offset = base * 2

    class Box:
        base = 1

        def value(self):
            return offset + self.base

    return Box().value(), base


def swap(a, b):
    f = lambda: (a, b)
    a, b = b, a
    return f(), (lambda: (a, b))()


def handler(xs):
    shown = []

    def attempt(i):
        try:
            shown.append(xs[i])
        except IndexError as err:
            shown.append(str(err))
        return len(shown)

    return [attempt(i) for i in (0, 5, -1)], shown


print(adders([7], 2))
print(late(3))
print(list(lookup({"a": 1, "b": 3, "c": 3}, ["c", "a", "b"], 2)))
print(matrix(4))
print(before())
print(maybe(True), maybe(False))
print(gone(3))
print(nested(1, 2)(3)(4), nested("x", "y")(2)("z"))
print(walk(("r", ("a", ("b",)), ("c",))))
c = Counter(10)
print(c.each([1, 2, 3]), c.n)
up, now = c.hooks()
print(up(), up(), now(), c.seen)
lazy = c.lazily(3)
c.n = 5
print(list(lazy))
print(local_class(4))
print(swap(1, 2), swap("p", [1]))
print(handler([1, 2]))
