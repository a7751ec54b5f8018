//! Headings of Markdown: lines that begin with `#`, outside of fences.

use super::{Lines, Start};

/// One part per heading.
pub(super) fn starts<'t>(lines: &Lines<'t>) -> Vec<Start<'t>> {
    let mut starts = Vec::new();
    let mut fence: Option<&str> = None;
    for (line, text) in lines.all() {
        let begun = text.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| begun.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => fence = Some(mark),
            (Some(open), Some(mark)) if open == mark => fence = None,
            _ => {}
        }
        let heading = text.trim_start_matches('#');
        let level = text.len() - heading.len();
        if fence.is_none() && (1..=6).contains(&level) && heading.starts_with(' ') {
            starts.push(Start { line, heading: heading.trim() });
        }
    }
    starts
}
