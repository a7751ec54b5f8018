//! Words and redirections of functions that bash prints.

use super::print::Printer;
use crate::ast::{List, Param, ParamOp, Part, Redirect, RedirectOp, Target, Word};
use crate::range::TextRange;

impl<'t> Printer<'t> {
    pub(super) fn redirects(&mut self, redirects: &'t [Redirect]) {
        let mut bodies = vec![];
        for (number, redirect) in redirects.iter().enumerate() {
            if number > 0 {
                self.put(" ");
            }
            let text = self.redirect(redirect, &mut bodies);
            self.put(&text);
        }
        if bodies.is_empty() {
            return;
        }
        self.bodies = bodies;
        if self.pairs == 0 {
            self.write_bodies();
        }
    }

    fn redirect(&self, redirect: &Redirect, bodies: &mut Vec<String>) -> String {
        let number = |default: u32| match (&redirect.fd_name, redirect.fd) {
            (Some(name), _) => format!("{{{name}}}"),
            (None, Some(fd)) if fd != default => fd.to_string(),
            _ => String::new(),
        };
        let word = match &redirect.target {
            Target::HereDoc(at) => {
                let (header, body) = self.document(redirect, *at);
                bodies.push(body);
                return format!("{}{header}", number(0));
            }
            Target::Word(word) => self.word(word),
        };
        let digits = word.trim_end_matches('-').bytes().all(|byte| byte.is_ascii_digit());
        match redirect.op {
            RedirectOp::Read => format!("{}< {word}", number(0)),
            RedirectOp::Write => format!("{}> {word}", number(1)),
            RedirectOp::Clobber => format!("{}>| {word}", number(1)),
            RedirectOp::Append => format!("{}>> {word}", number(1)),
            RedirectOp::ReadWrite => format!("{}<> {word}", number(0)),
            RedirectOp::Both => format!("&> {word}"),
            RedirectOp::BothAppend => format!("&>> {word}"),
            RedirectOp::HereString => format!("{}<<< {word}", number(0)),
            RedirectOp::DupIn if word == "-" => format!("{}>&-", number(u32::MAX).max_or("0")),
            RedirectOp::DupOut if word == "-" => format!("{}>&-", number(u32::MAX).max_or("1")),
            RedirectOp::DupIn if digits => format!("{}<&{word}", number(u32::MAX).max_or("0")),
            RedirectOp::DupOut if digits => format!("{}>&{word}", number(u32::MAX).max_or("1")),
            RedirectOp::DupIn => format!("{}<&{word}", number(0)),
            RedirectOp::DupOut if redirect.fd.is_none() && redirect.fd_name.is_none() && !word.starts_with('$') => {
                format!("&> {word}")
            }
            RedirectOp::DupOut => format!("{}>&{word}", number(1)),
            RedirectOp::HereDoc => word,
        }
    }

    /// A here-document: what announces it, and its text with the delimiter.
    fn document(&self, redirect: &Redirect, at: usize) -> (String, String) {
        let announced = self.source.text(redirect.range);
        let announced = announced.trim_start_matches(|c: char| c.is_ascii_digit());
        let strips = announced.starts_with("<<-");
        let written = announced.trim_start_matches("<<").trim_start_matches('-').trim();
        let delimiter: String = written.replace(['\'', '"', '\\'], "");
        let quoted = delimiter != written;
        let text = match self.docs.get(at) {
            Some(Word { parts, .. }) if quoted => parts.iter().map(plain_text).collect::<String>(),
            Some(word) => {
                let lines: Vec<&str> = self.source.text(word.range).split_inclusive('\n').collect();
                let strip = |line: &&str| if strips { line.trim_start_matches('\t') } else { line }.to_string();
                lines[..lines.len().saturating_sub(1)].iter().map(strip).collect()
            }
            None => String::new(),
        };
        let shown = if quoted { format!("'{delimiter}'") } else { delimiter.clone() };
        (format!("<<{}{shown}", if strips { "-" } else { "" }), format!("{text}{delimiter}"))
    }

    pub(super) fn words(&self, words: &[Word], between: &str) -> String {
        words.iter().map(|word| self.word(word)).collect::<Vec<_>>().join(between)
    }

    pub(super) fn word(&self, word: &Word) -> String {
        self.text(word.range, &word.parts.iter().collect::<Vec<_>>())
    }

    /// Text of the source in which command substitutions are written anew.
    pub(super) fn text(&self, range: TextRange, parts: &[&Part]) -> String {
        let mut found = vec![];
        parts.iter().for_each(|part| substitutions(part, &mut found));
        let mut out = String::new();
        let mut at = range.start;
        for (inner, body) in found {
            let text = self.source.text(inner);
            if inner.start < at || inner.end > range.end || text.starts_with('`') {
                continue;
            }
            out.push_str(self.source.text(TextRange { start: at, end: inner.start }));
            out.push_str(&text[..2]);
            let mut printer = Printer::new(self.docs, self.source);
            printer.list_here(body);
            out.push_str(&printer.out);
            out.push(')');
            at = inner.end;
        }
        out.push_str(self.source.text(TextRange { start: at, end: range.end }));
        out.trim().to_string()
    }
}

/// A text, or another where it is empty.
trait MaxOr {
    fn max_or(self, other: &str) -> String;
}

impl MaxOr for String {
    fn max_or(self, other: &str) -> String {
        if self.is_empty() { other.to_string() } else { self }
    }
}

fn plain_text(part: &Part) -> &str {
    match part {
        Part::Literal(text) | Part::Quoted(text) => text,
        _ => "",
    }
}

pub(super) fn parts_of_assign(assign: &crate::ast::Assign) -> Vec<&Part> {
    use crate::ast::Value;
    let index = assign.index.iter().flat_map(|word| &word.parts);
    match &assign.value {
        Value::Word(word) => index.chain(&word.parts).collect(),
        Value::Array(elements) => index.chain(elements.iter().flat_map(|element| &element.word.parts)).collect(),
    }
}

/// The command substitutions in a part, in order.
fn substitutions<'t>(part: &'t Part, out: &mut Vec<(TextRange, &'t List)>) {
    match part {
        Part::Command { body, range, .. } | Part::Process { body, range, .. } => out.push((*range, body)),
        Part::Arith { text, .. } => text.parts.iter().for_each(|part| substitutions(part, out)),
        Part::Param(param) => param_words(param).for_each(|word| {
            word.parts.iter().for_each(|part| substitutions(part, out));
        }),
        _ => {}
    }
}

fn param_words(param: &Param) -> impl Iterator<Item = &Word> {
    let (first, second) = match &param.op {
        ParamOp::Default { word, .. } => (Some(word), None),
        ParamOp::Trim { pattern, .. } | ParamOp::Case { pattern, .. } => (Some(pattern), None),
        ParamOp::Replace { pattern, with, .. } => (Some(pattern), Some(with)),
        ParamOp::Substring { offset, length } => (Some(offset), length.as_ref()),
        _ => (None, None),
    };
    param.index.iter().chain(first).chain(second)
}

/// Blanks and line ends outside quotes as one blank.
pub(super) fn single_spaced(text: &str) -> String {
    let mut out = String::new();
    let mut quote = None;
    for c in text.trim().chars() {
        match (quote, c) {
            (None, ' ' | '\t' | '\n') => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
                continue;
            }
            (None, '\'' | '"') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            _ => {}
        }
        out.push(c);
    }
    out
}
