//! The whole pipeline over a golden's sources: what came out is built, run, and compared with the original.

use super::compare::{bless_run, diff};
use super::{Failure, Outcome, Suite};
use crate::conformance::Conversion;
use crate::golden::{Golden, Run};
use anyhow::{Context, Result, bail};
use batuta_pipeline::report::{CaseOutcome, PhaseStatus, Report};
use batuta_pipeline::{FlagCase, Options, Pipeline};
use batuta_runtime::model::Lowered;
use batuta_system::Process;
use std::path::Path;
use std::time::Duration;

/// How long a program of a golden may run.
const TIME: Duration = Duration::from_secs(20);

pub(super) fn run(
    suite: &Suite,
    scratch: &Path,
    golden: &Golden,
    conversion: &Conversion,
    blessed: &mut Golden,
    outcome: &mut Outcome,
) -> Result<()> {
    let lowered: Vec<&Lowered> = conversion.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()).collect();
    let names: Vec<&str> = lowered.iter().flat_map(|it| &it.binaries).map(|binary| binary.name.as_str()).collect();
    if lowered.iter().all(|lowered| lowered.files.is_empty()) {
        return Ok(());
    }
    // One project that changes from golden to golden: what is built of support crates and dependencies stays.
    let (input, output) = (scratch.join("project"), scratch.join("out"));
    if suite.system.stat(&input)?.is_some() {
        suite.system.remove(&input)?;
    }
    for (path, _, text) in golden.sources() {
        suite.system.write(&input.join(path), text.as_bytes())?;
    }
    let mut cases = Vec::new();
    for name in &names {
        let Run { args, stdin, .. } = golden.run(name, names.len() == 1)?;
        if !(args.is_empty() && stdin.is_empty()) {
            cases.push(FlagCase { program: Some((*name).to_owned()), args, stdin });
        }
    }
    let options =
        Options { input, output: Some(output.clone()), cases, no_cache: true, force: true, ..suite.options.clone() };
    let report = Pipeline::new(suite.system.clone(), suite.subject.set.clone(), options).convert();
    built(&report)?;
    against_original(golden, &report, outcome);
    if report.programs.len() != names.len() {
        let why = "a run of the whole pipeline makes other programs of it: do `file-globs` name its files?";
        bail!("{} programs instead of {}; {why}", report.programs.len(), names.len());
    }
    for program in &report.programs {
        let only = report.programs.len() == 1;
        let wanted = golden.run(&program.binary, only)?;
        let suffix = if only { String::new() } else { format!(" bin={}", program.binary) };
        let (stdout, exit) = one(suite, &report, &output, &program.binary, &wanted)?;
        outcome.programs += 1;
        bless_run(blessed, &suffix, &stdout, exit);
        if stdout != wanted.stdout {
            outcome.failures.push(Failure::new(&golden.name, "stdout", diff(&wanted.stdout, &stdout)));
        }
        if exit != Some(wanted.exit) {
            let seen = exit.map_or_else(|| "no end in time".into(), |code| code.to_string());
            outcome.failures.push(Failure::new(
                &golden.name,
                "exit code",
                format!("expected {}, got {seen}", wanted.exit),
            ));
        }
    }
    Ok(())
}

/// Whether the run got as far as executables.
fn built(report: &Report) -> Result<()> {
    if report.build.as_ref().is_some_and(|build| build.success) {
        return Ok(());
    }
    let messages = report.build.iter().flat_map(|build| &build.messages);
    let rendered: Vec<&str> = messages.filter(|it| it.level == "error").map(|it| it.rendered.as_str()).collect();
    if !rendered.is_empty() {
        bail!("the Rust does not compile:\n{}", rendered.join("\n"));
    }
    let failed = report.phases.iter().find(|phase| phase.status == PhaseStatus::Failed);
    let reason = failed.and_then(|phase| phase.reason.clone()).unwrap_or_else(|| "nothing was built".into());
    bail!("{reason}")
}

fn against_original(golden: &Golden, report: &Report, outcome: &mut Outcome) {
    let programs = report.validation.iter().flat_map(|validation| &validation.programs);
    for (program, case) in programs.flat_map(|program| program.cases.iter().map(move |case| (program, case))) {
        let what = format!("{} ({}), {}", golden.name, program.binary, case.name);
        match case.outcome {
            CaseOutcome::Same => outcome.compared += 1,
            // A hole that says so is what a golden of a refusal expects.
            CaseOutcome::Refused => {}
            CaseOutcome::Different => {
                outcome.failures.push(Failure::new(
                    &golden.name,
                    format!("against the original, {}", case.name),
                    &case.detail,
                ));
            }
            CaseOutcome::NotValidated => outcome.not_compared.push(format!("{what}: {}", case.detail)),
        }
    }
}

/// Run one program in an empty folder.
fn one(suite: &Suite, report: &Report, out: &Path, binary: &str, wanted: &Run) -> Result<(String, Option<i32>)> {
    let executables = report.build.iter().flat_map(|build| &build.executables);
    let stem = |path: &str| Path::new(path).file_stem().is_some_and(|stem| stem == binary);
    let program =
        executables.into_iter().find(|path| stem(path)).with_context(|| format!("`{binary}` was not built"))?;
    let folder = suite.system.scratch()?;
    let mut process = Process::tool(out.join(program), folder.path()).args(wanted.args.iter());
    process.stdin = wanted.stdin.clone();
    process.limits.time = TIME;
    process.untrusted = true;
    let ended = suite.system.run(&process)?;
    Ok((String::from_utf8_lossy(&ended.stdout).into_owned(), ended.exit.code()))
}
