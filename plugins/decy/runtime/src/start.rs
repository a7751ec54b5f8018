//! How a C program starts, and how it stops where something was not converted.
#![allow(unsafe_code)] // reads the C library's `environ`

use std::ffi::CString;
use std::os::unix::ffi::OsStringExt;

/// Exit code of a program that reached something that was not converted.
const HOLE: i32 = 70;

fn c_strings(items: impl Iterator<Item = Vec<u8>>) -> Vec<*mut i8> {
    let mut out: Vec<*mut i8> =
        items.filter_map(|item| CString::new(item).ok()).map(|item| item.into_raw().cast()).collect();
    out.push(std::ptr::null_mut());
    out
}

/// `argc` and `argv`; the strings live as long as the program.
#[must_use]
pub fn args() -> (i32, *mut *mut i8) {
    let list = c_strings(std::env::args_os().map(OsStringExt::into_vec)).leak();
    (list.len() as i32 - 1, list.as_mut_ptr())
}

unsafe extern "C" {
    static environ: *mut *mut i8;
}

/// `envp`, which is what `environ` says.
#[must_use]
pub fn environment() -> *mut *mut i8 {
    // SAFETY: the C library's own variable, set before `main`; nothing runs beside the start of a program.
    unsafe { environ }
}

/// From here on a check that fails stops the program with a code, as in a place that was not converted.
pub fn guard() {
    std::panic::set_hook(Box::new(|info| {
        let what = info.payload_as_str().unwrap_or("a check failed");
        let place = info.location().map_or(String::new(), |at| format!("{}:{}", at.file(), at.line()));
        crate::flush();
        eprintln!("batuta: CC0300 {place}: {what}");
        std::process::exit(HOLE)
    }));
}

/// Say that a place was reached that was not converted, and exit with code 70.
pub fn hole<T>(text: &str) -> T {
    eprintln!("{text}");
    std::process::exit(HOLE)
}
