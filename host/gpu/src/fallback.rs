//! Work that goes on when the device does not.

use crate::adapter::adapters;
use crate::error::Error;
use crate::gpu::Gpu;
use std::sync::{Mutex, PoisonError};

/// Where a piece of work was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// On the device.
    Device,
    /// On the host, because there is no device, or it could not.
    Host,
}

/// A device that may be missing from the start, or be lost later.
#[derive(Debug)]
pub struct Device(Mutex<State>);

#[derive(Debug)]
struct State {
    gpu: Option<Gpu>,
    why_not: Option<Error>,
}

impl Device {
    /// The first adapter of this machine, or none.
    pub fn first() -> Self {
        adapters().first().map_or(Err(Error::NoAdapter), Gpu::open).into()
    }

    /// Do the work on the device; where it cannot, on the host. A device that is lost is not tried again.
    pub fn run<T>(&self, on_device: impl FnOnce(&Gpu) -> Result<T, Error>, on_host: impl FnOnce() -> T) -> (T, Where) {
        let mut state = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let done = state.gpu.as_ref().map(on_device);
        match done {
            Some(Ok(value)) => return (value, Where::Device),
            Some(Err(error)) => {
                if matches!(error, Error::Lost(_)) {
                    state.gpu = None;
                }
                state.why_not = Some(error);
            }
            None => {}
        }
        drop(state);
        (on_host(), Where::Host)
    }

    /// Why the host did the last work that the device did not; none when the device has done everything.
    pub fn why_not(&self) -> Option<Error> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).why_not.clone()
    }
}

impl From<Result<Gpu, Error>> for Device {
    fn from(opened: Result<Gpu, Error>) -> Self {
        let (gpu, why_not) = opened.map_or_else(|error| (None, Some(error)), |gpu| (Some(gpu), None));
        Device(Mutex::new(State { gpu, why_not }))
    }
}
