def add_one(xs):
    xs.append(1)
    return xs

a = [1, 2, 3]
b = a
b.append(4)
print(a, b, a is b, a == b)
c = add_one(a)
print(a, c is a, len(c))
grid = [[0] * 3] * 2
grid[0][1] = 7
print(grid)
m = [[0] * 3 for _ in range(2)]
m[0][1] = 7
row = m[1]
row[2] = 9
print(m, row)
m2 = m[:]
m2.append([5])
m2[0][0] = 1
print(m, m2)
def mutate_default(x, acc=[]):
    acc.append(x)
    return acc
print(mutate_default(1), mutate_default(2), mutate_default(3, []))
xs = [3, 1, 2]
ys = sorted(xs)
xs.sort()
print(xs, ys, xs is ys)
for i, x in enumerate(xs):
    if i < 5:
        xs.append(x + 10)
print(xs)
zs = [1, 2, 3, 4, 5, 6]
for z in zs:
    if z % 2 == 0:
        zs.remove(z)
print(zs)
t = (a, 5)
t[0].append(99)
print(a, t)
d = {"a": [1]}
e = d
e["b"] = [2]
d["a"].append(3)
print(d, e, len(d))
xs += [100]
ws = xs
ws += [200, 300]
print(xs, ws)
ws = ws + [1]
print(len(xs), len(ws))
xs[1:3] = [7, 7, 7]
print(xs)
del xs[0]
print(xs, xs.pop(), xs.pop(0), xs)
print(xs.index(7), xs.count(7), 7 in xs, 8 not in xs)
xs.insert(0, -1)
xs.insert(-1, -2)
xs.insert(100, -3)
print(xs, xs[::-1], xs[-2:], xs[::2], xs[5:1:-1])
xs.reverse()
print(xs)
xs.clear()
print(xs, not xs, bool(xs))
