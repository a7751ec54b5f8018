//! Which backend does which numeric operation, in every form.

use crate::html::write::{self as page, escape};
use crate::markdown::{self, code, text};
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::terminal::heading;
use crate::words::{line, many};
use batuta_pipeline::report::Decision;
use std::fmt::{self, Write};

/// Where the operation stands, as `file:line`.
fn place(decision: &Decision) -> String {
    decision.span.as_ref().map_or_else(String::new, |span| format!("{}:{}", span.file, span.line))
}

/// `matmul(float64[3, ?], float64[?])`
fn operation(decision: &Decision) -> String {
    format!("{}({})", decision.operation, decision.operands.join(", "))
}

fn backend(decision: &Decision) -> &str {
    decision.backend.as_deref().unwrap_or("the runtime")
}

/// `native 2 flops and 24 bytes per element`, joined.
fn alternatives(decision: &Decision) -> String {
    let one = |it: &batuta_pipeline::report::Alternative| {
        format!("{}: {} flops and {} bytes per element", it.backend, it.flops_per_item, it.bytes_per_item)
    };
    decision.alternatives.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// On a terminal: how many operations each backend does; the rest is in the other forms.
pub(crate) fn terminal(out: &mut String, decisions: &[Decision], style: &Style) -> fmt::Result {
    if decisions.is_empty() {
        return Ok(());
    }
    heading(out, "Numeric operations", style)?;
    let mut table = Table::new(&["OPERATION", "AT", "DONE BY", "WHY"]);
    for decision in decisions.iter().take(style.files) {
        table.row([
            (line(&operation(decision)), Paint::Plain),
            (line(&place(decision)), Paint::Dim),
            (line(backend(decision)), if decision.backend.is_some() { Paint::Good } else { Paint::Plain }),
            (line(&decision.why), Paint::Dim),
        ]);
    }
    out.write_str(&table.render(style))?;
    if decisions.len() > style.files {
        writeln!(out, "  … and {}", many(decisions.len() - style.files, "other"))?;
    }
    Ok(())
}

/// As Markdown.
pub(crate) fn markdown(out: &mut String, decisions: &[Decision]) -> fmt::Result {
    if decisions.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n## Numeric operations\n")?;
    markdown::table(out, &["Operation", "At", "Done by", "Why", "Offers"])?;
    for decision in decisions {
        let (what, at) = (code(&operation(decision)), code(&place(decision)));
        let (by, why, offers) = (text(backend(decision)), text(&decision.why), text(&alternatives(decision)));
        writeln!(out, "| {what} | {at} | {by} | {why} | {offers} |")?;
    }
    Ok(())
}

/// On the page.
pub(crate) fn html(out: &mut String, decisions: &[Decision]) -> fmt::Result {
    if decisions.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"numeric\">\n<h2 id=\"numeric\">Numeric operations</h2>")?;
    let heads = ["Operation", "At", "Done by", "Why", "Offers"];
    let mut table = page::Table::new("Numeric operations and what does them", &heads);
    for decision in decisions {
        let paint = if decision.backend.is_some() { Paint::Good } else { Paint::Plain };
        table.row(&[
            format!("<code>{}</code>", escape(&operation(decision))),
            format!("<code>{}</code>", escape(&place(decision))),
            page::badge(paint, backend(decision)),
            escape(&decision.why),
            escape(&alternatives(decision)),
        ]);
    }
    out.push_str(&table.finish());
    writeln!(out, "</section>")
}
