//! Spans, paths and names of the data that a plugin gave back: what the host checks too, and a little more.

use crate::conversion::Conversion;
use crate::native::{Project, Step, normalise};
use batuta_sdk::diagnostics::Diagnostic;
use batuta_sdk::text::{FileId, Origin};
use batuta_sdk::{Binary, Findings, Lowered, OutputFile, Summary};

/// Problems of a conversion.
pub(crate) fn conversion(project: &Project, conversion: &Conversion) -> Vec<String> {
    let mut problems = Vec::new();
    for (_, step) in &conversion.indexes {
        diagnostics(project, &step.findings, &mut problems);
    }
    diagnostics(project, &conversion.link.findings, &mut problems);
    let ids: Vec<FileId> = conversion.lowered.iter().map(|(id, _)| *id).collect();
    if !ids.is_sorted_by(|a, b| a < b) || ids.iter().any(|id| project.file(*id).is_none()) {
        problems.push("link's slices must come in order of file, one per file".into());
    }
    for (_, step) in &conversion.lowered {
        diagnostics(project, &step.findings, &mut problems);
        step.result.iter().for_each(|lowered| check_lowered(project, lowered, &mut problems));
    }
    problems
}

/// Problems of an analysis.
pub(crate) fn analysis(project: &Project, steps: &[(FileId, Step<Findings>)], summary: &Step<Summary>) -> Vec<String> {
    let mut problems = Vec::new();
    for (id, step) in steps {
        diagnostics(project, &step.findings, &mut problems);
        let (Some(file), Ok(findings)) = (project.file(*id), &step.result) else { continue };
        let lines = findings.lines;
        let (sum, real) = (lines.code + lines.comment + lines.blank, line_count(&file.bytes));
        if sum != 0 && sum != real {
            problems.push(format!("{}: {sum} lines by kind, {real} lines", file.path));
        }
    }
    diagnostics(project, &summary.findings, &mut problems);
    problems
}

/// How many lines a file has: a last one without a line end counts.
fn line_count(bytes: &[u8]) -> u32 {
    let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
    (ends + usize::from(bytes.last().is_some_and(|byte| *byte != b'\n'))) as u32
}

fn diagnostics(project: &Project, findings: &[Diagnostic], problems: &mut Vec<String>) {
    for finding in findings {
        let related = finding.related.iter().map(|(at, _)| at);
        let fixes = finding.fixes.iter().map(|fix| &fix.at);
        for at in finding.primary.iter().chain(related).chain(fixes) {
            problems.extend(origin(project, *at).map(|why| format!("{} {}: {why}", finding.code, finding.message)));
        }
        let words = [&finding.message].into_iter().chain(&finding.help);
        if words.into_iter().any(|text| text.trim().is_empty()) {
            problems.push(format!("{}: an empty text", finding.code));
        }
    }
}

fn origin(project: &Project, at: Origin) -> Option<String> {
    let Some(file) = project.file(at.file) else { return Some(format!("there is no file {}", at.file.0)) };
    let (start, end) = (at.range.start as usize, at.range.end as usize);
    if start > end || end > file.bytes.len() {
        return Some(format!("{start}..{end} is not in {}, which has {} bytes", file.path, file.bytes.len()));
    }
    let text = file.text()?;
    let splits = !text.is_char_boundary(start) || !text.is_char_boundary(end);
    splits.then(|| format!("{start}..{end} cuts a character of {}", file.path))
}

fn check_lowered(project: &Project, lowered: &Lowered, problems: &mut Vec<String>) {
    if lowered.package.is_empty() && !(lowered.files.is_empty() && lowered.binaries.is_empty()) {
        problems.push("files without a package".into());
    }
    lowered.files.iter().for_each(|file| check_file(project, file, problems));
    lowered.binaries.iter().for_each(|binary| check_binary(project, lowered, binary, problems));
    for operation in &lowered.operations {
        problems.extend(origin(project, operation.at).map(|why| format!("operation {}: {why}", operation.id)));
    }
}

fn check_file(project: &Project, file: &OutputFile, problems: &mut Vec<String>) {
    let path = &file.path;
    if normalise(path).as_deref() != Some(path.as_str()) {
        problems.push(format!("`{path}` is not a plain relative path"));
    }
    if path.ends_with(".rs") && std::str::from_utf8(&file.content).is_err() {
        problems.push(format!("{path} is not UTF-8"));
    }
    let lines = line_count(&file.content);
    if !file.origins.is_sorted_by_key(|(line, _)| *line)
        || file.origins.iter().any(|(line, _)| !(1..=lines).contains(line))
    {
        problems.push(format!("{path}: origins out of order, or of lines that it does not have"));
    }
    for (line, at) in &file.origins {
        problems.extend(origin(project, *at).map(|why| format!("{path}:{line}: {why}")));
    }
}

fn check_binary(project: &Project, lowered: &Lowered, binary: &Binary, problems: &mut Vec<String>) {
    let name = &binary.name;
    if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-') {
        problems.push(format!("program `{name}`: not a name"));
    }
    if !lowered.files.iter().any(|file| file.path == binary.path) {
        problems.push(format!("program {name}: there is no file {}", binary.path));
    }
    if project.file(binary.source).is_none() {
        problems.push(format!("program {name}: there is no source {}", binary.source.0));
    }
    for command in binary.reference.build.iter().chain([&binary.reference.run]) {
        if command.program.is_empty() || command.program.contains('/') {
            problems.push(format!("program {name}: `{}` is not the name of a program", command.program));
        }
    }
}
