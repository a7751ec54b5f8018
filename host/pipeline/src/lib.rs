//! The five phases, their cache, state and report model.
//!
//! [`Pipeline`] converts a project with a set of plugins, on the machine that a `System` stands for. A run goes through the
//! phases of its command in order, takes every step's result from the content-addressed cache when its inputs are the same,
//! writes OUT file by file, and answers with a [`Report`]. When nothing at all changed, the last report stands.
//!
//! [`status`] looks at an OUT, [`reset`] takes it back.

mod analysis;
mod assemble;
mod audit;
mod building;
mod cache;
mod cargo;
mod choice;
pub mod codes;
mod config;
mod debt;
mod error;
mod finding;
mod goal;
mod knowledge;
pub mod numeric;
mod optimize;
mod options;
mod outcome;
mod outdir;
mod output;
mod output_manifest;
mod pipeline;
pub mod progress;
mod project;
mod provider;
pub mod report;
mod run;
mod rust_text;
mod session;
mod sides;
mod source_map;
mod stamp;
mod state;
mod steps;
mod summary;
mod tools;
mod transpilation;
mod tree;
mod unchanged;
mod validation;

pub use audit::{AuditLog, Complaint};
pub use config::{Config, GrantConfig};
pub use error::{Error, Result};
pub use options::{FlagCase, Options};
pub use outdir::{Reset, Status, reset, status};
pub use pipeline::Pipeline;
pub use progress::{Progress, Silent};
pub use report::Report;
pub use sides::sides;
