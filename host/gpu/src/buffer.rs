//! Numbers on a device.

/// So many `f32` on a device; freed when it is dropped.
#[derive(Debug)]
pub struct Buffer {
    pub(crate) raw: wgpu::Buffer,
    pub(crate) len: usize,
}

impl Buffer {
    /// Elements.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Has it none?
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }
}
