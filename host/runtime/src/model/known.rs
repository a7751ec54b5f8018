//! What the host learns of files from elsewhere, for analyzers.

use super::FileId;
use serde::{Deserialize, Serialize};

/// What the version control says of one file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Churn {
    /// Changes that touched it.
    pub changes: u32,
    /// People who made them.
    pub authors: u32,
    /// Lines that they added.
    pub added: u32,
    /// Lines that they removed.
    pub removed: u32,
    /// Days from the last of them to the newest change of the project.
    pub days: u32,
}

/// Lines of one file that tests could run, and that they ran.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage {
    /// Lines that could be run.
    pub lines: u32,
    /// Lines that were.
    pub covered: u32,
}

/// Places that a transpiler refuses for one reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalCount {
    /// Code of the diagnostic.
    pub code: String,
    /// How often.
    pub count: u32,
}

/// What is known of one file; none where nobody was asked or nothing is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Known {
    /// Which file.
    pub file: FileId,
    /// From the version control.
    pub churn: Option<Churn>,
    /// From a coverage file of the project.
    pub coverage: Option<Coverage>,
    /// From the transpiler of its language, in order of the codes; empty when it refuses nothing.
    pub refusals: Option<Vec<RefusalCount>>,
}
