//! Items: what stands at the level of a module, an impl or a trait.

use crate::{Block, Expr, Pat, Type};
use batuta_text::Origin;

/// A Rust source file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct File {
    /// `//!` lines.
    pub docs: Vec<String>,
    /// Inner attributes without `#![]`, such as `allow(dead_code)`.
    pub attrs: Vec<String>,
    /// In order.
    pub items: Vec<Item>,
}

/// An item with what people said about it and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// Lines of text printed as `// line` above it.
    pub comments: Vec<String>,
    /// Lines of text printed as `/// line`.
    pub docs: Vec<String>,
    /// Outer attributes without `#[]`.
    pub attrs: Vec<String>,
    /// Who sees it.
    pub vis: Visibility,
    /// What it is.
    pub kind: ItemKind,
}

/// Who sees an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Visibility {
    /// Its module.
    #[default]
    Private,
    /// `pub(crate)`
    Crate,
    /// `pub`
    Public,
}

/// What an item is.
#[derive(Clone, Debug, PartialEq)]
pub enum ItemKind {
    /// `fn`
    Function(Function),
    /// `struct`, or `union` when so marked.
    Struct(Struct),
    /// `enum`
    Enum(Enum),
    /// `impl`
    Impl(Impl),
    /// `trait`
    Trait(Trait),
    /// `mod`
    Module(Module),
    /// `use path;`
    Use(String),
    /// `const NAME: ty = value;`
    Const(String, Type, Expr),
    /// `static NAME: ty = value;`, true for `static mut`.
    Static(bool, String, Type, Expr),
    /// `type Name<generics> = ty;`
    Alias(String, Generics, Type),
    /// `unsafe extern "C" { items… }` as Rust text of its declarations.
    Extern(String, Vec<String>),
    /// Rust text of one or more items.
    Verbatim(String),
    /// Nothing but its comments.
    Comment,
}

/// Parameters between `<` and `>`, and conditions behind `where`, each as Rust text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Generics {
    /// `'a`, `T: Clone`, `const N: usize`
    pub params: Vec<String>,
    /// `T: Clone`
    pub conditions: Vec<String>,
}

/// A function.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Function {
    /// What stands before `fn`, such as `unsafe extern "C"`.
    pub qualifiers: String,
    /// A valid identifier.
    pub name: String,
    /// Generics.
    pub generics: Generics,
    /// `self` in its form.
    pub receiver: Option<Receiver>,
    /// Parameters after it.
    pub params: Vec<Param>,
    /// Result; none is unit.
    pub ret: Option<Type>,
    /// None for a declaration in a trait.
    pub body: Option<Block>,
}

/// The form of `self`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receiver {
    /// `self`
    Value,
    /// `mut self`
    ValueMut,
    /// `&self`
    Ref,
    /// `&mut self`
    RefMut,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq)]
pub struct Param {
    /// What it binds.
    pub pat: Pat,
    /// Its type.
    pub ty: Type,
}

/// A struct or union.
#[derive(Clone, Debug, PartialEq)]
pub struct Struct {
    /// `union` rather than `struct`.
    pub union: bool,
    /// A valid identifier.
    pub name: String,
    /// Generics.
    pub generics: Generics,
    /// What it holds.
    pub fields: Fields,
}

/// Fields of a struct or a variant.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Fields {
    /// None.
    #[default]
    Unit,
    /// By position.
    Tuple(Vec<Field>),
    /// By name.
    Named(Vec<Field>),
}

/// One field; the name is empty in tuples.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// Comment lines above it.
    pub comments: Vec<String>,
    /// `///` lines.
    pub docs: Vec<String>,
    /// Who sees it.
    pub vis: Visibility,
    /// A valid identifier.
    pub name: String,
    /// Its type.
    pub ty: Type,
}

/// An enum.
#[derive(Clone, Debug, PartialEq)]
pub struct Enum {
    /// A valid identifier.
    pub name: String,
    /// Generics.
    pub generics: Generics,
    /// In order.
    pub variants: Vec<Variant>,
}

/// One variant.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// Comment lines above it.
    pub comments: Vec<String>,
    /// `///` lines.
    pub docs: Vec<String>,
    /// Outer attributes without `#[]`.
    pub attrs: Vec<String>,
    /// A valid identifier.
    pub name: String,
    /// What it holds.
    pub fields: Fields,
    /// `= value`
    pub value: Option<Expr>,
}

/// An implementation.
#[derive(Clone, Debug, PartialEq)]
pub struct Impl {
    /// Generics.
    pub generics: Generics,
    /// The trait, none for an inherent one.
    pub of: Option<Type>,
    /// The type.
    pub for_: Type,
    /// Functions, constants, types.
    pub items: Vec<Item>,
}

/// A trait.
#[derive(Clone, Debug, PartialEq)]
pub struct Trait {
    /// A valid identifier.
    pub name: String,
    /// Generics.
    pub generics: Generics,
    /// Supertraits as Rust text.
    pub supers: Vec<String>,
    /// Functions, constants, types.
    pub items: Vec<Item>,
}

/// A module: in its own file when it has no items here.
#[derive(Clone, Debug, PartialEq)]
pub struct Module {
    /// A valid identifier.
    pub name: String,
    /// `mod name { … }`
    pub items: Option<Vec<Item>>,
}

impl File {
    /// Items without docs and attributes.
    pub fn new(items: Vec<Item>) -> File {
        File { items, ..File::default() }
    }
}

impl Item {
    /// From a kind; private, without comments and origin.
    pub fn new(kind: ItemKind) -> Item {
        Item { origin: None, comments: vec![], docs: vec![], attrs: vec![], vis: Visibility::Private, kind }
    }

    /// A function.
    pub fn function(function: Function) -> Item {
        Item::new(ItemKind::Function(function))
    }

    /// `use path;`
    pub fn use_(path: impl Into<String>) -> Item {
        Item::new(ItemKind::Use(path.into()))
    }

    /// `mod name;`
    pub fn module(name: impl Into<String>) -> Item {
        Item::new(ItemKind::Module(Module { name: name.into(), items: None }))
    }

    /// `const NAME: ty = value;`
    pub fn const_(name: impl Into<String>, ty: Type, value: Expr) -> Item {
        Item::new(ItemKind::Const(name.into(), ty, value))
    }

    /// Rust text of one or more items.
    pub fn verbatim(text: impl Into<String>) -> Item {
        Item::new(ItemKind::Verbatim(text.into()))
    }

    /// With a place in the source.
    pub fn at(mut self, origin: Origin) -> Item {
        self.origin = Some(origin);
        self
    }

    /// With this visibility.
    pub fn vis(mut self, vis: Visibility) -> Item {
        self.vis = vis;
        self
    }

    /// With one more `///` line.
    pub fn doc(mut self, line: impl Into<String>) -> Item {
        self.docs.push(line.into());
        self
    }

    /// With one more comment line above it.
    pub fn comment(mut self, line: impl Into<String>) -> Item {
        self.comments.push(line.into());
        self
    }

    /// With one more attribute, written without `#[]`.
    pub fn attr(mut self, text: impl Into<String>) -> Item {
        self.attrs.push(text.into());
        self
    }
}

impl Function {
    /// Without parameters, with an empty body.
    pub fn new(name: impl Into<String>) -> Function {
        Function { name: name.into(), body: Some(Block::default()), ..Function::default() }
    }

    /// With one more parameter.
    pub fn param(mut self, pat: Pat, ty: Type) -> Function {
        self.params.push(Param { pat, ty });
        self
    }

    /// With a receiver.
    pub fn receiver(mut self, receiver: Receiver) -> Function {
        self.receiver = Some(receiver);
        self
    }

    /// With a result; unit is left out.
    pub fn ret(mut self, ty: Type) -> Function {
        self.ret = if ty.is_unit() { None } else { Some(ty) };
        self
    }

    /// With this body.
    pub fn body(mut self, body: Block) -> Function {
        self.body = Some(body);
        self
    }
}

impl Field {
    /// A field without comments.
    pub fn new(vis: Visibility, name: impl Into<String>, ty: Type) -> Field {
        Field { comments: vec![], docs: vec![], vis, name: name.into(), ty }
    }
}

impl Variant {
    /// A variant without comments and value.
    pub fn new(name: impl Into<String>, fields: Fields) -> Variant {
        Variant { comments: vec![], docs: vec![], attrs: vec![], name: name.into(), fields, value: None }
    }
}
