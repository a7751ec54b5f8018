//! One run: the phases in order, each on what the ones before it left.

use crate::analysis::{self, Analysis};
use crate::assemble::{self, Assembly};
use crate::building;
use crate::cache::Cache;
use crate::cargo::Cargo;
use crate::choice;
use crate::codes;
use crate::debt;
use crate::error::{Error, Result};
use crate::finding::{HostFinding, Places};
use crate::knowledge;
use crate::numeric;
use crate::optimize::{self, Optimised};
use crate::output;
use crate::project::{self, Project};
use crate::provider::{Known, Provider};
use crate::report::{
    Advisory, BuildReport, DebtChange, DependencyAge, FileStatus, ForeignGrade, OptimizationReport, Phase, PhaseReport,
    PhaseStatus, StepCounts, ValidationReport,
};
use crate::session::Session;
use crate::source_map::SourceMap;
use crate::state;
use crate::steps::Steps;
use crate::transpilation::{self, Transpilation, Unit};
use crate::tree::Tree;
use crate::validation::Validator;
use batuta_runtime::model::Severity;
use std::path::PathBuf;
use std::sync::Arc;

/// How a phase that did its work ended: none when there is nothing to say.
type Verdict = Option<String>;

/// Everything that the phases have made so far.
pub(crate) struct Run {
    pub(crate) session: Session,
    pub(crate) steps: Steps,
    pub(crate) project: Project,
    pub(crate) analysis: Analysis,
    pub(crate) transpilation: Transpilation,
    pub(crate) assembly: Assembly,
    pub(crate) optimised: Option<Optimised>,
    pub(crate) optimization: Option<OptimizationReport>,
    pub(crate) advisories: Option<Vec<Advisory>>,
    pub(crate) ages: Option<Vec<DependencyAge>>,
    pub(crate) foreign_grade: Option<ForeignGrade>,
    pub(crate) debt: Option<DebtChange>,
    pub(crate) map: SourceMap,
    pub(crate) validation: Option<ValidationReport>,
    pub(crate) build: Option<BuildReport>,
    pub(crate) phases: Vec<PhaseReport>,
    /// The host's findings that belong to no phase's own list.
    pub(crate) host: Vec<HostFinding>,
    /// Why later phases are not started.
    blocker: Option<String>,
    /// Why later phases have nothing to do.
    nothing: Option<String>,
}

impl Run {
    /// List and digest the project's files.
    pub(crate) fn new(session: Session) -> Result<Self> {
        let system = Arc::clone(&session.system);
        let (entries, findings) = project::walk(&*system, &session.input, session.out.as_deref(), &session.config)?;
        let mut project = project::digest(&*system, &session.input, entries, &session.config, &session.state.stamps());
        project.findings = findings;
        let known = project
            .files
            .iter()
            .filter_map(|file| Some((file.path.clone(), Known { id: file.id, digest: file.digest? })));
        let root = session.input.root.clone();
        let files =
            Provider::new(Arc::clone(&system), root, session.config.file_size, session.closed(), known.collect());
        let cache = Cache::new(system, session.cache_folder());
        let steps = Steps::new(
            Arc::clone(&session.plugins),
            Arc::new(files),
            cache,
            &session.config,
            session.options.measure,
            session.options.cancel.clone(),
            Arc::clone(&session.options.progress),
        );
        Ok(Run {
            session,
            steps,
            project,
            analysis: Analysis::default(),
            transpilation: Transpilation::default(),
            assembly: Assembly::default(),
            optimised: None,
            optimization: None,
            advisories: None,
            ages: None,
            foreign_grade: None,
            debt: None,
            map: SourceMap::default(),
            validation: None,
            build: None,
            phases: Vec::new(),
            host: Vec::new(),
            blocker: None,
            nothing: None,
        })
    }

    /// All phases that the goal includes.
    pub(crate) fn run(&mut self) {
        self.phase(Phase::Analysis, Self::analyse);
        self.phase(Phase::Transpilation, Self::transpile);
        self.phase(Phase::Optimization, Self::optimise);
        self.phase(Phase::Validation, Self::validate);
        self.phase(Phase::Build, Self::build);
    }

    /// Keys of `batuta.toml` that mean nothing.
    pub(crate) fn warn_about_config(&mut self) {
        let finding = |text: &String| HostFinding::new(Severity::Warning, codes::UNKNOWN_KEY, text.clone());
        self.host.extend(self.session.config.warnings.iter().map(finding));
    }

    fn phase(&mut self, phase: Phase, work: impl FnOnce(&mut Self) -> Result<Verdict>) {
        let mut report =
            PhaseReport { phase, status: PhaseStatus::NotRun, millis: 0.0, reason: None, steps: StepCounts::default() };
        if self.session.goal.includes(phase) {
            match (&self.blocker, &self.nothing) {
                (Some(why), _) => (report.status, report.reason) = (PhaseStatus::Blocked, Some(why.clone())),
                (None, Some(why)) => report.reason = Some(why.clone()),
                (None, None) => self.do_phase(&mut report, work),
            }
        }
        self.phases.push(report);
    }

    fn do_phase(&mut self, report: &mut PhaseReport, work: impl FnOnce(&mut Self) -> Result<Verdict>) {
        let (progress, start) = (Arc::clone(&self.steps.progress), self.session.system.elapsed());
        progress.phase_started(report.phase);
        let done = work(self)
            .and_then(|verdict| if self.steps.cancel.is_cancelled() { Err(Error::Cancelled) } else { Ok(verdict) });
        progress.phase_ended(report.phase);
        report.millis = self.session.system.elapsed().saturating_sub(start).as_secs_f64() * 1000.0;
        report.steps = self.steps.phase_counts(report.phase);
        match done {
            Ok(None) => report.status = PhaseStatus::Done,
            Ok(Some(words)) => (report.status, report.reason) = (PhaseStatus::Attention, Some(words)),
            Err(error) => {
                let why = error.to_string();
                self.blocker = Some(format!("{}: {why}", report.phase.title()));
                (report.status, report.reason) = (PhaseStatus::Failed, Some(why));
            }
        }
    }

    fn analyse(&mut self) -> Result<Verdict> {
        let session = &self.session;
        let known = if session.options.measure {
            knowledge::gather(&*session.system, &session.input.root, &self.project, &session.options.cancel)
        } else {
            Vec::new()
        };
        self.analysis = analysis::analyze(&self.steps, &self.project, &known)?;
        if session.options.measure && session.options.ask_transpilers {
            self.ask_transpilers(&known)?;
        }
        self.look_elsewhere()?;
        self.check_unchanged()?;
        let trouble = self.analysis.host.len();
        Ok((trouble > 0).then(|| format!("{trouble} step{} of the analyzer failed", plural(trouble))))
    }

    /// Hold the project against what was given from elsewhere: advisories, releases, another tool.
    fn look_elsewhere(&mut self) -> Result<()> {
        let options = &self.session.options;
        let system = &*self.session.system;
        let needs = self.analysis.summary.as_ref().map_or(&[][..], |summary| &summary.dependencies);
        let advisories = options.advisories.as_ref();
        self.advisories = advisories.map(|path| knowledge::advisories::find(system, path, needs)).transpose()?;
        let releases = options.releases.as_ref();
        let session = &self.session;
        let pmat = || knowledge::pmat::grade(system, &session.input.root, &options.cancel);
        self.foreign_grade = options.pmat.then(pmat).transpose()?;
        self.ages = releases.map(|path| knowledge::releases::ages(system, path, needs)).transpose()?;
        Ok(())
    }

    /// Let the analyzer know what the transpilers refuse, and say again what the project is.
    fn ask_transpilers(&mut self, known: &[batuta_runtime::model::Known]) -> Result<()> {
        let routed = choice::route(&self.steps, &self.project, &self.analysis, &self.session.config.uses)?;
        let asked = transpilation::transpile(&self.steps, &self.project, &routed)?;
        let counts = |unit: &Unit| (self.project.files[unit.file].path.clone(), unit.refused_codes());
        let refusals = asked.units.iter().map(counts).collect();
        let known = knowledge::with_refusals(known, &self.project, &refusals);
        analysis::summarise(&self.steps, &self.project, &known, &mut self.analysis)
    }

    /// A file that changed under the run would mix two states of the project.
    fn check_unchanged(&self) -> Result<()> {
        match self.steps.files.changed().first() {
            Some(path) => Err(Error::blocked(format!("{path} changed while it was being read; run the command again"))),
            None => Ok(()),
        }
    }

    fn transpile(&mut self) -> Result<Verdict> {
        let routed = choice::route(&self.steps, &self.project, &self.analysis, &self.session.config.uses)?;
        if routed.is_empty() {
            return Err(Error::blocked(self.why_nothing()));
        }
        self.transpilation = transpilation::transpile(&self.steps, &self.project, &routed)?;
        self.check_unchanged()?;
        let options = self.session.options.clone();
        self.give_bodies(&options)?;
        self.assembly = assemble::assemble(&self.steps, &self.project, &mut self.transpilation, &options);
        self.host.append(&mut self.assembly.findings);
        self.warn_about_cases();
        let mut words = self.refusals();
        if self.assembly.registry {
            words = self.locked()?.or(words);
        }
        if self.assembly.members.is_empty() {
            self.nothing = Some("nothing was converted".to_owned());
        }
        if !self.session.goal.includes(Phase::Optimization) || self.nothing.is_some() {
            self.write(self.assembly.tree.clone())?;
        }
        Ok(words)
    }

    /// Bodies for the numeric operations.
    fn give_bodies(&mut self, options: &crate::options::Options) -> Result<()> {
        let checks = numeric::Checks {
            system: &*self.session.system,
            folder: &self.session.input.root,
            registry: assemble::manifests::pins(options.pins.as_deref()).into_keys().collect(),
            supplied: options.host_supports.keys().cloned().collect(),
        };
        numeric::give_bodies(&self.steps, &checks, &mut self.transpilation, options, &mut self.host)
    }

    /// Cases of `batuta.toml` for programs that are not there; a single file's neighbours are not, so nothing is said then.
    fn warn_about_cases(&mut self) {
        if self.session.input.only.is_some() {
            return;
        }
        for case in &self.session.config.cases {
            let Some(program) = &case.program else { continue };
            if !self.assembly.programs.iter().any(|known| known.path == *program || known.binary == *program) {
                let name = case.name.as_deref().unwrap_or("a case");
                let message = format!("batuta.toml: {name} is for `{program}`, which is no converted program");
                self.host.push(HostFinding::new(Severity::Warning, codes::UNKNOWN_PROGRAM, message));
            }
        }
    }

    fn why_nothing(&self) -> String {
        let mut found: Vec<&str> = self.analysis.findings.iter().filter_map(|f| f.language.as_deref()).collect();
        found.sort_unstable();
        found.dedup();
        match (self.project.files.is_empty(), found.is_empty()) {
            (true, _) => "the project has no files".to_owned(),
            (false, true) => "no file is in a language that an installed plugin converts".to_owned(),
            (false, false) => format!("no installed plugin converts what is here ({})", found.join(", ")),
        }
    }

    fn refusals(&self) -> Verdict {
        let refused: u32 = self.transpilation.units.iter().map(|unit| unit.refusals()).sum();
        let lost = |unit: &&Unit| unit.failure.as_ref().is_some_and(|(status, _)| *status != FileStatus::Skipped);
        let failed = self.transpilation.units.iter().filter(lost).count();
        match (refused as usize, failed) {
            (0, 0) => None,
            (0, files) => Some(format!("{files} file{} could not be converted", plural(files))),
            (n, 0) => Some(format!("{n} construct{} refused", plural(n))),
            (n, files) => Some(format!(
                "{n} construct{} refused, {files} file{} could not be converted",
                plural(n),
                plural(files)
            )),
        }
    }

    /// The lock; bodies of numeric operations are taken back where a crate is missing, for the output builds without them.
    fn locked(&mut self) -> Result<Verdict> {
        let words = self.lock()?;
        let Some(missing) = words.clone().filter(|_| numeric::has_bodies(&self.transpilation)) else {
            return Ok(words);
        };
        let kept = self.without_bodies(&missing);
        let words = if self.assembly.registry { self.lock()? } else { None };
        if words.is_some() {
            self.with_bodies(kept);
            return self.lock();
        }
        self.host.extend(numeric::taken_back(&kept, codes::NO_BODY, &missing));
        Ok(None)
    }

    fn without_bodies(&mut self, why: &str) -> numeric::Kept {
        let kept = numeric::take_back(&mut self.transpilation, why);
        self.assemble_again();
        kept
    }

    fn with_bodies(&mut self, kept: numeric::Kept) {
        numeric::put_back(&mut self.transpilation, kept);
        self.assemble_again();
    }

    /// What there is to find was found the first time.
    fn assemble_again(&mut self) {
        let options = self.session.options.clone();
        self.assembly = assemble::assemble(&self.steps, &self.project, &mut self.transpilation, &options);
        self.assembly.findings.clear();
    }

    fn lock(&mut self) -> Result<Verdict> {
        let out = self.out()?;
        let cargo = self.cargo();
        let (options, tree) = (&self.session.options, &mut self.assembly.tree);
        optimize::lock(&*self.session.system, &out, cargo.as_ref(), options.pins.as_deref(), tree, options.online)
    }

    fn cargo(&self) -> Option<Cargo> {
        let options = &self.session.options;
        Cargo::find(&self.session.system, options.online, options.jobs, &options.cancel)
    }

    fn out(&self) -> Result<PathBuf> {
        self.session.out.clone().ok_or_else(|| Error::blocked("no output folder was given"))
    }

    fn optimise(&mut self) -> Result<Verdict> {
        let (out, cargo) = (self.out()?, self.cargo());
        let tools = optimize::Tools {
            system: &*self.session.system,
            cargo: cargo.as_ref(),
            digest: self.session.toolchain,
            out: &out,
        };
        let optimised = optimize::optimise(&tools, &self.steps, &self.assembly)?;
        let optimised = match optimised.report.unchecked() {
            Some(why) if numeric::has_bodies(&self.transpilation) => {
                let why = format!("the body does not compile ({why})");
                self.optimise_plain(optimised, &why)?
            }
            _ => optimised,
        };
        let mut report = optimised.report.clone();
        let mut places = Places::new(&self.steps.files);
        for (item, origin) in report.unused.iter_mut().zip(&optimised.unused_origins) {
            item.source = origin.and_then(|origin| places.place(origin.at));
        }
        let words = (!report.notes.is_empty()).then(|| report.notes.join("; "));
        let tree = optimised.tree.clone();
        self.debt = debt::compare(&self.steps, &self.project, &self.assembly, &tree);
        self.optimised = Some(optimised);
        self.optimization = Some(report);
        self.write(tree)?;
        Ok(words)
    }

    /// The workspace without bodies of numeric operations, if that is what it takes to compile; else `first`.
    fn optimise_plain(&mut self, first: Optimised, why: &str) -> Result<Optimised> {
        let kept = self.without_bodies(why);
        if self.assembly.registry {
            self.lock()?;
        }
        let (out, cargo) = (self.out()?, self.cargo());
        let tools = optimize::Tools {
            system: &*self.session.system,
            cargo: cargo.as_ref(),
            digest: self.session.toolchain,
            out: &out,
        };
        let again = optimize::optimise(&tools, &self.steps, &self.assembly)?;
        if again.report.unchecked().is_some() {
            self.with_bodies(kept);
            if self.assembly.registry {
                self.lock()?;
            }
            return Ok(first);
        }
        self.host.extend(numeric::taken_back(&kept, codes::BAD_BODY, why));
        Ok(again)
    }

    /// Put the final files into OUT.
    fn write(&mut self, mut tree: Tree) -> Result<()> {
        let out = self.out()?;
        let text = crate::summary::output_manifest(self);
        tree.files.insert("batuta-output.json".to_owned(), crate::tree::Generated::text(text));
        let mut places = Places::new(&self.steps.files);
        self.map = SourceMap::new(&tree, &mut places);
        let system = &*self.session.system;
        self.session.state.input = self.session.input.path().to_string_lossy().into_owned();
        output::write(system, &out, &tree, &mut self.session.state, self.session.options.force)?;
        let map = self.map.to_json();
        let path = state::folder(&out).join("source-map.json");
        if system.read(&path, 1 << 30).ok().as_ref() != Some(&map) {
            system.write(&path, &map)?;
        }
        Ok(())
    }

    fn validate(&mut self) -> Result<Verdict> {
        let out = self.out()?;
        if !self.assembly.programs.is_empty() {
            let build = self.built()?;
            if !build.success {
                let why = build.problem.clone().unwrap_or_else(|| "the build failed".to_owned());
                return Err(Error::blocked(format!("the converted programs do not build: {why}")));
            }
        }
        let validator = Validator {
            system: &self.session.system,
            input: &self.session.input,
            project: &self.project,
            config: &self.session.config,
            options: &self.session.options,
            steps: &self.steps,
            out: &out,
        };
        let report = validator.validate(&self.assembly.programs)?;
        let words = crate::summary::validation_words(&report);
        self.validation = Some(report);
        Ok(words)
    }

    /// The build, once per run.
    fn built(&mut self) -> Result<BuildReport> {
        if let Some(build) = &self.build {
            return Ok(build.clone());
        }
        let out = self.out()?;
        let cargo =
            self.cargo().ok_or_else(|| Error::blocked("cargo was not found; install Rust from https://rustup.rs"))?;
        self.steps.progress.note("cargo build --release");
        self.steps.count(Phase::Build, "build", true);
        let build = building::build(&cargo, &out, &self.map, self.session.options.online)?;
        self.build = Some(build.clone());
        Ok(build)
    }

    fn build(&mut self) -> Result<Verdict> {
        let build = self.built()?;
        if !build.success {
            return Err(Error::blocked(build.problem.unwrap_or_else(|| "the build failed".to_owned())));
        }
        let warnings = build.messages.len();
        Ok((warnings > 0).then(|| format!("{warnings} warning{} of the compiler", plural(warnings))))
    }
}

fn plural(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}
