//! Words: as one value, as fields, as patterns.

use super::Interp;
use crate::ast::{Part, Word};
use crate::expand::Piece;
use crate::parse::bytes::restore;
use crate::{Flow, Shell, Str, pattern};

impl Interp {
    /// The fields of a word, appended to `out`.
    pub(super) fn fields(&self, sh: &mut Shell, word: &Word, out: &mut Vec<Str>) -> Result<(), Flow> {
        if let [Part::Literal(text)] = word.parts.as_slice()
            && !text.bytes().any(|byte| b"*?[{\\+@!".contains(&byte))
        {
            out.push(restore(text));
            return Ok(());
        }
        if !sh.bash() {
            return self.fields_of(sh, word, out);
        }
        match crate::parse::braces::expand(word, 50_000_000) {
            Some(words) => words.iter().try_for_each(|word| self.fields_of(sh, word, out)),
            None => Err(sh.refuse("SH0109", "a brace expansion of more than 50,000,000 words")),
        }
    }

    fn fields_of(&self, sh: &mut Shell, word: &Word, out: &mut Vec<Str>) -> Result<(), Flow> {
        let mut pieces = vec![];
        self.pieces(sh, &word.parts, false, &mut pieces)?;
        out.append(&mut sh.fields(pieces));
        Ok(())
    }

    /// Parts of a word as pieces; `expanded`: they stand within an unquoted expansion, so their text is split.
    pub(super) fn pieces(
        &self,
        sh: &mut Shell,
        parts: &[Part],
        expanded: bool,
        out: &mut Vec<Piece>,
    ) -> Result<(), Flow> {
        for part in parts {
            match part {
                Part::Literal(text) if expanded => out.push(Piece::Plain(restore(text))),
                Part::Literal(text) => out.push(Piece::Pattern(literal_pattern(sh, text))),
                Part::Quoted(text) => out.push(Piece::Quoted(restore(text))),
                Part::Param(param) => self.param_pieces(sh, param, expanded, out)?,
                Part::Command { quoted, .. } | Part::Arith { quoted, .. } => {
                    let value = self.part(sh, part)?;
                    out.push(if *quoted { Piece::Quoted(value) } else { Piece::Plain(value) });
                }
                Part::Tilde(_) if !sh.bash() => out.push(Piece::Weak(self.part(sh, part)?)),
                Part::Tilde(_) | Part::Process { .. } => out.push(Piece::Quoted(self.part(sh, part)?)),
            }
        }
        Ok(())
    }

    /// A word as one value.
    pub(super) fn value(&self, sh: &mut Shell, word: &Word) -> Result<Str, Flow> {
        let mut out = Str::new();
        for part in &word.parts {
            match part {
                Part::Literal(text) | Part::Quoted(text) => out.append(&mut restore(text)),
                other => out.append(&mut self.part(sh, other)?),
            }
        }
        Ok(out)
    }

    /// An arithmetic text: what expands within a subscript of bash is no syntax.
    pub(super) fn arith_text(&self, sh: &mut Shell, word: &Word) -> Result<Str, Flow> {
        let mut open = 0;
        let mut out = Str::new();
        for part in &word.parts {
            match part {
                Part::Literal(text) | Part::Quoted(text) => {
                    open += text.matches('[').count() as i32 - text.matches(']').count() as i32;
                    out.append(&mut restore(text));
                }
                other => {
                    let mut value = self.part(sh, other)?;
                    if open > 0 && sh.bash() {
                        value = crate::subscript(value);
                    }
                    out.append(&mut value);
                }
            }
        }
        Ok(out)
    }

    /// A part that expands, as one value.
    fn part(&self, sh: &mut Shell, part: &Part) -> Result<Str, Flow> {
        match part {
            Part::Literal(text) | Part::Quoted(text) => Ok(restore(text)),
            Part::Param(param) => self.param(sh, param),
            Part::Command { body, .. } => self.capture(sh, body),
            Part::Arith { text, .. } => {
                let text = self.arith_text(sh, text)?;
                Ok(crate::text(sh.arith(text)?))
            }
            Part::Tilde(user) => Ok(sh.tilde(user)),
            Part::Process { write, body, .. } => sh.process_substitution(*write, |sh| {
                sh.enter_child_of_loops();
                self.list(sh, body)
            }),
        }
    }

    /// A word as a pattern: quoted text in it is literal.
    pub(super) fn pattern(&self, sh: &mut Shell, word: &Word) -> Result<Str, Flow> {
        let mut out = Str::new();
        for part in &word.parts {
            match part {
                Part::Literal(text) => out.append(&mut literal_pattern(sh, text)),
                Part::Quoted(text) => out.append(&mut pattern::quote(restore(text))),
                other => {
                    let quoted = is_quoted(other);
                    let value = self.part(sh, other)?;
                    out.append(&mut if quoted { pattern::quote(value) } else { value });
                }
            }
        }
        Ok(out)
    }

    /// A word as a regular expression: quoted text in it is literal.
    pub(super) fn regex(&self, sh: &mut Shell, word: &Word) -> Result<Str, Flow> {
        let mut out = Str::new();
        for part in &word.parts {
            match part {
                Part::Literal(text) => out.append(&mut restore(text)),
                Part::Quoted(text) => out.append(&mut crate::regex_quote(restore(text))),
                other => {
                    let quoted = is_quoted(other);
                    let value = self.part(sh, other)?;
                    out.append(&mut if quoted { crate::regex_quote(value) } else { value });
                }
            }
        }
        Ok(out)
    }
}

fn is_quoted(part: &Part) -> bool {
    match part {
        Part::Param(param) => param.quoted,
        Part::Command { quoted, .. } | Part::Arith { quoted, .. } => *quoted,
        Part::Tilde(_) => true,
        _ => false,
    }
}

/// Text outside quotes as a pattern: for sh, parentheses are ordinary.
fn literal_pattern(sh: &Shell, text: &str) -> Str {
    if sh.bash() {
        return restore(text);
    }
    restore(&crate::parse::posix_pattern(text))
}
