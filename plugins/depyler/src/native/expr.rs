//! Native expressions.

use super::block;
use crate::hir::{BinOp, Expr as PyExpr, ExprKind, UnaryOp};
use crate::infer::{T, rules};
use crate::lower::Lower;
use batuta_rust_ir::{self as rir, Block, Expr, Type};

impl Lower<'_> {
    /// A native form; none where the dynamic one stays.
    pub(crate) fn native_expr(&mut self, e: &PyExpr) -> Option<(Expr, T)> {
        self.types.as_ref()?;
        let found = self.about(e, |l| l.native_kind(e));
        if found.is_some() {
            self.expressions += 1;
        }
        found
    }

    fn native_kind(&mut self, e: &PyExpr) -> Option<(Expr, T)> {
        match &e.kind {
            ExprKind::Bool(b) => Some((Expr::bool(*b), T::Bool)),
            ExprKind::Int(_) | ExprKind::Float(_) => self.number(e),
            ExprKind::Name(name) => self.load_native(name),
            ExprKind::Binary(op, a, b) => match self.special_binary(*op, a, b) {
                Some(done) => Some(done),
                None => self.native_binary(e, *op, a, b),
            },
            ExprKind::Compare(a, rest) if rest.len() == 1 && self.ty(e) != T::Bool => {
                let (op, b) = &rest[0];
                let name = crate::infer::compare_name(*op)?;
                self.special(a, name, &[b])
            }
            ExprKind::Unary(op, a) if matches!(self.ty(a), T::Obj(_)) && *op != UnaryOp::Not => {
                self.special(a, crate::infer::unary_name(*op)?, &[])
            }
            ExprKind::Unary(UnaryOp::Not, _) | ExprKind::Compare(..) if self.ty(e) == T::Bool => {
                Some((self.cond(e), T::Bool))
            }
            ExprKind::Unary(op, a) => self.native_unary(e, *op, a),
            ExprKind::If(test, a, b) => {
                let t = self.ty(e);
                if t.is_value() && self.ty(a).is_value() && self.ty(b).is_value() {
                    return None;
                }
                let test = self.cond(test);
                let (a, b) = (self.as_type(a, &t), self.as_type(b, &t));
                Some((Expr::if_(test, Block::value(a), Some(Block::value(b))), t))
            }
            ExprKind::Logic(and, parts) => self.native_logic(e, *and, parts),
            ExprKind::Tuple(items) => {
                let T::Tuple(types) = self.ty(e) else { return None };
                if types.len() != items.len() {
                    return None;
                }
                let parts = items.iter().zip(&types).map(|(i, t)| self.as_type(i, t)).collect();
                Some((Expr::Tuple(parts), T::Tuple(types)))
            }
            ExprKind::List(items) => {
                let T::List(t) = self.ty(e) else { return None };
                let items: Vec<Expr> = items.iter().map(|i| self.as_type(i, &t)).collect();
                let made = if items.is_empty() {
                    Expr::call_path("py::List::new", vec![Expr::call_path("Vec::new", vec![])])
                } else {
                    Expr::call_path("py::List::new", vec![Expr::macro_call("vec", items)])
                };
                Some((made, T::List(t)))
            }
            ExprKind::Dict(pairs) => {
                let T::Dict(k, v) = self.ty(e) else { return None };
                if pairs.is_empty() {
                    return Some((Expr::call_path("py::Map::default", vec![]), T::Dict(k, v)));
                }
                let mut items = vec![];
                for (key, value) in pairs {
                    let key = self.as_type(key.as_ref()?, &k);
                    items.push(Expr::Tuple(vec![key, self.as_type(value, &v)]));
                }
                Some((Expr::call_path("py::Map::of", vec![Expr::Array(items)]), T::Dict(k, v)))
            }
            ExprKind::Comp(comp) => self.native_comp(e, comp),
            ExprKind::Item(base, index) => self.native_item(e, base, index),
            ExprKind::Attr(base, name) => self.native_attr(base, name),
            ExprKind::Call(f, args) => self.native_call(e, f, args),
            ExprKind::Format(_) => {
                let text = self.shown(|l| l.dynamic_value(e));
                Some((text, T::Str))
            }
            _ => None,
        }
    }

    /// `a op b` by a method of a native class.
    pub(crate) fn special_binary(&mut self, op: BinOp, a: &PyExpr, b: &PyExpr) -> Option<(Expr, T)> {
        let (own, reflected) = crate::infer::binary_name(op);
        if let Some(done) = self.special(a, own, &[b]) {
            return Some(done);
        }
        if !self.ty(a).is_number() || !self.has_method(&self.ty(b), reflected) {
            return None;
        }
        if matches!(b.kind, ExprKind::Name(_)) || crate::lower::call::constant(a) {
            return self.special(b, reflected, &[a]);
        }
        self.disagree();
        None
    }

    fn number(&mut self, e: &PyExpr) -> Option<(Expr, T)> {
        match &e.kind {
            ExprKind::Int(digits) => {
                let n: i64 = digits.parse().ok()?;
                match self.ty(e) {
                    t @ T::Int(_) => Some((int_literal(n.into()), t)),
                    _ => None,
                }
            }
            ExprKind::Float(x) if x.is_infinite() => Some((Expr::path("f64::INFINITY"), T::Float)),
            ExprKind::Float(x) => Some((Expr::float(*x), T::Float)),
            _ => None,
        }
    }

    /// A number as `f64`.
    pub(crate) fn float(&mut self, x: Expr, t: &T) -> Expr {
        match t {
            T::Float => x,
            T::Bool => Expr::call_path("f64::from", vec![x]),
            T::Int(_) => match x {
                Expr::Lit(rir::Literal::Int(n, None)) if n.unsigned_abs() < 1 << 53 => Expr::float(n as f64),
                x => Expr::Cast(Box::new(x), Type::path("f64")),
            },
            T::Real => x.method("float", vec![]),
            _ => {
                self.disagree();
                x
            }
        }
    }

    fn native_binary(&mut self, e: &PyExpr, op: BinOp, a: &PyExpr, b: &PyExpr) -> Option<(Expr, T)> {
        let t = self.ty(e);
        if let (T::Int(_), Some(n)) = (&t, rules::literal(e)) {
            return Some((int_literal(n), t));
        }
        let (ta, tb) = (self.ty(a), self.ty(b));
        if let (BinOp::Mod, T::Int(_), ExprKind::Binary(BinOp::Mul, x, y)) = (op, &tb, &a.kind)
            && matches!((self.ty(x), self.ty(y)), (T::Int(_), T::Int(_)))
            && ta == T::Long
        {
            // The product may not fit, the remainder does.
            let int = T::Int(63);
            let args = vec![self.as_type(x, &int), self.as_type(y, &int), self.as_type(b, &int)];
            return Some((self.q(Expr::call_path("py::int::mul_mod", args)), t));
        }
        if ta.is_number() && tb.is_number() {
            let (x, y) = (self.typed(a).0, self.typed(b).0);
            return self.arithmetic(op, x, &ta, y, &tb, &t);
        }
        match (op, &ta, &tb) {
            (BinOp::Add, T::List(x), T::List(y)) if x.same(y) => {
                let (a, b) = (self.place_expr(a).0, self.typed(b).0);
                Some((a.method("concat", vec![b.ref_()]), t))
            }
            (BinOp::Mul, T::List(_), T::Int(_)) => {
                let (a, b) = (self.typed(a).0, self.typed(b).0);
                Some((a.method("repeat", vec![b]), t))
            }
            (BinOp::Mul, T::Int(_), T::List(_)) => {
                let mut stmts = vec![];
                let a = self.typed(a).0;
                let a = self.hold("count", a, &mut stmts);
                let b = self.typed(b).0;
                Some((block(stmts, b.method("repeat", vec![a])), t))
            }
            (BinOp::Add, T::Tuple(x), T::Tuple(y)) if matches!(&t, T::Tuple(z) if z.len() == x.len() + y.len()) => {
                let mut stmts = vec![];
                let (left, right) = (self.typed(a).0, self.typed(b).0);
                let (left, right) = (self.hold("left", left, &mut stmts), self.hold("right", right, &mut stmts));
                let part = |x: &Expr, n: usize| x.clone().field(n.to_string()).method("clone", vec![]);
                let parts = (0..x.len()).map(|n| part(&left, n)).chain((0..y.len()).map(|n| part(&right, n)));
                Some((block(stmts, Expr::Tuple(parts.collect())), t))
            }
            (BinOp::Mod, T::Str, _) => {
                let text = self.shown(|l| l.dynamic_value(e));
                Some((text, T::Str))
            }
            _ => None,
        }
    }

    /// Arithmetic on two numbers of which the first was computed first.
    pub(crate) fn arithmetic(&mut self, op: BinOp, x: Expr, ta: &T, y: Expr, tb: &T, t: &T) -> Option<(Expr, T)> {
        if let (BinOp::And | BinOp::Or | BinOp::Xor, T::Bool, T::Bool) = (op, ta, tb) {
            let op = match op {
                BinOp::And => rir::BinOp::BitAnd,
                BinOp::Or => rir::BinOp::BitOr,
                _ => rir::BinOp::BitXor,
            };
            return Some((Expr::binary(op, x, y), T::Bool));
        }
        match t {
            T::Int(_) => {
                let int = T::Int(63);
                let (x, y) = (self.coerce(x, ta, &int), self.coerce(y, tb, &int));
                Some((self.int_arithmetic(op, x, y)?, t.clone()))
            }
            T::Float if op == BinOp::Div && !matches!((ta, tb), (T::Float, _) | (_, T::Float)) => {
                if matches!((ta, tb), (T::Real, _) | (_, T::Real)) {
                    let (x, y) = (self.real(x, ta), self.real(y, tb));
                    return Some((self.q(x.method("div", vec![y])), T::Float));
                }
                let int = T::Int(63);
                let (x, y) = (self.coerce(x, ta, &int), self.coerce(y, tb, &int));
                Some((self.q(Expr::call_path("py::int::div", vec![x, y])), T::Float))
            }
            T::Float => {
                let (x, y) = (self.float(x, ta), self.float(y, tb));
                Some((self.float_arithmetic(op, x, y)?, T::Float))
            }
            T::Real => {
                let (x, y) = (self.real(x, ta), self.real(y, tb));
                let op = match op {
                    BinOp::Add => rir::BinOp::Add,
                    BinOp::Sub => rir::BinOp::Sub,
                    BinOp::Mul => rir::BinOp::Mul,
                    _ => return None,
                };
                Some((Expr::binary(op, x, y), T::Real))
            }
            // An int of any size from two that fit, or a number of unknown kind.
            T::Long | T::Dyn => {
                let (x, y) = (self.coerce(x, ta, &T::Dyn), self.coerce(y, tb, &T::Dyn));
                let result = x.method(crate::lower::expr::operator(op), vec![y.ref_()]);
                Some((self.q(result), t.clone()))
            }
            _ => None,
        }
    }

    /// A number as `Real`.
    pub(crate) fn real(&mut self, x: Expr, t: &T) -> Expr {
        if *t == T::Bool {
            let x = self.coerce(x, t, &T::Int(1));
            return self.coerce(x, &T::Int(1), &T::Real);
        }
        self.coerce(x, t, &T::Real)
    }

    fn int_arithmetic(&mut self, op: BinOp, x: Expr, y: Expr) -> Option<Expr> {
        let positive = matches!(&y, Expr::Lit(rir::Literal::Int(n, _)) if *n > 0);
        let call = |name: &str, x, y| Expr::call_path(format!("py::int::{name}"), vec![x, y]);
        Some(match op {
            BinOp::Add | BinOp::Sub | BinOp::Mul => {
                let name = match op {
                    BinOp::Add => "add",
                    BinOp::Sub => "sub",
                    _ => "mul",
                };
                call(name, x, y)
            }
            BinOp::FloorDiv if positive => Expr::call_path("i64::div_euclid", vec![x, y]),
            BinOp::Mod if positive => Expr::call_path("i64::rem_euclid", vec![x, y]),
            BinOp::FloorDiv => self.q(call("floor_div", x, y)),
            BinOp::Mod => self.q(call("modulo", x, y)),
            BinOp::Shl => self.q(call("shl", x, y)),
            BinOp::Shr => self.q(call("shr", x, y)),
            BinOp::And => Expr::binary(rir::BinOp::BitAnd, x, y),
            BinOp::Or => Expr::binary(rir::BinOp::BitOr, x, y),
            BinOp::Xor => Expr::binary(rir::BinOp::BitXor, x, y),
            BinOp::Pow => call("pow", x, y),
            BinOp::Div | BinOp::MatMul => return None,
        })
    }

    fn float_arithmetic(&mut self, op: BinOp, x: Expr, y: Expr) -> Option<Expr> {
        let nonzero = matches!(&y, Expr::Lit(rir::Literal::Float(n, _)) if *n != 0.0);
        let call = |name: &str, x, y| Expr::call_path(format!("py::float::{name}"), vec![x, y]);
        Some(match op {
            BinOp::Add => Expr::binary(rir::BinOp::Add, x, y),
            BinOp::Sub => Expr::binary(rir::BinOp::Sub, x, y),
            BinOp::Mul => Expr::binary(rir::BinOp::Mul, x, y),
            BinOp::Div if nonzero => Expr::binary(rir::BinOp::Div, x, y),
            BinOp::Div => self.q(call("div", x, y)),
            BinOp::FloorDiv => self.q(call("floor_div", x, y)),
            BinOp::Mod => self.q(call("modulo", x, y)),
            BinOp::Pow => self.q(call("pow", x, y)),
            _ => return None,
        })
    }

    fn native_unary(&mut self, e: &PyExpr, op: UnaryOp, a: &PyExpr) -> Option<(Expr, T)> {
        let (t, ta) = (self.ty(e), self.ty(a));
        if let (T::Int(_), Some(n)) = (&t, rules::literal(e)) {
            return Some((int_literal(n), t));
        }
        if !ta.is_number() || t.is_value() {
            return None;
        }
        let x = self.typed(a).0;
        let x = if ta == T::Bool { self.coerce(x, &ta, &T::Int(1)) } else { x };
        Some(match (op, &t) {
            (UnaryOp::Neg, T::Int(_)) => (Expr::call_path("py::int::neg", vec![x]), t),
            (UnaryOp::Neg, _) => (Expr::unary(rir::UnOp::Neg, x), t),
            (UnaryOp::Plus, _) => (x, t),
            (UnaryOp::Invert, T::Int(_)) => (Expr::unary(rir::UnOp::Not, x), t),
            _ => return None,
        })
    }

    fn native_logic(&mut self, e: &PyExpr, and: bool, parts: &[PyExpr]) -> Option<(Expr, T)> {
        let t = self.ty(e);
        if t.is_value() {
            return None;
        }
        if t == T::Bool {
            return Some((self.cond(e), T::Bool));
        }
        let (last, rest) = parts.split_last()?;
        let mut out = self.as_type(last, &t);
        for part in rest.iter().rev() {
            let tp = self.ty(part);
            let x = self.typed(part).0;
            let mut stmts = vec![];
            let held = self.hold("left", x, &mut stmts);
            let test = self.truth(held.clone(), &tp);
            let test = if and { test.not_() } else { test };
            let value = self.coerce(held, &tp, &t);
            out = block(stmts, Expr::if_(test, Block::value(value), Some(Block::value(out))));
        }
        Some((out, t))
    }

    fn native_item(&mut self, e: &PyExpr, base: &PyExpr, index: &PyExpr) -> Option<(Expr, T)> {
        let tb = self.ty(base);
        if let ExprKind::Slice(a, b, c) = &index.kind {
            let T::List(_) = tb else { return None };
            let list = self.place_expr(base).0;
            let parts = [a, b, c].map(|p| match p {
                Some(p) => self.bound(p),
                None => Expr::path("None"),
            });
            return Some((self.q(list.method("slice", parts.into())), tb));
        }
        match &tb {
            T::Obj(_) => self.special(base, "__getitem__", &[index]),
            T::List(t) => {
                let at = self.as_type_index(index)?;
                if let ExprKind::Item(outer, row) = &base.kind
                    && matches!(self.ty(outer), T::List(_))
                    && !matches!(row.kind, ExprKind::Slice(..))
                {
                    // Row and column at once: no handle of the row is made.
                    let list = self.place_expr(outer).0;
                    let row = self.as_type_index(row)?;
                    let get = list.method("get_in", vec![row, at]);
                    return Some((self.q(get), (**t).clone()));
                }
                let list = self.place_expr(base).0;
                Some((self.q(list.method("get", vec![at])), (**t).clone()))
            }
            T::Tuple(parts) => {
                let t = self.ty(e);
                let tuple = self.place_expr(base).0;
                if let Some(n) = rules::literal(index) {
                    let n = if n < 0 { n + parts.len() as i128 } else { n };
                    let t = parts.get(usize::try_from(n).ok()?)?.clone();
                    let field = tuple.field(n.to_string());
                    return Some((if t.is_copy() { field } else { field.method("clone", vec![]) }, t));
                }
                if !matches!(self.ty(index), T::Int(_)) {
                    return None;
                }
                let mut stmts = vec![];
                let tuple = self.hold("tuple", tuple.method("clone", vec![]), &mut stmts);
                let at = self.as_type_index(index)?;
                let items = (0..parts.len()).map(|n| tuple.clone().field(n.to_string()).method("clone", vec![]));
                let get = Expr::call_path("py::typed::tuple_item", vec![Expr::Array(items.collect()).ref_(), at]);
                Some((block(stmts, self.q(get)), t))
            }
            T::Str if matches!(self.ty(index), T::Int(_)) => {
                let text = self.operand(base);
                let at = self.typed(index).0;
                Some((self.q(Expr::call_path("py::typed::char_at", vec![text, at])), T::Str))
            }
            T::Dict(k, v) => {
                let dict = self.place_expr(base).0;
                let key = self.as_type(index, k);
                Some((self.q(dict.method("get", vec![key.ref_()])), (**v).clone()))
            }
            _ => None,
        }
    }

    /// An index as `i64`.
    pub(crate) fn as_type_index(&mut self, e: &PyExpr) -> Option<Expr> {
        self.as_int_by(e, "py::typed::index")
    }

    /// A place for a method, as `i64`.
    pub(crate) fn as_place(&mut self, e: &PyExpr) -> Option<Expr> {
        self.as_int_by(e, "py::typed::place")
    }

    fn as_int_by(&mut self, e: &PyExpr, convert: &str) -> Option<Expr> {
        let t = self.ty(e);
        Some(match t {
            T::Int(_) => self.typed(e).0,
            T::Bool => {
                let x = self.typed(e).0;
                self.coerce(x, &T::Bool, &T::Int(1))
            }
            t if t.is_value() || (matches!(t, T::Opt(_)) && t.crosses()) => {
                let x = self.value(e);
                self.q(Expr::call_path(convert, vec![x.ref_()]))
            }
            _ => return None,
        })
    }

    /// A part of a slice as `Option<i64>`.
    fn bound(&mut self, e: &PyExpr) -> Expr {
        if matches!(e.kind, ExprKind::None) {
            return Expr::path("None");
        }
        match self.ty(e) {
            T::Int(_) => Expr::call_path("Some", vec![self.typed(e).0]),
            _ => {
                let x = self.value(e);
                self.q(Expr::call_path("py::typed::bound", vec![x.ref_()]))
            }
        }
    }
}

/// An int literal, with its type where that may not be clear.
fn int_literal(n: i128) -> Expr {
    if n.unsigned_abs() > 0x7fff_ffff { Expr::int_as(n, "i64") } else { Expr::int(n) }
}
