//! Source and Rust side by side: each line of Rust leads to the line that it comes from, and back.

use super::write::escape;
use batuta_pipeline::Report;
use batuta_pipeline::report::{RustSide, Side};
use std::collections::BTreeMap;
use std::fmt::{self, Write};

/// Names of places in the page, by the path of the source.
pub(super) fn anchors(report: &Report) -> BTreeMap<&str, String> {
    report.sides.keys().enumerate().map(|(number, path)| (path.as_str(), format!("file-{number}"))).collect()
}

/// All files that can be shown.
pub(super) fn html(out: &mut String, report: &Report) -> fmt::Result {
    if report.sides.is_empty() {
        return Ok(());
    }
    writeln!(out, "<section aria-labelledby=\"sides\">\n<h2 id=\"sides\">Side by side</h2>")?;
    writeln!(out, "<p>A line number of one side leads to the line of the other that belongs to it.</p>")?;
    for (number, (path, side)) in report.sides.iter().enumerate() {
        let rust: Vec<&str> = side.rust.iter().map(|rust| rust.path.as_str()).collect();
        let rust = if rust.is_empty() { "nothing".to_owned() } else { rust.join(", ") };
        writeln!(
            out,
            "<details id=\"file-{number}\"><summary><code>{}</code> → <code>{}</code></summary>",
            escape(path),
            escape(&rust)
        )?;
        writeln!(out, "<div class=\"sides\">")?;
        source(out, number, path, side)?;
        for (part, rust) in side.rust.iter().enumerate() {
            generated(out, number, part, rust)?;
        }
        writeln!(out, "</div>\n</details>")?;
    }
    writeln!(out, "</section>")
}

fn source(out: &mut String, number: usize, path: &str, side: &Side) -> fmt::Result {
    let mut first: BTreeMap<u32, (usize, u32)> = BTreeMap::new();
    for (part, rust) in side.rust.iter().enumerate() {
        for (line, from) in &rust.lines {
            first.entry(*from).or_insert((part, *line));
        }
    }
    writeln!(out, "<pre tabindex=\"0\" aria-label=\"{}\"><code>", escape(path))?;
    for (text, line) in side.source.lines().zip(1u32..) {
        let to = first.get(&line).map(|(part, to)| format!("r{number}-{part}-{to}"));
        row(out, &format!("s{number}-{line}"), line, to, text)?;
    }
    writeln!(out, "</code></pre>")
}

fn generated(out: &mut String, number: usize, part: usize, rust: &RustSide) -> fmt::Result {
    writeln!(out, "<pre tabindex=\"0\" aria-label=\"{}\"><code>", escape(&rust.path))?;
    for (text, line) in rust.text.lines().zip(1u32..) {
        let from = rust.lines.get(&line).map(|from| format!("s{number}-{from}"));
        row(out, &format!("r{number}-{part}-{line}"), line, from, text)?;
    }
    writeln!(out, "</code></pre>")
}

/// A line with its number, which is a link where something belongs to it. Browsers open what is folded around the target.
fn row(out: &mut String, id: &str, line: u32, to: Option<String>, text: &str) -> fmt::Result {
    let number = match to {
        Some(to) => format!("<a class=\"number\" href=\"#{to}\">{line}</a>"),
        None => format!("<span class=\"number\">{line}</span>"),
    };
    writeln!(out, "<span class=\"line\" id=\"{id}\">{number} {}</span>", escape(text))
}
