import random
import collections
from collections import deque, Counter, defaultdict, OrderedDict, namedtuple
import heapq
import bisect
import json
import copy
import operator
import string
import math
import itertools as it

random.seed(42)
print(random.random(), random.randint(1, 100), random.choice("abc"), random.sample(range(100), 5))
x = list(range(10))
random.shuffle(x)
print(x, random.uniform(1, 2), random.gauss(0, 1), random.randrange(0, 100, 5))
d = deque([1, 2, 3], maxlen=3)
d.append(4)
d.appendleft(0)
print(d, d.popleft(), len(d))
c = Counter("mississippi")
print(c, c.most_common(2), c["z"], sum(c.values()), c + Counter("ms"))
dd = defaultdict(list)
for w in ["apple", "avocado", "bean"]:
    dd[w[0]].append(w)
print(dd, dict(dd), sorted(dd))
od = OrderedDict(a=1, b=2)
od.move_to_end("a")
print(od, list(od))
P = namedtuple("P", "x y")
p = P(1, y=2)
print(p, p.x, p._replace(x=5), p == (1, 2), tuple(p), p._asdict())
h = [5, 3, 8]
heapq.heapify(h)
heapq.heappush(h, 1)
print(h, heapq.heappop(h), heapq.nlargest(2, h))
a = [1, 3, 5]
bisect.insort(a, 4)
print(a, bisect.bisect_left(a, 3))
print(json.dumps({"a": [1, 2.5, None, True], "b": "q\"é"}), json.dumps([1, {"x": 2}], indent=2))
print(json.loads('{"k": [1, 2, {"z": "\\u00e9"}], "f": 1.5e3}'))
l = [[1], [2]]
m = copy.deepcopy(l)
m[0].append(9)
print(l, m, copy.copy(l)[0] is l[0])
print(sorted([(2, "b"), (1, "z")], key=operator.itemgetter(1)), string.ascii_lowercase[:5])
print(math.sqrt(16), math.floor(2.7), math.ceil(2.1), math.gcd(12, 18), math.factorial(20), math.log(math.e), math.inf, math.isqrt(17))
print(list(it.combinations("abc", 2)), list(it.permutations([1, 2, 3], 2)), list(it.accumulate([1, 2, 3])))
print([(k, list(g)) for k, g in it.groupby("aabbb")], list(it.zip_longest([1], [2, 3], fillvalue=0)))
print("{:>10}|{:<8}|{:^9}|{:+d}|{:e}|{:g}".format("r", "l", "c", 5, 12345.678, 0.0001))
print("abc".center(9, "*"), "a-b".partition("-"), " x ".strip(), "AbC".swapcase(), "hello world".title(), "x".zfill(4), "a\tb".expandtabs())
print("abcabc".replace("b", "X", 1), "abc".startswith(("x", "a")), "a1".isalnum(), "12".isdigit(), "l1\nl2".splitlines(), "%x" % 255)
print({1, 2, 3} & {2, 3, 4}, {1} | {5}, {1, 2} - {1}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, frozenset([1, 2]))
print({10, 3, 7, 22, 15, 8}, set(range(20, 0, -3)), {-1, -2, 5.5, 2**40})
print(b"abc"[0], bytes([65, 66]), "é".encode(), b"xy".decode(), bytearray(b"q"))
print([3, 1, 2].index(2), [1, 2, 2].count(2), list(reversed([1, 2])), [1, 2, 3, 4, 5][1:4:2])
z = [1, 2, 3, 4, 5]
z[1:3] = [9]
del z[0]
print(z, z.pop(), z.pop(0), z)
print(type(1), type("a").__name__, isinstance(True, int), repr("it's"), 'a"b\'c', [None, "q\n"])
print(float("inf"), -0.0, 1e300 * 1e10, 5 // 0.3, -5.5 % 2, 2 ** -1, 10 ** 20, 123456789 ** 5, 7.0, 1.5e-7, 123456789.123)
print(int(-3.7), int("ff", 16), 0b101, 1_000, ~5, 5 & 3, 5 | 3, 5 ^ 3, 1 << 70, -1 >> 1)
print(hash(1), hash(2.0), hash((1, 2, 3)), hash(True), hash(-1), hash(2**61), hash(0.5))
