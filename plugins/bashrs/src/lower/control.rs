//! `if`.

use super::{Body, Lowerer, set_status};
use crate::ast::List;
use batuta_rust_ir::{Block, Expr, Stmt, StmtKind};

impl Lowerer<'_> {
    /// `if … elif … else … fi`
    pub(super) fn if_command(&mut self, arms: &[(List, List)], otherwise: Option<&List>, live: bool) -> Body {
        let Some(((condition, body), rest)) = arms.split_first() else {
            return match otherwise {
                Some(list) => self.list(list, live),
                None => {
                    let mut out = Body::default();
                    if live {
                        out.push(set_status(0));
                    }
                    out
                }
            };
        };
        let (mut out, value) = self.condition(condition, false);
        if out.ends {
            return out;
        }
        let then = self.list(body, live);
        let then_ends = then.ends;
        let other = self.if_command(rest, otherwise, live);
        let ends = then_ends && other.ends && (otherwise.is_some() || !rest.is_empty());
        let stmt = Expr::If(Box::new(value), then.into_block(), else_part(other));
        out.push(Stmt::expr(stmt));
        out.ends = ends;
        out
    }
}

/// The else part: nothing, an `if` alone, or a block.
pub(super) fn else_part(mut body: Body) -> Option<Box<Expr>> {
    if body.stmts.is_empty() {
        return None;
    }
    let alone = body.stmts.len() == 1
        && body.stmts[0].comments.is_empty()
        && matches!(body.stmts[0].kind, StmtKind::Expr(Expr::If(..)));
    match body.stmts.pop().map(|stmt| (alone, stmt)) {
        Some((true, Stmt { kind: StmtKind::Expr(only), .. })) => Some(Box::new(only)),
        last => {
            body.stmts.extend(last.map(|(_, stmt)| stmt));
            Some(Box::new(Expr::Block(Block::new(body.stmts))))
        }
    }
}
