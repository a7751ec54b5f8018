//! Code, comment and blank lines, as `tokei` counts them.
//!
//! - A line with code is code, whatever else is on it; a line with a comment only is a comment.
//! - A line of white space is blank; inside a comment it is a comment, inside a string code, inside a here-document blank.
//! - Strings are code, documentation strings of Python too.
//! - Prose (Markdown and its like) is comment.

use super::scan::{Class, scan};
use super::syntax::{Dialect, Syntax};
use batuta_sdk::LineCounts;

/// Lines of `bytes` by kind; their sum is the number of lines, a last one without a line end counted.
pub(crate) fn count(bytes: &[u8], syntax: &Syntax) -> LineCounts {
    let mut counter = Counter::default();
    let strings = syntax.dialect != Dialect::Shell;
    scan(bytes, syntax, |class, range| {
        let comment = class == Class::Comment || syntax.prose;
        for byte in &bytes[range] {
            if *byte == b'\n' {
                counter.comment |= class == Class::Comment;
                counter.code |= class == Class::Text && strings;
            }
            counter.take(*byte, comment);
        }
    });
    if bytes.last().is_some_and(|byte| *byte != b'\n') {
        counter.end_line();
    }
    counter.counts
}

#[derive(Default)]
struct Counter {
    counts: LineCounts,
    code: bool,
    comment: bool,
}

impl Counter {
    fn take(&mut self, byte: u8, comment: bool) {
        match byte {
            b'\n' => self.end_line(),
            byte if byte.is_ascii_whitespace() => {}
            _ if comment => self.comment = true,
            _ => self.code = true,
        }
    }

    fn end_line(&mut self) {
        let kind = match (self.code, self.comment) {
            (true, _) => &mut self.counts.code,
            (false, true) => &mut self.counts.comment,
            (false, false) => &mut self.counts.blank,
        };
        *kind = kind.saturating_add(1);
        (self.code, self.comment) = (false, false);
    }
}

#[cfg(test)]
mod tests {
    use super::super::syntax::*;
    use super::*;

    fn counts(text: &str, syntax: &Syntax) -> (u32, u32, u32) {
        let lines = count(text.as_bytes(), syntax);
        assert_eq!((lines.code + lines.comment + lines.blank) as usize, text.lines().count(), "{text}");
        (lines.code, lines.comment, lines.blank)
    }

    #[test]
    fn python_strings_hide_comments_and_docstrings_are_code() {
        let text =
            "#!/usr/bin/env python3\n\"\"\"Doc.\n\n# not a comment\n\"\"\"\n\nx = '#'  # c\n# c\ny = \"\\\"#\"\n";
        assert_eq!(counts(text, &PYTHON), (6, 2, 1));
        assert_eq!(counts("'''a\n# b", &PYTHON), (2, 0, 0));
    }

    #[test]
    fn c_comments_strings_and_characters() {
        let text =
            "/* a\n * b\n\n */ int x; // c\nchar *s = \"/*\";\nchar c = '\"'; /* d */\n// e \\\nstill e\nint y;\n";
        assert_eq!(counts(text, &C), (4, 5, 0));
        assert_eq!(counts("auto s = R\"x(\n// no\n)x\"; int n = 1'000; // c\n// d\n", &C), (3, 1, 0));
        assert_eq!(counts("/* never closed\nint x;\n", &C), (0, 2, 0));
    }

    #[test]
    fn shell_words_quotes_and_here_documents() {
        let text =
            "#!/bin/sh\n# c\necho a#b $# ${#x} '\n# no' # c\ncat <<EOF | cat <<-'E 2'\n# no\nEOF\n\t# no\n\tE 2\n# c\n";
        assert_eq!(counts(text, &SHELL), (7, 3, 0));
        assert_eq!(counts("x=$((1<<y))\n# c\necho \"$(echo \"a\" # b\n)\"\n# c\n", &SHELL), (3, 2, 0));
        assert_eq!(counts("echo \\\" # c\n# c\ncat <<EOF\n", &SHELL), (2, 1, 0));
    }

    #[test]
    fn rust_lifetimes_raw_strings_and_nested_comments() {
        let text = "/* a /* b */\n c */\nfn f<'a>(x: &'a str) -> char { '\"' } // c\nlet s = r#\"\n// no \"\n\"#;\nlet t = '\\''; // d\n// e\n";
        assert_eq!(counts(text, &RUST), (5, 3, 0));
    }

    #[test]
    fn scripts_markup_and_configuration() {
        assert_eq!(counts("let a = /\"[/*]/; // c\nlet b = `\n// no\n`;\n/* d */\n", &SCRIPT), (4, 1, 0));
        assert_eq!(counts("<p>don't\n<!-- a\n\nb --></p>\n", &MARKUP), (2, 2, 0));
        assert_eq!(counts("a: b # c\n# d\nurl: x#y\n", &YAML), (2, 1, 0));
        assert_eq!(counts("a = '''\n# no\n'''\n# c\n", &TOML), (3, 1, 0));
        assert_eq!(counts("# a \\\n b\nall: ; echo \\# x\n", &MAKE), (1, 2, 0));
        assert_eq!(counts("# Title\n\nText.\n", &PROSE), (0, 2, 1));
        assert_eq!(counts("=pod\n\nx\n\n=cut\nprint $#a;\n# c\n", &PERL), (1, 6, 0));
        assert_eq!(counts("#[[ a\nb ]]\nset(x \"#\n\") # c\n", &CMAKE), (2, 2, 0));
    }
}
