//! Plugins as native code over a project in memory: what the sandbox does with them, without the sandbox.

use batuta_sdk::diagnostics::Diagnostic;
use batuta_sdk::text::FileId;
use batuta_sdk::{
    Analyzer, Context, Error, Findings, Host, LogLevel, Lowered, Result, Settings, SourceFile, Summary, Transpiler,
};
use std::collections::BTreeMap;

/// The files of a project, numbered in byte order of their paths as the host numbers them.
#[derive(Clone, Debug, Default)]
pub struct Project {
    files: Vec<SourceFile>,
}

impl Project {
    /// A project of these paths and contents. Of two with the same path the later one counts.
    pub fn new<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let sorted: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        let numbered = sorted.into_iter().enumerate();
        let files = numbered.map(|(at, (path, bytes))| SourceFile { id: FileId(at as u32), path, bytes }).collect();
        Project { files }
    }

    /// All files in order of their number.
    pub fn files(&self) -> &[SourceFile] {
        &self.files
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The file at this path, which is normalised first.
    pub fn open(&self, path: &str) -> Option<&SourceFile> {
        let path = normalise(path)?;
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(&path)).ok()?;
        self.files.get(at)
    }

    /// The same project with one file's content replaced.
    pub fn with(&self, id: FileId, bytes: Vec<u8>) -> Self {
        let mut changed = self.clone();
        if let Some(file) = changed.files.get_mut(id.0 as usize) {
            file.bytes = bytes;
        }
        changed
    }
}

/// A relative path without `.` and `..`; none when it is absolute or leaves the project.
pub fn normalise(path: &str) -> Option<String> {
    if path.starts_with('/') || path.contains(['\\', '\0']) {
        return None;
    }
    let mut parts: Vec<&str> = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    (!parts.is_empty()).then(|| parts.join("/"))
}

/// The host's side of a step over a [`Project`]: remembers what the step did.
pub struct MemoryHost<'p> {
    project: &'p Project,
    /// Findings, in order of emission.
    pub findings: Vec<Diagnostic>,
    /// Normalised paths that were opened, and whether a file was there.
    pub reads: BTreeMap<String, bool>,
    /// Log lines: level, target, message.
    pub log: Vec<(LogLevel, String, String)>,
    /// Answer "stop" to every checkpoint.
    pub cancelled: bool,
}

impl<'p> MemoryHost<'p> {
    /// A host for one step.
    pub fn new(project: &'p Project) -> Self {
        MemoryHost { project, findings: vec![], reads: BTreeMap::new(), log: vec![], cancelled: false }
    }
}

impl Host for MemoryHost<'_> {
    fn open(&mut self, path: &str) -> Option<SourceFile> {
        let path = normalise(path)?;
        let file = self.project.open(&path).cloned();
        self.reads.insert(path, file.is_some());
        file
    }

    fn emit(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    fn log(&mut self, level: LogLevel, target: &str, message: &str) {
        self.log.push((level, target.into(), message.into()));
    }

    fn checkpoint(&mut self, _done: u32, _total: u32) -> bool {
        !self.cancelled
    }
}

/// How a step ended and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<T> {
    /// The value, or why there is none.
    pub result: Result<T>,
    /// In order of emission.
    pub findings: Vec<Diagnostic>,
    /// Normalised paths that were opened, and whether a file was there.
    pub reads: BTreeMap<String, bool>,
}

fn step<T>(project: &Project, settings: &Settings, run: impl FnOnce(&mut Context<'_>) -> Result<T>) -> Step<T> {
    let mut host = MemoryHost::new(project);
    let result = run(&mut Context::new(&mut host, settings));
    Step { result, findings: host.findings, reads: host.reads }
}

/// [`Transpiler::index`] of one file.
pub fn index<T: Transpiler>(project: &Project, file: &SourceFile, settings: &Settings) -> Step<Vec<u8>> {
    step(project, settings, |cx| T::index(file, cx))
}

/// [`Transpiler::link`] of these indexes, which must come in order of file id.
pub fn link<T: Transpiler>(
    project: &Project,
    indexes: &[(FileId, Vec<u8>)],
    settings: &Settings,
) -> Step<Vec<(FileId, Vec<u8>)>> {
    step(project, settings, |cx| T::link(indexes, cx))
}

/// [`Transpiler::lower`] of one file.
pub fn lower<T: Transpiler>(project: &Project, file: &SourceFile, facts: &[u8], settings: &Settings) -> Step<Lowered> {
    step(project, settings, |cx| T::lower(file, facts, cx))
}

/// [`Analyzer::analyze`] of one file.
pub fn analyze<A: Analyzer>(project: &Project, file: &SourceFile, settings: &Settings) -> Step<Findings> {
    step(project, settings, |cx| A::analyze(file, cx))
}

/// [`Analyzer::summarise`] of these findings, which must come in order of file id.
pub fn summarise<A: Analyzer>(project: &Project, files: &[(FileId, Findings)], settings: &Settings) -> Step<Summary> {
    step(project, settings, |cx| A::summarise(files, cx))
}

/// The words of an error of a step.
pub fn explain(error: &Error) -> String {
    match error {
        Error::Unsupported(why) => format!("unsupported: {why}"),
        Error::InvalidInput(why) => format!("invalid input: {why}"),
        Error::Limit(why) => format!("limit: {why}"),
        Error::Denied(why) => format!("denied: {why}"),
        Error::Cancelled => "cancelled".into(),
        Error::Internal(why) => format!("internal: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_files_by_path_and_normalises_what_is_opened() {
        let project = Project::new([("b.h", "2"), ("a/c.h", "1"), ("b.h", "3")]);
        let paths: Vec<_> = project.files().iter().map(|file| (file.id.0, file.path.as_str())).collect();
        assert_eq!(paths, [(0, "a/c.h"), (1, "b.h")]);
        let mut host = MemoryHost::new(&project);
        assert_eq!(host.open("a/../b.h").map(|file| file.bytes), Some(b"3".to_vec()));
        assert!(host.open("./a/none.h").is_none() && host.open("../b.h").is_none() && host.open("/b.h").is_none());
        assert_eq!(host.reads, BTreeMap::from([("a/none.h".into(), false), ("b.h".into(), true)]));
    }
}
