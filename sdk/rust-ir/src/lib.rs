//! A Rust-shaped intermediate representation (RIR), and its printer: where all languages meet.
//!
//! Lowering builds [`File`]s of [`Item`]s, [`Stmt`]s and [`Expr`]s; [`print`] turns one into formatted Rust text and a line-level
//! source map. Three rules make it comfortable:
//!
//! - **Comments and origins are fields** of items and statements (and match arms and struct fields), never spans of `syn`: they survive printing.
//! - **Parentheses are the printer's business.** Build trees; the printer adds exactly those that precedence asks for.
//! - **A construct never edits the statement list around it.** It returns [`Lowered<T>`]: a value, the statements that must run before
//!   it and whether that order is observable.
//!
//! ```
//! use batuta_rust_ir::*;
//! let body = Block::new(vec![Stmt::let_(Pat::name("x"), None, Expr::int(2)).comment("two")])
//!     .tail(Expr::binary(BinOp::Mul, Expr::binary(BinOp::Add, Expr::path("x"), Expr::int(1)), Expr::path("x")));
//! let file = File::new(vec![Item::function(Function::new("six").ret(Type::path("i64")).body(body))]);
//! let printed = print(&file).unwrap();
//! assert_eq!(printed.text, "fn six() -> i64 {\n    // two\n    let x = 2;\n    (x + 1) * x\n}\n");
//! ```
//!
//! Only this crate knows `syn` and prettyplease. [`Expr::Verbatim`], [`Item::verbatim`] and [`Type::verbatim`] take Rust text for what has no node.

mod expr;
mod hole;
mod item;
mod lowered;
pub mod names;
mod pat;
mod print;
mod stmt;
mod ty;

pub use expr::{Arm, BinOp, Closure, Expr, FieldInit, Literal, UnOp};
pub use hole::{HOLE_EXIT_CODE, hole, hole_text};
pub use item::{
    Enum, Field, Fields, File, Function, Generics, Impl, Item, ItemKind, Module, Param, Receiver, Struct, Trait,
    Variant, Visibility,
};
pub use lowered::Lowered;
pub use pat::Pat;
pub use print::{PrintError, Printed, print};
pub use stmt::{Block, Stmt, StmtKind};
pub use ty::Type;
