def make():
    base = 10

    class Inner:
        factor = base * 2

        def __init__(self, v):
            self.v = v

        def calc(self):
            return self.v * base + self.factor

    class Sub(Inner):
        def calc(self):
            return super().calc() + 1

    return Inner, Sub


I, S = make()
print(I(1).calc(), S(2).calc(), I.__name__, I.__qualname__)


class Box:
    items = [1, 2, 3]
    get = lambda self: self.items[0]
    double = staticmethod(lambda x: x * 2)

    def gen(self):
        for i in self.items:
            yield i * 2

    def __len__(self):
        return len(self.items)

    @staticmethod
    def build(*args, **kwargs):
        return Box(), args, kwargs

    @classmethod
    def name(cls):
        return cls.__name__


b = Box()
print(b.get(), Box.double(4), list(b.gen()), Box.build(1, x=2)[1:], b.name(), len(b))


def gen_try():
    try:
        yield 1
        yield 2
    except ValueError as e:
        print("inside", e)
        yield 99
    finally:
        print("closing")


g = gen_try()
print(next(g), g.throw(ValueError("boom")))
print(next(g, "end"))


def star(a, *args, sep="-", **kw):
    return sep.join([str(a), *map(str, args)]) + str(sorted(kw.items()))


lst = [1, 2]
opts = {"sep": "+"}
print(star(*lst, 3, **opts), star(0, *lst, *[9], k=1, **{"z": 2}), print("in", *lst, sep="."))


def counter():
    c = 0

    def a():
        def b():
            nonlocal c
            c += 1
            return c
        return b
    return a()


k = counter()
k()
print(k())
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print(fact(10))


def local_del():
    x = 1
    del x
    try:
        return x
    except UnboundLocalError as e:
        return str(e)


print(local_del())


def comp_in_try(data):
    try:
        return [10 // d for d in data]
    except ZeroDivisionError:
        return [n for n in data if n]


print(comp_in_try([1, 2]), comp_in_try([0, 3]))
fs = {n: (lambda x, n=n: x + n) for n in range(3)}
print(fs[2](10), [[(lambda: i * j)() for j in range(2)] for i in range(2)])


class Chain:
    def __init__(self):
        self.log = []

    def __getattr__(self, name):
        def call(*args):
            self.log.append((name, args))
            return self
        return call


print(Chain().foo(1).bar(2, 3).log)


def outer_loop():
    for i in range(3):
        for j in range(3):
            try:
                if j == 1:
                    continue
                if i == 1:
                    break
                if i == 2:
                    return (i, j)
            finally:
                print(i, j, end=" ")
    return None


print(outer_loop())
x = 5


def uses_global():
    return x


class Shadow:
    x = x + 1
    y = x * 2


print(Shadow.x, Shadow.y, uses_global())
if x > 3:
    def cond_fn():
        return "a"
else:
    def cond_fn():
        return "b"
print(cond_fn())

def swap(a, i, j):
    a[i], a[j] = a[j], a[i]


q = [1, 2, 3]
swap(q, 0, 2)
print(q)
val = None
while val is None:
    val = 3
print(val if val else "none")
for a, (b2, c) in [(1, (2, 3)), (4, (5, 6))]:
    print(a, b2, c)
for i, ch in enumerate("ab"):
    pass
print(i, ch)
total = sum(int(c) for c in str(2 ** 50))
print(total)
n = 0
def inc():
    global n
    n = n + 1
    return n
print(inc() + inc() * inc(), [inc() for _ in range(2)], n)
class Node:
    def __init__(self, v, children=None):
        self.v = v
        self.children = children or []
    def walk(self):
        yield self.v
        for c in self.children:
            yield from c.walk()
print(list(Node(1, [Node(2, [Node(3)]), Node(4)]).walk()))
def multi():
    return 1, 2
p, q = multi()
print(p, q, multi()[0])
print([y for x in [[1, 2], [3]] for y in x], {**{1: 2}}, [*[1], 2], (*"ab",))
with open("/tmp/_depyler_w.txt", "w") as fh:
    for z in range(3):
        fh.write(f"{z}\n")
print([line.strip() for line in open("/tmp/_depyler_w.txt")])
def typed(a: int, b: "str" = "x") -> dict[str, int]:
    r: dict[str, int] = {}
    r[b] = a
    return r
print(typed(3))
lam = sorted([(1, "b"), (1, "a")], key=lambda t: (t[0], t[1]))
print(lam)
