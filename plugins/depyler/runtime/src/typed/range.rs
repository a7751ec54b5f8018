//! `range` and `zip` as iterators.

use crate::exc::err;
use crate::value::{R, Range};

/// `range(start, stop, -1)`
#[inline]
pub fn down(start: i64, stop: i64) -> std::iter::Rev<std::ops::Range<i64>> {
    (stop.saturating_add(1)..start.saturating_add(1)).rev()
}

/// Numbers at a distance.
pub struct Steps {
    range: Range,
    at: i64,
    end: i64,
}

/// `range(start, stop, step)`
///
/// # Errors
/// `ValueError` when the step is zero.
pub fn range(start: i64, stop: i64, step: i64) -> R<Steps> {
    if step == 0 {
        return err("ValueError", "range() arg 3 must not be zero");
    }
    let range = Range { start, stop, step };
    Ok(Steps { range, at: 0, end: range.len() })
}

impl Iterator for Steps {
    type Item = i64;
    #[inline]
    fn next(&mut self) -> Option<i64> {
        if self.at >= self.end {
            return None;
        }
        let n = self.range.start + self.at * self.range.step;
        self.at += 1;
        Some(n)
    }
}

impl DoubleEndedIterator for Steps {
    fn next_back(&mut self) -> Option<i64> {
        if self.at >= self.end {
            return None;
        }
        self.end -= 1;
        Some(self.range.at(self.end))
    }
}

/// `zip(a, b, c)`
pub fn zip3<A, B, C>(
    a: impl IntoIterator<Item = A>,
    b: impl IntoIterator<Item = B>,
    c: impl IntoIterator<Item = C>,
) -> impl Iterator<Item = (A, B, C)> {
    a.into_iter().zip(b).zip(c).map(|((a, b), c)| (a, b, c))
}
