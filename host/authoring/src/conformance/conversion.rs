//! A transpiler's three steps over a project.

use super::project::{Project, Step};
use super::{Outcome, Subject, spans};
use batuta_runtime::model::{Diagnostic, FileId, Lowered, OutputFile, SourceFile};
use batuta_runtime::plugin_set::{Cancel, FailureKind};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Everything that the three steps gave for a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Per converted file, in order of their numbers.
    pub indexes: Vec<(FileId, Step<Vec<u8>>)>,
    /// Facts per file.
    pub link: Step<Vec<(FileId, Vec<u8>)>>,
    /// Per file that got facts.
    pub lowered: Vec<(FileId, Step<Lowered>)>,
}

/// Convert the files at these paths.
pub fn convert(subject: &Subject, project: &Arc<Project>, converted: &[String]) -> Conversion {
    Conversion::run(subject, project, converted, false)
}

pub(super) fn index(subject: &Subject, project: &Arc<Project>, file: &Arc<SourceFile>) -> Step<Vec<u8>> {
    subject.set.index(subject.plugin, file, &project.context(Cancel::default())).into()
}

pub(super) fn link(
    subject: &Subject,
    project: &Arc<Project>,
    indexes: &[(FileId, Step<Vec<u8>>)],
) -> Step<Vec<(FileId, Vec<u8>)>> {
    let good = indexes.iter().filter_map(|(id, step)| Some((*id, Arc::from(step.result.as_ref().ok()?.as_slice()))));
    subject.set.link(subject.plugin, good.collect(), &project.context(Cancel::default())).into()
}

pub(super) fn lower(subject: &Subject, project: &Arc<Project>, file: &Arc<SourceFile>, facts: &[u8]) -> Step<Lowered> {
    subject.set.lower(subject.plugin, file, &Arc::from(facts), &project.context(Cancel::default())).into()
}

impl Outcome for Conversion {
    fn run(subject: &Subject, project: &Arc<Project>, converted: &[String], reverse: bool) -> Self {
        let mut files: Vec<&Arc<SourceFile>> = converted.iter().filter_map(|path| project.at(path)).collect();
        if reverse {
            files.reverse();
        }
        let mut indexes: Vec<_> = files.iter().map(|file| (file.id, index(subject, project, file))).collect();
        indexes.sort_by_key(|(id, _)| *id);
        let link = link(subject, project, &indexes);
        let mut facts: Vec<(FileId, Vec<u8>)> = link.result.clone().unwrap_or_default();
        if reverse {
            facts.reverse();
        }
        let one = |(id, facts): (FileId, Vec<u8>)| Some((id, lower(subject, project, project.file(id)?, &facts)));
        let mut lowered: Vec<_> = facts.into_iter().filter_map(one).collect();
        lowered.sort_by_key(|(id, _)| *id);
        Conversion { indexes, link, lowered }
    }

    fn errors(&self) -> Vec<(String, FailureKind, String)> {
        let mut errors = Vec::new();
        let mut add = |step: &str, result: Option<&(FailureKind, String)>| {
            errors.extend(result.map(|(kind, message)| (step.to_owned(), *kind, message.clone())));
        };
        self.indexes.iter().for_each(|(_, step)| add("index", step.result.as_ref().err()));
        add("link", self.link.result.as_ref().err());
        self.lowered.iter().for_each(|(_, step)| add("lower", step.result.as_ref().err()));
        errors
    }

    fn problems(&self, project: &Project) -> Vec<String> {
        let mut problems = Vec::new();
        spans::diagnostics(project, &self.findings(), &mut problems);
        for lowered in self.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()) {
            spans::lowered(project, lowered, &mut problems);
        }
        problems
    }
}

impl Conversion {
    /// Everything reported, in order of place, then of code and message.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let steps = self.indexes.iter().flat_map(|(_, step)| &step.diagnostics);
        let lowered = self.lowered.iter().flat_map(|(_, step)| &step.diagnostics);
        let mut findings: Vec<Diagnostic> = steps.chain(&self.link.diagnostics).chain(lowered).cloned().collect();
        findings.sort_by(|a, b| (a.primary, &a.code, &a.message).cmp(&(b.primary, &b.code, &b.message)));
        findings
    }

    /// Steps that gave no value, in words.
    pub fn failures(&self) -> Vec<String> {
        self.errors().into_iter().map(|(step, kind, message)| format!("{step}: {kind:?}: {message}")).collect()
    }
}

/// The generated files by package and path. A package that nothing belongs to is left out.
pub fn lowered_files(conversion: &Conversion) -> BTreeMap<String, BTreeMap<String, OutputFile>> {
    let mut packages: BTreeMap<String, BTreeMap<String, OutputFile>> = BTreeMap::new();
    for lowered in conversion.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()) {
        for file in &lowered.files {
            packages.entry(lowered.package.clone()).or_default().insert(file.path.clone(), file.clone());
        }
    }
    packages
}
