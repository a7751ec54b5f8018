//! What the caller of a run decides.

use crate::progress::{Progress, Silent};
use batuta_runtime::plugin_set::Cancel;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// A case given by flag, compared for every program that `program` names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FlagCase {
    /// Source path or binary name; none means every program.
    pub program: Option<String>,
    /// Arguments.
    pub args: Vec<String>,
    /// Standard input; empty when none.
    pub stdin: Vec<u8>,
}

/// What the caller of a run decides. [`Options::default`] is what the command line does without flags.
#[derive(Clone)]
pub struct Options {
    /// File or folder to convert; or an OUT of an earlier run, whose input is then used again.
    pub input: PathBuf,
    /// OUT. None is right only for `analyze`.
    pub output: Option<PathBuf>,
    /// Where results of steps are kept; none means `OUT/.batuta/cache`.
    pub cache: Option<PathBuf>,
    /// Never use or fill the cache.
    pub no_cache: bool,
    /// Threads for plugin steps; 0 means one per core.
    pub jobs: usize,
    /// Overwrite a non-empty OUT that batuta did not write, and files in OUT that were edited since.
    pub force: bool,
    /// Let cargo use the network.
    pub online: bool,
    /// Run programs without an OS sandbox when none can be had.
    pub trust: bool,
    /// Exit code 4 also when nothing could be validated.
    pub require_validation: bool,
    /// Compare stderr too, in every case.
    pub compare_stderr: bool,
    /// Measure functions and grade files: analyzers get the setting `metrics`.
    pub measure: bool,
    /// With `measure`: ask the transpilers what they refuse, too, for the plan of a conversion. Nothing is written.
    pub ask_transpilers: bool,
    /// A file or folder of advisories in OSV's JSON form, for what the project needs.
    pub advisories: Option<PathBuf>,
    /// A file or folder of what registries say of packages, for the age of what the project needs.
    pub releases: Option<PathBuf>,
    /// Let `pmat` look at the project, and show its grade.
    pub pmat: bool,
    /// Cases beside those of `batuta.toml` and discovery.
    pub cases: Vec<FlagCase>,
    /// Longest time of one run of one program; none means `[validate] timeout`, or 10 s.
    pub timeout: Option<Duration>,
    /// Support crates that the host supplies by name: files by path relative to the crate.
    pub host_supports: Arc<BTreeMap<String, BTreeMap<String, Vec<u8>>>>,
    /// The backend that gives the bodies of numeric operations where it can, by name; `none` uses none, and without a name the
    /// optimizer chooses.
    pub backend: Option<String>,
    /// Text of the `Cargo.lock` that registry crates are pinned to.
    pub pins: Option<Arc<str>>,
    /// Listens.
    pub progress: Arc<dyn Progress>,
    /// Stops the run.
    pub cancel: Cancel,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            input: PathBuf::from("."),
            output: None,
            cache: None,
            no_cache: false,
            jobs: 0,
            force: false,
            online: false,
            trust: false,
            require_validation: false,
            compare_stderr: false,
            measure: false,
            ask_transpilers: false,
            advisories: None,
            releases: None,
            pmat: false,
            cases: Vec::new(),
            timeout: None,
            host_supports: Arc::default(),
            backend: None,
            pins: None,
            progress: Arc::new(Silent),
            cancel: Cancel::default(),
        }
    }
}
