"""Decimal numbers: a sign, an integer and an exponent."""

from sys import _int_digits, _int_text

ROUND_UP = "ROUND_UP"
ROUND_DOWN = "ROUND_DOWN"
ROUND_HALF_UP = "ROUND_HALF_UP"
ROUND_HALF_DOWN = "ROUND_HALF_DOWN"
ROUND_HALF_EVEN = "ROUND_HALF_EVEN"
ROUND_CEILING = "ROUND_CEILING"
ROUND_FLOOR = "ROUND_FLOOR"
ROUND_05UP = "ROUND_05UP"
MAX_PREC = 999999999999999999
MAX_EMAX = 999999999999999999
MIN_EMIN = -999999999999999999


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class DecimalTuple(tuple):
    def __new__(cls, sign, digits, exponent):
        return tuple.__new__(cls, (sign, digits, exponent))

    sign = property(lambda self: self[0])
    digits = property(lambda self: self[1])
    exponent = property(lambda self: self[2])

    def __repr__(self):
        return f"DecimalTuple(sign={self[0]!r}, digits={self[1]!r}, exponent={self[2]!r})"


class Context:
    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        self.prec = 28 if prec is None else prec
        self.rounding = ROUND_HALF_EVEN if rounding is None else rounding
        self.Emin = -999999 if Emin is None else Emin
        self.Emax = 999999 if Emax is None else Emax
        self.capitals = 1 if capitals is None else capitals
        self.clamp = 0 if clamp is None else clamp
        if traps is None:
            traps = [InvalidOperation, DivisionByZero, Overflow]
        self.traps = {c: c in traps or (isinstance(traps, dict) and traps[c]) for c in _signals} if not isinstance(traps, dict) else dict(traps)
        self.flags = {c: False for c in _signals}

    def copy(self):
        made = Context(self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp)
        made.traps = dict(self.traps)
        made.flags = dict(self.flags)
        return made

    def clear_flags(self):
        for flag in self.flags:
            self.flags[flag] = False

    def clear_traps(self):
        for trap in self.traps:
            self.traps[trap] = False

    def create_decimal(self, value="0"):
        return Decimal(value)._fix(self)

    def create_decimal_from_float(self, value):
        return Decimal(value)._fix(self)

    def sqrt(self, value):
        return Decimal(value).sqrt(self)

    def power(self, a, b):
        return Decimal(a).__pow__(Decimal(b))

    def divide(self, a, b):
        return Decimal(a) / Decimal(b)

    def quantize(self, a, b):
        return Decimal(a).quantize(Decimal(b), context=self)

    def __repr__(self):
        traps = ", ".join(c.__name__ for c in self.traps if self.traps[c])
        flags = ", ".join(c.__name__ for c in self.flags if self.flags[c])
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags=[{flags}], traps=[{traps}])")


_signals = [InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped]


class _State:
    def __init__(self):
        self.context = Context()


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP)
ExtendedContext = Context(prec=9, traps=[])
_state = _State()


def getcontext():
    return _state.context


def setcontext(context):
    _state.context = context


class _Local:
    def __init__(self, context):
        self.new = context
        self.saved = None

    def __enter__(self):
        self.saved = _state.context
        _state.context = self.new
        return self.new

    def __exit__(self, kind, error, trace):
        _state.context = self.saved


def localcontext(ctx=None, **kwargs):
    context = (ctx or getcontext()).copy()
    for name in kwargs:
        setattr(context, name, kwargs[name])
    return _Local(context)


def _rounded(sign, n, drop, rounding):
    """`n` without its last `drop` digits, and whether something was lost."""
    if drop <= 0:
        return n * 10 ** -drop, False
    unit = 10 ** drop
    whole, rest = divmod(n, unit)
    if rest == 0:
        return whole, False
    twice = rest * 2
    if rounding == ROUND_HALF_EVEN:
        up = twice > unit or twice == unit and whole % 2 == 1
    elif rounding == ROUND_HALF_UP:
        up = twice >= unit
    elif rounding == ROUND_HALF_DOWN:
        up = twice > unit
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not sign
    elif rounding == ROUND_FLOOR:
        up = bool(sign)
    elif rounding == ROUND_05UP:
        up = whole % 10 in (0, 5)
    else:
        raise TypeError("valid values for rounding are: [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP]")
    return whole + (1 if up else 0), True


def _isqrt(n):
    if n == 0:
        return 0
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y


def _make(sign, n, exp, special=None):
    made = object.__new__(Decimal)
    made._sign = sign
    made._int = n
    made._exp = exp
    made._special = special
    return made


def _signal(kind, message, result):
    context = getcontext()
    base = InvalidOperation if issubclass(kind, InvalidOperation) else kind
    context.flags[base] = True
    if context.traps[base]:
        raise base([kind]) if message is None else kind(message)
    return result


def _parse(text):
    s = text.strip().replace("_", "")
    sign = 0
    rest = s
    if rest[:1] in ("+", "-"):
        sign = 1 if rest[0] == "-" else 0
        rest = rest[1:]
    lower = rest.lower()
    if lower in ("inf", "infinity"):
        return _make(sign, 0, 0, "F")
    if lower in ("nan", "snan"):
        return _make(sign, 0, 0, "n" if lower == "nan" else "N")
    mantissa, exponent = lower, "0"
    if "e" in lower:
        mantissa, _, exponent = lower.partition("e")
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    power = exponent[1:] if exponent[:1] in ("+", "-") else exponent
    if not (digits.isdigit() and power.isdigit()):
        return _signal(ConversionSyntax, None, _make(0, 0, 0, "n"))
    return _make(sign, int(digits), int(exponent) - len(fraction))


class Decimal:
    __slots__ = ("_sign", "_int", "_exp", "_special")

    def __new__(cls, value="0", context=None):
        if isinstance(value, Decimal):
            made = value
        elif isinstance(value, str):
            made = _parse(value)
        elif isinstance(value, int):
            made = _make(1 if value < 0 else 0, abs(value), 0)
        elif isinstance(value, float):
            made = cls.from_float(value)
        elif isinstance(value, (tuple, list)):
            n = 0
            for digit in value[1]:
                n = n * 10 + digit
            special = value[2] if value[2] in ("F", "n", "N") else None
            made = _make(value[0], n, 0 if special else value[2], special)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        if cls is Decimal:
            return made
        own = object.__new__(cls)
        own._sign, own._int, own._exp, own._special = made._sign, made._int, made._exp, made._special
        return own

    @classmethod
    def from_float(cls, value):
        if isinstance(value, int):
            return cls(value)
        if value != value:
            return _make(0, 0, 0, "n")
        if value in (float("inf"), float("-inf")):
            return _make(1 if value < 0 else 0, 0, 0, "F")
        top, bottom = abs(value).as_integer_ratio()
        k = bottom.bit_length() - 1
        negative = str(value)[0] == "-"
        return _make(1 if negative else 0, top * 5 ** k, -k)

    def _digits(self):
        return _int_digits(self._int)

    def adjusted(self):
        return self._exp + self._digits() - 1 if self._special is None else 0

    def _fix(self, context=None):
        context = context or getcontext()
        if self._special is not None:
            return self
        digits = _int_digits(self._int)
        extra = digits - context.prec
        if extra <= 0 and self._int != 0 and self._exp + digits <= context.Emax and self._exp >= context.Emin - context.prec + 1:
            return self
        result = self
        if extra > 0 and self._int != 0:
            n, lost = _rounded(self._sign, self._int, extra, context.rounding)
            exp = self._exp + extra
            if _int_digits(n) > context.prec:
                n //= 10
                exp += 1
            context.flags[Rounded] = True
            if lost:
                context.flags[Inexact] = True
                if context.traps[Inexact]:
                    raise Inexact([Inexact])
            if context.traps[Rounded]:
                raise Rounded([Rounded])
            result = _make(self._sign, n, exp)
        if result._int != 0 and result.adjusted() > context.Emax:
            context.flags[Overflow] = True
            if context.traps[Overflow]:
                raise Overflow("above Emax")
            return _make(self._sign, 0, 0, "F")
        tiny = context.Emin - context.prec + 1
        if result._exp < tiny:
            n, lost = _rounded(result._sign, result._int, tiny - result._exp, context.rounding)
            result = _make(result._sign, n, tiny)
        return result

    def _text(self, capital="E"):
        sign = "-" if self._sign else ""
        if self._special is not None:
            return sign + {"F": "Infinity", "n": "NaN", "N": "sNaN"}[self._special]
        digits = _int_text(self._int)
        left = self._exp + len(digits)
        if self._exp <= 0 and left > -6:
            dot = left
        else:
            dot = 1
        if dot <= 0:
            whole, fraction = "0", "." + "0" * -dot + digits
        elif dot >= len(digits):
            whole, fraction = digits + "0" * (dot - len(digits)), ""
        else:
            whole, fraction = digits[:dot], "." + digits[dot:]
        power = "" if left == dot else f"{capital}{left - dot:+d}"
        return sign + whole + fraction + power

    def __str__(self):
        return self._text()

    def to_eng_string(self, context=None):
        return self._text()

    def __repr__(self):
        return f"Decimal('{self._text()}')"

    def __hash__(self):
        if self._special is not None:
            return hash(float(str(self)))
        if self._exp >= 0:
            value = self._int * pow(10, self._exp, (1 << 61) - 1)
        else:
            value = self._int * pow(pow(10, (1 << 61) - 3, (1 << 61) - 1), -self._exp, (1 << 61) - 1)
        value %= (1 << 61) - 1
        return hash(-value if self._sign else value)

    def as_tuple(self):
        exp = self._exp if self._special is None else self._special
        return DecimalTuple(self._sign, tuple(int(c) for c in _int_text(self._int)), exp)

    def as_integer_ratio(self):
        if self._special is not None:
            raise (OverflowError if self._special == "F" else ValueError)("cannot convert to integer ratio")
        n = -self._int if self._sign else self._int
        if self._exp >= 0:
            return n * 10 ** self._exp, 1
        a, b = n, 10 ** -self._exp
        x, y = abs(a), b
        while y:
            x, y = y, x % y
        return a // x, b // x

    def _signed(self):
        return -self._int if self._sign else self._int

    def is_nan(self):
        return self._special in ("n", "N")

    def is_infinite(self):
        return self._special == "F"

    def is_finite(self):
        return self._special is None

    def is_zero(self):
        return self._special is None and self._int == 0

    def is_signed(self):
        return self._sign == 1

    def is_normal(self, context=None):
        return self._special is None and self._int != 0

    @property
    def real(self):
        return self

    @property
    def imag(self):
        return Decimal(0)

    def conjugate(self):
        return self

    def _other(self, other):
        if isinstance(other, Decimal):
            return other
        if isinstance(other, int):
            return Decimal(int(other))
        return None

    def _nan(self, other):
        for one in (self, other):
            if one._special == "N":
                return _signal(InvalidOperation, None, _make(one._sign, 0, 0, "n"))
        for one in (self, other):
            if one._special == "n":
                return one
        return None

    def _compare(self, other):
        a = self._order()
        b = other._order()
        if a != b or self._special is not None or other._special is not None:
            return (a > b) - (a < b)
        exp = min(self._exp, other._exp)
        x = self._signed() * 10 ** (self._exp - exp)
        y = other._signed() * 10 ** (other._exp - exp)
        return (x > y) - (x < y)

    def _order(self):
        """Rough size: sign and decimal magnitude, so that far exponents need no digits."""
        if self._special == "F":
            return -10 ** 30 if self._sign else 10 ** 30
        if self._int == 0:
            return 0
        size = self.adjusted() + 10 ** 20
        return -size if self._sign else size

    def _ordered(self, other, name):
        if isinstance(other, float):
            other = Decimal.from_float(other)
        elif hasattr(other, "numerator") and not isinstance(other, (int, Decimal)):
            return (self * other.denominator)._compare(Decimal(other.numerator))
        else:
            other = self._other(other)
        if other is None:
            return None
        if self.is_nan() or other.is_nan():
            return "nan"
        return self._compare(other)

    def __eq__(self, other):
        result = self._ordered(other, "==")
        if result is None:
            return NotImplemented
        return result == 0

    def __lt__(self, other):
        result = self._ordered(other, "<")
        if result is None:
            return NotImplemented
        if result == "nan":
            return _signal(InvalidOperation, None, False)
        return result < 0

    def __le__(self, other):
        result = self._ordered(other, "<=")
        if result is None:
            return NotImplemented
        if result == "nan":
            return _signal(InvalidOperation, None, False)
        return result <= 0

    def __gt__(self, other):
        result = self._ordered(other, ">")
        if result is None:
            return NotImplemented
        if result == "nan":
            return _signal(InvalidOperation, None, False)
        return result > 0

    def __ge__(self, other):
        result = self._ordered(other, ">=")
        if result is None:
            return NotImplemented
        if result == "nan":
            return _signal(InvalidOperation, None, False)
        return result >= 0

    def compare(self, other, context=None):
        other = Decimal(other)
        nan = self._nan(other)
        return Decimal(self._compare(other)) if nan is None else nan

    def max(self, other, context=None):
        other = Decimal(other)
        return (self if self._compare(other) >= 0 else other)._fix(context)

    def min(self, other, context=None):
        other = Decimal(other)
        return (self if self._compare(other) <= 0 else other)._fix(context)

    def __bool__(self):
        return self._special is not None or self._int != 0

    def __neg__(self):
        if self._int == 0 and self._special is None:
            return _make(0, 0, self._exp)._fix()
        return _make(1 - self._sign, self._int, self._exp, self._special)._fix()

    def __pos__(self):
        if self._int == 0 and self._special is None:
            return _make(0, 0, self._exp)._fix()
        return self._fix()

    def __abs__(self):
        return _make(0, self._int, self._exp, self._special)._fix()

    def copy_abs(self):
        return _make(0, self._int, self._exp, self._special)

    def copy_negate(self):
        return _make(1 - self._sign, self._int, self._exp, self._special)

    def copy_sign(self, other, context=None):
        return _make(Decimal(other)._sign, self._int, self._exp, self._special)

    def __add__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return self._plus(other)

    __radd__ = __add__

    def _plus(self, other):
        nan = self._nan(other)
        if nan is not None:
            return nan
        if self._special or other._special:
            if self._special and other._special and self._sign != other._sign:
                return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
            return self if self._special else other
        context = getcontext()
        exp = min(self._exp, other._exp)
        a, b = self, other
        if a._int and b._int and abs(a.adjusted() - b.adjusted()) > context.prec + 5 and abs(a._exp - b._exp) > 4 * context.prec + 50:
            # The small one only matters for rounding.
            if a.adjusted() < b.adjusted():
                a, b = b, a
            exp = min(a._exp, a.adjusted() - context.prec - 3)
            b = _make(b._sign, 1, exp)
        n = a._signed() * 10 ** (a._exp - exp) + b._signed() * 10 ** (b._exp - exp)
        if n == 0:
            negative = self._sign and other._sign or (self._sign != other._sign and context.rounding == ROUND_FLOOR)
            return _make(1 if negative else 0, 0, exp)._fix(context)
        return _make(1 if n < 0 else 0, abs(n), exp)._fix(context)

    def __sub__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return self._plus(other.copy_negate())

    def __rsub__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return other._plus(self.copy_negate())

    def __mul__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        nan = self._nan(other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special or other._special:
            if not self or not other:
                return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
            return _make(sign, 0, 0, "F")
        return _make(sign, self._int * other._int, self._exp + other._exp)._fix()

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return self._over(other)

    def __rtruediv__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return other._over(self)

    def _over(self, other):
        nan = self._nan(other)
        if nan is not None:
            return nan
        sign = self._sign ^ other._sign
        if self._special and other._special:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        if self._special:
            return _make(sign, 0, 0, "F")
        if other._special:
            return _make(sign, 0, getcontext().Emin - getcontext().prec + 1)
        if other._int == 0:
            if self._int == 0:
                return _signal(DivisionUndefined, None, _make(0, 0, 0, "n"))
            getcontext().flags[DivisionByZero] = True
            if getcontext().traps[DivisionByZero]:
                raise DivisionByZero([DivisionByZero])
            return _make(sign, 0, 0, "F")
        exp = self._exp - other._exp
        if self._int == 0:
            return _make(sign, 0, exp)._fix()
        shift = _int_digits(other._int) - _int_digits(self._int) + getcontext().prec + 1
        exp = self._exp - other._exp - shift
        if shift >= 0:
            n, rest = divmod(self._int * 10 ** shift, other._int)
        else:
            n, rest = divmod(self._int, other._int * 10 ** -shift)
        if rest:
            if n % 5 == 0:
                n += 1
        else:
            ideal = self._exp - other._exp
            while exp < ideal and n % 10 == 0:
                n //= 10
                exp += 1
        return _make(sign, n, exp)._fix()

    def _divided(self, other):
        """Quotient as an int and remainder."""
        exp = min(self._exp, other._exp)
        a = self._int * 10 ** (self._exp - exp)
        b = other._int * 10 ** (other._exp - exp)
        whole, rest = divmod(a, b)
        return whole, rest, exp

    def __floordiv__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return self._whole(other)

    def __rfloordiv__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return other._whole(self)

    def _whole(self, other):
        nan = self._nan(other)
        if nan is not None:
            return nan
        if other._special is None and other._int == 0:
            if self._int == 0 and self._special is None:
                return _signal(DivisionUndefined, None, _make(0, 0, 0, "n"))
            getcontext().flags[DivisionByZero] = True
            if getcontext().traps[DivisionByZero]:
                raise DivisionByZero([DivisionByZero])
            return _make(self._sign ^ other._sign, 0, 0, "F")
        if self._special:
            if other._special:
                return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
            return _make(self._sign ^ other._sign, 0, 0, "F")
        if other._special:
            return _make(self._sign ^ other._sign, 0, 0)
        whole, _, _ = self._divided(other)
        if _int_digits(whole) > getcontext().prec:
            raise InvalidOperation(["DivisionImpossible"])
        return _make(self._sign ^ other._sign, whole, 0)

    def __mod__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return self._rest(other)

    def __rmod__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return other._rest(self)

    def _rest(self, other):
        nan = self._nan(other)
        if nan is not None:
            return nan
        if self._special or other._special is None and other._int == 0:
            kind = DivisionUndefined if self._int == 0 and self._special is None else InvalidOperation
            return _signal(kind, None, _make(0, 0, 0, "n"))
        if other._special:
            return self._fix()
        _, rest, exp = self._divided(other)
        return _make(self._sign, rest, exp)._fix()

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return Decimal(other) // self, Decimal(other) % self

    def remainder_near(self, other, context=None):
        other = Decimal(other)
        quotient = (self / other).to_integral_value(ROUND_HALF_EVEN)
        return self - quotient * other

    def fma(self, other, third, context=None):
        other, third = Decimal(other), Decimal(third)
        product = _make(self._sign ^ other._sign, self._int * other._int, self._exp + other._exp)
        return product._plus(third)

    def __pow__(self, other, modulo=None):
        other = self._other(other)
        if other is None:
            return NotImplemented
        if modulo is not None:
            return Decimal(pow(int(self), int(other), int(modulo)))
        return self._power(other)

    def __rpow__(self, other):
        other = self._other(other)
        if other is None:
            return NotImplemented
        return other._power(self)

    def _power(self, other):
        nan = self._nan(other)
        if nan is not None:
            return nan
        context = getcontext()
        if other._int == 0 and other._special is None:
            if self._int == 0 and self._special is None:
                return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
            return Decimal(1)
        whole = other._special is None and other == other.to_integral_value()
        sign = 1 if self._sign and whole and int(other) % 2 else 0
        if self._special == "F" or other._special == "F":
            big = (self._special == "F") != bool(other._sign) if other._special is None else (abs(self) > 1) != bool(other._sign)
            if other._special == "F" and self._special is None and abs(self) == 1:
                return Decimal(1)
            return _make(sign, 0, 0, "F") if big else _make(sign, 0, 0)
        if self._int == 0:
            return _make(sign, 0, 0, "F") if other._sign else _make(sign, 0, 0)
        if self._sign and not whole:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        if whole:
            n = int(other)
            if n > 0 and _int_digits(self._int) * n < 20000:
                exact = _make(sign, self._int ** n, self._exp * n)
                return exact._fix(context)
            with localcontext() as inner:
                inner.prec = context.prec + _int_digits(n) + 6
                result = Decimal(1)
                base = self
                left = abs(n)
                while left:
                    if left & 1:
                        result = result * base
                    left >>= 1
                    if left:
                        base = base * base
                if n < 0:
                    result = Decimal(1) / result
            fixed = result._fix(context)
            if n < 0:
                # An exact reciprocal has as few digits as it needs.
                while fixed._int % 10 == 0 and fixed._exp < 0 and fixed._digits() > 1 and not context.flags[Inexact]:
                    fixed = _make(fixed._sign, fixed._int // 10, fixed._exp + 1)
            return fixed
        with localcontext() as inner:
            inner.prec = context.prec + 10
            result = (self.ln() * other).exp()
        result = result._fix(context)
        # A root that is exact is given exactly, padded as CPython pads it.
        return result

    def _working(self, context, extra):
        inner = (context or getcontext()).copy()
        inner.prec += extra
        inner.rounding = ROUND_HALF_EVEN
        return inner

    def exp(self, context=None):
        context = context or getcontext()
        if self._special == "F":
            return _make(0, 0, 0) if self._sign else self
        if self._special is not None:
            return self
        if self._int == 0:
            return Decimal(1)
        saved = getcontext()
        inner = self._working(context, 10 + max(self.adjusted(), 0) * 2)
        setcontext(inner)
        try:
            halvings = max(self.adjusted() + 1, 0) * 4 + 8
            x = self / Decimal(2) ** halvings
            total, term, n = Decimal(1), Decimal(1), 1
            while True:
                term = term * x / n
                new = total + term
                if new == total:
                    break
                total = new
                n += 1
            inner.prec += halvings
            for _ in range(halvings):
                total = total * total
        finally:
            setcontext(saved)
        half = context.copy()
        half.rounding = ROUND_HALF_EVEN
        return total._fix(half)

    def ln(self, context=None):
        context = context or getcontext()
        if self._special is not None and not (self._special == "F" and self._sign):
            return self
        if self._int == 0:
            return _make(1, 0, 0, "F")
        if self._sign:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        if self == 1:
            return Decimal(0)
        saved = getcontext()
        setcontext(self._working(context, 12))
        try:
            result = self._log()
        finally:
            setcontext(saved)
        half = context.copy()
        half.rounding = ROUND_HALF_EVEN
        return result._fix(half)

    def _log(self):
        shift = self.adjusted()
        x = _make(0, self._int, self._exp - shift)
        twos = 0
        while x > Decimal("1.5"):
            x = x / 2
            twos += 1
        result = _atanh_log(x)
        if twos:
            result = result + _atanh_log(Decimal(2)) * twos
        if shift:
            result = result + (_atanh_log(Decimal("1.25")) + _atanh_log(Decimal(2)) * 3) * shift
        return result

    def log10(self, context=None):
        context = context or getcontext()
        if self._special is not None and not (self._special == "F" and self._sign):
            return self
        if self._int == 0:
            return _make(1, 0, 0, "F")
        if self._sign:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        digits = _int_text(self._int)
        if digits.rstrip("0") == "1":
            return Decimal(self.adjusted())
        saved = getcontext()
        setcontext(self._working(context, 12))
        try:
            ten = _atanh_log(Decimal("1.25")) + _atanh_log(Decimal(2)) * 3
            result = self._log() / ten
        finally:
            setcontext(saved)
        half = context.copy()
        half.rounding = ROUND_HALF_EVEN
        return result._fix(half)

    def logb(self, context=None):
        return Decimal(self.adjusted())

    def sqrt(self, context=None):
        context = context or getcontext()
        if self._special is not None:
            if self._special == "F" and self._sign:
                return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
            return self
        if self._int == 0:
            return _make(self._sign, 0, self._exp // 2)._fix(context)
        if self._sign:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        prec = context.prec + 1
        n, exp = self._int, self._exp
        length = _int_digits(n)
        if exp % 2:
            n *= 10
            half = (length + 1) // 2 + (1 if length % 2 else 0)
            half = _int_digits(n) // 2 + _int_digits(n) % 2
            e = (exp - 1) // 2
        else:
            half = (length + 1) // 2
            e = exp // 2
        shift = prec - half
        exact = True
        if shift >= 0:
            n *= 100 ** shift
        else:
            n, rest = divmod(n, 100 ** -shift)
            exact = rest == 0
        e -= shift
        root = _isqrt(n)
        exact = exact and root * root == n
        if exact:
            ideal = self._exp // 2
            if shift >= 0:
                root //= 10 ** shift
            else:
                root *= 10 ** -shift
            e += shift
            result = _make(0, root, e)
        else:
            if root % 5 == 0:
                root += 1
            result = _make(0, root, e)
        half_even = context.copy()
        half_even.rounding = ROUND_HALF_EVEN
        return result._fix(half_even)

    def normalize(self, context=None):
        result = self._fix(context)
        if result._special is not None:
            return result
        if result._int == 0:
            return _make(result._sign, 0, 0)
        n, exp = result._int, result._exp
        while n % 10 == 0:
            n //= 10
            exp += 1
        return _make(result._sign, n, exp)

    def quantize(self, exp, rounding=None, context=None):
        context = context or getcontext()
        other = Decimal(exp)
        if self._special or other._special:
            nan = self._nan(other)
            if nan is not None:
                return nan
            if self._special and other._special:
                return self
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        n, lost = _rounded(self._sign, self._int, other._exp - self._exp, rounding or context.rounding)
        if n != 0 and _int_digits(n) > context.prec:
            return _signal(InvalidOperation, None, _make(0, 0, 0, "n"))
        return _make(self._sign, n, other._exp)

    def same_quantum(self, other, context=None):
        other = Decimal(other)
        return self._exp == other._exp and self._special == other._special

    def scaleb(self, other, context=None):
        return _make(self._sign, self._int, self._exp + int(other), self._special)._fix(context)

    def shift(self, other, context=None):
        n = int(other)
        moved = self._int * 10 ** n if n >= 0 else self._int // 10 ** -n
        return _make(self._sign, moved % 10 ** getcontext().prec, self._exp)

    def to_integral_value(self, rounding=None, context=None):
        if self._special is not None or self._exp >= 0:
            return self
        n, _ = _rounded(self._sign, self._int, -self._exp, rounding or getcontext().rounding)
        return _make(self._sign, n, 0)

    to_integral = to_integral_value
    to_integral_exact = to_integral_value

    def __int__(self):
        if self._special is not None:
            if self._special == "F":
                raise OverflowError("cannot convert Infinity to integer")
            raise ValueError("cannot convert NaN to integer")
        n = self._int * 10 ** self._exp if self._exp >= 0 else self._int // 10 ** -self._exp
        return -n if self._sign else n

    __trunc__ = __int__

    def __float__(self):
        if self._special == "N":
            raise ValueError("cannot convert signaling NaN to float")
        return float(str(self))

    def __complex__(self):
        return complex(float(self))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN)) if self._special is None else int(self)
        return self.quantize(_make(0, 1, -n), rounding=ROUND_HALF_EVEN)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    def __format__(self, spec, context=None):
        if spec == "":
            return str(self)
        fill, align, rest = " ", ">", spec
        if len(rest) > 1 and rest[1] in "<>=^":
            fill, align, rest = rest[0], rest[1], rest[2:]
        elif rest[:1] in ("<", ">", "=", "^") and rest:
            align, rest = rest[0], rest[1:]
        sign = "-"
        if rest[:1] in ("+", "-", " ") and rest:
            sign, rest = rest[0], rest[1:]
        if rest[:1] == "0" and rest:
            fill, align, rest = "0", "=", rest[1:]
        width = ""
        while rest[:1].isdigit():
            width, rest = width + rest[0], rest[1:]
        comma = ""
        if rest[:1] in (",", "_") and rest:
            comma, rest = rest[0], rest[1:]
        places = None
        if rest[:1] == ".":
            rest = rest[1:]
            digits = ""
            while rest[:1].isdigit():
                digits, rest = digits + rest[0], rest[1:]
            places = int(digits)
        kind = rest or ""
        if kind not in ("", "e", "E", "f", "F", "g", "G", "n", "%"):
            raise ValueError("invalid format string")
        value = self
        rounding = getcontext().rounding
        if value._special is not None:
            body = value.copy_abs()._text()
        else:
            if kind == "%":
                value = _make(value._sign, value._int, value._exp + 2)
            if places is not None:
                if kind in ("e", "E"):
                    value = _shortened(value, places + 1, rounding)
                elif kind in ("f", "F", "%"):
                    n, _ = _rounded(value._sign, value._int, -places - value._exp, rounding)
                    value = _make(value._sign, n, -places)
                elif _int_digits(value._int) > max(places, 1):
                    value = _shortened(value, max(places, 1), rounding)
            body = _body(value, kind, places)
        whole, dot, fraction = body.partition(".")
        power = ""
        if not dot:
            for mark in ("e", "E", "%"):
                if mark in whole:
                    at = whole.index(mark)
                    whole, power = whole[:at], whole[at:]
                    break
        lead = "-" if value._sign else "" if sign == "-" else sign
        tail = dot + fraction + power
        room = (int(width) if width else 0) - len(lead) - len(tail)
        if comma:
            zero = fill == "0" and align == "="
            groups = []
            text = whole
            if zero and len(text) < room:
                text = text.rjust(room - (room - 1) // 4, "0")
            while len(text) > 3:
                groups.insert(0, text[-3:])
                text = text[:-3]
            groups.insert(0, text)
            whole = comma.join(groups)
        text = whole + tail
        room = (int(width) if width else 0) - len(lead) - len(text)
        if room <= 0:
            return lead + text
        if align == "=":
            return lead + fill * room + text
        text = lead + text
        if align == "<":
            return text + fill * room
        if align == "^":
            left = room // 2
            return fill * left + text + fill * (room - left)
        return fill * room + text


def _atanh_log(x):
    """Natural logarithm of a number near 1."""
    y = (x - 1) / (x + 1)
    square = y * y
    total, power, n = y, y, 1
    while True:
        power = power * square
        n += 2
        new = total + power / n
        if new == total:
            return total * 2
        total = new


def _shortened(value, digits, rounding):
    if value._int == 0:
        return _make(value._sign, 0, value._exp if False else value._exp)
    extra = _int_digits(value._int) - digits
    if extra <= 0:
        return value if extra == 0 else _make(value._sign, value._int * 10 ** -extra, value._exp + extra)
    n, _ = _rounded(value._sign, value._int, extra, rounding)
    exp = value._exp + extra
    if _int_digits(n) > digits:
        n //= 10
        exp += 1
    return _make(value._sign, n, exp)


def _body(value, kind, places):
    digits = _int_text(value._int)
    left = value._exp + len(digits)
    if kind in ("e", "E"):
        if value._int == 0 and places is not None:
            dot = 1 - places
            left = value._exp + 1 if False else 1
            digits = "0" * (places + 1)
            left, dot = 1, 1
        else:
            dot = 1
    elif kind in ("f", "F", "%"):
        dot = left
    elif value._exp <= 0 and left > -6:
        dot = left
    else:
        dot = 1
    if dot <= 0:
        whole, fraction = "0", "0" * -dot + digits
    elif dot >= len(digits):
        whole, fraction = digits + "0" * (dot - len(digits)), ""
    else:
        whole, fraction = digits[:dot], digits[dot:]
    mark = "e" if kind in ("e", "g") else "E"
    power = ""
    if kind in ("e", "E") or left != dot:
        power = f"{mark}{left - dot:+d}"
    if kind == "%":
        power = "%"
    return whole + ("." + fraction if fraction else "") + power
