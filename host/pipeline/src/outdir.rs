//! Looking at an OUT, and taking it back.

use crate::error::{Error, Result};
use crate::report::Report;
use crate::state::{self, State};
use batuta_runtime::model::Digest;
use batuta_system::{Stat, System};
use serde::Serialize;
use std::path::Path;

/// Longest generated file that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// How an OUT stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Status {
    /// OUT, absolute.
    pub output: String,
    /// What it was converted from, absolute.
    pub input: String,
    /// Whether the last run ended early; the next one goes on where it stopped.
    pub interrupted: bool,
    /// Source files that changed since, or are gone.
    pub changed_inputs: Vec<String>,
    /// Generated files that somebody changed or removed.
    pub changed_outputs: Vec<String>,
    /// The report of the last run that ended.
    pub last: Option<Report>,
}

/// How OUT stands, without running anything.
///
/// # Errors
/// When `out` was not written by batuta.
pub fn status(system: &dyn System, out: &Path) -> Result<Status> {
    let out = ours(system, out)?;
    let state = state::load(system, &out);
    let root = Path::new(&state.input);
    let root = match system.stat(root)? {
        Some(stat) if stat.kind == batuta_system::Kind::File => root.parent().unwrap_or(root),
        _ => root,
    };
    let differs = |root: &Path, path: &str, stamp: &crate::stamp::Stamp, taken| {
        let same = |stat: Stat| {
            let read = || system.read_below(root, path, LONGEST).ok().map(|bytes| Digest::of(&bytes)) == stamp.digest;
            stamp.holds(&stat, taken) || read()
        };
        !system.stat_below(root, path).ok().flatten().is_some_and(same)
    };
    let changed = |root: &Path, stamps: &std::collections::BTreeMap<String, crate::stamp::Stamp>, taken| {
        stamps.iter().filter(|(path, stamp)| differs(root, path, stamp, taken)).map(|(path, _)| path.clone()).collect()
    };
    Ok(Status {
        output: out.to_string_lossy().into_owned(),
        input: state.input.clone(),
        interrupted: !state.pending.is_empty(),
        changed_inputs: changed(root, &state.inputs, state.taken),
        changed_outputs: changed(&out, &state.outputs, state.sealed),
        last: state::load_report(system, &out, &state),
    })
}

/// What a reset did.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reset {
    /// Generated files that were removed.
    pub removed: u64,
    /// Generated files that stay because somebody changed them.
    pub kept: Vec<String>,
}

/// Remove what batuta wrote to OUT: generated files that nobody changed, build results, state and cache.
///
/// # Errors
/// When `out` was not written by batuta, another run is at work there, or something cannot be removed.
pub fn reset(system: &dyn System, out: &Path) -> Result<Reset> {
    let out = ours(system, out)?;
    let lock = system.lock(&state::folder(&out).join("lock"))?;
    let _lock = lock.ok_or_else(|| Error::blocked(format!("another batuta is at work in {}", out.display())))?;
    let state: State = state::load(system, &out);
    let mut reset = Reset::default();
    for path in state.outputs.keys() {
        let Ok(bytes) = system.read_below(&out, path, LONGEST) else { continue };
        let digest = Digest::of(&bytes);
        if state.own_digests(path).any(|own| own == digest) {
            system.remove_below(&out, path)?;
            reset.removed += 1;
        } else {
            reset.kept.push(path.clone());
        }
    }
    system.remove(&out.join("target"))?;
    system.remove(&state::folder(&out))?;
    Ok(reset)
}

fn ours(system: &dyn System, out: &Path) -> Result<std::path::PathBuf> {
    let out = system.absolute(out)?;
    if state::is_ours(system, &out) {
        return Ok(out);
    }
    Err(Error::blocked(format!("{} was not written by batuta", out.display())))
}
