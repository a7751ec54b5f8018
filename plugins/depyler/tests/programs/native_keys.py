"""Key functions that are computed in place, `map` and `filter` that are used up at once."""


class Person:
    def __init__(self, name, age):
        self.name = name
        self.age = age

    def initials(self):
        return self.name[0]


people = [Person("Zoe", 30), Person("Al", 25), Person("Bob", 30), Person("Cy", 25)]
people.sort(key=lambda p: p.age)
print([p.name for p in people])
people.sort(key=lambda p: (-p.age, p.name), reverse=True)
print([p.name for p in people], max(people, key=lambda p: p.age).name, min(people, key=lambda p: p.name).name)
for p in sorted(people, key=lambda q: q.initials()):
    print(p.name, p.age)
words = "the quick brown fox jumps over the lazy dog".split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print(max(counts, key=counts.get), sorted(counts, key=counts.get, reverse=True)[:3])
print(sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3], sorted(words, key=len), sorted(words, key=lambda w: w[::-1]))
print(sorted(words, key=str.upper)[:2], min(words, key=lambda w: len(w)), max([3, -7, 5], key=abs), max([3, -7, 5], key=lambda n: n * n))
pairs = [(1, "b"), (2, "a"), (0, "c")]
pairs.sort(key=lambda p: p[1])
print(pairs, sorted(pairs), max(pairs, key=lambda p: p[0]))
grid = [[3, 1], [2, 2], [1, 3]]
print(sorted(grid, key=lambda row: row[1]), sorted(grid, key=sum), max(grid, key=lambda r: r[0] * r[1]))
best = sorted(grid, key=lambda row: row[0])
best[0].append(9)
print(grid)
print(list(map(int, "1 2 3".split())), sum(map(len, words)), list(map(lambda x: x * 2, [1, 2])), ",".join(map(str, [1, 2.5, None])))
print(list(filter(lambda x: x % 2, range(6))), list(filter(None, [0, 1, 2])), sorted(map(abs, [-3, 2])), max(map(len, words)))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), tuple(map(str, (1, 2))), set(map(lambda x: x // 2, [2, 3])))
it = map(lambda x: x + 1, [1, 2, 3])
print(next(it), list(it))
try:
    max([], key=lambda x: x)
except ValueError as e:
    print(e)
try:
    sorted([(1, "a"), (1, None)], key=lambda p: p[1])
except TypeError as e:
    print("TypeError", e)
print(sorted([2, 1], key=lambda k: -k), sorted("hello", key=lambda c: (c != "l", c)), max("a", "bcd", key=len), min([], key=abs, default="none"))
print(*people[0].name, *[1, 2], sep="-")
print(isinstance(words, list), isinstance(counts, (dict, list)), isinstance(pairs[0], tuple), isinstance(people[0], Person))
def total(items, weight=lambda x: x):
    return sum(weight(x) for x in items)
print(total([1, 2, 3]), total([1, 2, 3], lambda x: x * 10))


def ranked(table, bonus):
    order = sorted(table, key=lambda w: (-table[w] - bonus, w))
    first = max(table, key=lambda w: table[w] * bonus)
    return order, first


print(ranked({"a": 1, "b": 3, "c": 3}, 2))
print(sorted(range(5), key=lambda n: -n), max(iter([1, 5, 2]), key=lambda n: n % 4), sorted({3, 1, 2}, key=lambda n: -n, reverse=True))
print(min(((x, y) for x in range(3) for y in range(3)), key=lambda p: (p[0] - 1) ** 2 + (p[1] - 2) ** 2))
mixed = [1, "a", 2.5, None]
print(sorted(mixed, key=lambda v: str(v)), max(mixed, key=lambda v: len(str(v))), sorted(mixed, key=lambda v: [w for w in str(v)]))
rows = [{"n": "x", "v": 2}, {"n": "y", "v": 1}]
print([r["n"] for r in sorted(rows, key=lambda r: r["v"])], min(rows, key=lambda r: r["v"])["n"])
try:
    sorted(5, key=lambda v: v)
except TypeError as e:
    print(e)
try:
    max([], key=lambda v: v)
except ValueError as e:
    print(e)
makers = [sorted([1, 2, 3], key=lambda v: v * k) for k in (1, -1)]
print(makers)
