//! What `summarise` needs to know of a file: measured by `analyze`, carried by the host as bytes.

use batuta_sdk::{Findings, FunctionMetrics};
use serde::{Deserialize, Serialize};

/// What the code of one file measures.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The file's path in the project.
    pub path: String,
    /// Its functions, in order.
    pub functions: Vec<Function>,
    /// What it takes from other files, as written.
    pub imports: Vec<String>,
    /// Pieces by which copies are found.
    pub fingerprints: Vec<Fingerprint>,
    /// Names that stand in it, other than where functions of these names are defined: hashes in order.
    pub mentions: Vec<u64>,
}

/// What one function measures; lines are from 1.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Function {
    /// Its name, with those that it stands in.
    pub name: String,
    /// Its first line.
    pub line: u32,
    /// Its last line.
    pub last_line: u32,
    /// The first line below its header.
    pub body_line: u32,
    /// Cyclomatic complexity.
    pub cyclomatic: u32,
    /// Cognitive complexity.
    pub cognitive: u32,
    /// Parameters.
    pub parameters: u32,
    /// Deepest nesting.
    pub depth: u32,
    /// Does a comment or a documentation string belong to it?
    pub documented: bool,
    /// From where it can be used.
    pub reach: Reach,
}

/// From where a function can be used.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// From outside of the project, or by what finds it without its name: never dead.
    #[default]
    Anywhere,
    /// From the whole project, and from outside when that is a library.
    Project,
    /// From its file, by the language's rule or custom.
    File,
}

impl Function {
    /// Its lines.
    pub fn length(&self) -> u32 {
        (self.last_line + 1).saturating_sub(self.line)
    }

    /// As it is reported.
    pub(crate) fn metrics(&self) -> FunctionMetrics {
        FunctionMetrics {
            name: self.name.clone(),
            line: self.line,
            last_line: self.last_line,
            cyclomatic: self.cyclomatic,
            cognitive: self.cognitive,
            parameters: self.parameters,
            depth: self.depth,
            documented: self.documented,
        }
    }
}

/// A piece of code by which copies are found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fingerprint {
    /// The hash of its tokens.
    pub hash: u64,
    /// Its first line.
    pub line: u32,
    /// Its last line.
    pub last_line: u32,
}

impl Facts {
    /// As bytes.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        postcard::to_stdvec(self).unwrap_or_default()
    }

    /// From the findings on a file; none where nothing was measured.
    pub(crate) fn of(findings: &Findings) -> Option<Self> {
        if findings.facts.is_empty() {
            return None;
        }
        postcard::from_bytes(&findings.facts).ok()
    }
}
