//! The real machine.

mod below;
mod files;
mod run;
mod walk;

use crate::error::{Action, Result, SystemError};
use crate::process::{Finished, Process};
use crate::sandbox::Confinement;
use crate::stat::{Stat, Walk, WalkOptions};
use crate::{Appender, Lock, Scratch, System};
use files::How;
use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::{Duration, Instant, SystemTime};

/// The real machine.
#[derive(Debug)]
pub struct OsSystem {
    start: Instant,
    confinement: OnceLock<Option<Confinement>>,
}

impl OsSystem {
    /// The machine that this process runs on. Cheap: looks at nothing yet.
    pub fn new() -> Self {
        OsSystem { start: Instant::now(), confinement: OnceLock::new() }
    }

    /// The same machine with this sandbox, or none, whatever else could be had.
    pub fn with_confinement(confinement: Option<Confinement>) -> Self {
        OsSystem { start: Instant::now(), confinement: OnceLock::from(confinement) }
    }
}

impl Default for OsSystem {
    fn default() -> Self {
        Self::new()
    }
}

struct FileLock(#[expect(dead_code, reason = "unlocks when dropped")] File);

impl Lock for FileLock {}

struct TemporaryFolder(tempfile::TempDir);

impl Scratch for TemporaryFolder {
    fn path(&self) -> &Path {
        self.0.path()
    }
}

struct Growing {
    file: File,
    path: PathBuf,
}

impl Appender for Growing {
    fn append(&self, bytes: &[u8]) -> Result<()> {
        use std::io::Write;
        (&self.file).write_all(bytes).map_err(|e| SystemError::new(Action::Write, &self.path, e))
    }
}

impl System for OsSystem {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        let opened = File::options().read(true).custom_flags(files::AT_ONCE).open(path);
        let file = opened.map_err(|e| SystemError::new(Action::Read, path, e))?;
        files::read(file, limit).map_err(|e| SystemError::new(Action::Read, path, e))
    }

    fn stat(&self, path: &Path) -> Result<Option<Stat>> {
        match fs::metadata(path) {
            Ok(metadata) => Ok(Some(files::stat(&metadata))),
            Err(e) if files::is_nothing(&e) => Ok(None),
            Err(e) => Err(SystemError::new(Action::Read, path, e)),
        }
    }

    fn walk(&self, root: &Path, options: &WalkOptions) -> Result<Walk> {
        walk::walk(root, options)
    }

    fn list(&self, folder: &Path) -> Result<Vec<String>> {
        let failed = |e| SystemError::new(Action::List, folder, e);
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(e) if files::is_nothing(&e) => return Ok(Vec::new()),
            Err(e) => return Err(failed(e)),
        };
        let mut names = Vec::new();
        for entry in entries {
            names.push(entry.map_err(failed)?.file_name().to_string_lossy().into_owned());
        }
        names.sort();
        Ok(names)
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        files::write(path, bytes, How::Plain).map_err(|e| SystemError::new(Action::Write, path, e))
    }

    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        files::write(path, bytes, How::Durable).map_err(|e| SystemError::new(Action::Write, path, e))
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        files::write(path, bytes, How::Private).map_err(|e| SystemError::new(Action::Write, path, e))
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        if let Some(folder) = to.parent() {
            self.create_dir(folder)?;
        }
        fs::copy(from, to).map(drop).map_err(|e| SystemError::new(Action::Write, to, e))
    }

    fn create_dir(&self, path: &Path) -> Result<()> {
        fs::create_dir_all(path).map_err(|e| SystemError::new(Action::Write, path, e))
    }

    fn remove(&self, path: &Path) -> Result<()> {
        files::remove(path).map_err(|e| SystemError::new(Action::Write, path, e))
    }

    fn read_below(&self, root: &Path, relative: &str, limit: u64) -> Result<Vec<u8>> {
        below::read(root, relative, limit).map_err(|e| SystemError::new(Action::Read, root.join(relative), e))
    }

    fn stat_below(&self, root: &Path, relative: &str) -> Result<Option<Stat>> {
        match below::stat(root, relative) {
            Ok(stat) => Ok(Some(stat)),
            Err(e) if files::is_nothing(&e) => Ok(None),
            Err(e) => Err(SystemError::new(Action::Read, root.join(relative), e)),
        }
    }

    fn write_below(&self, root: &Path, relative: &str, bytes: &[u8]) -> Result<()> {
        below::write(root, relative, bytes).map_err(|e| SystemError::new(Action::Write, root.join(relative), e))
    }

    fn remove_below(&self, root: &Path, relative: &str) -> Result<()> {
        below::remove(root, relative).map_err(|e| SystemError::new(Action::Write, root.join(relative), e))
    }

    fn absolute(&self, path: &Path) -> Result<PathBuf> {
        files::absolute(path).map_err(|e| SystemError::new(Action::Read, path, e))
    }

    fn lock(&self, path: &Path) -> Result<Option<Box<dyn Lock>>> {
        let failed = |e| SystemError::new(Action::Write, path, e);
        if let Some(folder) = path.parent() {
            self.create_dir(folder)?;
        }
        let file = File::options().create(true).truncate(false).write(true).open(path).map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Some(Box::new(FileLock(file)))),
            Err(TryLockError::WouldBlock) => Ok(None),
            Err(TryLockError::Error(e)) => Err(failed(e)),
        }
    }

    fn scratch(&self) -> Result<Box<dyn Scratch>> {
        let folder = tempfile::Builder::new().prefix("batuta-").tempdir();
        let folder = folder.map_err(|e| SystemError::new(Action::Write, std::env::temp_dir(), e))?;
        Ok(Box::new(TemporaryFolder(folder)))
    }

    fn now(&self) -> Duration {
        SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
    }

    fn appender(&self, path: &Path) -> Result<Box<dyn Appender>> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            self.create_dir(folder)?;
        }
        let file = File::options().append(true).create(true).open(path);
        let file = file.map_err(|e| SystemError::new(Action::Write, path, e))?;
        Ok(Box::new(Growing { file, path: path.to_path_buf() }))
    }

    fn elapsed(&self) -> Duration {
        self.start.elapsed()
    }

    fn environment(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name)
    }

    fn find_program(&self, name: &str) -> Option<PathBuf> {
        files::find_program(name)
    }

    fn run(&self, process: &Process) -> Result<Finished> {
        run::run(process)
    }

    fn confinement(&self) -> Option<Confinement> {
        self.confinement.get_or_init(|| Confinement::detect(self.find_program("bwrap"))).clone()
    }
}
