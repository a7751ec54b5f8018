//! HIR to RIR, one file per construct.

pub(crate) mod call;
mod class;
pub(crate) mod comp;
mod control;
mod display;
pub(crate) mod expr;
pub(crate) mod func;
pub(crate) mod import;
pub mod module;
pub(crate) mod names;
mod pattern;
mod stmt;
mod target;

pub(crate) use names::ident;

use crate::assign::Locals;
use crate::facts::Facts;
use crate::hir;
use crate::scope::Names;
use batuta_diagnostics::{Bag, Code, Diagnostic};
use batuta_rust_ir::{Expr, Item, Stmt};
use batuta_text::{FileId, LineIndex, Origin, TextRange};
use std::collections::{BTreeMap, BTreeSet};

/// What stands between a statement and the function around it.
#[derive(Clone, Debug)]
pub(crate) enum Frame {
    /// A loop with its label; whether the label is needed.
    Loop(String, bool),
    /// The body of a `try` with handlers: exceptions leave it through this label.
    Try(String),
    /// A body with a `finally` or a manager: everything leaves it through this label.
    Last(String),
    /// A handler that bound this name, which ends with it.
    Handler(String),
}

/// Which scope statements are in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Module,
    Function,
    Generator,
    Class,
    Comp,
}

/// A scope while it is lowered.
#[derive(Debug)]
pub(crate) struct Scope {
    /// Which scope of the inferred types this is.
    pub key: u32,
    /// What a function here returns.
    pub ret: crate::infer::T,
    pub kind: Kind,
    pub names: Names,
    pub locals: Locals,
    pub frames: Vec<Frame>,
    /// Names of the scopes around, for `__qualname__`.
    pub path: String,
    /// What imports in this scope bind.
    pub imports: BTreeMap<String, import::Bound>,
    /// Declared so far in Rust.
    pub declared: BTreeSet<String>,
    /// Variables whose exceptions are handled here, innermost last.
    pub handling: Vec<String>,
    /// The first parameter, for `super()`.
    pub receiver: Option<String>,
    /// The class that methods here belong to.
    pub class: Option<String>,
}

/// Lowers one module.
pub(crate) struct Lower<'a> {
    pub file: FileId,
    pub path: String,
    /// The docstring of the module.
    pub doc: Option<String>,
    pub lines: LineIndex,
    pub bag: &'a mut Bag,
    pub facts: &'a Facts,
    pub scopes: Vec<Scope>,
    /// Functions found so far.
    pub items: Vec<Item>,
    /// Names of items.
    pub taken: BTreeSet<String>,
    /// Functions that are called directly, with their Rust name.
    pub statics: BTreeMap<String, (String, hir::Function)>,
    /// Those of them that lead back to themselves through direct calls.
    pub cyclic: BTreeSet<String>,
    /// Names of the module that live in `global`.
    pub globals: BTreeSet<String>,
    /// Names that are used as values.
    pub values: BTreeSet<String>,
    /// Functions that turned out to be used as values.
    pub needed: BTreeSet<String>,
    /// Whether a bare `raise` may stand in a function that a handler calls.
    pub rethrows: bool,
    /// Modules of the library that are written in Python and used here.
    pub features: BTreeSet<String>,
    pub comments: &'a [hir::Comment],
    pub next_comment: usize,
    pub next: usize,
    /// Numeric operations that get a stub.
    pub numeric: crate::numeric::Sites,
    pub expressions: u64,
    /// Expressions whose type is not proved.
    pub dynamic: u64,
    /// Expressions, literals left out, that compute with the runtime's values, their type proved or not.
    pub boxed: u64,
    pub functions: u64,
    /// Whether `__name__` is needed.
    pub names_module: bool,
    /// How many expressions are dynamic for which cause, where that is kept.
    pub causes: BTreeMap<String, u64>,
    /// What inference found; none when everything is dynamic.
    pub types: Option<std::rc::Rc<crate::infer::Types>>,
    /// Inference and lowering do not agree on something.
    pub failed: bool,
    /// The method of a native class that is lowered.
    pub special: Option<String>,
    /// The native expression that is lowered, or was last.
    pub current: Option<crate::infer::Key>,
    /// Expressions where they do not agree.
    pub doubtful: Vec<crate::infer::Key>,
    /// How many constructs around only look at what they get.
    pub shows: usize,
    /// Per function, which parameters are passed by reference.
    pub refs: BTreeMap<String, Vec<bool>>,
    /// Names of the module that are constants.
    pub constants: BTreeMap<String, hir::Expr>,
    /// Names that are a variable or a parameter somewhere in the module.
    pub variables: BTreeSet<String>,
    /// Methods of native classes.
    pub class_methods: BTreeMap<(String, String), hir::Function>,
}

impl Lower<'_> {
    pub(crate) fn origin(&self, at: TextRange) -> Origin {
        Origin::new(self.file, at)
    }

    /// Refuses a construct: a finding, and code that says so when it is reached.
    pub(crate) fn refuse(&mut self, code: Code, at: TextRange, message: &str) -> Expr {
        self.bag.push(Diagnostic::error(code, message).at(self.origin(at)));
        let line = self.lines.line(at.start);
        let text = batuta_rust_ir::hole_text(code.as_str(), &self.path, line, message);
        Expr::call_path("py::hole::<Value>", vec![Expr::str(text)])
    }

    /// A new name for something that has none in Python.
    pub(crate) fn fresh(&mut self, stem: &str) -> String {
        self.next += 1;
        format!("{stem}_{}", self.next)
    }

    pub(crate) fn scope(&mut self) -> &mut Scope {
        let last = self.scopes.len() - 1;
        &mut self.scopes[last]
    }

    /// The innermost scope that is no comprehension.
    pub(crate) fn frame_scope(&mut self) -> &mut Scope {
        let at = self.scopes.iter().rposition(|s| s.kind != Kind::Comp).unwrap_or(0);
        &mut self.scopes[at]
    }

    /// Passes an exception on: `?`, or a jump to the handler in this function.
    pub(crate) fn q(&mut self, result: Expr) -> Expr {
        let frames = &self.frame_scope().frames;
        let label = frames.iter().rev().find_map(|f| match f {
            Frame::Try(label) | Frame::Last(label) => Some(label.clone()),
            Frame::Loop(..) | Frame::Handler(_) => None,
        });
        match label {
            Some(label) => Expr::macro_call("py::attempt", vec![Expr::path(format!("'{label}")), result]),
            None => result.try_(),
        }
    }

    /// Statements that raise the exception in `raised`, an expression of type `Exc`.
    pub(crate) fn raise(&mut self, raised: Expr) -> Expr {
        let frames = &self.frame_scope().frames;
        let label = frames.iter().rev().find_map(|f| match f {
            Frame::Try(label) | Frame::Last(label) => Some(label.clone()),
            Frame::Loop(..) | Frame::Handler(_) => None,
        });
        match label {
            Some(label) => Expr::Break(Some(label), Some(Box::new(Expr::call_path("py::Flow::Raise", vec![raised])))),
            None => Expr::return_(Expr::call_path("Err", vec![raised])),
        }
    }

    /// A name that nothing binds: an error only when it is reached, as in Python.
    pub(crate) fn undefined(&mut self, name: &str) -> Expr {
        self.q(Expr::call_path("py::run::undefined", vec![Expr::str(name)]))
    }

    /// `return value`, through a `finally` where there is one.
    pub(crate) fn return_(&mut self, value: Expr) -> Expr {
        let mut names = vec![];
        let mut label = None;
        for frame in self.frame_scope().frames.iter().rev() {
            match frame {
                Frame::Last(last) => {
                    label = Some(last.clone());
                    break;
                }
                Frame::Handler(name) => names.push(name.clone()),
                _ => {}
            }
        }
        // What only this call sees ends with it.
        names.retain(|name| !matches!(self.place(name), names::Place::Local(_) | names::Place::Unsure(..)));
        if names.is_empty() {
            return leave(label, value);
        }
        let held = self.fresh("result");
        let mut stmts = vec![Stmt::let_(batuta_rust_ir::Pat::name(held.clone()), None, value)];
        stmts.extend(self.forget(&names));
        stmts.push(Stmt::expr(leave(label, Expr::path(held))));
        Expr::Block(batuta_rust_ir::Block::new(stmts))
    }

    /// Ends the names that handlers bound.
    fn forget(&mut self, names: &[String]) -> Vec<Stmt> {
        let unsure: Vec<&String> =
            names.iter().filter(|name| !matches!(self.place(name), names::Place::Local(_))).collect();
        unsure.into_iter().map(|name| Stmt::expr(self.store(name, Expr::path("Value::Unbound")))).collect()
    }

    /// `break` or `continue`.
    pub(crate) fn jump(&mut self, go_on: bool) -> Expr {
        let (mut blocked, mut names) = (false, vec![]);
        let mut out = Expr::unit();
        for frame in self.frame_scope().frames.iter_mut().rev() {
            match frame {
                Frame::Last(label) => {
                    let flow = if go_on { "py::Flow::Continue" } else { "py::Flow::Break" };
                    out = Expr::Break(Some(label.clone()), Some(Box::new(Expr::path(flow))));
                    break;
                }
                Frame::Try(_) => blocked = true,
                Frame::Handler(name) => names.push(name.clone()),
                Frame::Loop(label, needed) => {
                    *needed |= blocked;
                    let label = if *needed { Some(label.clone()) } else { None };
                    out = if go_on { Expr::Continue(label) } else { Expr::Break(label, None) };
                    break;
                }
            }
        }
        let mut stmts = self.forget(&names);
        if stmts.is_empty() {
            return out;
        }
        stmts.push(Stmt::expr(out));
        Expr::Block(batuta_rust_ir::Block::new(stmts))
    }

    /// Comments that stand before `start`, or behind the statement on its line.
    pub(crate) fn take_comments(&mut self, at: TextRange, whole_line: bool) -> Vec<String> {
        let line_end =
            if whole_line { self.lines.start(self.lines.line(at.end) + 1).unwrap_or(u32::MAX) } else { at.start };
        let mut out = vec![];
        while let Some(comment) = self.comments.get(self.next_comment) {
            if comment.start >= line_end {
                break;
            }
            out.push(comment.text.clone());
            self.next_comment += 1;
        }
        out
    }

    pub(crate) fn stmt_at(&self, stmt: Stmt, at: TextRange) -> Stmt {
        stmt.at(self.origin(at))
    }
}

/// Leaves a function, or the body whose `finally` comes first.
fn leave(label: Option<String>, value: Expr) -> Expr {
    match label {
        Some(label) => Expr::Break(Some(label), Some(Box::new(Expr::call_path("py::Flow::Return", vec![value])))),
        None => Expr::return_(Expr::call_path("Ok", vec![value])),
    }
}
