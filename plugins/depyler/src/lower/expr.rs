//! Expressions: as a value, as an operand, as a condition.

use super::Lower;
use super::names::Place;
use crate::hir::{BinOp, CmpOp, Expr as PyExpr, ExprKind, UnaryOp};
use batuta_rust_ir::{self as rir, Block, Expr, Pat, Stmt};

impl Lower<'_> {
    /// An expression of type `Value`.
    pub(crate) fn value(&mut self, e: &PyExpr) -> Expr {
        match self.native_expr(e) {
            Some((x, t)) => self.about(e, |l| l.coerce(x, &t, &crate::infer::T::Dyn)),
            None => self.dynamic_value(e),
        }
    }

    /// The dynamic form of an expression whose parts may be native.
    pub(crate) fn dynamic_value(&mut self, e: &PyExpr) -> Expr {
        self.about(e, |l| l.dynamic_form(e))
    }

    fn dynamic_form(&mut self, e: &PyExpr) -> Expr {
        if let Some(done) = self.numeric_site(e) {
            return done;
        }
        self.expressions += 1;
        let literal = matches!(
            e.kind,
            ExprKind::None
                | ExprKind::Bool(_)
                | ExprKind::Int(_)
                | ExprKind::Float(_)
                | ExprKind::Str(_)
                | ExprKind::Compare(..)
        );
        self.boxed += u64::from(!literal);
        let dynamic = !literal && self.ty(e) == crate::infer::T::Dyn && !self.names_definition(e);
        self.dynamic += u64::from(dynamic);
        if crate::infer::causes::ON && dynamic {
            let cause = match &self.types {
                Some(types) => types.causes.get(&crate::infer::key(e)).map_or("not seen", |c| &**c),
                None => "module without types",
            };
            *self.causes.entry(format!("cause: {cause}")).or_default() += 1;
            *self.causes.entry(format!("place: {:08} {cause}", e.at.start)).or_default() += 1;
        }
        match &e.kind {
            ExprKind::None => Expr::path("Value::None"),
            ExprKind::Bool(b) => Expr::call_path("Value::Bool", vec![Expr::bool(*b)]),
            ExprKind::Ellipsis => Expr::path("Value::Ellipsis"),
            ExprKind::Int(digits) => match digits.parse::<i64>() {
                Ok(n) => Expr::call_path("Value::Int", vec![Expr::int(n.into())]),
                Err(_) => Expr::macro_call("py::big", vec![Expr::str(digits.clone())]),
            },
            // `2 ** 64`, as CPython's compiler does it.
            ExprKind::Binary(..) if let Some(n) = crate::infer::rules::literal(e) => match i64::try_from(n) {
                Ok(n) => Expr::call_path("Value::Int", vec![Expr::int(n.into())]),
                Err(_) if n > 0 => Expr::macro_call("py::big", vec![Expr::str(n.to_string())]),
                Err(_) => Expr::macro_call("py::big", vec![Expr::str(n.unsigned_abs().to_string())])
                    .method("neg", vec![])
                    .try_(),
            },
            ExprKind::Float(x) if x.is_infinite() => Expr::call_path("Value::Float", vec![Expr::path("f64::INFINITY")]),
            ExprKind::Float(x) => Expr::call_path("Value::Float", vec![Expr::float(*x)]),
            ExprKind::Imaginary(x) if x.is_infinite() => {
                Expr::call_path("py::complex::imaginary", vec![Expr::path("f64::INFINITY")])
            }
            ExprKind::Imaginary(x) => Expr::call_path("py::complex::imaginary", vec![Expr::float(*x)]),
            ExprKind::Str(text) => {
                let often = self.scopes.len() > 1 || !self.frames().is_empty();
                match often && self.types.is_some() {
                    true => Expr::macro_call("py::text", vec![Expr::str(text.clone())]),
                    false => Expr::call_path("Value::str", vec![Expr::str(text.clone())]),
                }
            }
            ExprKind::Bytes(data) => {
                Expr::call_path("py::bytes::literal", vec![Expr::Lit(rir::Literal::ByteStr(data.clone()))])
            }
            ExprKind::Format(parts) => {
                let text = self.format(parts);
                Expr::call_path("Value::str", vec![text])
            }
            ExprKind::Name(name) => self.load(name, e.at),
            ExprKind::Attr(base, name) => self.attribute(base, name, e.at),
            ExprKind::Item(base, index) => {
                let (base, index) = (self.receiver(base), self.operand(index));
                self.q(base.method("item", vec![index]))
            }
            ExprKind::Slice(a, b, c) => {
                let parts = [a, b, c].map(|p| p.as_ref().map_or(Expr::path("Value::None"), |p| self.value(p)));
                Expr::call_path("py::item::slice", parts.into())
            }
            ExprKind::Call(f, args) => self.call(f, args, e.at),
            ExprKind::Binary(op, a, b) => {
                let (a, b) = (self.receiver(a), self.operand(b));
                self.q(a.method(operator(*op), vec![b]))
            }
            ExprKind::Unary(UnaryOp::Not, _) | ExprKind::Compare(..) if !self.rich(e) => {
                let cond = self.cond(e);
                Expr::call_path("Value::Bool", vec![cond])
            }
            ExprKind::Compare(a, rest) => {
                let (op, b) = &rest[0];
                let (a, b) = (self.receiver(a), self.operand(b));
                self.q(a.method(compare(*op).1, vec![b]))
            }
            ExprKind::Unary(UnaryOp::Neg, inner) => match &inner.kind {
                ExprKind::Int(digits) if digits.parse::<i64>().is_ok() => {
                    Expr::call_path("Value::Int", vec![Expr::int(-digits.parse::<i128>().unwrap_or(0))])
                }
                ExprKind::Float(x) if x.is_finite() => Expr::call_path("Value::Float", vec![Expr::float(-*x)]),
                _ => {
                    let inner = self.receiver(inner);
                    self.q(inner.method("neg", vec![]))
                }
            },
            ExprKind::Unary(op, inner) => {
                let inner = self.receiver(inner);
                self.q(inner.method(if *op == UnaryOp::Plus { "plus" } else { "invert" }, vec![]))
            }
            ExprKind::Logic(and, parts) => self.logic(*and, parts),
            ExprKind::If(test, a, b) => {
                let test = self.cond(test);
                let (a, b) = (self.value(a), self.value(b));
                Expr::if_(test, Block::value(a), Some(Block::value(b)))
            }
            ExprKind::Lambda(f) => self.function_value(f, e.at),
            ExprKind::List(items) => self.sequence("list", items),
            ExprKind::Tuple(items) => self.sequence("tuple", items),
            ExprKind::Set(items) => {
                // CPython fills a set of constants from a frozen one, and that shows in its order.
                let frozen = items.len() > 2 && items.iter().all(super::call::constant);
                let items = self.items(items);
                let path = if frozen { "py::construct::set_of_constants" } else { "py::set" };
                self.q(Expr::call_path(path, vec![items]))
            }
            ExprKind::Dict(pairs) => self.dict(pairs),
            ExprKind::Comp(comp) => self.comp(comp, e.at),
            ExprKind::Yield(value) => self.yield_(value.as_deref(), e.at),
            ExprKind::YieldFrom(value) => self.yield_from(value, e.at),
            ExprKind::Star(_) => {
                self.refuse(crate::codes::UNSUPPORTED, e.at, "a starred expression here is not converted")
            }
            ExprKind::Walrus(name, value) => {
                let value = self.value(value);
                let temp = self.fresh("value");
                let store = self.store(name, Expr::path(temp.clone()).method("clone", vec![]));
                Expr::Block(
                    Block::new(vec![Stmt::let_(Pat::name(temp.clone()), None, value), Stmt::expr(store)])
                        .tail(Expr::path(temp)),
                )
            }
            ExprKind::Refused(code, message) => self.refuse(*code, e.at, message),
        }
    }

    /// Whether an expression names a function, a class or a module that is known at conversion time.
    fn names_definition(&self, e: &PyExpr) -> bool {
        match &e.kind {
            ExprKind::Name(name) => matches!(self.place(name), Place::Builtin(_) | Place::Import(_) | Place::Static(_)),
            ExprKind::Attr(base, _) => self.module_of(base).is_some(),
            _ => false,
        }
    }

    /// A single rich comparison, whose result need not be a truth value.
    fn rich(&self, e: &PyExpr) -> bool {
        match &e.kind {
            ExprKind::Compare(_, rest) => {
                rest.len() == 1 && !matches!(rest[0].0, CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn)
            }
            _ => false,
        }
    }

    /// A plain variable that can be borrowed where it stands.
    fn variable(&self, e: &PyExpr) -> Option<Expr> {
        match &e.kind {
            ExprKind::Name(name) if name != "__class__" => match self.place(name) {
                Place::Local(rust) if self.var_type(name).is_value() => Some(Expr::path(rust)),
                _ => None,
            },
            _ => None,
        }
    }

    /// An expression of type `&Value`.
    pub(crate) fn operand(&mut self, e: &PyExpr) -> Expr {
        match self.variable(e) {
            Some(variable) => variable.ref_(),
            None => self.value(e).ref_(),
        }
    }

    /// An operand that is iterated: a set of constants is then used as it is.
    pub(crate) fn iterable(&mut self, e: &PyExpr) -> Expr {
        match &e.kind {
            ExprKind::Set(items) if items.iter().all(super::call::constant) => {
                let items = self.items(items);
                self.q(Expr::call_path("py::set", vec![items])).ref_()
            }
            _ => self.operand(e),
        }
    }

    /// An expression to call a method on.
    pub(crate) fn receiver(&mut self, e: &PyExpr) -> Expr {
        match self.variable(e) {
            Some(variable) => variable,
            None => self.value(e),
        }
    }

    /// An expression of type `bool`.
    pub(crate) fn cond(&mut self, e: &PyExpr) -> Expr {
        if let Some(test) = self.native_cond(e) {
            return test;
        }
        match &e.kind {
            ExprKind::Bool(b) => Expr::bool(*b),
            ExprKind::None => Expr::bool(false),
            ExprKind::Unary(UnaryOp::Not, inner) => self.cond(inner).not_(),
            ExprKind::Logic(and, parts) => {
                let op = if *and { rir::BinOp::And } else { rir::BinOp::Or };
                let parts: Vec<Expr> = parts.iter().map(|p| self.cond(p)).collect();
                parts.into_iter().reduce(|a, b| Expr::binary(op, a, b)).unwrap_or(Expr::bool(*and))
            }
            ExprKind::Compare(a, rest) if rest.len() == 1 => {
                let (op, b) = &rest[0];
                let (a, b) = (self.receiver(a), self.operand(b));
                self.comparison(*op, a, b)
            }
            ExprKind::Compare(a, rest) => self.chain(a, rest),
            _ => {
                let value = self.receiver(e);
                self.q(value.method("truth", vec![]))
            }
        }
    }

    /// One comparison of a receiver with an operand.
    pub(crate) fn comparison(&mut self, op: CmpOp, a: Expr, b: Expr) -> Expr {
        match op {
            CmpOp::Is => a.method("is", vec![b]),
            CmpOp::IsNot => a.method("is", vec![b]).not_(),
            CmpOp::In | CmpOp::NotIn => {
                // `a in b` evaluates `a` first.
                let found = self.q(Expr::call_path("py::contained", vec![a.ref_(), b]));
                if op == CmpOp::In { found } else { found.not_() }
            }
            _ => self.q(a.method(compare(op).0, vec![b])),
        }
    }

    /// `a < b < c`: each operand once, from left to right, as far as needed.
    fn chain(&mut self, first: &PyExpr, rest: &[(CmpOp, PyExpr)]) -> Expr {
        let mut last = self.fresh("left");
        let first = self.value(first);
        let start = Stmt::let_(Pat::name(last.clone()), None, first);
        let mut links: Vec<(Stmt, Expr)> = vec![];
        for (op, operand) in rest {
            let name = self.fresh("right");
            let value = self.value(operand);
            let test = self.comparison(*op, Expr::path(last), Expr::path(name.clone()).ref_());
            links.push((Stmt::let_(Pat::name(name.clone()), None, value), test));
            last = name;
        }
        let mut out: Option<Expr> = None;
        for (bind, test) in links.into_iter().rev() {
            let whole = match out {
                None => test,
                Some(tail) => Expr::binary(rir::BinOp::And, test, tail),
            };
            out = Some(Expr::Block(Block::new(vec![bind]).tail(whole)));
        }
        Expr::Block(Block::new(vec![start]).tail(out.unwrap_or(Expr::bool(true))))
    }

    /// `a and b` and `a or b` as values.
    fn logic(&mut self, and: bool, parts: &[PyExpr]) -> Expr {
        let Some((first, rest)) = parts.split_first() else { return Expr::path("Value::None") };
        let first_value = self.value(first);
        if rest.is_empty() {
            return first_value;
        }
        let name = self.fresh("left");
        let test = self.q(Expr::path(name.clone()).method("truth", vec![]));
        let test = if and { test.not_() } else { test };
        let tail = self.logic(and, rest);
        let choice = Expr::if_(test, Block::value(Expr::path(name.clone())), Some(Block::value(tail)));
        Expr::Block(Block::new(vec![Stmt::let_(Pat::name(name), None, first_value)]).tail(choice))
    }

    fn yield_(&mut self, value: Option<&PyExpr>, at: batuta_text::TextRange) -> Expr {
        if self.scope().kind != super::Kind::Generator {
            return self.refuse(crate::codes::YIELD, at, "`yield` here is not converted");
        }
        let value = value.map_or(Expr::path("Value::None"), |v| self.value(v));
        let given = Expr::path("yielder").method("give", vec![value]).field("await");
        self.q(given)
    }

    fn yield_from(&mut self, value: &PyExpr, at: batuta_text::TextRange) -> Expr {
        if self.scope().kind != super::Kind::Generator {
            return self.refuse(crate::codes::YIELD, at, "`yield from` here is not converted");
        }
        let value = self.iterated_object(value);
        let given = Expr::path("yielder").method("give_all", vec![value]).field("await");
        self.q(given)
    }

    fn attribute(&mut self, base: &PyExpr, name: &str, at: batuta_text::TextRange) -> Expr {
        use super::import::Bound;
        match self.module_of(base) {
            Some(Bound::Library(module)) => return self.library_value(module, name, at),
            Some(Bound::Project(module)) => return self.project_value(&module, name, at),
            Some(_) => return Expr::call_path("py::library_class", vec![Expr::str("object")]),
            None => {}
        }
        let name = self.mangled(name);
        let base = self.receiver(base);
        self.q(base.method("attr", vec![Expr::str(name)]))
    }

    /// `__name` inside a class is `_Class__name`.
    pub(crate) fn mangled(&self, name: &str) -> String {
        if !name.starts_with("__") || name.ends_with("__") {
            return name.to_string();
        }
        match self.scopes.iter().rev().find_map(|s| s.class.clone()) {
            Some(class) => format!("_{}{name}", class.trim_start_matches('_')),
            None => name.to_string(),
        }
    }
}

/// The method of `Value` for an operator.
pub(crate) fn operator(op: BinOp) -> &'static str {
    match op {
        BinOp::Add => "add",
        BinOp::Sub => "sub",
        BinOp::Mul => "mul",
        BinOp::Div => "div",
        BinOp::FloorDiv => "floor_div",
        BinOp::Mod => "modulo",
        BinOp::Pow => "pow",
        BinOp::Shl => "shl",
        BinOp::Shr => "shr",
        BinOp::And => "bit_and",
        BinOp::Or => "bit_or",
        BinOp::Xor => "bit_xor",
        BinOp::MatMul => "matmul",
    }
}

/// Methods of `Value` for a comparison: as a condition, as a value.
fn compare(op: CmpOp) -> (&'static str, &'static str) {
    match op {
        CmpOp::Eq => ("is_eq", "eq"),
        CmpOp::Ne => ("is_ne", "ne"),
        CmpOp::Lt => ("is_lt", "lt"),
        CmpOp::Le => ("is_le", "le"),
        CmpOp::Gt => ("is_gt", "gt"),
        CmpOp::Ge => ("is_ge", "ge"),
        CmpOp::Is | CmpOp::IsNot | CmpOp::In | CmpOp::NotIn => ("is", "is"),
    }
}
