//! OUT: whether batuta may write there, and writing only what changed, file by file.

use crate::error::{Error, Result};
use crate::stamp::Stamp;
use crate::state::{self, State};
use crate::tree::Tree;
use batuta_runtime::model::Digest;
use batuta_system::{Kind, Lock, System};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Longest generated file that is read back, in bytes.
const LONGEST: u64 = 1 << 30;

/// Check that `out` may be written, and lock it.
pub(crate) fn claim(system: &dyn System, out: &Path, root: &Path, only: bool, force: bool) -> Result<Box<dyn Lock>> {
    if !only && root.starts_with(out) {
        return Err(Error::blocked(format!(
            "the output folder {} holds the project itself; choose another one",
            out.display()
        )));
    }
    match system.stat(out)?.map(|stat| stat.kind) {
        None => {}
        Some(Kind::Folder) => {
            let foreign = system.list(out)?.into_iter().any(|name| name != ".batuta");
            if foreign && !state::is_ours(system, out) && !force {
                return Err(Error::blocked(format!(
                    "{} is not empty and batuta did not write it; choose another output folder, or --force to write there",
                    out.display()
                )));
            }
        }
        Some(_) => return Err(Error::blocked(format!("{} is not a folder", out.display()))),
    }
    let lock = system.lock(&state::folder(out).join("lock"))?;
    lock.ok_or_else(|| Error::blocked(format!("another batuta is at work in {}", out.display())))
}

/// What writing a tree did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Written {
    /// Files whose content is new.
    pub(crate) written: usize,
    /// Files that were removed.
    pub(crate) removed: usize,
}

/// What has to be done to one file.
enum Change {
    None,
    Write,
    /// Somebody else changed it.
    Edited,
}

/// Make OUT hold exactly `tree` beside what is not batuta's; `state` is then up to date, but not saved.
pub(crate) fn write(system: &dyn System, out: &Path, tree: &Tree, state: &mut State, force: bool) -> Result<Written> {
    remove_leftovers(system, out, state)?;
    let changes: Vec<(&String, Change)> = tree
        .files
        .par_iter()
        .map(|(path, file)| Ok((path, change(system, out, path, &file.bytes, state)?)))
        .collect::<Result<_>>()?;
    let edited: Vec<&str> =
        changes.iter().filter(|(_, c)| matches!(c, Change::Edited)).map(|(path, _)| path.as_str()).collect();
    if !edited.is_empty() && !force {
        return Err(edited_error(out, &edited));
    }
    let writes: Vec<&String> =
        changes.iter().filter(|(_, c)| !matches!(c, Change::None)).map(|(path, _)| *path).collect();
    let stale: Vec<String> = stale(system, out, tree, state)?;
    if !writes.is_empty() || !stale.is_empty() {
        announce(system, out, tree, &writes, state)?;
    }
    writes.par_iter().try_for_each(|path| system.write_below(out, path, &tree.files[*path].bytes))?;
    stale.iter().try_for_each(|path| system.remove_below(out, path))?;
    state.outputs = stamps(system, out, tree)?;
    state.sealed = system.now();
    state.pending.clear();
    Ok(Written { written: writes.len(), removed: stale.len() })
}

fn edited_error(out: &Path, edited: &[&str]) -> Error {
    let shown: Vec<&str> = edited.iter().take(5).copied().collect();
    let more =
        if edited.len() > shown.len() { format!(" and {} more", edited.len() - shown.len()) } else { String::new() };
    Error::blocked(format!(
        "files in {} were changed since batuta wrote them: {}{more}; move them away, or --force to overwrite them",
        out.display(),
        shown.join(", ")
    ))
}

fn change(system: &dyn System, out: &Path, path: &str, bytes: &[u8], state: &State) -> Result<Change> {
    let Some(stat) = system.stat_below(out, path)? else { return Ok(Change::Write) };
    let wanted = Digest::of(bytes);
    let sure = state.outputs.get(path).filter(|stamp| stamp.holds(&stat, state.sealed)).and_then(|stamp| stamp.digest);
    let there = match sure {
        Some(digest) => digest,
        None => Digest::of(&system.read_below(out, path, LONGEST)?),
    };
    Ok(match there {
        there if there == wanted => Change::None,
        there if state.own_digests(path).any(|own| own == there) => Change::Write,
        _ => Change::Edited,
    })
}

/// Files of an earlier run that are no longer generated and that nobody changed.
fn stale(system: &dyn System, out: &Path, tree: &Tree, state: &State) -> Result<Vec<String>> {
    let earlier: BTreeSet<&String> = state.outputs.keys().chain(state.pending.keys()).collect();
    let mut stale = Vec::new();
    for path in earlier.into_iter().filter(|path| !tree.files.contains_key(*path)) {
        let Ok(bytes) = system.read_below(out, path, LONGEST) else { continue };
        let digest = Digest::of(&bytes);
        if state.own_digests(path).any(|own| own == digest) {
            stale.push(path.clone());
        }
    }
    Ok(stale)
}

/// Say in the state what is about to be written, so that a run after a sudden end knows these files as batuta's own.
fn announce(system: &dyn System, out: &Path, tree: &Tree, writes: &[&String], state: &mut State) -> Result<()> {
    state.pending = writes.iter().map(|path| ((*path).clone(), Digest::of(&tree.files[*path].bytes))).collect();
    state.phases.clear();
    state::note_state(system, out, state)
}

/// Remove temporary files of a run that ended suddenly.
fn remove_leftovers(system: &dyn System, out: &Path, state: &State) -> Result<()> {
    let folder = |path: &String| path.rsplit_once('/').map_or(PathBuf::new(), |(folder, _)| PathBuf::from(folder));
    let folders: BTreeSet<PathBuf> = state.pending.keys().map(folder).collect();
    for folder in folders {
        let folder = out.join(folder);
        for name in system.list(&folder)? {
            if name.starts_with(".batuta-") && name.ends_with(".tmp") {
                system.remove(&folder.join(name))?;
            }
        }
    }
    Ok(())
}

fn stamps(system: &dyn System, out: &Path, tree: &Tree) -> Result<BTreeMap<String, Stamp>> {
    let stamp = |(path, file): (&String, &crate::tree::Generated)| {
        let stat = system.stat_below(out, path)?;
        let stat = stat.ok_or_else(|| Error::blocked(format!("{path} vanished from {}", out.display())))?;
        Ok((path.clone(), Stamp::new(&stat, Some(Digest::of(&file.bytes)))))
    };
    tree.files.par_iter().map(stamp).collect()
}
