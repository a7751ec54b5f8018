//! What analyzers say about files and projects: text that is shown, numbers that are added.

use super::{Judged, at_most};
use crate::model::{Debt, FileId, Findings, ProjectDependency, Summary};
use crate::text::clean;
use std::collections::BTreeSet;

/// Most dependencies or frameworks of one file or project.
const ENTRIES: usize = 10_000;
/// Longest name, in bytes.
const NAME: usize = 256;
/// Longest requirement or advice, in bytes.
const TEXT: usize = 4 << 10;

/// Most bytes of facts on one file.
const FACTS: usize = 16 << 20;
/// Most functions of one file.
const FUNCTIONS: usize = 100_000;

/// Findings of a file of `size` bytes.
pub(crate) fn findings(mut findings: Findings, size: u64) -> Judged<Findings> {
    let lines = findings.lines;
    let sum = u64::from(lines.code) + u64::from(lines.comment) + u64::from(lines.blank);
    if sum > size + 1 {
        return Err(format!("counted {sum} lines in a file of {size} bytes"));
    }
    if let Some(language) = &findings.language {
        super::manifest::language(language)?;
    }
    at_most(findings.frameworks.len(), ENTRIES, "frameworks")?;
    dependencies(&mut findings.dependencies)?;
    at_most(findings.facts.len(), FACTS, "bytes of facts")?;
    findings.frameworks.iter_mut().for_each(|name| *name = clean(name, NAME));
    Ok(findings)
}

/// The summary of a project with these files.
pub(crate) fn summary(mut summary: Summary, files: &BTreeSet<FileId>) -> Judged<Summary> {
    if let Some(stray) = summary.entry_points.iter().find(|id| !files.contains(id)) {
        return Err(format!("named file {} as an entry point, which is not in the project", stray.0));
    }
    at_most(summary.languages.len(), ENTRIES, "languages")?;
    at_most(summary.frameworks.len(), ENTRIES, "frameworks")?;
    at_most(summary.advice.len(), 1000, "pieces of advice")?;
    for share in &summary.languages {
        super::manifest::language(&share.language)?;
    }
    dependencies(&mut summary.dependencies)?;
    if let Some(found) = &mut summary.debt {
        debt(found, files)?;
    }
    summary.frameworks.iter_mut().for_each(|name| *name = clean(name, NAME));
    summary.advice.iter_mut().for_each(|text| *text = clean(text, TEXT));
    Ok(summary)
}

/// Grades name files of the project, and their numbers are numbers.
fn debt(debt: &mut Debt, files: &BTreeSet<FileId>) -> Judged {
    at_most(debt.files.len(), files.len(), "graded files")?;
    at_most(debt.plan.len(), files.len(), "steps of a plan")?;
    at_most(debt.worst.len(), ENTRIES, "worst places")?;
    at_most(debt.cycles.len(), ENTRIES, "circles of files")?;
    let graded = debt.files.iter().map(|it| it.file).chain(debt.worst.iter().map(|it| it.file));
    let planned = debt
        .plan
        .iter()
        .flat_map(|it| std::iter::once(&it.file).chain(&it.after))
        .chain(debt.cycles.iter().flatten())
        .copied();
    if let Some(stray) = graded.chain(planned).find(|id| !files.contains(id)) {
        return Err(format!("graded file {}, which is not in the project", stray.0));
    }
    let points = debt
        .worst
        .iter()
        .map(|it| it.points)
        .chain(debt.files.iter().flat_map(|it| it.penalties.iter().map(|it| it.points)));
    let numbers = points.chain(debt.files.iter().map(|it| it.score)).chain([debt.score]);
    if let Some(odd) = numbers.into_iter().find(|number| !(0.0..=100.0).contains(number)) {
        return Err(format!("gave {odd} points, which is not between 0 and 100"));
    }
    debt.grade = clean(&debt.grade, NAME);
    for spot in &mut debt.worst {
        (spot.name, spot.reason) = (clean(&spot.name, NAME), clean(&spot.reason, TEXT));
    }
    for file in &mut debt.files {
        at_most(file.functions.len(), FUNCTIONS, "functions")?;
        file.grade = clean(&file.grade, NAME);
        file.penalties.iter_mut().for_each(|it| it.name = clean(&it.name, NAME));
        file.functions.iter_mut().for_each(|it| it.name = clean(&it.name, NAME));
    }
    Ok(())
}

fn dependencies(dependencies: &mut [ProjectDependency]) -> Judged {
    at_most(dependencies.len(), ENTRIES, "dependencies")?;
    for dependency in dependencies {
        dependency.ecosystem = clean(&dependency.ecosystem, NAME);
        dependency.name = clean(&dependency.name, NAME);
        dependency.requirement = clean(&dependency.requirement, TEXT);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::LineCounts;

    #[test]
    fn lines_cannot_outnumber_bytes() {
        let with = |code| Findings { lines: LineCounts { code, ..LineCounts::default() }, ..Findings::default() };
        assert!(findings(with(3), 2).is_ok());
        assert!(findings(with(4), 2).is_err());
    }

    #[test]
    fn entry_points_are_files() {
        let stray = Summary { entry_points: vec![FileId(7)], ..Summary::default() };
        assert!(summary(stray, &BTreeSet::from([FileId(1)])).is_err());
    }
}
