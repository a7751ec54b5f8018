//! Where the user's plugins, keys and grants are kept.

use batuta_system::System;
use std::path::{Path, PathBuf};

/// Name of the file that names plugins and their digests, in a project or in the user's folder.
pub const LOCK: &str = "batuta.lock";

/// The user's folders, by the XDG base directory specification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places {
    /// Settings: grants, trust, the user's own lock.
    pub config: PathBuf,
    /// Plugins by digest, and what plugins store.
    pub data: PathBuf,
}

impl Places {
    /// Those of the user whom this process belongs to; none without a home.
    pub fn of_user(system: &dyn System) -> Option<Self> {
        let folder = |name: &str| system.environment(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let below = |name: &str, default: &str| {
            folder(name).or_else(|| Some(folder("HOME")?.join(default))).map(|folder| folder.join("batuta"))
        };
        Some(Places { config: below("XDG_CONFIG_HOME", ".config")?, data: below("XDG_DATA_HOME", ".local/share")? })
    }

    /// Both in one folder; for tests, and for who wants everything together.
    pub fn below(folder: &Path) -> Self {
        Places { config: folder.join("config"), data: folder.join("data") }
    }

    /// The user's grants.
    pub fn grants(&self) -> PathBuf {
        self.config.join("grants.toml")
    }

    /// The user's trusted keys and policy.
    pub fn trust(&self) -> PathBuf {
        self.config.join("trust.toml")
    }

    /// The lock of plugins that the user has in every project.
    pub fn lock(&self) -> PathBuf {
        self.config.join(LOCK)
    }

    /// Plugins by digest.
    pub fn plugins(&self) -> PathBuf {
        self.data.join("plugins")
    }

    /// What plugins with the capability `storage` keep.
    pub fn storage(&self) -> PathBuf {
        self.data.join("storage")
    }
}

/// Write a file of the user's, making its folder first; whole or not at all.
pub(crate) fn write(system: &dyn System, path: &Path, bytes: &[u8]) -> crate::Result<()> {
    if let Some(folder) = path.parent() {
        system.create_dir(folder)?;
    }
    Ok(system.write_durably(path, bytes)?)
}

/// The text of a file, none when it is not there.
pub(crate) fn read_text(system: &dyn System, path: &Path) -> crate::Result<Option<String>> {
    let malformed = |why: &str| crate::Error::Malformed { file: path.display().to_string(), why: why.into() };
    match system.read(path, 4 << 20) {
        Ok(bytes) => Ok(Some(String::from_utf8(bytes).map_err(|_| malformed("it is not UTF-8"))?)),
        Err(error) if error.is_missing() => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Text as TOML of a known form.
pub(crate) fn parse<T: serde::de::DeserializeOwned>(path: &Path, text: &str) -> crate::Result<T> {
    toml::from_str(text)
        .map_err(|error| crate::Error::Malformed { file: path.display().to_string(), why: error.message().to_owned() })
}
