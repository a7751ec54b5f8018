//! Where the program starts.

use super::function::qualify;
use super::{Lower, Made};
use crate::hir::{Runs, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::{Block, Expr, Item, ItemKind, Literal, Pat, Stmt};
use std::collections::BTreeSet;

impl Lower<'_> {
    /// `fn main`, and C's `main` where it cannot be the same.
    pub(super) fn start(
        &mut self,
        mut made: Made,
        is_unsafe: bool,
        called: bool,
        dangerous: &BTreeSet<String>,
    ) -> Vec<Item> {
        let signature = self.program.function(made.id).signature.clone();
        let fatal = self.fatal.clone();
        if signature.params.is_empty()
            && !called
            && fatal.is_none()
            && self.program.functions.iter().all(|function| function.runs.is_none())
            && let Some(block) = plain_body(&made.item)
        {
            let mut block = if is_unsafe { Block::value(Expr::Unsafe(block)) } else { block };
            if let Some(guard) = self.guard() {
                block.stmts.insert(0, guard);
            }
            if let ItemKind::Function(function) = &mut made.item.kind {
                function.name = "main".into();
                function.ret = None;
                function.body = Some(block);
            }
            made.item.vis = rir::Visibility::Private;
            return vec![made.item];
        }
        qualify(&mut made.item, is_unsafe, self.pointed.contains(&made.id).then(|| self.abi()));
        made.item.vis = rir::Visibility::Private;
        let mut stmts: Vec<Stmt> = self.guard().into_iter().collect();
        if let Some(text) = fatal {
            self.uses_runtime = true;
            stmts.push(Stmt::expr(Expr::call_path("c_rt::hole::<()>", vec![Expr::str(text)])));
        }
        stmts.extend(self.around(dangerous));
        let mut args = vec![];
        if !signature.params.is_empty() {
            self.uses_runtime = true;
            let pats = vec![Pat::name("argc"), Pat::name("argv")];
            stmts.push(Stmt::let_(Pat::Tuple(pats), None, Expr::call_path("c_rt::args", vec![])));
            args.push(Expr::path("argc"));
            for (at, param) in signature.params.iter().enumerate().skip(1) {
                let value = if at == 1 { Expr::path("argv") } else { Expr::call_path("c_rt::environment", vec![]) };
                let ty = self.ty(param);
                let standard = Type::Int(crate::hir::Int { bits: 8, signed: true }).pointer(false).pointer(false);
                args.push(if *param == standard { value } else { value.cast(ty) });
            }
        }
        let call = Expr::call_path(self.names.function(made.id).to_owned(), args);
        let call = if is_unsafe { Expr::Unsafe(Block::value(call)) } else { call };
        let status = if signature.ret == Type::INT {
            call
        } else {
            stmts.push(Stmt::expr(call));
            Expr::int(0)
        };
        stmts.push(Stmt::expr(Expr::call_path("std::process::exit", vec![status])));
        let main = Item::function(rir::Function::new("main").body(Block::new(stmts)));
        vec![made.item, main]
    }
}

impl Lower<'_> {
    /// What makes a check that fails stop the program with a code.
    fn guard(&mut self) -> Option<Stmt> {
        if !self.stops && self.links.alone {
            return None;
        }
        self.uses_runtime = true;
        Some(Stmt::expr(Expr::call_path("c_rt::guard", vec![])))
    }

    /// Calls of the functions that run before `main`, and registration of those that run after it.
    fn around(&mut self, dangerous: &BTreeSet<String>) -> Vec<Stmt> {
        let program = self.program;
        let mut out = vec![];
        for (at, function) in program.functions.iter().enumerate() {
            let name = self.names.function(crate::hir::FunctionId(at as u32)).to_owned();
            match function.runs {
                Some(Runs::Before) => {
                    let call = Expr::call_path(name.clone(), vec![]);
                    let call = if dangerous.contains(&name) { Expr::Unsafe(Block::value(call)) } else { call };
                    out.push(Stmt::let_(Pat::Wild, None, call));
                }
                Some(Runs::After) => {
                    self.uses_runtime = true;
                    out.push(Stmt::expr(Expr::call_path("c_rt::at_exit", vec![Expr::path(name)])));
                }
                None => {}
            }
        }
        out
    }
}

/// The body of a `main` that only ever returns 0 at its end, without that.
fn plain_body(item: &Item) -> Option<Block> {
    let ItemKind::Function(function) = &item.kind else { return None };
    let mut block = function.body.clone()?;
    match block.tail.take() {
        None => {}
        Some(tail) if matches!(*tail, Expr::Lit(Literal::Int(0, None))) => {}
        Some(_) => return None,
    }
    let text = format!("{block:?}");
    (!text.contains("Return(")).then_some(block)
}
