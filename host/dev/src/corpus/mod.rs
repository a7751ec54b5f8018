//! Test corpora from the registries, at pinned versions with digests: fetched into `target/corpus`, never committed.
//!
//! `tests/corpus/NAME.corpus` says, in lines of `key = value`, where a corpus comes from:
//!
//! | key | meaning |
//! |---|---|
//! | `kind` | `pip`, `crate`, `debian` (a binary package) or `debian-source` (the upstream archive of a source package) |
//! | `package` | its name there |
//! | `version` | the version; a Debian source is found by name, because its upstream archive outlives Debian's revisions |
//! | `file` | the archive's name (not for `crate`) |
//! | `sha256` | the archive's digest |
//! | `inner` | an archive inside the unpacked one, which is unpacked too |
//! | `keep` | the folder in the (inner) archive that is needed; the rest is left out |

mod download;
mod unpack;

use crate::shell;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// What a manifest says.
struct Entry(BTreeMap<String, String>);

impl Entry {
    fn read(text: &str) -> Self {
        let pairs = text.lines().filter_map(|line| line.split_once('='));
        Entry(pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect())
    }

    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key).map(String::as_str)
    }

    fn need(&self, key: &str) -> Result<&str> {
        self.get(key).with_context(|| format!("the manifest has no `{key}`"))
    }
}

/// Fetch and unpack the corpora named, or all.
///
/// # Errors
/// When a manifest is wrong, a fetch fails, or a digest differs.
pub fn run(names: &[String]) -> Result<()> {
    let known = manifests()?;
    if let Some(name) = names.iter().find(|name| !known.contains_key(*name)) {
        bail!("no corpus `{name}`; there are: {}", known.keys().cloned().collect::<Vec<_>>().join(", "));
    }
    for (name, entry) in known.iter().filter(|(name, _)| names.is_empty() || names.contains(name)) {
        fetch(name, entry).with_context(|| format!("corpus `{name}`"))?;
    }
    Ok(())
}

fn manifests() -> Result<BTreeMap<String, Entry>> {
    let mut known = BTreeMap::new();
    for file in std::fs::read_dir("tests/corpus").context("cannot read tests/corpus")?.flatten() {
        let path = file.path();
        if path.extension().is_some_and(|extension| extension == "corpus") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            known.insert(name, Entry::read(&std::fs::read_to_string(&path)?));
        }
    }
    Ok(known)
}

/// Put a corpus into its folder, unless what is there has the manifest's digest already. It appears whole or not at all.
fn fetch(name: &str, entry: &Entry) -> Result<()> {
    let base = shell::target().join("corpus");
    let folder = base.join(name);
    let digest = entry.need("sha256")?;
    let stamp = format!("{digest} {} {}", entry.get("inner").unwrap_or(""), entry.get("keep").unwrap_or(""));
    if std::fs::read_to_string(folder.join(".digest")).is_ok_and(|text| text == stamp) {
        eprintln!("{name}: there");
        return Ok(());
    }
    let scratch = base.join(format!("{name}.part"));
    let _ = std::fs::remove_dir_all(&scratch);
    std::fs::create_dir_all(&scratch)?;
    if entry.need("kind")? == "crate" {
        download::krate(entry, &scratch)?;
    } else {
        let archive = download::archive(entry, &scratch)?;
        check(&archive, digest)?;
        unpack::all(entry, &archive, &scratch)?;
        std::fs::remove_file(&archive)?;
    }
    std::fs::write(scratch.join(".digest"), stamp)?;
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::rename(&scratch, &folder).context("cannot move the corpus into place")
}

fn check(archive: &Path, digest: &str) -> Result<()> {
    let found = shell::output(Command::new("sha256sum").arg(archive))?;
    if !found.starts_with(digest) {
        bail!("{} has another digest than its manifest: {}", archive.display(), found.trim());
    }
    Ok(())
}
