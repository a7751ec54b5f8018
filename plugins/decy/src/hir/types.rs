//! Types, with the layout of x86-64 Linux already decided.

use super::RecordId;
use batuta_text::Origin;
use std::rc::Rc;

/// An integer type by its width.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Int {
    /// 8, 16, 32, 64 or 128.
    pub bits: u8,
    /// Two's complement.
    pub signed: bool,
}

/// A C type.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    /// No value; behind a pointer: bytes of unknown type.
    Void,
    /// `_Bool`
    Bool,
    /// Every integer and enumeration type.
    Int(Int),
    /// `float`
    Float,
    /// `double`
    Double,
    /// `long double`, 80 bits in 16 bytes
    LongDouble,
    /// A pointer to an object or to a function.
    Pointer { to: Rc<Type>, constant: bool },
    /// Only behind a pointer or as the type of a function's name.
    Function(Rc<Signature>),
    /// An array with a constant number of elements.
    Array(Rc<Type>, u64),
    /// A `struct` or `union`.
    Record(RecordId),
    /// A cursor over the arguments of a variadic function.
    VaList,
    /// A pointer that only ever leads to string literals.
    Text,
    /// Something that is refused where it is used.
    Unsupported(&'static str),
}

/// The type of a function.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    /// Result.
    pub ret: Type,
    /// Named parameters.
    pub params: Vec<Type>,
    /// `, ...`
    pub variadic: bool,
    /// False for `int f()`, which says nothing of the parameters.
    pub prototyped: bool,
}

/// A member.
#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// As written; made up for an anonymous one.
    pub name: String,
    /// Its type.
    pub ty: Type,
    /// When it is a bit-field.
    pub bits: Option<BitField>,
}

/// Where a bit-field lies.
#[derive(Clone, Debug)]
pub(crate) struct BitField {
    /// In bits.
    pub width: u32,
    /// First bit, counted from the start of its storage field.
    pub offset: u64,
    /// Whether reading extends the sign.
    pub signed: bool,
    /// The byte array that holds it.
    pub storage: String,
}

/// What is really laid out, in order.
#[derive(Clone, Debug)]
pub(crate) enum StorageField {
    /// Member by index.
    Member(usize),
    /// Bytes: storage of bit-fields, or padding.
    Bytes { name: String, count: u64 },
    /// A zero-sized field that raises the alignment.
    Align { name: String, align: u64 },
}

/// A `struct` or `union`.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    /// A union.
    pub union: bool,
    /// Tag or typedef name, unique within the unit.
    pub name: String,
    /// Members in order of declaration.
    pub fields: Vec<Field>,
    /// The layout.
    pub storage: Vec<StorageField>,
    /// False for one that was only declared.
    pub complete: bool,
    /// Size in bytes.
    pub size: u64,
    /// `packed(n)`.
    pub packed: Option<u64>,
    /// `align(n)`, when greater than the members ask for.
    pub align: Option<u64>,
    /// Declared in this place.
    pub origin: Origin,
    /// Index into the unit's headers, none for the unit's own file.
    pub header: Option<String>,
}

impl Int {
    /// `int`
    pub(crate) const I32: Int = Int { bits: 32, signed: true };
    /// `unsigned`
    pub(crate) const U32: Int = Int { bits: 32, signed: false };
    /// `long`
    pub(crate) const I64: Int = Int { bits: 64, signed: true };
    /// `unsigned long`, `size_t`
    pub(crate) const U64: Int = Int { bits: 64, signed: false };

    /// The Rust name.
    pub(crate) fn name(self) -> &'static str {
        match (self.bits, self.signed) {
            (8, true) => "i8",
            (8, false) => "u8",
            (16, true) => "i16",
            (16, false) => "u16",
            (32, true) => "i32",
            (32, false) => "u32",
            (64, true) => "i64",
            (64, false) => "u64",
            (_, true) => "i128",
            (_, false) => "u128",
        }
    }

    /// A value modulo two to the width.
    pub(crate) fn wrap(self, value: i128) -> i128 {
        if self.bits >= 128 {
            return value;
        }
        let low = value & ((1i128 << self.bits) - 1);
        if self.signed && low > self.high() { low - (1i128 << self.bits) } else { low }
    }

    /// Smallest value; 128-bit ones are not asked for.
    pub(crate) fn low(self) -> i128 {
        if !self.signed {
            0
        } else if self.bits >= 127 {
            i128::MIN
        } else {
            -(1i128 << (self.bits - 1))
        }
    }

    /// Greatest value, clamped to what `i128` holds.
    pub(crate) fn high(self) -> i128 {
        let bits = u32::from(self.bits) - u32::from(self.signed);
        if bits >= 127 { i128::MAX } else { (1i128 << bits) - 1 }
    }
}

impl Type {
    /// `int`
    pub(crate) const INT: Type = Type::Int(Int::I32);
    /// `size_t`
    pub(crate) const SIZE: Type = Type::Int(Int::U64);

    /// A pointer to this type.
    pub(crate) fn pointer(self, constant: bool) -> Type {
        Type::Pointer { to: Rc::new(self), constant }
    }

    /// What a pointer points to.
    pub(crate) fn pointee(&self) -> Option<&Type> {
        match self {
            Type::Pointer { to, .. } => Some(to),
            _ => None,
        }
    }

    /// The signature behind a function pointer.
    pub(crate) fn function_pointer(&self) -> Option<&Rc<Signature>> {
        match self.pointee() {
            Some(Type::Function(signature)) => Some(signature),
            _ => None,
        }
    }

    /// A pointer to an object.
    pub(crate) fn is_object_pointer(&self) -> bool {
        matches!(self, Type::Pointer { to, .. } if !matches!(**to, Type::Function(_)))
    }

    /// `float` or `double`.
    pub(crate) fn is_float(&self) -> bool {
        matches!(self, Type::Float | Type::Double)
    }

    /// The integer type, `_Bool` not included.
    pub(crate) fn int(&self) -> Option<Int> {
        match self {
            Type::Int(int) => Some(*int),
            _ => None,
        }
    }
}
