//! Classes are built at run time, statement by statement, as in Python.

use super::{Kind, Lower, Scope, import};
use crate::codes;
use crate::hir::{Arg, Class, Expr as PyExpr, ExprKind, StmtKind};
use crate::scope;
use batuta_rust_ir::{Block, Expr, Pat, Stmt};
use batuta_text::TextRange;
use std::collections::BTreeSet;

impl Lower<'_> {
    /// `class`: statements that bind the class.
    pub(crate) fn class(&mut self, c: &Class, at: TextRange) -> Vec<Stmt> {
        if self.native_class_stmt(c, at) {
            return vec![];
        }
        let mut bases: Vec<PyExpr> = vec![];
        let mut keywords = vec![];
        for arg in &c.args {
            match arg {
                Arg::Pos(e) => bases.push(base_of(e)),
                Arg::Named(name, value) if name == "metaclass" => {
                    let plain = matches!(&value.kind, ExprKind::Name(n) | ExprKind::Attr(_, n) if n == "ABCMeta");
                    if !plain {
                        keywords.push((name.clone(), value.clone()));
                        continue;
                    }
                    bases.push(PyExpr { at: value.at, kind: ExprKind::Name(" ABC".into()) });
                }
                Arg::Named(name, value) => keywords.push((name.clone(), value.clone())),
                Arg::Mapping(_) => {
                    let hole = self.refuse(codes::UNSUPPORTED, at, "class keywords from a mapping are not converted");
                    return vec![Stmt::expr(import::typed_hole(hole))];
                }
            }
        }
        let finaliser = c.body.iter().find(|s| matches!(&s.kind, StmtKind::Function(f) if f.name == "__del__"));
        if let Some(method) = finaliser {
            let hole = self.refuse(
                codes::UNSUPPORTED,
                method.at,
                "`__del__` is not converted: objects end at other times in Rust",
            );
            return vec![Stmt::expr(import::typed_hole(hole))];
        }
        let bases: Vec<Expr> = bases.iter().map(|b| self.base(b)).collect();
        let path = self.scope().path.clone();
        let doc = c
            .doc
            .as_ref()
            .map_or(Expr::path("Value::None"), |d| Expr::call_path("Value::str", vec![Expr::str(d.clone())]));
        self.names_module = true;
        let body_of = Expr::call_path(
            "py::ClassBody::new",
            vec![Expr::str(c.name.clone()), Expr::path("NAME"), doc, Expr::Array(bases).ref_()],
        );
        let mut stmts = vec![];
        stmts.push(Stmt::let_(Pat::name("class"), None, self.q(body_of)));
        if !path.is_empty() {
            let name = Expr::call_path("Value::str", vec![Expr::str(format!("{path}{}", c.name))]);
            stmts.push(Stmt::expr(Expr::path("class").method("set", vec![Expr::str("__qualname__"), name])));
        }
        let frames = self.frame_scope().frames.clone();
        self.scopes.push(Scope {
            key: crate::infer::NOWHERE,
            ret: crate::infer::T::Dyn,
            kind: Kind::Class,
            names: scope::class(c),
            locals: crate::assign::Locals::default(),
            frames,
            path: format!("{path}{}.", c.name),
            imports: import::collect(&c.body, self.facts),
            declared: BTreeSet::new(),
            handling: vec![],
            receiver: None,
            class: Some(c.name.clone()),
        });
        let (body, _) = self.block(&c.body);
        stmts.extend(body);
        self.scopes.pop();
        let mut pairs = vec![];
        for (name, value) in &keywords {
            let value = self.value(value);
            pairs.push(Expr::Tuple(vec![Expr::str(name.clone()), value]));
        }
        let finished = self.q(Expr::path("class").method("finish", vec![Expr::Array(pairs).ref_()]));
        let mut value = Expr::Block(Block::new(stmts).tail(finished));
        for decorator in c.decorators.iter().rev() {
            value = self.decorated(decorator, value);
        }
        vec![self.bind(&c.name, value)]
    }

    fn base(&mut self, base: &PyExpr) -> Expr {
        match &base.kind {
            ExprKind::Name(name) if name == " ABC" => Expr::call_path("py::library_class", vec![Expr::str("ABC")]),
            _ => self.value(base),
        }
    }
}

/// `Generic[T]` and `List[int]` as bases are what stands before the bracket.
fn base_of(e: &PyExpr) -> PyExpr {
    match &e.kind {
        ExprKind::Item(base, _) => (**base).clone(),
        _ => e.clone(),
    }
}
