"""Heat spreads through a plate whose rim is kept cold."""

import numpy as np


def step(plate, rate):
    inner = plate[1:-1, 1:-1]
    around = plate[:-2, 1:-1] + plate[2:, 1:-1] + plate[1:-1, :-2] + plate[1:-1, 2:]
    inner += rate * (around - 4.0 * inner)


def main():
    plate = np.zeros((64, 64))
    plate[24:40, 24:40] = 100.0
    for _ in range(200):
        step(plate, 0.2)
    print(f"mean {plate.mean():.6f}, middle {plate[32, 32]:.6f}, hottest {plate.max():.6f}")
    # How alike the rows are, by their products.
    alike = plate @ plate.T
    print(f"likeness of the middle rows {alike[31, 32]:.4f}")


if __name__ == "__main__":
    main()
