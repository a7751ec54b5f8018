//! Machine code from bytes: the only `unsafe` of this crate.
//!
//! Bytes that are deserialised become code of this process, so they come from two places only: the bundle inside the program itself,
//! and the cache, whose entries are authenticated before they get here.
#![allow(unsafe_code)]

use crate::engine::PluginEngine;
use std::collections::BTreeSet;
use std::ptr::NonNull;
use std::sync::{Arc, Mutex, PoisonError};
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

/// Load machine code. Embedded code on a page boundary is used where it is, once; otherwise it is copied.
///
/// # Errors
/// When it was compiled for another processor, another engine or another configuration: it has to be compiled again.
pub(crate) fn load(engine: &PluginEngine, code: Trusted<'_>) -> wasmtime::Result<Component> {
    match code {
        Trusted::Embedded(bytes) => match claim(bytes).then(|| load_in_place(engine, bytes)) {
            Some(Ok(component)) => Ok(component),
            _ => load_copy(engine, bytes),
        },
        Trusted::Checked(bytes) => load_copy(engine, bytes),
    }
}

fn load_in_place(engine: &PluginEngine, bytes: &'static [u8]) -> wasmtime::Result<Component> {
    // SAFETY: the bytes were made by this engine's compiler (the build embeds its own output, and wasmtime checks version and
    // configuration); they are a `'static` part of the program image that nobody writes to, and `claim` lets one component use them.
    unsafe { Component::deserialize_raw(engine.raw(), NonNull::from(bytes)) }
}

fn load_copy(engine: &PluginEngine, bytes: &[u8]) -> wasmtime::Result<Component> {
    // SAFETY: embedded bytes are this program's own; others were authenticated by the caller in memory, or come from the compiler
    // that it just called. wasmtime makes a copy, and checks version and configuration.
    unsafe { Component::deserialize(engine.raw(), bytes) }
}

/// Whether the bytes may be used in place: they lie alone on their pages, and no component ever did before, because two would
/// take each other's code for their own, and the first to go would take the right to execute it away.
fn claim(bytes: &'static [u8]) -> bool {
    static CLAIMED: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());
    let whole = bytes.as_ptr().addr().is_multiple_of(PAGE) && bytes.len().is_multiple_of(PAGE);
    IN_PLACE && whole && CLAIMED.lock().unwrap_or_else(PoisonError::into_inner).insert(bytes.as_ptr().addr())
}

/// Where changing the protection of pages is all that it takes; other processors need their instruction caches told.
const IN_PLACE: bool = cfg!(all(target_os = "linux", target_arch = "x86_64"));

/// How code becomes executable: wasmtime does this itself for memory of its own only.
pub(crate) fn code_memory() -> Option<Arc<dyn wasmtime::CustomCodeMemory>> {
    #[cfg(all(target_os = "linux", target_arch = "x86_64"))]
    if rustix::param::page_size() == PAGE {
        return Some(Arc::new(protection::Pages));
    }
    None
}

#[cfg(all(target_os = "linux", target_arch = "x86_64"))]
mod protection {
    use super::PAGE;
    use rustix::mm::{MprotectFlags, mprotect};

    /// Changes the protection of whole pages, never to writable and executable at once.
    pub(super) struct Pages;

    impl wasmtime::CustomCodeMemory for Pages {
        fn required_alignment(&self) -> usize {
            PAGE
        }

        fn publish_executable(&self, start: *const u8, length: usize) -> wasmtime::Result<()> {
            protect(start, length, MprotectFlags::READ | MprotectFlags::EXEC)
        }

        fn unpublish_executable(&self, start: *const u8, length: usize) -> wasmtime::Result<()> {
            protect(start, length, MprotectFlags::READ)
        }
    }

    fn protect(start: *const u8, length: usize, flags: MprotectFlags) -> wasmtime::Result<()> {
        let pages = length.div_ceil(PAGE) * PAGE;
        // SAFETY: wasmtime calls this for the text section of code that it owns or that `load_in_place` gave it: it begins on a page,
        // and the rest of its last page is part of the same code image. Nothing in it is written to.
        unsafe { mprotect(start.cast_mut().cast(), pages, flags) }
            .map_err(|error| wasmtime::Error::msg(error.to_string()))
    }
}
