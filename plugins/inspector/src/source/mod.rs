//! The text of one file: its comments and strings, its lines.

mod lines;
mod scan;
mod shell;
pub(crate) mod syntax;

pub(crate) use lines::count;
pub(crate) use scan::{Class, code_only, scan};
