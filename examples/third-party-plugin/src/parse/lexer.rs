//! Tokens.

use super::{ParseError, Parsed};
use crate::codes;
use batuta_text::TextRange;
use std::fmt;

/// A token.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Token {
    Number(f64),
    Text(String),
    Name(String),
    /// A name with `(` right behind it: a call of the program's own function.
    Call(String),
    Keyword(&'static str),
    Builtin(&'static str),
    Symbol(&'static str),
    Newline,
    End,
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Token::Number(n) => write!(f, "`{n}`"),
            Token::Text(_) => f.write_str("a string"),
            Token::Name(name) | Token::Call(name) => write!(f, "`{name}`"),
            Token::Keyword(word) | Token::Builtin(word) | Token::Symbol(word) => write!(f, "`{word}`"),
            Token::Newline => f.write_str("the end of the line"),
            Token::End => f.write_str("the end of the program"),
        }
    }
}

const KEYWORDS: [&str; 19] = [
    "BEGIN", "END", "function", "func", "if", "else", "while", "for", "do", "break", "continue", "next", "nextfile",
    "exit", "return", "delete", "in", "getline", "print",
];
const BUILTINS: [&str; 22] = [
    "length", "substr", "index", "split", "sub", "gsub", "match", "sprintf", "sin", "cos", "atan2", "exp", "log",
    "sqrt", "int", "rand", "srand", "tolower", "toupper", "system", "close", "fflush",
];
/// Longest first.
const SYMBOLS: [&str; 44] = [
    "**=", "&&", "||", "++", "--", "+=", "-=", "*=", "/=", "%=", "^=", "==", "<=", ">=", "!=", "!~", ">>", "**", "|&",
    "{", "}", "(", ")", "[", "]", ";", ",", "+", "-", "*", "/", "%", "^", "!", ">", "<", "|", "?", ":", "~", "$", "=",
    "@", "&",
];

/// A cursor over the text.
pub(super) struct Lexer<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Lexer<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Lexer { text, at: 0 }
    }

    /// Where the cursor is, to come back to.
    pub(super) fn position(&self) -> usize {
        self.at
    }

    /// Come back to a position.
    pub(super) fn go_to(&mut self, position: usize) {
        self.at = position;
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    fn range(&self, start: usize) -> TextRange {
        TextRange::new(start as u32, self.at as u32)
    }

    fn error(&self, start: usize, message: &str) -> ParseError {
        ParseError { code: codes::SYNTAX, message: message.into(), range: self.range(start) }
    }

    pub(super) fn next(&mut self) -> Parsed<(Token, TextRange)> {
        self.skip_blanks();
        let start = self.at;
        let Some(first) = self.rest().chars().next() else { return Ok((Token::End, self.range(start))) };
        let token = match first {
            '\n' => {
                self.at += 1;
                Token::Newline
            }
            '"' => Token::Text(self.text_literal()?),
            c if c.is_ascii_digit() || (c == '.' && self.rest()[1..].starts_with(|c: char| c.is_ascii_digit())) => {
                self.number(start)?
            }
            c if c.is_ascii_alphabetic() || c == '_' => self.word(),
            _ => {
                let found = SYMBOLS.iter().find(|symbol| self.rest().starts_with(**symbol));
                self.at += found.map_or(first.len_utf8(), |symbol| symbol.len());
                Token::Symbol(found.copied().ok_or_else(|| self.error(start, "this character has no meaning here"))?)
            }
        };
        Ok((token, self.range(start)))
    }

    /// Blanks, comments and continued lines.
    fn skip_blanks(&mut self) {
        loop {
            let rest = self.rest();
            if rest.starts_with([' ', '\t', '\r']) {
                self.at += 1;
            } else if rest.starts_with('#') {
                self.at += rest.find('\n').unwrap_or(rest.len());
            } else if rest.starts_with("\\\n") {
                self.at += 2;
            } else if rest.starts_with("\\\r\n") {
                self.at += 3;
            } else {
                return;
            }
        }
    }

    fn number(&mut self, start: usize) -> Parsed<Token> {
        let bytes = self.text.as_bytes();
        let digits = |mut at: usize| {
            while bytes.get(at).is_some_and(u8::is_ascii_digit) {
                at += 1;
            }
            at
        };
        self.at = digits(self.at);
        if bytes.get(self.at) == Some(&b'.') {
            self.at = digits(self.at + 1);
        }
        if matches!(bytes.get(self.at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(bytes.get(self.at + 1), Some(b'+' | b'-')));
            let end = digits(self.at + 1 + sign);
            if end > self.at + 1 + sign {
                self.at = end;
            }
        }
        let value = self.text[start..self.at].parse().map_err(|_| self.error(start, "this is no number"))?;
        Ok(Token::Number(value))
    }

    fn word(&mut self) -> Token {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = &rest[..end];
        self.at += end;
        if word == "printf" {
            return Token::Keyword("printf");
        }
        if let Some(keyword) = KEYWORDS.iter().find(|k| **k == word) {
            return Token::Keyword(if *keyword == "func" { "function" } else { keyword });
        }
        if let Some(builtin) = BUILTINS.iter().find(|b| **b == word) {
            return Token::Builtin(builtin);
        }
        if self.rest().starts_with('(') { Token::Call(word.into()) } else { Token::Name(word.into()) }
    }

    fn text_literal(&mut self) -> Parsed<String> {
        let start = self.at;
        self.at += 1;
        let mut out = String::new();
        loop {
            let mut chars = self.rest().chars();
            match chars.next() {
                Some('"') => {
                    self.at += 1;
                    return Ok(out);
                }
                Some('\\') => {
                    self.at += 1;
                    self.escape(&mut out);
                }
                Some(c) if c != '\n' => {
                    self.at += c.len_utf8();
                    out.push(c);
                }
                _ => return Err(self.error(start, "this string has no end")),
            }
        }
    }

    /// What stands behind a backslash. An unknown one keeps the backslash, as the regular expressions in strings need it.
    fn escape(&mut self, out: &mut String) {
        let Some(c) = self.rest().chars().next() else { return };
        self.at += c.len_utf8();
        match c {
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            'a' => out.push('\u{7}'),
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'v' => out.push('\u{b}'),
            '"' | '\\' | '/' => out.push(c),
            '\n' => {}
            '0'..='7' => {
                let more = self.rest().bytes().take(2).take_while(|b| (b'0'..=b'7').contains(b)).count();
                let digits = &self.text[self.at - 1..self.at + more];
                self.at += more;
                out.push(char::from(u8::from_str_radix(digits, 8).unwrap_or(b'?')));
            }
            other => {
                out.push('\\');
                out.push(other);
            }
        }
    }

    /// A regular expression whose first `/` was the token that ended at the cursor.
    pub(super) fn regex(&mut self, start: u32) -> Parsed<(String, TextRange)> {
        let mut out = String::new();
        let mut class = false;
        loop {
            let mut chars = self.rest().chars();
            match chars.next() {
                Some('/') if !class => {
                    self.at += 1;
                    return Ok((out, self.range(start as usize)));
                }
                Some('\\') if chars.next() == Some('/') => {
                    self.at += 2;
                    out.push('/');
                }
                Some('\\') => {
                    let escaped = self.rest().chars().nth(1).unwrap_or('\\');
                    self.at += 1 + escaped.len_utf8();
                    out.push('\\');
                    out.push(escaped);
                }
                Some(c) if c != '\n' => {
                    class = if c == '[' { true } else { class && c != ']' };
                    self.at += c.len_utf8();
                    out.push(c);
                }
                _ => return Err(self.error(start as usize, "this regular expression has no end")),
            }
        }
    }
}
