//! A plugin that is asked to stop stops, and one that meets a limit says so.

use super::project::{Project, Sample, Step};
use super::{Check, Outcome, Subject};
use batuta_runtime::model::{FileId, Role, SourceFile};
use batuta_runtime::plugin_set::{Cancel, FailureKind};
use std::sync::Arc;
use std::time::Duration;

/// Size that a sample is brought to before the plugin is asked to stop, in bytes.
const LONG: usize = 256 << 10;
/// How often the plugin is asked before it counts: a busy machine is not its fault.
const TRIES: usize = 3;
/// How long a plugin may go on; the host's own stop comes after half a second.
const SOON: Duration = Duration::from_millis(1500);

/// Ask the plugin to stop before it begins with a long file. It may finish, where that is quick.
pub(super) fn cancel(subject: &Subject, samples: &[Sample]) -> Check {
    let mut failures = Vec::new();
    let mut runs = 0;
    for sample in samples.iter().take(4) {
        let Some(file) = sample.converted.first().and_then(|path| sample.project.at(path)) else { continue };
        let times = LONG / file.bytes.len().max(1) + 1;
        let project = Arc::new(sample.project.with(file.id, file.bytes.repeat(times.min(LONG))));
        let Some(file) = project.file(file.id) else { continue };
        runs += 1;
        let mut said = Vec::new();
        for _ in 0..TRIES {
            said = disobeyed(subject, &sample.name, &project, file);
            if said.is_empty() {
                break;
            }
        }
        failures.extend(said);
    }
    Check::new("cancel", runs, failures)
}

/// Ask once: which steps did not stop, and how that showed.
fn disobeyed(subject: &Subject, name: &str, project: &Arc<Project>, file: &Arc<SourceFile>) -> Vec<String> {
    let cancel = Cancel::default();
    cancel.cancel();
    let mut failures = Vec::new();
    for (step, time, error) in steps(subject, project, file, cancel) {
        let stopped = error.as_ref().is_some_and(|(kind, message)| {
            *kind == FailureKind::Cancelled && message.contains("did not stop by itself")
        });
        if stopped || time > SOON {
            let why = "call `checkpoint` in every loop that may be long, and pass on what it says";
            let millis = time.as_millis();
            failures.push(format!("{name}: {step} went on for {millis} ms after it was asked to stop; {why}"));
        } else if let Some((kind, message)) = error.filter(|(kind, _)| !is_answer(*kind)) {
            failures.push(format!("{name}: {step}, asked to stop: {kind:?}: {message}"));
        }
    }
    failures
}

fn is_answer(kind: FailureKind) -> bool {
    matches!(kind, FailureKind::Cancelled | FailureKind::Unsupported | FailureKind::InvalidInput | FailureKind::Limit)
}

type Ended = (&'static str, Duration, Option<(FailureKind, String)>);

/// Every step that takes a file, alone.
fn steps(subject: &Subject, project: &Arc<Project>, file: &Arc<SourceFile>, cancel: Cancel) -> Vec<Ended> {
    let cx = project.context(cancel);
    let roles = subject.set.plugins().get(subject.plugin).map(|info| info.manifest.roles.clone()).unwrap_or_default();
    let mut ended = Vec::new();
    if roles.contains(&Role::Transpiler) {
        let outcome = subject.set.index(subject.plugin, file, &cx);
        ended.push(("index", outcome.usage.time, Step::from(outcome).result.err()));
        // Facts as they are when nothing cancels: those of the file alone.
        let calm = project.context(Cancel::default());
        let index: Vec<u8> = subject.set.index(subject.plugin, file, &calm).result.unwrap_or_default();
        let indexes: Vec<(FileId, Arc<[u8]>)> = vec![(file.id, Arc::from(index))];
        let facts = subject.set.link(subject.plugin, indexes, &calm).result;
        let facts = facts.ok().and_then(|slices| slices.into_iter().next()).map(|(_, slice)| slice).unwrap_or_default();
        let outcome = subject.set.lower(subject.plugin, file, &Arc::from(facts), &cx);
        ended.push(("lower", outcome.usage.time, Step::from(outcome).result.err()));
    }
    if roles.contains(&Role::Analyzer) {
        let outcome = subject.set.analyze(subject.plugin, file, &cx);
        ended.push(("analyze", outcome.usage.time, Step::from(outcome).result.err()));
    }
    ended
}

/// Run the samples where hardly anything may be read or written.
pub(super) fn tight<O: Outcome>(subject: &Subject, samples: &[Sample]) -> Check {
    let Some((set, plugin)) = &subject.tight else {
        return Check::not_run("limits", "the plugin cannot be loaded with other limits here");
    };
    let tight = Subject { set: set.clone(), plugin: *plugin, tight: None };
    let mut failures = Vec::new();
    for sample in samples {
        for (step, kind, message) in O::run(&tight, &sample.project, &sample.converted, false).errors() {
            if !is_answer(kind) {
                let why = "pass on the error of `read`, `write` and `create`";
                failures.push(format!("{}: {step} met a limit and ended with {kind:?}: {message}; {why}", sample.name));
            }
        }
    }
    Check::new("limits", samples.len(), failures)
}
