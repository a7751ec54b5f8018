"""The heat equation on a plate, explicit steps."""
import numpy as np


def main():
    u = np.zeros((400, 400))
    u[0, :] = 100.0
    u[:, 0] = 50.0
    u[150:250, 150:250] = 75.0
    k = 0.2
    for step in range(500):
        u[1:-1, 1:-1] = u[1:-1, 1:-1] + k * (
            u[2:, 1:-1] + u[:-2, 1:-1] + u[1:-1, 2:] + u[1:-1, :-2] - 4.0 * u[1:-1, 1:-1]
        )
        if step % 100 == 99:
            print(step + 1, u.mean(), u[200, 200])
    print(u[::80, ::80])


main()
