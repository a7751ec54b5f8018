//! The machine as the search for a toolchain looks at it.

use crate::toolchain::Machine;
use batuta_system::{Process, System};
use std::ffi::OsString;
use std::path::Path;

/// A [`System`], with programs started in a folder.
pub(super) struct In<'a> {
    pub(super) system: &'a dyn System,
    pub(super) folder: &'a Path,
}

impl Machine for In<'_> {
    fn output(&self, program: &str, arguments: &[&str]) -> Option<String> {
        let path = if program.contains('/') { program.into() } else { self.system.find_program(program)? };
        let ended = self.system.run(&Process::tool(path, self.folder).args(arguments.iter().copied())).ok()?;
        (ended.exit.code() == Some(0)).then(|| String::from_utf8_lossy(&ended.stdout).into_owned())
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        self.system.list(folder).unwrap_or_default()
    }

    fn exists(&self, path: &Path) -> bool {
        self.system.stat(path).is_ok_and(|stat| stat.is_some())
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        self.system.environment(name)
    }
}
