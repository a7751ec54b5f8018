//! Picking elements by index.

use crate::arch::Arm;
use crate::error::{Error, equal};
use crate::parallel;

/// `out[i] = x[indices[i]]`.
///
/// # Errors
/// [`Error::Mismatch`] when there is not one place per index, [`Error::Index`] when an index lies outside; nothing is written then.
pub fn gather<T: Copy + Send + Sync>(arm: Arm, x: &[T], indices: &[usize], out: &mut [T]) -> Result<(), Error> {
    equal("lengths of indices and output", indices.len(), out.len())?;
    if let Some(index) = indices.iter().copied().find(|index| *index >= x.len()) {
        return Err(Error::Index { index, len: x.len() });
    }
    parallel::map(arm, indices, out, |_, indices, out| {
        for (out, index) in out.iter_mut().zip(indices) {
            *out = x[*index];
        }
    });
    Ok(())
}
