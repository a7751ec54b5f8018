//! Loops, `try`, `with`.

use super::names::{Place, ident};
use super::{Frame, Lower};
use crate::hir::{Expr as PyExpr, ExprKind, Handler, Stmt as PyStmt};
use batuta_rust_ir::{Arm, Block, Expr, Pat, Stmt, Type};
use batuta_text::TextRange;

fn flow(part: &str) -> Expr {
    Expr::path(format!("py::Flow::{part}"))
}

impl Lower<'_> {
    /// Lowers a loop's body; gives it with the label, when something needs one.
    pub(crate) fn loop_body(&mut self, prefix: Vec<Stmt>, body: &[PyStmt]) -> (Block, Option<String>) {
        let label = self.fresh("loop");
        self.frames().push(Frame::Loop(label.clone(), false));
        let (stmts, _) = self.block(body);
        let needed = matches!(self.frames().pop(), Some(Frame::Loop(_, true)));
        let mut all = prefix;
        all.extend(stmts);
        (Block::new(all), needed.then_some(label))
    }

    pub(crate) fn while_(&mut self, test: &PyExpr, body: &[PyStmt], otherwise: &[PyStmt]) -> (Vec<Stmt>, bool) {
        let endless = matches!(test.kind, ExprKind::Bool(true)) || matches!(&test.kind, ExprKind::Int(n) if n != "0");
        let breaks = crate::assign::breaks(body);
        if endless {
            let (block, label) = self.loop_body(vec![], body);
            return (vec![Stmt::expr(Expr::Loop(label, block))], !breaks);
        }
        if otherwise.is_empty() || !breaks {
            let test = self.cond(test);
            let (block, label) = self.loop_body(vec![], body);
            let mut out = vec![Stmt::expr(Expr::While(label, Box::new(test), block))];
            let (rest, ends) = self.block(otherwise);
            out.extend(rest);
            return (out, ends);
        }
        let broke = self.fresh("broke");
        let test = self.cond(test);
        let flag = Stmt::assign(Expr::path(broke.clone()), Expr::bool(false));
        let (block, label) = self.loop_body(vec![], body);
        // The flag falls when the condition fails, which `break` never sees.
        let stop = Expr::if_(test.not_(), Block::new(vec![flag, Stmt::expr(Expr::Break(None, None))]), None);
        let mut all = vec![Stmt::expr(stop)];
        all.extend(block.stmts);
        let (rest, _) = self.nested(otherwise);
        let out = vec![
            Stmt::let_(Pat::name_mut(broke.clone()), None, Expr::bool(true)),
            Stmt::expr(Expr::Loop(label, Block::new(all))),
            Stmt::expr(Expr::if_(Expr::path(broke).not_(), rest, None)),
        ];
        (out, false)
    }

    pub(crate) fn for_(
        &mut self,
        target: &PyExpr,
        iter: &PyExpr,
        body: &[PyStmt],
        otherwise: &[PyStmt],
        at: TextRange,
    ) -> (Vec<Stmt>, bool) {
        if let Some(done) = self.native_for(target, iter, body, otherwise, at) {
            return done;
        }
        let name = self.fresh("iter");
        let iterable = self.iterable(iter);
        let start =
            Stmt::let_(Pat::name_mut(name.clone()), None, self.q(Expr::call_path("py::iter::iter", vec![iterable])));
        let mut prefix = vec![];
        let pattern = match &target.kind {
            ExprKind::Name(variable) if self.declares(variable, at.start) && self.var_type(variable).is_value() => {
                let rust = ident(variable);
                let scope = self.scope();
                scope.declared.insert(variable.clone());
                if scope.locals.changed.contains(variable) { Pat::name_mut(rust) } else { Pat::name(rust) }
            }
            ExprKind::Name(variable) if self.declares(variable, at.start) => {
                let t = self.var_type(variable);
                let item = self.fresh("item");
                let x = self.coerce(Expr::path(item.clone()), &crate::infer::T::Dyn, &t);
                prefix.push(self.declare_typed(variable, x, &t));
                Pat::name(item)
            }
            _ => {
                let item = self.fresh("item");
                prefix = self.assign_typed(target, Expr::path(item.clone()), &crate::infer::T::Dyn);
                Pat::name(item)
            }
        };
        let next = self.q(Expr::path(name.clone()).method("next", vec![]));
        let (mut block, label) = self.loop_body(prefix, body);
        let breaks = crate::assign::breaks(body);
        if otherwise.is_empty() || !breaks {
            let cond = Expr::Let(Pat::tuple_struct("Some", [pattern]), Box::new(next));
            let mut out = vec![start, Stmt::expr(Expr::While(label, Box::new(cond), block))];
            if breaks && may_hold_generator(iter) {
                // A generator that is left early is closed here.
                out.push(Stmt::expr(Expr::call_path("drop", vec![Expr::path(name)])));
            }
            let (rest, ends) = self.block(otherwise);
            out.extend(rest);
            return (out, ends);
        }
        let broke = self.fresh("broke");
        let flag = Stmt::assign(Expr::path(broke.clone()), Expr::bool(false));
        let take = Stmt::new(batuta_rust_ir::StmtKind::Let {
            pat: Pat::tuple_struct("Some", [pattern]),
            ty: None,
            init: Some(next),
            else_: Some(Block::new(vec![flag, Stmt::expr(Expr::Break(None, None))])),
        });
        block.stmts.insert(0, take);
        let (rest, _) = self.nested(otherwise);
        let out = vec![
            start,
            Stmt::let_(Pat::name_mut(broke.clone()), None, Expr::bool(true)),
            Stmt::expr(Expr::Loop(label, block)),
            Stmt::expr(Expr::if_(Expr::path(broke).not_(), rest, None)),
        ];
        (out, false)
    }

    pub(crate) fn try_(
        &mut self,
        body: &[PyStmt],
        handlers: &[Handler],
        otherwise: &[PyStmt],
        last: &[PyStmt],
    ) -> (Vec<Stmt>, bool) {
        if last.is_empty() {
            return self.try_except(body, handlers, otherwise);
        }
        let label = self.fresh("finally");
        self.frames().push(Frame::Last(label.clone()));
        let (mut inner, ends) = if handlers.is_empty() {
            let (mut stmts, ends) = self.block(body);
            if !ends {
                let (rest, _) = self.block(otherwise);
                stmts.extend(rest);
            }
            (stmts, ends)
        } else {
            self.try_except(body, handlers, otherwise)
        };
        self.frames().pop();
        let mut block = Block::new(std::mem::take(&mut inner));
        if !ends {
            block = block.tail(flow("Next"));
        }
        let held = self.fresh("flow");
        let mut out =
            vec![Stmt::let_(Pat::name(held.clone()), Type::path("py::Flow"), Expr::LabeledBlock(label, block))];
        let (last, last_ends) = self.block(last);
        out.extend(last);
        if last_ends {
            return (out, true);
        }
        let jumps = Jumps::of(body) | handlers.iter().fold(Jumps::of(otherwise), |j, h| j | Jumps::of(&h.body));
        out.extend(self.go_on(Expr::path(held), jumps));
        (out, false)
    }

    /// Continues as a flow says.
    fn go_on(&mut self, held: Expr, jumps: Jumps) -> Vec<Stmt> {
        let mut arms = vec![Arm::new(Pat::path("py::Flow::Next"), Expr::unit())];
        let raise = self.raise(Expr::path("raised"));
        arms.push(Arm::new(Pat::tuple_struct("py::Flow::Raise", [Pat::name("raised")]), raise));
        let kind = self.frame_scope().kind;
        if matches!(kind, super::Kind::Function | super::Kind::Generator) {
            let last = self.frames().iter().any(|f| matches!(f, Frame::Last(_)));
            let ret = self.frame_scope().ret.clone();
            let value = Expr::path("value");
            let value = if last { value } else { self.coerce(value, &crate::infer::T::Dyn, &ret) };
            let back = self.return_(value);
            arms.push(Arm::new(Pat::tuple_struct("py::Flow::Return", [Pat::name("value")]), back));
        }
        if jumps.breaks {
            let stop = self.jump(false);
            arms.push(Arm::new(Pat::path("py::Flow::Break"), stop));
        }
        if jumps.continues {
            let next = self.jump(true);
            arms.push(Arm::new(Pat::path("py::Flow::Continue"), next));
        }
        if arms.len() < 5 {
            arms.push(Arm::new(Pat::Wild, Expr::unit()));
        }
        vec![Stmt::expr(Expr::match_(held, arms))]
    }

    fn try_except(&mut self, body: &[PyStmt], handlers: &[Handler], otherwise: &[PyStmt]) -> (Vec<Stmt>, bool) {
        let label = self.fresh("try");
        self.frames().push(Frame::Try(label.clone()));
        let (stmts, ends) = self.block(body);
        self.frames().pop();
        let mut block = Block::new(stmts);
        if !ends {
            block = block.tail(flow("Next"));
        }
        let raised = self.fresh("raised");
        let held = self.fresh("flow");
        let start = Stmt::let_(Pat::name(held.clone()), Type::path("py::Flow"), Expr::LabeledBlock(label, block));
        let (handling, handlers_end) = self.handlers(handlers, &raised);
        let (rest, rest_ends) = if ends { (Block::new(vec![]), true) } else { self.nested(otherwise) };
        let cond = Expr::Let(Pat::tuple_struct("py::Flow::Raise", [Pat::name(raised)]), Box::new(Expr::path(held)));
        // Without an `else` rustc does not see that nothing comes behind.
        let seen = handlers_end && !rest.is_empty() && rest_ends;
        let otherwise = if rest.is_empty() { None } else { Some(rest) };
        let out = vec![start, Stmt::expr(Expr::if_(cond, handling, otherwise))];
        (out, seen)
    }

    /// The chain of handlers.
    fn handlers(&mut self, handlers: &[Handler], raised: &str) -> (Block, bool) {
        let pass_on = {
            let raise = self.raise(Expr::path(raised));
            Block::new(vec![Stmt::expr(raise)])
        };
        let mut chain: Vec<(Option<Expr>, Block, bool)> = vec![];
        for handler in handlers {
            let test = handler.class.as_ref().map(|class| self.catches(class, raised));
            self.frame_scope().handling.push(raised.to_string());
            let comments = self.take_comments(TextRange::empty(handler.at.start), false);
            let mut stmts = vec![];
            if !comments.is_empty() {
                stmts.push(Stmt::comments(comments));
            }
            if self.rethrows && !crate::scope::yields(&handler.body) {
                // For a bare `raise` in a function that is called from here.
                let note = Expr::call_path("py::run::handle", vec![Expr::path(raised).ref_()]);
                stmts.push(Stmt::let_(Pat::name("_handling"), None, note));
            }
            if let Some(name) = &handler.name {
                let value = Expr::path(raised).method("value", vec![]);
                stmts.push(Stmt::expr(self.store(name, value)));
            }
            let depth = self.frames().len();
            if let Some(name) = &handler.name {
                self.frames().push(Frame::Handler(name.clone()));
            }
            let (body, ends) = self.block(&handler.body);
            self.frames().truncate(depth);
            stmts.extend(body);
            if let Some(name) = handler.name.as_ref().filter(|_| !ends)
                && !matches!(self.place(name), Place::Local(_))
            {
                stmts.push(Stmt::expr(self.store(name, Expr::path("Value::Unbound"))));
            }
            self.frame_scope().handling.pop();
            let all = test.is_none();
            chain.push((test, Block::new(stmts), ends));
            if all {
                break;
            }
        }
        let ends = chain.iter().all(|(_, _, ends)| *ends);
        let mut out = pass_on;
        for (test, block, _) in chain.into_iter().rev() {
            out = match test {
                None => block,
                Some(test) => {
                    let chained = out.stmts.len() == 1
                        && matches!(&out.stmts[0].kind, batuta_rust_ir::StmtKind::Expr(Expr::If(..)))
                        && out.stmts[0].comments.is_empty();
                    let whole = if chained
                        && let Some(Stmt { kind: batuta_rust_ir::StmtKind::Expr(e), .. }) = out.stmts.pop()
                    {
                        Expr::If(Box::new(test), block, Some(Box::new(e)))
                    } else {
                        Expr::if_(test, block, Some(out))
                    };
                    Block::new(vec![Stmt::expr(whole)])
                }
            };
        }
        (out, ends)
    }

    fn catches(&mut self, class: &PyExpr, raised: &str) -> Expr {
        if let ExprKind::Name(name) = &class.kind
            && let Place::Builtin(name) = self.place(name)
            && super::names::is_exception(&name)
        {
            let name = super::names::exception_name(&name).to_string();
            return Expr::path(raised).method("is_a", vec![Expr::str(name)]);
        }
        let class = self.operand(class);
        self.q(Expr::path(raised).method("matches", vec![class]))
    }

    pub(crate) fn with(&mut self, items: &[(PyExpr, Option<PyExpr>)], body: &[PyStmt]) -> (Vec<Stmt>, bool) {
        let Some(((manager, target), rest)) = items.split_first() else { return self.block(body) };
        let held = self.fresh("manager");
        let manager = self.value(manager);
        let entered = self.q(Expr::call_path("py::enter_context", vec![Expr::path(held.clone()).ref_()]));
        let mut out = vec![Stmt::let_(Pat::name(held.clone()), None, manager)];
        let label = self.fresh("with");
        let value = self.fresh("entered");
        out.push(Stmt::let_(Pat::name(value.clone()), None, entered));
        self.frames().push(Frame::Last(label.clone()));
        let mut inner = target.as_ref().map_or(vec![], |t| self.assign_to(t, Expr::path(value)));
        let (stmts, ends) = self.with(rest, body);
        inner.extend(stmts);
        self.frames().pop();
        let mut block = Block::new(inner);
        if !ends {
            block = block.tail(flow("Next"));
        }
        let name = self.fresh("flow");
        out.push(Stmt::let_(Pat::name(name.clone()), Type::path("py::Flow"), Expr::LabeledBlock(label, block)));
        let exit = Expr::call_path("py::exit_context", vec![Expr::path(held).ref_(), Expr::path(name)]);
        let exit = self.q(exit);
        let inside = Jumps::of(body);
        out.extend(self.go_on(exit, inside));
        (out, false)
    }
}

/// Which jumps to the loop around leave some statements.
#[derive(Clone, Copy, Default)]
struct Jumps {
    breaks: bool,
    continues: bool,
}

impl std::ops::BitOr for Jumps {
    type Output = Jumps;
    fn bitor(self, other: Jumps) -> Jumps {
        Jumps { breaks: self.breaks || other.breaks, continues: self.continues || other.continues }
    }
}

impl Jumps {
    fn of(body: &[PyStmt]) -> Jumps {
        use crate::hir::StmtKind as K;
        let one = |s: &PyStmt| match &s.kind {
            K::Break => Jumps { breaks: true, continues: false },
            K::Continue => Jumps { breaks: false, continues: true },
            K::If(_, a, b) => Jumps::of(a) | Jumps::of(b),
            // Jumps in a loop's body stay in it; those in its `else` do not.
            K::While(_, _, b) | K::For(_, _, _, b) => Jumps::of(b),
            K::With(_, b) => Jumps::of(b),
            K::Try(a, h, b, c) => {
                h.iter().fold(Jumps::of(a) | Jumps::of(b) | Jumps::of(c), |j, h| j | Jumps::of(&h.body))
            }
            K::Match(_, cases) => cases.iter().fold(Jumps::default(), |j, c| j | Jumps::of(&c.body)),
            _ => Jumps::default(),
        };
        body.iter().fold(Jumps::default(), |j, s| j | one(s))
    }
}

/// Whether a loop over this may be the only owner of a generator.
fn may_hold_generator(iter: &PyExpr) -> bool {
    match &iter.kind {
        ExprKind::Call(f, _) => {
            !matches!(&f.kind, ExprKind::Name(name) if matches!(name.as_str(), "range" | "sorted" | "list" | "reversed"))
        }
        ExprKind::Comp(_) => true,
        _ => false,
    }
}
