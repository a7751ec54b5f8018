//! How old the versions are that a project needs, in every form.

use crate::html::write::{self as page, escape};
use crate::markdown::{self, code, text};
use crate::style::{Paint, Style};
use crate::table::Table;
use crate::terminal::heading;
use crate::words::line;
use batuta_pipeline::report::DependencyAge;
use std::fmt::{self, Write};

const HEADS: [&str; 4] = ["Package", "Version", "Newest", "Years behind"];

/// A version with its day.
fn version(version: Option<&String>, day: Option<&String>) -> String {
    match (version, day) {
        (Some(version), Some(day)) => format!("{version} ({day})"),
        _ => "not known".to_owned(),
    }
}

fn cells(age: &DependencyAge) -> [String; 3] {
    [
        version(age.version.as_ref(), age.released.as_ref()),
        version(age.newest.as_ref(), age.newest_released.as_ref()),
        age.years.map_or_else(|| "not known".to_owned(), |years| format!("{years:.1}")),
    ]
}

/// The sum, and over how many it is.
fn total(ages: &[DependencyAge]) -> String {
    let known: Vec<f64> = ages.iter().filter_map(|age| age.years).collect();
    let years: f64 = known.iter().sum();
    format!("In all {years:.1} years behind (libyears), over {} of {} that the project needs.", known.len(), ages.len())
}

fn paint(age: &DependencyAge) -> Paint {
    match age.years {
        None => Paint::Dim,
        Some(years) if years < 1.0 => Paint::Plain,
        Some(_) => Paint::Attention,
    }
}

/// On a terminal.
pub(crate) fn terminal(out: &mut String, ages: Option<&[DependencyAge]>, style: &Style) -> fmt::Result {
    let Some(ages) = ages else { return Ok(()) };
    heading(out, "Age of what is needed", style)?;
    let mut table = Table::new(&["PACKAGE", "VERSION", "NEWEST", "YEARS BEHIND"]);
    for age in ages {
        let [version, newest, years] = cells(age);
        table.row([
            (line(&age.package), Paint::Plain),
            (line(&version), Paint::Plain),
            (line(&newest), Paint::Dim),
            (years, paint(age)),
        ]);
    }
    out.write_str(&table.render(style))?;
    writeln!(out, "  {}", total(ages))
}

/// As Markdown.
pub(crate) fn markdown(out: &mut String, ages: Option<&[DependencyAge]>) -> fmt::Result {
    let Some(ages) = ages else { return Ok(()) };
    writeln!(out, "\n## Age of what is needed\n")?;
    markdown::table(out, &HEADS)?;
    for age in ages {
        let [version, newest, years] = cells(age);
        writeln!(out, "| {} | {} | {} | {years} |", code(&age.package), text(&version), text(&newest))?;
    }
    writeln!(out, "\n{}", total(ages))
}

/// On the page.
pub(crate) fn html(out: &mut String, ages: Option<&[DependencyAge]>) -> fmt::Result {
    let Some(ages) = ages else { return Ok(()) };
    let mut table = page::Table::new("Age of what the project needs", &HEADS);
    for age in ages {
        let [version, newest, years] = cells(age);
        let years = page::badge(paint(age), &years);
        table.row(&[format!("<code>{}</code>", escape(&age.package)), escape(&version), escape(&newest), years]);
    }
    out.push_str(&table.finish());
    writeln!(out, "<p>{}</p>", total(ages))
}
