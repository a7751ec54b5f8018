//! Words: unquoted text, quotes, and what starts with `$`.

use super::command::is_word_end;
use super::{Parse, Parser};
use crate::ast::{Part, Word};

/// Where a word stands; decides what ends it and whether a tilde expands after `=` and `:`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Command name, argument, operand.
    Plain,
    /// Right-hand side of an assignment.
    Assignment,
    /// Within `${x…}`, up to `}`.
    Braces,
    /// Like `Braces`, ended by `/` as well.
    BracesSlash,
    /// After `=~`.
    Regex,
    /// Within `[…]` of an array.
    Subscript,
}

/// Collects parts, joining neighbours of the same kind.
#[derive(Default)]
pub(super) struct Parts(pub(super) Vec<Part>);

impl Parts {
    pub(super) fn literal(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Part::Literal(last)) => last.push_str(text),
            _ => self.0.push(Part::Literal(text.to_string())),
        }
    }

    pub(super) fn quoted(&mut self, text: &str) {
        match self.0.last_mut() {
            Some(Part::Quoted(last)) => last.push_str(text),
            _ => self.0.push(Part::Quoted(text.to_string())),
        }
    }

    pub(super) fn push(&mut self, part: Part) {
        match part {
            Part::Literal(text) => self.literal(&text),
            Part::Quoted(text) => self.quoted(&text),
            other => self.0.push(other),
        }
    }
}

impl Parser<'_> {
    /// A word, if one starts here.
    pub(super) fn word(&mut self) -> Parse<Option<Word>> {
        self.word_in(Place::Plain)
    }

    /// A pattern of `case` or `[[`.
    pub(super) fn pattern_word(&mut self) -> Parse<Option<Word>> {
        self.word_in(Place::Plain)
    }

    /// The right operand of `=~`.
    pub(super) fn regex_word(&mut self) -> Parse<Word> {
        Ok(self.word_in(Place::Regex)?.unwrap_or_default())
    }

    /// What stands right of `=`; may be empty.
    pub(super) fn assignment_value(&mut self) -> Parse<Word> {
        Ok(self.word_in(Place::Assignment)?.unwrap_or_default())
    }

    /// `[ … ]` after a name.
    pub(super) fn subscript(&mut self) -> Parse<Word> {
        self.expect("[")?;
        let word = self.word_in(Place::Subscript)?.unwrap_or_default();
        self.expect("]")?;
        Ok(word)
    }

    pub(super) fn word_in(&mut self, place: Place) -> Parse<Option<Word>> {
        let start = self.at;
        let mut parts = Parts::default();
        let mut parens = 0u32;
        self.tilde(&mut parts, place);
        while let Some(byte) = self.peek() {
            if self.ends(byte, place, parens) {
                break;
            }
            self.piece(byte, place, &mut parts, &mut parens)?;
        }
        if self.at == start {
            return Ok(None);
        }
        Ok(Some(Word { parts: parts.0, range: self.range_from(start) }))
    }

    fn ends(&self, byte: u8, place: Place, parens: u32) -> bool {
        match place {
            Place::Plain | Place::Assignment => {
                if self.process_substitution(byte) {
                    return false;
                }
                parens == 0 && is_word_end(byte)
            }
            Place::Braces => byte == b'}',
            Place::BracesSlash => byte == b'}' || byte == b'/',
            Place::Regex => parens == 0 && matches!(byte, b' ' | b'\t' | b'\n') || parens == 0 && byte == b')',
            Place::Subscript => parens == 0 && byte == b']',
        }
    }

    fn process_substitution(&self, byte: u8) -> bool {
        self.bash() && matches!(byte, b'<' | b'>') && self.peek_at(1) == Some(b'(')
    }

    fn piece(&mut self, byte: u8, place: Place, parts: &mut Parts, parens: &mut u32) -> Parse<()> {
        match byte {
            b'\\' => self.escape(parts),
            b'\'' => self.single_quoted(parts)?,
            b'"' => self.double_quoted(parts)?,
            b'`' => {
                let part = self.backquotes(false)?;
                parts.push(part);
            }
            b'$' => self.dollar(parts, false)?,
            b'<' | b'>' if self.process_substitution(byte) && matches!(place, Place::Plain | Place::Assignment) => {
                let part = self.process()?;
                parts.push(part);
            }
            _ => self.plain(byte, place, parts, parens),
        }
        Ok(())
    }

    fn plain(&mut self, byte: u8, place: Place, parts: &mut Parts, parens: &mut u32) {
        match (byte, place) {
            (b'(', Place::Regex) | (b'[', Place::Subscript) => *parens += 1,
            (b')', Place::Regex) | (b']', Place::Subscript) => *parens = parens.saturating_sub(1),
            (b'(' | b'|' | b')', Place::Plain | Place::Assignment) if *parens > 0 => {
                *parens = if byte == b'(' { *parens + 1 } else { *parens - u32::from(byte == b')') };
            }
            // `@(…)` and its relatives: the bars and blanks within belong to the word.
            (b'@' | b'?' | b'*' | b'+' | b'!', Place::Plain)
                if self.bash() && self.peek_at(1) == Some(b'(') && self.peek_at(2) != Some(b')') =>
            {
                parts.literal(&(byte as char).to_string());
                self.at += 1;
                *parens += 1;
            }
            _ => {}
        }
        let start = self.at;
        self.at += 1;
        while self.at < self.source.len() && self.source[self.at] & 0xC0 == 0x80 {
            self.at += 1;
        }
        let text = self.text(start, self.at);
        parts.literal(&text);
        // In bash an argument that reads like an assignment is treated as one.
        let like_assignment = self.bash() && place == Place::Plain && matches!(byte, b'=' | b':') && {
            let [Part::Literal(first), ..] = parts.0.as_slice() else { return };
            first.split_once('=').is_some_and(|(name, _)| crate::ast::is_name(name))
                && (byte == b':' || first.ends_with('=') && parts.0.len() == 1 && first.matches('=').count() == 1)
        };
        if like_assignment {
            self.tilde(parts, Place::Assignment);
        }
        if place == Place::Assignment && byte == b':' {
            self.tilde(parts, place);
        }
    }

    fn escape(&mut self, parts: &mut Parts) {
        let start = self.at + 1;
        if start >= self.source.len() {
            self.at = start;
            parts.quoted("\\");
            return;
        }
        self.at = start + 1;
        while self.at < self.source.len() && self.source[self.at] & 0xC0 == 0x80 {
            self.at += 1;
        }
        if self.source[start] != b'\n' {
            let text = self.text(start, self.at);
            parts.quoted(&text);
        }
    }

    /// `~` or `~user`, where nothing in the prefix is quoted.
    fn tilde(&mut self, parts: &mut Parts, place: Place) {
        if self.peek() != Some(b'~') || matches!(place, Place::Regex | Place::Subscript | Place::BracesSlash) {
            return;
        }
        let mut end = self.at + 1;
        while self.source.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'+'))
        {
            end += 1;
        }
        let stops = match self.source.get(end) {
            None | Some(b'/') => true,
            Some(b':') => place == Place::Assignment,
            Some(b'}') => place == Place::Braces,
            Some(byte) => is_word_end(*byte),
        };
        if stops {
            parts.push(Part::Tilde(self.text(self.at + 1, end)));
            self.at = end;
        }
    }

    /// A variable name at `at` and where it ends.
    pub(super) fn name_at(&self, at: usize) -> Option<(String, usize)> {
        let first = *self.source.get(at)?;
        if !(first.is_ascii_alphabetic() || first == b'_') {
            return None;
        }
        let mut end = at + 1;
        while self.source.get(end).is_some_and(|b| b.is_ascii_alphanumeric() || *b == b'_') {
            end += 1;
        }
        Some((self.text(at, end), end))
    }
}
