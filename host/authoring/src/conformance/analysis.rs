//! An analyzer's two steps over a project.

use super::project::{Project, Step};
use super::{Outcome, Subject, spans};
use batuta_runtime::model::{FileId, Findings, SourceFile, Summary};
use batuta_runtime::plugin_set::{Cancel, FailureKind};
use std::sync::Arc;

/// Everything that the two steps gave for a project. Every file is looked at, whatever it is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Analysis {
    pub(crate) files: Vec<(FileId, Step<Findings>)>,
    pub(crate) summary: Step<Summary>,
}

impl Outcome for Analysis {
    fn run(subject: &Subject, project: &Arc<Project>, _converted: &[String], reverse: bool) -> Self {
        let cx = project.context(Cancel::default());
        let mut order: Vec<&Arc<SourceFile>> = project.files().iter().collect();
        if reverse {
            order.reverse();
        }
        let analyze = |file: &Arc<SourceFile>| (file.id, subject.set.analyze(subject.plugin, file, &cx).into());
        let mut files: Vec<(FileId, Step<Findings>)> = order.into_iter().map(analyze).collect();
        files.sort_by_key(|(id, _)| *id);
        let good = files.iter().filter_map(|(id, step)| Some((*id, step.result.as_ref().ok()?.clone()))).collect();
        let summary = subject.set.summarise(subject.plugin, good, &cx).into();
        Analysis { files, summary }
    }

    fn errors(&self) -> Vec<(String, FailureKind, String)> {
        let files = self.files.iter().filter_map(|(_, step)| Some(("analyze", step.result.as_ref().err()?)));
        let summary = self.summary.result.as_ref().err().map(|error| ("summarise", error));
        files.chain(summary).map(|(step, (kind, message))| (step.to_owned(), *kind, message.clone())).collect()
    }

    fn problems(&self, project: &Project) -> Vec<String> {
        let mut problems = Vec::new();
        for (id, step) in &self.files {
            spans::diagnostics(project, &step.diagnostics, &mut problems);
            let (Some(file), Ok(findings)) = (project.file(*id), &step.result) else { continue };
            let lines = findings.lines;
            let (sum, real) = (lines.code + lines.comment + lines.blank, spans::line_count(&file.bytes));
            if sum != 0 && sum != real {
                problems.push(format!("{}: {sum} lines by kind, {real} lines", file.path));
            }
        }
        spans::diagnostics(project, &self.summary.diagnostics, &mut problems);
        problems
    }
}
