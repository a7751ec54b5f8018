//! Test corpora from the registries, at pinned versions with digests: fetched into `target/corpus`, never committed.
//!
//! `tests/corpus/NAME.corpus` says, in lines of `key = value`, where a corpus comes from: `kind` is `pip`, `crate` or
//! `debian-source`, then `package`, `version`, `file` (the archive's name) and `sha256`.

use crate::shell;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

type Entry = BTreeMap<String, String>;

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
    for entry in std::fs::read_dir("tests/corpus").context("cannot read tests/corpus")?.flatten() {
        let path = entry.path();
        if path.extension().is_some_and(|extension| extension == "corpus") {
            let text = std::fs::read_to_string(&path)?;
            let pairs = text.lines().filter_map(|line| line.split_once('='));
            let entry = pairs.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect();
            known.insert(path.file_stem().unwrap_or_default().to_string_lossy().into_owned(), entry);
        }
    }
    Ok(known)
}

fn field<'a>(entry: &'a Entry, key: &str) -> Result<&'a str> {
    entry.get(key).map(String::as_str).with_context(|| format!("the manifest has no `{key}`"))
}

fn fetch(name: &str, entry: &Entry) -> Result<()> {
    let base = shell::target().join("corpus");
    let folder = base.join(name);
    let digest = field(entry, "sha256")?;
    let stamp = folder.join(".digest");
    if std::fs::read_to_string(&stamp).is_ok_and(|text| text == digest) {
        eprintln!("{name}: there");
        return Ok(());
    }
    let scratch = base.join(format!("{name}.part"));
    let _ = std::fs::remove_dir_all(&scratch);
    std::fs::create_dir_all(&scratch)?;
    let archive = download(entry, &scratch)?;
    let found = shell::output(Command::new("sha256sum").arg(&archive))?;
    if !found.starts_with(digest) {
        bail!("{} has another digest than its manifest: {}", archive.display(), found.trim());
    }
    unpack(&archive, &scratch)?;
    std::fs::write(scratch.join(".digest"), digest)?;
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::rename(&scratch, &folder).context("cannot move the corpus into place")
}

/// Through the tools that know each registry, so that no address stands here.
fn download(entry: &Entry, into: &Path) -> Result<PathBuf> {
    let (package, version) = (field(entry, "package")?, field(entry, "version")?);
    match field(entry, "kind")? {
        "pip" => {
            let mut command = Command::new("python3");
            command.args(["-m", "pip", "download", "--quiet", "--no-deps", "--no-build-isolation"]);
            if field(entry, "file")?.ends_with(".tar.gz") {
                command.args(["--no-binary", ":all:"]);
            }
            shell::run(command.arg("-d").arg(into).arg(format!("{package}=={version}")))?;
        }
        "debian-source" => {
            let mut command = Command::new("apt-get");
            command.args(["source", "--download-only", &format!("{package}={version}")]).current_dir(into);
            shell::run(&mut command)?;
        }
        "debian" => {
            let mut command = Command::new("apt-get");
            command.args(["download", &format!("{package}={version}")]).current_dir(into);
            shell::run(&mut command)?;
        }
        other => bail!("unknown kind `{other}`"),
    }
    Ok(into.join(field(entry, "file")?))
}

fn unpack(archive: &Path, into: &Path) -> Result<()> {
    let name = archive.to_string_lossy();
    if name.ends_with(".whl") {
        return shell::run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(into));
    }
    if name.ends_with(".deb") {
        return shell::run(Command::new("dpkg-deb").arg("-x").arg(archive).arg(into));
    }
    shell::run(Command::new("tar").arg("-xf").arg(archive).arg("-C").arg(into))
}
