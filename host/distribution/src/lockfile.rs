//! `batuta.lock`: which plugins are used, in exactly which bytes.

use crate::places::{parse, read_text, write};
use crate::{Error, Result, digits};
use batuta_system::System;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// Version of the file's form.
const VERSION: u32 = 1;
const HEAD: &str =
    "# Which plugins are used, in exactly which bytes. Written by `batuta plugin add`, `update` and `remove`.\n\n";

/// One plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Locked {
    /// What it calls itself.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Where it was got, and where `update` looks.
    pub source: String,
    /// Versions that `update` may take; any later one when empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub requirement: String,
    /// Of its bytes.
    pub digest: String,
    /// ABI that it was built for.
    pub abi: String,
    /// What it asks for, each as `capability` or `capability=detail`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub capabilities: Vec<String>,
    /// Who signed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    /// The signature over name, version and digest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

/// The whole file. Plugins are in order of name, then version.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lockfile {
    version: u32,
    #[serde(default, rename = "plugin")]
    plugins: Vec<Locked>,
}

impl Default for Lockfile {
    fn default() -> Self {
        Lockfile { version: VERSION, plugins: Vec::new() }
    }
}

impl Lockfile {
    /// The file at `path`; an empty one when there is none.
    ///
    /// # Errors
    /// When it cannot be read, has another form, or has an entry without a sane digest.
    pub fn read(system: &dyn System, path: &Path) -> Result<Self> {
        let Some(text) = read_text(system, path)? else { return Ok(Lockfile::default()) };
        let lock: Lockfile = parse(path, &text)?;
        let malformed = |why: String| Error::Malformed { file: path.display().to_string(), why };
        if lock.version != VERSION {
            return Err(malformed(format!("it has version {}, this batuta writes {VERSION}", lock.version)));
        }
        for plugin in &lock.plugins {
            if digits(&plugin.digest).is_none() {
                return Err(malformed(format!("the digest of `{}` is none", plugin.name)));
            }
            plugin.verify()?;
        }
        Ok(lock)
    }

    /// Write it, whole or not at all.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, system: &dyn System, path: &Path) -> Result<()> {
        let malformed =
            |error: toml::ser::Error| Error::Malformed { file: path.display().to_string(), why: error.to_string() };
        let text = toml::to_string(self).map_err(malformed)?;
        write(system, path, format!("{HEAD}{text}").as_bytes())
    }

    /// All plugins.
    pub fn plugins(&self) -> &[Locked] {
        &self.plugins
    }

    /// The plugin of this name; the newest where several versions stand side by side.
    pub fn find(&self, name: &str) -> Option<&Locked> {
        self.plugins.iter().rfind(|plugin| plugin.name == name)
    }

    /// Put a plugin in the place of all others of its name.
    pub fn replace(&mut self, plugin: Locked) {
        self.plugins.retain(|other| other.name != plugin.name);
        self.add(plugin);
    }

    /// Put a plugin beside others of its name; the same version is replaced.
    pub fn add(&mut self, plugin: Locked) {
        self.plugins.retain(|other| (&other.name, &other.version) != (&plugin.name, &plugin.version));
        self.plugins.push(plugin);
        let key = |plugin: &Locked| (plugin.name.clone(), semver::Version::parse(&plugin.version).ok());
        self.plugins.sort_by_key(key);
    }

    /// Take plugins out: all versions, or one. How many there were.
    pub fn remove(&mut self, name: &str, version: Option<&str>) -> usize {
        let before = self.plugins.len();
        self.plugins.retain(|plugin| plugin.name != name || version.is_some_and(|version| version != plugin.version));
        before - self.plugins.len()
    }
}

impl Locked {
    /// Whether its signature, if it has one, is over exactly what the entry says.
    ///
    /// # Errors
    /// [`Error::Signature`] when the entry was changed after it was signed.
    pub fn verify(&self) -> Result<()> {
        match (&self.key, &self.signature) {
            (None, None) => Ok(()),
            (Some(key), Some(signature)) => crate::keys::Signature { key: key.clone(), signature: signature.clone() }
                .verify(&self.name, &self.version, &self.digest),
            _ => Err(Error::Signature {
                what: format!("{} {}", self.name, self.version),
                why: "the lock has a key without a signature, or a signature without a key".into(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    fn plugin(name: &str, version: &str) -> Locked {
        Locked {
            name: name.into(),
            version: version.into(),
            source: format!("oci://example.org/{name}"),
            requirement: "^0.1".into(),
            digest: crate::digest(version.as_bytes()),
            abi: "0.1.0".into(),
            capabilities: vec!["storage".into()],
            key: None,
            signature: None,
        }
    }

    #[test]
    fn what_is_written_is_read_and_versions_stand_in_order() {
        let system = MemorySystem::new();
        let path = Path::new("/project/batuta.lock");
        assert_eq!(Lockfile::read(&system, path).unwrap(), Lockfile::default());
        let mut lock = Lockfile::default();
        for (name, version) in [("b", "0.10.0"), ("b", "0.9.0"), ("a", "1.0.0")] {
            lock.add(plugin(name, version));
        }
        lock.write(&system, path).unwrap();
        let read = Lockfile::read(&system, path).unwrap();
        assert_eq!(read, lock);
        let order: Vec<_> = read.plugins().iter().map(|p| format!("{}@{}", p.name, p.version)).collect();
        assert_eq!(order, ["a@1.0.0", "b@0.9.0", "b@0.10.0"]);
        assert_eq!(read.find("b").map(|p| p.version.as_str()), Some("0.10.0"));
        assert_eq!(lock.remove("b", Some("0.9.0")), 1);
        lock.replace(plugin("b", "0.11.0"));
        assert_eq!(lock.plugins().len(), 2);
    }

    #[test]
    fn a_damaged_lock_is_said() {
        let system = MemorySystem::new();
        let path = Path::new("/p/batuta.lock");
        for text in [
            "version = 2\n",
            "version = 1\nx = 1\n",
            "[[plugin]]\n",
            "version = 1\n[[plugin]]\nname='a'\nversion='1'\nsource=''\ndigest='sha256:0'\nabi=''\n",
            "\u{0}",
        ] {
            system.write(path, text.as_bytes()).unwrap();
            let error = Lockfile::read(&system, path).unwrap_err();
            assert!(matches!(error, Error::Malformed { .. }), "{text}: {error}");
        }
    }

    #[test]
    fn a_signed_entry_cannot_be_changed() {
        let secret = crate::keys::Secret::generate().unwrap();
        let mut signed = plugin("a", "1.0.0");
        let signature = secret.sign("a", "1.0.0", &signed.digest).unwrap();
        (signed.key, signed.signature) = (Some(signature.key), Some(signature.signature));
        signed.verify().unwrap();
        let other = Locked { digest: crate::digest(b"other"), ..signed.clone() };
        assert!(matches!(other.verify(), Err(Error::Signature { .. })));
        let unsigned = Locked { signature: None, ..signed };
        assert!(unsigned.verify().is_err());
    }
}
