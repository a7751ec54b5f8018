//! Holes: what stands in the output where a construct was refused.

use crate::{Block, Expr, Stmt};

/// Exit code of a program that reached a hole or a checked overflow.
pub const HOLE_EXIT_CODE: i32 = 70;

/// The line that a reached hole prints to stderr: `batuta: CODE FILE:LINE: reason`.
pub fn hole_text(code: &str, file: &str, line: u32, reason: &str) -> String {
    let reason: String = reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("batuta: {code} {file}:{line}: {reason}")
}

/// An expression of any type (it never returns) that says what was refused and exits with [`HOLE_EXIT_CODE`].
///
/// Code after it is unreachable, and rustc warns of that: where statements follow, call a function of the language's runtime crate
/// that is declared to return a value (`fn hole<T>(text: &str) -> T`) instead, with [`hole_text`].
pub fn hole(code: &str, file: &str, line: u32, reason: &str) -> Expr {
    let text = hole_text(code, file, line, reason);
    let exit = Expr::call(Expr::path("std::process::exit"), vec![Expr::int(HOLE_EXIT_CODE.into())]);
    let say = Expr::macro_call("eprintln", vec![Expr::str("{}"), Expr::str(text)]);
    Expr::Block(Block::new(vec![Stmt::expr(say)]).tail(exit))
}
