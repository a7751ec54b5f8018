//! Unpack archives, nested ones too, as far as a manifest asks.

use super::Entry;
use crate::shell;
use anyhow::{Context, Result};
use std::path::Path;
use std::process::Command;

/// Unpack `archive` into `into`, then the inner archive when the manifest names one.
pub(super) fn all(entry: &Entry, archive: &Path, into: &Path) -> Result<()> {
    let Some(inner) = entry.get("inner") else {
        return one(archive, into, entry.get("keep"));
    };
    let outer = into.join("outer");
    std::fs::create_dir_all(&outer)?;
    one(archive, &outer, None)?;
    one(&outer.join(inner), into, entry.get("keep"))?;
    std::fs::remove_dir_all(&outer).context("cannot remove the outer archive's files")
}

fn one(archive: &Path, into: &Path, keep: Option<&str>) -> Result<()> {
    let name = archive.to_string_lossy();
    if name.ends_with(".whl") {
        return shell::run(Command::new("python3").args(["-m", "zipfile", "-e"]).arg(archive).arg(into));
    }
    if name.ends_with(".deb") {
        return shell::run(Command::new("dpkg-deb").arg("-x").arg(archive).arg(into));
    }
    let mut command = Command::new("tar");
    command.arg("-xf").arg(archive).arg("-C").arg(into);
    shell::run(command.args(keep))
}
