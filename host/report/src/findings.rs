//! Findings that point into the source with labels.

use crate::excerpt::Sources;
use crate::style::Style;
use crate::words::{line, severity};
use batuta_pipeline::report::{Finding, Place};
use batuta_runtime::model::Severity;
use miette::{Diagnostic, GraphicalReportHandler, GraphicalTheme, LabeledSpan, MietteDiagnostic, NamedSource};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// Lines of source around a mark.
const CONTEXT: usize = 1;

/// Findings as text: message, code, the marked lines, help. `sources` are texts by path; a finding in a file without one names its
/// place only.
///
/// # Errors
/// None in practice.
pub fn render_findings(
    findings: &[Finding],
    sources: &BTreeMap<String, Arc<str>>,
    style: &Style,
) -> Result<String, fmt::Error> {
    let sources = Sources::new(sources);
    let mut out = String::new();
    for finding in findings {
        render(&mut out, finding, &sources, style)?;
    }
    Ok(out)
}

/// One finding.
pub(crate) fn render(out: &mut String, finding: &Finding, sources: &Sources, style: &Style) -> fmt::Result {
    let (shown, elsewhere) = Shown::new(finding, sources);
    let theme = if style.colour { GraphicalTheme::unicode() } else { GraphicalTheme::unicode_nocolor() };
    let handler = GraphicalReportHandler::new_themed(theme)
        .with_context_lines(CONTEXT)
        .with_width(style.width.max(40))
        .with_links(false);
    for shown in [&shown].into_iter().chain(&elsewhere) {
        let mut text = String::new();
        handler.render_report(&mut text, shown)?;
        // The frame is wider than its lines: no white space at their ends.
        text.trim_end().lines().for_each(|line| {
            out.push_str(line.trim_end());
            out.push('\n');
        });
    }
    out.push('\n');
    Ok(())
}

/// A finding as miette wants it.
#[derive(Debug)]
struct Shown {
    inner: MietteDiagnostic,
    source: Option<NamedSource<Arc<str>>>,
}

impl Shown {
    /// The finding with the places in its own file, and one entry for each place elsewhere.
    fn new(finding: &Finding, sources: &Sources) -> (Self, Vec<Self>) {
        let mut elsewhere = Vec::new();
        let by = finding.plugin.as_ref().map_or(String::new(), |plugin| format!(" ({})", line(plugin)));
        let head = format!("{}[{}]{by}: {}", severity(finding.severity), line(&finding.code), line(&finding.message));
        let mut shown = Shown::at(head, finding.severity, finding.place.as_ref(), sources);
        if let Some(help) = &finding.help {
            shown.inner.help = Some(line(help));
        }
        for related in &finding.related {
            let same_file = finding.place.as_ref().is_some_and(|place| place.file == related.place.file);
            match sources.range(&related.place) {
                Some(range) if same_file && shown.source.is_some() => {
                    let label = LabeledSpan::new(Some(line(&related.message)), range.start, range.len());
                    shown.inner.labels.get_or_insert_default().push(label);
                }
                _ => {
                    let head = format!("see also: {}", line(&related.message));
                    elsewhere.push(Shown::at(head, Severity::Note, Some(&related.place), sources));
                }
            }
        }
        (shown, elsewhere)
    }

    fn at(head: String, severity: Severity, place: Option<&Place>, sources: &Sources) -> Self {
        let range = place.and_then(|place| sources.range(place));
        let text = place.and_then(|place| Some((place, sources.text(&place.file)?)));
        let mut inner = MietteDiagnostic::new(head);
        inner.severity = Some(match severity {
            Severity::Error => miette::Severity::Error,
            Severity::Warning => miette::Severity::Warning,
            Severity::Note | Severity::Help => miette::Severity::Advice,
        });
        let mut source = None;
        match (text, range) {
            (Some((place, text)), Some(range)) => {
                inner.labels = Some(vec![LabeledSpan::new_primary_with_span(None, range)]);
                source = Some(NamedSource::new(line(&place.file), text.clone()));
            }
            _ => {
                let at = place.map(|place| format!("\nat {}:{}:{}", line(&place.file), place.line, place.column));
                inner.message.push_str(&at.unwrap_or_default());
            }
        }
        Shown { inner, source }
    }
}

impl fmt::Display for Shown {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.inner, f)
    }
}

impl std::error::Error for Shown {}

impl Diagnostic for Shown {
    fn severity(&self) -> Option<miette::Severity> {
        self.inner.severity
    }

    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        self.inner.help()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        self.inner.labels()
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.source.as_ref().map(|source| source as &dyn miette::SourceCode)
    }
}
