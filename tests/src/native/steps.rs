//! The steps of one plugin, called directly.

use super::convert;
use batuta_runtime::model::{
    Answer, FileId, Findings, Lowered, Offer, Operation, Optimized, OutputFile, SourceFile, Stub, Summary,
};
use batuta_runtime::plugin_set::{FailureKind, RecordedRead, StepContext, StepError, StepOutcome, Usage};
use batuta_sdk::diagnostics::Diagnostic;
use batuta_sdk::{
    Analyzer, Backend, Context, Error, Host, LogLevel, Manifest, Optimizer, Oracle, Result, Settings, Transpiler,
};
use batuta_testkit::native::{explain, normalise};
use std::collections::BTreeMap;
use std::marker::PhantomData;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

/// What a plugin of any role can be asked; what is not of its role answers `unsupported`.
pub(super) trait Steps: Send + Sync {
    fn manifest(&self) -> Manifest;

    fn analyze(&self, _file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        unsupported(&self.manifest(), cx)
    }
    fn summarise(&self, _files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        unsupported(&self.manifest(), cx)
    }
    fn index(&self, _file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        unsupported(&self.manifest(), cx)
    }
    fn link(&self, _indexes: Vec<(FileId, Arc<[u8]>)>, cx: &StepContext) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        unsupported(&self.manifest(), cx)
    }
    fn lower(&self, _file: &Arc<SourceFile>, _facts: &[u8], cx: &StepContext) -> StepOutcome<Lowered> {
        unsupported(&self.manifest(), cx)
    }
    fn optimize(&self, _: &Arc<SourceFile>, _: &[Operation], cx: &StepContext) -> StepOutcome<Optimized> {
        unsupported(&self.manifest(), cx)
    }
    fn operations(&self, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        unsupported(&self.manifest(), cx)
    }
    fn emit(&self, _: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        unsupported(&self.manifest(), cx)
    }
    fn ask(&self, _question: &str, cx: &StepContext) -> StepOutcome<Answer> {
        unsupported(&self.manifest(), cx)
    }
    fn describe_graph(&self, cx: &StepContext) -> StepOutcome<String> {
        unsupported(&self.manifest(), cx)
    }
    fn support_crate(&self, _name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        unsupported(&self.manifest(), cx)
    }
}

/// A transpiler.
pub(super) struct TranspilerSteps<T>(PhantomData<fn() -> T>);

/// An analyzer.
pub(super) struct AnalyzerSteps<A>(PhantomData<fn() -> A>);

/// An oracle.
pub(super) struct OracleSteps<O>(PhantomData<fn() -> O>);

/// An optimizer.
pub(super) struct OptimizerSteps<O>(PhantomData<fn() -> O>);

/// A backend.
pub(super) struct BackendSteps<B>(PhantomData<fn() -> B>);

impl<O> Default for OptimizerSteps<O> {
    fn default() -> Self {
        OptimizerSteps(PhantomData)
    }
}

impl<B> Default for BackendSteps<B> {
    fn default() -> Self {
        BackendSteps(PhantomData)
    }
}

impl<O: Optimizer> Steps for OptimizerSteps<O> {
    fn manifest(&self) -> Manifest {
        O::manifest()
    }

    fn optimize(&self, unit: &Arc<SourceFile>, operations: &[Operation], cx: &StepContext) -> StepOutcome<Optimized> {
        let (unit, operations): (_, Vec<_>) =
            (convert::to_source(unit), operations.iter().map(convert::to_operation).collect());
        map(step(&O::manifest(), cx, |cx| O::optimize(&unit, &operations, cx)), convert::optimized)
    }
}

impl<B: Backend> Steps for BackendSteps<B> {
    fn manifest(&self) -> Manifest {
        B::manifest()
    }

    fn operations(&self, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        map(step(&B::manifest(), cx, |_| Ok(B::operations())), |offers| {
            offers.into_iter().map(convert::offer).collect()
        })
    }

    fn emit(&self, site: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        let site = convert::to_operation(site);
        map(step(&B::manifest(), cx, |_| B::emit(&site)), convert::stub)
    }
}

impl<O> Default for OracleSteps<O> {
    fn default() -> Self {
        OracleSteps(PhantomData)
    }
}

impl<T> Default for TranspilerSteps<T> {
    fn default() -> Self {
        TranspilerSteps(PhantomData)
    }
}

impl<A> Default for AnalyzerSteps<A> {
    fn default() -> Self {
        AnalyzerSteps(PhantomData)
    }
}

impl<T: Transpiler> Steps for TranspilerSteps<T> {
    fn manifest(&self) -> Manifest {
        T::manifest()
    }

    fn index(&self, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        let file = convert::to_source(file);
        step(&T::manifest(), cx, |cx| T::index(&file, cx))
    }

    fn link(&self, indexes: Vec<(FileId, Arc<[u8]>)>, cx: &StepContext) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        let indexes: Vec<_> = indexes.iter().map(|(id, bytes)| (convert::to_id(*id), bytes.to_vec())).collect();
        let slices = step(&T::manifest(), cx, |cx| T::link(&indexes, cx));
        map(slices, |slices| slices.into_iter().map(|(id, slice)| (convert::id(id), slice)).collect())
    }

    fn lower(&self, file: &Arc<SourceFile>, facts: &[u8], cx: &StepContext) -> StepOutcome<Lowered> {
        let file = convert::to_source(file);
        map(step(&T::manifest(), cx, |cx| T::lower(&file, facts, cx)), convert::lowered)
    }

    fn support_crate(&self, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        let files = step(&T::manifest(), cx, |_| T::support_crate(name));
        map(files, |files| files.into_iter().map(convert::output).collect())
    }
}

impl<A: Analyzer> Steps for AnalyzerSteps<A> {
    fn manifest(&self) -> Manifest {
        A::manifest()
    }

    fn analyze(&self, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        let file = convert::to_source(file);
        map(step(&A::manifest(), cx, |cx| A::analyze(&file, cx)), convert::findings)
    }

    fn summarise(&self, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        let files: Vec<_> = files.into_iter().map(|(id, of)| (convert::to_id(id), convert::to_findings(of))).collect();
        let known: Vec<_> = cx.known.iter().map(convert::to_known).collect();
        map(step_knowing(&A::manifest(), cx, &known, |cx| A::summarise(&files, cx)), convert::summary)
    }
}

impl<O: Oracle> Steps for OracleSteps<O> {
    fn manifest(&self) -> Manifest {
        O::manifest()
    }

    fn ask(&self, question: &str, cx: &StepContext) -> StepOutcome<Answer> {
        map(step(&O::manifest(), cx, |cx| O::ask(question, cx)), convert::answer)
    }

    fn describe_graph(&self, cx: &StepContext) -> StepOutcome<String> {
        step(&O::manifest(), cx, |_| O::describe_graph())
    }
}

/// The pipeline's context as the SDK's host.
struct Bridge<'c> {
    cx: &'c StepContext,
    findings: Vec<Diagnostic>,
    reads: BTreeMap<String, RecordedRead>,
}

impl Host for Bridge<'_> {
    fn open(&mut self, path: &str) -> Option<batuta_sdk::SourceFile> {
        let path = normalise(path)?;
        let file = self.cx.files.open(&path);
        let digest = file.as_ref().map(|file| file.digest);
        self.reads.insert(path.clone(), RecordedRead { path, digest });
        file.map(|file| convert::to_source(&file))
    }

    fn emit(&mut self, finding: Diagnostic) {
        self.findings.push(finding);
    }

    fn log(&mut self, _level: LogLevel, _target: &str, _message: &str) {}

    fn checkpoint(&mut self, _done: u32, _total: u32) -> bool {
        !self.cx.cancel.is_cancelled()
    }
}

fn step<T>(manifest: &Manifest, cx: &StepContext, run: impl FnOnce(&mut Context<'_>) -> Result<T>) -> StepOutcome<T> {
    step_knowing(manifest, cx, &[], run)
}

fn step_knowing<T>(
    manifest: &Manifest,
    cx: &StepContext,
    known: &[batuta_sdk::Known],
    run: impl FnOnce(&mut Context<'_>) -> Result<T>,
) -> StepOutcome<T> {
    let settings = Settings(cx.settings.iter().map(|setting| (setting.key.clone(), setting.value.clone())).collect());
    let mut bridge = Bridge { cx, findings: vec![], reads: BTreeMap::new() };
    let result = catch_unwind(AssertUnwindSafe(|| run(&mut Context::new(&mut bridge, &settings).knowing(known))));
    let result = match result {
        Ok(result) => result.map_err(|error| failure(manifest, kind(&error), explain(&error))),
        Err(_) => Err(failure(manifest, FailureKind::Trap, "it panicked".into())),
    };
    StepOutcome {
        result,
        diagnostics: bridge.findings.into_iter().map(convert::diagnostic).collect(),
        reads: bridge.reads.into_values().collect(),
        usage: Usage::default(),
        cacheable: true,
    }
}

fn map<T, U>(outcome: StepOutcome<T>, work: impl FnOnce(T) -> U) -> StepOutcome<U> {
    let StepOutcome { result, diagnostics, reads, usage, cacheable } = outcome;
    StepOutcome { result: result.map(work), diagnostics, reads, usage, cacheable }
}

fn unsupported<T>(manifest: &Manifest, cx: &StepContext) -> StepOutcome<T> {
    step(manifest, cx, |_| Err(Error::Unsupported("not a role of this plugin".into())))
}

fn kind(error: &Error) -> FailureKind {
    match error {
        Error::Unsupported(_) => FailureKind::Unsupported,
        Error::InvalidInput(_) => FailureKind::InvalidInput,
        Error::Limit(_) => FailureKind::Limit,
        Error::Denied(_) => FailureKind::Denied,
        Error::Cancelled => FailureKind::Cancelled,
        Error::Internal(_) => FailureKind::Internal,
    }
}

fn failure(manifest: &Manifest, kind: FailureKind, message: String) -> StepError {
    let (plugin, version) = (manifest.name.clone(), manifest.version.clone());
    StepError { plugin, version, kind, message, remedy: String::new() }
}
