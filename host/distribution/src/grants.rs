//! What plugins may do beyond looking at what they are given, by the user's word.
//!
//! A grant is for one plugin in exactly these bytes: after an update the user is asked again for whatever is new.

use crate::places::{parse, read_text, write};
use crate::{Error, Result, digits};
use batuta_system::System;
use serde::{Deserialize, Serialize};
use std::path::Path;
use std::str::FromStr;

/// One capability with its scope: a folder, a variable, a tool, a host; empty where there is nothing to say.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Scope {
    /// Its name in the ABI, such as `read-outside`.
    pub capability: String,
    /// The folder, variable, tool or host.
    pub detail: String,
}

/// The names of all capabilities in the ABI.
pub const CAPABILITIES: [&str; 9] =
    ["storage", "compute", "retrieval", "tools", "network", "environment", "clock", "random", "read-outside"];

impl FromStr for Scope {
    type Err = String;

    fn from_str(text: &str) -> std::result::Result<Self, String> {
        let (capability, detail) = text.split_once('=').unwrap_or((text, ""));
        if !CAPABILITIES.contains(&capability) {
            return Err(format!("`{capability}` is no capability; there are {}", CAPABILITIES.join(", ")));
        }
        let scoped = matches!(capability, "tools" | "network" | "environment" | "read-outside");
        if scoped && detail.is_empty() {
            return Err(format!("`{capability}` needs to say what: {capability}=NAME"));
        }
        Ok(Scope { capability: capability.into(), detail: detail.into() })
    }
}

impl TryFrom<String> for Scope {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        text.parse()
    }
}

impl From<Scope> for String {
    fn from(scope: Scope) -> String {
        scope.to_string()
    }
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.capability)?;
        if self.detail.is_empty() { Ok(()) } else { write!(f, "={}", self.detail) }
    }
}

impl Scope {
    /// Whether this, granted, covers `wanted`. A granted folder covers what is below it; `storage` and `compute` have no scope.
    pub fn covers(&self, wanted: &Scope) -> bool {
        if self.capability != wanted.capability {
            return false;
        }
        match self.capability.as_str() {
            "read-outside" => Path::new(&wanted.detail).starts_with(&self.detail) && !wanted.detail.contains(".."),
            "tools" | "network" | "environment" => self.detail == wanted.detail,
            _ => true,
        }
    }
}

/// What one plugin was granted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The plugin's name.
    pub plugin: String,
    /// The digest of exactly the bytes that it is for.
    pub digest: String,
    /// What it may do.
    pub capabilities: Vec<Scope>,
}

/// All grants of a user, in order of name and digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grants {
    #[serde(default, rename = "grant")]
    grants: Vec<Grant>,
}

impl Grants {
    /// Read them; none when there is no file.
    ///
    /// # Errors
    /// When the file cannot be read or understood.
    pub fn read(system: &dyn System, path: &Path) -> Result<Self> {
        let Some(text) = read_text(system, path)? else { return Ok(Grants::default()) };
        let grants: Grants = parse(path, &text)?;
        if let Some(grant) = grants.grants.iter().find(|grant| digits(&grant.digest).is_none()) {
            let why = format!("the digest of `{}` is none", grant.plugin);
            return Err(Error::Malformed { file: path.display().to_string(), why });
        }
        Ok(grants)
    }

    /// Write them, whole or not at all.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(&self, system: &dyn System, path: &Path) -> Result<()> {
        let text = toml::to_string(self)
            .map_err(|error| Error::Malformed { file: path.display().to_string(), why: error.to_string() })?;
        write(system, path, text.as_bytes())
    }

    /// All of them.
    pub fn all(&self) -> &[Grant] {
        &self.grants
    }

    /// What a plugin in these bytes was granted.
    pub fn of(&self, plugin: &str, digest: &str) -> &[Scope] {
        let grant = self.grants.iter().find(|grant| grant.plugin == plugin && grant.digest == digest);
        grant.map_or(&[], |grant| &grant.capabilities)
    }

    /// What a plugin in any other bytes was granted: what an update may ask for without being wider.
    pub fn before(&self, plugin: &str) -> Vec<Scope> {
        let all = self.grants.iter().filter(|grant| grant.plugin == plugin);
        let mut scopes: Vec<Scope> = all.flat_map(|grant| grant.capabilities.iter().cloned()).collect();
        scopes.sort();
        scopes.dedup();
        scopes
    }

    /// Grant capabilities to a plugin in these bytes.
    pub fn grant(&mut self, plugin: &str, digest: &str, capabilities: &[Scope]) {
        let place = self.grants.iter().position(|grant| grant.plugin == plugin && grant.digest == digest);
        let index = place.unwrap_or_else(|| {
            self.grants.push(Grant { plugin: plugin.into(), digest: digest.into(), capabilities: vec![] });
            self.grants.len() - 1
        });
        if let Some(grant) = self.grants.get_mut(index) {
            grant.capabilities.extend_from_slice(capabilities);
            grant.capabilities.sort();
            grant.capabilities.dedup();
        }
        self.grants.sort_by(|a, b| (&a.plugin, &a.digest).cmp(&(&b.plugin, &b.digest)));
    }

    /// Take back a capability, or everything, from a plugin in all its versions; how much was taken.
    pub fn revoke(&mut self, plugin: &str, capability: Option<&Scope>) -> usize {
        let mut taken = 0;
        for grant in self.grants.iter_mut().filter(|grant| grant.plugin == plugin) {
            let before = grant.capabilities.len();
            grant.capabilities.retain(|scope| capability.is_some_and(|it| it != scope));
            taken += before - grant.capabilities.len();
        }
        self.grants.retain(|grant| !grant.capabilities.is_empty());
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    fn scope(text: &str) -> Scope {
        text.parse().unwrap()
    }

    #[test]
    fn a_grant_is_for_exactly_these_bytes() {
        let system = MemorySystem::new();
        let path = Path::new("/home/me/.config/batuta/grants.toml");
        let (one, two) = (crate::digest(b"1"), crate::digest(b"2"));
        let mut grants = Grants::read(&system, path).unwrap();
        grants.grant("ini", &one, &[scope("storage"), scope("tools=git")]);
        grants.grant("ini", &one, &[scope("storage")]);
        grants.write(&system, path).unwrap();
        let mut read = Grants::read(&system, path).unwrap();
        assert_eq!(read, grants);
        assert_eq!(read.of("ini", &one).len(), 2);
        assert!(read.of("ini", &two).is_empty() && read.of("inl", &one).is_empty());
        assert_eq!(read.before("ini").len(), 2);
        assert_eq!(read.revoke("ini", Some(&scope("tools=git"))), 1);
        assert_eq!(read.revoke("ini", None), 1);
        assert!(read.all().is_empty());
    }

    #[test]
    fn scopes_cover_what_they_say_and_no_more() {
        let covers = |granted: &str, wanted: &str| scope(granted).covers(&scope(wanted));
        assert!(covers("storage", "storage") && !covers("storage", "clock"));
        assert!(covers("tools=git", "tools=git") && !covers("tools=git", "tools=gi"));
        assert!(covers("read-outside=/usr/include", "read-outside=/usr/include/sys"));
        assert!(!covers("read-outside=/usr/include", "read-outside=/usr/include2"));
        assert!(!covers("read-outside=/usr/include", "read-outside=/usr/include/../../etc"));
        for bad in ["", "root", "tools", "environment="] {
            assert!(bad.parse::<Scope>().is_err(), "{bad}");
        }
    }
}
