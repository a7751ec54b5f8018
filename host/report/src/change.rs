//! Technical debt before and after, in every form.

use crate::debt::paint;
use crate::html::write::{self as page, escape};
use crate::markdown::{self, code, text};
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::terminal::heading;
use crate::words::line;
use batuta_pipeline::report::{DebtChange, DebtSide, FileDebt};
use std::fmt::{self, Write};

/// What is compared, for the sides as a whole: words and both values.
fn rows(change: &DebtChange) -> [(&'static str, String, String); 6] {
    let row = |what, value: fn(&DebtSide) -> String| (what, value(&change.before), value(&change.after));
    [
        row("Grade", |side| side.grade.clone()),
        row("Score of 100", |side| format!("{:.1}", side.score)),
        row("Lines of code", |side| side.lines.to_string()),
        row("Functions", |side| side.functions.to_string()),
        row("Cyclomatic complexity, mean", |side| {
            if side.functions == 0 {
                String::new()
            } else {
                format!("{:.1}", side.cyclomatic as f64 / side.functions as f64)
            }
        }),
        row("Cyclomatic complexity, greatest", |side| side.most_cyclomatic.to_string()),
    ]
}

/// What the comparison is, in a sentence.
const WHAT: &str = "Converted files and the Rust that came of them, by one formula; history, coverage and support crates are left out.";

fn graded(grade: &str, score: f32) -> String {
    format!("{grade} ({score:.1})")
}

fn own(file: &FileDebt) -> String {
    file.grade.as_ref().zip(file.score).map_or_else(|| "not measured".to_owned(), |(grade, score)| graded(grade, score))
}

/// On a terminal: both sides as a whole.
pub(crate) fn terminal(out: &mut String, change: Option<&DebtChange>, style: &Style) -> fmt::Result {
    let Some(change) = change else { return Ok(()) };
    heading(out, "Technical debt, before and after", style)?;
    let mut table = Table::new(&["", "BEFORE", "AFTER"]);
    for (what, before, after) in rows(change) {
        let of = |side: &DebtSide| if what == "Grade" { paint(side.score) } else { Paint::Plain };
        let (first, second) = (of(&change.before), of(&change.after));
        table.row([(what.to_owned(), Paint::Plain), (line(&before), first), (line(&after), second)]);
    }
    out.write_str(&table.render(style))
}

/// As Markdown.
pub(crate) fn markdown(out: &mut String, change: Option<&DebtChange>) -> fmt::Result {
    let Some(change) = change else { return Ok(()) };
    writeln!(out, "\n## Technical debt, before and after\n\n{WHAT}\n")?;
    markdown::table(out, &["", "Before", "After"])?;
    for (what, before, after) in rows(change) {
        writeln!(out, "| {what} | {} | {} |", text(&before), text(&after))?;
    }
    writeln!(out)?;
    markdown::table(out, &["Source", "Before", "Rust", "After"])?;
    for file in &change.files {
        let rust: Vec<String> = file.rust.iter().map(|rust| code(&rust.path)).collect();
        let after: Vec<String> = file.rust.iter().map(|rust| text(&graded(&rust.grade, rust.score))).collect();
        let before = text(&own(file));
        writeln!(out, "| {} | {before} | {} | {} |", code(&file.source), rust.join("<br>"), after.join("<br>"))?;
    }
    Ok(())
}

/// On the page.
pub(crate) fn html(out: &mut String, change: Option<&DebtChange>) -> fmt::Result {
    let Some(change) = change else { return Ok(()) };
    writeln!(out, "<section aria-labelledby=\"change\">\n<h2 id=\"change\">Technical debt, before and after</h2>")?;
    writeln!(out, "<p>{}</p>", escape(WHAT))?;
    let mut whole = page::Table::new("Both sides as a whole", &["", "Before", "After"]);
    for (what, before, after) in rows(change) {
        let cell = |text: String, side: &DebtSide| match what {
            "Grade" => page::badge(paint(side.score), &text),
            _ => escape(&text),
        };
        whole.row(&[escape(what), cell(before, &change.before), cell(after, &change.after)]);
    }
    out.push_str(&whole.finish());
    let mut files = page::Table::new("File by file", &["Source", "Before", "Rust", "After"]);
    for file in &change.files {
        let before = file.score.map_or_else(|| escape(&own(file)), |score| page::badge(paint(score), &own(file)));
        let rust: Vec<String> = file.rust.iter().map(|rust| format!("<code>{}</code>", escape(&rust.path))).collect();
        let after: Vec<String> =
            file.rust.iter().map(|rust| page::badge(paint(rust.score), &graded(&rust.grade, rust.score))).collect();
        files.row(&[format!("<code>{}</code>", escape(&file.source)), before, rust.join("<br>"), after.join("<br>")]);
    }
    out.push_str(&files.finish());
    writeln!(out, "</section>")
}
