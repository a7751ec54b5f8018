//! Expressions over elements: which parts of a Python expression one pass over memory can compute.
//!
//! Operands are evaluated first and the operations done after, so that an operand whose evaluation can be observed must stand before
//! every operation.

use super::types::{Kind, Ty};
use crate::hir::{Arg, BinOp, CmpOp, Expr, ExprKind, UnaryOp};
use crate::lower::Lower;
use crate::lower::import::{Bound, library_path};

/// Most operands of a site.
const OPERANDS: usize = 12;
/// Longest name of an operation.
const NAME: usize = 500;

/// An expression over elements.
pub(super) struct Tree<'e> {
    /// Operands with their extents, in the order of their evaluation.
    pub(super) leaves: Vec<(&'e Expr, Vec<Option<u32>>)>,
    /// In postfix order.
    pub(super) tokens: Vec<String>,
    /// Operations that NumPy would make an array for.
    pub(super) arrays: usize,
    /// The expression in Rust.
    pub(super) plain: String,
}

impl<'e> Tree<'e> {
    /// The expression, unless it has parts that cannot wait.
    pub(super) fn of(l: &Lower<'_>, e: &'e Expr) -> Option<Self> {
        let mut tree = Tree { leaves: vec![], tokens: vec![], arrays: 0, plain: String::new() };
        tree.plain = tree.node(l, e)?;
        tree.fits().then_some(tree)
    }

    /// `first = first op e`
    pub(super) fn in_place(l: &Lower<'_>, op: BinOp, first: &'e Expr, e: &'e Expr) -> Option<Self> {
        let mut tree = Tree { leaves: vec![], tokens: vec![], arrays: 0, plain: String::new() };
        tree.leaf(l, first)?;
        tree.plain = tree.node(l, e)?;
        tree.tokens.push(sign(op)?.0.to_owned());
        tree.fits().then_some(tree)
    }

    fn fits(&self) -> bool {
        self.leaves.len() <= OPERANDS && self.tokens.iter().map(|t| t.len() + 1).sum::<usize>() <= NAME
    }

    /// The name of the operation.
    pub(super) fn name(&self, family: &str) -> String {
        format!("{family}.{}", self.tokens.join("."))
    }

    fn node(&mut self, l: &Lower<'_>, e: &'e Expr) -> Option<String> {
        let t = l.numeric.ty(e);
        if !matches!(t, Ty::Array(Kind::F64 | Kind::Bool, _)) {
            return self.leaf(l, e);
        }
        match &e.kind {
            ExprKind::Binary(BinOp::Pow, a, b) if matches!(&b.kind, ExprKind::Int(n) if n == "2") && meets(l, a) => {
                let a = self.node(l, a)?;
                self.operation("square");
                Some(format!("{a}.pow(&Value::Int(2))?"))
            }
            ExprKind::Binary(op, a, b) if sign(*op).is_some() && meets(l, a) && meets(l, b) => {
                let (token, method) = sign(*op)?;
                let (a, b) = (self.node(l, a)?, self.node(l, b)?);
                self.operation(token);
                Some(format!("{a}.{method}(&{b})?"))
            }
            ExprKind::Unary(UnaryOp::Neg, a) if meets(l, a) => {
                let a = self.node(l, a)?;
                self.operation("neg");
                Some(format!("{a}.neg()?"))
            }
            ExprKind::Compare(a, rest) if rest.len() == 1 && meets(l, a) && meets(l, &rest[0].1) => {
                let (token, method) = test(rest[0].0)?;
                let (a, b) = (self.node(l, a)?, self.node(l, &rest[0].1)?);
                self.operation(token);
                Some(format!("{a}.{method}(&{b})?"))
            }
            ExprKind::Call(f, args) => match (elementary(l, f), args.as_slice()) {
                (Some((token, path)), [Arg::Pos(a)]) if meets(l, a) && !matches!(a.kind, ExprKind::Star(_)) => {
                    let a = self.node(l, a)?;
                    self.operation(token);
                    Some(format!("{path}(&py::pos(&[{a}.clone()]))?"))
                }
                _ => self.leaf(l, e),
            },
            _ => self.leaf(l, e),
        }
    }

    fn operation(&mut self, token: &str) {
        self.tokens.push(token.to_owned());
        self.arrays += 1;
    }

    fn leaf(&mut self, l: &Lower<'_>, e: &'e Expr) -> Option<String> {
        let shape = match l.numeric.ty(e) {
            Ty::Array(Kind::F64, shape) => shape,
            t if t.is_number() => vec![],
            _ => return None,
        };
        if self.arrays > 0 && !pure(l, e) {
            return None;
        }
        let known = self.leaves.iter().position(|(other, _)| same_name(other, e));
        let at = known.unwrap_or_else(|| {
            self.leaves.push((e, shape));
            self.leaves.len() - 1
        });
        self.tokens.push(at.to_string());
        Some(format!("x[{at}]"))
    }
}

/// Whether it can be a side of an operation.
fn meets(l: &Lower<'_>, e: &Expr) -> bool {
    let t = l.numeric.ty(e);
    t.is_floats() || t.is_number()
}

/// The two are one variable.
fn same_name(a: &Expr, b: &Expr) -> bool {
    matches!((&a.kind, &b.kind), (ExprKind::Name(a), ExprKind::Name(b)) if a == b)
}

/// Whether nobody can see when it is evaluated.
fn pure(l: &Lower<'_>, e: &Expr) -> bool {
    let all = |parts: &[&Expr]| parts.iter().all(|part| pure(l, part));
    match &e.kind {
        ExprKind::Name(_) | ExprKind::Int(_) | ExprKind::Float(_) | ExprKind::None => true,
        ExprKind::Attr(base, name) => l.module_of(base).is_some() || (name == "T" && pure(l, base)),
        ExprKind::Unary(UnaryOp::Neg, a) => pure(l, a),
        ExprKind::Binary(BinOp::MatMul, a, b) => all(&[a, b]),
        ExprKind::Call(f, args) => quiet(l, f, args),
        ExprKind::Binary(op, a, b) => {
            let numbers = matches!(op, BinOp::Add | BinOp::Sub | BinOp::Mul)
                && [a, b].iter().all(|e| l.numeric.ty(e).is_number());
            numbers && all(&[a, b])
        }
        ExprKind::Item(base, index) => matches!(l.numeric.ty(base), Ty::Array(..)) && all(&[base, index]),
        ExprKind::Slice(a, b, c) => [a, b, c].into_iter().flatten().all(|part| pure(l, part)),
        ExprKind::Tuple(items) => items.iter().all(|item| pure(l, item)),
        _ => false,
    }
}

/// Calls of NumPy that compute with arrays and nothing else.
fn quiet(l: &Lower<'_>, f: &Expr, args: &[Arg]) -> bool {
    let ExprKind::Attr(base, name) = &f.kind else { return false };
    let given = args.iter().all(|a| matches!(a, Arg::Pos(e) if (meets(l, e) && operations(l, e))));
    let functions = ["exp", "log", "tanh", "sin", "cos", "sqrt", "abs", "maximum", "minimum", "log1p", "expm1"];
    match l.module_of(base) {
        Some(Bound::Library("numpy")) => given && functions.contains(&name.as_str()),
        Some(_) => false,
        None => {
            args.is_empty()
                && matches!(name.as_str(), "sum" | "mean" | "min" | "max")
                && meets(l, base)
                && pure(l, base)
        }
    }
}

/// Whether it is an operand that nobody sees, or operations on such.
fn operations(l: &Lower<'_>, e: &Expr) -> bool {
    match &e.kind {
        ExprKind::Binary(op, a, b) if sign(*op).is_some() => {
            meets(l, a) && meets(l, b) && operations(l, a) && operations(l, b)
        }
        _ => pure(l, e),
    }
}

fn sign(op: BinOp) -> Option<(&'static str, &'static str)> {
    Some(match op {
        BinOp::Add => ("add", "add"),
        BinOp::Sub => ("sub", "sub"),
        BinOp::Mul => ("mul", "mul"),
        BinOp::Div => ("div", "div"),
        _ => return None,
    })
}

fn test(op: CmpOp) -> Option<(&'static str, &'static str)> {
    Some(match op {
        CmpOp::Lt => ("lt", "lt"),
        CmpOp::Le => ("le", "le"),
        CmpOp::Gt => ("gt", "gt"),
        CmpOp::Ge => ("ge", "ge"),
        CmpOp::Eq => ("eq", "eq"),
        CmpOp::Ne => ("ne", "ne"),
        _ => return None,
    })
}

/// A function of NumPy that is exact, so that every way of computing it gives the same.
fn elementary(l: &Lower<'_>, f: &Expr) -> Option<(&'static str, String)> {
    let ExprKind::Attr(base, name) = &f.kind else { return None };
    let token = match name.as_str() {
        "sqrt" => "sqrt",
        "abs" | "absolute" => "abs",
        "square" => "square",
        _ => return None,
    };
    match l.module_of(base) {
        Some(Bound::Library("numpy")) => Some((token, library_path("numpy", name))),
        _ => None,
    }
}
