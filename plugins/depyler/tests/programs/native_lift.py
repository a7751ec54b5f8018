"""Functions in functions, and generator expressions that are used up at once."""


def queens(n):
    out = []

    def safe(row, col):
        return all(c != col and abs(c - col) != row - r for r, c in enumerate(out))

    def place(row):
        if row == n:
            return 1
        total = 0
        for col in range(n):
            if safe(row, col):
                out.append(col)
                total += place(row + 1)
                out.pop()
        return total

    return place(0)


def heap_sort(items):
    a = list(items)

    def sift(i, n):
        while True:
            c = 2 * i + 1
            if c >= n:
                return
            if c + 1 < n and a[c + 1] > a[c]:
                c += 1
            if a[i] >= a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c

    n = len(a)
    for i in reversed(range(n // 2)):
        sift(i, n)
    for e in range(n - 1, 0, -1):
        a[0], a[e] = a[e], a[0]
        sift(0, e)
    return a


def shadow(x):
    def f(y):
        return x + y

    g = [f(x) for x in range(3)]
    h = [f(y) for y in range(3)]
    return g, h, (lambda x: f(x))(10)


def changing():
    n = 1

    def get():
        return n

    first = get()
    n = 5
    return first, get()


def counter():
    n = 0

    def bump(k=1):
        nonlocal n
        n += k
        return n

    bump()
    bump(5)
    return n


class Walker:
    def __init__(self, grid):
        self.grid = grid
        self.seen = []

    def count(self, r, c):
        def inside(a, b):
            return 0 <= a < len(self.grid) and 0 <= b < len(self.grid[0])

        def visit(a, b):
            if not inside(a, b) or self.grid[a][b] == "#" or (a, b) in self.seen:
                return 0
            self.seen.append((a, b))
            return 1 + sum(visit(a + x, b + y) for x, y in ((0, 1), (1, 0), (0, -1), (-1, 0)))

        return visit(r, c)


def even_odd(n):
    def even(k):
        return True if k == 0 else odd(k - 1)

    def odd(k):
        return False if k == 0 else even(k - 1)

    return even(n), odd(n)


def late():
    def show():
        return word + "!"

    word = "hi"
    return show()


def default(limit):
    def grow(n, by=2):
        return n if n > limit else grow(n * by)

    return grow(1), grow(1, 3), grow(by=5, n=1)


print(queens(6), heap_sort([5, 2, 9, 1, 5, 6]), shadow(100), changing(), counter())
print(Walker(["..#", ".##", "..."]).count(0, 0), even_odd(7), late(), default(50))
xs = [3, 1, 2]
print(sum(x * x for x in xs), max(x + 1 for x in xs), min((-x for x in xs), default=0), sorted(x % 3 for x in xs))
print(any(x > 2 for x in xs), all(x > 2 for x in xs), any(x > 2 for x in []), all(x > 2 for x in []))
print(list(x for x in xs if x > 1), tuple(str(x) for x in xs), ",".join(str(x) for x in xs), sum((x for x in xs), 10))


def noisy(x):
    print("look at", x)
    return x > 1


print(any(noisy(x) for x in xs), all(noisy(x) for x in (2, 1, 5)))
print(any(x == y for x in xs for y in (7, 2, 9) if noisy(y)))
fs = [lambda: x for x in xs]
print([f() for f in fs], any((lambda: x)() == 2 for x in xs))
try:
    print(list(next(it) for it in [iter([1]), iter([])]))
except RuntimeError as e:
    print("RuntimeError", e)
try:
    print(sum(1 // x for x in [1, 0]))
except ZeroDivisionError as e:
    print(e)
