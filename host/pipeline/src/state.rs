//! What batuta remembers of an OUT between runs: `OUT/.batuta/state.json` and `OUT/.batuta/report.json`.

use crate::error::{Error, Result};
use crate::report::{Phase, Report};
use crate::stamp::{Stamp, Stamps};
use batuta_runtime::model::Digest;
use batuta_system::System;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Raised when the state of an older version cannot be used any more; such a state only tells that OUT is batuta's.
pub(crate) const VERSION: u32 = 1;
/// Longest state or report that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// What is remembered. Paths are relative to the project (inputs) or to OUT.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct State {
    /// [`VERSION`].
    pub(crate) version: u32,
    /// The input, absolute.
    pub(crate) input: String,
    /// When the run began to read, since 1970.
    pub(crate) taken: Duration,
    /// When the stamps of outputs and executables were taken, since 1970.
    pub(crate) sealed: Duration,
    /// Of plugins, settings and options.
    pub(crate) fingerprint: Option<Digest>,
    /// Of the tools that the run used.
    pub(crate) tools: Option<Digest>,
    /// Names of programs that the comparison looked for.
    pub(crate) programs: Vec<String>,
    /// Files of the project.
    pub(crate) inputs: BTreeMap<String, Stamp>,
    /// Further files that steps asked for; none for a miss.
    pub(crate) extras: BTreeMap<String, Option<Stamp>>,
    /// Files that batuta wrote.
    pub(crate) outputs: BTreeMap<String, Stamp>,
    /// Files that a run was about to write when it ended early.
    pub(crate) pending: BTreeMap<String, Digest>,
    /// Programs that cargo built.
    pub(crate) executables: BTreeMap<String, Stamp>,
    /// Phases whose results stand.
    pub(crate) phases: Vec<Phase>,
    /// Of the report that belongs to this state.
    pub(crate) report: Option<Digest>,
}

/// The folder of batuta's own files in OUT.
pub(crate) fn folder(out: &Path) -> PathBuf {
    out.join(".batuta")
}

fn path(out: &Path) -> PathBuf {
    folder(out).join("state.json")
}

/// Whether batuta wrote `out`.
pub(crate) fn is_ours(system: &dyn System, out: &Path) -> bool {
    matches!(system.stat(&path(out)), Ok(Some(_)))
}

/// The state of `out`; the default when there is none, it is damaged, or it has another version.
pub(crate) fn load(system: &dyn System, out: &Path) -> State {
    let state = system.read(&path(out), LONGEST).ok().and_then(|bytes| serde_json::from_slice::<State>(&bytes).ok());
    state.filter(|state| state.version == VERSION).unwrap_or_default()
}

/// The report that belongs to `state`.
pub(crate) fn load_report(system: &dyn System, out: &Path, state: &State) -> Option<Report> {
    let bytes = system.read(&folder(out).join("report.json"), LONGEST).ok()?;
    (Some(Digest::of(&bytes)) == state.report).then(|| serde_json::from_slice(&bytes).ok()).flatten()
}

/// Write the report, then the state that names it.
pub(crate) fn save(system: &dyn System, out: &Path, state: &mut State, report: &Report) -> Result<()> {
    let bytes = serde_json::to_vec(report).map_err(|e| Error::blocked(e.to_string()))?;
    state.report = Some(Digest::of(&bytes));
    system.write(&folder(out).join("report.json"), &bytes)?;
    save_state(system, out, state)
}

/// Write the state alone, to survive a loss of power.
pub(crate) fn save_state(system: &dyn System, out: &Path, state: &mut State) -> Result<()> {
    Ok(system.write_durably(&path(out), &bytes(state)?)?)
}

/// Write the state alone, to survive the end of the process.
pub(crate) fn note_state(system: &dyn System, out: &Path, state: &mut State) -> Result<()> {
    Ok(system.write(&path(out), &bytes(state)?)?)
}

fn bytes(state: &mut State) -> Result<Vec<u8>> {
    state.version = VERSION;
    serde_json::to_vec(state).map_err(|e| Error::blocked(e.to_string()))
}

impl State {
    /// Stamps of the project's files.
    pub(crate) fn stamps(&self) -> Stamps {
        Stamps { taken: self.taken, files: self.inputs.clone() }
    }

    /// Digests that a file of OUT may have without anybody else having touched it.
    pub(crate) fn own_digests(&self, path: &str) -> impl Iterator<Item = Digest> {
        let written = self.outputs.get(path).and_then(|stamp| stamp.digest);
        written.into_iter().chain(self.pending.get(path).copied())
    }
}
