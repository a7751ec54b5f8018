//! Whose plugins may be added.

use crate::keys::Signature;
use crate::places::{parse, read_text, write};
use crate::{Error, Locked, Result, keys};
use batuta_system::System;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// What must be signed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Policy {
    /// Anything may be added; a key once seen for a plugin stays its key.
    #[default]
    Any,
    /// Only what is signed, by whomever.
    Signed,
    /// Only what a key of the list signed.
    Pinned,
}

/// Somebody's key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pinned {
    /// Whose it is, in the user's words.
    pub name: String,
    /// The public key.
    pub key: String,
}

/// The user's trust settings.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trust {
    /// What must be signed.
    #[serde(default)]
    pub policy: Policy,
    /// Keys that the user trusts.
    #[serde(default, rename = "key")]
    pub keys: Vec<Pinned>,
}

/// What is known of a signer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signer {
    /// There is no signature.
    Nobody,
    /// A key of the list, by the user's name for it.
    Known(String),
    /// A key that is on no list, trusted because it was the first.
    FirstUse,
    /// The key that signed the version before.
    Same,
}

impl Trust {
    /// Read the settings; the defaults when there are none.
    ///
    /// # Errors
    /// When the file cannot be read or has a key that is none.
    pub fn read(system: &dyn System, path: &Path) -> Result<Self> {
        let Some(text) = read_text(system, path)? else { return Ok(Trust::default()) };
        let trust: Trust = parse(path, &text)?;
        trust.keys.iter().try_for_each(|pinned| keys::public(&pinned.key).map(drop))?;
        Ok(trust)
    }

    /// Write the settings, whole or not at all.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write(&self, system: &dyn System, path: &Path) -> Result<()> {
        let text = toml::to_string(self)
            .map_err(|error| Error::Malformed { file: path.display().to_string(), why: error.to_string() })?;
        write(system, path, text.as_bytes())
    }

    /// Trust a key under a name, in place of the key that had the name.
    ///
    /// # Errors
    /// When it is no key.
    pub fn pin(&mut self, name: &str, key: &str) -> Result<()> {
        keys::public(key)?;
        self.keys.retain(|pinned| pinned.name != name && pinned.key != key);
        self.keys.push(Pinned { name: name.into(), key: key.into() });
        self.keys.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(())
    }

    /// No longer trust a key, by its name or itself.
    ///
    /// # Errors
    /// When there is none.
    pub fn unpin(&mut self, name: &str) -> Result<()> {
        let before = self.keys.len();
        self.keys.retain(|pinned| pinned.name != name && pinned.key != name);
        if self.keys.len() == before {
            return Err(Error::Unknown { kind: "key", name: name.into() });
        }
        Ok(())
    }

    /// Judge a plugin by its signature, the settings, and the version that is locked now.
    ///
    /// `accept` is the user's word that the plugin's key may change.
    ///
    /// # Errors
    /// [`Error::Signature`] for a signature that does not fit; [`Error::Untrusted`] when the settings forbid it, or when the key is not
    /// that of the version before.
    pub fn judge(&self, plugin: Candidate<'_>, before: Option<&Locked>, accept: bool) -> Result<Signer> {
        let what = format!("{} {}", plugin.name, plugin.version);
        let untrusted = |why: String| Err(Error::Untrusted { what: what.clone(), why });
        if let Some(signature) = plugin.signature {
            signature.verify(plugin.name, plugin.version, plugin.digest)?;
        }
        let key = plugin.signature.map(|signature| signature.key.as_str());
        let known = key.and_then(|key| self.keys.iter().find(|pinned| pinned.key == key));
        if let Some(old) = before.and_then(|before| before.key.as_deref()) {
            match key {
                Some(key) if key == old || known.is_some() => {}
                _ if accept => {}
                Some(key) => {
                    return untrusted(format!(
                        "it is signed by {key}, the version before by {old}; `--accept-key` takes the new one"
                    ));
                }
                None => {
                    return untrusted(format!(
                        "it is not signed, the version before was, by {old}; `--accept-key` takes it all the same"
                    ));
                }
            }
        }
        match (self.policy, key, known) {
            (_, _, Some(pinned)) => Ok(Signer::Known(pinned.name.clone())),
            (Policy::Pinned, Some(key), None) => {
                untrusted(format!("{key}, which signed it, is not on your list of keys"))
            }
            (Policy::Pinned | Policy::Signed, None, _) => {
                untrusted("it is not signed, and your policy wants that".into())
            }
            (_, None, _) => Ok(Signer::Nobody),
            (_, Some(key), None) if before.is_some_and(|before| before.key.as_deref() == Some(key)) => Ok(Signer::Same),
            (_, Some(_), None) => Ok(Signer::FirstUse),
        }
    }
}

/// A plugin that is to be added.
#[derive(Clone, Copy, Debug)]
pub struct Candidate<'a> {
    /// What it calls itself.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// Of its bytes.
    pub digest: &'a str,
    /// Its signature.
    pub signature: Option<&'a Signature>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::Secret;

    fn locked(key: Option<String>) -> Locked {
        Locked {
            name: "ini".into(),
            version: "1.0.0".into(),
            source: String::new(),
            requirement: String::new(),
            digest: crate::digest(b"old"),
            abi: "0.1.0".into(),
            capabilities: vec![],
            key,
            signature: None,
        }
    }

    #[test]
    fn each_policy_lets_through_what_it_says() {
        let (alice, mallory) = (Secret::generate().unwrap(), Secret::generate().unwrap());
        let digest = crate::digest(b"new");
        let by = |secret: &Secret| secret.sign("ini", "1.1.0", &digest).unwrap();
        let (good, foreign) = (by(&alice), by(&mallory));
        let judge = |policy, signature: Option<&Signature>, before: Option<&Locked>, accept| {
            let mut trust = Trust { policy, ..Trust::default() };
            trust.pin("alice", &alice.public()).unwrap();
            trust.judge(Candidate { name: "ini", version: "1.1.0", digest: &digest, signature }, before, accept)
        };
        assert_eq!(judge(Policy::Any, None, None, false).unwrap(), Signer::Nobody);
        assert_eq!(judge(Policy::Any, Some(&foreign), None, false).unwrap(), Signer::FirstUse);
        assert_eq!(judge(Policy::Pinned, Some(&good), None, false).unwrap(), Signer::Known("alice".into()));
        for (policy, signature) in [(Policy::Signed, None), (Policy::Pinned, None), (Policy::Pinned, Some(&foreign))] {
            assert!(matches!(judge(policy, signature, None, true), Err(Error::Untrusted { .. })), "{policy:?}");
        }
        let before = locked(Some(mallory.public()));
        assert_eq!(judge(Policy::Any, Some(&foreign), Some(&before), false).unwrap(), Signer::Same);
        assert_eq!(judge(Policy::Any, Some(&good), Some(&before), false).unwrap(), Signer::Known("alice".into()));
        let before = locked(Some(alice.public()));
        assert!(judge(Policy::Any, Some(&foreign), Some(&before), false).is_err());
        assert!(judge(Policy::Any, None, Some(&before), false).is_err());
        assert_eq!(judge(Policy::Any, Some(&foreign), Some(&before), true).unwrap(), Signer::FirstUse);
        let forged = Signature { signature: foreign.signature, ..good };
        assert!(matches!(judge(Policy::Any, Some(&forged), None, true), Err(Error::Signature { .. })));
    }
}
