//! Running sums.

use crate::element::Element;
use crate::error::{Error, equal};

/// `out[i]` is the sum of the elements up to `i`, added from the left as NumPy's `cumsum`: each rounds on the one before, so
/// neither vectors nor threads may share it.
///
/// # Errors
/// [`Error::Mismatch`] when the lengths differ.
pub fn cumsum<T: Element>(x: &[T], out: &mut [T]) -> Result<(), Error> {
    equal("lengths of input and output", x.len(), out.len())?;
    let Some((first, rest)) = x.split_first() else { return Ok(()) };
    let mut sum = *first;
    out[0] = sum;
    for (out, x) in out[1..].iter_mut().zip(rest) {
        sum = sum.plus(*x);
        *out = sum;
    }
    Ok(())
}
