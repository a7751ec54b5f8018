//! `[ … ]` and `[[ … ]]` as Rust expressions.

use super::case::{byte_string, literal_of};
use super::words::{as_str, constant_text};
use super::{Body, Lowerer, sh_call, sh_try};
use crate::ast::*;
use crate::codes;
use batuta_rust_ir::{BinOp, Block, Expr, Lowered, Pat, Stmt};

const NUMERIC: &[(&str, BinOp)] = &[
    ("-eq", BinOp::Eq),
    ("-ne", BinOp::Ne),
    ("-lt", BinOp::Lt),
    ("-le", BinOp::Le),
    ("-gt", BinOp::Gt),
    ("-ge", BinOp::Ge),
];

const UNARY: &str = "fdesrwxLhpSbcgukOG";

impl Lowerer<'_> {
    /// `[ … ]` of known shape as a condition, where nobody reads its status.
    pub(super) fn quick_test(&mut self, simple: &Simple, command: &Command) -> Option<(Body, Expr)> {
        let name = simple.words.first().and_then(Word::bare)?;
        if !simple.assigns.is_empty() || !command.redirects.is_empty() || self.functions.all.contains(name) {
            return None;
        }
        let words = match name {
            "[" if simple.words.last().and_then(Word::bare) == Some("]") => &simple.words[1..simple.words.len() - 1],
            "test" => &simple.words[1..],
            _ => return None,
        };
        if !words.iter().all(|word| self.is_single(word)) {
            return None;
        }
        let lowered = self.quick_words(words)?;
        let mut body = Body::default();
        body.extend(lowered.before);
        Some((body, lowered.value))
    }

    fn quick_words(&mut self, words: &[Word]) -> Option<Lowered<Expr>> {
        match words {
            [one] => Some(self.emptiness(one).map(super::condition::not)),
            [op, one] => match op.bare()? {
                "!" => Some(self.emptiness(one)),
                "-n" => Some(self.emptiness(one).map(super::condition::not)),
                "-z" => Some(self.emptiness(one)),
                op if op.len() == 2 && op.starts_with('-') && UNARY.contains(&op[1..]) => {
                    let op = op.to_string();
                    Some(self.value(one).map(|value| sh_call("test_unary", vec![Expr::str(op), value])))
                }
                _ => None,
            },
            [left, op, right] => self.quick_binary(left, op.bare()?, right),
            [bang, left, op, right] if bang.bare() == Some("!") => {
                Some(self.quick_binary(left, op.bare()?, right)?.map(super::condition::not))
            }
            _ => None,
        }
    }

    /// `value.is_empty()`
    fn emptiness(&mut self, word: &Word) -> Lowered<Expr> {
        if let ([Part::Param(param)], false, false) =
            (word.parts.as_slice(), self.traits.nounset, word.parts.iter().any(|part| self.is_number(part)))
            && let (ParamOp::Plain, ParamName::Var(name), None, false) =
                (&param.op, &param.name, &param.index, param.indirect)
            && !matches!(name.as_str(), "LINENO" | "RANDOM" | "SECONDS")
        {
            return Lowered::effect(sh_call("is_null", vec![Expr::str(name.clone())]));
        }
        if matches!(word.parts.as_slice(), [part @ Part::Param(_)] if self.is_number(part)) {
            return Lowered::pure(Expr::bool(false));
        }
        if let [Part::Arith { text, .. }] = word.parts.as_slice() {
            // Never empty, but what it does counts.
            let number = self.arith_word(text).saved(|| self.temps.fresh("_n"));
            return Lowered { before: number.before, value: Expr::bool(false), effects: false };
        }
        let value = self.value(word);
        if let Some(text) = constant_text(&value.value) {
            let empty = text.is_empty();
            return Lowered { before: value.before, value: Expr::bool(empty), effects: false };
        }
        value.map(|value| as_str(value).method("is_empty", vec![]))
    }

    fn quick_binary(&mut self, left: &Word, op: &str, right: &Word) -> Option<Lowered<Expr>> {
        if matches!(op, "=" | "!=") || op == "==" && self.bash() {
            let (a, b) = (self.value(left), self.value(right));
            let kind = if op == "!=" { BinOp::Ne } else { BinOp::Eq };
            return Some(self.pair(a, b).map(|(a, b)| equality(kind, a, b)));
        }
        if let (Some((_, kind)), true, true) =
            (NUMERIC.iter().find(|(name, _)| *name == op), self.is_known_number(left), self.is_known_number(right))
        {
            let (a, b) = (self.known_number(left), self.known_number(right));
            return Some(self.pair(a, b).map(|(a, b)| Expr::binary(*kind, a, b)));
        }
        if NUMERIC.iter().any(|(name, _)| *name == op) {
            let (a, b) = (self.value(left), self.value(right));
            let op = op.to_string();
            return Some(self.pair(a, b).map(|(a, b)| sh_call("compare", vec![a, Expr::str(op), b])));
        }
        None
    }

    /// A word that is a number for sure.
    fn is_known_number(&self, word: &Word) -> bool {
        matches!(word.parts.as_slice(), [part] if self.is_number(part))
            || word.constant().is_some_and(|text| text.parse::<i64>().is_ok())
    }

    fn known_number(&mut self, word: &Word) -> Lowered<Expr> {
        match word.constant().and_then(|text| text.parse::<i64>().ok()) {
            Some(number) => Lowered::pure(Expr::int(number.into())),
            None => self.value(word),
        }
    }

    fn pair(&mut self, left: Lowered<Expr>, right: Lowered<Expr>) -> Lowered<(Expr, Expr)> {
        left.zip(right, || self.temps.fresh("word"))
    }

    /// `[[ … ]]` as a statement.
    pub(super) fn test_command(&mut self, expr: &TestExpr) -> Body {
        let (mut body, value) = self.test_value(expr, true);
        let name = self.fresh("ok");
        body.push(Stmt::let_(Pat::name(format!("_{name}")), None, value));
        self.check(&mut body);
        body
    }

    /// `[[ … ]]` as a condition; `exact`: the status is set, too.
    pub(super) fn test_value(&mut self, expr: &TestExpr, exact: bool) -> (Body, Expr) {
        let lowered = self.test_expr(expr);
        let mut body = Body::default();
        body.extend(lowered.before);
        if !exact {
            return (body, lowered.value);
        }
        let name = self.fresh("ok");
        body.push(Stmt::let_(Pat::name(name.clone()), None, lowered.value));
        (body, sh_call("truth", vec![Expr::path(name)]))
    }

    fn test_expr(&mut self, expr: &TestExpr) -> Lowered<Expr> {
        match expr {
            TestExpr::Word(word) => self.emptiness(word).map(super::condition::not),
            TestExpr::Not(inner) => self.test_expr(inner).map(super::condition::not),
            TestExpr::And(left, right) => self.test_both(BinOp::And, left, right),
            TestExpr::Or(left, right) => self.test_both(BinOp::Or, left, right),
            TestExpr::Unary(op, word) => self.test_unary(op, word),
            TestExpr::Binary(left, op, right) => self.test_binary(left, op, right),
        }
    }

    fn test_both(&mut self, op: BinOp, left: &TestExpr, right: &TestExpr) -> Lowered<Expr> {
        let left = self.test_expr(left);
        let right = self.test_expr(right);
        let right =
            if right.before.is_empty() { right.value } else { Expr::Block(Block::new(right.before).tail(right.value)) };
        left.map(|left| Expr::binary(op, left, right))
    }

    fn test_unary(&mut self, op: &str, word: &Word) -> Lowered<Expr> {
        match op {
            "-z" => self.emptiness(word),
            "-n" => self.emptiness(word).map(super::condition::not),
            _ if "fdesrwxLhpSbcgukOGaNtvo".contains(&op[1..]) => {
                let op = op.to_string();
                self.value(word).map(|value| sh_call("test_unary", vec![Expr::str(op), value]))
            }
            _ => self
                .refused_value(codes::TEST, word.range, format!("the operator {op} of `[[` is not supported"))
                .map(|_| Expr::bool(false)),
        }
    }

    fn test_binary(&mut self, left: &Word, op: &str, right: &Word) -> Lowered<Expr> {
        match op {
            "=" | "==" | "!=" => {
                let kind = if op == "!=" { BinOp::Ne } else { BinOp::Eq };
                let a = self.value(left);
                let literal = self.constant_pattern(right).map(|pattern| (literal_of(&pattern), pattern));
                match literal {
                    Some((Some(text), _)) => a.map(|a| equality(kind, a, Expr::str(text))),
                    _ => {
                        let b = self.pattern(right);
                        let pair = self.pair(a, b);
                        pair.map(|(a, b)| {
                            let call = Expr::call_path("matches", vec![as_str(a), b]);
                            if kind == BinOp::Ne { super::condition::not(call) } else { call }
                        })
                    }
                }
            }
            "<" | ">" => {
                let (a, b) = (self.value(left), self.value(right));
                let kind = if op == "<" { BinOp::Lt } else { BinOp::Gt };
                self.pair(a, b).map(|(a, b)| Expr::binary(kind, as_str(a), as_str(b)))
            }
            "-nt" | "-ot" | "-ef" => {
                let (a, b) = (self.value(left), self.value(right));
                let op = op.to_string();
                self.pair(a, b).map(|(a, b)| sh_call("test_files", vec![a, Expr::str(op), b]))
            }
            "=~" => {
                let (a, b) = (self.value(left).map(as_str), self.regex(right));
                let pair = self.pair(a, b);
                let saved = pair.map(|(a, b)| sh_try("regex_match", vec![a, b]));
                self.hoisted(saved, "ok")
            }
            _ => {
                let kind = NUMERIC.iter().find(|(name, _)| *name == op).map_or(BinOp::Eq, |(_, kind)| *kind);
                let (a, b) = (self.test_number(left), self.test_number(right));
                self.pair(a, b).map(|(a, b)| Expr::binary(kind, a, b))
            }
        }
    }

    /// An operand of `-eq` within `[[ ]]`: an arithmetic expression.
    fn test_number(&mut self, word: &Word) -> Lowered<Expr> {
        if let Some(number) = word.constant().and_then(|text| text.parse::<i64>().ok()) {
            return Lowered::pure(Expr::int_as(number.into(), "i64"));
        }
        if self.is_known_number(word) {
            return self.value(word);
        }
        let text = self.value(word).saved(|| self.temps.fresh("expression"));
        self.hoisted(text.map(|text| sh_try("arith", vec![text])), "n")
    }
}

/// `a == b` on texts.
fn equality(kind: BinOp, a: Expr, b: Expr) -> Expr {
    match (constant_text(&a).map(str::to_string), constant_text(&b).map(str::to_string)) {
        (Some(one), Some(two)) => Expr::bool((one == two) == (kind == BinOp::Eq)),
        (None, Some(text)) => Expr::binary(kind, as_str(a), byte_string(&text)),
        (Some(text), None) => Expr::binary(kind, as_str(b), byte_string(&text)),
        (None, None) => Expr::binary(kind, as_str(a), as_str(b)),
    }
}
