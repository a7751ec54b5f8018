//! Runs plugins: the only crate that knows wasmtime.
//!
//! ```no_run
//! # fn main() -> anyhow::Result<()> {
//! use batuta_runtime::{Limits, Loader, PluginEngine, Sandbox, plugin_set::PluginSet};
//! use std::sync::Arc;
//!
//! let loader = Loader::new(Arc::new(PluginEngine::new()?));
//! let bytes = std::fs::read("my-plugin.wasm")?;
//! let plugin = loader.component("my-plugin.wasm", &bytes, Limits::default())?;
//! let sandbox = Sandbox::new(vec![plugin]);
//! println!("{}", sandbox.plugins()[0].manifest.name);
//! # Ok(()) }
//! ```
//!
//! Every call gets a fresh store with limits on time, memory, stack, handles, instances and on each way to pass bytes to the host
//! ([`Limits`]). Whatever a guest does, the call ends with a value or a [`plugin_set::StepError`] that names the plugin, its
//! version and a remedy, and the next call finds nothing of it.

mod abi;
mod artifact;
mod bundle;
mod cache;
mod call;
mod compile;
mod debugger;
mod engine;
mod limits;
mod load;
mod loader;
mod measure;
pub mod model;
pub mod plugin_set;
pub mod powers;
mod sandbox;
mod state;
pub mod text;
pub mod validate;
mod wasi;

pub use bundle::{Aligned, BundleError, build_bundle, bundle_components, componentize};
pub use cache::{CacheError, CodeCache};
pub use compile::{COMPILE_SUBCOMMAND, Compiler, compile_child_main};
pub use debugger::{Debugger, TrapReport};
pub use engine::{Allocation, INTERRUPTION, Interruption, PluginEngine, THREAD_STACK, WASM_STACK, thread_pool};
pub use limits::Limits;
pub use load::{Inspection, LoadError, LoadKind, MAX_COMPONENT, Survey, inspect, survey};
pub use loader::{Loader, Notice};
pub use measure::Measured;
pub use sandbox::{Plugin, Sandbox};
