//! Axes that lie behind each other in all operands are one.

/// Extents and, per operand, strides, with adjacent axes joined where all allow it; at least one axis.
pub(super) struct Joined<const K: usize> {
    pub(super) n: Vec<usize>,
    pub(super) s: [Vec<usize>; K],
}

impl<const K: usize> Joined<K> {
    pub(super) fn new(n: &[usize], s: [&[usize]; K]) -> Option<Self> {
        if s.iter().any(|s| s.len() != n.len()) {
            return None;
        }
        let mut out = Joined { n: Vec::with_capacity(n.len().max(1)), s: [const { Vec::new() }; K] };
        for (axis, &len) in n.iter().enumerate() {
            if len == 1 {
                continue;
            }
            let joins = !out.n.is_empty() && (0..K).all(|k| out.s[k].last() == Some(&(s[k][axis] * len)));
            match out.n.last_mut() {
                Some(last) if joins => {
                    *last *= len;
                    (0..K).for_each(|k| {
                        out.s[k].pop();
                        out.s[k].push(s[k][axis]);
                    });
                }
                _ => {
                    out.n.push(len);
                    (0..K).for_each(|k| out.s[k].push(s[k][axis]));
                }
            }
        }
        if out.n.is_empty() {
            out.n.push(1);
            out.s.iter_mut().for_each(|s| s.push(0));
        }
        Some(out)
    }

    /// The number of elements of the result.
    pub(super) fn count(&self) -> usize {
        self.n.iter().product()
    }

    /// Whether every operand has at least the elements that the strides reach.
    pub(super) fn fits(&self, lengths: [usize; K]) -> bool {
        if self.count() == 0 {
            return true;
        }
        let reach = |s: &Vec<usize>| {
            let steps = self.n.iter().zip(s).map(|(n, s)| (n - 1).checked_mul(*s));
            steps.into_iter().try_fold(0usize, |sum, step| sum.checked_add(step?))
        };
        self.s.iter().zip(lengths).all(|(s, len)| reach(s).is_some_and(|last| last < len))
    }

    /// Calls `f` with where each row of each operand starts.
    #[inline(always)]
    pub(super) fn rows(&self, mut f: impl FnMut([usize; K])) {
        if self.count() == 0 {
            return;
        }
        let outer = self.n.len() - 1;
        let (mut index, mut at) = (vec![0usize; outer], [0usize; K]);
        loop {
            f(at);
            let mut axis = outer;
            loop {
                if axis == 0 {
                    return;
                }
                axis -= 1;
                index[axis] += 1;
                (0..K).for_each(|k| at[k] += self.s[k][axis]);
                if index[axis] < self.n[axis] {
                    break;
                }
                (0..K).for_each(|k| at[k] -= self.s[k][axis] * self.n[axis]);
                index[axis] = 0;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_are_joined_where_all_operands_allow_it() {
        let joined = Joined::new(&[2, 3, 4], [&[12, 4, 1], &[0, 4, 1]]).unwrap();
        assert_eq!((joined.n.as_slice(), joined.s[1].as_slice()), (&[2, 12][..], &[0, 1][..]));
        let mut starts = vec![];
        joined.rows(|at| starts.push(at));
        assert_eq!(starts, [[0, 0], [12, 0]]);
        assert!(joined.fits([24, 12]) && !joined.fits([23, 12]) && !joined.fits([24, 11]));
        assert_eq!(Joined::new(&[1, 1], [&[7, 7]]).unwrap().n, [1]);
        assert!(Joined::new(&[2], [&[1, 1]]).is_none());
    }
}
