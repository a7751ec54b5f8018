"""Distributions on top of the generator."""

import math as _math
import random as _random


def lognormvariate(mu=0.0, sigma=1.0):
    return _math.exp(_random.normalvariate(mu, sigma))


def gammavariate(alpha, beta):
    if alpha <= 0.0 or beta <= 0.0:
        raise ValueError("gammavariate: alpha and beta must be > 0.0")
    if alpha > 1.0:
        ainv = _math.sqrt(2.0 * alpha - 1.0)
        bbb = alpha - _math.log(4.0)
        ccc = alpha + ainv
        while True:
            u1 = _random.random()
            if not 1e-7 < u1 < 0.9999999:
                continue
            u2 = 1.0 - _random.random()
            v = _math.log(u1 / (1.0 - u1)) / ainv
            x = alpha * _math.exp(v)
            z = u1 * u1 * u2
            r = bbb + ccc * v - x
            if r + (1.0 + _math.log(4.5)) - 4.5 * z >= 0.0 or r >= _math.log(z):
                return x * beta
    if alpha == 1.0:
        return -_math.log(1.0 - _random.random()) * beta
    while True:
        u = _random.random()
        b = (_math.e + alpha) / _math.e
        p = b * u
        if p <= 1.0:
            x = p ** (1.0 / alpha)
        else:
            x = -_math.log((b - p) / alpha)
        u1 = _random.random()
        if p > 1.0:
            if u1 <= x ** (alpha - 1.0):
                break
        elif u1 <= _math.exp(-x):
            break
    return x * beta


def betavariate(alpha, beta):
    y = gammavariate(alpha, 1.0)
    if y:
        return y / (y + gammavariate(beta, 1.0))
    return 0.0


def paretovariate(alpha):
    u = 1.0 - _random.random()
    return u ** (-1.0 / alpha)


def weibullvariate(alpha, beta):
    u = 1.0 - _random.random()
    return alpha * (-_math.log(u)) ** (1.0 / beta)


def vonmisesvariate(mu, kappa):
    two_pi = 2.0 * _math.pi
    if kappa <= 1e-6:
        return two_pi * _random.random()
    s = 0.5 / kappa
    r = s + _math.sqrt(1.0 + s * s)
    while True:
        u1 = _random.random()
        z = _math.cos(_math.pi * u1)
        d = z / (r + z)
        u2 = _random.random()
        if u2 < 1.0 - d * d or u2 <= (1.0 - d) * _math.exp(d):
            break
    q = 1.0 / r
    f = (q + z) / (1.0 + q * z)
    u3 = _random.random()
    if u3 > 0.5:
        return (mu + _math.acos(f)) % two_pi
    return (mu - _math.acos(f)) % two_pi


def randbytes(n):
    return _random.getrandbits(n * 8).to_bytes(n, "little")
