//! Numeric backends from shared libraries.
//!
//! A library is native code: it can do whatever the process can, and no check makes it safe. So none is loaded unless its caller lists
//! the SHA-256 digest of exactly its bytes; then its ABI version is looked at, and each operation is tried on a small case with a known
//! answer before anything else may use it ([`Error::Lies`]). The C side is `include/batuta_backend.h`; `examples/openblas-backend` is
//! a backend of a page.

mod abi;
mod check;
mod load;

pub use load::Backend;

/// The ABI version that this host speaks.
pub const ABI: u32 = 1;

/// Text of the C header, for tools that write it somewhere.
pub const HEADER: &str = include_str!("../include/batuta_backend.h");

/// Why a library is not used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It cannot be read, or copied to where nobody else can change it.
    #[error("cannot read the backend {path}: {source}")]
    Io {
        /// Of the library.
        path: String,
        /// Why.
        source: std::io::Error,
    },
    /// Its digest is on no list of the caller's.
    #[error("the backend {path} is not allowed: its digest sha256:{digest} is not on the list")]
    NotAllowed {
        /// Of the library.
        path: String,
        /// Of its bytes, in hexadecimal.
        digest: String,
    },
    /// It is no library for this machine, or lacks the function `batuta_backend`.
    #[error("{path} is no backend: {why}")]
    NotABackend {
        /// Of the library.
        path: String,
        /// What the loader says.
        why: String,
    },
    /// It speaks another version of the ABI.
    #[error("{path} speaks version {theirs} of the backend ABI, this host speaks {ABI}")]
    Version {
        /// Of the library.
        path: String,
        /// What it speaks; 0 when it gave no table.
        theirs: u32,
    },
    /// An operation gave a wrong answer to a question with a known one.
    #[error("the backend {name} lies: {operation} gave {got} where {expected} is right")]
    Lies {
        /// What it calls itself.
        name: String,
        /// The operation.
        operation: &'static str,
        /// Its answer.
        got: f64,
        /// The right one.
        expected: f64,
    },
    /// The backend does not have the operation.
    #[error("the backend {name} has no {operation}")]
    Missing {
        /// What it calls itself.
        name: String,
        /// The operation.
        operation: &'static str,
    },
    /// The operation said that it did nothing.
    #[error("{operation} of the backend {name} failed with {code}")]
    Failed {
        /// What it calls itself.
        name: String,
        /// The operation.
        operation: &'static str,
        /// What it returned.
        code: i32,
    },
    /// Shapes do not fit each other or their slices.
    #[error(transparent)]
    Shape(#[from] batuta_kernels::Error),
}
