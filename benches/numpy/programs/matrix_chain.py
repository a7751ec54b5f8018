"""A chain of products in the cheapest order, and powers of a matrix."""
import numpy as np


def order(sizes):
    n = len(sizes) - 1
    cost = np.zeros((n, n))
    cut = np.zeros((n, n), dtype=np.int64)
    for length in range(2, n + 1):
        for i in range(n - length + 1):
            j = i + length - 1
            cost[i, j] = np.inf
            for k in range(i, j):
                here = cost[i, k] + cost[k + 1, j] + sizes[i] * sizes[k + 1] * sizes[j + 1]
                if here < cost[i, j]:
                    cost[i, j] = here
                    cut[i, j] = k
    return cost[0, n - 1], cut


def product(matrices, cut, i, j):
    if i == j:
        return matrices[i]
    k = cut[i, j]
    return product(matrices, cut, i, k) @ product(matrices, cut, k + 1, j)


def main():
    rng = np.random.default_rng(4)
    sizes = [300, 400, 50, 350, 120, 500, 80, 260, 410, 90]
    matrices = [rng.standard_normal((a, b)) / np.sqrt(b) for a, b in zip(sizes, sizes[1:])]
    cost, cut = order(sizes)
    print(int(cost))
    for _ in range(10):
        result = product(matrices, cut, 0, len(matrices) - 1)
    print(np.round(np.abs(result).sum(), 6), np.round(result[0, :3], 9))
    square = rng.standard_normal((256, 256)) / 16
    for _ in range(10):
        square = square @ square.T / np.abs(square).max()
    print(np.round(np.trace(square) / np.abs(square).max(), 6))


main()
