"""Classic dynamic-programming problems with embedded self tests.

>>> lcs("AGGTAB", "GXTXAYB")
'GTAB'
>>> edit_distance("kitten", "sitting")
3
>>> knapsack([(60, 10), (100, 20), (120, 30)], 50)
(220, [1, 2])
>>> coin_change(11, [5, 2, 1])
[5, 5, 1]
>>> coin_change(3, [2]) is None
True
"""
import doctest
import math
from bisect import bisect_left, bisect_right, insort
from functools import cache, lru_cache
from itertools import accumulate


def lcs(a, b):
    table = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a, 1):
        for j, y in enumerate(b, 1):
            table[i][j] = table[i - 1][j - 1] + 1 if x == y else max(table[i - 1][j], table[i][j - 1])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif table[i - 1][j] >= table[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


def edit_distance(a, b):
    @cache
    def d(i, j):
        if not (i and j):
            return i or j
        return min(d(i - 1, j) + 1, d(i, j - 1) + 1, d(i - 1, j - 1) + (a[i - 1] != b[j - 1]))

    return d(len(a), len(b))


def knapsack(items, capacity):
    best = [(0, [])] * (capacity + 1)
    for idx, (value, weight) in enumerate(items):
        for c in range(capacity, weight - 1, -1):
            prev_value, chosen = best[c - weight]
            if prev_value + value > best[c][0]:
                best[c] = (prev_value + value, chosen + [idx])
    return best[capacity]


def coin_change(amount, coins):
    inf = float("inf")
    need = [0] + [inf] * amount
    used = [None] * (amount + 1)
    for a in range(1, amount + 1):
        for c in coins:
            if c <= a and need[a - c] + 1 < need[a]:
                need[a], used[a] = need[a - c] + 1, c
    if math.isinf(need[amount]):
        return None
    out = []
    while amount:
        out.append(used[amount])
        amount -= used[amount]
    return out


def lis(seq):
    tails, parent, where = [], {}, []
    for i, x in enumerate(seq):
        k = bisect_left(tails, x)
        parent[i] = where[k - 1] if k else None
        tails[k:k + 1] = [x]
        where[k:k + 1] = [i]
    out, i = [], where[-1] if where else None
    while i is not None:
        out.append(seq[i])
        i = parent[i]
    return out[::-1]


def max_subarray(xs):
    best = cur = xs[0]
    start = 0
    span = (0, 1)
    for i, x in enumerate(xs[1:], 1):
        cur, start = (x, i) if cur < 0 else (cur + x, start)
        if cur > best:
            best, span = cur, (start, i + 1)
    return best, xs[slice(*span)]


@lru_cache(maxsize=128)
def partitions(n, largest=None):
    largest = n if largest is None else largest
    if n == 0:
        return 1
    return sum(partitions(n - k, min(k, n - k)) for k in range(1, min(n, largest) + 1))


def catalan(n):
    c = [1]
    for i in range(n):
        c.append(sum(a * b for a, b in zip(c, reversed(c))))
    return c[n]


def word_break(s, words):
    ways = {0: [[]]}
    for end in range(1, len(s) + 1):
        ways[end] = [w + [s[start:end]] for start in range(end) if s[start:end] in words for w in ways.get(start, ())]
    return [" ".join(w) for w in ways[len(s)]]


def paths(grid):
    row = [1] + [0] * (len(grid[0]) - 1)
    for line in grid:
        row = [0 if cell == "#" else a for cell, a in zip(line, row)]
        acc = 0
        for i, cell in enumerate(line):
            acc = row[i] = 0 if cell == "#" else acc + row[i]
    return row[-1]


if __name__ == "__main__":
    r = doctest.testmod(verbose=False)
    print("doctest failures:", r.failed, "of", r.attempted)
    print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 3, 3]))
    print(max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), max_subarray([-3, -1, -2]))
    print([partitions(n) for n in range(1, 16)], partitions(60))
    print(catalan(5), catalan(100))
    print(word_break("catsanddog", {"cat", "cats", "and", "sand", "dog"}), word_break("xyz", set()))
    print(paths(["....", ".#..", "...."]), paths(["." * 20] * 20))
    print(edit_distance("", "abc"), edit_distance("intention", "execution"), lcs("", "x") or "(none)")
    prefix = list(accumulate([3, 1, 4, 1, 5, 9], initial=0))
    print(prefix, prefix[5] - prefix[2], list(accumulate([3, 1, 4, 1, 5], max)))
    scores = []
    for s in (70, 85, 60, 85, 92):
        insort(scores, s)
    print(scores, bisect_left(scores, 85), bisect_right(scores, 85), "FDCBA"[bisect_right([60, 70, 80, 90], 85)])
