//! The syntax tree of an AWK program.

use batuta_text::TextRange;

/// A program.
#[derive(Clone, Debug, Default)]
pub struct Program {
    /// `BEGIN { … }`, in order.
    pub begin: Vec<Rule>,
    /// `pattern { … }`, in order.
    pub rules: Vec<Rule>,
    /// `END { … }`, in order.
    pub end: Vec<Rule>,
    /// `function name(…) { … }`, in order.
    pub functions: Vec<Function>,
}

/// A pattern with its action.
#[derive(Clone, Debug)]
pub struct Rule {
    /// None matches every record.
    pub pattern: Option<Expr>,
    /// None prints the record.
    pub action: Option<Vec<Stmt>>,
    /// All of it.
    pub range: TextRange,
}

/// A function.
#[derive(Clone, Debug)]
pub struct Function {
    /// Its name.
    pub name: String,
    /// Parameters; those that no call gives are local variables.
    pub params: Vec<String>,
    /// Its statements.
    pub body: Vec<Stmt>,
    /// All of it.
    pub range: TextRange,
}

/// A statement with its place.
#[derive(Clone, Debug)]
pub struct Stmt {
    /// What it is.
    pub kind: StmtKind,
    /// Where it stands.
    pub range: TextRange,
}

/// What a statement is.
#[derive(Clone, Debug)]
pub enum StmtKind {
    /// An expression for its effect.
    Expr(Expr),
    /// `print a, b`; no expression prints the record.
    Print(Vec<Expr>),
    /// `printf format, a, b`
    Printf(Vec<Expr>),
    /// `if (test) … else …`
    If(Expr, Vec<Stmt>, Vec<Stmt>),
    /// `while (test) …`
    While(Expr, Vec<Stmt>),
    /// `do … while (test)`
    Do(Vec<Stmt>, Expr),
    /// `for (start; test; step) …`
    For(Option<Box<Stmt>>, Option<Expr>, Option<Box<Stmt>>, Vec<Stmt>),
    /// `for (key in array) …`
    ForIn(String, String, Vec<Stmt>),
    /// `delete array[key]`, or all of it.
    Delete(String, Vec<Expr>),
    /// `next`
    Next,
    /// `exit code`
    Exit(Option<Expr>),
    /// `return value`
    Return(Option<Expr>),
    /// `break`
    Break,
    /// `continue`
    Continue,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// `1.5`
    Number(f64),
    /// `"text"`
    Text(String),
    /// `/regex/` by itself: does the record match?
    Regex(String),
    /// `name`
    Var(String),
    /// `$n`
    Field(Box<Expr>),
    /// `array[a, b]`
    Item(String, Vec<Expr>),
    /// `target = value`, or with an operator.
    Assign(Option<Arith>, Box<Expr>, Box<Expr>),
    /// `++x`, `x--`: what is added, and whether the new value is given.
    Step(f64, bool, Box<Expr>),
    /// `a + b` and its like.
    Arith(Arith, Box<Expr>, Box<Expr>),
    /// `-x`
    Negate(Box<Expr>),
    /// `+x`
    Plus(Box<Expr>),
    /// `!x`
    Not(Box<Expr>),
    /// `a b`
    Concat(Box<Expr>, Box<Expr>),
    /// `a < b` and its like.
    Compare(Compare, Box<Expr>, Box<Expr>),
    /// `a ~ b`, or `!~`.
    Match(bool, Box<Expr>, Box<Expr>),
    /// `(a, b) in array`
    In(Vec<Expr>, String),
    /// `a && b`
    And(Box<Expr>, Box<Expr>),
    /// `a || b`
    Or(Box<Expr>, Box<Expr>),
    /// `test ? a : b`
    Choice(Box<Expr>, Box<Expr>, Box<Expr>),
    /// A function of AWK's own.
    Builtin(String, Vec<Expr>),
    /// A function of the program.
    Call(String, Vec<Expr>),
}

/// Arithmetic operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its operator
pub enum Arith {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Pow,
}

/// Comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its operator
pub enum Compare {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    Greater,
    GreaterOrEqual,
}
