"""The Mandelbrot set by whole planes."""
import numpy as np


def main():
    height, width, limit = 300, 400, 80
    y, x = np.meshgrid(np.linspace(-1.2, 1.2, height), np.linspace(-2.0, 0.8, width), indexing="ij")
    c = x + 1j * y
    z = np.zeros_like(c)
    count = np.zeros(c.shape, dtype=np.int64)
    alive = np.ones(c.shape, dtype=bool)
    for _ in range(limit):
        z[alive] = z[alive] * z[alive] + c[alive]
        alive &= z.real * z.real + z.imag * z.imag <= 4.0
        count[alive] += 1
    print(count.sum(), count.max(), int((count == limit).sum()))
    print(count[::60, ::50])


main()
