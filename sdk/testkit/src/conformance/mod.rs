//! What every plugin must hold, whatever its language: purity, totality, valid data, consistent steps.
//!
//! ```ignore
//! let samples = batuta_testkit::conformance::samples::<MyPlugin>("tests/suite/mylang");
//! batuta_testkit::conformance::transpiler::<MyPlugin>(&samples).run();
//! ```
//!
//! | Check | What it does |
//! |---|---|
//! | manifest | looks at the plugin's statement of itself |
//! | purity | runs every sample twice, on two threads, and compares everything that came back |
//! | totality | runs truncated, flipped, nested and otherwise broken files: no panic, no step that takes seconds |
//! | validity | spans, paths and names of everything that came back, from the samples and from the broken files |
//! | linking | changes one file, re-runs only what a cache must re-run, and compares with a run from nothing |
//! | order | indexes and lowers the files in reverse |
//!
//! A stack overflow cannot be caught natively: it ends the test process, and the thread's name says which input it was.

mod linking;
mod manifest;
mod numeric;
mod subject;
mod totality;
mod validity;

use crate::native::Project;
use crate::report::Failure;
use batuta_authoring::golden::Golden;
use batuta_sdk::{Analyzer, Plugin, Transpiler};
use std::fmt;
use std::path::Path;
use subject::Subject;

pub use numeric::{backend, optimizer};

/// A project to try.
#[derive(Clone, Debug)]
pub struct Sample {
    /// How failures name it.
    pub name: String,
    /// Its files.
    pub project: Project,
    /// Those that the plugin is asked to convert, as paths.
    pub converted: Vec<String>,
}

/// A conformance run that can be adjusted before it starts.
pub struct Conformance<'s> {
    samples: &'s [Sample],
    mutations: usize,
    /// Sites are made up; files are not.
    needs_samples: bool,
    work: fn(&[Sample], usize, &mut Findings),
}

/// What a conformance run found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// Each check with how many runs it made.
    pub checks: Vec<(&'static str, usize)>,
    /// What does not hold.
    pub failures: Vec<Failure>,
}

/// Broken files that a run tries altogether, unless said otherwise.
const MUTATIONS: usize = 2_000;
/// Failures that are listed per check; the rest is counted.
const LISTED: usize = 8;

/// The sources of the goldens in `folder` as samples for plugin `P`: its languages are converted, all when it names none.
///
/// # Panics
/// When a golden cannot be read: this is a test.
pub fn samples<P: Plugin>(folder: impl AsRef<Path>) -> Vec<Sample> {
    let folder = crate::suite::find(folder.as_ref());
    let mut paths = Vec::new();
    let listed = crate::suite::markdown_files(&folder, &mut paths);
    assert!(listed.is_ok(), "{}: {listed:?}", folder.display());
    paths.sort();
    let languages = P::manifest().languages;
    let load = |path: &std::path::PathBuf| match crate::suite::load(&folder, path) {
        Ok(golden) => sample(&golden, &languages),
        Err(error) => panic!("{}: {error:#}", path.display()),
    };
    paths.iter().map(load).collect()
}

fn sample(golden: &Golden, languages: &[String]) -> Sample {
    let sources = golden.sources();
    // An analyzer names no language: it looks at everything.
    let wanted = |language: &String| languages.is_empty() || languages.contains(language);
    let converted = sources.iter().filter(|(_, language, _)| wanted(language));
    let converted = converted.map(|(path, _, _)| path.clone()).collect();
    let project = Project::new(sources.into_iter().map(|(path, _, text)| (path, text)));
    Sample { name: golden.name.clone(), project, converted }
}

/// Every check on a transpiler.
pub fn transpiler<T: Transpiler>(samples: &[Sample]) -> Conformance<'_> {
    let work = |samples: &[Sample], mutations: usize, found: &mut Findings| {
        found.add("manifest", 1, manifest::check(&T::manifest()));
        common::<subject::Converts<T>>(samples, mutations, found);
        linking::check::<T>(samples, found);
    };
    Conformance { samples, mutations: MUTATIONS, needs_samples: true, work }
}

/// Every check on an analyzer.
pub fn analyzer<A: Analyzer>(samples: &[Sample]) -> Conformance<'_> {
    let work = |samples: &[Sample], mutations: usize, found: &mut Findings| {
        found.add("manifest", 1, manifest::check(&A::manifest()));
        common::<subject::Analyzes<A>>(samples, mutations, found);
    };
    Conformance { samples, mutations: MUTATIONS, needs_samples: true, work }
}

fn common<S: Subject>(samples: &[Sample], mutations: usize, found: &mut Findings) {
    purity::<S>(samples, found);
    totality::check::<S>(samples, mutations, found);
}

fn purity<S: Subject>(samples: &[Sample], found: &mut Findings) {
    let mut failures = Vec::new();
    for sample in samples {
        let once = || std::thread::scope(|scope| scope.spawn(|| S::run(&sample.project, &sample.converted)).join());
        match (once(), once()) {
            (Ok(first), Ok(second)) if first == second => {
                failures
                    .extend(S::problems(&sample.project, &first).into_iter().map(|problem| (&sample.name, problem)));
            }
            (Ok(_), Ok(_)) => failures.push((&sample.name, "two runs gave different results".into())),
            _ => failures.push((&sample.name, "panicked".into())),
        }
    }
    let failures = failures.into_iter().map(|(name, problem)| Failure::new(name, "purity", problem)).collect();
    found.add("purity", samples.len(), failures);
}

impl Conformance<'_> {
    /// How many broken files to try altogether; 2,000 unless said otherwise.
    pub fn mutations(mut self, mutations: usize) -> Self {
        self.mutations = mutations;
        self
    }

    /// Run all checks and panic with one report when one fails.
    ///
    /// # Panics
    /// When a check fails: this is a test.
    pub fn run(self) {
        let found = self.check();
        eprintln!("{found}");
        assert!(found.failures.is_empty(), "\n{found}");
    }

    /// Run all checks.
    pub fn check(self) -> Findings {
        let mut found = Findings::default();
        if self.needs_samples && self.samples.is_empty() {
            found.failures.push(Failure::new("(samples)", "set-up", "there is no sample"));
        }
        (self.work)(self.samples, self.mutations, &mut found);
        found
    }
}

impl Findings {
    /// Take the outcome of a check: the first failures word for word, the rest as a number.
    pub(crate) fn add(&mut self, check: &'static str, runs: usize, mut failures: Vec<Failure>) {
        self.checks.push((check, runs));
        let more = failures.len().saturating_sub(LISTED);
        failures.truncate(LISTED);
        self.failures.extend(failures);
        if more > 0 {
            self.failures.push(Failure::new("…", check, format!("and {more} more")));
        }
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for failure in &self.failures {
            writeln!(f, "{failure}\n")?;
        }
        for (check, runs) in &self.checks {
            writeln!(f, "{check}: {runs} runs")?;
        }
        write!(f, "{} failures", self.failures.len())
    }
}
