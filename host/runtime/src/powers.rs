//! What a plugin may do beyond looking at what it is given: [`Powers`], by the user's grant; and who is told: [`Audit`].
//!
//! This crate decides *whether* a plugin may, and hands the doing to whoever embeds it: a folder for storage, a sandbox for tools.

use crate::model::{FileProvider, SourceFile};
use crate::plugin_set::FailureKind;
use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;

/// Why something granted was not done, in words for the plugin.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PowerError {
    /// A quota of the user's is used up.
    Limit(String),
    /// It is not among what was granted.
    Denied(String),
    /// It was tried and failed.
    Failed(String),
}

/// A plugin's private, persistent store.
pub trait Storage: Send + Sync {
    /// The value under `key`, or none.
    ///
    /// # Errors
    /// When it cannot be read.
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, PowerError>;
    /// Replace the value under `key`, atomically.
    ///
    /// # Errors
    /// When it cannot be written, or past the quota.
    fn put(&self, key: &str, value: &[u8]) -> Result<(), PowerError>;
    /// Forget `key`; a missing key is no error.
    ///
    /// # Errors
    /// When it cannot be removed.
    fn remove(&self, key: &str) -> Result<(), PowerError>;
}

/// How a native tool ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToolOutcome {
    /// 128 + N when signal N killed it.
    pub exit_code: i32,
    /// What it wrote, up to a limit.
    pub stdout: Vec<u8>,
    /// What it wrote, up to a limit.
    pub stderr: Vec<u8>,
}

/// Runs native programs in a sandbox of the operating system. Only names that were granted come here.
pub trait Tools: Send + Sync {
    /// Run the program `name`; never longer than `time`.
    ///
    /// # Errors
    /// When it is not there, cannot be confined, or did not end in time.
    fn run(&self, name: &str, arguments: &[String], stdin: &[u8], time: Duration) -> Result<ToolOutcome, PowerError>;
}

/// One hit of a search.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Number of the chunk.
    pub chunk: u64,
    /// Of its document.
    pub path: String,
    /// From 1.
    pub first_line: u32,
    /// From 1, inclusive.
    pub last_line: u32,
    /// Of the document.
    pub digest: crate::model::Digest,
    /// BM25.
    pub lexical: f32,
    /// Inner product of embeddings, with a model.
    pub dense: Option<f32>,
    /// The chunk.
    pub text: String,
}

/// The host's index of documents.
pub trait Retrieval: Send + Sync {
    /// The best `limit` chunks, best first.
    ///
    /// # Errors
    /// When the index cannot be read.
    fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, PowerError>;
}

/// What one plugin was granted. The default is nothing.
#[derive(Clone, Default)]
pub struct Powers {
    /// Its private store.
    pub storage: Option<Arc<dyn Storage>>,
    /// The native compute core.
    pub compute: bool,
    /// The index of documents.
    pub retrieval: Option<Arc<dyn Retrieval>>,
    /// Native programs, and the names of those that it may run.
    pub tools: Option<(BTreeSet<String>, Arc<dyn Tools>)>,
    /// Files outside of the project, by absolute path; serves only what lies in granted folders.
    pub outside: Option<Arc<dyn FileProvider>>,
    /// Variables that WASI shows it.
    pub environment: Vec<(String, String)>,
    /// Whether WASI's clocks are the machine's.
    pub clock: bool,
    /// Whether WASI's randomness is the machine's.
    pub random: bool,
}

impl Powers {
    /// Whether a step may depend on more than its recorded inputs, through WASI, so that its result is not kept.
    pub fn impure(&self) -> bool {
        self.clock || self.random || !self.environment.is_empty()
    }

    /// The granted file at an absolute path.
    pub(crate) fn outside(&self, path: &str) -> Option<Arc<SourceFile>> {
        self.outside.as_ref()?.open(path)
    }
}

/// One thing that a plugin did, or that was done with it; a line of the audit log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// It is part of a run.
    Load {
        /// Name and version.
        plugin: String,
        /// Digest of its bytes.
        digest: String,
        /// Where it comes from.
        source: String,
        /// ABI that it was built for.
        abi: String,
    },
    /// It was given a capability for this run.
    Grant {
        /// Name and version.
        plugin: String,
        /// `capability` or `capability=detail`.
        capability: String,
    },
    /// It asked for something that it was not granted.
    Deny {
        /// Name and version.
        plugin: String,
        /// `capability` or `capability=detail`.
        capability: String,
    },
    /// It was called, and gave a value.
    Call {
        /// Name and version.
        plugin: String,
        /// The function.
        step: &'static str,
        /// The file, where the step has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<String>,
        /// Wall time in microseconds.
        microseconds: u64,
        /// Greatest size of its memory in bytes.
        memory: u64,
        /// Whether the result may be kept.
        cacheable: bool,
        /// Digest of the result.
        #[serde(skip_serializing_if = "Option::is_none")]
        output: Option<String>,
    },
    /// It was called, and gave none: a trap, a limit, or an error of its own.
    Fail {
        /// Name and version.
        plugin: String,
        /// The function.
        step: &'static str,
        /// The file, where the step has one.
        #[serde(skip_serializing_if = "Option::is_none")]
        file: Option<String>,
        /// What kind of end it was.
        kind: FailureKind,
        /// In words.
        message: String,
        /// Wall time in microseconds.
        microseconds: u64,
    },
}

/// Who is told what plugins do. Must not fail and not take long: it is asked on the run's path.
pub trait Audit: Send + Sync {
    /// Remember one event.
    fn record(&self, event: &Event);
}
