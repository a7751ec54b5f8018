//! Quotes and substitutions.

use super::word::Parts;
use super::{Parse, Parser};
use crate::ast::{ParamName, ParamOp, Part, UNICODE, Word};

/// Whether a quoted part gives a field for each of several values.
fn is_list(part: &Part) -> bool {
    let Part::Param(param) = part else { return false };
    !matches!(param.op, ParamOp::Length)
        && (param.name == ParamName::Special('@') || param.index.as_ref().and_then(Word::bare) == Some("@"))
}

/// Whether the parts are `$@` alone.
fn is_plain_list(parts: &[Part]) -> bool {
    matches!(parts, [Part::Param(param)] if matches!(param.op, ParamOp::Plain))
}

impl Parser<'_> {
    pub(super) fn single_quoted(&mut self, parts: &mut Parts) -> Parse<()> {
        let start = self.at + 1;
        let Some(length) = self.source[start..].iter().position(|byte| *byte == b'\'') else {
            return Err(self.error("unterminated quoted string"));
        };
        let text = self.text(start, start + length);
        self.at = start + length + 1;
        parts.quoted(&text);
        Ok(())
    }

    pub(super) fn double_quoted(&mut self, parts: &mut Parts) -> Parse<()> {
        self.at += 1;
        let mut inner = self.nested(|p| p.double_quoted_until(Some(b'"')))?;
        self.expect("\"").map_err(|_| self.error("unterminated quoted string"))?;
        let lists = inner.iter().filter(|part| is_list(part)).count();
        if inner.is_empty() || lists > 0 && !self.bash() && !is_plain_list(&inner) {
            // An empty pair of quotes is a field; `"$@"` alone is none when there are no arguments.
            parts.quoted("");
        }
        if lists > 0 && self.bash() {
            for part in inner.iter_mut().filter(|part| !is_list(part)) {
                if let Part::Param(param) = part {
                    param.weak = true;
                }
            }
        }
        inner.into_iter().for_each(|part| parts.push(part));
        Ok(())
    }

    /// Text as between double quotes, up to `end` (which stays) or the end of the text.
    pub(super) fn double_quoted_until(&mut self, end: Option<u8>) -> Parse<Vec<Part>> {
        let mut parts = Parts::default();
        let mut plain = self.at;
        // In bash a brace between single quotes does not end `"${x:-'}'}"`, though the quotes stay.
        let mut protected = false;
        loop {
            let byte = self.peek();
            if byte == Some(b'\'') && end == Some(b'}') && self.bash() {
                protected = !protected;
            }
            let special =
                byte.is_none() || byte == end && !protected || matches!(byte, Some(b'\\' | b'`' | b'$' | b'"'));
            if !special {
                self.at += 1;
                continue;
            }
            if self.at > plain {
                let text = self.text(plain, self.at);
                parts.quoted(&text);
            }
            match byte {
                None => return if end.is_none() { Ok(parts.0) } else { Err(self.error("unterminated quoted string")) },
                _ if byte == end => return Ok(parts.0),
                Some(b'\\') => self.quoted_escape(&mut parts, end),
                Some(b'`') => {
                    let part = self.backquotes_in(true, end.is_some() || !self.bash())?;
                    parts.push(part);
                }
                Some(b'$') if end == Some(b'}') && self.bash() && !self.document && self.translates() => {
                    self.quoted_operand(&mut parts)?;
                }
                Some(b'$') => self.dollar(&mut parts, true)?,
                // A quote within `"${x:-"…"}"`, or in a here-document.
                _ if end.is_some() => {
                    let bash = self.bash();
                    let outer = std::mem::replace(&mut self.requoted, bash);
                    let result = self.double_quoted(&mut parts);
                    self.requoted = outer;
                    result?;
                }
                _ => {
                    self.at += 1;
                    parts.quoted("\"");
                }
            }
            plain = self.at;
        }
    }

    /// Whether `$'` or `$"` is next.
    fn translates(&self) -> bool {
        matches!(self.peek_at(1), Some(b'\'' | b'"'))
    }

    /// `"${x:-$'…'}"` and `"${x:-$"…"}"` of bash, which puts the text there before it looks for what expands.
    fn quoted_operand(&mut self, parts: &mut Parts) -> Parse<()> {
        if self.peek_at(1) == Some(b'"') {
            self.at += 1;
            return Ok(());
        }
        let mut inner = Parts::default();
        self.ansi_quoted(&mut inner)?;
        for part in inner.0 {
            if matches!(&part, Part::Quoted(text) if text.contains(['\\', '$', '`', '"', '\'', '}'])) {
                return Err(self.error("`$'…'` that gives syntax, within double quotes"));
            }
            parts.push(part);
        }
        Ok(())
    }

    fn quoted_escape(&mut self, parts: &mut Parts, end: Option<u8>) {
        self.at += 1;
        match self.peek() {
            Some(byte) if self.requoted && end == Some(b'"') && byte.is_ascii() && byte != b'\n' => {
                // bash: quotes within quotes end them, so that every backslash goes.
                self.at += 1;
                parts.quoted(&(byte as char).to_string());
            }
            Some(b'\n') => self.at += 1,
            Some(byte @ (b'$' | b'`' | b'\\')) => {
                self.at += 1;
                parts.quoted(&(byte as char).to_string());
            }
            Some(byte @ (b'"' | b'}')) if end.is_some() && (byte == b'"' || end == Some(b'}')) => {
                self.at += 1;
                parts.quoted(&(byte as char).to_string());
            }
            Some(b'\'') if end == Some(b'}') => {
                // An escaped quote protects nothing.
                self.at += 1;
                parts.quoted("\\'");
            }
            _ => parts.quoted("\\"),
        }
    }

    /// What starts with `$`.
    pub(super) fn dollar(&mut self, parts: &mut Parts, quoted: bool) -> Parse<()> {
        self.join_lines(self.at + 1);
        match self.peek_at(1) {
            Some(b'(') => {
                let part = self.dollar_paren(quoted)?;
                parts.push(part);
            }
            Some(b'{') => {
                let part = self.nested(|p| p.braced_parameter(quoted))?;
                parts.push(part);
            }
            Some(b'[') if self.bash() => {
                self.at += 2;
                let text = self.nested(|p| p.arith_until(b"]"))?;
                self.expect("]")?;
                parts.push(Part::Arith { text, quoted });
            }
            Some(b'\'') if self.bash() && !quoted => self.ansi_quoted(parts)?,
            Some(b'"') if self.bash() && !quoted => {
                self.at += 1;
                self.double_quoted(parts)?;
            }
            _ => match self.simple_parameter(quoted) {
                Some(part) => parts.push(part),
                None => {
                    self.at += 1;
                    if quoted { parts.quoted("$") } else { parts.literal("$") }
                }
            },
        }
        Ok(())
    }

    fn dollar_paren(&mut self, quoted: bool) -> Parse<Part> {
        let start = self.at;
        if self.peek_at(2) == Some(b'(') {
            self.at += 1;
            if let Some(text) = self.arith_command()? {
                return Ok(Part::Arith { text, quoted });
            }
            if !self.bash() {
                return Err(self.error("missing `))`"));
            }
            self.at = start;
        }
        self.at += 2;
        let document = std::mem::take(&mut self.document);
        let substituted = self.substitution(start);
        self.document = document;
        let (body, range) = substituted?;
        Ok(Part::Command { body, quoted, range })
    }

    /// After the opening parenthesis: commands and `)`.
    fn substitution(&mut self, start: usize) -> Parse<(crate::ast::List, crate::range::TextRange)> {
        let comments = std::mem::take(&mut self.comments);
        let pending = std::mem::take(&mut self.pending);
        let requoted = std::mem::take(&mut self.requoted);
        let body = self.list_or_empty(&[])?;
        self.requoted = requoted;
        self.expect(")")?;
        self.comments = comments;
        // A body announced within must have ended within; one announced before still follows the outer line.
        self.pending.splice(0..0, pending);
        Ok((body, self.range_from(start)))
    }

    /// `<( … )` or `>( … )`.
    pub(super) fn process(&mut self) -> Parse<Part> {
        let start = self.at;
        let write = self.peek() == Some(b'>');
        self.at += 2;
        let (body, range) = self.substitution(start)?;
        Ok(Part::Process { write, body, range })
    }

    /// `(( … ))` at the cursor, when the parentheses pair up that way; otherwise none and the cursor is anywhere.
    pub(super) fn arith_command(&mut self) -> Parse<Option<Word>> {
        if !self.arith_closes() {
            return Ok(None);
        }
        self.at += 2;
        let text = self.nested(|p| p.arith_until(b")"))?;
        self.expect("))")?;
        Ok(Some(text))
    }

    /// Whether the `((` here is closed by `))`.
    fn arith_closes(&self) -> bool {
        let mut depth = 0i32;
        let mut at = self.at + 2;
        while let Some(byte) = self.source.get(at) {
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => return self.source.get(at + 1) == Some(&b')'),
                b')' => depth -= 1,
                b'\\' => at += 1,
                b'"' => match closing_quote(&self.source, at) {
                    Some(close) => at = close,
                    None => return false,
                },
                b'\'' => match self.source[at + 1..].iter().position(|b| *b == b'\'') {
                    Some(length) => at += length + 1,
                    None => return false,
                },
                b';' if self.source.get(at + 1) == Some(&b';') => return false,
                _ => {}
            }
            at += 1;
        }
        false
    }

    /// Arithmetic text up to one of `ends` outside parentheses.
    pub(super) fn arith_until(&mut self, ends: &[u8]) -> Parse<Word> {
        let start = self.at;
        let mut parts = Parts::default();
        let (mut depth, mut subscripts) = (0u32, 0u32);
        loop {
            let Some(byte) = self.peek() else { return Err(self.error("unterminated arithmetic expression")) };
            match byte {
                b'[' => subscripts += 1,
                b']' => subscripts = subscripts.saturating_sub(1),
                // Nothing between single quotes expands in a subscript.
                b'\'' if self.bash() && subscripts > 0 => {
                    if let Some(length) = self.source[self.at + 1..].iter().position(|byte| *byte == b'\'') {
                        let text = self.text(self.at, self.at + length + 2);
                        parts.quoted(&text);
                        self.at += length + 2;
                        continue;
                    }
                }
                _ => {}
            }
            if depth == 0 && ends.contains(&byte) {
                return Ok(Word { parts: parts.0, range: self.range_from(start) });
            }
            match byte {
                b'$' => self.dollar(&mut parts, true)?,
                b'`' => {
                    let part = self.backquotes(true)?;
                    parts.push(part);
                }
                b'\\' if self.peek_at(1) == Some(b'\n') => self.at += 2,
                b'"' => self.at += 1,
                _ => {
                    depth = if byte == b'(' { depth + 1 } else { depth - u32::from(byte == b')') };
                    self.at += 1;
                    let text = self.text(self.at - 1, self.at);
                    parts.quoted(&text);
                }
            }
        }
    }

    /// `` ` … ` ``: the text is unescaped once and parsed on its own.
    pub(super) fn backquotes(&mut self, quoted: bool) -> Parse<Part> {
        self.backquotes_in(quoted, quoted)
    }

    /// Backquotes in which a backslash may stand before a double quote.
    fn backquotes_in(&mut self, quoted: bool, escapes_quote: bool) -> Parse<Part> {
        let start = self.at;
        self.at += 1;
        let mut text = Vec::new();
        loop {
            let Some(byte) = self.peek() else { return Err(self.error("unterminated backquote")) };
            self.at += 1;
            match byte {
                b'`' => break,
                b'\\' if self.peek() == Some(b'\n') => self.at += 1,
                b'\\' => match self.peek() {
                    Some(next) if matches!(next, b'$' | b'`' | b'\\') || escapes_quote && next == b'"' => {
                        self.at += 1;
                        text.push(next);
                    }
                    _ => text.push(b'\\'),
                },
                _ => text.push(byte),
            }
        }
        let range = self.range_from(start);
        let mut inner = Parser::new(&text, self.dialect);
        inner.fixed = Some(range);
        inner.depth = self.depth;
        inner.heredocs = std::mem::take(&mut self.heredocs);
        inner.aliases.clone_from(&self.aliases);
        let body = inner.nested(|p| p.list_or_empty(&[]));
        let ended = inner.at >= inner.source.len();
        self.heredocs = inner.heredocs;
        let body = body?;
        if !ended {
            return Err(self.error("unexpected `)` within backquotes"));
        }
        Ok(Part::Command { body, quoted, range })
    }

    /// `$'…'`
    fn ansi_quoted(&mut self, parts: &mut Parts) -> Parse<()> {
        let start = self.at;
        self.at += 2;
        let mut out = Vec::new();
        // What comes out for a character beyond ASCII, the locale at run time says.
        let mut characters = vec![];
        loop {
            let Some(byte) = self.peek() else { return Err(self.error("unterminated quoted string")) };
            self.at += 1;
            match byte {
                b'\'' => break,
                b'\\' if matches!(self.peek(), Some(b'u' | b'U')) => {
                    let at = out.len();
                    self.ansi_escape(&mut out);
                    if !out[at..].is_ascii()
                        && let Ok(text) = std::str::from_utf8(&out[at..])
                    {
                        characters.extend(text.chars().map(|character| (at, character)));
                        out.truncate(at);
                    }
                }
                b'\\' => self.ansi_escape(&mut out),
                _ => out.push(byte),
            }
        }
        // A zero byte ends the string.
        let end = out.iter().position(|byte| *byte == 0).unwrap_or(out.len());
        let mut done = 0;
        for (at, character) in characters.into_iter().filter(|(at, _)| *at <= end) {
            parts.quoted(&super::bytes::decode(&out[done..at]));
            done = at;
            let name = ParamName::Var(format!("{UNICODE}{:x}", u32::from(character)));
            let part = self.parameter(name, None, ParamOp::Plain, true, start);
            parts.push(part);
        }
        parts.quoted(&super::bytes::decode(&out[done..end]));
        Ok(())
    }

    fn ansi_escape(&mut self, out: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        let simple = match byte {
            b'a' => 7,
            b'b' => 8,
            b'e' | b'E' => 27,
            b'f' => 12,
            b'n' => b'\n',
            b'r' => b'\r',
            b't' => b'\t',
            b'v' => 11,
            b'\\' | b'\'' | b'"' | b'?' => byte,
            b'x' if self.peek() == Some(b'{') => {
                self.at += 1;
                match self.digits(16, usize::MAX) {
                    Some(value) => {
                        out.push(value as u8);
                        self.at += usize::from(self.peek() == Some(b'}'));
                    }
                    None => {
                        out.push(0);
                        self.at += usize::from(self.peek() == Some(b'}'));
                    }
                }
                return;
            }
            b'c' if self.peek().is_some() => {
                let letter = self.peek().unwrap_or(b'@');
                self.at += 1;
                if letter == b'\\' && self.peek() == Some(b'\\') {
                    self.at += 1;
                }
                letter.to_ascii_uppercase() & 0x1f
            }
            b'x' => return self.numeric_escape(out, 16, 2, b'x'),
            b'u' => return self.unicode_escape(out, 4),
            b'U' => return self.unicode_escape(out, 8),
            b'0'..=b'7' => {
                self.at -= 1;
                return self.numeric_escape(out, 8, 3, b'0');
            }
            _ => {
                out.push(b'\\');
                byte
            }
        };
        out.push(simple);
    }

    fn digits(&mut self, radix: u32, most: usize) -> Option<u32> {
        let start = self.at;
        let mut value = 0u32;
        while self.at - start < most {
            let Some(digit) = self.peek().and_then(|byte| (byte as char).to_digit(radix)) else { break };
            value = value.wrapping_mul(radix).wrapping_add(digit);
            self.at += 1;
        }
        (self.at > start).then_some(value)
    }

    fn numeric_escape(&mut self, out: &mut Vec<u8>, radix: u32, most: usize, letter: u8) {
        match self.digits(radix, most) {
            Some(value) => out.push(value as u8),
            None => out.extend([b'\\', letter]),
        }
    }

    fn unicode_escape(&mut self, out: &mut Vec<u8>, most: usize) {
        if let Some(char) = self.digits(16, most).and_then(char::from_u32) {
            let mut buffer = [0; 4];
            out.extend_from_slice(char.encode_utf8(&mut buffer).as_bytes());
        }
    }
}

/// The double quote that closes the one at `open`; substitutions between them may hold others.
fn closing_quote(source: &[u8], open: usize) -> Option<usize> {
    let (mut at, mut depth) = (open + 1, 0usize);
    while let Some(byte) = source.get(at) {
        match byte {
            b'\\' => at += 1,
            b'$' if source.get(at + 1) == Some(&b'(') => {
                depth += 1;
                at += 1;
            }
            b'(' if depth > 0 => depth += 1,
            b')' if depth > 0 => depth -= 1,
            b'"' if depth > 0 => at = closing_quote(source, at)?,
            b'"' => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}
