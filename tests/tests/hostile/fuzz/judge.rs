//! What every result must be, whatever the guest said: a value that keeps the contract, or an error that says what to do. Written apart
//! from the host's own checks, so that a hole in those is seen.

use batuta_runtime::model::{Answer, Diagnostic, Findings, Lowered, OutputFile, Span, Summary};
use batuta_runtime::plugin_set::{FailureKind, StepError, StepOutcome};
use batuta_runtime::validate::output_path;
use serde_json::Value;

/// Sizes of the files that a step may know, by id.
pub type Files = &'static [(u32, u64)];

/// What a result is in a few words, for telling new ones from old ones; panics when it is none that a host may pass on.
pub fn outcome<T: serde::Serialize>(outcome: &StepOutcome<T>, files: Files, more: impl FnOnce(&T)) -> String {
    for finding in &outcome.diagnostics {
        diagnostic(finding, files);
    }
    assert!(outcome.diagnostics.len() <= 10_000);
    let said = match &outcome.result {
        Err(error) => failure(error),
        Ok(value) => {
            more(value);
            let json = serde_json::to_value(value).unwrap();
            texts(&json, "");
            format!("ok {}", shape(&json))
        }
    };
    format!("{said} {} {}", outcome.diagnostics.len().min(2), outcome.reads.len().min(3))
}

/// An error names its plugin and a remedy, shows nothing that steers a terminal, and is no defect of the host.
pub fn failure(error: &StepError) -> String {
    assert!(!error.plugin.is_empty() && !error.message.is_empty() && !error.remedy.is_empty(), "{error:?}");
    plain(&error.message, false);
    let host = error.message.contains("the host failed") || error.message.contains("gives no threads");
    assert!(!(error.kind == FailureKind::Internal && host), "{error}");
    match error.kind {
        // The guest's own words.
        FailureKind::Unsupported | FailureKind::InvalidInput | FailureKind::Internal | FailureKind::Denied => {
            format!("{:?}", error.kind)
        }
        kind => format!("{kind:?} {}", numberless(&error.message)),
    }
}

/// The words of a message, without what differs from guest to guest.
pub fn numberless(message: &str) -> String {
    let mut quoted = false;
    let kept = message.chars().filter(|c| {
        quoted ^= *c == '`';
        !quoted && !c.is_ascii_digit()
    });
    kept.take(48).collect()
}

/// Which lists of a value hold something.
fn shape(value: &Value) -> String {
    match value {
        Value::Object(fields) => fields.values().map(shape).collect(),
        Value::Array(items) => items.len().min(1).to_string(),
        Value::Null => "-".into(),
        _ => "x".into(),
    }
}

/// No text steers a terminal.
fn texts(value: &Value, field: &str) {
    match value {
        // Arguments of a reference run are given to a program as they are, and settings' schemas are JSON.
        Value::String(text) if field != "arguments" => plain(text, true),
        Value::Array(items) => items.iter().for_each(|item| texts(item, field)),
        Value::Object(fields) => fields.iter().for_each(|(name, value)| texts(value, name)),
        _ => {}
    }
}

fn plain(text: &str, lines: bool) {
    let steers = |c: char| {
        let ordinary = lines && matches!(c, '\n' | '\t' | '\r');
        (c.is_control() && !ordinary) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    assert!(!text.chars().any(steers), "a text that steers a terminal: {text:?}");
}

fn span(span: Span, files: Files) {
    let inside = files.iter().any(|(id, size)| *id == span.file.0 && u64::from(span.end) <= *size);
    assert!(inside && span.start <= span.end, "{span:?}");
}

fn diagnostic(finding: &Diagnostic, files: Files) {
    assert_eq!(finding.code.len(), 6, "{finding:?}");
    assert!(finding.message.len() <= 4096 + 8 && finding.related.len() <= 16 && finding.fixes.len() <= 16);
    let places = finding.primary.iter().chain(finding.related.iter().map(|it| &it.span));
    places.chain(finding.fixes.iter().map(|it| &it.span)).for_each(|it| span(*it, files));
    texts(&serde_json::to_value(finding).unwrap(), "");
}

fn outputs(list: &[OutputFile], files: Files) {
    let mut seen = std::collections::BTreeSet::new();
    for file in list {
        output_path(&file.path).unwrap();
        assert!(!file.path.split('/').any(|part| part == ".." || part.starts_with('.') || part.is_empty()));
        assert!(seen.insert(file.path.to_lowercase()), "{} twice", file.path);
        file.origins.iter().for_each(|origin| span(origin.at, files));
        assert!(file.origins.is_sorted_by_key(|origin| origin.line));
    }
}

pub fn lowered(value: &Lowered, files: Files) {
    outputs(&value.files, files);
    let name = |text: &str| text.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') && !text.is_empty();
    assert!(name(&value.package) && value.supports.iter().all(|it| name(&it.name)));
    for binary in &value.binaries {
        output_path(&binary.path).unwrap();
        assert!(name(&binary.name) && files.iter().any(|(id, _)| *id == binary.source.0));
        assert!(!binary.reference.run.program.contains(['/', ' ', '\0']));
    }
    for file in &value.files {
        assert!(!file.path.to_lowercase().ends_with("cargo.toml") && file.path.to_lowercase() != "build.rs");
    }
    value.operations.iter().for_each(|it| span(it.at, files));
    for dependency in &value.dependencies {
        assert!(name(&dependency.name) && !dependency.version.contains(':'), "{dependency:?}");
    }
}

pub fn support(value: &[OutputFile]) {
    outputs(value, &[]);
    let manifest = value.iter().find(|file| file.path == "Cargo.toml").unwrap();
    let text = std::str::from_utf8(&manifest.content).unwrap();
    for forbidden in ["git =", "build =", "proc-macro = true", "../"] {
        assert!(!text.contains(forbidden), "{text}");
    }
}

pub fn findings(value: &Findings) {
    let lines = value.lines;
    let sum = u64::from(lines.code) + u64::from(lines.comment) + u64::from(lines.blank);
    assert!(sum <= 11 && value.facts.len() <= 16 << 20, "{value:?}");
}

pub fn summary(value: &Summary, files: u32) {
    assert!(value.entry_points.iter().all(|id| id.0 < files));
    if let Some(debt) = &value.debt {
        assert!(debt.score.is_finite() && debt.files.iter().all(|it| it.file.0 < files && it.score.is_finite()));
        assert!(debt.worst.iter().all(|it| it.file.0 < files && it.points.is_finite()));
    }
}

pub fn answer(value: &Answer) {
    assert_eq!(value.abstained, value.recommendations.is_empty());
    assert!(value.recommendations.iter().all(|it| (0.0..=1.0).contains(&it.confidence)));
}
