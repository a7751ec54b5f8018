//! The project's files as plugins see them.

use batuta_runtime::model::{Digest, FileId, FileProvider, SourceFile};
use batuta_system::{Kind, Stat, System, is_clean};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Bytes of file content that are kept in memory between steps.
const KEPT: usize = 128 << 20;

/// A file of the project's list.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    /// Its number.
    pub(crate) id: FileId,
    /// Of its content when the run began.
    pub(crate) digest: Digest,
}

/// A file outside of the list that a step asked for; none for a miss.
pub(crate) type Extra = Option<(Digest, Stat)>;

#[derive(Default)]
struct Kept {
    files: BTreeMap<String, Arc<SourceFile>>,
    bytes: usize,
}

/// Serves files by path, and remembers everything that was asked for outside of the list: ignored files and misses.
pub(crate) struct Provider {
    system: Arc<dyn System>,
    root: PathBuf,
    limit: u64,
    /// Paths below these are never served: OUT, version control.
    closed: Vec<String>,
    known: BTreeMap<String, Known>,
    paths: BTreeMap<FileId, String>,
    kept: Mutex<Kept>,
    extras: Mutex<BTreeMap<String, Extra>>,
    changed: Mutex<BTreeSet<String>>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Provider {
    pub(crate) fn new(
        system: Arc<dyn System>,
        root: PathBuf,
        limit: u64,
        closed: Vec<String>,
        known: BTreeMap<String, Known>,
    ) -> Self {
        let paths = known.iter().map(|(path, known)| (known.id, path.clone())).collect();
        Provider {
            system,
            root,
            limit,
            closed,
            known,
            paths,
            kept: Mutex::default(),
            extras: Mutex::default(),
            changed: Mutex::default(),
        }
    }

    /// The number of the file at `path`. Files outside of the list have numbers made of their path, above 2³¹.
    pub(crate) fn id(&self, path: &str) -> u32 {
        match self.known.get(path) {
            Some(known) => known.id.0,
            None => {
                let [a, b, c, d, ..] = Digest::of(path.as_bytes()).0;
                u32::from_be_bytes([a, b, c, d]) | 1 << 31
            }
        }
    }

    /// The path of a file that was served under this number.
    pub(crate) fn path(&self, id: FileId) -> Option<String> {
        let extra = || lock(&self.extras).keys().find(|path| self.id(path) == id.0).cloned();
        self.paths.get(&id).cloned().or_else(extra)
    }

    /// Digest of the file at `path`, none for a miss.
    pub(crate) fn digest(&self, path: &str) -> Option<Digest> {
        match self.known.get(path) {
            Some(known) => Some(known.digest),
            None => self.extra(path).map(|(digest, _)| digest),
        }
    }

    /// What was asked for outside of the list.
    pub(crate) fn extras(&self) -> BTreeMap<String, Extra> {
        lock(&self.extras).clone()
    }

    /// Files whose content changed while the run went on.
    pub(crate) fn changed(&self) -> Vec<String> {
        lock(&self.changed).iter().cloned().collect()
    }

    /// The file of the list, with its content.
    pub(crate) fn load(&self, path: &str) -> Option<Arc<SourceFile>> {
        if let Some(file) = lock(&self.kept).files.get(path) {
            return Some(Arc::clone(file));
        }
        let known = self.known.get(path)?;
        let file = self.read(path, known.id)?;
        if file.digest != known.digest {
            lock(&self.changed).insert(path.to_owned());
            return None;
        }
        self.keep(path, &file);
        Some(file)
    }

    fn read(&self, path: &str, id: FileId) -> Option<Arc<SourceFile>> {
        let bytes = self.system.read_below(&self.root, path, self.limit).ok()?;
        let digest = Digest::of(&bytes);
        Some(Arc::new(SourceFile { id, path: path.to_owned(), bytes, digest }))
    }

    fn keep(&self, path: &str, file: &Arc<SourceFile>) {
        let mut kept = lock(&self.kept);
        if kept.bytes + file.bytes.len() <= KEPT {
            kept.bytes += file.bytes.len();
            kept.files.insert(path.to_owned(), Arc::clone(file));
        }
    }

    fn is_closed(&self, path: &str) -> bool {
        let below =
            |folder: &String| path == folder || path.strip_prefix(folder.as_str()).is_some_and(|p| p.starts_with('/'));
        !is_clean(path) || self.closed.iter().any(below)
    }

    /// An ignored file below the root, or a miss; either is remembered.
    fn extra(&self, path: &str) -> Extra {
        if let Some(extra) = lock(&self.extras).get(path) {
            return *extra;
        }
        let extra = self.look(path).map(|(file, stat)| (file.digest, stat));
        lock(&self.extras).insert(path.to_owned(), extra);
        extra
    }

    fn look(&self, path: &str) -> Option<(Arc<SourceFile>, Stat)> {
        if self.is_closed(path) {
            return None;
        }
        let stat = self.system.stat_below(&self.root, path).ok().flatten().filter(|stat| stat.kind == Kind::File)?;
        Some((self.read(path, FileId(self.id(path)))?, stat))
    }
}

impl FileProvider for Provider {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        if self.known.contains_key(path) {
            return self.load(path);
        }
        let (digest, _) = self.extra(path)?;
        let file = self.read(path, FileId(self.id(path)))?;
        if file.digest != digest {
            lock(&self.changed).insert(path.to_owned());
            return None;
        }
        Some(file)
    }

    fn size(&self, id: FileId) -> Option<u64> {
        let file = self.load(self.paths.get(&id)?)?;
        Some(file.bytes.len() as u64)
    }
}
