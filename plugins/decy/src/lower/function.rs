//! Functions.

use super::{Frame, Lower, Made};
use crate::analysis::Uses;
use crate::codes;
use crate::hir::{Body, Callee, ExprKind, FunctionId, StmtKind as HirKind, Storage, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::names::Scope;
use batuta_rust_ir::{Block, Expr, Item, ItemKind, Pat, Stmt, StmtKind, Visibility};

impl Lower<'_> {
    /// Lower a function that is defined here.
    pub(crate) fn function(&mut self, id: FunctionId) -> Option<Made> {
        let program = self.program;
        let function = program.function(id);
        let body = function.body.as_ref()?;
        let cursor = function.origin.range.end;
        let uses = Uses::of(body);
        self.f = Frame {
            scope: self.local_scope(&function.params, &uses),
            uses,
            ret: Some(function.signature.ret.clone()),
            cursor,
            labels: Scope::new(),
            ..Frame::default()
        };
        let mut item = rir::Function::new(self.names.function(id).rsplit("::").next().unwrap_or_default());
        for (at, ty) in function.signature.params.iter().enumerate() {
            let lent = function.params.get(at).and_then(|param| self.lent(*param));
            let rust = match lent {
                Some(lent) => self.lent_type(lent, ty),
                None => self.ty(ty),
            };
            let pat = match function.params.get(at) {
                Some(param) => {
                    let name = self.declare(*param);
                    if lent.is_none() && self.f.uses.changed.contains(param) {
                        Pat::name_mut(name)
                    } else {
                        Pat::name(name)
                    }
                }
                None => Pat::Wild,
            };
            item = item.param(pat, rust);
        }
        if function.signature.variadic {
            self.uses_runtime = true;
            let name = self.temporary("va");
            item = item.param(Pat::name(name.clone()), rir::Type::path("c_rt::VaList"));
            self.f.va = Some(name);
        }
        let mut block = match body {
            Body::Blocks(stmts) => self.block(stmts),
            Body::Graph(graph) => self.graph(graph),
            Body::Refused(code, reason, at) => {
                let at = at.unwrap_or(function.origin);
                let hole = self.hole(*code, reason, &function.signature.ret.clone(), at);
                Block::value(hole)
            }
        };
        if let Some(arena) = self.f.arena.take() {
            let new = Expr::call_path("c_rt::Arena::new", vec![]);
            block.stmts.insert(0, Stmt::let_(Pat::name_mut(arena), None, new));
        }
        self.trailing_comments(&mut block, function.origin.range.start);
        if function.noreturn {
            item = item.ret(rir::Type::Never);
            if !super::stmt::ends(&block.stmts) {
                block.tail = None;
                block.push(Stmt::expr(Expr::macro_call("unreachable", vec![])));
            }
        } else if function.signature.ret != Type::Void {
            if block.tail.is_none() && matches!(body, Body::Blocks(stmts) if self.ends_in_call(stmts)) {
                block.push(Stmt::expr(Expr::macro_call("unreachable", vec![])));
            }
            let ret = self.ty(&function.signature.ret);
            item = item.ret(ret);
        }
        let block = with_tail(block);
        let mut item = Item::function(item.body(block));
        if function.origin.file == self.file {
            let lines = self.comments.above(function.origin.range.start);
            item.docs = lines;
            item = item.at(function.origin);
        }
        if !function.private {
            item = item.vis(Visibility::Public);
        }
        let callees = std::mem::take(&mut self.f.callees);
        Some(Made { id, item, reasons: std::mem::take(&mut self.f.reasons), callees })
    }

    /// A way through the statements ends in a call that never returns, of a function whose Rust type does not say so.
    fn ends_in_call(&self, stmts: &[crate::hir::Stmt]) -> bool {
        match stmts.last().map(|stmt| &stmt.kind) {
            Some(HirKind::Expr(expr)) => match &expr.kind {
                ExprKind::Call { callee: Callee::Direct(id), .. } => {
                    let function = self.program.function(*id);
                    !function.noreturn && function.signature.ret == Type::Void
                }
                _ => false,
            },
            Some(HirKind::If { yes, no, .. }) => {
                self.ends_in_call(yes) || no.as_ref().is_some_and(|no| self.ends_in_call(no))
            }
            Some(HirKind::Block(stmts)) => self.ends_in_call(stmts),
            _ => false,
        }
    }

    fn trailing_comments(&mut self, block: &mut Block, start: u32) {
        if let Some(end) = self.comments.body_end(start) {
            let left = self.comments.within(self.f.cursor, end);
            let lines: Vec<String> = left.iter().flat_map(|comment| comment.lines.iter().cloned()).collect();
            if !lines.is_empty() && block.tail.is_none() && !super::stmt::ends(&block.stmts) {
                block.push(Stmt::comments(lines));
            }
        }
    }

    /// Names that temporaries must not take: those of the function's objects.
    fn local_scope(&self, params: &[crate::hir::ObjectId], uses: &Uses) -> Scope {
        let mut scope = Scope::new();
        for id in params.iter().chain(uses.mentioned.keys()) {
            let object = self.program.object(*id);
            if object.storage == Storage::Automatic {
                scope.take(&batuta_rust_ir::names::identifier(&object.name.replace("__cinrs_", "")));
            }
        }
        scope
    }

    /// Report and stand in for something that no constant can express.
    pub(super) fn refuse_constant(&mut self, reason: &str, origin: batuta_text::Origin) {
        self.refuse_program(codes::CONSTANT, reason, origin);
    }

    /// Refuse the whole program: it says so when it starts.
    pub(super) fn refuse_program(&mut self, code: batuta_diagnostics::Code, reason: &str, origin: batuta_text::Origin) {
        let line = self.line(origin);
        self.bag.push(batuta_diagnostics::Diagnostic::error(code, reason).at(origin));
        self.fatal.get_or_insert(rir::hole_text(code.as_str(), self.path, line, reason));
    }
}

/// `return x;` at the end as the value of the block.
pub(super) fn with_tail(mut block: Block) -> Block {
    if block.tail.is_some() {
        return block;
    }
    let Some(last) = block.stmts.last() else { return block };
    if !matches!(&last.kind, StmtKind::Expr(expr) if returns(expr)) || !last.comments.is_empty() {
        return block;
    }
    let Some(last) = block.stmts.pop() else { return block };
    if let StmtKind::Expr(expr) = last.kind {
        if matches!(expr, Expr::Return(None)) {
            return block;
        }
        block.tail_origin = last.origin;
        block.tail = Some(Box::new(tail_of(expr)));
    }
    block
}

/// Every way through the expression ends in `return`.
fn returns(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) => true,
        Expr::If(_, yes, Some(no)) => returns_value(yes) && returns(no),
        Expr::Block(block) => returns_value(block),
        _ => false,
    }
}

fn returns_value(block: &Block) -> bool {
    let last = block.stmts.last();
    block.tail.is_none()
        && matches!(last.map(|stmt| (&stmt.kind, stmt.comments.is_empty())), Some((StmtKind::Expr(expr), true)) if returns(expr) && !matches!(expr, Expr::Return(None)))
}

fn tail_of(expr: Expr) -> Expr {
    match expr {
        Expr::Return(Some(value)) => *value,
        Expr::If(condition, yes, Some(no)) => Expr::If(condition, with_tail(yes), Some(Box::new(tail_of(*no)))),
        Expr::Block(block) => Expr::Block(with_tail(block)),
        other => other,
    }
}

/// Say how a finished function is called.
pub(super) fn qualify(item: &mut Item, is_unsafe: bool, c_abi: Option<&str>) {
    if let ItemKind::Function(function) = &mut item.kind {
        let risk = if is_unsafe { "unsafe" } else { "" };
        let abi = c_abi.map_or(String::new(), |abi| format!("extern \"{abi}\""));
        function.qualifiers = format!("{risk} {abi}").trim().to_owned();
    }
}
