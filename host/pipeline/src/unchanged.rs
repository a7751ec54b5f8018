//! The fast path: when nothing changed since the last run, its report stands and no step runs.

use crate::error::Result;
use crate::project::walk;
use crate::report::{Outcome, Phase, PhaseReport, PhaseStatus, Report, StepCounts};
use crate::session::Session;
use crate::stamp::Stamp;
use crate::state;
use crate::tools;
use batuta_runtime::model::Digest;
use batuta_system::{Stat, System};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Longest file that is read again to be sure, in bytes.
const LONGEST: u64 = 1 << 30;

/// The report of the last run, when every input, output and tool is as it was.
pub(crate) fn report(session: &mut Session) -> Result<Option<Report>> {
    let Some(out) = session.out.clone() else { return Ok(None) };
    let wanted = Phase::ALL.iter().filter(|phase| session.goal.includes(**phase));
    let state = &session.state;
    let done = wanted.clone().count() > 0 && wanted.clone().all(|phase| state.phases.contains(phase));
    if !done
        || session.options.no_cache
        || state.fingerprint != Some(session.fingerprint)
        || state.tools != Some(tools(session))
    {
        return Ok(None);
    }
    let Some(fresh) = compare(session, &out)? else { return Ok(None) };
    let Some(mut report) = state::load_report(&*session.system, &out, &session.state) else { return Ok(None) };
    if fresh.is_needed {
        reseal(session, &out, fresh)?;
    }
    trim(&mut report, session);
    report.sources = sources(session, &report);
    Ok(Some(report))
}

/// Digest of all tools that the last run used.
pub(crate) fn tools(session: &Session) -> Digest {
    let programs = tools::programs(&*session.system, session.state.programs.iter().map(String::as_str));
    crate::cache::KeyBuilder::new("tools").part(session.toolchain.0).part(programs.0).finish()
}

/// Stamps that were found to hold, for the next run to trust.
#[derive(Default)]
struct Fresh {
    is_needed: bool,
    inputs: BTreeMap<String, Stamp>,
    outputs: BTreeMap<String, Stamp>,
}

fn compare(session: &Session, out: &Path) -> Result<Option<Fresh>> {
    let (system, state) = (&*session.system, &session.state);
    let (entries, _) = walk(system, &session.input, Some(out), &session.config)?;
    if entries.len() != state.inputs.len() {
        return Ok(None);
    }
    let now: Vec<(String, Option<Stat>)> = entries.into_iter().map(|entry| (entry.path, Some(entry.stat))).collect();
    let Some((inputs, a)) = all_hold(system, &session.input.root, now, &state.inputs, state.taken) else {
        return Ok(None);
    };
    let stat = |root: &Path, path: &String| system.stat_below(root, path).ok().flatten();
    let now = state.outputs.keys().map(|path| (path.clone(), stat(out, path))).collect();
    let Some((outputs, b)) = all_hold(system, out, now, &state.outputs, state.sealed) else { return Ok(None) };
    let extras = state.extras.iter().all(|(path, stamp)| match (stamp, stat(&session.input.root, path)) {
        (None, None) => true,
        (Some(stamp), Some(stat)) => holds(system, &session.input.root, path, stamp, &stat, state.taken).is_some(),
        _ => false,
    });
    let executables =
        state.executables.iter().all(|(path, stamp)| stat(out, path).is_some_and(|stat| stamp.is_same(&stat)));
    Ok((extras && executables).then_some(Fresh { is_needed: a || b, inputs, outputs }))
}

type Held = (BTreeMap<String, Stamp>, bool);

/// Stamps as of now when every file has the content that `known` says; whether a file had to be read to be sure.
fn all_hold(
    system: &dyn System,
    root: &Path,
    now: Vec<(String, Option<Stat>)>,
    known: &BTreeMap<String, Stamp>,
    taken: Duration,
) -> Option<Held> {
    let one = |(path, stat): (String, Option<Stat>)| {
        let stamp = known.get(&path)?;
        let (stamp, read) = holds(system, root, &path, stamp, &stat?, taken)?;
        Some((path, stamp, read))
    };
    let all: Option<Vec<_>> = now.into_par_iter().map(one).collect();
    let all = all?;
    let read = all.iter().any(|(.., read)| *read);
    Some((all.into_iter().map(|(path, stamp, _)| (path, stamp)).collect(), read))
}

fn holds(
    system: &dyn System,
    root: &Path,
    path: &str,
    stamp: &Stamp,
    stat: &Stat,
    taken: Duration,
) -> Option<(Stamp, bool)> {
    if stamp.holds(stat, taken) {
        return Some((stamp.clone(), false));
    }
    let Some(digest) = stamp.digest else {
        // It could not be read then; that it still cannot be is what the metadata says.
        return stamp.is_same(stat).then(|| (stamp.clone(), false));
    };
    let bytes = system.read_below(root, path, LONGEST).ok()?;
    (Digest::of(&bytes) == digest).then(|| (Stamp::new(stat, Some(digest)), true))
}

/// Some stamps were too young to be trusted, or files were touched without being changed: remember the new metadata.
fn reseal(session: &mut Session, out: &Path, fresh: Fresh) -> Result<()> {
    session.state.inputs = fresh.inputs;
    session.state.outputs = fresh.outputs;
    session.state.taken = session.began;
    session.state.sealed = session.began;
    let mut state = session.state.clone();
    if session.goal != crate::goal::Goal::Analyze {
        state::save_state(&*session.system, out, &mut state)?;
    }
    Ok(())
}

/// The stored report as that of this run: what the command does not include goes, and every step counts as cached.
fn trim(report: &mut Report, session: &Session) {
    let cached = |steps: &mut StepCounts| *steps = StepCounts { executed: 0, cached: steps.executed + steps.cached };
    report.unchanged = true;
    report.command = session.goal.name().to_owned();
    report.steps.values_mut().for_each(cached);
    for phase in &mut report.phases {
        cached(&mut phase.steps);
        phase.millis = 0.0;
        if !session.goal.includes(phase.phase) {
            *phase = PhaseReport {
                status: PhaseStatus::NotRun,
                reason: None,
                steps: StepCounts::default(),
                ..phase.clone()
            };
        }
    }
    if !session.goal.includes(Phase::Validation) {
        report.validation = None;
    }
    if !session.goal.includes(Phase::Build) {
        report.build = None;
    }
    if !session.goal.includes(Phase::Optimization) {
        report.optimization = None;
    }
    for case in report.validation.iter_mut().flat_map(|v| &mut v.programs).flat_map(|p| &mut p.cases) {
        case.cached = true;
    }
    if let Some(build) = &mut report.build {
        build.cached = true;
    }
    report.outcome = crate::outcome::outcome(report, session.options.require_validation);
    debug_assert!(report.outcome != Outcome::Failed, "a failed run never stands");
}

fn sources(session: &Session, report: &Report) -> BTreeMap<String, Arc<str>> {
    let places = report
        .diagnostics
        .iter()
        .flat_map(|finding| finding.place.iter().chain(finding.related.iter().map(|related| &related.place)));
    let mut sources = BTreeMap::new();
    for place in places {
        if !sources.contains_key(&place.file)
            && let Ok(bytes) = session.system.read_below(&session.input.root, &place.file, session.config.file_size)
        {
            sources.insert(place.file.clone(), Arc::from(String::from_utf8_lossy(&bytes)));
        }
    }
    sources
}
