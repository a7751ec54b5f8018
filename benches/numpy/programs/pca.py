"""Principal components by the covariance matrix."""
import numpy as np


def main():
    rng = np.random.default_rng(11)
    base = rng.standard_normal((40_000, 4))
    mix = rng.standard_normal((4, 20))
    data = base @ mix + 0.1 * rng.standard_normal((40_000, 20))
    centred = data - data.mean(axis=0)
    covariance = centred.T @ centred / (len(data) - 1)
    values, vectors = np.linalg.eigh(covariance)
    order = np.argsort(values)[::-1]
    values = values[order]
    share = values / values.sum()
    print(np.round(values[:6], 6))
    print(np.round(share[:6], 8))
    scores = centred @ vectors[:, order[:2]]
    print(np.round(np.abs(scores).mean(axis=0), 8))


main()
