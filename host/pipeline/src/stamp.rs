//! Metadata that stands for content, as git's index does it.

use batuta_runtime::model::Digest;
use batuta_system::Stat;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::time::Duration;

/// A file whose metadata changed less than this before the stamp was taken may change again without its metadata
/// showing it: clocks of file systems are coarse. Such a stamp is not trusted.
const RACY: i64 = 50_000_000;

/// What is remembered of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Stamp {
    size: u64,
    modified: i64,
    changed: i64,
    inode: u64,
    /// None for a file that could not be read.
    pub(crate) digest: Option<Digest>,
}

impl Stamp {
    pub(crate) fn new(stat: &Stat, digest: Option<Digest>) -> Self {
        Stamp { size: stat.size, modified: stat.modified, changed: stat.changed, inode: stat.inode, digest }
    }

    /// Whether the file's metadata is the same as then.
    pub(crate) fn is_same(&self, stat: &Stat) -> bool {
        (self.size, self.modified, self.changed, self.inode) == (stat.size, stat.modified, stat.changed, stat.inode)
    }

    /// Whether the file's metadata is the same as then, and too old to hide a later change; `taken` is when the stamp was taken.
    pub(crate) fn holds(&self, stat: &Stat, taken: Duration) -> bool {
        let taken = i64::try_from(taken.as_nanos()).unwrap_or(i64::MAX);
        self.is_same(stat) && stat.modified.max(stat.changed).saturating_add(RACY) < taken
    }
}

/// The stamps of one earlier run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stamps {
    /// When that run began to read, since 1970.
    pub(crate) taken: Duration,
    /// By path.
    pub(crate) files: BTreeMap<String, Stamp>,
}

impl Stamps {
    /// The digest of a file that surely did not change.
    pub(crate) fn digest(&self, path: &str, stat: &Stat) -> Option<Digest> {
        self.files.get(path).filter(|stamp| stamp.holds(stat, self.taken))?.digest
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::Kind;

    #[test]
    fn a_stamp_taken_too_soon_after_a_change_is_not_trusted() {
        let stat = Stat { kind: Kind::File, size: 1, modified: 1_000_000_000, changed: 1_000_000_000, inode: 1 };
        let stamp = Stamp::new(&stat, None);
        assert!(!stamp.holds(&stat, Duration::from_millis(1_010)));
        assert!(stamp.holds(&stat, Duration::from_millis(1_100)));
        assert!(!stamp.holds(&Stat { size: 2, ..stat }, Duration::from_millis(1_100)));
        assert!(!stamp.holds(&Stat { inode: 2, ..stat }, Duration::from_millis(1_100)));
    }
}
