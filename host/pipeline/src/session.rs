//! What a run knows before its first phase: input, configuration, OUT with its state and lock.

use crate::cache::KeyBuilder;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::goal::Goal;
use crate::options::Options;
use crate::output;
use crate::project::Input;
use crate::state::{self, State};
use crate::tools;
use batuta_runtime::model::Digest;
use batuta_runtime::plugin_set::PluginSet;
use batuta_system::{Lock, System};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Longest `batuta.toml`, in bytes.
const LONGEST: u64 = 1 << 20;

/// Everything that is fixed for the length of a run.
pub(crate) struct Session {
    pub(crate) system: Arc<dyn System>,
    pub(crate) plugins: Arc<dyn PluginSet>,
    pub(crate) options: Options,
    pub(crate) goal: Goal,
    pub(crate) input: Input,
    pub(crate) config: Config,
    /// None when the goal writes nothing.
    pub(crate) out: Option<PathBuf>,
    /// Of the last run.
    pub(crate) state: State,
    /// Of plugins, settings and options.
    pub(crate) fingerprint: Digest,
    /// Of cargo, rustc and rustfmt.
    pub(crate) toolchain: Digest,
    /// When the run began, since 1970.
    pub(crate) began: Duration,
    /// Keeps other runs out of OUT.
    _lock: Option<Box<dyn Lock>>,
}

impl Session {
    /// Look at everything, and take OUT.
    pub(crate) fn open(
        system: &Arc<dyn System>,
        plugins: &Arc<dyn PluginSet>,
        options: &Options,
        goal: Goal,
    ) -> Result<Self> {
        let began = system.now();
        let (input, given_out) = locate(&**system, options)?;
        let config = read_config(&**system, &input)?;
        let out = match (given_out, goal) {
            (None, Goal::Analyze) => None,
            (Some(out), _) => Some(out),
            (None, _) => Some(default_out(&**system, &input, &config)?),
        };
        let writes = out.as_deref().filter(|_| goal != Goal::Analyze);
        let lock = match writes {
            Some(out) => Some(output::claim(&**system, out, &input.root, input.only.is_some(), options.force)?),
            None => None,
        };
        let state = out.as_deref().map(|out| state::load(&**system, out)).unwrap_or_default();
        Ok(Session {
            fingerprint: fingerprint(&**plugins, options, &config, &input),
            toolchain: tools::toolchain(&**system),
            system: Arc::clone(system),
            plugins: Arc::clone(plugins),
            options: options.clone(),
            goal,
            input,
            config,
            out,
            state,
            began,
            _lock: lock,
        })
    }

    /// Where results of steps are kept.
    pub(crate) fn cache_folder(&self) -> Option<PathBuf> {
        let in_out =
            || self.out.as_ref().filter(|out| self.goal != Goal::Analyze || state::is_ours(&*self.system, out));
        match &self.options.cache {
            _ if self.options.no_cache => None,
            Some(folder) => Some(folder.clone()),
            None => in_out().map(|out| state::folder(out).join("cache")),
        }
    }

    /// OUT relative to the project, when it lies inside.
    pub(crate) fn closed(&self) -> Vec<String> {
        let out = self.out.as_ref().and_then(|out| out.strip_prefix(&self.input.root).ok());
        let out = out.and_then(Path::to_str).map(str::to_owned).filter(|out| !out.is_empty());
        out.into_iter().chain([".git".to_owned(), ".batuta".to_owned()]).collect()
    }
}

/// The input and the OUT that were given; an OUT of an earlier run as input stands for that run's input.
fn locate(system: &dyn System, options: &Options) -> Result<(Input, Option<PathBuf>)> {
    let out = options.output.as_deref().map(|out| system.absolute(out)).transpose()?;
    let given = system.absolute(&options.input)?;
    if state::is_ours(system, &given) {
        let state = state::load(system, &given);
        if !state.input.is_empty() {
            return Ok((Input::find(system, Path::new(&state.input))?, out.or(Some(given))));
        }
    }
    Ok((Input::find(system, &given)?, out))
}

fn read_config(system: &dyn System, input: &Input) -> Result<Config> {
    match system.read(&input.root.join("batuta.toml"), LONGEST) {
        Ok(bytes) => {
            let text = String::from_utf8(bytes).map_err(|_| Error::blocked("batuta.toml is not UTF-8"))?;
            Config::parse(&text)
        }
        Err(e) if e.is_missing() => Ok(Config::default()),
        Err(e) => Err(e.into()),
    }
}

/// `[output] folder`, else `NAME-rust` in the working folder.
fn default_out(system: &dyn System, input: &Input, config: &Config) -> Result<PathBuf> {
    match &config.output {
        Some(folder) => Ok(system.absolute(&input.root.join(folder))?),
        None => Ok(system.absolute(Path::new("."))?.join(format!("{}-rust", input.name))),
    }
}

fn fingerprint(plugins: &dyn PluginSet, options: &Options, config: &Config, input: &Input) -> Digest {
    let mut key =
        KeyBuilder::new("run").part(env!("CARGO_PKG_VERSION")).part(format!("{config:?}")).part(format!("{input:?}"));
    for plugin in plugins.plugins() {
        key = key.part(plugin.digest.0).part(&plugin.abi).part(&plugin.manifest.name);
    }
    let Options { trust, compare_stderr, cases, timeout, host_supports, pins, backend, .. } = options;
    for (name, files) in host_supports.iter() {
        key = key.part(name);
        for (path, bytes) in files {
            key = key.part(path).part(Digest::of(bytes).0);
        }
    }
    key.part(format!("{trust} {compare_stderr} {cases:?} {timeout:?} {pins:?} {backend:?}")).finish()
}
