//! `index` and `lower` in the sandbox, interruption included, against the same plugin crates as native code, in one run.
//!
//! Run with `cargo dev bench throughput`, or the binary with the names of plugins. The corpus is the source of every golden of the suite. Goal: at least 0.45 of native.
#![allow(clippy::disallowed_methods, clippy::expect_used)] // a benchmark reads files and the clock

use batuta_runtime::model::{Digest, FileId, FileProvider, SourceFile};
use batuta_runtime::plugin_set::{Cancel, PluginSet, StepContext};
use batuta_runtime::{Limits, Loader, PluginEngine, Sandbox};
use batuta_tests::command::root;
use batuta_tests::native::NativeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// Least time that one side is measured for.
const LEAST: Duration = Duration::from_secs(2);

struct Alone;

impl FileProvider for Alone {
    fn open(&self, _: &str) -> Option<Arc<SourceFile>> {
        None
    }
}

fn main() {
    // As the pipeline does: on a thread with the stack that guests need, where a call is not handed to another thread.
    batuta_runtime::thread_pool(1).expect("a thread").install(measure);
}

fn measure() {
    let chosen: Vec<String> = std::env::args().skip(1).filter(|one| !one.starts_with('-')).collect();
    let path = std::env::var_os("BATUTA_BUNDLE").expect("BATUTA_BUNDLE names the bundle: use `cargo dev bench`");
    let bundle: &'static [u8] = Vec::leak(std::fs::read(path).expect("the bundle"));
    let loader = Loader::new(Arc::new(PluginEngine::new().expect("an engine")));
    let sandbox = Sandbox::new(loader.bundle(bundle, &Limits::first_party()).expect("a bundle"));
    let native = NativeSet::first_party();
    for (name, folder) in [("depyler", "python"), ("bashrs", "shell"), ("decy", "c")] {
        if !chosen.is_empty() && !chosen.iter().any(|one| one == name) {
            continue;
        }
        let files = corpus(folder);
        let bytes: usize = files.iter().map(|file| file.bytes.len()).sum();
        let lines: usize = files.iter().map(|file| file.bytes.iter().filter(|byte| **byte == b'\n').count()).sum();
        let [inside, outside] = [&sandbox as &dyn PluginSet, &native].map(|set| rate(set, name, &files));
        let kilo = |passes: f64| passes * lines as f64 / 1e3;
        println!(
            "{name:<8} {:>3} files, {bytes:>6} bytes   sandbox {:>7.1} kLOC/s   native {:>7.1} kLOC/s   ratio {:.2} (goal 0.45)",
            files.len(),
            kilo(inside),
            kilo(outside),
            inside / outside
        );
    }
}

/// First source of each golden, as a project of its own.
fn corpus(folder: &str) -> Vec<Arc<SourceFile>> {
    let mut paths: Vec<_> = std::fs::read_dir(root().join("tests/suite").join(folder))
        .expect("a suite")
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.sort();
    let texts = paths.iter().filter_map(|path| first_source(&std::fs::read_to_string(path).ok()?));
    let file = |(path, text): (String, String)| {
        let bytes = text.into_bytes();
        Arc::new(SourceFile { id: FileId(0), path, digest: Digest::of(&bytes), bytes })
    };
    texts.map(file).collect()
}

/// The first fenced block with a file name.
fn first_source(golden: &str) -> Option<(String, String)> {
    let mut lines = golden.lines().skip_while(|line| !(line.starts_with("```") && line.contains(" file=")));
    let path = lines.next()?.split_once(" file=")?.1.split(' ').next()?.to_owned();
    Some((path, lines.take_while(|line| !line.starts_with("```")).map(|line| format!("{line}\n")).collect()))
}

/// Passes over the corpus per second of one thread.
fn rate(set: &dyn PluginSet, name: &str, files: &[Arc<SourceFile>]) -> f64 {
    let plugin = set.plugins().iter().position(|info| info.manifest.name == name).expect("a first-party plugin");
    let cx = StepContext {
        files: Arc::new(Alone),
        settings: Arc::from([]),
        known: Arc::from([]),
        cancel: Cancel::default(),
    };
    let convertible: Vec<_> = files.iter().filter(|file| pass(set, plugin, file, &cx)).collect();
    assert!(
        convertible.len() * 2 > files.len(),
        "{name}: {} of {} files convert alone",
        convertible.len(),
        files.len()
    );
    let (started, mut passes) = (Instant::now(), 0_u32);
    while started.elapsed() < LEAST {
        convertible.iter().for_each(|file| assert!(pass(set, plugin, file, &cx)));
        passes += 1;
    }
    f64::from(passes) / started.elapsed().as_secs_f64()
}

/// `index`, `link` and `lower` of one file; whether all three gave something.
fn pass(set: &dyn PluginSet, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> bool {
    let Ok(index) = set.index(plugin, file, cx).result else { return false };
    let Ok(facts) = set.link(plugin, vec![(file.id, Arc::from(index))], cx).result else { return false };
    let Some((_, slice)) = facts.into_iter().next() else { return false };
    set.lower(plugin, file, &Arc::from(slice), cx).result.is_ok()
}
