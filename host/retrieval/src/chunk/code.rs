//! Functions and classes of sources, with the comments above them. By lines alone: a document need not be a program that parses.

use super::{Lines, Start};

/// `def` and `class`, wherever they stand.
pub(super) fn python<'t>(lines: &Lines<'t>) -> Vec<Start<'t>> {
    let named = |text: &'t str| {
        let text = text.trim_start();
        let text = text.strip_prefix("async ").unwrap_or(text);
        let rest = text.strip_prefix("def ").or_else(|| text.strip_prefix("class "))?;
        Some(word(rest))
    };
    collect(lines, named, |text| text.starts_with('#') || text.starts_with('@'))
}

/// What begins in the first column and opens a brace in this line or alone in the next.
pub(super) fn braces<'t>(lines: &Lines<'t>) -> Vec<Start<'t>> {
    let mut starts: Vec<Start<'t>> = Vec::new();
    for (line, text) in lines.all() {
        let next = if line + 1 < lines.len() { lines.get(line + 1) } else { "" };
        let opens = text.ends_with('{') || next == "{";
        let begins = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
        if begins && opens {
            let line = above(lines, line, |text| {
                text.starts_with("//") || text.starts_with('#') || text.starts_with('*') || text.starts_with("/*")
            });
            starts.push(Start { line, heading: text });
        }
    }
    starts
}

/// `name() {` and `function name`.
pub(super) fn shell<'t>(lines: &Lines<'t>) -> Vec<Start<'t>> {
    let named = |text: &'t str| {
        let text = text.trim_start();
        if let Some(rest) = text.strip_prefix("function ") {
            return Some(word(rest));
        }
        let name = word(text);
        (!name.is_empty() && text[name.len()..].trim_start().starts_with("()")).then_some(name)
    };
    collect(lines, named, |text| text.starts_with('#') && !text.starts_with("#!"))
}

/// The identifier that `text` begins with.
fn word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(text.len());
    &text[..end]
}

fn collect<'t>(
    lines: &Lines<'t>,
    named: impl Fn(&'t str) -> Option<&'t str>,
    belongs: impl Fn(&str) -> bool,
) -> Vec<Start<'t>> {
    let mut starts: Vec<Start<'t>> = Vec::new();
    for (line, text) in lines.all() {
        if let Some(heading) = named(text) {
            starts.push(Start { line: above(lines, line, &belongs), heading });
        }
    }
    starts
}

/// The first of the lines right above `line` that belong to it.
fn above(lines: &Lines<'_>, line: usize, belongs: impl Fn(&str) -> bool) -> usize {
    let mut first = line;
    while first > 0 && belongs(lines.get(first - 1).trim_start()) {
        first -= 1;
    }
    first
}
