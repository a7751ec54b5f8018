"""Logistic regression by gradient descent."""
import numpy as np


def main():
    rng = np.random.default_rng(3)
    n, features = 20_000, 10
    x = rng.standard_normal((n, features))
    truth = np.linspace(-1, 1, features)
    y = (x @ truth + 0.5 * rng.standard_normal(n) > 0).astype(float)
    w = np.zeros(features)
    b = 0.0
    for step in range(200):
        p = 1.0 / (1.0 + np.exp(-(x @ w + b)))
        error = p - y
        w -= 0.5 * (x.T @ error) / n
        b -= 0.5 * error.mean()
        if step % 50 == 49:
            loss = -np.mean(y * np.log(p + 1e-12) + (1 - y) * np.log(1 - p + 1e-12))
            print(step + 1, round(float(loss), 9))
    print(np.round(w, 8), round(float(b), 9))


main()
