//! Arithmetic that tells when the exact result does not fit: `__builtin_add_overflow` and its like.

/// An integer of any type, as sign and magnitude.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wide {
    negative: bool,
    magnitude: u128,
    /// The magnitude does not hold the value any more.
    lost: bool,
}

impl Wide {
    /// A signed integer.
    #[must_use]
    pub fn signed(value: i128) -> Self {
        Wide { negative: value < 0, magnitude: value.unsigned_abs(), lost: false }
    }

    /// An unsigned integer.
    #[must_use]
    pub fn unsigned(value: u128) -> Self {
        Wide { negative: false, magnitude: value, lost: false }
    }

    /// The exact sum.
    #[must_use]
    pub fn add(self, other: Wide) -> Wide {
        if self.negative == other.negative {
            let (magnitude, lost) = self.magnitude.overflowing_add(other.magnitude);
            return Wide { negative: self.negative, magnitude, lost };
        }
        let negative = if self.magnitude >= other.magnitude { self.negative } else { other.negative };
        Wide { negative, magnitude: self.magnitude.abs_diff(other.magnitude), lost: false }
    }

    /// The exact difference.
    #[must_use]
    pub fn sub(self, other: Wide) -> Wide {
        self.add(Wide { negative: !other.negative, ..other })
    }

    /// The exact product.
    #[must_use]
    pub fn mul(self, other: Wide) -> Wide {
        let (magnitude, lost) = self.magnitude.overflowing_mul(other.magnitude);
        Wide { negative: self.negative != other.negative, magnitude, lost }
    }

    /// The low bits.
    #[must_use]
    pub fn bits(self) -> u128 {
        if self.negative { self.magnitude.wrapping_neg() } else { self.magnitude }
    }

    /// Whether an integer of this width and sign cannot hold the value.
    #[must_use]
    pub fn overflows(self, bits: u32, signed: bool) -> bool {
        let most = if signed { bits - 1 } else { bits };
        let limit = if most >= 128 { u128::MAX } else { (1u128 << most) - 1 };
        match (self.negative && self.magnitude > 0, signed) {
            _ if self.lost => true,
            (true, false) => true,
            (true, true) => self.magnitude - 1 > limit,
            (false, _) => self.magnitude > limit,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_edges_are_seen() {
        assert!(!Wide::signed(i128::MIN).overflows(128, true));
        assert!(Wide::signed(i128::MIN).sub(Wide::signed(1)).overflows(128, true));
        assert!(Wide::unsigned(4).mul(Wide::signed(-16)).overflows(128, false));
        assert_eq!(Wide::unsigned(4).mul(Wide::signed(-16)).bits(), (-64i128) as u128);
        assert!(!Wide::signed(-128).overflows(8, true));
        assert!(Wide::signed(128).overflows(8, true));
        assert!(!Wide::signed(0).mul(Wide::signed(-1)).overflows(8, false));
    }
}
