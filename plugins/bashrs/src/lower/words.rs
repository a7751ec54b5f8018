//! Words where exactly one field is meant: assignments, `case`, quoted arguments, here-documents.

use super::{Lowerer, sh_call, sh_try};
use crate::ast::*;
use batuta_rust_ir::{Expr, Literal, Lowered, Stmt};

/// A value that is no expression by itself, with the statements before it.
pub(super) struct Value<T> {
    pub(super) before: Vec<Stmt>,
    pub(super) value: T,
}

/// Whether an expression is of type `Str` already.
pub(super) fn is_str(value: &Expr) -> bool {
    match value {
        Expr::Macro(name, _) => name == "word",
        Expr::Method(receiver, name, ..) => {
            **receiver == Expr::path("sh")
                && matches!(name.as_str(), "get" | "arg" | "joined" | "join" | "name" | "flags" | "last_job" | "tilde")
        }
        Expr::Try(inner) => match &**inner {
            Expr::Method(_, name, ..) => {
                matches!(
                    name.as_str(),
                    "need" | "need_arg" | "capture" | "capture_here" | "substring" | "element" | "indirect"
                )
            }
            _ => false,
        },
        Expr::Call(function, _) => match &**function {
            Expr::Path(name) => matches!(
                name.as_str(),
                "text"
                    | "quote"
                    | "regex_quote"
                    | "replace"
                    | "change_case"
                    | "trim_end"
                    | "trim_end_longest"
                    | "trim_start"
                    | "trim_start_longest"
            ),
            _ => false,
        },
        Expr::Path(name) => name == "out" || name.starts_with("out_"),
        Expr::If(..) | Expr::Match(..) => true,
        _ => false,
    }
}

/// The value as a `Str`.
pub(super) fn as_str(value: Expr) -> Expr {
    if is_str(&value) { value } else { Expr::call_path("text", vec![value]) }
}

impl Lowerer<'_> {
    /// A word as one value: something that implements `Text`.
    pub(super) fn value(&mut self, word: &Word) -> Lowered<Expr> {
        self.parts_value(&word.parts)
    }

    pub(super) fn parts_value(&mut self, parts: &[Part]) -> Lowered<Expr> {
        let mut lowered = vec![];
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Literal(more) | Part::Quoted(more) => text.push_str(more),
                other => {
                    if !text.is_empty() {
                        lowered.push(Lowered::pure(Expr::str(std::mem::take(&mut text))));
                    }
                    lowered.push(self.part_value(other));
                }
            }
        }
        if !text.is_empty() || lowered.is_empty() {
            lowered.push(Lowered::pure(Expr::str(text)));
        }
        self.joined(lowered)
    }

    /// An arithmetic text: what expands within a subscript of bash is no syntax.
    pub(super) fn arith_text(&mut self, word: &Word) -> Lowered<Expr> {
        let text = |part: &Part| match part {
            Part::Literal(text) | Part::Quoted(text) => Some(text.clone()),
            _ => None,
        };
        if !self.bash() || !word.parts.iter().any(|part| text(part).is_some_and(|text| text.contains('['))) {
            return self.value(word);
        }
        let mut open = 0;
        let mut lowered = vec![];
        for part in &word.parts {
            let value = self.part_value(part);
            match text(part) {
                Some(text) => open += text.matches('[').count() as i32 - text.matches(']').count() as i32,
                None if open > 0 && !self.is_number(part) => {
                    lowered.push(value.map(|value| Expr::call_path("subscript", vec![value])));
                    continue;
                }
                None => {}
            }
            lowered.push(value);
        }
        self.joined(lowered)
    }

    /// Values joined to one.
    pub(super) fn joined(&mut self, mut parts: Vec<Lowered<Expr>>) -> Lowered<Expr> {
        if parts.len() == 1 {
            return parts.remove(0);
        }
        self.sequence(parts).map(|values| Expr::macro_call("word", values))
    }

    /// A part that expands, as one value.
    fn part_value(&mut self, part: &Part) -> Lowered<Expr> {
        match part {
            Part::Literal(text) | Part::Quoted(text) => Lowered::pure(Expr::str(text.clone())),
            Part::Param(param) => self.param_value(param),
            Part::Command { body, range, .. } => self.command_substitution(body, *range),
            Part::Arith { text, .. } => self.arith_word(text),
            Part::Tilde(user) => Lowered::effect(sh_call("tilde", vec![Expr::str(user.clone())])),
            Part::Process { write, body, .. } => {
                self.counts.forks += 1;
                let unchecked = std::mem::replace(&mut self.unchecked, false);
                let block = self.forked(|lowerer| lowerer.list(body, true));
                self.unchecked = unchecked;
                let call = sh_try("process_substitution", vec![Expr::bool(*write), super::sh_closure(block)]);
                self.hoisted(Lowered::effect(call), "out")
            }
        }
    }

    /// A word as a pattern: quoted text in it is literal.
    pub(super) fn pattern(&mut self, word: &Word) -> Lowered<Expr> {
        if let Some(pattern) = self.constant_pattern(word) {
            return Lowered::pure(Expr::str(pattern));
        }
        let mut parts = vec![];
        for part in &word.parts {
            parts.push(match part {
                Part::Literal(text) => Lowered::pure(Expr::str(self.literal_pattern(text))),
                Part::Quoted(text) => Lowered::pure(Expr::str(quote(text))),
                other => {
                    let quoted = match other {
                        Part::Param(param) => param.quoted,
                        Part::Command { quoted, .. } | Part::Arith { quoted, .. } => *quoted,
                        Part::Tilde(_) => true,
                        _ => false,
                    };
                    let value = self.part_value(other);
                    if quoted { value.map(|value| Expr::call_path("quote", vec![value])) } else { value }
                }
            });
        }
        self.joined(parts).map(as_str)
    }

    /// A word as a regular expression: quoted text in it is literal.
    pub(super) fn regex(&mut self, word: &Word) -> Lowered<Expr> {
        let mut parts = vec![];
        for part in &word.parts {
            parts.push(match part {
                Part::Literal(text) => Lowered::pure(Expr::str(text.clone())),
                Part::Quoted(text) => Lowered::pure(Expr::call_path("regex_quote", vec![Expr::str(text.clone())])),
                other => {
                    let quoted = match other {
                        Part::Param(param) => param.quoted,
                        Part::Command { quoted, .. } | Part::Arith { quoted, .. } => *quoted,
                        _ => true,
                    };
                    let value = self.part_value(other);
                    if quoted { value.map(|value| Expr::call_path("regex_quote", vec![value])) } else { value }
                }
            });
        }
        if parts.is_empty() {
            parts.push(Lowered::pure(Expr::str("")));
        }
        self.joined(parts).map(as_str)
    }

    /// Text outside quotes as a pattern: for sh, parentheses are ordinary.
    pub(super) fn literal_pattern(&self, text: &str) -> String {
        if self.bash() {
            return text.to_string();
        }
        crate::parse::posix_pattern(text)
    }

    /// The pattern when nothing in it expands.
    pub(super) fn constant_pattern(&self, word: &Word) -> Option<String> {
        let mut out = String::new();
        for part in &word.parts {
            match part {
                Part::Literal(text) => out.push_str(&self.literal_pattern(text)),
                Part::Quoted(text) => out.push_str(&quote(text)),
                _ => return None,
            }
        }
        Some(out)
    }

    /// The command substitution as a value; it runs before the statement at hand.
    fn command_substitution(&mut self, body: &List, range: batuta_text::TextRange) -> Lowered<Expr> {
        let capture = self.capture(body, range);
        let name = self.fresh("out");
        let stmt = Stmt::let_(batuta_rust_ir::Pat::name(name.clone()), None, capture.value);
        let mut before = capture.before;
        before.push(stmt);
        Lowered::pure(Expr::path(name)).after(before)
    }

    /// The value of a variable that has this name.
    pub(super) fn variable(&self, name: &str) -> Expr {
        if let Some(int) = self.int(name) {
            return int.method("get", vec![]);
        }
        match name {
            "RANDOM" if self.bash() => return sh_call("random", vec![]),
            "SECONDS" if self.bash() => return sh_call("seconds", vec![]),
            _ => {}
        }
        if self.traits.nounset { sh_try("need", vec![Expr::str(name)]) } else { sh_call("get", vec![Expr::str(name)]) }
    }
}

/// Quoted text in a pattern, as `sh_rt::quote` writes it.
pub(super) fn quote(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "*?[]\\!^-@+()|".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// Whether an expression is constant text.
pub(super) fn constant_text(value: &Expr) -> Option<&str> {
    match value {
        Expr::Lit(Literal::Str(text)) => Some(text),
        _ => None,
    }
}
