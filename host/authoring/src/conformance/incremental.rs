//! The three steps as the host's cache runs them: one changed file, only what depends on it again.

use super::conversion::{Conversion, convert, index, link, lower};
use super::project::{Project, Sample, Step};
use super::{Check, Subject};
use batuta_runtime::model::{FileId, Lowered};
use std::sync::Arc;

/// Compare runs after a change with runs from nothing, for at most `most` changes.
pub(super) fn check(subject: &Subject, samples: &[Sample], most: usize) -> Check {
    let mut failures = Vec::new();
    let mut runs = 0;
    for sample in samples {
        let before = convert(subject, &sample.project, &sample.converted);
        for file in sample.project.files() {
            if runs == most {
                return Check::new("incremental", runs, failures);
            }
            runs += 1;
            let changed = Arc::new(sample.project.with(file.id, variant(&file.bytes)));
            let scratch = convert(subject, &changed, &sample.converted);
            if again(subject, &changed, file.id, &before) != scratch {
                let what = format!("after a change of {} a run from nothing gives something else", file.path);
                failures.push(format!("{}: {what}", sample.name));
            }
        }
    }
    Check::new("incremental", runs, failures)
}

/// The second half first: names move and definitions vanish, whatever the language.
fn variant(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    lines[lines.len() / 2..].concat()
}

/// What a cache does after `changed` changed: re-run the steps that read it.
fn again(subject: &Subject, project: &Arc<Project>, changed: FileId, before: &Conversion) -> Conversion {
    let path = project.file(changed).map(|file| file.path.clone()).unwrap_or_default();
    let mut next = before.clone();
    for (id, step) in &mut next.indexes {
        if (*id == changed || step.read(&path))
            && let Some(file) = project.file(*id)
        {
            *step = index(subject, project, file);
        }
    }
    next.link = link(subject, project, &next.indexes);
    let facts = |conversion: &Conversion| conversion.link.result.clone().unwrap_or_default();
    let old = facts(before);
    let one = |(id, slice): &(FileId, Vec<u8>)| {
        let known = before.lowered.iter().find(|(known, _)| known == id);
        let same = |(_, step): &&(FileId, Step<Lowered>)| {
            *id != changed && !step.read(&path) && old.contains(&(*id, slice.clone()))
        };
        match known.filter(same) {
            Some(known) => Some(known.clone()),
            None => Some((*id, lower(subject, project, project.file(*id)?, slice))),
        }
    };
    next.lowered = facts(&next).iter().filter_map(one).collect();
    next
}
