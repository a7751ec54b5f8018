//! Broken files: no trap, no limit hit, no defect that the plugin noticed itself.

use super::project::Sample;
use super::{Check, Effort, Outcome, Subject};
use crate::mutate::{Mutation, deep, mutations};
use crate::parallel;
use batuta_runtime::model::FileId;
use batuta_runtime::plugin_set::FailureKind;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One file of a sample, broken.
pub(super) struct Attempt<'s> {
    pub(super) sample: &'s Sample,
    pub(super) file: FileId,
    pub(super) how: String,
    pub(super) bytes: Vec<u8>,
}

/// Run broken files: how many, the check, and what is wrong with the data that came back.
pub(super) fn check<O: Outcome>(subject: &Subject, samples: &[Sample], effort: Effort) -> (usize, Check, Vec<String>) {
    let attempts = attempts(samples, effort);
    let ended = parallel::map(&attempts, |attempt| run::<O>(subject, attempt));
    let (mut failures, mut data) = (Vec::new(), Vec::new());
    for (bad, wrong) in ended {
        failures.extend(bad);
        data.extend(wrong);
    }
    (attempts.len(), Check::new("totality", attempts.len(), failures), data)
}

/// Broken versions of every converted file, and deep nesting once per kind of file.
pub(super) fn attempts(samples: &[Sample], effort: Effort) -> Vec<Attempt<'_>> {
    let mut attempts = Vec::new();
    let mut kinds = BTreeSet::new();
    let files: usize = samples.iter().map(|sample| sample.converted.len()).sum();
    for sample in samples {
        for path in &sample.converted {
            let Some(file) = sample.project.at(path) else { continue };
            let mut broken: Vec<Mutation> = mutations(&file.bytes, effort.mutations / files.max(1));
            if effort.deep && kinds.insert(path.rsplit_once('.').map_or("", |(_, extension)| extension)) {
                broken.extend(deep());
            }
            attempts.extend(broken.into_iter().map(|(how, bytes)| Attempt { sample, file: file.id, how, bytes }));
        }
    }
    attempts
}

fn run<O: Outcome>(subject: &Subject, attempt: &Attempt<'_>) -> (Vec<String>, Vec<String>) {
    let Attempt { sample, file, how, bytes } = attempt;
    let project = Arc::new(sample.project.with(*file, bytes.clone()));
    let outcome = O::run(subject, &project, &sample.converted, false);
    let path = project.file(*file).map_or("?", |file| &file.path);
    let name = |what: String| format!("{} {path}, {how}: {what}", sample.name);
    let (mut failures, mut data) = (Vec::new(), Vec::new());
    for (step, kind, message) in outcome.errors() {
        match kind {
            FailureKind::Unsupported | FailureKind::InvalidInput | FailureKind::Limit => {}
            FailureKind::InvalidData => data.push(name(format!("{step} {message}"))),
            kind => failures.push(name(format!("{step}: {kind:?}: {message}"))),
        }
    }
    data.extend(outcome.problems(&project).into_iter().map(name));
    (failures, data)
}
