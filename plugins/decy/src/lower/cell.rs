//! Mutable objects of static storage as cells of the thread.

use super::Lower;
use crate::hir::{ObjectId, Place, PlaceKind, Storage};
use batuta_rust_ir::{Block, Closure, Expr, File, Item, Pat, Stmt};

/// A place in a cell: its elements are cells too, members are parts of the value.
struct CellPath {
    id: ObjectId,
    steps: Vec<Expr>,
    rest: Vec<Step>,
}

/// A part of a value.
enum Step {
    Field(String),
    Element(Expr),
}

impl Lower<'_> {
    /// Whether a place lies in a cell.
    pub(super) fn in_cell(&self, place: &Place) -> bool {
        crate::analysis::root(place).is_some_and(|id| self.cells.contains(&id))
    }

    fn cell_path(&mut self, place: &Place) -> Option<CellPath> {
        match &place.kind {
            PlaceKind::Object(id) if self.cells.contains(id) => Some(CellPath { id: *id, steps: vec![], rest: vec![] }),
            PlaceKind::Element { array, index } => {
                let mut path = self.cell_path(array)?;
                self.stops |= index.constant().is_none();
                let index = self.index_value(index);
                if path.rest.is_empty() {
                    path.steps.push(index);
                } else {
                    path.rest.push(Step::Element(index));
                }
                Some(path)
            }
            PlaceKind::Field { base, record, index } => {
                let mut path = self.cell_path(base)?;
                path.rest.push(Step::Field(self.names.field(*record, *index).to_owned()));
                Some(path)
            }
            _ => None,
        }
    }

    /// The value in a cell.
    pub(super) fn cell_load(&mut self, place: &Place) -> Option<Expr> {
        if !self.in_cell(place) {
            return None;
        }
        let path = self.cell_path(place)?;
        let name = self.name(path.id);
        let value = if path.steps.is_empty() {
            Expr::path(name).method("get", vec![])
        } else {
            self.within(&name, path.steps, |cell| cell.method("get", vec![]))
        };
        Some(part(value, path.rest))
    }

    /// `place = value`, whatever kind of place it is.
    pub(super) fn store(&mut self, place: &Place, value: Expr) -> Stmt {
        if !self.in_cell(place) {
            let target = self.place(place);
            return Stmt::assign(target, value);
        }
        let Some(path) = self.cell_path(place) else { return Stmt::expr(value) };
        let name = self.name(path.id);
        let jumps = ["Return(", "Break(", "Continue("].iter().any(|jump| format!("{value:?}").contains(jump));
        if path.steps.is_empty() && path.rest.is_empty() {
            return Stmt::expr(Expr::path(name).method("set", vec![value]));
        }
        let (first, value) = if jumps || !path.rest.is_empty() {
            let ty = self.ty(&place.ty);
            let (stmt, saved) = self.bind("value", Some(ty), value);
            (Some(stmt), Expr::path(saved))
        } else {
            (None, value)
        };
        let whole = if path.rest.is_empty() {
            self.within(&name, path.steps, |cell| cell.method("set", vec![value]))
        } else {
            let whole = self.temporary("whole");
            let target = part(Expr::path(whole.clone()), path.rest);
            let body = Block::new(vec![Stmt::assign(target, value)]).tail(Expr::path(whole.clone()));
            let change = closure(Pat::name_mut(whole), Expr::Block(body));
            self.within(&name, path.steps, |cell| cell.method("update", vec![change]))
        };
        match first {
            None => Stmt::expr(whole),
            Some(first) => Stmt::expr(Expr::Block(Block::new(vec![first, Stmt::expr(whole)]))),
        }
    }

    /// `NAME.with(|cell| …)` on the cell of an element.
    fn within(&mut self, name: &str, steps: Vec<Expr>, make: impl FnOnce(Expr) -> Expr) -> Expr {
        let cell = self.temporary("cell");
        let element = steps
            .into_iter()
            .fold(Expr::path(cell.clone()), |cell, index| cell.method("as_array_of_cells", vec![]).index(index));
        Expr::path(name).method("with", vec![closure(Pat::name(cell), make(element))])
    }

    /// Whether each thread has an object of its own: where there is one thread, that is a static one.
    pub(super) fn of_thread(&self, id: ObjectId) -> bool {
        self.program.object(id).storage == Storage::ThreadLocal && self.threads
    }

    /// The item of a cell.
    pub(super) fn cell_item(&mut self, item: Item) -> Item {
        let bare = Item { docs: vec![], origin: None, ..item.clone() };
        let Ok(printed) = batuta_rust_ir::print(&File::new(vec![bare])) else { return item };
        let text = printed.text.trim().trim_end_matches(';').to_owned();
        let Some((head, value)) = text.split_once(" = ") else { return item };
        let mut out = Item::verbatim(format!("thread_local! {{\n    {head} = const {{ {value} }};\n}}"));
        out.origin = item.origin;
        out.comments = item.docs;
        out
    }
}

fn part(value: Expr, rest: Vec<Step>) -> Expr {
    rest.into_iter().fold(value, |value, step| match step {
        Step::Field(name) => value.field(name),
        Step::Element(index) => value.index(index),
    })
}

/// The address of what is in a cell of the thread.
pub(super) fn address(path: Expr) -> Expr {
    path.method("with", vec![closure(Pat::name("cell"), Expr::path("cell").method("get", vec![]))])
}

fn closure(pat: Pat, body: Expr) -> Expr {
    Expr::Closure(Closure { move_: false, params: vec![(pat, None)], ret: None, body: Box::new(body) })
}
