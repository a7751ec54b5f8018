//! `OUT/.batuta/stage`: a copy of the workspace that cargo and rustfmt work on, so that OUT itself only ever holds final files.

use crate::error::Result;
use crate::state;
use crate::tree::Tree;
use batuta_system::{System, WalkOptions};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// Longest staged file, in bytes.
const LONGEST: u64 = 1 << 30;

/// The folder with a copy of a tree in it.
pub(super) struct Stage<'a> {
    system: &'a dyn System,
    /// Where it is.
    pub(super) folder: PathBuf,
}

impl<'a> Stage<'a> {
    /// Below `out`; nothing is written yet.
    pub(super) fn new(system: &'a dyn System, out: &Path) -> Self {
        Stage { system, folder: state::folder(out).join("stage") }
    }

    /// Make the folder hold exactly `tree`; files that are right already stay untouched, so that cargo sees no change.
    pub(super) fn set(&self, tree: &Tree) -> Result<()> {
        self.system.create_dir(&self.folder)?;
        for entry in self.system.walk(&self.folder, &WalkOptions::default())?.entries {
            let known =
                tree.files.contains_key(&entry.path) || entry.path == "Cargo.lock" || entry.path == ".rustfmt.toml";
            if !known {
                self.system.remove_below(&self.folder, &entry.path)?;
            }
        }
        for (path, file) in &tree.files {
            self.put(path, &file.bytes)?;
        }
        self.put(".rustfmt.toml", b"edition = \"2024\"\n")
    }

    /// Write one file if it differs.
    pub(super) fn put(&self, path: &str, bytes: &[u8]) -> Result<()> {
        if self.get(path).is_some_and(|there| there == bytes) {
            return Ok(());
        }
        Ok(self.system.write_below(&self.folder, path, bytes)?)
    }

    /// One file's content.
    pub(super) fn get(&self, path: &str) -> Option<Vec<u8>> {
        self.system.read_below(&self.folder, path, LONGEST).ok()
    }

    /// Where cargo builds when it works here.
    pub(super) fn target(&self) -> OsString {
        self.folder.join("target").into_os_string()
    }
}
