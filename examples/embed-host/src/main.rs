//! Runs the pipeline with one plugin from a program of your own: `embed-host PLUGIN.wasm SOURCE OUT`.

use anyhow::{Context, Result, bail};
use batuta_pipeline::report::Outcome;
use batuta_pipeline::{Options, Pipeline};
use batuta_runtime::{Limits, Loader, MAX_COMPONENT, PluginEngine, Sandbox};
use batuta_system::{OsSystem, System};
use std::path::Path;
use std::sync::Arc;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [plugin, source, out] = arguments.as_slice() else { bail!("usage: embed-host PLUGIN.wasm SOURCE OUT") };

    // One engine per process; a component is compiled, asked what it is, and run with the default limits of a stranger.
    let system = Arc::new(OsSystem::new());
    let bytes = system.read(Path::new(plugin), MAX_COMPONENT as u64).context("cannot read the plugin")?;
    let loader = Loader::new(Arc::new(PluginEngine::new()?));
    let plugin = loader.component(plugin, &bytes, Limits::default())?;

    // The pipeline sees the machine through `System` only, and plugins through `PluginSet` only.
    let options = Options { input: source.into(), output: Some(out.into()), ..Options::default() };
    let report = Pipeline::new(system, Arc::new(Sandbox::new(vec![plugin])), options).transpile();
    for file in &report.files {
        println!("{}: {:?}", file.source, file.status);
    }
    for finding in &report.diagnostics {
        println!("{} {}", finding.code, finding.message);
    }
    if report.outcome == Outcome::Failed { bail!("the run failed") } else { Ok(()) }
}
