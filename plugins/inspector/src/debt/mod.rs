//! Technical debt: a score per file with what it lost and why, the worst places, and an order of conversion.
//!
//! A file starts with 100 points and loses at most, each in proportion:
//!
//! | penalty | points | in proportion to |
//! |---|--:|---|
//! | complexity | 30 | its lines in functions of cyclomatic complexity above 10, in full from 30 on |
//! | cognition | 20 | its lines in functions of cognitive complexity above 15, in full from 45 on |
//! | length | 10 | its lines in functions longer than 60 lines, in full from 180 on |
//! | duplication | 20 | its lines that stand elsewhere, too |
//! | documentation | 10 | its functions of more than five lines that neither a comment nor a documentation string explains |
//! | tests | 10 | in full when it has functions and no test of the project names it |
//! | dead code | 10 | its lines in functions that nothing in the project names; see `dead.rs` for those that are judged |
//! | coverage | 10 | its lines that no test runs; only where a coverage file tells |
//! | churn | 8 | how often its lines were written over, in full from 16 times on; only where git tells |
//!
//! 10 is McCabe's own limit; 15 is SonarSource's. Grades: A+ from 95, A from 90, B from 80, C from 70, D from 60, else F. A
//! project's score is the mean of its files', weighted by lines of code. Files of other languages than Python, C, C++ and Shell
//! are judged by duplication alone.

mod dead;
mod duplication;
mod elsewhere;
mod graph;
mod tests;

use crate::facts::{Facts, Function};
use batuta_sdk::text::FileId;
use batuta_sdk::{Debt, FileGrade, Findings, HotSpot, Known, Penalty, PlanStep};
use std::collections::BTreeMap;

/// Worst places that are named.
const WORST: usize = 5;
/// Languages whose functions are measured.
const MEASURED: [&str; 4] = ["python", "c", "cpp", "shell"];

/// What the host knows of files beside their contents.
type Elsewhere<'k> = BTreeMap<FileId, &'k Known>;

/// A measured file.
struct File<'f> {
    id: FileId,
    language: &'f str,
    code: u32,
    lines: u32,
    facts: Facts,
}

/// The debt of a project; none when no file was measured.
pub(crate) fn debt(files: &[(FileId, Findings)], known: &[Known]) -> Option<Debt> {
    let known: Elsewhere<'_> = known.iter().map(|it| (it.file, it)).collect();
    let measured: Vec<File<'_>> = files.iter().filter_map(|(id, findings)| measured(*id, findings)).collect();
    if measured.is_empty() {
        return None;
    }
    let copies = duplication::lines(&measured);
    let graph = graph::Graph::of(&measured);
    let tested = tests::tested(&measured, &graph);
    let dead = dead::functions(&measured, files.iter().any(|(_, findings)| findings.entry_point));
    let mut spots: Vec<HotSpot> = Vec::new();
    let mut grades = Vec::new();
    let total: f64 = measured.iter().map(|file| f64::from(file.code)).sum();
    for (index, file) in measured.iter().enumerate() {
        let (mut penalties, mut found) = judge(file, copies[index], tested[index]);
        dead::judge(file, &dead[index], &mut penalties, &mut found);
        if let Some(known) = known.get(&file.id) {
            elsewhere::judge(file, known, &mut penalties, &mut found);
        }
        let score = (100.0 - penalties.iter().map(|penalty| penalty.points).sum::<f32>()).clamp(0.0, 100.0);
        // What a place costs the project: its points, as far as the file weighs.
        let weight = if total > 0.0 { (f64::from(file.code) / total) as f32 } else { 0.0 };
        spots.extend(found.into_iter().map(|spot| HotSpot { points: spot.points * weight, ..spot }));
        let functions = file.facts.functions.iter().map(Function::metrics).collect();
        grades.push(FileGrade { file: file.id, score, grade: grade(score).to_string(), penalties, functions });
    }
    spots.sort_by(|a, b| b.points.total_cmp(&a.points).then_with(|| (a.file, a.line).cmp(&(b.file, b.line))));
    spots.truncate(WORST);
    let weighted: f64 =
        grades.iter().zip(&measured).map(|(grade, file)| f64::from(grade.score) * f64::from(file.code)).sum();
    let score = if total > 0.0 { (weighted / total) as f32 } else { 100.0 };
    let plan = graph
        .order()
        .into_iter()
        .filter(|index| MEASURED.contains(&measured[*index].language))
        .map(|index| step(&measured, &graph, &known, index));
    let plan = plan.collect();
    Some(Debt {
        score,
        grade: grade(score).to_string(),
        files: grades,
        worst: spots,
        cycles: graph.cycles(&measured),
        plan,
    })
}

/// A file with code; tables, prose and settings are no debt.
fn measured(id: FileId, findings: &Findings) -> Option<File<'_>> {
    const DATA: [&str; 8] = ["json", "toml", "yaml", "xml", "html", "css", "markdown", "ini"];
    let data = findings.language.as_deref().is_none_or(|language| DATA.contains(&language));
    if data || findings.lines.code == 0 {
        return None;
    }
    let facts = Facts::of(findings)?;
    let language = findings.language.as_deref().unwrap_or_default();
    let lines = findings.lines.code + findings.lines.comment + findings.lines.blank;
    Some(File { id, language, code: findings.lines.code, lines, facts })
}

fn step(files: &[File<'_>], graph: &graph::Graph, known: &Elsewhere<'_>, index: usize) -> PlanStep {
    let decisions = files[index].facts.functions.iter().map(|function| function.cyclomatic.saturating_sub(1)).sum();
    let after = graph.uses(index).map(|used| files[used].id).collect();
    let refusals = known.get(&files[index].id).and_then(|it| it.refusals.as_ref());
    let refusals = refusals.map(|all| all.iter().map(|it| it.count).sum());
    PlanStep { file: files[index].id, lines: files[index].code, decisions, after, refusals }
}

fn grade(score: f32) -> &'static str {
    match score {
        95.0.. => "A+",
        90.0.. => "A",
        80.0.. => "B",
        70.0.. => "C",
        60.0.. => "D",
        _ => "F",
    }
}

/// The penalties of a file, and the places that cost it most.
fn judge(file: &File<'_>, copied: u32, tested: bool) -> (Vec<Penalty>, Vec<HotSpot>) {
    let lines = f64::from(file.lines.max(1));
    let functions = &file.facts.functions;
    let mut penalties = Vec::new();
    let mut spots: Vec<HotSpot> = Vec::new();
    type Measure = fn(&Function) -> u32;
    let measures: [(&str, f64, f64, f64, Measure); 3] = [
        ("complexity", 30.0, 10.0, 30.0, |function| function.cyclomatic),
        ("cognition", 20.0, 15.0, 45.0, |function| function.cognitive),
        ("length", 10.0, 60.0, 180.0, Function::length),
    ];
    for (name, most, limit, full, measure) in measures {
        let mut points = 0.0;
        for function in functions {
            let excess = ((f64::from(measure(function)) - limit) / (full - limit)).clamp(0.0, 1.0);
            let cost = most * excess * (f64::from(function.length()) / lines).min(1.0);
            points += cost;
            if cost > 0.0 {
                let reason = format!("{name} {} (limit {limit})", measure(function));
                merge(&mut spots, file.id, function, cost as f32, reason);
            }
        }
        penalties.push(Penalty { name: name.to_string(), points: points.min(most) as f32 });
    }
    let duplication = 20.0 * (f64::from(copied) / lines).min(1.0);
    penalties.push(Penalty { name: "duplication".to_string(), points: duplication as f32 });
    if copied > 0 {
        let reason = format!("{copied} lines stand elsewhere, too");
        spots.push(HotSpot {
            file: file.id,
            line: 1,
            name: file.facts.path.clone(),
            points: duplication as f32,
            reason,
        });
    }
    let long: Vec<&Function> = functions.iter().filter(|function| function.length() > 5).collect();
    let silent = long.iter().filter(|function| !function.documented).count();
    penalties
        .push(Penalty { name: "documentation".to_string(), points: 10.0 * silent as f32 / long.len().max(1) as f32 });
    let untested = !tested && !functions.is_empty();
    penalties.push(Penalty { name: "tests".to_string(), points: if untested { 10.0 } else { 0.0 } });
    penalties.retain(|penalty| penalty.points > 0.0);
    (penalties, spots)
}

/// One place per function: its reasons are joined.
fn merge(spots: &mut Vec<HotSpot>, file: FileId, function: &Function, points: f32, reason: String) {
    match spots.iter_mut().find(|spot| spot.line == function.line && spot.name == function.name) {
        Some(spot) => {
            spot.points += points;
            spot.reason = format!("{}, {reason}", spot.reason);
        }
        None => spots.push(HotSpot { file, line: function.line, name: function.name.clone(), points, reason }),
    }
}
