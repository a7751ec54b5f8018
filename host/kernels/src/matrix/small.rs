//! Products of small matrices, straight from where they lie.
//!
//! A large product first copies its operands into an order that streams (Goto & van de Geijn, Anatomy of high-performance matrix
//! multiplication, ACM TOMS 34, 2008); below some 64 rows that copy costs more than it saves, as all fits into the first-level
//! cache. Here a tile of the result stays in registers while the inner dimension passes by. The compiler does not keep such a
//! tile in registers by itself, so this is written with vectors.
#![allow(unsafe_code)]

use super::view::{Shape, View, ViewMut};
use crate::arch::Path;
use pulp::{Simd, WithSimd};

/// Multiplications up to which no copy is made.
const MOST: usize = 80 * 80 * 80;

/// Is this a product for this module? Rows of the right matrix and of the result must be contiguous.
pub(super) fn suits(left: Shape, right: Shape, out: Shape) -> bool {
    let work = left.rows.saturating_mul(left.columns).saturating_mul(right.columns);
    work <= MOST && right.column_stride == 1 && out.column_stride == 1
}

/// A type for which there is a small product.
pub trait Small: Sized {
    /// `c = alpha a b + beta c`; the caller checked the extents, and that [`suits`] holds.
    #[doc(hidden)]
    fn product(path: Path, alpha: Self, a: View<'_, Self>, b: View<'_, Self>, beta: Self, c: &mut ViewMut<'_, Self>);
}

struct Product<'a, 'b, 'c, T, const ROWS: usize> {
    alpha: T,
    a: View<'a, T>,
    b: View<'a, T>,
    beta: T,
    c: &'b mut ViewMut<'c, T>,
}

macro_rules! small {
    ($type:ident, $module:ident, $lanes:ident, $count:ty, $between:ident, $splat:ident, $madd:ident, $mul:ident, $load:ident, $store:ident, $vector:ident) => {
        mod $module {
            use super::*;

            impl Small for $type {
                fn product(
                    path: Path,
                    alpha: Self,
                    a: View<'_, Self>,
                    b: View<'_, Self>,
                    beta: Self,
                    c: &mut ViewMut<'_, Self>,
                ) {
                    // As many rows of two registers as leave registers for the operands: 32 registers, or 16.
                    if path.name() == "avx512" || path.name() == "neon" {
                        path.vectorize(Product::<'_, '_, '_, Self, 8> { alpha, a, b, beta, c });
                    } else {
                        path.vectorize(Product::<'_, '_, '_, Self, 6> { alpha, a, b, beta, c });
                    }
                }
            }

            impl<const ROWS: usize> WithSimd for Product<'_, '_, '_, $type, ROWS> {
                type Output = ();

                #[inline(always)]
                fn with_simd<S: Simd>(mut self, simd: S) {
                    let (out, step) = (self.c.shape(), 2 * S::$lanes);
                    for column in (0..out.columns).step_by(step) {
                        let width = step.min(out.columns - column);
                        for row in (0..out.rows).step_by(ROWS) {
                            if width <= S::$lanes {
                                tile::<S, ROWS, 1>(simd, &mut self, row, column, width);
                            } else {
                                tile::<S, ROWS, 2>(simd, &mut self, row, column, width);
                            }
                        }
                    }
                }
            }

            /// One tile of the result, of at most `ROWS` rows and `VECTORS` registers of columns.
            #[inline(always)]
            fn tile<S: Simd, const ROWS: usize, const VECTORS: usize>(
                simd: S,
                product: &mut Product<'_, '_, '_, $type, ROWS>,
                row: usize,
                column: usize,
                width: usize,
            ) {
                let (left, right, out) = (product.a.shape(), product.b.shape(), product.c.shape());
                let height = ROWS.min(out.rows - row);
                let masks: [_; VECTORS] = std::array::from_fn(|v| {
                    simd.$between(0, width.saturating_sub(v * S::$lanes).min(S::$lanes) as $count)
                });
                // Rows past the last repeat it: their sums are not stored.
                let starts: [usize; ROWS] =
                    std::array::from_fn(|index| (row + index.min(height - 1)) * left.row_stride);
                let (a, b) = (product.a.data().as_ptr(), product.b.data().as_ptr());
                let mut sums = [[simd.$splat(0.0); VECTORS]; ROWS];
                for k in 0..left.columns {
                    let mut line = [simd.$splat(0.0); VECTORS];
                    for v in 0..VECTORS {
                        // SAFETY: the mask leaves the columns below `column + width` of row `k` of `b`, all of which its view found in
                        // the slice; what lies past them is not touched.
                        line[v] = unsafe {
                            simd.$load(masks[v], b.wrapping_add(k * right.row_stride + column + v * S::$lanes))
                        };
                    }
                    for r in 0..ROWS {
                        // SAFETY: `starts[r]` is where a row of `a` begins and `k` one of its columns; its view found both in the slice.
                        let factor = simd.$splat(unsafe { *a.add(starts[r] + k * left.column_stride) });
                        for v in 0..VECTORS {
                            sums[r][v] = simd.$madd(factor, line[v], sums[r][v]);
                        }
                    }
                }
                let (alpha, beta, keep) = (simd.$splat(product.alpha), simd.$splat(product.beta), product.beta != 0.0);
                let c = product.c.data().as_mut_ptr();
                for (r, sums) in sums.iter().enumerate().take(height) {
                    for v in 0..VECTORS {
                        let place = c.wrapping_add((row + r) * out.row_stride + column + v * S::$lanes);
                        let mut value: S::$vector = simd.$mul(alpha, sums[v]);
                        // SAFETY: as for `b`: row `row + r` and the columns that the mask leaves are elements of `c`, which is borrowed
                        // for writing.
                        unsafe {
                            if keep {
                                value = simd.$madd(beta, simd.$load(masks[v], place), value);
                            }
                            simd.$store(masks[v], place, value);
                        }
                    }
                }
            }
        }
    };
}

small!(
    f32,
    single,
    F32_LANES,
    u32,
    mask_between_m32s,
    splat_f32s,
    mul_add_f32s,
    mul_f32s,
    mask_load_ptr_f32s,
    mask_store_ptr_f32s,
    f32s
);
small!(
    f64,
    double,
    F64_LANES,
    u64,
    mask_between_m64s,
    splat_f64s,
    mul_add_f64s,
    mul_f64s,
    mask_load_ptr_f64s,
    mask_store_ptr_f64s,
    f64s
);
