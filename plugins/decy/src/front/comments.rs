//! Comments of a file, for the output to keep.

use batuta_text::{FileId, Origin};

/// One comment.
#[derive(Clone, Debug)]
pub(crate) struct Comment {
    /// First byte.
    pub start: u32,
    /// One past its last byte.
    pub end: u32,
    /// Text without markers, line by line.
    pub lines: Vec<String>,
    /// Nothing but white space stands before it on its line.
    pub own_line: bool,
}

/// The comments of one file, in order, and where its lines start.
#[derive(Clone, Debug)]
pub(crate) struct Comments {
    file: FileId,
    items: Vec<Comment>,
    line_starts: Vec<u32>,
    /// Braces that close something at the top level.
    ends: Vec<u32>,
}

impl Comments {
    /// Collect the comments of `text`.
    pub(crate) fn of(file: FileId, text: &str) -> Comments {
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at as u32 + 1));
        let (items, ends) = collect(text);
        Comments { file, items, line_starts, ends }
    }

    /// The line, from 0, of an offset.
    pub(crate) fn line(&self, at: u32) -> usize {
        self.line_starts.partition_point(|start| *start <= at).saturating_sub(1)
    }

    /// The comments before `origin` that start at or after `from`, with those at the end of its last line; and where the next search starts.
    pub(crate) fn before(&self, from: u32, origin: Origin) -> (Vec<String>, u32) {
        if origin.file != self.file {
            return (vec![], from);
        }
        let last_line = self.line(origin.range.end.max(origin.range.start));
        let mut next = from;
        let mut lines = vec![];
        let first = self.items.partition_point(|comment| comment.start < from);
        for comment in &self.items[first..] {
            let trailing = !comment.own_line && self.line(comment.start) == last_line;
            if comment.start >= origin.range.start && !trailing {
                break;
            }
            lines.extend(comment.lines.iter().cloned());
            next = comment.end;
        }
        (lines, next)
    }

    /// The comment right above the line of `at`.
    pub(crate) fn above(&self, at: u32) -> Vec<String> {
        let mut lines = vec![];
        let mut line = self.line(at);
        for comment in self.items.iter().rev().skip_while(|comment| comment.start >= at) {
            let adjacent = comment.own_line && self.line(comment.end.saturating_sub(1)) + 1 == line;
            if !adjacent {
                break;
            }
            line = self.line(comment.start);
            lines.splice(0..0, comment.lines.iter().cloned());
        }
        lines
    }

    /// Where the body of a function ends whose name is at `start`.
    pub(crate) fn body_end(&self, start: u32) -> Option<u32> {
        self.ends.get(self.ends.partition_point(|end| *end < start)).copied()
    }

    /// The comments that start in `from..to`.
    pub(crate) fn within(&self, from: u32, to: u32) -> Vec<&Comment> {
        self.items.iter().filter(|comment| comment.start >= from && comment.start < to).collect()
    }
}

fn collect(text: &str) -> (Vec<Comment>, Vec<u32>) {
    let bytes = text.as_bytes();
    let mut out = vec![];
    let (mut ends, mut depth) = (vec![], 0usize);
    let (mut at, mut line_blank) = (0, true);
    while at < bytes.len() {
        match bytes[at] {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    ends.push(at as u32);
                }
            }
            _ => {}
        }
        match bytes[at] {
            b'\n' => line_blank = true,
            b' ' | b'\t' | b'\r' => {}
            quote @ (b'"' | b'\'') => {
                at = skip_quoted(bytes, at, quote);
                line_blank = false;
                continue;
            }
            b'/' if bytes.get(at + 1) == Some(&b'/') => {
                let end = bytes[at..].iter().position(|byte| *byte == b'\n').map_or(bytes.len(), |length| at + length);
                out.push(comment(text, at, end, line_blank));
                at = end;
                continue;
            }
            b'/' if bytes.get(at + 1) == Some(&b'*') => {
                let end = text[at + 2..].find("*/").map_or(bytes.len(), |length| at + length + 4);
                out.push(comment(text, at, end, line_blank));
                at = end;
                continue;
            }
            _ => line_blank = false,
        }
        at += 1;
    }
    (out, ends)
}

fn skip_quoted(bytes: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != quote && bytes[at] != b'\n' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at + 1
}

fn comment(text: &str, start: usize, end: usize, own_line: bool) -> Comment {
    let inner = &text[start + 2..end];
    let block = text[start..].starts_with("/*");
    let inner = if block { inner.strip_suffix("*/").unwrap_or(inner) } else { inner };
    let mut lines: Vec<String> = inner
        .lines()
        .map(|line| {
            let line = line.trim();
            let line = if block { line.strip_prefix('*').unwrap_or(line) } else { line };
            line.trim_matches(|c: char| c.is_whitespace())
                .trim_end_matches('*')
                .trim_end()
                .trim_start_matches(['/', '!', '<'])
                .trim()
                .to_owned()
        })
        .collect();
    while lines.last().is_some_and(String::is_empty) {
        lines.pop();
    }
    while lines.first().is_some_and(String::is_empty) {
        lines.remove(0);
    }
    Comment { start: start as u32, end: end as u32, lines, own_line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_text::TextRange;

    #[test]
    fn comments_lose_their_markers() {
        let text = "/* one\n * two */\nint x; // three\nchar *s = \"/* no */\";\n";
        let comments = Comments::of(FileId(0), text);
        let lines: Vec<_> = comments.items.iter().map(|item| item.lines.join("|")).collect();
        assert_eq!(lines, ["one|two", "three"]);
    }

    #[test]
    fn a_comment_at_the_end_of_a_line_belongs_to_it() {
        let text = "a; // first\nb; // second\n";
        let comments = Comments::of(FileId(0), text);
        let at = |start, end| Origin { file: FileId(0), range: TextRange::new(start, end) };
        let (lines, next) = comments.before(0, at(0, 1));
        assert_eq!(lines, ["first"]);
        assert_eq!(comments.before(next, at(12, 13)).0, ["second"]);
    }
}
