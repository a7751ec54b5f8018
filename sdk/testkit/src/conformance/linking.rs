//! The three steps as the host's cache runs them: one changed file, only what depends on it again, in any order.

use super::{Findings, Sample};
use crate::conversion::{Conversion, convert};
use crate::native::{Project, index, link, lower};
use crate::report::Failure;
use batuta_sdk::text::FileId;
use batuta_sdk::{Settings, Transpiler};

/// Compare incremental and reversed runs with runs from nothing.
pub(crate) fn check<T: Transpiler>(samples: &[Sample], found: &mut Findings) {
    let mut linking = (0, Vec::new());
    let mut order = Vec::new();
    for sample in samples {
        let settings = Settings::default();
        let wanted = |file: &batuta_sdk::SourceFile| sample.converted.contains(&file.path);
        let before = convert::<T>(&sample.project, &settings, wanted);
        if reversed::<T>(&sample.project, &before, &settings) != before {
            order.push(Failure::new(&sample.name, "order", "the order of the calls changes what they give"));
        }
        for file in sample.project.files() {
            linking.0 += 1;
            let changed = sample.project.with(file.id, variant(&file.bytes));
            let scratch = convert::<T>(&changed, &settings, wanted);
            if again::<T>(&changed, file.id, &before, &settings) != scratch {
                let what = format!("after a change of {} a run from nothing gives something else", file.path);
                linking.1.push(Failure::new(&sample.name, "linking", what));
            }
        }
    }
    found.add("linking", linking.0, linking.1);
    found.add("order", samples.len(), order);
}

/// The second half first: names move and definitions vanish, whatever the language.
fn variant(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    lines[lines.len() / 2..].concat()
}

/// What a cache does after `changed` changed: re-run the steps that read it.
fn again<T: Transpiler>(project: &Project, changed: FileId, before: &Conversion, settings: &Settings) -> Conversion {
    let path = project.file(changed).map(|file| file.path.clone()).unwrap_or_default();
    let mut next = before.clone();
    for (id, step) in &mut next.indexes {
        if (*id == changed || step.reads.contains_key(&path))
            && let Some(file) = project.file(*id)
        {
            *step = index::<T>(project, file, settings);
        }
    }
    let good: Vec<_> = next.indexes.iter().filter_map(|(id, step)| Some((*id, step.result.clone().ok()?))).collect();
    next.link = link::<T>(project, &good, settings);
    let facts = |conversion: &Conversion| conversion.link.result.clone().unwrap_or_default();
    let old = facts(before);
    let one = |(id, slice): &(FileId, Vec<u8>)| {
        let known = before.lowered.iter().find(|(known, _)| known == id);
        let same = |(_, step): &&(FileId, crate::native::Step<batuta_sdk::Lowered>)| {
            *id != changed && !step.reads.contains_key(&path) && old.contains(&(*id, slice.clone()))
        };
        match known.filter(same) {
            Some(known) => Some(known.clone()),
            None => Some((*id, lower::<T>(project, project.file(*id)?, slice, settings))),
        }
    };
    next.lowered = facts(&next).iter().filter_map(one).collect();
    next
}

/// The same calls from the last file to the first.
fn reversed<T: Transpiler>(project: &Project, before: &Conversion, settings: &Settings) -> Conversion {
    let mut next = before.clone();
    for (id, step) in next.indexes.iter_mut().rev() {
        project.file(*id).into_iter().for_each(|file| *step = index::<T>(project, file, settings));
    }
    let facts = before.link.result.clone().unwrap_or_default();
    for (id, step) in next.lowered.iter_mut().rev() {
        let slice = facts.iter().find(|(known, _)| known == id);
        if let (Some(file), Some((_, slice))) = (project.file(*id), slice) {
            *step = lower::<T>(project, file, slice, settings);
        }
    }
    next
}
