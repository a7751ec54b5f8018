def f(x):
    return x * 2
print(f(2), f(2.5), f("ab"), f([1]))
def g(a, b=10, c=0.5):
    return a + b * c
print(g(1), g(1, 2), g(1, c=2), g(c=1, a=2, b=3), g(1.5))
def h(n):
    if n == 0:
        return None
    return n
print(h(0), h(1))
r = h(3)
if r:
    print(r + 1)
def multi():
    return 1, "two", 3.0
a, b, c = multi()
print(a, b, c, multi()[1], multi())
def varied(flag):
    if flag:
        return [1, 2]
    return (1, 2)
print(varied(True), varied(False))
print(len(varied(True)))
len_ = len
print(len_([1, 2, 3]))
sum_ = 0
sum = 5
print(sum + sum_)
def abs(x):
    return "mine"
print(abs(-3))
xs = [1, 2.5, 3]
print(xs, xs[0] + xs[1], xs[0] * 2)
ys = [None, 1, 2]
print(ys, ys[1] + ys[2])
zs = [[], [1], [1, 2]]
print([len(z) for z in zs], zs)
ws = []
ws.append("a")
ws.append(1)
print(ws)
empty = []
print(empty, len(empty))
t = (1, 2, 3)
for v in t:
    print(v, end=" ")
print(t[0], t[-1], t[1:], len(t), 2 in t, t + (4,), t * 2)
nested = ((1, 2), (3, 4))
for p, q in nested:
    print(p * q, end=";")
print()
pairs = [(1, "a"), (2, "b")]
for n, ch in pairs:
    print(n, ch)
print(pairs[0][1], [n for n, _ in pairs], dict(pairs))
total = 0
for i in range(3):
    for j in range(i, 3):
        if (i + j) % 2:
            continue
        total += i * j
print(total)
i = 0
while True:
    i += 1
    if i > 10:
        break
    if i % 2:
        continue
else:
    print("never")
print(i)
def swap(xs, i, j):
    xs[i], xs[j] = xs[j], xs[i]
def bubble(xs):
    n = len(xs)
    for i in range(n):
        swapped = False
        for j in range(n - i - 1):
            if xs[j] > xs[j + 1]:
                swap(xs, j, j + 1)
                swapped = True
        if not swapped:
            break
    return xs
print(bubble([5, 2, 9, 1]), bubble([2.5, 1]), bubble(["b", "a"]))
def quick(xs):
    if len(xs) <= 1:
        return xs
    p = xs[len(xs) // 2]
    return quick([x for x in xs if x < p]) + [x for x in xs if x == p] + quick([x for x in xs if x > p])
print(quick([3, 6, 1, 8, 2, 9, 2]))
def merge(a, b):
    out = []
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i] <= b[j]:
            out.append(a[i])
            i += 1
        else:
            out.append(b[j])
            j += 1
    out.extend(a[i:])
    out.extend(b[j:])
    return out
print(merge([1, 4], [2, 3, 5]))
def binary(xs, x):
    lo, hi = 0, len(xs) - 1
    while lo <= hi:
        mid = (lo + hi) // 2
        if xs[mid] == x:
            return mid
        if xs[mid] < x:
            lo = mid + 1
        else:
            hi = mid - 1
    return -1
print(binary([1, 3, 5, 7], 5), binary([1, 3], 4))
flag = True
print(flag, int(flag), flag + 1, [flag, False], flag == 1, str(flag))
b1 = 3 > 2
b2 = b1 and 5 > 4
b3 = b1 or print("no")
print(b1, b2, b3, b1 & b2, b1 ^ b2, b1 | False, not b1)
v = 5 if b1 else "x"
print(v)
u = 0 or "default"
print(u, [] or [1], None or 0, 1 and 2.5)
seen = set()
for n in [3, 1, 3]:
    if n in seen:
        print("dup", n)
    seen.add(n)
print(sorted(seen), len(seen))
def tree(depth):
    if depth == 0:
        return (None, None)
    return (tree(depth - 1), tree(depth - 1))
def check(t):
    l, r = t
    if l is None:
        return 1
    return 1 + check(l) + check(r)
print(check(tree(4)))
def perms(xs):
    if not xs:
        return [[]]
    out = []
    for i in range(len(xs)):
        for p in perms(xs[:i] + xs[i + 1:]):
            out.append([xs[i]] + p)
    return out
print(perms([1, 2, 3]))
def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)
moves = []
hanoi(3, "A", "B", "C", moves)
print(moves, len(moves))
print((lambda x: x + 1)(3), [x for x in range(3) if x], {x % 2 for x in range(4)})
