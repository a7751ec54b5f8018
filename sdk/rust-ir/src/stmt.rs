//! Statements and blocks.

use crate::{Expr, Item, Pat, Type};
use batuta_text::Origin;

/// Statements, and the value of the last expression.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// In order.
    pub stmts: Vec<Stmt>,
    /// The value; none is `()`.
    pub tail: Option<Box<Expr>>,
    /// Where the tail comes from.
    pub tail_origin: Option<Origin>,
}

/// One statement with what people said about it and where it comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct Stmt {
    /// Where it comes from.
    pub origin: Option<Origin>,
    /// Lines of text printed as `// line` above it.
    pub comments: Vec<String>,
    /// What it is.
    pub kind: StmtKind,
}

/// What a statement is.
#[derive(Clone, Debug, PartialEq)]
pub enum StmtKind {
    /// `let pat: ty = init else { … };`
    Let {
        /// What is bound.
        pat: Pat,
        /// Written type.
        ty: Option<Type>,
        /// First value.
        init: Option<Expr>,
        /// Taken when `pat` does not match.
        else_: Option<Block>,
    },
    /// An expression for its effect; a semicolon is printed unless it is a block-like expression of type `()`.
    Expr(Expr),
    /// An item inside a function.
    Item(Box<Item>),
    /// Nothing but its comments.
    Comment,
}

impl Block {
    /// Statements without a value.
    pub fn new(stmts: Vec<Stmt>) -> Block {
        Block { stmts, tail: None, tail_origin: None }
    }

    /// Nothing but a value.
    pub fn value(tail: Expr) -> Block {
        Block { stmts: vec![], tail: Some(Box::new(tail)), tail_origin: None }
    }

    /// With this value.
    pub fn tail(mut self, tail: Expr) -> Block {
        self.tail = Some(Box::new(tail));
        self
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.stmts.is_empty() && self.tail.is_none()
    }

    /// Append a statement.
    pub fn push(&mut self, stmt: Stmt) {
        self.stmts.push(stmt);
    }
}

impl Stmt {
    /// From a kind, without comments and origin.
    pub fn new(kind: StmtKind) -> Stmt {
        Stmt { origin: None, comments: vec![], kind }
    }

    /// `let pat: ty = init;`
    pub fn let_(pat: Pat, ty: impl Into<Option<Type>>, init: impl Into<Option<Expr>>) -> Stmt {
        Stmt::new(StmtKind::Let { pat, ty: ty.into(), init: init.into(), else_: None })
    }

    /// An expression for its effect.
    pub fn expr(expr: Expr) -> Stmt {
        Stmt::new(StmtKind::Expr(expr))
    }

    /// `target = value;`
    pub fn assign(target: Expr, value: Expr) -> Stmt {
        Stmt::expr(Expr::Assign(Box::new(target), Box::new(value)))
    }

    /// An item inside a function.
    pub fn item(item: Item) -> Stmt {
        Stmt::new(StmtKind::Item(Box::new(item)))
    }

    /// Only comment lines.
    pub fn comments(lines: impl IntoIterator<Item = String>) -> Stmt {
        Stmt { origin: None, comments: lines.into_iter().collect(), kind: StmtKind::Comment }
    }

    /// With a place in the source.
    pub fn at(mut self, origin: Origin) -> Stmt {
        self.origin = Some(origin);
        self
    }

    /// With one more comment line above it.
    pub fn comment(mut self, line: impl Into<String>) -> Stmt {
        self.comments.push(line.into());
        self
    }
}
