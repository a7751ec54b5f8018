//! From the typed form of C to Rust: one file per construct.
//!
//! Every construct takes the safest form that it can prove on its own; a function that needed something that only `unsafe` allows
//! becomes an `unsafe fn`, all others are safe. So there is one lowering, and lifting is a matter of proving more.

mod arith;
mod assign;
mod builtin;
mod call;
mod cast;
mod cell;
mod condition;
mod export;
mod expr;
mod function;
mod function_address;
mod graph;
mod item;
mod lend;
mod library;
mod local;
mod long;
mod loops;
mod names;
mod place;
mod printf;
mod record;
mod safe;
mod start;
mod static_;
mod stmt;
mod switch;
mod types;
mod why;

use crate::analysis::{Purity, Ranges, Uses};
use crate::front::Comments;
use crate::hir::{Expr as HExpr, FunctionId, LabelRef, ObjectId, Program, RecordId, Signature, Type};
use batuta_diagnostics::{Bag, Code, Diagnostic};
use batuta_rust_ir::names::Scope;
use batuta_rust_ir::{Expr, Item, hole_text};
use batuta_text::{FileId, Origin};
pub(crate) use expr::strip_widening;
pub(crate) use item::{Module, Summary, closure};
pub(crate) use long::is_long_function;
pub(crate) use names::Names;
use std::collections::{BTreeMap, BTreeSet};
pub(crate) use why::Why;

/// What a unit needs to know of the others in its package.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub(crate) struct Links {
    /// Function name to Rust path.
    pub functions: BTreeMap<String, String>,
    /// Object name to Rust path.
    pub objects: BTreeMap<String, String>,
    /// Project header to the path of the module with its types.
    pub headers: BTreeMap<String, String>,
    /// Functions and objects of this unit that no other unit of its programs uses.
    pub private: BTreeSet<String>,
    /// No other unit is in the program.
    pub alone: bool,
    /// Everything that the program prints goes through Rust.
    pub rust_output: bool,
    /// Types that come from one header for some units and from another for others, by Rust name: the header that counts.
    pub moved: BTreeMap<String, String>,
    /// Those of them that units take from there which write them themselves.
    pub moved_own: BTreeSet<String>,
    /// Functions of this unit that another unit of the program replaces.
    pub replaced: BTreeSet<String>,
    /// A unit of the program uses `longjmp`.
    pub unwinds: bool,
    /// More than one thread of control can run in the program.
    pub shares: bool,
}

/// A function as it came out.
pub(crate) struct Made {
    /// Which one.
    pub id: FunctionId,
    /// The item, still without the word `unsafe`.
    pub item: Item,
    /// Why it needs `unsafe` by itself.
    pub reasons: BTreeSet<Why>,
    /// Functions of this unit or others that it calls.
    pub callees: BTreeSet<String>,
}

/// The lowering of one unit.
pub(crate) struct Lower<'a> {
    program: &'a Program,
    links: &'a Links,
    names: Names,
    purity: Purity,
    comments: &'a Comments,
    path: &'a str,
    file: FileId,
    /// Findings.
    pub bag: Bag,
    /// Functions that are declared and used.
    used_functions: BTreeSet<FunctionId>,
    /// Functions that are used at all.
    mentioned_functions: BTreeSet<FunctionId>,
    /// Objects that are declared and used.
    used_objects: BTreeSet<ObjectId>,
    /// Records that are used here.
    used_records: BTreeSet<RecordId>,
    /// Functions whose address is taken.
    pointed: BTreeSet<FunctionId>,
    /// Objects of static storage that somebody may write.
    written: BTreeSet<ObjectId>,
    uses_runtime: bool,
    /// How often the text follows or moves a raw pointer.
    raw: u64,
    uses_c_void: bool,
    /// It has checks that can stop it.
    stops: bool,
    /// Functions that are pointed to are safe, and so are calls through pointers, but for functions of these types; none: nothing
    /// is assumed.
    risky_types: Option<Vec<Signature>>,
    /// Types of functions to which pointers of another type are converted somewhere.
    converted: Vec<Signature>,
    /// Objects of static storage that are cells.
    cells: BTreeSet<ObjectId>,
    /// More than one thread can run.
    threads: bool,
    /// Macros of the support crate that are used.
    printing: BTreeSet<&'static str>,
    /// A refusal that no place in a function stands for: the program says so when it starts.
    fatal: Option<String>,
    /// The unit may change how numbers are rounded.
    rounds: bool,
    f: Frame,
}

/// State of the function that is being lowered.
#[derive(Default)]
struct Frame {
    names: BTreeMap<ObjectId, String>,
    scope: Scope,
    uses: Uses,
    ranges: Ranges,
    reasons: BTreeSet<Why>,
    callees: BTreeSet<String>,
    jumps: Vec<Jump>,
    ret: Option<Type>,
    /// Where the next comment is looked for.
    cursor: u32,
    /// Objects whose definition waits for their first assignment.
    waiting: BTreeSet<ObjectId>,
    /// Objects that exist in the current Rust scope.
    defined: BTreeSet<ObjectId>,
    /// The name of the variable arguments.
    va: Option<String>,
    /// A constant expression is lowered.
    constant: bool,
    labels: Scope,
    depth: u32,
    /// How many temporaries there are of each name.
    counters: BTreeMap<String, u32>,
    /// In a body of numbered blocks: the storage of arrays whose length is known at run time.
    flat: Option<Vec<(String, batuta_rust_ir::Type)>>,
    /// The memory that `alloca` hands out.
    arena: Option<String>,
}

/// Something that a jump can leave.
struct Jump {
    target: LabelRef,
    /// How `break` is written.
    label: String,
    /// Label of the block that `continue` leaves, when the loop has work to do before its next round.
    body_label: Option<String>,
    used: bool,
    body_used: bool,
    /// `break` without a label is meant by the innermost Rust loop only.
    is_loop: bool,
}

/// The unit knows a function that changes how numbers are rounded.
fn rounds(program: &Program) -> bool {
    let changes = ["feholdexcept", "fesetenv", "fesetround", "feupdateenv"];
    program.functions.iter().any(|function| changes.contains(&function.name.as_str()))
}

impl<'a> Lower<'a> {
    /// Whether the program refuses to start.
    pub(crate) fn is_fatal(&self) -> bool {
        self.fatal.is_some()
    }

    /// Whether objects of static storage are cells.
    pub(crate) fn has_cells(&self) -> bool {
        !self.cells.is_empty()
    }

    /// Get ready to lower a unit.
    pub(crate) fn new(
        program: &'a Program,
        links: &'a Links,
        comments: &'a Comments,
        file: FileId,
        path: &'a str,
    ) -> Self {
        Lower {
            program,
            links,
            names: Names::of(program, links),
            purity: Purity::of(program),
            comments,
            path,
            file,
            bag: Bag::new(),
            used_functions: BTreeSet::new(),
            mentioned_functions: BTreeSet::new(),
            used_objects: BTreeSet::new(),
            used_records: BTreeSet::new(),
            pointed: BTreeSet::new(),
            written: BTreeSet::new(),
            uses_runtime: false,
            raw: 0,
            uses_c_void: false,
            stops: false,
            risky_types: None,
            converted: vec![],
            cells: BTreeSet::new(),
            threads: links.shares || crate::lift::shares(program),
            printing: BTreeSet::new(),
            rounds: rounds(program),
            fatal: None,
            f: Frame::default(),
        }
    }

    /// Refuse something: report it, and give an expression of type `ty` that says so when it is reached.
    fn hole(&mut self, code: Code, reason: &str, ty: &Type, origin: Origin) -> Expr {
        if self.f.constant {
            self.refuse_constant(reason, origin);
            return self.zero(ty);
        }
        let line = self.line(origin);
        self.bag.push(Diagnostic::error(code, reason).at(origin));
        self.uses_runtime = true;
        let ty = self.ty_text(ty);
        Expr::call_path(
            format!("c_rt::hole::<{ty}>"),
            vec![Expr::str(hole_text(code.as_str(), self.path, line, reason))],
        )
    }

    fn line(&self, origin: Origin) -> u32 {
        if origin.file == self.file { self.comments.line(origin.range.start) as u32 + 1 } else { 1 }
    }

    /// Mark the current function as one that needs `unsafe`, and pass `value` on.
    fn risky<T>(&mut self, why: Why, value: T) -> T {
        self.need(why);
        value
    }

    /// The current function needs `unsafe`.
    fn need(&mut self, why: Why) {
        self.raw += u64::from(matches!(why, Why::Pointer | Why::Arithmetic | Why::Unchecked | Why::Text));
        self.f.reasons.insert(why);
    }

    fn temporary(&mut self, wanted: &str) -> String {
        let base = batuta_rust_ir::names::identifier(wanted);
        loop {
            let count = self.f.counters.entry(base.clone()).or_insert(0);
            *count += 1;
            let name = if *count == 1 { base.clone() } else { format!("{base}_{count}") };
            if self.f.scope.take(&name) && !self.names.is_global(&name) {
                return name;
            }
        }
    }

    fn conflict(&self, a: &HExpr, b: &HExpr) -> bool {
        self.effects(a).conflicts(&self.effects(b))
    }

    fn effects(&self, expr: &HExpr) -> crate::analysis::Effects {
        crate::analysis::Effects::of(expr, self.program, &self.purity, &self.f.uses.addressed)
    }
}
