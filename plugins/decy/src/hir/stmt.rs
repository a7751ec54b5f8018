//! Statements and control flow.

use super::{Expr, ObjectId};
use batuta_text::Origin;

/// Statements in order.
pub(crate) type Block = Vec<Stmt>;

/// A statement.
#[derive(Clone, Debug)]
pub(crate) struct Stmt {
    /// What it does.
    pub kind: StmtKind,
    /// Where it is written, empty where that is not known.
    pub origin: Option<Origin>,
}

/// What a jump leaves or restarts: unique within its function.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum LabelRef {
    /// A loop.
    Loop(u32),
    /// A `switch`.
    Switch(u32),
    /// A labelled region.
    Region(u32),
}

/// How a jump moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// Leave it.
    Break,
    /// Start its next round.
    Continue,
}

/// The shape of a statement.
#[derive(Clone, Debug)]
pub(crate) enum StmtKind {
    /// For its effects.
    Expr(Expr),
    /// A local; `None` when the source gave no value.
    Let { object: ObjectId, value: Option<Expr> },
    /// An array whose length is known at run time: `object` points at `count` zeroed elements.
    Vla { object: ObjectId, count: Expr },
    /// What runs when the scope is left, whatever way.
    Cleanup(Expr),
    /// A scope.
    Block(Block),
    /// `if`
    If { condition: Expr, yes: Block, no: Option<Block> },
    /// `while`
    While { id: u32, condition: Expr, body: Block },
    /// `do … while`
    DoWhile { id: u32, body: Block, condition: Expr },
    /// `for`
    For { id: u32, init: Block, condition: Option<Expr>, step: Option<Expr>, body: Block },
    /// `switch`
    Switch(Box<Switch>),
    /// A region that a `goto` leaves (or restarts, when it repeats).
    Region { id: u32, name: String, repeat: bool, falls_out: bool, body: Block },
    /// `break`, `continue` and structured `goto`.
    Jump { target: LabelRef, exit: Exit },
    /// `return`
    Return(Option<Expr>),
}

/// Values that one label matches.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CaseRange {
    /// First.
    pub low: i128,
    /// Last.
    pub high: i128,
}

/// A `switch` as groups that fall through into one another.
#[derive(Clone, Debug)]
pub(crate) struct Switch {
    /// Its number.
    pub id: u32,
    /// What is compared.
    pub on: Expr,
    /// Objects that live as long as the body.
    pub hoisted: Vec<ObjectId>,
    /// The groups in order.
    pub groups: Vec<Group>,
    /// The one that `default` enters.
    pub default: Option<usize>,
}

/// Statements with the labels before them.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// Labels.
    pub values: Vec<CaseRange>,
    /// Body.
    pub body: Block,
}

/// A function body that jumps too freely for blocks: basic blocks.
#[derive(Clone, Debug)]
pub(crate) struct Graph {
    /// Every local, in order, with the name that keeps it apart from the others.
    pub locals: Vec<(ObjectId, String)>,
    /// The first is the entry.
    pub blocks: Vec<(Block, Terminator)>,
    /// Jumps from other functions land in it.
    pub lands: bool,
}

/// How a basic block ends.
#[derive(Clone, Debug)]
pub(crate) enum Terminator {
    /// Always.
    Jump(u32),
    /// On a condition.
    Branch { condition: Expr, yes: u32, no: u32 },
    /// On a value.
    Switch { on: Expr, cases: Vec<(CaseRange, u32)>, default: u32 },
    /// To the block whose number is the address of a label.
    Computed(Expr),
    /// Notes in a `jmp_buf` that jumps go on in `next`, and goes there.
    Land { buffer: Expr, next: u32 },
    /// Leaves the function.
    Return(Option<Expr>),
    /// Never comes here.
    Unreachable,
}
