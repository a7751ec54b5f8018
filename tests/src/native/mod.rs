//! Plugins as native code behind the pipeline's [`PluginSet`]: the same crates that the sandbox runs as components.
//!
//! A run with this set and one with the sandbox must give the same bytes; where the sandbox cleans or checks what a guest says,
//! this set takes it as it is, so that a difference shows what the sandbox had to repair.

mod convert;
mod steps;

use batuta_runtime::model::{
    Answer, Digest, FileId, Findings, Lowered, Offer, Operation, Optimized, OutputFile, SourceFile, Stub, Summary,
};
use batuta_runtime::plugin_set::{PluginInfo, PluginSet, StepContext, StepOutcome};
use batuta_sdk::{Analyzer, Backend, Optimizer, Oracle, Transpiler};
use std::sync::Arc;
use steps::{AnalyzerSteps, BackendSteps, OptimizerSteps, OracleSteps, Steps, TranspilerSteps};

/// Plugins as native code.
#[derive(Default)]
pub struct NativeSet {
    infos: Vec<PluginInfo>,
    steps: Vec<Box<dyn Steps>>,
}

impl NativeSet {
    /// No plugin yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// The plugins that batuta itself comes with, in the order of its own set.
    pub fn first_party() -> Self {
        NativeSet::new()
            .analyzer::<batuta_inspector::Inspector>()
            .transpiler::<batuta_depyler::Depyler>()
            .transpiler::<batuta_bashrs::Bashrs>()
            .transpiler::<batuta_decy::Decy>()
            .oracle::<batuta_oracle::StackOracle>()
            .optimizer::<batuta_optimizer::Chooser>()
            .backend::<batuta_backend_native::Native>()
            .backend::<batuta_backend_ndarray::Ndarray>()
    }

    /// Add a transpiler.
    pub fn transpiler<T: Transpiler + 'static>(self) -> Self {
        self.add(&T::manifest(), Box::new(TranspilerSteps::<T>::default()))
    }

    /// Add an analyzer.
    pub fn analyzer<A: Analyzer + 'static>(self) -> Self {
        self.add(&A::manifest(), Box::new(AnalyzerSteps::<A>::default()))
    }

    /// Add an oracle.
    pub fn oracle<O: Oracle + 'static>(self) -> Self {
        self.add(&O::manifest(), Box::new(OracleSteps::<O>::default()))
    }

    /// Add an optimizer.
    pub fn optimizer<O: Optimizer + 'static>(self) -> Self {
        self.add(&O::manifest(), Box::new(OptimizerSteps::<O>::default()))
    }

    /// Add a backend.
    pub fn backend<B: Backend + 'static>(self) -> Self {
        self.add(&B::manifest(), Box::new(BackendSteps::<B>::default()))
    }

    fn add(mut self, manifest: &batuta_sdk::Manifest, steps: Box<dyn Steps>) -> Self {
        // Native code has no component to take the digest of: the name and the version stand for it.
        let digest = Digest::of(format!("native {} {}", manifest.name, manifest.version).as_bytes());
        let source = "native".to_string();
        self.infos.push(PluginInfo {
            manifest: convert::manifest(manifest),
            digest,
            abi: batuta_sdk::ABI.into(),
            source,
        });
        self.steps.push(steps);
        self
    }
}

impl PluginSet for NativeSet {
    fn plugins(&self) -> &[PluginInfo] {
        &self.infos
    }

    fn analyze(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        self.steps[plugin].analyze(file, cx)
    }

    fn summarise(&self, plugin: usize, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        self.steps[plugin].summarise(files, cx)
    }

    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        self.steps[plugin].index(file, cx)
    }

    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        self.steps[plugin].link(indexes, cx)
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        self.steps[plugin].lower(file, facts, cx)
    }

    fn optimize(
        &self,
        plugin: usize,
        unit: &Arc<SourceFile>,
        operations: &[Operation],
        cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        self.steps[plugin].optimize(unit, operations, cx)
    }

    fn operations(&self, plugin: usize, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        self.steps[plugin].operations(cx)
    }

    fn emit(&self, plugin: usize, site: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        self.steps[plugin].emit(site, cx)
    }

    fn ask(&self, plugin: usize, question: &str, cx: &StepContext) -> StepOutcome<Answer> {
        self.steps[plugin].ask(question, cx)
    }

    fn describe_graph(&self, plugin: usize, cx: &StepContext) -> StepOutcome<String> {
        self.steps[plugin].describe_graph(cx)
    }

    fn support_crate(&self, plugin: usize, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        self.steps[plugin].support_crate(name, cx)
    }
}
