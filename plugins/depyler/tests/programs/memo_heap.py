# `functools.cache` as a dictionary, `heapq` over native lists.
import functools
import heapq
from functools import lru_cache, cache
from heapq import heappush, heappop

calls = 0


@lru_cache(maxsize=None)
def fib(n):
    global calls
    calls += 1
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


@cache
def grid(r, c):
    return 1 if 0 in (r, c) else grid(r - 1, c) + grid(r, c - 1)


@functools.lru_cache(None)
def described(x):
    print("computing", repr(x))
    return f"<{x}>"


@cache
def nothing(a, b):
    print("nothing", a, b)


@lru_cache(maxsize=2)
def bounded(n):
    print("bounded", n)
    return n * n


def edit(a, b):
    @cache
    def d(i, j):
        if i == 0 or j == 0:
            return i + j
        if a[i - 1] == b[j - 1]:
            return d(i - 1, j - 1)
        return 1 + min(d(i - 1, j), d(i, j - 1), d(i - 1, j - 1))

    return d(len(a), len(b))


def knapsack(weights, values, room):
    @lru_cache(maxsize=None)
    def best(i, left):
        if i == len(weights):
            return 0
        skip = best(i + 1, left)
        if weights[i] > left:
            return skip
        return max(skip, values[i] + best(i + 1, left - weights[i]))

    first = best(0, room)
    best.cache_clear()
    return first, best(1, room)


def words(text, known):
    @cache
    def split(at):
        if at == len(text):
            return []
        for end in range(at + 1, len(text) + 1):
            if text[at:end] in known:
                rest = split(end)
                if rest is not None:
                    return [text[at:end]] + rest
        return None

    return split(0)


def safe(n):
    @cache
    def div(a, b):
        try:
            return a // b
        except ZeroDivisionError:
            return None

    return [div(n, k) for k in (0, 2, 0, 3)]


def dijkstra(graph, start):
    dist = {start: 0}
    heap = [(0, start)]
    while heap:
        d, u = heappop(heap)
        if d > dist[u]:
            continue
        for v, w in graph[u]:
            nd = d + w
            if v not in dist or nd < dist[v]:
                dist[v] = nd
                heappush(heap, (nd, v))
    return dist


def runs(items):
    push, pop = heapq.heappush, heapq.heappop
    heap = []
    for n, x in enumerate(items):
        push(heap, (x, -n, str(n)))
    layout = list(heap)
    out = []
    while heap:
        out.append(pop(heap))
    return layout, out


def kth(xs, k):
    heap = xs[:k]
    heapq.heapify(heap)
    for x in xs[k:]:
        if x > heap[0]:
            heapq.heapreplace(heap, x)
    small = heapq.heappushpop(heap, -5)
    return heap, small


def mixed():
    heap = [3.5, 1, 2]
    heapq.heapify(heap)
    heappush(heap, 1.5)
    return [heappop(heap) for _ in range(4)]


print(fib(80), calls)
print(grid(12, 9))
print(described(1), described(1), described(True), described(1.0), described("1"), described((1,)))
print(nothing(1, 2), nothing(1, 2), nothing(1.0, 2))
print([bounded(n) for n in (1, 2, 1, 3, 1, 2)])
print(edit("kitten", "sitting"), edit("", "abc"), edit("intention", "execution"))
print(knapsack([1, 3, 4, 5], [1, 4, 5, 7], 7))
print(words("catsanddog", {"cat", "cats", "and", "sand", "dog"}), words("x", {"y"}))
print(safe(7))
try:
    described([1])
except TypeError as e:
    print(e)
roads = {"a": [("b", 4), ("c", 1)], "b": [("d", 1)], "c": [("b", 2), ("d", 7)], "d": []}
print(dijkstra(roads, "a"))
print(runs([5, 1, 5, 3, 1]))
print(kth([5, 2, 9, 1, 7, 3], 3))
print(mixed())
try:
    heappop([])
except IndexError as e:
    print(e)
