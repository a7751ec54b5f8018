//! Machine code from bytes: the only `unsafe` of this crate.
//!
//! Bytes that are deserialised become code of this process, so they come from two places only: the bundle inside the program itself,
//! and the cache, whose entries are authenticated before they get here.
#![allow(unsafe_code)]

use crate::engine::PluginEngine;
use std::ptr::NonNull;
use wasmtime::component::Component;

/// What the engine wants code to be aligned to when it uses it in place.
pub(crate) const PAGE: usize = 4096;

/// Machine code from a place that this process trusts.
pub(crate) enum Trusted<'a> {
    /// Part of the running program.
    Embedded(&'static [u8]),
    /// Authenticated, or just compiled.
    Checked(&'a [u8]),
}

/// Load machine code. Embedded code on a page boundary is used where it is; other code is copied.
///
/// # Errors
/// When it was compiled for another processor, another engine or another configuration: it has to be compiled again.
pub(crate) fn load(engine: &PluginEngine, code: Trusted<'_>) -> wasmtime::Result<Component> {
    match code {
        Trusted::Embedded(bytes) if is_aligned(bytes) => {
            // SAFETY: the bytes were made by this engine's compiler (the build embeds its own output, and wasmtime checks version and
            // configuration); they are a `'static` part of the program image, so they outlive the component and nobody writes to them.
            unsafe { Component::deserialize_raw(engine.raw(), NonNull::from(bytes)) }
        }
        // SAFETY: as above; a copy is made, so nothing depends on the lifetime.
        Trusted::Embedded(bytes) => unsafe { Component::deserialize(engine.raw(), bytes) },
        // SAFETY: the caller authenticated these very bytes in memory, so they are what this user's batuta compiled before;
        // wasmtime makes a copy, and checks version and configuration.
        Trusted::Checked(bytes) => unsafe { Component::deserialize(engine.raw(), bytes) },
    }
}

/// Whether the bytes lie alone on their pages, so that their protection can be changed.
fn is_aligned(bytes: &[u8]) -> bool {
    cfg!(target_os = "linux") && bytes.as_ptr().addr() % PAGE == 0 && bytes.len() % PAGE == 0 && page_size() == PAGE
}

fn page_size() -> usize {
    rustix::param::page_size()
}
