//! The host interfaces that stand for capabilities. None can be granted yet: every function answers `denied`.

use super::imports::batuta::plugin::types::{Dtype, Error};
use super::imports::batuta::plugin::{compute, retrieval, storage, tools};
use crate::plugin_set::FailureKind;
use crate::state::{Blob, HostStop, Never, State};
use wasmtime::Result;
use wasmtime::component::Resource;

impl State {
    /// The answer of every function here.
    fn deny<T>(&mut self, capability: &str) -> Result<std::result::Result<T, Error>> {
        self.call.enter()?;
        Ok(Err(Error::Denied(format!("the capability `{capability}` was not granted"))))
    }
}

/// A handle of a resource that no function ever gave out.
fn forged<T>() -> Result<T> {
    Err(HostStop::new(FailureKind::InvalidData, "it used a handle that was never given to it"))
}

impl storage::Host for State {
    fn get(&mut self, _key: String) -> Result<std::result::Result<Option<Resource<Blob>>, Error>> {
        self.deny("storage")
    }

    fn put(&mut self, _key: String, value: Resource<Blob>) -> Result<std::result::Result<(), Error>> {
        self.table.delete(value)?;
        self.deny("storage")
    }

    fn remove(&mut self, _key: String) -> Result<std::result::Result<(), Error>> {
        self.deny("storage")
    }
}

impl compute::Host for State {
    fn matmul(
        &mut self,
        _: Resource<Never>,
        _: Resource<Never>,
    ) -> Result<std::result::Result<Resource<Never>, Error>> {
        forged()
    }

    fn top_k(
        &mut self,
        _: Resource<Never>,
        _: Resource<Never>,
        _: u32,
    ) -> Result<std::result::Result<Vec<compute::Scored>, Error>> {
        forged()
    }
}

impl compute::HostTensor for State {
    fn new(&mut self, _: Dtype, _: Vec<u32>) -> Result<std::result::Result<Resource<Never>, Error>> {
        self.deny("compute")
    }

    fn shape(&mut self, _: Resource<Never>) -> Result<Vec<u32>> {
        forged()
    }

    fn write(&mut self, _: Resource<Never>, _: u64, _: Vec<u8>) -> Result<std::result::Result<(), Error>> {
        forged()
    }

    fn read(&mut self, _: Resource<Never>, _: u64, _: u32) -> Result<std::result::Result<Vec<u8>, Error>> {
        forged()
    }

    fn drop(&mut self, _: Resource<Never>) -> Result<()> {
        forged()
    }
}

impl retrieval::Host for State {
    fn search(&mut self, _: String, _: u32) -> Result<std::result::Result<Vec<retrieval::Hit>, Error>> {
        self.deny("retrieval")
    }
}

impl tools::Host for State {
    fn run(
        &mut self,
        _: String,
        _: Vec<String>,
        stdin: Option<Resource<Blob>>,
    ) -> Result<std::result::Result<tools::Outcome, Error>> {
        if let Some(blob) = stdin {
            self.table.delete(blob)?;
        }
        self.deny("tools")
    }
}
