//! The operations, each as its kernel on the host but for `f32` on the device.

use crate::buffer::Buffer;
use crate::error::Error;
use crate::gpu::{Gpu, same};
use crate::kernel::{GROUP, Kernel, MOST_GROUPS, Numbers};
use batuta_kernels::Conv2d;

impl Gpu {
    /// `x + y`, elementwise.
    ///
    /// # Errors
    /// [`Error::Shape`] for different lengths; those of a launch.
    pub fn add(&self, x: &Buffer, y: &Buffer) -> Result<Buffer, Error> {
        same("elements", x.len, y.len)?;
        let out = self.zeros(x.len)?;
        self.over(Kernel::Add, Numbers::extents([x.len]), &[x, y, &out], x.len)?;
        Ok(out)
    }

    /// `y += a x`.
    ///
    /// # Errors
    /// As [`Gpu::add`].
    pub fn axpy(&self, a: f32, x: &Buffer, y: &Buffer) -> Result<(), Error> {
        same("elements", x.len, y.len)?;
        self.over(Kernel::Axpy, Numbers::extents([x.len]).float(1, a), &[x, y], x.len)
    }

    /// e^x, elementwise; as exact as the device's `exp` (within 3 + 2 |x| ULP by Vulkan's rules).
    ///
    /// # Errors
    /// Those of a launch.
    pub fn exp(&self, x: &Buffer) -> Result<Buffer, Error> {
        let out = self.zeros(x.len)?;
        self.over(Kernel::Exp, Numbers::extents([x.len]), &[x, &out], x.len)?;
        Ok(out)
    }

    /// Softmax of rows of so many columns.
    ///
    /// # Errors
    /// [`Error::Shape`] when `columns` does not divide the elements; those of a launch.
    pub fn softmax(&self, x: &Buffer, columns: usize) -> Result<Buffer, Error> {
        self.rows(Kernel::Softmax, x, columns, 0.0)
    }

    /// Rows of so many columns with mean 0 and variance 1; `epsilon` is added to the variance.
    ///
    /// # Errors
    /// As [`Gpu::softmax`].
    pub fn layer_norm(&self, x: &Buffer, columns: usize, epsilon: f32) -> Result<Buffer, Error> {
        self.rows(Kernel::LayerNorm, x, columns, epsilon)
    }

    fn rows(&self, kernel: Kernel, x: &Buffer, columns: usize, epsilon: f32) -> Result<Buffer, Error> {
        let rows = x.len.checked_div(columns).unwrap_or(0);
        same("elements and rows of columns", x.len, rows * columns)?;
        let out = self.zeros(x.len)?;
        if rows > 0 {
            let numbers = Numbers::extents([rows, columns]).float(2, epsilon);
            self.launch(kernel, numbers, &[x, &out], spread(rows))?;
        }
        Ok(out)
    }

    /// A matrix of `rows` x `columns` times a vector.
    ///
    /// # Errors
    /// [`Error::Shape`] for other lengths; those of a launch.
    pub fn gemv(&self, a: &Buffer, x: &Buffer, rows: usize, columns: usize) -> Result<Buffer, Error> {
        same("elements of the matrix", a.len, rows * columns)?;
        same("elements of the vector", x.len, columns)?;
        let out = self.zeros(rows)?;
        if rows > 0 && columns > 0 {
            self.launch(Kernel::Gemv, Numbers::extents([rows, columns]), &[a, x, &out], spread(rows))?;
        }
        Ok(out)
    }

    /// The product of `rows` x `inner` and `inner` x `columns`, rows one after the other.
    ///
    /// # Errors
    /// [`Error::Shape`] for other lengths, [`Error::TooLarge`] past 4,194,240 rows or columns; those of a launch.
    pub fn gemm(&self, a: &Buffer, b: &Buffer, rows: usize, inner: usize, columns: usize) -> Result<Buffer, Error> {
        same("elements of the left matrix", a.len, rows * inner)?;
        same("elements of the right matrix", b.len, inner * columns)?;
        let out = self.zeros(rows * columns)?;
        if out.is_empty() || inner == 0 {
            return Ok(out);
        }
        let tiles = |extent: usize| u32::try_from(extent.div_ceil(64)).ok().filter(|tiles| *tiles <= MOST_GROUPS);
        let (Some(across), Some(down)) = (tiles(columns), tiles(rows)) else {
            return Err(Error::TooLarge { bytes: out.raw.size(), most: u64::from(MOST_GROUPS) * 64 * 4 });
        };
        self.launch(Kernel::Gemm, Numbers::extents([rows, inner, columns]), &[a, b, &out], [across, down])?;
        Ok(out)
    }

    /// Correlate one image with filters, as [`batuta_kernels::conv2d`] does.
    ///
    /// # Errors
    /// [`Error::Shape`] for other lengths or filters that do not fit; those of a launch.
    pub fn conv2d(&self, extents: &Conv2d, x: &Buffer, weights: &Buffer) -> Result<Buffer, Error> {
        let Conv2d { channels, height, width, filters, filter_height, filter_width, stride, padding } = *extents;
        let filter = channels * filter_height * filter_width;
        let (rows, columns) =
            extents.output().filter(|_| filter > 0).ok_or(batuta_kernels::Error::Empty("a convolution"))?;
        same("elements of the image", x.len, channels * height * width)?;
        same("elements of the filters", weights.len, filters * filter)?;
        let out = self.zeros(filters * rows * columns)?;
        let numbers =
            Numbers::extents([channels, height, width, filters, filter_height, filter_width, stride, padding]);
        self.over(Kernel::Conv2d, numbers, &[x, weights, &out], out.len)?;
        Ok(out)
    }

    /// Launch a thread per element.
    fn over(&self, kernel: Kernel, numbers: Numbers, buffers: &[&Buffer], len: usize) -> Result<(), Error> {
        if len == 0 {
            return Ok(());
        }
        self.launch(kernel, numbers, buffers, spread(len.div_ceil(GROUP as usize)))
    }
}

/// So many workgroups, in two dimensions where one does not hold them; the last ones may have nothing to do.
fn spread(groups: usize) -> [u32; 2] {
    let most = MOST_GROUPS as usize;
    let down = groups.div_ceil(most).max(1);
    let across = groups.div_ceil(down);
    // Buffers have at most 2^32 elements, so both fit.
    [across as u32, down as u32]
}
