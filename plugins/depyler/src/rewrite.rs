//! Walking the HIR to change it.

use crate::hir::*;
use batuta_text::TextRange;

/// What is done at each node; the defaults walk on.
pub trait Rewrite: Sized {
    /// An expression; targets and parameters' defaults, too.
    fn expr(&mut self, e: &mut Expr) {
        expr(self, e);
    }
    /// A statement.
    fn stmt(&mut self, s: &mut Stmt) {
        stmt(self, s);
    }
}

fn all<V: Rewrite>(v: &mut V, list: &mut [Expr]) {
    list.iter_mut().for_each(|e| v.expr(e));
}

fn block<V: Rewrite>(v: &mut V, body: &mut [Stmt]) {
    body.iter_mut().for_each(|s| v.stmt(s));
}

/// Walks into a function: decorators and defaults, then the body.
pub fn function<V: Rewrite>(v: &mut V, f: &mut Function) {
    all(v, &mut f.decorators);
    f.params.iter_mut().filter_map(|p| p.default.as_mut()).for_each(|d| v.expr(d));
    block(v, &mut f.body);
}

fn arg<V: Rewrite>(v: &mut V, a: &mut Arg) {
    match a {
        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => v.expr(e),
    }
}

fn format<V: Rewrite>(v: &mut V, parts: &mut [FormatPart]) {
    for part in parts {
        if let FormatPart::Value(e, _, spec) = part {
            v.expr(e);
            format(v, spec);
        }
    }
}

/// Walks into a comprehension.
pub fn comp<V: Rewrite>(v: &mut V, c: &mut Comp) {
    for l in &mut c.loops {
        v.expr(&mut l.iter);
        v.expr(&mut l.target);
        all(v, &mut l.tests);
    }
    v.expr(&mut c.element);
    c.value.iter_mut().for_each(|e| v.expr(e));
}

/// Walks into an expression.
pub fn expr<V: Rewrite>(v: &mut V, e: &mut Expr) {
    match &mut e.kind {
        ExprKind::Format(parts) => format(v, parts),
        ExprKind::Attr(a, _)
        | ExprKind::Unary(_, a)
        | ExprKind::YieldFrom(a)
        | ExprKind::Star(a)
        | ExprKind::Walrus(_, a) => v.expr(a),
        ExprKind::Item(a, b) | ExprKind::Binary(_, a, b) => {
            v.expr(a);
            v.expr(b);
        }
        ExprKind::Slice(a, b, c) => [a, b, c].into_iter().flatten().for_each(|e| v.expr(e)),
        ExprKind::Call(f, args) => {
            v.expr(f);
            args.iter_mut().for_each(|a| arg(v, a));
        }
        ExprKind::Logic(_, list) | ExprKind::List(list) | ExprKind::Tuple(list) | ExprKind::Set(list) => all(v, list),
        ExprKind::Compare(a, rest) => {
            v.expr(a);
            rest.iter_mut().for_each(|(_, e)| v.expr(e));
        }
        ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|e| v.expr(e)),
        ExprKind::Lambda(f) => function(v, f),
        ExprKind::Dict(pairs) => {
            for (key, value) in pairs {
                key.iter_mut().for_each(|k| v.expr(k));
                v.expr(value);
            }
        }
        ExprKind::Comp(c) => comp(v, c),
        ExprKind::Yield(a) => a.iter_mut().for_each(|e| v.expr(e)),
        _ => {}
    }
}

fn pattern<V: Rewrite>(v: &mut V, p: &mut Pattern) {
    match p {
        Pattern::Value(e) | Pattern::Same(e) => v.expr(e),
        Pattern::Sequence(a, _, b) => a.iter_mut().chain(b).for_each(|p| pattern(v, p)),
        Pattern::Mapping(pairs, _) => pairs.iter_mut().for_each(|(k, p)| {
            v.expr(k);
            pattern(v, p);
        }),
        Pattern::Class(c, a, b) => {
            v.expr(c);
            a.iter_mut().for_each(|p| pattern(v, p));
            b.iter_mut().for_each(|(_, p)| pattern(v, p));
        }
        Pattern::As(p, _) => p.iter_mut().for_each(|p| pattern(v, p)),
        Pattern::Or(list) => list.iter_mut().for_each(|p| pattern(v, p)),
    }
}

/// Walks into a statement.
pub fn stmt<V: Rewrite>(v: &mut V, s: &mut Stmt) {
    match &mut s.kind {
        StmtKind::Expr(e) => v.expr(e),
        StmtKind::Assign(targets, value) => {
            v.expr(value);
            all(v, targets);
        }
        StmtKind::AugAssign(_, a, b) => {
            v.expr(a);
            v.expr(b);
        }
        StmtKind::AnnAssign(t, _, value) => {
            value.iter_mut().for_each(|e| v.expr(e));
            v.expr(t);
        }
        StmtKind::Return(e) => e.iter_mut().for_each(|e| v.expr(e)),
        StmtKind::Delete(list) => all(v, list),
        StmtKind::If(test, a, b) | StmtKind::While(test, a, b) => {
            v.expr(test);
            block(v, a);
            block(v, b);
        }
        StmtKind::For(t, iter, a, b) => {
            v.expr(iter);
            v.expr(t);
            block(v, a);
            block(v, b);
        }
        StmtKind::Try(body, handlers, otherwise, last) => {
            block(v, body);
            for handler in handlers {
                handler.class.iter_mut().for_each(|c| v.expr(c));
                block(v, &mut handler.body);
            }
            block(v, otherwise);
            block(v, last);
        }
        StmtKind::With(items, body) => {
            for (manager, t) in items {
                v.expr(manager);
                t.iter_mut().for_each(|t| v.expr(t));
            }
            block(v, body);
        }
        StmtKind::Match(subject, cases) => {
            v.expr(subject);
            for case in cases {
                pattern(v, &mut case.pattern);
                case.guard.iter_mut().for_each(|g| v.expr(g));
                block(v, &mut case.body);
            }
        }
        StmtKind::Raise(a, b) => a.iter_mut().chain(b).for_each(|e| v.expr(e)),
        StmtKind::Assert(a, b) => {
            v.expr(a);
            b.iter_mut().for_each(|e| v.expr(e));
        }
        StmtKind::Function(f) => function(v, f),
        StmtKind::Class(c) => {
            all(v, &mut c.decorators);
            c.args.iter_mut().for_each(|a| arg(v, a));
            block(v, &mut c.body);
        }
        _ => {}
    }
}

/// Makes up expressions and statements: each at a place of its own, where no other expression starts.
pub(crate) struct Places {
    /// Where they stand in the source.
    pub(crate) at: TextRange,
    /// How many there were.
    pub(crate) next: u32,
}

impl Places {
    pub(crate) fn expr(&mut self, kind: ExprKind) -> Expr {
        self.next += 1;
        Expr { at: TextRange { start: self.at.start, end: self.at.end + self.next }, kind }
    }

    pub(crate) fn name(&mut self, name: &str) -> Expr {
        self.expr(ExprKind::Name(name.into()))
    }

    pub(crate) fn attr(&mut self, object: &str, name: &str) -> Expr {
        let object = self.name(object);
        self.expr(ExprKind::Attr(Box::new(object), name.into()))
    }

    pub(crate) fn stmt(&self, offset: u32, kind: StmtKind) -> Stmt {
        Stmt { at: TextRange { start: self.at.start + offset, end: self.at.end.max(self.at.start + offset) }, kind }
    }

    pub(crate) fn assign(&mut self, offset: u32, name: &str, value: Expr) -> Stmt {
        let target = self.name(name);
        self.stmt(offset, StmtKind::Assign(vec![target], value))
    }
}
