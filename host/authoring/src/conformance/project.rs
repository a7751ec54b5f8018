//! Projects in memory, and what a step over one gave.

use crate::golden::Golden;
use batuta_runtime::model::{Diagnostic, Digest, FileId, FileProvider, SourceFile};
use batuta_runtime::plugin_set::{Cancel, FailureKind, RecordedRead, StepContext, StepOutcome};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The files of a project, numbered in byte order of their paths as the host numbers them.
#[derive(Clone, Debug, Default)]
pub struct Project {
    files: Vec<Arc<SourceFile>>,
}

/// A project to try.
#[derive(Clone, Debug)]
pub struct Sample {
    /// How failures name it.
    pub name: String,
    /// Its files.
    pub project: Arc<Project>,
    /// Those that the plugin is asked to convert, as paths.
    pub converted: Vec<String>,
}

/// How a step ended and what it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step<T> {
    /// The value, or why there is none.
    pub result: Result<T, (FailureKind, String)>,
    /// In order of emission.
    pub diagnostics: Vec<Diagnostic>,
    /// In order of path.
    pub reads: Vec<RecordedRead>,
}

impl<T> From<StepOutcome<T>> for Step<T> {
    fn from(outcome: StepOutcome<T>) -> Self {
        let result = outcome.result.map_err(|error| (error.kind, error.message));
        Step { result, diagnostics: outcome.diagnostics, reads: outcome.reads }
    }
}

impl<T> Step<T> {
    /// Whether the step looked at this path.
    pub(crate) fn read(&self, path: &str) -> bool {
        self.reads.iter().any(|read| read.path == path)
    }
}

impl Project {
    /// A project of these paths and contents. Of two with the same path the later one counts.
    pub fn new<P: Into<String>, B: Into<Vec<u8>>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let sorted: BTreeMap<String, Vec<u8>> =
            files.into_iter().map(|(path, bytes)| (path.into(), bytes.into())).collect();
        let file = |(at, (path, bytes)): (usize, (String, Vec<u8>))| {
            let digest = Digest::of(&bytes);
            Arc::new(SourceFile { id: FileId(at as u32), path, bytes, digest })
        };
        Project { files: sorted.into_iter().enumerate().map(file).collect() }
    }

    /// All files in order of their number.
    pub fn files(&self) -> &[Arc<SourceFile>] {
        &self.files
    }

    /// The file with this number.
    pub fn file(&self, id: FileId) -> Option<&Arc<SourceFile>> {
        self.files.get(id.0 as usize)
    }

    /// The file at this path.
    pub fn at(&self, path: &str) -> Option<&Arc<SourceFile>> {
        let at = self.files.binary_search_by(|file| file.path.as_str().cmp(path)).ok()?;
        self.files.get(at)
    }

    /// The same project with one file's content replaced.
    pub fn with(&self, id: FileId, bytes: Vec<u8>) -> Self {
        let mut changed = self.clone();
        if let Some(file) = changed.files.get_mut(id.0 as usize) {
            let digest = Digest::of(&bytes);
            *file = Arc::new(SourceFile { id, path: file.path.clone(), bytes, digest });
        }
        changed
    }

    /// What a step over this project may use.
    pub(crate) fn context(self: &Arc<Self>, cancel: Cancel) -> StepContext {
        StepContext { files: self.clone(), settings: Arc::from([]), known: Arc::from([]), cancel }
    }
}

impl FileProvider for Project {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        self.at(path).cloned()
    }

    fn size(&self, id: FileId) -> Option<u64> {
        self.file(id).map(|file| file.bytes.len() as u64)
    }
}

impl Sample {
    /// The sources of a golden: those in one of `languages` are converted, all where none is named.
    pub fn of(golden: &Golden, languages: &[String]) -> Sample {
        let sources = golden.sources();
        let wanted = |language: &String| languages.is_empty() || languages.contains(language);
        let converted = sources.iter().filter(|(_, language, _)| wanted(language));
        let mut converted: Vec<String> = converted.map(|(path, _, _)| path.clone()).collect();
        converted.sort();
        let project = Project::new(sources.into_iter().map(|(path, _, text)| (path, text)));
        Sample { name: golden.name.clone(), project: Arc::new(project), converted }
    }
}
