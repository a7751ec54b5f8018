//! What a unit is made of.

use super::{Block, Expr, FunctionId, Graph, ObjectId, Record, RecordId, Signature, Type};
use batuta_diagnostics::Code;
use batuta_text::Origin;
use std::collections::BTreeMap;

/// Where an object lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Storage {
    /// A local or a parameter.
    Automatic,
    /// In this unit, for the whole run.
    Static {
        /// Other units can see it.
        exported: bool,
    },
    /// One per thread.
    ThreadLocal,
    /// In another unit or in the C library.
    Extern,
}

/// A named object.
#[derive(Clone, Debug)]
pub(crate) struct Local {
    /// As written; for a static local, made unique.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// Where it lives.
    pub storage: Storage,
    /// `const`
    pub constant: bool,
    /// Declared in a header of the C library.
    pub library: bool,
    /// Alignment beyond that of the type.
    pub align: Option<u64>,
    /// It is longer than the type that it was declared with: its initialiser fills a flexible array member.
    pub longer: bool,
    /// Where it is declared.
    pub origin: Origin,
}

/// An object of static storage with its first value.
#[derive(Clone, Debug)]
pub(crate) struct Global {
    /// The object.
    pub object: ObjectId,
    /// A constant expression.
    pub init: Expr,
}

/// The characters of a string literal without the terminating zero, and their width in bytes.
#[derive(Clone, Debug)]
pub(crate) struct StringLit {
    /// Code units.
    pub values: Vec<u32>,
    /// Type of one of them.
    pub element: Type,
}

/// A function.
#[derive(Clone, Debug)]
pub(crate) struct Function {
    /// As written.
    pub name: String,
    /// Its type.
    pub signature: Signature,
    /// Parameters, when it is defined here.
    pub params: Vec<ObjectId>,
    /// `static`
    pub private: bool,
    /// Never returns.
    pub noreturn: bool,
    /// Without being called.
    pub runs: Option<Runs>,
    /// None: only declared.
    pub body: Option<Body>,
    /// Declared in a header of the C library.
    pub library: bool,
    /// Where its name is declared.
    pub origin: Origin,
}

/// When a function runs without being called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Runs {
    /// Before `main`.
    Before,
    /// When the program exits.
    After,
}

/// What a function does.
#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// Statements.
    Blocks(Block),
    /// Basic blocks.
    Graph(Graph),
    /// Refused as a whole: why, and where when it is not the function as such.
    Refused(Code, String, Option<Origin>),
}

/// How a parameter is lent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Lent {
    /// As a slice; else as a reference to one value.
    pub slice: bool,
    /// It can be written.
    pub mutable: bool,
}

/// A translation unit.
#[derive(Clone, Debug, Default)]
pub(crate) struct Program {
    /// Types with a tag.
    pub records: Vec<Record>,
    /// All objects.
    pub objects: Vec<Local>,
    /// Those defined here with static storage.
    pub globals: Vec<Global>,
    /// Defined and declared functions.
    pub functions: Vec<Function>,
    /// String literals.
    pub strings: Vec<StringLit>,
    /// Parameters that are references or slices.
    pub lent: BTreeMap<ObjectId, Lent>,
    /// What no single place stands for: the program refuses to start.
    pub fatal: Vec<(Code, String, Origin)>,
}

impl Program {
    /// An object by id.
    pub(crate) fn object(&self, id: ObjectId) -> &Local {
        &self.objects[id.0 as usize]
    }

    /// A function by id.
    pub(crate) fn function(&self, id: FunctionId) -> &Function {
        &self.functions[id.0 as usize]
    }

    /// A record by id.
    pub(crate) fn record(&self, id: RecordId) -> &Record {
        &self.records[id.0 as usize]
    }
}
