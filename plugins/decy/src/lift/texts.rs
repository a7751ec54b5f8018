//! Pointers to characters that only ever are string literals: tables of names, functions that give one, variables that choose one.
//!
//! They become `&'static CStr`. Whoever wants the pointer still gets it, so that only what such an object is given counts.

use crate::analysis::{Uses, root};
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::visit_mut::{self, VisitMut};
use crate::hir::{
    Body, Callee, Expr, ExprKind, FunctionId, ObjectId, Place, PlaceKind, Program, Stmt, StmtKind, Storage, Terminator,
    Type,
};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What is assumed to be texts; it shrinks until it is consistent.
#[derive(Default)]
struct Texts {
    objects: BTreeSet<ObjectId>,
    functions: BTreeSet<FunctionId>,
}

/// Find them and rewrite the unit; `alone`: no other unit is in the program.
pub(super) fn lift(program: &mut Program, alone: bool, locals: &BTreeSet<ObjectId>, pointed: &BTreeSet<FunctionId>) {
    let mut texts = candidates(program, alone, locals, pointed);
    while !texts.objects.is_empty() || !texts.functions.is_empty() {
        let mut check =
            Check { program, texts: &texts, objects: BTreeSet::new(), functions: BTreeSet::new(), here: None };
        check.unit();
        let (objects, functions) = (check.objects, check.functions);
        let before = (texts.objects.len(), texts.functions.len());
        texts.objects.retain(|id| !objects.contains(id));
        texts.functions.retain(|id| !functions.contains(id));
        if (texts.objects.len(), texts.functions.len()) == before {
            break;
        }
    }
    rewrite(program, texts);
}

fn is_chars(ty: &Type) -> bool {
    ty.pointee().and_then(Type::int).is_some_and(|int| int.bits == 8)
}

fn leaf(ty: &Type) -> &Type {
    match ty {
        Type::Array(element, count) if *count > 0 => leaf(element),
        other => other,
    }
}

fn candidates(program: &Program, alone: bool, locals: &BTreeSet<ObjectId>, pointed: &BTreeSet<FunctionId>) -> Texts {
    let mut uses = Uses::default();
    for body in program.functions.iter().filter_map(|function| function.body.as_ref()) {
        walk_body(&mut uses, body);
    }
    program.globals.iter().for_each(|global| Visit::expr(&mut uses, &global.init));
    let params: BTreeSet<ObjectId> = program.functions.iter().flat_map(|function| function.params.clone()).collect();
    let single = single_literals(program);
    let mut out = Texts::default();
    for (at, object) in program.objects.iter().enumerate() {
        let id = ObjectId(at as u32);
        let known = match object.storage {
            Storage::Automatic => locals.contains(&id) && !params.contains(&id) && !single.contains(&id),
            Storage::Static { exported } => !exported || alone,
            _ => false,
        };
        if known && is_chars(leaf(&object.ty)) && object.align.is_none() && !uses.addressed.contains(&id) {
            out.objects.insert(id);
        }
    }
    for (at, function) in program.functions.iter().enumerate() {
        let id = FunctionId(at as u32);
        let ours = (function.private || alone) && function.name != "main" && function.runs.is_none();
        let plain = !function.noreturn && is_chars(&function.signature.ret) && !pointed.contains(&id);
        if ours && plain && matches!(function.body, Some(Body::Blocks(_) | Body::Graph(_))) {
            out.functions.insert(id);
        }
    }
    out
}

/// Locals that are given one literal and nothing else: an index into it says as much, and can move.
fn single_literals(program: &Program) -> BTreeSet<ObjectId> {
    #[derive(Default)]
    struct Count(BTreeMap<ObjectId, (usize, usize)>);
    impl Count {
        fn give(&mut self, id: ObjectId, value: &Expr) {
            let counts = self.0.entry(id).or_default();
            counts.0 += 1;
            counts.1 += usize::from(only_literal(value));
        }
    }
    impl Visit for Count {
        fn expr(&mut self, expr: &Expr) {
            if let ExprKind::Assign { place: Place { kind: PlaceKind::Object(id), .. }, value } = &expr.kind {
                self.give(*id, value);
            }
            walk_expr(self, expr);
        }
        fn stmt(&mut self, stmt: &Stmt) {
            if let StmtKind::Let { object, value: Some(value) } = &stmt.kind {
                self.give(*object, value);
            }
            walk_stmt(self, stmt);
        }
    }
    let mut count = Count::default();
    program.functions.iter().filter_map(|function| function.body.as_ref()).for_each(|body| walk_body(&mut count, body));
    count.0.into_iter().filter(|(_, counts)| *counts == (1, 1)).map(|(id, _)| id).collect()
}

impl Texts {
    /// The object that a place is a text of.
    fn object(&self, place: &Place) -> Option<ObjectId> {
        let direct = match &place.kind {
            PlaceKind::Object(_) => true,
            PlaceKind::Element { array, .. } => self.object(array).is_some(),
            _ => false,
        };
        root(place).filter(|id| direct && self.objects.contains(id))
    }

    /// The value is a literal, or comes from where only literals are.
    fn is_text(&self, program: &Program, expr: &Expr) -> bool {
        if !is_chars(&expr.ty) {
            return false;
        }
        match &expr.kind {
            ExprKind::Cast(inner) => self.is_text(program, inner),
            ExprKind::AddressOf(place) => is_literal(program, place),
            ExprKind::Load(place) | ExprKind::Assign { place, .. } => self.object(place).is_some(),
            ExprKind::Call { callee: Callee::Direct(id), .. } => self.functions.contains(id),
            ExprKind::Conditional { yes, no, .. } => self.is_text(program, yes) && self.is_text(program, no),
            _ => false,
        }
    }

    /// All values of an initialiser are texts.
    fn are_texts(&self, program: &Program, init: &Expr) -> bool {
        match &init.kind {
            ExprKind::Array(items) => items.iter().all(|item| self.are_texts(program, item)),
            ExprKind::Repeat { value, .. } => self.are_texts(program, value),
            _ => self.is_text(program, init),
        }
    }
}

/// A literal without a zero in the middle.
fn is_literal(program: &Program, place: &Place) -> bool {
    let PlaceKind::Str(at) = place.kind else { return false };
    let string = &program.strings[at];
    string.element.int().is_some_and(|int| int.bits == 8) && !string.values.contains(&0)
}

/// Looks for what contradicts the assumptions.
struct Check<'a> {
    program: &'a Program,
    texts: &'a Texts,
    objects: BTreeSet<ObjectId>,
    functions: BTreeSet<FunctionId>,
    here: Option<FunctionId>,
}

impl Check<'_> {
    fn unit(&mut self) {
        for (at, function) in self.program.functions.iter().enumerate() {
            let Some(body) = &function.body else { continue };
            self.here = Some(FunctionId(at as u32));
            walk_body(self, body);
            if let Body::Graph(graph) = body {
                for (_, end) in &graph.blocks {
                    if let Terminator::Return(value) = end {
                        self.returned(value.as_ref());
                    }
                }
            }
        }
        self.here = None;
        for global in &self.program.globals {
            self.given(global.object, &global.init);
            self.expr(&global.init);
        }
    }

    fn given(&mut self, id: ObjectId, value: &Expr) {
        if !self.texts.are_texts(self.program, value) {
            self.objects.insert(id);
        }
    }

    fn returned(&mut self, value: Option<&Expr>) {
        if !value.is_some_and(|value| self.texts.is_text(self.program, value)) {
            self.functions.extend(self.here);
        }
    }
}

impl Visit for Check<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Assign { place, value } => {
                if let Some(id) = root(place)
                    && (self.texts.object(place).is_none() || !self.texts.is_text(self.program, value))
                {
                    self.objects.insert(id);
                }
            }
            ExprKind::Step { place, .. } | ExprKind::Compound { place, .. } | ExprKind::VaArg(place) => {
                self.objects.extend(root(place));
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        // A compound literal is given its value where it stands.
        if let PlaceKind::Literal { object, .. } = &place.kind {
            self.objects.insert(*object);
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Let { object, value: Some(value) } => self.given(*object, value),
            StmtKind::Vla { object, .. } => {
                self.objects.insert(*object);
            }
            StmtKind::Return(value) => self.returned(value.as_ref()),
            _ => {}
        }
        walk_stmt(self, stmt);
    }
}

fn rewrite(program: &mut Program, texts: Texts) {
    for at in 0..program.functions.len() {
        let mut body = program.functions[at].body.take();
        let returns = texts.functions.contains(&FunctionId(at as u32));
        if let Some(body) = &mut body {
            let mut change = Change { program, texts: &texts, returns };
            if let Body::Graph(graph) = body
                && returns
            {
                let ends = graph.blocks.iter_mut().map(|(_, end)| end);
                ends.for_each(|end| {
                    if let Terminator::Return(Some(value)) = end {
                        change.text(value);
                    }
                });
            }
            visit_mut::walk_body(&mut change, body);
        }
        program.functions[at].body = body;
    }
    let mut inits = vec![];
    for global in &program.globals {
        let mut init = global.init.clone();
        let mut change = Change { program, texts: &texts, returns: false };
        if texts.objects.contains(&global.object) {
            change.given(&mut init);
        } else {
            change.expr(&mut init);
        }
        inits.push(init);
    }
    for (global, init) in program.globals.iter_mut().zip(inits) {
        global.init = init;
    }
    for id in &texts.objects {
        let object = &mut program.objects[id.0 as usize];
        object.ty = of_texts(&object.ty);
    }
    for id in &texts.functions {
        program.functions[id.0 as usize].signature.ret = Type::Text;
    }
}

/// The type with texts for its pointers.
fn of_texts(ty: &Type) -> Type {
    match ty {
        Type::Array(element, count) => Type::Array(Rc::new(of_texts(element)), *count),
        _ => Type::Text,
    }
}

struct Change<'a> {
    program: &'a Program,
    texts: &'a Texts,
    /// The function gives a text.
    returns: bool,
}

impl Change<'_> {
    /// What a text object is given.
    fn given(&mut self, value: &mut Expr) {
        match &mut value.kind {
            ExprKind::Array(items) => items.iter_mut().for_each(|item| self.given(item)),
            ExprKind::Repeat { value, .. } => self.given(value),
            _ => return self.text(value),
        }
        value.ty = of_texts(&value.ty);
    }

    /// A text as one, without its pointer.
    fn text(&mut self, expr: &mut Expr) {
        while let ExprKind::Cast(inner) = &mut expr.kind {
            let inner = std::mem::replace(&mut **inner, Expr::new(ExprKind::Nothing, Type::Void, expr.origin));
            *expr = inner;
        }
        match &mut expr.kind {
            ExprKind::Load(place) => self.object(place),
            ExprKind::Assign { place, value } => {
                self.object(place);
                self.text(value);
            }
            ExprKind::Conditional { condition, yes, no } => {
                self.expr(condition);
                self.text(yes);
                self.text(no);
            }
            ExprKind::Call { args, .. } => args.iter_mut().for_each(|arg| self.expr(arg)),
            _ => {}
        }
        expr.ty = Type::Text;
    }

    fn object(&mut self, place: &mut Place) {
        if let PlaceKind::Element { array, index } = &mut place.kind {
            self.object(array);
            self.expr(index);
        }
        place.ty = of_texts(&place.ty);
    }
}

impl VisitMut for Change<'_> {
    fn expr(&mut self, expr: &mut Expr) {
        let literal = matches!(expr.kind, ExprKind::AddressOf(_));
        if literal || !self.texts.is_text(self.program, expr) || only_literal(expr) {
            return visit_mut::walk_expr(self, expr);
        }
        let ty = expr.ty.clone();
        self.text(expr);
        let origin = expr.origin;
        let text = std::mem::replace(expr, Expr::new(ExprKind::Nothing, Type::Void, origin));
        *expr = Expr::new(ExprKind::Cast(Box::new(text)), ty, origin);
    }

    fn stmt(&mut self, stmt: &mut Stmt) {
        match &mut stmt.kind {
            StmtKind::Let { object, value: Some(value) } if self.texts.objects.contains(object) => self.given(value),
            StmtKind::Return(Some(value)) if self.returns => self.text(value),
            StmtKind::Expr(expr)
                if matches!(expr.kind, ExprKind::Assign { .. }) && self.texts.is_text(self.program, expr) =>
            {
                self.text(expr);
            }
            StmtKind::Expr(expr) if matches!(&expr.kind, ExprKind::Call { callee: Callee::Direct(id), .. } if self.texts.functions.contains(id)) =>
            {
                self.text(expr);
            }
            _ => visit_mut::walk_stmt(self, stmt),
        }
    }
}

/// A literal behind conversions.
fn only_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Cast(inner) => only_literal(inner),
        ExprKind::AddressOf(_) => true,
        _ => false,
    }
}
