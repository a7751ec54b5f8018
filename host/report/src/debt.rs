//! Technical debt and the plan of a conversion, for terminals and as Markdown.

use crate::markdown::{code, table, text};
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::terminal::heading;
use crate::words::{line, many};
use batuta_pipeline::Report;
use batuta_pipeline::report::ForeignGrade;
use batuta_runtime::model::{Debt, FileGrade, FileId, PlanStep};
use std::fmt::{self, Write};

/// The path of a file.
pub(crate) fn path(report: &Report, id: FileId) -> &str {
    report.files.get(id.0 as usize).map_or("?", |file| file.source.as_str())
}

/// What a file lost, greatest first.
pub(crate) fn losses(grade: &FileGrade) -> String {
    let mut penalties: Vec<_> = grade.penalties.iter().collect();
    penalties.sort_by(|a, b| b.points.total_cmp(&a.points));
    let one = |penalty: &&batuta_runtime::model::Penalty| format!("{} {:.1}", penalty.name, penalty.points);
    penalties.iter().map(one).collect::<Vec<_>>().join(", ")
}

/// The greatest complexities of a file's functions: cyclomatic and cognitive.
pub(crate) fn most(grade: &FileGrade) -> (u32, u32) {
    let of = |measure: fn(&batuta_runtime::model::FunctionMetrics) -> u32| {
        grade.functions.iter().map(measure).max().unwrap_or(0)
    };
    (of(|function| function.cyclomatic), of(|function| function.cognitive))
}

/// Files from the worst on; those of equal score in their order.
pub(crate) fn by_score(debt: &Debt) -> Vec<&FileGrade> {
    let mut files: Vec<&FileGrade> = debt.files.iter().collect();
    files.sort_by(|a, b| a.score.total_cmp(&b.score));
    files
}

/// Files of a circle, joined.
pub(crate) fn circle(report: &Report, ids: &[FileId]) -> String {
    ids.iter().map(|id| path(report, *id)).collect::<Vec<_>>().join(" ⇄ ")
}

/// Colour of a score of 100.
pub(crate) fn paint(score: f32) -> Paint {
    match score {
        80.0.. => Paint::Good,
        60.0.. => Paint::Attention,
        _ => Paint::Bad,
    }
}

/// On a terminal.
pub(crate) fn terminal(out: &mut String, report: &Report, debt: &Debt, style: &Style) -> fmt::Result {
    if style.project.debt {
        grades(out, report, debt, style)?;
    }
    if !style.project.plan {
        return Ok(());
    }
    heading(out, "Convert in this order", style)?;
    let asked = debt.plan.iter().any(|step| step.refusals.is_some());
    let mut table = Table::new(&["", "FILE", "LINES", "DECISIONS", "REFUSED", "AFTER"]);
    for (index, step) in debt.plan.iter().enumerate() {
        let after = step.after.iter().map(|id| line(path(report, *id))).collect::<Vec<_>>().join(", ");
        let cells = [
            (index + 1).to_string(),
            line(path(report, step.file)),
            step.lines.to_string(),
            step.decisions.to_string(),
            refused(step),
            after,
        ];
        table.row(cells.map(|cell| (cell, Paint::Plain)));
    }
    out.write_str(&table.render(style))?;
    if asked { Ok(()) } else { writeln!(out, "  No transpiler was asked what it refuses.") }
}

/// Places that a transpiler refuses; a dash when none was asked.
pub(crate) fn refused(step: &PlanStep) -> String {
    step.refusals.map_or_else(|| "-".to_string(), |count| count.to_string())
}

/// What another tool says, to stand behind our grade.
pub(crate) fn beside(report: &Report) -> String {
    let said = |other: &ForeignGrade| {
        format!("; {} says {} ({:.1} of 100)", line(&other.tool), line(&other.grade), other.score)
    };
    report.foreign_grade.as_ref().map_or_else(String::new, said)
}

fn grades(out: &mut String, report: &Report, debt: &Debt, style: &Style) -> fmt::Result {
    heading(out, "Technical debt", style)?;
    let score = style.paint(paint(debt.score), &format!("{} ({:.1} of 100)", line(&debt.grade), debt.score));
    writeln!(out, "  {score}, {}{}", many(debt.files.len(), "file"), beside(report))?;
    let mut table = Table::new(&["FILE", "GRADE", "SCORE", "CYCLOMATIC", "COGNITIVE", "LOST"]);
    let files = by_score(debt);
    for grade in files.iter().take(style.files) {
        let (cyclomatic, cognitive) = most(grade);
        let cells = [(line(path(report, grade.file)), Paint::Plain), (line(&grade.grade), paint(grade.score))];
        let rest = [format!("{:.1}", grade.score), cyclomatic.to_string(), cognitive.to_string(), line(&losses(grade))];
        table.row(cells.into_iter().chain(rest.map(|cell| (cell, Paint::Plain))));
    }
    out.write_str(&table.render(style))?;
    if files.len() > style.files {
        writeln!(out, "  … and {} with higher scores", many(files.len() - style.files, "file"))?;
    }
    if !debt.worst.is_empty() {
        heading(out, "Worst places", style)?;
        for spot in &debt.worst {
            let place = format!("{}:{}", line(path(report, spot.file)), spot.line);
            writeln!(
                out,
                "  {place}  {}: {}; costs the project {:.1} points",
                line(&spot.name),
                line(&spot.reason),
                spot.points
            )?;
        }
    }
    if !debt.cycles.is_empty() {
        heading(out, "Files that take from each other in a circle", style)?;
        debt.cycles.iter().try_for_each(|ids| writeln!(out, "  {}", line(&circle(report, ids))))?;
    }
    Ok(())
}

/// As Markdown.
pub(crate) fn markdown(out: &mut String, report: &Report, debt: &Debt) -> fmt::Result {
    let beside = text(&beside(report));
    writeln!(out, "\n## Technical debt\n\n{} ({:.1} of 100){beside}\n", text(&debt.grade), debt.score)?;
    table(out, &["File", "Grade", "Score", "Cyclomatic", "Cognitive", "Lost"])?;
    for grade in by_score(debt) {
        let (cyclomatic, cognitive) = most(grade);
        let file = code(path(report, grade.file));
        writeln!(
            out,
            "| {file} | {} | {:.1} | {cyclomatic} | {cognitive} | {} |",
            text(&grade.grade),
            grade.score,
            text(&losses(grade))
        )?;
    }
    if !debt.worst.is_empty() {
        writeln!(out, "\n### Worst places\n")?;
    }
    for spot in &debt.worst {
        let place = code(&format!("{}:{}", path(report, spot.file), spot.line));
        writeln!(
            out,
            "- {place} {}: {}; costs the project {:.1} points",
            code(&spot.name),
            text(&spot.reason),
            spot.points
        )?;
    }
    if !debt.cycles.is_empty() {
        writeln!(out, "\n### Files that take from each other in a circle\n")?;
    }
    debt.cycles.iter().try_for_each(|ids| writeln!(out, "- {}", text(&circle(report, ids))))?;
    writeln!(out, "\n### Convert in this order\n")?;
    for (index, step) in debt.plan.iter().enumerate() {
        writeln!(
            out,
            "{}. {}: {}, {}{}",
            index + 1,
            code(path(report, step.file)),
            many(step.lines as usize, "line"),
            many(step.decisions as usize, "decision"),
            step.refusals.map_or_else(String::new, |count| format!(", {}", many(count as usize, "refusal")))
        )?;
    }
    Ok(())
}
