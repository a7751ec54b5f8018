//! [`Sandbox`]: plugins behind the trait that the pipeline calls.

use crate::call::Ready;
use crate::engine::{on_guest_thread, thread_pool};
use crate::load::LoadError;
use crate::model::*;
use crate::plugin_set::*;
use crate::powers::{Audit, Powers};
use crate::state::Equipment;
use std::sync::{Arc, OnceLock, mpsc};

/// A plugin that was looked at and can be called; its code is loaded by the first call.
pub struct Plugin {
    info: PluginInfo,
    load: Box<dyn Fn() -> Result<Ready, LoadError> + Send + Sync>,
    ready: OnceLock<Result<Ready, StepError>>,
    equipment: Equipment,
}

impl Plugin {
    pub(crate) fn lazy(info: PluginInfo, load: impl Fn() -> Result<Ready, LoadError> + Send + Sync + 'static) -> Self {
        Plugin { info, load: Box::new(load), ready: OnceLock::new(), equipment: Equipment::default() }
    }

    pub(crate) fn loaded(info: PluginInfo, ready: Ready) -> Self {
        let plugin = Plugin::lazy(info, || unreachable!("a loaded plugin is not loaded again"));
        let _ = plugin.ready.set(Ok(ready));
        plugin
    }

    /// Give it what its user granted, and let somebody know what it does.
    #[must_use]
    pub fn equipped(mut self, powers: Powers, audit: Option<Arc<dyn Audit>>) -> Self {
        self.equipment = Equipment { powers: Arc::new(powers), audit };
        if let Some(Ok(ready)) = self.ready.get_mut() {
            ready.equipment = self.equipment.clone();
        }
        self
    }

    /// What it is.
    pub fn info(&self) -> &PluginInfo {
        &self.info
    }

    /// Load the code now instead of at the first call: for measurements and for `plugin inspect`.
    ///
    /// # Errors
    /// When the code cannot be loaded or compiled.
    pub fn preload(&self) -> Result<(), StepError> {
        self.ready().map(|_| ())
    }

    pub(crate) fn ready(&self) -> Result<&Ready, StepError> {
        let load = || {
            let equip = |ready| Ready { equipment: self.equipment.clone(), ..ready };
            (self.load)().map(equip).map_err(|mut error| {
                let Manifest { name, version, .. } = &self.info.manifest;
                error.name.get_or_insert_with(|| (name.clone(), version.clone()));
                error.into_step_error()
            })
        };
        self.ready.get_or_init(load).as_ref().map_err(Clone::clone)
    }
}

/// Sandboxed plugins. Every call runs in a store of its own, so a result depends on nothing but the arguments, and a guest that
/// fails leaves nothing behind.
///
/// Calls may come from any thread. Those of threads of a [`thread_pool`] run where they are; others are handed to such a pool of
/// this sandbox's own, because guests need more stack than threads usually have.
pub struct Sandbox {
    infos: Vec<PluginInfo>,
    plugins: Vec<Arc<Plugin>>,
    threads: OnceLock<Option<rayon::ThreadPool>>,
}

impl Sandbox {
    /// A sandbox over plugins, in this order.
    pub fn new(plugins: Vec<Plugin>) -> Self {
        let infos = plugins.iter().map(|plugin| plugin.info.clone()).collect();
        Sandbox { infos, plugins: plugins.into_iter().map(Arc::new).collect(), threads: OnceLock::new() }
    }

    fn call<T, F>(&self, plugin: usize, role: Role, step: F) -> StepOutcome<T>
    where
        T: Send + 'static,
        F: FnOnce(&Ready) -> StepOutcome<T> + Send + 'static,
    {
        let Some(plugin) = self.plugins.get(plugin).cloned() else {
            return failed("?", "?", FailureKind::Internal, "there is no plugin of this number");
        };
        let Manifest { name, version, roles, .. } = &plugin.info.manifest;
        if !roles.contains(&role) {
            return failed(name, version, FailureKind::Unsupported, "it has no such role");
        }
        let (name, version) = (name.clone(), version.clone());
        let run = move || match plugin.ready() {
            Ok(ready) => step(ready),
            Err(error) => ended(error),
        };
        if on_guest_thread() {
            return run();
        }
        let Some(threads) = self.threads() else {
            return failed(&name, &version, FailureKind::Internal, "this machine gives no threads to run plugins on");
        };
        // A plain channel, not `install`: a waiting rayon thread would start further jobs on top of its stack.
        let (sender, receiver) = mpsc::sync_channel(1);
        threads.spawn(move || drop(sender.send(run())));
        receiver
            .recv()
            .unwrap_or_else(|_| failed(&name, &version, FailureKind::Internal, "the host failed while it ran"))
    }

    fn threads(&self) -> Option<&rayon::ThreadPool> {
        let start = || {
            let count = std::thread::available_parallelism().map_or(1, usize::from);
            thread_pool(count).map_err(|error| tracing::error!(%error, "no guest threads")).ok()
        };
        self.threads.get_or_init(start).as_ref()
    }
}

/// Run `work` on a thread with enough stack for guests: this one, or a short-lived one.
pub(crate) fn on_guest_stack<T: Send>(work: impl FnOnce() -> StepOutcome<T> + Send) -> StepOutcome<T> {
    if on_guest_thread() {
        return work();
    }
    let result = std::thread::scope(|scope| {
        let thread =
            std::thread::Builder::new().stack_size(crate::engine::THREAD_STACK).spawn_scoped(scope, work).ok()?;
        thread.join().ok()
    });
    result.unwrap_or_else(|| failed("?", "?", FailureKind::Internal, "the host failed while it ran"))
}

fn ended<T>(error: StepError) -> StepOutcome<T> {
    StepOutcome {
        result: Err(error),
        diagnostics: Vec::new(),
        reads: Vec::new(),
        usage: Usage::default(),
        cacheable: false,
    }
}

fn failed<T>(plugin: &str, version: &str, kind: FailureKind, message: &str) -> StepOutcome<T> {
    let remedy = "report this to batuta's authors".into();
    ended(StepError { plugin: plugin.into(), version: version.into(), kind, message: message.into(), remedy })
}

impl PluginSet for Sandbox {
    fn plugins(&self) -> &[PluginInfo] {
        &self.infos
    }

    fn analyze(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        let (file, cx) = (file.clone(), cx.clone());
        self.call(plugin, Role::Analyzer, move |ready| ready.analyze(&file, &cx))
    }

    fn summarise(&self, plugin: usize, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        let cx = cx.clone();
        self.call(plugin, Role::Analyzer, move |ready| ready.summarise(files, &cx))
    }

    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        let (file, cx) = (file.clone(), cx.clone());
        self.call(plugin, Role::Transpiler, move |ready| ready.index(&file, &cx))
    }

    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        let cx = cx.clone();
        self.call(plugin, Role::Transpiler, move |ready| ready.link(indexes, &cx))
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        let (file, facts, cx) = (file.clone(), facts.clone(), cx.clone());
        self.call(plugin, Role::Transpiler, move |ready| ready.lower(&file, &facts, &cx))
    }

    fn optimize(
        &self,
        plugin: usize,
        unit: &Arc<SourceFile>,
        operations: &[Operation],
        cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        let (unit, operations, cx) = (unit.clone(), operations.to_vec(), cx.clone());
        self.call(plugin, Role::Optimizer, move |ready| ready.optimize(&unit, &operations, &cx))
    }

    fn operations(&self, plugin: usize, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        let cx = cx.clone();
        self.call(plugin, Role::Backend, move |ready| ready.operations(&cx))
    }

    fn emit(&self, plugin: usize, site: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        let (site, cx) = (site.clone(), cx.clone());
        self.call(plugin, Role::Backend, move |ready| ready.emit(&site, &cx))
    }

    fn ask(&self, plugin: usize, question: &str, cx: &StepContext) -> StepOutcome<Answer> {
        let (question, cx) = (question.to_owned(), cx.clone());
        self.call(plugin, Role::Oracle, move |ready| ready.ask(&question, &cx))
    }

    fn describe_graph(&self, plugin: usize, cx: &StepContext) -> StepOutcome<String> {
        let cx = cx.clone();
        self.call(plugin, Role::Oracle, move |ready| ready.describe_graph(&cx))
    }

    fn support_crate(&self, plugin: usize, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        let (name, cx) = (name.to_string(), cx.clone());
        self.call(plugin, Role::Transpiler, move |ready| ready.support_crate(&name, &cx))
    }
}
