//! Functions that nothing names.

use super::File;
use crate::facts::{Function, Reach};
use crate::metrics::hash;
use batuta_sdk::{HotSpot, Penalty};
use std::collections::BTreeSet;

/// Points at most.
const MOST: f64 = 10.0;

/// The dead functions of each file: those of a file of their own (`static`, a leading `_`) that nothing in the project names, and, where a
/// program starts in the project, so that it is more than a library, all others that nothing names.
pub(super) fn functions<'f>(files: &[File<'f>], program: bool) -> Vec<Vec<Function>> {
    let mentioned: BTreeSet<u64> = files.iter().flat_map(|file| file.facts.mentions.iter().copied()).collect();
    let judged = |function: &&Function| match function.reach {
        Reach::Anywhere => false,
        Reach::File => true,
        Reach::Project => program,
    };
    let dead = |file: &File<'f>| {
        let functions = file.facts.functions.iter().filter(judged);
        functions.filter(|function| !mentioned.contains(&hash(&function.name))).cloned().collect()
    };
    files.iter().map(dead).collect()
}

pub(super) fn judge(file: &File<'_>, dead: &[Function], penalties: &mut Vec<Penalty>, spots: &mut Vec<HotSpot>) {
    let mut points = 0.0;
    for function in dead {
        let cost = MOST * (f64::from(function.length()) / f64::from(file.lines.max(1))).min(1.0);
        points += cost;
        super::merge(spots, file.id, function, cost as f32, "nothing names it".to_owned());
    }
    if points > 0.0 {
        penalties.push(Penalty { name: "dead code".to_owned(), points: points.min(MOST) as f32 });
    }
}
