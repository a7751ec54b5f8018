"""Rational numbers."""

import math
import re

_FORMAT = re.compile(r"\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)(?:(?:\s*/\s*(?P<denom>\d+(_\d+)*))?|(?:\.(?P<decimal>\d*|\d+(_\d+)*))?(?:E(?P<exp>[-+]?\d+(_\d+)*))?)\s*", re.IGNORECASE)
_P = 2 ** 61 - 1


class Fraction:
    """A ratio of two integers in lowest terms."""

    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        self = object.__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator = numerator
                self._denominator = 1
                return self
            if isinstance(numerator, Fraction):
                self._numerator = numerator._numerator
                self._denominator = numerator._denominator
                return self
            if isinstance(numerator, int):
                self._numerator = int(numerator)
                self._denominator = 1
                return self
            if isinstance(numerator, float):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if isinstance(numerator, str):
                return cls._parse(self, numerator)
            if hasattr(numerator, "as_integer_ratio"):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            raise TypeError("argument should be a string or a Rational instance")
        if isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        common = math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        self._numerator = top // common
        self._denominator = bottom // common
        return self

    @staticmethod
    def _parse(self, text):
        found = _FORMAT.fullmatch(text)
        if found is None:
            raise ValueError(f"Invalid literal for Fraction: {text!r}")
        numerator = int(found.group("num") or "0")
        denom = found.group("denom")
        if denom:
            denominator = int(denom)
        else:
            denominator = 1
            decimal = found.group("decimal")
            if decimal:
                decimal = decimal.replace("_", "")
                scale = 10 ** len(decimal)
                numerator = numerator * scale + int(decimal)
                denominator *= scale
            exp = found.group("exp")
            if exp:
                exp = int(exp)
                if exp >= 0:
                    numerator *= 10 ** exp
                else:
                    denominator *= 10 ** -exp
        if found.group("sign") == "-":
            numerator = -numerator
        if denominator == 0:
            raise ZeroDivisionError(f"Fraction({numerator}, 0)")
        common = math.gcd(numerator, denominator)
        self._numerator = numerator // common
        self._denominator = denominator // common
        return self

    @classmethod
    def from_float(cls, x):
        if isinstance(x, int):
            return cls(x)
        return cls(*x.as_integer_ratio())

    @classmethod
    def from_decimal(cls, x):
        return cls(*x.as_integer_ratio())

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{self.__class__.__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return f"{self._numerator}/{self._denominator}"

    def _forward(self, other, exact, inexact):
        if isinstance(other, Fraction):
            return exact(self, other)
        if isinstance(other, int):
            return exact(self, Fraction(other))
        if isinstance(other, float):
            return inexact(float(self), other)
        return NotImplemented

    def _backward(self, other, exact, inexact):
        if isinstance(other, int):
            return exact(Fraction(other), self)
        if isinstance(other, float):
            return inexact(other, float(self))
        return NotImplemented

    def __add__(self, other):
        return self._forward(other, _add, lambda a, b: a + b)

    def __radd__(self, other):
        return self._backward(other, _add, lambda a, b: a + b)

    def __sub__(self, other):
        return self._forward(other, _sub, lambda a, b: a - b)

    def __rsub__(self, other):
        return self._backward(other, _sub, lambda a, b: a - b)

    def __mul__(self, other):
        return self._forward(other, _mul, lambda a, b: a * b)

    def __rmul__(self, other):
        return self._backward(other, _mul, lambda a, b: a * b)

    def __truediv__(self, other):
        return self._forward(other, _div, lambda a, b: a / b)

    def __rtruediv__(self, other):
        return self._backward(other, _div, lambda a, b: a / b)

    def __floordiv__(self, other):
        return self._forward(other, _floordiv, lambda a, b: a // b)

    def __rfloordiv__(self, other):
        return self._backward(other, _floordiv, lambda a, b: a // b)

    def __mod__(self, other):
        return self._forward(other, _mod, lambda a, b: a % b)

    def __rmod__(self, other):
        return self._backward(other, _mod, lambda a, b: a % b)

    def __divmod__(self, other):
        return self._forward(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __rdivmod__(self, other):
        return self._backward(other, lambda a, b: (_floordiv(a, b), _mod(a, b)), divmod)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)):
            if other.denominator == 1:
                power = other.numerator
                if power >= 0:
                    return _make(self._numerator ** power, self._denominator ** power)
                if self._numerator >= 0:
                    if self._numerator == 0:
                        raise ZeroDivisionError(f"Fraction({self._denominator ** -power}, 0)")
                    return _make(self._denominator ** -power, self._numerator ** -power)
                return _make((-self._denominator) ** -power, (-self._numerator) ** -power)
            return float(self) ** float(other)
        return float(self) ** other

    def __rpow__(self, other):
        if self._denominator == 1 and self._numerator >= 0:
            return other ** self._numerator
        if isinstance(other, int):
            return Fraction(other) ** self
        return other ** float(self)

    def __pos__(self):
        return _make(self._numerator, self._denominator)

    def __neg__(self):
        return _make(-self._numerator, self._denominator)

    def __abs__(self):
        return _make(abs(self._numerator), self._denominator)

    def __int__(self):
        return self.__trunc__()

    def __float__(self):
        return self._numerator / self._denominator

    def __trunc__(self):
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            d = self._denominator
            floor, remainder = divmod(self._numerator, d)
            if remainder * 2 < d:
                return floor
            if remainder * 2 > d:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        try:
            inverse = pow(self._denominator, -1, _P)
        except ValueError:
            result = 314159
        else:
            result = hash(hash(abs(self._numerator)) * inverse)
        if self._numerator < 0:
            result = -result
        return -2 if result == -1 else result

    def __eq__(self, other):
        if isinstance(other, int):
            return self._numerator == other and self._denominator == 1
        if isinstance(other, Fraction):
            return self._numerator == other._numerator and self._denominator == other._denominator
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return 0.0 == other
            return self == Fraction(other)
        return NotImplemented

    def _compare(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator * other.denominator - other.numerator * self._denominator
        return None

    def __lt__(self, other):
        order = self._compare(other)
        if order is not None:
            return order < 0
        if isinstance(other, float):
            return float(self) < other if math.isnan(other) or math.isinf(other) else self < Fraction(other)
        return NotImplemented

    def __le__(self, other):
        order = self._compare(other)
        if order is not None:
            return order <= 0
        if isinstance(other, float):
            return float(self) <= other if math.isnan(other) or math.isinf(other) else self <= Fraction(other)
        return NotImplemented

    def __gt__(self, other):
        order = self._compare(other)
        if order is not None:
            return order > 0
        if isinstance(other, float):
            return float(self) > other if math.isnan(other) or math.isinf(other) else self > Fraction(other)
        return NotImplemented

    def __ge__(self, other):
        order = self._compare(other)
        if order is not None:
            return order >= 0
        if isinstance(other, float):
            return float(self) >= other if math.isnan(other) or math.isinf(other) else self >= Fraction(other)
        return NotImplemented

    def __bool__(self):
        return self._numerator != 0

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


def _make(numerator, denominator):
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    return Fraction(numerator, denominator)


def _add(a, b):
    return Fraction(a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator)


def _sub(a, b):
    return Fraction(a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator)


def _mul(a, b):
    return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)


def _div(a, b):
    if b._numerator == 0:
        raise ZeroDivisionError(f"Fraction({a._numerator * b._denominator // math.gcd(a._numerator, a._denominator)}, 0)")
    return Fraction(a._numerator * b._denominator, a._denominator * b._numerator)


def _floordiv(a, b):
    return (a._numerator * b._denominator) // (a._denominator * b._numerator)


def _mod(a, b):
    bottom = a._denominator * b._denominator
    return Fraction((a._numerator * b._denominator) % (b._numerator * a._denominator), bottom)
