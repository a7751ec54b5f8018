//! rustfmt over the generated files, in place in the stage, with origins carried over.

use super::stage::Stage;
use crate::cache::{Cache, KeyBuilder};
use crate::error::{Error, Result};
use crate::report::{OptimizationReport, Phase};
use crate::rust_text::carry_origins;
use crate::steps::Steps;
use crate::tree::Tree;
use batuta_runtime::model::Digest;
use batuta_system::{Exit, Process, System};
use std::path::Path;
use std::sync::Arc;

/// How many files one run of rustfmt is given.
const BATCH: usize = 200;

/// Format every generated Rust file that is not known to be formatted.
pub(super) fn format(
    system: &dyn System,
    rustfmt: &Path,
    tools: &Digest,
    steps: &Steps,
    stage: &Stage<'_>,
    tree: &mut Tree,
    report: &mut OptimizationReport,
) -> Result<()> {
    stage.set(tree)?;
    let mut todo = Vec::new();
    let paths: Vec<String> = tree.files.keys().filter(|path| is_own_rust(path)).cloned().collect();
    for path in paths {
        match steps.cache.get(&key(tools, &tree.files[&path].bytes)) {
            Some(text) => {
                steps.count(Phase::Optimization, "format", false);
                replace(tree, &path, text, report);
            }
            None => todo.push(path),
        }
    }
    for batch in todo.chunks(BATCH) {
        run(system, rustfmt, steps, stage, batch, report)?;
        for path in batch {
            steps.count(Phase::Optimization, "format", true);
            let before = tree.files[path].bytes.clone();
            let after = stage.get(path).unwrap_or_else(|| before.clone());
            keep(&steps.cache, tools, &before, &after);
            replace(tree, path, after, report);
        }
    }
    Ok(())
}

fn is_own_rust(path: &str) -> bool {
    path.ends_with(".rs") && !path.starts_with("support/")
}

fn key(tools: &Digest, bytes: &[u8]) -> Digest {
    KeyBuilder::new("format").part(tools.0).part(Digest::of(bytes).0).finish()
}

fn keep(cache: &Cache, tools: &Digest, before: &[u8], after: &[u8]) {
    cache.put(&key(tools, before), after);
    cache.put(&key(tools, after), after);
}

fn run(
    system: &dyn System,
    rustfmt: &Path,
    steps: &Steps,
    stage: &Stage<'_>,
    batch: &[String],
    report: &mut OptimizationReport,
) -> Result<()> {
    let mut process = Process::tool(rustfmt, &stage.folder).args(["--edition", "2024"]).args(batch);
    let cancel = steps.cancel.clone();
    process.stop = Some(Arc::new(move || cancel.is_cancelled()));
    let finished = system.run(&process)?;
    match finished.exit {
        Exit::Code(0) => Ok(()),
        Exit::Stopped => Err(Error::Cancelled),
        _ => {
            let stderr = String::from_utf8_lossy(&finished.stderr).into_owned();
            let first = stderr.lines().find(|line| !line.trim().is_empty()).unwrap_or("it failed without a word");
            report.notes.push(format!("rustfmt: {first}"));
            Ok(())
        }
    }
}

fn replace(tree: &mut Tree, path: &str, after: Vec<u8>, report: &mut OptimizationReport) {
    let Some(file) = tree.files.get_mut(path).filter(|file| file.bytes != after) else { return };
    let (old, new) = (String::from_utf8_lossy(&file.bytes), String::from_utf8_lossy(&after));
    file.origins = carry_origins(&old, &file.origins, &new);
    file.bytes = after;
    report.formatted += 1;
}
