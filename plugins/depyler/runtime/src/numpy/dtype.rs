//! Element types: the ones that are there, how two become one, and how one becomes another.

use super::array::{Buf, Data};
use crate::value::Name;

/// A complex element.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct C {
    /// Real part
    pub re: f64,
    /// Imaginary part
    pub im: f64,
}

/// An element type.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum DType {
    /// `bool`
    Bool,
    /// `uint8`
    U8,
    /// `int32`
    I32,
    /// `int64`
    I64,
    /// `float32`
    F32,
    /// `float64`
    F64,
    /// `complex128`
    C128,
}

impl DType {
    /// Its name, as `dtype.name`.
    pub fn name(self) -> Name {
        match self {
            DType::Bool => "bool",
            DType::U8 => "uint8",
            DType::I32 => "int32",
            DType::I64 => "int64",
            DType::F32 => "float32",
            DType::F64 => "float64",
            DType::C128 => "complex128",
        }
    }

    /// `dtype.char`'s kind letter.
    pub fn kind(self) -> &'static str {
        match self {
            DType::Bool => "b",
            DType::U8 => "u",
            DType::I32 | DType::I64 => "i",
            DType::F32 | DType::F64 => "f",
            DType::C128 => "c",
        }
    }

    /// Bytes of an element.
    pub fn size(self) -> usize {
        match self {
            DType::Bool | DType::U8 => 1,
            DType::I32 | DType::F32 => 4,
            DType::I64 | DType::F64 => 8,
            DType::C128 => 16,
        }
    }

    /// Whether it is `bool` or an integer.
    pub fn is_int(self) -> bool {
        self <= DType::I64
    }

    /// Whether it is a float.
    pub fn is_float(self) -> bool {
        matches!(self, DType::F32 | DType::F64)
    }

    /// The type that holds values of both.
    pub fn join(self, other: DType) -> DType {
        let (low, high) = if self < other { (self, other) } else { (other, self) };
        match (low, high) {
            (DType::I32 | DType::I64, DType::F32) => DType::F64,
            _ => high,
        }
    }

    /// Whether a value may be assigned under the rule `same_kind`.
    pub fn casts_to(self, other: DType) -> bool {
        let rank = |d: DType| match d {
            DType::Bool => 0,
            DType::U8 => 1,
            DType::I32 | DType::I64 => 2,
            DType::F32 | DType::F64 => 3,
            DType::C128 => 4,
        };
        rank(self) <= rank(other)
    }

    /// The type of this name or code.
    pub fn parse(text: &str) -> Option<DType> {
        let text = text.trim_start_matches(['<', '=', '|']);
        Some(match text {
            "bool" | "?" | "b1" | "bool_" => DType::Bool,
            "uint8" | "u1" | "B" | "ubyte" => DType::U8,
            "int32" | "i4" | "i" | "intc" => DType::I32,
            "int64" | "i8" | "q" | "l" | "int" | "int_" | "intp" => DType::I64,
            "float32" | "f4" | "f" | "single" => DType::F32,
            "float64" | "f8" | "d" | "float" | "double" => DType::F64,
            "complex128" | "c16" | "D" | "complex" | "cdouble" => DType::C128,
            _ => return None,
        })
    }
}

/// One element, of any type.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Item {
    /// `bool`
    Bool(bool),
    /// `uint8`
    U8(u8),
    /// `int32`
    I32(i32),
    /// `int64`
    I64(i64),
    /// `float32`
    F32(f32),
    /// `float64`
    F64(f64),
    /// `complex128`
    C128(C),
}

impl Item {
    /// Its type.
    pub fn dtype(self) -> DType {
        match self {
            Item::Bool(_) => DType::Bool,
            Item::U8(_) => DType::U8,
            Item::I32(_) => DType::I32,
            Item::I64(_) => DType::I64,
            Item::F32(_) => DType::F32,
            Item::F64(_) => DType::F64,
            Item::C128(_) => DType::C128,
        }
    }

    /// As an element of type `T`.
    pub fn to<T: Elem>(self) -> T {
        match self {
            Item::Bool(x) => T::from_i64(i64::from(x)),
            Item::U8(x) => T::from_i64(i64::from(x)),
            Item::I32(x) => T::from_i64(i64::from(x)),
            Item::I64(x) => T::from_i64(x),
            Item::F32(x) => T::from_f64(f64::from(x)),
            Item::F64(x) => T::from_f64(x),
            Item::C128(x) => T::from_c(x),
        }
    }
}

/// An element type as a type of Rust.
pub trait Elem: Copy + Default + PartialEq + 'static {
    /// Which one.
    const DT: DType;
    /// The storage in `data`, if it is of this type.
    fn buf(data: &Data) -> Option<&Buf<Self>>;
    /// Storage of this type as data.
    fn wrap(buf: Buf<Self>) -> Data;
    /// As one element of any type.
    fn item(self) -> Item;
    /// From an integer.
    fn from_i64(n: i64) -> Self;
    /// From a float.
    fn from_f64(x: f64) -> Self;
    /// From a complex number.
    fn from_c(z: C) -> Self {
        Self::from_f64(z.re)
    }
    /// As a float.
    fn f64(self) -> f64;
    /// As an integer.
    fn i64(self) -> i64;
    /// Whether it counts as true.
    fn truth(self) -> bool;
    /// Whether it is a NaN.
    fn nan(self) -> bool {
        false
    }
    /// Order with NaN last.
    fn order(self, other: Self) -> std::cmp::Ordering;
    /// A cast, as `astype` does it.
    fn cast<U: Elem>(self) -> U;
    /// Where buffers wait for their next use.
    fn pool() -> &'static std::thread::LocalKey<super::array::Pool<Self>>;
}

macro_rules! elem {
    ($t:ty, $v:ident, $from_i:expr, $from_f:expr, $f64:expr, $i64:expr, $truth:expr, $nan:expr, $cast:ident) => {
        impl Elem for $t {
            const DT: DType = DType::$v;
            #[inline]
            fn buf(data: &Data) -> Option<&Buf<Self>> {
                match data {
                    Data::$v(buf) => Some(buf),
                    _ => None,
                }
            }
            #[inline]
            fn wrap(buf: Buf<Self>) -> Data {
                Data::$v(buf)
            }
            #[inline]
            fn item(self) -> Item {
                Item::$v(self)
            }
            #[inline]
            fn from_i64(n: i64) -> Self {
                let f: fn(i64) -> Self = $from_i;
                f(n)
            }
            #[inline]
            fn from_f64(x: f64) -> Self {
                let f: fn(f64) -> Self = $from_f;
                f(x)
            }
            #[inline]
            fn f64(self) -> f64 {
                let f: fn(Self) -> f64 = $f64;
                f(self)
            }
            #[inline]
            fn i64(self) -> i64 {
                let f: fn(Self) -> i64 = $i64;
                f(self)
            }
            #[inline]
            fn truth(self) -> bool {
                let f: fn(Self) -> bool = $truth;
                f(self)
            }
            #[inline]
            fn nan(self) -> bool {
                let f: fn(Self) -> bool = $nan;
                f(self)
            }
            #[inline]
            fn order(self, other: Self) -> std::cmp::Ordering {
                match self.partial_cmp(&other) {
                    Some(order) => order,
                    None => self.nan().cmp(&other.nan()),
                }
            }
            #[inline]
            fn cast<U: Elem>(self) -> U {
                U::$cast(self.into())
            }
            fn pool() -> &'static std::thread::LocalKey<super::array::Pool<Self>> {
                thread_local! {
                    static POOL: super::array::Pool<$t> = super::array::Pool::default();
                }
                &POOL
            }
        }
    };
}

/// A float as an integer, as the hardware converts it: what does not fit becomes the smallest one.
fn whole(x: f64) -> i64 {
    if (-9_223_372_036_854_775_808.0..9_223_372_036_854_775_808.0).contains(&x) { x as i64 } else { i64::MIN }
}

elem!(bool, Bool, |n| n != 0, |x| x != 0.0, |x| f64::from(u8::from(x)), i64::from, |x| x, |_| false, from_i64);
elem!(u8, U8, |n| n as u8, |x| whole(x) as u8, f64::from, i64::from, |x| x != 0, |_| false, from_i64);
elem!(i32, I32, |n| n as i32, whole32, f64::from, i64::from, |x| x != 0, |_| false, from_i64);
elem!(i64, I64, |n| n, whole, |x| x as f64, |x| x, |x| x != 0, |_| false, from_i64);
elem!(f32, F32, |n| n as f32, |x| x as f32, f64::from, |x| whole(f64::from(x)), |x| x != 0.0, f32::is_nan, from_f64);
elem!(f64, F64, |n| n as f64, |x| x, |x| x, whole, |x| x != 0.0, f64::is_nan, from_f64);

fn whole32(x: f64) -> i32 {
    let n = whole(x);
    i32::try_from(n).unwrap_or(i32::MIN)
}

impl PartialOrd for C {
    fn partial_cmp(&self, other: &C) -> Option<std::cmp::Ordering> {
        match self.re.partial_cmp(&other.re) {
            Some(std::cmp::Ordering::Equal) => self.im.partial_cmp(&other.im),
            found => found,
        }
    }
}

impl Elem for C {
    const DT: DType = DType::C128;
    fn buf(data: &Data) -> Option<&Buf<Self>> {
        match data {
            Data::C128(buf) => Some(buf),
            _ => None,
        }
    }
    fn wrap(buf: Buf<Self>) -> Data {
        Data::C128(buf)
    }
    fn item(self) -> Item {
        Item::C128(self)
    }
    fn from_i64(n: i64) -> Self {
        C { re: n as f64, im: 0.0 }
    }
    fn from_f64(x: f64) -> Self {
        C { re: x, im: 0.0 }
    }
    fn from_c(z: C) -> Self {
        z
    }
    fn f64(self) -> f64 {
        self.re
    }
    fn i64(self) -> i64 {
        whole(self.re)
    }
    fn truth(self) -> bool {
        self.re != 0.0 || self.im != 0.0
    }
    fn nan(self) -> bool {
        self.re.is_nan() || self.im.is_nan()
    }
    fn order(self, other: Self) -> std::cmp::Ordering {
        match self.partial_cmp(&other) {
            Some(order) => order,
            None => self.nan().cmp(&other.nan()),
        }
    }
    fn cast<U: Elem>(self) -> U {
        U::from_c(self)
    }
    fn pool() -> &'static std::thread::LocalKey<super::array::Pool<Self>> {
        thread_local! {
            static POOL: super::array::Pool<C> = super::array::Pool::default();
        }
        &POOL
    }
}

impl C {
    /// A complex number.
    pub fn new(re: f64, im: f64) -> C {
        C { re, im }
    }
    /// The conjugate.
    pub fn conj(self) -> C {
        C { re: self.re, im: -self.im }
    }
    /// The absolute value.
    pub fn abs(self) -> f64 {
        self.re.hypot(self.im)
    }
}

impl std::ops::Add for C {
    type Output = C;
    #[inline]
    fn add(self, b: C) -> C {
        C { re: self.re + b.re, im: self.im + b.im }
    }
}
impl std::ops::Sub for C {
    type Output = C;
    #[inline]
    fn sub(self, b: C) -> C {
        C { re: self.re - b.re, im: self.im - b.im }
    }
}
impl std::ops::Mul for C {
    type Output = C;
    #[inline]
    fn mul(self, b: C) -> C {
        C { re: self.re * b.re - self.im * b.im, im: self.re * b.im + self.im * b.re }
    }
}
impl std::ops::Div for C {
    type Output = C;
    fn div(self, b: C) -> C {
        if b.re.abs() >= b.im.abs() {
            if b.re == 0.0 && b.im == 0.0 {
                return C { re: self.re / b.re.abs(), im: self.im / b.re.abs() };
            }
            let ratio = b.im / b.re;
            let scale = 1.0 / (b.re + b.im * ratio);
            C { re: (self.re + self.im * ratio) * scale, im: (self.im - self.re * ratio) * scale }
        } else {
            let ratio = b.re / b.im;
            let scale = 1.0 / (b.im + b.re * ratio);
            C { re: (self.re * ratio + self.im) * scale, im: (self.im * ratio - self.re) * scale }
        }
    }
}
impl std::ops::Neg for C {
    type Output = C;
    fn neg(self) -> C {
        C { re: -self.re, im: -self.im }
    }
}
