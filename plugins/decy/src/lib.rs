//! Converts C to Rust.
//!
//! `front` reads a unit with its headers and gives a typed form of it (`hir`), `lower` turns that into Rust, one file per construct.
//! `index` and `link` find out which units make which programs, and what they know of each other.

mod analysis;
mod build;
pub mod codes;
mod front;
#[cfg(target_family = "wasm")]
mod guest;
mod hir;
mod index;
mod lift;
mod link;
mod lower;
mod support;
mod transpile;

use batuta_sdk::{Context, Error, Lowered, Manifest, OutputFile, Plugin, Result, Role, SourceFile, Transpiler};
use batuta_text::FileId;

/// The plugin.
#[derive(Debug)]
pub struct Decy;

impl Plugin for Decy {
    fn manifest() -> Manifest {
        Manifest {
            name: "decy".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts C to Rust".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["c".into()],
            file_globs: vec!["*.c".into(), "*.h".into()],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Transpiler for Decy {
    fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
        encode(&index::index(file, cx))
    }

    fn link(indexes: &[(FileId, Vec<u8>)], _cx: &mut Context<'_>) -> Result<Vec<(FileId, Vec<u8>)>> {
        let decoded = indexes.iter().map(|(id, bytes)| Ok((*id, decode(bytes)?))).collect::<Result<Vec<_>>>()?;
        link::link(&decoded).into_iter().map(|(id, facts)| Ok((id, encode(&facts)?))).collect()
    }

    fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        transpile::lower(file, &decode(facts)?, cx)
    }

    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        support::files(name)
    }
}

fn encode<T: serde::Serialize>(value: &T) -> Result<Vec<u8>> {
    serde_json::to_vec(value).map_err(|error| Error::Internal(error.to_string()))
}

fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    serde_json::from_slice(bytes).map_err(|error| Error::Internal(error.to_string()))
}
