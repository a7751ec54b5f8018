//! Bit-fields, stored in arrays of bytes as x86-64 lays them out.

/// The bits `offset..offset + width` (at most 64) of `storage`.
#[must_use]
pub fn bits<const N: usize>(storage: [u8; N], offset: usize, width: usize) -> u64 {
    let mut value = 0u64;
    for at in 0..width {
        let bit = offset + at;
        if storage[bit / 8] >> (bit % 8) & 1 != 0 {
            value |= 1 << at;
        }
    }
    value
}

/// The same, with the sign extended.
#[must_use]
pub fn signed_bits<const N: usize>(storage: [u8; N], offset: usize, width: usize) -> i64 {
    let unused = 64 - width as u32;
    (bits(storage, offset, width) << unused) as i64 >> unused
}

/// `storage` with those bits replaced by the low bits of `value`.
#[must_use]
pub fn with_bits<const N: usize>(mut storage: [u8; N], offset: usize, width: usize, value: u64) -> [u8; N] {
    for at in 0..width {
        let bit = offset + at;
        let mask = 1 << (bit % 8);
        if value >> at & 1 != 0 {
            storage[bit / 8] |= mask;
        } else {
            storage[bit / 8] &= !mask;
        }
    }
    storage
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_do_not_touch_their_neighbours() {
        let storage = with_bits([0u8; 4], 3, 5, 0b10110);
        let storage = with_bits(storage, 8, 3, 0b111);
        assert_eq!(bits(storage, 3, 5), 0b10110);
        assert_eq!(signed_bits(storage, 3, 5), -10);
        assert_eq!(signed_bits(storage, 8, 3), -1);
        assert_eq!(bits(storage, 0, 3), 0);
        assert_eq!(with_bits(storage, 3, 5, 0), [0, 7, 0, 0]);
    }

    #[test]
    fn a_field_may_fill_a_word() {
        let storage = with_bits([0u8; 8], 0, 64, u64::MAX - 1);
        assert_eq!(signed_bits(storage, 0, 64), -2);
    }
}
