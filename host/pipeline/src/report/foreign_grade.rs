//! Grades of other tools.

use serde::{Deserialize, Serialize};

/// The grade that another tool gives the project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ForeignGrade {
    /// The tool, such as `pmat`.
    pub tool: String,
    /// Its score, of 100; by its own formula, not ours.
    pub score: f64,
    /// Its grade, such as `A-`.
    pub grade: String,
}
