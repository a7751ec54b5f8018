//! Lists and pipelines as conditions: statements and a `bool`.

use super::{Body, Lowerer, sh, sh_call};
use crate::ast::*;
use batuta_rust_ir::{BinOp, Block, Expr, Stmt};

/// `!value`, without doubling.
pub(super) fn not(value: Expr) -> Expr {
    match value {
        Expr::Unary(batuta_rust_ir::UnOp::Not, inner) => *inner,
        Expr::Lit(batuta_rust_ir::Literal::Bool(known)) => Expr::bool(!known),
        other => other.not_(),
    }
}

/// `sh.status == 0`
pub(super) fn succeeded() -> Expr {
    Expr::binary(BinOp::Eq, sh().field("status"), Expr::int(0))
}

impl Lowerer<'_> {
    /// The condition of `if` and `while`. `exact`: `$?` must be right afterwards, too.
    pub(super) fn condition(&mut self, list: &List, exact: bool) -> (Body, Expr) {
        let outer = (std::mem::replace(&mut self.unchecked, true), std::mem::take(&mut self.inverted));
        let result = self.condition_here(list, exact || self.traits.reads_status);
        (self.unchecked, self.inverted) = outer;
        result
    }

    fn condition_here(&mut self, list: &List, exact: bool) -> (Body, Expr) {
        let Some((last, earlier)) = list.items.split_last() else { return (Body::default(), Expr::bool(true)) };
        let before = List { items: earlier.to_vec(), comments: vec![] };
        let mut body = self.list(&before, false);
        if last.background || matches!(last.first.stages[0].kind, CommandKind::Function { .. }) {
            let all = List { items: vec![last.clone()], comments: vec![] };
            body.append(self.list(&all, true));
            return (body, succeeded());
        }
        let (more, value) = self.condition_of(&last.first, &last.rest, exact);
        let mut comments = last.comments.clone();
        comments.extend(list.comments.iter().cloned());
        if !comments.is_empty() {
            body.push(Stmt::comments(comments));
        }
        body.append(more);
        (body, value)
    }

    /// `a && b || c` as a condition.
    pub(super) fn condition_of(&mut self, first: &Pipeline, rest: &[(AndOr, Pipeline)], exact: bool) -> (Body, Expr) {
        let outer = (std::mem::replace(&mut self.unchecked, true), std::mem::take(&mut self.inverted));
        let exact_inside = exact || !rest.is_empty() && self.traits.reads_status;
        let (body, mut value) = self.pipeline_value(first, exact_inside);
        for (op, pipeline) in rest {
            let (before, right) = self.pipeline_value(pipeline, exact_inside);
            let right = if before.stmts.is_empty() {
                right
            } else {
                self.unreachable |= before.ends;
                Expr::Block(Block::new(before.stmts).tail(right))
            };
            value = Expr::binary(if *op == AndOr::And { BinOp::And } else { BinOp::Or }, value, right);
        }
        (self.unchecked, self.inverted) = outer;
        (body, value)
    }

    /// A pipeline as a condition.
    pub(super) fn pipeline_value(&mut self, pipeline: &Pipeline, exact: bool) -> (Body, Expr) {
        if pipeline.timed {
            let body = self.pipeline(pipeline, true);
            return (body, succeeded());
        }
        let (mut body, value) = match pipeline.stages.as_slice() {
            [single] => self.command_value(single, exact),
            stages => (Body::default(), self.stages(stages).try_()),
        };
        if !pipeline.negated {
            return (body, value);
        }
        if !exact {
            return (body, not(value));
        }
        let name = self.fresh("ok");
        body.push(Stmt::let_(batuta_rust_ir::Pat::name(name.clone()), None, value));
        (body, sh_call("not", vec![Expr::path(name)]))
    }

    /// A command as a condition.
    fn command_value(&mut self, command: &Command, exact: bool) -> (Body, Expr) {
        match &command.kind {
            CommandKind::Simple(simple) => {
                self.counts.commands += 1;
                if !exact && let Some(result) = self.quick_test(simple, command) {
                    return result;
                }
                let mut body = Body::default();
                match self.simple_run(simple, command, true) {
                    super::simple::SimpleRun::Run(before, run) => {
                        body.extend(before);
                        (body, run.try_())
                    }
                    super::simple::SimpleRun::Body(inner) => {
                        self.unreachable |= inner.ends;
                        (inner, succeeded())
                    }
                }
            }
            CommandKind::Group(list) if command.redirects.is_empty() => self.condition_here(list, exact),
            CommandKind::Test(expr) if command.redirects.is_empty() => self.test_value(expr, exact),
            _ => {
                let body = self.command(command, true);
                self.unreachable |= body.ends;
                (body, succeeded())
            }
        }
    }
}
