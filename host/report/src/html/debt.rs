//! Technical debt and the plan of a conversion, on the page.

use super::write::{Table, escape};
use crate::debt::{beside, by_score, circle, losses, most, path, refused};
use batuta_pipeline::Report;
use batuta_runtime::model::Debt;
use std::fmt::{self, Write};

/// The section.
pub(super) fn html(out: &mut String, report: &Report, debt: &Debt) -> fmt::Result {
    writeln!(out, "<section aria-labelledby=\"debt\">\n<h2 id=\"debt\">Technical debt</h2>")?;
    let beside = escape(&beside(report));
    writeln!(out, "<p>{} ({:.1} of 100){beside}</p>", escape(&debt.grade), debt.score)?;
    let mut grades =
        Table::new("Grades of files, worst first", &["File", "Grade", "Score", "Cyclomatic", "Cognitive", "Lost"]);
    for grade in by_score(debt) {
        let (cyclomatic, cognitive) = most(grade);
        let file = format!("<code>{}</code>", escape(path(report, grade.file)));
        let score = format!("{:.1}", grade.score);
        grades.row(&[
            file,
            escape(&grade.grade),
            score,
            cyclomatic.to_string(),
            cognitive.to_string(),
            escape(&losses(grade)),
        ]);
    }
    out.push_str(&grades.finish());
    if !debt.worst.is_empty() {
        let mut worst = Table::new("Worst places", &["Place", "Name", "Why", "Points of the project"]);
        for spot in &debt.worst {
            let place = format!("<code>{}:{}</code>", escape(path(report, spot.file)), spot.line);
            worst.row(&[place, escape(&spot.name), escape(&spot.reason), format!("{:.1}", spot.points)]);
        }
        out.push_str(&worst.finish());
    }
    for ids in &debt.cycles {
        writeln!(out, "<p>In a circle: {}</p>", escape(&circle(report, ids)))?;
    }
    let mut plan = Table::new("Convert in this order", &["", "File", "Lines", "Decisions", "Refused", "After"]);
    for (index, step) in debt.plan.iter().enumerate() {
        let after = step.after.iter().map(|id| path(report, *id)).collect::<Vec<_>>().join(", ");
        let file = format!("<code>{}</code>", escape(path(report, step.file)));
        plan.row(&[
            (index + 1).to_string(),
            file,
            step.lines.to_string(),
            step.decisions.to_string(),
            refused(step),
            escape(&after),
        ]);
    }
    out.push_str(&plan.finish());
    writeln!(out, "</section>")
}
