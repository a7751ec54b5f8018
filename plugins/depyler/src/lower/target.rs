//! Assignment and deletion of targets.

use super::names::Place;
use super::{Lower, import};
use crate::codes;
use crate::hir::{Expr as PyExpr, ExprKind};
use batuta_rust_ir::{Expr, Pat, Stmt};

impl Lower<'_> {
    /// `a = b = value`
    pub(crate) fn assign(&mut self, targets: &[PyExpr], value: &PyExpr, start: u32) -> Vec<Stmt> {
        if let Some(done) = self.native_assign(targets, value, start) {
            return done;
        }
        if let [target] = targets {
            if let ExprKind::Name(name) = &target.kind
                && self.declares(name, start)
            {
                let value = self.value(value);
                return vec![self.declare(name, value)];
            }
            let value = self.value(value);
            return self.assign_to(target, value);
        }
        let held = self.fresh("value");
        let value = self.value(value);
        let mut out = vec![Stmt::let_(Pat::name(held.clone()), None, value)];
        for target in targets {
            let copy = Expr::path(held.clone()).method("clone", vec![]);
            out.extend(self.assign_to(target, copy));
        }
        out
    }

    /// Whether the statement at `start` declares the variable.
    pub(crate) fn declares(&mut self, name: &str, start: u32) -> bool {
        let local = matches!(self.place(name), Place::Local(_));
        let scope = self.scope();
        local
            && scope.locals.declared.get(name) == Some(&start)
            && !scope.declared.contains(name)
            && scope.kind != super::Kind::Comp
    }

    /// `let name = value;`
    pub(crate) fn declare(&mut self, name: &str, value: Expr) -> Stmt {
        let rust = super::names::ident(name);
        let scope = self.scope();
        scope.declared.insert(name.to_string());
        let pattern = if scope.locals.changed.contains(name) { Pat::name_mut(rust) } else { Pat::name(rust) };
        Stmt::let_(pattern, None, value)
    }

    /// Binds a target to a value.
    pub(crate) fn assign_to(&mut self, target: &PyExpr, value: Expr) -> Vec<Stmt> {
        match &target.kind {
            ExprKind::Name(name) => vec![Stmt::expr(self.store(name, value))],
            ExprKind::Attr(base, name) => {
                if let Some(bound) = self.module_of(base) {
                    return self.assign_module(&bound, name, value, target);
                }
                let name = self.mangled(name);
                // The value comes first, then the object.
                let simple = matches!(base.kind, ExprKind::Name(_));
                if simple {
                    let base = self.receiver(base);
                    return vec![Stmt::expr(self.q(base.method("set_attr", vec![Expr::str(name), value])))];
                }
                let held = self.fresh("value");
                let base = self.receiver(base);
                let set = self.q(base.method("set_attr", vec![Expr::str(name), Expr::path(held.clone())]));
                vec![Stmt::let_(Pat::name(held), None, value), Stmt::expr(set)]
            }
            ExprKind::Item(base, index) => {
                let held = self.fresh("value");
                let (base, index) = (self.receiver(base), self.value(index));
                let set = self.q(base.method("set_item", vec![index, Expr::path(held.clone())]));
                vec![Stmt::let_(Pat::name(held), None, value), Stmt::expr(set)]
            }
            ExprKind::Tuple(parts) | ExprKind::List(parts) => self.unpack(parts, value),
            ExprKind::Star(inner) => self.assign_to(inner, value),
            ExprKind::Refused(code, message) => {
                let hole = self.refuse(*code, target.at, message);
                vec![Stmt::expr(import::typed_hole(hole))]
            }
            _ => {
                let hole = self.refuse(codes::UNSUPPORTED, target.at, "this assignment is not converted");
                vec![Stmt::expr(import::typed_hole(hole))]
            }
        }
    }

    fn assign_module(&mut self, bound: &import::Bound, name: &str, value: Expr, target: &PyExpr) -> Vec<Stmt> {
        match bound {
            import::Bound::Library("sys") if matches!(name, "stdout" | "stderr" | "stdin") => {
                vec![Stmt::expr(Expr::call_path(format!("py::io::replace_{name}"), vec![value]))]
            }
            import::Bound::Project(module)
                if self.facts.modules.get(module).is_some_and(|m| m.names.contains(name)) =>
            {
                let rust = self.facts.rust_module(module);
                let global = Expr::path(format!("{rust}::global::{}", super::names::ident(name)));
                vec![Stmt::expr(global.method("store", vec![value]))]
            }
            _ => {
                let hole =
                    self.refuse(codes::MODULE_VALUE, target.at, "assignment to a name of this module is not converted");
                vec![Stmt::expr(import::typed_hole(hole))]
            }
        }
    }

    pub(crate) fn unpack(&mut self, parts: &[PyExpr], value: Expr) -> Vec<Stmt> {
        let star = parts.iter().position(|p| matches!(p.kind, ExprKind::Star(_)));
        let names: Vec<String> = parts.iter().map(|_| self.fresh("item")).collect();
        let patterns = names.iter().map(|n| Pat::name(n.clone())).collect();
        let mut out = match star {
            None => {
                let all = self.q(Expr::call_path(format!("py::unpack::<{}>", parts.len()), vec![value.ref_()]));
                vec![Stmt::let_(Pat::Slice(patterns), None, all)]
            }
            Some(at) => {
                let after = parts.len() - at - 1;
                let all = Expr::call_path(
                    "py::unpack_star",
                    vec![value.ref_(), Expr::int(at as i128), Expr::int(after as i128)],
                );
                let all = self.q(all);
                let held = self.fresh("items");
                let fixed = self.q(Expr::call_path(
                    format!("py::unpack::<{}>", parts.len()),
                    vec![Expr::path(held.clone()).ref_()],
                ));
                vec![
                    Stmt::let_(Pat::name(held), None, Expr::call_path("Value::list", vec![all])),
                    Stmt::let_(Pat::Slice(patterns), None, fixed),
                ]
            }
        };
        for (part, name) in parts.iter().zip(names) {
            out.extend(self.assign_to(part, Expr::path(name)));
        }
        out
    }

    /// `del target`
    pub(crate) fn delete(&mut self, target: &PyExpr) -> Stmt {
        if let Some(done) = self.native_delete(target) {
            return done;
        }
        Stmt::expr(match &target.kind {
            ExprKind::Name(name) => match self.place(name) {
                Place::Global(rust) => self.q(Expr::path(format!("global::{rust}")).method("delete", vec![])),
                // A module stays; only a program that reads the name afterwards could see it.
                Place::Import(_) => Expr::unit(),
                Place::ClassName(name) => Expr::path("class.class").method("remove", vec![Expr::str(name)]),
                _ => self.store(name, Expr::path("Value::Unbound")),
            },
            ExprKind::Attr(base, name) => {
                let name = self.mangled(name);
                let base = self.operand(base);
                self.q(Expr::call_path("py::attr::del_attr", vec![base, Expr::str(name)]))
            }
            ExprKind::Item(base, index) => {
                let (base, index) = (self.receiver(base), self.operand(index));
                self.q(base.method("del_item", vec![index]))
            }
            ExprKind::Tuple(parts) | ExprKind::List(parts) => {
                let all = parts.iter().map(|p| self.delete(p)).collect();
                Expr::Block(batuta_rust_ir::Block::new(all))
            }
            _ => {
                let hole = self.refuse(codes::UNSUPPORTED, target.at, "this `del` is not converted");
                import::typed_hole(hole)
            }
        })
    }
}
