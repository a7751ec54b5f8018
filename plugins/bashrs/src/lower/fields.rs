//! Words where any number of fields may come out: arguments, `for` lists, array elements.

use super::{Lowerer, sh_call, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{Block, Expr, Lowered};

impl Lowerer<'_> {
    /// The words as a `Vec<Str>`.
    pub(super) fn argument_list(&mut self, words: &[Word]) -> Lowered<Expr> {
        let parts = self.arguments(words);
        self.sequence(parts).map(|mut values| {
            if values.len() == 1 && is_list(&values[0]) { values.remove(0) } else { Expr::macro_call("args", values) }
        })
    }

    /// Each word as something that implements `Fields`.
    fn arguments(&mut self, words: &[Word]) -> Vec<Lowered<Expr>> {
        let mut out = vec![];
        for word in words {
            if self.bash() {
                match crate::parse::braces::expand(word, crate::parse::braces::MAX_WORDS) {
                    Some(words) => out.extend(words.iter().map(|word| self.argument(word)).collect::<Vec<_>>()),
                    None => out.push(self.many_words(word)),
                }
            } else {
                out.push(self.argument(word));
            }
        }
        out
    }

    /// A brace expansion of so many words that they are made at run time, from the text of the script.
    fn many_words(&mut self, word: &Word) -> Lowered<Expr> {
        let text = self.text.get(word.range.start as usize..word.range.end as usize).unwrap_or("").to_string();
        if text.is_empty() || self.evals > 0 {
            return self.refused_value(codes::EXPANSION, word.range, "a brace expansion of more than 10,000 words");
        }
        self.counts.dynamic_text += 1;
        self.hoisted(Lowered::effect(sh_try("words_of", vec![Expr::str(text)])), "words")
    }

    /// One word as something that implements `Fields`.
    pub(super) fn argument(&mut self, word: &Word) -> Lowered<Expr> {
        if self.is_single(word) {
            return self.value(word).map(sized);
        }
        match word.parts.as_slice() {
            [Part::Tilde(user)] if user.is_empty() => return Lowered::effect(sh_call("home", vec![])),
            [Part::Param(param)] if matches!(param.op, ParamOp::Plain) && param.index.is_none() && !param.indirect => {
                match (&param.name, param.quoted) {
                    (ParamName::Special('@'), true) => return Lowered::effect(sh_call("all", vec![])),
                    (ParamName::Special('@' | '*'), false) => {}
                    _ => return self.param_value(param).map(|value| sh_call("split", vec![value])).with_effects(),
                }
            }
            [Part::Command { quoted: false, .. }] => {
                return self.value(word).map(|value| sh_call("split", vec![value])).with_effects();
            }
            _ => {}
        }
        if let Some(pattern) = self.constant_pattern(word) {
            return Lowered::effect(sh_call("glob", vec![Expr::str(pattern)]));
        }
        let pieces = self.pieces(&word.parts, false);
        pieces.map(|pieces| sh_call("fields", vec![pieces])).with_effects()
    }

    /// Whether exactly one field comes out, without splitting and without paths.
    pub(super) fn is_single(&self, word: &Word) -> bool {
        // dash: a tilde that stands for nothing is no field.
        if !self.bash() && matches!(word.parts.as_slice(), [Part::Tilde(user)] if user.is_empty()) {
            return false;
        }
        word.parts.iter().all(|part| match part {
            Part::Literal(text) => !has_pattern(text, self.bash()),
            Part::Quoted(_) | Part::Tilde(_) | Part::Process { .. } => true,
            Part::Command { quoted, .. } => *quoted,
            Part::Arith { quoted, .. } => *quoted,
            Part::Param(param) if self.is_int_param(param) => true,
            Part::Param(param) => param.quoted && !self.is_list_param(param),
        })
    }

    /// `$x` of a number: nothing in it splits.
    pub(super) fn is_int_param(&self, param: &Param) -> bool {
        matches!((&param.op, &param.name), (ParamOp::Plain, ParamName::Var(name)) if self.ints.contains_key(name))
    }

    /// Whether a quoted expansion can give several fields.
    fn is_list_param(&self, param: &Param) -> bool {
        if param.indirect && matches!(param.op, ParamOp::Plain) && param.index.is_none() {
            return true;
        }
        let all = param.name == ParamName::Special('@') || param.index.as_ref().and_then(Word::bare) == Some("@");
        match &param.op {
            ParamOp::Length => false,
            ParamOp::Keys(list) | ParamOp::Names(list) => *list,
            ParamOp::Default { word, .. } => {
                all || word.parts.iter().any(|part| matches!(part, Part::Param(inner) if self.is_list_param(inner)))
            }
            _ => all,
        }
    }

    /// The parts of a word as `pieces![…]`; `expanded`: the word stands within an unquoted expansion, so its text is split.
    pub(super) fn pieces(&mut self, parts: &[Part], expanded: bool) -> Lowered<Expr> {
        let mut lowered = vec![];
        for part in parts {
            lowered.push(match part {
                Part::Literal(text) if expanded => constructor("plain", Lowered::pure(Expr::str(text.clone()))),
                Part::Literal(text) => constructor("literal", Lowered::pure(Expr::str(self.literal_pattern(text)))),
                Part::Quoted(text) => constructor("quoted", Lowered::pure(Expr::str(text.clone()))),
                Part::Param(param) => self.param_pieces(param, expanded),
                Part::Command { quoted, .. } | Part::Arith { quoted, .. } => {
                    let name = if *quoted { "quoted" } else { "plain" };
                    constructor(name, self.parts_value(std::slice::from_ref(part)))
                }
                Part::Tilde(_) if !self.bash() => constructor("weak", self.parts_value(std::slice::from_ref(part))),
                Part::Tilde(_) | Part::Process { .. } => {
                    constructor("quoted", self.parts_value(std::slice::from_ref(part)))
                }
            });
        }
        self.sequence(lowered).map(|values| Expr::macro_call("pieces", values))
    }

    /// `operand`: in the word of an unquoted expansion.
    fn param_pieces(&mut self, param: &Param, operand: bool) -> Lowered<Expr> {
        if let ParamOp::Default { kind: kind @ ('-' | '+'), colon, word } = &param.op {
            return self.default_pieces(param, *kind, *colon, word);
        }
        if let (true, ParamName::Var(name), None, ParamOp::Plain) =
            (param.indirect, &param.name, &param.index, &param.op)
        {
            let call = sh_try("indirect_pieces", vec![Expr::str(name.clone()), Expr::bool(param.quoted)]);
            return self.hoisted(Lowered::effect(call), "pieces");
        }
        if let Some(values) = self.list_value(param) {
            let kind = match param.quoted {
                true => "list",
                false if operand && !is_star(param) => "operand_list",
                false => "plain_list",
            };
            return constructor(kind, values);
        }
        let kind = match (param.quoted, param.weak) {
            (true, true) => "weak",
            (true, false) => "quoted",
            _ => "plain",
        };
        constructor(kind, self.param_value(param))
    }

    /// `${x-word}` and `${x+word}`, whose word may give several fields.
    fn default_pieces(&mut self, param: &Param, kind: char, colon: bool, word: &Word) -> Lowered<Expr> {
        let missing = self.is_missing(param, colon);
        let mut parts = word.parts.clone();
        if param.quoted && !param.weak {
            // At least one field comes out, whatever lists are within.
            parts.insert(0, Part::Quoted(String::new()));
        }
        let alternative = self.pieces(&parts, !param.quoted).into_expr();
        let mut plain = param.clone();
        plain.op = ParamOp::Plain;
        let (yes, no) = if kind == '-' {
            let own =
                self.param_pieces_checked(&plain).map(|piece| Expr::macro_call("pieces", vec![piece])).into_expr();
            (alternative, own)
        } else {
            let empty = Expr::call_path("quoted", vec![Expr::str("")]);
            let none = param.quoted && !param.weak && !(self.bash() && param.name == ParamName::Special('@'));
            (Expr::macro_call("pieces", if none { vec![empty] } else { vec![] }), alternative)
        };
        missing.map(|missing| Expr::if_(missing, block(yes), Some(block(no)))).with_effects()
    }

    /// The parameter where it is known to be set: `set -u` has nothing to say.
    fn param_pieces_checked(&mut self, param: &Param) -> Lowered<Expr> {
        let nounset = std::mem::replace(&mut self.traits.nounset, false);
        let pieces = self.param_pieces(param, false);
        self.traits.nounset = nounset;
        pieces
    }
}

/// The expression as a block.
pub(super) fn block(value: Expr) -> Block {
    match value {
        Expr::Block(block) => block,
        other => Block::value(other),
    }
}

fn constructor(name: &str, value: Lowered<Expr>) -> Lowered<Expr> {
    value.map(|value| Expr::call_path(name, vec![value]))
}

/// Values of `&str` and `Str` as they are; all implement `Fields`.
fn sized(value: Expr) -> Expr {
    value
}

/// Whether the expression is a `Vec<Str>`.
fn is_list(value: &Expr) -> bool {
    matches!(value, Expr::Method(receiver, name, ..)
        if **receiver == Expr::path("sh") && matches!(name.as_str(), "all" | "fields" | "split" | "glob" | "home"))
}

fn is_star(param: &Param) -> bool {
    param.name == ParamName::Special('*') || param.index.as_ref().and_then(Word::bare) == Some("*")
}

/// Whether unquoted text has active pattern characters.
fn has_pattern(text: &str, bash: bool) -> bool {
    text.contains(['*', '?', '[']) || bash && ["+(", "@(", "!("].iter().any(|open| text.contains(open))
}
