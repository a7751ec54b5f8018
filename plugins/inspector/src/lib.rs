//! Finds languages, entry points, dependencies and frameworks.
//!
//! - **Language**: a `#!` line wins over the name of another script language; then the name; then the content (C++ headers called
//!   `.h`, files without an extension, editors' mode lines). A file with a NUL among its first 8 KiB is not text.
//! - **Lines** are counted as `tokei` counts them; see `source/lines.rs`.
//! - **Entry points** are guesses for people: see `entry/`. What becomes a program is the transpiler's decision.
//! - **Dependencies** come from manifests only, as they are written there.
//!
//! Nothing here panics or fails on any bytes, and everything takes time in proportion to their number.

mod debt;
mod entry;
mod facts;
mod frameworks;
#[cfg(target_family = "wasm")]
mod guest;
mod language;
mod manifests;
mod metrics;
mod source;
mod summary;

pub use facts::{Facts, Fingerprint, Function, Reach};

use batuta_sdk::text::FileId;
use batuta_sdk::{Analyzer, Context, Findings, Manifest, Plugin, Result, Role, SourceFile, Summary};

/// The analyzer.
pub struct Inspector;

impl Plugin for Inspector {
    fn manifest() -> Manifest {
        Manifest {
            name: "inspector".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Finds languages, entry points, dependencies and numeric frameworks; grades technical debt.".into(),
            roles: vec![Role::Analyzer],
            languages: vec![],
            file_globs: vec![],
            settings_schema: r#"{"type":"object","properties":{"metrics":{"type":"boolean","description":"Measure functions and grade files"}}}"#.into(),
            formats: vec![],
        }
    }
}

impl Analyzer for Inspector {
    fn analyze(file: &SourceFile, cx: &mut Context<'_>) -> Result<Findings> {
        let mut findings = inspect(&file.path, &file.bytes);
        if cx.settings().is_on(METRICS) {
            findings.facts = measure(&file.path, &file.bytes).map(|facts| facts.to_bytes()).unwrap_or_default();
        }
        Ok(findings)
    }

    fn summarise(files: &[(FileId, Findings)], cx: &mut Context<'_>) -> Result<Summary> {
        Ok(summary::summarise(files, cx.known()))
    }
}

/// The setting that asks for measures and grades.
const METRICS: &str = "metrics";

/// What the code of the file at `path` measures; none when its language is not known or it is not text.
pub fn measure(path: &str, bytes: &[u8]) -> Option<Facts> {
    if language::is_binary(bytes) {
        return None;
    }
    let detected = language::detect(path.rsplit('/').next().unwrap_or(path), bytes)?;
    Some(metrics::measure(path, &detected, bytes))
}

/// What the file at `path`, relative to the project, is.
pub fn inspect(path: &str, bytes: &[u8]) -> Findings {
    if language::is_binary(bytes) {
        return Findings::default();
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let detected = language::detect(name, bytes);
    let language = detected.map(|found| found.name);
    Findings {
        language: language.map(str::to_string),
        entry_point: language.is_some_and(|language| entry::is_entry_point(language, path, bytes)),
        lines: source::count(bytes, detected.map_or(language::UNKNOWN, |found| found.syntax)),
        dependencies: manifests::dependencies(path, language, bytes),
        frameworks: language.map(|language| frameworks::in_use(language, bytes)).unwrap_or_default(),
        facts: Vec::new(),
    }
}
