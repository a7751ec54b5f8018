//! An index of documents, and questions to it.
//!
//! Documents are cut into chunks where their structure says so (headings, functions), chunks are ranked by BM25 (Robertson and
//! Zaragoza, 2009), and every answer names the file, its lines and the digest of its bytes. The index is one file: written whole or not at
//! all, with a digest of its own, brought up to date by looking at what changed, and made anew when it is damaged.

mod bm25;
pub mod chunk;
pub mod dense;
pub mod evaluate;
mod fusion;
mod index;
mod near;
mod searcher;
mod store;
pub mod terms;
mod vectors;

pub use fusion::LEXICAL;
pub use index::{Change, Document, Hit, Index};
pub use searcher::Searcher;
pub use store::{Opened, open, save};
pub use vectors::Dense;

use std::path::PathBuf;

/// Longest query in characters.
pub const QUERY: usize = 10_000;

/// Longest document in bytes; longer ones are left out, and that is said.
pub const DOCUMENT: u64 = 16 << 20;

/// What goes wrong with an index.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of the machine.
    #[error(transparent)]
    System(#[from] batuta_system::SystemError),
    /// It cannot be put into the form that is kept.
    #[error("the index cannot be written: {0}")]
    Form(String),
    /// A query that nobody would write.
    #[error("a query has 1 to {QUERY} characters with at least one word, this has {0} characters")]
    Query(usize),
    /// A file of a model.
    #[error("the model's file {}: {why}", path.display())]
    Model {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A model that was read and does not run.
    #[error("the model cannot be run: {0}")]
    Embedding(String),
    /// A file of a collection that searches are measured on.
    #[error("the collection: {0}")]
    Collection(String),
}

/// A digest in hexadecimal.
pub(crate) fn hexadecimal(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}
