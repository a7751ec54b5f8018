//! Goldens through the sandbox: what a component makes of each source project, and how the built program runs.

mod compare;
mod run;

use crate::conformance::{Conversion, Sample, Subject, convert};
use crate::golden::Golden;
use anyhow::{Context, Result};
use batuta_pipeline::Options;
use batuta_runtime::model::Role;
use batuta_runtime::plugin_set::PluginSet;
use batuta_system::{System, WalkOptions};
use serde::Serialize;
use std::fmt;
use std::path::Path;
use std::sync::Arc;

/// How goldens are run.
#[derive(Clone)]
pub struct Suite {
    /// The machine.
    pub system: Arc<dyn System>,
    /// The plugin.
    pub subject: Subject,
    /// Options of the runs of the whole pipeline; input, output and cases are set per golden.
    pub options: Options,
    /// Build what came out and run it beside the original.
    pub build: bool,
    /// Write what was seen into the goldens.
    pub bless: bool,
}

/// One thing that was not as expected.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Failure {
    /// The golden.
    pub golden: String,
    /// Which expectation.
    pub what: String,
    /// A diff or a message.
    pub detail: String,
}

/// What the goldens gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// How many goldens there are.
    pub goldens: usize,
    /// How many programs were built and run.
    pub programs: usize,
    /// How many of their runs were compared with the original's.
    pub compared: usize,
    /// Runs that could not be compared with the original, and why.
    pub not_compared: Vec<String>,
    /// In order of goldens.
    pub failures: Vec<Failure>,
}

impl Failure {
    fn new(golden: &str, what: impl Into<String>, detail: impl Into<String>) -> Self {
        Failure { golden: golden.into(), what: what.into(), detail: detail.into() }
    }
}

impl fmt::Display for Outcome {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for Failure { golden, what, detail } in &self.failures {
            writeln!(f, "  ✘  {golden} · {what}\n       {}", detail.trim_end().replace('\n', "\n       "))?;
        }
        for why in &self.not_compared {
            writeln!(f, "  !  not compared with the original: {why}")?;
        }
        let mark = if self.failures.is_empty() { '✔' } else { '✘' };
        writeln!(
            f,
            "  {mark}  {} goldens, {} programs built and run, {} runs compared with the original, {} failures",
            self.goldens,
            self.programs,
            self.compared,
            self.failures.len()
        )
    }
}

/// The goldens in a folder, in order of their names; those that cannot be read come as errors.
///
/// # Errors
/// When the folder cannot be walked.
pub fn load(system: &dyn System, folder: &Path) -> Result<(Vec<Golden>, Vec<Failure>)> {
    let walk = system.walk(folder, &WalkOptions::default())?;
    let (mut goldens, mut failures) = (Vec::new(), Vec::new());
    for entry in walk.entries.iter().filter(|entry| entry.path.ends_with(".md") && !entry.path.ends_with("README.md")) {
        let path = folder.join(&entry.path);
        let name = entry.path.trim_end_matches(".md").to_owned();
        let text = system.read(&path, 16 << 20).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        match text.map_err(Into::into).and_then(|text| Golden::parse(path, name.clone(), &text)) {
            Ok(golden) => goldens.push(golden),
            Err(error) => failures.push(Failure::new(&name, "form", format!("{error:#}"))),
        }
    }
    Ok((goldens, failures))
}

/// The sources of goldens as samples for the conformance kit.
pub fn samples(goldens: &[Golden], set: &dyn PluginSet, plugin: usize) -> Vec<Sample> {
    let manifest = set.plugins().get(plugin).map(|info| &info.manifest);
    let languages = manifest.map(|it| it.languages.clone()).unwrap_or_default();
    goldens.iter().map(|golden| Sample::of(golden, &languages)).filter(|sample| !sample.converted.is_empty()).collect()
}

impl Suite {
    /// Run goldens.
    pub fn check(&self, goldens: &[Golden]) -> Outcome {
        let info = self.subject.set.plugins().get(self.subject.plugin);
        let roles = info.map(|info| info.manifest.roles.clone()).unwrap_or_default();
        let languages = info.map(|info| info.manifest.languages.clone()).unwrap_or_default();
        let scratch = match self.system.scratch() {
            Ok(scratch) => scratch,
            Err(error) => {
                let failures = vec![Failure::new("(suite)", "set-up", error.to_string())];
                return Outcome { failures, ..Outcome::default() };
            }
        };
        let mut all = Outcome { goldens: goldens.len(), ..Outcome::default() };
        for golden in goldens {
            let sample = Sample::of(golden, &languages);
            let mut blessed = golden.clone();
            let mut one = Outcome::default();
            if roles.contains(&Role::Transpiler) {
                self.transpiled(scratch.path(), golden, &sample, &mut blessed, &mut one);
            }
            if roles.contains(&Role::Analyzer) && (self.bless || !golden.summary().is_empty()) {
                let seen = compare::summary(&self.subject, &sample.project);
                compare::one(golden, "summary", golden.summary(), seen, &mut one, |text| {
                    compare::bless_summary(&mut blessed, text);
                });
            }
            if self.bless {
                let saved = self.save(&blessed);
                one.failures.extend(saved.err().map(|error| Failure::new(&golden.name, "bless", format!("{error:#}"))));
            }
            all.programs += one.programs;
            all.compared += one.compared;
            all.not_compared.extend(one.not_compared);
            all.failures.extend(one.failures);
        }
        if self.bless {
            // What was taken over is no failure any more.
            all.failures.retain(|failure| !compare::is_taken_over(&failure.what));
        }
        all
    }

    fn transpiled(&self, scratch: &Path, golden: &Golden, sample: &Sample, blessed: &mut Golden, one: &mut Outcome) {
        let conversion: Conversion = convert(&self.subject, &sample.project, &sample.converted);
        let failures = conversion.failures();
        if !failures.is_empty() {
            one.failures.push(Failure::new(&golden.name, "conversion", failures.join("\n")));
            return;
        }
        compare::conversion(golden, &conversion, &sample.project, one);
        compare::bless_conversion(blessed, &conversion, &sample.project);
        if self.build
            && let Err(error) = run::run(self, scratch, golden, &conversion, blessed, one)
        {
            one.failures.push(Failure::new(&golden.name, "build", format!("{error:#}")));
        }
    }

    fn save(&self, golden: &Golden) -> Result<()> {
        let text = golden.document.print();
        Golden::parse(golden.path.clone(), golden.name.clone(), &text)
            .context("what was seen does not fit into a golden")?;
        self.system.write(&golden.path, text.as_bytes())?;
        Ok(())
    }
}
