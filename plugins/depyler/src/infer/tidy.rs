//! Classes in a plainer form that means the same: `super()` without arguments, reflected operators as methods of their own.

use crate::hir::{Arg, BinOp, Class, Expr, ExprKind, Function, Module, Stmt, StmtKind};
use crate::rewrite::{self, Rewrite};
use crate::visit::{self, Visit};
use batuta_text::TextRange;
use std::collections::BTreeSet;

/// What the plainer form hangs on.
pub(super) struct Around {
    /// The class has a base of the module.
    pub based: bool,
    /// Something inherits from the class.
    pub heirs: bool,
}

/// Writes a class out more plainly.
pub(super) fn tidy(c: &mut Class, around: &Around) {
    let mut supers = Supers { class: c.name.clone(), this: String::new(), based: around.based };
    let methods: BTreeSet<String> = c
        .body
        .iter()
        .filter_map(|s| match &s.kind {
            StmtKind::Function(f) if f.decorators.is_empty() && f.params.iter().all(|p| p.default.is_none()) => {
                Some(f.name.clone())
            }
            _ => None,
        })
        .collect();
    for s in &mut c.body {
        match &mut s.kind {
            StmtKind::Function(f) => {
                supers.this = f.params.first().map_or(String::new(), |p| p.name.clone());
                f.body.iter_mut().for_each(|s| supers.stmt(s));
            }
            StmtKind::Assign(targets, value) if !around.heirs => {
                let ([Expr { kind: ExprKind::Name(name), .. }], ExprKind::Name(of)) = (&targets[..], &value.kind)
                else {
                    continue;
                };
                if methods.contains(of)
                    && let Some(f) = alias(name, of, s.at)
                {
                    s.kind = StmtKind::Function(Box::new(f));
                }
            }
            _ => {}
        }
    }
}

struct Supers {
    class: String,
    this: String,
    based: bool,
}

impl Rewrite for Supers {
    fn expr(&mut self, e: &mut Expr) {
        rewrite::expr(self, e);
        let ExprKind::Call(f, args) = &mut e.kind else { return };
        let is = |a: &Arg, name: &str| matches!(a, Arg::Pos(Expr { kind: ExprKind::Name(n), .. }) if n == name);
        match &f.kind {
            ExprKind::Name(n) if n == "super" => {
                if matches!(&args[..], [a, b] if is(a, &self.class) && is(b, &self.this)) {
                    args.clear();
                }
            }
            // The one of `object` does nothing.
            ExprKind::Attr(base, name) if name == "__init__" && args.is_empty() && !self.based => {
                if let ExprKind::Call(s, none) = &base.kind
                    && none.is_empty()
                    && matches!(&s.kind, ExprKind::Name(n) if n == "super")
                {
                    e.kind = ExprKind::None;
                }
            }
            _ => {}
        }
    }
}

/// `__rmul__ = __mul__`, `__repr__ = __str__` as methods.
fn alias(name: &str, of: &str, at: TextRange) -> Option<Function> {
    let mut next = 0;
    let mut expr = |kind| {
        next += 1;
        Expr { at: TextRange { start: at.start, end: at.end + next }, kind }
    };
    let call = |expr: &mut dyn FnMut(ExprKind) -> Expr, f: &str| {
        let (f, this) = (expr(ExprKind::Name(f.into())), expr(ExprKind::Name("self".into())));
        expr(ExprKind::Call(Box::new(f), vec![Arg::Pos(this)]))
    };
    let (params, value) = match (name, of) {
        ("__repr__", "__str__") => (vec!["self"], call(&mut expr, "str")),
        ("__str__", "__repr__") => (vec!["self"], call(&mut expr, "repr")),
        _ => {
            let op = OPERATORS.iter().find(|op| super::binary_name(**op) == (of, name))?;
            let (this, other) = (expr(ExprKind::Name("self".into())), expr(ExprKind::Name("other".into())));
            (vec!["self", "other"], expr(ExprKind::Binary(*op, Box::new(this), Box::new(other))))
        }
    };
    Some(Function {
        name: name.into(),
        params: params.into_iter().map(super::dataclass::plain_param).collect(),
        body: vec![Stmt { at, kind: StmtKind::Return(Some(value)) }],
        decorators: vec![],
        doc: None,
        generator: false,
        asynchronous: false,
        note: None,
    })
}

const OPERATORS: &[BinOp] = &[
    BinOp::Add,
    BinOp::Sub,
    BinOp::Mul,
    BinOp::Div,
    BinOp::FloorDiv,
    BinOp::Mod,
    BinOp::And,
    BinOp::Or,
    BinOp::Xor,
    BinOp::Shl,
    BinOp::Shr,
];

/// Attributes that code sets on something other than a plain name `self`.
pub(super) fn set_outside(m: &Module) -> BTreeSet<String> {
    #[derive(Default)]
    struct Finder(BTreeSet<String>);
    impl Finder {
        fn target(&mut self, t: &Expr) {
            match &t.kind {
                ExprKind::Attr(base, name) if !matches!(&base.kind, ExprKind::Name(n) if n == "self") => {
                    self.0.insert(name.clone());
                }
                ExprKind::Tuple(parts) | ExprKind::List(parts) => parts.iter().for_each(|p| self.target(p)),
                _ => {}
            }
        }
    }
    impl Visit for Finder {
        fn stmt(&mut self, s: &Stmt) {
            if let StmtKind::Assign(targets, _) = &s.kind {
                targets.iter().for_each(|t| self.target(t));
            }
            visit::stmt(self, s);
        }
    }
    let mut finder = Finder::default();
    m.body.iter().for_each(|s| finder.stmt(s));
    finder.0
}
