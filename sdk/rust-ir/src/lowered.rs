//! A value with what must run before it.

use crate::{Block, Expr, Stmt};

/// A lowered value, the statements that must run before it, and whether evaluating the value itself has effects that others
/// can observe. Composing two of them keeps the source's order of evaluation: see [`Lowered::zip`].
#[derive(Clone, Debug, PartialEq)]
pub struct Lowered<T> {
    /// Run first, in order.
    pub before: Vec<Stmt>,
    /// The value.
    pub value: T,
    /// Evaluating `value` reads or writes what other code can change.
    pub effects: bool,
}

impl<T> Lowered<T> {
    /// A value whose evaluation nobody can observe and nobody can disturb: a constant, a temporary.
    pub fn pure(value: T) -> Self {
        Lowered { before: vec![], value, effects: false }
    }

    /// A value whose evaluation is observable or can be disturbed: a call, a variable that others may change.
    pub fn effect(value: T) -> Self {
        Lowered { before: vec![], value, effects: true }
    }

    /// With statements before those that are there.
    pub fn after(mut self, mut before: Vec<Stmt>) -> Self {
        before.append(&mut self.before);
        self.before = before;
        self
    }

    /// Change the value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Lowered<U> {
        Lowered { before: self.before, value: change(self.value), effects: self.effects }
    }

    /// Use the value to make another lowered one; its statements come after these.
    pub fn and_then<U>(self, next: impl FnOnce(T) -> Lowered<U>) -> Lowered<U> {
        let Lowered { mut before, value, effects } = self;
        let mut next = next(value);
        before.append(&mut next.before);
        Lowered { before, value: next.value, effects: effects || next.effects }
    }

    /// Mark as observable.
    pub fn with_effects(mut self) -> Self {
        self.effects = true;
        self
    }
}

impl Lowered<Expr> {
    /// Both, evaluated left to right. When the right one needs statements first and the left one is observable, the left value is
    /// saved in a temporary named by `fresh` before those statements run.
    pub fn zip(self, right: Lowered<Expr>, fresh: impl FnOnce() -> String) -> Lowered<(Expr, Expr)> {
        let mut left = self;
        if !right.before.is_empty() && left.effects {
            left = left.saved(fresh);
        }
        let effects = left.effects || right.effects;
        left.before.extend(right.before);
        Lowered { before: left.before, value: (left.value, right.value), effects }
    }

    /// The value in a temporary named by `fresh`.
    pub fn saved(mut self, fresh: impl FnOnce() -> String) -> Self {
        let name = fresh();
        self.before.push(Stmt::let_(crate::Pat::name(name.clone()), None, self.value));
        Lowered { before: self.before, value: Expr::path(name), effects: false }
    }

    /// All, evaluated left to right, with the same care as [`Lowered::zip`].
    pub fn sequence(parts: Vec<Lowered<Expr>>, mut fresh: impl FnMut() -> String) -> Lowered<Vec<Expr>> {
        let last_with_statements = parts.iter().rposition(|part| !part.before.is_empty());
        let mut out = Lowered::pure(Vec::with_capacity(parts.len()));
        for (at, mut part) in parts.into_iter().enumerate() {
            if part.effects && last_with_statements.is_some_and(|last| at < last) {
                part = part.saved(&mut fresh);
            }
            out.before.extend(part.before);
            out.effects |= part.effects;
            out.value.push(part.value);
        }
        out
    }

    /// As a block: `{ before…; value }`, or the value alone when nothing runs before it.
    pub fn into_expr(self) -> Expr {
        if self.before.is_empty() { self.value } else { Expr::Block(Block::new(self.before).tail(self.value)) }
    }

    /// As a block with the value at its end.
    pub fn into_block(self) -> Block {
        Block::new(self.before).tail(self.value)
    }

    /// As statements: the value is evaluated for its effect.
    pub fn into_stmts(self) -> Vec<Stmt> {
        let mut stmts = self.before;
        stmts.push(Stmt::expr(self.value));
        stmts
    }
}
