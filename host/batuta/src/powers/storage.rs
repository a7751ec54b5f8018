//! The capability `storage`: a folder of the user's data, one file per key.

use batuta_distribution::{Places, digest, digits};
use batuta_runtime::powers::{PowerError, Storage};
use batuta_system::{System, SystemError};
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes that a plugin may keep, as the WIT says.
const QUOTA: u64 = 64 << 20;

/// A plugin's own folder, by its name and major version.
pub(super) fn folder(places: &Places, name: &str, version: &str) -> PathBuf {
    let major = version.split('.').next().unwrap_or("0");
    places.storage().join(format!("{name}-{major}"))
}

/// The store of one plugin.
pub(super) struct Folder {
    system: Arc<dyn System>,
    folder: PathBuf,
    /// Held while the quota is looked at and a value is written.
    writing: Mutex<()>,
}

impl Folder {
    pub(super) fn new(system: Arc<dyn System>, folder: PathBuf) -> Self {
        Folder { system, folder, writing: Mutex::default() }
    }

    /// Keys are anything; names of files are their digests.
    fn path(&self, key: &str) -> PathBuf {
        let name = digest(key.as_bytes());
        self.folder.join(digits(&name).unwrap_or("key"))
    }

    /// Bytes of all values but the one at `path`.
    fn others(&self, path: &PathBuf) -> Result<u64, PowerError> {
        let mut sum = 0;
        for name in self.system.list(&self.folder).map_err(failed)? {
            let other = self.folder.join(name);
            if other != *path {
                sum += self.system.stat(&other).map_err(failed)?.map_or(0, |stat| stat.size);
            }
        }
        Ok(sum)
    }
}

/// The plugin hears what happened, not where.
fn failed(error: SystemError) -> PowerError {
    PowerError::Failed(format!("the store cannot be used: {}", error.source))
}

impl Storage for Folder {
    fn get(&self, key: &str) -> Result<Option<Vec<u8>>, PowerError> {
        match self.system.read(&self.path(key), QUOTA) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(error) if error.is_missing() => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    fn put(&self, key: &str, value: &[u8]) -> Result<(), PowerError> {
        let path = self.path(key);
        let _writing = self.writing.lock().unwrap_or_else(PoisonError::into_inner);
        if self.others(&path)? + value.len() as u64 > QUOTA {
            return Err(PowerError::Limit(format!("a plugin may keep {} MiB", QUOTA >> 20)));
        }
        self.system.create_dir(&self.folder).map_err(failed)?;
        self.system.write_durably(&path, value).map_err(failed)
    }

    fn remove(&self, key: &str) -> Result<(), PowerError> {
        match self.system.remove(&self.path(key)) {
            Err(error) if !error.is_missing() => Err(failed(error)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn values_are_kept_and_the_quota_is_over_all_of_them() {
        let system = Arc::new(MemorySystem::new());
        let store = Folder::new(system.clone(), "/data/ini-0".into());
        assert_eq!(store.get("a/../b"), Ok(None));
        store.put("a/../b", b"1").unwrap();
        store.put("a/../b", b"22").unwrap();
        assert_eq!(store.get("a/../b"), Ok(Some(b"22".to_vec())));
        assert!(system.paths("/data").iter().all(|path| path.starts_with("/data/ini-0")));
        let half = vec![0; (QUOTA / 2) as usize];
        store.put("half", &half).unwrap();
        assert!(matches!(store.put("other half", &half), Err(PowerError::Limit(_))));
        store.put("half", b"").unwrap();
        store.put("other half", &half).unwrap();
        store.remove("other half").unwrap();
        store.remove("other half").unwrap();
        assert_eq!(store.get("other half"), Ok(None));
    }
}
