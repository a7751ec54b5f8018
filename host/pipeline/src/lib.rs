//! The five phases, their cache, state and report model.

pub mod options;
pub mod progress;
pub mod report;

pub use options::{FlagCase, Options};
pub use progress::{Progress, Silent};
pub use report::Report;
