//! The state of inference: type variables, their union, scopes, the loop to the fixpoint.

use super::growth::{G, Graph, LONG, Step};
use super::types::{Kind as Known, Node, T, Ty};
use super::{ClassTypes, Key, MODULE, Signature, Types};
use crate::assign::Locals;
use crate::facts::Facts;
use crate::hir::{Class, Expr, Function, Module};
use crate::lower::import::{self, Bound};
use crate::scope::{self, Names};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::rc::Rc;

/// What an expression gives: its type, and where an int comes from.
#[derive(Clone, Debug)]
pub(super) struct Val {
    pub ty: Ty,
    pub g: Option<G>,
}

impl Val {
    pub fn new(ty: Ty) -> Val {
        Val { ty, g: None }
    }
}

/// The kind of a scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Kind {
    Module,
    Function,
    Class,
    Comp,
}

/// A scope on the way through the module.
pub(super) struct Scope {
    pub key: u32,
    pub kind: Kind,
    pub names: Rc<Names>,
    pub locals: Rc<Locals>,
    /// Whether a `try` or `with` stands in it.
    pub tries: bool,
    pub imports: Rc<BTreeMap<String, Bound>>,
    /// The dynamic class whose body this is, where causes are kept.
    pub class: Option<String>,
    /// Where results go; none when they are dynamic.
    pub ret: Option<Node>,
    /// Where a generator's values go; none when they are dynamic.
    pub gives: Option<Node>,
}

/// What a name stands for.
#[derive(Clone, Debug)]
pub(super) enum Res {
    Var(Node),
    /// A variable that is always dynamic
    Dynamic,
    Function(usize),
    Class(usize),
    Library(&'static str),
    LibraryName(&'static str, String),
    Annotation,
    Builtin(String),
}

/// What is known of a function before any type is.
#[derive(Clone)]
pub(super) struct Body {
    pub names: Rc<Names>,
    pub locals: Rc<Locals>,
    pub tries: bool,
    pub imports: Rc<BTreeMap<String, Bound>>,
}

pub(super) struct FnInfo {
    pub f: Rc<Function>,
    pub params: Vec<Node>,
    pub ret: Node,
}

pub(super) struct ClassInfo {
    /// As it is lowered: what decorators do is written out.
    pub c: Class,
    /// The classes of the family.
    pub members: BTreeMap<String, super::family::Member>,
    /// Fields that not every instance has.
    pub partial: BTreeSet<String>,
    /// Fields that may have no value yet.
    pub checked: BTreeSet<String>,
    /// Literals that the class binds.
    pub constants: BTreeMap<String, Expr>,
    /// Methods that are read like fields.
    pub properties: BTreeSet<String>,
    /// Functions without an instance.
    pub statics: BTreeSet<String>,
    pub fields: BTreeMap<String, Node>,
    pub methods: BTreeMap<String, FnInfo>,
    pub dynamic: bool,
}

pub(super) struct Engine<'a> {
    pub facts: &'a Facts,
    parent: Vec<Node>,
    ty: Vec<Ty>,
    /// What is here is also seen by dynamic code.
    boxed: Vec<bool>,
    pub changed: bool,
    pub record: bool,
    vars: HashMap<(u32, String), Node>,
    sites: HashMap<(Key, u32), Node>,
    dicts: Vec<(Node, Node)>,
    /// What objects of the runtime hold: only what dynamic code may have as a copy.
    held: Vec<Node>,
    /// Variables that are declared before their first assignment, where Rust cannot see that they have a value.
    late: Vec<Node>,
    pub fns: Vec<FnInfo>,
    pub fn_names: BTreeMap<String, usize>,
    pub classes: Vec<ClassInfo>,
    pub class_names: BTreeMap<String, usize>,
    globals: &'a BTreeSet<String>,
    pub forced: &'a HashSet<Key>,
    /// The special method of a native class that is looked at.
    pub special: Option<String>,
    /// The name of the instance in the method that is looked at.
    pub this: Option<String>,
    pub scopes: Vec<Scope>,
    pub graph: Graph,
    /// Int expressions of this pass, for those that grow.
    pub int_exprs: Vec<(Key, G)>,
    pub long_exprs: HashSet<Key>,
    out: Types,
    found: HashMap<Key, Ty>,
    /// What is known of functions before any type is.
    bodies: HashMap<(u32, u32, String), Body>,
    pub causes: super::causes::Causes,
    int_bits: HashMap<Key, G>,
}

impl<'a> Engine<'a> {
    pub fn new(
        facts: &'a Facts,
        statics: &BTreeMap<String, Function>,
        globals: &'a BTreeSet<String>,
        forced: &'a HashSet<Key>,
    ) -> Engine<'a> {
        let mut engine = Engine {
            facts,
            parent: vec![],
            ty: vec![],
            boxed: vec![],
            changed: false,
            record: false,
            vars: HashMap::new(),
            sites: HashMap::new(),
            dicts: vec![],
            held: vec![],
            late: vec![],
            fns: vec![],
            fn_names: BTreeMap::new(),
            classes: vec![],
            class_names: BTreeMap::new(),
            globals,
            forced,
            special: None,
            this: None,
            scopes: vec![],
            graph: Graph::default(),
            int_exprs: vec![],
            long_exprs: HashSet::new(),
            out: Types::default(),
            found: HashMap::new(),
            bodies: HashMap::new(),
            causes: super::causes::Causes::default(),
            int_bits: HashMap::new(),
        };
        for (name, f) in statics {
            let info = engine.function(f.clone());
            engine.fn_names.insert(name.clone(), engine.fns.len());
            engine.fns.push(info);
        }
        engine
    }

    /// What is known of a function before any type is.
    pub fn body_of(&mut self, f: &Function) -> Body {
        let place = f.body.first().map(|s| s.at).filter(|at| at.start < at.end && f.name != "<genexpr>");
        let key = place.map(|at| (at.start, at.end, f.name.clone()));
        if let Some(known) = key.as_ref().and_then(|key| self.bodies.get(key)) {
            return known.clone();
        }
        let params: Vec<String> = f.params.iter().map(|p| p.name.clone()).collect();
        let body = Body {
            names: Rc::new(crate::fixed::function(f)),
            locals: Rc::new(crate::assign::locals(&params, &f.body)),
            tries: super::stmt::tries(&f.body),
            imports: Rc::new(import::collect(&f.body, self.facts)),
        };
        if let Some(key) = key.filter(|_| f.name != "<lambda>") {
            self.bodies.insert(key, body.clone());
        }
        body
    }

    /// Type variables of a function.
    pub fn function(&mut self, f: Function) -> FnInfo {
        let names = crate::fixed::function(&f);
        let key = super::scope_of(&f);
        let params = f.params.iter().map(|p| self.variable(key, &p.name, names.is_cell(&p.name))).collect();
        let ret = self.node();
        FnInfo { f: Rc::new(f), params, ret }
    }

    pub fn node(&mut self) -> Node {
        self.parent.push(self.parent.len() as Node);
        self.ty.push(Ty::Bot);
        self.boxed.push(false);
        self.parent.len() as Node - 1
    }

    pub fn find(&self, mut n: Node) -> Node {
        while self.parent[n as usize] != n {
            n = self.parent[n as usize];
        }
        n
    }

    pub fn ty(&self, n: Node) -> Ty {
        self.ty[self.find(n) as usize].clone()
    }

    pub fn variable(&mut self, key: u32, name: &str, dynamic: bool) -> Node {
        if let Some(node) = self.vars.get(&(key, name.to_string())) {
            return *node;
        }
        let node = self.node();
        self.vars.insert((key, name.to_string()), node);
        if dynamic {
            self.pin(node);
        }
        node
    }

    /// The type variable number `n` of a place where a container is made.
    pub fn site(&mut self, key: Key, n: u32) -> Node {
        if let Some(node) = self.sites.get(&(key, n)) {
            return *node;
        }
        let node = self.node();
        self.sites.insert((key, n), node);
        node
    }

    pub fn dict_ty(&mut self, k: Node, v: Node) -> Ty {
        if !self.dicts.contains(&(k, v)) {
            self.dicts.push((k, v));
        }
        Ty::Dict(k, v)
    }

    /// An object of the runtime that holds what flows into a type variable.
    pub fn known(&mut self, kind: Known, n: Node) -> Ty {
        if !self.held.contains(&n) {
            self.held.push(n);
        }
        Ty::Known(kind, Some(n))
    }

    /// What dynamic code must not get as a copy becomes dynamic where objects of the runtime hold it.
    fn settle_held(&mut self) -> bool {
        let before = std::mem::take(&mut self.changed);
        for n in self.held.clone() {
            let ty = self.ty(n);
            if !matches!(ty, Ty::Bot | Ty::Dyn) && !self.t_of(&ty).crosses() {
                self.pin(n);
            }
        }
        std::mem::replace(&mut self.changed, before)
    }

    /// A container of dynamic things is dynamic itself.
    pub fn settled(&self, ty: Ty) -> Ty {
        match ty {
            Ty::List(n) if self.ty(n) == Ty::Dyn => Ty::Known(Known::List, Some(n)),
            Ty::Dict(k, _) if self.ty(k) == Ty::Dyn => Ty::Known(Known::Dict, Some(k)),
            Ty::Obj(class) if self.classes[class].dynamic => Ty::Dyn,
            Ty::Opt(inner) => match self.settled(*inner) {
                Ty::Dyn => Ty::Dyn,
                inner => Ty::Opt(Box::new(inner)),
            },
            other => other,
        }
    }

    /// What a type variable holds, as a value.
    pub fn read(&mut self, n: Node) -> Val {
        let ty = self.settled(self.ty(n));
        let g = match ty {
            Ty::Int => Some(self.graph.add(Step::Cell(n))),
            _ => None,
        };
        Val { ty, g }
    }

    /// An int literal.
    pub fn literal(&mut self, bits: u8) -> Val {
        let step = if bits > super::growth::BIG { Step::Big(bits) } else { Step::Bits(bits) };
        Val { ty: Ty::Int, g: Some(self.graph.add(step)) }
    }

    /// An int of at most this many bits.
    pub fn int(&mut self, bits: u8) -> Val {
        Val { ty: Ty::Int, g: Some(self.graph.add(Step::Bits(bits))) }
    }

    /// A value goes into a type variable.
    #[track_caller]
    pub fn flow(&mut self, v: &Val, n: Node) {
        let n = self.find(n);
        if let (Ty::Int, Some(g)) = (&v.ty, v.g) {
            self.graph.flows.push((n, g));
        }
        self.flow_ty(&v.ty, n);
    }

    #[track_caller]
    pub fn flow_ty(&mut self, ty: &Ty, n: Node) {
        let n = self.find(n) as usize;
        let old = self.ty[n].clone();
        if old == *ty {
            return;
        }
        if self.boxed[n] || old == Ty::Dyn {
            self.make_dynamic(ty);
        }
        let new = self.join(&old, ty);
        let n = self.find(n as Node) as usize;
        if new != self.ty[n] {
            if self.boxed[n] {
                self.make_dynamic(&new);
            }
            if new == Ty::Dyn {
                self.blame(n as Node, *ty == Ty::Dyn);
            }
            self.ty[n] = new;
            self.changed = true;
        }
    }

    /// The least type that holds both.
    #[track_caller]
    pub fn join(&mut self, a: &Ty, b: &Ty) -> Ty {
        match (a, b) {
            (Ty::Bot, x) | (x, Ty::Bot) => x.clone(),
            (Ty::Dyn, x) | (x, Ty::Dyn) => {
                self.make_dynamic(x);
                Ty::Dyn
            }
            (Ty::Int | Ty::Float | Ty::Real, Ty::Int | Ty::Float | Ty::Real) => {
                if a == b {
                    a.clone()
                } else {
                    Ty::Real
                }
            }
            (Ty::Int, Ty::Long) | (Ty::Long, Ty::Int) => Ty::Long,
            (Ty::None, Ty::None) => Ty::None,
            (Ty::None, Ty::Opt(x)) | (Ty::Opt(x), Ty::None) => Ty::Opt(x.clone()),
            (Ty::None, x) | (x, Ty::None) => optional(x.clone()),
            (Ty::Opt(x), Ty::Opt(y)) => optional(self.join(x, y)),
            (Ty::Opt(x), y) | (y, Ty::Opt(x)) => optional(self.join(x, y)),
            (Ty::Tuple(x), Ty::Tuple(y)) if x.len() == y.len() => {
                for (x, y) in x.iter().zip(y.iter()) {
                    self.unify(*x, *y);
                }
                a.clone()
            }
            (Ty::Tuple(x), Ty::Tuple(y)) => {
                let n = self.node();
                x.iter().chain(y.iter()).for_each(|p| self.part_flows(*p, n));
                self.known(Known::Tuple, n)
            }
            (Ty::Tuple(parts), whole @ Ty::Known(Known::Tuple, Some(n)))
            | (whole @ Ty::Known(Known::Tuple, Some(n)), Ty::Tuple(parts)) => {
                parts.iter().for_each(|p| self.part_flows(*p, *n));
                whole.clone()
            }
            (whole @ Ty::Known(Known::List, Some(x)), other @ Ty::List(y))
            | (other @ Ty::List(y), whole @ Ty::Known(Known::List, Some(x))) => {
                self.make_dynamic(other);
                self.unify(*x, *y);
                whole.clone()
            }
            (whole @ Ty::Known(Known::Dict, Some(x)), other @ Ty::Dict(y, _))
            | (other @ Ty::Dict(y, _), whole @ Ty::Known(Known::Dict, Some(x))) => {
                self.make_dynamic(other);
                self.unify(*x, *y);
                whole.clone()
            }
            (Ty::Known(k, x), Ty::Known(l, y)) if k == l => {
                if let (Some(x), Some(y)) = (x, y) {
                    self.unify(*x, *y);
                }
                Ty::Known(*k, x.or(*y))
            }
            (Ty::List(x), Ty::List(y)) => {
                self.unify(*x, *y);
                a.clone()
            }
            (Ty::Dict(k, v), Ty::Dict(l, w)) => {
                self.unify(*k, *l);
                self.unify(*v, *w);
                a.clone()
            }
            (a, b) if a == b => a.clone(),
            (a, b) => {
                self.make_dynamic(a);
                self.make_dynamic(b);
                Ty::Dyn
            }
        }
    }

    fn part_flows(&mut self, part: Node, n: Node) {
        let v = self.read(part);
        self.flow(&v, n);
    }

    #[track_caller]
    pub fn unify(&mut self, a: Node, b: Node) {
        let (a, b) = (self.find(a), self.find(b));
        if a == b {
            return;
        }
        self.changed = true;
        let (x, y) = (self.ty[a as usize].clone(), self.ty[b as usize].clone());
        self.parent[b as usize] = a;
        let boxed = self.boxed[a as usize] || self.boxed[b as usize];
        self.boxed[a as usize] = boxed;
        if boxed {
            self.make_dynamic(&x);
            self.make_dynamic(&y);
        }
        let new = self.join(&x, &y);
        let a = self.find(a) as usize;
        if new == Ty::Dyn && self.ty[a] != Ty::Dyn {
            self.blame(a as Node, false);
        }
        self.ty[a] = new;
    }

    /// Dynamic code sees values of this type, and may change them.
    #[track_caller]
    pub fn make_dynamic(&mut self, ty: &Ty) {
        match ty {
            Ty::List(n) => self.pin(*n),
            Ty::Dict(k, v) => {
                self.pin(*k);
                self.pin(*v);
            }
            Ty::Tuple(parts) => {
                for n in parts.iter() {
                    let n = self.find(*n);
                    if !self.boxed[n as usize] {
                        self.boxed[n as usize] = true;
                        self.changed = true;
                        let inner = self.ty[n as usize].clone();
                        self.make_dynamic(&inner);
                    }
                }
            }
            Ty::Opt(inner) => self.make_dynamic(inner),
            Ty::Known(kind, Some(n)) if kind.takes() => self.pin(*n),
            Ty::Obj(class) => self.dynamic_class(*class),
            _ => {}
        }
    }

    #[track_caller]
    pub fn dyn_val(&mut self, v: &Val) {
        self.make_dynamic(&v.ty);
    }

    /// Makes a type variable dynamic.
    #[track_caller]
    pub fn pin(&mut self, n: Node) {
        let n = self.find(n) as usize;
        if self.ty[n] != Ty::Dyn {
            self.blame(n as Node, false);
            let old = std::mem::replace(&mut self.ty[n], Ty::Dyn);
            self.changed = true;
            self.make_dynamic(&old);
        }
    }

    /// Callers of a function are not known.
    #[track_caller]
    pub fn escape(&mut self, f: usize) {
        let (params, ret) = (self.fns[f].params.clone(), self.fns[f].ret);
        params.into_iter().for_each(|p| self.pin(p));
        self.pin(ret);
    }

    /// What a name stands for here.
    pub fn resolve(&mut self, name: &str) -> Res {
        let mut in_function = false;
        for at in (0..self.scopes.len()).rev() {
            let scope = &self.scopes[at];
            match scope.kind {
                Kind::Module => break,
                Kind::Class if !in_function && scope.names.bound.contains(name) => return Res::Dynamic,
                Kind::Class => continue,
                Kind::Comp | Kind::Function => {}
            }
            if scope.names.globals.contains(name) {
                break;
            }
            if scope.names.bound.contains(name) && !scope.names.nonlocals.contains(name) {
                if let Some(bound) = scope.imports.get(name) {
                    return imported(bound);
                }
                if scope.names.is_cell(name) || scope.locals.unsure.contains(name) || scope.key == super::NOWHERE {
                    return Res::Dynamic;
                }
                let (key, late) = (scope.key, scope.tries && !scope.locals.declared.contains_key(name));
                let known = self.vars.contains_key(&(key, name.to_string()));
                let node = self.variable(key, name, false);
                if late && !known {
                    self.late.push(node);
                }
                return Res::Var(node);
            }
            in_function |= scope.kind != Kind::Comp;
        }
        self.resolve_global(name)
    }

    pub fn resolve_global(&mut self, name: &str) -> Res {
        let module = &self.scopes[0];
        if let Some(bound) = module.imports.get(name) {
            return imported(bound);
        }
        if let Some(f) = self.fn_names.get(name) {
            return Res::Function(*f);
        }
        if let Some(c) = self.class_names.get(name)
            && !self.classes[*c].dynamic
        {
            return Res::Class(*c);
        }
        if self.globals.contains(name) {
            let dynamic = self.facts.exported.contains(name) || module.names.walrus.contains(name);
            return Res::Var(self.variable(MODULE, name, dynamic));
        }
        if module.names.bound.contains(name) {
            let dynamic = module.names.is_cell(name) || module.locals.unsure.contains(name);
            let late = module.tries && !module.locals.declared.contains_key(name);
            if late && !self.vars.contains_key(&(MODULE, name.to_string())) {
                let node = self.variable(MODULE, name, dynamic);
                self.late.push(node);
            }
            return Res::Var(self.variable(MODULE, name, dynamic));
        }
        Res::Builtin(name.to_string())
    }

    /// Runs to the fixpoint.
    pub fn run(mut self, m: &Module) -> Option<Types> {
        let names = scope::module(m);
        let exported: Vec<usize> =
            self.fn_names.iter().filter(|(n, _)| self.facts.exported.contains(*n)).map(|(_, f)| *f).collect();
        self.scopes.push(Scope {
            key: MODULE,
            kind: Kind::Module,
            names: Rc::new(names),
            locals: Rc::new(crate::assign::locals(&[], &m.body)),
            tries: super::stmt::tries(&m.body),
            imports: Rc::new(import::collect(&m.body, self.facts)),
            class: None,
            ret: None,
            gives: None,
        });
        exported.into_iter().for_each(|f| self.escape(f));
        if let Some(all) = self.fn_names.get(crate::doctests::ALL).copied() {
            // Called with what `testmod` gets.
            self.escape(all);
        }
        self.classes(m);
        for _ in 0..60 {
            self.pass(m);
            if self.changed || self.settle_dicts() || self.settle_held() {
                continue;
            }
            if self.break_cycles() || self.settle_late() || self.widen() {
                continue;
            }
            self.record = true;
            self.pass(m);
            return if self.changed { None } else { Some(self.finish()) };
        }
        None
    }

    fn pass(&mut self, m: &Module) {
        self.changed = false;
        self.graph = Graph::default();
        self.int_exprs.clear();
        self.block(&m.body);
    }

    /// Dictionaries whose keys or values are dynamic are dynamic as a whole.
    fn settle_dicts(&mut self) -> bool {
        let before = self.changed;
        self.changed = false;
        for (k, v) in self.dicts.clone() {
            let (key, value) = (self.resolved(k), self.resolved(v));
            let unseen = self.ty(k) == Ty::Bot && self.ty(v) == Ty::Bot;
            if !unseen && (!key.is_key() || value == T::Dyn) {
                self.pin(k);
                self.pin(v);
            }
        }
        let any = self.changed;
        self.changed |= before;
        any
    }

    fn settle_late(&mut self) -> bool {
        let mut any = false;
        for n in self.late.clone() {
            let n = self.find(n);
            match self.ty(n) {
                ty @ Ty::Obj(_) => {
                    self.ty[n as usize] = Ty::Opt(Box::new(ty));
                    any = true;
                }
                Ty::Tuple(_) if !self.t_of(&self.ty(n)).crosses() => {
                    self.pin(n);
                    any = true;
                }
                _ => {}
            }
        }
        any
    }

    /// A type that contains itself is dynamic.
    fn break_cycles(&mut self) -> bool {
        let mut any = false;
        for n in 0..self.ty.len() as Node {
            if self.find(n) == n && self.depth(&self.ty[n as usize], 0) > 7 {
                self.pin(n);
                any = true;
            }
        }
        any
    }

    fn depth(&self, ty: &Ty, at: usize) -> usize {
        if at > 7 {
            return at;
        }
        match ty {
            Ty::List(n) => self.depth(&self.ty(*n), at + 1),
            Ty::Dict(k, v) => self.depth(&self.ty(*k), at + 1).max(self.depth(&self.ty(*v), at + 1)),
            Ty::Tuple(parts) => parts.iter().map(|n| self.depth(&self.ty(*n), at + 1)).max().unwrap_or(at),
            Ty::Known(_, Some(n)) => self.depth(&self.ty(*n), at + 1),
            Ty::Opt(inner) => self.depth(inner, at),
            _ => at,
        }
    }

    /// Ints that may grow without limit become ints of any size.
    fn widen(&mut self) -> bool {
        let (steps, cells) = self.graph.bits(self.ty.len(), |n| self.find(n));
        let mut any = false;
        for (n, bits) in cells.iter().enumerate() {
            if *bits == LONG && self.find(n as Node) == n as Node {
                let new = match &self.ty[n] {
                    Ty::Int => Ty::Long,
                    Ty::Real => Ty::Dyn,
                    Ty::Opt(inner) if **inner == Ty::Int => Ty::Opt(Box::new(Ty::Long)),
                    _ => continue,
                };
                self.ty[n] = new;
                any = true;
            }
        }
        for (key, g) in std::mem::take(&mut self.int_exprs) {
            if steps[g as usize] == LONG {
                any |= self.long_exprs.insert(key);
            }
        }
        any
    }

    pub fn note(&mut self, key: Key, v: &Val) {
        let ty = match self.found.get(&key) {
            Some(old) if *old != v.ty => Ty::Dyn,
            _ => v.ty.clone(),
        };
        if let Some(g) = v.g {
            self.int_bits.insert(key, g);
        }
        self.found.insert(key, ty);
    }

    fn finish(mut self) -> Types {
        let (steps, cells) = self.graph.bits(self.ty.len(), |n| self.find(n));
        let mut out = std::mem::take(&mut self.out);
        for (key, ty) in &self.found {
            let t = match (ty, self.int_bits.get(key)) {
                (Ty::Int, Some(g)) => T::Int(steps[*g as usize].min(63)),
                _ => self.to_t(ty, &cells),
            };
            out.exprs.insert(*key, t);
        }
        for ((scope, name), node) in &self.vars {
            out.vars.insert((*scope, name.clone()), self.cell(*node, &cells));
        }
        for (name, f) in &self.fn_names {
            out.functions.insert(name.clone(), self.signature(&self.fns[*f], &cells));
        }
        for info in &self.classes {
            out.classes.push((!info.dynamic).then(|| ClassTypes {
                name: info.c.name.clone(),
                class: Rc::new(info.c.clone()),
                members: info.members.clone(),
                checked: info.checked.clone(),
                constants: info.constants.clone(),
                properties: info.properties.clone(),
                statics: info.statics.clone(),
                fields: info.fields.iter().map(|(n, node)| (n.clone(), self.cell(*node, &cells))).collect(),
                methods: info.methods.iter().map(|(n, f)| (n.clone(), self.signature(f, &cells))).collect(),
            }));
        }
        out.class_names = self.class_names.clone();
        out.causes = std::mem::take(&mut self.causes).all();
        out
    }

    fn signature(&self, f: &FnInfo, cells: &[u8]) -> Signature {
        Signature {
            params: f.params.iter().map(|p| self.cell(*p, cells)).collect(),
            ret: match self.cell(f.ret, cells) {
                // A function that never returns.
                t if self.ty(f.ret) == Ty::Bot => {
                    if t == T::Dyn {
                        T::Dyn
                    } else {
                        t
                    }
                }
                t => t,
            },
        }
    }

    fn cell(&self, n: Node, cells: &[u8]) -> T {
        let n = self.find(n);
        match self.ty[n as usize] {
            Ty::Int => T::Int(cells[n as usize].min(63)),
            ref ty => self.to_t(ty, cells),
        }
    }

    fn resolved(&self, n: Node) -> T {
        self.to_t(&self.ty(n), &[])
    }

    pub fn t_of(&self, ty: &Ty) -> T {
        self.to_t(ty, &[])
    }

    fn to_t(&self, ty: &Ty, cells: &[u8]) -> T {
        if self.depth(ty, 0) > 7 {
            return T::Dyn;
        }
        let part = |n: &Node| match self.ty(*n) {
            Ty::Int => T::Int(cells.get(self.find(*n) as usize).map_or(63, |b| (*b).min(63))),
            ty => self.to_t(&ty, cells),
        };
        match ty {
            Ty::Bot | Ty::Dyn => T::Dyn,
            Ty::None => T::None,
            Ty::Bool => T::Bool,
            Ty::Int => T::Int(63),
            Ty::Float => T::Float,
            Ty::Real => T::Real,
            Ty::Long => T::Long,
            Ty::Str => T::Str,
            Ty::Tuple(parts) => T::Tuple(parts.iter().map(part).collect()),
            Ty::List(n) => match part(n) {
                T::Dyn if self.ty(*n) == Ty::Dyn => T::Known(Known::List, Box::new(T::Dyn)),
                T::Dyn => T::Dyn,
                inner => T::List(Box::new(inner)),
            },
            Ty::Dict(k, v) => match (part(k), part(v)) {
                (k, v) if k.is_key() && v != T::Dyn => T::Dict(Box::new(k), Box::new(v)),
                _ if self.ty(*k) == Ty::Dyn => T::Known(Known::Dict, Box::new(T::Dyn)),
                _ => T::Dyn,
            },
            Ty::Obj(class) if self.classes[*class].dynamic => T::Dyn,
            Ty::Obj(class) => T::Obj(*class),
            Ty::Known(kind, n) => T::Known(*kind, Box::new(n.as_ref().map_or(T::Dyn, part))),
            Ty::Opt(inner) => match self.to_t(inner, cells) {
                T::Dyn => T::Dyn,
                inner if inner.is_value() => T::Maybe(Box::new(inner)),
                inner => T::Opt(Box::new(inner)),
            },
        }
    }
}

fn imported(bound: &Bound) -> Res {
    match bound {
        Bound::Library(module) => Res::Library(module),
        Bound::LibraryName(module, name) => Res::LibraryName(module, name.clone()),
        Bound::Annotation(..) => Res::Annotation,
        Bound::Missing(_) => Res::Dynamic,
        Bound::Project(_) => Res::Dynamic,
    }
}

/// The type or `None`.
pub(super) fn optional(ty: Ty) -> Ty {
    match ty {
        Ty::Dyn | Ty::Real => Ty::Dyn,
        Ty::None | Ty::Bot => Ty::None,
        Ty::Opt(_) => ty,
        other => Ty::Opt(Box::new(other)),
    }
}
