//! For people, on a terminal or in a log.

use crate::advisories;
use crate::change;
use crate::debt;
use crate::decisions;
use crate::excerpt::Sources;
use crate::findings;
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::words::{self, clean, line, many, time};
use batuta_pipeline::Report;
use batuta_pipeline::report::{CaseOutcome, FileStatus, PhaseReport, PhaseStatus};
use batuta_runtime::model::Summary;
use std::fmt::{self, Write};

/// The report as text.
pub(crate) fn render(report: &Report, style: &Style) -> Result<String, fmt::Error> {
    let mut out = String::new();
    title(&mut out, report, style)?;
    phases(&mut out, report, style)?;
    project(&mut out, report, style)?;
    files(&mut out, report, style)?;
    programs(&mut out, report, style)?;
    problems(&mut out, report, style)?;
    decisions::terminal(&mut out, &report.decisions, style)?;
    change::terminal(&mut out, report.debt.as_ref(), style)?;
    build(&mut out, report, style)?;
    finding_list(&mut out, report, style)?;
    plugins(&mut out, report, style)?;
    end(&mut out, report, style)?;
    Ok(out)
}

fn title(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let name = style.paint(Paint::Bold, &format!("batuta {}", line(&report.command)));
    let to = report.project.output.as_ref().map_or(String::new(), |output| format!(" → {}", line(output)));
    writeln!(out, "{name}  {}{to}\n", line(&report.project.name))
}

pub(crate) fn heading(out: &mut String, text: &str, style: &Style) -> fmt::Result {
    writeln!(out, "\n{}", style.paint(Paint::Bold, text))
}

fn phases(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let mut table = Table::default();
    for phase in &report.phases {
        let (sign, word, paint) = words::phase(phase);
        let run = !matches!(phase.status, PhaseStatus::NotRun | PhaseStatus::Blocked);
        let cells = [
            (sign.to_string(), paint),
            (phase.phase.title().to_string(), if run { Paint::Plain } else { Paint::Dim }),
            (if run { time(phase.millis) } else { String::new() }, Paint::Plain),
            (phase_words(phase, word), Paint::Dim),
        ];
        table.row(cells);
    }
    out.write_str(&table.render(style))
}

/// What each plugin cost in this run.
fn plugins(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    if !style.plugins {
        return Ok(());
    }
    heading(out, "Plugins", style)?;
    let mut table = Table::new(&["PLUGIN", "CALLS", "TIME", "MEMORY"]);
    for plugin in report.plugins.iter().filter(|plugin| plugin.calls > 0) {
        let cells = [
            format!("{} {}", line(&plugin.name), line(&plugin.version)),
            plugin.calls.to_string(),
            time(plugin.millis as f64),
            format!("{:.1} MiB", plugin.memory as f64 / f64::from(1 << 20)),
        ];
        table.row(cells.map(|cell| (cell, Paint::Plain)));
    }
    out.write_str(&table.render(style))
}

fn phase_words(phase: &PhaseReport, word: &str) -> String {
    let reason = phase.reason.as_ref().map(|reason| line(reason));
    let mut parts = Vec::new();
    match reason {
        Some(reason) if phase.status == PhaseStatus::Done => parts.push(reason),
        Some(reason) => parts.push(format!("{word}: {reason}")),
        None if phase.status == PhaseStatus::Done => {}
        None => parts.push(word.to_string()),
    }
    let steps = phase.steps;
    if steps.executed + steps.cached > 0 {
        parts.push(format!("{} run, {} from the cache", many(steps.executed as usize, "step"), steps.cached));
    }
    parts.join("; ")
}

fn project(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let Some(summary) = report.summary.as_ref().filter(|_| report.command == "analyze") else { return Ok(()) };
    let parts = style.project;
    if parts.languages {
        languages(out, report, summary, style)?;
    }
    if parts.dependencies {
        let needs = summary.dependencies.iter();
        let needs = needs.map(|need| line(format!("{} {} {}", need.ecosystem, need.name, need.requirement).trim_end()));
        list(out, "Needs", needs, style)?;
        advisories::terminal(out, report.advisories.as_deref(), style)?;
        crate::ages::terminal(out, report.ages.as_deref(), style)?;
        list(out, "Numeric frameworks", summary.frameworks.iter().map(|name| line(name)), style)?;
    }
    if parts.languages {
        list(out, "Advice", summary.advice.iter().map(|text| line(text)), style)?;
    }
    match &summary.debt {
        Some(debt) => debt::terminal(out, report, debt, style),
        None => Ok(()),
    }
}

fn languages(out: &mut String, report: &Report, summary: &Summary, style: &Style) -> fmt::Result {
    heading(out, "Languages", style)?;
    let mut table = Table::new(&["LANGUAGE", "FILES", "CODE", "COMMENT", "BLANK"]);
    for share in &summary.languages {
        let numbers = [share.files, share.lines.code, share.lines.comment, share.lines.blank];
        let cells = numbers.map(|number| (number.to_string(), Paint::Plain));
        table.row([(line(&share.language), Paint::Plain)].into_iter().chain(cells));
    }
    out.write_str(&table.render(style))?;
    let entries = summary.entry_points.iter().filter_map(|id| report.files.get(id.0 as usize));
    list(out, "Programs start in", entries.map(|file| line(&file.source)), style)
}

pub(crate) fn list(out: &mut String, title: &str, items: impl Iterator<Item = String>, style: &Style) -> fmt::Result {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return Ok(());
    }
    heading(out, title, style)?;
    items.try_for_each(|item| writeln!(out, "  {item}"))
}

fn files(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let skipped = report.files_with(FileStatus::Skipped);
    let all = report.files.len() - skipped;
    let quiet = |status| matches!(status, FileStatus::Skipped | FileStatus::Analyzed);
    let fits = all <= style.files;
    let bad = |status| !matches!(status, FileStatus::Converted | FileStatus::Skipped | FileStatus::Analyzed);
    let listed: Vec<_> = report.files.iter().filter(|f| if fits { !quiet(f.status) } else { bad(f.status) }).collect();
    if !listed.is_empty() {
        heading(out, "Files", style)?;
        let mut table = Table::new(&["SOURCE", "LANGUAGE", "STATUS", "REFUSED", "RUST, OR WHY NOT"]);
        for file in listed.iter().take(style.files) {
            let (status, paint) = words::status(file.status);
            let refused = if file.refusals == 0 { String::new() } else { file.refusals.to_string() };
            let last = file.reason.as_ref().map_or_else(|| rust_files(&file.rust), |reason| line(reason));
            table.row([
                (line(&file.source), Paint::Plain),
                (file.language.as_deref().map(line).unwrap_or_default(), Paint::Plain),
                (status.to_string(), paint),
                (refused, Paint::Attention),
                (last, Paint::Dim),
            ]);
        }
        out.write_str(&table.render(style))?;
        if listed.len() > style.files {
            writeln!(out, "  … and {} more that need a look", listed.len() - style.files)?;
        }
    }
    if skipped > 0 || !fits {
        heading(out, &file_counts(report), style)?;
    }
    Ok(())
}

fn rust_files(paths: &[String]) -> String {
    match paths {
        [] => String::new(),
        [one] => line(one),
        [first, rest @ ..] => format!("{} and {} more", line(first), rest.len()),
    }
}

/// `2 converted, 1 refused, 3 skipped`.
fn file_counts(report: &Report) -> String {
    let all = [
        FileStatus::Converted,
        FileStatus::Partial,
        FileStatus::Refused,
        FileStatus::Failed,
        FileStatus::Analyzed,
        FileStatus::Skipped,
    ];
    let counts = all.map(|status| (report.files_with(status), words::status(status).0));
    let parts = counts.iter().filter(|(count, _)| *count > 0).map(|(count, word)| format!("{count} {word}"));
    format!("{}: {}", many(report.files.len(), "file"), parts.collect::<Vec<_>>().join(", "))
}

fn programs(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    if report.programs.is_empty() {
        return Ok(());
    }
    heading(out, "Programs", style)?;
    let mut table = Table::new(&["PROGRAM", "SOURCE", "CASES", "COMPARED WITH THE ORIGINAL", "SPEED"]);
    for program in &report.programs {
        let known = report.validation.as_ref().and_then(|validation| {
            validation.programs.iter().find(|known| known.binary == program.binary && known.package == program.package)
        });
        let (words, paint) = known.map_or(("not validated".into(), Paint::Attention), words::program);
        let speed = known.and_then(words::speed).map_or(String::new(), |(reference, converted, ratio)| {
            format!("{ratio:.1}× ({} → {})", time(reference), time(converted))
        });
        table.row([
            (line(&program.binary), Paint::Plain),
            (line(&program.source), Paint::Plain),
            (known.map_or(0, |known| known.cases.len()).to_string(), Paint::Plain),
            (words, paint),
            (speed, Paint::Plain),
        ]);
    }
    out.write_str(&table.render(style))?;
    words::validation(report).map_or(Ok(()), |text| writeln!(out, "  {}", style.paint(Paint::Dim, &text)))
}

/// Cases that are not the same, with what differs.
fn problems(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    for program in report.validation.iter().flat_map(|validation| &validation.programs) {
        for case in program.cases.iter().filter(|case| case.outcome != CaseOutcome::Same) {
            let (word, paint) = words::case(case);
            let name = format!("{} · {}", line(&program.binary), line(&case.name));
            writeln!(out, "\n  {}: {}", name, style.paint(paint, &word))?;
            clean(&case.detail).lines().try_for_each(|text| writeln!(out, "    {}", text.trim_end()))?;
        }
    }
    Ok(())
}

fn build(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let Some(build) = report.build.as_ref().filter(|build| build.problem.is_some() || !build.messages.is_empty())
    else {
        return Ok(());
    };
    heading(out, "Build", style)?;
    if let Some(problem) = &build.problem {
        clean(problem).lines().try_for_each(|text| writeln!(out, "  {}", style.paint(Paint::Bad, text.trim_end())))?;
    }
    for message in build.messages.iter().take(style.findings) {
        let paint = if message.level == "error" { Paint::Bad } else { Paint::Attention };
        let code = message.code.as_ref().map_or(String::new(), |code| format!("[{}]", line(code)));
        writeln!(
            out,
            "  {}: {}",
            style.paint(paint, &format!("{}{code}", line(&message.level))),
            line(&message.message)
        )?;
        if let Some((path, number)) = &message.rust {
            let from = message
                .source
                .as_ref()
                .map(|place| format!(", from {}:{}:{}", line(&place.file), place.line, place.column));
            writeln!(out, "    in {}:{number}{}", line(path), from.unwrap_or_default())?;
        }
    }
    Ok(())
}

fn finding_list(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    if report.diagnostics.is_empty() {
        return Ok(());
    }
    heading(out, "Findings", style)?;
    let sources = Sources::new(&report.sources);
    for finding in report.diagnostics.iter().take(style.findings) {
        findings::render(out, finding, &sources, style)?;
    }
    let more = report.diagnostics.len().saturating_sub(style.findings);
    if more > 0 { writeln!(out, "  … and {more} more: `--format json` lists all") } else { Ok(()) }
}

fn end(out: &mut String, report: &Report, style: &Style) -> fmt::Result {
    let (text, paint) = words::outcome(report);
    writeln!(out, "\n{}", style.paint(paint, &text))
}
