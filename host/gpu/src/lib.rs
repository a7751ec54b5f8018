//! Numeric operations on graphics processors, through `wgpu`: Vulkan, Metal or DirectX 12, whatever the machine has.
//!
//! No adapter is a normal case: [`adapters`] is then empty, and nothing else is lost. Buffers stay on the device between operations;
//! only [`Gpu::upload`] and [`Gpu::download`] move numbers. Elements are `f32`, the only floating-point type that every device has.
//! Shapes are checked before anything is launched. A device may go away at any time (a driver that restarts, a laptop that switches
//! cards): operations then give [`Error::Lost`], and [`Device::run`] does the work on the host instead and says why.
//!
//! ```
//! use batuta_gpu::{Device, Where};
//! let device = Device::first();
//! let (sum, place) = device.run(|gpu| gpu.sum(&gpu.upload(&[1.0, 2.0, 3.0])?), || 6.0);
//! assert_eq!(sum, 6.0);
//! assert!(place == Where::Device || device.why_not().is_some(), "who works on the host says why");
//! ```

mod accelerate;
mod adapter;
mod buffer;
mod error;
mod fallback;
mod gpu;
mod kernel;
mod operations;
mod reduce;

pub use accelerate::Accelerated;
pub use adapter::{Adapter, Kind, adapters};
pub use buffer::Buffer;
pub use error::Error;
pub use fallback::{Device, Where};
pub use gpu::Gpu;
