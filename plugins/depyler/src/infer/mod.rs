//! Whole-module type inference: what every variable, element, field and result can hold.
//!
//! Flow-insensitive, by union of type variables for what is inside containers, repeated until nothing changes. What dynamic code can
//! see and change becomes dynamic everywhere; when in doubt a value is dynamic.

mod builtin;
mod call;
pub(crate) mod causes;
mod class;
mod dataclass;
mod engine;
mod expr;
mod family;
mod growth;
mod known;
mod library;
mod method;
pub(crate) mod rules;
mod special;
mod stmt;
mod tidy;
pub(crate) mod types;

use crate::facts::Facts;
use crate::hir::{Expr, Function, Module};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::mem::Discriminant;
pub(crate) use types::{Kind, T};

/// Which expression: its place and kind.
pub(crate) type Key = (u32, u32, Discriminant<crate::hir::ExprKind>);

/// The key of an expression.
pub(crate) fn key(e: &Expr) -> Key {
    (e.at.start, e.at.end, std::mem::discriminant(&e.kind))
}

/// The scope of a module's statements.
pub(crate) const MODULE: u32 = u32::MAX;
/// A scope without native variables.
pub(crate) const NOWHERE: u32 = u32::MAX - 1;

/// The scope of a function, by the place of its first statement.
pub(crate) fn scope_of(f: &Function) -> u32 {
    if f.name == "<genexpr>" {
        return NOWHERE;
    }
    if let Some(n) = crate::doctests::number(&f.name) {
        // Its statements have no place of their own.
        return NOWHERE - 1 - n;
    }
    f.body.first().map_or(NOWHERE, |s| s.at.start)
}

/// The native signature of a function.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Signature {
    pub params: Vec<T>,
    pub ret: T,
}

/// A class whose instances are native.
#[derive(Clone, Debug)]
pub(crate) struct ClassTypes {
    pub name: String,
    /// As it is lowered: what decorators do is written out.
    pub class: std::rc::Rc<crate::hir::Class>,
    /// The classes of the family.
    pub members: BTreeMap<String, family::Member>,
    /// Fields that may have no value yet.
    pub checked: BTreeSet<String>,
    /// Literals that the class binds.
    pub constants: BTreeMap<String, Expr>,
    /// Methods that are read like fields.
    pub properties: BTreeSet<String>,
    /// Functions without an instance.
    pub statics: BTreeSet<String>,
    /// Fields in order of their names.
    pub fields: Vec<(String, T)>,
    pub methods: BTreeMap<String, Signature>,
}

/// What inference found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Types {
    pub exprs: HashMap<Key, T>,
    pub vars: HashMap<(u32, String), T>,
    pub functions: BTreeMap<String, Signature>,
    /// None for dynamic ones.
    pub classes: Vec<Option<ClassTypes>>,
    pub class_names: BTreeMap<String, usize>,
    /// Why expressions are dynamic, where that is kept.
    pub causes: HashMap<Key, std::rc::Rc<str>>,
}

/// Infers the types of a module. `statics` are its functions that calls reach directly, `globals` names that functions share,
/// `forced` expressions that must be dynamic.
pub(crate) fn infer(
    m: &Module,
    facts: &Facts,
    statics: &BTreeMap<String, Function>,
    globals: &BTreeSet<String>,
    forced: &HashSet<Key>,
) -> Option<Types> {
    engine::Engine::new(facts, statics, globals, forced).run(m)
}

pub(crate) use builtin::iterator_method;
pub(crate) use call::{Key as KeyFunction, inline_key, key_of};
pub(crate) use class::{class_asked, without_self};
pub(crate) use dataclass::made_anew;
pub(crate) use expr::positional;
pub(crate) use family::{COUNTED, KIND, NAME};
pub(crate) use known::looks as method_looks;
pub(crate) use library::looks as library_looks;
pub(crate) use special::{binary_name, compare_name, unary_name};
pub(crate) use stmt::falls_off;
