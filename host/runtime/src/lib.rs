//! Runs plugins: the only crate that knows wasmtime.

pub mod model;
pub mod plugin_set;
