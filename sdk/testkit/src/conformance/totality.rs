//! Broken files: no panic, no step that takes seconds, only valid data.

use super::subject::Subject;
use super::{Findings, Sample};
use crate::report::Failure;
use batuta_authoring::mutate::{Mutation, deep, mutations};
use batuta_authoring::parallel;
use batuta_sdk::text::FileId;
use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::sync::Once;
use std::time::{Duration, Instant};

/// What one broken file may cost, in time of a core where the system counts it, so that a busy machine fails nobody.
const PATIENCE: Duration = Duration::from_secs(30);
/// Stack of the threads that run a plugin, in bytes: what a guest has in the sandbox, and a little.
const STACK: usize = 2 << 20;
/// Start of these threads' names, by which the panic hook knows them.
const THREAD: &str = "conformance: ";

/// One file of a sample with its broken versions.
struct Attempt<'s> {
    sample: &'s Sample,
    file: FileId,
    mutations: Vec<Mutation>,
}

/// Try broken versions of every converted file, `budget` altogether, and deep nesting once per kind of file.
pub(crate) fn check<S: Subject>(samples: &[Sample], budget: usize, found: &mut Findings) {
    quiet_panics();
    let attempts = attempts(samples, budget);
    let runs = attempts.iter().map(|attempt| attempt.mutations.len()).sum();
    let failures = parallel::map(&attempts, |attempt| run_all::<S>(attempt));
    found.add("totality", runs, failures.into_iter().flatten().collect());
}

fn attempts(samples: &[Sample], budget: usize) -> Vec<Attempt<'_>> {
    let mut attempts = Vec::new();
    let mut kinds = BTreeSet::new();
    let files: usize = samples.iter().map(|sample| sample.converted.len()).sum();
    for sample in samples {
        for path in &sample.converted {
            let Some(file) = sample.project.open(path) else { continue };
            let mut mutations = mutations(&file.bytes, budget / files.max(1));
            if kinds.insert(path.rsplit_once('.').map_or("", |(_, extension)| extension)) {
                mutations.extend(deep());
            }
            // Small pieces, so that all cores are kept busy.
            let pieces = mutations.chunks(64).map(<[Mutation]>::to_vec);
            attempts.extend(pieces.map(|mutations| Attempt { sample, file: file.id, mutations }));
        }
    }
    attempts
}

fn run_all<S: Subject>(attempt: &Attempt<'_>) -> Vec<Failure> {
    let run = |mutation| run_one::<S>(attempt, mutation).err();
    attempt.mutations.iter().filter_map(run).collect()
}

fn run_one<S: Subject>(attempt: &Attempt<'_>, (how, bytes): &Mutation) -> Result<(), Failure> {
    let Attempt { sample, file, .. } = attempt;
    let name = format!("{} #{} {how}", sample.name, file.0);
    let fail = |problem: String| Failure::new(&name, "totality", problem);
    let project = sample.project.with(*file, bytes.clone());
    let work = || {
        let started = Instant::now();
        let outcome = S::run(&project, &sample.converted);
        // A thread's own clock starts with the thread.
        (S::problems(&project, &outcome), core_time().unwrap_or_else(|| started.elapsed()))
    };
    let outcome = std::thread::scope(|scope| {
        let thread =
            std::thread::Builder::new().name(format!("{THREAD}{}", name.replace('\0', "NUL"))).stack_size(STACK);
        let handle = thread.spawn_scoped(scope, || std::panic::catch_unwind(AssertUnwindSafe(work)));
        handle.map(|handle| handle.join().and_then(|outcome| outcome))
    });
    match outcome {
        Err(error) => Err(fail(format!("no thread: {error}"))),
        Ok(Err(panic)) => Err(fail(format!("panicked: {}", words(&*panic)))),
        Ok(Ok((problems, _))) if !problems.is_empty() => Err(fail(problems.join("\n"))),
        Ok(Ok((_, time))) if time > PATIENCE => Err(fail(format!("took {:.1} s", time.as_secs_f64()))),
        Ok(Ok(_)) => Ok(()),
    }
}

/// Time that this thread ran on a core, where Linux tells it.
fn core_time() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

fn words(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("?")
}

/// Panics of these threads are results, not messages.
fn quiet_panics() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !std::thread::current().name().is_some_and(|name| name.starts_with(THREAD)) {
                before(info);
            }
        }));
    });
}
