//! Arithmetic of each element type, as NumPy defines it.

use super::dtype::{C, Elem};

/// Arithmetic on elements; integers wrap, division by zero gives what NumPy gives.
pub trait Arith: Elem {
    /// `a + b`
    fn add(self, b: Self) -> Self;
    /// `a - b`
    fn sub(self, b: Self) -> Self;
    /// `a * b`
    fn mul(self, b: Self) -> Self;
    /// `a // b`
    fn floor_div(self, b: Self) -> Self;
    /// `a % b`
    fn rem(self, b: Self) -> Self;
    /// `fmod(a, b)`
    fn fmod(self, b: Self) -> Self;
    /// `a ** b`
    fn pow(self, b: Self) -> Self;
    /// `maximum(a, b)`: a NaN wins
    fn max(self, b: Self) -> Self;
    /// `minimum(a, b)`: a NaN wins
    fn min(self, b: Self) -> Self;
    /// `-a`
    fn neg(self) -> Self;
    /// `abs(a)`
    fn abs(self) -> Self;
    /// `sign(a)`
    fn sign(self) -> Self;
}

macro_rules! ints {
    ($($t:ty, $neg:expr;)*) => {$(
        impl Arith for $t {
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                self.wrapping_add(b)
            }
            #[inline(always)]
            fn sub(self, b: Self) -> Self {
                self.wrapping_sub(b)
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                self.wrapping_mul(b)
            }
            #[inline(always)]
            fn floor_div(self, b: Self) -> Self {
                if b == 0 {
                    return 0;
                }
                let quotient = self.wrapping_div(b);
                #[allow(unused_comparisons)]
                let mixed = (self < 0) != (b < 0);
                if mixed && self.wrapping_rem(b) != 0 { quotient - 1 } else { quotient }
            }
            #[inline(always)]
            fn rem(self, b: Self) -> Self {
                if b == 0 {
                    return 0;
                }
                let rest = self.wrapping_rem(b);
                #[allow(unused_comparisons)]
                let mixed = (rest < 0) != (b < 0);
                if rest != 0 && mixed { rest + b } else { rest }
            }
            fn fmod(self, b: Self) -> Self {
                if b == 0 { 0 } else { self.wrapping_rem(b) }
            }
            fn pow(self, b: Self) -> Self {
                let (mut base, mut exponent, mut result) = (self, b, 1 as $t);
                while exponent > 0 {
                    if exponent & 1 == 1 {
                        result = result.wrapping_mul(base);
                    }
                    exponent >>= 1;
                    base = base.wrapping_mul(base);
                }
                result
            }
            #[inline(always)]
            fn max(self, b: Self) -> Self {
                Ord::max(self, b)
            }
            #[inline(always)]
            fn min(self, b: Self) -> Self {
                Ord::min(self, b)
            }
            #[inline(always)]
            fn neg(self) -> Self {
                self.wrapping_neg()
            }
            #[inline(always)]
            fn abs(self) -> Self {
                let f: fn($t) -> $t = $neg;
                f(self)
            }
            fn sign(self) -> Self {
                #[allow(unused_comparisons)]
                let below = self < 0;
                if below { (0 as $t).wrapping_sub(1) } else { (self > 0) as $t }
            }
        }
    )*};
}
ints! {
    u8, |x| x;
    i32, i32::wrapping_abs;
    i64, i64::wrapping_abs;
}

macro_rules! floats {
    ($($t:ty, $pow:path;)*) => {$(
        impl Arith for $t {
            #[inline(always)]
            fn add(self, b: Self) -> Self {
                self + b
            }
            #[inline(always)]
            fn sub(self, b: Self) -> Self {
                self - b
            }
            #[inline(always)]
            fn mul(self, b: Self) -> Self {
                self * b
            }
            fn floor_div(self, b: Self) -> Self {
                if b == 0.0 {
                    return self / b;
                }
                let rest = self % b;
                let mut quotient = (self - rest) / b;
                if rest != 0.0 && (b < 0.0) != (rest < 0.0) {
                    quotient -= 1.0;
                }
                if quotient == 0.0 {
                    return (0.0 as $t).copysign(self / b);
                }
                let floor = quotient.floor();
                if quotient - floor > 0.5 { floor + 1.0 } else { floor }
            }
            fn rem(self, b: Self) -> Self {
                if b == 0.0 {
                    return <$t>::NAN;
                }
                let rest = self % b;
                if rest == 0.0 {
                    (0.0 as $t).copysign(b)
                } else if (b < 0.0) != (rest < 0.0) {
                    rest + b
                } else {
                    rest
                }
            }
            fn fmod(self, b: Self) -> Self {
                self % b
            }
            fn pow(self, b: Self) -> Self {
                $pow(self, b)
            }
            #[inline(always)]
            fn max(self, b: Self) -> Self {
                if self >= b || self.is_nan() { self } else { b }
            }
            #[inline(always)]
            fn min(self, b: Self) -> Self {
                if self <= b || self.is_nan() { self } else { b }
            }
            #[inline(always)]
            fn neg(self) -> Self {
                -self
            }
            #[inline(always)]
            fn abs(self) -> Self {
                <$t>::abs(self)
            }
            fn sign(self) -> Self {
                if self > 0.0 { 1.0 } else if self < 0.0 { -1.0 } else if self == 0.0 { 0.0 } else { self }
            }
        }
    )*};
}
floats! {
    f32, f32::powf;
    f64, f64::powf;
}

impl Arith for C {
    #[inline(always)]
    fn add(self, b: Self) -> Self {
        self + b
    }
    #[inline(always)]
    fn sub(self, b: Self) -> Self {
        self - b
    }
    #[inline(always)]
    fn mul(self, b: Self) -> Self {
        self * b
    }
    fn floor_div(self, _: Self) -> Self {
        C::new(f64::NAN, f64::NAN)
    }
    fn rem(self, _: Self) -> Self {
        C::new(f64::NAN, f64::NAN)
    }
    fn fmod(self, _: Self) -> Self {
        C::new(f64::NAN, f64::NAN)
    }
    fn pow(self, b: Self) -> Self {
        complex_power(self, b)
    }
    fn max(self, b: Self) -> Self {
        if self.nan() || !b.nan() && self.order(b).is_ge() { self } else { b }
    }
    fn min(self, b: Self) -> Self {
        if self.nan() || !b.nan() && self.order(b).is_le() { self } else { b }
    }
    fn neg(self) -> Self {
        -self
    }
    fn abs(self) -> Self {
        C::new(C::abs(self), 0.0)
    }
    fn sign(self) -> Self {
        let size = C::abs(self);
        if size == 0.0 { C::default() } else { C::new(self.re / size, self.im / size) }
    }
}

/// `a ** b` of complex numbers: products for small whole exponents.
fn complex_power(a: C, b: C) -> C {
    if b.re == 0.0 && b.im == 0.0 {
        return C::new(1.0, 0.0);
    }
    if a.re == 0.0 && a.im == 0.0 {
        return if b.re > 0.0 && b.im == 0.0 { C::default() } else { C::new(f64::NAN, f64::NAN) };
    }
    if b.im == 0.0 && b.re == b.re.floor() && b.re.abs() < 100.0 {
        let n = b.re.abs() as u64;
        if n == 1 {
            return if b.re > 0.0 { a } else { C::new(1.0, 0.0) / a };
        }
        if b.re == 2.0 {
            return a * a;
        }
        if b.re == 3.0 {
            return a * (a * a);
        }
        let (mut result, mut power, mut mask) = (C::new(1.0, 0.0), a, 1u64);
        loop {
            if n & mask != 0 {
                result = result * power;
            }
            mask <<= 1;
            if mask > n {
                break;
            }
            power = power * power;
        }
        return if b.re < 0.0 { C::new(1.0, 0.0) / result } else { result };
    }
    let (size, angle) = (C::abs(a).ln(), a.im.atan2(a.re));
    let z = b * C::new(size, angle);
    let length = z.re.exp();
    C::new(length * z.im.cos(), length * z.im.sin())
}
