//! Why types are not proved, for work on inference: kept only with the cargo feature `causes`, counted per expression in the report.

use super::Key;
use super::engine::{Engine, Res};
use super::types::Node;
use crate::hir::{CompKind, Expr, ExprKind};
use std::collections::HashMap;
use std::panic::Location;
use std::rc::Rc;

/// Whether causes are kept.
pub(crate) const ON: bool = cfg!(feature = "causes");

/// The first cause of each dynamic expression and type variable.
#[derive(Default)]
pub(super) struct Causes {
    exprs: HashMap<Key, Rc<str>>,
    nodes: HashMap<Node, Rc<str>>,
    /// Of the expression that was looked at last and is dynamic.
    last: Option<(Rc<str>, u32)>,
    classes: HashMap<String, Rc<str>>,
    /// What is looked at.
    around: Vec<String>,
}

impl Causes {
    pub fn all(self) -> HashMap<Key, Rc<str>> {
        self.exprs
    }

    pub fn enter(&mut self, e: &Expr) {
        self.around.push(kind(e));
    }

    /// A class is no native one.
    #[track_caller]
    pub fn class(&mut self, name: &str, why: &str) {
        if !ON || self.classes.contains_key(name) {
            return;
        }
        let place = Location::caller();
        let file = place.file().rsplit('/').next().unwrap_or_default();
        let around = self.around.last().map_or("", |s| s.as_str());
        let cause = format!("class {name}: {why} {file}:{} {around}", place.line());
        self.classes.insert(name.to_string(), cause.into());
    }

    /// Why the class is dynamic whose body is looked at.
    pub fn of_class(&self, name: &str) -> Rc<str> {
        self.classes.get(name).cloned().unwrap_or_else(|| format!("class {name}: unknown").into())
    }

    pub fn leave(&mut self) {
        self.around.pop();
    }
}

impl Engine<'_> {
    /// A type variable became dynamic: because of the value that flows into it, or of a rule.
    #[track_caller]
    pub(super) fn blame(&mut self, n: Node, flows: bool) {
        if !ON || self.causes.nodes.contains_key(&n) {
            return;
        }
        let place = Location::caller();
        let file = place.file().rsplit('/').next().unwrap_or_default();
        let rule = || -> Rc<str> {
            let around = self.causes.around.last().map_or("", |s| s.as_str());
            format!("rule {file}:{} at {around}", place.line()).into()
        };
        let class = self.scopes.iter().rev().find_map(|s| s.class.clone());
        let cause = match &self.causes.last {
            _ if !flows && class.is_some() => self.causes.of_class(&class.unwrap_or_default()),
            Some((last, _)) if flows => last.clone(),
            _ => rule(),
        };
        self.causes.nodes.insert(n, cause);
    }

    /// An expression turned out dynamic.
    pub(super) fn blame_expr(&mut self, e: &Expr) {
        let key = super::key(e);
        let cause = match self.causes.exprs.get(&key) {
            Some(known) => known.clone(),
            None => self.cause(e),
        };
        self.causes.last = Some((cause.clone(), e.at.start));
        self.causes.exprs.insert(key, cause);
    }

    fn cause(&mut self, e: &Expr) -> Rc<str> {
        let known = |me: &Self, e: &Expr| me.causes.exprs.get(&super::key(e)).cloned();
        let found = match &e.kind {
            ExprKind::Name(name) => match self.resolve(name) {
                Res::Var(node) => {
                    let node = self.find(node);
                    self.causes.nodes.get(&node).cloned()
                }
                Res::Dynamic => Some(format!("scope of variable ({})", self.scopes.len()).into()),
                _ => None,
            },
            ExprKind::Attr(base, _) => known(self, base),
            ExprKind::Item(base, _) => known(self, base),
            ExprKind::Call(f, _) => match &f.kind {
                ExprKind::Attr(base, _) if self.module_of(base).is_none() => known(self, base),
                ExprKind::Name(name) => match self.resolve(name) {
                    Res::Function(at) => {
                        let ret = self.find(self.fns[at].ret);
                        self.causes.nodes.get(&ret).cloned()
                    }
                    Res::Var(node) => {
                        let node = self.find(node);
                        self.causes.nodes.get(&node).cloned()
                    }
                    _ => None,
                },
                _ => None,
            },
            ExprKind::Binary(_, a, b) => known(self, a).or_else(|| known(self, b)),
            ExprKind::Unary(_, a) => known(self, a),
            ExprKind::Compare(a, rest) => known(self, a).or_else(|| rest.iter().find_map(|(_, b)| known(self, b))),
            ExprKind::Logic(_, parts) | ExprKind::List(parts) | ExprKind::Tuple(parts) => {
                parts.iter().find_map(|p| known(self, p))
            }
            ExprKind::If(_, a, b) => known(self, a).or_else(|| known(self, b)),
            _ => None,
        };
        found.unwrap_or_else(|| kind(e).into())
    }
}

/// A short word for an expression.
fn kind(e: &Expr) -> String {
    let path = |f: &Expr| match &f.kind {
        ExprKind::Name(n) => n.clone(),
        ExprKind::Attr(base, n) => match &base.kind {
            ExprKind::Name(b) => format!("{b}.{n}"),
            _ => format!("….{n}"),
        },
        _ => "…".into(),
    };
    match &e.kind {
        ExprKind::Name(n) => format!("name {n}"),
        ExprKind::Attr(..) => format!("attribute {}", path(e)),
        ExprKind::Call(f, _) => format!("call {}", path(f)),
        ExprKind::Item(..) => "item".into(),
        ExprKind::Comp(c) => match c.kind {
            CompKind::Generator => "generator expression",
            CompKind::Set => "set comprehension",
            _ => "comprehension",
        }
        .into(),
        ExprKind::Set(_) => "set".into(),
        ExprKind::Dict(pairs) => format!("dict of {}", if pairs.is_empty() { "none" } else { "some" }),
        ExprKind::Tuple(_) => "tuple".into(),
        ExprKind::List(_) => "list".into(),
        ExprKind::Lambda(_) => "lambda".into(),
        ExprKind::Binary(op, ..) => format!("operator {op:?}"),
        ExprKind::If(..) => "if".into(),
        ExprKind::Logic(..) => "logic".into(),
        other => format!("{other:?}").split(['(', ' ', '{']).next().unwrap_or_default().to_string(),
    }
}
