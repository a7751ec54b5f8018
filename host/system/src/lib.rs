//! Files, processes, environment and clock behind one trait.
//!
//! [`System`] is the only way in which the rest of the host touches the machine: [`OsSystem`] is the real one,
//! [`MemorySystem`] a world of its own for tests. Programs that come from a user's project run in an OS sandbox, see
//! [`Confinement`].
#![allow(clippy::disallowed_methods)] // This crate is the one place that may.

mod error;
mod memory;
mod os;
mod process;
mod relative;
mod sandbox;
mod stat;

pub use error::{Action, Result, SystemError};
pub use memory::{MemoryFault, MemorySystem};
pub use os::OsSystem;
pub use process::{Confine, Environment, Exit, Finished, Limits, Process, Stop};
pub use relative::{is_clean, normalise};
pub use sandbox::{Confinement, without_bubblewrap};
pub use stat::{Kind, Stat, Walk, WalkEntry, WalkOptions, WalkProblem};

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Held until dropped; keeps other processes from holding the same lock.
pub trait Lock: Send + Sync {}

/// A file that grows at its end, line by line.
pub trait Appender: Send + Sync {
    /// Add `bytes`, in one piece.
    ///
    /// # Errors
    /// When the disk refuses.
    fn append(&self, bytes: &[u8]) -> Result<()>;
}

/// A folder of its own that vanishes when dropped.
pub trait Scratch: Send + Sync {
    /// Where it is.
    fn path(&self) -> &Path;
}

/// Files, processes, environment and clock.
///
/// Functions whose names end in `_below` take a path that may come from a plugin: it must be [clean](is_clean), and links
/// that lead outside `root` are not followed.
pub trait System: Send + Sync {
    /// The content of a file of at most `limit` bytes.
    ///
    /// # Errors
    /// When it cannot be read, or is longer.
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>>;

    /// What is at `path`, links followed; none when nothing is.
    ///
    /// # Errors
    /// When that cannot be found out.
    fn stat(&self, path: &Path) -> Result<Option<Stat>>;

    /// All files below `root` in byte order of their paths, `.gitignore` respected.
    ///
    /// # Errors
    /// When `root` cannot be listed; trouble further down becomes a [`WalkProblem`].
    fn walk(&self, root: &Path, options: &WalkOptions) -> Result<Walk>;

    /// Names in a folder, sorted; empty when there is no such folder.
    ///
    /// # Errors
    /// When it cannot be listed.
    fn list(&self, folder: &Path) -> Result<Vec<String>>;

    /// Replace the content of a file in one step: readers see the old bytes or the new ones. Missing folders are made.
    ///
    /// # Errors
    /// When it cannot be written; the old content is then still there.
    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()>;

    /// As [`System::write`], and on disk when it returns.
    ///
    /// # Errors
    /// As [`System::write`].
    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<()>;

    /// As [`System::write_durably`], and nobody but this user may read the file.
    ///
    /// # Errors
    /// When it cannot be written.
    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<()>;

    /// Copy a file with its permissions; missing folders are made.
    ///
    /// # Errors
    /// When it cannot be read or written.
    fn copy(&self, from: &Path, to: &Path) -> Result<()>;

    /// Make a folder and those above it.
    ///
    /// # Errors
    /// When one cannot be made.
    fn create_dir(&self, path: &Path) -> Result<()>;

    /// Remove a file, or a folder with all that is in it; nothing there is no error.
    ///
    /// # Errors
    /// When something cannot be removed.
    fn remove(&self, path: &Path) -> Result<()>;

    /// As [`System::read`], for a path from a plugin.
    ///
    /// # Errors
    /// As [`System::read`], and when the path leads outside `root`.
    fn read_below(&self, root: &Path, relative: &str, limit: u64) -> Result<Vec<u8>>;

    /// As [`System::stat`], for a path from a plugin.
    ///
    /// # Errors
    /// As [`System::stat`], and when the path leads outside `root`.
    fn stat_below(&self, root: &Path, relative: &str) -> Result<Option<Stat>>;

    /// As [`System::write`], for a path from a plugin.
    ///
    /// # Errors
    /// As [`System::write`], and when the path leads outside `root`.
    fn write_below(&self, root: &Path, relative: &str, bytes: &[u8]) -> Result<()>;

    /// Remove one file, for a path from a plugin, and the folders above it that are then empty; never `root` itself.
    ///
    /// # Errors
    /// When it cannot be removed or the path leads outside `root`.
    fn remove_below(&self, root: &Path, relative: &str) -> Result<()>;

    /// `path` as an absolute path without links, as far as it exists.
    ///
    /// # Errors
    /// When the working folder is gone.
    fn absolute(&self, path: &Path) -> Result<PathBuf>;

    /// Lock `path` (a file that is made when missing); none when somebody else holds it.
    ///
    /// # Errors
    /// When the file cannot be made.
    fn lock(&self, path: &Path) -> Result<Option<Box<dyn Lock>>>;

    /// A new, empty folder that only this user can enter.
    ///
    /// # Errors
    /// When it cannot be made.
    fn scratch(&self) -> Result<Box<dyn Scratch>>;

    /// Time since 1970, UTC.
    fn now(&self) -> Duration;

    /// A file to append to, made with its folders when it is not there.
    ///
    /// # Errors
    /// When it cannot be opened for that.
    fn appender(&self, path: &Path) -> Result<Box<dyn Appender>>;

    /// Time since some fixed point; never goes back.
    fn elapsed(&self) -> Duration;

    /// A variable of the environment.
    fn environment(&self, name: &str) -> Option<OsString>;

    /// The program that PATH names so.
    fn find_program(&self, name: &str) -> Option<PathBuf>;

    /// Run a program to its end, its time limit, or until it is stopped. All that it started ends with it.
    ///
    /// # Errors
    /// When it cannot be started. How it ended is part of [`Finished`].
    fn run(&self, process: &Process) -> Result<Finished>;

    /// The strongest sandbox that this machine can give; none when there is none.
    fn confinement(&self) -> Option<Confinement>;
}
