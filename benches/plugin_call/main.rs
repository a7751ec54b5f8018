//! What the sandbox costs, on the plugins that `batuta` embeds: `cargo dev bench plugin_call`.
//!
//! Loading, instantiating and calling are absolute times; the ways to interrupt a guest are ratios to none, on real steps.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod many;
mod samples;

use batuta_runtime::model::{Digest, FileId, FileProvider, Role, SourceFile};
use batuta_runtime::plugin_set::{Cancel, PluginSet, StepContext};
use batuta_runtime::{Interruption, Limits, Loader, PluginEngine, Sandbox, bundle_components, thread_pool};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How often code is loaded.
const ROUNDS: usize = 7;

fn main() {
    let Some(path) = std::env::var_os("BATUTA_BUNDLE") else {
        eprintln!("no bundle: run this as `cargo dev bench plugin_call`, or set BATUTA_BUNDLE");
        std::process::exit(2);
    };
    let bytes = std::fs::read(path).unwrap();
    // Code is used in place once in a process, so every round loads a copy of its own.
    let bundles: Vec<&'static [u8]> = (0..ROUNDS).map(|_| embedded(&bytes)).collect();
    let engine = Arc::new(PluginEngine::new().unwrap());
    println!("allocation {:?}, interruption {:?}", engine.allocation(), engine.interruption());
    costs(&engine, &bundles);
    many::run(&bytes);
    interruption(bundles[0]);
}

/// The bytes as they lie in a program that embeds them: from a page boundary on.
fn embedded(bytes: &[u8]) -> &'static [u8] {
    let room: &'static mut [u8] = vec![0; bytes.len() + 4096].leak();
    let start = room.as_ptr().align_offset(4096);
    room[start..start + bytes.len()].copy_from_slice(bytes);
    &room[start..start + bytes.len()]
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn micros(time: Duration) -> f64 {
    time.as_secs_f64() * 1e6
}

/// Load, instantiate, call, for each plugin.
fn costs(engine: &Arc<PluginEngine>, bundles: &[&'static [u8]]) {
    let bundle = bundles[0];
    println!(
        "\n| plugin | component | load (≤ 5 ms) | instantiate (≤ 20 µs) | call with a small record (≤ 5 µs) | drop |"
    );
    println!("|---|---|---|---|---|---|");
    let threads = thread_pool(1).unwrap();
    for (index, (info, component)) in bundle_components(bundle).unwrap().iter().enumerate() {
        let loads = bundles.iter().map(|bundle| {
            let plugins = Loader::new(engine.clone()).bundle(bundle, &Limits::first_party()).unwrap();
            let start = Instant::now();
            plugins[index].preload().unwrap();
            start.elapsed()
        });
        let load = median(loads.collect());
        let plugin = Loader::new(engine.clone()).bundle(bundle, &Limits::first_party()).unwrap().swap_remove(index);
        let measured = threads.install(|| plugin.measure(2000)).unwrap();
        println!(
            "| {} | {:.2} MB | {:.2} ms | {:.1} µs | {:.1} µs | {:.1} µs |",
            info.manifest.name,
            component.len() as f64 / 1e6,
            load.as_secs_f64() * 1e3,
            micros(measured.instantiate),
            micros(measured.call),
            micros(measured.drop),
        );
    }
}

/// The same steps in three engines.
fn interruption(bundle: &'static [u8]) {
    println!("\n| plugin | step | input | none | epochs | fuel |");
    println!("|---|---|---|---|---|---|");
    let ways = [Interruption::None, Interruption::Epochs, Interruption::Fuel];
    for (info, component) in bundle_components(bundle).unwrap() {
        let sandboxes = ways.map(|way| {
            let loader = Loader::new(Arc::new(PluginEngine::with_interruption(way).unwrap()));
            Sandbox::new(vec![loader.component("bench", component, Limits::default()).unwrap()])
        });
        let (steps, language): (&[&str], &str) = match info.manifest.roles.first() {
            Some(Role::Analyzer) => (&["analyze"], "python"),
            Some(Role::Oracle) => (&["ask"], "question"),
            Some(Role::Optimizer) => (&["optimize"], "python"),
            Some(Role::Backend) => (&["emit"], "python"),
            _ => (&["index", "lower"], info.manifest.languages.first().map_or("python", String::as_str)),
        };
        let file = samples::file(language);
        for step in steps {
            let [none, epochs, fuel] = compare(&sandboxes, step, &file);
            println!(
                "| {} | {step} | {} KB | {:.2} ms | {:.2} | {:.2} |",
                info.manifest.name,
                file.bytes.len() / 1000,
                none.as_secs_f64() * 1e3,
                epochs.as_secs_f64() / none.as_secs_f64(),
                fuel.as_secs_f64() / none.as_secs_f64(),
            );
        }
    }
}

/// The least time of each, rounds interleaved so that the machine's moods hit all alike.
fn compare(sandboxes: &[Sandbox; 3], step: &str, file: &Arc<SourceFile>) -> [Duration; 3] {
    let mut least = [Duration::MAX; 3];
    for _ in 0..9 {
        for (sandbox, least) in sandboxes.iter().zip(&mut least) {
            *least = (*least).min(time(sandbox, step, file));
        }
    }
    least
}

fn time(sandbox: &Sandbox, step: &str, file: &Arc<SourceFile>) -> Duration {
    let cx = StepContext {
        files: Arc::new(NoFiles),
        settings: Arc::from([]),
        known: Arc::from([]),
        cancel: Cancel::default(),
    };
    let (usage, error) = match step {
        "analyze" => {
            let outcome = sandbox.analyze(0, file, &cx);
            (outcome.usage, outcome.result.err())
        }
        "optimize" => {
            let outcome = sandbox.optimize(0, file, &samples::operations(), &cx);
            (outcome.usage, outcome.result.err())
        }
        "emit" => {
            let outcome = sandbox.emit(0, &samples::operations()[0], &cx);
            (outcome.usage, outcome.result.err())
        }
        "ask" => {
            let outcome = sandbox.ask(0, &String::from_utf8_lossy(&file.bytes), &cx);
            (outcome.usage, outcome.result.err())
        }
        "index" => {
            let outcome = sandbox.index(0, file, &cx);
            (outcome.usage, outcome.result.err())
        }
        _ => {
            let index: Arc<[u8]> = sandbox.index(0, file, &cx).result.unwrap().into();
            let facts = sandbox.link(0, vec![(file.id, index)], &cx).result.unwrap();
            let facts: Arc<[u8]> = facts.into_iter().next().map(|(_, facts)| facts).unwrap_or_default().into();
            let outcome = sandbox.lower(0, file, &facts, &cx);
            (outcome.usage, outcome.result.err())
        }
    };
    if let Some(error) = error {
        panic!("{error}");
    }
    usage.time
}

/// A project of one file.
pub(crate) struct NoFiles;

impl FileProvider for NoFiles {
    fn open(&self, _: &str) -> Option<Arc<SourceFile>> {
        None
    }
}

fn source(path: &str, text: String) -> Arc<SourceFile> {
    let bytes = text.into_bytes();
    Arc::new(SourceFile { id: FileId(0), path: path.into(), digest: Digest::of(&bytes), bytes })
}
