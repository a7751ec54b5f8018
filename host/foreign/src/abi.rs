//! The C structures of `include/batuta_backend.h`, member for member.

use std::ffi::c_char;

/// A product of matrices of `T`: rows, columns and inner extent, then the operands as BLAS orders them.
pub(crate) type Gemm<T> = unsafe extern "C" fn(
    m: usize,
    n: usize,
    k: usize,
    alpha: T,
    a: *const T,
    lda: usize,
    b: *const T,
    ldb: usize,
    beta: T,
    c: *mut T,
    ldc: usize,
) -> i32;

/// The table that a library answers with.
#[repr(C)]
pub(crate) struct Table {
    pub(crate) abi: u32,
    pub(crate) size: u32,
    pub(crate) name: *const c_char,
    pub(crate) version: *const c_char,
    pub(crate) sgemm: Option<Gemm<f32>>,
    pub(crate) dgemm: Option<Gemm<f64>>,
}

/// `batuta_backend`.
pub(crate) type Entry = unsafe extern "C" fn(abi: u32) -> *const Table;
