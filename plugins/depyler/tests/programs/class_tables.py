# Tables of classes, short names of methods, special methods for `del`, `next` and `reversed`.
class Machine:
    OPS = {"+": 1, "-": 2, "*": 3}
    NAMES = [name.upper() for name in ("add", "sub", "mul")]
    LIMIT = 2 ** 31
    step = 0

    def __init__(self, text):
        self.text = text
        self.at = 0

    def codes(self):
        return [self.OPS[c] for c in self.text if c in self.OPS]

    def names(self):
        return [self.NAMES[n - 1] for n in self.codes()]

    @classmethod
    def known(cls, c):
        return c in cls.OPS

    def shift(self):
        return lambda self: len(Machine.OPS) + self

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= len(self.text):
            raise StopIteration
        self.at += 1
        return self.text[self.at - 1]


class Shared:
    items = []

    def add(self, x):
        self.items.append(x)
        return len(self.items)


class Changed:
    table = {1: "one"}

    def replace(self):
        self.table = {1: "uno"}
        return self.table[1]


class Base:
    KINDS = ["base"]

    def kinds(self):
        return self.KINDS


class Derived(Base):
    KINDS = ["derived"]


class Ring:
    def __init__(self, items):
        self.items = list(items)

    def __delitem__(self, at):
        if at >= len(self.items):
            raise IndexError("ring has no " + str(at))
        del self.items[at]

    def __len__(self):
        return len(self.items)

    def __reversed__(self):
        for i in range(len(self.items) - 1, -1, -1):
            yield self.items[i]

    def __iter__(self):
        for x in self.items:
            yield x


class Random:
    M = 2 ** 32

    def __init__(self, seed):
        self.state = seed % self.M

    def __next__(self):
        self.state = (1664525 * self.state + 1013904223) % self.M
        return self.state

    def uniform(self):
        return next(self) / self.M


def reverse_polish(text):
    stack = []
    push, pop = stack.append, stack.pop
    for token in text.split():
        if token.isdigit():
            push(int(token))
        else:
            b, a = pop(), pop()
            push(a + b if token == "+" else a * b if token == "*" else a - b)
    return pop(), stack


def unique(items):
    seen = set()
    add = seen.add
    out = []
    keep = out.append
    for x in items:
        if x not in seen:
            add(x)
            keep(x)
    return out


def table():
    names = ["a", "b", "c"]
    places = dict(zip(names, range(3)))
    sizes = dict((n, len(n) * 2) for n in names)
    twice = dict([(n, n + n) for n in names])
    return places, sizes, twice


m = Machine("1+2*3-4")
print(m.codes(), m.names(), Machine.known("+"), m.known("?"), m.shift()(4))
print(next(m), next(m), Machine.LIMIT, m.step)
a, b = Shared(), Shared()
print(a.add(1), b.add(2), a.items, Shared.items)
c = Changed()
print(c.replace(), Changed.table, Changed().table)
print(Base().kinds(), Derived().kinds())
r = Ring("abcd")
del r[1]
print(list(r), list(reversed(r)), len(r))
try:
    del r[9]
except IndexError as e:
    print(e)
rng = Random(7)
print([round(rng.uniform(), 6) for _ in range(3)])
print(reverse_polish("3 4 + 2 * 7 -"), unique([3, 1, 3, 2, 1]))
print(table())
