//! Whether a unit can print through Rust: C's buffer and Rust's are two, so a program uses one of them for everything.

use super::format::{is_stdout, plan};
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{Callee, Expr, ExprKind, FunctionId, Place, PlaceKind, Program, Stmt, StmtKind};

/// Functions that print to standard output, give or take its descriptor, copy or replace the process, or let a signal come in the
/// middle of printing.
const LOUD: &[&str] = &[
    "printf",
    "vprintf",
    "puts",
    "putchar",
    "puts_unlocked",
    "putchar_unlocked",
    "wprintf",
    "vwprintf",
    "putwchar",
    "dprintf",
    "vdprintf",
    "write",
    "writev",
    "pwrite",
    "sendfile",
    "splice",
    "tee",
    "dup",
    "dup2",
    "dup3",
    "fcntl",
    "fdopen",
    "freopen",
    "setbuf",
    "setvbuf",
    "setlinebuf",
    "setbuffer",
    "fcloseall",
    "fork",
    "vfork",
    "_Fork",
    "clone",
    "daemon",
    "execl",
    "execle",
    "execlp",
    "execv",
    "execve",
    "execvp",
    "execvpe",
    "fexecve",
    "posix_spawn",
    "posix_spawnp",
    "popen",
    "system",
    "syscall",
    "alarm",
    "ualarm",
    "setitimer",
    "timer_settime",
    "kill",
    "killpg",
    "pthread_kill",
    "printf_chk",
    "__printf_chk",
    "close_range",
    "copy_file_range",
    "daemon",
    "execveat",
    "fcloseall",
    // The C library's numbers follow the rounding, Rust's do not.
    "fesetenv",
    "fesetround",
    "feupdateenv",
    "fexecve",
    "sendfile",
    "setbuffer",
    "sigqueue",
    "splice",
    "syscall",
];

/// Functions of the compiler that stand for the C library's.
const BUILT_IN: &[&str] = &["__batuta_va_start", "__batuta_va_next", "__batuta_setjmp", "__batuta_longjmp"];

/// Functions that write to the stream that they are given.
const STREAM: &[&str] = &["fprintf", "fputs", "fputc", "putc", "fwrite", "fflush", "vfprintf"];

/// A function of the C library that does none of this.
fn is_quiet(name: &str) -> bool {
    let known = crate::front::is_known_function(name) || BUILT_IN.contains(&name);
    known && !LOUD.contains(&name) && !name.ends_with("_unlocked")
}

struct Scan<'p> {
    program: &'p Program,
    fine: bool,
}

/// Whether everything that a unit prints is proved.
pub(crate) fn is_provable(program: &Program) -> bool {
    let mut scan = Scan { program, fine: true };
    for function in &program.functions {
        if let Some(body) = &function.body {
            walk_body(&mut scan, body);
        }
    }
    program.globals.iter().for_each(|global| scan.expr(&global.init));
    scan.fine
}

impl<'p> Scan<'p> {
    fn library(&self, id: FunctionId) -> Option<&'p str> {
        let function = self.program.function(id);
        (function.body.is_none() && (function.library || !function.signature.prototyped)).then_some(&*function.name)
    }

    /// An expression whose value nobody wants.
    fn effect(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Cast(inner) => self.effect(inner),
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.effect(second);
            }
            ExprKind::Conditional { condition, yes, no } => {
                self.expr(condition);
                self.effect(yes);
                self.effect(no);
            }
            ExprKind::Logical { left, right, .. } => {
                self.expr(left);
                self.effect(right);
            }
            ExprKind::Call { callee: Callee::Direct(id), args } if self.is_output(*id, args) => {
                args.iter().filter(|arg| !is_stdout(self.program, arg)).for_each(|arg| self.expr(arg));
            }
            _ => self.expr(expr),
        }
    }

    fn is_output(&self, id: FunctionId, args: &[Expr]) -> bool {
        let Some(name) = self.library(id) else { return false };
        plan(self.program, name, args).is_some()
            || (name == "fflush" && args.len() == 1 && is_stdout(self.program, &args[0]))
    }
}

impl Visit for Scan<'_> {
    fn expr(&mut self, expr: &Expr) {
        match &expr.kind {
            ExprKind::Call { callee: Callee::Direct(id), args } => {
                if let Some(name) = self.library(*id) {
                    if name == "printf" && plan(self.program, name, args).is_some() {
                        args.iter().for_each(|arg| self.expr(arg));
                        return;
                    }
                    // A stream that is passed on is looked at as an argument: it must not be `stdout`.
                    self.fine &= is_quiet(name) || STREAM.contains(&name);
                    // Of nothing, it writes out everything.
                    self.fine &=
                        name != "fflush" || matches!(args.first().map(|arg| &arg.kind), Some(ExprKind::Load(_)));
                }
            }
            ExprKind::FunctionAddress(id) => {
                if let Some(name) = self.library(*id) {
                    self.fine &= is_quiet(name) && !STREAM.contains(&name);
                }
            }
            ExprKind::Statements { .. } => {}
            ExprKind::Comma { first, second } => {
                self.effect(first);
                self.expr(second);
                return;
            }
            _ => {}
        }
        walk_expr(self, expr);
    }

    fn place(&mut self, place: &Place) {
        if let PlaceKind::Object(id) = place.kind {
            let object = self.program.object(id);
            self.fine &= !(object.library && object.name == "stdout");
        }
        walk_place(self, place);
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match &stmt.kind {
            StmtKind::Expr(expr) => self.effect(expr),
            StmtKind::For { init, condition, step, body, .. } => {
                init.iter().for_each(|stmt| self.stmt(stmt));
                condition.iter().for_each(|condition| self.expr(condition));
                step.iter().for_each(|step| self.effect(step));
                body.iter().for_each(|stmt| self.stmt(stmt));
            }
            _ => walk_stmt(self, stmt),
        }
    }
}
