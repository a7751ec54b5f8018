//! `batuta compare`

use super::CommandResult;
use crate::args::{Compare, Format};
use crate::engines::Engines;
use crate::failure::Failure;
use crate::session::{Session, tell};
use anyhow::anyhow;
use batuta_pipeline::Pipeline;
use batuta_pipeline::report::{CaseOutcome, FileStatus, Report};
use batuta_system::System;
use serde::Serialize;
use std::fmt::Write;
use std::path::Path;
use std::sync::Arc;

/// What one engine made of the input.
#[derive(Debug, Serialize)]
struct Row {
    engine: String,
    version: String,
    converted: usize,
    partial: usize,
    refused: usize,
    failed: usize,
    /// Whether cargo built all of it.
    builds: bool,
    programs: usize,
    /// Cases that behave as their source.
    same: usize,
    /// Cases that do not.
    different: usize,
    /// Cases that could not be compared.
    not_validated: usize,
    /// Converting, validating and building, in seconds.
    seconds: f64,
}

/// Convert with each engine into a folder of its own.
pub(crate) fn run(session: Session, compare: &Compare) -> CommandResult {
    if compare.engines.len() < 2 {
        let error = anyhow!("comparing takes two engines or more");
        return Err(Failure::with_remedy(
            error,
            "give `--engine` twice, such as `--engine depyler --engine external:depyler`",
        ));
    }
    session.catch_interrupts();
    let scratch = session.system.scratch()?;
    let base = compare.output.as_deref().unwrap_or(scratch.path());
    let mut rows = Vec::new();
    for (number, engine) in compare.engines.iter().enumerate() {
        tell(&format!("converting with {engine}\n"));
        rows.push(one(&session, compare, engine, &base.join(format!("{number}-{}", file_name(engine))))?);
    }
    let text =
        if session.global.format == Format::Json { serde_json::to_string_pretty(&rows)? + "\n" } else { table(&rows) };
    session.print(&text)?;
    Ok(0)
}

fn one(session: &Session, compare: &Compare, engine: &str, out: &Path) -> Result<Row, Failure> {
    let engines = Engines::of(session, Some(&compare.input), std::slice::from_ref(&engine.to_owned()))?;
    let (mut options, bars) = session.options(&compare.run, Some(&compare.validation));
    options.input = compare.input.clone();
    options.output = Some(out.to_owned());
    options.no_cache = true;
    let began = session.system.elapsed();
    let report = Pipeline::new(session.system.clone(), Arc::new(engines), options).convert();
    bars.finish();
    let seconds = session.system.elapsed().saturating_sub(began).as_secs_f64();
    Ok(row(engine, &report, seconds))
}

fn row(engine: &str, report: &Report, seconds: f64) -> Row {
    let files = |status| report.files.iter().filter(|file| file.status == status).count();
    let cases = |outcome| report.validation.as_ref().map_or(0, |validation| validation.count(outcome));
    let all = report.validation.as_ref().map_or(0, |validation| validation.cases().count());
    let (same, different) = (cases(CaseOutcome::Same), cases(CaseOutcome::Different));
    let name = engine.strip_prefix("external:").map_or_else(|| engine.to_owned(), |name| format!("external-{name}"));
    let version = report.plugins.iter().find(|plugin| plugin.name == name).map(|plugin| plugin.version.clone());
    Row {
        engine: engine.to_owned(),
        version: version.unwrap_or_default(),
        converted: files(FileStatus::Converted),
        partial: files(FileStatus::Partial),
        refused: files(FileStatus::Refused),
        failed: files(FileStatus::Failed),
        builds: report.build.as_ref().is_some_and(|build| build.success),
        programs: report.programs.len(),
        same,
        different,
        not_validated: all - same - different,
        seconds,
    }
}

fn table(rows: &[Row]) -> String {
    let width = rows.iter().map(|row| row.engine.len()).max().unwrap_or(0).max(6);
    let mut text =
        format!("{:width$}  CONVERTED  PARTIAL  REFUSED  FAILED  BUILDS  SAME  DIFFERENT  OTHER  SECONDS\n", "ENGINE");
    for row in rows {
        let builds = if row.builds { "yes" } else { "no" };
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "{:width$}  {:>9}  {:>7}  {:>7}  {:>6}  {builds:>6}  {:>4}  {:>9}  {:>5}  {:>7.1}",
            row.engine,
            row.converted,
            row.partial,
            row.refused,
            row.failed,
            row.same,
            row.different,
            row.not_validated,
            row.seconds
        );
    }
    text
}

/// An engine's name, fit for a folder.
fn file_name(engine: &str) -> String {
    let plain = |c: char| if c.is_ascii_alphanumeric() { c } else { '-' };
    engine.chars().map(plain).collect()
}
