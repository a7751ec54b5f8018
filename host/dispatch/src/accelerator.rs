//! Devices beside the host, as calibration and benchmarks see them.

use crate::task::Task;

/// A device that can be measured.
pub trait Accelerator {
    /// Its name, as its driver says.
    fn name(&self) -> String;

    /// Lay out the memory of a task, on the host and on the device, with the operands of [`crate::Workload`]. None when the device
    /// cannot run it: an operation that it lacks, a type that it lacks, more memory than it has.
    fn prepare(&self, task: &Task) -> Option<Box<dyn OnDevice + '_>>;
}

/// A task whose memory is laid out; each step returns when it is done on the device.
pub trait OnDevice {
    /// Bring the operands to the device.
    ///
    /// # Errors
    /// What the device says.
    fn upload(&mut self) -> Result<(), String>;

    /// Compute.
    ///
    /// # Errors
    /// What the device says.
    fn run(&mut self) -> Result<(), String>;

    /// Bring the result to the host.
    ///
    /// # Errors
    /// What the device says.
    fn download(&mut self) -> Result<(), String>;
}
