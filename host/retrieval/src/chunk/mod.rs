//! Cutting documents into chunks: at headings, at functions, or at paragraphs.

mod code;
mod markdown;

/// A part of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chunk<'t> {
    /// Number of its first line, from 1.
    pub first_line: u32,
    /// Number of its last line, inclusive.
    pub last_line: u32,
    /// Its text.
    pub text: &'t str,
    /// What it stands under: headings, or the item that it is in; counts as part of the text when it is searched.
    pub heading: &'t str,
}

/// Most lines of a chunk; longer parts are cut at blank lines.
pub const LINES: usize = 60;

/// How a document is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Markdown, by headings.
    Markdown,
    /// Python, by indentation.
    Python,
    /// C, Rust and JavaScript, by braces in the first column.
    Braces,
    /// Shell, by functions.
    Shell,
    /// Anything else, by paragraphs.
    Text,
}

impl Kind {
    /// By the suffix of its name; none for what is known to be no text.
    pub fn of(path: &str) -> Option<Kind> {
        let name = path.rsplit('/').next().unwrap_or(path);
        let suffix = name.rsplit_once('.').map_or("", |(_, suffix)| suffix);
        Some(match suffix.to_ascii_lowercase().as_str() {
            "md" | "markdown" => Kind::Markdown,
            "py" | "pyi" => Kind::Python,
            "rs" | "c" | "h" | "cc" | "cpp" | "hpp" | "js" | "ts" | "java" | "go" => Kind::Braces,
            "sh" | "bash" => Kind::Shell,
            "png" | "jpg" | "jpeg" | "gif" | "pdf" | "zip" | "gz" | "xz" | "so" | "o" | "a" | "wasm" | "lock"
            | "bin" => {
                return None;
            }
            _ => Kind::Text,
        })
    }
}

/// Cut a document into chunks, in order; together they have every line that is not blank.
pub fn cut(kind: Kind, text: &str) -> Vec<Chunk<'_>> {
    let lines = Lines::of(text);
    let starts = match kind {
        Kind::Markdown => markdown::starts(&lines),
        Kind::Python => code::python(&lines),
        Kind::Braces => code::braces(&lines),
        Kind::Shell => code::shell(&lines),
        Kind::Text => Vec::new(),
    };
    let mut chunks = Vec::new();
    let bounds = starts.iter().map(|start| start.line).chain([lines.len()]);
    let first = starts.first().map_or(lines.len(), |start| start.line);
    lines.split(0, first, "", &mut chunks);
    for (start, end) in starts.iter().zip(bounds.skip(1)) {
        lines.split(start.line, end, start.heading, &mut chunks);
    }
    chunks
}

/// Where a part begins, and what it is called.
#[derive(Clone, Copy, Debug)]
struct Start<'t> {
    /// Index of the line.
    line: usize,
    /// Its name.
    heading: &'t str,
}

/// A text by lines.
struct Lines<'t> {
    text: &'t str,
    /// Offset of each line's beginning, and the text's end.
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let mut starts: Vec<usize> = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        if starts.last() != Some(&text.len()) {
            starts.push(text.len());
        }
        Lines { text, starts }
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }

    fn get(&self, line: usize) -> &'t str {
        self.text[self.starts[line]..self.starts[line + 1]].trim_end()
    }

    fn all(&self) -> impl Iterator<Item = (usize, &'t str)> {
        (0..self.len()).map(|line| (line, self.get(line)))
    }

    /// Chunks of the lines from `start` to `end`: cut at the last blank line before they are too long.
    fn split(&self, mut start: usize, end: usize, heading: &'t str, into: &mut Vec<Chunk<'t>>) {
        while start < end {
            let most = end.min(start + LINES);
            let blank = |line: &usize| self.get(*line).is_empty();
            let cut = if most == end { end } else { (start + LINES / 2..most).rev().find(blank).unwrap_or(most) };
            self.push(start, cut.max(start + 1), heading, into);
            start = cut.max(start + 1);
        }
    }

    fn push(&self, start: usize, end: usize, heading: &'t str, into: &mut Vec<Chunk<'t>>) {
        let blank = |line: &usize| self.get(*line).is_empty();
        let Some(first) = (start..end).find(|line| !blank(line)) else { return };
        let last = (first..end).rev().find(|line| !blank(line)).unwrap_or(first);
        let text = self.text[self.starts[first]..self.starts[last + 1]].trim_end();
        into.push(Chunk { first_line: first as u32 + 1, last_line: last as u32 + 1, text, heading });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kind: Kind, text: &str) -> Vec<(u32, u32, &str)> {
        cut(kind, text).into_iter().map(|it| (it.first_line, it.last_line, it.heading)).collect()
    }

    #[test]
    fn documents_are_cut_where_their_structure_says() {
        let markdown = "intro\n\n# One\ntext\n\n```sh\n# no heading\n```\n## Two\nmore\n";
        assert_eq!(shown(Kind::Markdown, markdown), [(1, 1, ""), (3, 8, "One"), (9, 10, "Two")]);
        let python = "import x\n\n# About f.\n@deco\ndef f():\n    pass\n\nclass A(B):\n    def g(self):\n        pass\n\nprint(1)\n";
        assert_eq!(shown(Kind::Python, python), [(1, 1, ""), (3, 6, "f"), (8, 8, "A"), (9, 12, "g")]);
        let rust = "use x;\n\n/// Doc.\npub fn f() {\n    1\n}\n\nstruct S {\n    a: u8,\n}\n";
        assert_eq!(shown(Kind::Braces, rust), [(1, 1, ""), (3, 6, "pub fn f() {"), (8, 10, "struct S {")]);
        let shell = "#!/bin/sh\n\n# Help.\nusage() {\n  echo x\n}\nusage\n";
        assert_eq!(shown(Kind::Shell, shell), [(1, 1, ""), (3, 7, "usage")]);
        assert_eq!(shown(Kind::Text, ""), []);
        assert_eq!(shown(Kind::Text, "\n\n"), []);
    }

    #[test]
    fn long_parts_are_cut_and_no_line_is_lost() {
        let text: String =
            (0..1000).map(|n| if n % 7 == 6 { "\n".to_owned() } else { format!("line {n}\n") }).collect();
        for kind in [Kind::Markdown, Kind::Python, Kind::Braces, Kind::Shell, Kind::Text] {
            let chunks = cut(kind, &text);
            assert!(chunks.iter().all(|it| (it.last_line - it.first_line) < LINES as u32), "{kind:?}");
            let seen: usize = chunks.iter().map(|it| it.text.lines().filter(|line| !line.is_empty()).count()).sum();
            assert_eq!(seen, text.lines().filter(|line| !line.is_empty()).count(), "{kind:?}");
        }
    }

    #[test]
    fn what_is_no_text_is_known_by_name() {
        assert_eq!(Kind::of("a/b.PNG"), None);
        assert_eq!(Kind::of("a/README.md"), Some(Kind::Markdown));
        assert_eq!(Kind::of("Makefile"), Some(Kind::Text));
    }
}
