//! The text that a place marks, and where lines start.

use crate::words::clean;
use batuta_pipeline::report::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Texts of source files, cleaned once each.
pub(crate) struct Sources(BTreeMap<String, Arc<str>>);

/// A place with the lines around it.
pub(crate) struct Excerpt {
    /// Number of the first line, from 1.
    pub(crate) first: u32,
    /// Lines before the mark, then text before it on its line.
    pub(crate) before: String,
    /// What is marked; ends with its line.
    pub(crate) marked: String,
    /// The rest of the line and the next ones.
    pub(crate) after: String,
}

/// Lines shown around a mark.
const AROUND: usize = 1;
/// A longer piece is cut, in characters: nobody reads a minified line.
const LONGEST: usize = 300;

impl Sources {
    /// Those of a report.
    pub(crate) fn new(sources: &BTreeMap<String, Arc<str>>) -> Self {
        Sources(sources.iter().map(|(path, text)| (path.clone(), clean(text).into())).collect())
    }

    /// The cleaned text of a file.
    pub(crate) fn text(&self, path: &str) -> Option<&Arc<str>> {
        self.0.get(path)
    }

    /// The bytes that `place` marks in its file's text; none when they do not fit it.
    pub(crate) fn range(&self, place: &Place) -> Option<std::ops::Range<usize>> {
        let (start, end) = (place.start as usize, place.end as usize);
        self.text(&place.file)?.get(start..end).map(|_| start..end)
    }

    /// The lines around a place; none when there is no text or the place does not fit it.
    pub(crate) fn excerpt(&self, place: &Place) -> Option<Excerpt> {
        let (text, range) = (self.text(&place.file)?, self.range(place)?);
        let mut first = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let mut number = place.line;
        for _ in 0..AROUND {
            if first > 0 {
                first = text[..first - 1].rfind('\n').map_or(0, |at| at + 1);
                number = number.saturating_sub(1);
            }
        }
        let line_end = |from: usize| text[from..].find('\n').map_or(text.len(), |at| from + at);
        let marked = range.start..range.end.min(line_end(range.start));
        let mut end = line_end(marked.end);
        for _ in 0..AROUND {
            end = if end < text.len() { line_end(end + 1) } else { end };
        }
        Some(Excerpt {
            first: number.max(1),
            before: cut_front(&text[first..marked.start]),
            marked: cut(&text[marked.clone()]),
            after: cut(&text[marked.end..end]),
        })
    }
}

fn cut(text: &str) -> String {
    if text.chars().count() <= LONGEST { text.into() } else { text.chars().take(LONGEST).chain(['…']).collect() }
}

fn cut_front(text: &str) -> String {
    let count = text.chars().count();
    if count <= LONGEST { text.into() } else { ['…'].into_iter().chain(text.chars().skip(count - LONGEST)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn excerpt(text: &str, line: u32, start: u32, end: u32) -> Option<[String; 3]> {
        let sources = Sources::new(&BTreeMap::from([("a".to_string(), Arc::from(text))]));
        let place = Place { file: "a".into(), line, column: 1, start, end };
        sources.excerpt(&place).map(|found| [found.before, found.marked, found.after])
    }

    #[test]
    fn shows_a_line_on_each_side() {
        let text = "one\ntwo\nthree four\nfive\nsix\n";
        assert_eq!(excerpt(text, 3, 8, 13), Some(["two\n".into(), "three".into(), " four\nfive".into()]));
        assert_eq!(excerpt(text, 1, 0, 8), Some(["".into(), "one".into(), "\ntwo".into()]));
        assert_eq!(excerpt(text, 9, 27, 99), None);
        assert_eq!(excerpt("é", 1, 1, 2), None);
    }
}
