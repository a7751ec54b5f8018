//! The entry points.

use crate::goal::Goal;
use crate::options::Options;
use crate::report::{Outcome, Phase, PhaseReport, PhaseStatus, Report, StepCounts};
use crate::run::Run;
use crate::session::Session;
use crate::{summary, unchanged};
use batuta_runtime::plugin_set::PluginSet;
use batuta_system::System;
use std::sync::Arc;

/// Converts projects. Every entry point brings the phases that it needs up to date, from results that are kept where
/// possible, and answers with a [`Report`]; trouble is part of it, see [`Report::outcome`].
pub struct Pipeline {
    system: Arc<dyn System>,
    plugins: Arc<dyn PluginSet>,
    options: Options,
}

impl Pipeline {
    /// A pipeline over a machine and a set of plugins. Nothing is touched yet.
    pub fn new(system: Arc<dyn System>, plugins: Arc<dyn PluginSet>, options: Options) -> Self {
        Pipeline { system, plugins, options }
    }

    /// What is the project made of? Writes nothing.
    pub fn analyze(&self) -> Report {
        self.run(Goal::Analyze)
    }

    /// Analysis and transpilation: OUT holds Rust afterwards.
    pub fn transpile(&self) -> Report {
        self.run(Goal::Transpile)
    }

    /// Up to lint clean-up, formatting and build profile.
    pub fn optimize(&self) -> Report {
        self.run(Goal::Optimize)
    }

    /// Up to running and comparing both sides.
    pub fn validate(&self) -> Report {
        self.run(Goal::Validate)
    }

    /// Everything but validation.
    pub fn build(&self) -> Report {
        self.run(Goal::Build)
    }

    /// All five phases.
    pub fn convert(&self) -> Report {
        self.run(Goal::Convert)
    }

    fn run(&self, goal: Goal) -> Report {
        match batuta_runtime::thread_pool(self.options.jobs) {
            Ok(pool) => pool.install(|| self.run_here(goal)),
            Err(_) => self.run_here(goal), // No threads to be had: rayon's own pool, or this thread, does it.
        }
    }

    fn run_here(&self, goal: Goal) -> Report {
        let mut session = match Session::open(&self.system, &self.plugins, &self.options, goal) {
            Ok(session) => session,
            Err(error) => return self.failed(goal, &error.to_string()),
        };
        match unchanged::report(&mut session) {
            Ok(Some(report)) => return report,
            Ok(None) => {}
            Err(error) => return self.failed(goal, &error.to_string()),
        }
        let project = summary::project(&session, 0);
        match Run::new(session) {
            Ok(mut run) => finish(&mut run),
            Err(error) => Report { project, ..self.failed(goal, &error.to_string()) },
        }
    }

    /// The report of a run that could not even begin.
    fn failed(&self, goal: Goal, why: &str) -> Report {
        let phase = |phase: Phase| {
            let (status, reason) = match phase {
                Phase::Analysis => (PhaseStatus::Failed, Some(why.to_owned())),
                phase if goal.includes(phase) => (PhaseStatus::Blocked, Some(format!("Analysis: {why}"))),
                _ => (PhaseStatus::NotRun, None),
            };
            PhaseReport { phase, status, millis: 0.0, reason, steps: StepCounts::default() }
        };
        let mut report = summary::empty_report(goal.name(), &*self.plugins);
        report.phases = Phase::ALL.into_iter().map(phase).collect();
        report.outcome = Outcome::Failed;
        report
    }
}

fn finish(run: &mut Run) -> Report {
    run.warn_about_config();
    run.run();
    let mut report = summary::report(run);
    if run.session.goal != Goal::Analyze
        && let Err(error) = summary::remember(run, &report)
    {
        report.outcome = Outcome::Failed;
        if let Some(phase) = report.phases.iter_mut().rev().find(|phase| phase.status != PhaseStatus::NotRun) {
            phase.status = PhaseStatus::Failed;
            phase.reason = Some(format!("the state of the run could not be kept: {error}"));
        }
    }
    report
}
