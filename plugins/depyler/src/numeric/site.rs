//! Expressions and statements that become calls of stubs.

use super::tree::Tree;
use super::types::{Kind, Ty};
use super::{Form, Site, floats};
use crate::hir::{Arg, BinOp, Expr as PyExpr, ExprKind};
use crate::lower::Lower;
use crate::lower::import::Bound;
use crate::lower::names::Place;
use batuta_rust_ir::{Block, Expr, Pat, Stmt};

impl Lower<'_> {
    /// The call of a stub for an expression, where one is worth having.
    pub(crate) fn numeric_site(&mut self, e: &PyExpr) -> Option<Expr> {
        match &e.kind {
            ExprKind::Binary(BinOp::MatMul, a, b) => self.product_site(e, a, b, "x[0].matmul(&x[1])?".into()),
            ExprKind::Binary(..) | ExprKind::Unary(..) | ExprKind::Compare(..) => self.map_site(e),
            ExprKind::Call(f, args) => self.call_site(e, f, args),
            _ => None,
        }
    }

    fn call_site(&mut self, e: &PyExpr, f: &PyExpr, args: &[Arg]) -> Option<Expr> {
        let ExprKind::Attr(base, name) = &f.kind else { return None };
        let numpy = self.module_of(base) == Some(Bound::Library("numpy"));
        match (name.as_str(), numpy, args) {
            ("sum" | "mean", false, []) => self.sum_site(e, base, name, "METHOD"),
            ("sum" | "mean", true, [Arg::Pos(a)]) => self.sum_site(e, a, name, "FUNCTION"),
            ("dot" | "matmul", true, [Arg::Pos(a), Arg::Pos(b)]) => {
                self.product_site(e, a, b, format!("py::numpy::{name}(&py::pos(&[x[0].clone(), x[1].clone()]))?"))
            }
            ("dot", false, [Arg::Pos(b)]) => {
                self.product_site(e, base, b, "x[0].method(\"dot\", &[x[1].clone()])?".into())
            }
            ("sqrt" | "abs" | "absolute" | "square", true, _) => self.map_site(e),
            _ => None,
        }
    }

    /// Two operations or more that one pass can do.
    fn map_site(&mut self, e: &PyExpr) -> Option<Expr> {
        let (form, shape) = match self.numeric.ty(e) {
            Ty::Array(Kind::F64, shape) => (Form::Map, shape),
            Ty::Array(Kind::Bool, shape) if matches!(e.kind, ExprKind::Compare(..)) => (Form::Test, shape),
            _ => return None,
        };
        let tree = Tree::of(self, e)?;
        if tree.arrays < 2 {
            return None;
        }
        let (name, plain) = (tree.name("fused"), tree.plain.clone());
        Some(self.call_stub(e, form, name, shape, plain, &tree.leaves))
    }

    /// The sum or the mean of an expression that NumPy would make an array for.
    fn sum_site(&mut self, e: &PyExpr, of: &PyExpr, name: &str, how: &str) -> Option<Expr> {
        floats(&self.numeric.ty(of))?;
        let tree = Tree::of(self, of)?;
        if tree.arrays < 1 {
            return None;
        }
        let plain = match how {
            "METHOD" => format!("{}.method({name:?}, &[])?", tree.plain),
            _ => format!("py::numpy::{name}(&py::pos(&[{}.clone()]))?", tree.plain),
        };
        let form = if name == "mean" { Form::Mean } else { Form::Sum };
        Some(self.call_stub(e, form, tree.name("sum"), vec![], plain, &tree.leaves))
    }

    fn product_site(&mut self, e: &PyExpr, a: &PyExpr, b: &PyExpr, plain: String) -> Option<Expr> {
        let shape = floats(&self.numeric.ty(e))?.to_vec();
        let (x, y) = (self.numeric.ty(a), self.numeric.ty(b));
        let leaves = [(a, floats(&x)?.to_vec()), (b, floats(&y)?.to_vec())];
        Some(self.call_stub(e, Form::Product, "matmul".into(), shape, plain, &leaves))
    }

    /// `target op= value` in one pass, where the target is a plain variable.
    pub(crate) fn numeric_update(&mut self, op: BinOp, target: &PyExpr, value: &PyExpr) -> Option<Vec<Stmt>> {
        let ExprKind::Name(name) = &target.kind else { return None };
        let shape = floats(&self.numeric.ty(target))?.to_vec();
        let Place::Local(rust) = self.place(name) else { return None };
        if !self.var_type(name).is_value() {
            return None;
        }
        let tree = Tree::in_place(self, op, target, value)?;
        if tree.arrays < 1 || !floats_or_number(&self.numeric.ty(value)) {
            return None;
        }
        let method = format!("{}_assign", crate::lower::expr::operator(op));
        let plain = format!("target.{method}(&{})?", tree.plain);
        let held = self.fresh("operands");
        let values = tree.leaves.iter().map(|(e, _)| self.value(e)).collect();
        let id = self.list(target, Form::Update, tree.name("fused"), shape, plain, &tree.leaves);
        let args = vec![Expr::path(rust).ref_mut(), Expr::path(held.clone())];
        let call = self.q(Expr::call_path(format!("sites::site_{id}_of"), args));
        Some(vec![Stmt::expr(Expr::Block(Block::new(vec![
            Stmt::let_(Pat::name(held), None, Expr::Array(values)),
            Stmt::expr(call),
        ])))])
    }

    fn call_stub(
        &mut self,
        e: &PyExpr,
        form: Form,
        name: String,
        shape: Vec<Option<u32>>,
        plain: String,
        leaves: &[(&PyExpr, Vec<Option<u32>>)],
    ) -> Expr {
        let values = leaves.iter().map(|(leaf, _)| self.value(leaf)).collect();
        let id = self.list(e, form, name, shape, plain, leaves);
        self.q(Expr::call_path(format!("sites::site_{id}_of"), vec![Expr::Array(values)]))
    }

    fn list(
        &mut self,
        e: &PyExpr,
        form: Form,
        name: String,
        result: Vec<Option<u32>>,
        plain: String,
        leaves: &[(&PyExpr, Vec<Option<u32>>)],
    ) -> usize {
        let operands = leaves.iter().map(|(_, shape)| shape.clone()).collect();
        let (at, line) = (self.origin(e.at), self.lines.line(e.at.start));
        self.numeric.add(Site { form, name, operands, result, at, plain, line })
    }
}

fn floats_or_number(t: &Ty) -> bool {
    t.is_floats() || t.is_number()
}
