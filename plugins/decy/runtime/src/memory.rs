//! `malloc` and its like as vectors, `memset` and `memcpy` over slices.

/// A value that bytes can be written over.
pub trait Plain: Copy {
    /// All of its bytes are this one.
    fn filled(byte: u8) -> Self;
}

macro_rules! plain {
    ($($ty:ty),+) => { $(impl Plain for $ty {
        fn filled(byte: u8) -> Self {
            <$ty>::from_ne_bytes([byte; size_of::<$ty>()])
        }
    })+ };
}

plain!(i8, u8, i16, u16, i32, u32, i64, u64, i128, u128, f32, f64);

impl<T: Plain, const N: usize> Plain for [T; N] {
    fn filled(byte: u8) -> Self {
        [T::filled(byte); N]
    }
}

/// How many elements so many bytes are.
fn elements<T>(bytes: u64) -> usize {
    let bytes = bytes as usize;
    assert!(bytes.is_multiple_of(size_of::<T>()), "a part of an element is written");
    bytes / size_of::<T>()
}

/// Write one byte over the first `bytes` bytes.
pub fn memset<T: Plain>(to: &mut [T], value: i32, bytes: u64) {
    to[..elements::<T>(bytes)].fill(T::filled(value as u8));
}

/// Copy the first `bytes` bytes.
pub fn memcpy<T: Copy>(to: &mut [T], from: &[T], bytes: u64) {
    let count = elements::<T>(bytes);
    to[..count].copy_from_slice(&from[..count]);
}

/// An array on the heap; what C leaves open in it is zero.
#[must_use]
pub fn heap<T: Clone>(zero: T, count: u64) -> Vec<T> {
    match checked(count) {
        // Also an array without elements is something.
        0 => Vec::with_capacity(1),
        count => vec![zero; count],
    }
}

/// What a pointer owns after `free`: an array without elements, unless there was none.
#[must_use]
pub fn freed<T>(array: Vec<T>) -> Vec<T> {
    if is_nothing(&array) { array } else { Vec::with_capacity(1) }
}

/// A pointer that owns no array is null.
#[must_use]
#[allow(clippy::ptr_arg)] // what no array is, a slice does not tell
pub fn is_nothing<T>(array: &Vec<T>) -> bool {
    array.capacity() == 0
}

/// A pointer that owns an array is not null.
#[must_use]
#[allow(clippy::ptr_arg)]
pub fn is_something<T>(array: &Vec<T>) -> bool {
    array.capacity() != 0
}

/// The same array with another number of elements.
#[must_use]
pub fn resized<T: Clone>(mut array: Vec<T>, zero: T, count: u64) -> Vec<T> {
    array.resize(checked(count), zero);
    array.reserve(usize::from(count == 0));
    array
}

fn checked(count: u64) -> usize {
    assert!(count < 1 << 40, "more memory is asked for than there is");
    count as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_are_written_over_elements() {
        let mut to = [1i32, 2, 3];
        memset(&mut to, -1, 8);
        assert_eq!(to, [-1, -1, 3]);
        memcpy(&mut to, &[7, 8], 8);
        assert_eq!(to, [7, 8, 3]);
        assert_eq!(resized(heap(5u8, 2), 0, 3), [5, 5, 0]);
    }
}
