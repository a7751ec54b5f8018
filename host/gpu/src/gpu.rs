//! An open device: memory, programs, launches.

use crate::adapter::Adapter;
use crate::buffer::Buffer;
use crate::error::Error;
use crate::kernel::{Kernel, Numbers};
use std::collections::HashMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of an element.
const ELEMENT: u64 = 4;

/// An open device. Operations are queued; [`Gpu::finish`] and [`Gpu::download`] wait for them and say what failed.
pub struct Gpu {
    /// What it is.
    pub adapter: Adapter,
    device: wgpu::Device,
    queue: wgpu::Queue,
    pipelines: Mutex<HashMap<Kernel, wgpu::ComputePipeline>>,
    trouble: Arc<Mutex<Option<Error>>>,
}

impl fmt::Debug for Gpu {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gpu").field("adapter", &self.adapter.name).finish_non_exhaustive()
    }
}

impl Gpu {
    /// Open an adapter, with all the memory that it may give to one buffer.
    ///
    /// # Errors
    /// [`Error::Refused`] when its driver gives no device.
    pub fn open(adapter: &Adapter) -> Result<Self, Error> {
        let wanted = wgpu::DeviceDescriptor {
            label: Some("batuta"),
            required_limits: adapter.raw.limits(),
            ..wgpu::DeviceDescriptor::default()
        };
        let opened = pollster::block_on(adapter.raw.request_device(&wanted));
        let (device, queue) =
            opened.map_err(|error| Error::Refused { adapter: adapter.name.clone(), why: error.to_string() })?;
        let trouble: Arc<Mutex<Option<Error>>> = Arc::default();
        let (lost, failed) = (trouble.clone(), trouble.clone());
        device.set_device_lost_callback(move |_, why| note(&lost, Error::Lost(why)));
        device.on_uncaptured_error(Arc::new(move |error: wgpu::Error| note(&failed, Error::Failed(error.to_string()))));
        Ok(Self { adapter: adapter.clone(), device, queue, pipelines: Mutex::default(), trouble })
    }

    /// Room for so many elements, all zero.
    ///
    /// # Errors
    /// [`Error::TooLarge`]; [`Error::Failed`] when the device has no more memory.
    pub fn zeros(&self, len: usize) -> Result<Buffer, Error> {
        self.check()?;
        let bytes = (len.max(1) as u64).saturating_mul(ELEMENT);
        let limits = self.device.limits();
        let most = limits.max_buffer_size.min(limits.max_storage_buffer_binding_size);
        if bytes > most || u32::try_from(len).is_err() {
            return Err(Error::TooLarge { bytes, most });
        }
        let usage = wgpu::BufferUsages::STORAGE | wgpu::BufferUsages::COPY_SRC | wgpu::BufferUsages::COPY_DST;
        let raw = self.device.create_buffer(&wgpu::BufferDescriptor {
            label: None,
            size: bytes,
            usage,
            mapped_at_creation: false,
        });
        self.check()?;
        Ok(Buffer { raw, len })
    }

    /// Bring numbers to the device.
    ///
    /// # Errors
    /// As [`Gpu::zeros`].
    pub fn upload(&self, numbers: &[f32]) -> Result<Buffer, Error> {
        let buffer = self.zeros(numbers.len())?;
        self.write(&buffer, numbers)?;
        Ok(buffer)
    }

    /// Bring numbers into a buffer that is there.
    ///
    /// # Errors
    /// [`Error::Shape`] when there are not as many as it has.
    pub fn write(&self, buffer: &Buffer, numbers: &[f32]) -> Result<(), Error> {
        same("elements of the buffer", buffer.len, numbers.len())?;
        self.queue.write_buffer(&buffer.raw, 0, bytemuck::cast_slice(numbers));
        self.check()
    }

    /// Bring numbers back, when all that was queued is done.
    ///
    /// # Errors
    /// [`Error::Shape`] for another length; [`Error::Lost`], [`Error::Failed`] when something before did not end well.
    pub fn download(&self, buffer: &Buffer, numbers: &mut [f32]) -> Result<(), Error> {
        same("elements of the buffer", buffer.len, numbers.len())?;
        if numbers.is_empty() {
            return self.finish();
        }
        let size = buffer.raw.size();
        let usage = wgpu::BufferUsages::MAP_READ | wgpu::BufferUsages::COPY_DST;
        let staging =
            self.device.create_buffer(&wgpu::BufferDescriptor { label: None, size, usage, mapped_at_creation: false });
        let mut encoder = self.device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        encoder.copy_buffer_to_buffer(&buffer.raw, 0, &staging, 0, size);
        self.queue.submit([encoder.finish()]);
        staging.map_async(wgpu::MapMode::Read, .., |_| ());
        self.finish()?;
        let failed = |error: wgpu::MapRangeError| Error::Failed(error.to_string());
        let view = staging.get_mapped_range(..).map_err(failed)?;
        numbers.copy_from_slice(bytemuck::cast_slice(&view));
        Ok(())
    }

    /// Wait until all that was queued is done.
    ///
    /// # Errors
    /// [`Error::Lost`], [`Error::Failed`] when something did not end well.
    pub fn finish(&self) -> Result<(), Error> {
        self.device
            .poll(wgpu::PollType::wait_indefinitely())
            .map_err(|error| Error::Lost(error.to_string()))
            .and_then(|_| self.check())
    }

    /// Give up the device, as a driver that restarts does: what is asked of it later gives [`Error::Lost`].
    pub fn destroy(&self) {
        self.device.destroy();
        note(&self.trouble, Error::Lost("it was given up".to_owned()));
    }

    /// Queue a launch: `buffers` stand behind the numbers, in the order of the shader's bindings.
    pub(crate) fn launch(
        &self,
        kernel: Kernel,
        numbers: Numbers,
        buffers: &[&Buffer],
        groups: [u32; 2],
    ) -> Result<(), Error> {
        self.check()?;
        let pipeline = self.pipeline(kernel);
        let numbers = self.uniform(numbers);
        let all = [numbers.as_entire_binding()].into_iter();
        let all = all.chain(buffers.iter().map(|buffer| buffer.raw.as_entire_binding()));
        let entries: Vec<wgpu::BindGroupEntry<'_>> =
            (0u32..).zip(all).map(|(binding, resource)| wgpu::BindGroupEntry { binding, resource }).collect();
        let layout = pipeline.get_bind_group_layout(0);
        let bindings = wgpu::BindGroupDescriptor { label: None, layout: &layout, entries: &entries };
        let group = self.device.create_bind_group(&bindings);
        let mut encoder = self.device.create_command_encoder(&wgpu::CommandEncoderDescriptor::default());
        {
            let mut pass = encoder.begin_compute_pass(&wgpu::ComputePassDescriptor::default());
            pass.set_pipeline(&pipeline);
            pass.set_bind_group(0, &group, &[]);
            pass.dispatch_workgroups(groups[0], groups[1], 1);
        }
        self.queue.submit([encoder.finish()]);
        self.check()
    }

    fn uniform(&self, numbers: Numbers) -> wgpu::Buffer {
        let bytes = bytemuck::cast_slice(&numbers.0);
        let usage = wgpu::BufferUsages::UNIFORM | wgpu::BufferUsages::COPY_DST;
        let size = bytes.len() as u64;
        let buffer =
            self.device.create_buffer(&wgpu::BufferDescriptor { label: None, size, usage, mapped_at_creation: false });
        self.queue.write_buffer(&buffer, 0, bytes);
        buffer
    }

    fn pipeline(&self, kernel: Kernel) -> wgpu::ComputePipeline {
        let mut pipelines = self.pipelines.lock().unwrap_or_else(PoisonError::into_inner);
        let make = || {
            let source = wgpu::ShaderSource::Wgsl(kernel.source());
            let module = self.device.create_shader_module(wgpu::ShaderModuleDescriptor { label: None, source });
            self.device.create_compute_pipeline(&wgpu::ComputePipelineDescriptor {
                label: None,
                layout: None,
                module: &module,
                entry_point: Some("main"),
                compilation_options: wgpu::PipelineCompilationOptions::default(),
                cache: None,
            })
        };
        pipelines.entry(kernel).or_insert_with(make).clone()
    }

    /// What went wrong since the device was opened: once lost it stays so, a failure is told once.
    fn check(&self) -> Result<(), Error> {
        let mut trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        match &*trouble {
            None => Ok(()),
            Some(Error::Lost(why)) => Err(Error::Lost(why.clone())),
            Some(_) => trouble.take().map_or(Ok(()), Err),
        }
    }
}

/// The first trouble counts, but for a loss, which outweighs all others.
fn note(trouble: &Mutex<Option<Error>>, error: Error) {
    let mut trouble = trouble.lock().unwrap_or_else(PoisonError::into_inner);
    let lost = matches!(error, Error::Lost(_)) && !matches!(*trouble, Some(Error::Lost(_)));
    if trouble.is_none() || lost {
        *trouble = Some(error);
    }
}

/// Two extents that must be equal.
pub(crate) fn same(what: &'static str, left: usize, right: usize) -> Result<(), Error> {
    if left == right { Ok(()) } else { Err(batuta_kernels::Error::Mismatch { what, left, right }.into()) }
}
