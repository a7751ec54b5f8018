//! What goes wrong with files and processes.

use std::io;
use std::path::{Path, PathBuf};

/// A result of the system.
pub type Result<T> = std::result::Result<T, SystemError>;

/// What was tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Reading a file or its metadata.
    Read,
    /// Writing or removing.
    Write,
    /// Listing a folder.
    List,
    /// Starting a program.
    Start,
}

/// Something that could not be done, with its path.
#[derive(Debug, thiserror::Error)]
#[error("cannot {} {}: {source}", self.verb(), path.display())]
pub struct SystemError {
    /// What was tried.
    pub action: Action,
    /// On what.
    pub path: PathBuf,
    /// Why not.
    pub source: io::Error,
}

impl SystemError {
    /// `action` on `path` failed because of `source`.
    pub fn new(action: Action, path: impl AsRef<Path>, source: io::Error) -> Self {
        SystemError { action, path: path.as_ref().to_path_buf(), source }
    }

    /// `action` on `path` failed for a reason of the host's own.
    pub fn because(action: Action, path: impl AsRef<Path>, kind: io::ErrorKind, why: &str) -> Self {
        Self::new(action, path, io::Error::new(kind, why.to_owned()))
    }

    /// Whether nothing is there.
    pub fn is_missing(&self) -> bool {
        self.source.kind() == io::ErrorKind::NotFound
    }

    /// Whether a file was longer than the limit.
    pub fn is_too_large(&self) -> bool {
        self.source.kind() == io::ErrorKind::FileTooLarge
    }

    fn verb(&self) -> &'static str {
        match self.action {
            Action::Read => "read",
            Action::Write => "write",
            Action::List => "list",
            Action::Start => "start",
        }
    }
}
