//! Values that plugins give back: the WIT records as plain Rust.

mod debt;
mod known;
mod numeric;

pub use debt::*;
pub use known::*;
pub use numeric::*;

use batuta_text::{FileId, Origin};

/// What a plugin says went wrong with a whole step. Findings about a place in the source are diagnostics instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The request is valid but this plugin does not do it.
    Unsupported(String),
    /// The input could not be understood at all.
    InvalidInput(String),
    /// A quota of the host is used up.
    Limit(String),
    /// A capability was not granted.
    Denied(String),
    /// The host asked to stop.
    Cancelled,
    /// A defect that the plugin noticed itself.
    Internal(String),
}

/// The value of a step, or why there is none.
pub type Result<T> = std::result::Result<T, Error>;

/// What a plugin can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Finds out what a project is made of.
    Analyzer,
    /// Converts a language.
    Transpiler,
    /// Improves converted code.
    Optimizer,
    /// Gives bodies to numeric operations.
    Backend,
    /// Answers questions about components to use.
    Oracle,
}

/// A plugin's statement of what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Manifest {
    /// Lower-case letters, digits and `-`.
    pub name: String,
    /// Semantic version.
    pub version: String,
    /// One sentence.
    pub description: String,
    /// What it can do.
    pub roles: Vec<Role>,
    /// Languages that it converts, as analyzers name them.
    pub languages: Vec<String>,
    /// Globs of further files.
    pub file_globs: Vec<String>,
    /// JSON Schema of its settings, or empty.
    pub settings_schema: String,
    /// Blob formats, `name@major`.
    pub formats: Vec<String>,
}

/// Something that a plugin may be granted beyond its arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// A private, persistent store.
    Storage,
    /// The host's native kernels.
    Compute,
    /// The host's index of documents.
    Retrieval,
    /// A native program, named by the detail.
    Tools,
    /// A host of the network; no host grants it so far.
    Network,
    /// A variable of the environment, named by the detail, through WASI.
    Environment,
    /// The machine's clocks, through WASI.
    Clock,
    /// The machine's randomness, through WASI.
    Random,
    /// Files below the folder that the detail names, by absolute path.
    ReadOutside,
}

/// A capability that a plugin asks for, and why: the user sees the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which.
    pub capability: Capability,
    /// Its scope: a tool's name, a variable, a folder; empty for the others.
    pub detail: String,
    /// One sentence for the user.
    pub reason: String,
}

/// Physical lines by kind; their sum is the number of lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LineCounts {
    /// Lines with code.
    pub code: u32,
    /// Lines with a comment only.
    pub comment: u32,
    /// Lines with white space only.
    pub blank: u32,
}

/// A package that the project says it needs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ProjectDependency {
    /// `pip`, `npm`, `cargo`, `system` …
    pub ecosystem: String,
    /// Its name there.
    pub name: String,
    /// The requirement as written.
    pub requirement: String,
}

/// What one file is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// `python`, `c`, `cpp`, `shell` …; none when unknown or not text.
    pub language: Option<String>,
    /// A program starts here.
    pub entry_point: bool,
    /// Lines by kind.
    pub lines: LineCounts,
    /// What it declares to need.
    pub dependencies: Vec<ProjectDependency>,
    /// Numeric frameworks in use.
    pub frameworks: Vec<String>,
    /// What the same plugin's `summarise` needs to know of the file beside these; opaque to the host.
    pub facts: Vec<u8>,
}

/// Files and lines of one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LanguageShare {
    /// The language.
    pub language: String,
    /// How many files.
    pub files: u32,
    /// Their lines.
    pub lines: LineCounts,
}

/// What a project is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Greatest number of code lines first.
    pub languages: Vec<LanguageShare>,
    /// Where programs start.
    pub entry_points: Vec<FileId>,
    /// What it needs, sorted, without repetition.
    pub dependencies: Vec<ProjectDependency>,
    /// Numeric frameworks in use.
    pub frameworks: Vec<String>,
    /// Advice for people.
    pub advice: Vec<String>,
    /// Technical debt, when files were measured.
    pub debt: Option<Debt>,
}

/// A generated file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutputFile {
    /// Relative to its package, `/`-separated, without `.` and `..`.
    pub path: String,
    /// UTF-8 or not; Rust files are.
    pub content: Vec<u8>,
    /// Line (from 1) of the generated file and where it comes from, in order of lines.
    pub origins: Vec<(u32, Origin)>,
}

/// A support crate that generated code uses: this plugin's own, or one that the host supplies.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Support {
    /// Its name.
    pub name: String,
    /// Features to switch on.
    pub features: Vec<String>,
}

/// A registry crate that generated code uses directly.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CrateDependency {
    /// Its name.
    pub name: String,
    /// Version requirement; pinned to what batuta itself is locked to.
    pub version: String,
    /// Features to switch on.
    pub features: Vec<String>,
}

/// A program found by name, with arguments. `{out}` stands for the program that the build makes, `{scratch}` for an empty folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Command {
    /// Name, never a path; or `{out}`.
    pub program: String,
    /// Arguments.
    pub arguments: Vec<String>,
}

/// How the original is built and run, for validation; the working folder is a private copy of the project.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// Steps before the first run.
    pub build: Vec<Command>,
    /// One run; a case's arguments follow.
    pub run: Command,
}

/// A program of the generated package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binary {
    /// Name of the executable.
    pub name: String,
    /// Root file, relative to the package.
    pub path: String,
    /// The source file that it comes from.
    pub source: FileId,
    /// How the original runs.
    pub reference: Reference,
}

/// What became of one source file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lowered {
    /// The package that everything here belongs to; files that name the same one share it. The host may rename it, so
    /// generated code reaches its own modules through `crate::` only.
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
    /// Numbers for the report, such as `("expressions-dynamic", 12)`.
    pub counts: Vec<(String, u64)>,
}

/// A component that a question asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Recommendation {
    /// Its name in the knowledge graph.
    pub component: String,
    /// Probability that it is the right one, in `0..=1`.
    pub confidence: f32,
    /// Why, in words of the question where possible.
    pub reasons: Vec<String>,
    /// How it is used, as code or as a command.
    pub example: Option<String>,
    /// Names of what could be used instead.
    pub alternatives: Vec<String>,
}

/// What an oracle knows about a question.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// It does not know: there is no recommendation then.
    pub abstained: bool,
    /// Best first.
    pub recommendations: Vec<Recommendation>,
}
