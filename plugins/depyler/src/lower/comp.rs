//! Comprehensions run in place; generator expressions are generators.

use super::{Frame, Kind, Lower, Scope};
use crate::hir::{
    Comp, CompKind, CompLoop, Expr as PyExpr, ExprKind, Function, Param, ParamKind, Stmt as PyStmt, StmtKind,
};
use crate::native::Plan;
use crate::scope;
use batuta_rust_ir::{Block, Expr, Pat, Stmt};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

impl Lower<'_> {
    /// Opens the scope of a comprehension, or of what is lowered as one; `scopes.pop()` ends it.
    pub(crate) fn enter_comprehension(&mut self, key: u32, names: scope::Names) {
        let path = self.scope().path.clone();
        self.scopes.push(Scope {
            key,
            ret: crate::infer::T::Dyn,
            kind: Kind::Comp,
            names,
            locals: crate::assign::Locals::default(),
            frames: vec![],
            path,
            imports: BTreeMap::new(),
            declared: BTreeSet::new(),
            handling: vec![],
            receiver: None,
            class: None,
        });
    }

    /// A comprehension as a value.
    pub(crate) fn comp(&mut self, comp: &Comp, at: TextRange) -> Expr {
        if comp.kind == CompKind::Generator {
            return self.generator_expression(comp, at);
        }
        let Some(first) = comp.loops.first() else { return Expr::path("Value::None") };
        let plan = self.comp_source(&first.iter);
        let out = self.fresh("out");
        let start = match comp.kind {
            CompKind::Dict => self.dict(&[]),
            CompKind::Any | CompKind::All => Expr::bool(comp.kind == CompKind::All),
            CompKind::Set => {
                let empty = self.items(&[]);
                self.q(Expr::call_path("py::set", vec![empty]))
            }
            _ => Expr::call_path("Vec::new", vec![]),
        };
        let pattern = if matches!(comp.kind, CompKind::List | CompKind::Any | CompKind::All) {
            Pat::name_mut(out.clone())
        } else {
            Pat::name(out.clone())
        };
        let mut stmts = vec![Stmt::let_(pattern, None, start)];
        let mut names = scope::comp(comp);
        for name in std::mem::take(&mut names.walrus) {
            names.bound.remove(&name);
        }
        self.enter_comprehension(comp.element.at.start, names);
        let cells: Vec<String> = self
            .scopes
            .last()
            .map_or(vec![], |s| s.names.bound.iter().filter(|n| s.names.is_cell(n)).cloned().collect());
        for cell in cells {
            let rust = super::names::ident(&cell);
            let new = Expr::call_path("py::Shared::new", vec![Expr::str(cell), Expr::path("Value::Unbound")]);
            stmts.push(Stmt::let_(Pat::name(rust), None, new));
        }
        stmts.extend(self.comp_loop(comp, 0, plan, &out));
        self.scopes.pop();
        let result = Expr::path(out);
        let result = match comp.kind {
            CompKind::List => Expr::call_path("Value::list", vec![result]),
            CompKind::Any | CompKind::All => Expr::call_path("Value::Bool", vec![result]),
            _ => result,
        };
        Expr::Block(Block::new(stmts).tail(result))
    }

    fn comp_loop(&mut self, comp: &Comp, at: usize, plan: Plan, out: &str) -> Vec<Stmt> {
        let CompLoop { target, tests, .. } = &comp.loops[at];
        let iter = self.fresh("iter");
        let mut body = vec![];
        let mut bound = scope::Names::default();
        scope::target(target, &mut bound);
        let shared = bound.bound.iter().any(|n| matches!(self.place(n), super::names::Place::Cell(_)));
        let pattern = match plan.item.is_value() || shared {
            true => self.comp_target(target, &plan.item, &mut body),
            false => self.comp_pattern(target, &plan.item, &mut body),
        };
        let mut inner = match comp.loops.get(at + 1) {
            Some(next) => {
                let plan = self.comp_source(&next.iter);
                self.comp_loop(comp, at + 1, plan, out)
            }
            None if matches!(comp.kind, CompKind::Any | CompKind::All) => vec![self.comp_search(comp, out)],
            None => vec![self.comp_element(comp, out)],
        };
        for test in tests.iter().rev() {
            let test = self.cond(test);
            inner = vec![Stmt::expr(Expr::if_(test, Block::new(inner), None))];
        }
        body.extend(inner);
        let label = search_label(comp, at, out);
        if !plan.fallible {
            return vec![Stmt::expr(Expr::For(label, pattern, Box::new(plan.iter), Block::new(body)))];
        }
        let next = self.q(Expr::path(iter.clone()).method("next", vec![]));
        let cond = Expr::Let(Pat::tuple_struct("Some", [pattern]), Box::new(next));
        vec![
            Stmt::let_(Pat::name_mut(iter), None, plan.iter),
            Stmt::expr(Expr::While(label, Box::new(cond), Block::new(body))),
        ]
    }

    /// The element of `any` or `all`: the first that decides ends the search.
    pub(crate) fn comp_search(&mut self, comp: &Comp, out: &str) -> Stmt {
        let all = comp.kind == CompKind::All;
        let test = self.cond(&comp.element);
        let test = if all { test.not_() } else { test };
        let found =
            vec![Stmt::assign(Expr::path(out), Expr::bool(!all)), Stmt::expr(Expr::Break(Some(out.to_string()), None))];
        Stmt::expr(Expr::if_(test, Block::new(found), None))
    }

    /// The pattern of a loop's variable; statements that unpack it go into `body`.
    fn comp_target(&mut self, target: &PyExpr, from: &crate::infer::T, body: &mut Vec<Stmt>) -> Pat {
        if let ExprKind::Name(name) = &target.kind
            && let super::names::Place::Local(rust) = self.place(name)
            && self.var_type(name).is_value()
        {
            return Pat::name(rust);
        }
        let item = self.fresh("item");
        let mut bound = scope::Names::default();
        scope::target(target, &mut bound);
        for name in &bound.bound {
            if let super::names::Place::Local(rust) = self.place(name) {
                let t = self.var_type(name);
                let unbound = crate::native::has_default(&t).then(|| self.default_of(&t));
                let ty = (!t.is_value()).then(|| self.rust_type(&t));
                body.push(Stmt::let_(Pat::name_mut(rust), ty, unbound));
            }
        }
        let stores = self.assign_typed(target, Expr::path(item.clone()), from);
        body.extend(stores);
        Pat::name(item)
    }

    fn comp_element(&mut self, comp: &Comp, out: &str) -> Stmt {
        let list = Expr::path(out);
        let element = self.value(&comp.element);
        Stmt::expr(match (comp.kind, &comp.value) {
            (CompKind::Dict, Some(value)) => {
                let value = self.value(value);
                self.q(list.method("set_item", vec![element, value]))
            }
            (CompKind::Set, _) => {
                self.q(list.method("method", vec![Expr::str("add"), Expr::Array(vec![element]).ref_()]))
            }
            _ => list.method("push", vec![element]),
        })
    }

    /// A generator expression: a generator function of its first iterable, called at once.
    fn generator_expression(&mut self, comp: &Comp, at: TextRange) -> Expr {
        let Some(first) = comp.loops.first() else { return Expr::path("Value::None") };
        let outer = self.value(&first.iter);
        let outer = self.q(Expr::call_path("py::iter::started", vec![outer.ref_()]));
        let param = ".0".to_string();
        let mut body = vec![PyStmt {
            at,
            kind: StmtKind::Expr(PyExpr { at, kind: ExprKind::Yield(Some(Box::new(comp.element.clone()))) }),
        }];
        for (n, l) in comp.loops.iter().enumerate().rev() {
            for test in l.tests.iter().rev() {
                body = vec![PyStmt { at, kind: StmtKind::If(test.clone(), body, vec![]) }];
            }
            let iter = if n == 0 { PyExpr { at, kind: ExprKind::Name(param.clone()) } } else { l.iter.clone() };
            body = vec![PyStmt { at, kind: StmtKind::For(l.target.clone(), iter, body, vec![]) }];
        }
        let function = Function {
            name: "<genexpr>".into(),
            params: vec![Param { name: param, kind: ParamKind::Normal, default: None, note: None }],
            body,
            decorators: vec![],
            doc: None,
            generator: true,
            asynchronous: false,
            note: None,
        };
        let mut names = scope::function(&function);
        // Assignment expressions bind in the function around.
        for name in std::mem::take(&mut names.walrus) {
            names.bound.remove(&name);
            names.nonlocals.insert(name);
        }
        self.generator_call(&function, names, vec![outer])
    }

    /// Whether a jump out of a comprehension is possible; it never is.
    pub(crate) fn frames(&mut self) -> &mut Vec<Frame> {
        &mut self.frame_scope().frames
    }
}

/// The label of the outermost loop of `any` and `all`.
pub(crate) fn search_label(comp: &Comp, at: usize, out: &str) -> Option<String> {
    (at == 0 && matches!(comp.kind, CompKind::Any | CompKind::All)).then(|| out.to_string())
}
