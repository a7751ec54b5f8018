//! Ed25519 keys and signatures (RFC 8032).
//!
//! What is signed is the plugin's name, version and digest, so that a signature can be moved neither to other bytes nor to another
//! name. A signature travels in a file `NAME.wasm.sig`, or as annotations of an OCI manifest.

use crate::{Error, Result, digits};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ed25519_dalek::{Signer, SigningKey, Verifier, VerifyingKey};
use serde::{Deserialize, Serialize};

const SCHEME: &str = "ed25519:";
const SECRET: &str = "ed25519-secret:";
/// First bytes of every signed message, so that no signature made for another purpose fits.
const DOMAIN: &[u8] = b"batuta plugin signature v1\0";

/// A key that signs. It is never shown by [`std::fmt::Debug`].
pub struct Secret(SigningKey);

/// A signature with the key that it is by, as a `.sig` file has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signature {
    /// `ed25519:` and the public key in base 64.
    pub key: String,
    /// The signature in base 64.
    pub signature: String,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Secret(of {})", self.public())
    }
}

impl Secret {
    /// A new key from the operating system's randomness.
    ///
    /// # Errors
    /// When the system has none.
    pub fn generate() -> Result<Self> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed)
            .map_err(|error| fault("a new key", format!("the system gives no randomness: {error}")))?;
        Ok(Secret(SigningKey::from_bytes(&seed)))
    }

    /// The text that [`Secret::to_text`] gave; lines that begin with `#` are comments.
    ///
    /// # Errors
    /// When it is no secret key.
    pub fn parse(text: &str) -> Result<Self> {
        let line = text.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or("");
        let bytes = line.strip_prefix(SECRET).and_then(|text| STANDARD.decode(text).ok());
        let seed: Option<[u8; 32]> = bytes.and_then(|bytes| bytes.try_into().ok());
        let seed = seed.ok_or_else(|| fault("the secret key", "it is no key that `batuta plugin key` made".into()))?;
        Ok(Secret(SigningKey::from_bytes(&seed)))
    }

    /// For a file that only its owner may read.
    pub fn to_text(&self) -> String {
        let (public, seed) = (self.public(), STANDARD.encode(self.0.to_bytes()));
        format!("# A secret key of batuta: keep it to yourself. Its public key is\n# {public}\n{SECRET}{seed}\n")
    }

    /// The public key, for others.
    pub fn public(&self) -> String {
        format!("{SCHEME}{}", STANDARD.encode(self.0.verifying_key().to_bytes()))
    }

    /// Sign a plugin.
    ///
    /// # Errors
    /// When `digest` is none.
    pub fn sign(&self, name: &str, version: &str, digest: &str) -> Result<Signature> {
        let message = message(name, version, digest)?;
        Ok(Signature { key: self.public(), signature: STANDARD.encode(self.0.sign(&message).to_bytes()) })
    }
}

impl Signature {
    /// Read a `.sig` file.
    ///
    /// # Errors
    /// When it is none; `what` names it.
    pub fn parse(what: &str, text: &str) -> Result<Self> {
        toml::from_str(text).map_err(|error| fault(what, format!("it is no signature: {}", error.message())))
    }

    /// As a `.sig` file.
    pub fn to_text(&self) -> String {
        format!("key = \"{}\"\nsignature = \"{}\"\n", self.key, self.signature)
    }

    /// Whether it is by its key and over this plugin.
    ///
    /// # Errors
    /// [`Error::Signature`] when it is not.
    pub fn verify(&self, name: &str, version: &str, digest: &str) -> Result<()> {
        let what = format!("{name} {version}");
        let key = public(&self.key)?;
        let bytes: Option<[u8; 64]> = STANDARD.decode(&self.signature).ok().and_then(|bytes| bytes.try_into().ok());
        let bytes = bytes.ok_or_else(|| fault(&what, "its signature is damaged".into()))?;
        let signature = ed25519_dalek::Signature::from_bytes(&bytes);
        let message = message(name, version, digest)?;
        // `verify_strict` also refuses keys of small order, under which one signature fits many messages.
        key.verify(&message, &signature)
            .and_then(|()| key.verify_strict(&message, &signature))
            .map_err(|_| fault(&what, "its signature does not fit: the plugin or the signature was changed".into()))
    }
}

/// A public key as text, checked.
///
/// # Errors
/// When it is no key.
pub fn public(text: &str) -> Result<VerifyingKey> {
    let bytes = text.strip_prefix(SCHEME).and_then(|text| STANDARD.decode(text).ok());
    let bytes: Option<[u8; 32]> = bytes.and_then(|bytes| bytes.try_into().ok());
    bytes
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok())
        .filter(|key| !key.is_weak())
        .ok_or_else(|| fault(&format!("`{text}`"), "it is no public key, which looks like ed25519:…".into()))
}

fn message(name: &str, version: &str, digest: &str) -> Result<Vec<u8>> {
    if digits(digest).is_none() || name.contains('\0') || version.contains('\0') {
        return Err(fault(name, format!("`{digest}` is no digest")));
    }
    Ok([DOMAIN, name.as_bytes(), b"\0", version.as_bytes(), b"\0", digest.as_bytes()].concat())
}

fn fault(what: &str, why: String) -> Error {
    Error::Signature { what: what.into(), why }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_fits_one_plugin_only() {
        let secret = Secret::parse(&Secret::generate().unwrap().to_text()).unwrap();
        let digest = crate::digest(b"component");
        let signature = secret.sign("ini", "1.2.3", &digest).unwrap();
        let read = Signature::parse("ini.wasm.sig", &signature.to_text()).unwrap();
        assert_eq!(read, signature);
        read.verify("ini", "1.2.3", &digest).unwrap();
        assert!(read.verify("ini", "1.2.4", &digest).is_err());
        assert!(read.verify("inl", "1.2.3", &digest).is_err());
        assert!(read.verify("ini", "1.2.3", &crate::digest(b"c0mponent")).is_err());
        let forged = Signature { key: Secret::generate().unwrap().public(), ..read };
        assert!(forged.verify("ini", "1.2.3", &digest).is_err());
    }

    #[test]
    fn the_known_answer_of_the_rfc_holds() {
        // RFC 8032, 7.1, test 1: the key pair.
        let seed: Vec<u8> = (0..32)
            .map(|i| {
                u8::from_str_radix(
                    &"9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"[2 * i..2 * i + 2],
                    16,
                )
                .unwrap()
            })
            .collect();
        let secret = Secret::parse(&format!("{SECRET}{}", STANDARD.encode(&seed))).unwrap();
        let public = STANDARD.decode(secret.public().trim_start_matches(SCHEME)).unwrap();
        assert_eq!(public[..4], [0xd7, 0x5a, 0x98, 0x01]);
    }

    #[test]
    fn no_secret_is_shown_and_nonsense_is_refused() {
        let secret = Secret::generate().unwrap();
        let hidden = STANDARD.encode(secret.0.to_bytes());
        assert!(!format!("{secret:?}").contains(&hidden));
        for text in ["", "ed25519:", "ed25519:AAAA", "rsa:x"] {
            assert!(public(text).is_err(), "{text}");
            assert!(Secret::parse(text).is_err(), "{text}");
        }
        // The identity: a key under which anything verifies without `verify_strict`.
        assert!(public(&format!("{SCHEME}{}", STANDARD.encode([&[1u8][..], &[0; 31]].concat()))).is_err());
    }
}
