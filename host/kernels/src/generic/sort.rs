//! Sorting, the order of indices, and the greatest few. NaN comes last, as NumPy has it.

use crate::arch::Arm;
use crate::element::Element;
use rayon::prelude::*;

/// Elements below which threads do not pay.
const LEAST_FORK: usize = 1 << 14;

/// Sort ascending in place.
pub fn sort<T: Element>(arm: Arm, x: &mut [T]) {
    if arm.threads > 1 && x.len() >= LEAST_FORK {
        x.par_sort_unstable_by_key(|x| x.key());
    } else {
        x.sort_unstable_by_key(|x| x.key());
    }
}

/// Indices that would sort the elements; equal ones keep their order.
pub fn argsort<T: Element>(arm: Arm, x: &[T]) -> Vec<usize> {
    let mut keyed: Vec<(T::Key, usize)> = x.iter().map(|x| x.key()).zip(0..).collect();
    if arm.threads > 1 && x.len() >= LEAST_FORK {
        keyed.par_sort_unstable();
    } else {
        keyed.sort_unstable();
    }
    keyed.into_iter().map(|(_, index)| index).collect()
}

/// Indices of the `k` greatest, greatest first, equal ones by index; NaN after every number. All of them when there are fewer.
pub fn top_k<T: Element>(x: &[T], k: usize) -> Vec<usize> {
    let mut keyed: Vec<(bool, std::cmp::Reverse<T::Key>, usize)> =
        x.iter().enumerate().map(|(index, x)| (x.is_nan(), std::cmp::Reverse(x.key()), index)).collect();
    if k < keyed.len() && k > 0 {
        keyed.select_nth_unstable(k - 1);
    }
    keyed.truncate(k);
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, _, index)| index).collect()
}
