//! Which engine converts: the plugins, and native transpilers that the user named.

mod adapter;
mod external;

use crate::failure::Failure;
use crate::plugins;
use crate::session::Session;
use adapter::Adapter;
use anyhow::anyhow;
use batuta_runtime::Sandbox;
use batuta_runtime::model::*;
use batuta_runtime::plugin_set::{PluginInfo, PluginSet, StepContext, StepOutcome, Usage};
use batuta_system::System;
use external::External;
use std::path::Path;
use std::sync::Arc;

/// Plugins, then native transpilers: the pipeline prefers what comes later.
pub(crate) struct Engines {
    infos: Vec<PluginInfo>,
    externals: Vec<External>,
    sandbox: Sandbox,
}

impl Engines {
    /// The plugins of a run on `input` with the engines that were named: `external:NAME`, `external:FILE.toml`, or the name of a
    /// plugin, which is then preferred to others of its language.
    ///
    /// # Errors
    /// When a plugin cannot be loaded, or an engine is not there.
    pub(crate) fn of(session: &Session, input: Option<&Path>, named: &[String]) -> Result<Self, Failure> {
        let system: Arc<dyn System> = session.system.clone();
        let mut externals = Vec::new();
        let mut preferred = Vec::new();
        for name in named {
            match name.strip_prefix("external:") {
                Some(external) => externals.push(External::find(system.clone(), Adapter::find(&*system, external)?)?),
                None => preferred.push(name.as_str()),
            }
        }
        let plugins = plugins::load(session, input, &preferred)?;
        if let Some(missing) =
            preferred.iter().find(|name| !plugins.plugins().iter().any(|it| it.manifest.name == **name))
        {
            let error = anyhow!("no engine is called `{missing}`");
            return Err(Failure::with_remedy(
                error,
                "`batuta plugin list` shows the plugins; native ones are external:NAME",
            ));
        }
        let infos = plugins.plugins().iter().chain(externals.iter().map(|it| &it.info)).cloned().collect();
        Ok(Engines { infos, externals, sandbox: plugins })
    }

    /// The native transpiler of this number, if it is one.
    fn external(&self, number: usize) -> Option<&External> {
        self.externals.get(number.checked_sub(self.sandbox.plugins().len())?)
    }
}

/// A step that native transpilers do not have.
fn given<T>(value: T) -> StepOutcome<T> {
    StepOutcome { result: Ok(value), diagnostics: vec![], reads: vec![], usage: Usage::default(), cacheable: false }
}

impl PluginSet for Engines {
    fn plugins(&self) -> &[PluginInfo] {
        &self.infos
    }

    fn analyze(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Findings> {
        self.sandbox.analyze(plugin, file, cx)
    }

    fn summarise(&self, plugin: usize, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        self.sandbox.summarise(plugin, files, cx)
    }

    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        self.external(plugin).map_or_else(|| self.sandbox.index(plugin, file, cx), |_| given(Vec::new()))
    }

    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        match self.external(plugin) {
            Some(_) => given(indexes.into_iter().map(|(id, _)| (id, Vec::new())).collect()),
            None => self.sandbox.link(plugin, indexes, cx),
        }
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        match self.external(plugin) {
            Some(external) => external.lower(file),
            None => self.sandbox.lower(plugin, file, facts, cx),
        }
    }

    fn optimize(
        &self,
        plugin: usize,
        unit: &Arc<SourceFile>,
        operations: &[Operation],
        cx: &StepContext,
    ) -> StepOutcome<Optimized> {
        self.sandbox.optimize(plugin, unit, operations, cx)
    }

    fn operations(&self, plugin: usize, cx: &StepContext) -> StepOutcome<Vec<Offer>> {
        self.sandbox.operations(plugin, cx)
    }

    fn emit(&self, plugin: usize, site: &Operation, cx: &StepContext) -> StepOutcome<Stub> {
        self.sandbox.emit(plugin, site, cx)
    }

    fn support_crate(&self, plugin: usize, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        self.sandbox.support_crate(plugin, name, cx)
    }
}
