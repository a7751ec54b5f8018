//! Parameter expansions.

use super::word::Place;
use super::{Parse, Parser};
use crate::ast::{Param, ParamName, ParamOp, Part, Word};

impl Parser<'_> {
    /// `$name`, `$1`, `$@` …
    pub(super) fn simple_parameter(&mut self, quoted: bool) -> Option<Part> {
        let start = self.at;
        let (name, after) = self.parameter_name(start + 1, false)?;
        self.at = after;
        Some(self.parameter(name, None, ParamOp::Plain, quoted, start))
    }

    pub(super) fn parameter(
        &self,
        name: ParamName,
        index: Option<Word>,
        op: ParamOp,
        quoted: bool,
        start: usize,
    ) -> Part {
        Part::Param(Box::new(Param {
            name,
            index,
            indirect: false,
            op,
            quoted,
            weak: false,
            range: self.range_from(start),
        }))
    }

    /// The parameter that is named at `at`, and where the name ends.
    fn parameter_name(&self, at: usize, braces: bool) -> Option<(ParamName, usize)> {
        let byte = *self.source.get(at)?;
        if let Some((name, after)) = self.name_at(at) {
            return Some((ParamName::Var(name), after));
        }
        if byte.is_ascii_digit() {
            let mut end = at + 1;
            while braces && self.source.get(end).is_some_and(u8::is_ascii_digit) {
                end += 1;
            }
            let number = self.text(at, end).parse().unwrap_or(u32::MAX);
            return Some((if number == 0 { ParamName::Special('0') } else { ParamName::Positional(number) }, end));
        }
        b"@*#?-$!".contains(&byte).then(|| (ParamName::Special(byte as char), at + 1))
    }

    /// `${…}`
    pub(super) fn braced_parameter(&mut self, quoted: bool) -> Parse<Part> {
        let start = self.at;
        self.at += 2;
        self.join_lines(self.at);
        if self.peek() == Some(b'#') {
            self.join_lines(self.at + 1);
        }
        if self.peek() == Some(b'#')
            && let Some(part) = self.length(start, quoted)?
        {
            return Ok(part);
        }
        let indirect =
            self.bash() && self.peek() == Some(b'!') && !matches!(self.peek_at(1), Some(b'}' | b':' | b'-' | b'='));
        if indirect {
            self.at += 1;
        }
        let Some((name, after)) = self.parameter_name(self.at, true) else {
            return self.bad_substitution(quoted, start);
        };
        self.at = after;
        if indirect && matches!(name, ParamName::Var(_)) {
            let kind = self.peek();
            if matches!(kind, Some(b'*' | b'@')) && self.peek_at(1) == Some(b'}') {
                self.at += 2;
                return Ok(self.parameter(name, None, ParamOp::Names(kind == Some(b'@')), quoted, start));
            }
        }
        let index = if self.bash() && self.peek() == Some(b'[') { Some(self.subscript()?) } else { None };
        if indirect
            && self.looking_at("}")
            && let Some(kind @ ("@" | "*")) = index.as_ref().and_then(Word::bare)
        {
            self.at += 1;
            return Ok(self.parameter(name, None, ParamOp::Keys(kind == "@"), quoted, start));
        }
        let op = match self.operator(quoted)? {
            Some(op) if self.looking_at("}") => op,
            _ => return self.bad_substitution(quoted, start),
        };
        self.at += 1;
        Ok(Part::Param(Box::new(Param {
            name,
            index,
            indirect,
            op,
            quoted,
            weak: false,
            range: self.range_from(start),
        })))
    }

    /// What shells only reject when they get there, up to the closing brace.
    fn bad_substitution(&mut self, quoted: bool, start: usize) -> Parse<Part> {
        self.operand(quoted)?;
        self.expect("}").map_err(|_| self.error("bad substitution"))?;
        Ok(self.parameter(ParamName::Special('0'), None, ParamOp::Bad, quoted, start))
    }

    /// `${#x}`, unless the `#` is the parameter itself.
    fn length(&mut self, start: usize, quoted: bool) -> Parse<Option<Part>> {
        let hash = self.at;
        if let Some((name, after)) = self.parameter_name(hash + 1, true) {
            self.at = after;
            let index = if self.bash() && self.peek() == Some(b'[') { Some(self.subscript()?) } else { None };
            if self.eat("}") {
                return Ok(Some(self.parameter(name, index, ParamOp::Length, quoted, start)));
            }
        }
        self.at = hash;
        let alone = matches!(self.peek_at(1), Some(b'%' | b'=' | b'+' | b':' | b'/'));
        if alone && self.peek_at(2) == Some(b'}') {
            self.at = hash + 1;
            return self.bad_substitution(quoted, start).map(Some);
        }
        Ok(None)
    }

    fn operator(&mut self, quoted: bool) -> Parse<Option<ParamOp>> {
        let Some(byte) = self.peek() else { return Err(self.error("unterminated `${`")) };
        let colon = byte == b':' && matches!(self.peek_at(1), Some(b'-' | b'=' | b'?' | b'+'));
        let kind = if colon { self.peek_at(1).unwrap_or(0) } else { byte };
        Ok(Some(match kind {
            b'}' => ParamOp::Plain,
            b'-' | b'=' | b'?' | b'+' => {
                self.at += 1 + usize::from(colon);
                let word = self.operand(quoted)?;
                ParamOp::Default { kind: kind as char, colon, word }
            }
            b'#' | b'%' => {
                self.at += 1;
                let longest = self.peek() == Some(kind);
                self.at += usize::from(longest);
                let mut pattern = self.pattern_operand(Place::Braces)?;
                if self.document && !self.bash() {
                    unquote(&mut pattern);
                }
                ParamOp::Trim { suffix: kind == b'%', longest, pattern }
            }
            _ if self.bash() => return self.bash_operator(kind, quoted),
            _ => return Ok(None),
        }))
    }

    fn bash_operator(&mut self, kind: u8, quoted: bool) -> Parse<Option<ParamOp>> {
        self.at += 1;
        Ok(Some(match kind {
            b'/' => {
                let kind = match self.peek() {
                    Some(b'/') => '*',
                    Some(b'#') => '#',
                    Some(b'%') => '%',
                    _ => '/',
                };
                self.at += usize::from(kind != '/');
                // A slash right at the start belongs to the pattern.
                let slash = kind != '#' && kind != '%' && self.eat("/");
                let mut pattern = self.pattern_operand(Place::BracesSlash)?;
                if slash {
                    pattern.parts.insert(0, Part::Quoted("/".into()));
                }
                let with = if self.eat("/") { self.operand_plain(quoted)? } else { Word::default() };
                ParamOp::Replace { kind, pattern, with }
            }
            b':' => {
                let offset = self.offset()?;
                let length = if self.eat(":") { Some(self.arith_until(b"}")?) } else { None };
                ParamOp::Substring { offset, length }
            }
            b'^' | b',' => {
                let all = self.peek() == Some(kind);
                self.at += usize::from(all);
                let pattern = self.pattern_operand(Place::Braces)?;
                ParamOp::Case { upper: kind == b'^', all, pattern }
            }
            b'@' => {
                let Some(letter) = self.peek() else { return Err(self.error("bad substitution")) };
                self.at += 1;
                ParamOp::Transform(letter as char)
            }
            _ => {
                self.at -= 1;
                return Ok(None);
            }
        }))
    }

    /// The offset of `${x:offset:length}`: a `?` before a colon makes that colon part of it.
    fn offset(&mut self) -> Parse<Word> {
        let mut all = self.arith_until(b":}")?;
        loop {
            let text: String = all
                .parts
                .iter()
                .filter_map(|part| match part {
                    Part::Literal(text) | Part::Quoted(text) => Some(text.as_str()),
                    _ => None,
                })
                .collect();
            let (asks, answers) = (text.matches('?').count(), text.matches(':').count());
            if asks <= answers || !self.eat(":") {
                return Ok(all);
            }
            let more = self.arith_until(b":}")?;
            all.parts.push(Part::Quoted(":".into()));
            all.parts.extend(more.parts);
            all.range.end = more.range.end;
        }
    }

    /// The word of `${x-word}`: as between double quotes when the expansion is.
    fn operand(&mut self, quoted: bool) -> Parse<Word> {
        let start = self.at;
        if quoted {
            let parts = self.nested(|p| p.double_quoted_until(Some(b'}')))?;
            return Ok(Word { parts, range: self.range_from(start) });
        }
        self.pattern_operand(Place::Braces)
    }

    /// The replacement of `${x/p/r}`: single quotes quote even within double quotes.
    fn operand_plain(&mut self, _quoted: bool) -> Parse<Word> {
        self.pattern_operand(Place::Braces)
    }

    fn pattern_operand(&mut self, place: Place) -> Parse<Word> {
        Ok(self.nested(|p| p.word_in(place))?.unwrap_or_default())
    }
}

/// sh: within a here-document, quotes in a pattern do not quote what expands between them.
fn unquote(pattern: &mut Word) {
    for part in &mut pattern.parts {
        match part {
            Part::Param(param) => param.quoted = false,
            Part::Command { quoted, .. } => *quoted = false,
            _ => {}
        }
    }
}
