//! Statements.

use super::{Jump, Lower};
use crate::hir::{Exit, ExprKind, LabelRef, PlaceKind, Stmt as HStmt, StmtKind};
use batuta_rust_ir::{Block, Expr, Stmt, StmtKind as RKind};

impl Lower<'_> {
    /// Statements of one scope.
    pub(super) fn block(&mut self, stmts: &[HStmt]) -> Block {
        let saved = self.f.defined.clone();
        let block = Block::new(self.sequence(stmts));
        self.f.defined = saved;
        block
    }

    /// Statements that stand in the current scope; what can never be reached is left out.
    pub(super) fn sequence(&mut self, stmts: &[HStmt]) -> Vec<Stmt> {
        let mut out: Vec<Stmt> = vec![];
        for (at, stmt) in stmts.iter().enumerate() {
            let lines = self.comments_before(stmt);
            let mut lowered = self.stmt(stmt, &stmts[at + 1..]);
            match lowered.first_mut() {
                Some(first) => {
                    first.origin = first.origin.or(stmt.origin.filter(|origin| origin.file == self.file));
                    first.comments.splice(0..0, lines);
                }
                None if !lines.is_empty() => lowered.push(Stmt::comments(lines)),
                None => {}
            }
            out.extend(lowered);
            if ends(&out) {
                break;
            }
        }
        out
    }

    fn comments_before(&mut self, stmt: &HStmt) -> Vec<String> {
        let Some(origin) = stmt.origin else { return vec![] };
        if origin.file != self.file || origin.range.start < self.f.cursor {
            return vec![];
        }
        let (lines, next) = self.comments.before(self.f.cursor, origin);
        self.f.cursor = next.max(self.f.cursor);
        lines
    }

    fn stmt(&mut self, stmt: &HStmt, rest: &[HStmt]) -> Vec<Stmt> {
        match &stmt.kind {
            StmtKind::Expr(expr) => {
                if let ExprKind::Assign { place, value } = &expr.kind
                    && let PlaceKind::Object(id) = &place.kind
                    && self.f.waiting.remove(id)
                {
                    return self.define(*id, Some(value), &[]);
                }
                self.effect(expr)
            }
            StmtKind::Let { object, value } => self.define(*object, value.as_ref(), rest),
            StmtKind::Cleanup(call) => self.cleanup(call),
            StmtKind::Vla { object, count } => self.define_vla(*object, count),
            StmtKind::Block(body) => {
                let block = self.block(body);
                if block.is_empty() { vec![] } else { vec![Stmt::expr(Expr::Block(block))] }
            }
            StmtKind::If { condition, yes, no } => {
                let condition = self.condition(condition);
                let yes = self.block(yes);
                let no = no.as_ref().map(|no| self.block(no)).filter(|no| !no.is_empty());
                vec![Stmt::expr(if_chain(condition, yes, no))]
            }
            StmtKind::While { id, condition, body } => self.while_loop(*id, condition, body),
            StmtKind::DoWhile { id, body, condition } => self.do_while(*id, body, condition),
            StmtKind::For { id, init, condition, step, body } => {
                self.for_loop(*id, init, condition.as_ref(), step.as_ref(), body)
            }
            StmtKind::Switch(switch) => self.switch(switch),
            StmtKind::Region { id, name, repeat, falls_out, body } => self.region(*id, name, *repeat, *falls_out, body),
            StmtKind::Jump { target, exit } => vec![Stmt::expr(self.jump(*target, *exit))],
            StmtKind::Return(value) => self.return_(value.as_ref()),
        }
    }

    /// A guard that calls a function with the address of a variable.
    fn cleanup(&mut self, call: &crate::hir::Expr) -> Vec<Stmt> {
        let ExprKind::Call { callee, args } = &call.kind else { return self.effect(call) };
        let [address] = args.as_slice() else { return self.effect(call) };
        self.uses_runtime = true;
        let (stmt, saved) = self.saved(address, "place");
        let kind = ExprKind::Call { callee: callee.clone(), args: vec![saved] };
        let call = self.expr(&crate::hir::Expr::new(kind, call.ty.clone(), call.origin));
        self.f.needs_unsafe = true;
        let body = Block::new(vec![Stmt::let_(batuta_rust_ir::Pat::Wild, None, call)]);
        let closure = batuta_rust_ir::Closure {
            move_: true,
            params: vec![],
            ret: None,
            body: Box::new(Expr::Unsafe(body)),
        };
        let guard = Expr::call_path("c_rt::Cleanup", vec![Expr::Closure(closure)]);
        let name = self.temporary("_cleanup");
        vec![stmt, Stmt::let_(batuta_rust_ir::Pat::name(name), None, guard)]
    }

    fn return_(&mut self, value: Option<&crate::hir::Expr>) -> Vec<Stmt> {
        let ret = self.f.ret.clone();
        match (value, ret) {
            (Some(value), Some(ret)) if ret != crate::hir::Type::Void => {
                let value = self.expr_as(value, &ret);
                vec![Stmt::expr(Expr::return_(value))]
            }
            (Some(value), _) => {
                let mut stmts = self.effect(value);
                stmts.push(Stmt::expr(Expr::Return(None)));
                stmts
            }
            (None, Some(ret)) if ret != crate::hir::Type::Void => {
                let value = self.zero(&ret);
                vec![Stmt::expr(Expr::return_(value))]
            }
            (None, _) => vec![Stmt::expr(Expr::Return(None))],
        }
    }

    fn region(&mut self, id: u32, name: &str, repeat: bool, falls_out: bool, body: &[HStmt]) -> Vec<Stmt> {
        let label = self.f.labels.fresh(name);
        let target = LabelRef::Region(id);
        self.enter(target, label.clone(), None, repeat);
        let mut block = self.block(body);
        let jump = self.leave();
        if repeat {
            if falls_out && !ends(&block.stmts) {
                block.push(Stmt::expr(Expr::Break(None, None)));
            }
            return vec![Stmt::expr(Expr::Loop(jump.used.then_some(label), block))];
        }
        if !jump.used {
            return block.stmts;
        }
        vec![Stmt::expr(Expr::LabeledBlock(label, block))]
    }

    pub(super) fn enter(&mut self, target: LabelRef, label: String, body_label: Option<String>, is_loop: bool) {
        self.f.jumps.push(Jump { target, label, body_label, used: false, body_used: false, is_loop });
    }

    pub(super) fn leave(&mut self) -> Jump {
        self.f.jumps.pop().unwrap_or(Jump {
            target: LabelRef::Loop(u32::MAX),
            label: String::new(),
            body_label: None,
            used: true,
            body_used: true,
            is_loop: false,
        })
    }

    fn jump(&mut self, target: LabelRef, exit: Exit) -> Expr {
        let Some(at) = self.f.jumps.iter().rposition(|jump| jump.target == target) else {
            return Expr::macro_call("unreachable", vec![]);
        };
        let innermost = at + 1 == self.f.jumps.len();
        let jump = &mut self.f.jumps[at];
        // One label may end a region and start another: the one that surrounds the jump says how it is reached.
        let exit = match target {
            LabelRef::Region(_) if jump.is_loop => Exit::Continue,
            LabelRef::Region(_) => Exit::Break,
            _ => exit,
        };
        match (exit, &jump.body_label) {
            (Exit::Continue, Some(label)) => {
                jump.body_used = true;
                Expr::Break(Some(label.clone()), None)
            }
            (Exit::Continue, None) => {
                let plain = innermost && jump.is_loop;
                jump.used |= !plain;
                Expr::Continue((!plain).then(|| jump.label.clone()))
            }
            (Exit::Break, body) => {
                let plain = innermost && jump.is_loop && body.is_none();
                jump.used |= !plain;
                Expr::Break((!plain).then(|| jump.label.clone()), None)
            }
        }
    }
}

/// `if … {} else if … {}` instead of a block with a single `if` in it.
fn if_chain(condition: Expr, yes: Block, no: Option<Block>) -> Expr {
    let no = no.map(|block| {
        let single = block.stmts.len() == 1 && block.tail.is_none() && block.stmts[0].comments.is_empty();
        match block.stmts.first().map(|stmt| &stmt.kind) {
            Some(RKind::Expr(inner @ Expr::If(..))) if single => Box::new(inner.clone()),
            _ => Box::new(Expr::Block(block)),
        }
    });
    Expr::If(Box::new(condition), yes, no)
}

/// Whether control never goes on behind these statements.
pub(super) fn ends(stmts: &[Stmt]) -> bool {
    match stmts.last().map(|stmt| &stmt.kind) {
        Some(RKind::Expr(expr)) => never(expr),
        _ => false,
    }
}

fn block_ends(block: &Block) -> bool {
    match &block.tail {
        Some(tail) => never(tail),
        None => ends(&block.stmts),
    }
}

fn never(expr: &Expr) -> bool {
    match expr {
        Expr::Return(_) | Expr::Break(..) | Expr::Continue(_) => true,
        Expr::Call(f, _) => {
            matches!(&**f, Expr::Path(path) if path == "std::process::exit" || path == "std::process::abort" || path == "__assert_fail")
        }
        Expr::Macro(name, _) => name == "unreachable",
        Expr::Block(block) | Expr::Unsafe(block) => block_ends(block),
        Expr::If(_, yes, Some(no)) => block_ends(yes) && never(no),
        Expr::Match(_, arms) => !arms.is_empty() && arms.iter().all(|arm| never(&arm.body)),
        Expr::Loop(label, block) => !breaks(block, label.as_deref()),
        _ => false,
    }
}

/// Whether a loop with this body can be left by `break`; labels are compared, plain ones are looked for outside of inner loops.
fn breaks(block: &Block, label: Option<&str>) -> bool {
    let text = format!("{block:?}");
    if let Some(label) = label
        && text.contains(&format!("Break(Some(\"{label}\")"))
    {
        return true;
    }
    text.contains("Break(None")
}
