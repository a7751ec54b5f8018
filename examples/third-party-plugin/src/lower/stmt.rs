//! Statements.

use super::{Lower, Place};
use crate::ast::{Expr as Awk, Stmt as AwkStmt, StmtKind};
use crate::codes;
use batuta_diagnostics::Diagnostic;
use batuta_rust_ir::{Block, Expr, Pat, Stmt};
use batuta_text::Origin;

impl Lower<'_> {
    pub(super) fn block(&mut self, stmts: &[AwkStmt]) -> Block {
        let mut out = Block::default();
        for stmt in stmts {
            self.at = stmt.range;
            let origin = Origin::new(self.file.id, stmt.range);
            for (number, lowered) in self.stmt(stmt).into_iter().enumerate() {
                out.push(if number == 0 { lowered.at(origin) } else { lowered });
            }
        }
        out
    }

    fn stmt(&mut self, stmt: &AwkStmt) -> Vec<Stmt> {
        let one = match &stmt.kind {
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::Print(parts) => self.output("print", parts),
            StmtKind::Printf(parts) => self.output("printf", parts),
            StmtKind::If(test, then, otherwise) => {
                let test = self.truth(test);
                let then = self.block(then);
                let otherwise = (!otherwise.is_empty()).then(|| self.block(otherwise));
                Expr::if_(test, then, otherwise)
            }
            StmtKind::While(test, body) => {
                let test = self.truth(test);
                let body = self.looped(body, vec![]);
                Expr::While(None, Box::new(test), body)
            }
            StmtKind::Do(body, test) => {
                let stop = self.truth(test).not_();
                let stop = Stmt::expr(Expr::if_(stop, Block::new(vec![Stmt::expr(Expr::Break(None, None))]), None));
                Expr::Loop(None, self.looped(body, vec![stop]))
            }
            StmtKind::For(start, test, step, body) => return self.for_(start, test, step, body),
            StmtKind::ForIn(key, array, body) => self.for_in(key, array, body),
            StmtKind::Delete(array, keys) => self.delete(array, keys),
            StmtKind::Next => return self.leave("`next`", Expr::path("awk_rt::NEXT")),
            StmtKind::Exit(code) => {
                let code = code.as_ref().map_or(Expr::path("Value::Unset"), |code| self.owned(code));
                let leave = Expr::call_path("awk_rt::exit", vec![code.ref_()]);
                return self.leave("`exit`", leave);
            }
            StmtKind::Return(value) => {
                if self.place == Place::Rule {
                    self.refuse(codes::SYNTAX, stmt.range, "`return` outside of a function".into());
                }
                Expr::return_(value.as_ref().map_or(Expr::path("Value::Unset"), |value| self.owned(value)))
            }
            StmtKind::Break if self.loops.is_empty() => return self.outside(stmt, "break"),
            StmtKind::Continue if self.loops.is_empty() => return self.outside(stmt, "continue"),
            StmtKind::Break => Expr::Break(None, None),
            StmtKind::Continue => self.continue_(),
        };
        vec![Stmt::expr(one)]
    }

    fn outside(&mut self, stmt: &AwkStmt, what: &str) -> Vec<Stmt> {
        self.refuse(codes::SYNTAX, stmt.range, format!("`{what}` outside of a loop"));
        vec![]
    }

    /// Leave a rule. A function cannot do that for the rule that called it.
    fn leave(&mut self, what: &str, flow: Expr) -> Vec<Stmt> {
        if self.place == Place::Function {
            self.refuse(codes::UNSUPPORTED, self.at, format!("{what} in a function is not converted"));
        }
        vec![Stmt::expr(Expr::return_(flow))]
    }

    /// `continue` leaves the body, so that what the loop does at the end of each round still happens.
    fn continue_(&mut self) -> Expr {
        let fresh = format!("body{}", self.loops.len());
        match self.loops.last_mut() {
            Some(label) => Expr::Break(Some(label.get_or_insert(fresh).clone()), None),
            None => Expr::unit(),
        }
    }

    /// The body of a loop, then what it does at the end of each round.
    fn looped(&mut self, body: &[AwkStmt], last: Vec<Stmt>) -> Block {
        self.loops.push(None);
        let inner = self.block(body);
        let mut block = match self.loops.pop().flatten() {
            Some(label) => Block::new(vec![Stmt::expr(Expr::LabeledBlock(label, inner))]),
            None => inner,
        };
        block.stmts.extend(last);
        block
    }

    fn for_(
        &mut self,
        start: &Option<Box<AwkStmt>>,
        test: &Option<Awk>,
        step: &Option<Box<AwkStmt>>,
        body: &[AwkStmt],
    ) -> Vec<Stmt> {
        let mut out = start.as_ref().map_or(vec![], |start| self.stmt(start));
        let test = test.as_ref().map(|test| self.truth(test));
        let step = step.as_ref().map_or(vec![], |step| self.stmt(step));
        let body = self.looped(body, step);
        out.push(Stmt::expr(match test {
            Some(test) => Expr::While(None, Box::new(test), body),
            None => Expr::Loop(None, body),
        }));
        out
    }

    fn for_in(&mut self, key: &str, array: &str, body: &[AwkStmt]) -> Expr {
        let message =
            "the order of `for (… in …)` differs between AWKs; here keys come in the order in which they were made";
        let origin = Origin::new(self.file.id, self.at);
        self.bag.push(Diagnostic::warning(codes::ORDER, message).at(origin));
        let keys = self.array(array).method("keys", vec![]);
        let temporary = self.fresh();
        let set = self.assign(&Awk::Var(key.into()), Expr::path(temporary.clone()), false);
        let mut body = self.looped(body, vec![]);
        body.stmts.insert(0, Stmt::expr(set));
        Expr::For(None, Pat::name(temporary), Box::new(keys), body)
    }

    fn delete(&mut self, array: &str, keys: &[Awk]) -> Expr {
        let array = self.array(array);
        if keys.is_empty() {
            return array.method("clear", vec![]);
        }
        self.with_key(keys, |_, key| array.method("delete", vec![key]))
    }

    fn output(&mut self, method: &'static str, parts: &[Awk]) -> Expr {
        let whole = [Awk::Field(Box::new(Awk::Number(0.0)))];
        let parts = if parts.is_empty() { &whole } else { parts };
        self.owned_all(parts, |_, parts| Expr::self_().field("awk").method(method, vec![Expr::Array(parts).ref_()]))
    }
}
