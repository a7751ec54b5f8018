//! Where plugins come from and what they may do.
//!
//! A plugin is fetched from a file, a folder, an HTTPS address or an OCI registry, kept in the user's store under the digest of
//! its bytes, and named in a lock file. Its signature says who made it; the user's trust settings say whose plugins may be added;
//! the user's grants say what a plugin, in exactly these bytes, may do beyond looking at what it is given.
//!
//! This crate knows nothing of WebAssembly: whoever calls it finds out what a component says of itself.

pub mod error;
pub mod fetch;
pub mod grants;
pub mod keys;
pub mod lockfile;
pub mod names;
pub mod places;
pub mod source;
pub mod store;
pub mod trust;

pub use error::{Error, Result};
pub use grants::{Grant, Grants};
pub use lockfile::{Locked, Lockfile};
pub use places::Places;
pub use source::Source;
pub use store::Store;
pub use trust::{Policy, Trust};

use sha2::{Digest as _, Sha256};

/// `sha256:` and the hexadecimal digest of `bytes`, as lock files and registries write it.
pub fn digest(bytes: &[u8]) -> String {
    use std::fmt::Write;
    let mut text = String::from("sha256:");
    for byte in Sha256::digest(bytes) {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
    }
    text
}

/// The 64 hexadecimal digits of a digest, or none when `text` is no digest.
pub fn digits(text: &str) -> Option<&str> {
    let digits = text.strip_prefix("sha256:")?;
    (digits.len() == 64 && digits.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b))).then_some(digits)
}

#[cfg(test)]
mod tests {
    #[test]
    fn digests_are_those_that_everybody_writes() {
        let empty = "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        assert_eq!(super::digest(b""), empty);
        assert_eq!(super::digits(empty).map(str::len), Some(64));
        for bad in ["", "sha256:", "md5:00", "sha256:E3", &empty.to_uppercase()] {
            assert_eq!(super::digits(bad), None, "{bad}");
        }
    }
}
