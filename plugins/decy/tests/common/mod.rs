//! Runs the plugin natively over files, as the host does in the sandbox.
#![allow(dead_code, unreachable_pub)]

use batuta_decy::Decy;
use batuta_sdk::diagnostics::Diagnostic;
use batuta_sdk::text::FileId;
use batuta_sdk::{Context, Host, LogLevel, Lowered, Settings, SourceFile, Transpiler};
use std::collections::BTreeMap;

/// A project in memory.
pub struct Project {
    /// In byte order of paths.
    pub files: Vec<SourceFile>,
    /// Files that are only there to be included.
    pub extra: Vec<SourceFile>,
    /// What was found.
    pub findings: Vec<Diagnostic>,
}

impl Host for Project {
    fn open(&mut self, path: &str) -> Option<SourceFile> {
        self.files.iter().chain(&self.extra).find(|file| file.path == path).cloned()
    }
    fn emit(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }
    fn log(&mut self, _: LogLevel, _: &str, _: &str) {}
    fn checkpoint(&mut self, _: u32, _: u32) -> bool {
        true
    }
}

impl Project {
    /// From paths and contents.
    pub fn new(files: impl IntoIterator<Item = (String, Vec<u8>)>) -> Self {
        let sorted: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
        let files = sorted.into_iter().enumerate();
        let files = files.map(|(at, (path, bytes))| SourceFile { id: FileId(at as u32), path, bytes }).collect();
        Project { files, extra: vec![], findings: vec![] }
    }

    /// With one more file to include.
    pub fn include(&mut self, path: String, bytes: Vec<u8>) {
        let id = FileId((self.files.len() + self.extra.len()) as u32);
        self.extra.push(SourceFile { id, path, bytes });
    }

    /// All three steps.
    pub fn convert(&mut self) -> Result<Vec<Lowered>, String> {
        let settings = Settings::default();
        let sources: Vec<SourceFile> =
            self.files.iter().filter(|file| file.path.ends_with(".c") || file.path.ends_with(".h")).cloned().collect();
        let mut indexes = vec![];
        for file in &sources {
            let index = Decy::index(file, &mut Context::new(self, &settings)).map_err(|error| format!("{error:?}"))?;
            indexes.push((file.id, index));
        }
        let facts = Decy::link(&indexes, &mut Context::new(self, &settings)).map_err(|error| format!("{error:?}"))?;
        let mut out = vec![];
        for (id, slice) in facts {
            let file = self.files.iter().find(|file| file.id == id).cloned().ok_or("no such file")?;
            let lowered = Decy::lower(&file, &slice, &mut Context::new(self, &settings))
                .map_err(|error| format!("{}: {error:?}", file.path))?;
            out.push(lowered);
        }
        Ok(out)
    }

    /// Findings as `CODE file:line:column: message`.
    pub fn rendered(&self) -> Vec<String> {
        let mut lines: Vec<String> = self.findings.iter().map(|finding| self.render(finding)).collect();
        lines.dedup();
        lines
    }

    fn render(&self, finding: &Diagnostic) -> String {
        let at = finding.primary.unwrap_or_default();
        let file = self.files.iter().find(|file| file.id == at.file);
        let (path, bytes) = file.map_or(("", &[][..]), |file| (&file.path, &file.bytes));
        let before = &bytes[..(at.range.start as usize).min(bytes.len())];
        let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
        let column = before.len() - before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1) + 1;
        format!("{} {path}:{line}:{column}: {}", finding.code, finding.message)
    }
}
