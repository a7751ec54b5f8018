//! What is known of pointers: which objects they lead into, and how.

use super::own::Owners;
use crate::hir::{Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Type};
use std::collections::{BTreeMap, BTreeSet};

/// Number of elements of what a slice is: more than any index.
pub(crate) const SLICE: u64 = 1 << 62;

/// What a pointer leads into.
#[derive(Clone, Debug)]
pub(super) enum Base {
    /// A named object or a member of one.
    Place(Place),
    /// What a parameter was given.
    Param(ObjectId),
    /// A string literal.
    Str(usize),
    /// What a pointer owns.
    Own(ObjectId),
    /// A text that an expression gives: a literal, but which one is not known.
    Text(Box<Expr>),
    /// Not known yet.
    Unknown,
}

impl Base {
    /// Numbers that tell bases apart.
    pub(super) fn key(&self) -> Vec<u32> {
        match self {
            Base::Place(place) => {
                let mut out = vec![0];
                path(place, &mut out);
                out
            }
            Base::Param(id) => vec![1, id.0],
            Base::Str(at) => vec![2, *at as u32],
            Base::Own(id) => vec![3, id.0],
            Base::Text(_) => vec![4],
            Base::Unknown => vec![],
        }
    }

    /// The object behind it.
    pub(super) fn root(&self) -> Option<ObjectId> {
        match self {
            Base::Place(place) => crate::analysis::root(place),
            Base::Param(id) | Base::Own(id) => Some(*id),
            _ => None,
        }
    }
}

fn path(place: &Place, out: &mut Vec<u32>) {
    match &place.kind {
        PlaceKind::Object(id) => out.push(id.0),
        PlaceKind::Field { base, index, .. } => {
            path(base, out);
            out.push(*index as u32);
        }
        _ => out.push(u32::MAX),
    }
}

/// What is assumed of all pointers; it shrinks until it is consistent.
#[derive(Clone, Debug, Default)]
pub(super) struct Facts {
    /// Pointers that can still be lifted.
    pub lifted: BTreeSet<ObjectId>,
    /// Parameters among them.
    pub params: BTreeSet<ObjectId>,
    /// What locals lead into.
    pub base: BTreeMap<ObjectId, Base>,
    /// Pointers that move or are indexed.
    pub moves: BTreeSet<ObjectId>,
    /// Parameters that are given a new value.
    pub assigned: BTreeSet<ObjectId>,
    /// Parameters that are written through.
    pub written: BTreeSet<ObjectId>,
    /// Objects whose names mean something else in an inner scope.
    pub shadowed: BTreeSet<ObjectId>,
    /// Objects that raw pointers lead to.
    pub raw: BTreeSet<ObjectId>,
    /// Pointers that may go back behind where they started.
    pub backs: BTreeSet<ObjectId>,
    /// Parameters that are followed on every way.
    pub followed: BTreeSet<ObjectId>,
    /// Pointers that own an array.
    pub owners: Owners,
}

/// A pointer that leads into something known.
pub(super) struct Resolved {
    pub base: Base,
    /// The variable that it is or is computed from.
    pub var: Option<ObjectId>,
    /// It is not just the start.
    pub offset: bool,
}

impl Resolved {
    /// The pointer whose array it leads into.
    pub(super) fn owner(&self) -> Option<ObjectId> {
        match self.base {
            Base::Own(id) => Some(id),
            _ => None,
        }
    }
}

impl Facts {
    /// A pointer that owns an array, and still can be a vector.
    pub(super) fn owns(&self, id: ObjectId) -> bool {
        self.owners.all.contains(&id) && self.lifted.contains(&id)
    }

    /// The variable that an expression compares with nothing, when that is known: only an owner may own nothing.
    pub(super) fn testable(&self, expr: &Expr) -> Option<ObjectId> {
        let place = match &super::scan::bare(expr).kind {
            ExprKind::Load(place) => place,
            ExprKind::Assign { place, .. } if matches!(place.kind, PlaceKind::Object(id) if self.owns(id)) => place,
            _ => return None,
        };
        let PlaceKind::Object(id) = place.kind else { return None };
        let led = matches!(self.base.get(&id), Some(Base::Own(owner)) if *owner != id && self.owners.nullable.contains(owner));
        (self.lifted.contains(&id) && !led).then_some(id)
    }

    /// The base can be named wherever the pointer is used.
    pub(super) fn is_usable(&self, base: &Base) -> bool {
        base.root().is_none_or(|id| !self.shadowed.contains(&id))
            && !matches!(base, Base::Own(id) if !self.lifted.contains(id))
    }

    /// Where an expression points to.
    pub(super) fn resolve(&self, expr: &Expr) -> Option<Resolved> {
        let pointee = expr.ty.pointee()?;
        match &expr.kind {
            ExprKind::Load(place) => self.variable(place, false),
            // What an owner is given is not what it had.
            ExprKind::Assign { place, .. } => self.variable(place, false).filter(|found| found.owner() != found.var),
            ExprKind::Step { place, .. } | ExprKind::Compound { place, .. } => self.variable(place, true),
            ExprKind::Cast(inner) if inner.ty == Type::Text => {
                Some(Resolved { base: Base::Text(inner.clone()), var: None, offset: false })
            }
            ExprKind::Cast(inner) if inner.ty.pointee() == Some(pointee) => self.resolve(inner),
            ExprKind::Offset { pointer, .. } => {
                let inner = self.resolve(pointer)?;
                Some(Resolved { offset: true, ..inner })
            }
            ExprKind::AddressOf(place) => self.address(place, pointee),
            _ => None,
        }
    }

    /// A member of what a parameter leads to, as one of the parameter: that is a reference.
    fn behind(&self, place: &Place) -> Option<Place> {
        let PlaceKind::Field { base, record, index } = &place.kind else { return None };
        let base = match &base.kind {
            PlaceKind::Deref(pointer) => {
                let ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) = pointer.kind else { return None };
                let known = self.params.contains(&id) && !self.moves.contains(&id) && !self.assigned.contains(&id);
                if !known {
                    return None;
                }
                Place { kind: PlaceKind::Object(id), ty: base.ty.clone(), origin: base.origin }
            }
            PlaceKind::Field { .. } => self.behind(base)?,
            _ => return None,
        };
        let kind = PlaceKind::Field { base: Box::new(base), record: *record, index: *index };
        Some(Place { kind, ty: place.ty.clone(), origin: place.origin })
    }

    fn variable(&self, place: &Place, offset: bool) -> Option<Resolved> {
        let PlaceKind::Object(id) = place.kind else { return None };
        if !self.lifted.contains(&id) {
            return None;
        }
        let base = if self.params.contains(&id) {
            Base::Param(id)
        } else {
            self.base.get(&id).cloned().unwrap_or(Base::Unknown)
        };
        Some(Resolved { base, var: Some(id), offset })
    }

    fn address(&self, place: &Place, pointee: &Type) -> Option<Resolved> {
        let named = |base: &Place, offset: bool| {
            if let Some(base) = self.behind(base) {
                return Some(Resolved { base: Base::Place(base), var: None, offset });
            }
            // A pointer that is lifted has no address.
            let pointer = crate::analysis::root(base).is_some_and(|id| self.lifted.contains(&id));
            (is_named(base) && !pointer).then(|| Resolved { base: Base::Place(base.clone()), var: None, offset })
        };
        match &place.kind {
            PlaceKind::Str(at) => Some(Resolved { base: Base::Str(*at), var: None, offset: false }),
            PlaceKind::Element { array, .. } if place.ty == *pointee => named(array, true),
            PlaceKind::Index { base, .. } if place.ty == *pointee => {
                let inner = self.resolve(base)?;
                Some(Resolved { offset: true, ..inner })
            }
            PlaceKind::Deref(inner) if place.ty == *pointee => self.resolve(inner),
            _ if place.ty == *pointee => named(place, false),
            _ if matches!(&place.ty, Type::Array(element, _) if **element == *pointee) => named(place, false),
            _ => None,
        }
    }
}

/// An object, or a member of one.
fn is_named(place: &Place) -> bool {
    match &place.kind {
        PlaceKind::Object(_) => true,
        PlaceKind::Field { base, .. } => is_named(base),
        _ => false,
    }
}

/// Functions whose parameters are ours to change.
pub(super) fn changeable(program: &Program, alone: bool, pointed: &BTreeSet<FunctionId>) -> BTreeSet<FunctionId> {
    let mut out = BTreeSet::new();
    for (at, function) in program.functions.iter().enumerate() {
        let id = FunctionId(at as u32);
        let body = matches!(function.body, Some(crate::hir::Body::Blocks(_) | crate::hir::Body::Graph(_)));
        let ours = (function.private || alone) && function.name != "main" && function.runs.is_none();
        let plain = !function.signature.variadic && function.params.len() == function.signature.params.len();
        if body && ours && plain && !pointed.contains(&id) {
            out.insert(id);
        }
    }
    out
}
