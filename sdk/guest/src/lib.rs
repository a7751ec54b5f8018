//! Write a batuta plugin.
//!
//! A plugin is a type that implements [`Plugin`] and one trait per role, [`Transpiler`], [`Analyzer`], [`Optimizer`], [`Backend`] or
//! [`Oracle`]; nothing in them knows WebAssembly, so the same code runs natively in tests. `guest.rs`, the only file that does, is one line:
//!
//! ```ignore
//! batuta_sdk::export_transpiler!(crate::Depyler);
//! ```
//!
//! Rules that the host enforces or tests: a step is pure (same input, same bytes out, on every machine), never panics on input,
//! and reads other files only through [`Context::open`], because each read and each miss becomes part of the cache key.

mod context;
mod model;
mod traits;
#[doc(hidden)]
#[cfg(target_family = "wasm")]
pub mod wit;

pub use batuta_diagnostics as diagnostics;
pub use batuta_text as text;
pub use context::{Context, Host, LogLevel, Settings, SourceFile};
pub use model::*;
pub use traits::{Analyzer, Backend, Optimizer, Oracle, Plugin, Transpiler};

/// The ABI that this SDK speaks; also in the custom section `batuta:abi` of every plugin.
pub const ABI: &str = "0.2.0";
