# sorting algorithms and doctest
import doctest
from typing import List, Optional, Tuple


def bubble_sort(collection: List[int]) -> List[int]:
    """
    >>> bubble_sort([3, 1, 2])
    [1, 2, 3]
    """
    length = len(collection)
    for i in range(length - 1):
        swapped = False
        for j in range(length - 1 - i):
            if collection[j] > collection[j + 1]:
                swapped = True
                collection[j], collection[j + 1] = collection[j + 1], collection[j]
        if not swapped:
            break
    return collection


def quick_sort(items):
    if len(items) <= 1:
        return items
    pivot = items[len(items) // 2]
    left = [x for x in items if x < pivot]
    mid = [x for x in items if x == pivot]
    right = [x for x in items if x > pivot]
    return quick_sort(left) + mid + quick_sort(right)


def merge_sort(a):
    if len(a) > 1:
        m = len(a) // 2
        L, R = a[:m], a[m:]
        merge_sort(L)
        merge_sort(R)
        i = j = k = 0
        while i < len(L) and j < len(R):
            if L[i] < R[j]:
                a[k] = L[i]
                i += 1
            else:
                a[k] = R[j]
                j += 1
            k += 1
        while i < len(L):
            a[k] = L[i]
            i += 1
            k += 1
        while j < len(R):
            a[k] = R[j]
            j += 1
            k += 1
    return a


def sieve(n: int) -> List[int]:
    flags = [True] * (n + 1)
    p = 2
    while p * p <= n:
        if flags[p]:
            for q in range(p * p, n + 1, p):
                flags[q] = False
        p += 1
    return [i for i in range(2, n + 1) if flags[i]]


class Node:
    def __init__(self, data, next=None):
        self.data = data
        self.next = next


class LinkedList:
    def __init__(self):
        self.head: Optional[Node] = None
        self.size = 0

    def push(self, v):
        self.head = Node(v, self.head)
        self.size += 1

    def __iter__(self):
        node = self.head
        while node:
            yield node.data
            node = node.next

    def reverse(self):
        prev, cur = None, self.head
        while cur:
            nxt = cur.next
            cur.next = prev
            prev, cur = cur, nxt
        self.head = prev

    def __str__(self):
        return " -> ".join(str(x) for x in self)


class Tree:
    def __init__(self):
        self.root = None

    def insert(self, v):
        def rec(node, v):
            if node is None:
                return {"v": v, "l": None, "r": None}
            if v < node["v"]:
                node["l"] = rec(node["l"], v)
            else:
                node["r"] = rec(node["r"], v)
            return node
        self.root = rec(self.root, v)

    def inorder(self):
        out = []

        def walk(n):
            if n:
                walk(n["l"])
                out.append(n["v"])
                walk(n["r"])
        walk(self.root)
        return out


def binary_search(a, x, lo=0, hi=None):
    if hi is None:
        hi = len(a)
    while lo < hi:
        mid = (lo + hi) // 2
        if a[mid] < x:
            lo = mid + 1
        elif a[mid] > x:
            hi = mid
        else:
            return mid
    return -1


def knapsack(cap: int, w: List[int], v: List[int]) -> int:
    dp = [[0] * (cap + 1) for _ in range(len(w) + 1)]
    for i in range(1, len(w) + 1):
        for c in range(cap + 1):
            dp[i][c] = dp[i - 1][c]
            if w[i - 1] <= c:
                dp[i][c] = max(dp[i][c], dp[i - 1][c - w[i - 1]] + v[i - 1])
    return dp[-1][-1]


def matmul(a, b):
    return [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a]


def permutations(s: str, prefix: str = "") -> None:
    if not s:
        print(prefix, end=" ")
        return
    for i, ch in enumerate(s):
        permutations(s[:i] + s[i + 1:], prefix + ch)


def hanoi(n, a="A", b="B", c="C"):
    if n:
        hanoi(n - 1, a, c, b)
        print(f"{a}->{c}", end=" ")
        hanoi(n - 1, b, a, c)


def gcd(a: int, b: int) -> int:
    while b:
        a, b = b, a % b
    return a


def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps


if __name__ == "__main__":
    doctest.testmod()
    print(bubble_sort([5, 3, 9, 1]), quick_sort([3, 6, 1, 8, 2]), merge_sort([9, 4, 7, 1]))
    print(sieve(50))
    l = LinkedList()
    for i in range(5):
        l.push(i)
    print(l, l.size)
    l.reverse()
    print(l)
    t = Tree()
    for v in [5, 2, 8, 1, 9]:
        t.insert(v)
    print(t.inorder(), binary_search([1, 3, 5, 7], 5), binary_search([1], 4))
    print(knapsack(50, [10, 20, 30], [60, 100, 120]), matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]))
    permutations("abc")
    print()
    hanoi(3)
    print()
    print(gcd(48, 18), collatz(27), max((collatz(i), i) for i in range(1, 30)))
