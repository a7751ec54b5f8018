//! What a step may use beside its arguments.

use crate::{Error, Known, Result};
use batuta_diagnostics::Diagnostic;
use batuta_text::FileId;

/// A source file with its bytes.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// The number that origins in this file carry.
    pub id: FileId,
    /// Project-relative, `/`-separated.
    pub path: String,
    /// As on disk; not necessarily UTF-8.
    pub bytes: Vec<u8>,
}

impl SourceFile {
    /// The text, when it is UTF-8; a leading byte order mark is kept.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok()
    }

    /// The last component of the path.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// The last component without its extension.
    pub fn stem(&self) -> &str {
        let name = self.name();
        name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
    }
}

/// The plugin's settings, sorted by key.
#[derive(Clone, Debug, Default)]
pub struct Settings(pub Vec<(String, String)>);

impl Settings {
    /// The value of `key`.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.0.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str())
    }

    /// Whether `key` is `true`.
    pub fn is_on(&self, key: &str) -> bool {
        self.get(key) == Some("true")
    }
}

/// Severity of a log line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogLevel {
    /// For the plugin's author.
    Debug,
    /// For the curious.
    Info,
    /// Something is odd.
    Warning,
    /// Something failed.
    Error,
}

/// The host's side of a [`Context`]: the WIT imports in the sandbox, anything else in tests.
pub trait Host {
    /// Another file by project-relative path, or none.
    fn open(&mut self, path: &str) -> Option<SourceFile>;
    /// Take one finding.
    fn emit(&mut self, finding: Diagnostic);
    /// Take one log line.
    fn log(&mut self, level: LogLevel, target: &str, message: &str);
    /// Progress; false means stop.
    fn checkpoint(&mut self, done: u32, total: u32) -> bool;
}

/// What a step may use beside its arguments.
pub struct Context<'a> {
    host: &'a mut dyn Host,
    settings: &'a Settings,
    known: &'a [Known],
}

impl<'a> Context<'a> {
    /// A context over a host; plugins get theirs from the SDK.
    pub fn new(host: &'a mut dyn Host, settings: &'a Settings) -> Self {
        Context { host, settings, known: &[] }
    }

    /// The same, with what is known of files from elsewhere.
    #[must_use]
    pub fn knowing(self, known: &'a [Known]) -> Self {
        Context { known, ..self }
    }

    /// What the host knows of files beside their contents, in order of the files: churn, coverage, and what transpilers refuse.
    /// Only [`summarise`](crate::Analyzer::summarise) is told, and only of files of which something is known.
    pub fn known(&self) -> &'a [Known] {
        self.known
    }

    /// The plugin's settings.
    pub fn settings(&self) -> &'a Settings {
        self.settings
    }

    /// Another file by project-relative path: an include, an import, a sourced script. Each call, a miss too, becomes an
    /// input of the step.
    pub fn open(&mut self, path: &str) -> Option<SourceFile> {
        self.host.open(path)
    }

    /// Report one finding.
    pub fn emit(&mut self, finding: Diagnostic) {
        self.host.emit(finding);
    }

    /// Report many findings.
    pub fn emit_all(&mut self, findings: impl IntoIterator<Item = Diagnostic>) {
        findings.into_iter().for_each(|finding| self.emit(finding));
    }

    /// Write a log line.
    pub fn log(&mut self, level: LogLevel, target: &str, message: &str) {
        self.host.log(level, target, message);
    }

    /// Report progress (`total` may be 0) and stop when the user cancelled.
    ///
    /// # Errors
    /// [`Error::Cancelled`], to be passed on with `?`.
    pub fn checkpoint(&mut self, done: u32, total: u32) -> Result<()> {
        if self.host.checkpoint(done, total) { Ok(()) } else { Err(Error::Cancelled) }
    }
}
