import math
import random
N = 5
RATE = 0.5
names = ["a", "b"]
total = 0
table = {}
cache = [None] * 4
board = [[0] * 3 for _ in range(3)]
best = None
config = {"x": 1, "y": [1, 2]}

def add(n):
    global total
    total += n
    names.append(str(n))
    table[n] = n * RATE
    return total

def place(r, c, v):
    board[r][c] = v
    return sum(board[r])

def memo(n):
    if cache[n] is None:
        cache[n] = n * 10
    return cache[n]

def update(v):
    global best
    if best is None or v > best:
        best = v

for i in range(N):
    print(add(i), end=" ")
print(total, names, table)
print(place(1, 2, 7), board)
print(memo(2), memo(2), cache)
for v in [3, 9, 2]:
    update(v)
print(best)
N = 100
print(N, RATE)
def later():
    return LATE + 1
LATE = 41
print(later())
def undefined():
    return NOPE
try:
    undefined()
except NameError as e:
    print(e)
try:
    print(early)
except NameError as e:
    print(e)
early = 5
print(early)
def shadow():
    total = 5
    return total
print(shadow(), total)
def local_before():
    try:
        print(zz)
    except UnboundLocalError as e:
        print(e)
    zz = 3
    return zz
print(local_before())
random.seed(42)
print([random.randint(1, 10) for _ in range(5)], round(random.random(), 6))
xs = [4, 2, 8]
random.shuffle(xs)
print(xs)
print(math.floor(2.7), math.ceil(2.1), math.sqrt(16), math.gcd(12, 18), math.pi, math.factorial(20), math.factorial(25))
print(math.floor(-2.5), int(-2.5), math.isqrt(17), math.hypot(3, 4), math.log(math.e))
try:
    math.sqrt(-1)
except ValueError as e:
    print(e)
if __name__ == "__main__":
    print("main")
def config_sum():
    return config["x"] + sum(config["y"])
config["x"] += 10
print(config_sum(), config)
counter = {"n": 0}
def tick():
    counter["n"] += 1
    return counter["n"]
tick()
tick()
print(counter)
def outer(n):
    acc = []
    def go(k):
        if k == 0:
            return
        acc.append(k)
        go(k - 1)
    go(n)
    return acc
print(outer(3))
def power_set(items):
    result = [[]]
    for x in items:
        result += [s + [x] for s in result]
    return result
print(power_set([1, 2, 3]))
def compose(f, g):
    return lambda x: f(g(x))
print(compose(lambda a: a + 1, lambda b: b * 2)(5), compose(len, str)(12345))
def apply(f, xs):
    return [f(x) for x in xs]
print(apply(add, [1, 2]), apply(str, [1, 2]))
matrix = [[1, 2, 3], [4, 5, 6]]
print([list(r) for r in zip(*matrix)], [[row[i] for row in matrix] for i in range(3)], sum(sum(r) for r in matrix))
flat = [x for row in matrix for x in row if x % 2]
print(flat, max(flat), min(flat), sum(flat) / len(flat))
a = b = []
a.append(1)
print(b, a is b)
i = 10
ys = [i for i in range(3)]
print(i, ys)
s = 0
for i in range(3):
    s += i
print(i, s)
n = 3
while n:
    n -= 1
else:
    print("done", n)
print(*[1, 2, 3], sep="-")
first, *rest = [1, 2, 3]
print(first, rest)
(p, q), r = (1, 2), 3
print(p, q, r)
p, q = q, p
print(p, q)
lst = [0, 1, 2]
idx = 0
idx, lst[idx] = 2, 99
print(idx, lst)
x = 5
x, y = x + 1, x * 2
print(x, y)
