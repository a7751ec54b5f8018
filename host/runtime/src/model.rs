//! Plain data that the host exchanges with plugins: what the WIT records mean, without any engine type.
//!
//! The pipeline and the reports see only these. `abi/` converts them from and to the bindings of each ABI version.

mod debt;
mod known;

pub use debt::*;
pub use known::*;

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;

/// SHA-256 of some bytes.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Digest(pub [u8; 32]);

/// Index of a source file within one run, in byte order of the project-relative paths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FileId(pub u32);

/// Half-open byte range in one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A source file as a plugin sees it: immutable for the length of a run.
#[derive(Debug)]
pub struct SourceFile {
    /// Its number.
    pub id: FileId,
    /// Project-relative, `/`-separated.
    pub path: String,
    /// The content as it is on disk; not necessarily UTF-8.
    pub bytes: Vec<u8>,
    /// Of `bytes`.
    pub digest: Digest,
}

/// How much a diagnostic matters. `Error` from a transpiler is a refusal of the marked construct.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Background.
    Note,
    /// Advice.
    Help,
    /// Converted, but look at it.
    Warning,
    /// Not converted.
    Error,
}

/// Replace the bytes of `span`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// What to replace.
    pub span: Span,
    /// By what.
    pub replacement: String,
}

/// A second place that explains a diagnostic.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related {
    /// Where.
    pub span: Span,
    /// Why it matters.
    pub message: String,
}

/// One finding about the user's source, already freed of control characters and with spans that were checked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How much it matters.
    pub severity: Severity,
    /// Two letters and four digits.
    pub code: String,
    /// One sentence.
    pub message: String,
    /// Where.
    pub primary: Option<Span>,
    /// Further places.
    pub related: Vec<Related>,
    /// Edits to the source that remove the cause.
    pub fixes: Vec<Edit>,
    /// What to do instead.
    pub help: Option<String>,
}

/// One setting of a plugin.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Setting {
    /// Dotted key.
    pub key: String,
    /// Value, plain.
    pub value: String,
}

/// What a plugin can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Finds out what a project is made of.
    Analyzer,
    /// Converts a language.
    Transpiler,
    /// Improves converted code.
    Optimizer,
    /// Gives bodies to numeric operations.
    Backend,
    /// Answers questions.
    Oracle,
}

/// A capability that a plugin asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wanted {
    /// Its name in the ABI, such as `read-outside`.
    pub capability: String,
    /// Its scope.
    pub detail: String,
    /// The reason shown to the user.
    pub reason: String,
}

/// A plugin's own statement of what it is, as the ABI's `manifest` record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Lower-case name.
    pub name: String,
    /// Semantic version.
    pub version: String,
    /// One sentence.
    pub description: String,
    /// What it can do.
    pub roles: Vec<Role>,
    /// Languages that it converts.
    pub languages: Vec<String>,
    /// Further files that it wants to be asked about.
    pub file_globs: Vec<String>,
    /// What it asks for.
    pub capabilities: Vec<Wanted>,
    /// JSON Schema, or empty.
    pub settings_schema: String,
    /// Blob formats.
    pub formats: Vec<String>,
}

/// Physical lines by kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineCounts {
    /// Lines with code.
    pub code: u32,
    /// Lines with a comment only.
    pub comment: u32,
    /// Lines with white space only.
    pub blank: u32,
}

/// A package that the project says it needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ProjectDependency {
    /// `pip`, `npm`, `cargo`, `system` …
    pub ecosystem: String,
    /// Its name there.
    pub name: String,
    /// The requirement as written.
    pub requirement: String,
}

/// What one file is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Findings {
    /// The language, when known.
    pub language: Option<String>,
    /// A program starts here.
    pub entry_point: bool,
    /// Lines by kind.
    pub lines: LineCounts,
    /// What it declares to need.
    pub dependencies: Vec<ProjectDependency>,
    /// Numeric frameworks in use.
    pub frameworks: Vec<String>,
    /// What the same plugin's `summarise` needs to know beside these; opaque.
    pub facts: Vec<u8>,
}

/// Files and lines of one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LanguageShare {
    /// The language.
    pub language: String,
    /// How many files.
    pub files: u32,
    /// Their lines.
    pub lines: LineCounts,
}

/// What a project is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// Greatest first.
    pub languages: Vec<LanguageShare>,
    /// Where programs start.
    pub entry_points: Vec<FileId>,
    /// What it needs.
    pub dependencies: Vec<ProjectDependency>,
    /// Numeric frameworks in use.
    pub frameworks: Vec<String>,
    /// Advice for people.
    pub advice: Vec<String>,
    /// Technical debt, when files were measured.
    pub debt: Option<Debt>,
}

/// A component that an oracle recommends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Recommendation {
    /// Its name in the oracle's knowledge graph.
    pub component: String,
    /// Probability that it is the right one, in `0..=1`.
    pub confidence: f32,
    /// Why.
    pub reasons: Vec<String>,
    /// How it is used.
    pub example: Option<String>,
    /// What could be used instead.
    pub alternatives: Vec<String>,
}

/// An oracle's answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// It does not know.
    pub abstained: bool,
    /// Best first; none when it abstained.
    pub recommendations: Vec<Recommendation>,
}

/// Line `line` (1-based) of a generated file comes from `at`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Line of the generated file.
    pub line: u32,
    /// Place in the source.
    pub at: Span,
}

/// A generated file; `path` is relative to its package and was validated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutputFile {
    /// Where.
    pub path: String,
    /// What.
    pub content: Vec<u8>,
    /// Where its lines come from, in order of lines.
    pub origins: Vec<Origin>,
}

/// An operand of a numeric operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operand {
    /// The ABI's name of the element type, such as `float64`.
    pub kind: String,
    /// Extents, none where unknown.
    pub shape: Vec<Option<u32>>,
}

/// A numeric call site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Operation {
    /// Number of the stub.
    pub id: u32,
    /// Its name, such as `matmul`.
    pub name: String,
    /// Inputs.
    pub operands: Vec<Operand>,
    /// Outputs.
    pub results: Vec<Operand>,
    /// Where in the source.
    pub at: Span,
}

/// A support crate that generated code uses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Support {
    /// Its name.
    pub name: String,
    /// Features to switch on.
    pub features: Vec<String>,
}

/// A registry crate that generated code uses directly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CrateDependency {
    /// Its name.
    pub name: String,
    /// Version requirement.
    pub version: String,
    /// Features to switch on.
    pub features: Vec<String>,
}

/// A program found by name, with arguments; `{out}` and `{scratch}` are filled in by the host.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Command {
    /// Name, never a path.
    pub program: String,
    /// Arguments.
    pub arguments: Vec<String>,
}

/// How the original program is built and run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// Steps before the first run.
    pub build: Vec<Command>,
    /// One run; a case's arguments follow.
    pub run: Command,
}

/// A program of a generated package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Binary {
    /// Name of the executable.
    pub name: String,
    /// Root file, relative to the package.
    pub path: String,
    /// The source that it comes from.
    pub source: FileId,
    /// How the original runs.
    pub reference: Reference,
}

/// A number for the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// What is counted.
    pub name: String,
    /// How many.
    pub value: u64,
}

/// What became of one source file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lowered {
    /// The package that everything here belongs to.
    pub package: String,
    /// Generated files.
    pub files: Vec<OutputFile>,
    /// Programs.
    pub binaries: Vec<Binary>,
    /// Numeric call sites.
    pub operations: Vec<Operation>,
    /// Support crates in use.
    pub supports: Vec<Support>,
    /// Registry crates in use.
    pub dependencies: Vec<CrateDependency>,
    /// Numbers for the report.
    pub counts: Vec<Count>,
}

/// Edits and backend choices of an optimizer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Optimized {
    /// Edits against the exact bytes of the unit, checked not to overlap.
    pub edits: Vec<Edit>,
    /// Operation number and backend name.
    pub choices: Vec<(u32, String)>,
}

/// An operation that a backend can emit, with its cost per element of the result.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// The operation's name up to the first dot.
    pub name: String,
    /// The ABI's names of the element types.
    pub kinds: Vec<String>,
    /// Floating-point operations.
    pub flops_per_item: f64,
    /// Bytes read and written.
    pub bytes_per_item: f64,
}

/// The body of a stub and what it needs.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stub {
    /// Rust text; not known to parse.
    pub body: String,
    /// Paths to be imported.
    pub imports: Vec<String>,
    /// Support crates that the host supplies.
    pub supports: Vec<Support>,
    /// Registry crates.
    pub dependencies: Vec<CrateDependency>,
}

/// A file of the project by path, for `project.open`; the run's owner implements it.
///
/// The path was normalised by the runtime: relative, `/`-separated, without `.` and `..`. `None` is a miss.
pub trait FileProvider: Send + Sync {
    /// The file, or none.
    fn open(&self, path: &str) -> Option<Arc<SourceFile>>;

    /// Size of a file by number, so that `link` and `summarise`, which get no handles, may report places in the files of the
    /// project. Without it such a place is refused.
    fn size(&self, id: FileId) -> Option<u64> {
        let _ = id;
        None
    }
}

impl Digest {
    /// SHA-256 of `bytes`.
    pub fn of(bytes: &[u8]) -> Self {
        use sha2::Digest as _;
        Digest(sha2::Sha256::digest(bytes).into())
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let mut text = [0; 64];
        for (pair, byte) in text.chunks_mut(2).zip(self.0) {
            pair.copy_from_slice(&[DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]);
        }
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::str::FromStr for Digest {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WRONG: &str = "a digest has 64 hexadecimal digits";
        if text.len() != 64 || !text.is_ascii() {
            return Err(WRONG);
        }
        let mut bytes = [0; 32];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            let pair = std::str::from_utf8(pair).map_err(|_| WRONG)?;
            *byte = u8::from_str_radix(pair, 16).map_err(|_| WRONG)?;
        }
        Ok(Digest(bytes))
    }
}

impl Serialize for Digest {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Digest {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}
