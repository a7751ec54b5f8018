//! Run every golden of a folder.

use crate::case::Case;
use crate::conversion::convert;
use crate::native::Project;
use crate::report::{Failure, Report};
use crate::{job, support};
use anyhow::{Context, Result};
use batuta_authoring::golden::Golden;
use batuta_authoring::parallel;
use batuta_sdk::{Settings, Transpiler};
use std::marker::PhantomData;
use std::path::{Path, PathBuf};

/// A folder of goldens for plugin `T`; made by [`crate::goldens`].
#[derive(Clone, Debug)]
pub struct Goldens<T> {
    folder: PathBuf,
    minimum: usize,
    bless: bool,
    settings: Settings,
    plugin: PhantomData<fn() -> T>,
}

/// Read a golden below `root` and check its form.
pub(crate) fn load(root: &Path, path: &Path) -> Result<Golden> {
    let text = std::fs::read_to_string(path).with_context(|| path.display().to_string())?;
    let below = path.strip_prefix(root).unwrap_or(path).with_extension("");
    Golden::parse(path.to_path_buf(), below.to_string_lossy().replace('\\', "/"), &text)
}

impl<T: Transpiler> Goldens<T> {
    /// The goldens in `folder`, which is looked for in the working folder and in those above it.
    pub fn new(folder: impl AsRef<Path>) -> Self {
        let bless = std::env::var_os("BATUTA_BLESS").is_some_and(|value| value == "1");
        Goldens { folder: find(folder.as_ref()), minimum: 1, bless, settings: Settings::default(), plugin: PhantomData }
    }

    /// Fail when there are fewer goldens than this; 1 unless said otherwise.
    pub fn minimum(mut self, goldens: usize) -> Self {
        self.minimum = goldens;
        self
    }

    /// Rewrite what goldens expect by what was seen; by default when `BATUTA_BLESS` is `1`.
    pub fn bless(mut self, bless: bool) -> Self {
        self.bless = bless;
        self
    }

    /// Settings of the plugin.
    pub fn settings(mut self, settings: Settings) -> Self {
        self.settings = settings;
        self
    }

    /// Run all goldens and panic with one report when something is not as expected.
    ///
    /// `BATUTA_GOLDEN=TEXT` runs only those with this text in their name.
    ///
    /// # Panics
    /// When a golden fails: this is a test.
    pub fn run(self) {
        let report = self.check();
        eprintln!("{}", report.headline());
        assert!(report.failures.is_empty(), "\n{report}");
    }

    /// Run all goldens and give the report.
    pub fn check(self) -> Report {
        let mut report = Report::new(self.folder.display().to_string());
        let goldens = self.load(&mut report);
        let cases: Vec<Case> = goldens.into_iter().filter_map(|golden| self.prepare(golden, &mut report)).collect();
        let mut blessed: Vec<Golden> = cases.iter().map(|case| case.golden.clone()).collect();
        for (case, golden) in cases.iter().zip(&mut blessed) {
            if self.bless {
                case.bless_conversion(golden);
            } else {
                report.failures.extend(case.compare_conversion());
            }
        }
        if let Err(error) = self.build_and_run(&cases, &mut blessed, &mut report) {
            report.failures.push(Failure::new("(suite)", "set-up", format!("{error:#}")));
        }
        if self.bless {
            blessed
                .iter()
                .filter_map(|golden| crate::case::save(golden).err())
                .for_each(|failure| report.failures.push(failure));
        }
        report
    }

    fn load(&self, report: &mut Report) -> Vec<Golden> {
        let mut paths = Vec::new();
        if let Err(error) = markdown_files(&self.folder, &mut paths) {
            report.failures.push(Failure::new("(suite)", "set-up", format!("{}: {error}", self.folder.display())));
        }
        paths.sort();
        let all = paths.len();
        if all < self.minimum {
            let text = format!("{all} goldens, at least {} are wanted", self.minimum);
            report.failures.push(Failure::new("(suite)", "too few goldens", text));
        }
        let filter = std::env::var("BATUTA_GOLDEN").unwrap_or_default();
        let mut goldens = Vec::new();
        for path in paths {
            match load(&self.folder, &path) {
                Ok(golden) if golden.name.contains(&filter) => goldens.push(golden),
                Ok(_) => report.left_out += 1,
                Err(error) => {
                    report.failures.push(Failure::new(&path.display().to_string(), "form", format!("{error:#}")));
                }
            }
        }
        report.goldens = goldens.len();
        goldens
    }

    fn prepare(&self, golden: Golden, report: &mut Report) -> Option<Case> {
        let sources = golden.sources();
        let languages = T::manifest().languages;
        let converted: Vec<String> = sources
            .iter()
            .filter(|(_, language, _)| languages.contains(language))
            .map(|(path, _, _)| path.clone())
            .collect();
        let project = Project::new(sources.into_iter().map(|(path, _, text)| (path, text)));
        let work = || convert::<T>(&project, &self.settings, |file| converted.contains(&file.path));
        let conversion = std::panic::catch_unwind(std::panic::AssertUnwindSafe(work));
        let packages = conversion.map_err(|_| "the plugin panicked".to_string()).and_then(|conversion| {
            let errors = conversion.errors(&project);
            if errors.is_empty() { Ok((conversion.packages()?, conversion)) } else { Err(errors.join("\n")) }
        });
        match packages {
            Ok((packages, conversion)) => Some(Case { golden, project, conversion, packages }),
            Err(error) => {
                report.failures.push(Failure::new(&golden.name, "conversion", error));
                None
            }
        }
    }

    fn build_and_run(&self, cases: &[Case], blessed: &mut [Golden], report: &mut Report) -> Result<()> {
        let folder = tempfile::tempdir()?;
        let built = support::build::<T>(cases.iter().flat_map(|case| case.packages.values()), &T::manifest().name)?;
        let mut jobs = Vec::new();
        for (at, case) in cases.iter().enumerate() {
            jobs.extend(job::jobs(case, &folder.path().join(at.to_string()))?);
        }
        let done = parallel::map(&jobs, |job| job::work(job, &built, self.bless));
        for (job, done) in jobs.iter().zip(done) {
            report.programs += usize::from(job.binary.is_some());
            report.failures.extend(done.failures);
            let golden = blessed.iter_mut().find(|golden| golden.path == job.case.golden.path);
            if let (Some((name, output)), Some(golden)) = (done.ran, golden) {
                job.case.bless_run(golden, &name, &output);
            }
        }
        Ok(())
    }
}

pub(crate) fn find(folder: &Path) -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    let found = here.ancestors().map(|dir| dir.join(folder)).find(|path| path.is_dir());
    found.unwrap_or_else(|| folder.to_path_buf())
}

pub(crate) fn markdown_files(folder: &Path, found: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            markdown_files(&path, found)?;
        } else if path.extension().is_some_and(|e| e == "md") && path.file_name().is_some_and(|n| n != "README.md") {
            found.push(path);
        }
    }
    Ok(())
}
