//! The typed form of C that everything after the front works on.
//!
//! Names are resolved, conversions are explicit and every node knows where it comes from. Nothing here refers to the crate that
//! parses C, so another front would only have to build this.

mod expr;
mod item;
mod stmt;
mod types;

pub(crate) mod visit;
pub(crate) mod visit_mut;

pub(crate) use expr::{Binary, Builtin, Callee, Comparison, Expr, ExprKind, Logical, Place, PlaceKind};
pub(crate) use item::{Body, Function, Global, Lent, Local, Program, Runs, Storage, StringLit};
pub(crate) use stmt::{Block, CaseRange, Exit, Graph, Group, LabelRef, Stmt, StmtKind, Switch, Terminator};
pub(crate) use types::{BitField, Field, Int, Record, Signature, StorageField, Type};

/// A named object: a local, a parameter, a static local or a global.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct ObjectId(pub u32);

/// A function, defined here or only declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FunctionId(pub u32);

/// A `struct` or `union`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct RecordId(pub u32);
