//! One look at everything under the current assumptions: what contradicts them.

use super::bridge::{self, Bridge};
use super::facts::{Base, Facts, Resolved};
use super::library;
use super::own;
use crate::analysis::root;
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{
    Body, Callee, Comparison, Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Stmt, StmtKind, Storage,
    Terminator, Type,
};
use std::collections::BTreeSet;

pub(super) struct Scan<'a> {
    /// The function that is looked at.
    pub here: FunctionId,
    pub program: &'a Program,
    /// Functions whose parameters can change.
    pub ours: &'a BTreeSet<FunctionId>,
    /// Everything is printed through Rust.
    pub rust_output: bool,
    pub facts: Facts,
    pub changed: bool,
    /// Functions that reach memory in other ways than through what they are lent.
    pub touching: BTreeSet<FunctionId>,
    /// Parameters that are followed on every way.
    pub followed: &'a BTreeSet<ObjectId>,
}

impl Scan<'_> {
    /// Look at the whole unit once.
    pub(super) fn unit(&mut self) {
        for (at, function) in self.program.functions.iter().enumerate() {
            self.here = FunctionId(at as u32);
            match &function.body {
                Some(Body::Graph(graph)) => {
                    for (block, end) in &graph.blocks {
                        block.iter().for_each(|stmt| self.stmt(stmt));
                        match end {
                            Terminator::Return(Some(value)) => self.returned(value),
                            Terminator::Branch { condition: value, .. }
                            | Terminator::Computed(value)
                            | Terminator::Land { buffer: value, .. }
                            | Terminator::Switch { on: value, .. } => self.expr(value),
                            _ => {}
                        }
                    }
                }
                Some(body) => walk_body(self, body),
                None => {}
            }
        }
        for global in &self.program.globals {
            self.expr(&global.init);
        }
    }

    /// A pointer cannot be lifted.
    pub(super) fn give_up(&mut self, id: ObjectId) {
        self.changed |= self.facts.lifted.remove(&id);
        self.facts.params.remove(&id);
    }

    fn raw(&mut self, id: ObjectId) {
        self.give_up(id);
        self.changed |= self.facts.raw.insert(id);
    }

    fn moves(&mut self, id: ObjectId) {
        self.changed |= self.facts.moves.insert(id);
    }

    fn backs(&mut self, pointer: &Expr) {
        if let Some(var) = self.facts.resolve(pointer).and_then(|found| found.var) {
            self.changed |= self.facts.backs.insert(var);
        }
    }

    /// A part of an array is lent to something that goes back: what is before the part has to be there too.
    fn goes_back(&mut self, found: &Resolved, param: ObjectId) -> bool {
        if !self.facts.backs.contains(&param) {
            return false;
        }
        let moved = found.var.filter(|var| found.owner() != Some(*var)).is_some_and(|var| {
            match self.facts.params.contains(&var) {
                true => self.facts.assigned.contains(&var),
                false => self.facts.moves.contains(&var),
            }
        });
        if let Some(var) = found.var {
            self.changed |= self.facts.backs.insert(var);
        }
        found.offset || moved
    }

    /// Something is written through this pointer.
    fn writes(&mut self, to: &Resolved) {
        if let Some(var) = to.var {
            self.changed |= self.facts.written.insert(var);
        }
        match &to.base {
            Base::Param(id) => self.changed |= self.facts.written.insert(*id),
            Base::Str(_) | Base::Text(_) => self.refuse(to),
            Base::Place(place) => {
                if let Some(id) = behind(self.program, place) {
                    self.changed |= self.facts.written.insert(id);
                }
            }
            _ => {}
        }
    }

    /// The use that was looked at cannot be lifted.
    fn refuse(&mut self, at: &Resolved) {
        if let Some(var) = at.var {
            self.give_up(var);
        }
    }

    /// An owner is given a fresh array, that of a function, or nothing.
    fn obtained(&mut self, id: Option<ObjectId>, to: &Type, value: &Expr) -> bool {
        match own::request(self.program, id, value) {
            Some(own::Request::Bytes(bytes) | own::Request::Resized(bytes)) => self.expr(bytes),
            Some(own::Request::Elements(count, bytes)) => {
                self.expr(count);
                self.expr(bytes);
            }
            None => {
                let Some(from) = own::handed(self.program, &self.facts.owners.functions, to, value) else {
                    return own::is_null(value);
                };
                let ExprKind::Call { args, .. } = &bare(value).kind else { return false };
                if self.ours.contains(&from) {
                    self.lend(from, args);
                } else {
                    args.iter().for_each(|arg| self.expr(arg));
                }
            }
        }
        true
    }

    /// A function returns a value.
    fn returned(&mut self, value: &Expr) {
        if !self.facts.owners.functions.contains(&self.here) {
            return self.expr(value);
        }
        let to = self.program.function(self.here).signature.ret.clone();
        let own = match &bare(value).kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) => {
                self.facts.owns(*id) && self.program.object(*id).ty.pointee() == to.pointee()
            }
            _ => false,
        };
        if !own && !self.obtained(None, &to, value) {
            self.keep(self.here);
            self.expr(value);
        }
    }

    /// What a function returns stays a pointer.
    fn keep(&mut self, id: FunctionId) {
        self.changed |= self.facts.owners.functions.remove(&id);
    }

    /// A pointer gets a value.
    fn source(&mut self, id: ObjectId, value: &Expr) {
        if self.facts.owns(id) {
            let to = self.program.object(id).ty.clone();
            if !self.obtained(Some(id), &to, value) {
                self.give_up(id);
                self.expr(value);
            }
            return;
        }
        let Some(found) = self.facts.resolve(value) else {
            self.give_up(id);
            self.expr(value);
            return;
        };
        let unfixed = found.owner().is_some_and(|owner| !self.facts.owners.fixed.contains(&owner));
        if unfixed || matches!(found.base, Base::Text(_)) {
            self.give_up(id);
            self.expr(value);
            return;
        }
        self.inside(value);
        if found.offset {
            self.moves(id);
            if let Some(var) = found.var {
                self.moves(var);
            }
        }
        let named = self.usable(&found.base);
        if self.facts.params.contains(&id) {
            self.moves(id);
            self.changed |= self.facts.assigned.insert(id);
            if !matches!(found.base, Base::Param(other) if other == id) && !matches!(found.base, Base::Unknown) {
                self.give_up(id);
            }
            return;
        }
        match (self.facts.base.get(&id), &found.base) {
            _ if !named => self.give_up(id),
            (_, Base::Unknown) => {}
            (None, base) => {
                self.facts.base.insert(id, base.clone());
                self.changed = true;
            }
            (Some(known), base) if known.key() == base.key() => {}
            _ => self.give_up(id),
        }
    }

    /// It leads into what a pointer owns that may own nothing.
    fn may_be_null(&self, found: &Resolved) -> bool {
        found.owner().is_some_and(|owner| self.facts.owners.nullable.contains(&owner))
    }

    fn usable(&self, base: &Base) -> bool {
        self.facts.is_usable(base)
    }

    /// A call of the C library that keeps no pointer; false when it is no such call.
    fn library(&mut self, id: FunctionId, args: &[Expr], statement: bool) -> bool {
        if let Some(safe) = library::slices(self.program, &self.facts, id, args, statement) {
            for (kind, arg) in safe.params.chars().zip(args) {
                self.hand(library::pointer(safe, arg), kind == 'w', kind == 'v');
            }
            return true;
        }
        if !library::forgets(self.program, id, statement) {
            return false;
        }
        let types = self.program.function(id).signature.params.clone();
        for (at, arg) in args.iter().enumerate() {
            let written = !matches!(types.get(at).unwrap_or(&arg.ty), Type::Pointer { constant: true, .. });
            self.hand(bare(arg), written, false);
        }
        true
    }

    /// An argument that nobody keeps.
    fn hand(&mut self, arg: &Expr, written: bool, value: bool) {
        let found = if value || !arg.ty.is_object_pointer() { None } else { self.facts.resolve(arg) };
        match found {
            Some(found)
                if self.usable(&found.base) && super::is_array(&found.base, arg) && !self.may_be_null(&found) =>
            {
                self.inside(arg);
                if let Some(var) = found.var {
                    self.moves(var);
                }
                // A literal behind a variable stays one.
                if written {
                    self.writes(&found);
                }
            }
            None if matches!(&arg.kind, ExprKind::AddressOf(place) if root(place).is_some()) => {
                let ExprKind::AddressOf(place) = &arg.kind else { return };
                if let PlaceKind::Object(id) = place.kind {
                    self.give_up(id);
                }
                if written && let Some(id) = behind(self.program, place) {
                    self.changed |= self.facts.written.insert(id);
                }
                self.inside_place(place);
            }
            Some(found) if found.var.is_none() => {
                self.inside(arg);
                // A member that is written is written through the pointer to the whole.
                if written {
                    self.writes(&found);
                }
            }
            _ => self.expr(arg),
        }
    }

    /// What is evaluated on the way to a pointer that was resolved.
    fn inside(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Cast(inner) if inner.ty == Type::Text => self.expr(inner),
            ExprKind::Cast(inner) => self.inside(inner),
            ExprKind::Offset { pointer, index, back } => {
                self.inside(pointer);
                self.expr(index);
                self.step(pointer);
                if *back || is_negative(index) {
                    self.backs(pointer);
                }
            }
            ExprKind::Assign { .. } | ExprKind::Step { .. } | ExprKind::Compound { .. } => self.effect(expr),
            ExprKind::AddressOf(place) => self.inside_place(place),
            _ => {}
        }
    }

    fn inside_place(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Element { array, index } => {
                self.inside_place(array);
                self.expr(index);
            }
            PlaceKind::Index { base, index } => {
                self.inside(base);
                self.expr(index);
                self.step(base);
                if is_negative(index) {
                    self.backs(base);
                }
            }
            PlaceKind::Deref(inner) => self.inside(inner),
            PlaceKind::Field { base, .. } => self.inside_place(base),
            _ => {}
        }
    }

    fn step(&mut self, pointer: &Expr) {
        if let Some(found) = self.facts.resolve(pointer) {
            if let Some(var) = found.var {
                self.moves(var);
            }
            self.indexable(&found, pointer.ty.pointee());
        }
    }

    /// Steps in something that is no array go nowhere.
    fn indexable(&mut self, found: &Resolved, pointee: Option<&Type>) {
        if let Base::Place(place) = &found.base
            && Some(&place.ty) == pointee
        {
            self.refuse(found);
        }
    }

    /// `*pointer` or `pointer[index]`, read or written.
    fn follow(&mut self, pointer: &Expr, index: Option<&Expr>, written: bool) {
        let Some(found) = self.facts.resolve(pointer) else {
            self.expr(pointer);
            index.into_iter().for_each(|index| self.expr(index));
            return;
        };
        self.inside(pointer);
        if let Some(index) = index {
            self.expr(index);
            self.step(pointer);
            if is_negative(index) {
                self.backs(pointer);
            }
        }
        if !self.usable(&found.base) {
            self.refuse(&found);
        }
        if written {
            self.writes(&found);
        }
    }

    /// A place that is read, written, or both.
    fn access(&mut self, place: &Place, written: bool) {
        match &place.kind {
            PlaceKind::Deref(pointer) => self.follow(pointer, None, written),
            PlaceKind::Index { base, index } => self.follow(base, Some(index), written),
            PlaceKind::Field { base, .. } => self.access(base, written),
            PlaceKind::Element { array, index } => {
                self.access(array, written);
                self.expr(index);
            }
            PlaceKind::Object(id) => {
                // A pointer itself, in a place where nothing is known to follow it.
                self.give_up(*id);
            }
            _ => walk_place(self, place),
        }
    }

    fn pointer_variable(&self, place: &Place) -> Option<ObjectId> {
        match place.kind {
            PlaceKind::Object(id) if self.facts.lifted.contains(&id) => Some(id),
            _ => None,
        }
    }

    /// An expression whose value nobody wants.
    fn effect(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place, value } => match self.pointer_variable(place) {
                Some(id) => self.source(id, value),
                None => self.expr(expr),
            },
            ExprKind::Step { place, .. } | ExprKind::Compound { place, .. } => match self.pointer_variable(place) {
                Some(id) => {
                    self.moves(id);
                    if !matches!(
                        &expr.kind,
                        ExprKind::Step { down: false, .. } | ExprKind::Compound { op: crate::hir::Binary::Add, .. }
                    ) {
                        self.changed |= self.facts.backs.insert(id);
                    }
                    if self.facts.params.contains(&id) {
                        self.changed |= self.facts.assigned.insert(id);
                    }
                    if let Some(found) =
                        self.facts.resolve(&Expr::new(ExprKind::Load(place.clone()), place.ty.clone(), place.origin))
                    {
                        self.indexable(&found, place.ty.pointee());
                    }
                    if let ExprKind::Compound { value, .. } = &expr.kind {
                        self.expr(value);
                    }
                }
                None => self.expr(expr),
            },
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.effect(second);
            }
            ExprKind::Cast(inner) => self.effect(inner),
            ExprKind::Call { callee: Callee::Direct(id), args }
                if own::freed(self.program, *id, args).is_some_and(|id| self.facts.owns(id)) => {}
            ExprKind::Call { callee: Callee::Direct(id), args } if self.prints(*id, args) => self.printed(*id, args),
            ExprKind::Call { callee: Callee::Direct(id), args } if self.library(*id, args, true) => {}
            ExprKind::Conditional { condition, yes, no } => {
                self.truth(condition);
                self.effect(yes);
                self.effect(no);
            }
            _ => self.expr(expr),
        }
    }

    /// An expression of which only matters whether it is zero.
    fn truth(&mut self, expr: &Expr) {
        match &expr.kind {
            _ if expr.ty.is_object_pointer() && self.facts.testable(expr).is_some() => self.tested(expr),
            ExprKind::Logical { left, right, .. } => {
                self.truth(left);
                self.truth(right);
            }
            _ => self.expr(expr),
        }
    }

    /// A pointer that is never null is compared with nothing.
    fn tested(&mut self, pointer: &Expr) {
        if let ExprKind::Assign { place: Place { kind: PlaceKind::Object(id), .. }, value } = &bare(pointer).kind {
            self.source(*id, value);
        }
    }

    /// The call is printed through Rust.
    fn prints(&self, id: FunctionId, args: &[Expr]) -> bool {
        super::prints(self.program, self.rust_output, id, args)
    }

    fn printed(&mut self, id: FunctionId, args: &[Expr]) {
        let texts = super::texts(self.program, id, args);
        for (at, arg) in args.iter().enumerate() {
            let found =
                self.facts.resolve(arg).filter(|found| texts.contains(&at) && super::is_array(&found.base, arg));
            match found {
                Some(found) if self.usable(&found.base) && !self.may_be_null(&found) => {
                    self.inside(arg);
                    if let Some(var) = found.var {
                        self.moves(var);
                    }
                }
                _ if matches!(&arg.kind, ExprKind::AddressOf(place) if matches!(place.kind, PlaceKind::Str(_))) => {}
                _ => self.expr(arg),
            }
        }
    }

    /// A call of one of our functions: what it is lent.
    fn lend(&mut self, id: FunctionId, args: &[Expr]) {
        let function = self.program.function(id);
        if args.len() != function.params.len() {
            function.params.clone().into_iter().for_each(|param| self.give_up(param));
        }
        let mut lent: Vec<(ObjectId, Way)> = vec![];
        for (at, arg) in args.iter().enumerate() {
            let Some(param) = function.params.get(at).copied().filter(|param| self.facts.params.contains(param)) else {
                self.expr(arg);
                continue;
            };
            let bridged = !self.touching.contains(&id);
            let slice = self.facts.moves.contains(&param);
            let written = self.facts.written.contains(&param);
            match self.facts.resolve(arg) {
                Some(found) if self.goes_back(&found, param) => {
                    self.give_up(param);
                    self.expr(arg);
                }
                Some(found) if self.can_lend(&found, param, arg) => {
                    self.lend_known(&found, param, arg);
                    lent.push((param, Way::Alone(found.base)));
                }
                Some(found)
                    if bridged
                        && self.usable(&found.base)
                        && (!slice || super::is_array(&found.base, arg))
                        && bridge::is_lendable(self.program, &found) =>
                {
                    self.lend_known(&found, param, arg);
                    lent.push((param, Way::Shared(found.base)));
                }
                None if bridged
                    && let Some(made) = self.bridge(arg, param)
                    && !(self.facts.backs.contains(&param) && matches!(made, Bridge::Many(_, Some(_)))) =>
                {
                    match made {
                        Bridge::One(place) => self.access(&place, written),
                        Bridge::Many(place, from) => {
                            self.access(&place, written);
                            from.iter().for_each(|from| self.expr(from));
                        }
                    }
                    lent.push((param, Way::Raw));
                }
                _ => {
                    self.give_up(param);
                    self.expr(arg);
                }
            }
        }
        for (at, (param, way)) in lent.iter().enumerate() {
            for (other, way2) in &lent[at + 1..] {
                let same = self.may_meet(way, way2);
                if same && (self.facts.written.contains(param) || self.facts.written.contains(other)) {
                    self.give_up(*param);
                    self.give_up(*other);
                }
            }
        }
    }

    fn lend_known(&mut self, found: &Resolved, param: ObjectId, arg: &Expr) {
        self.inside(arg);
        if self.facts.moves.contains(&param)
            && let Some(var) = found.var
        {
            self.moves(var);
        }
        if self.facts.written.contains(&param) {
            self.writes(found);
        }
    }

    fn bridge(&self, arg: &Expr, param: ObjectId) -> Option<Bridge> {
        let slice = self.facts.moves.contains(&param);
        bridge::bridge(self.program, &self.facts, arg, slice, self.followed.contains(&param))
    }

    /// Two arguments may lead to the same memory.
    fn may_meet(&self, a: &Way, b: &Way) -> bool {
        let lent = |base: &Base| match base {
            Base::Place(place) => behind(self.program, place).is_some(),
            Base::Str(_) | Base::Own(_) | Base::Text(_) => false,
            _ => true,
        };
        let is_static =
            |base: &Base| base.root().is_some_and(|id| self.program.object(id).storage != Storage::Automatic);
        match (a, b) {
            (Way::Raw, Way::Alone(base)) | (Way::Alone(base), Way::Raw) => lent(base),
            (Way::Raw, _) | (_, Way::Raw) => true,
            (Way::Alone(a) | Way::Shared(a), Way::Alone(b) | Way::Shared(b)) => {
                let same = a.root().is_some() && a.root() == b.root();
                let through = (lent(a) && is_static(b)) || (lent(b) && is_static(a));
                same || through
            }
        }
    }

    fn can_lend(&self, found: &Resolved, param: ObjectId, arg: &Expr) -> bool {
        let written = self.facts.written.contains(&param);
        let slice = self.facts.moves.contains(&param);
        if !self.usable(&found.base) || (slice && !super::is_array(&found.base, arg)) {
            return false;
        }
        match &found.base {
            Base::Str(_) | Base::Text(_) => !written && slice_of_chars(arg),
            Base::Place(place) => {
                let Some(id) = root(place) else { return false };
                let object = self.program.object(id);
                match object.storage {
                    Storage::Automatic => !self.facts.raw.contains(&id) && object.align.is_none(),
                    Storage::Static { .. } => object.constant && !written && !self.facts.raw.contains(&id),
                    _ => false,
                }
            }
            // Who gets a reference takes it for one: nothing, or an array without elements, is none.
            Base::Own(_) => (slice && !self.may_be_null(found)) || self.followed.contains(&param),
            Base::Param(_) | Base::Unknown => true,
        }
    }
}

/// The parameter that a place is a member of.
fn behind(program: &Program, place: &Place) -> Option<ObjectId> {
    match &place.kind {
        PlaceKind::Object(id) => (program.object(*id).ty != place.ty).then_some(*id),
        PlaceKind::Field { base, .. } => behind(program, base),
        _ => None,
    }
}

/// A constant below zero.
fn is_negative(index: &Expr) -> bool {
    index.constant().is_some_and(|value| value < 0)
}

/// How an argument is lent.
enum Way {
    /// No raw pointer leads there.
    Alone(Base),
    /// Raw pointers lead there too.
    Shared(Base),
    /// Whatever a raw pointer leads to.
    Raw,
}

/// Without conversions of pointers.
pub(super) fn bare(arg: &Expr) -> &Expr {
    match &arg.kind {
        ExprKind::Cast(inner) if arg.ty.is_object_pointer() && inner.ty.is_object_pointer() => bare(inner),
        _ => arg,
    }
}

fn slice_of_chars(arg: &Expr) -> bool {
    arg.ty.pointee().and_then(Type::int).is_some_and(|int| int.bits == 8 && int.signed)
}

impl Visit for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Load(place) => self.access(place, false),
            ExprKind::Assign { place, value } => {
                self.access(place, true);
                self.expr(value);
            }
            ExprKind::Compound { place, value, .. } => {
                self.access(place, true);
                self.expr(value);
            }
            ExprKind::Step { place, .. } | ExprKind::VaArg(place) => self.access(place, true),
            ExprKind::AddressOf(place) => {
                if let Some(id) = root(place) {
                    self.raw(id);
                }
                // Raw pointers to what a lifted pointer leads to.
                self.escapes(place);
            }
            ExprKind::Compare { op: Comparison::Eq | Comparison::Ne, left, right }
                if own::is_null(right) && left.ty.is_object_pointer() && self.facts.testable(left).is_some() =>
            {
                self.tested(left);
            }
            ExprKind::Compare { op: Comparison::Eq | Comparison::Ne, left, right }
                if own::is_null(left) && right.ty.is_object_pointer() && self.facts.testable(right).is_some() =>
            {
                self.tested(right);
            }
            ExprKind::Logical { .. } => self.truth(expr),
            ExprKind::Conditional { condition, yes, no } => {
                self.truth(condition);
                self.expr(yes);
                self.expr(no);
            }
            ExprKind::Compare { left, right, .. } | ExprKind::Distance { left, right } => {
                let both = (self.facts.resolve(left), self.facts.resolve(right));
                match both {
                    (Some(a), Some(b)) if comparable(&a, &b) => {
                        self.inside(left);
                        self.inside(right);
                        for (found, side) in [(&a, left), (&b, right)] {
                            if let Some(var) = found.var {
                                self.moves(var);
                            }
                            self.indexable(found, side.ty.pointee());
                            if !super::is_array(&found.base, side) {
                                self.refuse(found);
                            }
                        }
                    }
                    _ => walk_expr(self, expr),
                }
            }
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.expr(second);
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if self.ours.contains(id) => {
                self.keep(*id);
                self.lend(*id, args);
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if self.library(*id, args, false) => {}
            _ => walk_expr(self, expr),
        }
    }

    fn place(&mut self, place: &Place) {
        self.access(place, false);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::Let { object, value: Some(value) } if self.facts.lifted.contains(object) => {
                self.source(*object, value);
            }
            StmtKind::Cleanup(call) => {
                if let ExprKind::Call { callee: Callee::Direct(id), .. } = &call.kind {
                    self.program.function(*id).params.iter().for_each(|param| self.give_up(*param));
                }
                walk_stmt(self, stmt);
            }
            StmtKind::Vla { object, count } => {
                if !self.facts.owns(*object) {
                    self.give_up(*object);
                }
                self.expr(count);
            }
            StmtKind::Return(Some(value)) => self.returned(value),
            StmtKind::If { condition, yes, no } => {
                self.truth(condition);
                yes.iter().chain(no.iter().flatten()).for_each(|stmt| self.stmt(stmt));
            }
            StmtKind::While { condition, body, .. } | StmtKind::DoWhile { condition, body, .. } => {
                self.truth(condition);
                body.iter().for_each(|stmt| self.stmt(stmt));
            }
            StmtKind::For { init, condition, step, body, .. } => {
                init.iter().for_each(|stmt| self.stmt(stmt));
                condition.iter().for_each(|condition| self.truth(condition));
                step.iter().for_each(|step| self.effect(step));
                body.iter().for_each(|stmt| self.stmt(stmt));
            }
            _ => walk_stmt(self, stmt),
        }
    }
}

impl Scan<'_> {
    /// The address of something behind a pointer is taken for good.
    fn escapes(&mut self, place: &Place) {
        match &place.kind {
            PlaceKind::Deref(pointer) => self.escape(pointer),
            PlaceKind::Index { base, index } => {
                self.escape(base);
                self.expr(index);
            }
            PlaceKind::Field { base, .. } => self.escapes(base),
            PlaceKind::Element { array, index } => {
                self.escapes(array);
                self.expr(index);
            }
            PlaceKind::Temporary(inner) | PlaceKind::Literal { value: inner, .. } => self.expr(inner),
            _ => {}
        }
    }

    fn escape(&mut self, pointer: &Expr) {
        if let Some(found) = self.facts.resolve(pointer) {
            self.refuse(&found);
        }
        self.expr(pointer);
    }
}

/// Both lead into the same array.
fn comparable(a: &Resolved, b: &Resolved) -> bool {
    if matches!(a.base, Base::Text(_)) || matches!(b.base, Base::Text(_)) {
        return false;
    }
    let (a, b) = (a.base.key(), b.base.key());
    a == b || a.is_empty() || b.is_empty()
}

impl Scan<'_> {
    /// What a local does, the parameter that it leads into does too.
    pub(super) fn spread(&mut self) {
        let into: Vec<(ObjectId, ObjectId)> = self
            .facts
            .base
            .iter()
            .filter(|(id, _)| self.facts.lifted.contains(id))
            .filter_map(|(id, base)| match base {
                Base::Param(param) => Some((*id, *param)),
                Base::Place(place) => Some((*id, behind(self.program, place)?)),
                _ => None,
            })
            .collect();
        for (id, param) in into {
            if !self.facts.params.contains(&param) {
                self.give_up(id);
                continue;
            }
            let whole = matches!(self.facts.base.get(&id), Some(Base::Param(_)));
            if whole && self.facts.moves.contains(&id) {
                self.moves(param);
            }
            if !whole && (self.facts.moves.contains(&param) || self.facts.assigned.contains(&param)) {
                self.give_up(id);
                continue;
            }
            if self.facts.written.contains(&id) {
                self.changed |= self.facts.written.insert(param);
            }
            if whole && self.facts.backs.contains(&id) {
                self.changed |= self.facts.backs.insert(param);
            }
        }
    }
}
