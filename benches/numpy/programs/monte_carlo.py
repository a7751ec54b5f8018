"""Pi and the price of an option by random points."""
import numpy as np


def main():
    rng = np.random.default_rng(7)
    inside = 0
    total = 0
    for _ in range(20):
        x = rng.random(200_000)
        y = rng.random(200_000)
        inside += int(np.sum(x * x + y * y <= 1.0))
        total += 200_000
    print("pi", 4.0 * inside / total)
    z = rng.standard_normal(1_000_000)
    price = 100.0 * np.exp((0.03 - 0.5 * 0.2**2) + 0.2 * z)
    payoff = np.maximum(price - 105.0, 0.0)
    print("option", np.exp(-0.03) * payoff.mean(), payoff.std() / np.sqrt(payoff.size))


main()
