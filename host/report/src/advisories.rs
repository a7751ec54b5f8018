//! Known weaknesses of what a project needs, in every form.

use crate::html::write::{self as page, escape};
use crate::markdown::{self, code, text};
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::terminal::heading;
use crate::words::line;
use batuta_pipeline::report::Advisory;
use std::fmt::{self, Write};

const NONE: &str = "None of the advisories that were given is about a version that the project asks for.";

/// `has 1.2` or `may have 1.2`.
fn version(advisory: &Advisory) -> String {
    format!("{} {}", if advisory.certain { "has" } else { "may have" }, advisory.version)
}

/// Its name and its names elsewhere.
fn name(advisory: &Advisory) -> String {
    let names = [&advisory.id].into_iter().chain(&advisory.aliases);
    names.map(String::as_str).collect::<Vec<_>>().join(", ")
}

fn fixed(advisory: &Advisory) -> &str {
    advisory.fixed.as_deref().unwrap_or("not mended")
}

fn paint(advisory: &Advisory) -> Paint {
    if advisory.certain { Paint::Bad } else { Paint::Attention }
}

/// Publication day.
fn day(advisory: &Advisory) -> &str {
    advisory.published.split('T').next().unwrap_or_default()
}

/// On a terminal.
pub(crate) fn terminal(out: &mut String, advisories: Option<&[Advisory]>, style: &Style) -> fmt::Result {
    let Some(advisories) = advisories else { return Ok(()) };
    heading(out, "Known weaknesses", style)?;
    if advisories.is_empty() {
        return writeln!(out, "  {NONE}");
    }
    let mut table = Table::new(&["PACKAGE", "", "ADVISORY", "SINCE", "MENDED IN", "WHAT"]);
    for advisory in advisories {
        table.row([
            (line(&advisory.package), Paint::Plain),
            (line(&version(advisory)), paint(advisory)),
            (line(&advisory.id), Paint::Plain),
            (line(day(advisory)), Paint::Dim),
            (line(fixed(advisory)), Paint::Plain),
            (line(&advisory.summary), Paint::Dim),
        ]);
    }
    out.write_str(&table.render(style))
}

/// As Markdown.
pub(crate) fn markdown(out: &mut String, advisories: Option<&[Advisory]>) -> fmt::Result {
    let Some(advisories) = advisories else { return Ok(()) };
    writeln!(out, "\n## Known weaknesses\n")?;
    if advisories.is_empty() {
        return writeln!(out, "{NONE}");
    }
    markdown::table(out, &["Package", "", "Advisory", "Since", "Mended in", "What"])?;
    for advisory in advisories {
        let (package, what) = (code(&advisory.package), text(&advisory.summary));
        let (version, name) = (text(&version(advisory)), text(&name(advisory)));
        let (day, fixed) = (text(day(advisory)), text(fixed(advisory)));
        writeln!(out, "| {package} | {version} | {name} | {day} | {fixed} | {what} |")?;
    }
    Ok(())
}

/// On the page.
pub(crate) fn html(out: &mut String, advisories: Option<&[Advisory]>) -> fmt::Result {
    let Some(advisories) = advisories else { return Ok(()) };
    if advisories.is_empty() {
        return writeln!(out, "<p>{NONE}</p>");
    }
    let heads = ["Package", "Version", "Advisory", "Since", "Mended in", "What"];
    let mut table = page::Table::new("Known weaknesses of what the project needs", &heads);
    for advisory in advisories {
        table.row(&[
            format!("<code>{}</code>", escape(&advisory.package)),
            page::badge(paint(advisory), &version(advisory)),
            escape(&name(advisory)),
            escape(day(advisory)),
            escape(fixed(advisory)),
            escape(&advisory.summary),
        ]);
    }
    out.push_str(&table.finish());
    Ok(())
}
