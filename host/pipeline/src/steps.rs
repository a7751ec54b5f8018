//! Calls of plugin steps through the cache, counted.

use crate::cache::{Cache, KeyBuilder, Stored};
use crate::config::Config;
use crate::progress::Progress;
use crate::provider::Provider;
use crate::report::{Phase, StepCounts};
use batuta_runtime::model::{Diagnostic, Digest, FileProvider, Manifest, Role, Setting};
use batuta_runtime::plugin_set::{Cancel, FailureKind, PluginSet, StepContext, StepError, StepOutcome, Usage};
use serde::Serialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// What a step gave, from a run or from the cache.
#[derive(Debug)]
pub(crate) struct Done<T> {
    /// The value, or why there is none.
    pub(crate) result: Result<T, StepError>,
    /// What it reported.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// What the calls of one plugin cost together.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cost {
    /// Calls that ran.
    pub(crate) calls: u64,
    /// Wall time of all of them.
    pub(crate) time: Duration,
    /// Greatest memory of one, in bytes.
    pub(crate) memory: u64,
}

/// The setting that asks an analyzer to measure functions and grade files.
const METRICS: &str = "metrics";

/// Runs steps.
pub(crate) struct Steps {
    pub(crate) plugins: Arc<dyn PluginSet>,
    pub(crate) files: Arc<Provider>,
    pub(crate) cache: Cache,
    pub(crate) cancel: Cancel,
    pub(crate) progress: Arc<dyn Progress>,
    settings: Vec<Arc<[Setting]>>,
    counts: Mutex<BTreeMap<(Phase, &'static str), StepCounts>>,
    costs: Mutex<BTreeMap<usize, Cost>>,
    /// Whether a step used what its key does not have, so that the run must not stand for a later one.
    impure: AtomicBool,
}

impl Steps {
    pub(crate) fn new(
        plugins: Arc<dyn PluginSet>,
        files: Arc<Provider>,
        cache: Cache,
        config: &Config,
        measure: bool,
        cancel: Cancel,
        progress: Arc<dyn Progress>,
    ) -> Self {
        let settings = |manifest: &Manifest| {
            let mut settings = config.settings(&manifest.name);
            if measure && manifest.roles.contains(&Role::Analyzer) {
                settings.retain(|setting| setting.key != METRICS);
                settings.push(Setting { key: METRICS.to_owned(), value: "true".to_owned() });
                settings.sort_by(|a, b| a.key.cmp(&b.key));
            }
            Arc::from(settings)
        };
        let settings = plugins.plugins().iter().map(|plugin| settings(&plugin.manifest)).collect();
        Steps {
            plugins,
            files,
            cache,
            cancel,
            progress,
            settings,
            counts: Mutex::default(),
            costs: Mutex::default(),
            impure: AtomicBool::new(false),
        }
    }

    /// Plugins with this role, by index.
    pub(crate) fn with_role(&self, role: Role) -> Vec<usize> {
        let plugins = self.plugins.plugins().iter().enumerate();
        plugins.filter(|(_, plugin)| plugin.manifest.roles.contains(&role)).map(|(index, _)| index).collect()
    }

    /// Name of a plugin.
    pub(crate) fn name(&self, plugin: usize) -> &str {
        &self.plugins.plugins()[plugin].manifest.name
    }

    /// Key of a step of `plugin` with these inputs.
    pub(crate) fn key(&self, plugin: usize, kind: &'static str, inputs: &[&[u8]]) -> Digest {
        let info = &self.plugins.plugins()[plugin];
        let mut key = KeyBuilder::new(kind).part(info.digest.0).part(&info.abi);
        for setting in self.settings[plugin].iter() {
            key = key.part(&setting.key).part(&setting.value);
        }
        inputs.iter().fold(key, |key, input| key.part(input)).finish()
    }

    /// The step's result from the cache, or from running it.
    pub(crate) fn run<T: Serialize + DeserializeOwned>(
        &self,
        phase: Phase,
        plugin: usize,
        kind: &'static str,
        inputs: &[&[u8]],
        step: impl FnOnce(&StepContext) -> StepOutcome<T>,
    ) -> Done<T> {
        self.run_in(phase, plugin, kind, inputs, Arc::clone(&self.settings[plugin]), step)
    }

    /// As [`Steps::run`], with further settings from the host, which are inputs of the step.
    pub(crate) fn run_with<T: Serialize + DeserializeOwned>(
        &self,
        phase: Phase,
        plugin: usize,
        kind: &'static str,
        inputs: &[&[u8]],
        further: Vec<Setting>,
        step: impl FnOnce(&StepContext) -> StepOutcome<T>,
    ) -> Done<T> {
        let mut settings = self.settings[plugin].to_vec();
        settings.retain(|setting| further.iter().all(|own| own.key != setting.key));
        settings.extend(further);
        settings.sort_by(|a, b| a.key.cmp(&b.key));
        let text = postcard::to_stdvec(&settings).unwrap_or_default();
        let inputs: Vec<&[u8]> = inputs.iter().copied().chain([text.as_slice()]).collect();
        self.run_in(phase, plugin, kind, &inputs, settings.into(), step)
    }

    /// A step of an analyzer that is asked for measures, whatever the command asked for.
    pub(crate) fn measure<T: Serialize + DeserializeOwned>(
        &self,
        plugin: usize,
        kind: &'static str,
        inputs: &[&[u8]],
        step: impl FnOnce(&StepContext) -> StepOutcome<T>,
    ) -> Done<T> {
        let further = vec![Setting { key: METRICS.to_owned(), value: "true".to_owned() }];
        self.run_with(Phase::Optimization, plugin, kind, inputs, further, step)
    }

    fn run_in<T: Serialize + DeserializeOwned>(
        &self,
        phase: Phase,
        plugin: usize,
        kind: &'static str,
        inputs: &[&[u8]],
        settings: Arc<[Setting]>,
        step: impl FnOnce(&StepContext) -> StepOutcome<T>,
    ) -> Done<T> {
        if self.cancel.is_cancelled() {
            return Done { result: Err(self.cancelled(plugin)), diagnostics: Vec::new() };
        }
        let key = self.key(plugin, kind, inputs);
        if let Some(stored) = self.cache.find(&key, &self.files) {
            self.count(phase, kind, false);
            return Done { result: Ok(stored.value), diagnostics: stored.diagnostics };
        }
        self.count(phase, kind, true);
        let files: Arc<dyn FileProvider> = Arc::clone(&self.files) as Arc<dyn FileProvider>;
        let outcome = step(&StepContext { files, settings, known: Arc::from([]), cancel: self.cancel.clone() });
        self.charge(plugin, outcome.usage);
        match outcome.result {
            Ok(value) => {
                if !outcome.cacheable {
                    self.impure.store(true, Ordering::Relaxed);
                }
                let stored = Stored { value, diagnostics: outcome.diagnostics };
                if outcome.cacheable && self.files.changed().is_empty() {
                    self.cache.keep(&key, &outcome.reads, &self.files, &stored);
                }
                Done { result: Ok(stored.value), diagnostics: stored.diagnostics }
            }
            Err(error) => Done { result: Err(error), diagnostics: outcome.diagnostics },
        }
    }

    fn charge(&self, plugin: usize, usage: Usage) {
        let mut costs = self.costs.lock().unwrap_or_else(PoisonError::into_inner);
        let cost = costs.entry(plugin).or_default();
        cost.calls += 1;
        cost.time += usage.time;
        cost.memory = cost.memory.max(usage.memory);
    }

    /// What each plugin cost, in order of the set.
    pub(crate) fn costs(&self) -> Vec<Cost> {
        let costs = self.costs.lock().unwrap_or_else(PoisonError::into_inner);
        (0..self.plugins.plugins().len()).map(|plugin| costs.get(&plugin).copied().unwrap_or_default()).collect()
    }

    /// Whether all that was done depends on nothing but recorded inputs.
    pub(crate) fn pure(&self) -> bool {
        !self.impure.load(Ordering::Relaxed)
    }

    fn cancelled(&self, plugin: usize) -> StepError {
        let manifest = &self.plugins.plugins()[plugin].manifest;
        StepError {
            plugin: manifest.name.clone(),
            version: manifest.version.clone(),
            kind: FailureKind::Cancelled,
            message: "the run was stopped".to_owned(),
            remedy: String::new(),
        }
    }

    /// Count one step that ran, or whose result was there already.
    pub(crate) fn count(&self, phase: Phase, kind: &'static str, executed: bool) {
        let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let entry = counts.entry((phase, kind)).or_default();
        entry.executed += u64::from(executed);
        entry.cached += u64::from(!executed);
    }

    /// Steps by kind.
    pub(crate) fn counts(&self) -> BTreeMap<String, StepCounts> {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        counts.iter().map(|((_, kind), steps)| ((*kind).to_owned(), *steps)).collect()
    }

    /// Steps of one phase.
    pub(crate) fn phase_counts(&self, phase: Phase) -> StepCounts {
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        let mut sum = StepCounts::default();
        counts.iter().filter(|((of, _), _)| *of == phase).for_each(|(_, steps)| sum.add(*steps));
        sum
    }

    /// Do `each` for all `items` in parallel and keep their order; progress is told as items are done.
    pub(crate) fn parallel<I: Sync, O: Send>(
        &self,
        phase: Phase,
        what: &str,
        items: &[I],
        each: impl Fn(&I) -> O + Sync,
    ) -> Vec<O> {
        use rayon::prelude::*;
        let done = AtomicU64::new(0);
        let one = |item: &I| {
            let output = each(item);
            self.progress.advanced(phase, what, done.fetch_add(1, Ordering::Relaxed) + 1, items.len() as u64);
            output
        };
        items.par_iter().map(one).collect()
    }
}
