//! Syntax tree to RIR: one file per construct.

mod and_or;
mod arith;
mod arith_parse;
mod builtin;
mod capture;
mod case;
mod condition;
mod control;
mod dynamic;
mod effects;
mod fields;
mod file;
mod functions;
mod ints;
mod jumps;
mod lines;
mod look;
mod loops;
mod names;
mod param;
mod redirect;
mod running;
mod scan;
mod simple;
mod test;
mod text_only;
mod trap;
mod words;

pub(crate) use file::{Input, lower_file};
pub(crate) use scan::visit_commands;

use crate::ast::{Dialect, Word};
use batuta_diagnostics::{Bag, Code, Diagnostic};
use batuta_rust_ir::{Block, Expr, Item, Lowered, Stmt, names::Scope};
use batuta_text::{FileId, LineIndex, Origin, TextRange};
use functions::Functions;
use jumps::Frames;
use scan::Traits;

/// The state of lowering one file.
pub(crate) struct Lowerer<'a> {
    dialect: Dialect,
    file: FileId,
    path: &'a str,
    text: &'a str,
    lines: LineIndex,
    bag: Bag,
    heredocs: Vec<Word>,
    functions: Functions,
    traits: Traits,
    /// Variables that only hold numbers, with their statics.
    ints: std::collections::BTreeMap<String, String>,
    frames: Frames,
    /// Finished functions besides the script itself.
    items: Vec<Item>,
    /// Names of items.
    names: Scope,
    /// Names of temporaries of the function at hand.
    temps: Scope,
    /// Within a condition: `set -e` does not count.
    unchecked: bool,
    /// The command that comes is all that `$(< file)` holds.
    only_reads: bool,
    /// The action of a trap is lowered.
    in_trap: bool,
    /// It does not only because of a `!`.
    inverted: bool,
    /// Files that are sourced: path and module.
    modules: &'a [(String, String)],
    /// Rust that can never be reached was made on purpose.
    unreachable: bool,
    counts: Counts,
    /// Nesting of text that is parsed while lowering (`eval`, traps).
    evals: u32,
    /// At the top of the script, outside every other command.
    top_level: bool,
    /// From some place on the script is evaluated as text.
    rest_is_text: bool,
    /// A value is computed whose variable nothing reads.
    unused: bool,
    /// The script asks which functions and files run.
    names_calls: bool,
    /// The trace of `set -x` is cared for.
    traced: bool,
    /// The file is sourced by others rather than run.
    module: bool,
    /// Outside functions and sourced files: `return` has nothing to return from.
    outside: bool,
    /// Where the lines at the top of a script of bash start, as numbers of its statements.
    line_starts: Vec<usize>,
}

/// Numbers for the report.
#[derive(Default)]
struct Counts {
    commands: u64,
    forks: u64,
    dynamic_arith: u64,
    /// Places where text is evaluated that is only known at run time.
    dynamic_text: u64,
}

/// Statements under construction, and whether control can reach their end.
#[derive(Default)]
struct Body {
    stmts: Vec<Stmt>,
    /// Control never gets past the last statement.
    ends: bool,
}

impl Body {
    fn push(&mut self, stmt: Stmt) {
        if !self.ends {
            self.stmts.push(stmt);
        }
    }

    fn extend(&mut self, stmts: Vec<Stmt>) {
        stmts.into_iter().for_each(|stmt| self.push(stmt));
    }

    fn append(&mut self, other: Body) {
        if !self.ends {
            self.stmts.extend(other.stmts);
            self.ends = other.ends;
        }
    }

    fn into_block(self) -> Block {
        Block::new(self.stmts)
    }
}

/// Whether an expression has statements within.
fn holds_statements(value: &Expr) -> bool {
    look::in_expr(value, &mut |node| {
        matches!(
            node,
            look::Node::Expr(
                Expr::Block(_) | Expr::LabeledBlock(..) | Expr::If(..) | Expr::Match(..) | Expr::Closure(_)
            )
        )
    })
}

/// Whether the statements mention a variable.
fn mentions(stmts: &[Stmt], name: &str) -> bool {
    look::in_stmts(stmts, &mut |node| look::is_path(node, name))
}

/// `sh`
fn sh() -> Expr {
    Expr::path("sh")
}

/// `sh.name(args…)`
fn sh_call(name: &str, args: Vec<Expr>) -> Expr {
    sh().method(name, args)
}

/// `sh.name(args…)?`
fn sh_try(name: &str, args: Vec<Expr>) -> Expr {
    sh_call(name, args).try_()
}

/// `sh.status = number`
fn set_status(number: i128) -> Stmt {
    Stmt::assign(sh().field("status"), Expr::int(number))
}

/// `|sh| { … }`
fn sh_closure(block: Block) -> Expr {
    Expr::closure(vec![batuta_rust_ir::Pat::name(shell_name(&block))], Expr::Block(block))
}

/// `sh` where the block uses it, `_sh` where it does not.
fn shell_name(block: &Block) -> &'static str {
    if look::in_block(block, &mut |node| look::is_path(node, "sh")) { "sh" } else { "_sh" }
}

impl Lowerer<'_> {
    fn bash(&self) -> bool {
        self.dialect == Dialect::Bash
    }

    /// The static of a variable that only holds numbers.
    fn int(&self, name: &str) -> Option<Expr> {
        self.ints.get(name).map(|name| Expr::path(name.clone()))
    }

    fn origin(&self, range: TextRange) -> Origin {
        Origin::new(self.file, range)
    }

    fn fresh(&mut self, wanted: &str) -> String {
        self.temps.fresh(wanted)
    }

    /// `a`, `b` … evaluated left to right.
    fn sequence(&mut self, parts: Vec<Lowered<Expr>>) -> Lowered<Vec<Expr>> {
        // Statements cannot stand in the arguments of a macro.
        let parts = parts.into_iter().map(|part| self.flat(part)).collect();
        let temps = &mut self.temps;
        Lowered::sequence(parts, || temps.fresh("word"))
    }

    /// A value that is computed before when it holds statements.
    fn flat(&mut self, value: Lowered<Expr>) -> Lowered<Expr> {
        if holds_statements(&value.value) { value.saved(|| self.temps.fresh("word")) } else { value }
    }

    /// Refuse a construct: the finding, and the statement that stands in its place.
    fn refuse(&mut self, code: Code, range: TextRange, reason: impl Into<String>) -> Stmt {
        let reason = reason.into();
        self.bag.push(Diagnostic::error(code, reason.clone()).at(self.origin(range)));
        let place = format!("{}:{}", self.path, self.lines.line(range.start));
        let args = vec![Expr::str(code.as_str()), Expr::str(place), Expr::str(reason)];
        Stmt::expr(sh_try("hole", args)).at(self.origin(range))
    }

    /// A refused value: the hole runs before it.
    fn refused_value(&mut self, code: Code, range: TextRange, reason: impl Into<String>) -> Lowered<Expr> {
        let hole = self.refuse(code, range, reason);
        Lowered::pure(Expr::str("")).after(vec![hole])
    }
}
