//! `storage`: a plugin's private, persistent store.

use super::{Answer, failure};
use crate::abi::latest::imports::batuta::plugin::{storage, types::Error};
use crate::state::{Blob, State};
use wasmtime::Result;
use wasmtime::component::Resource;

/// Greatest key, in bytes.
const KEY: usize = 256;

fn sane(key: &str) -> Answer<()> {
    if key.is_empty() || key.len() > KEY {
        return Err(Error::InvalidInput(format!("a key has 1 to {KEY} bytes")));
    }
    Ok(())
}

impl State {
    fn stored(&mut self) -> Answer<std::sync::Arc<dyn crate::powers::Storage>> {
        let Some(storage) = self.call.powers.storage.clone() else { return self.call.deny("storage") };
        self.call.used_capability = true;
        Ok(storage)
    }
}

impl storage::Host for State {
    fn get(&mut self, key: String) -> Result<Answer<Option<Resource<Blob>>>> {
        self.call.enter_step()?;
        let value = sane(&key).and_then(|()| self.stored()).and_then(|it| it.get(&key).map_err(failure));
        Ok(match value {
            Ok(Some(bytes)) => Ok(Some(self.table.push(Blob { bytes: bytes.into() })?)),
            Ok(None) => Ok(None),
            Err(error) => Err(error),
        })
    }

    fn put(&mut self, key: String, value: Resource<Blob>) -> Result<Answer<()>> {
        self.call.enter_step()?;
        let bytes = self.table.delete(value)?.bytes;
        self.call.staged_bytes += bytes.len() as u64;
        if self.call.staged_bytes > self.call.limits.staged {
            return Ok(Err(Error::Limit(format!("a call may write {} bytes", self.call.limits.staged))));
        }
        Ok(sane(&key).and_then(|()| self.stored()).and_then(|it| it.put(&key, &bytes).map_err(failure)))
    }

    fn remove(&mut self, key: String) -> Result<Answer<()>> {
        self.call.enter_step()?;
        Ok(sane(&key).and_then(|()| self.stored()).and_then(|it| it.remove(&key).map_err(failure)))
    }
}
