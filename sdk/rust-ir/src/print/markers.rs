//! From laid-out text with markers to the final text and its source map.

use super::Printed;
use super::emit::{MARK, Marker};

/// Replace each marker line by its comments, and note the origin of the line that follows.
pub(super) fn resolve(laid_out: &str, markers: &[Marker]) -> Printed {
    let mut out = Printed { text: String::with_capacity(laid_out.len()), origins: Vec::new() };
    let mut line = 1;
    let mut pending = None;
    for raw in laid_out.lines() {
        match marker_of(raw).and_then(|number| markers.get(number)) {
            Some(marker) => {
                let indent = &raw[..raw.len() - raw.trim_start().len()];
                if marker.blank_above
                    && !out.text.is_empty()
                    && !out.text.ends_with("{\n")
                    && !out.text.ends_with("\n\n")
                {
                    out.text.push('\n');
                    line += 1;
                }
                for comment in &marker.comments {
                    line += push_comment(&mut out.text, indent, comment);
                }
                pending = marker.origin.or(pending);
            }
            None => {
                if let Some(origin) = pending.take() {
                    out.origins.push((line, origin));
                }
                out.text.push_str(raw);
                out.text.push('\n');
                line += 1;
            }
        }
    }
    out
}

/// The number in a line that is nothing but a marker.
fn marker_of(line: &str) -> Option<usize> {
    let line = line.trim();
    let inner = line.strip_prefix(MARK).and_then(|rest| rest.strip_prefix("!(")?.strip_suffix(");"));
    let inner = inner.or_else(|| line.strip_prefix("#[")?.strip_prefix(MARK)?.strip_prefix('(')?.strip_suffix(")]"));
    inner?.trim().parse().ok()
}

/// One comment may hold several lines; returns how many were written. Control and direction characters become spaces.
fn push_comment(text: &mut String, indent: &str, comment: &str) -> u32 {
    let mut written = 0;
    for line in comment.split('\n') {
        let line: String =
            line.chars().map(|c| if super::literal::is_plain(c) || c == '\t' { c } else { ' ' }).collect();
        let line = line.trim_end();
        let space = if line.is_empty() || line.starts_with(' ') { "" } else { " " };
        text.push_str(&format!("{indent}//{space}{line}\n"));
        written += 1;
    }
    written
}
