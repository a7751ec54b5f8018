//! What came back against what a golden expects, and taking it over.

use super::{Failure, Outcome};
use crate::conformance::{Conversion, Project, Subject, lowered_files};
use crate::golden::Golden;
use crate::markdown::Block;
use batuta_runtime::model::Diagnostic;
use batuta_runtime::plugin_set::{Cancel, FailureKind};
use std::sync::Arc;

const SUMMARY: &str = "json summary";
const DIAGNOSTICS: &str = "text diagnostics";

/// Whether blessing mends such a failure.
pub(super) fn is_taken_over(what: &str) -> bool {
    [SUMMARY, "summary", "diagnostics", "stdout", "exit code"].contains(&what) || what.starts_with("rust file=")
}

/// `-` what was expected, `+` what was seen, three lines around each change.
pub(super) fn diff(expected: &str, seen: &str) -> String {
    let diff = similar::TextDiff::from_lines(expected, seen);
    diff.unified_diff().context_radius(3).header("expected", "seen").to_string()
}

fn with_line_end(text: &str) -> String {
    if text.is_empty() || text.ends_with('\n') { text.into() } else { format!("{text}\n") }
}

/// One text that could be had or not.
pub(super) fn one(
    golden: &Golden,
    what: &str,
    expected: &str,
    seen: Result<String, String>,
    outcome: &mut Outcome,
    bless: impl FnOnce(&str),
) {
    match seen {
        Err(error) => outcome.failures.push(Failure::new(&golden.name, format!("{what} step"), error)),
        Ok(seen) => {
            if seen != expected {
                outcome.failures.push(Failure::new(&golden.name, what, diff(expected, &seen)));
            }
            bless(&seen);
        }
    }
}

/// Info string, package, path and text of the Rust files that came out.
fn rust_blocks(conversion: &Conversion) -> Vec<(String, Option<String>, String, String)> {
    let packages = lowered_files(conversion);
    let several = packages.len() > 1;
    let mut blocks = Vec::new();
    for (name, files) in &packages {
        for (path, file) in files.iter().filter(|(path, _)| path.ends_with(".rs")) {
            let attribute = if several { format!(" package={name}") } else { String::new() };
            let text = String::from_utf8_lossy(&file.content).into_owned();
            blocks.push((format!("rust file={path}{attribute}"), several.then(|| name.clone()), path.clone(), text));
        }
    }
    blocks
}

/// Rust and findings against the golden.
pub(super) fn conversion(golden: &Golden, conversion: &Conversion, project: &Project, outcome: &mut Outcome) {
    let mut expected = golden.rust();
    for (info, package, path, text) in rust_blocks(conversion) {
        let at = expected.iter().position(|(p, f, _)| *p == package && *f == path);
        let wanted = at.map_or("", |at| expected.remove(at).2);
        if wanted != with_line_end(&text) {
            outcome.failures.push(Failure::new(&golden.name, info, diff(wanted, &text)));
        }
    }
    for (_, path, text) in expected {
        outcome.failures.push(Failure::new(&golden.name, format!("rust file={path}"), diff(text, "")));
    }
    let findings = render(&conversion.findings(), project);
    if findings != golden.diagnostics() {
        outcome.failures.push(Failure::new(&golden.name, "diagnostics", diff(golden.diagnostics(), &findings)));
    }
}

/// Take Rust and findings over.
pub(super) fn bless_conversion(golden: &mut Golden, conversion: &Conversion, project: &Project) {
    let blocks = rust_blocks(conversion);
    golden.document.remove(|block| {
        let rust = block.words().next() == Some("rust") && block.attribute("file").is_some();
        rust && !blocks.iter().any(|(info, ..)| *info == block.info)
    });
    for (info, _, _, text) in &blocks {
        golden.document.set(info, text, |block| block.info == *info);
    }
    let findings = render(&conversion.findings(), project);
    let is_list = |block: &Block| block.words().nth(1) == Some("diagnostics");
    if findings.is_empty() {
        golden.document.remove(is_list);
    } else {
        golden.document.set(DIAGNOSTICS, &findings, is_list);
    }
}

/// Take over what a program printed and how it ended.
pub(super) fn bless_run(golden: &mut Golden, suffix: &str, stdout: &str, exit: Option<i32>) {
    let bin = suffix.trim().to_owned();
    let mine = |block: &Block, kind: &str| {
        block.words().nth(1) == Some(kind) && (bin.is_empty() || block.words().any(|word| word == bin))
    };
    if stdout.is_empty() {
        golden.document.remove(|block| mine(block, "stdout"));
    } else {
        let flag = if stdout.ends_with('\n') { "" } else { " no-eol" };
        let info = format!("text stdout{suffix}{flag}");
        golden.document.set(&info, &with_line_end(stdout), |block| mine(block, "stdout"));
    }
    match exit {
        Some(0) | None => golden.document.remove(|block| mine(block, "exit")),
        Some(code) => {
            golden.document.set(&format!("text exit{suffix}"), &format!("{code}\n"), |block| mine(block, "exit"));
        }
    }
}

/// `CODE file:line:column: message`, one line per finding; a project-wide finding has no place.
fn render(findings: &[Diagnostic], project: &Project) -> String {
    let line = |finding: &Diagnostic| {
        let place = finding.primary.and_then(|span| {
            let file = project.file(span.file)?;
            let before = file.bytes.get(..span.start as usize)?;
            let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
            let line = before.iter().filter(|byte| **byte == b'\n').count() + 1;
            let column = String::from_utf8_lossy(&before[start..]).chars().count() + 1;
            Some(format!("{}:{line}:{column}: ", file.path))
        });
        format!("{} {}{}\n", finding.code, place.unwrap_or_default(), finding.message)
    };
    findings.iter().map(line).collect()
}

/// What an analyzer says of a project, as JSON.
pub(super) fn summary(subject: &Subject, project: &Arc<Project>) -> Result<String, String> {
    let cx = project.context(Cancel::default());
    let explain = |error: batuta_runtime::plugin_set::StepError| format!("{:?}: {}", error.kind, error.message);
    let mut findings = Vec::new();
    for file in project.files() {
        match subject.set.analyze(subject.plugin, file, &cx).result {
            Ok(found) => findings.push((file.id, found)),
            Err(error) if matches!(error.kind, FailureKind::Unsupported | FailureKind::InvalidInput) => {}
            Err(error) => return Err(explain(error)),
        }
    }
    let summary = subject.set.summarise(subject.plugin, findings, &cx).result.map_err(explain)?;
    serde_json::to_string_pretty(&summary).map(|text| text + "\n").map_err(|error| error.to_string())
}

/// Take a summary over.
pub(super) fn bless_summary(golden: &mut Golden, text: &str) {
    golden.document.set(SUMMARY, text, |block| block.words().nth(1) == Some("summary"));
}
