"""Linear regression: by normal equations, by a closed form, and by many small fits."""
import numpy as np


def main():
    rng = np.random.default_rng(21)
    n, k = 100_000, 8
    x = np.column_stack([np.ones(n), rng.standard_normal((n, k))])
    beta = np.arange(1.0, k + 2.0)
    y = x @ beta + rng.standard_normal(n)
    found = np.linalg.solve(x.T @ x, x.T @ y)
    residual = y - x @ found
    print(np.round(found, 8))
    print(round(float(residual @ residual / (n - k - 1)), 8))
    slopes = []
    for start in range(0, n, 100):
        a = x[start : start + 100, 1]
        b = y[start : start + 100]
        am, bm = a.mean(), b.mean()
        slopes.append(((a - am) * (b - bm)).sum() / ((a - am) ** 2).sum())
    slopes = np.array(slopes)
    print(len(slopes), round(float(slopes.mean()), 9), round(float(slopes.std()), 9), round(float(np.median(slopes)), 9))


main()
