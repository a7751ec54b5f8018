//! What decorators do to a class and its methods, written out: the form in which a native class is lowered.

use super::engine::{Engine, Res};
use crate::hir::{Arg, Class, CmpOp, Expr, ExprKind, FormatPart, Function, Param, ParamKind, Stmt, StmtKind};
use crate::rewrite::{self, Rewrite};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// The decorator of a method that is read like a field.
pub(super) const PROPERTY: &str = "property";
/// The decorator of a function without an instance.
pub(super) const STATIC: &str = "staticmethod";
/// The note of a parameter whose default is made anew by each call.
const ANEW: &str = " anew";

/// Whether a function has this decorator.
pub(super) fn marked(f: &Function, mark: &str) -> bool {
    f.decorators.iter().any(|d| matches!(&d.kind, ExprKind::Name(n) if n == mark))
}

/// Whether each call makes the default of a parameter anew.
pub(crate) fn made_anew(p: &Param) -> bool {
    p.note.as_deref() == Some(ANEW)
}

/// The name and literal of a class's constant.
pub(super) fn constant_of(s: &Stmt) -> Option<(&str, &Expr)> {
    let (target, value) = match &s.kind {
        StmtKind::Assign(targets, value) => match &targets[..] {
            [target] => (target, value),
            _ => return None,
        },
        StmtKind::AnnAssign(target, _, Some(value)) => (target, value),
        _ => return None,
    };
    let ExprKind::Name(name) = &target.kind else { return None };
    if name == "__slots__" {
        return Some((name, value));
    }
    (crate::lower::call::constant(value) && !name.starts_with("__")).then_some((name, value))
}

/// Whether a statement only gives the class what the module has under a name of its own.
fn hoisted(class: &str, s: &Stmt) -> bool {
    let StmtKind::Assign(targets, value) = &s.kind else { return false };
    match (&targets[..], &value.kind) {
        ([Expr { kind: ExprKind::Name(name), .. }], ExprKind::Name(from)) => *from == crate::hoist::global(class, name),
        _ => false,
    }
}

/// The constants of a class.
pub(super) fn constants(c: &Class) -> BTreeMap<String, Expr> {
    let all = c.body.iter().filter_map(constant_of).filter(|(name, _)| *name != "__slots__");
    all.map(|(name, value)| (name.to_string(), value.clone())).collect()
}

impl Engine<'_> {
    /// A class without decorators that do something; none when one does something else. `hidden` are names of the module, `set` the
    /// attributes that code outside of methods sets.
    pub(super) fn written_out(
        &mut self,
        c: &Class,
        hidden: &dyn Fn(&str) -> bool,
        set: &BTreeSet<String>,
    ) -> Option<Class> {
        let mut out = c.clone();
        // What the module has under a name of its own.
        out.body.retain(|s| !hoisted(&c.name, s));
        Private(&c.name).class(&mut out);
        for s in &mut out.body {
            let StmtKind::Function(f) = &mut s.kind else { continue };
            if f.decorators.is_empty() {
                continue;
            }
            let [Expr { kind: ExprKind::Name(name), .. }] = &f.decorators[..] else { return None };
            if hidden(name) {
                return None;
            }
            match name.as_str() {
                PROPERTY | STATIC => {}
                "classmethod" => class_method(f, &c.name)?,
                _ => return None,
            }
        }
        match &c.decorators[..] {
            [] => Some(out),
            [one] => {
                let at = one.at;
                let (name, args) = match &one.kind {
                    ExprKind::Call(f, args) => (&**f, &args[..]),
                    _ => (one, &[][..]),
                };
                let options = Options::of(args)?;
                let ExprKind::Name(name) = &name.kind else { return None };
                match self.resolve(name) {
                    Res::LibraryName("dataclasses", name) if name == "dataclass" => {
                        self.dataclass(out, at, &options, set)
                    }
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn dataclass(&mut self, mut c: Class, at: TextRange, options: &Options, set: &BTreeSet<String>) -> Option<Class> {
        c.decorators.clear();
        if !c.args.is_empty() || at.end - at.start < 9 {
            return None;
        }
        let mut fields = vec![];
        let mut body = vec![];
        for s in c.body {
            match &s.kind {
                StmtKind::AnnAssign(Expr { kind: ExprKind::Name(name), .. }, note, value) => {
                    if note.contains("ClassVar") || note.contains("InitVar") || note.contains("KW_ONLY") {
                        return None;
                    }
                    let mut field = Field { name: name.clone(), at: s.at, ..Field::default() };
                    self.default(value.as_ref(), &mut field)?;
                    fields.push(field);
                }
                _ => body.push(s),
            }
        }
        let defines = |name: &str| body.iter().any(|s| matches!(&s.kind, StmtKind::Function(f) if f.name == name));
        let mut made = vec![];
        if !defines("__init__") {
            made.push(init(&fields, defines("__post_init__"), at)?);
        }
        if !defines("__repr__") {
            made.push(repr(&c.name, &fields, at));
        }
        let compared: Vec<Field> = fields.iter().filter(|f| !f.uncompared).cloned().collect();
        if !defines("__eq__") {
            if compared.is_empty() {
                return None;
            }
            made.push(equal(&c.name, &compared, at));
        }
        if options.order {
            if ORDER.iter().any(|(name, _)| defines(name)) || compared.is_empty() || compared.len() > 6 {
                return None;
            }
            made.extend(ORDER.iter().enumerate().map(|(n, _)| ordered(&c.name, &compared, at, n as u32)));
        }
        if options.frozen {
            // What nothing sets needs no guard.
            let own = |s: &Stmt| match &s.kind {
                StmtKind::Function(f) => super::class::own_targets(f),
                _ => BTreeSet::new(),
            };
            let changed: BTreeSet<String> = body.iter().flat_map(own).chain(set.iter().cloned()).collect();
            if fields.iter().any(|f| changed.contains(&f.name)) || body.iter().any(|s| !own(s).is_empty()) {
                return None;
            }
        }
        if defines("__hash__") || fields.is_empty() {
            return None;
        }
        c.body = made.into_iter().chain(body).collect();
        Some(c)
    }

    /// What a field's value in the class says.
    fn default(&mut self, value: Option<&Expr>, field: &mut Field) -> Option<()> {
        let Some(value) = value else { return Some(()) };
        if crate::lower::call::constant(value) {
            field.default = Some(value.clone());
            return Some(());
        }
        let ExprKind::Call(f, args) = &value.kind else { return None };
        let ExprKind::Name(name) = &f.kind else { return None };
        if !matches!(self.resolve(name), Res::LibraryName("dataclasses", n) if n == "field") {
            return None;
        }
        for arg in args {
            let Arg::Named(what, e) = arg else { return None };
            match (what.as_str(), &e.kind) {
                ("default", _) if crate::lower::call::constant(e) => field.default = Some(e.clone()),
                ("default_factory", ExprKind::Name(n)) => {
                    let kind = match n.as_str() {
                        "list" => ExprKind::List(vec![]),
                        "dict" => ExprKind::Dict(vec![]),
                        _ => return None,
                    };
                    field.default = Some(Expr { at: value.at, kind });
                    field.anew = true;
                }
                ("compare", ExprKind::Bool(b)) => field.uncompared = !b,
                ("repr", ExprKind::Bool(b)) => field.unshown = !b,
                ("init" | "hash", ExprKind::Bool(true)) => {}
                _ => return None,
            }
        }
        Some(())
    }
}

/// A field of a data class.
#[derive(Clone, Default)]
struct Field {
    name: String,
    at: TextRange,
    default: Option<Expr>,
    /// Each instance gets a default of its own.
    anew: bool,
    uncompared: bool,
    unshown: bool,
}

/// What the decorator is told.
#[derive(Default)]
struct Options {
    order: bool,
    frozen: bool,
}

impl Options {
    fn of(args: &[Arg]) -> Option<Options> {
        let mut out = Options::default();
        for a in args {
            let Arg::Named(what, Expr { kind: ExprKind::Bool(b), .. }) = a else { return None };
            match (what.as_str(), b) {
                ("order", b) => out.order = *b,
                ("frozen", b) => out.frozen = *b,
                ("eq" | "repr" | "init", true) | ("unsafe_hash" | "kw_only" | "slots", false) => {}
                _ => return None,
            }
        }
        Some(out)
    }
}

/// The methods of ordered data classes.
const ORDER: [(&str, CmpOp); 4] =
    [("__lt__", CmpOp::Lt), ("__le__", CmpOp::Le), ("__gt__", CmpOp::Gt), ("__ge__", CmpOp::Ge)];

fn name(at: TextRange, text: &str) -> Expr {
    Expr { at, kind: ExprKind::Name(text.into()) }
}

fn attr(at: TextRange, object: &str, field: &str) -> Expr {
    Expr { at, kind: ExprKind::Attr(Box::new(name(at, object)), field.into()) }
}

/// A parameter without a default.
pub(super) fn plain_param(name: &str) -> Param {
    param(name, None, false)
}

fn param(name: &str, default: Option<Expr>, anew: bool) -> Param {
    Param { name: name.into(), kind: ParamKind::Normal, default, note: anew.then(|| ANEW.to_string()) }
}

fn method(at: TextRange, name: &str, params: Vec<Param>, body: Vec<Stmt>) -> Stmt {
    let f = Function {
        name: name.into(),
        params,
        body,
        decorators: vec![],
        doc: None,
        generator: false,
        asynchronous: false,
        note: None,
    };
    Stmt { at, kind: StmtKind::Function(Box::new(f)) }
}

fn init(fields: &[Field], post: bool, at: TextRange) -> Option<Stmt> {
    let mut params = vec![param("self", None, false)];
    let mut body = vec![];
    let mut optional = false;
    for Field { name: field, at: place, default, anew, .. } in fields {
        optional |= default.is_some();
        if optional && default.is_none() || field == "self" {
            return None;
        }
        params.push(param(field, default.clone(), *anew));
        let read = TextRange { start: place.start, end: place.end + 1 };
        body.push(Stmt { at: *place, kind: StmtKind::Assign(vec![attr(*place, "self", field)], name(read, field)) });
    }
    if post {
        let at = TextRange { start: at.start + 2, end: at.end };
        let call = ExprKind::Call(Box::new(attr(at, "self", "__post_init__")), vec![]);
        body.push(Stmt { at, kind: StmtKind::Expr(Expr { at, kind: call }) });
    }
    Some(method(at, "__init__", params, body))
}

fn repr(class: &str, fields: &[Field], at: TextRange) -> Stmt {
    let mut parts = vec![FormatPart::Text(format!("{class}("))];
    for (n, field) in fields.iter().filter(|f| !f.unshown).map(|f| &f.name).enumerate() {
        let before = if n == 0 { format!("{field}=") } else { format!(", {field}=") };
        parts.push(FormatPart::Text(before));
        let place = TextRange { start: at.start + 3, end: at.end + n as u32 };
        parts.push(FormatPart::Value(attr(place, "self", field), 'r', vec![]));
    }
    parts.push(FormatPart::Text(")".into()));
    let at = TextRange { start: at.start + 3, end: at.end };
    let body = vec![Stmt { at, kind: StmtKind::Return(Some(Expr { at, kind: ExprKind::Format(parts) })) }];
    method(at, "__repr__", vec![param("self", None, false)], body)
}

fn equal(class: &str, fields: &[Field], at: TextRange) -> Stmt {
    let at = TextRange { start: at.start + 4, end: at.end };
    let other = |n: u32| TextRange { start: at.start + n, end: at.end };
    let tested = vec![Arg::Pos(name(other(1), "other")), Arg::Pos(name(other(2), class))];
    let is = Expr { at, kind: ExprKind::Call(Box::new(name(at, "isinstance")), tested) };
    let not = Expr { at, kind: ExprKind::Unary(crate::hir::UnaryOp::Not, Box::new(is)) };
    let refuse = Stmt { at, kind: StmtKind::Return(Some(name(other(3), "NotImplemented"))) };
    let guard = Stmt { at, kind: StmtKind::If(not, vec![refuse], vec![]) };
    let mut parts = vec![];
    for (n, field) in fields.iter().map(|f| &f.name).enumerate() {
        let place = |k: u32| TextRange { start: at.start + k, end: at.end + 1 + n as u32 };
        let (a, b) = (attr(place(1), "self", field), attr(place(2), "other", field));
        parts.push(Expr { at: place(3), kind: ExprKind::Compare(Box::new(a), vec![(CmpOp::Eq, b)]) });
    }
    let all =
        if parts.len() == 1 { parts.remove(0) } else { Expr { at: other(4), kind: ExprKind::Logic(true, parts) } };
    let body = vec![guard, Stmt { at, kind: StmtKind::Return(Some(all)) }];
    method(at, "__eq__", vec![param("self", None, false), param("other", None, false)], body)
}

/// `a < b` and the like of an ordered data class.
fn ordered(class: &str, fields: &[Field], at: TextRange, n: u32) -> Stmt {
    let (method_name, op) = ORDER[n as usize];
    // A scope of its own for each.
    let start = at.start + 5 + n;
    let mut next = at.end + 100 * (n + 1);
    let mut place = || {
        next += 1;
        TextRange { start, end: next }
    };
    let tested = vec![Arg::Pos(name(place(), "other")), Arg::Pos(name(place(), class))];
    let asked = name(place(), "isinstance");
    let is = Expr { at: place(), kind: ExprKind::Call(Box::new(asked), tested) };
    let not = Expr { at: place(), kind: ExprKind::Unary(crate::hir::UnaryOp::Not, Box::new(is)) };
    let at = TextRange { start, end: at.end };
    let refuse = Stmt { at, kind: StmtKind::Return(Some(name(place(), "NotImplemented"))) };
    let guard = Stmt { at, kind: StmtKind::If(not, vec![refuse], vec![]) };
    let mut side = |this: &str| {
        let parts = fields.iter().map(|f| {
            let object = name(place(), this);
            Expr { at: place(), kind: ExprKind::Attr(Box::new(object), f.name.clone()) }
        });
        let parts = parts.collect();
        Expr { at: place(), kind: ExprKind::Tuple(parts) }
    };
    let (a, b) = (side("self"), side("other"));
    let test = Expr { at: place(), kind: ExprKind::Compare(Box::new(a), vec![(op, b)]) };
    let body = vec![guard, Stmt { at, kind: StmtKind::Return(Some(test)) }];
    method(at, method_name, vec![param("self", None, false), param("other", None, false)], body)
}

/// A class method as a function without an instance: nothing inherits from the class.
fn class_method(f: &mut Function, class: &str) -> Option<()> {
    struct Renamer<'a>(&'a str, &'a str);
    impl Rewrite for Renamer<'_> {
        fn expr(&mut self, e: &mut Expr) {
            if let ExprKind::Name(n) = &mut e.kind
                && n == self.0
            {
                *n = self.1.to_string();
            }
            rewrite::expr(self, e);
        }
    }
    if f.params.is_empty() {
        return None;
    }
    let first = f.params.remove(0).name;
    let names = crate::scope::function(f);
    if names.bound.contains(class) || names.bound.contains(&first) || names.inner.contains(&first) {
        return None;
    }
    let mut renamer = Renamer(&first, class);
    f.body.iter_mut().for_each(|s| renamer.stmt(s));
    for d in &mut f.decorators {
        d.kind = ExprKind::Name(STATIC.into());
    }
    Some(())
}

/// `__name` inside a class is `_Class__name`.
struct Private<'a>(&'a str);

impl Private<'_> {
    fn class(&mut self, c: &mut Class) {
        c.body.iter_mut().for_each(|s| self.stmt(s));
    }

    fn mangle(&self, name: &mut String) {
        if name.starts_with("__") && !name.ends_with("__") {
            *name = format!("_{}{name}", self.0.trim_start_matches('_'));
        }
    }
}

impl Rewrite for Private<'_> {
    fn expr(&mut self, e: &mut Expr) {
        if let ExprKind::Attr(_, name) = &mut e.kind {
            self.mangle(name);
        }
        rewrite::expr(self, e);
    }
    fn stmt(&mut self, s: &mut Stmt) {
        if let StmtKind::Function(f) = &mut s.kind {
            self.mangle(&mut f.name);
        }
        rewrite::stmt(self, s);
    }
}
