//! What every plugin must hold, whatever its language and whatever it is written in: checked on the component, in the sandbox.
//!
//! | Check | What it does |
//! |---|---|
//! | purity | runs every sample twice in fresh stores and compares all that came back |
//! | order | runs the files in reverse |
//! | incremental | changes one file, re-runs only what a cache must re-run, and compares with a run from nothing |
//! | totality | runs cut, flipped, nested and otherwise broken files: no trap, no limit hit, no defect of its own |
//! | spans | places, paths and names of everything that came back |
//! | cancel | asks it to stop before a long file: it ends by itself, soon |
//! | limits | lets it read and write little: it ends with an error, not with a trap |
//! | output | everything that came back as Rust parses |

mod analysis;
mod conversion;
mod incremental;
mod limits;
mod output;
mod project;
mod spans;
mod totality;

pub use conversion::{Conversion, convert, lowered_files};
pub use project::{Project, Sample, Step};

use analysis::Analysis;
use batuta_runtime::model::Role;
use batuta_runtime::plugin_set::{FailureKind, PluginSet};
use batuta_system::System;
use serde::Serialize;
use std::fmt;
use std::sync::Arc;

/// Failures that are listed per check; the rest is counted.
const LISTED: usize = 8;

/// A plugin to check.
#[derive(Clone)]
pub struct Subject {
    /// The set that it is in.
    pub set: Arc<dyn PluginSet>,
    /// Its number there.
    pub plugin: usize,
    /// The same plugin with [`tight`] limits, where it can be had.
    pub tight: Option<(Arc<dyn PluginSet>, usize)>,
}

/// Limits that every plugin runs into: it may read and write a few bytes per call.
pub fn tight(limits: batuta_runtime::Limits) -> batuta_runtime::Limits {
    batuta_runtime::Limits { staged: 8, read: 8, ..limits }
}

/// How much is tried.
#[derive(Clone, Copy, Debug)]
pub struct Effort {
    /// Broken files altogether.
    pub mutations: usize,
    /// Changed files altogether.
    pub changes: usize,
    /// Deeply nested files, too.
    pub deep: bool,
}

impl Effort {
    /// So many broken files; with a hundred or more very deep and very long ones, too.
    pub fn of(mutations: usize) -> Self {
        Effort { mutations, changes: 60, deep: mutations >= 100 }
    }
}

/// One check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Its name.
    pub name: &'static str,
    /// How many runs it made.
    pub runs: usize,
    /// What does not hold: which input, and why.
    pub failures: Vec<String>,
    /// Why it was not made.
    pub not_run: Option<String>,
}

/// All checks.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Checks {
    /// In order.
    pub checks: Vec<Check>,
}

impl Check {
    /// A check that was made; only the first failures are kept word for word.
    pub fn new(name: &'static str, runs: usize, mut failures: Vec<String>) -> Self {
        let more = failures.len().saturating_sub(LISTED);
        failures.truncate(LISTED);
        if more > 0 {
            failures.push(format!("and {more} more"));
        }
        Check { name, runs, failures, not_run: None }
    }

    /// A check that could not be made.
    pub fn not_run(name: &'static str, reason: impl Into<String>) -> Self {
        Check { name, runs: 0, failures: vec![], not_run: Some(reason.into()) }
    }
}

impl Checks {
    /// Whether everything holds. A check that was not made does not fail.
    pub fn hold(&self) -> bool {
        self.checks.iter().all(|check| check.failures.is_empty())
    }
}

impl fmt::Display for Checks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Check { name, runs, failures, not_run } in &self.checks {
            match (not_run, failures.len()) {
                (Some(why), _) => writeln!(f, "  -  {name:12} not run: {why}")?,
                (None, 0) => writeln!(f, "  ✔  {name:12} {runs} runs")?,
                (None, _) => writeln!(f, "  ✘  {name:12} {runs} runs")?,
            }
            for failure in failures {
                writeln!(f, "       {}", failure.replace('\n', "\n       "))?;
            }
        }
        Ok(())
    }
}

/// All that a run over a project gave.
pub(crate) trait Outcome: Sized + PartialEq + Send {
    /// Run it over the converted files of a project, the last first where `reverse`.
    fn run(subject: &Subject, project: &Arc<Project>, converted: &[String], reverse: bool) -> Self;
    /// Steps that ended with an error: which, the kind, and the words.
    fn errors(&self) -> Vec<(String, FailureKind, String)>;
    /// What is wrong with the data that came back.
    fn problems(&self, project: &Project) -> Vec<String>;
}

/// Run every check that the plugin's roles ask for. `system` runs `rustfmt` over what came back as Rust.
pub fn check(subject: &Subject, samples: &[Sample], effort: Effort, system: &dyn System) -> Checks {
    let roles = subject.set.plugins().get(subject.plugin).map(|info| info.manifest.roles.clone()).unwrap_or_default();
    let mut checks = Vec::new();
    if samples.is_empty() {
        checks.push(Check::new("samples", 0, vec!["there is no golden whose sources could be tried".into()]));
    }
    if roles.contains(&Role::Transpiler) {
        common::<Conversion>(subject, samples, effort, &mut checks);
        checks.push(incremental::check(subject, samples, effort.changes));
        checks.push(output::check(subject, samples, effort.mutations, system));
    }
    if roles.contains(&Role::Analyzer) {
        common::<Analysis>(subject, samples, effort, &mut checks);
    }
    if !roles.iter().any(|role| matches!(role, Role::Transpiler | Role::Analyzer)) {
        checks.push(Check::not_run("all", "there are no checks for its roles yet"));
    }
    Checks { checks }
}

fn common<O: Outcome>(subject: &Subject, samples: &[Sample], effort: Effort, checks: &mut Vec<Check>) {
    let (mut pure, mut order, mut spans) = (Vec::new(), Vec::new(), Vec::new());
    for sample in samples {
        let run = |reverse| O::run(subject, &sample.project, &sample.converted, reverse);
        let first = run(false);
        if first != run(false) {
            pure.push(format!("{}: two runs gave different results", sample.name));
        }
        if first != run(true) {
            order.push(format!("{}: the order of the calls changes what they give", sample.name));
        }
        spans.extend(first.problems(&sample.project).into_iter().map(|problem| format!("{}: {problem}", sample.name)));
    }
    checks.push(Check::new("purity", samples.len(), pure));
    checks.push(Check::new("order", samples.len(), order));
    let (runs, total, data) = totality::check::<O>(subject, samples, effort);
    spans.extend(data);
    checks.push(total);
    checks.push(Check::new("spans", samples.len() + runs, spans));
    checks.push(limits::cancel(subject, samples));
    checks.push(limits::tight::<O>(subject, samples));
}
