//! Phase 1: what is the project made of?

use crate::codes;
use crate::error::{Error, Result};
use crate::finding::HostFinding;
use crate::project::{Project, ProjectFile};
use crate::report::Phase;
use crate::steps::{Done, Steps};
use batuta_runtime::model::{Diagnostic, FileId, Findings, Known, Role, Severity, SourceFile, Summary};
use batuta_runtime::plugin_set::{FailureKind, StepContext, StepError};
use std::sync::Arc;

/// What the analyzer found.
#[derive(Debug, Default)]
pub(crate) struct Analysis {
    /// In order of the files; the default for a file that could not be analyzed.
    pub(crate) findings: Vec<Findings>,
    /// The project as a whole.
    pub(crate) summary: Option<Summary>,
    /// Diagnostics with the plugin that gave them.
    pub(crate) diagnostics: Vec<(usize, Diagnostic)>,
    /// The host's own.
    pub(crate) host: Vec<HostFinding>,
    /// How many of `diagnostics` came from the files; those behind are of the summary.
    of_files: usize,
}

/// Ask the first analyzer about every file, then about the project.
pub(crate) fn analyze(steps: &Steps, project: &Project, known: &[Known]) -> Result<Analysis> {
    let Some(plugin) = steps.with_role(Role::Analyzer).first().copied() else { return by_name_alone(steps, project) };
    let mut analysis = Analysis::default();
    let outcomes = steps.parallel(Phase::Analysis, "files", &project.files, |file| analyze_file(steps, plugin, file));
    for (file, done) in project.files.iter().zip(outcomes) {
        let findings = match done.result {
            Ok(findings) => findings,
            Err(error) if error.kind == FailureKind::Cancelled => return Err(Error::Cancelled),
            Err(error) => {
                analysis.host.push(step_failed(&error, Some(&file.path)));
                Findings::default()
            }
        };
        analysis.diagnostics.extend(done.diagnostics.into_iter().map(|diagnostic| (plugin, diagnostic)));
        analysis.findings.push(findings);
    }
    analysis.of_files = analysis.diagnostics.len();
    summarise(steps, project, known, &mut analysis)?;
    Ok(analysis)
}

/// Without an analyzer, transpilers still take the files whose names they ask for.
fn by_name_alone(steps: &Steps, project: &Project) -> Result<Analysis> {
    if steps.with_role(Role::Transpiler).is_empty() {
        return Err(Error::blocked("neither an analyzer nor a transpiler is among the plugins"));
    }
    let message = "no analyzer is among the plugins: files are converted by their names alone";
    let host = vec![HostFinding::new(Severity::Warning, codes::NO_ANALYZER, message.to_string())];
    Ok(Analysis { findings: vec![Findings::default(); project.files.len()], host, ..Analysis::default() })
}

/// A file that cannot be read is analyzed by its name alone, so that the report can say what was lost.
fn analyze_file(steps: &Steps, plugin: usize, file: &ProjectFile) -> Done<Findings> {
    let digest = file.digest.map(|digest| digest.0).unwrap_or_default();
    let id = file.id.0.to_le_bytes();
    steps.run(Phase::Analysis, plugin, "analyze", &[file.path.as_bytes(), &id, &digest], |cx| {
        let empty = || SourceFile {
            id: file.id,
            path: file.path.clone(),
            bytes: Vec::new(),
            digest: batuta_runtime::model::Digest::of(b""),
        };
        let source = steps.files.load(&file.path).unwrap_or_else(|| Arc::new(empty()));
        steps.plugins.analyze(plugin, &source, cx)
    })
}

/// Ask the first analyzer what the project is, from the findings and what else is known.
pub(crate) fn summarise(steps: &Steps, project: &Project, known: &[Known], analysis: &mut Analysis) -> Result<()> {
    let Some(plugin) = steps.with_role(Role::Analyzer).first().copied() else { return Ok(()) };
    let all: Vec<(FileId, Findings)> =
        project.files.iter().map(|file| file.id).zip(analysis.findings.iter().cloned()).collect();
    let input = postcard_bytes(&all);
    let done = steps.run(Phase::Analysis, plugin, "summarise", &[&input, &postcard_bytes(&known)], |cx| {
        let cx = StepContext { known: known.into(), ..cx.clone() };
        steps.plugins.summarise(plugin, all, &cx)
    });
    analysis.diagnostics.truncate(analysis.of_files);
    analysis.diagnostics.extend(done.diagnostics.into_iter().map(|diagnostic| (plugin, diagnostic)));
    match done.result {
        Ok(summary) => analysis.summary = Some(summary),
        Err(error) if error.kind == FailureKind::Cancelled => return Err(Error::Cancelled),
        Err(error) => analysis.host.push(step_failed(&error, None)),
    }
    Ok(())
}

fn postcard_bytes<T: serde::Serialize>(value: &T) -> Vec<u8> {
    postcard::to_stdvec(value).unwrap_or_default()
}

/// The finding that a failed step becomes: it names the plugin, its version and the remedy.
pub(crate) fn step_failed(error: &StepError, file: Option<&str>) -> HostFinding {
    let finding = HostFinding::new(Severity::Error, codes::STEP_FAILED, error.to_string());
    let finding = finding.help(error.remedy.clone()).of_plugin(&error.plugin);
    match file {
        Some(file) => finding.in_file(file),
        None => finding,
    }
}
