//! Carries origins of lines over edits and formatting, by the order of tokens.

use super::tokens::tokens;
use batuta_runtime::model::{Origin, Span};
use std::collections::BTreeMap;

/// How far ahead a place is sought where both texts go on alike.
const WINDOW: usize = 48;

/// Origins of the lines of `new`, given those of the lines of `old`: a line comes from where its first token that is also in
/// `old` came from.
pub(crate) fn carry_origins(old: &str, origins: &[Origin], new: &str) -> Vec<Origin> {
    if old == new || origins.is_empty() {
        return origins.to_vec();
    }
    let from: BTreeMap<u32, Span> = origins.iter().map(|origin| (origin.line, origin.at)).collect();
    let (old, new) = (tokens(old), tokens(new));
    let texts = |all: &[super::Token<'_>]| all.iter().map(|token| token.text.to_owned()).collect::<Vec<_>>();
    let mut lines: BTreeMap<u32, Span> = BTreeMap::new();
    for (i, j) in matches(&texts(&old), &texts(&new)) {
        if let Some(at) = from.get(&old[i].line) {
            lines.entry(new[j].line).or_insert(*at);
        }
    }
    lines.into_iter().map(|(line, at)| Origin { line, at }).collect()
}

/// Pairs of equal tokens, rising in both texts.
fn matches(old: &[String], new: &[String]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::with_capacity(old.len().min(new.len()));
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            pairs.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else {
            let (skip_old, skip_new) = resume(&old[i..], &new[j..]);
            (i, j) = (i + skip_old, j + skip_new);
        }
    }
    pairs
}

/// The shortest skips after which two tokens in a row are equal; one of each when there are none within the window.
fn resume(old: &[String], new: &[String]) -> (usize, usize) {
    let alike = |i: usize, j: usize| {
        let pair = |k: usize| match (old.get(i + k), new.get(j + k)) {
            (Some(a), Some(b)) => a == b,
            (None, None) => true,
            _ => false,
        };
        i < old.len() && j < new.len() && pair(0) && pair(1)
    };
    for sum in 1..=WINDOW {
        for i in 0..=sum {
            if alike(i, sum - i) {
                return (i, sum - i);
            }
        }
    }
    (1, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_runtime::model::FileId;

    fn origin(line: u32, start: u32) -> Origin {
        Origin { line, at: Span { file: FileId(0), start, end: start + 1 } }
    }

    #[test]
    fn formatting_and_removed_lines_keep_origins() {
        let old = "use a::unused;\nfn f() { g(1, 2); h() }\nfn g() {}\n";
        let new = "fn f() {\n    g(\n        1,\n        2,\n    );\n    h()\n}\nfn g() {}\n";
        let carried = carry_origins(old, &[origin(1, 10), origin(2, 20), origin(3, 30)], new);
        let lines: Vec<_> = carried.iter().map(|origin| (origin.line, origin.at.start)).collect();
        assert_eq!(lines, [(1, 20), (2, 20), (3, 20), (4, 20), (5, 20), (6, 20), (7, 20), (8, 30)]);
    }

    #[test]
    fn the_same_text_keeps_its_origins() {
        let origins = [origin(1, 3), origin(4, 5)];
        assert_eq!(carry_origins("a\nb\n", &origins, "a\nb\n"), origins);
    }
}
