//! Patterns.

use crate::Expr;

/// A Rust pattern.
#[derive(Clone, Debug, PartialEq)]
pub enum Pat {
    /// `x`, `mut x`, `ref x`
    Name {
        /// The binding, already a valid identifier.
        name: String,
        /// `mut`
        mutable: bool,
        /// `ref`
        by_ref: bool,
    },
    /// `_`
    Wild,
    /// `..`
    Rest,
    /// A constant: a literal or a path.
    Const(Box<Expr>),
    /// `a..=b`; either end may be missing.
    Range(Option<Box<Expr>>, Option<Box<Expr>>),
    /// `(a, b)`
    Tuple(Vec<Pat>),
    /// `[a, b, ..]`
    Slice(Vec<Pat>),
    /// `Some(x)`; without parts the path alone.
    TupleStruct(String, Vec<Pat>),
    /// `Point { x, y: pat, .. }`; true for the two dots.
    Struct(String, Vec<(String, Pat)>, bool),
    /// `&p`
    Ref(Box<Pat>),
    /// `a | b`
    Or(Vec<Pat>),
    /// `x @ p`
    At(String, Box<Pat>),
    /// Text that is printed as it is.
    Verbatim(String),
}

impl Pat {
    /// `name`
    pub fn name(name: impl Into<String>) -> Pat {
        Pat::Name { name: name.into(), mutable: false, by_ref: false }
    }

    /// `mut name`
    pub fn name_mut(name: impl Into<String>) -> Pat {
        Pat::Name { name: name.into(), mutable: true, by_ref: false }
    }

    /// A path such as `None` or `Color::Red`.
    pub fn path(path: impl Into<String>) -> Pat {
        Pat::TupleStruct(path.into(), vec![])
    }

    /// `Path(parts…)`
    pub fn tuple_struct(path: impl Into<String>, parts: impl IntoIterator<Item = Pat>) -> Pat {
        Pat::TupleStruct(path.into(), parts.into_iter().collect())
    }

    /// An integer.
    pub fn int(value: i128) -> Pat {
        Pat::Const(Box::new(Expr::int(value)))
    }

    /// A string.
    pub fn str(value: impl Into<String>) -> Pat {
        Pat::Const(Box::new(Expr::str(value)))
    }
}
