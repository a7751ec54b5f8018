//! Many calls and many plugins: pooled instances against on-demand ones, the audit log against none, twenty plugins at once.

use crate::{NoFiles, embedded, median};
use batuta_pipeline::AuditLog;
use batuta_runtime::plugin_set::{Cancel, PluginSet, StepContext};
use batuta_runtime::powers::{Audit, Powers};
use batuta_runtime::{Allocation, INTERRUPTION, Limits, Loader, Plugin, PluginEngine, Sandbox, thread_pool};
use batuta_system::OsSystem;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Calls of one measurement, threads, and measurements of each: a measurement takes some 20 ms, so that a few tell nothing.
const CALLS: usize = 1000;
const THREADS: usize = 2;
const ROUNDS: usize = 60;

/// Print the three figures.
pub fn run(bundle: &[u8]) {
    let sandbox = |allocation, audit: Option<Arc<dyn Audit>>| {
        let engine = Arc::new(PluginEngine::with_allocation(INTERRUPTION, allocation).unwrap());
        let plugin = Loader::new(engine).bundle(embedded(bundle), &Limits::first_party()).unwrap().swap_remove(0);
        Sandbox::new(vec![plugin.equipped(Powers::default(), audit)])
    };
    let scratch = tempfile::tempdir().unwrap();
    let path = scratch.path().join("audit.jsonl");
    let complain = Box::new(|error: &batuta_system::SystemError| panic!("{error}"));
    let log: Arc<dyn Audit> = Arc::new(AuditLog::open(Arc::new(OsSystem::new()), &path, complain).unwrap());
    let sandboxes = [
        sandbox(Allocation::Pooling, None),
        sandbox(Allocation::OnDemand, None),
        sandbox(Allocation::Pooling, Some(log)),
    ];
    let [pooled, on_demand, audited] = in_turns([0, 1, 2].map(|which| (&sandboxes[which], "print(1)\n")));
    let per_second = |time: Duration| CALLS as f64 / time.as_secs_f64();
    println!("\n{CALLS} calls of inspector `analyze` on a file of one line, {THREADS} threads");
    println!(
        "pooled {:.0}/s, on demand {:.0}/s: {:.2} × (goal 3)",
        per_second(pooled),
        per_second(on_demand),
        ratio(on_demand, pooled)
    );
    println!(
        "with the audit log {:.0}/s: {:+.1} % (goal ≤ 2 %)",
        per_second(audited),
        100.0 * (ratio(audited, pooled) - 1.0)
    );
    let text = ordinary();
    let [without, with] = in_turns([0, 2].map(|which| (&sandboxes[which], &*text)));
    println!(
        "on a file of {} lines {:.0}/s, with the audit log {:.0}/s: {:+.1} % (goal ≤ 2 %)",
        text.lines().count(),
        per_second(without),
        per_second(with),
        100.0 * (ratio(with, without) - 1.0)
    );
    println!("20 plugins loaded in {:.1} ms (goal ≤ 60)", load_twenty(bundle).as_secs_f64() * 1e3);
}

/// The median time of the calls in each sandbox, measured in turns. Who begins changes with every round, because the kernel still
/// tidies up after one when the next begins.
fn in_turns<const N: usize>(measured: [(&Sandbox, &str); N]) -> [Duration; N] {
    let mut times = [const { Vec::new() }; N];
    for round in 0..ROUNDS {
        for turn in 0..N {
            let which = if round % 2 == 0 { turn } else { N - 1 - turn };
            let (sandbox, text) = measured[which];
            times[which].push(calls(sandbox, text));
        }
    }
    times.map(median)
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64()
}

/// The first 200 lines of the sample: a source file as they are.
fn ordinary() -> String {
    let sample = crate::samples::file("python");
    let text = String::from_utf8_lossy(&sample.bytes);
    text.lines().take(200).flat_map(|line| [line, "\n"]).collect()
}

fn calls(sandbox: &Sandbox, text: &str) -> Duration {
    let threads = thread_pool(THREADS).unwrap();
    let file = crate::source("a.py", text.into());
    let cx = StepContext {
        files: Arc::new(NoFiles),
        settings: Arc::from([]),
        known: Arc::from([]),
        cancel: Cancel::default(),
    };
    sandbox.analyze(0, &file, &cx).result.unwrap();
    let start = Instant::now();
    threads.scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|_| (0..CALLS / THREADS).for_each(|_| drop(sandbox.analyze(0, &file, &cx).result.unwrap())));
        }
    });
    start.elapsed()
}

/// The code of twenty plugins, compiled ahead of time, into one engine that has nothing yet.
fn load_twenty(bundle: &[u8]) -> Duration {
    let copies: Vec<&'static [u8]> = (0..4).map(|_| embedded(bundle)).collect();
    let loader = Loader::new(Arc::new(PluginEngine::new().unwrap()));
    let start = Instant::now();
    let plugins: Vec<Plugin> =
        copies.iter().flat_map(|bundle| loader.bundle(bundle, &Limits::first_party()).unwrap()).collect();
    plugins.iter().take(20).for_each(|plugin| plugin.preload().unwrap());
    assert!(plugins.len() >= 20, "the bundle has too few plugins");
    start.elapsed()
}
