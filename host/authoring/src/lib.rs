//! For who writes plugins: what a new one starts from, how it is built, and whether it keeps the contract.
//!
//! | module | what |
//! |---|---|
//! | [`golden`], [`markdown`] | the form of goldens: a source project and what becomes of it, as Markdown |
//! | [`mutate`] | broken files, the same ones on every machine |
//! | [`parallel`] | a map over a list on all cores |
//! | [`toolchain`] | what builds Rust for wasm32 here |
//! | `compose` | one component of several |
//! | `scaffold` | the folder of a new plugin |
//! | `workshop` | from a plugin's folder to a component, in Rust, Python or JavaScript |
//! | `validate` | everything that keeps a component from being loaded |
//! | `conformance` | purity, totality, spans, cancelling, limits, order, consistent steps |
//! | `goldens` | goldens through the sandbox, with a build and a run |
//!
//! Modules without a link need the feature `sandbox`.

pub mod golden;
pub mod markdown;
pub mod mutate;
pub mod parallel;
pub mod toolchain;

#[cfg(feature = "sandbox")]
pub mod compose;
#[cfg(feature = "sandbox")]
pub mod conformance;
#[cfg(feature = "sandbox")]
pub mod goldens;
#[cfg(feature = "sandbox")]
pub mod scaffold;
#[cfg(feature = "sandbox")]
pub mod validate;
#[cfg(feature = "sandbox")]
pub mod workshop;
