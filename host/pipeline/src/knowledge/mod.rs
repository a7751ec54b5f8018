//! What is known of the files of a project from elsewhere: its version control, its coverage files, its transpilers.

pub(crate) mod advisories;
mod coverage;
mod documents;
mod git;
pub(crate) mod pmat;
pub(crate) mod releases;
mod version;

use crate::project::Project;
use batuta_runtime::model::{Churn, Coverage, Known, RefusalCount};
use batuta_runtime::plugin_set::Cancel;
use batuta_system::System;
use std::collections::BTreeMap;
use std::path::Path;

/// Refusals of each file that a transpiler was asked about.
pub(crate) type Refusals = BTreeMap<String, Vec<RefusalCount>>;

/// Ask git and read coverage files. Nothing here fails: what cannot be had is not known.
pub(crate) fn gather(system: &dyn System, root: &Path, project: &Project, cancel: &Cancel) -> Vec<Known> {
    let churn = git::history(system, root, cancel).unwrap_or_default();
    let coverage = coverage::read(system, root, project);
    let known = |(path, file)| known(file, churn.get(path).copied(), coverage.get(path).copied());
    project.files.iter().map(|file| (&file.path, file.id)).filter_map(known).collect()
}

fn known(file: batuta_runtime::model::FileId, churn: Option<Churn>, coverage: Option<Coverage>) -> Option<Known> {
    (churn.is_some() || coverage.is_some()).then_some(Known { file, churn, coverage, refusals: None })
}

/// Add what transpilers refuse; a file that was converted whole has an empty list.
pub(crate) fn with_refusals(known: &[Known], project: &Project, refusals: &Refusals) -> Vec<Known> {
    let mut all: BTreeMap<_, Known> = known.iter().map(|it| (it.file, it.clone())).collect();
    for file in &project.files {
        if let Some(counts) = refusals.get(&file.path) {
            let none = || Known { file: file.id, churn: None, coverage: None, refusals: None };
            all.entry(file.id).or_insert_with(none).refusals = Some(counts.clone());
        }
    }
    all.into_values().collect()
}
