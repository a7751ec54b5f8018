//! Pointer parameters that can be references: whole-program, by taking away whatever is not proved.
//!
//! A parameter stays when its function is only called by name, when the body only reads and writes through it (or hands it on to
//! another such parameter), and when every call passes the address of a local whose address goes nowhere else, or such a parameter
//! of the caller. Two arguments of one call never share their root while one of them is written: so references cannot alias.

use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{Callee, Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Stmt, StmtKind, Storage, Type};
use std::collections::{BTreeMap, BTreeSet};

/// What a lifted parameter is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lift {
    /// A slice; otherwise a reference to one object.
    pub slice: bool,
    /// Written through.
    pub mutable: bool,
}

type Param = (FunctionId, usize);

/// The lifted parameters of a program.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lifts {
    params: BTreeMap<Param, Lift>,
}

/// A call of a function of the program.
struct Site {
    caller: FunctionId,
    callee: FunctionId,
    args: Vec<Expr>,
}

struct Scan<'p> {
    program: &'p Program,
    function: FunctionId,
    /// Pointer parameters of the function.
    own: BTreeMap<ObjectId, usize>,
    lifts: BTreeMap<Param, Lift>,
    rejected: BTreeSet<Param>,
    sites: Vec<Site>,
    /// Locals whose address goes somewhere that is not a call of the program.
    escaped: BTreeSet<(FunctionId, ObjectId)>,
    pointed: BTreeSet<FunctionId>,
}

/// Functions that give back one of their pointers and keep none.
const GIVES_BACK: &[&str] = &[
    "memcpy", "memmove", "memset", "strcpy", "strncpy", "strcat", "strncat", "fgets", "stpcpy", "mempcpy",
];

impl Lifts {
    /// Find them. Only for a program that is all in this unit.
    pub(crate) fn of(program: &Program) -> Lifts {
        let mut scan = Scan {
            program,
            function: FunctionId(0),
            own: BTreeMap::new(),
            lifts: BTreeMap::new(),
            rejected: BTreeSet::new(),
            sites: vec![],
            escaped: BTreeSet::new(),
            pointed: BTreeSet::new(),
        };
        for global in &program.globals {
            scan.expr(&global.init);
        }
        for (at, function) in program.functions.iter().enumerate() {
            let Some(body) = &function.body else { continue };
            scan.enter(FunctionId(at as u32));
            walk_body(&mut scan, body);
        }
        scan.resolve()
    }

    /// What a parameter is, when it is lifted.
    pub(crate) fn get(&self, function: FunctionId, at: usize) -> Option<Lift> {
        self.params.get(&(function, at)).copied()
    }

    /// How many there are.
    pub(crate) fn count(&self) -> usize {
        self.params.len()
    }
}

/// The parameter that a place is reached through: `p->x`, `*p`, `p[i]` and parts of these.
pub(crate) fn through(place: &Place) -> Option<ObjectId> {
    match &place.kind {
        PlaceKind::Deref(pointer) => variable(pointer),
        PlaceKind::Index { base, .. } => variable(base),
        PlaceKind::Field { base, .. } => through(base),
        PlaceKind::Element { array, .. } => through(array),
        _ => None,
    }
}

/// The object that an expression loads as a whole.
fn variable(expr: &Expr) -> Option<ObjectId> {
    match &expr.kind {
        ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => Some(*id),
        _ => None,
    }
}

/// Without conversions that only add or remove `const`.
pub(crate) fn plain(expr: &Expr) -> &Expr {
    match &expr.kind {
        ExprKind::Cast(inner) if expr.ty.pointee().is_some() && inner.ty.pointee() == expr.ty.pointee() => plain(inner),
        _ => expr,
    }
}

fn is_packed(program: &Program, place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Field { base, record, index } => {
            let record = program.record(*record);
            record.packed.is_some() || record.union || record.fields[*index].bits.is_some() || is_packed(program, base)
        }
        PlaceKind::Element { array, .. } => is_packed(program, array),
        _ => false,
    }
}

impl Scan<'_> {
    fn enter(&mut self, id: FunctionId) {
        self.function = id;
        self.own.clear();
        let function = self.program.function(id);
        let fine = function.name != "main" && !function.signature.variadic && function.signature.prototyped;
        for (at, ty) in function.signature.params.iter().enumerate() {
            let (Some(object), Some(to)) = (function.params.get(at), ty.pointee()) else { continue };
            if fine && self.is_liftable(to) {
                self.own.insert(*object, at);
                self.lifts.insert((id, at), Lift::default());
            }
        }
    }

    fn is_liftable(&self, ty: &Type) -> bool {
        match ty {
            Type::Bool | Type::Int(_) | Type::Float | Type::Double => true,
            Type::Pointer { .. } => true,
            Type::Array(element, count) => *count > 0 && self.is_liftable(element),
            Type::Record(id) => {
                let record = self.program.record(*id);
                record.complete && !record.union && record.packed.is_none() && record.name != "va_tag"
            }
            _ => false,
        }
    }

    fn mark(&mut self, place: &Place, change: impl Fn(&mut Lift)) {
        if let Some(at) = through(place).and_then(|object| self.own.get(&object)).copied()
            && let Some(lift) = self.lifts.get_mut(&(self.function, at))
        {
            change(lift);
        }
    }

    /// An argument of a call of the program: the address itself is looked at later.
    fn argument(&mut self, arg: &Expr) {
        match &plain(arg).kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) if self.own.contains_key(id) => {}
            ExprKind::AddressOf(place) => self.place(place),
            _ => self.expr(arg),
        }
    }

    fn is_defined(&self, id: FunctionId) -> bool {
        self.program.function(id).body.is_some()
    }

    /// Arguments of a function that keeps no pointer.
    fn library_arguments(&mut self, args: &[Expr]) {
        for arg in args {
            let mut inner = arg;
            while let ExprKind::Cast(value) = &inner.kind {
                inner = value;
            }
            match &inner.kind {
                ExprKind::AddressOf(place) if arg.ty.pointee().is_some() => {
                    let written = !matches!(arg.ty, Type::Pointer { constant: true, .. });
                    self.mark(place, |lift| lift.mutable |= written);
                    self.place(place);
                }
                _ => self.expr(arg),
            }
        }
    }

    /// A function of the C library that keeps no pointer to what it is given.
    fn forgets(&self, id: FunctionId) -> bool {
        let function = self.program.function(id);
        let keeps = ["setvbuf", "setbuf", "putenv", "strtok_r", "strsep", "getline", "strtol", "strtod", "strtoul"];
        function.body.is_none()
            && function.library
            && function.signature.ret.pointee().is_none()
            && !keeps.contains(&function.name.as_str())
            && !["pthread", "sig", "aio", "timer"].iter().any(|start| function.name.starts_with(start))
    }

    fn resolve(mut self) -> Lifts {
        for id in std::mem::take(&mut self.pointed) {
            self.lifts.retain(|(function, _), _| *function != id);
        }
        for param in std::mem::take(&mut self.rejected) {
            self.lifts.remove(&param);
        }
        let sites = std::mem::take(&mut self.sites);
        loop {
            let before = self.lifts.clone();
            for site in &sites {
                self.check(site);
                self.aliases(site);
            }
            for site in &sites {
                self.spread(site);
            }
            if before == self.lifts {
                return Lifts { params: self.lifts };
            }
        }
    }

    fn params_of(&self, id: FunctionId) -> BTreeMap<ObjectId, usize> {
        self.program.function(id).params.iter().enumerate().map(|(at, object)| (*object, at)).collect()
    }

    /// Take away the parameters whose arguments here are not proved, and those of the caller that go to one that is none.
    fn check(&mut self, site: &Site) {
        let own = self.params_of(site.caller);
        let count = self.program.function(site.callee).signature.params.len();
        for at in 0..count.max(site.args.len()) {
            let Some(arg) = site.args.get(at) else {
                self.lifts.remove(&(site.callee, at));
                continue;
            };
            let arg = plain(arg);
            let handed = variable(arg).and_then(|object| own.get(&object)).map(|at| (site.caller, *at));
            match self.lifts.get(&(site.callee, at)).copied() {
                Some(lift) => {
                    if !self.proved(site, arg, at, lift, &own) {
                        self.lifts.remove(&(site.callee, at));
                        handed.map(|param| self.lifts.remove(&param));
                    }
                }
                None => {
                    handed.map(|param| self.lifts.remove(&param));
                    self.leaves(site, arg, &own);
                }
            }
        }
    }

    /// The address of something goes to a parameter that is a plain pointer.
    fn leaves(&mut self, site: &Site, arg: &Expr, own: &BTreeMap<ObjectId, usize>) {
        let ExprKind::AddressOf(place) = &arg.kind else { return };
        if let Some(object) = super::root(place) {
            self.escaped.insert((site.caller, object));
        }
        if let Some(at) = through(place).and_then(|object| own.get(&object))
            && let Some(lift) = self.lifts.get_mut(&(site.caller, *at))
        {
            lift.mutable = true;
        }
    }

    fn proved(&self, site: &Site, arg: &Expr, at: usize, lift: Lift, own: &BTreeMap<ObjectId, usize>) -> bool {
        let Some(to) = self.program.function(site.callee).signature.params[at].pointee() else { return false };
        if arg.ty.pointee() != Some(to) {
            return false;
        }
        if let Some(object) = variable(arg) {
            return own.get(&object).is_some_and(|at| self.lifts.contains_key(&(site.caller, *at)));
        }
        let ExprKind::AddressOf(place) = &arg.kind else { return false };
        if is_packed(self.program, place) {
            return false;
        }
        let based = match (super::root(place), through(place)) {
            (Some(object), _) => {
                self.program.object(object).storage == Storage::Automatic
                    && !matches!(place.kind, PlaceKind::Literal { .. })
                    && !self.escaped.contains(&(site.caller, object))
            }
            (None, Some(object)) => own.get(&object).is_some_and(|at| self.lifts.contains_key(&(site.caller, *at))),
            _ => false,
        };
        let part = matches!(place.kind, PlaceKind::Element { .. } | PlaceKind::Index { .. });
        let whole = matches!(&place.ty, Type::Array(element, count) if **element == *to && *count > 0);
        based && (whole || place.ty == *to) && !(lift.slice && part)
    }

    /// Arguments that share their root while one of them is written are no references.
    fn aliases(&mut self, site: &Site) {
        let root_of = |arg: &Expr| match &plain(arg).kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => Some(*id),
            ExprKind::AddressOf(place) => super::root(place).or_else(|| through(place)),
            _ => None,
        };
        let roots: Vec<Option<ObjectId>> = site.args.iter().map(root_of).collect();
        for a in 0..roots.len() {
            for b in 0..a {
                let same = roots[a].is_some() && roots[a] == roots[b];
                let (first, second) = ((site.callee, a), (site.callee, b));
                let (Some(x), Some(y)) = (self.lifts.get(&first), self.lifts.get(&second)) else { continue };
                if same && (x.mutable || y.mutable) {
                    self.lifts.remove(&first);
                    self.lifts.remove(&second);
                }
            }
        }
    }

    /// What a parameter is handed on to, it is itself.
    fn spread(&mut self, site: &Site) {
        let own = self.params_of(site.caller);
        for (at, arg) in site.args.iter().enumerate() {
            let Some(lift) = self.lifts.get(&(site.callee, at)).copied() else { continue };
            let arg = plain(arg);
            let (object, whole) = match &arg.kind {
                ExprKind::AddressOf(place) => (through(place), false),
                _ => (variable(arg), true),
            };
            if let Some(at) = object.and_then(|object| own.get(&object))
                && let Some(mine) = self.lifts.get_mut(&(site.caller, *at))
            {
                mine.mutable |= lift.mutable;
                mine.slice |= lift.slice && whole;
            }
        }
    }
}

impl Visit for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::FunctionAddress(id) => {
                self.pointed.insert(*id);
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if self.is_defined(*id) => {
                args.iter().for_each(|arg| self.argument(arg));
                self.sites.push(Site { caller: self.function, callee: *id, args: args.clone() });
                return;
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if self.forgets(*id) => {
                self.library_arguments(args);
                return;
            }
            ExprKind::AddressOf(place) => {
                self.mark(place, |lift| lift.mutable = true);
                if let Some(object) = super::root(place) {
                    self.escaped.insert((self.function, object));
                }
            }
            ExprKind::Assign { place, .. }
            | ExprKind::Compound { place, .. }
            | ExprKind::Step { place, .. }
            | ExprKind::VaArg(place) => self.mark(place, |lift| lift.mutable = true),
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        // `memcpy(a, b, n);`: nobody keeps the pointer that it gives back.
        if let StmtKind::Expr(expr) = &stmt.kind {
            let mut call = expr;
            while let ExprKind::Cast(inner) = &call.kind {
                call = inner;
            }
            if let ExprKind::Call { callee: Callee::Direct(id), args } = &call.kind
                && GIVES_BACK.contains(&self.program.function(*id).name.as_str())
                && !self.is_defined(*id)
            {
                self.library_arguments(args);
                return;
            }
        }
        walk_stmt(self, stmt);
    }

    fn place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Deref(pointer) if variable(pointer).is_some_and(|id| self.own.contains_key(&id)) => {}
            PlaceKind::Index { base, index } if variable(base).is_some_and(|id| self.own.contains_key(&id)) => {
                self.mark(place, |lift| lift.slice = true);
                self.expr(index);
            }
            PlaceKind::Object(id) => {
                if let Some(at) = self.own.get(id) {
                    self.rejected.insert((self.function, *at));
                }
            }
            _ => walk_place(self, place),
        }
    }
}
