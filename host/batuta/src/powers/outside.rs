//! The capability `read-outside`: files of folders that the user named.

use batuta_runtime::model::{Digest, FileId, FileProvider, SourceFile};
use batuta_system::System;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Longest file that is served, in bytes.
const LONGEST: u64 = 16 << 20;

/// Serves what lies below granted folders; links that lead out of them are not followed.
pub(super) struct Folders {
    system: Arc<dyn System>,
    folders: Vec<PathBuf>,
}

impl Folders {
    pub(super) fn new(system: Arc<dyn System>, folders: Vec<PathBuf>) -> Self {
        Folders { system, folders }
    }

    fn read(&self, path: &str) -> Option<Vec<u8>> {
        self.folders.iter().find_map(|folder| {
            let relative = Path::new(path).strip_prefix(folder).ok()?.to_str()?;
            self.system.read_below(folder, relative, LONGEST).ok()
        })
    }
}

impl FileProvider for Folders {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        let bytes = self.read(path)?;
        // Numbers above 2³¹ are of files that are not in the project's list.
        let [a, b, c, d, ..] = Digest::of(path.as_bytes()).0;
        let id = FileId(u32::from_be_bytes([a, b, c, d]) | 1 << 31);
        Some(Arc::new(SourceFile { id, path: path.to_owned(), digest: Digest::of(&bytes), bytes }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn only_what_lies_below_is_served() {
        let system = MemorySystem::new();
        for path in ["/usr/include/stdio.h", "/usr/include2/x.h", "/etc/passwd"] {
            system.put(path, "x");
        }
        let folders = Folders::new(Arc::new(system), vec!["/usr/include".into()]);
        assert!(folders.open("/usr/include/stdio.h").is_some());
        for path in ["/usr/include2/x.h", "/etc/passwd", "/usr/include/../include2/x.h", "/usr/include"] {
            assert!(folders.open(path).is_none(), "{path}");
        }
    }
}
