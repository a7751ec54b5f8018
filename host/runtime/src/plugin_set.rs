//! What the pipeline asks of plugins, whatever runs them: the sandbox, or (in tests) the same crates as native code.

use crate::model::*;
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// A plugin that can be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PluginInfo {
    /// What it says of itself.
    pub manifest: Manifest,
    /// Digest of the component; the first part of every cache key.
    pub digest: Digest,
    /// ABI that it was built for, such as `0.1.0`.
    pub abi: String,
    /// Where it comes from: `built in`, or the path of its file.
    pub source: String,
}

/// Stops the running steps; cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Ask every step to stop.
    pub fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether that was asked.
    pub fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What a step may use beside its arguments.
#[derive(Clone)]
pub struct StepContext {
    /// Answers `project.open`.
    pub files: Arc<dyn FileProvider>,
    /// The plugin's settings, sorted by key.
    pub settings: Arc<[Setting]>,
    /// What `summarise` is told of files beside the findings, in order of the files.
    pub known: Arc<[Known]>,
    /// Asked by `host.checkpoint`.
    pub cancel: Cancel,
}

/// One `project.open`: a read of these bytes, or a miss. Part of the step's cache key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RecordedRead {
    /// Normalised path.
    pub path: String,
    /// Digest of the content, none for a miss.
    pub digest: Option<Digest>,
}

/// What a step cost.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Usage {
    /// Wall time.
    pub time: Duration,
    /// Greatest size of the guest's linear memory, in bytes; 0 for native code.
    pub memory: u64,
}

/// How a step ended, with everything that it did besides returning.
#[derive(Debug)]
pub struct StepOutcome<T> {
    /// The value, or why there is none.
    pub result: Result<T, StepError>,
    /// In the order of emission.
    pub diagnostics: Vec<Diagnostic>,
    /// In order of path, without repetition.
    pub reads: Vec<RecordedRead>,
    /// What it cost.
    pub usage: Usage,
    /// False when the step used storage, tools, network, clock or randomness.
    pub cacheable: bool,
}

/// Why a step gave no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FailureKind {
    /// The plugin does not do this.
    Unsupported,
    /// The plugin could not understand its input.
    InvalidInput,
    /// The plugin noticed a defect of its own.
    Internal,
    /// The run was cancelled.
    Cancelled,
    /// The plugin asked for what it was not granted and gave up.
    Denied,
    /// The plugin gave up because of a quota.
    Limit,
    /// It trapped: always the plugin's defect.
    Trap,
    /// It did not end in time.
    Timeout,
    /// It used more memory than it may.
    Memory,
    /// Its stack overflowed.
    Stack,
    /// It used more handles than it may.
    Handles,
    /// It passed more bytes to the host than it may.
    Volume,
    /// It returned data that the contract forbids.
    InvalidData,
    /// It could not be loaded.
    Load,
    /// It was built for an ABI that this host does not serve.
    Incompatible,
}

/// Why a step gave no value, in words for the user.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[error("plugin {plugin} {version}: {message}")]
pub struct StepError {
    /// Name of the plugin.
    pub plugin: String,
    /// Its version.
    pub version: String,
    /// What kind of end it was.
    pub kind: FailureKind,
    /// What happened.
    pub message: String,
    /// What the user can do.
    pub remedy: String,
}

/// A set of plugins. Calls are independent of each other and may come from many threads at once.
///
/// `plugin` is an index into [`PluginSet::plugins`].
pub trait PluginSet: Send + Sync {
    /// All plugins, in a fixed order.
    fn plugins(&self) -> &[PluginInfo];
    /// Analyzer: one file.
    fn analyze(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings>;
    /// Analyzer: the project.
    fn summarise(&self, plugin: usize, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary>;
    /// Transpiler: one file's index.
    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>>;
    /// Transpiler: one slice of facts per file.
    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>>;
    /// Transpiler: one file's conversion.
    fn lower(&self, plugin: usize, file: &Arc<SourceFile>, facts: &Arc<[u8]>, cx: &StepContext)
    -> StepOutcome<Lowered>;
    /// Optimizer: edits of a generated file, and backends for its operations.
    fn optimize(
        &self,
        plugin: usize,
        _unit: &Arc<SourceFile>,
        _operations: &[Operation],
        _cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        without(self.plugins().get(plugin), "it optimises nothing")
    }
    /// Backend: what it can emit.
    fn operations(&self, plugin: usize, _cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        without(self.plugins().get(plugin), "it is no backend")
    }
    /// Backend: the body of the stub of one site.
    fn emit(&self, plugin: usize, _site: &Operation, _cx: &StepContext) -> StepOutcome<Stub> {
        without(self.plugins().get(plugin), "it is no backend")
    }
    /// Oracle: the answer to a question of at most 10,000 characters.
    fn ask(&self, plugin: usize, _question: &str, _cx: &StepContext) -> StepOutcome<Answer> {
        without(self.plugins().get(plugin), "it answers no questions")
    }
    /// Oracle: its knowledge graph, as JSON.
    fn describe_graph(&self, plugin: usize, _cx: &StepContext) -> StepOutcome<String> {
        without(self.plugins().get(plugin), "it answers no questions")
    }
    /// Transpiler: the files of a support crate.
    fn support_crate(&self, plugin: usize, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>>;
}

/// What a set without plugins of a role answers.
fn without<T>(plugin: Option<&PluginInfo>, message: &str) -> StepOutcome<T> {
    let name = |of: fn(&Manifest) -> &String| plugin.map_or_else(String::new, |info| of(&info.manifest).clone());
    let error = StepError {
        plugin: name(|manifest| &manifest.name),
        version: name(|manifest| &manifest.version),
        kind: FailureKind::Unsupported,
        message: message.into(),
        remedy: "ask a plugin with the right role; see `batuta plugin list`".into(),
    };
    let (diagnostics, reads, usage) = (vec![], vec![], Usage::default());
    StepOutcome { result: Err(error), diagnostics, reads, usage, cacheable: false }
}
