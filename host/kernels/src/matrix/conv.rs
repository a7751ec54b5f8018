//! Convolutions in one and two dimensions.

use super::gemm::gemm;
use super::view::{View, ViewMut};
use crate::arch::{Arm, Work};
use crate::element::Float;
use crate::error::{Error, equal};

/// The full discrete convolution: `out[n] = Σ x[m] kernel[n - m]`, of `x.len() + kernel.len() - 1` elements, as NumPy's
/// `convolve`.
///
/// # Errors
/// [`Error::Empty`] when either is empty, [`Error::Mismatch`] for another length of `out`.
pub fn conv1d<T: Float>(arm: Arm, x: &[T], kernel: &[T], out: &mut [T]) -> Result<(), Error> {
    if x.is_empty() || kernel.is_empty() {
        return Err(Error::Empty("a convolution"));
    }
    equal("length of the output", out.len(), x.len() + kernel.len() - 1)?;
    let (long, short) = if x.len() >= kernel.len() { (x, kernel) } else { (kernel, x) };
    arm.path.run(Convolve { long, short, out });
    Ok(())
}

struct Convolve<'a, T> {
    long: &'a [T],
    short: &'a [T],
    out: &'a mut [T],
}

/// Outputs that stay in registers while the taps pass over them.
const LANES: usize = 32;

impl<T: Float> Work for Convolve<'_, T> {
    type Output = ();

    #[inline(always)]
    fn run<const FMA: bool>(self) {
        let Self { long, short, out } = self;
        let taps = short.len();
        let mut at = 0;
        while at < out.len() {
            // Inside, every tap meets an element: whole blocks. Near the ends: one by one.
            if at + 1 >= taps && at + LANES <= long.len() {
                let mut sums = [T::ZERO; LANES];
                for (tap, weight) in short.iter().enumerate() {
                    for (sum, x) in sums.iter_mut().zip(&long[at - tap..at - tap + LANES]) {
                        *sum = weight.madd::<FMA>(*x, *sum);
                    }
                }
                out[at..at + LANES].copy_from_slice(&sums);
                at += LANES;
                continue;
            }
            let first = (at + 1).saturating_sub(long.len());
            let mut sum = T::ZERO;
            for tap in first..taps.min(at + 1) {
                sum = short[tap].madd::<FMA>(long[at - tap], sum);
            }
            out[at] = sum;
            at += 1;
        }
    }
}

/// Extents of a two-dimensional convolution over images of rows within channels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Conv2d {
    /// Channels of the input.
    pub channels: usize,
    /// Rows of the input.
    pub height: usize,
    /// Columns of the input.
    pub width: usize,
    /// Channels of the output.
    pub filters: usize,
    /// Rows of a filter.
    pub filter_height: usize,
    /// Columns of a filter.
    pub filter_width: usize,
    /// Steps between outputs, at least 1.
    pub stride: usize,
    /// Zeros around the input.
    pub padding: usize,
}

impl Conv2d {
    /// Rows and columns of the output; none when the filter does not fit.
    pub fn output(&self) -> Option<(usize, usize)> {
        let extent = |size: usize, filter: usize| {
            Some((size + 2 * self.padding).checked_sub(filter)?.checked_div(self.stride)? + 1)
        };
        extent(self.height, self.filter_height).zip(extent(self.width, self.filter_width))
    }
}

/// Correlate one image with filters, as neural networks do: `x` is channels x height x width, `weights` filters x channels x
/// filter height x filter width, `out` filters x output height x output width. The input is laid out as a matrix of patches
/// (Chellapilla, Puri & Simard 2006) and multiplied; a filter of one element needs no patches.
///
/// # Errors
/// [`Error::Empty`] when no filter fits, [`Error::Mismatch`] for other lengths.
pub fn conv2d<T: Float>(arm: Arm, extents: &Conv2d, x: &[T], weights: &[T], out: &mut [T]) -> Result<(), Error> {
    let (rows, columns) = extents
        .output()
        .filter(|_| extents.filter_height * extents.filter_width > 0)
        .ok_or(Error::Empty("a convolution"))?;
    let patch = extents.channels * extents.filter_height * extents.filter_width;
    equal("elements of the image", x.len(), extents.channels * extents.height * extents.width)?;
    equal("elements of the filters", weights.len(), extents.filters * patch)?;
    equal("elements of the output", out.len(), extents.filters * rows * columns)?;
    let weights = View::new(weights, extents.filters, patch)?;
    let mut out = ViewMut::new(out, extents.filters, rows * columns)?;
    let plain = extents.filter_height == 1 && extents.filter_width == 1 && extents.stride == 1 && extents.padding == 0;
    if plain {
        return gemm(arm, T::ONE, weights, View::new(x, patch, rows * columns)?, T::ZERO, &mut out);
    }
    let patches = patches(extents, x, rows, columns);
    gemm(arm, T::ONE, weights, View::new(&patches, patch, rows * columns)?, T::ZERO, &mut out)
}

/// One row per element of a filter, one column per output.
fn patches<T: Float>(extents: &Conv2d, x: &[T], rows: usize, columns: usize) -> Vec<T> {
    let mut patches =
        Vec::with_capacity(extents.channels * extents.filter_height * extents.filter_width * rows * columns);
    for channel in 0..extents.channels {
        let image = &x[channel * extents.height * extents.width..][..extents.height * extents.width];
        for down in 0..extents.filter_height {
            for right in 0..extents.filter_width {
                for row in 0..rows {
                    line(extents, image, row * extents.stride + down, right, columns, &mut patches);
                }
            }
        }
    }
    patches
}

/// The elements that one element of a filter meets along a row of outputs; zeros where it meets padding.
fn line<T: Float>(extents: &Conv2d, image: &[T], row: usize, right: usize, columns: usize, patches: &mut Vec<T>) {
    let inside = row.checked_sub(extents.padding).filter(|row| *row < extents.height);
    for column in 0..columns {
        let column =
            (column * extents.stride + right).checked_sub(extents.padding).filter(|column| *column < extents.width);
        patches.push(inside.zip(column).map_or(T::ZERO, |(row, column)| image[row * extents.width + column]));
    }
}
