//! Whether a unit can print through Rust: C's buffer and Rust's are two, so a program uses one of them for everything.

use super::format::{is_stdout, plan};
use crate::hir::visit::{Visit, walk_body, walk_expr, walk_place, walk_stmt};
use crate::hir::{Callee, Expr, ExprKind, FunctionId, Place, PlaceKind, Program, Stmt, StmtKind};

/// C library functions that neither print to standard output nor replace or copy the process.
const QUIET: &[&str] = &[
    "__batuta_va_start",
    "__batuta_va_next",
    "__batuta_setjmp",
    "__batuta_longjmp",
    "malloc",
    "calloc",
    "realloc",
    "free",
    "abort",
    "exit",
    "abs",
    "labs",
    "llabs",
    "atoi",
    "atol",
    "atoll",
    "atof",
    "strtol",
    "strtoul",
    "strtoll",
    "strtoull",
    "strtod",
    "strtof",
    "rand",
    "srand",
    "qsort",
    "bsearch",
    "getenv",
    "memcpy",
    "memmove",
    "memset",
    "memcmp",
    "memchr",
    "strlen",
    "strcpy",
    "strncpy",
    "strcat",
    "strncat",
    "strcmp",
    "strncmp",
    "strcoll",
    "strchr",
    "strrchr",
    "strstr",
    "strtok",
    "strspn",
    "strcspn",
    "strpbrk",
    "strerror",
    "strdup",
    "strndup",
    "strnlen",
    "strtok_r",
    "strcasecmp",
    "strncasecmp",
    "strsep",
    "isalnum",
    "isalpha",
    "isblank",
    "iscntrl",
    "isdigit",
    "isgraph",
    "islower",
    "isprint",
    "ispunct",
    "isspace",
    "isupper",
    "isxdigit",
    "tolower",
    "toupper",
    "sprintf",
    "snprintf",
    "vsprintf",
    "vsnprintf",
    "sscanf",
    "scanf",
    "fscanf",
    "getchar",
    "fgetc",
    "getc",
    "fgets",
    "ungetc",
    "fopen",
    "fclose",
    "fread",
    "feof",
    "ferror",
    "clearerr",
    "fseek",
    "ftell",
    "rewind",
    "remove",
    "rename",
    "time",
    "clock",
    "difftime",
    "mktime",
    "localtime",
    "gmtime",
    "strftime",
    "__errno_location",
    "__assert_fail",
    "sqrt",
    "pow",
    "sin",
    "cos",
    "tan",
    "asin",
    "acos",
    "atan",
    "atan2",
    "sinh",
    "cosh",
    "tanh",
    "exp",
    "exp2",
    "log",
    "log10",
    "log2",
    "cbrt",
    "floor",
    "ceil",
    "round",
    "trunc",
    "fabs",
    "fmod",
    "fmin",
    "fmax",
    "hypot",
    "copysign",
    "ldexp",
    "frexp",
    "modf",
    "sqrtf",
    "fabsf",
    "powf",
    "floorf",
    "ceilf",
    "sinf",
    "cosf",
    "fmodf",
    "div",
    "ldiv",
    "getline",
    "perror",
    "lround",
    "lrint",
    "rint",
    "nearbyint",
    "roundf",
    "expf",
    "logf",
    "tanf",
    "llround",
    "aligned_alloc",
    "stpcpy",
    "strcasestr",
    "memccpy",
    "mempcpy",
    "random",
    "srandom",
    "drand48",
    "srand48",
    "clock_gettime",
    "gettimeofday",
    "isatty",
];

/// Functions that write to the stream that they are given.
const STREAM: &[&str] = &["fprintf", "fputs", "fputc", "putc", "fwrite", "fflush", "vfprintf"];

struct Scan<'a> {
    program: &'a Program,
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

impl Scan<'_> {
    fn library(&self, id: FunctionId) -> Option<&str> {
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
            ExprKind::Call { callee: Callee::Direct(id), .. } => {
                if let Some(name) = self.library(*id) {
                    // A stream that is passed on is looked at as an argument: it must not be `stdout`.
                    self.fine &= QUIET.contains(&name) || STREAM.contains(&name);
                }
            }
            ExprKind::FunctionAddress(id) => {
                if let Some(name) = self.library(*id) {
                    self.fine &= QUIET.contains(&name);
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
