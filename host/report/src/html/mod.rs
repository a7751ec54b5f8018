//! One page without external parts: dark and light, readable without colour, with tables that screen readers understand.

mod debt;
mod sides;
mod treemap;
pub(crate) mod write;

use crate::excerpt::Sources;
use crate::words::{self, many, time};
use batuta_pipeline::Report;
use batuta_pipeline::report::{CaseOutcome, CaseReport, FileStatus, Finding, Place, ProgramReport, ProgramValidation};
use std::fmt::{self, Write};
use write::{Table, badge, escape, pre};

/// The report as a page.
pub(crate) fn render(report: &Report) -> Result<String, fmt::Error> {
    let mut out = String::new();
    let title = format!("batuta {}: {}", report.command, report.project.name);
    let title = escape(&title);
    write!(out, "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")?;
    write!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n")?;
    write!(out, "<style>\n{}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n", include_str!("page.css"))?;
    let (words, paint) = words::outcome(report);
    writeln!(out, "<p class=\"outcome {}\">{}</p>", write::class(paint), escape(&words))?;
    pipeline(&mut out, report)?;
    programs(&mut out, report)?;
    files(&mut out, report)?;
    sides::html(&mut out, report)?;
    crate::decisions::html(&mut out, &report.decisions)?;
    crate::change::html(&mut out, report.debt.as_ref())?;
    findings(&mut out, report)?;
    build(&mut out, report)?;
    project(&mut out, report)?;
    writeln!(out, "</main>\n<footer><p>Made by batuta {}.</p></footer>\n</body>\n</html>", escape(&report.batuta))?;
    Ok(out)
}

/// The five phases as a row of boxes.
fn pipeline(out: &mut String, report: &Report) -> fmt::Result {
    writeln!(
        out,
        "<section aria-labelledby=\"pipeline\">\n<h2 id=\"pipeline\">Pipeline</h2>\n<ol class=\"pipeline\">"
    )?;
    for phase in &report.phases {
        let (sign, word, paint) = words::phase(phase);
        write!(out, "<li class=\"{}\"><b>{}</b>", write::class(paint), phase.phase.title())?;
        write!(out, "<span><span aria-hidden=\"true\">{sign}</span> {word}</span>")?;
        if phase.steps.executed + phase.steps.cached > 0 {
            let run = many(phase.steps.executed as usize, "step");
            write!(out, "<span>{run} run, {} from the cache</span>", phase.steps.cached)?;
        }
        if phase.millis > 0.0 {
            write!(out, "<span>{}</span>", time(phase.millis))?;
        }
        if let Some(reason) = &phase.reason {
            write!(out, "<span>{}</span>", escape(reason))?;
        }
        writeln!(out, "</li>")?;
    }
    writeln!(out, "</ol>\n</section>")
}

fn programs(out: &mut String, report: &Report) -> fmt::Result {
    if report.programs.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"programs\">\n<h2 id=\"programs\">Programs</h2>")?;
    if let Some(sentence) = words::validation(report) {
        writeln!(out, "<p>{}</p>", escape(&sentence))?;
    }
    let heads = ["Program", "Source", "Cases", "Compared with the original", "Original", "Converted", "Times as fast"];
    let mut table = Table::new("Programs and how they compare with their originals", &heads);
    report.programs.iter().for_each(|program| program_row(&mut table, report, program));
    out.push_str(&table.finish());
    for program in report.validation.iter().flat_map(|validation| &validation.programs) {
        program.cases.iter().try_for_each(|case| case_details(out, program, case))?;
    }
    writeln!(out, "</section>")
}

fn program_row(table: &mut Table, report: &Report, program: &ProgramReport) {
    let known = report.validation.as_ref().and_then(|validation| {
        validation.programs.iter().find(|known| known.binary == program.binary && known.package == program.package)
    });
    let (word, paint) = known.map_or(("not validated".into(), crate::style::Paint::Attention), words::program);
    let speed = known.and_then(words::speed);
    let cell = |value: Option<String>| value.unwrap_or_default();
    table.row(&[
        format!("<code>{}</code>", escape(&program.binary)),
        format!("<code>{}</code>", escape(&program.source)),
        known.map_or(0, |known| known.cases.len()).to_string(),
        badge(paint, &word),
        cell(speed.map(|(reference, _, _)| time(reference))),
        cell(speed.map(|(_, converted, _)| time(converted))),
        cell(speed.map(|(_, _, ratio)| format!("{ratio:.1}"))),
    ]);
}

fn case_details(out: &mut String, program: &ProgramValidation, case: &CaseReport) -> fmt::Result {
    let (word, paint) = words::case(case);
    let open = if case.outcome == CaseOutcome::Same { "" } else { " open" };
    let name = escape(&format!("{} · {}", program.binary, case.name));
    write!(
        out,
        "<details{open}><summary>{name}: {}</summary>\n<p>Case from {}",
        badge(paint, &word),
        words::origin(case.origin)
    )?;
    if !case.compared.is_empty() {
        write!(out, "; compared: {}", escape(&case.compared.join(", ")))?;
    }
    for (side, millis) in [("original", case.reference_millis), ("converted", case.converted_millis)] {
        millis.map_or(Ok(()), |millis| write!(out, "; {side}: {}", time(millis)))?;
    }
    writeln!(out, "; {} bytes on stdout.</p>", case.stdout_bytes)?;
    if !case.detail.is_empty() {
        out.push_str(&pre(&case.detail, "difference"));
    }
    writeln!(out, "</details>")
}

fn files(out: &mut String, report: &Report) -> fmt::Result {
    if report.files.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"files\">\n<h2 id=\"files\">Files</h2>")?;
    let anchors = sides::anchors(report);
    treemap::html(out, report, &anchors)?;
    let mut table = Table::new(
        "Source files and what became of them",
        &["Source", "Language", "Lines", "Status", "Refused", "Notes", "Rust"],
    );
    for file in report.files.iter().filter(|file| file.status != FileStatus::Skipped) {
        let (word, paint) = words::status(file.status);
        let rust: Vec<String> = file.rust.iter().map(|path| format!("<code>{}</code>", escape(path))).collect();
        let name = format!("<code>{}</code>", escape(&file.source));
        table.row(&[
            anchors.get(file.source.as_str()).map_or(name.clone(), |id| format!("<a href=\"#{id}\">{name}</a>")),
            escape(file.language.as_deref().unwrap_or_default()),
            file.lines.to_string(),
            badge(paint, word),
            file.refusals.to_string(),
            escape(&treemap::shares(file).join(", ")),
            file.reason.as_deref().map_or_else(|| rust.join("<br>"), escape),
        ]);
    }
    out.push_str(&table.finish());
    let skipped = report.files_with(FileStatus::Skipped);
    if skipped > 0 {
        writeln!(out, "<details><summary>{} skipped</summary>\n<ul>", many(skipped, "file"))?;
        for file in report.files.iter().filter(|file| file.status == FileStatus::Skipped) {
            let reason = file.reason.as_ref().map_or(String::new(), |reason| format!(": {}", escape(reason)));
            writeln!(out, "<li><code>{}</code>{reason}</li>", escape(&file.source))?;
        }
        writeln!(out, "</ul>\n</details>")?;
    }
    writeln!(out, "</section>")
}

fn findings(out: &mut String, report: &Report) -> fmt::Result {
    if report.diagnostics.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"findings\">\n<h2 id=\"findings\">Findings</h2>")?;
    let sources = Sources::new(&report.sources);
    report.diagnostics.iter().try_for_each(|found| finding(out, found, &sources))?;
    writeln!(out, "</section>")
}

fn finding(out: &mut String, finding: &Finding, sources: &Sources) -> fmt::Result {
    let severity = words::severity(finding.severity);
    write!(out, "<article class=\"finding {severity}\">\n<h3><span class=\"badge {severity}\">{severity}</span> ")?;
    writeln!(out, "<code>{}</code> {}</h3>", escape(&finding.code), escape(&finding.message))?;
    finding.place.as_ref().map_or(Ok(()), |place| at(out, place, sources))?;
    for related in &finding.related {
        writeln!(out, "<p>{}</p>", escape(&related.message))?;
        at(out, &related.place, sources)?;
    }
    if let Some(help) = &finding.help {
        writeln!(out, "<p><b>Help:</b> {}</p>", escape(help))?;
    }
    for fix in &finding.fixes {
        writeln!(out, "<p>Replace by <code>{}</code>.</p>", escape(&fix.replacement))?;
    }
    if let Some(plugin) = &finding.plugin {
        writeln!(out, "<p class=\"by\">Found by {}.</p>", escape(plugin))?;
    }
    writeln!(out, "</article>")
}

fn at(out: &mut String, place: &Place, sources: &Sources) -> fmt::Result {
    let name = escape(&format!("{}:{}:{}", place.file, place.line, place.column));
    let Some(excerpt) = sources.excerpt(place) else { return writeln!(out, "<p><code>{name}</code></p>") };
    writeln!(out, "<figure>\n<figcaption><code>{name}</code></figcaption>")?;
    let (before, marked, after) = (escape(&excerpt.before), escape(&excerpt.marked), escape(&excerpt.after));
    let text = format!("{before}<mark>{marked}</mark>{after}");
    write!(out, "<pre tabindex=\"0\"><code>")?;
    for (line, number) in text.split('\n').zip(excerpt.first..) {
        writeln!(out, "<span class=\"number\">{number:>5} </span>{line}")?;
    }
    writeln!(out, "</code></pre>\n</figure>")
}

fn build(out: &mut String, report: &Report) -> fmt::Result {
    let Some(build) = &report.build else { return Ok(()) };
    let word = if build.success { "Everything builds." } else { "The build failed." };
    writeln!(out, "<section aria-labelledby=\"build\">\n<h2 id=\"build\">Build</h2>\n<p>{word}</p>")?;
    if let Some(problem) = &build.problem {
        out.push_str(&pre(problem, "problem"));
    }
    for message in &build.messages {
        writeln!(out, "<article>\n<h3>{}: {}</h3>", escape(&message.level), escape(&message.message))?;
        if let Some(place) = &message.source {
            let name = format!("{}:{}:{}", place.file, place.line, place.column);
            writeln!(out, "<p>From <code>{}</code></p>", escape(&name))?;
        }
        writeln!(out, "{}</article>", pre(&message.rendered, "message of the compiler"))?;
    }
    writeln!(out, "</section>")
}

fn project(out: &mut String, report: &Report) -> fmt::Result {
    let Some(summary) = &report.summary else { return Ok(()) };
    writeln!(out, "<section aria-labelledby=\"project\">\n<h2 id=\"project\">The project</h2>")?;
    let mut table = Table::new("Languages of the project", &["Language", "Files", "Code", "Comment", "Blank"]);
    for share in &summary.languages {
        let numbers = [share.files, share.lines.code, share.lines.comment, share.lines.blank].map(|n| n.to_string());
        table.row(&[&[escape(&share.language)][..], &numbers].concat());
    }
    out.push_str(&table.finish());
    if !summary.dependencies.is_empty() {
        let mut table = Table::new("What the project needs", &["Ecosystem", "Package", "Requirement"]);
        for need in &summary.dependencies {
            let package = format!("<code>{}</code>", escape(&need.name));
            table.row(&[escape(&need.ecosystem), package, escape(&need.requirement)]);
        }
        out.push_str(&table.finish());
    }
    crate::advisories::html(out, report.advisories.as_deref())?;
    crate::ages::html(out, report.ages.as_deref())?;
    if !summary.frameworks.is_empty() {
        writeln!(out, "<p>Numeric frameworks: {}.</p>", escape(&summary.frameworks.join(", ")))?;
    }
    summary.advice.iter().try_for_each(|advice| writeln!(out, "<p>{}</p>", escape(advice)))?;
    writeln!(out, "</section>")?;
    match &summary.debt {
        Some(found) => debt::html(out, report, found),
        None => Ok(()),
    }
}
