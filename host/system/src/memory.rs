//! A machine in memory, for tests: no real file is touched, writes can be made to fail, programs are functions.

use crate::error::{Action, Result, SystemError};
use crate::process::{Finished, Process};
use crate::relative::is_clean;
use crate::sandbox::Confinement;
use crate::stat::{Kind, NEVER, Stat, Walk, WalkEntry, WalkOptions};
use crate::{Appender, Lock, Scratch, System};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

type Program = Arc<dyn Fn(&Process) -> Finished + Send + Sync>;

/// Something that goes wrong in a [`MemorySystem`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemoryFault {
    /// Files below this path cannot be read.
    Unreadable(PathBuf),
    /// Nothing below this path can be written.
    ReadOnly(PathBuf),
    /// After so many more writes the disk is full.
    FullAfter(u64),
}

#[derive(Default)]
struct World {
    files: BTreeMap<PathBuf, (Vec<u8>, Stat)>,
    locks: BTreeSet<PathBuf>,
    environment: BTreeMap<String, OsString>,
    programs: BTreeMap<String, Program>,
    faults: Vec<MemoryFault>,
    clock: u64,
    writes: u64,
    next_inode: u64,
    next_scratch: u64,
}

/// A machine in memory. It knows no links and no `.gitignore`; each look at the clock moves it by a millisecond.
#[derive(Clone, Default)]
pub struct MemorySystem(Arc<Mutex<World>>);

impl MemorySystem {
    /// Without files and programs.
    pub fn new() -> Self {
        Self::default()
    }

    /// Put a file.
    pub fn put(&self, path: impl AsRef<Path>, bytes: impl AsRef<[u8]>) {
        self.world().put(path.as_ref(), bytes.as_ref());
    }

    /// All paths below `folder`, in order.
    pub fn paths(&self, folder: impl AsRef<Path>) -> Vec<PathBuf> {
        self.world().files.keys().filter(|path| path.starts_with(&folder)).cloned().collect()
    }

    /// Set a variable.
    pub fn set_environment(&self, name: &str, value: &str) {
        self.world().environment.insert(name.to_owned(), value.into());
    }

    /// Make a program known to PATH, as `/bin/NAME`.
    pub fn program(&self, name: &str, body: impl Fn(&Process) -> Finished + Send + Sync + 'static) {
        self.world().programs.insert(name.to_owned(), Arc::new(body));
    }

    /// Make something go wrong from now on; an empty list heals everything.
    pub fn set_faults(&self, faults: Vec<MemoryFault>) {
        self.world().faults = faults;
    }

    /// How many writes there were.
    pub fn writes(&self) -> u64 {
        self.world().writes
    }

    fn world(&self) -> MutexGuard<'_, World> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl World {
    fn put(&mut self, path: &Path, bytes: &[u8]) {
        self.clock += 1;
        self.next_inode += 1;
        let time = self.clock as i64 * 1_000_000;
        let stat =
            Stat { kind: Kind::File, size: bytes.len() as u64, modified: time, changed: time, inode: self.next_inode };
        self.files.insert(path.to_path_buf(), (bytes.to_vec(), stat));
    }

    fn get(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        let failed = |kind: ErrorKind| SystemError::new(Action::Read, path, kind.into());
        if self.faults.iter().any(|fault| matches!(fault, MemoryFault::Unreadable(below) if path.starts_with(below))) {
            return Err(failed(ErrorKind::PermissionDenied));
        }
        let (bytes, _) = self.files.get(path).ok_or_else(|| failed(ErrorKind::NotFound))?;
        if bytes.len() as u64 > limit { Err(failed(ErrorKind::FileTooLarge)) } else { Ok(bytes.clone()) }
    }

    fn may_write(&mut self, path: &Path) -> Result<()> {
        let failed = |kind: ErrorKind| Err(SystemError::new(Action::Write, path, kind.into()));
        for fault in &mut self.faults {
            match fault {
                MemoryFault::ReadOnly(below) if path.starts_with(&*below) => {
                    return failed(ErrorKind::ReadOnlyFilesystem);
                }
                MemoryFault::FullAfter(0) => return failed(ErrorKind::StorageFull),
                MemoryFault::FullAfter(left) => *left -= 1,
                _ => {}
            }
        }
        self.writes += 1;
        Ok(())
    }

    fn stat(&self, path: &Path) -> Option<Stat> {
        let folder = Stat { kind: Kind::Folder, size: 0, modified: 0, changed: 0, inode: 0 };
        let is_folder = || self.files.keys().any(|file| file.starts_with(path));
        self.files.get(path).map(|(_, stat)| *stat).or_else(|| is_folder().then_some(folder))
    }

    fn tick(&mut self) -> Duration {
        self.clock += 1;
        Duration::from_millis(self.clock)
    }
}

struct MemoryLock(MemorySystem, PathBuf);

impl Lock for MemoryLock {}

impl Drop for MemoryLock {
    fn drop(&mut self) {
        self.0.world().locks.remove(&self.1);
    }
}

struct MemoryScratch(MemorySystem, PathBuf);

impl Scratch for MemoryScratch {
    fn path(&self) -> &Path {
        &self.1
    }
}

impl Drop for MemoryScratch {
    fn drop(&mut self) {
        self.0.world().files.retain(|path, _| !path.starts_with(&self.1));
    }
}

fn below(root: &Path, relative: &str, action: Action) -> Result<PathBuf> {
    let path = root.join(relative);
    if is_clean(relative) {
        return Ok(path);
    }
    Err(SystemError::because(action, path, ErrorKind::InvalidInput, "not a plain relative path"))
}

fn is_left_out(root: &Path, path: &Path, options: &WalkOptions) -> bool {
    let relative = path.strip_prefix(root).unwrap_or(path);
    let never = |part: Component<'_>| part.as_os_str().to_str().is_some_and(|name| NEVER.contains(&name));
    (!options.everything && relative.components().any(never))
        || options.exclude.iter().any(|folder| path.starts_with(folder))
}

struct Growing {
    system: MemorySystem,
    path: PathBuf,
}

impl Appender for Growing {
    fn append(&self, bytes: &[u8]) -> Result<()> {
        let there = self.system.read(&self.path, u64::MAX).unwrap_or_default();
        self.system.write(&self.path, &[&there, bytes].concat())
    }
}

impl System for MemorySystem {
    fn read(&self, path: &Path, limit: u64) -> Result<Vec<u8>> {
        self.world().get(path, limit)
    }

    fn stat(&self, path: &Path) -> Result<Option<Stat>> {
        Ok(self.world().stat(path))
    }

    fn walk(&self, root: &Path, options: &WalkOptions) -> Result<Walk> {
        let world = self.world();
        let mut entries: Vec<WalkEntry> = Vec::new();
        for (path, (_, stat)) in world.files.iter().filter(|(path, _)| path.starts_with(root)) {
            let relative = path.strip_prefix(root).ok().and_then(Path::to_str).unwrap_or_default();
            if !relative.is_empty() && !is_left_out(root, path, options) {
                entries.push(WalkEntry { path: relative.to_owned(), stat: *stat });
            }
        }
        entries.sort_by(|a, b| a.path.cmp(&b.path));
        Ok(Walk { entries, problems: Vec::new() })
    }

    fn list(&self, folder: &Path) -> Result<Vec<String>> {
        let names = |path: &PathBuf| {
            let first = path.strip_prefix(folder).ok()?.components().next()?;
            Some(first.as_os_str().to_string_lossy().into_owned())
        };
        let all: BTreeSet<String> = self.world().files.keys().filter_map(names).collect();
        Ok(all.into_iter().collect())
    }

    fn write(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        let mut world = self.world();
        world.may_write(path)?;
        world.put(path, bytes);
        Ok(())
    }

    fn write_durably(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.write(path, bytes)
    }

    fn write_private(&self, path: &Path, bytes: &[u8]) -> Result<()> {
        self.write(path, bytes)
    }

    fn copy(&self, from: &Path, to: &Path) -> Result<()> {
        let bytes = self.read(from, u64::MAX)?;
        self.write(to, &bytes)
    }

    fn create_dir(&self, _: &Path) -> Result<()> {
        Ok(())
    }

    fn remove(&self, path: &Path) -> Result<()> {
        let mut world = self.world();
        world.may_write(path)?;
        world.files.retain(|file, _| !file.starts_with(path));
        Ok(())
    }

    fn read_below(&self, root: &Path, relative: &str, limit: u64) -> Result<Vec<u8>> {
        self.read(&below(root, relative, Action::Read)?, limit)
    }

    fn stat_below(&self, root: &Path, relative: &str) -> Result<Option<Stat>> {
        self.stat(&below(root, relative, Action::Read)?)
    }

    fn write_below(&self, root: &Path, relative: &str, bytes: &[u8]) -> Result<()> {
        self.write(&below(root, relative, Action::Write)?, bytes)
    }

    fn remove_below(&self, root: &Path, relative: &str) -> Result<()> {
        self.remove(&below(root, relative, Action::Write)?)
    }

    fn absolute(&self, path: &Path) -> Result<PathBuf> {
        Ok(Path::new("/").join(path))
    }

    fn lock(&self, path: &Path) -> Result<Option<Box<dyn Lock>>> {
        self.world().may_write(path)?;
        let free = self.world().locks.insert(path.to_path_buf());
        Ok(free.then(|| Box::new(MemoryLock(self.clone(), path.to_path_buf())) as Box<dyn Lock>))
    }

    fn scratch(&self) -> Result<Box<dyn Scratch>> {
        let mut world = self.world();
        world.next_scratch += 1;
        let path = PathBuf::from(format!("/tmp/scratch-{}", world.next_scratch));
        Ok(Box::new(MemoryScratch(self.clone(), path)))
    }

    fn now(&self) -> Duration {
        self.world().tick()
    }

    fn appender(&self, path: &Path) -> Result<Box<dyn Appender>> {
        self.world().may_write(path)?;
        Ok(Box::new(Growing { system: self.clone(), path: path.to_path_buf() }))
    }

    fn elapsed(&self) -> Duration {
        self.world().tick()
    }

    fn environment(&self, name: &str) -> Option<OsString> {
        self.world().environment.get(name).cloned()
    }

    fn find_program(&self, name: &str) -> Option<PathBuf> {
        self.world().programs.contains_key(name).then(|| Path::new("/bin").join(name))
    }

    fn run(&self, process: &Process) -> Result<Finished> {
        let name = process.program.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let program = self.world().programs.get(&name).cloned();
        let missing = || SystemError::new(Action::Start, &process.program, ErrorKind::NotFound.into());
        Ok(program.ok_or_else(missing)?(process))
    }

    fn confinement(&self) -> Option<Confinement> {
        None
    }
}
