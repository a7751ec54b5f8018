//! `OUT/batuta-output.json`: what became of each program and each source file, for tools.

use crate::report::{FileReport, FileStatus, Finding, ProgramReport};
use batuta_runtime::model::Severity;
use serde::Serialize;

#[derive(Serialize)]
struct OutputManifest<'a> {
    schema: u32,
    batuta: &'a str,
    programs: Vec<Program<'a>>,
    files: Vec<File<'a>>,
}

#[derive(Serialize)]
struct Program<'a> {
    source: &'a str,
    package: &'a str,
    binary: &'a str,
    kind: &'a str,
}

#[derive(Serialize)]
struct File<'a> {
    source: &'a str,
    language: Option<&'a str>,
    status: FileStatus,
    rust: &'a [String],
    refusals: Vec<Refusal<'a>>,
}

#[derive(Serialize)]
struct Refusal<'a> {
    code: &'a str,
    line: Option<u32>,
    column: Option<u32>,
    message: &'a str,
}

impl<'a> File<'a> {
    fn new(file: &'a FileReport, findings: &'a [Finding]) -> Self {
        let of_file = |finding: &&Finding| {
            finding.severity == Severity::Error && finding.place.as_ref().is_some_and(|place| place.file == file.source)
        };
        let refusal = |finding: &'a Finding| Refusal {
            code: &finding.code,
            line: finding.place.as_ref().map(|place| place.line),
            column: finding.place.as_ref().map(|place| place.column),
            message: &finding.message,
        };
        File {
            source: &file.source,
            language: file.language.as_deref(),
            status: file.status,
            rust: &file.rust,
            refusals: findings.iter().filter(of_file).map(refusal).collect(),
        }
    }
}

/// The file's text. `files` and `findings` are those of the report.
pub(crate) fn text(programs: &[ProgramReport], files: &[FileReport], findings: &[Finding]) -> String {
    let programs = programs.iter().map(|program| Program {
        source: &program.source,
        package: &program.package,
        binary: &program.binary,
        kind: &program.kind,
    });
    let manifest = OutputManifest {
        schema: 1,
        batuta: env!("CARGO_PKG_VERSION"),
        programs: programs.collect(),
        files: files.iter().map(|file| File::new(file, findings)).collect(),
    };
    serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n"
}
