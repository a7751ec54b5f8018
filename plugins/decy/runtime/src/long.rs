//! `long double`, as x86-64 has it: the processor's own extended precision, and the C library's functions on it.
//!
//! Rust has no such type, so values live in memory and every operation is a few instructions of the x87.
#![allow(unsafe_code)] // instructions of the processor, and functions whose types Rust does not have

use std::cmp::Ordering;
use std::ffi::{CStr, CString, c_char, c_int};
use std::ops::{Add, AddAssign, Div, DivAssign, Mul, MulAssign, Neg, Sub, SubAssign};

/// A number of 64 bits of precision.
#[derive(Clone, Copy, Debug)]
#[repr(C, align(16))]
pub struct LongDouble {
    mantissa: u64,
    high: u16,
    /// Bytes without a meaning, which copies of structures keep.
    rest: [u16; 3],
}

macro_rules! x87 {
    ($($line:literal),+ ; $($operands:tt)*) => {
        // The operands are addresses of values on the stack of the caller.
        unsafe {
            core::arch::asm!(
                $($line),+,
                $($operands)*,
                out("st(0)") _, out("st(1)") _, out("st(2)") _, out("st(3)") _,
                out("st(4)") _, out("st(5)") _, out("st(6)") _, out("st(7)") _,
            )
        }
    };
}

macro_rules! operations {
    ($($trait:ident $name:ident, $assign:ident $name2:ident, $line:literal);+ $(;)?) => {
        $(
            impl $trait for LongDouble {
                type Output = LongDouble;
                fn $name(self, by: LongDouble) -> LongDouble {
                    let mut out = LongDouble::ZERO;
                    x87!("fld tbyte ptr [{a}]", "fld tbyte ptr [{b}]", $line, "fstp tbyte ptr [{c}]";
                        a = in(reg) &raw const self, b = in(reg) &raw const by, c = in(reg) &raw mut out);
                    out
                }
            }
            impl $assign for LongDouble {
                fn $name2(&mut self, by: LongDouble) {
                    *self = $trait::$name(*self, by);
                }
            }
        )+
    };
}

operations!(
    Add add, AddAssign add_assign, "faddp st(1), st";
    Sub sub, SubAssign sub_assign, "fsubp st(1), st";
    Mul mul, MulAssign mul_assign, "fmulp st(1), st";
    Div div, DivAssign div_assign, "fdivp st(1), st";
);

impl Neg for LongDouble {
    type Output = LongDouble;
    fn neg(self) -> LongDouble {
        LongDouble { high: self.high ^ 0x8000, ..self }
    }
}

impl PartialEq for LongDouble {
    fn eq(&self, other: &LongDouble) -> bool {
        self.partial_cmp(other) == Some(Ordering::Equal)
    }
}

impl PartialOrd for LongDouble {
    fn partial_cmp(&self, other: &LongDouble) -> Option<Ordering> {
        let (above, below, unordered): (u8, u8, u8);
        x87!("fld tbyte ptr [{b}]", "fld tbyte ptr [{a}]", "fcomip st, st(1)", "fstp st(0)",
            "seta {above}", "setb {below}", "setp {unordered}";
            a = in(reg) std::ptr::from_ref(self), b = in(reg) std::ptr::from_ref(other),
            above = out(reg_byte) above, below = out(reg_byte) below, unordered = out(reg_byte) unordered);
        match (unordered, above, below) {
            (1, ..) => None,
            (_, 1, _) => Some(Ordering::Greater),
            (_, _, 1) => Some(Ordering::Less),
            _ => Some(Ordering::Equal),
        }
    }
}

impl LongDouble {
    /// Zero.
    pub const ZERO: LongDouble = LongDouble::new(0, 0);

    /// From the parts that the processor keeps.
    pub const fn new(mantissa: u64, high: u16) -> LongDouble {
        LongDouble { mantissa, high, rest: [0; 3] }
    }

    /// The nearest `double`.
    pub fn to_f64(self) -> f64 {
        let mut out = 0f64;
        x87!("fld tbyte ptr [{a}]", "fstp qword ptr [{c}]"; a = in(reg) &raw const self, c = in(reg) &raw mut out);
        out
    }

    /// The nearest `float`.
    pub fn to_f32(self) -> f32 {
        let mut out = 0f32;
        x87!("fld tbyte ptr [{a}]", "fstp dword ptr [{c}]"; a = in(reg) &raw const self, c = in(reg) &raw mut out);
        out
    }

    /// Cut off.
    pub fn to_i64(self) -> i64 {
        let mut out = 0i64;
        x87!("fld tbyte ptr [{a}]", "fisttp qword ptr [{c}]"; a = in(reg) &raw const self, c = in(reg) &raw mut out);
        out
    }

    /// Cut off.
    pub fn to_u64(self) -> u64 {
        let half = LongDouble::new(1 << 63, 0x3fff + 63);
        if self >= half { ((self - half).to_i64() as u64) ^ (1 << 63) } else { self.to_i64() as u64 }
    }
}

impl From<i64> for LongDouble {
    fn from(value: i64) -> LongDouble {
        let mut out = LongDouble::ZERO;
        x87!("fild qword ptr [{a}]", "fstp tbyte ptr [{c}]"; a = in(reg) &raw const value, c = in(reg) &raw mut out);
        out
    }
}

impl From<u64> for LongDouble {
    fn from(value: u64) -> LongDouble {
        let zeros = value.leading_zeros();
        if value == 0 { LongDouble::ZERO } else { LongDouble::new(value << zeros, (0x3fff + 63 - zeros) as u16) }
    }
}

impl From<f64> for LongDouble {
    fn from(value: f64) -> LongDouble {
        let mut out = LongDouble::ZERO;
        x87!("fld qword ptr [{a}]", "fstp tbyte ptr [{c}]"; a = in(reg) &raw const value, c = in(reg) &raw mut out);
        out
    }
}

impl From<f32> for LongDouble {
    fn from(value: f32) -> LongDouble {
        LongDouble::from(f64::from(value))
    }
}

/// A value as `printf` writes it with a conversion such as `%10.3Lf`.
pub fn long_text(format: &CStr, value: LongDouble) -> CString {
    let length = print(format, value, &mut []);
    let mut out = vec![0u8; length + 1];
    print(format, value, &mut out);
    out.truncate(length);
    CString::new(out).unwrap_or_default()
}

unsafe extern "C" {
    fn snprintf(to: *mut c_char, size: usize, format: *const c_char, ...) -> c_int;
    fn strtold();
}

fn print(format: &CStr, value: LongDouble, to: &mut [u8]) -> usize {
    let length: i64;
    // The value is passed on the stack, as variable arguments of this type are.
    unsafe {
        core::arch::asm!(
            "sub rsp, 16",
            "fld tbyte ptr [r12]",
            "fstp tbyte ptr [rsp]",
            "xor eax, eax",
            "call {f}",
            "add rsp, 16",
            f = sym snprintf,
            in("r12") &raw const value,
            in("rdi") to.as_mut_ptr(), in("rsi") to.len(), in("rdx") format.as_ptr(),
            lateout("rax") length,
            clobber_abi("C"),
        );
    }
    usize::try_from(length as i32).unwrap_or(0)
}

/// `strtold`
///
/// # Safety
/// As in C: a string, and a place for its rest or null.
pub unsafe fn long_parse(text: *const i8, rest: *mut *mut i8) -> LongDouble {
    let mut out = LongDouble::ZERO;
    unsafe {
        core::arch::asm!(
            "call {f}",
            "fstp tbyte ptr [r12]",
            f = sym strtold,
            in("r12") &raw mut out, in("rdi") text, in("rsi") rest,
            clobber_abi("C"),
        );
    }
    out
}

macro_rules! one {
    ($($name:ident),+ $(,)?) => {
        $(
            /// The function of that name.
            pub fn $name(value: LongDouble) -> LongDouble {
                unsafe extern "C" {
                    fn $name();
                }
                let mut out = LongDouble::ZERO;
                unsafe {
                    core::arch::asm!(
                        "sub rsp, 16",
                        "fld tbyte ptr [r12]",
                        "fstp tbyte ptr [rsp]",
                        "call {f}",
                        "add rsp, 16",
                        "fstp tbyte ptr [r13]",
                        f = sym $name,
                        in("r12") &raw const value, in("r13") &raw mut out,
                        clobber_abi("C"),
                    );
                }
                out
            }
        )+
    };
}

macro_rules! two {
    ($($name:ident),+ $(,)?) => {
        $(
            /// The function of that name.
            pub fn $name(a: LongDouble, b: LongDouble) -> LongDouble {
                unsafe extern "C" {
                    fn $name();
                }
                let (both, mut out) = ([a, b], LongDouble::ZERO);
                unsafe {
                    core::arch::asm!(
                        "sub rsp, 32",
                        "fld tbyte ptr [r12]",
                        "fstp tbyte ptr [rsp]",
                        "fld tbyte ptr [r12 + 16]",
                        "fstp tbyte ptr [rsp + 16]",
                        "call {f}",
                        "add rsp, 32",
                        "fstp tbyte ptr [r13]",
                        f = sym $name,
                        in("r12") &raw const both, in("r13") &raw mut out,
                        clobber_abi("C"),
                    );
                }
                out
            }
        )+
    };
}

one!(
    acosl, asinl, atanl, cbrtl, ceill, coshl, cosl, erfl, exp2l, expl, expm1l, fabsl, floorl, log10l, log1pl, log2l,
    logl, nearbyintl, rintl, roundl, sinhl, sinl, sqrtl, tanhl, tanl, tgammal, truncl,
);
two!(atan2l, copysignl, fdiml, fmaxl, fminl, fmodl, hypotl, nextafterl, powl, remainderl);

/// A value as `printf` writes it, for Rust's formats.
#[derive(Clone, Debug)]
pub struct LongText(CString);

impl LongText {
    /// See [`long_text`].
    pub fn new(format: &CStr, value: LongDouble) -> LongText {
        LongText(long_text(format, value))
    }
}

impl std::fmt::Display for LongText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.to_string_lossy())
    }
}
