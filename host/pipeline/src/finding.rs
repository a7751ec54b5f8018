//! Findings on their way to the report.

use crate::provider::Provider;
use crate::report::{Finding, Place, RelatedFinding, SuggestedEdit};
use batuta_runtime::model::{Diagnostic, FileProvider, Severity, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A finding of the host itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct HostFinding {
    pub(crate) severity: Severity,
    pub(crate) code: &'static str,
    message: String,
    /// The file that it is about; the place is its start.
    file: Option<String>,
    /// The exact place, where it is known.
    span: Option<Span>,
    help: Option<String>,
    plugin: Option<String>,
}

impl HostFinding {
    pub(crate) fn new(severity: Severity, code: &'static str, message: impl Into<String>) -> Self {
        HostFinding { severity, code, message: message.into(), file: None, span: None, help: None, plugin: None }
    }

    pub(crate) fn in_file(mut self, path: &str) -> Self {
        self.file = Some(path.to_owned());
        self
    }

    pub(crate) fn at(mut self, span: Span) -> Self {
        self.span = Some(span);
        self
    }

    pub(crate) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into()).filter(|help| !help.is_empty());
        self
    }

    pub(crate) fn of_plugin(mut self, name: &str) -> Self {
        self.plugin = Some(name.to_owned());
        self
    }
}

/// Turns byte ranges into lines and columns; reads each file once.
pub(crate) struct Places<'a> {
    files: &'a Provider,
    texts: BTreeMap<u32, Option<Text>>,
}

struct Text {
    path: String,
    text: Arc<str>,
    /// Byte offset of each line's start, in the file's own bytes.
    starts: Vec<usize>,
    bytes: Arc<[u8]>,
}

impl<'a> Places<'a> {
    pub(crate) fn new(files: &'a Provider) -> Self {
        Places { files, texts: BTreeMap::new() }
    }

    fn text(&mut self, file: u32) -> Option<&Text> {
        let files = self.files;
        let load = || {
            let path = files.path(batuta_runtime::model::FileId(file))?;
            let source = files.open(&path)?;
            let text = String::from_utf8_lossy(&source.bytes).into();
            let ends = source.bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
            let starts = std::iter::once(0).chain(ends).collect();
            Some(Text { path, text, starts, bytes: source.bytes.as_slice().into() })
        };
        self.texts.entry(file).or_insert_with(load).as_ref()
    }

    /// Where `span` is; none when its file cannot be read any more.
    pub(crate) fn place(&mut self, span: Span) -> Option<Place> {
        let text = self.text(span.file.0)?;
        let start = (span.start as usize).min(text.bytes.len());
        let line = text.starts.partition_point(|at| *at <= start);
        let before = &text.bytes[text.starts[line - 1]..start];
        let column = String::from_utf8_lossy(before).chars().count() as u32 + 1;
        Some(Place { file: text.path.clone(), line: line as u32, column, start: span.start, end: span.end })
    }

    /// A finding of `plugin` for the report.
    pub(crate) fn finding(&mut self, plugin: &str, diagnostic: &Diagnostic) -> Finding {
        let related = diagnostic.related.iter().filter_map(|related| {
            Some(RelatedFinding { place: self.place(related.span)?, message: related.message.clone() })
        });
        let related = related.collect();
        let fixes = diagnostic.fixes.iter().filter_map(|fix| {
            Some(SuggestedEdit { place: self.place(fix.span)?, replacement: fix.replacement.clone() })
        });
        let fixes = fixes.collect();
        Finding {
            severity: diagnostic.severity,
            code: diagnostic.code.clone(),
            message: diagnostic.message.clone(),
            place: diagnostic.primary.and_then(|span| self.place(span)),
            related,
            fixes,
            help: diagnostic.help.clone(),
            plugin: Some(plugin.to_owned()),
        }
    }

    /// A finding of the host for the report.
    pub(crate) fn host_finding(&mut self, finding: &HostFinding) -> Finding {
        let place = |file: &String| Place { file: file.clone(), line: 1, column: 1, start: 0, end: 0 };
        Finding {
            severity: finding.severity,
            code: finding.code.to_owned(),
            message: finding.message.clone(),
            place: finding.span.and_then(|span| self.place(span)).or_else(|| finding.file.as_ref().map(place)),
            related: Vec::new(),
            fixes: Vec::new(),
            help: finding.help.clone(),
            plugin: finding.plugin.clone(),
        }
    }

    /// The text of every file that was looked into, by path.
    pub(crate) fn sources(&self) -> BTreeMap<String, Arc<str>> {
        self.texts.values().flatten().map(|text| (text.path.clone(), Arc::clone(&text.text))).collect()
    }
}
