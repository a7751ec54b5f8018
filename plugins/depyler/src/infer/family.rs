//! Classes that inherit from each other, merged into one: a field says which class an instance is of, and a method that several
//! classes define asks it.

use super::class::{fields_with, plain};
use super::dataclass::{PROPERTY, STATIC, constants, marked};
use crate::hir::*;
use crate::rewrite::{self, Places, Rewrite};
use batuta_text::TextRange;
use std::collections::{BTreeMap, BTreeSet};

/// The field that says of which class an instance is.
pub(crate) const KIND: &str = "kind__";
/// The method that gives the class's name.
pub(crate) const NAME: &str = "name__";
/// The note of a method that counts its calls, because it may lead back to itself.
pub(crate) const COUNTED: &str = " counted";

/// A class of a native family.
#[derive(Clone, Debug, Default)]
pub(crate) struct Member {
    /// What the field [`KIND`] holds.
    pub number: i64,
    /// The method that fills a new instance.
    pub init: Option<String>,
    /// Numbers of the classes that are this one or inherit from it.
    pub under: Vec<i64>,
    /// Whether it has abstract methods.
    pub unfinished: bool,
    /// Its constants, inherited ones among them.
    pub constants: BTreeMap<String, Expr>,
}

/// A family as one class.
pub(super) struct Merged {
    pub class: Class,
    pub members: BTreeMap<String, Member>,
    pub fields: BTreeSet<String>,
    /// Fields that not every instance has.
    pub partial: BTreeSet<String>,
    /// Fields that may have no value yet.
    pub checked: BTreeSet<String>,
}

/// A class with its base; both written out.
pub(super) struct Kin {
    pub class: Class,
    pub base: Option<usize>,
    /// Methods that are only declared.
    pub unfinished: BTreeSet<String>,
}

/// The result for a target, or the name that an instance lacks.
type Choose<'a> = dyn FnMut(&Family<'_>, Option<usize>, &mut Places) -> Result<Expr, String> + 'a;

struct Family<'a> {
    all: &'a [Kin],
    /// Numbers of the classes that are called somewhere.
    made: Vec<usize>,
}

/// Merges a family, its root first; none when something in it needs the classes as objects.
pub(super) fn merge(all: &[Kin], called: &BTreeSet<String>) -> Option<Merged> {
    let made: Vec<usize> = (0..all.len()).filter(|i| called.contains(&all[*i].class.name)).collect();
    let family = Family { all, made };
    if family.made.is_empty() {
        return None;
    }
    let mut class = Class { args: vec![], body: vec![], decorators: vec![], ..all[0].class.clone() };
    class.body = family.methods()?;
    let shared = family.constants(&mut class)?;
    class.body.extend(shared);
    class.body.push(family.name_method());
    if !plain(&class) || !distinct(&class) {
        return None;
    }
    let (fields, partial, checked) = family.fields(&class)?;
    let members = (0..all.len()).map(|i| (all[i].class.name.clone(), family.member(i))).collect();
    Some(Merged { class, members, fields, partial, checked })
}

/// Whether no two functions have the same name.
fn distinct(c: &Class) -> bool {
    let mut names = BTreeSet::new();
    c.body.iter().all(|s| match &s.kind {
        StmtKind::Function(f) => names.insert(f.name.clone()),
        _ => true,
    })
}

fn methods_of(c: &Class) -> impl Iterator<Item = (&Function, TextRange)> {
    c.body.iter().filter_map(|s| match &s.kind {
        StmtKind::Function(f) => Some((&**f, s.at)),
        _ => None,
    })
}

/// The name of one class's method among all of that name.
fn own_name(class: &str, method: &str) -> String {
    format!("{class}__{}", method.trim_matches('_'))
}

impl Family<'_> {
    fn line(&self, i: usize) -> Vec<usize> {
        let mut out = vec![i];
        while let Some(base) = self.all[out[out.len() - 1]].base {
            out.push(base);
        }
        out
    }

    fn defines(&self, i: usize, name: &str) -> bool {
        methods_of(&self.all[i].class).any(|(f, _)| f.name == name)
    }

    /// The class whose method `name` an instance of class `i` has.
    fn lookup(&self, i: usize, name: &str) -> Option<usize> {
        self.line(i).into_iter().find(|k| self.defines(*k, name))
    }

    fn definers(&self, name: &str) -> Vec<usize> {
        (0..self.all.len()).filter(|i| self.defines(*i, name)).collect()
    }

    /// What the method of class `i` is called in the merged class.
    fn merged_name(&self, i: usize, name: &str) -> String {
        let definers = self.definers(name);
        if name == "__init__" || definers.len() > 1 || definers.first() != Some(&0) {
            own_name(&self.all[i].class.name, name)
        } else {
            name.to_string()
        }
    }

    fn methods(&self) -> Option<Vec<Stmt>> {
        let mut out = vec![];
        let mut names = BTreeSet::new();
        for (i, kin) in self.all.iter().enumerate() {
            for s in &kin.class.body {
                let StmtKind::Function(f) = &s.kind else { continue };
                names.insert(f.name.clone());
                let mut f = (**f).clone();
                if marked(&f, STATIC) && self.definers(&f.name) != [i] {
                    return None;
                }
                let merged = if marked(&f, STATIC) { f.name.clone() } else { self.merged_name(i, &f.name) };
                if !self.redirect(i, &mut f) {
                    return None;
                }
                if merged != f.name {
                    f.decorators.retain(|d| !matches!(&d.kind, ExprKind::Name(n) if n == PROPERTY));
                }
                f.name = merged;
                out.push(Stmt { at: s.at, kind: StmtKind::Function(Box::new(f)) });
            }
        }
        for name in names {
            let definers = self.definers(&name);
            let first = methods_of(&self.all[definers[0]].class).find(|(f, _)| f.name == name)?;
            if name == "__init__" || marked(first.0, STATIC) || self.merged_name(definers[0], &name) == name {
                continue;
            }
            out.push(self.dispatcher(&name, &definers)?);
        }
        Some(out)
    }

    /// Calls of `super()` and of a base by its name become calls of the base's method.
    fn redirect(&self, i: usize, f: &mut Function) -> bool {
        struct Redirect<'a, 'b> {
            family: &'a Family<'b>,
            at: usize,
            this: String,
            good: bool,
        }
        impl Rewrite for Redirect<'_, '_> {
            fn expr(&mut self, e: &mut Expr) {
                rewrite::expr(self, e);
                let ExprKind::Call(g, args) = &mut e.kind else { return };
                let ExprKind::Attr(base, name) = &mut g.kind else { return };
                let from = match &base.kind {
                    ExprKind::Call(s, none)
                        if none.is_empty() && matches!(&s.kind, ExprKind::Name(n) if n == "super") =>
                    {
                        self.family.all[self.at].base
                    }
                    ExprKind::Name(class) => match self.family.all.iter().position(|k| k.class.name == *class) {
                        Some(k) if matches!(args.first(), Some(Arg::Pos(Expr { kind: ExprKind::Name(n), .. })) if *n == self.this) =>
                        {
                            args.remove(0);
                            Some(k)
                        }
                        _ => return,
                    },
                    _ => return,
                };
                let target = from.and_then(|k| self.family.lookup(k, name));
                match target {
                    Some(k) => {
                        let to = self.family.merged_name(k, name);
                        base.kind = ExprKind::Name(self.this.clone());
                        *name = to;
                    }
                    None if name == "__init__" && args.is_empty() => e.kind = ExprKind::None,
                    None => self.good = false,
                }
            }
        }
        let Some(first) = f.params.first() else { return marked(f, STATIC) };
        let mut redirect = Redirect { family: self, at: i, this: first.name.clone(), good: true };
        f.body.iter_mut().for_each(|s| redirect.stmt(s));
        redirect.good
    }

    /// A method that asks of which class its instance is.
    fn dispatcher(&self, name: &str, definers: &[usize]) -> Option<Stmt> {
        let all: Vec<(&Function, TextRange)> =
            definers.iter().filter_map(|i| methods_of(&self.all[*i].class).find(|(f, _)| f.name == name)).collect();
        let shape = |f: &Function| {
            let params = f.params.iter().skip(1);
            format!(
                "{:?}",
                params
                    .map(|p| (p.name.clone(), p.kind, p.default.as_ref().map(|d| format!("{:?}", bare(d)))))
                    .collect::<Vec<_>>()
            )
        };
        let (first, at) = *all.first()?;
        let property = marked(first, PROPERTY);
        if all.iter().any(|(f, _)| shape(f) != shape(first) || marked(f, PROPERTY) != property) {
            return None;
        }
        let special = name.starts_with("__");
        if special && definers.len() > 1 && super::special::is_operator(name) {
            return None;
        }
        let mut places = Places { at: all[all.len() - 1].1, next: 0 };
        let targets: Vec<(usize, Option<usize>)> = self.made.iter().map(|k| (*k, self.lookup(*k, name))).collect();
        if special && targets.iter().any(|(_, t)| t.is_none()) {
            return None;
        }
        let params: Vec<Param> = std::iter::once(Param { name: "self".into(), ..first.params.first()?.clone() })
            .chain(first.params.iter().skip(1).cloned())
            .collect();
        if params[1..].iter().any(|p| p.name == "self" || p.kind != ParamKind::Normal) {
            return None;
        }
        let body = self.choice(&targets, &mut places, &mut |family, target, places| match target {
            Some(k) => {
                let callee = places.attr("self", &family.merged_name(k, name));
                let args = params[1..].iter().map(|p| Arg::Pos(places.name(&p.name))).collect();
                Ok(places.expr(ExprKind::Call(Box::new(callee), args)))
            }
            None => Err(name.to_string()),
        });
        Some(function(name, params, body, property, at))
    }

    /// Statements that return what the target of the instance's class gives.
    fn choice(&self, targets: &[(usize, Option<usize>)], places: &mut Places, result: &mut Choose<'_>) -> Vec<Stmt> {
        let mut groups: Vec<(Option<usize>, Vec<usize>)> = vec![];
        for (kind, target) in targets {
            match groups.iter_mut().find(|(t, _)| t == target && target.is_some()) {
                Some((_, kinds)) => kinds.push(*kind),
                None => groups.push((*target, vec![*kind])),
            }
        }
        // The last one needs no test.
        groups.sort_by_key(|(target, _)| target.is_some());
        let mut out = vec![];
        let count = groups.len();
        for (n, (target, kinds)) in groups.into_iter().enumerate() {
            let statement = match result(self, target, places) {
                Ok(value) => StmtKind::Return(Some(value)),
                Err(name) => {
                    let class = &self.all[kinds[0]].class.name;
                    let text = format!("'{class}' object has no attribute '{name}'");
                    let text = Arg::Pos(places.expr(ExprKind::Str(text)));
                    let error = places.name("AttributeError");
                    StmtKind::Raise(Some(places.expr(ExprKind::Call(Box::new(error), vec![text]))), None)
                }
            };
            let statement = Stmt { at: places.at, kind: statement };
            if n + 1 == count {
                out.push(statement);
                continue;
            }
            let mut tests: Vec<Expr> = kinds.iter().map(|k| is_kind(places, *k)).collect();
            let test = if tests.len() == 1 { tests.remove(0) } else { places.expr(ExprKind::Logic(false, tests)) };
            out.push(Stmt { at: places.at, kind: StmtKind::If(test, vec![statement], vec![]) });
        }
        out
    }

    /// Constants of the root stay; those that several classes have become properties.
    fn constants(&self, class: &mut Class) -> Option<Vec<Stmt>> {
        let own: Vec<BTreeMap<String, Expr>> = self.all.iter().map(|k| constants(&k.class)).collect();
        let names: BTreeSet<&String> = own.iter().flat_map(BTreeMap::keys).collect();
        let mut out = vec![];
        for name in names {
            let definers: Vec<usize> = (0..own.len()).filter(|i| own[*i].contains_key(name)).collect();
            if (0..self.all.len()).any(|i| self.defines(i, name)) {
                return None;
            }
            if definers == [0] {
                let s = self.all[0]
                    .class
                    .body
                    .iter()
                    .find(|s| super::dataclass::constant_of(s).is_some_and(|(n, _)| n == name));
                class.body.push(s?.clone());
                continue;
            }
            let value = own[*definers.last()?].get(name)?;
            let mut places = Places { at: TextRange { start: value.at.start, end: value.at.end + 1 }, next: 0 };
            let find = |i: usize| self.line(i).into_iter().find(|k| own[*k].contains_key(name));
            let targets: Vec<(usize, Option<usize>)> = self.made.iter().map(|k| (*k, find(*k))).collect();
            let body = self.choice(&targets, &mut places, &mut |_, target, _| match target {
                Some(k) => Ok(own[k][name].clone()),
                None => Err(name.clone()),
            });
            let this = Param { name: "self".into(), kind: ParamKind::Normal, default: None, note: None };
            out.push(function(name, vec![this], body, true, places.at));
        }
        Some(out)
    }

    /// A method that gives the class's name.
    fn name_method(&self) -> Stmt {
        let at = self.all[0].class.body.first().map_or(TextRange::empty(0), |s| s.at);
        let mut places = Places { at: TextRange { start: at.start + 1, end: at.end + 7 }, next: 0 };
        let targets: Vec<(usize, Option<usize>)> = self.made.iter().map(|k| (*k, Some(*k))).collect();
        let body = self.choice(&targets, &mut places, &mut |family, target, places| {
            let name = target.map_or(String::new(), |k| family.all[k].class.name.clone());
            Ok(places.expr(ExprKind::Str(name)))
        });
        let this = Param { name: "self".into(), kind: ParamKind::Normal, default: None, note: None };
        function(NAME, vec![this], body, true, places.at)
    }

    /// Fields of all, those that only some instances have, and those of which each read asks whether they are there.
    fn fields(&self, class: &Class) -> Option<(BTreeSet<String>, BTreeSet<String>, BTreeSet<String>)> {
        let sure: Vec<BTreeSet<String>> = self
            .made
            .iter()
            .map(|k| {
                let init = self.lookup(*k, "__init__").map(|d| self.merged_name(d, "__init__"));
                fields_with(class, init.as_deref())
            })
            .collect();
        let mut any: BTreeSet<String> = sure.iter().flatten().cloned().collect();
        let mut checked = BTreeSet::new();
        for (f, _) in methods_of(class).filter(|(f, _)| !marked(f, STATIC)) {
            let later = super::class::own_targets(f);
            checked.extend(later.difference(&any).cloned().collect::<Vec<_>>());
            any.extend(later);
        }
        let partial: BTreeSet<String> = any.iter().filter(|n| sure.iter().any(|s| !s.contains(*n))).cloned().collect();
        let known: BTreeSet<&str> = class
            .body
            .iter()
            .filter_map(|s| match &s.kind {
                StmtKind::Function(f) => Some(f.name.as_str()),
                _ => super::dataclass::constant_of(s).map(|(n, _)| n),
            })
            .collect();
        for (i, kin) in self.all.iter().enumerate() {
            let here: Vec<&BTreeSet<String>> =
                self.made.iter().zip(&sure).filter(|(k, _)| self.line(**k).contains(&i)).map(|(_, s)| s).collect();
            for (f, _) in methods_of(&kin.class) {
                let mut g = f.clone();
                if marked(f, STATIC) || !self.redirect(i, &mut g) {
                    continue;
                }
                let read = super::class::own_attributes(&g);
                for n in read.iter().filter(|n| !known.contains(n.as_str()) && *n != KIND) {
                    if !any.contains(n) {
                        return None;
                    }
                    if !here.iter().all(|s| s.contains(n)) {
                        checked.insert(n.clone());
                    }
                }
            }
        }
        if any.iter().any(|n| known.contains(n.as_str()) || n == KIND) {
            return None;
        }
        let mut all = any;
        all.insert(KIND.into());
        Some((all, partial, checked))
    }

    fn member(&self, i: usize) -> Member {
        let under = (0..self.all.len()).filter(|k| self.line(*k).contains(&i)).map(|k| k as i64).collect();
        let declared: BTreeSet<&String> = self.line(i).into_iter().flat_map(|k| &self.all[k].unfinished).collect();
        let unfinished =
            declared.iter().any(|m| self.lookup(i, m).is_some_and(|d| self.all[d].unfinished.contains(m.as_str())));
        let mut found = BTreeMap::new();
        for k in self.line(i).into_iter().rev() {
            found.extend(constants(&self.all[k].class));
        }
        Member {
            number: i as i64,
            init: self.lookup(i, "__init__").map(|d| self.merged_name(d, "__init__")),
            under,
            unfinished,
            constants: found,
        }
    }
}

/// An expression without its place.
fn bare(e: &Expr) -> String {
    match &e.kind {
        ExprKind::Unary(op, inner) => format!("{op:?}{}", bare(inner)),
        ExprKind::Tuple(items) => items.iter().map(bare).collect::<Vec<_>>().join(","),
        other => format!("{other:?}"),
    }
}

fn function(name: &str, params: Vec<Param>, body: Vec<Stmt>, property: bool, at: TextRange) -> Stmt {
    let decorators = if property { vec![Expr { at, kind: ExprKind::Name(PROPERTY.into()) }] } else { vec![] };
    let f = Function {
        name: name.into(),
        params,
        body,
        decorators,
        doc: None,
        generator: false,
        asynchronous: false,
        note: Some(COUNTED.into()),
    };
    Stmt { at, kind: StmtKind::Function(Box::new(f)) }
}

/// `self.kind == number`
fn is_kind(places: &mut Places, kind: usize) -> Expr {
    let field = places.attr("self", KIND);
    let number = places.expr(ExprKind::Int(kind.to_string()));
    places.expr(ExprKind::Compare(Box::new(field), vec![(CmpOp::Eq, number)]))
}
