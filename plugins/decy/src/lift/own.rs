//! Local pointers that own an array on the heap, and arrays whose length is known at run time: vectors in Rust.
//!
//! A local owns what it points to when all that it is ever given comes straight from `malloc`, `calloc` or `realloc`. As long as
//! it never leaves as a pointer, nothing else leads there.

use super::facts::SLICE;
use super::scan::bare;
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_stmt};
use crate::hir::{
    Binary, Body, Callee, Expr, ExprKind, FunctionId, Int, ObjectId, Place, PlaceKind, Program, Stmt, StmtKind,
    Terminator, Type,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// Bytes beyond which a request is more likely meant to fail.
const LARGEST: i128 = 1 << 32;

/// Pointers that own what they point to.
#[derive(Clone, Debug, Default)]
pub(super) struct Owners {
    /// All of them.
    pub all: BTreeSet<ObjectId>,
    /// Those that get their one array before everything else, so that others can lead into it.
    pub fixed: BTreeSet<ObjectId>,
    /// Those that may own nothing.
    pub nullable: BTreeSet<ObjectId>,
    /// Functions that hand over what they own.
    pub functions: BTreeSet<FunctionId>,
}

/// What a pointer is given.
#[derive(Default)]
struct Given {
    arrays: usize,
    /// Arrays that are made once, at the start.
    early: usize,
    nothing: usize,
    others: usize,
    /// Functions that hand it over.
    from: BTreeSet<FunctionId>,
}

struct Find<'a> {
    program: &'a Program,
    given: BTreeMap<ObjectId, Given>,
    /// Functions that may hand over an array, and those of them that may hand over nothing.
    functions: BTreeSet<FunctionId>,
    nothing: BTreeSet<FunctionId>,
    /// Locals that functions return.
    returned: Vec<(FunctionId, ObjectId)>,
    here: FunctionId,
    /// The statement is one of those that run once.
    early: bool,
}

/// The request for memory that an expression is.
pub(super) enum Request<'e> {
    /// This many bytes.
    Bytes(&'e Expr),
    /// This many elements of this size.
    Elements(&'e Expr, &'e Expr),
    /// What the pointer owns, with this many bytes.
    Resized(&'e Expr),
}

/// The request whose result goes into `id`.
pub(super) fn request<'e>(program: &Program, id: Option<ObjectId>, value: &'e Expr) -> Option<Request<'e>> {
    let ExprKind::Call { callee: Callee::Direct(function), args } = &bare(value).kind else { return None };
    let function = program.function(*function);
    if function.body.is_some() || !function.library {
        return None;
    }
    let fits = |bytes: &Expr| bytes.constant().is_none_or(|bytes| (0..LARGEST).contains(&bytes));
    match (function.name.as_str(), args.as_slice()) {
        ("malloc", [bytes]) if fits(bytes) => Some(Request::Bytes(bytes)),
        ("calloc", [count, bytes]) if fits(count) && fits(bytes) => Some(Request::Elements(count, bytes)),
        ("realloc", [from, bytes]) if fits(bytes) && id.is_some_and(|id| is_object(bare(from), id)) => {
            Some(Request::Resized(bytes))
        }
        _ => None,
    }
}

/// The function that hands its array over to `id`.
pub(super) fn handed(
    program: &Program,
    functions: &BTreeSet<FunctionId>,
    to: &Type,
    value: &Expr,
) -> Option<FunctionId> {
    let ExprKind::Call { callee: Callee::Direct(function), .. } = &bare(value).kind else { return None };
    let same = program.function(*function).signature.ret.pointee() == to.pointee();
    (functions.contains(function) && same).then_some(*function)
}

/// Functions whose result is theirs to change, and a pointer that could own something.
fn functions(program: &Program, ours: &BTreeSet<FunctionId>) -> BTreeSet<FunctionId> {
    let plain = |id: &FunctionId| {
        let function = program.function(*id);
        let element = function.signature.ret.pointee();
        !function.noreturn && element.is_some_and(|element| is_plain(program, element))
    };
    ours.iter().copied().filter(plain).collect()
}

fn is_object(expr: &Expr, id: ObjectId) -> bool {
    matches!(&expr.kind, ExprKind::Load(Place { kind: PlaceKind::Object(found), .. }) if *found == id)
}

/// A null pointer.
pub(super) fn is_null(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Zero => true,
        ExprKind::Int(value) => *value == 0,
        ExprKind::Cast(inner) => is_null(inner),
        _ => false,
    }
}

/// The pointer that `free` is called on.
pub(super) fn freed(program: &Program, id: FunctionId, args: &[Expr]) -> Option<ObjectId> {
    let function = program.function(id);
    let [arg] = args else { return None };
    if function.name != "free" || function.body.is_some() || !function.library {
        return None;
    }
    match &bare(arg).kind {
        ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => Some(*id),
        _ => None,
    }
}

/// Find the owners among these locals.
pub(super) fn find(program: &Program, locals: &BTreeSet<ObjectId>, ours: &BTreeSet<FunctionId>) -> Owners {
    let functions = functions(program, ours);
    let (given, nothing, returned, here) = (BTreeMap::new(), BTreeSet::new(), vec![], FunctionId(0));
    let mut find = Find { program, given, functions, nothing, returned, here, early: false };
    for (at, function) in program.functions.iter().enumerate() {
        find.here = FunctionId(at as u32);
        let ends = match &function.body {
            Some(Body::Graph(graph)) => graph.blocks.iter().map(|(_, end)| end).collect(),
            _ => vec![],
        };
        for end in ends {
            if let Terminator::Return(Some(value)) = end {
                find.returned(value);
            }
        }
        match &function.body {
            Some(Body::Blocks(stmts)) => stmts.iter().for_each(|stmt| find.top(stmt)),
            Some(body @ Body::Graph(graph)) if !graph.lands => walk_body(&mut find, body),
            _ => {}
        }
    }
    let nullable = find.nullable();
    let mut out = Owners { functions: find.functions, ..Owners::default() };
    for (id, given) in find.given {
        let element = program.object(id).ty.pointee();
        let plain = element.is_some_and(|element| is_plain(program, element));
        if given.others > 0 || given.arrays == 0 || !plain || !locals.contains(&id) {
            continue;
        }
        out.all.insert(id);
        if nullable.contains(&id) {
            out.nullable.insert(id);
        }
        if given.nothing > 0 {
            continue;
        }
        if given.arrays == 1 && given.early == 1 {
            out.fixed.insert(id);
        }
    }
    out
}

/// Elements that have a zero which needs no `unsafe`.
fn is_plain(program: &Program, element: &Type) -> bool {
    match element {
        Type::Bool | Type::Int(_) | Type::Float | Type::Double | Type::LongDouble | Type::Pointer { .. } => true,
        Type::Array(inner, count) => *count > 0 && is_plain(program, inner),
        Type::Record(id) => {
            let record = program.record(*id);
            let aligned = record.align.is_some() || record.packed.is_some();
            record.complete
                && !record.union
                && !aligned
                && record.size > 0
                && record.fields.iter().all(|field| is_plain(program, &field.ty))
        }
        _ => false,
    }
}

impl Find<'_> {
    fn top(&mut self, stmt: &Stmt) {
        self.early = true;
        match &stmt.kind {
            StmtKind::If { condition, yes, no } => {
                self.expr(condition);
                self.early = false;
                yes.iter().chain(no.iter().flatten()).for_each(|stmt| self.stmt(stmt));
            }
            StmtKind::Let { .. } | StmtKind::Expr(_) | StmtKind::Vla { .. } => self.stmt(stmt),
            _ => {
                self.early = false;
                self.stmt(stmt);
            }
        }
        self.early = false;
    }

    fn give(&mut self, id: ObjectId, value: &Expr) {
        let array = request(self.program, Some(id), value).is_some();
        let (early, null) = (self.early, is_null(value));
        let from = handed(self.program, &self.functions, &self.program.object(id).ty, value);
        let given = self.given.entry(id).or_default();
        given.from.extend(from);
        if array || from.is_some() {
            given.arrays += 1;
            given.early += usize::from(early);
        } else if null {
            given.nothing += 1;
        } else {
            given.others += 1;
        }
    }

    /// Locals that may own nothing: they are given that, or what a function hands over that may be nothing.
    fn nullable(&mut self) -> BTreeSet<ObjectId> {
        let mut out: BTreeSet<ObjectId> = BTreeSet::new();
        loop {
            let before = (out.len(), self.nothing.len());
            let nothing = &self.nothing;
            let open = |given: &Given| given.nothing > 0 || !given.from.is_disjoint(nothing);
            out.extend(self.given.iter().filter(|(_, given)| open(given)).map(|(id, _)| *id));
            let functions = self.returned.iter().filter(|(_, id)| out.contains(id)).map(|(function, _)| *function);
            self.nothing.extend(functions.collect::<Vec<_>>());
            if (out.len(), self.nothing.len()) == before {
                return out;
            }
        }
    }

    /// What a function hands over may be nothing.
    fn returned(&mut self, value: &Expr) {
        match &bare(value).kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => self.returned.push((self.here, *id)),
            _ => {
                self.nothing.insert(self.here);
            }
        }
    }

    fn spoil(&mut self, place: &Place) {
        if let PlaceKind::Object(id) = place.kind {
            self.given.entry(id).or_default().others += 1;
        }
    }
}

impl Visit for Find<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place: Place { kind: PlaceKind::Object(id), .. }, value } => self.give(*id, value),
            ExprKind::Step { place, .. } | ExprKind::Compound { place, .. } | ExprKind::VaArg(place) => {
                self.spoil(place);
            }
            _ => {}
        }
        let early = self.early;
        // What stands behind a condition may not run.
        self.early &= !matches!(
            expr.kind,
            ExprKind::Logical { .. }
                | ExprKind::Conditional { .. }
                | ExprKind::Elvis { .. }
                | ExprKind::Statements { .. }
        );
        walk_expr(self, expr);
        self.early = early;
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { object, value: Some(value) } => self.give(*object, value),
            StmtKind::Return(Some(value)) => self.returned(value),
            StmtKind::Vla { object, .. } => {
                let early = usize::from(self.early);
                let given = self.given.entry(*object).or_default();
                given.arrays += 1;
                given.early += early;
            }
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

/// The vector that answers a request; `expr` rewrites the sizes.
pub(super) fn vector(
    program: &Program,
    id: Option<ObjectId>,
    pointer: &Type,
    request: &Request<'_>,
    mut expr: impl FnMut(&mut Expr),
) -> Expr {
    let element = pointer.pointee().cloned().unwrap_or(Type::Void);
    let size = i128::from(size(program, &element));
    let mut rewritten = |value: &Expr| {
        let mut value = value.clone();
        expr(&mut value);
        value
    };
    let (count, old) = match request {
        Request::Bytes(bytes) => (elements(&rewritten(bytes), size), false),
        Request::Resized(bytes) => (elements(&rewritten(bytes), size), true),
        Request::Elements(count, bytes) if bytes.constant() == Some(size) => (rewritten(count), false),
        Request::Elements(count, bytes) => {
            let (left, right) = (Box::new(wide(rewritten(count))), Box::new(wide(rewritten(bytes))));
            let origin = left.origin;
            let kind = ExprKind::Binary { op: Binary::Mul, left, right };
            (elements(&Expr::new(kind, Type::SIZE, origin), size), false)
        }
    };
    let ty = Type::Array(Rc::new(element.clone()), SLICE);
    let origin = count.origin;
    let zero = Expr::new(ExprKind::Zero, element, origin);
    let mut args = vec![zero, wide(count)];
    if let (true, Some(id)) = (old, id) {
        let place = Place { kind: PlaceKind::Object(id), ty: ty.clone(), origin };
        args.insert(0, Expr::new(ExprKind::Load(place), ty.clone(), origin));
    }
    Expr::new(ExprKind::Support { name: if old { "resized" } else { "heap" }, args }, ty, origin)
}

/// A vector of so many elements.
pub(super) fn counted(program: &Program, id: ObjectId, count: Expr) -> Expr {
    let element = program.object(id).ty.pointee().cloned().unwrap_or(Type::Void);
    let ty = Type::Array(Rc::new(element.clone()), SLICE);
    let origin = count.origin;
    let args = vec![Expr::new(ExprKind::Zero, element, origin), wide(count)];
    Expr::new(ExprKind::Support { name: "heap", args }, ty, origin)
}

/// How many elements of a size fit into so many bytes.
fn elements(bytes: &Expr, size: i128) -> Expr {
    let inner = crate::lower::strip_widening(bytes);
    if let ExprKind::Binary { op: Binary::Mul, left, right } = &inner.kind
        && inner.ty.int().is_some_and(|int| int.bits == 64)
    {
        if right.constant() == Some(size) {
            return (**left).clone();
        }
        if left.constant() == Some(size) {
            return (**right).clone();
        }
    }
    if let Some(bytes_known) = bytes.constant() {
        return Expr::new(ExprKind::Int(bytes_known / size.max(1)), Type::SIZE, bytes.origin);
    }
    if size == 1 {
        return bytes.clone();
    }
    let divisor = Box::new(Expr::new(ExprKind::Int(size), Type::SIZE, bytes.origin));
    let kind = ExprKind::Binary { op: Binary::Div, left: Box::new(wide(bytes.clone())), right: divisor };
    Expr::new(kind, Type::SIZE, bytes.origin)
}

fn wide(value: Expr) -> Expr {
    if value.ty == Type::SIZE {
        return value;
    }
    let origin = value.origin;
    Expr::new(ExprKind::Cast(Box::new(value)), Type::SIZE, origin)
}

fn size(program: &Program, ty: &Type) -> u64 {
    match ty {
        Type::Int(Int { bits, .. }) => u64::from(*bits) / 8,
        Type::Float => 4,
        Type::Double | Type::Pointer { .. } => 8,
        Type::LongDouble => 16,
        Type::Array(element, count) => size(program, element).saturating_mul(*count),
        Type::Record(id) => program.record(*id).size,
        _ => 1,
    }
}
