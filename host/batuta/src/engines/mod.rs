//! Which engine converts: the plugins, a native transpiler before them, or one plugin alone.

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

/// Native transpilers, then plugins. The first that converts a language gets its files.
pub(crate) struct Engines {
    infos: Vec<PluginInfo>,
    externals: Vec<External>,
    sandbox: Sandbox,
}

impl Engines {
    /// The plugins of a run on `input`, behind the engines that were named: `external:NAME`, `external:FILE.toml`, or the name of a
    /// plugin, which then comes before the others.
    ///
    /// # Errors
    /// When a plugin cannot be loaded, or an engine is not there.
    pub(crate) fn of(session: &Session, input: Option<&Path>, named: &[String]) -> Result<Self, Failure> {
        let system: Arc<dyn System> = session.system.clone();
        let mut externals = Vec::new();
        let mut first = Vec::new();
        for name in named {
            match name.strip_prefix("external:") {
                Some(external) => externals.push(External::find(system.clone(), Adapter::find(&*system, external)?)?),
                None => first.push(name.as_str()),
            }
        }
        let plugins = plugins::load(session, input, &first)?;
        if let Some(missing) = first.iter().find(|name| !plugins.plugins().iter().any(|it| it.manifest.name == **name))
        {
            let error = anyhow!("no engine is called `{missing}`");
            return Err(Failure::with_remedy(
                error,
                "`batuta plugin list` shows the plugins; native ones are external:NAME",
            ));
        }
        let infos = externals.iter().map(|it| &it.info).chain(plugins.plugins()).cloned().collect();
        Ok(Engines { infos, externals, sandbox: plugins })
    }

    /// The native transpiler of this number, or the number among the plugins.
    fn of_number(&self, number: usize) -> Result<&External, usize> {
        self.externals.get(number).ok_or_else(|| number - self.externals.len())
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
        self.sandbox.analyze(plugin.saturating_sub(self.externals.len()), file, cx)
    }

    fn summarise(&self, plugin: usize, files: Vec<(FileId, Findings)>, cx: &StepContext) -> StepOutcome<Summary> {
        self.sandbox.summarise(plugin.saturating_sub(self.externals.len()), files, cx)
    }

    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        self.of_number(plugin).map_or_else(|number| self.sandbox.index(number, file, cx), |_| given(Vec::new()))
    }

    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        match self.of_number(plugin) {
            Ok(_) => given(indexes.into_iter().map(|(id, _)| (id, Vec::new())).collect()),
            Err(number) => self.sandbox.link(number, indexes, cx),
        }
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        match self.of_number(plugin) {
            Ok(external) => external.lower(file),
            Err(number) => self.sandbox.lower(number, file, facts, cx),
        }
    }

    fn support_crate(&self, plugin: usize, name: &str, cx: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        self.sandbox.support_crate(plugin.saturating_sub(self.externals.len()), name, cx)
    }
}
