//! For a comment on a change, or a file that is read as text.

use crate::advisories;
use crate::change;
use crate::debt;
use crate::decisions;
use crate::excerpt::Sources;
use crate::style::Style;
use crate::words::{self, clean, line, many, time};
use batuta_pipeline::Report;
use batuta_pipeline::report::{CaseOutcome, CaseReport, FileStatus, PhaseStatus, ProgramValidation};
use std::fmt::{self, Write};

/// The report as Markdown (with tables, as GitHub reads it).
pub(crate) fn render(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    writeln!(out, "# batuta {}: {}\n", text(&report.command), text(&report.project.name))?;
    writeln!(out, "{}\n", text(&words::outcome(report).0))?;
    phases(&mut out, report)?;
    programs(&mut out, report)?;
    files(&mut out, report)?;
    findings(&mut out, report)?;
    build(&mut out, report)?;
    decisions::markdown(&mut out, &report.decisions)?;
    change::markdown(&mut out, report.debt.as_ref())?;
    needs(&mut out, report)?;
    advisories::markdown(&mut out, report.advisories.as_deref())?;
    crate::ages::markdown(&mut out, report.ages.as_deref())?;
    Ok(out.trim_end().to_string() + "\n")
}

/// Text in which Markdown means nothing.
pub(crate) fn text(plain: &str) -> String {
    let mut out = String::new();
    for c in line(plain).chars() {
        if "\\`*_{}[]<>#|~".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A name in code style, also in a table.
pub(crate) fn code(plain: &str) -> String {
    let plain = line(plain).replace('|', "\\|");
    let fence = "`".repeat(longest_ticks(&plain) + 1);
    let space = if plain.starts_with('`') || plain.ends_with('`') { " " } else { "" };
    if plain.is_empty() { plain } else { format!("{fence}{space}{plain}{space}{fence}") }
}

fn longest_ticks(text: &str) -> usize {
    text.split(|c| c != '`').map(str::len).max().unwrap_or(0)
}

fn block(out: &mut String, info: &str, content: &str) -> fmt::Result {
    let content = clean(content);
    let fence = "`".repeat((longest_ticks(&content) + 1).max(3));
    let body: Vec<&str> = content.lines().map(str::trim_end).collect();
    writeln!(out, "{fence}{info}\n{}\n{fence}\n", body.join("\n").trim_matches('\n'))
}

pub(crate) fn table(out: &mut String, heads: &[&str]) -> fmt::Result {
    writeln!(out, "| {} |\n|{}", heads.join(" | "), "---|".repeat(heads.len()))
}

fn phases(out: &mut String, report: &Report) -> fmt::Result {
    table(out, &["Phase", "", "Time", "Steps run", "From the cache", ""])?;
    for phase in &report.phases {
        let (_, word, _) = words::phase(phase);
        let run = !matches!(phase.status, PhaseStatus::NotRun | PhaseStatus::Blocked);
        let time = if run { time(phase.millis) } else { String::new() };
        let (title, reason) = (phase.phase.title(), phase.reason.as_deref().map(text).unwrap_or_default());
        writeln!(out, "| {title} | {word} | {time} | {} | {} | {reason} |", phase.steps.executed, phase.steps.cached)?;
    }
    writeln!(out)
}

fn programs(out: &mut String, report: &Report) -> fmt::Result {
    if report.programs.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Programs\n")?;
    if let Some(sentence) = words::validation(report) {
        writeln!(out, "{}\n", text(&sentence))?;
    }
    table(
        out,
        &["Program", "Source", "Cases", "Compared with the original", "Original", "Converted", "Times as fast"],
    )?;
    for program in &report.programs {
        let known = validation(report, &program.package, &program.binary);
        let word = known.map_or("not validated".to_string(), |known| words::program(known).0);
        let speed = known.and_then(words::speed).map_or("| ".repeat(2), |(reference, converted, ratio)| {
            format!("{} | {} | {ratio:.1}", time(reference), time(converted))
        });
        let cases = known.map_or(0, |known| known.cases.len());
        writeln!(out, "| {} | {} | {cases} | {word} | {speed} |", code(&program.binary), code(&program.source))?;
    }
    writeln!(out)?;
    for program in report.validation.iter().flat_map(|validation| &validation.programs) {
        for case in program.cases.iter().filter(|case| case.outcome != CaseOutcome::Same) {
            difference(out, program, case)?;
        }
    }
    Ok(())
}

fn validation<'r>(report: &'r Report, package: &str, binary: &str) -> Option<&'r ProgramValidation> {
    let programs = &report.validation.as_ref()?.programs;
    programs.iter().find(|known| known.package == package && known.binary == binary)
}

fn difference(out: &mut String, program: &ProgramValidation, case: &CaseReport) -> fmt::Result {
    let from = words::origin(case.origin);
    writeln!(out, "### {} · {}: {}\n", text(&program.binary), text(&case.name), words::case(case).0)?;
    writeln!(out, "Case from {from}.\n")?;
    if case.detail.is_empty() { Ok(()) } else { block(out, "text", &case.detail) }
}

fn files(out: &mut String, report: &Report) -> fmt::Result {
    let shown = || report.files.iter().filter(|file| file.status != FileStatus::Skipped);
    if shown().next().is_some() {
        writeln!(out, "## Files\n")?;
        table(out, &["Source", "Language", "Status", "Refused", "Rust"])?;
        for file in shown() {
            let rust: Vec<String> = file.rust.iter().map(|path| code(path)).collect();
            let last = file.reason.as_deref().map_or(rust.join(", "), text);
            let language = file.language.as_deref().map(text).unwrap_or_default();
            let status = words::status(file.status).0;
            writeln!(out, "| {} | {language} | {status} | {} | {last} |", code(&file.source), file.refusals)?;
        }
        writeln!(out)?;
    }
    match report.files_with(FileStatus::Skipped) {
        0 => Ok(()),
        skipped => writeln!(out, "Skipped: {}.\n", many(skipped, "file")),
    }
}

fn findings(out: &mut String, report: &Report) -> fmt::Result {
    if report.diagnostics.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Findings\n")?;
    let sources = Sources::new(&report.sources);
    for finding in &report.diagnostics {
        let mut rendered = String::new();
        crate::findings::render(&mut rendered, finding, &sources, &Style::default())?;
        block(out, "text", &rendered)?;
    }
    Ok(())
}

fn build(out: &mut String, report: &Report) -> fmt::Result {
    let Some(build) = &report.build else { return Ok(()) };
    writeln!(out, "## Build\n")?;
    let word = match (build.success, build.cached) {
        (true, true) => "Nothing had changed: the programs built before stand.",
        (true, false) => "Everything builds.",
        (false, _) => "The build failed.",
    };
    writeln!(out, "{word}\n")?;
    if let Some(problem) = &build.problem {
        block(out, "text", problem)?;
    }
    for message in &build.messages {
        if let Some(place) = &message.source {
            writeln!(out, "From {}:\n", code(&format!("{}:{}:{}", place.file, place.line, place.column)))?;
        }
        block(out, "text", &message.rendered)?;
    }
    Ok(())
}

fn needs(out: &mut String, report: &Report) -> fmt::Result {
    let Some(summary) = &report.summary else { return Ok(()) };
    writeln!(out, "## The project\n")?;
    table(out, &["Language", "Files", "Code", "Comment", "Blank"])?;
    for share in &summary.languages {
        let lines = share.lines;
        let language = text(&share.language);
        writeln!(out, "| {language} | {} | {} | {} | {} |", share.files, lines.code, lines.comment, lines.blank)?;
    }
    writeln!(out)?;
    for need in &summary.dependencies {
        writeln!(out, "- needs {} {} {}", text(&need.ecosystem), code(&need.name), text(&need.requirement))?;
    }
    summary.frameworks.iter().try_for_each(|name| writeln!(out, "- uses {}", text(name)))?;
    summary.advice.iter().try_for_each(|advice| writeln!(out, "- {}", text(advice)))?;
    match &summary.debt {
        Some(debt) => debt::markdown(out, report, debt),
        None => Ok(()),
    }
}
