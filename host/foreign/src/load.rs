//! [`Backend`]: from a file to functions that can be called.
#![allow(unsafe_code)] // the loader
#![allow(clippy::disallowed_methods)] // It reads the library; the caller named it and its digest.

use crate::abi::{Entry, Gemm, Table};
use crate::{ABI, Error, check};
use batuta_kernels::{View, ViewMut};
use libloading::Library;
use sha2::{Digest, Sha256};
use std::ffi::{CStr, c_char};
use std::io::Write;
use std::path::Path;

/// Longest library, in bytes.
const LONGEST: u64 = 1 << 30;
/// Longest name or version, in bytes.
const TEXT: usize = 64;

/// A library that was allowed, loaded and found to tell the truth.
pub struct Backend {
    name: String,
    version: String,
    sgemm: Option<Gemm<f32>>,
    dgemm: Option<Gemm<f64>>,
    /// The functions above point into it: it is dropped last.
    _library: Library,
}

impl std::fmt::Debug for Backend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Backend({} {})", self.name, self.version)
    }
}

impl Backend {
    /// Load the library at `path` if the SHA-256 digest of its bytes, in hexadecimal, is in `allowed`; an empty list allows nothing.
    /// What is loaded are exactly the bytes whose digest was looked at: a private copy of them.
    ///
    /// # Errors
    /// See [`Error`]; the library's own code has run only from [`Error::Version`] on.
    pub fn load(path: &Path, allowed: &[&str]) -> Result<Self, Error> {
        let shown = path.display().to_string();
        let io = |source| Error::Io { path: shown.clone(), source };
        let bytes = read(path).map_err(io)?;
        let digest: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        if !allowed.contains(&digest.as_str()) {
            return Err(Error::NotAllowed { path: shown, digest });
        }
        let mut copy = tempfile::Builder::new().prefix("batuta-backend-").suffix(".so").tempfile().map_err(io)?;
        copy.write_all(&bytes).map_err(io)?;
        let backend = Self::open(copy.path(), &shown)?;
        check::truthful(&backend)?;
        Ok(backend)
    }

    fn open(copy: &Path, shown: &str) -> Result<Self, Error> {
        let none = |why: String| Error::NotABackend { path: shown.to_owned(), why };
        // SAFETY: loading runs the library's initialisers, arbitrary native code; the user allowed exactly these bytes by digest.
        let library = unsafe { Library::new(copy) }.map_err(|error| none(error.to_string()))?;
        // SAFETY: the header says that a symbol of this name has this type; that the library keeps to it is what the user trusts.
        let entry = unsafe { library.get::<Entry>(b"batuta_backend\0") }.map_err(|error| none(error.to_string()))?;
        // SAFETY: as above; the function takes a number.
        let table = unsafe { entry(ABI) };
        if table.is_null() {
            return Err(Error::Version { path: shown.to_owned(), theirs: 0 });
        }
        // SAFETY: not null; `abi` and `size` come first in every version of the table, and are read alone before the rest.
        let (abi, size) = unsafe { ((*table).abi, (*table).size) };
        if abi != ABI || (size as usize) < size_of::<Table>() {
            return Err(Error::Version { path: shown.to_owned(), theirs: abi });
        }
        // SAFETY: the table has at least the size of ours and lives as long as the library, which this value keeps.
        let table = unsafe { &*table };
        let (name, version) = (text(table.name), text(table.version));
        Ok(Backend { name, version, sgemm: table.sgemm, dgemm: table.dgemm, _library: library })
    }

    /// What it calls itself.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its version.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// `c = alpha * a * b + beta * c` of f32; views with a column stride of one.
    ///
    /// # Errors
    /// When shapes do not fit, or the backend has no such operation or says that it did nothing.
    pub fn sgemm(
        &self,
        alpha: f32,
        a: View<'_, f32>,
        b: View<'_, f32>,
        beta: f32,
        c: &mut ViewMut<'_, f32>,
    ) -> Result<(), Error> {
        self.gemm("sgemm", self.sgemm, (alpha, beta), a, b, c)
    }

    /// As [`Backend::sgemm`], of f64.
    ///
    /// # Errors
    /// As [`Backend::sgemm`].
    pub fn dgemm(
        &self,
        alpha: f64,
        a: View<'_, f64>,
        b: View<'_, f64>,
        beta: f64,
        c: &mut ViewMut<'_, f64>,
    ) -> Result<(), Error> {
        self.gemm("dgemm", self.dgemm, (alpha, beta), a, b, c)
    }

    fn gemm<T: Copy>(
        &self,
        operation: &'static str,
        function: Option<Gemm<T>>,
        (alpha, beta): (T, T),
        a: View<'_, T>,
        b: View<'_, T>,
        c: &mut ViewMut<'_, T>,
    ) -> Result<(), Error> {
        let function = function.ok_or_else(|| Error::Missing { name: self.name.clone(), operation })?;
        let (left, right, out) = (a.shape(), b.shape(), c.shape());
        let pairs = [
            ("columns of the left and rows of the right matrix", left.columns, right.rows),
            ("rows of the left matrix and of the result", left.rows, out.rows),
            ("columns of the right matrix and of the result", right.columns, out.columns),
            ("column stride of the left matrix and one", left.column_stride, 1),
            ("column stride of the right matrix and one", right.column_stride, 1),
            ("column stride of the result and one", out.column_stride, 1),
        ];
        for (what, left, right) in pairs {
            if left != right {
                return Err(batuta_kernels::Error::Mismatch { what, left, right }.into());
            }
        }
        if out.rows == 0 || out.columns == 0 {
            return Ok(());
        }
        let (a, b) = (a.data().as_ptr(), b.data().as_ptr());
        // SAFETY: views reach no further than their slices, which live through the call; `c` is borrowed alone. That the library
        // stays inside what the header describes is what the user trusts.
        let code = unsafe {
            function(
                out.rows,
                out.columns,
                left.columns,
                alpha,
                a,
                left.row_stride,
                b,
                right.row_stride,
                beta,
                c.data().as_mut_ptr(),
                out.row_stride,
            )
        };
        if code == 0 { Ok(()) } else { Err(Error::Failed { name: self.name.clone(), operation, code }) }
    }

    /// The operations that it has.
    pub fn operations(&self) -> Vec<&'static str> {
        let all = [("sgemm", self.sgemm.is_some()), ("dgemm", self.dgemm.is_some())];
        all.into_iter().filter(|(_, has)| *has).map(|(name, _)| name).collect()
    }
}

fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::io::Read;
    let mut bytes = Vec::new();
    std::fs::File::open(path)?.take(LONGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// A C string of at most [`TEXT`] bytes, without what could control a terminal.
fn text(pointer: *const c_char) -> String {
    if pointer.is_null() {
        return "?".into();
    }
    // SAFETY: the header says that it is a string with an end.
    let bytes = unsafe { CStr::from_ptr(pointer) }.to_bytes();
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(TEXT)]);
    text.chars().filter(|c| !c.is_control()).collect()
}
