//! Accesses to atomic objects of C, through the address that they have.
//!
//! Every one of them is sequentially consistent: that is one of the behaviours that a weaker order allows.
#![allow(unsafe_code, clippy::missing_safety_doc)] // accesses through addresses of C; the one condition stands at the trait

use std::sync::atomic::{
    AtomicBool, AtomicI8, AtomicI16, AtomicI32, AtomicI64, AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicU64,
    Ordering::SeqCst, fence,
};

/// A value that is read and written at once.
///
/// All functions take the address of such an object: it must be valid and aligned, and all accesses that can happen at the same
/// time must be atomic.
pub trait Atomic: Copy + PartialEq {
    /// Read.
    unsafe fn load(at: *mut Self) -> Self;
    /// Write, and give what was there.
    unsafe fn swap(at: *mut Self, value: Self) -> Self;
    /// Write `new` where `old` is; what was there.
    unsafe fn compare(at: *mut Self, old: Self, new: Self) -> Result<Self, Self>;
}

macro_rules! atomics {
    ($($ty:ty, $atomic:ident);+ $(;)?) => {
        $(
            impl Atomic for $ty {
                unsafe fn load(at: *mut Self) -> Self {
                    unsafe { $atomic::from_ptr(at) }.load(SeqCst)
                }
                unsafe fn swap(at: *mut Self, value: Self) -> Self {
                    unsafe { $atomic::from_ptr(at) }.swap(value, SeqCst)
                }
                unsafe fn compare(at: *mut Self, old: Self, new: Self) -> Result<Self, Self> {
                    unsafe { $atomic::from_ptr(at) }.compare_exchange(old, new, SeqCst, SeqCst)
                }
            }
        )+
    };
}

atomics!(
    bool, AtomicBool; i8, AtomicI8; u8, AtomicU8; i16, AtomicI16; u16, AtomicU16; i32, AtomicI32; u32, AtomicU32;
    i64, AtomicI64; u64, AtomicU64;
);

impl<T> Atomic for *mut T {
    unsafe fn load(at: *mut Self) -> Self {
        unsafe { AtomicPtr::from_ptr(at) }.load(SeqCst)
    }
    unsafe fn swap(at: *mut Self, value: Self) -> Self {
        unsafe { AtomicPtr::from_ptr(at) }.swap(value, SeqCst)
    }
    unsafe fn compare(at: *mut Self, old: Self, new: Self) -> Result<Self, Self> {
        unsafe { AtomicPtr::from_ptr(at) }.compare_exchange(old, new, SeqCst, SeqCst)
    }
}

impl<T> Atomic for *const T {
    unsafe fn load(at: *mut Self) -> Self {
        unsafe { <*mut T as Atomic>::load(at.cast()) }.cast_const()
    }
    unsafe fn swap(at: *mut Self, value: Self) -> Self {
        unsafe { <*mut T as Atomic>::swap(at.cast(), value.cast_mut()) }.cast_const()
    }
    unsafe fn compare(at: *mut Self, old: Self, new: Self) -> Result<Self, Self> {
        let found = unsafe { <*mut T as Atomic>::compare(at.cast(), old.cast_mut(), new.cast_mut()) };
        found.map(<*mut T>::cast_const).map_err(<*mut T>::cast_const)
    }
}

/// What is there.
pub unsafe fn atomic_load<T: Atomic>(at: *mut T) -> T {
    unsafe { T::load(at) }
}

/// Write; the value is what was written.
pub unsafe fn atomic_store<T: Atomic>(at: *mut T, value: T) -> T {
    unsafe { T::swap(at, value) };
    value
}

/// Write; the value is what was there.
pub unsafe fn atomic_exchange<T: Atomic>(at: *mut T, value: T) -> T {
    unsafe { T::swap(at, value) }
}

/// Write `new` where `*old` is, else write what is there to `*old`; whether it was written.
pub unsafe fn atomic_compare_exchange<T: Atomic>(at: *mut T, old: *mut T, new: T) -> bool {
    match unsafe { T::compare(at, *old, new) } {
        Ok(_) => true,
        Err(found) => {
            unsafe { *old = found };
            false
        }
    }
}

/// Write `new` where `old` is; what was there.
pub unsafe fn atomic_compare_swap<T: Atomic>(at: *mut T, old: T, new: T) -> T {
    match unsafe { T::compare(at, old, new) } {
        Ok(found) | Err(found) => found,
    }
}

/// Write `new` where `old` is; whether it was.
pub unsafe fn atomic_swapped<T: Atomic>(at: *mut T, old: T, new: T) -> bool {
    unsafe { T::compare(at, old, new) }.is_ok()
}

macro_rules! operations {
    ($($name:ident $compute:expr);+ $(;)?) => {
        $(
            /// Compute with what is there; `new`: the value is the result, else what was there.
            pub unsafe fn $name<T: Atomic + Wrapping>(at: *mut T, by: T, new: bool) -> T {
                let mut old = unsafe { T::load(at) };
                loop {
                    let result = $compute(old, by);
                    match unsafe { T::compare(at, old, result) } {
                        Ok(_) => return if new { result } else { old },
                        Err(found) => old = found,
                    }
                }
            }
        )+
    };
}

/// Integers that wrap.
pub trait Wrapping: Sized {
    /// `self + by`
    fn plus(self, by: Self) -> Self;
    /// `self - by`
    fn minus(self, by: Self) -> Self;
    /// `self & by`
    fn both(self, by: Self) -> Self;
    /// `self | by`
    fn either(self, by: Self) -> Self;
    /// `self ^ by`
    fn one(self, by: Self) -> Self;
    /// `~(self & by)`
    fn not_both(self, by: Self) -> Self;
}

macro_rules! wrapping {
    ($($ty:ty),+) => {
        $(
            impl Wrapping for $ty {
                fn plus(self, by: Self) -> Self {
                    self.wrapping_add(by)
                }
                fn minus(self, by: Self) -> Self {
                    self.wrapping_sub(by)
                }
                fn both(self, by: Self) -> Self {
                    self & by
                }
                fn either(self, by: Self) -> Self {
                    self | by
                }
                fn one(self, by: Self) -> Self {
                    self ^ by
                }
                fn not_both(self, by: Self) -> Self {
                    !(self & by)
                }
            }
        )+
    };
}

wrapping!(i8, u8, i16, u16, i32, u32, i64, u64);

operations!(
    atomic_add Wrapping::plus;
    atomic_sub Wrapping::minus;
    atomic_and Wrapping::both;
    atomic_or Wrapping::either;
    atomic_xor Wrapping::one;
    atomic_nand Wrapping::not_both;
);

/// Set the byte; whether it was set.
pub unsafe fn atomic_test_and_set<T>(at: *mut T) -> bool {
    unsafe { u8::swap(at.cast(), 1) != 0 }
}

/// Clear the byte.
pub unsafe fn atomic_clear<T>(at: *mut T) {
    unsafe { u8::swap(at.cast(), 0) };
}

/// Nothing moves across it.
pub fn atomic_fence() {
    fence(SeqCst);
}
