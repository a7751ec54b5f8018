//! Expressions and their constructors.

use crate::{Block, Pat, Type};
use batuta_text::Origin;

/// A Rust expression. Parentheses are added by the printer where precedence asks for them.
#[derive(Clone, Debug, PartialEq)]
pub enum Expr {
    /// A literal.
    Lit(Literal),
    /// A variable, constant or function: text such as `x`, `self`, `Vec::<i64>::new`.
    Path(String),
    /// `f(args…)`
    Call(Box<Expr>, Vec<Expr>),
    /// `receiver.name::<types…>(args…)`
    Method(Box<Expr>, String, Vec<Type>, Vec<Expr>),
    /// `base.name`, also `base.0`
    Field(Box<Expr>, String),
    /// `base[index]`
    Index(Box<Expr>, Box<Expr>),
    /// `-x`, `!x`, `*x`
    Unary(UnOp, Box<Expr>),
    /// `a + b`
    Binary(BinOp, Box<Expr>, Box<Expr>),
    /// `target = value`
    Assign(Box<Expr>, Box<Expr>),
    /// `target += value`
    AssignOp(BinOp, Box<Expr>, Box<Expr>),
    /// `x as T`
    Cast(Box<Expr>, Type),
    /// `&x`, `&mut x`
    Ref(bool, Box<Expr>),
    /// `&raw const x`, `&raw mut x`
    RawRef(bool, Box<Expr>),
    /// `{ … }`
    Block(Block),
    /// `'label: { … }`; the label without its quote.
    LabeledBlock(String, Block),
    /// `unsafe { … }`
    Unsafe(Block),
    /// `if cond { … } else …`; the else part is a block or another `if`.
    If(Box<Expr>, Block, Option<Box<Expr>>),
    /// `let pat = value` inside a condition.
    Let(Pat, Box<Expr>),
    /// `match value { arms… }`
    Match(Box<Expr>, Vec<Arm>),
    /// `'label: loop { … }`
    Loop(Option<String>, Block),
    /// `'label: while cond { … }`
    While(Option<String>, Box<Expr>, Block),
    /// `'label: for pat in iter { … }`
    For(Option<String>, Pat, Box<Expr>, Block),
    /// `break 'label value`
    Break(Option<String>, Option<Box<Expr>>),
    /// `continue 'label`
    Continue(Option<String>),
    /// `return value`
    Return(Option<Box<Expr>>),
    /// `move |params| -> ret body`
    Closure(Closure),
    /// `(a, b)`; one part gives `(a,)`, none the unit.
    Tuple(Vec<Expr>),
    /// `[a, b]`
    Array(Vec<Expr>),
    /// `[value; len]`
    Repeat(Box<Expr>, Box<Expr>),
    /// `Path { fields…, ..rest }`
    Struct(String, Vec<FieldInit>, Option<Box<Expr>>),
    /// `a..b`, `a..=b`; either end may be missing.
    Range(Option<Box<Expr>>, Option<Box<Expr>>, bool),
    /// `x?`
    Try(Box<Expr>),
    /// `name!(args…)`; `vec` is printed with brackets.
    Macro(String, Vec<Expr>),
    /// Rust text that is one atomic or parenthesised expression, printed as it is.
    Verbatim(String),
}

/// A literal.
#[derive(Clone, Debug, PartialEq)]
pub enum Literal {
    /// An integer with an optional type suffix such as `i64`.
    Int(i128, Option<&'static str>),
    /// Digits that exceed `i128`, or a chosen spelling such as `0xff_u8`.
    IntText(String),
    /// A float, printed so that it reads back the same; with suffix `f32` when asked for.
    Float(f64, Option<&'static str>),
    /// A string.
    Str(String),
    /// A byte string.
    ByteStr(Vec<u8>),
    /// A C string without its final NUL; inner NULs are the caller's mistake and are dropped.
    CStr(Vec<u8>),
    /// A character.
    Char(char),
    /// `b'x'`
    Byte(u8),
    /// A truth value.
    Bool(bool),
}

/// Prefix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnOp {
    /// `-`
    Neg,
    /// `!`
    Not,
    /// `*`
    Deref,
}

/// Infix operators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)] // each is its Rust operator
pub enum BinOp {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    Shl,
    Shr,
    BitAnd,
    BitOr,
    BitXor,
    And,
    Or,
    Eq,
    Ne,
    Lt,
    Le,
    Gt,
    Ge,
}

/// One arm of a `match`.
#[derive(Clone, Debug, PartialEq)]
pub struct Arm {
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// Comment lines above it.
    pub comments: Vec<String>,
    /// What it matches.
    pub pat: Pat,
    /// `if guard`
    pub guard: Option<Expr>,
    /// What it gives.
    pub body: Expr,
}

/// A closure.
#[derive(Clone, Debug, PartialEq)]
pub struct Closure {
    /// `move`
    pub move_: bool,
    /// Parameters with written types.
    pub params: Vec<(Pat, Option<Type>)>,
    /// Written result type; the body is then printed as a block.
    pub ret: Option<Type>,
    /// What it computes.
    pub body: Box<Expr>,
}

/// `name: value` in a struct expression; printed short when the value is a variable of that name.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldInit {
    /// The field.
    pub name: String,
    /// Its value.
    pub value: Expr,
}

impl Arm {
    /// `pat => body`
    pub fn new(pat: Pat, body: Expr) -> Arm {
        Arm { origin: None, comments: vec![], pat, guard: None, body }
    }

    /// With `if guard`.
    pub fn guard(mut self, guard: Expr) -> Arm {
        self.guard = Some(guard);
        self
    }
}

impl Expr {
    /// A variable, constant or function.
    pub fn path(path: impl Into<String>) -> Expr {
        Expr::Path(path.into())
    }

    /// `self`
    pub fn self_() -> Expr {
        Expr::path("self")
    }

    /// An integer without suffix.
    pub fn int(value: i128) -> Expr {
        Expr::Lit(Literal::Int(value, None))
    }

    /// An integer with a suffix such as `"i64"`.
    pub fn int_as(value: i128, suffix: &'static str) -> Expr {
        Expr::Lit(Literal::Int(value, Some(suffix)))
    }

    /// A float without suffix.
    pub fn float(value: f64) -> Expr {
        Expr::Lit(Literal::Float(value, None))
    }

    /// A string literal.
    pub fn str(value: impl Into<String>) -> Expr {
        Expr::Lit(Literal::Str(value.into()))
    }

    /// `true` or `false`
    pub fn bool(value: bool) -> Expr {
        Expr::Lit(Literal::Bool(value))
    }

    /// `()`
    pub fn unit() -> Expr {
        Expr::Tuple(vec![])
    }

    /// `f(args…)`
    pub fn call(f: Expr, args: Vec<Expr>) -> Expr {
        Expr::Call(Box::new(f), args)
    }

    /// `path(args…)`
    pub fn call_path(path: impl Into<String>, args: Vec<Expr>) -> Expr {
        Expr::call(Expr::path(path), args)
    }

    /// `self.name(args…)`
    pub fn method(self, name: impl Into<String>, args: Vec<Expr>) -> Expr {
        Expr::Method(Box::new(self), name.into(), vec![], args)
    }

    /// `self.name::<types…>(args…)`
    pub fn method_of(self, name: impl Into<String>, types: Vec<Type>, args: Vec<Expr>) -> Expr {
        Expr::Method(Box::new(self), name.into(), types, args)
    }

    /// `self.name`
    pub fn field(self, name: impl Into<String>) -> Expr {
        Expr::Field(Box::new(self), name.into())
    }

    /// `self[index]`
    pub fn index(self, index: Expr) -> Expr {
        Expr::Index(Box::new(self), Box::new(index))
    }

    /// `a op b`
    pub fn binary(op: BinOp, a: Expr, b: Expr) -> Expr {
        Expr::Binary(op, Box::new(a), Box::new(b))
    }

    /// `op a`
    pub fn unary(op: UnOp, a: Expr) -> Expr {
        Expr::Unary(op, Box::new(a))
    }

    /// `!self`
    pub fn not_(self) -> Expr {
        Expr::unary(UnOp::Not, self)
    }

    /// `*self`
    pub fn deref_(self) -> Expr {
        Expr::unary(UnOp::Deref, self)
    }

    /// `&self`
    pub fn ref_(self) -> Expr {
        Expr::Ref(false, Box::new(self))
    }

    /// `&mut self`
    pub fn ref_mut(self) -> Expr {
        Expr::Ref(true, Box::new(self))
    }

    /// `self as ty`
    pub fn cast(self, ty: Type) -> Expr {
        Expr::Cast(Box::new(self), ty)
    }

    /// `self?`
    pub fn try_(self) -> Expr {
        Expr::Try(Box::new(self))
    }

    /// `name!(args…)`
    pub fn macro_call(name: impl Into<String>, args: Vec<Expr>) -> Expr {
        Expr::Macro(name.into(), args)
    }

    /// `if cond { then } else { otherwise }`; pass `None` for no else.
    pub fn if_(cond: Expr, then: Block, otherwise: Option<Block>) -> Expr {
        Expr::If(Box::new(cond), then, otherwise.map(|block| Box::new(Expr::Block(block))))
    }

    /// `match value { arms… }`
    pub fn match_(value: Expr, arms: Vec<Arm>) -> Expr {
        Expr::Match(Box::new(value), arms)
    }

    /// `|params| body`
    pub fn closure(params: Vec<Pat>, body: Expr) -> Expr {
        let params = params.into_iter().map(|pat| (pat, None)).collect();
        Expr::Closure(Closure { move_: false, params, ret: None, body: Box::new(body) })
    }

    /// `return value`
    pub fn return_(value: impl Into<Option<Expr>>) -> Expr {
        Expr::Return(value.into().map(Box::new))
    }

    /// Rust text, printed as it is; it must be atomic or bring its own parentheses.
    pub fn verbatim(text: impl Into<String>) -> Expr {
        Expr::Verbatim(text.into())
    }

    /// Whether it ends with `}` and needs no semicolon as a statement.
    pub fn is_block_like(&self) -> bool {
        matches!(
            self,
            Expr::Block(_)
                | Expr::LabeledBlock(..)
                | Expr::Unsafe(_)
                | Expr::If(..)
                | Expr::Match(..)
                | Expr::Loop(..)
                | Expr::While(..)
                | Expr::For(..)
        )
    }
}

impl BinOp {
    /// As it is written.
    pub fn symbol(self) -> &'static str {
        match self {
            BinOp::Add => "+",
            BinOp::Sub => "-",
            BinOp::Mul => "*",
            BinOp::Div => "/",
            BinOp::Rem => "%",
            BinOp::Shl => "<<",
            BinOp::Shr => ">>",
            BinOp::BitAnd => "&",
            BinOp::BitOr => "|",
            BinOp::BitXor => "^",
            BinOp::And => "&&",
            BinOp::Or => "||",
            BinOp::Eq => "==",
            BinOp::Ne => "!=",
            BinOp::Lt => "<",
            BinOp::Le => "<=",
            BinOp::Gt => ">",
            BinOp::Ge => ">=",
        }
    }

    /// Whether it gives a truth value from two operands of one type.
    pub fn is_comparison(self) -> bool {
        matches!(self, BinOp::Eq | BinOp::Ne | BinOp::Lt | BinOp::Le | BinOp::Gt | BinOp::Ge)
    }
}
