//! The types that kernels work on.

use std::ops::{Add, AddAssign, Div, Mul, MulAssign, Neg, Sub};

/// A number that kernels work on: `f32`, `f64`, `i32` or `i64`. Integers wrap, as NumPy's do.
pub trait Element: Copy + Send + Sync + PartialOrd + PartialEq + std::fmt::Debug + 'static {
    /// Zero; for floats the positive one.
    const ZERO: Self;
    /// One.
    const ONE: Self;
    /// A sum; integers wrap.
    fn plus(self, other: Self) -> Self;
    /// A difference; integers wrap.
    fn minus(self, other: Self) -> Self;
    /// A product; integers wrap.
    fn times(self, other: Self) -> Self;
    /// Is it NaN? Never, for integers.
    fn is_nan(self) -> bool;
    /// Whole numbers in the order of the elements: `-0.0` and `0.0` have one key, and every NaN has the last.
    type Key: Ord + Copy + Send + Sync;
    /// The element's place in the order.
    fn key(self) -> Self::Key;
}

/// A binary floating-point number: `f32` or `f64`.
pub trait Float:
    Element
    + Add<Output = Self>
    + Sub<Output = Self>
    + Mul<Output = Self>
    + Div<Output = Self>
    + Neg<Output = Self>
    + AddAssign
    + MulAssign
    + faer::traits::RealField
    + rustfft::FftNum
    + crate::matrix::small::Small
{
    /// Bits of the stored fraction.
    const FRACTION_BITS: u32;
    /// 1.5 times 2 to the [`Self::FRACTION_BITS`]: adding it rounds to a whole number, which then stands in the low bits.
    const ROUNDER: Self;
    /// Base-2 logarithm of e.
    const LOG2_E: Self;
    /// The upper part of ln 2, with enough trailing zeros that a product with any exponent is exact.
    const LN2_HIGH: Self;
    /// ln 2 less [`Self::LN2_HIGH`].
    const LN2_LOW: Self;
    /// From here on `exp` is infinite.
    const EXP_MAX: Self;
    /// Down from here `exp` is zero.
    const EXP_MIN: Self;
    /// The least positive normal number.
    const LEAST_NORMAL: Self;
    /// Two to a power that lifts every subnormal into the normal range.
    const LIFT: Self;
    /// The exponent of [`Self::LIFT`].
    const LIFT_EXPONENT: Self;
    /// Positive infinity.
    const INF: Self;
    /// A quiet NaN.
    const NAN: Self;
    /// Coefficients 1/2!, 1/3!, … of the Taylor series of e^r, as many as a remainder of half ln 2 needs.
    const EXP_SERIES: &'static [Self];
    /// Coefficients 1/3, 1/5, … of the series of the inverse hyperbolic tangent, as many as log needs.
    const ATANH_SERIES: &'static [Self];

    /// A constant, rounded to the type.
    fn constant(value: f64) -> Self;
    /// The value, exactly.
    fn to_f64(self) -> f64;
    /// `self * b + c`, fused when `FMA`.
    fn madd<const FMA: bool>(self, b: Self, c: Self) -> Self;
    /// Square root, correctly rounded.
    fn root(self) -> Self;
    /// Magnitude.
    fn magnitude(self) -> Self;
    /// The magnitude of this with the sign of the other.
    fn with_sign(self, sign: Self) -> Self;
    /// The greatest whole number not above.
    fn floored(self) -> Self;
    /// The least whole number not below.
    fn ceiled(self) -> Self;
    /// The nearest whole number, ties to even.
    fn rounded(self) -> Self;
    /// Two to a whole power within the exponents of normal numbers; the power is a sum with [`Self::ROUNDER`].
    fn two_to(lifted: Self) -> Self;
    /// `(m, e)` with `self = m * 2^e` and m between the roots of 1/2 and 2, for positive normal numbers.
    fn split(self) -> (Self, Self);
}

macro_rules! integer {
    ($type:ty) => {
        impl Element for $type {
            const ZERO: Self = 0;
            const ONE: Self = 1;
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self.wrapping_add(other)
            }
            #[inline(always)]
            fn minus(self, other: Self) -> Self {
                self.wrapping_sub(other)
            }
            #[inline(always)]
            fn times(self, other: Self) -> Self {
                self.wrapping_mul(other)
            }
            #[inline(always)]
            fn is_nan(self) -> bool {
                false
            }
            type Key = Self;
            #[inline(always)]
            fn key(self) -> Self {
                self
            }
        }
    };
}

integer!(i32);
integer!(i64);

macro_rules! float {
    ($type:ident, $bits:ty, $fraction:literal, $bias:literal, $rounder:literal, $high:literal, $low:literal, $max:literal, $min:literal, $lift:literal, $root:literal,
     [$($exp:expr),*], [$($atanh:expr),*]) => {
        impl Element for $type {
            const ZERO: Self = 0.0;
            const ONE: Self = 1.0;
            #[inline(always)]
            fn plus(self, other: Self) -> Self {
                self + other
            }
            #[inline(always)]
            fn minus(self, other: Self) -> Self {
                self - other
            }
            #[inline(always)]
            fn times(self, other: Self) -> Self {
                self * other
            }
            #[inline(always)]
            #[allow(clippy::eq_op)]
            fn is_nan(self) -> bool {
                self != self
            }
            type Key = $bits;
            #[inline(always)]
            fn key(self) -> $bits {
                const SIGN: $bits = 1 << (<$bits>::BITS - 1);
                // Adding zero makes the negative zero positive.
                let bits = (self + 0.0).to_bits();
                let key = if bits & SIGN != 0 { !bits } else { bits | SIGN };
                if Element::is_nan(self) { <$bits>::MAX } else { key }
            }
        }

        impl Float for $type {
            const FRACTION_BITS: u32 = $fraction;
            const ROUNDER: Self = $rounder;
            const LOG2_E: Self = std::$type::consts::LOG2_E;
            const LN2_HIGH: Self = $high;
            const LN2_LOW: Self = $low;
            const EXP_MAX: Self = $max;
            const EXP_MIN: Self = $min;
            const LEAST_NORMAL: Self = <$type>::MIN_POSITIVE;
            const LIFT: Self = (1u64 << $lift) as $type;
            const LIFT_EXPONENT: Self = $lift as $type;
            const INF: Self = <$type>::INFINITY;
            const NAN: Self = <$type>::NAN;
            const EXP_SERIES: &'static [Self] = &[$($exp),*];
            const ATANH_SERIES: &'static [Self] = &[$($atanh),*];

            #[inline(always)]
            fn constant(value: f64) -> Self {
                value as $type
            }
            #[inline(always)]
            fn to_f64(self) -> f64 {
                f64::from(self)
            }
            #[inline(always)]
            fn madd<const FMA: bool>(self, b: Self, c: Self) -> Self {
                if FMA { self.mul_add(b, c) } else { self * b + c }
            }
            #[inline(always)]
            fn root(self) -> Self {
                self.sqrt()
            }
            #[inline(always)]
            fn magnitude(self) -> Self {
                self.abs()
            }
            #[inline(always)]
            fn with_sign(self, sign: Self) -> Self {
                self.copysign(sign)
            }
            #[inline(always)]
            fn floored(self) -> Self {
                self.floor()
            }
            #[inline(always)]
            fn ceiled(self) -> Self {
                self.ceil()
            }
            #[inline(always)]
            fn rounded(self) -> Self {
                self.round_ties_even()
            }
            #[inline(always)]
            fn two_to(lifted: Self) -> Self {
                // The low bits of `lifted` hold the power; the shift drops those above it.
                Self::from_bits(lifted.to_bits().wrapping_add($bias) << $fraction)
            }
            #[inline(always)]
            fn split(self) -> (Self, Self) {
                const ONE: $bits = $bias << $fraction;
                const ROOT: $bits = $root;
                const MASK: $bits = (1 << $fraction) - 1;
                // Counted from the root of 1/2, so that the exponent changes there and not at 1.
                let shifted = self.to_bits().wrapping_add(ONE - ROOT);
                let exponent = shifted >> $fraction;
                let m = Self::from_bits((shifted & MASK).wrapping_add(ROOT));
                // Small whole numbers become floats by way of the low bits of ROUNDER: AVX2 has no conversion from 64 bits.
                let e = Self::from_bits(exponent.wrapping_add(Self::ROUNDER.to_bits())) - (Self::ROUNDER + $bias as $type);
                (m, e)
            }
        }
    };
}

float!(
    f32,
    u32,
    23,
    127,
    12_582_912.0,
    0.693_145_75,
    1.428_606_8e-6,
    89.0,
    -105.0,
    25,
    0x3f35_04f3,
    [1.0 / 2.0, 1.0 / 6.0, 1.0 / 24.0, 1.0 / 120.0, 1.0 / 720.0, 1.0 / 5040.0],
    [1.0 / 3.0, 1.0 / 5.0, 1.0 / 7.0, 1.0 / 9.0, 1.0 / 11.0]
);
float!(
    f64,
    u64,
    52,
    1023,
    6_755_399_441_055_744.0,
    0.693_147_180_369_123_8,
    1.908_214_929_270_587_7e-10,
    710.0,
    -747.0,
    54,
    0x3fe6_a09e_667f_3bcd,
    [
        1.0 / 2.0,
        1.0 / 6.0,
        1.0 / 24.0,
        1.0 / 120.0,
        1.0 / 720.0,
        1.0 / 5040.0,
        1.0 / 40320.0,
        1.0 / 362_880.0,
        1.0 / 3_628_800.0,
        1.0 / 39_916_800.0,
        1.0 / 479_001_600.0,
        1.0 / 6_227_020_800.0
    ],
    [
        1.0 / 3.0,
        1.0 / 5.0,
        1.0 / 7.0,
        1.0 / 9.0,
        1.0 / 11.0,
        1.0 / 13.0,
        1.0 / 15.0,
        1.0 / 17.0,
        1.0 / 19.0,
        1.0 / 21.0
    ]
);
