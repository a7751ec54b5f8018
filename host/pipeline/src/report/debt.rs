//! Technical debt before and after.

use serde::{Deserialize, Serialize};

/// Technical debt of the files that were converted and of the Rust that came of them, graded by the same analyzer with the same formula.
/// History and coverage, which only one side can have, are left out on both.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DebtChange {
    /// The converted source files.
    pub before: DebtSide,
    /// The Rust that came of them, support crates aside.
    pub after: DebtSide,
    /// File by file, in order of the sources.
    pub files: Vec<FileDebt>,
}

/// One side as a whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DebtSide {
    /// Of 100: the mean of the files' scores, weighted by lines of code.
    pub score: f32,
    /// Its grade.
    pub grade: String,
    /// Lines of code, without comments and blank lines.
    pub lines: u64,
    /// How many functions there are.
    pub functions: u64,
    /// The sum of their cyclomatic complexities.
    pub cyclomatic: u64,
    /// The greatest of them.
    pub most_cyclomatic: u32,
}

/// One source file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct FileDebt {
    /// Its path.
    pub source: String,
    /// Its score of 100; none when its language is not measured.
    pub score: Option<f32>,
    /// Its grade.
    pub grade: Option<String>,
    /// What came of it.
    pub rust: Vec<RustDebt>,
}

/// One generated file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RustDebt {
    /// Its path, relative to OUT.
    pub path: String,
    /// Its score of 100.
    pub score: f32,
    /// Its grade.
    pub grade: String,
}
