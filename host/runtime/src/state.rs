//! What a store holds during one call: the call's inputs, what it did so far, and how much of its quotas is left.

#![allow(clippy::disallowed_methods)] // Deadlines are the host's; guests see no clock.

use crate::limits::{Limits, MemoryLimitHit, StoreLimiter};
use crate::model::{Diagnostic, Digest, FileId, FileProvider, SourceFile};
use crate::plugin_set::{Cancel, FailureKind, RecordedRead, StepContext};
use crate::powers::{Audit, Powers};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};
use wasmtime::component::ResourceTable;

/// A `project.file` handle.
pub struct File(pub(crate) Arc<SourceFile>);

/// A `store.blob` handle.
pub struct Blob {
    pub(crate) bytes: Arc<[u8]>,
}

/// A `store.sink` handle.
pub struct Sink {
    pub(crate) bytes: Vec<u8>,
}

/// Why the host ended a call from inside of a host function.
#[derive(Debug, thiserror::Error)]
#[error("{message}")]
pub(crate) struct HostStop {
    pub(crate) kind: FailureKind,
    pub(crate) message: String,
}

impl HostStop {
    pub(crate) fn new(kind: FailureKind, message: impl Into<String>) -> wasmtime::Error {
        wasmtime::Error::from(HostStop { kind, message: message.into() })
    }
}

/// Who is called, for logs.
#[derive(Clone, Debug)]
pub(crate) struct Label {
    pub(crate) name: String,
    pub(crate) version: String,
}

impl std::fmt::Display for Label {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.name, self.version)
    }
}

/// What a plugin was given beside its limits; cheap to clone.
#[derive(Clone, Default)]
pub(crate) struct Equipment {
    pub(crate) powers: Arc<Powers>,
    pub(crate) audit: Option<Arc<dyn Audit>>,
}

/// The data of a store.
pub(crate) struct State {
    pub(crate) table: ResourceTable,
    pub(crate) limiter: StoreLimiter,
    pub(crate) call: Call,
    /// Only in guests that import WASI.
    pub(crate) wasi: Option<Box<crate::wasi::Inert>>,
}

/// One call: inputs, effects and quotas.
pub(crate) struct Call {
    pub(crate) label: Arc<Label>,
    pub(crate) limits: Arc<Limits>,
    pub(crate) powers: Arc<Powers>,
    pub(crate) audit: Option<Arc<dyn Audit>>,
    /// Capabilities that were wanted and not granted.
    pub(crate) denied: BTreeSet<String>,
    /// Bytes of living tensors.
    pub(crate) tensor_bytes: u64,
    /// None while `metadata.describe` runs: every import refuses then.
    pub(crate) files: Option<Arc<dyn FileProvider>>,
    pub(crate) cancel: Cancel,
    pub(crate) started: Instant,
    cancelled_at: Option<Instant>,
    /// Sizes of the files that spans may point into.
    pub(crate) known: BTreeMap<FileId, u64>,
    /// Files that the step was given by number only; their sizes are looked up when a span points into one.
    pub(crate) project: BTreeSet<FileId>,
    pub(crate) reads: BTreeMap<String, Option<Digest>>,
    pub(crate) diagnostics: Vec<Diagnostic>,
    pub(crate) finding_bytes: usize,
    pub(crate) dropped_findings: u64,
    /// The first thing that the contract forbids and that a host function without an error result was given.
    pub(crate) violation: Option<String>,
    pub(crate) used_capability: bool,
    pub(crate) host_calls: u64,
    pub(crate) read_bytes: u64,
    pub(crate) staged_bytes: u64,
    pub(crate) log_bytes: u64,
    pub(crate) dropped_log_lines: u64,
    /// The last line logged as an error: what a guest said before it trapped.
    pub(crate) last_words: Option<String>,
}

impl State {
    pub(crate) fn new(label: Arc<Label>, limits: Arc<Limits>, equipment: &Equipment, cx: Option<&StepContext>) -> Self {
        let mut table = ResourceTable::new();
        table.set_max_capacity(limits.handles);
        State {
            table,
            limiter: StoreLimiter::new(&limits),
            call: Call {
                label,
                limits,
                powers: equipment.powers.clone(),
                audit: equipment.audit.clone(),
                denied: BTreeSet::new(),
                tensor_bytes: 0,
                files: cx.map(|cx| cx.files.clone()),
                cancel: cx.map(|cx| cx.cancel.clone()).unwrap_or_default(),
                started: Instant::now(),
                cancelled_at: None,
                known: BTreeMap::new(),
                project: BTreeSet::new(),
                reads: BTreeMap::new(),
                diagnostics: Vec::new(),
                finding_bytes: 0,
                dropped_findings: 0,
                violation: None,
                used_capability: false,
                host_calls: 0,
                read_bytes: 0,
                staged_bytes: 0,
                log_bytes: 0,
                dropped_log_lines: 0,
                last_words: None,
            },
            wasi: None,
        }
    }
}

impl Call {
    /// Count one call of a host function.
    pub(crate) fn enter(&mut self) -> wasmtime::Result<()> {
        self.host_calls += 1;
        if self.host_calls > self.limits.host_calls {
            let message = format!("it called the host more than {} times", self.limits.host_calls);
            return Err(HostStop::new(FailureKind::Volume, message));
        }
        Ok(())
    }

    /// As [`Call::enter`], for functions that refuse while the plugin describes itself.
    pub(crate) fn enter_step(&mut self) -> wasmtime::Result<()> {
        self.enter()?;
        if self.files.is_none() {
            return Err(HostStop::new(FailureKind::Denied, "it called the host while it described itself"));
        }
        Ok(())
    }

    /// Whether the guest may go on, asked at every tick.
    pub(crate) fn check_time(&mut self) -> wasmtime::Result<()> {
        let now = Instant::now();
        self.check_cancel(now)?;
        if now.duration_since(self.started) >= self.limits.time {
            let message = format!("it did not end within {:.1} s", self.limits.time.as_secs_f64());
            return Err(HostStop::new(FailureKind::Timeout, message));
        }
        Ok(())
    }

    /// Whether it was cancelled too long ago.
    pub(crate) fn check_cancel(&mut self, now: Instant) -> wasmtime::Result<()> {
        if self.cancel.is_cancelled() {
            let since = *self.cancelled_at.get_or_insert(now);
            if now.duration_since(since) >= self.limits.grace {
                return Err(HostStop::new(FailureKind::Cancelled, "it was cancelled and did not stop by itself"));
            }
        }
        Ok(())
    }

    /// What is left of the call's time.
    pub(crate) fn time_left(&self) -> Duration {
        self.limits.time.saturating_sub(self.started.elapsed())
    }

    /// Remember the first breach of the contract.
    pub(crate) fn violate(&mut self, what: impl Into<String>) {
        self.violation.get_or_insert_with(|| what.into());
    }

    /// Make a file known, so that spans may point into it.
    pub(crate) fn know(&mut self, file: &SourceFile) {
        self.known.insert(file.id, file.bytes.len() as u64);
    }

    /// Make the files known that a finding points into, where the step was given them by number.
    pub(crate) fn know_places(&mut self, finding: &Diagnostic) {
        let related = finding.related.iter().map(|it| it.span.file);
        let fixes = finding.fixes.iter().map(|it| it.span.file);
        for id in finding.primary.iter().map(|span| span.file).chain(related).chain(fixes) {
            if self.known.contains_key(&id) || !self.project.contains(&id) {
                continue;
            }
            if let Some(size) = self.files.as_ref().and_then(|files| files.size(id)) {
                self.known.insert(id, size);
            }
        }
    }

    pub(crate) fn recorded_reads(&self) -> Vec<RecordedRead> {
        self.reads.iter().map(|(path, digest)| RecordedRead { path: path.clone(), digest: *digest }).collect()
    }
}

/// What an error of the engine means: the kind, and words for people.
pub(crate) fn classify(error: &wasmtime::Error) -> (FailureKind, String) {
    use wasmtime::{Trap, component::ResourceTableError};
    if let Some(stop) = error.downcast_ref::<HostStop>() {
        return (stop.kind, stop.message.clone());
    }
    if let Some(hit) = error.downcast_ref::<MemoryLimitHit>() {
        return (FailureKind::Memory, hit.to_string());
    }
    if let Some(ResourceTableError::Full) = error.downcast_ref::<ResourceTableError>() {
        return (FailureKind::Handles, "it keeps more handles than it may".into());
    }
    if let Some(exit) = crate::wasi::exit(error) {
        return exit;
    }
    match error.downcast_ref::<Trap>() {
        Some(Trap::StackOverflow) => return (FailureKind::Stack, "its stack overflowed".into()),
        Some(Trap::Interrupt) => return (FailureKind::Timeout, "it did not end in time".into()),
        Some(Trap::OutOfFuel) => return (FailureKind::Timeout, "it used all the instructions that it may".into()),
        Some(Trap::AllocationTooLarge) => return (FailureKind::Memory, "it asked for too much memory".into()),
        Some(trap) => return (FailureKind::Trap, trap.to_string()),
        None => {}
    }
    // The contexts in front of the cause are backtraces of frames without names.
    let text = crate::text::clean(&error.root_cause().to_string(), 2048);
    let has = |part: &str| text.contains(part);
    if has("too much data is being copied") {
        (FailureKind::Volume, "it passed a value to the host that is larger than allowed".into())
    } else if has("handle limit exceeded") || has("handle: index overflow") {
        (FailureKind::Handles, "it keeps more handles than it may".into())
    } else if has("limit exceeded") || has("exceeds the limit") || has("resource limit") {
        (FailureKind::Memory, text)
    } else {
        (FailureKind::InvalidData, format!("it broke the calling convention: {text}"))
    }
}
