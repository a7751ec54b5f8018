//! What evaluating an expression can change or observe, for the order of evaluation.

use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{
    Body, Builtin, Callee, Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Stmt, Storage,
};
use std::collections::BTreeSet;

/// Functions whose calls neither change nor observe anything but their arguments.
#[derive(Clone, Debug, Default)]
pub(crate) struct Purity {
    pure: BTreeSet<FunctionId>,
    /// Functions that change nothing but may read memory.
    readers: BTreeSet<FunctionId>,
}

/// C library functions that only compute.
const PURE: &[&str] = &[
    "sqrt", "pow", "sin", "cos", "tan", "floor", "ceil", "fabs", "exp", "log", "log10", "log2", "fmod", "round",
    "trunc", "abs", "labs", "llabs", "toupper", "tolower", "isdigit", "isalpha", "isalnum", "isspace", "isupper",
    "islower", "ispunct", "isxdigit", "atan", "atan2", "sqrtf", "fabsf", "powf", "hypot", "cbrt", "fmin", "fmax",
    "asin", "acos", "sinh", "cosh", "tanh", "exp2",
];

/// C library functions that only read what their arguments point to.
const READERS: &[&str] = &[
    "strlen",
    "strcmp",
    "strncmp",
    "memcmp",
    "strchr",
    "strrchr",
    "strstr",
    "strspn",
    "strcspn",
    "strpbrk",
    "memchr",
    "atoi",
    "atol",
    "atoll",
    "atof",
    "strnlen",
    "strcasecmp",
    "strncasecmp",
    "getenv",
    "feof",
    "ferror",
];

struct Scan<'a> {
    program: &'a Program,
    impure: bool,
    writes: bool,
    callees: BTreeSet<FunctionId>,
}

impl Visit for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), .. } => {
                self.callees.insert(*id);
            }
            ExprKind::Support { name, .. } if name.starts_with("atomic") => {
                self.impure = true;
                self.writes = true;
            }
            ExprKind::Call { .. }
            | ExprKind::VaStart
            | ExprKind::VaArg(_)
            | ExprKind::Hole(..)
            | ExprKind::Unreachable => {
                self.impure = true;
                self.writes = true;
            }
            ExprKind::Builtin { op: Builtin::Overflow(_) | Builtin::Alloca, .. } => {
                self.impure = true;
                self.writes = true;
            }
            ExprKind::Assign { place, .. } | ExprKind::Compound { place, .. } | ExprKind::Step { place, .. } => {
                let local = super::root(place).is_some_and(|id| self.program.object(id).storage == Storage::Automatic);
                self.writes |= !local;
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Deref(_) | PlaceKind::Index { .. } => self.impure = true,
            PlaceKind::Object(id) if self.program.object(*id).storage != Storage::Automatic => {
                self.impure |= !self.program.object(*id).constant;
            }
            _ => {}
        }
        walk_place(self, place);
    }
}

impl Purity {
    /// Find the pure functions of a unit: the greatest set that is closed under calls.
    pub(crate) fn of(program: &Program) -> Purity {
        let mut calls = vec![];
        let (mut pure, mut readers) = (BTreeSet::new(), BTreeSet::new());
        for (at, function) in program.functions.iter().enumerate() {
            let id = FunctionId(at as u32);
            let mut scan = Scan { program, impure: false, writes: false, callees: BTreeSet::new() };
            match &function.body {
                None => {
                    scan.impure = !PURE.contains(&function.name.as_str());
                    scan.writes = scan.impure && !READERS.contains(&function.name.as_str());
                }
                Some(Body::Refused(..)) => (scan.impure, scan.writes) = (true, true),
                Some(body) => walk_body(&mut scan, body),
            }
            if !scan.impure && !scan.writes {
                pure.insert(id);
            }
            if !scan.writes {
                readers.insert(id);
            }
            calls.push(scan.callees);
        }
        Purity { pure: closed(pure, &calls), readers: closed(readers, &calls) }
    }

    /// Whether calls of a function change nothing.
    pub(crate) fn only_reads(&self, id: FunctionId) -> bool {
        self.readers.contains(&id)
    }

    /// Whether calls of a function only compute.
    pub(crate) fn is_pure(&self, id: FunctionId) -> bool {
        self.pure.contains(&id)
    }
}

/// The greatest part of a set of functions that only call each other.
fn closed(mut set: BTreeSet<FunctionId>, calls: &[BTreeSet<FunctionId>]) -> BTreeSet<FunctionId> {
    loop {
        let before = set.len();
        let kept = set.iter().copied().filter(|id| calls[id.0 as usize].is_subset(&set)).collect();
        set = kept;
        if set.len() == before {
            return set;
        }
    }
}

/// What one expression does.
#[derive(Clone, Debug, Default)]
pub(crate) struct Effects {
    /// Locals that it assigns.
    pub writes: BTreeSet<ObjectId>,
    /// Locals that it reads.
    pub reads: BTreeSet<ObjectId>,
    /// It changes memory, or calls something that may.
    pub changes_memory: bool,
    /// It reads memory that a call could change.
    pub reads_memory: bool,
    /// It contains statements that jump or a hole.
    pub opaque: bool,
}

struct Finder<'a> {
    program: &'a Program,
    purity: &'a Purity,
    addressed: &'a BTreeSet<ObjectId>,
    out: Effects,
}

impl Effects {
    /// Look at an expression of a function that takes the addresses of `addressed`.
    pub(crate) fn of(expr: &Expr, program: &Program, purity: &Purity, addressed: &BTreeSet<ObjectId>) -> Effects {
        let mut finder = Finder { program, purity, addressed, out: Effects::default() };
        finder.expr(expr);
        finder.out
    }

    /// Look at a place that is written.
    pub(crate) fn of_place(
        place: &Place,
        program: &Program,
        purity: &Purity,
        addressed: &BTreeSet<ObjectId>,
    ) -> Effects {
        let mut finder = Finder { program, purity, addressed, out: Effects::default() };
        // The place itself is not read; what leads to it is.
        walk_place(&mut finder, place);
        finder.out
    }

    /// Evaluating it changes nothing.
    pub(crate) fn is_free(&self) -> bool {
        !self.changes_memory && !self.opaque && self.writes.is_empty()
    }

    /// Whether the order of the two can be observed.
    pub(crate) fn conflicts(&self, other: &Effects) -> bool {
        let one_way = |a: &Effects, b: &Effects| {
            (a.changes_memory && (b.changes_memory || b.reads_memory))
                || a.writes.iter().any(|object| b.reads.contains(object) || b.writes.contains(object))
                || (a.opaque && !b.is_free())
        };
        one_way(self, other) || one_way(other, self)
    }
}

impl Finder<'_> {
    fn is_private(&self, object: ObjectId) -> bool {
        self.program.object(object).storage == Storage::Automatic && !self.addressed.contains(&object)
    }

    fn write(&mut self, place: &Place) {
        match super::root(place) {
            Some(object) if self.is_private(object) => {
                self.out.writes.insert(object);
            }
            _ => self.out.changes_memory = true,
        }
    }
}

impl Visit for Finder<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place, .. } | ExprKind::Compound { place, .. } | ExprKind::Step { place, .. } => {
                self.write(place)
            }
            ExprKind::Lend { place, mutable: true, .. } => self.write(place),
            ExprKind::Call { callee: Callee::Direct(id), .. } if self.purity.is_pure(*id) => {}
            ExprKind::Call { callee: Callee::Direct(id), .. } if self.purity.only_reads(*id) => {
                self.out.reads_memory = true
            }
            ExprKind::Support { name, .. } if name.starts_with("atomic") => {
                self.out.changes_memory = true;
                self.out.reads_memory = true;
            }
            ExprKind::Call { .. } | ExprKind::VaArg(_) => {
                self.out.changes_memory = true;
                self.out.reads_memory = true;
            }
            ExprKind::Builtin { op: Builtin::Overflow(_) | Builtin::Alloca, .. } => {
                self.out.changes_memory = true;
                self.out.reads_memory = true;
            }
            ExprKind::Statements { .. } | ExprKind::Hole(..) | ExprKind::Unreachable => self.out.opaque = true,
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Object(object) if self.is_private(*object) => {
                self.out.reads.insert(*object);
            }
            PlaceKind::Object(object) => self.out.reads_memory |= !self.program.object(*object).constant,
            PlaceKind::Deref(_) | PlaceKind::Index { .. } => self.out.reads_memory = true,
            PlaceKind::Literal { .. } => self.out.changes_memory = true,
            _ => {}
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.out.opaque = true;
        walk_stmt(self, stmt);
    }
}
