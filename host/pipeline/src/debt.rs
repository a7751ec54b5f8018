//! Technical debt of what was converted and of what came of it, graded by the analyzer.

use crate::assemble::Assembly;
use crate::project::Project;
use crate::report::{DebtChange, DebtSide, FileDebt, Phase, RustDebt};
use crate::steps::Steps;
use crate::tree::Tree;
use batuta_runtime::model::{Debt, Digest, FileGrade, FileId, Findings, Role, SourceFile};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Grade both sides; none without an analyzer, or when it grades neither.
///
/// A file that the analyzer fails on is left out: the analysis phase has said so of sources, and no result hangs on the others.
pub(crate) fn compare(steps: &Steps, project: &Project, assembly: &Assembly, tree: &Tree) -> Option<DebtChange> {
    let plugin = steps.with_role(Role::Analyzer).first().copied()?;
    let sources: Vec<Arc<SourceFile>> =
        assembly.rust.keys().filter_map(|index| steps.files.load(&project.files[*index].path)).collect();
    let mut paths: Vec<&String> = assembly.rust.values().flatten().filter(|path| path.ends_with(".rs")).collect();
    paths.sort();
    paths.dedup();
    let generated: Vec<Arc<SourceFile>> = paths.iter().filter_map(|path| rust(tree, path)).collect();
    let before = Graded::of(steps, plugin, &sources)?;
    let after = Graded::of(steps, plugin, &generated)?;
    let file = |(index, rust): (&usize, &Vec<String>)| {
        let source = project.files[*index].path.clone();
        let own = before.files.get(source.as_str());
        let of = |path: &String| {
            let grade = after.files.get(path.as_str())?;
            Some(RustDebt { path: path.clone(), score: grade.score, grade: grade.grade.clone() })
        };
        FileDebt {
            score: own.map(|grade| grade.score),
            grade: own.map(|grade| grade.grade.clone()),
            rust: rust.iter().filter_map(of).collect(),
            source,
        }
    };
    Some(DebtChange { files: assembly.rust.iter().map(file).collect(), before: before.side, after: after.side })
}

fn rust(tree: &Tree, path: &str) -> Option<Arc<SourceFile>> {
    let bytes = tree.files.get(path)?.bytes.clone();
    Some(Arc::new(SourceFile { id: FileId(0), path: path.to_owned(), digest: Digest::of(&bytes), bytes }))
}

/// The same file under another number.
fn numbered(id: u32, file: &SourceFile) -> Arc<SourceFile> {
    let (path, bytes, digest) = (file.path.clone(), file.bytes.clone(), file.digest);
    Arc::new(SourceFile { id: FileId(id), path, bytes, digest })
}

/// Files with their grades.
struct Graded {
    side: DebtSide,
    files: BTreeMap<String, FileGrade>,
}

impl Graded {
    /// Measure the files, and grade them as if they were a project of their own.
    fn of(steps: &Steps, plugin: usize, files: &[Arc<SourceFile>]) -> Option<Self> {
        let numbered: Vec<Arc<SourceFile>> = (0u32..).zip(files).map(|(id, file)| numbered(id, file)).collect();
        let measured = steps.parallel(Phase::Optimization, "files graded", &numbered, |file| {
            let key = [file.path.as_bytes(), &file.id.0.to_le_bytes(), &file.digest.0];
            steps.measure(plugin, "measure", &key, |cx| steps.plugins.analyze(plugin, file, cx))
        });
        let all: Vec<(FileId, Findings)> =
            numbered.iter().zip(measured).filter_map(|(file, done)| Some((file.id, done.result.ok()?))).collect();
        let lines = all.iter().map(|(_, findings)| u64::from(findings.lines.code)).sum();
        let input = postcard::to_stdvec(&all).unwrap_or_default();
        let done = steps.measure(plugin, "grade", &[&input], |cx| steps.plugins.summarise(plugin, all, cx));
        let debt = done.result.ok()?.debt?;
        let side = side(&debt, lines);
        let path = |id: FileId| numbered.get(id.0 as usize).map(|file| file.path.clone());
        let files = debt.files.into_iter().filter_map(|grade| Some((path(grade.file)?, grade))).collect();
        Some(Graded { side, files })
    }
}

fn side(debt: &Debt, lines: u64) -> DebtSide {
    let functions = || debt.files.iter().flat_map(|file| &file.functions);
    DebtSide {
        score: debt.score,
        grade: debt.grade.clone(),
        lines,
        functions: functions().count() as u64,
        cyclomatic: functions().map(|function| u64::from(function.cyclomatic)).sum(),
        most_cyclomatic: functions().map(|function| function.cyclomatic).max().unwrap_or(0),
    }
}
