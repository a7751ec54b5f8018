//! Phase 3: lint clean-up, formatting, build profile.

mod format;
mod lint;
mod stage;

use crate::assemble::{Assembly, manifests};
use crate::cache::KeyBuilder;
use crate::cargo::Cargo;
use crate::error::Result;
use crate::report::{OptimizationReport, Phase, UnusedItem};
use crate::steps::Steps;
use crate::tree::{Generated, Tree};
use batuta_runtime::model::{Digest, Origin};
use batuta_system::System;
use serde::{Deserialize, Serialize};
use stage::Stage;
use std::path::Path;

/// What the phase works with.
pub(crate) struct Tools<'a> {
    pub(crate) system: &'a dyn System,
    pub(crate) cargo: Option<&'a Cargo>,
    /// Digest of the tools on this machine.
    pub(crate) digest: Digest,
    pub(crate) out: &'a Path,
}

/// The optimised tree, with what is still unused in it and where that comes from.
#[derive(Debug, Serialize, Deserialize)]
pub(crate) struct Optimised {
    pub(crate) tree: Tree,
    pub(crate) report: OptimizationReport,
    /// Origins of `report.unused`, in its order.
    pub(crate) unused_origins: Vec<Option<Origin>>,
}

/// Optimise the assembled workspace. A missing tool is noted in the report and leaves its part out.
pub(crate) fn optimise(tools: &Tools<'_>, steps: &Steps, assembly: &Assembly) -> Result<Optimised> {
    let mut tree = assembly.tree.clone();
    tree.files.insert("Cargo.toml".to_owned(), Generated::text(manifests::workspace(&assembly.members, true)));
    let key = KeyBuilder::new("optimise").part(tools.digest.0).part(tree.digest().0).finish();
    if let Some(found) = steps.cache.get(&key).and_then(|bytes| postcard::from_bytes::<Optimised>(&bytes).ok()) {
        steps.count(Phase::Optimization, "lint", false);
        steps.count(Phase::Optimization, "format", false);
        return Ok(found);
    }
    let optimised = work(tools, steps, tree)?;
    if optimised.report.notes.is_empty()
        && let Ok(bytes) = postcard::to_stdvec(&optimised)
    {
        steps.cache.put(&key, &bytes);
    }
    Ok(optimised)
}

fn work(tools: &Tools<'_>, steps: &Steps, mut tree: Tree) -> Result<Optimised> {
    let mut report = OptimizationReport { profile: manifests::profile(true), ..OptimizationReport::default() };
    let stage = Stage::new(tools.system, tools.out);
    let mut unused = Vec::new();
    match tools.cargo {
        Some(cargo) => {
            steps.count(Phase::Optimization, "lint", true);
            unused = lint::clean(cargo, &stage, &mut tree, &mut report, &*steps.progress)?;
        }
        None => report.notes.push("no lint clean-up: cargo was not found".to_owned()),
    }
    let unused_origins = unused.iter().map(|item| origin(&tree, &item.path, item.line)).collect();
    report.unused = unused
        .into_iter()
        .map(|item| UnusedItem { rust: item.path, line: item.line, message: item.message, source: None })
        .collect();
    match tools.system.find_program("rustfmt") {
        Some(rustfmt) => format::format(tools.system, &rustfmt, &tools.digest, steps, &stage, &mut tree, &mut report)?,
        None => report.notes.push("not formatted: rustfmt was not found".to_owned()),
    }
    Ok(Optimised { tree, report, unused_origins })
}

/// Where a line comes from: its own origin, or else that of the closest line above it.
fn origin(tree: &Tree, path: &str, line: u32) -> Option<Origin> {
    let origins = &tree.files.get(path)?.origins;
    origins.iter().take_while(|origin| origin.line <= line).last().copied()
}

/// Have cargo make `Cargo.lock` for a workspace that uses the registry, starting from the versions in `pins`.
///
/// # Errors
/// When cargo cannot be started. That a crate is missing is the returned sentence.
pub(crate) fn lock(
    system: &dyn System,
    out: &Path,
    cargo: Option<&Cargo>,
    pins: Option<&str>,
    tree: &mut Tree,
    online: bool,
) -> Result<Option<String>> {
    let Some(cargo) = cargo else { return Ok(Some("no Cargo.lock: cargo was not found".to_owned())) };
    let stage = Stage::new(system, out);
    stage.set(tree)?;
    stage.put("Cargo.lock", pins.unwrap_or("version = 4\n").as_bytes())?;
    let done = cargo.run(&stage.folder, &["metadata", "--format-version", "1"], &[])?;
    match stage.get("Cargo.lock") {
        Some(bytes) if done.success => {
            tree.files.insert("Cargo.lock".to_owned(), Generated { bytes, origins: Vec::new() });
            Ok(None)
        }
        _ => Ok(Some(crate::cargo::explain(&done.stderr, online))),
    }
}
