//! One call of a plugin in a fresh store.
#![allow(clippy::disallowed_methods)] // The host measures what a call costs; guests see no clock.

use crate::abi::latest::{self, convert, imports::batuta::plugin::types};
use crate::abi::{Abi, v0_1_0};
use crate::debugger::{Debugger, TrapReport};
use crate::engine::{Interruption, PluginEngine};
use crate::limits::Limits;
use crate::model::*;
use crate::plugin_set::{FailureKind, StepContext, StepError, StepOutcome, Usage};
use crate::powers::{Audit, Event};
use crate::state::{Blob, Call, Equipment, File, Label, State, classify};
use crate::validate;
use serde::Serialize;
use std::sync::Arc;
use std::time::Instant;
use wasmtime::component::{Instance, InstancePre, Resource};
use wasmtime::{Store, UpdateDeadline};

/// What a step ends with before it is wrapped into a [`StepOutcome`].
pub(crate) type Ended<T> = Result<T, Stop>;

/// Why a step ended early.
pub(crate) struct Stop {
    kind: FailureKind,
    message: String,
    /// What the engine said, when it was the engine.
    cause: Option<wasmtime::Error>,
}

impl From<(FailureKind, String)> for Stop {
    fn from((kind, message): (FailureKind, String)) -> Self {
        Stop { kind, message, cause: None }
    }
}

/// A plugin that is ready to be instantiated.
pub(crate) struct Ready {
    pub(crate) engine: Arc<PluginEngine>,
    pub(crate) pre: InstancePre<State>,
    /// The version that the component was built for.
    pub(crate) abi: Abi,
    pub(crate) label: Arc<Label>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) equipment: Equipment,
}

impl Ready {
    fn store(&self, cx: Option<&StepContext>) -> Store<State> {
        let state = State::new(self.label.clone(), self.limits.clone(), &self.equipment, cx);
        let mut store = Store::new(self.engine.raw(), state);
        store.limiter(|state| &mut state.limiter);
        store.set_hostcall_fuel(self.limits.transfer);
        store.set_max_component_handles(self.limits.handles);
        match self.engine.interruption() {
            Interruption::Epochs => {
                self.engine.start_ticker();
                store.set_epoch_deadline(1);
                store.epoch_deadline_callback(|mut store| {
                    store.data_mut().call.check_time()?;
                    Ok(UpdateDeadline::Continue(1))
                });
            }
            Interruption::Counted => {
                drop(store.set_fuel(self.limits.instructions));
                self.engine.start_ticker();
                store.set_epoch_deadline(1);
                store.epoch_deadline_callback(|mut store| {
                    store.data_mut().call.check_cancel(Instant::now())?;
                    Ok(UpdateDeadline::Continue(1))
                });
            }
            Interruption::Fuel => drop(store.set_fuel(self.limits.instructions)),
            Interruption::None => {}
        }
        store
    }

    fn instantiate(&self, store: &mut Store<State>) -> Ended<Instance> {
        loop {
            match self.pre.instantiate(&mut *store) {
                Ok(instance) => return Ok(instance),
                // All slots are taken by calls on other threads: not the plugin's fault, and one will be free soon.
                Err(error) if error.is::<wasmtime::PoolConcurrencyLimitError>() => {
                    store.data_mut().call.check_time().map_err(trapped)?;
                    std::thread::sleep(std::time::Duration::from_millis(1));
                }
                Err(error) => return Err(trapped(error)),
            }
        }
    }

    /// Run `step` in a fresh store, and say what became of it.
    fn run<T: Serialize>(
        &self,
        what: Step<'_>,
        cx: Option<&StepContext>,
        step: impl FnOnce(&mut Store<State>, &Instance) -> Ended<T>,
    ) -> StepOutcome<T> {
        let Label { name, version } = &*self.label;
        let _span = tracing::debug_span!("call", plugin = name, version, step = what.name, file = what.file).entered();
        let mut store = self.store(cx);
        let result = self.instantiate(&mut store).and_then(|instance| step(&mut store, &instance));
        if let (Some(debugger), Err(stop)) = (self.engine.debugger(), &result) {
            what.debug(debugger, &self.label, stop, &mut store);
        }
        let mut state = store.into_data();
        let call = &mut state.call;
        let result = match (call.violation.take(), result) {
            (Some(what), Ok(_)) => Err(forbidden(what)),
            (_, result) => result,
        };
        if let Some(wasi) = &state.wasi {
            wasi.log_output(&self.label);
        }
        let memory = state.limiter.peak();
        let outcome = finish(self, state.call, memory, result);
        if let Some(audit) = &self.equipment.audit {
            what.tell(&**audit, &self.label, &outcome);
        }
        outcome
    }
}

/// Which function is called, on which file.
#[derive(Clone, Copy)]
struct Step<'a> {
    name: &'static str,
    file: Option<&'a str>,
}

impl<'a> Step<'a> {
    fn of(name: &'static str) -> Self {
        Step { name, file: None }
    }

    fn on(name: &'static str, file: &'a SourceFile) -> Self {
        Step { name, file: Some(&file.path) }
    }

    /// Tell of a trap, while the store still holds what the guest left.
    fn debug(self, debugger: &dyn Debugger, label: &Label, stop: &Stop, store: &mut Store<State>) {
        let Some(cause) = &stop.cause else { return };
        let frames = crate::debugger::frames(cause);
        if frames.is_empty() {
            return;
        }
        let (plugin, step, file) = (label.to_string(), self.name, self.file.map(str::to_owned));
        let core = crate::debugger::core(cause, store, &plugin);
        debugger.trapped(&TrapReport { plugin, step, file, message: stop.message.clone(), frames, core });
    }

    fn tell<T: Serialize>(self, audit: &dyn Audit, label: &Label, outcome: &StepOutcome<T>) {
        let microseconds = u64::try_from(outcome.usage.time.as_micros()).unwrap_or(u64::MAX);
        let (plugin, step, file) = (label.to_string(), self.name, self.file.map(str::to_owned));
        audit.record(&match &outcome.result {
            Ok(value) => Event::Call {
                plugin,
                step,
                file,
                microseconds,
                memory: outcome.usage.memory,
                cacheable: outcome.cacheable,
                output: postcard::to_stdvec(value).ok().map(|bytes| Digest::of(&bytes).to_string()),
            },
            Err(error) => {
                let (kind, message) = (error.kind, error.message.clone());
                Event::Fail { plugin, step, file, kind, message, microseconds }
            }
        });
    }
}

/// The outcome of a call, with a summary of what was dropped.
fn finish<T>(ready: &Ready, call: Call, memory: u64, result: Ended<T>) -> StepOutcome<T> {
    let (plugin, version) = (ready.label.name.as_str(), ready.label.version.as_str());
    if call.dropped_log_lines > 0 {
        tracing::warn!(target: "plugin", plugin, version, "{} log lines past the limit were dropped", call.dropped_log_lines);
    }
    if call.dropped_findings > 0 {
        tracing::warn!(target: "plugin", plugin, version, "{} findings past the limit were dropped", call.dropped_findings);
    }
    let result = result.map_err(|stop| step_error(ready, stop.kind, &stop.message, call.last_words.as_deref()));
    StepOutcome {
        result,
        reads: call.recorded_reads(),
        usage: Usage { time: call.started.elapsed(), memory },
        cacheable: !call.used_capability && !call.powers.impure(),
        diagnostics: call.diagnostics,
    }
}

fn step_error(ready: &Ready, kind: FailureKind, message: &str, last_words: Option<&str>) -> StepError {
    let mut message = crate::text::clean(message, 4 << 10);
    if message.trim().is_empty() {
        message = "it gave no reason".into();
    }
    if let (FailureKind::Trap | FailureKind::Stack | FailureKind::Memory, Some(words)) = (kind, last_words) {
        message = format!("{message}; its last words: {}", crate::text::clean(words, 1 << 10));
    }
    let Label { name, version } = &*ready.label;
    StepError { plugin: name.clone(), version: version.clone(), kind, message, remedy: remedy(kind, name) }
}

/// What a user can do about an end of this kind.
fn remedy(kind: FailureKind, plugin: &str) -> String {
    let report =
        format!("this is a defect of the plugin: report it to its author, or exclude `{plugin}` in batuta.toml");
    match kind {
        FailureKind::Unsupported | FailureKind::InvalidInput => {
            "change the source, or exclude the file in batuta.toml".into()
        }
        FailureKind::Cancelled => "run the command again: finished steps are kept".into(),
        FailureKind::Denied => {
            format!(
                "`batuta plugin inspect {plugin}` shows what it asks for, `batuta plugin grant` grants it; or exclude it"
            )
        }
        FailureKind::Timeout | FailureKind::Memory | FailureKind::Limit | FailureKind::Volume => {
            format!("split the file if it is very large; otherwise {report}")
        }
        FailureKind::Stack => format!("simplify very deeply nested code; otherwise {report}"),
        FailureKind::Incompatible => "get versions of batuta and the plugin that fit each other".into(),
        _ => report,
    }
}

pub(crate) fn trapped(error: wasmtime::Error) -> Stop {
    let (kind, message) = classify(&error);
    Stop { kind, message, cause: Some(error) }
}

pub(crate) fn refused(error: types::Error) -> Stop {
    convert::error(error).into()
}

pub(crate) fn forbidden(what: String) -> Stop {
    (FailureKind::InvalidData, what).into()
}

/// A borrowed handle of the step's file.
pub(crate) fn lend(store: &mut Store<State>, file: &Arc<SourceFile>) -> Ended<Resource<File>> {
    let state = store.data_mut();
    state.call.know(file);
    let own = state.table.push(File(file.clone())).map_err(|error| trapped(error.into()))?;
    Ok(Resource::new_borrow(own.rep()))
}

pub(crate) fn push_blob(store: &mut Store<State>, bytes: Arc<[u8]>) -> Ended<Resource<Blob>> {
    store.data_mut().table.push(Blob { bytes }).map_err(|error| trapped(error.into()))
}

pub(crate) fn take_blob(store: &mut Store<State>, blob: Resource<Blob>) -> Ended<Vec<u8>> {
    let blob = store.data_mut().table.delete(blob).map_err(|error| trapped(error.into()))?;
    Ok(blob.bytes.to_vec())
}

/// A step through the bindings of the version that the component was built for.
macro_rules! served {
    ($ready:expr, $step:ident($($argument:expr),*)) => {
        match $ready.abi {
            Abi::V0_2 => latest::steps::$step($($argument),*),
            Abi::V0_1 => v0_1_0::steps::$step($($argument),*),
        }
    };
}

impl Ready {
    /// `describe`, in a store where every import refuses, judged against the roles that the component exports.
    pub(crate) fn describe(&self, exported: &[Role]) -> StepOutcome<Manifest> {
        self.run(Step::of("describe"), None, |store, instance| {
            let base = latest::base::Role::new(&mut *store, instance).map_err(trapped)?;
            let manifest = base.call_describe(&mut *store).map_err(trapped)?;
            validate::manifest(convert::manifest(manifest), exported).map_err(forbidden)
        })
    }

    pub(crate) fn analyze(&self, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        self.run(Step::on("analyze", file), Some(cx), |store, instance| {
            served!(self, analyze(store, instance, file, cx))
        })
    }

    pub(crate) fn summarise(&self, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        self.run(Step::of("summarise"), Some(cx), |store, instance| {
            served!(self, summarise(store, instance, files, cx))
        })
    }

    pub(crate) fn ask(&self, question: &str, cx: &StepContext) -> StepOutcome<Answer> {
        self.run(Step::of("ask"), Some(cx), |store, instance| served!(self, ask(store, instance, question, cx)))
    }

    pub(crate) fn optimize(
        &self,
        unit: &Arc<SourceFile>,
        operations: &[Operation],
        cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        self.run(Step::on("optimize", unit), Some(cx), |store, instance| {
            served!(self, optimize(store, instance, unit, operations, cx))
        })
    }

    pub(crate) fn operations(&self, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        self.run(Step::of("operations"), Some(cx), |store, instance| served!(self, operations(store, instance)))
    }

    pub(crate) fn emit(&self, site: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        self.run(Step::of("emit"), Some(cx), |store, instance| served!(self, emit(store, instance, site)))
    }

    pub(crate) fn describe_graph(&self, cx: &StepContext) -> StepOutcome<String> {
        self.run(Step::of("describe-graph"), Some(cx), |store, instance| {
            let graph = served!(self, describe_graph(store, instance))?;
            validate::graph(graph).map_err(|what| (FailureKind::InvalidData, what).into())
        })
    }

    pub(crate) fn index(&self, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        self.run(Step::on("index", file), Some(cx), |store, instance| served!(self, index(store, instance, file, cx)))
    }

    pub(crate) fn link(
        &self,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        self.run(Step::of("link"), Some(cx), |store, instance| served!(self, link(store, instance, indexes, cx)))
    }

    pub(crate) fn lower(&self, file: &Arc<SourceFile>, facts: &Arc<[u8]>, cx: &StepContext) -> StepOutcome<Lowered> {
        self.run(Step::on("lower", file), Some(cx), |store, instance| {
            served!(self, lower(store, instance, file, facts, cx))
        })
    }

    pub(crate) fn support_crate(&self, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        self.run(Step::of("support-crate"), Some(cx), |store, instance| {
            served!(self, support_crate(store, instance, name))
        })
    }
}

/// An instance of its own, for measurements.
pub(crate) struct Probe {
    store: Store<State>,
    base: latest::base::Role,
}

impl Ready {
    pub(crate) fn probe(&self) -> Result<Probe, StepError> {
        let fail = |stop: Stop| step_error(self, stop.kind, &stop.message, None);
        let mut store = self.store(None);
        let instance = self.instantiate(&mut store).map_err(fail)?;
        let base = latest::base::Role::new(&mut store, &instance).map_err(|error| fail(trapped(error)))?;
        Ok(Probe { store, base })
    }

    pub(crate) fn probe_call(&self, probe: &mut Probe) -> Result<(), StepError> {
        let manifest = probe.base.call_describe(&mut probe.store).map_err(trapped);
        manifest.map(|_| ()).map_err(|stop| step_error(self, stop.kind, &stop.message, None))
    }
}
