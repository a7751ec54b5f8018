//! Branches of a module that never run: for other versions of Python, and for libraries that are not there when they are.

use crate::catalog;
use crate::hir::*;
use crate::rewrite::{self, Rewrite};
use crate::star;

/// The version whose behaviour the output has.
const VERSION: [i64; 2] = [3, 11];

/// Removes what never runs at the top level; `own` says which modules the project has.
pub fn rewrite(m: &mut Module, own: &dyn Fn(&str) -> bool) {
    let bound = star::bound_otherwise(&m.body);
    if !bound.contains("sys") {
        block(&mut m.body, own);
    }
    let mut functions = Functions(own);
    m.body.iter_mut().for_each(|s| functions.stmt(s));
}

/// Imports in functions that cannot fail.
struct Functions<'a>(&'a dyn Fn(&str) -> bool);

impl Rewrite for Functions<'_> {
    fn stmt(&mut self, s: &mut Stmt) {
        rewrite::stmt(self, s);
        let StmtKind::Try(body, handlers, otherwise, last) = &mut s.kind else { return };
        if !otherwise.is_empty() || !last.is_empty() || !body.iter().all(|s| succeeds(s, self.0)) {
            return;
        }
        // What the handlers bind stays local, also where they are gone.
        let bound = crate::scope::block_names(body).bound;
        let local = |h: &Handler| crate::scope::block_names(&h.body).bound.is_subset(&bound) && h.name.is_none();
        if handlers.iter().all(local) && !body.is_empty() {
            s.kind = StmtKind::If(Expr { at: s.at, kind: ExprKind::Bool(true) }, std::mem::take(body), vec![]);
        }
    }
}

fn block(body: &mut Vec<Stmt>, own: &dyn Fn(&str) -> bool) {
    if !body.iter().any(|s| matches!(&s.kind, StmtKind::If(..) | StmtKind::Try(..))) {
        return;
    }
    for mut s in std::mem::take(body) {
        match &mut s.kind {
            StmtKind::If(test, a, b) => match truth(test) {
                Some(yes) => {
                    let mut taken = std::mem::take(if yes { a } else { b });
                    block(&mut taken, own);
                    body.extend(taken);
                    continue;
                }
                None => {
                    block(a, own);
                    block(b, own);
                }
            },
            StmtKind::Try(a, handlers, b, last) => {
                block(a, own);
                handlers.iter_mut().for_each(|h| block(&mut h.body, own));
                if last.is_empty() && a.iter().all(|s| succeeds(s, own)) {
                    body.append(a);
                    block(b, own);
                    body.append(b);
                    continue;
                }
            }
            _ => {}
        }
        body.push(s);
    }
}

/// Whether a statement imports what the runtime surely has.
fn succeeds(s: &Stmt, own: &dyn Fn(&str) -> bool) -> bool {
    let StmtKind::Import(all) = &s.kind else { return false };
    all.iter().all(|import| {
        let Some(found) = catalog::find(&import.module).filter(|_| import.level == 0 && !own(&import.module)) else {
            return false;
        };
        let known =
            |name: &str| found.kind(name).is_some() || catalog::find(&format!("{}.{name}", import.module)).is_some();
        import.names.iter().flatten().all(|(name, _)| known(name))
    })
}

/// What a test of the version gives, in every run.
fn truth(e: &Expr) -> Option<bool> {
    match &e.kind {
        ExprKind::Unary(UnaryOp::Not, inner) => Some(!truth(inner)?),
        ExprKind::Logic(and, all) => {
            let all: Vec<Option<bool>> = all.iter().map(truth).collect();
            match all.iter().any(|one| *one == Some(!and)) {
                true => (all[0] == Some(!and)).then_some(!and),
                false => all.iter().all(Option::is_some).then_some(*and),
            }
        }
        ExprKind::Compare(left, rest) => {
            let [(op, right)] = &rest[..] else { return None };
            let order = version(left)?.order(right)?;
            match op {
                CmpOp::Lt => Some(order.is_lt()),
                CmpOp::Le => Some(order.is_le()),
                CmpOp::Gt => Some(order.is_gt()),
                CmpOp::Ge => Some(order.is_ge()),
                CmpOp::Eq => Some(order.is_eq()),
                CmpOp::Ne => Some(order.is_ne()),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What is asked of `sys`.
enum Asked {
    /// One number
    Number(i64),
    /// The first numbers, and whether there are more
    Tuple(usize),
    Hex,
}

fn version(e: &Expr) -> Option<Asked> {
    let of_sys = |e: &Expr, wanted: &str| matches!(&e.kind, ExprKind::Attr(base, name) if name == wanted && matches!(&base.kind, ExprKind::Name(n) if n == "sys"));
    let number = |e: &Expr| match &e.kind {
        ExprKind::Int(text) => text.parse::<i64>().ok(),
        _ => None,
    };
    if of_sys(e, "version_info") {
        return Some(Asked::Tuple(0));
    }
    if of_sys(e, "hexversion") {
        return Some(Asked::Hex);
    }
    match &e.kind {
        ExprKind::Attr(base, name) if of_sys(base, "version_info") => match name.as_str() {
            "major" => Some(Asked::Number(VERSION[0])),
            "minor" => Some(Asked::Number(VERSION[1])),
            _ => None,
        },
        ExprKind::Item(base, index) if of_sys(base, "version_info") => match &index.kind {
            ExprKind::Slice(None, Some(end), None) => {
                let end = number(end)?;
                (end == 1 || end == 2).then_some(Asked::Tuple(end as usize))
            }
            _ => Some(Asked::Number(*VERSION.get(usize::try_from(number(index)?).ok()?)?)),
        },
        _ => None,
    }
}

impl Asked {
    /// How it compares with an expression, if every release of the version gives the same.
    fn order(&self, other: &Expr) -> Option<std::cmp::Ordering> {
        let number = |e: &Expr| match &e.kind {
            ExprKind::Int(text) => text.parse::<i64>().ok(),
            _ => None,
        };
        match (self, &other.kind) {
            (Asked::Number(n), _) => Some(n.cmp(&number(other)?)),
            (Asked::Hex, _) => {
                let (limit, low) = (number(other)?, VERSION[0] << 24 | VERSION[1] << 16);
                let inside = limit > low && limit <= low + 0xffff;
                (!inside).then(|| low.cmp(&limit).then(std::cmp::Ordering::Greater))
            }
            (Asked::Tuple(length), ExprKind::Tuple(all)) => {
                let wanted: Vec<i64> = all.iter().map(number).collect::<Option<_>>()?;
                if *length > 0 {
                    return Some(VERSION[..*length].cmp(&wanted[..]));
                }
                let shared = wanted.len().min(2);
                match VERSION[..shared].cmp(&wanted[..shared]) {
                    // The whole tuple is longer.
                    std::cmp::Ordering::Equal => (wanted.len() <= 2).then_some(std::cmp::Ordering::Greater),
                    order => Some(order),
                }
            }
            _ => None,
        }
    }
}
