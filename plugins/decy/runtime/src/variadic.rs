//! Functions of the C library with variable arguments, as what a pointer to such a function leads to: they take a [`VaList`], as those of
//! the program do.
#![allow(unsafe_code)]

use crate::VaList;
use std::ffi::{c_char, c_int, c_ulong, c_void};

mod c {
    use super::{VaList, c_char, c_int, c_ulong, c_void};

    unsafe extern "C" {
        pub fn vprintf(format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vfprintf(stream: *mut c_void, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vsprintf(text: *mut c_char, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vsnprintf(text: *mut c_char, size: usize, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vdprintf(file: c_int, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vscanf(format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vfscanf(stream: *mut c_void, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn vsscanf(text: *const c_char, format: *const c_char, list: *mut VaList) -> c_int;
        pub fn open(path: *const c_char, flags: c_int, ...) -> c_int;
        pub fn fcntl(file: c_int, command: c_int, ...) -> c_int;
        pub fn ioctl(file: c_int, request: c_ulong, ...) -> c_int;
        pub fn mremap(address: *mut c_void, old: usize, size: usize, flags: c_int, ...) -> *mut c_void;
    }
}

macro_rules! listed {
    ($($name:ident => $listed:ident($($param:ident: $ty:ty),+);)+) => {
        $(
            #[doc = concat!("`", stringify!($name), "`.")]
            ///
            /// # Safety
            /// As the C library says.
            pub unsafe extern "C" fn $name($($param: $ty,)+ mut list: VaList) -> c_int {
                // SAFETY: passed on to the caller.
                unsafe { c::$listed($($param,)+ &raw mut list) }
            }
        )+
    };
}

listed! {
    printf => vprintf(format: *const c_char);
    fprintf => vfprintf(stream: *mut c_void, format: *const c_char);
    sprintf => vsprintf(text: *mut c_char, format: *const c_char);
    snprintf => vsnprintf(text: *mut c_char, size: usize, format: *const c_char);
    dprintf => vdprintf(file: c_int, format: *const c_char);
    scanf => vscanf(format: *const c_char);
    fscanf => vfscanf(stream: *mut c_void, format: *const c_char);
    sscanf => vsscanf(text: *const c_char, format: *const c_char);
}

/// Flags of Linux with which `open` takes a mode: `O_CREAT`, and the bit of `O_TMPFILE` that is its own.
const MAKES: c_int = 0o100 | 0o20_000_000;

/// `open`.
///
/// # Safety
/// As the C library says.
pub unsafe extern "C" fn open(path: *const c_char, flags: c_int, mut list: VaList) -> c_int {
    // SAFETY: the caller promises a mode where the flags ask for one.
    unsafe {
        if flags & MAKES == 0 {
            return c::open(path, flags);
        }
        c::open(path, flags, *VaList::next::<c_int>(&raw mut list))
    }
}

/// Commands of Linux with which `fcntl` takes nothing: `F_GETFD`, `F_GETFL`, `F_GETOWN`, `F_GETSIG`, `F_GETLEASE`, `F_GETPIPE_SZ`,
/// `F_GET_SEALS`.
const ASKS: [c_int; 7] = [1, 3, 9, 11, 1025, 1032, 1034];

/// `fcntl`.
///
/// # Safety
/// As the C library says.
pub unsafe extern "C" fn fcntl(file: c_int, command: c_int, mut list: VaList) -> c_int {
    // SAFETY: the caller promises an argument where the command asks for one.
    unsafe {
        if ASKS.contains(&command) {
            return c::fcntl(file, command);
        }
        c::fcntl(file, command, *VaList::next::<c_ulong>(&raw mut list))
    }
}

/// `ioctl`.
///
/// # Safety
/// As the C library says; there must be a third argument.
pub unsafe extern "C" fn ioctl(file: c_int, request: c_ulong, mut list: VaList) -> c_int {
    // SAFETY: the caller promises the argument.
    unsafe { c::ioctl(file, request, *VaList::next::<c_ulong>(&raw mut list)) }
}

/// The flag of Linux with which `mremap` takes a new address: `MREMAP_FIXED`.
const FIXED: c_int = 2;

/// `mremap`.
///
/// # Safety
/// As the C library says.
pub unsafe extern "C" fn mremap(
    address: *mut c_void,
    old: usize,
    size: usize,
    flags: c_int,
    mut list: VaList,
) -> *mut c_void {
    // SAFETY: the caller promises an address where the flags ask for one.
    unsafe {
        if flags & FIXED == 0 {
            return c::mremap(address, old, size, flags);
        }
        c::mremap(address, old, size, flags, *VaList::next::<*mut c_void>(&raw mut list))
    }
}
