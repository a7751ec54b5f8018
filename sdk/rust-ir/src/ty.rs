//! Types.

/// A Rust type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// `std::rc::Rc<T>`: a path and its generic arguments (on the last segment).
    Path(String, Vec<Type>),
    /// `&T`, `&'a mut T`
    Ref {
        /// With the quote: `'a`.
        lifetime: Option<String>,
        /// `mut`
        mutable: bool,
        /// What it points to.
        to: Box<Type>,
    },
    /// `*const T`, `*mut T`
    Ptr {
        /// `*mut` rather than `*const`.
        mutable: bool,
        /// What it points to.
        to: Box<Type>,
    },
    /// `(A, B)`; empty is the unit type.
    Tuple(Vec<Type>),
    /// `[T]`
    Slice(Box<Type>),
    /// `[T; len]`, the length as Rust text.
    Array(Box<Type>, String),
    /// `unsafe extern "C" fn(A, B) -> R`
    Fn {
        /// What stands before `fn`, such as `unsafe extern "C"`.
        qualifiers: String,
        /// Parameters.
        params: Vec<Type>,
        /// `...` at the end.
        variadic: bool,
        /// Result; none is unit.
        ret: Option<Box<Type>>,
    },
    /// `!`
    Never,
    /// `_`
    Infer,
    /// `dyn A + B`, `impl A`: text that is printed as it is.
    Verbatim(String),
}

impl Type {
    /// A path without arguments.
    pub fn path(path: impl Into<String>) -> Type {
        Type::Path(path.into(), vec![])
    }

    /// A path with arguments.
    pub fn generic(path: impl Into<String>, args: impl IntoIterator<Item = Type>) -> Type {
        Type::Path(path.into(), args.into_iter().collect())
    }

    /// `()`
    pub fn unit() -> Type {
        Type::Tuple(vec![])
    }

    /// `&T`
    pub fn reference(to: Type) -> Type {
        Type::Ref { lifetime: None, mutable: false, to: Box::new(to) }
    }

    /// `&mut T`
    pub fn reference_mut(to: Type) -> Type {
        Type::Ref { lifetime: None, mutable: true, to: Box::new(to) }
    }

    /// `*const T`
    pub fn ptr(to: Type) -> Type {
        Type::Ptr { mutable: false, to: Box::new(to) }
    }

    /// `*mut T`
    pub fn ptr_mut(to: Type) -> Type {
        Type::Ptr { mutable: true, to: Box::new(to) }
    }

    /// `Option<T>`
    pub fn option(inner: Type) -> Type {
        Type::generic("Option", [inner])
    }

    /// `Vec<T>`
    pub fn vec(inner: Type) -> Type {
        Type::generic("Vec", [inner])
    }

    /// `[T; len]`
    pub fn array(inner: Type, len: impl ToString) -> Type {
        Type::Array(Box::new(inner), len.to_string())
    }

    /// Text that is printed as it is.
    pub fn verbatim(text: impl Into<String>) -> Type {
        Type::Verbatim(text.into())
    }

    /// Whether it is `()`.
    pub fn is_unit(&self) -> bool {
        matches!(self, Type::Tuple(parts) if parts.is_empty())
    }
}
