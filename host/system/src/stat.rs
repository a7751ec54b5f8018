//! Metadata of files and the result of walking a folder.

use std::path::PathBuf;

/// What is at a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An ordinary file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device, a socket.
    Other,
}

/// Metadata that changes whenever the content may have changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stat {
    /// What it is.
    pub kind: Kind,
    /// Length in bytes.
    pub size: u64,
    /// Time of the last change of the content, nanoseconds since 1970.
    pub modified: i64,
    /// Time of the last change of the metadata, nanoseconds since 1970.
    pub changed: i64,
    /// Number of the file on its disk.
    pub inode: u64,
}

/// How to walk.
#[derive(Clone, Debug, Default)]
pub struct WalkOptions {
    /// Absolute paths of folders that are left out, such as OUT.
    pub exclude: Vec<PathBuf>,
    /// Stop with a problem after so many files; 0 means no limit.
    pub most_files: usize,
    /// Folders too, hidden and ignored ones as well, and links as they are: everything that a program may have written.
    pub everything: bool,
}

/// A file that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WalkEntry {
    /// Relative to the root, `/`-separated.
    pub path: String,
    /// Its metadata.
    pub stat: Stat,
}

/// Something that could not be walked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WalkProblem {
    /// Relative to the root, with replacement characters where it is not UTF-8.
    pub path: String,
    /// Why, in words.
    pub message: String,
}

/// All files below a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    /// In byte order of their paths.
    pub entries: Vec<WalkEntry>,
    /// In byte order of their paths.
    pub problems: Vec<WalkProblem>,
}

/// Folder names that are never walked into: version control, batuta's own state, what interpreters and package managers leave.
pub(crate) const NEVER: [&str; 6] = [".git", ".hg", ".svn", ".batuta", "__pycache__", "node_modules"];
