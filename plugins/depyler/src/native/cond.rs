//! Native conditions.

use super::block;
use crate::hir::{CmpOp, Expr as PyExpr, ExprKind};
use crate::infer::T;
use crate::lower::Lower;
use batuta_rust_ir::{self as rir, Block, Expr, Stmt};

impl Lower<'_> {
    /// A condition that needs no dynamic test.
    pub(crate) fn native_cond(&mut self, e: &PyExpr) -> Option<Expr> {
        self.types.as_ref()?;
        match &e.kind {
            ExprKind::Bool(_) | ExprKind::None | ExprKind::Unary(crate::hir::UnaryOp::Not, _) => None,
            ExprKind::Logic(..) => None,
            ExprKind::Compare(a, rest) => {
                self.expressions += 1;
                match &rest[..] {
                    [(op, b)] => self.native_compare(*op, a, b),
                    rest => self.native_chain(a, rest),
                }
            }
            _ => {
                let t = self.ty(e);
                if t.is_value() {
                    return None;
                }
                let x = self.place_expr(e).0;
                Some(self.truth(x, &t))
            }
        }
    }

    /// The truth of a native value.
    pub(crate) fn truth(&mut self, x: Expr, t: &T) -> Expr {
        match t {
            T::Bool => x,
            T::Int(_) => Expr::binary(rir::BinOp::Ne, x, Expr::int(0)),
            T::Float => Expr::binary(rir::BinOp::Ne, x, Expr::float(0.0)),
            T::Real => x.method("truth", vec![]),
            T::List(_) | T::Dict(..) => x.method("is_empty", vec![]).not_(),
            T::Obj(class) if self.has_method(t, "__bool__") || self.has_method(t, "__len__") => {
                let name = if self.has_method(t, "__bool__") { "__bool__" } else { "__len__" };
                match self.tested(*class, name, x) {
                    Some((x, t)) => self.truth(x, &t),
                    None => {
                        self.disagree();
                        Expr::bool(true)
                    }
                }
            }
            T::Opt(inner) if self.has_method(inner, "__bool__") || self.has_method(inner, "__len__") => {
                let held = self.fresh("object");
                let test = self.truth(Expr::path(held.clone()), inner);
                let arms = vec![
                    rir::Arm::new(rir::Pat::tuple_struct("Some", [rir::Pat::name(held)]), test),
                    rir::Arm::new(rir::Pat::path("None"), Expr::bool(false)),
                ];
                Expr::match_(x.method("clone", vec![]), arms)
            }
            T::Tuple(_) | T::Obj(_) => {
                Expr::Block(Block::new(vec![Stmt::assign(Expr::path("_"), x)]).tail(Expr::bool(true)))
            }
            T::Opt(inner) if matches!(**inner, T::Obj(_)) => x.method("is_some", vec![]),
            T::Opt(_) => Expr::call_path("py::typed::truth", vec![x.ref_()]),
            _ => self.q(x.method("truth", vec![])),
        }
    }

    fn native_compare(&mut self, op: CmpOp, a: &PyExpr, b: &PyExpr) -> Option<Expr> {
        let (ta, tb) = (self.ty(a), self.ty(b));
        if let Some(test) = self.special_test(op, a, &ta, b, &tb) {
            return Some(test);
        }
        if ta.is_number() && tb.is_number() && rust_op(op).is_some() {
            let (x, y) = (self.typed(a).0, self.typed(b).0);
            return self.numbers(op, x, &ta, y, &tb);
        }
        if ta == T::Str && tb == T::Str && !walrus(b) {
            if let Some(rust) = rust_op(op) {
                return Some(self.texts(rust, a, b));
            }
            if matches!(op, CmpOp::In | CmpOp::NotIn) {
                let (part, text) = (self.text_ref(a), self.text_ref(b));
                let found = text.method("contains", vec![part]);
                return Some(if op == CmpOp::In { found } else { found.not_() });
            }
        }
        match op {
            CmpOp::Is | CmpOp::IsNot => self.native_is(op, a, &ta, b, &tb),
            CmpOp::In | CmpOp::NotIn => {
                let found = self.native_in(a, &ta, b, &tb)?;
                Some(if op == CmpOp::In { found } else { found.not_() })
            }
            CmpOp::Eq | CmpOp::Ne if object(&ta) && object(&tb) => {
                let same = self.same_object(a, &ta, b, &tb);
                Some(if op == CmpOp::Eq { same } else { same.not_() })
            }
            _ if container(&ta) || container(&tb) => {
                let (stmts, x, y) = self.copies(a, b);
                Some(block(stmts, self.comparison(op, x, y.ref_())))
            }
            _ => None,
        }
    }

    /// A comparison that calls a method of a native class.
    fn special_test(&mut self, op: CmpOp, a: &PyExpr, ta: &T, b: &PyExpr, tb: &T) -> Option<Expr> {
        let name = crate::infer::compare_name(op)?;
        let (found, not) = match op {
            CmpOp::In | CmpOp::NotIn => {
                if !self.has_method(tb, name) {
                    return None;
                }
                if !matches!(b.kind, ExprKind::Name(_) | ExprKind::Attr(..)) && !crate::lower::call::constant(a) {
                    self.disagree();
                }
                (self.special(b, name, &[a])?, op == CmpOp::NotIn)
            }
            CmpOp::Ne if !self.has_method(ta, name) => (self.special(a, "__eq__", &[b])?, true),
            _ => (self.special(a, name, &[b])?, false),
        };
        let test = self.truth(found.0, &found.1);
        Some(if not { test.not_() } else { test })
    }

    /// `isinstance` where the class of an instance is known.
    pub(crate) fn native_isinstance(&mut self, e: &PyExpr, t: &T, class: &PyExpr) -> Option<(Expr, T)> {
        let all: Vec<&PyExpr> = match &class.kind {
            ExprKind::Tuple(items) => items.iter().collect(),
            _ => vec![class],
        };
        let named: Vec<Option<usize>> = all.iter().map(|c| self.class_named(c)).collect();
        let of = match t {
            T::Obj(c) => Some(*c),
            T::Opt(inner) => match **inner {
                T::Obj(c) => Some(c),
                _ => None,
            },
            _ => None,
        };
        if of.is_none() && (named.len() != 1 || named[0].is_none()) {
            return None;
        }
        let x = self.place_expr(e).0;
        if let Some(class) = of
            && let Some(kinds) = self.kinds_named(class, &all)
        {
            return self.native_kinds(x, t, &kinds);
        }
        let known = of.is_some_and(|c| named.contains(&Some(c)));
        let test = match t {
            T::Opt(_) if known => return Some((x.method("is_some", vec![]), T::Bool)),
            _ => Expr::bool(known),
        };
        let stmts = if matches!(x, Expr::Path(_)) { vec![] } else { vec![Stmt::assign(Expr::path("_"), x)] };
        Some((block(stmts, test), T::Bool))
    }

    /// The numbers of the classes of a family that are asked for.
    fn kinds_named(&self, class: usize, all: &[&PyExpr]) -> Option<Vec<i64>> {
        let types = self.types.as_ref()?.classes.get(class)?.as_ref()?;
        if types.members.len() < 2 {
            return None;
        }
        let named = all.iter().filter_map(|c| match &c.kind {
            ExprKind::Name(n) if self.class_named(c) == Some(class) => types.members.get(n),
            _ => None,
        });
        let mut kinds: Vec<i64> = named.flat_map(|m| m.under.iter().copied()).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Some(kinds)
    }

    /// Whether an instance of a family is of one of these classes.
    fn native_kinds(&mut self, x: Expr, t: &T, kinds: &[i64]) -> Option<(Expr, T)> {
        let numbers: Vec<Expr> = kinds.iter().map(|k| Expr::int((*k).into())).collect();
        let tested = |object: Expr| {
            let kind = object.field(crate::infer::KIND).method("get", vec![]);
            Expr::Array(numbers).method("contains", vec![kind.ref_()])
        };
        if !matches!(t, T::Opt(_)) {
            return Some((tested(x), T::Bool));
        }
        let held = self.fresh("object");
        let test = tested(Expr::path(held.clone()));
        let arms = vec![
            rir::Arm::new(rir::Pat::tuple_struct("Some", [rir::Pat::name(held)]), test),
            rir::Arm::new(rir::Pat::path("None"), Expr::bool(false)),
        ];
        Some((Expr::match_(x.method("clone", vec![]), arms), T::Bool))
    }

    /// A proved text as `&str`.
    fn text_ref(&mut self, e: &PyExpr) -> Expr {
        match &e.kind {
            ExprKind::Str(text) => Expr::str(text.clone()),
            _ => Expr::call_path("py::typed::text_of", vec![self.operand(e)]),
        }
    }

    /// Compares two texts; characters are compared without making texts of them.
    fn texts(&mut self, op: rir::BinOp, a: &PyExpr, b: &PyExpr) -> Expr {
        let (taken, one) = (self.is_letter(a), self.is_letter(b));
        if taken && one && !(matches!(a.kind, ExprKind::Str(_)) && matches!(b.kind, ExprKind::Str(_))) {
            let (x, y) = (self.letter(a), self.letter(b));
            return Expr::binary(op, x, y);
        }
        let (x, y) = (self.text_ref(a), self.text_ref(b));
        Expr::binary(op, x, y)
    }

    /// Whether an expression is one character: a literal or `text[n]`.
    fn is_letter(&self, e: &PyExpr) -> bool {
        match &e.kind {
            ExprKind::Str(text) => text.chars().count() == 1,
            ExprKind::Item(base, index) => self.ty(base) == T::Str && matches!(self.ty(index), T::Int(_)),
            _ => false,
        }
    }

    fn letter(&mut self, e: &PyExpr) -> Expr {
        match &e.kind {
            ExprKind::Item(base, index) => {
                let text = self.operand(base);
                let at = self.typed(index).0;
                self.q(Expr::call_path("py::typed::code_at", vec![text, at]))
            }
            ExprKind::Str(text) => Expr::Lit(rir::Literal::Char(text.chars().next().unwrap_or_default())),
            _ => Expr::unit(),
        }
    }

    /// A chain of comparisons of names and literals that are texts: reading them twice changes nothing.
    fn text_chain(&mut self, first: &PyExpr, rest: &[(CmpOp, PyExpr)]) -> Option<Expr> {
        let plain = |e: &PyExpr| matches!(e.kind, ExprKind::Name(_) | ExprKind::Str(_));
        let all = std::iter::once(first).chain(rest.iter().map(|(_, e)| e));
        for e in all {
            if !plain(e) || self.ty(e) != T::Str {
                return None;
            }
        }
        let mut left = first;
        let mut out: Option<Expr> = None;
        for (op, right) in rest {
            let test = self.texts(rust_op(*op)?, left, right);
            out = Some(match out {
                None => test,
                Some(before) => Expr::binary(rir::BinOp::And, before, test),
            });
            left = right;
        }
        out
    }

    /// Dynamic copies of two operands, made when both are computed.
    fn copies(&mut self, a: &PyExpr, b: &PyExpr) -> (Vec<Stmt>, Expr, Expr) {
        let mut stmts = vec![];
        let (x, ta) = self.typed(a);
        let x = self.hold("left", x, &mut stmts);
        let (y, tb) = self.typed(b);
        let y = self.hold("right", y, &mut stmts);
        self.shown(|l| (stmts, l.coerce(x, &ta, &T::Dyn), l.coerce(y, &tb, &T::Dyn)))
    }

    /// Compares two numbers.
    fn numbers(&mut self, op: CmpOp, x: Expr, ta: &T, y: Expr, tb: &T) -> Option<Expr> {
        let op = rust_op(op)?;
        let int = |t: &T| matches!(t, T::Int(_) | T::Bool);
        let literal = |x: &Expr| matches!(x, Expr::Lit(rir::Literal::Int(n, _)) if n.unsigned_abs() < 1 << 53);
        let (x, y) = match (ta, tb) {
            (T::Bool, T::Bool) | (T::Float, T::Float) => (x, y),
            (a, b) if int(a) && int(b) => {
                let int = T::Int(63);
                (self.coerce(x, ta, &int), self.coerce(y, tb, &int))
            }
            (T::Float, T::Int(_)) if literal(&y) => {
                let y = self.float(y, tb);
                (x, y)
            }
            (T::Int(_), T::Float) if literal(&x) => {
                let x = self.float(x, ta);
                (x, y)
            }
            _ => (self.real(x, ta), self.real(y, tb)),
        };
        Some(Expr::binary(op, x, y))
    }

    fn native_is(&mut self, op: CmpOp, a: &PyExpr, ta: &T, b: &PyExpr, tb: &T) -> Option<Expr> {
        let same = match (ta, tb) {
            (T::Opt(_), T::None) => self.place_expr(a).0.method("is_none", vec![]),
            (T::None, T::Opt(_)) => self.place_expr(b).0.method("is_none", vec![]),
            (t, T::None) if !t.is_value() => {
                let x = self.place_expr(a).0;
                Expr::Block(Block::new(vec![Stmt::assign(Expr::path("_"), x.ref_())]).tail(Expr::bool(false)))
            }
            (a_, b_) if object(a_) && object(b_) => self.same_object(a, ta, b, tb),
            _ => return None,
        };
        Some(if op == CmpOp::Is { same } else { same.not_() })
    }

    fn same_object(&mut self, a: &PyExpr, ta: &T, b: &PyExpr, tb: &T) -> Expr {
        if (ta, tb) == (&T::None, &T::None) {
            // Known, but what is tested may do more than give it.
            let (x, y) = (self.place_expr(a).0, self.place_expr(b).0);
            let both = [x, y].map(|side| Stmt::assign(Expr::path("_"), side));
            return Expr::Block(Block::new(both.into()).tail(Expr::bool(true)));
        }
        if matches!(b.kind, ExprKind::None) {
            let x = self.place_expr(a).0;
            return x.method("is_none", vec![]);
        }
        let class = match (ta, tb) {
            (T::Opt(inner), _) | (_, T::Opt(inner)) => (**inner).clone(),
            _ => ta.clone(),
        };
        if let (T::Obj(_), T::Obj(_)) = (ta, tb) {
            let (x, y) = (self.place_expr(a).0, self.place_expr(b).0);
            return Expr::call_path("py::typed::same", vec![x.ref_(), y.ref_()]);
        }
        let optional = T::Opt(Box::new(class));
        let (x, y) = (self.as_type(a, &optional), self.as_type(b, &optional));
        Expr::call_path("py::typed::same_optional", vec![x.ref_(), y.ref_()])
    }

    fn native_in(&mut self, a: &PyExpr, ta: &T, b: &PyExpr, tb: &T) -> Option<Expr> {
        match tb {
            T::Dict(k, _) => {
                let mut stmts = vec![];
                let key = self.as_type(a, k);
                let key = self.hold("key", key, &mut stmts);
                let dict = self.place_expr(b).0;
                Some(block(stmts, dict.method("contains", vec![key.ref_()])))
            }
            T::List(t) if matches!((&**t, ta), (T::Int(_), T::Int(_)) | (T::Str, T::Str)) => {
                let mut stmts = vec![];
                let x = self.typed(a).0;
                let x = self.hold("wanted", x, &mut stmts);
                let list = self.place_expr(b).0;
                Some(block(stmts, list.method("contains", vec![x.ref_()])))
            }
            _ if container(tb) || container(ta) => {
                let (stmts, x, y) = self.copies(a, b);
                let found = self.q(Expr::call_path("py::contained", vec![x.ref_(), y.ref_()]));
                Some(block(stmts, found))
            }
            _ => None,
        }
    }

    /// `a < b < c` of numbers.
    fn native_chain(&mut self, first: &PyExpr, rest: &[(CmpOp, PyExpr)]) -> Option<Expr> {
        let mut types = vec![self.ty(first)];
        types.extend(rest.iter().map(|(_, e)| self.ty(e)));
        if types.iter().all(|t| *t == T::Str) {
            return self.text_chain(first, rest);
        }
        if !types.iter().all(T::is_number) || rest.iter().any(|(op, _)| rust_op(*op).is_none()) {
            return None;
        }
        let mut outer = vec![];
        let x = self.typed(first).0;
        let mut left = self.hold("left", x, &mut outer);
        let mut links = vec![];
        for (n, (op, e)) in rest.iter().enumerate() {
            let mut stmts = vec![];
            let y = self.typed(e).0;
            let right = if n + 1 == rest.len() { y } else { self.hold("middle", y, &mut stmts) };
            let test = self.numbers(*op, left, &types[n], right.clone(), &types[n + 1])?;
            links.push((stmts, test));
            left = right;
        }
        let mut out: Option<Expr> = None;
        for (stmts, test) in links.into_iter().rev() {
            let whole = match out {
                None => test,
                Some(tail) => Expr::binary(rir::BinOp::And, test, tail),
            };
            out = Some(block(stmts, whole));
        }
        out.map(|x| block(outer, x))
    }
}

fn rust_op(op: CmpOp) -> Option<rir::BinOp> {
    Some(match op {
        CmpOp::Eq => rir::BinOp::Eq,
        CmpOp::Ne => rir::BinOp::Ne,
        CmpOp::Lt => rir::BinOp::Lt,
        CmpOp::Le => rir::BinOp::Le,
        CmpOp::Gt => rir::BinOp::Gt,
        CmpOp::Ge => rir::BinOp::Ge,
        _ => return None,
    })
}

/// Whether an expression binds a name on its way.
fn walrus(e: &PyExpr) -> bool {
    struct Find(bool);
    impl crate::visit::Visit for Find {
        fn expr(&mut self, e: &PyExpr) {
            self.0 |= matches!(e.kind, ExprKind::Walrus(..) | ExprKind::Yield(_) | ExprKind::YieldFrom(_));
            crate::visit::expr(self, e);
        }
    }
    let mut find = Find(false);
    crate::visit::Visit::expr(&mut find, e);
    find.0
}

/// An instance, or `None`.
fn object(t: &T) -> bool {
    match t {
        T::Obj(_) | T::None => true,
        T::Opt(inner) => matches!(**inner, T::Obj(_)),
        _ => false,
    }
}

/// Whether dynamic code gets a copy.
fn container(t: &T) -> bool {
    match t {
        T::List(_) | T::Dict(..) | T::Tuple(_) => true,
        T::Opt(inner) => container(inner),
        _ => false,
    }
}
