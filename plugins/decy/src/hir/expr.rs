//! Expressions and places.

use super::{FunctionId, ObjectId, RecordId, Stmt, Type};
use batuta_diagnostics::Code;
use batuta_text::Origin;

/// A typed expression.
#[derive(Clone, Debug)]
pub(crate) struct Expr {
    /// What it computes.
    pub kind: ExprKind,
    /// Type of the value.
    pub ty: Type,
    /// Where it is written.
    pub origin: Origin,
}

/// Arithmetic on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Binary {
    Add,
    Sub,
    Mul,
    Div,
    Rem,
    And,
    Xor,
    Or,
    Shl,
    Shr,
}

/// A comparison; its value is an `int`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Comparison {
    Lt,
    Gt,
    Le,
    Ge,
    Eq,
    Ne,
}

/// `&&` or `||`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Logical {
    And,
    Or,
}

/// What is called.
#[derive(Clone, Debug)]
pub(crate) enum Callee {
    /// A function by name.
    Direct(FunctionId),
    /// Through a pointer.
    Indirect(Box<Expr>),
}

/// A compiler builtin that has a Rust counterpart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub(crate) enum Builtin {
    Popcount,
    Clz,
    Ctz,
    Ffs,
    Parity,
    Clrsb,
    Bswap,
    Overflow(Binary),
    Overflows(Binary),
    Alloca,
    Fpclassify,
    Discard,
    Fabs,
    Copysign,
    Greater,
    GreaterEqual,
    Less,
    LessEqual,
    LessGreater,
    Unordered,
    IsNan,
    IsInf,
    IsInfSign,
    IsFinite,
    IsNormal,
    SignBit,
}

/// The shape of an expression.
#[derive(Clone, Debug)]
pub(crate) enum ExprKind {
    /// An integer constant, in the range of its type.
    Int(i128),
    /// A floating constant.
    Float(f64),
    /// A `long double` constant.
    LongDouble { mantissa: u64, high: u16 },
    /// All bits zero, of any type.
    Zero,
    /// The value in a place.
    Load(Place),
    /// The address of a place, or of the first element of an array place.
    AddressOf(Place),
    /// A reference to a place, or to a slice of an array from an index on; only as an argument.
    Lend { place: Place, from: Option<Box<Expr>>, mutable: bool },
    /// A call of a function of the support crate.
    Support { name: &'static str, args: Vec<Expr> },
    /// The address of a function.
    FunctionAddress(FunctionId),
    /// `place = value`; the value is what was stored.
    Assign { place: Place, value: Box<Expr> },
    /// `place op= value`, computed in `compute`; for a pointer, an offset.
    Compound { place: Place, op: Binary, value: Box<Expr>, compute: Type },
    /// `++` and `--`.
    Step { place: Place, down: bool, postfix: bool },
    /// `-x`
    Negate(Box<Expr>),
    /// `~x`
    Complement(Box<Expr>),
    /// Both operands have the type of the result, shifts excepted.
    Binary { op: Binary, left: Box<Expr>, right: Box<Expr> },
    /// `pointer ± index`.
    Offset { pointer: Box<Expr>, index: Box<Expr>, back: bool },
    /// The distance in elements.
    Distance { left: Box<Expr>, right: Box<Expr> },
    /// An `int`, 0 or 1.
    Compare { op: Comparison, left: Box<Expr>, right: Box<Expr> },
    /// An `int`, 0 or 1; the right side only when needed.
    Logical { op: Logical, left: Box<Expr>, right: Box<Expr> },
    /// A conversion to the type of this expression.
    Cast(Box<Expr>),
    /// `a ? b : c`
    Conditional { condition: Box<Expr>, yes: Box<Expr>, no: Box<Expr> },
    /// `a ?: b`
    Elvis { value: Box<Expr>, no: Box<Expr> },
    /// `({ …; e; })`
    Statements { body: Vec<Stmt>, value: Option<Box<Expr>> },
    /// See [`Builtin`].
    Builtin { op: Builtin, args: Vec<Expr> },
    /// `a, b`
    Comma { first: Box<Expr>, second: Box<Expr> },
    /// A call with converted arguments.
    Call { callee: Callee, args: Vec<Expr> },
    /// One value per member.
    Struct { record: RecordId, fields: Vec<Expr> },
    /// One member of a union.
    Union { record: RecordId, index: usize, value: Box<Expr> },
    /// One value per element.
    Array(Vec<Expr>),
    /// The same value many times.
    Repeat { value: Box<Expr>, count: u64 },
    /// The arguments after the named ones.
    VaStart,
    /// The next of them.
    VaArg(Place),
    /// Control never comes here.
    Unreachable,
    /// Does nothing.
    Nothing,
    /// Refused; a hole when it is reached.
    Hole(Code, String),
}

/// Something that can be read, written or pointed to.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    /// What is addressed.
    pub kind: PlaceKind,
    /// Its type.
    pub ty: Type,
    /// Where it is written.
    pub origin: Origin,
}

/// The shape of a place.
#[derive(Clone, Debug)]
pub(crate) enum PlaceKind {
    /// A named object.
    Object(ObjectId),
    /// `*pointer`
    Deref(Box<Expr>),
    /// `base[index]` on a pointer.
    Index { base: Box<Expr>, index: Box<Expr> },
    /// `array[index]` on an array object, without decay.
    Element { array: Box<Place>, index: Box<Expr> },
    /// A member.
    Field { base: Box<Place>, record: RecordId, index: usize },
    /// A variable of the output that no C object stands behind.
    Named(String),
    /// A string literal.
    Str(usize),
    /// A value that has a place for as long as the expression lasts.
    Temporary(Box<Expr>),
    /// A compound literal: the hidden object and its value.
    Literal { object: ObjectId, value: Box<Expr> },
}

impl Expr {
    /// An expression.
    pub(crate) fn new(kind: ExprKind, ty: Type, origin: Origin) -> Self {
        Expr { kind, ty, origin }
    }

    /// The value of an integer constant expression of at most 64 bits.
    pub(crate) fn constant(&self) -> Option<i128> {
        if self.ty.int().is_some_and(|int| int.bits > 64) && !matches!(self.kind, ExprKind::Int(_)) {
            return None;
        }
        match &self.kind {
            ExprKind::Int(value) => Some(*value),
            ExprKind::Zero if matches!(self.ty, Type::Int(_) | Type::Bool) => Some(0),
            ExprKind::Cast(inner) => {
                let (value, to) = (inner.constant()?, self.ty.int()?);
                Some(to.wrap(value))
            }
            ExprKind::Negate(inner) => Some(self.ty.int()?.wrap(inner.constant()?.checked_neg()?)),
            ExprKind::Complement(inner) => Some(self.ty.int()?.wrap(!inner.constant()?)),
            ExprKind::Binary { op, left, right } => fold(*op, left.constant()?, right.constant()?, self.ty.int()?),
            _ => None,
        }
    }

    /// Already a truth value: a comparison or a logical operation.
    pub(crate) fn is_condition(&self) -> bool {
        matches!(self.kind, ExprKind::Compare { .. } | ExprKind::Logical { .. })
    }
}

/// What gcc computes for `a op b` on constants.
fn fold(op: Binary, a: i128, b: i128, int: super::Int) -> Option<i128> {
    let exact = match op {
        Binary::Add => a + b,
        Binary::Sub => a - b,
        Binary::Mul => a.checked_mul(b)?,
        Binary::Div => a.checked_div(b)?,
        Binary::Rem => a.checked_rem(b)?,
        Binary::And => a & b,
        Binary::Or => a | b,
        Binary::Xor => a ^ b,
        Binary::Shl | Binary::Shr if !(0..i128::from(int.bits)).contains(&b) => return None,
        Binary::Shl => a << b,
        Binary::Shr => a >> b,
    };
    Some(int.wrap(exact))
}
