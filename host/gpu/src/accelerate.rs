//! A device as the dispatcher measures it.

use crate::buffer::Buffer;
use crate::error::Error;
use crate::gpu::Gpu;
use batuta_dispatch::{Accelerator, Dtype, OnDevice, Op, Task, numbers};
use batuta_kernels::Conv2d;

/// A task whose operands are laid out on the host and on the device.
pub struct Accelerated<'gpu> {
    gpu: &'gpu Gpu,
    task: Task,
    operands: Vec<(Vec<f32>, Buffer)>,
    result: Buffer,
    host: Vec<f32>,
}

impl Accelerator for Gpu {
    fn name(&self) -> String {
        self.adapter.name.clone()
    }

    fn prepare(&self, task: &Task) -> Option<Box<dyn OnDevice + '_>> {
        Some(Box::new(Accelerated::new(self, *task)?))
    }
}

impl<'gpu> Accelerated<'gpu> {
    /// Lay out a task; none when the device cannot run it.
    pub fn new(gpu: &'gpu Gpu, task: Task) -> Option<Self> {
        if task.dtype != Dtype::F32 || matches!(task.op, Op::Sort | Op::Fft) {
            return None;
        }
        let Task { op, rows, inner, columns, .. } = task;
        let lengths = match op {
            Op::Add | Op::Axpy | Op::Dot => vec![rows * columns; 2],
            Op::Gemv => vec![rows * inner, inner],
            Op::Gemm => vec![rows * inner, inner * columns],
            Op::Conv2d => vec![rows * columns, 8 * 9],
            _ => vec![rows * columns],
        };
        let lay_out = |len: &usize| {
            let host = numbers::<f32>(*len);
            let there = gpu.upload(&host).ok()?;
            Some((host, there))
        };
        let operands = lengths.iter().map(lay_out).collect::<Option<Vec<_>>>()?;
        let mut prepared = Self { gpu, task, operands, result: gpu.zeros(0).ok()?, host: Vec::new() };
        prepared.compute().ok()?;
        prepared.host = vec![0.0; prepared.result().len()];
        Some(prepared)
    }

    /// Bring the operands back to the host, as an operation there would need them.
    ///
    /// # Errors
    /// [`Error::Lost`], [`Error::Failed`].
    pub fn fetch_operands(&mut self) -> Result<(), Error> {
        let gpu = self.gpu;
        self.operands.iter_mut().try_for_each(|(host, there)| gpu.download(there, host))
    }

    /// Bring the result to the device, as an operation on the host would leave it there.
    ///
    /// # Errors
    /// [`Error::Lost`], [`Error::Failed`].
    pub fn send_result(&self) -> Result<(), Error> {
        self.gpu.write(self.result(), &self.host)?;
        self.gpu.finish()
    }

    /// The result, as the last [`OnDevice::download`] brought it.
    pub fn downloaded(&self) -> &[f32] {
        &self.host
    }

    /// What holds the result on the device: an operation in place leaves it in its operand.
    fn result(&self) -> &Buffer {
        if self.task.op == Op::Axpy { &self.operands[1].1 } else { &self.result }
    }

    fn compute(&mut self) -> Result<(), Error> {
        let gpu = self.gpu;
        let Task { op, rows, inner, columns, .. } = self.task;
        let x = &self.operands[0].1;
        let y = self.operands.get(1).map_or(x, |(_, buffer)| buffer);
        let result = match op {
            Op::Add => gpu.add(x, y),
            Op::Axpy => return gpu.axpy(1e-9, x, y).and_then(|()| gpu.finish()),
            Op::Exp => gpu.exp(x),
            Op::Dot => gpu.dot_there(x, y),
            Op::Sum => gpu.sum_there(x),
            Op::Max => gpu.max_there(x),
            Op::Softmax => gpu.softmax(x, columns),
            Op::LayerNorm => gpu.layer_norm(x, columns, 1e-5),
            Op::Gemv => gpu.gemv(x, y, rows, inner),
            Op::Gemm => gpu.gemm(x, y, rows, inner, columns),
            Op::Conv2d => gpu.conv2d(&convolution(rows, columns), x, y),
            Op::Sort | Op::Fft => Err(Error::Failed(format!("{op} is not on the device"))),
        };
        self.result = result?;
        gpu.finish()
    }
}

/// The convolution of [`Task`]: eight filters of three by three, the image's border filled with zeros.
fn convolution(height: usize, width: usize) -> Conv2d {
    Conv2d { channels: 1, height, width, filters: 8, filter_height: 3, filter_width: 3, stride: 1, padding: 1 }
}

impl OnDevice for Accelerated<'_> {
    fn upload(&mut self) -> Result<(), String> {
        let write = |(host, there): &(Vec<f32>, Buffer)| self.gpu.write(there, host);
        self.operands.iter().try_for_each(write).and_then(|()| self.gpu.finish()).map_err(|error| error.to_string())
    }

    fn run(&mut self) -> Result<(), String> {
        self.compute().map_err(|error| error.to_string())
    }

    fn download(&mut self) -> Result<(), String> {
        let mut host = std::mem::take(&mut self.host);
        let done = self.gpu.download(self.result(), &mut host);
        self.host = host;
        done.map_err(|error| error.to_string())
    }
}
