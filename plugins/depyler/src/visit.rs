//! Walking the HIR.

use crate::hir::*;

/// What is done at each node; the defaults walk on.
pub trait Visit: Sized {
    /// An expression; targets and parameters' defaults, too.
    fn expr(&mut self, e: &Expr) {
        expr(self, e);
    }
    /// A statement.
    fn stmt(&mut self, s: &Stmt) {
        stmt(self, s);
    }
}

fn all<V: Visit>(v: &mut V, list: &[Expr]) {
    list.iter().for_each(|e| v.expr(e));
}

fn function<V: Visit>(v: &mut V, f: &Function) {
    all(v, &f.decorators);
    f.params.iter().filter_map(|p| p.default.as_ref()).for_each(|d| v.expr(d));
    f.body.iter().for_each(|s| v.stmt(s));
}

fn arg<V: Visit>(v: &mut V, a: &Arg) {
    match a {
        Arg::Pos(e) | Arg::Named(_, e) | Arg::Mapping(e) => v.expr(e),
    }
}

fn format<V: Visit>(v: &mut V, parts: &[FormatPart]) {
    for part in parts {
        if let FormatPart::Value(e, _, spec) = part {
            v.expr(e);
            format(v, spec);
        }
    }
}

/// Walks into an expression.
pub fn expr<V: Visit>(v: &mut V, e: &Expr) {
    match &e.kind {
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
            args.iter().for_each(|a| arg(v, a));
        }
        ExprKind::Logic(_, list) | ExprKind::List(list) | ExprKind::Tuple(list) | ExprKind::Set(list) => all(v, list),
        ExprKind::Compare(a, rest) => {
            v.expr(a);
            rest.iter().for_each(|(_, e)| v.expr(e));
        }
        ExprKind::If(a, b, c) => [a, b, c].into_iter().for_each(|e| v.expr(e)),
        ExprKind::Lambda(f) => function(v, f),
        ExprKind::Dict(pairs) => {
            for (key, value) in pairs {
                key.iter().for_each(|k| v.expr(k));
                v.expr(value);
            }
        }
        ExprKind::Comp(c) => {
            for l in &c.loops {
                v.expr(&l.iter);
                v.expr(&l.target);
                all(v, &l.tests);
            }
            v.expr(&c.element);
            c.value.iter().for_each(|e| v.expr(e));
        }
        ExprKind::Yield(a) => a.iter().for_each(|e| v.expr(e)),
        _ => {}
    }
}

fn pattern<V: Visit>(v: &mut V, p: &Pattern) {
    match p {
        Pattern::Value(e) | Pattern::Same(e) => v.expr(e),
        Pattern::Sequence(a, _, b) => a.iter().chain(b).for_each(|p| pattern(v, p)),
        Pattern::Mapping(pairs, _) => pairs.iter().for_each(|(k, p)| {
            v.expr(k);
            pattern(v, p);
        }),
        Pattern::Class(c, a, b) => {
            v.expr(c);
            a.iter().for_each(|p| pattern(v, p));
            b.iter().for_each(|(_, p)| pattern(v, p));
        }
        Pattern::As(p, _) => p.iter().for_each(|p| pattern(v, p)),
        Pattern::Or(list) => list.iter().for_each(|p| pattern(v, p)),
    }
}

/// Walks into a statement.
pub fn stmt<V: Visit>(v: &mut V, s: &Stmt) {
    let block = |v: &mut V, body: &[Stmt]| body.iter().for_each(|s| v.stmt(s));
    match &s.kind {
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
            value.iter().for_each(|e| v.expr(e));
            v.expr(t);
        }
        StmtKind::Return(e) => e.iter().for_each(|e| v.expr(e)),
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
                handler.class.iter().for_each(|c| v.expr(c));
                block(v, &handler.body);
            }
            block(v, otherwise);
            block(v, last);
        }
        StmtKind::With(items, body) => {
            for (manager, t) in items {
                v.expr(manager);
                t.iter().for_each(|t| v.expr(t));
            }
            block(v, body);
        }
        StmtKind::Match(subject, cases) => {
            v.expr(subject);
            for case in cases {
                pattern(v, &case.pattern);
                case.guard.iter().for_each(|g| v.expr(g));
                block(v, &case.body);
            }
        }
        StmtKind::Raise(a, b) => a.iter().chain(b).for_each(|e| v.expr(e)),
        StmtKind::Assert(a, b) => {
            v.expr(a);
            b.iter().for_each(|e| v.expr(e));
        }
        StmtKind::Function(f) => function(v, f),
        StmtKind::Class(c) => {
            all(v, &c.decorators);
            c.args.iter().for_each(|a| arg(v, a));
            block(v, &c.body);
        }
        _ => {}
    }
}
