//! What can be lifted out of raw pointers and mutable statics, found over a whole unit.
//!
//! A pointer whose every value leads into one known array becomes an index into it; a parameter that is only followed becomes a
//! reference, and one that is indexed or moved a slice. Everything else stays a raw pointer. The typed form is rewritten before it
//! is lowered, so that lowering sees arrays and indices.

mod blocks;
mod bridge;
mod cells;
mod facts;
mod library;
mod own;
mod rewrite;
mod scan;
mod texts;

use crate::analysis::{How, Piece, plan};
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_stmt};
use crate::hir::{Body, Expr, ExprKind, FunctionId, ObjectId, Program, Stmt, StmtKind, Storage, Type};
pub(crate) use cells::{SHARING, cells, shares};
pub(crate) use facts::SLICE;
use facts::{Base, Facts};
use std::collections::{BTreeMap, BTreeSet};

/// Looks at a unit beyond which nothing is lifted.
const ROUNDS: usize = 200;

/// Rewrite a unit; `alone`: no other unit is in the program.
pub(crate) fn lift(program: &mut Program, alone: bool, rust_output: bool) {
    blocks::assign(program);
    let mut names = Declared::default();
    names.unit(program);
    texts::lift(program, alone, &names.locals, &names.pointed);
    let ours = facts::changeable(program, alone, &names.pointed);
    let mut start = Facts::default();
    for (at, function) in program.functions.iter().enumerate() {
        if ours.contains(&FunctionId(at as u32)) {
            let params = function.params.iter().filter(|param| is_candidate(program, **param));
            start.params.extend(params.copied());
        }
    }
    start.lifted = names.locals.iter().copied().filter(|id| is_candidate(program, *id)).collect();
    start.lifted.extend(start.params.iter().copied());
    start.shadowed = names.shadowed;
    let locals = start.lifted.difference(&start.params).copied().collect();
    start.owners = own::find(program, &locals, &ours);
    start.base = start.owners.all.iter().map(|id| (*id, Base::Own(*id))).collect();
    let Some(found) = settle(program, &ours, rust_output, start) else { return };
    rewrite::rewrite(program, &found, &ours, rust_output);
}

/// Functions whose address is taken.
pub(crate) fn pointed(program: &Program) -> BTreeSet<FunctionId> {
    let mut names = Declared::default();
    names.unit(program);
    names.pointed
}

/// Drop assumptions until nothing contradicts the rest.
fn settle(program: &Program, ours: &BTreeSet<FunctionId>, rust_output: bool, start: Facts) -> Option<Facts> {
    let statics = addressed(program);
    let followed = bridge::followed(program);
    let mut scan = scan::Scan {
        here: FunctionId(0),
        program,
        ours,
        rust_output,
        facts: start,
        changed: true,
        touching: BTreeSet::new(),
        followed: &followed,
    };
    for _ in 0..ROUNDS {
        scan.changed = false;
        scan.touching = bridge::touching(program, &scan.facts, &statics);
        scan.unit();
        scan.spread();
        if scan.changed {
            continue;
        }
        let facts = &scan.facts;
        let open = facts.lifted.iter().copied().filter(|id| !facts.params.contains(id) && !facts.base.contains_key(id));
        let open: Vec<ObjectId> = open.collect();
        if open.is_empty() {
            scan.facts.followed.clone_from(&followed);
            return Some(scan.facts);
        }
        open.into_iter().for_each(|id| scan.give_up(id));
    }
    None
}

/// Objects whose addresses are taken anywhere.
fn addressed(program: &Program) -> BTreeSet<ObjectId> {
    let mut uses = crate::analysis::Uses::default();
    for body in program.functions.iter().filter_map(|function| function.body.as_ref()) {
        walk_body(&mut uses, body);
    }
    program.globals.iter().for_each(|global| uses.expr(&global.init));
    uses.addressed
}

fn is_candidate(program: &Program, id: ObjectId) -> bool {
    let object = program.object(id);
    let plain = match object.ty.pointee() {
        Some(Type::Void | Type::Function(_) | Type::VaList | Type::Unsupported(_)) | None => false,
        Some(Type::Record(id)) => program.record(*id).complete && program.record(*id).name != "va_tag",
        Some(Type::Array(_, count)) => *count > 0,
        Some(_) => true,
    };
    plain && object.storage == Storage::Automatic && object.align.is_none()
}

/// The call is printed through Rust.
fn prints(program: &Program, rust_output: bool, id: FunctionId, args: &[Expr]) -> bool {
    let function = program.function(id);
    let library = function.body.is_none() && (function.library || !function.signature.prototyped);
    rust_output && library && plan(program, &function.name, args).is_some()
}

/// Arguments that are printed as text.
fn texts(program: &Program, id: FunctionId, args: &[Expr]) -> BTreeSet<usize> {
    let pieces = plan(program, &program.function(id).name, args).unwrap_or_default();
    let text = |piece: &Piece| match piece {
        Piece::Value { arg, how: How::Text, .. } | Piece::Form { arg, how: How::Text, .. } => Some(*arg),
        _ => None,
    };
    let signed = |at: &usize| args[*at].ty.pointee().and_then(Type::int).is_some_and(|int| int.signed);
    pieces.iter().filter_map(text).filter(signed).collect()
}

/// A pointer of the type of `arg` into this base can be indexed.
fn is_array(base: &Base, arg: &Expr) -> bool {
    match base {
        Base::Place(place) => matches!(&place.ty, Type::Array(element, _) if Some(&**element) == arg.ty.pointee()),
        _ => true,
    }
}

/// Which objects functions declare, and which functions are pointed to.
#[derive(Default)]
struct Declared {
    locals: BTreeSet<ObjectId>,
    shadowed: BTreeSet<ObjectId>,
    pointed: BTreeSet<FunctionId>,
    here: Vec<ObjectId>,
}

impl Declared {
    fn unit(&mut self, program: &Program) {
        for function in &program.functions {
            self.here = function.params.clone();
            if let Some(body) = &function.body {
                walk_body(self, body);
                if let Body::Graph(graph) = body {
                    self.here.extend(graph.locals.iter().map(|(id, _)| *id));
                }
            }
            let mut names: BTreeMap<&str, BTreeSet<ObjectId>> = BTreeMap::new();
            for id in &self.here {
                names.entry(&program.object(*id).name).or_default().insert(*id);
            }
            self.shadowed.extend(names.into_values().filter(|ids| ids.len() > 1).flatten());
            self.locals.extend(self.here.drain(..));
        }
        program.globals.iter().for_each(|global| self.expr(&global.init));
    }
}

impl Visit for Declared {
    fn expr(&mut self, expr: &Expr) {
        if let ExprKind::FunctionAddress(id) = expr.kind {
            self.pointed.insert(id);
        }
        walk_expr(self, expr);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { object, .. } | StmtKind::Vla { object, .. } => self.here.push(*object),
            StmtKind::Switch(switch) => self.here.extend(&switch.hoisted),
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}
