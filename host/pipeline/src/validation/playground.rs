//! The private copy of the project in which both sides run, one after the other, at the same path.

use crate::error::Result;
use batuta_runtime::model::Digest;
use batuta_system::{Confine, Confinement, Kind, Scratch, Stat, System, WalkOptions};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Longest written file that is compared, in bytes.
const LONGEST: u64 = 256 << 20;

/// What a run left of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Left {
    /// This content.
    Content(Digest),
    /// A folder.
    Folder,
    /// Nothing: it was removed.
    Removed,
    /// Something that cannot be compared.
    Other,
}

/// Files that a run wrote or removed, by path.
pub(super) type Changes = BTreeMap<String, Left>;

/// A file of the private copy.
pub(super) struct Copied {
    /// Relative to the project.
    pub(super) path: String,
    /// Whether a copy without it would be another project; a file that cannot be read was reported already.
    pub(super) required: bool,
}

/// A scratch folder: `project/` (the copy), `bin/` (converted programs), `build/` (built originals), `home/`, `tmp/`.
pub(super) struct Playground {
    system: Arc<dyn System>,
    root: PathBuf,
    files: Vec<Copied>,
    scratch: Box<dyn Scratch>,
    baseline: BTreeMap<String, Stat>,
}

impl Playground {
    /// A copy of `files` of the project at `root`.
    pub(super) fn new(system: &Arc<dyn System>, root: &Path, files: Vec<Copied>) -> Result<Self> {
        let scratch = system.scratch()?;
        let system = Arc::clone(system);
        let mut new = Playground { system, root: root.to_path_buf(), files, scratch, baseline: BTreeMap::new() };
        for folder in ["bin", "build", "home", "tmp"] {
            new.system.create_dir(&new.folder(folder))?;
        }
        new.fill()?;
        Ok(new)
    }

    /// One of its folders.
    pub(super) fn folder(&self, name: &str) -> PathBuf {
        // Without links, because sandboxes bind what they are told.
        let path = self.scratch.path();
        self.system.absolute(path).unwrap_or_else(|_| path.to_path_buf()).join(name)
    }

    fn fill(&mut self) -> Result<()> {
        let project = self.folder("project");
        self.system.create_dir(&project)?;
        for file in &self.files {
            let done = self.system.copy(&self.root.join(&file.path), &project.join(&file.path));
            if file.required {
                done?;
            }
        }
        self.baseline = self.walk()?;
        Ok(())
    }

    fn walk(&self) -> Result<BTreeMap<String, Stat>> {
        let options = WalkOptions { everything: true, ..WalkOptions::default() };
        let walk = self.system.walk(&self.folder("project"), &options)?;
        Ok(walk.entries.into_iter().map(|entry| (entry.path, entry.stat)).collect())
    }

    /// What the last run wrote; afterwards everything is as it was before it.
    pub(super) fn take_changes(&mut self) -> Result<Changes> {
        let now = self.walk()?;
        let mut changes = Changes::new();
        for (path, stat) in &now {
            if self.baseline.get(path).is_none_or(|before| is_changed(before, stat)) {
                changes.insert(path.clone(), self.left(path, stat));
            }
        }
        let removed = self.baseline.keys().filter(|path| !now.contains_key(*path));
        changes.extend(removed.map(|path| (path.clone(), Left::Removed)));
        if !changes.is_empty() {
            self.system.remove(&self.folder("project"))?;
            self.fill()?;
        }
        for folder in ["home", "tmp"] {
            if !self.system.list(&self.folder(folder))?.is_empty() {
                self.system.remove(&self.folder(folder))?;
                self.system.create_dir(&self.folder(folder))?;
            }
        }
        changes.retain(|path, _| !path.split('/').any(|part| part == "__pycache__"));
        Ok(changes)
    }

    fn left(&self, path: &str, stat: &Stat) -> Left {
        match stat.kind {
            Kind::Folder => Left::Folder,
            Kind::Other => Left::Other,
            Kind::File => match self.system.read_below(&self.folder("project"), path, LONGEST) {
                Ok(bytes) => Left::Content(Digest::of(&bytes)),
                Err(_) => Left::Other,
            },
        }
    }

    /// The sandbox of a run; of a build of the original, which may write `build/`, when `building`.
    pub(super) fn confine(&self, how: Confinement, building: bool) -> Confine {
        let mut writable = vec![self.folder("project"), self.folder("home"), self.folder("tmp")];
        let mut readable = vec![self.folder("bin")];
        if building { &mut writable } else { &mut readable }.push(self.folder("build"));
        Confine { how, writable, readable }
    }
}

fn is_changed(before: &Stat, after: &Stat) -> bool {
    let of = |stat: &Stat| (stat.size, stat.modified, stat.changed, stat.inode);
    before.kind != after.kind || (before.kind != Kind::Folder && of(before) != of(after))
}
