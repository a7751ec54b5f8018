//! What may be lent although raw pointers lead to it too.
//!
//! A reference has to be the only way to what it leads to, for as long as the function that it was lent to runs. That holds for
//! memory that raw pointers lead to as well, when that function and all that it calls follow no raw pointer and use no object
//! that is pointed to.

use super::facts::{Facts, Resolved};
use crate::analysis::root;
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{
    Body, Callee, Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Stmt, StmtKind, Storage, Type,
};
use std::collections::BTreeSet;

/// Functions of the C library that reach memory which nobody hands to them.
const REACHING: &[&str] = &["strtok", "qsort", "bsearch", "exit", "getenv", "localtime", "gmtime"];

struct Touch<'a> {
    program: &'a Program,
    facts: &'a Facts,
    /// Objects of static storage whose addresses are taken.
    statics: &'a BTreeSet<ObjectId>,
    found: bool,
    callees: BTreeSet<FunctionId>,
}

impl Touch<'_> {
    fn library(&mut self, id: FunctionId, args: &[Expr]) {
        let function = self.program.function(id);
        let raw = |arg: &&Expr| {
            let stream = matches!(&arg.kind, ExprKind::Load(place) if matches!(place.kind, PlaceKind::Object(id)
                if self.program.object(id).storage == Storage::Extern && self.program.object(id).library));
            let pointer = matches!(arg.ty, Type::Pointer { .. });
            pointer && !stream && self.facts.resolve(super::scan::bare(arg)).is_none()
        };
        self.found |=
            !function.library || REACHING.contains(&function.name.as_str()) || args.iter().any(|arg| raw(&arg));
    }
}

impl Visit for Touch<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), args } => match self.program.function(*id).body {
                Some(_) => {
                    self.callees.insert(*id);
                }
                None => self.library(*id, args),
            },
            ExprKind::Call { .. } | ExprKind::VaArg(_) | ExprKind::VaStart => self.found = true,
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Deref(pointer) | PlaceKind::Index { base: pointer, .. } => {
                self.found |= self.facts.resolve(pointer).is_none();
            }
            PlaceKind::Object(id) => {
                let object = self.program.object(*id);
                self.found |= match object.storage {
                    Storage::Automatic => false,
                    Storage::Extern => !object.library,
                    _ => !object.constant && self.statics.contains(id),
                };
            }
            _ => {}
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.found |= matches!(stmt.kind, StmtKind::Cleanup(_));
        walk_stmt(self, stmt);
    }
}

/// Functions that may reach memory other than through the references that they are lent.
pub(super) fn touching(program: &Program, facts: &Facts, statics: &BTreeSet<ObjectId>) -> BTreeSet<FunctionId> {
    let mut out = BTreeSet::new();
    let mut calls = vec![];
    for (at, function) in program.functions.iter().enumerate() {
        let id = FunctionId(at as u32);
        let Some(body) = &function.body else { continue };
        let mut touch = Touch { program, facts, statics, found: function.signature.variadic, callees: BTreeSet::new() };
        walk_body(&mut touch, body);
        if touch.found || matches!(body, Body::Refused(..)) {
            out.insert(id);
        }
        calls.push((id, touch.callees));
    }
    loop {
        let before = out.len();
        let more: Vec<FunctionId> =
            calls.iter().filter(|(_, callees)| !callees.is_disjoint(&out)).map(|(id, _)| *id).collect();
        out.extend(more);
        if out.len() == before {
            return out;
        }
    }
}

/// Parameters that their functions follow on every way, so that nobody can give them nothing.
pub(super) fn followed(program: &Program) -> BTreeSet<ObjectId> {
    let mut out = BTreeSet::new();
    loop {
        let before = out.len();
        for function in &program.functions {
            let Some(Body::Blocks(block)) = &function.body else { continue };
            for param in &function.params {
                let must = Must { program, known: &out, id: *param };
                if !out.contains(param) && must.block(block) == Some(true) {
                    out.insert(*param);
                }
            }
        }
        if out.len() == before {
            return out;
        }
    }
}

struct Must<'a> {
    program: &'a Program,
    known: &'a BTreeSet<ObjectId>,
    id: ObjectId,
}

impl Must<'_> {
    /// Whether the statements follow it on every way; none when they may leave before they do.
    fn block(&self, stmts: &[Stmt]) -> Option<bool> {
        for stmt in stmts {
            if self.stmt(stmt)? {
                return Some(true);
            }
        }
        Some(false)
    }

    fn stmt(&self, stmt: &Stmt) -> Option<bool> {
        let found = match &stmt.kind {
            StmtKind::Expr(expr) | StmtKind::Vla { count: expr, .. } => self.expr(expr),
            StmtKind::Let { value, .. } => value.as_ref().is_some_and(|value| self.expr(value)),
            StmtKind::Return(value) => return value.as_ref().is_some_and(|value| self.expr(value)).then_some(true),
            StmtKind::Block(body) | StmtKind::Region { body, .. } => return self.block(body),
            StmtKind::DoWhile { body, condition, .. } => self.block(body)? || self.expr(condition),
            StmtKind::If { condition, yes, no } => {
                let both =
                    || no.as_ref().is_some_and(|no| self.block(no) == Some(true)) && self.block(yes) == Some(true);
                self.expr(condition) || both()
            }
            StmtKind::While { condition, .. } => self.expr(condition),
            StmtKind::For { init, condition, .. } => {
                self.block(init)? || condition.as_ref().is_some_and(|condition| self.expr(condition))
            }
            StmtKind::Switch(switch) => self.expr(&switch.on),
            StmtKind::Jump { .. } => return None,
            StmtKind::Cleanup(_) => false,
        };
        if found {
            return Some(true);
        }
        let mut leaves = Leaves { program: self.program, found: false };
        leaves.stmt(stmt);
        (!leaves.found).then_some(false)
    }

    fn is_it(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Load(place) => matches!(place.kind, PlaceKind::Object(id) if id == self.id),
            ExprKind::Cast(inner) => inner.ty.is_object_pointer() && self.is_it(inner),
            _ => false,
        }
    }

    fn expr(&self, expr: &Expr) -> bool {
        match &expr.kind {
            ExprKind::Load(place) | ExprKind::Step { place, .. } => self.place(place),
            ExprKind::Assign { place, value } | ExprKind::Compound { place, value, .. } => {
                self.place(place) || self.expr(value)
            }
            ExprKind::Negate(inner) | ExprKind::Complement(inner) | ExprKind::Cast(inner) => self.expr(inner),
            ExprKind::Binary { left, right, .. } | ExprKind::Compare { left, right, .. } => {
                self.expr(left) || self.expr(right)
            }
            ExprKind::Comma { first, second } => self.expr(first) || self.expr(second),
            ExprKind::Logical { left, .. } => self.expr(left),
            ExprKind::Conditional { condition, yes, no } => self.expr(condition) || (self.expr(yes) && self.expr(no)),
            ExprKind::Call { callee, args } => {
                let params = match callee {
                    Callee::Direct(id) => &self.program.function(*id).params[..],
                    Callee::Indirect(_) => &[],
                };
                let lent = |(arg, param): (&Expr, &ObjectId)| self.known.contains(param) && self.is_it(arg);
                args.iter().any(|arg| self.expr(arg)) || args.iter().zip(params).any(lent)
            }
            _ => false,
        }
    }

    fn place(&self, place: &Place) -> bool {
        match &place.kind {
            PlaceKind::Deref(pointer) => self.is_it(pointer) || self.expr(pointer),
            PlaceKind::Index { base, index } => self.is_it(base) || self.expr(base) || self.expr(index),
            PlaceKind::Field { base, .. } => self.place(base),
            PlaceKind::Element { array, index } => self.place(array) || self.expr(index),
            _ => false,
        }
    }
}

/// Looks for what leaves the way from the start of a function to its end.
struct Leaves<'a> {
    program: &'a Program,
    found: bool,
}

impl Visit for Leaves<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), .. } => self.found |= self.program.function(*id).noreturn,
            ExprKind::Hole(..) | ExprKind::Unreachable => self.found = true,
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        self.found |= matches!(stmt.kind, StmtKind::Return(_) | StmtKind::Jump { .. });
        walk_stmt(self, stmt);
    }
}

/// How an argument that does not lead into something known can be lent.
pub(super) enum Bridge {
    /// This place, as a whole.
    One(Place),
    /// An array from an index on.
    Many(Place, Option<Box<Expr>>),
}

/// The form in which a raw pointer is lent as `slice` or as one value; `followed`: it is not null.
pub(super) fn bridge(program: &Program, facts: &Facts, arg: &Expr, slice: bool, followed: bool) -> Option<Bridge> {
    let pointee = arg.ty.pointee()?;
    match &arg.kind {
        ExprKind::Cast(inner) if inner.ty.pointee() == Some(pointee) => bridge(program, facts, inner, slice, followed),
        ExprKind::AddressOf(place) => {
            let whole = |place: &Place| is_open(program, place).then(|| place.clone());
            match &place.kind {
                PlaceKind::Element { array, index } if slice && place.ty == *pointee => {
                    Some(Bridge::Many(whole(array)?, Some(index.clone())))
                }
                _ if matches!(&place.ty, Type::Array(element, count) if slice && *count > 0 && **element == *pointee) => {
                    Some(Bridge::Many(whole(place)?, None))
                }
                PlaceKind::Deref(_) | PlaceKind::Index { .. } | PlaceKind::Object(_) | PlaceKind::Str(_) => None,
                _ if !slice && place.ty == *pointee => Some(Bridge::One(whole(place)?)),
                _ => None,
            }
        }
        ExprKind::Load(place)
            if !slice && followed && is_plain(program, facts, place) && !is_longer(program, pointee) =>
        {
            let kind = PlaceKind::Deref(Box::new(arg.clone()));
            Some(Bridge::One(Place { kind, ty: pointee.clone(), origin: arg.origin }))
        }
        _ => None,
    }
}

/// A local pointer, or a member of what one leads to.
fn is_plain(program: &Program, facts: &Facts, place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Object(id) => program.object(*id).storage == Storage::Automatic && !facts.lifted.contains(id),
        PlaceKind::Field { base, record, .. } => {
            !program.record(*record).union && !is_packed(program, *record) && is_plain(program, facts, base)
        }
        PlaceKind::Deref(pointer) => matches!(&pointer.kind, ExprKind::Load(inner)
            if matches!(inner.kind, PlaceKind::Object(id) if program.object(id).storage == Storage::Automatic)),
        _ => false,
    }
}

/// Objects of this type may be longer than it says: an array of one element at its end stands for any number.
fn is_longer(program: &Program, ty: &Type) -> bool {
    match ty {
        Type::Array(_, count) => *count <= 1,
        Type::Record(id) => program.record(*id).fields.last().is_some_and(|field| match &field.ty {
            ty @ (Type::Array(..) | Type::Record(_)) => is_longer(program, ty),
            _ => false,
        }),
        _ => false,
    }
}

fn is_packed(program: &Program, id: crate::hir::RecordId) -> bool {
    program.record(id).packed.is_some()
}

/// A member, at any depth, that a reference can lead to and that is as long as it says.
fn is_open(program: &Program, place: &Place) -> bool {
    let PlaceKind::Field { base, record, index } = &place.kind else { return is_open_inner(program, place) };
    let record = program.record(*record);
    let last = *index + 1 == record.fields.len() && matches!(place.ty, Type::Array(..));
    !(last && root(base).is_none()) && is_open_inner(program, place)
}

fn is_open_inner(program: &Program, place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Field { base, record, index } => {
            let def = program.record(*record);
            let plain = !def.union && def.packed.is_none() && def.fields[*index].bits.is_none();
            plain && is_open_inner(program, base)
        }
        PlaceKind::Element { array, index } => is_calm(index) && is_open(program, array),
        PlaceKind::Deref(pointer) => matches!(&pointer.kind, ExprKind::Load(inner)
            if matches!(inner.kind, PlaceKind::Object(id) if program.object(id).storage == Storage::Automatic)),
        PlaceKind::Object(id) => program.object(*id).storage == Storage::Automatic,
        _ => false,
    }
}

/// An index without effects.
fn is_calm(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Int(_) | ExprKind::Zero => true,
        ExprKind::Load(place) => match &place.kind {
            PlaceKind::Object(_) => true,
            PlaceKind::Field { base, .. } => matches!(base.kind, PlaceKind::Object(_) | PlaceKind::Deref(_)),
            _ => false,
        },
        ExprKind::Cast(inner) => is_calm(inner),
        ExprKind::Binary { left, right, .. } => is_calm(left) && is_calm(right),
        _ => false,
    }
}

/// A named object can be lent although raw pointers lead to it.
pub(super) fn is_lendable(program: &Program, found: &Resolved) -> bool {
    let Some(id) = found.base.root() else { return false };
    let object = program.object(id);
    let plain = match &found.base {
        super::Base::Place(place) => is_named_open(program, place),
        _ => false,
    };
    plain && object.align.is_none() && matches!(object.storage, Storage::Automatic | Storage::Static { .. })
}

fn is_named_open(program: &Program, place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Object(_) => true,
        PlaceKind::Field { base, record, index } => {
            let def = program.record(*record);
            !def.union && def.packed.is_none() && def.fields[*index].bits.is_none() && is_named_open(program, base)
        }
        _ => false,
    }
}
