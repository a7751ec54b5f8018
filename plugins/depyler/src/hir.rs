//! The Python program as the converter sees it: few node kinds, plain names, a range on every node.

use batuta_text::TextRange;

/// An expression.
#[derive(Clone, Debug)]
pub struct Expr {
    /// Where it stands.
    pub at: TextRange,
    /// What it is.
    pub kind: ExprKind,
}

/// Infix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its Python operator")]
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    Shl,
    Shr,
    And,
    Or,
    Xor,
    MatMul,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its Python operator")]
pub enum CmpOp {
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
    Is,
    IsNot,
    In,
    NotIn,
}

/// Prefix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its Python operator")]
pub enum UnaryOp {
    Neg,
    Plus,
    Invert,
    Not,
}

/// What an expression is.
#[derive(Clone, Debug)]
pub enum ExprKind {
    /// `None`
    None,
    /// `True`, `False`
    Bool(bool),
    /// `...`
    Ellipsis,
    /// Decimal digits
    Int(String),
    /// A float
    Float(f64),
    /// `2j`
    Imaginary(f64),
    /// Text
    Str(String),
    /// Bytes
    Bytes(Vec<u8>),
    /// An f-string
    Format(Vec<FormatPart>),
    /// A name
    Name(String),
    /// `base.name`
    Attr(Box<Expr>, String),
    /// `base[index]`
    Item(Box<Expr>, Box<Expr>),
    /// `a:b:c` in a subscript
    Slice(Option<Box<Expr>>, Option<Box<Expr>>, Option<Box<Expr>>),
    /// `f(…)`
    Call(Box<Expr>, Vec<Arg>),
    /// `a + b`
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `-a`
    Unary(UnaryOp, Box<Expr>),
    /// `a and b`: true for `and`
    Logic(bool, Vec<Expr>),
    /// `a < b <= c`
    Compare(Box<Expr>, Vec<(CmpOp, Expr)>),
    /// `then if test else otherwise`: test, then, otherwise
    If(Box<Expr>, Box<Expr>, Box<Expr>),
    /// `lambda`
    Lambda(Box<Function>),
    /// `[a, *b]`
    List(Vec<Expr>),
    /// `(a, *b)`
    Tuple(Vec<Expr>),
    /// `{a, *b}`
    Set(Vec<Expr>),
    /// `{k: v, **d}`
    Dict(Vec<(Option<Expr>, Expr)>),
    /// A comprehension
    Comp(Box<Comp>),
    /// `yield a`
    Yield(Option<Box<Expr>>),
    /// `yield from a`
    YieldFrom(Box<Expr>),
    /// `*a` in a display, a call or a target
    Star(Box<Expr>),
    /// `(name := value)`
    Walrus(String, Box<Expr>),
    /// What is not converted, and why
    Refused(batuta_diagnostics::Code, String),
}

/// A part of an f-string.
#[derive(Clone, Debug)]
pub enum FormatPart {
    /// Text
    Text(String),
    /// `{value!conversion:spec}`
    Value(Expr, char, Vec<FormatPart>),
}

/// An argument of a call.
#[derive(Clone, Debug)]
pub enum Arg {
    /// By position, `Star` among them
    Pos(Expr),
    /// `name=value`
    Named(String, Expr),
    /// `**value`
    Mapping(Expr),
}

/// The kind of a comprehension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its Python display")]
pub enum CompKind {
    List,
    Set,
    Dict,
    Generator,
    /// `any(… for …)`
    Any,
    /// `all(… for …)`
    All,
    /// The key function of `sorted`, `min` or `max`, computed in place: its target is the parameter, it iterates over nothing
    Key,
}

/// A comprehension.
#[derive(Clone, Debug)]
pub struct Comp {
    /// What it makes.
    pub kind: CompKind,
    /// The element, or the key.
    pub element: Expr,
    /// The value of a dictionary's entry.
    pub value: Option<Expr>,
    /// `for … in … if …`
    pub loops: Vec<CompLoop>,
}

/// One `for` of a comprehension.
#[derive(Clone, Debug)]
pub struct CompLoop {
    /// What is bound.
    pub target: Expr,
    /// What is iterated.
    pub iter: Expr,
    /// Conditions.
    pub tests: Vec<Expr>,
}

/// A parameter's kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is its Python form")]
pub enum ParamKind {
    PositionalOnly,
    Normal,
    Rest,
    KeywordOnly,
    Keywords,
}

/// A parameter.
#[derive(Clone, Debug)]
pub struct Param {
    /// Its name.
    pub name: String,
    /// How it takes its argument.
    pub kind: ParamKind,
    /// Its default value.
    pub default: Option<Expr>,
    /// The annotation as written.
    pub note: Option<String>,
}

/// A function or lambda.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name; `<lambda>` for lambdas.
    pub name: String,
    /// Parameters.
    pub params: Vec<Param>,
    /// Statements; a lambda has one `return`.
    pub body: Vec<Stmt>,
    /// Outermost first.
    pub decorators: Vec<Expr>,
    /// The docstring.
    pub doc: Option<String>,
    /// Whether it yields.
    pub generator: bool,
    /// Whether it is an `async def`.
    pub asynchronous: bool,
    /// The result's annotation as written.
    pub note: Option<String>,
}

/// A class.
#[derive(Clone, Debug)]
pub struct Class {
    /// Its name.
    pub name: String,
    /// Bases and keywords.
    pub args: Vec<Arg>,
    /// Statements.
    pub body: Vec<Stmt>,
    /// Outermost first.
    pub decorators: Vec<Expr>,
    /// The docstring.
    pub doc: Option<String>,
}

/// A statement.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// Where it stands.
    pub at: TextRange,
    /// What it is.
    pub kind: StmtKind,
}

/// An `except` clause.
#[derive(Clone, Debug)]
pub struct Handler {
    /// Where it stands.
    pub at: TextRange,
    /// What it catches; everything when none.
    pub class: Option<Expr>,
    /// `as name`
    pub name: Option<String>,
    /// What it does.
    pub body: Vec<Stmt>,
}

/// A `case` of a `match`.
#[derive(Clone, Debug)]
pub struct Case {
    /// What it matches.
    pub pattern: Pattern,
    /// `if guard`
    pub guard: Option<Expr>,
    /// What it does.
    pub body: Vec<Stmt>,
}

/// A pattern.
#[derive(Clone, Debug)]
pub enum Pattern {
    /// Equal to a value
    Value(Expr),
    /// `None`, `True`, `False`
    Same(Expr),
    /// `[a, *b]`: patterns before, the star's name (none for no star, an empty one for `*_`), patterns after
    Sequence(Vec<Pattern>, Option<String>, Vec<Pattern>),
    /// `{k: p, **rest}`
    Mapping(Vec<(Expr, Pattern)>, Option<String>),
    /// `Class(p, name=p)`
    Class(Expr, Vec<Pattern>, Vec<(String, Pattern)>),
    /// `p as name`, `name`, `_`
    As(Option<Box<Pattern>>, Option<String>),
    /// `a | b`
    Or(Vec<Pattern>),
}

/// An import.
#[derive(Clone, Debug)]
pub struct Import {
    /// The module as written, without leading dots.
    pub module: String,
    /// Leading dots.
    pub level: u32,
    /// `from`: names with what they are bound to; none for `import module`.
    pub names: Option<Vec<(String, String)>>,
    /// `import module as alias`
    pub alias: Option<String>,
}

/// What a statement is.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// An expression for its effect
    Expr(Expr),
    /// `a = b = value`
    Assign(Vec<Expr>, Expr),
    /// `target += value`
    AugAssign(BinOp, Expr, Expr),
    /// `target: note = value`
    AnnAssign(Expr, String, Option<Expr>),
    /// `return`
    Return(Option<Expr>),
    /// `del`
    Delete(Vec<Expr>),
    /// `if`: test, then, otherwise
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    /// `while`: test, body, else
    While(Expr, Vec<Stmt>, Vec<Stmt>),
    /// `for`: target, iterable, body, else
    For(Expr, Expr, Vec<Stmt>, Vec<Stmt>),
    /// `try`: body, handlers, else, finally
    Try(Vec<Stmt>, Vec<Handler>, Vec<Stmt>, Vec<Stmt>),
    /// `with`: managers with targets, body
    With(Vec<(Expr, Option<Expr>)>, Vec<Stmt>),
    /// `match`
    Match(Expr, Vec<Case>),
    /// `raise value from cause`
    Raise(Option<Expr>, Option<Expr>),
    /// `assert test, message`
    Assert(Expr, Option<Expr>),
    /// `def`
    Function(Box<Function>),
    /// `class`
    Class(Box<Class>),
    /// `import`, `from`
    Import(Vec<Import>),
    /// `global`
    Global(Vec<String>),
    /// `nonlocal`
    Nonlocal(Vec<String>),
    /// `break`
    Break,
    /// `continue`
    Continue,
    /// `pass`
    Pass,
    /// What is not converted, and why
    Refused(batuta_diagnostics::Code, String),
}

/// A comment with its place.
#[derive(Clone, Debug)]
pub struct Comment {
    /// Where it starts.
    pub start: u32,
    /// Without `#` and the blank after it.
    pub text: String,
}

/// A module.
#[derive(Clone, Debug, Default)]
pub struct Module {
    /// The docstring.
    pub doc: Option<String>,
    /// Statements.
    pub body: Vec<Stmt>,
    /// Comments in order.
    pub comments: Vec<Comment>,
}
