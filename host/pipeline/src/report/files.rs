//! Source files, findings in them, programs made of them.

use batuta_runtime::model::Severity;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What became of a source file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FileStatus {
    /// Wholly.
    Converted,
    /// With holes where something was refused.
    Partial,
    /// Nothing was made of it; the findings say why.
    Refused,
    /// A step on it failed: a plugin's defect or limit, or an unreadable file.
    Failed,
    /// No plugin converts it: data, documentation, another language.
    Skipped,
    /// Looked at only; the command does not convert.
    Analyzed,
}

/// One source file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileReport {
    /// Project-relative.
    pub source: String,
    /// As the analyzer named it.
    pub language: Option<String>,
    /// The plugin that converts it.
    pub plugin: Option<String>,
    /// What became of it.
    pub status: FileStatus,
    /// Generated files, relative to OUT.
    pub rust: Vec<String>,
    /// Lines with code.
    pub code_lines: u32,
    /// Lines in all.
    pub lines: u32,
    /// How many constructs were refused.
    pub refusals: u32,
    /// Why it was skipped or failed, in words.
    pub reason: Option<String>,
    /// What its plugin counted, such as `expressions` and `expressions-dynamic`, `functions` and `functions-unsafe`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, u64>,
}

/// A place in a source file. Lines and columns count from 1, columns in Unicode scalar values, bytes from 0.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Place {
    /// Project-relative.
    pub file: String,
    /// Line of the first byte.
    pub line: u32,
    /// Column of the first byte.
    pub column: u32,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A second place that explains a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RelatedFinding {
    /// Where.
    pub place: Place,
    /// Why it matters.
    pub message: String,
}

/// Replace the bytes of `place`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuggestedEdit {
    /// What to replace.
    pub place: Place,
    /// By what.
    pub replacement: String,
}

/// One finding, of a plugin or of the host itself (codes that start with `BT`).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// `error` marks a refusal or a failure.
    pub severity: Severity,
    /// Two letters and four digits.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// Where, when it has a place.
    pub place: Option<Place>,
    /// Further places.
    pub related: Vec<RelatedFinding>,
    /// Edits to the source that remove the cause.
    pub fixes: Vec<SuggestedEdit>,
    /// What to do instead.
    pub help: Option<String>,
    /// The plugin that says so; none for the host.
    pub plugin: Option<String>,
}

/// A converted program.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProgramReport {
    /// The source file that it comes from.
    pub source: String,
    /// The package that holds it.
    pub package: String,
    /// Name of the executable.
    pub binary: String,
    /// `binary`.
    pub kind: String,
    /// Its language.
    pub language: Option<String>,
}
