//! Phase 4: both sides run in an OS sandbox and are compared.

mod cases;
mod compare;
mod playground;
mod runner;

use crate::assemble::Program;
use crate::cache::Cache;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::options::Options;
use crate::project::{Input, Project};
use crate::report::{CaseOutcome, CaseReport, Phase, ProgramValidation, ValidationReport};
use crate::steps::Steps;
use batuta_runtime::model::Digest;
use batuta_system::{Confinement, System};
use cases::{Case, Cases};
use playground::{Copied, Playground};
use runner::Runner;
use std::path::Path;
use std::sync::Arc;

/// What the phase works with.
pub(crate) struct Validator<'a> {
    pub(crate) system: &'a Arc<dyn System>,
    pub(crate) input: &'a Input,
    pub(crate) project: &'a Project,
    pub(crate) config: &'a Config,
    pub(crate) options: &'a Options,
    pub(crate) steps: &'a Steps,
    pub(crate) out: &'a Path,
}

impl Validator<'_> {
    /// Compare every program in all of its cases.
    ///
    /// # Errors
    /// When a case cannot be read, the private copy of the project cannot be made, or the user stopped the run.
    pub(crate) fn validate(&self, programs: &[Program]) -> Result<ValidationReport> {
        let mut report = ValidationReport::default();
        if programs.is_empty() {
            report.reason = Some("no program was converted, so there is nothing to run".to_owned());
            return Ok(report);
        }
        let confinement = self.system.confinement();
        report.confinement = confinement.as_ref().map_or("", Confinement::name).to_owned();
        if confinement.is_none() && self.options.trust {
            report.confinement = "none (trusted)".to_owned();
        }
        let cases =
            Cases { system: &**self.system, root: &self.input.root, config: self.config, options: self.options };
        let cases: Vec<(&Program, Vec<Case>)> =
            programs.iter().map(|program| Ok((program, cases.of(program)?))).collect::<Result<_>>()?;
        if confinement.is_none() && !self.options.trust {
            let why =
                "no sandbox can be had here (neither bubblewrap nor landlock); --trust runs the programs without one";
            report.reason = Some(why.to_owned());
            report.programs = cases.iter().map(|(program, cases)| not_validated(program, cases, why)).collect();
            return Ok(report);
        }
        let playground = Playground::new(self.system, &self.input.root, self.files())?;
        let mut runner = Runner::new(self, playground, confinement);
        let total = cases.iter().map(|(_, cases)| cases.len() as u64).sum();
        let mut done = 0;
        for (program, cases) in cases {
            let mut reports = Vec::new();
            for case in &cases {
                self.check_cancelled()?;
                reports.push(self.one(&mut runner, program, case, &report.confinement)?);
                done += 1;
                self.steps.progress.advanced(Phase::Validation, "cases", done, total);
            }
            report.programs.push(with_cases(program, reports));
        }
        Ok(report)
    }

    fn check_cancelled(&self) -> Result<()> {
        if self.options.cancel.is_cancelled() { Err(Error::Cancelled) } else { Ok(()) }
    }

    /// Files of the private copy: the project's, or the single file with what its conversion read.
    fn files(&self) -> Vec<Copied> {
        let extras = self.steps.files.extras();
        let extras = extras.into_iter().filter(|(_, extra)| extra.is_some());
        let extras = extras.map(|(path, _)| Copied { path, required: true });
        let file =
            |file: &crate::project::ProjectFile| Copied { path: file.path.clone(), required: file.digest.is_some() };
        self.project.files.iter().map(file).chain(extras).collect()
    }

    fn one(&self, runner: &mut Runner<'_>, program: &Program, case: &Case, sandbox: &str) -> Result<CaseReport> {
        let key = runner.key(program, case, sandbox);
        if let Some(report) = key.and_then(|key| recall(&self.steps.cache, &key)) {
            self.steps.count(Phase::Validation, "validate", false);
            return Ok(CaseReport { cached: true, ..report });
        }
        self.steps.count(Phase::Validation, "validate", true);
        let report = runner.run(program, case)?;
        if let Some(key) = key.filter(|_| report.outcome != CaseOutcome::NotValidated)
            && let Ok(bytes) = postcard::to_stdvec(&report)
        {
            self.steps.cache.put(&key, &bytes);
        }
        Ok(report)
    }
}

fn recall(cache: &Cache, key: &Digest) -> Option<CaseReport> {
    postcard::from_bytes(&cache.get(key)?).ok()
}

fn with_cases(program: &Program, cases: Vec<CaseReport>) -> ProgramValidation {
    ProgramValidation {
        source: program.path.clone(),
        package: program.package.clone(),
        binary: program.binary.clone(),
        cases,
    }
}

fn not_validated(program: &Program, cases: &[Case], why: &str) -> ProgramValidation {
    with_cases(program, cases.iter().map(|case| blank(case, why)).collect())
}

/// A case that was not compared, because of `why`.
fn blank(case: &Case, why: &str) -> CaseReport {
    CaseReport {
        name: case.name.clone(),
        origin: case.origin,
        outcome: CaseOutcome::NotValidated,
        detail: why.to_owned(),
        compared: Vec::new(),
        reference_millis: None,
        converted_millis: None,
        stdout_bytes: 0,
        cached: false,
    }
}
