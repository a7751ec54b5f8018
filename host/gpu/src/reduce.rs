//! Reductions: partial values of some workgroups, then of one.

use crate::buffer::Buffer;
use crate::error::Error;
use crate::gpu::{Gpu, same};
use crate::kernel::{GROUP, Kernel, Numbers};

/// Workgroups of the first pass at most; each folds what is more by itself.
const GROUPS: usize = 512;

impl Gpu {
    /// The sum of all elements, folded as a tree; 0 of none. Waits for the result.
    ///
    /// # Errors
    /// Those of a launch.
    pub fn sum(&self, x: &Buffer) -> Result<f32, Error> {
        self.value(&self.sum_there(x)?)
    }

    /// The greatest element; a NaN outweighs all. Waits for the result.
    ///
    /// # Errors
    /// [`Error::Shape`] of none; those of a launch.
    pub fn max(&self, x: &Buffer) -> Result<f32, Error> {
        self.value(&self.max_there(x)?)
    }

    /// The inner product, folded as a tree. Waits for the result.
    ///
    /// # Errors
    /// [`Error::Shape`] for different lengths; those of a launch.
    pub fn dot(&self, x: &Buffer, y: &Buffer) -> Result<f32, Error> {
        self.value(&self.dot_there(x, y)?)
    }

    pub(crate) fn sum_there(&self, x: &Buffer) -> Result<Buffer, Error> {
        self.fold(Kernel::Sum, Kernel::Sum, &[x])
    }

    pub(crate) fn max_there(&self, x: &Buffer) -> Result<Buffer, Error> {
        if x.is_empty() {
            return Err(batuta_kernels::Error::Empty("the greatest element").into());
        }
        self.fold(Kernel::Max, Kernel::Max, &[x])
    }

    pub(crate) fn dot_there(&self, x: &Buffer, y: &Buffer) -> Result<Buffer, Error> {
        same("elements", x.len, y.len)?;
        self.fold(Kernel::Dot, Kernel::Sum, &[x, y])
    }

    fn fold(&self, first: Kernel, then: Kernel, operands: &[&Buffer]) -> Result<Buffer, Error> {
        let len = operands[0].len;
        let groups = len.div_ceil(GROUP as usize).clamp(1, GROUPS);
        let partial = self.zeros(groups)?;
        let mut buffers = vec![operands[0], &partial];
        buffers.extend(&operands[1..]);
        self.launch(first, Numbers::extents([len]), &buffers, [groups as u32, 1])?;
        if groups == 1 {
            return Ok(partial);
        }
        let out = self.zeros(1)?;
        self.launch(then, Numbers::extents([groups]), &[&partial, &out], [1, 1])?;
        Ok(out)
    }

    fn value(&self, buffer: &Buffer) -> Result<f32, Error> {
        let mut value = [0.0];
        self.download(buffer, &mut value)?;
        Ok(value[0])
    }
}
