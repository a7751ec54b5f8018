//! Plugins on this machine, by the digest of their bytes: versions stand side by side, and a changed file is found out.

use crate::{Error, Locked, Result, digest, digits};
use batuta_system::System;
use std::path::PathBuf;

/// Largest plugin, in bytes; the runtime takes none that is larger.
pub const LARGEST: u64 = 64 << 20;

/// The folder of plugins.
pub struct Store<'a> {
    system: &'a dyn System,
    folder: PathBuf,
}

impl<'a> Store<'a> {
    /// The store in `folder`, which is made when something is put there.
    pub fn new(system: &'a dyn System, folder: PathBuf) -> Self {
        Store { system, folder }
    }

    /// Where the plugin with this digest is, if it is there.
    pub fn path(&self, digest: &str) -> Option<PathBuf> {
        Some(self.folder.join(format!("{}.wasm", digits(digest)?)))
    }

    /// Keep a plugin; its digest.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn put(&self, bytes: &[u8]) -> Result<String> {
        let digest = digest(bytes);
        if let Some(path) = self.path(&digest)
            && self.by_digest(&digest).is_err()
        {
            self.system.create_dir(&self.folder)?;
            self.system.write_durably(&path, bytes)?;
        }
        Ok(digest)
    }

    /// The bytes of a locked plugin, after their digest was looked at.
    ///
    /// # Errors
    /// [`Error::Unknown`] when it is not on this machine, [`Error::Digest`] when the file was changed.
    pub fn get(&self, plugin: &Locked) -> Result<Vec<u8>> {
        plugin.verify()?;
        let named = |error| match error {
            Error::Digest { expected, found, .. } => Error::Digest {
                what: format!("the stored file of {} {}", plugin.name, plugin.version),
                expected,
                found,
            },
            Error::Unknown { .. } => {
                Error::Unknown { kind: "plugin", name: format!("{} {}", plugin.name, plugin.version) }
            }
            error => error,
        };
        self.by_digest(&plugin.digest).map_err(named)
    }

    /// The bytes with a digest, looked at again.
    ///
    /// # Errors
    /// As [`Store::get`].
    pub fn by_digest(&self, wanted: &str) -> Result<Vec<u8>> {
        let unknown = || Error::Unknown { kind: "plugin", name: wanted.to_owned() };
        let path = self.path(wanted).ok_or_else(unknown)?;
        let bytes = match self.system.read(&path, LARGEST) {
            Ok(bytes) => bytes,
            Err(error) if error.is_missing() => return Err(unknown()),
            Err(error) => return Err(error.into()),
        };
        check(wanted, wanted, &bytes)?;
        Ok(bytes)
    }

    /// Remove a plugin's bytes; nothing when they are not there.
    ///
    /// # Errors
    /// When they cannot be removed.
    pub fn remove(&self, digest: &str) -> Result<()> {
        match self.path(digest).map(|path| self.system.remove(&path)) {
            Some(Err(error)) if !error.is_missing() => Err(error.into()),
            _ => Ok(()),
        }
    }
}

/// Whether `bytes` have the digest that was promised of `what`.
///
/// # Errors
/// [`Error::Digest`] when they have not.
pub fn check(what: &str, expected: &str, bytes: &[u8]) -> Result<()> {
    let found = digest(bytes);
    if found == expected {
        return Ok(());
    }
    Err(Error::Digest { what: what.into(), expected: expected.into(), found })
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn a_changed_file_is_found_out_and_mended_by_putting_again() {
        let system = MemorySystem::new();
        let store = Store::new(&system, "/data/plugins".into());
        let digest = store.put(b"component").unwrap();
        assert_eq!(store.by_digest(&digest).unwrap(), b"component");
        let path = store.path(&digest).unwrap();
        system.write(&path, b"c0mponent").unwrap();
        assert!(matches!(store.by_digest(&digest), Err(Error::Digest { .. })));
        store.put(b"component").unwrap();
        assert_eq!(store.by_digest(&digest).unwrap(), b"component");
        store.remove(&digest).unwrap();
        store.remove(&digest).unwrap();
        assert!(matches!(store.by_digest(&digest), Err(Error::Unknown { .. })));
    }
}
