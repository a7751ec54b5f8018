//! Bit-fields, stored in arrays of bytes as x86-64 lays them out.

/// Bytes that a field of 64 bits can touch.
const TOUCHED: usize = 9;

/// The bits `offset..offset + width` (at most 64) of `storage`.
#[must_use]
pub const fn bits<const N: usize>(storage: [u8; N], offset: usize, width: usize) -> u64 {
    let first = offset / 8;
    let mut word = 0u128;
    let mut at = 0;
    while at < TOUCHED && first + at < N {
        word |= (storage[first + at] as u128) << (8 * at);
        at += 1;
    }
    (word >> (offset % 8)) as u64 & mask(width)
}

/// The same, with the sign extended.
#[must_use]
pub const fn signed_bits<const N: usize>(storage: [u8; N], offset: usize, width: usize) -> i64 {
    let unused = 64 - width as u32;
    (bits(storage, offset, width) << unused) as i64 >> unused
}

/// `storage` with those bits replaced by the low bits of `value`.
#[must_use]
pub const fn with_bits<const N: usize>(mut storage: [u8; N], offset: usize, width: usize, value: u64) -> [u8; N] {
    let first = offset / 8;
    let clear = (mask(width) as u128) << (offset % 8);
    let set = ((value & mask(width)) as u128) << (offset % 8);
    let mut at = 0;
    while at < TOUCHED && first + at < N {
        let byte = &mut storage[first + at];
        *byte = *byte & !((clear >> (8 * at)) as u8) | (set >> (8 * at)) as u8;
        at += 1;
    }
    storage
}

const fn mask(width: usize) -> u64 {
    if width >= 64 { u64::MAX } else { (1 << width) - 1 }
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
