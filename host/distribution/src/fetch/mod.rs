//! Getting plugins from where they are, and putting them there.

mod folder;
mod oci;
mod web;

use crate::keys::Signature;
use crate::store::LARGEST;
use crate::{Error, Result, Source};
use batuta_system::System;
use semver::{Version, VersionReq};
use std::path::Path;

/// A plugin's bytes, as they came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fetched {
    /// The component.
    pub bytes: Vec<u8>,
    /// The signature beside it.
    pub signature: Option<Signature>,
    /// Where `update` looks for a later version.
    pub origin: String,
}

/// A plugin that a place has.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Listing {
    /// Its name.
    pub name: String,
    /// Its versions, newest first; none where names of files say nothing.
    #[serde(serialize_with = "as_text")]
    pub versions: Vec<Version>,
    /// One sentence, where the place has one.
    pub description: String,
    /// What `add` takes.
    pub source: String,
}

/// Versions as text, because `semver` is built without its part for serde.
fn as_text<S: serde::Serializer>(versions: &[Version], serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.collect_seq(versions.iter().map(ToString::to_string))
}

/// What is published.
#[derive(Clone, Copy, Debug)]
pub struct Parcel<'a> {
    /// The plugin's name.
    pub name: &'a str,
    /// Its version.
    pub version: &'a str,
    /// One sentence.
    pub description: &'a str,
    /// The component.
    pub bytes: &'a [u8],
    /// Its signature.
    pub signature: Option<&'a Signature>,
}

/// Get the newest plugin at `source` that satisfies `requirement`. `name` chooses in a folder with several plugins.
///
/// # Errors
/// When it cannot be reached, has no such version, or gives other bytes than it promises.
pub fn fetch(system: &dyn System, source: &Source, name: Option<&str>, requirement: &VersionReq) -> Result<Fetched> {
    match source {
        Source::File(path) => folder::file(system, path, source.to_string()),
        Source::Folder(path) => folder::newest(system, path, name, requirement),
        Source::Web(address) => web::get(address),
        Source::Oci(repository) => oci::pull(system, repository, requirement),
    }
}

/// What a folder or registry has whose name contains `word`, in order of name.
///
/// # Errors
/// When it cannot be reached, or is one file.
pub fn search(system: &dyn System, source: &Source, word: &str) -> Result<Vec<Listing>> {
    match source {
        Source::Folder(path) => folder::list(system, path, word),
        Source::Oci(repository) => oci::search(system, repository, word),
        Source::File(_) | Source::Web(_) => {
            let why = "only a folder or a registry can be searched".into();
            Err(Error::Source { text: source.to_string(), why })
        }
    }
}

/// Put a plugin into a folder or a registry; what `add` takes to get it.
///
/// # Errors
/// When it cannot be reached, or has another plugin of this name and version.
pub fn publish(system: &dyn System, source: &Source, parcel: &Parcel<'_>) -> Result<String> {
    match source {
        Source::Folder(path) => folder::publish(system, path, parcel),
        Source::Oci(repository) => oci::push(system, repository, parcel),
        Source::File(_) | Source::Web(_) => {
            let why = "plugins are published to a folder or a registry".into();
            Err(Error::Source { text: source.to_string(), why })
        }
    }
}

/// The signature in the file beside `path`.
///
/// # Errors
/// When there is one and it cannot be read.
pub fn signature_beside(system: &dyn System, path: &Path) -> Result<Option<Signature>> {
    let mut name = path.as_os_str().to_owned();
    name.push(".sig");
    let Some(text) = crate::places::read_text(system, Path::new(&name))? else { return Ok(None) };
    Signature::parse(&Path::new(&name).display().to_string(), &text).map(Some)
}

/// The newest of `versions` that satisfies the requirement; pre-releases only where it names one.
fn choose<'a>(from: &str, versions: &'a [Version], requirement: &VersionReq) -> Result<&'a Version> {
    versions.iter().filter(|version| requirement.matches(version)).max().ok_or_else(|| {
        let mut has: Vec<&Version> = versions.iter().collect();
        has.sort_by(|a, b| b.cmp(a));
        let has = has.iter().take(10).map(ToString::to_string).collect();
        Error::NoVersion { from: from.into(), requirement: requirement.to_string(), has }
    })
}

fn too_large(what: &str) -> Error {
    Error::Fetch { what: what.into(), why: format!("it is larger than {} MiB", LARGEST >> 20) }
}

/// Run a future to its end on this thread.
fn block_on<T>(what: &str, future: impl Future<Output = Result<T>>) -> Result<T> {
    // A second call finds the provider of the first.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| Error::Fetch { what: what.into(), why: error.to_string() })?.block_on(future)
}

/// An error with its causes, which is where libraries of the network say what happened.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        let next = error.to_string();
        if !text.contains(&next) {
            text = format!("{text}: {next}");
        }
        cause = error.source();
    }
    text.chars().filter(|c| !c.is_control()).take(600).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_that_satisfies_is_chosen() {
        let versions: Vec<Version> =
            ["0.1.0", "0.2.0", "0.10.0", "1.0.0-rc.1"].iter().map(|v| v.parse().unwrap()).collect();
        let newest = |req: &str| choose("x", &versions, &req.parse().unwrap()).map(ToString::to_string);
        assert_eq!(newest("*").unwrap(), "0.10.0");
        assert_eq!(newest("^0.2").unwrap(), "0.2.0");
        assert_eq!(newest("=1.0.0-rc.1").unwrap(), "1.0.0-rc.1");
        let error = newest("^2").unwrap_err().to_string();
        assert!(error.contains("^2") && error.contains("0.10.0"), "{error}");
    }
}
