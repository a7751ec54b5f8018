//! Places, paths and lines of the data that a plugin gave back, beyond what the host refuses by itself.

use super::project::Project;
use batuta_runtime::model::{Diagnostic, Lowered, Span};

pub(super) fn diagnostics(project: &Project, findings: &[Diagnostic], problems: &mut Vec<String>) {
    for finding in findings {
        let related = finding.related.iter().map(|it| it.span);
        let fixes = finding.fixes.iter().map(|it| it.span);
        for span in finding.primary.into_iter().chain(related).chain(fixes) {
            problems.extend(place(project, span).map(|why| format!("{} {}: {why}", finding.code, finding.message)));
        }
        let words = [&finding.message].into_iter().chain(&finding.help);
        if words.into_iter().any(|text| text.trim().is_empty()) {
            problems.push(format!("{}: an empty text", finding.code));
        }
    }
}

fn place(project: &Project, span: Span) -> Option<String> {
    let Some(file) = project.file(span.file) else { return Some(format!("there is no file {}", span.file.0)) };
    let (start, end) = (span.start as usize, span.end as usize);
    if start > end || end > file.bytes.len() {
        return Some(format!("{start}..{end} is not in {}, which has {} bytes", file.path, file.bytes.len()));
    }
    let text = std::str::from_utf8(&file.bytes).ok()?;
    let splits = !text.is_char_boundary(start) || !text.is_char_boundary(end);
    splits.then(|| format!("{start}..{end} cuts a character of {}", file.path))
}

pub(super) fn lowered(project: &Project, lowered: &Lowered, problems: &mut Vec<String>) {
    for file in &lowered.files {
        let (path, lines) = (&file.path, line_count(&file.content));
        if path.ends_with(".rs") && std::str::from_utf8(&file.content).is_err() {
            problems.push(format!("{path} is not UTF-8"));
        }
        if !file.origins.is_sorted_by_key(|origin| origin.line)
            || file.origins.iter().any(|origin| !(1..=lines).contains(&origin.line))
        {
            problems.push(format!("{path}: origins out of order, or of lines that it does not have"));
        }
        for origin in &file.origins {
            problems.extend(place(project, origin.at).map(|why| format!("{path}:{}: {why}", origin.line)));
        }
    }
    for binary in &lowered.binaries {
        if !lowered.files.iter().any(|file| file.path == binary.path) {
            problems.push(format!("program {}: there is no file {}", binary.name, binary.path));
        }
    }
    for operation in &lowered.operations {
        problems.extend(place(project, operation.at).map(|why| format!("operation {}: {why}", operation.id)));
    }
}

/// How many lines a file has: a last one without a line end counts.
pub(super) fn line_count(bytes: &[u8]) -> u32 {
    let ends = bytes.iter().filter(|byte| **byte == b'\n').count();
    (ends + usize::from(bytes.last().is_some_and(|byte| *byte != b'\n'))) as u32
}
