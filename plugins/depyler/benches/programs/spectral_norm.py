"""The spectral norm of an infinite matrix."""
from math import sqrt


def eval_a(i, j):
    return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)


def times(u):
    n = len(u)
    return [sum([eval_a(i, j) * u[j] for j in range(n)]) for i in range(n)]


def times_transposed(u):
    n = len(u)
    out = []
    for i in range(n):
        total = 0.0
        for j, u_j in enumerate(u):
            total += eval_a(j, i) * u_j
        out.append(total)
    return out


def main(n):
    u = [1.0] * n
    v = u
    for _ in range(10):
        v = times_transposed(times(u))
        u = times_transposed(times(v))
    vbv = vv = 0
    for ue, ve in zip(u, v):
        vbv += ue * ve
        vv += ve * ve
    print("%0.9f" % sqrt(vbv / vv))


main(250)
