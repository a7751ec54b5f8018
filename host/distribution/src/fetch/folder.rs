//! Components in files and folders.

use super::{Fetched, Listing, Parcel, choose, signature_beside, too_large};
use crate::store::LARGEST;
use crate::{Error, Result};
use batuta_system::System;
use semver::{Version, VersionReq};
use std::collections::BTreeMap;
use std::path::Path;

/// One file, with the signature beside it.
pub(super) fn file(system: &dyn System, path: &Path, origin: String) -> Result<Fetched> {
    let bytes = system.read(path, LARGEST).map_err(|error| {
        if error.is_too_large() { too_large(&path.display().to_string()) } else { Error::System(error) }
    })?;
    Ok(Fetched { bytes, signature: signature_beside(system, path)?, origin })
}

/// Files of a folder: by plugin, by version; a file without a version in its name counts as 0.0.0.
fn plugins(system: &dyn System, folder: &Path) -> Result<BTreeMap<String, BTreeMap<Version, String>>> {
    let mut plugins: BTreeMap<String, BTreeMap<Version, String>> = BTreeMap::new();
    for file in system.list(folder)? {
        let Some(stem) = file.strip_suffix(".wasm") else { continue };
        let (name, version) = split(stem);
        plugins.entry(name.to_owned()).or_default().insert(version.unwrap_or(Version::new(0, 0, 0)), file);
    }
    Ok(plugins)
}

/// `ini-tools-0.3.1` is version 0.3.1 of `ini-tools`.
fn split(stem: &str) -> (&str, Option<Version>) {
    let dashes = stem.match_indices('-').map(|(at, _)| at);
    dashes
        .into_iter()
        .find_map(|at| Some((&stem[..at], Some(Version::parse(&stem[at + 1..]).ok()?))))
        .unwrap_or((stem, None))
}

/// The newest version of the plugin in a folder.
pub(super) fn newest(
    system: &dyn System,
    folder: &Path,
    name: Option<&str>,
    requirement: &VersionReq,
) -> Result<Fetched> {
    let source = folder.display().to_string();
    let bad = |why: String| Error::Source { text: source.clone(), why };
    let mut plugins = plugins(system, folder)?;
    let versions = match name {
        Some(name) => plugins.remove(name).ok_or_else(|| bad(format!("no plugin there is called `{name}`")))?,
        None if plugins.len() > 1 => {
            let names: Vec<String> = plugins.into_keys().collect();
            return Err(bad(format!("it has several plugins, name one of them: {}", names.join(", "))));
        }
        None => plugins.pop_first().ok_or_else(|| bad("no `.wasm` file is in it".into()))?.1,
    };
    let numbers: Vec<Version> = versions.keys().cloned().collect();
    let unnumbered = numbers == [Version::new(0, 0, 0)];
    let version = if unnumbered { &numbers[0] } else { choose(&source, &numbers, requirement)? };
    file(system, &folder.join(&versions[version]), source)
}

/// What a folder has.
pub(super) fn list(system: &dyn System, folder: &Path, word: &str) -> Result<Vec<Listing>> {
    let found = plugins(system, folder)?.into_iter().filter(|(name, _)| name.contains(word));
    let listing = |(name, versions): (String, BTreeMap<Version, String>)| Listing {
        name,
        versions: versions.into_keys().rev().filter(|version| *version != Version::new(0, 0, 0)).collect(),
        description: String::new(),
        source: folder.display().to_string(),
    };
    Ok(found.map(listing).collect())
}

/// Put a plugin there as `NAME-VERSION.wasm`.
pub(super) fn publish(system: &dyn System, folder: &Path, parcel: &Parcel<'_>) -> Result<String> {
    let path = folder.join(format!("{}-{}.wasm", parcel.name, parcel.version));
    match system.read(&path, LARGEST) {
        Ok(there) if there != parcel.bytes => {
            let why = "another plugin of this name and version is there; published versions do not change".into();
            return Err(Error::Source { text: path.display().to_string(), why });
        }
        Ok(_) => {}
        Err(error) if error.is_missing() => system.write_durably(&path, parcel.bytes)?,
        Err(error) => return Err(error.into()),
    }
    if let Some(signature) = parcel.signature {
        let beside = folder.join(format!("{}-{}.wasm.sig", parcel.name, parcel.version));
        system.write_durably(&beside, signature.to_text().as_bytes())?;
    }
    Ok(folder.display().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn versions_stand_side_by_side() {
        let system = MemorySystem::new();
        let folder = Path::new("/shelf");
        system.create_dir(folder).unwrap();
        let parcel = |version, bytes| Parcel { name: "ini", version, description: "", bytes, signature: None };
        for (version, bytes) in [("0.9.0", &b"nine"[..]), ("0.10.0", b"ten")] {
            publish(&system, folder, &parcel(version, bytes)).unwrap();
        }
        publish(&system, folder, &parcel("0.9.0", b"nine")).unwrap();
        let error = publish(&system, folder, &parcel("0.9.0", b"other")).unwrap_err();
        assert!(error.to_string().contains("do not change"), "{error}");
        assert_eq!(newest(&system, folder, None, &VersionReq::STAR).unwrap().bytes, b"ten");
        assert_eq!(newest(&system, folder, Some("ini"), &"<0.10".parse().unwrap()).unwrap().bytes, b"nine");
        assert!(matches!(newest(&system, folder, None, &"2".parse().unwrap()), Err(Error::NoVersion { .. })));
        system.write(&folder.join("awk.wasm"), b"awk").unwrap();
        assert!(newest(&system, folder, None, &VersionReq::STAR).unwrap_err().to_string().contains("awk, ini"));
        assert_eq!(newest(&system, folder, Some("awk"), &VersionReq::STAR).unwrap().bytes, b"awk");
        let listed = list(&system, folder, "in").unwrap();
        assert_eq!(listed.len(), 1);
        assert_eq!(listed[0].versions[0], Version::new(0, 10, 0));
    }

    #[test]
    fn names_with_dashes_keep_them() {
        assert_eq!(split("json-schema"), ("json-schema", None));
        assert_eq!(split("json-schema-1.2.3-rc.1"), ("json-schema", Version::parse("1.2.3-rc.1").ok()));
    }
}
