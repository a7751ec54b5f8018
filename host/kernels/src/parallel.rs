//! Sharing work among rayon's threads.

use crate::arch::{Arm, Path};

/// Elements per piece never fall below this: the fork costs more than the work.
const LEAST_PIECE: usize = 4096;

/// The length of a piece when `len` elements are shared among the threads of an arm; whole cache lines.
pub(crate) fn piece(arm: Arm, len: usize) -> usize {
    len.div_ceil(arm.threads.max(1)).max(LEAST_PIECE).next_multiple_of(64)
}

/// Run `body` over pieces of input and output that lie at the same place.
#[inline]
pub(crate) fn map<A: Sync, B: Send>(arm: Arm, x: &[A], out: &mut [B], body: impl Fn(Path, &[A], &mut [B]) + Sync) {
    if arm.threads <= 1 || x.len() <= LEAST_PIECE {
        return body(arm.path, x, out);
    }
    let size = piece(arm, x.len());
    rayon::scope(|scope| {
        for (x, out) in x.chunks(size).zip(out.chunks_mut(size)) {
            let body = &body;
            scope.spawn(move |_| body(arm.path, x, out));
        }
    });
}

/// Run `body` over pieces of the output, each with the index of its first element.
#[inline]
pub(crate) fn fill<B: Send>(arm: Arm, out: &mut [B], body: impl Fn(Path, usize, &mut [B]) + Sync) {
    if arm.threads <= 1 || out.len() <= LEAST_PIECE {
        return body(arm.path, 0, out);
    }
    let size = piece(arm, out.len());
    rayon::scope(|scope| {
        for (index, out) in out.chunks_mut(size).enumerate() {
            let body = &body;
            scope.spawn(move |_| body(arm.path, index * size, out));
        }
    });
}
