"""Conway's Game of Life on a torus."""
import numpy as np


def step(board):
    neighbours = np.zeros(board.shape, dtype=np.uint8)
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if dy or dx:
                neighbours += np.roll(np.roll(board, dy, axis=0), dx, axis=1)
    return ((neighbours == 3) | ((board == 1) & (neighbours == 2))).astype(np.uint8)


def main():
    rng = np.random.default_rng(1)
    board = (rng.random((512, 512)) < 0.3).astype(np.uint8)
    for generation in range(100):
        board = step(board)
        if generation % 20 == 19:
            print(generation + 1, int(board.sum()))
    print(board[:4, :16])


main()
