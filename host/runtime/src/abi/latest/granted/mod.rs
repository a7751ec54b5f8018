//! The host interfaces that stand for capabilities: each function looks at the grant first, and answers `denied` without one.

mod compute;
mod retrieval;
mod storage;
mod tools;

pub use compute::Tensor;

use super::imports::batuta::plugin::types::Error;
use crate::powers::{Event, PowerError};
use crate::state::Call;

/// An answer of an interface with typed errors.
type Answer<T> = std::result::Result<T, Error>;

impl Call {
    /// A path outside of the project was asked for and is not granted, or not there.
    pub(in crate::abi) fn refused_outside(&mut self, path: &str) {
        let _: Answer<()> = self.deny(&format!("read-outside={path}"));
    }

    /// Say that a capability is wanted and not granted, once per call and capability.
    fn deny<T>(&mut self, capability: &str) -> Answer<T> {
        if let Some(audit) = &self.audit
            && self.denied.insert(capability.to_owned())
        {
            audit.record(&Event::Deny {
                plugin: self.label.to_string(),
                capability: crate::text::clean(capability, 300),
            });
        }
        Err(Error::Denied(format!("the capability `{}` was not granted", crate::text::clean(capability, 300))))
    }
}

/// What the guest hears of a failure.
fn failure(error: PowerError) -> Error {
    match error {
        PowerError::Limit(why) => Error::Limit(why),
        PowerError::Denied(why) => Error::Denied(why),
        PowerError::Failed(why) => Error::Internal(why),
    }
}
