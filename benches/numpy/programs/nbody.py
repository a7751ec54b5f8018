"""Bodies that attract each other, all pairs at once."""
import numpy as np


def accelerations(pos, mass):
    gap = pos[None, :, :] - pos[:, None, :]
    square = (gap**2).sum(axis=2) + 1e-3
    inverse = square**-1.5
    np.fill_diagonal(inverse, 0.0)
    return (gap * (mass[None, :, None] * inverse[:, :, None])).sum(axis=1)


def main():
    rng = np.random.default_rng(13)
    n = 100
    pos = rng.standard_normal((n, 3))
    vel = 0.1 * rng.standard_normal((n, 3))
    mass = rng.uniform(0.5, 1.5, n) / n
    dt = 0.01
    acc = accelerations(pos, mass)
    for step in range(300):
        vel += 0.5 * dt * acc
        pos += dt * vel
        acc = accelerations(pos, mass)
        vel += 0.5 * dt * acc
        if step % 100 == 99:
            kinetic = 0.5 * (mass * (vel**2).sum(axis=1)).sum()
            print(step + 1, round(float(kinetic), 9), np.round((mass[:, None] * pos).sum(axis=0), 9))


main()
