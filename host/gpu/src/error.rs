//! What can keep a device from working.

/// Why an operation on a device gave nothing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// There is no adapter, or not so many.
    #[error("no graphics adapter is there")]
    NoAdapter,
    /// The adapter gave no device.
    #[error("the adapter {adapter} gives no device: {why}")]
    Refused {
        /// Its name.
        adapter: String,
        /// What it says.
        why: String,
    },
    /// Extents do not fit each other.
    #[error(transparent)]
    Shape(#[from] batuta_kernels::Error),
    /// More than one buffer may have.
    #[error("{bytes} bytes are more than a buffer of this device may have: {most}")]
    TooLarge {
        /// Bytes that were asked for.
        bytes: u64,
        /// Bytes that are allowed.
        most: u64,
    },
    /// The device is gone, and everything on it.
    #[error("the device is lost: {0}")]
    Lost(String),
    /// The device could not do it; out of memory, mostly.
    #[error("the device failed: {0}")]
    Failed(String),
}
