//! Products of matrices of floats: packed panels and a block of sums that stays in registers.
//!
//! Each sum runs over the inner axis in order, with one rounding per step, in blocks as the usual BLAS has them.

use super::loops::{Job, dispatch, wide};

const ROWS: usize = 4;
const COLUMNS: usize = 12;
/// Length of a block of the inner axis.
const DEPTH: usize = 256;
/// Rows of the left side that are packed at once.
const TALL: usize = 96;

/// A matrix in storage: start, strides of rows and columns.
#[derive(Clone, Copy)]
pub struct View<'a> {
    /// Storage
    pub items: &'a [f64],
    /// First element
    pub offset: usize,
    /// From row to row
    pub row: isize,
    /// From column to column
    pub column: isize,
}

impl View<'_> {
    #[inline(always)]
    fn at(&self, i: usize, j: usize) -> f64 {
        self.items[(self.offset as isize + i as isize * self.row + j as isize * self.column) as usize]
    }
}

/// Length of the next block when `left` steps of the inner axis are left.
fn depth(left: usize) -> usize {
    if left >= 2 * DEPTH {
        DEPTH
    } else if left > DEPTH {
        (left / 2).div_ceil(4) * 4
    } else {
        left
    }
}

/// `a @ b` of an `m` × `k` and a `k` × `n` matrix, in C order.
pub fn product(a: View, b: View, (m, k, n): (usize, usize, usize)) -> Vec<f64> {
    let mut out = super::array::room::<f64>(m * n);
    out.resize(m * n, 0.0);
    if m * n * k == 0 {
        return out;
    }
    if wide() {
        dispatch(Product { a, b, size: (m, k, n), out: &mut out });
    } else {
        blocks::<false>(a, b, (m, k, n), &mut out);
    }
    out
}

struct Product<'a> {
    a: View<'a>,
    b: View<'a>,
    size: (usize, usize, usize),
    out: &'a mut [f64],
}

impl Job for Product<'_> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        blocks::<true>(self.a, self.b, self.size, self.out);
    }
}

/// The scalar product of each row of a matrix with a line.
struct Rows<'a> {
    items: &'a [f64],
    starts: (usize, isize),
    line: &'a [f64],
    out: &'a mut [f64],
}

impl Job for Rows<'_> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        let mut at = self.starts.0 as isize;
        for slot in self.out {
            let start = at as usize;
            *slot = dot_with::<true>(&self.items[start..start + self.line.len()], self.line);
            at += self.starts.1;
        }
    }
}

#[inline(always)]
fn blocks<const FUSED: bool>(a: View, b: View, (m, k, n): (usize, usize, usize), out: &mut [f64]) {
    let panels = n.div_ceil(COLUMNS);
    let mut right: Vec<[f64; COLUMNS]> = vec![];
    let mut left: Vec<[f64; ROWS]> = vec![];
    let mut start = 0;
    while start < k {
        let len = depth(k - start);
        right.clear();
        for panel in 0..panels {
            let j0 = panel * COLUMNS;
            let width = COLUMNS.min(n - j0);
            for p in start..start + len {
                let mut row = [0.0; COLUMNS];
                let first = (b.offset as isize + p as isize * b.row + j0 as isize * b.column) as usize;
                if b.column == 1 && width == COLUMNS {
                    row.copy_from_slice(&b.items[first..first + COLUMNS]);
                } else {
                    for (j, slot) in row.iter_mut().enumerate().take(width) {
                        *slot = b.at(p, j0 + j);
                    }
                }
                right.push(row);
            }
        }
        let mut top = 0;
        while top < m {
            let tall = TALL.min(m - top);
            pack(a, (top, tall), (start, len), &mut left);
            for panel in 0..panels {
                let j0 = panel * COLUMNS;
                let width = COLUMNS.min(n - j0);
                let b = &right[panel * len..(panel + 1) * len];
                for (group, a) in left.chunks_exact(len).enumerate() {
                    let sums = block::<FUSED>(a, b);
                    let i0 = top + group * ROWS;
                    for (i, sums) in sums.iter().enumerate().take(ROWS.min(m - i0)) {
                        let place = (i0 + i) * n + j0;
                        out[place..place + width].iter_mut().zip(sums).for_each(|(o, s)| *o += s);
                    }
                }
            }
            top += tall;
        }
        start += len;
    }
}

#[inline(always)]
fn pack(a: View, (top, tall): (usize, usize), (start, len): (usize, usize), left: &mut Vec<[f64; ROWS]>) {
    left.clear();
    for i0 in (top..top + tall).step_by(ROWS) {
        let height = ROWS.min(top + tall - i0);
        for p in start..start + len {
            let mut column = [0.0; ROWS];
            for (i, slot) in column.iter_mut().enumerate().take(height) {
                *slot = a.at(i0 + i, p);
            }
            left.push(column);
        }
    }
}

/// The sums of one block.
#[inline(always)]
fn block<const FUSED: bool>(a: &[[f64; ROWS]], b: &[[f64; COLUMNS]]) -> [[f64; COLUMNS]; ROWS] {
    let mut sums = [[0.0f64; COLUMNS]; ROWS];
    for (x, y) in a.iter().zip(b) {
        for i in 0..ROWS {
            for j in 0..COLUMNS {
                sums[i][j] = if FUSED { x[i].mul_add(y[j], sums[i][j]) } else { sums[i][j] + x[i] * y[j] };
            }
        }
    }
    sums
}

/// The scalar product, in four times four sums as the usual BLAS has it.
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    if !wide() {
        return dot_with::<false>(a, b);
    }
    let mut out = [0.0];
    dispatch(Rows { items: a, starts: (0, 0), line: b, out: &mut out });
    out[0]
}

/// The scalar product of each row of a matrix with a line.
pub fn rows(items: &[f64], (offset, row): (usize, isize), (m, k): (usize, usize), line: &[f64]) -> Vec<f64> {
    let mut out = super::array::slots::<f64>(m);
    if wide() {
        dispatch(Rows { items, starts: (offset, row), line: &line[..k], out: &mut out });
    } else {
        let start = |i: usize| (offset as isize + i as isize * row) as usize;
        out.iter_mut()
            .enumerate()
            .for_each(|(i, slot)| *slot = dot_with::<false>(&items[start(i)..start(i) + k], line));
    }
    out
}

#[inline(always)]
fn step<const FUSED: bool>(x: f64, y: f64, sum: f64) -> f64 {
    if FUSED { x.mul_add(y, sum) } else { sum + x * y }
}

#[inline(always)]
fn dot_with<const FUSED: bool>(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [[0.0f64; 4]; 4];
    let (xs, ys) = (a.chunks_exact(16), b.chunks_exact(16));
    let (x_rest, y_rest) = (xs.remainder(), ys.remainder());
    for (x, y) in xs.zip(ys) {
        for i in 0..4 {
            for j in 0..4 {
                sums[i][j] = step::<FUSED>(x[i * 4 + j], y[i * 4 + j], sums[i][j]);
            }
        }
    }
    let mut lanes = [0.0; 4];
    for (j, lane) in lanes.iter_mut().enumerate() {
        *lane = (sums[0][j] + sums[1][j]) + (sums[2][j] + sums[3][j]);
    }
    let mut sum = (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
    for (x, y) in x_rest.iter().zip(y_rest) {
        sum = step::<FUSED>(*y, *x, sum);
    }
    sum
}

/// Columns of a matrix, each times its factor, added up.
pub struct Columns<'a> {
    /// Storage
    pub items: &'a [f64],
    /// Where the first column starts, and how far it is to the next
    pub starts: (isize, isize),
    /// One factor per column
    pub factors: &'a [f64],
    /// The sums
    pub out: &'a mut [f64],
}

impl Job for Columns<'_> {
    type Out = ();
    #[inline(always)]
    fn go(self) {
        let mut at = self.starts.0;
        let m = self.out.len();
        for factor in self.factors {
            let column = &self.items[at as usize..at as usize + m];
            for i in 0..m {
                self.out[i] += factor * column[i];
            }
            at += self.starts.1;
        }
    }
}
