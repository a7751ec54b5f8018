//! Lifted pointers as indices, references and slices.

use super::bridge::{self, Bridge};
use super::facts::{Base, Facts, SLICE};
use super::library;
use super::own;
use crate::hir::{
    Binary, Block, Body, Callee, Comparison, Expr, ExprKind, FunctionId, Int, Lent, Local, Logical, ObjectId, Place,
    PlaceKind, Program, Stmt, StmtKind, Storage, Terminator, Type,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

const INDEX: Type = Type::Int(Int::I64);

struct Rewrite<'a> {
    program: &'a Program,
    facts: &'a Facts,
    ours: &'a BTreeSet<FunctionId>,
    rust_output: bool,
    /// The index that goes with a parameter that moves.
    at: &'a BTreeMap<ObjectId, ObjectId>,
    /// The pointer that the function hands over.
    returns: Option<Type>,
}

/// Rewrite all bodies, and the types of what was lifted.
pub(super) fn rewrite(program: &mut Program, facts: &Facts, ours: &BTreeSet<FunctionId>, rust_output: bool) {
    let mut at = BTreeMap::new();
    for id in facts.params.iter().filter(|id| facts.assigned.contains(id)) {
        let object = program.object(*id);
        let index = Local {
            name: format!("{}_at", object.name),
            ty: INDEX,
            storage: Storage::Automatic,
            constant: false,
            library: false,
            align: None,
            longer: false,
            origin: object.origin,
        };
        at.insert(*id, ObjectId(program.objects.len() as u32));
        program.objects.push(index);
    }
    for number in 0..program.functions.len() {
        let Some(mut body) = program.functions[number].body.take() else { continue };
        let hands = facts.owners.functions.contains(&FunctionId(number as u32));
        let returns = hands.then(|| program.functions[number].signature.ret.clone());
        let mut rewrite = Rewrite { program, facts, ours, rust_output, at: &at, returns };
        rewrite.body(&mut body, &program.functions[number].params);
        program.functions[number].body = Some(body);
    }
    types(program, facts);
}

/// The types of parameters and locals that were lifted.
fn types(program: &mut Program, facts: &Facts) {
    for id in &facts.lifted {
        let object = &mut program.objects[id.0 as usize];
        let Some(pointee) = object.ty.pointee().cloned() else { continue };
        if facts.owns(*id) {
            object.ty = slice_of(&pointee);
            program.lent.insert(*id, Lent { slice: true, mutable: true });
        } else if facts.params.contains(id) {
            let slice = facts.moves.contains(id);
            object.ty = if slice { slice_of(&pointee) } else { pointee };
            program.lent.insert(*id, Lent { slice, mutable: facts.written.contains(id) });
        } else if is_cursor(facts, *id) {
            object.ty = INDEX;
        }
    }
    for id in &facts.owners.functions {
        let signature = &mut program.functions[id.0 as usize].signature;
        signature.ret = slice_of(&signature.ret.pointee().cloned().unwrap_or(Type::Void));
    }
    let objects = &program.objects;
    for function in &mut program.functions {
        let params = function.params.clone();
        for (param, ty) in params.iter().zip(&mut function.signature.params) {
            if facts.params.contains(param) {
                *ty = objects[param.0 as usize].ty.clone();
            }
        }
    }
}

fn slice_of(element: &Type) -> Type {
    Type::Array(Rc::new(element.clone()), SLICE)
}

/// A local that holds an index; any other is another name of one object.
fn is_cursor(facts: &Facts, id: ObjectId) -> bool {
    match facts.base.get(&id) {
        Some(Base::Param(param)) => facts.moves.contains(param),
        Some(Base::Place(_)) => facts.moves.contains(&id),
        Some(Base::Str(_)) => true,
        Some(Base::Own(owner)) => *owner != id,
        _ => false,
    }
}

impl Rewrite<'_> {
    fn body(&mut self, body: &mut Body, params: &[ObjectId]) {
        let own: Vec<ObjectId> = params.iter().filter_map(|param| self.at.get(param).copied()).collect();
        match body {
            Body::Blocks(block) => {
                self.block(block);
                for object in own {
                    let zero = Expr::new(ExprKind::Int(0), INDEX, self.program.object(object).origin);
                    block.insert(0, Stmt { kind: StmtKind::Let { object, value: Some(zero) }, origin: None });
                }
            }
            Body::Graph(graph) => {
                for (block, end) in &mut graph.blocks {
                    self.block(block);
                    match end {
                        Terminator::Branch { condition: value, .. }
                        | Terminator::Computed(value)
                        | Terminator::Land { buffer: value, .. }
                        | Terminator::Switch { on: value, .. } => self.expr(value),
                        Terminator::Return(Some(value)) => self.returned(value),
                        _ => {}
                    }
                }
                graph.locals.extend(own.into_iter().map(|id| (id, self.program.object(id).name.clone())));
            }
            Body::Refused(..) => {}
        }
    }

    fn block(&mut self, block: &mut Block) {
        block.iter_mut().for_each(|stmt| self.stmt(stmt));
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::Let { object, value: Some(value) } if self.is_local(*object) => {
                if self.facts.owns(*object) {
                    *value = self.owned(*object, value);
                } else if is_cursor(self.facts, *object) {
                    *value = self.index(value);
                } else {
                    let nothing = Expr::new(ExprKind::Nothing, Type::Void, value.origin);
                    stmt.kind = StmtKind::Expr(nothing);
                }
            }
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::Vla { object, count } if self.facts.owns(*object) => {
                self.expr(count);
                let value = own::counted(self.program, *object, count.clone());
                stmt.kind = StmtKind::Let { object: *object, value: Some(value) };
            }
            StmtKind::Vla { count: expr, .. } | StmtKind::Cleanup(expr) => self.expr(expr),
            StmtKind::Return(Some(value)) => self.returned(value),
            StmtKind::Let { value, .. } | StmtKind::Return(value) => {
                value.iter_mut().for_each(|value| self.expr(value))
            }
            StmtKind::Block(body) | StmtKind::Region { body, .. } => self.block(body),
            StmtKind::If { condition, yes, no } => {
                let known = matches!(condition.kind, ExprKind::Int(_));
                self.truth(condition);
                self.block(yes);
                no.iter_mut().for_each(|no| self.block(no));
                // What was a test for nothing is decided.
                if let (false, ExprKind::Int(value)) = (known, &condition.kind) {
                    let taken = if *value != 0 { Some(std::mem::take(yes)) } else { no.take() };
                    stmt.kind = StmtKind::Block(taken.unwrap_or_default());
                }
            }
            StmtKind::While { condition, body, .. } | StmtKind::DoWhile { condition, body, .. } => {
                self.truth(condition);
                self.block(body);
            }
            StmtKind::For { init, condition, step, body, .. } => {
                self.block(init);
                condition.iter_mut().for_each(|expr| self.truth(expr));
                step.iter_mut().for_each(|expr| self.effect(expr));
                self.block(body);
            }
            StmtKind::Switch(switch) => {
                self.expr(&mut switch.on);
                switch.groups.iter_mut().for_each(|group| self.block(&mut group.body));
            }
            StmtKind::Jump { .. } => {}
        }
    }

    fn is_local(&self, id: ObjectId) -> bool {
        self.facts.lifted.contains(&id) && !self.facts.params.contains(&id)
    }

    fn variable(&self, place: &Place) -> Option<ObjectId> {
        match place.kind {
            PlaceKind::Object(id) if self.facts.lifted.contains(&id) => Some(id),
            _ => None,
        }
    }

    /// An expression whose value nobody wants.
    fn effect(&mut self, expr: &mut Expr) {
        match &mut expr.kind {
            ExprKind::Cast(inner) => self.effect(inner),
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.effect(second);
            }
            ExprKind::Conditional { condition, yes, no } => {
                self.truth(condition);
                self.effect(yes);
                self.effect(no);
            }
            ExprKind::Call { callee: Callee::Direct(id), args }
                if own::freed(self.program, *id, args).is_some_and(|id| self.facts.owns(id)) =>
            {
                let Some(id) = own::freed(self.program, *id, args) else { return };
                *expr = self.set(id, None, expr.origin);
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if !self.prints(*id, args) => {
                match self.library(*id, args, true) {
                    Some(kind) => {
                        expr.kind = kind;
                        expr.ty = Type::Void;
                    }
                    None => self.expr(expr),
                }
            }
            _ => self.expr(expr),
        }
    }

    fn prints(&self, id: FunctionId, args: &[Expr]) -> bool {
        super::prints(self.program, self.rust_output, id, args)
    }

    /// A call of the C library that keeps no pointer.
    fn library(&mut self, id: FunctionId, args: &[Expr], statement: bool) -> Option<ExprKind> {
        if let Some(safe) = library::slices(self.program, self.facts, id, args, statement) {
            let mut out = vec![];
            for (kind, arg) in safe.params.chars().zip(args) {
                let arg = library::pointer(safe, arg);
                let slice = if kind == 'v' { None } else { self.slice(arg, kind == 'w', arg.ty.clone()) };
                out.push(slice.unwrap_or_else(|| {
                    let mut arg = arg.clone();
                    self.expr(&mut arg);
                    arg
                }));
            }
            return Some(ExprKind::Support { name: safe.name, args: out });
        }
        if !library::forgets(self.program, id, statement) {
            return None;
        }
        let mut out = args.to_vec();
        out.iter_mut().for_each(|arg| self.hand(arg));
        Some(ExprKind::Call { callee: Callee::Direct(id), args: out })
    }

    /// An argument that nobody keeps: a lifted pointer as a raw one.
    fn hand(&mut self, arg: &mut Expr) {
        if let ExprKind::Cast(inner) = &mut arg.kind
            && arg.ty.is_object_pointer()
            && inner.ty.is_object_pointer()
        {
            return self.hand(inner);
        }
        let lifted = arg.ty.is_object_pointer() && self.facts.resolve(arg).is_some_and(|found| found.var.is_some());
        match self.target(arg, None).filter(|_| lifted) {
            Some(kind) => {
                let ty = arg.ty.pointee().cloned().unwrap_or(Type::Void);
                arg.kind = ExprKind::AddressOf(Place { kind, ty, origin: arg.origin });
            }
            None => self.expr(arg),
        }
    }

    fn expr(&mut self, expr: &mut Expr) {
        if self.special(expr) {
            return;
        }
        match &mut expr.kind {
            ExprKind::Load(place)
            | ExprKind::AddressOf(place)
            | ExprKind::Step { place, .. }
            | ExprKind::VaArg(place) => {
                self.place(place);
            }
            ExprKind::Assign { place, value } | ExprKind::Compound { place, value, .. } => {
                self.place(place);
                self.expr(value);
            }
            ExprKind::Lend { place, from, .. } => {
                self.place(place);
                from.iter_mut().for_each(|from| self.expr(from));
            }
            ExprKind::Negate(inner) | ExprKind::Complement(inner) | ExprKind::Cast(inner) => self.expr(inner),
            ExprKind::Binary { left, right, .. }
            | ExprKind::Distance { left, right }
            | ExprKind::Compare { left, right, .. }
            | ExprKind::Elvis { value: left, no: right }
            | ExprKind::Offset { pointer: left, index: right, .. } => {
                self.expr(left);
                self.expr(right);
            }
            ExprKind::Conditional { condition, yes, no } => {
                self.truth(condition);
                self.expr(yes);
                self.expr(no);
            }
            ExprKind::Logical { left, right, .. } => {
                self.truth(left);
                self.truth(right);
            }
            ExprKind::Statements { body, value } => {
                self.block(body);
                value.iter_mut().for_each(|value| self.expr(value));
            }
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.expr(second);
            }
            ExprKind::Support { args, .. }
            | ExprKind::Builtin { args, .. }
            | ExprKind::Array(args)
            | ExprKind::Struct { fields: args, .. } => {
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            ExprKind::Call { callee, args } => {
                if let Callee::Indirect(target) = callee {
                    self.expr(target);
                }
                args.iter_mut().for_each(|arg| self.expr(arg));
            }
            ExprKind::Union { value, .. } | ExprKind::Repeat { value, .. } => self.expr(value),
            _ => {}
        }
    }

    /// What changes its shape.
    fn special(&mut self, expr: &mut Expr) -> bool {
        let changed = match &expr.kind {
            ExprKind::Compare { op: op @ (Comparison::Eq | Comparison::Ne), left, right }
                if self.is_test(left, right) || self.is_test(right, left) =>
            {
                let pointer = if self.is_test(left, right) { left } else { right };
                self.tested(pointer, *op == Comparison::Ne)
            }
            ExprKind::Compare { op, left, right } if self.together(left, right) => {
                let (left, right) = (Box::new(self.index(left)), Box::new(self.index(right)));
                Expr { kind: ExprKind::Compare { op: *op, left, right }, ..expr.clone() }
            }
            ExprKind::Distance { left, right } if self.together(left, right) => {
                let (left, right) = (Box::new(self.index(left)), Box::new(self.index(right)));
                Expr { kind: ExprKind::Binary { op: Binary::Sub, left, right }, ..expr.clone() }
            }
            ExprKind::Assign { place, .. } | ExprKind::Step { place, .. } | ExprKind::Compound { place, .. } => {
                match self.variable(place) {
                    Some(id) if self.facts.owns(id) => match &expr.kind {
                        ExprKind::Assign { value, .. } => self.set(id, Some(value), expr.origin),
                        _ => return false,
                    },
                    Some(id) if self.facts.params.contains(&id) || is_cursor(self.facts, id) => self.index(expr),
                    Some(_) => Expr::new(ExprKind::Nothing, Type::Void, expr.origin),
                    None => return false,
                }
            }
            ExprKind::Call { callee: Callee::Direct(id), args } => {
                let args = if self.ours.contains(id) {
                    self.lent(*id, args)
                } else if super::prints(self.program, self.rust_output, *id, args) {
                    self.printed(*id, args)
                } else {
                    let Some(kind) = self.library(*id, args, false) else { return false };
                    expr.kind = kind;
                    return true;
                };
                Expr { kind: ExprKind::Call { callee: Callee::Direct(*id), args }, ..expr.clone() }
            }
            _ => return false,
        };
        *expr = changed;
        true
    }

    /// A pointer that is never null beside nothing.
    fn is_test(&self, pointer: &Expr, null: &Expr) -> bool {
        own::is_null(null) && pointer.ty.is_object_pointer() && self.facts.testable(pointer).is_some()
    }

    /// What a comparison of such a pointer with nothing gives.
    fn tested(&mut self, pointer: &Expr, differs: bool) -> Expr {
        let known = self.known(pointer, differs);
        match &super::scan::bare(pointer).kind {
            ExprKind::Assign { place: Place { kind: PlaceKind::Object(id), .. }, value } => {
                let first = Box::new(self.set(*id, Some(value), pointer.origin));
                let kind = ExprKind::Comma { first, second: Box::new(known) };
                Expr::new(kind, Type::INT, pointer.origin)
            }
            _ => known,
        }
    }

    fn known(&self, pointer: &Expr, differs: bool) -> Expr {
        let origin = pointer.origin;
        match self.facts.testable(pointer) {
            Some(id) if self.facts.owners.nullable.contains(&id) => {
                let ty = slice_of(&self.program.object(id).ty.pointee().cloned().unwrap_or(Type::Void));
                let place = Place { kind: PlaceKind::Object(id), ty: ty.clone(), origin };
                let name = if differs { "is_something" } else { "is_nothing" };
                let kind = ExprKind::Support { name, args: vec![Expr::new(ExprKind::Load(place), ty, origin)] };
                let test = Expr::new(kind, Type::Bool, origin);
                Expr::new(ExprKind::Cast(Box::new(test)), Type::INT, origin)
            }
            _ => Expr::new(ExprKind::Int(differs.into()), Type::INT, origin),
        }
    }

    /// An expression of which only matters whether it is zero.
    fn truth(&mut self, expr: &mut Expr) {
        if expr.ty.is_object_pointer() && self.facts.testable(expr).is_some() {
            *expr = self.tested(&expr.clone(), true);
            return;
        }
        self.expr(expr);
        let ExprKind::Logical { op, left, right } = &mut expr.kind else { return };
        let decides = i128::from(*op == Logical::Or);
        let side = match (&left.kind, &right.kind) {
            (ExprKind::Int(value), _) if *value == decides => left,
            (ExprKind::Int(_), _) => right,
            (_, ExprKind::Int(value)) if *value != decides => left,
            _ => return,
        };
        *expr = std::mem::replace(&mut **side, Expr::new(ExprKind::Nothing, Type::Void, expr.origin));
    }

    /// The vector that a pointer is given.
    fn owned(&mut self, id: ObjectId, value: &Expr) -> Expr {
        self.obtained(Some(id), &self.program.object(id).ty, value)
    }

    fn obtained(&mut self, id: Option<ObjectId>, to: &Type, value: &Expr) -> Expr {
        if let Some(request) = own::request(self.program, id, value) {
            return own::vector(self.program, id, to, &request, |size| self.expr(size));
        }
        let ty = slice_of(&to.pointee().cloned().unwrap_or(Type::Void));
        if own::handed(self.program, &self.facts.owners.functions, to, value).is_none() {
            return Expr::new(ExprKind::Zero, ty, value.origin);
        }
        let mut call = super::scan::bare(value).clone();
        self.expr(&mut call);
        Expr { ty, ..call }
    }

    /// What a function returns.
    fn returned(&mut self, value: &mut Expr) {
        let Some(to) = self.returns.clone() else { return self.expr(value) };
        let bare = super::scan::bare(value);
        *value = match &bare.kind {
            ExprKind::Load(Place { kind: PlaceKind::Object(id), .. }) if self.facts.owns(*id) => {
                let ty = slice_of(&to.pointee().cloned().unwrap_or(Type::Void));
                let place = Place { kind: PlaceKind::Object(*id), ty: ty.clone(), origin: bare.origin };
                Expr::new(ExprKind::Load(place), ty, bare.origin)
            }
            _ => self.obtained(None, &to, value),
        };
    }

    /// Give a pointer a vector, or take it away.
    fn set(&mut self, id: ObjectId, value: Option<&Expr>, origin: batuta_text::Origin) -> Expr {
        let pointee = self.program.object(id).ty.pointee().cloned().unwrap_or(Type::Void);
        let ty = slice_of(&pointee);
        let value = match value {
            Some(value) => self.owned(id, value),
            // Freed, it is nothing only if it was before.
            None if self.facts.owners.nullable.contains(&id) => {
                let place = Place { kind: PlaceKind::Object(id), ty: ty.clone(), origin };
                let args = vec![Expr::new(ExprKind::Load(place), ty.clone(), origin)];
                Expr::new(ExprKind::Support { name: "freed", args }, ty.clone(), origin)
            }
            None => Expr::new(ExprKind::Zero, ty.clone(), origin),
        };
        let place = Place { kind: PlaceKind::Object(id), ty: ty.clone(), origin };
        Expr::new(ExprKind::Assign { place, value: Box::new(value) }, ty, origin)
    }

    fn together(&self, left: &Expr, right: &Expr) -> bool {
        match (self.facts.resolve(left), self.facts.resolve(right)) {
            (Some(a), Some(b)) => a.base.key() == b.base.key() && !matches!(a.base, Base::Text(_)),
            _ => false,
        }
    }

    fn place(&mut self, place: &mut Place) {
        match &mut place.kind {
            PlaceKind::Deref(pointer) => match self.target(pointer, None) {
                Some(kind) => place.kind = kind,
                None => self.expr(pointer),
            },
            PlaceKind::Index { base, index } => {
                let mut by = (**index).clone();
                if self.facts.resolve(base).is_some() {
                    self.expr(&mut by);
                }
                match self.target(base, Some(by)) {
                    Some(kind) => place.kind = kind,
                    None => {
                        self.expr(base);
                        self.expr(index);
                    }
                }
            }
            PlaceKind::Temporary(inner) | PlaceKind::Literal { value: inner, .. } => self.expr(inner),
            PlaceKind::Element { array, index } => {
                self.place(array);
                self.expr(index);
            }
            PlaceKind::Field { base, .. } => self.place(base),
            _ => {}
        }
    }

    /// The place that a pointer leads to; `by` is rewritten already.
    fn target(&mut self, pointer: &Expr, by: Option<Expr>) -> Option<PlaceKind> {
        let found = self.facts.resolve(pointer)?;
        let pointee = pointer.ty.pointee()?.clone();
        let base = self.base(&found.base, &pointee, pointer)?;
        if !matches!(&base.ty, Type::Array(element, _) if **element == pointee) {
            return Some(base.kind);
        }
        let index = self.index(pointer);
        let index = match by {
            Some(by) => sum(index, by, false),
            None => index,
        };
        Some(PlaceKind::Element { array: Box::new(base), index: Box::new(index) })
    }

    fn base(&mut self, base: &Base, pointee: &Type, pointer: &Expr) -> Option<Place> {
        let origin = pointer.origin;
        match base {
            Base::Place(place) => Some(place.clone()),
            Base::Text(text) => {
                let mut text = text.clone();
                self.expr(&mut text);
                Some(Place { kind: PlaceKind::Temporary(text), ty: slice_of(pointee), origin })
            }
            Base::Own(id) => Some(Place { kind: PlaceKind::Object(*id), ty: slice_of(pointee), origin }),
            Base::Param(id) if self.facts.moves.contains(id) => {
                Some(Place { kind: PlaceKind::Object(*id), ty: slice_of(pointee), origin })
            }
            Base::Param(id) => Some(Place { kind: PlaceKind::Object(*id), ty: pointee.clone(), origin }),
            Base::Str(at) => {
                let count = self.program.strings[*at].values.len() as u64 + 1;
                let ty = Type::Array(Rc::new(pointee.clone()), count);
                Some(Place { kind: PlaceKind::Str(*at), ty, origin })
            }
            Base::Unknown => None,
        }
    }

    /// Where in its array a pointer is.
    fn index(&mut self, pointer: &Expr) -> Expr {
        let zero = Expr::new(ExprKind::Int(0), INDEX, pointer.origin);
        let make = |kind| Expr::new(kind, INDEX, pointer.origin);
        match &pointer.kind {
            ExprKind::Load(place) => self.counter(place).map_or(zero, |place| make(ExprKind::Load(place))),
            ExprKind::Assign { place, value } => {
                let value = Box::new(self.index(value));
                match self.counter(place) {
                    Some(place) => make(ExprKind::Assign { place, value }),
                    None => *value,
                }
            }
            ExprKind::Step { place, down, postfix } => match self.counter(place) {
                Some(place) => make(ExprKind::Step { place, down: *down, postfix: *postfix }),
                None => zero,
            },
            ExprKind::Compound { place, op, value, .. } => match self.counter(place) {
                Some(place) => {
                    let mut value = (**value).clone();
                    self.expr(&mut value);
                    make(ExprKind::Compound { place, op: *op, value: Box::new(wide(value)), compute: INDEX })
                }
                None => zero,
            },
            ExprKind::Cast(inner) => self.index(inner),
            ExprKind::Offset { pointer, index, back } => {
                let mut by = (**index).clone();
                self.expr(&mut by);
                sum(self.index(pointer), by, *back)
            }
            ExprKind::AddressOf(place) => match &place.kind {
                PlaceKind::Element { index, .. } if Some(&place.ty) == pointer.ty.pointee() => {
                    let mut by = (**index).clone();
                    self.expr(&mut by);
                    wide(by)
                }
                PlaceKind::Index { base, index } => {
                    let mut by = (**index).clone();
                    self.expr(&mut by);
                    sum(self.index(base), by, false)
                }
                PlaceKind::Deref(inner) => self.index(inner),
                _ => zero,
            },
            _ => zero,
        }
    }

    /// The integer that stands for a pointer variable.
    fn counter(&self, place: &Place) -> Option<Place> {
        let id = self.variable(place)?;
        let id = match self.facts.params.contains(&id) {
            true => *self.at.get(&id)?,
            false if is_cursor(self.facts, id) => id,
            false => return None,
        };
        Some(Place { kind: PlaceKind::Object(id), ty: INDEX, origin: place.origin })
    }

    /// Arguments of one of our functions.
    fn lent(&mut self, id: FunctionId, args: &[Expr]) -> Vec<Expr> {
        let params = self.program.function(id).params.clone();
        let mut out = vec![];
        for (at, arg) in args.iter().enumerate() {
            let param = params.get(at).filter(|param| self.facts.params.contains(param));
            let made = param.and_then(|param| self.lend(arg, *param));
            out.push(made.unwrap_or_else(|| {
                let mut arg = arg.clone();
                self.expr(&mut arg);
                arg
            }));
        }
        out
    }

    fn lend(&mut self, arg: &Expr, param: ObjectId) -> Option<Expr> {
        let mutable = self.facts.written.contains(&param);
        let pointee = arg.ty.pointee()?.clone();
        if self.facts.moves.contains(&param) {
            if self.facts.resolve(arg).is_none() {
                return self.bridge(arg, param, mutable);
            }
            return self.slice(arg, mutable, slice_of(&pointee));
        }
        if self.facts.resolve(arg).is_none() {
            return self.bridge(arg, param, mutable);
        }
        let kind = self.target(arg, None)?;
        let place = Place { kind, ty: pointee.clone(), origin: arg.origin };
        Some(Expr::new(ExprKind::Lend { place, from: None, mutable }, pointee, arg.origin))
    }

    /// What a raw pointer leads to, as a reference or a slice.
    fn bridge(&mut self, arg: &Expr, param: ObjectId, mutable: bool) -> Option<Expr> {
        let slice = self.facts.moves.contains(&param);
        let pointee = arg.ty.pointee()?.clone();
        let known = self.facts.followed.contains(&param);
        let (mut place, mut from) = match bridge::bridge(self.program, self.facts, arg, slice, known)? {
            Bridge::One(place) => (place, None),
            Bridge::Many(place, from) => (place, from),
        };
        self.place(&mut place);
        from.iter_mut().for_each(|from| self.expr(from));
        let ty = if slice { slice_of(&pointee) } else { pointee };
        Some(Expr::new(ExprKind::Lend { place, from, mutable }, ty, arg.origin))
    }

    fn slice(&mut self, arg: &Expr, mutable: bool, ty: Type) -> Option<Expr> {
        let found = self.facts.resolve(arg)?;
        let pointee = arg.ty.pointee()?.clone();
        let place = self.base(&found.base, &pointee, arg)?;
        let from = self.index(arg);
        let from = (from.constant() != Some(0)).then(|| Box::new(from));
        Some(Expr::new(ExprKind::Lend { place, from, mutable }, ty, arg.origin))
    }

    /// Arguments of a call that prints.
    fn printed(&mut self, id: FunctionId, args: &[Expr]) -> Vec<Expr> {
        let texts = super::texts(self.program, id, args);
        let mut out = vec![];
        for (at, arg) in args.iter().enumerate() {
            let found =
                self.facts.resolve(arg).filter(|found| texts.contains(&at) && super::is_array(&found.base, arg));
            let literal = matches!(&arg.kind, ExprKind::AddressOf(place) if matches!(place.kind, PlaceKind::Str(_)))
                || matches!(&arg.kind, ExprKind::Cast(inner) if inner.ty == Type::Text);
            let made = found.filter(|_| !literal).and_then(|_| self.slice(arg, false, arg.ty.clone()));
            out.push(made.unwrap_or_else(|| {
                let mut arg = arg.clone();
                self.expr(&mut arg);
                arg
            }));
        }
        out
    }
}

fn wide(value: Expr) -> Expr {
    if value.ty == INDEX {
        return value;
    }
    let origin = value.origin;
    Expr::new(ExprKind::Cast(Box::new(value)), INDEX, origin)
}

fn sum(a: Expr, b: Expr, back: bool) -> Expr {
    let origin = a.origin;
    let b = wide(b);
    if b.constant() == Some(0) {
        return a;
    }
    if a.constant() == Some(0) && !back {
        return b;
    }
    let op = if back { Binary::Sub } else { Binary::Add };
    Expr::new(ExprKind::Binary { op, left: Box::new(a), right: Box::new(b) }, INDEX, origin)
}
