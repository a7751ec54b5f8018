//! Bodies that jump freely: a loop over numbered blocks.

use super::switch::pattern;
use super::{Lower, Why};
use crate::front::JUMPED;
use crate::hir::{Graph, Terminator, Type};
use batuta_rust_ir as rir;
use batuta_rust_ir::names::identifier;
use batuta_rust_ir::{Arm, Block, Expr, Pat, Stmt};

/// The variable of the output that knows the places which were set.
const JUMPS: &str = "rt_jumps";

impl Lower<'_> {
    pub(super) fn graph(&mut self, graph: &Graph) -> Block {
        let mut out = vec![];
        for (id, name) in &graph.locals {
            if self.program.object(*id).ty == Type::Void {
                continue;
            }
            let wanted = identifier(&name.replace("__cinrs_", ""));
            let name = if self.names.is_global(&wanted) { self.temporary(&wanted) } else { wanted };
            self.f.names.insert(*id, name.clone());
            self.f.defined.insert(*id);
            let ty = self.program.object(*id).ty.clone();
            let zero = self.zero(&ty);
            let (ty, zero) = self.aligned(*id, zero);
            out.push(Stmt::let_(Pat::name_mut(name), ty, zero));
        }
        self.f.flat = Some(vec![]);
        let state = self.temporary("state");
        out.push(Stmt::let_(Pat::name_mut(state.clone()), rir::Type::path("u32"), Expr::int(0)));
        let mut arms = vec![];
        for (at, (stmts, end)) in graph.blocks.iter().enumerate() {
            self.f.ranges.clear();
            let mut body = self.sequence(stmts);
            if !super::stmt::ends(&body) {
                body.extend(self.terminator(end, &state));
            }
            arms.push(Arm::new(Pat::int(at as i128), Expr::Block(Block::new(body))));
        }
        arms.push(Arm::new(Pat::Wild, Expr::macro_call("unreachable", vec![])));
        for (name, element) in self.f.flat.take().unwrap_or_default() {
            let empty = Expr::call_path("Vec::new", vec![]);
            out.push(Stmt::let_(Pat::name_mut(name), rir::Type::vec(element), empty));
        }
        let dispatch = Expr::match_(Expr::path(state.clone()), arms);
        let dispatch = Expr::Loop(None, Block::new(vec![Stmt::expr(dispatch)]));
        if !graph.lands {
            out.push(Stmt::expr(dispatch));
            return Block::new(out);
        }
        out.extend(self.landing(dispatch, &state));
        Block::new(out)
    }

    /// Run the blocks until they return; a jump goes on in the state that waits for it.
    fn landing(&mut self, dispatch: Expr, state: &str) -> Vec<Stmt> {
        self.uses_runtime = true;
        self.need(Why::Library("setjmp".into()));
        let ret = self.f.ret.clone().unwrap_or(Type::Void);
        let ret = if ret == Type::Void { rir::Type::verbatim("()") } else { self.ty(&ret) };
        let body = Expr::Block(Block::new(vec![Stmt::expr(dispatch)]));
        let params = vec![(Pat::name(JUMPS), None)];
        let closure = rir::Closure { move_: false, params, ret: Some(ret), body: Box::new(body) };
        let run = Expr::call_path("c_rt::Jumps::run", vec![Expr::path(JUMPS).ref_mut(), Expr::Closure(closure)]);
        let returned =
            Arm::new(Pat::TupleStruct("Ok".into(), vec![Pat::name("value")]), Expr::return_(Expr::path("value")));
        let back = Expr::Tuple(vec![Expr::path(state), Expr::path(JUMPED)]);
        let landed = Arm::new(
            Pat::TupleStruct("Err".into(), vec![Pat::name("landed")]),
            Expr::Block(Block::new(vec![Stmt::assign(back, Expr::path("landed"))])),
        );
        let matched = Expr::match_(run, vec![returned, landed]);
        vec![
            Stmt::let_(Pat::name_mut(JUMPS), None, Expr::call_path("c_rt::Jumps::new", vec![])),
            Stmt::let_(Pat::name_mut(JUMPED), rir::Type::path("i32"), Expr::int(0)),
            Stmt::expr(Expr::Loop(None, Block::new(vec![Stmt::expr(matched)]))),
        ]
    }

    fn terminator(&mut self, end: &Terminator, state: &str) -> Vec<Stmt> {
        let go = |to: u32| Expr::int(to.into());
        let set = |value: Expr| Stmt::assign(Expr::path(state), value);
        match end {
            Terminator::Jump(to) => vec![set(go(*to))],
            Terminator::Branch { condition, yes, no } => {
                let condition = self.condition(condition);
                vec![set(Expr::if_(condition, Block::value(go(*yes)), Some(Block::value(go(*no)))))]
            }
            Terminator::Switch { on, cases, default } => {
                let ty = on.ty.clone();
                let on = self.expr(on);
                let mut arms: Vec<Arm> =
                    cases.iter().map(|(range, to)| Arm::new(pattern(&[*range], &ty), go(*to))).collect();
                arms.push(Arm::new(Pat::Wild, go(*default)));
                vec![set(Expr::match_(on, arms))]
            }
            Terminator::Computed(target) => {
                let target = self.expr(target).cast(rir::Type::path("usize")).cast(rir::Type::path("u32"));
                vec![set(Expr::binary(rir::BinOp::Sub, target, Expr::int(1)))]
            }
            Terminator::Land { buffer, next } => {
                let buffer = self.expr(buffer).method("cast", vec![]);
                let set_up = Expr::path(JUMPS).method("set", vec![buffer, go(*next)]);
                vec![Stmt::expr(set_up), Stmt::assign(Expr::path(JUMPED), Expr::int(0)), set(go(*next))]
            }
            Terminator::Return(value) => {
                let ret = self.f.ret.clone().unwrap_or(Type::Void);
                match value {
                    Some(value) if ret != Type::Void => {
                        let value = self.expr_as(value, &ret);
                        vec![Stmt::expr(Expr::return_(value))]
                    }
                    Some(value) => {
                        let mut stmts = self.effect(value);
                        stmts.push(Stmt::expr(Expr::Return(None)));
                        stmts
                    }
                    None if ret != Type::Void => {
                        let zero = self.zero(&ret);
                        vec![Stmt::expr(Expr::return_(zero))]
                    }
                    None => vec![Stmt::expr(Expr::Return(None))],
                }
            }
            Terminator::Unreachable => vec![Stmt::expr(Expr::macro_call("unreachable", vec![]))],
        }
    }
}
