//! From what a run made to its report and to the state of OUT.

use crate::error::Result;
use crate::finding::Places;
use crate::outcome::outcome;
use crate::output_manifest;
use crate::report::{
    CaseOutcome, Decision, FileReport, FileStatus, Finding, Outcome, Phase, PhaseStatus, PluginUse, ProgramReport,
    ProjectReport, Report, SCHEMA, ValidationReport,
};
use crate::run::Run;
use crate::session::Session;
use crate::stamp::Stamp;
use crate::state;
use crate::transpilation::Unit;
use crate::unchanged;
use batuta_runtime::plugin_set::PluginSet;
use std::collections::BTreeMap;

/// A report with everything that is known before the first phase.
pub(crate) fn empty_report(goal: &str, plugins: &dyn PluginSet) -> Report {
    let plugin = |info: &batuta_runtime::plugin_set::PluginInfo| PluginUse {
        name: info.manifest.name.clone(),
        version: info.manifest.version.clone(),
        digest: info.digest.to_string(),
        source: info.source.clone(),
        files: 0,
        calls: 0,
        millis: 0,
        memory: 0,
    };
    Report {
        schema: SCHEMA,
        batuta: env!("CARGO_PKG_VERSION").to_owned(),
        command: goal.to_owned(),
        plugins: plugins.plugins().iter().map(plugin).collect(),
        ..Report::default()
    }
}

/// What became of the numeric operations.
fn decisions(run: &Run, places: &mut Places<'_>) -> Vec<Decision> {
    let all = run.transpilation.units.iter().flat_map(|unit| &unit.decisions);
    all.map(|decided| Decision {
        site: decided.site.id,
        operation: decided.site.name.clone(),
        operands: decided.site.operands.iter().map(crate::numeric::show).collect(),
        span: places.place(decided.site.at),
        backend: decided.backend.clone(),
        why: decided.why.clone(),
        alternatives: decided.alternatives.clone(),
    })
    .collect()
}

/// The report of a run that ended.
pub(crate) fn report(run: &Run) -> Report {
    let session = &run.session;
    let mut places = Places::new(&run.steps.files);
    let mut report = empty_report(session.goal.name(), &*session.plugins);
    report.project = project(session, run.project.files.len() as u64);
    report.phases.clone_from(&run.phases);
    report.summary.clone_from(&run.analysis.summary);
    report.files = files(run);
    report.programs = programs(run);
    report.decisions = decisions(run, &mut places);
    report.diagnostics = findings(run, &mut places);
    report.counts = counts(run);
    report.steps = run.steps.counts();
    report.optimization.clone_from(&run.optimization);
    report.advisories.clone_from(&run.advisories);
    report.ages.clone_from(&run.ages);
    report.foreign_grade.clone_from(&run.foreign_grade);
    report.debt.clone_from(&run.debt);
    report.validation.clone_from(&run.validation);
    report.build.clone_from(&run.build);
    for unit in &run.transpilation.units {
        report.plugins[unit.plugin].files += 1;
    }
    for (plugin, cost) in report.plugins.iter_mut().zip(run.steps.costs()) {
        plugin.calls = cost.calls;
        plugin.millis = u64::try_from(cost.time.as_millis()).unwrap_or(u64::MAX);
        plugin.memory = cost.memory;
    }
    report.sources = places.sources();
    report.outcome = outcome(&report, session.options.require_validation);
    report
}

pub(crate) fn project(session: &Session, files: u64) -> ProjectReport {
    ProjectReport {
        name: session.config.name.clone().unwrap_or_else(|| session.input.name.clone()),
        input: session.input.path().to_string_lossy().into_owned(),
        output: session.out.as_ref().map(|out| out.to_string_lossy().into_owned()),
        files,
    }
}

fn files(run: &Run) -> Vec<FileReport> {
    let units: BTreeMap<usize, &Unit> = run.transpilation.units.iter().map(|unit| (unit.file, unit)).collect();
    let converts = run.session.goal.includes(Phase::Transpilation);
    let file = |(index, file): (usize, &crate::project::ProjectFile)| {
        let findings = run.analysis.findings.get(index);
        let unit = units.get(&index);
        let lines = findings.map(|findings| findings.lines).unwrap_or_default();
        let status = match unit {
            Some(unit) => unit.status(),
            None if converts => FileStatus::Skipped,
            None => FileStatus::Analyzed,
        };
        FileReport {
            source: file.path.clone(),
            language: findings.and_then(|findings| findings.language.clone()),
            plugin: unit.map(|unit| run.steps.name(unit.plugin).to_owned()),
            status,
            rust: run.assembly.rust.get(&index).cloned().unwrap_or_default(),
            code_lines: lines.code,
            lines: lines.code.saturating_add(lines.comment).saturating_add(lines.blank),
            refusals: unit.map_or(0, |unit| unit.refusals()),
            counts: unit.and_then(|unit| unit.lowered.as_ref()).map(file_counts).unwrap_or_default(),
            reason: unit
                .and_then(|unit| unit.failure.as_ref())
                .map(|(_, why)| why.clone())
                .or_else(|| file.problem.clone()),
        }
    };
    run.project.files.iter().enumerate().map(file).collect()
}

fn file_counts(lowered: &batuta_runtime::model::Lowered) -> BTreeMap<String, u64> {
    let mut counts = BTreeMap::new();
    for count in &lowered.counts {
        *counts.entry(count.name.clone()).or_insert(0u64) += count.value;
    }
    counts
}

fn programs(run: &Run) -> Vec<ProgramReport> {
    let language = |program: &crate::assemble::Program| {
        run.analysis.findings.get(program.source.0 as usize).and_then(|findings| findings.language.clone())
    };
    let program = |program: &crate::assemble::Program| ProgramReport {
        source: program.path.clone(),
        package: program.package.clone(),
        binary: program.binary.clone(),
        kind: "binary".to_owned(),
        language: language(program),
    };
    run.assembly.programs.iter().map(program).collect()
}

/// All findings, those without a place first, then in order of file and place.
fn findings(run: &Run, places: &mut Places<'_>) -> Vec<Finding> {
    let mut all: Vec<Finding> = Vec::new();
    let host = run.project.findings.iter().chain(&run.analysis.host).chain(&run.host);
    let host = host.chain(run.transpilation.units.iter().flat_map(|unit| &unit.host));
    all.extend(host.map(|finding| places.host_finding(finding)));
    let plugins = run.analysis.diagnostics.iter().chain(&run.transpilation.diagnostics);
    let plugins = plugins.map(|(plugin, diagnostic)| (*plugin, diagnostic));
    let units = run.transpilation.units.iter().flat_map(|unit| unit.diagnostics.iter().map(|d| (unit.plugin, d)));
    for (plugin, diagnostic) in plugins.chain(units) {
        all.push(places.finding(run.steps.name(plugin), diagnostic));
    }
    all.sort_by(|a, b| (&a.place, &a.code, &a.message).cmp(&(&b.place, &b.code, &b.message)));
    all.dedup();
    all
}

fn counts(run: &Run) -> BTreeMap<String, u64> {
    let mut counts: BTreeMap<String, u64> = BTreeMap::new();
    for unit in &run.transpilation.units {
        for count in unit.lowered.iter().flat_map(|lowered| &lowered.counts) {
            let entry = counts.entry(format!("{}.{}", run.steps.name(unit.plugin), count.name)).or_default();
            *entry = entry.saturating_add(count.value);
        }
    }
    counts
}

/// Text of `batuta-output.json`.
pub(crate) fn output_manifest(run: &Run) -> String {
    let mut places = Places::new(&run.steps.files);
    output_manifest::text(&programs(run), &files(run), &findings(run, &mut places))
}

/// What is worth reading about a comparison; none when every case is the same.
pub(crate) fn validation_words(report: &ValidationReport) -> Option<String> {
    if let Some(reason) = &report.reason {
        return Some(format!("not validated: {reason}"));
    }
    let of = |outcome| report.count(outcome);
    let parts = [
        (of(CaseOutcome::Different), "differ"),
        (of(CaseOutcome::Refused), "reached a refused construct"),
        (of(CaseOutcome::NotValidated), "not validated"),
    ];
    let said: Vec<String> = parts.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{n} {what}")).collect();
    (!said.is_empty()).then(|| format!("of {} cases: {}", report.cases().count(), said.join(", ")))
}

/// Remember the run in OUT. A failed one leaves no results that stand, only stamps.
pub(crate) fn remember(run: &mut Run, report: &Report) -> Result<()> {
    let Some(out) = run.session.out.clone() else { return Ok(()) };
    let system = std::sync::Arc::clone(&run.session.system);
    if !state::is_ours(&*system, &out) && run.session.state.outputs.is_empty() {
        return Ok(()); // Nothing was written, so OUT is not batuta's yet.
    }
    let programs: Vec<String> = run
        .assembly
        .programs
        .iter()
        .flat_map(|program| program.reference.build.iter().chain([&program.reference.run]))
        .map(|command| command.program.clone())
        .chain(["bwrap".to_owned()])
        .collect();
    let extras = run.steps.files.extras();
    let pure = run.steps.pure();
    let state = &mut run.session.state;
    state.input = report.project.input.clone();
    state.taken = run.session.began;
    // A run that used storage, tools or a clock never stands for the next one.
    state.fingerprint = pure.then_some(run.session.fingerprint);
    state.programs = programs;
    state.inputs = run.project.stamps();
    state.extras =
        extras.into_iter().map(|(path, extra)| (path, extra.map(|(d, stat)| Stamp::new(&stat, Some(d))))).collect();
    state.executables = BTreeMap::new();
    for program in report.build.iter().filter(|build| build.success).flat_map(|build| &build.executables) {
        if let Some(stat) = system.stat_below(&out, program)? {
            state.executables.insert(program.clone(), Stamp::new(&stat, None));
        }
    }
    let stands = |status: PhaseStatus| matches!(status, PhaseStatus::Done | PhaseStatus::Attention);
    let phases = report.phases.iter().filter(|phase| stands(phase.status)).map(|phase| phase.phase);
    state.phases = if report.outcome == Outcome::Failed { Vec::new() } else { phases.collect() };
    run.session.state.tools = Some(unchanged::tools(&run.session));
    state::save(&*system, &out, &mut run.session.state, report)
}
