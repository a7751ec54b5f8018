//! Attacks that need the bindings: handles and capabilities.

use batuta_sdk::wit::transpiler::batuta::plugin::{project, storage, store, tools, types};
use batuta_sdk::{Error, Result};

pub(crate) fn attack(attack: &str) -> Result<()> {
    match attack {
        "leak-files" => {
            let mut kept = Vec::new();
            while let Some(file) = project::open("other.txt") {
                kept.push(file);
            }
            Err(Error::Internal("no such file".into()))
        }
        "leak-sinks" => {
            let mut kept = Vec::new();
            loop {
                kept.push(store::create("text/plain").map_err(said)?);
            }
        }
        "sink-flood" => {
            let sink = store::create("text/plain").map_err(said)?;
            let piece = vec![1u8; 1 << 20];
            loop {
                sink.write(&piece).map_err(said)?;
            }
        }
        "transfer-huge" => {
            let sink = store::create("text/plain").map_err(said)?;
            sink.write(&vec![1u8; 200 << 20]).map_err(said)
        }
        "tools" => tools::run("sh", &["-c".into(), "id".into()], None).map(|_| ()).map_err(said),
        "storage" => storage::get("key").map(|_| ()).map_err(said),
        _ => Err(crate::attacks::unsupported(attack)),
    }
}

pub(crate) fn said(error: types::Error) -> Error {
    match error {
        types::Error::Unsupported(text) => Error::Unsupported(text),
        types::Error::InvalidInput(text) => Error::InvalidInput(text),
        types::Error::Limit(text) => Error::Limit(text),
        types::Error::Denied(text) => Error::Denied(text),
        types::Error::Cancelled => Error::Cancelled,
        types::Error::Internal(text) => Error::Internal(text),
    }
}
