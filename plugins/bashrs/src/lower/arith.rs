//! Arithmetic: compiled where the whole text is known, read at run time otherwise.

use super::arith_parse::{Arith, Token, parse};
use super::{Body, Lowerer, sh_call, sh_try};
use crate::ast::*;
use batuta_rust_ir::{BinOp, Block, Expr, Lowered, Pat, Stmt, Type, UnOp};

impl Lowerer<'_> {
    /// The tree of an arithmetic word, with its expansions in order, when it can be compiled.
    fn arith_tree<'w>(&self, word: &'w Word) -> Option<(Arith, Vec<&'w Part>)> {
        let mut tokens = vec![];
        let mut parts = vec![];
        for part in &word.parts {
            match part {
                Part::Literal(text) | Part::Quoted(text) => tokens.extend(text.bytes().map(Token::Byte)),
                other if self.is_number(other) => {
                    tokens.push(Token::Part(parts.len()));
                    parts.push(other);
                }
                _ => return None,
            }
        }
        parse(&tokens, self.bash()).map(|tree| (tree, parts))
    }

    /// `$(( text ))` as an `i64`.
    pub(super) fn arith_word(&mut self, word: &Word) -> Lowered<Expr> {
        match self.arith_tree(word) {
            Some((Arith::Number(number), _)) => Lowered::pure(int(number)),
            Some((tree, parts)) => {
                let mut before = vec![];
                let values = self.number_parts(&parts, &mut before);
                let value = self.arith(&tree, &values);
                let lowered = Lowered::effect(value).after(before);
                self.hoisted(lowered, "n")
            }
            None => {
                self.counts.dynamic_arith += 1;
                let text = self.arith_text(word);
                let safe = text.effects || !text.before.is_empty();
                let text = if safe { text.saved(|| self.temps.fresh("expression")) } else { text };
                let lowered = text.map(|text| sh_try("arith", vec![text]));
                self.hoisted(lowered, "n")
            }
        }
    }

    fn number_parts(&mut self, parts: &[&Part], before: &mut Vec<Stmt>) -> Vec<Expr> {
        let mut values = vec![];
        for part in parts {
            let value = self.parts_value(std::slice::from_ref(*part));
            before.extend(value.before);
            values.push(value.value);
        }
        values
    }

    /// `$(( text ))` as a truth value.
    pub(super) fn arith_bool(&mut self, word: &Word) -> Lowered<Expr> {
        if let Some((tree, parts)) = self.arith_tree(word) {
            let mut before = vec![];
            let values = self.number_parts(&parts, &mut before);
            let value = self.truth(&tree, &values);
            return Lowered::effect(value).after(before);
        }
        self.arith_word(word).map(|value| Expr::binary(BinOp::Ne, value, Expr::int(0)))
    }

    /// `(( text ))` as a statement.
    pub(super) fn arith_statement(&mut self, word: &Word) -> Body {
        let mut body = Body::default();
        let text = self.arith_text(word);
        let text =
            if matches!(text.value, Expr::Lit(_)) { text } else { text.saved(|| self.temps.fresh("expression")) };
        body.extend(text.before);
        body.push(Stmt::expr(sh_try("arith_command", vec![text.value])));
        self.check(&mut body);
        body
    }

    fn truth(&mut self, tree: &Arith, parts: &[Expr]) -> Expr {
        match tree {
            Arith::Binary(op, left, right) => {
                if let Some(op) = comparison(op) {
                    let (left, right) = (self.arith(left, parts), self.arith(right, parts));
                    return Expr::binary(op, left, right);
                }
                match *op {
                    "&&" => Expr::binary(BinOp::And, self.truth(left, parts), self.truth(right, parts)),
                    "||" => Expr::binary(BinOp::Or, self.truth(left, parts), self.truth(right, parts)),
                    _ => Expr::binary(BinOp::Ne, self.arith(tree, parts), Expr::int(0)),
                }
            }
            Arith::Unary(b'!', inner) => super::condition::not(self.truth(inner, parts)),
            Arith::Number(number) => Expr::bool(*number != 0),
            _ => Expr::binary(BinOp::Ne, self.arith(tree, parts), Expr::int(0)),
        }
    }

    fn arith(&mut self, tree: &Arith, parts: &[Expr]) -> Expr {
        match tree {
            Arith::Number(number) => int(*number),
            Arith::Variable(name) => self.number_of(name),
            Arith::Part(at) => parts.get(*at).cloned().unwrap_or(int(0)),
            Arith::Unary(b'-', inner) => self.arith(inner, parts).method("wrapping_neg", vec![]),
            Arith::Unary(b'~', inner) => Expr::unary(UnOp::Not, self.arith(inner, parts)),
            Arith::Unary(_, _) => from_bool(self.truth(tree, parts)),
            Arith::Binary(op, left, right) => self.arith_binary(op, left, right, parts),
            Arith::Ternary(condition, yes, no) => {
                let condition = self.truth(condition, parts);
                let yes = Block::value(self.arith(yes, parts));
                let no = Block::value(self.arith(no, parts));
                Expr::if_(condition, yes, Some(no))
            }
            Arith::Assign(name, op, value) => {
                let value = if op.is_empty() {
                    self.arith(value, parts)
                } else {
                    let variable = Arith::Variable(name.clone());
                    self.arith_binary(op, &variable, value, parts)
                };
                self.assign_number(name, value)
            }
            Arith::Step(name, step, old) => self.step(name, *step, *old),
            Arith::Comma(first, second) => {
                let first = self.arith(first, parts);
                let second = self.arith(second, parts);
                Expr::Block(Block::new(vec![super::loops::discard(first)]).tail(second))
            }
        }
    }

    fn number_of(&self, name: &str) -> Expr {
        if let Some(int) = self.int(name) {
            return int.method("get", vec![]);
        }
        match name {
            "RANDOM" if self.bash() => sh_call("random", vec![]),
            "SECONDS" if self.bash() => sh_call("seconds", vec![]),
            _ => sh_try("num", vec![Expr::str(name)]),
        }
    }

    fn assign_number(&mut self, name: &str, value: Expr) -> Expr {
        if let Some(int) = self.int(name) {
            return int.method("set", vec![value]);
        }
        if matches!(value, Expr::Lit(_)) {
            return sh_try("set_num", vec![Expr::str(name), value]);
        }
        let value_name = self.fresh("value");
        let set = sh_try("set_num", vec![Expr::str(name), Expr::path(value_name.clone())]);
        Expr::Block(Block::new(vec![Stmt::let_(Pat::name(value_name), None, value)]).tail(set))
    }

    fn step(&mut self, name: &str, step: i64, old: bool) -> Expr {
        let variable = self.number_of(name);
        let next = |value: Expr| value.method("wrapping_add", vec![int(step)]);
        if !old {
            return self.assign_number(name, next(variable));
        }
        let value_name = self.fresh("value");
        let set = match self.int(name) {
            Some(int) => int.method("set", vec![next(Expr::path(value_name.clone()))]),
            None => sh_try("set_num", vec![Expr::str(name), next(Expr::path(value_name.clone()))]),
        };
        let stmts = vec![Stmt::let_(Pat::name(value_name.clone()), None, variable), Stmt::expr(set)];
        Expr::Block(Block::new(stmts).tail(Expr::path(value_name)))
    }

    fn arith_binary(&mut self, op: &str, left: &Arith, right: &Arith, parts: &[Expr]) -> Expr {
        if comparison(op).is_some() || matches!(op, "&&" | "||") {
            let tree = Arith::Binary(static_op(op), Box::new(left.clone()), Box::new(right.clone()));
            return from_bool(self.truth(&tree, parts));
        }
        let (a, b) = (self.arith(left, parts), self.arith(right, parts));
        match op {
            "+" => a.method("wrapping_add", vec![b]),
            "-" => a.method("wrapping_sub", vec![b]),
            "*" => a.method("wrapping_mul", vec![b]),
            "/" | "%" => self.division(op, a, b, right),
            "<<" => a.method("wrapping_shl", vec![b.cast(Type::path("u32"))]),
            ">>" => a.method("wrapping_shr", vec![b.cast(Type::path("u32"))]),
            "&" => Expr::binary(BinOp::BitAnd, a, b),
            "|" => Expr::binary(BinOp::BitOr, a, b),
            "^" => Expr::binary(BinOp::BitXor, a, b),
            _ => Expr::call_path("power", vec![a, b]),
        }
    }

    fn division(&mut self, op: &str, a: Expr, b: Expr, right: &Arith) -> Expr {
        if matches!(right, Arith::Number(number) if *number != 0) {
            return a.method(if op == "/" { "wrapping_div" } else { "wrapping_rem" }, vec![b]);
        }
        let (left, divisor) = (self.fresh("left"), self.fresh("right"));
        let stmts = vec![Stmt::let_(Pat::name(left.clone()), None, a), Stmt::let_(Pat::name(divisor.clone()), None, b)];
        let call = sh_try(if op == "/" { "div" } else { "rem" }, vec![Expr::path(left), Expr::path(divisor)]);
        Expr::Block(Block::new(stmts).tail(call))
    }
}

fn int(number: i64) -> Expr {
    Expr::int_as(number.into(), "i64")
}

fn from_bool(value: Expr) -> Expr {
    Expr::call_path("i64::from", vec![value])
}

fn comparison(op: &str) -> Option<BinOp> {
    Some(match op {
        "==" => BinOp::Eq,
        "!=" => BinOp::Ne,
        "<" => BinOp::Lt,
        "<=" => BinOp::Le,
        ">" => BinOp::Gt,
        ">=" => BinOp::Ge,
        _ => return None,
    })
}

fn static_op(op: &str) -> &'static str {
    ["==", "!=", "<=", ">=", "<", ">", "&&", "||"].into_iter().find(|known| *known == op).unwrap_or("&&")
}

impl Lowerer<'_> {
    /// Whether an expansion is a decimal number for sure, so that its text and its value are the same thing.
    pub(super) fn is_number(&self, part: &Part) -> bool {
        match part {
            Part::Arith { .. } => true,
            Part::Param(param) => match (&param.op, &param.name) {
                (ParamOp::Length, _) => true,
                (ParamOp::Plain, ParamName::Special('#' | '?' | '$')) => true,
                (ParamOp::Plain, ParamName::Var(name)) => self.ints.contains_key(name),
                _ => false,
            },
            _ => false,
        }
    }
}
