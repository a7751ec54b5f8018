//! What the engine does for all guests: counted instructions, backtraces, core dumps, logs, many calls at once, and plugins made of parts.

use crate::malformed::{TRANSPILER, component, module, module_text};
use crate::measure::Table;
use crate::world::{World, context, limits};
use batuta_runtime::plugin_set::{FailureKind, PluginSet};
use batuta_runtime::{CodeCache, Compiler, Debugger, Interruption, Limits, Loader, PluginEngine, Sandbox, TrapReport};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

const SHORT: Duration = Duration::from_secs(4);

pub fn run(world: &World, table: &mut Table) {
    table.case("fuel-same-place", "is stopped after as many instructions, twice", SHORT, || fuel(world));
    table.case("backtrace", "traps in a function with line numbers", SHORT, || backtrace(world));
    table.case("core-dump", "traps where core dumps are wanted", SHORT, || core_dump(world));
    table.case("log-bridge", "writes a log line", SHORT, || log(world));
    table.case("cache-engine", "is loaded by two engines from one cache", SHORT, || cache_engine(world));
    table.case("many-at-once", "is called 1,000 times from eight threads", SHORT, || many(world));
    table.case("composed", "gets an import from another component", SHORT, || composed(world));
}

fn fuel(world: &World) -> String {
    let engine = Arc::new(PluginEngine::with_interruption(Interruption::Counted).unwrap());
    let limits = Limits { instructions: 2_000_000, time: Duration::from_millis(1), ..limits() };
    let plugin = Loader::new(engine).component("hostile.wasm", &world.hostile, limits).unwrap();
    let sandbox = Sandbox::new(vec![plugin]);
    let ends = [(); 2].map(|()| {
        let outcome = world.lower(&sandbox, &context("emit-flood", ""));
        let error = outcome.result.expect_err("it goes on for ever");
        assert_eq!(
            (error.kind, error.message.as_str()),
            (FailureKind::Timeout, "it used all the instructions that it may")
        );
        outcome.diagnostics.len()
    });
    assert!(ends[0] > 100 && ends[0] < 10_000 && ends[0] == ends[1], "{ends:?}");
    world.good_call();
    format!("Timeout after {} findings, both times", ends[0])
}

/// Keeps what it is told.
#[derive(Default)]
struct Notes {
    cores: bool,
    traps: Mutex<Vec<TrapReport>>,
}

impl Debugger for Notes {
    fn wants_cores(&self) -> bool {
        self.cores
    }

    fn trapped(&self, trap: &TrapReport) {
        self.traps.lock().unwrap().push(trap.clone());
    }
}

/// A plugin with debug information that traps two calls deep.
fn trapping() -> Vec<u8> {
    let text = "(func $innermost (unreachable))\n(func $middle (call $innermost))\n\
        (func $outer (export \"batuta:plugin/transpiler@0.1.0#lower\") (param i32 i32 i32 i32) (result i32)\n\
        (call $middle) (i32.const 3072))";
    let text = module_text(text);
    let mut parser = wat::Parser::new();
    parser.generate_dwarf(wat::GenerateDwarf::Lines);
    component(parser.parse_str(Some(Path::new("guest.wat")), &text).unwrap(), TRANSPILER, |text| text)
}

fn trapped(world: &World, cores: bool) -> TrapReport {
    let notes = Arc::new(Notes { cores, ..Notes::default() });
    let engine = Arc::new(PluginEngine::with_debugger(Interruption::Epochs, notes.clone()).unwrap());
    let sandbox = Sandbox::new(vec![Loader::new(engine).component("guest.wasm", &trapping(), limits()).unwrap()]);
    let error = world.lower(&sandbox, &context("none", "")).result.expect_err("it traps");
    assert_eq!(error.kind, FailureKind::Trap);
    let traps = std::mem::take(&mut *notes.traps.lock().unwrap());
    assert_eq!(traps.len(), 1);
    world.good_call();
    traps.into_iter().next().unwrap()
}

fn backtrace(world: &World) -> String {
    let trap = trapped(world, false);
    assert_eq!((trap.step, trap.file.as_deref()), ("lower", Some("main.txt")));
    assert!(trap.core.is_none());
    let line = |name: &str| {
        let frame = trap.frames.iter().position(|frame| frame.contains(name) && frame.contains("guest.wat:"));
        frame.unwrap_or_else(|| panic!("{name} is not in {:?}", trap.frames))
    };
    assert!(line("innermost") < line("middle") && line("middle") < line("outer"));
    trap.frames[..2].join(", ")
}

fn core_dump(world: &World) -> String {
    let trap = trapped(world, true);
    let core = trap.core.expect("a core dump was wanted");
    assert!(core.starts_with(b"\0asm") && core.windows(9).any(|bytes| bytes == b"corestack"), "{} bytes", core.len());
    assert!(trap.frames.iter().any(|frame| frame.contains("innermost")), "{:?}", trap.frames);
    format!("{} KB", core.len() >> 10)
}

fn log(world: &World) -> String {
    crate::world::LOG.lock().unwrap().clear();
    world.attack("log-control", "").result.unwrap();
    let log = String::from_utf8(crate::world::LOG.lock().unwrap().clone()).unwrap();
    let line = log.lines().find(|line| line.contains("second line")).unwrap_or_else(|| panic!("{log}"));
    for part in ["ERROR", "plugin=\"hostile\"", "version=", "module=", "step=\"lower\"", "file=\"main.txt\""] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
    assert!(!line.contains('\u{1b}') && !line.contains('\u{202e}'), "{line:?}");
    world.good_call();
    "one line with plugin, version, step and file".into()
}

/// The name of an entry has the digest of the component and the engine's configuration in it.
fn cache_engine(world: &World) -> String {
    let scratch = tempfile::tempdir().unwrap();
    let folder = scratch.path().join("code");
    let compiled = |interruption, bytes: &[u8]| {
        let count = Arc::new(AtomicUsize::new(0));
        let counter = count.clone();
        let notice = Box::new(move |_: &str| {
            counter.fetch_add(1, Ordering::Relaxed);
        });
        let engine = Arc::new(PluginEngine::with_interruption(interruption).unwrap());
        let cache = CodeCache::open(&folder).unwrap();
        Loader::with(engine, Compiler::in_process(), Some(cache), Some(notice))
            .component("a", bytes, limits())
            .unwrap();
        count.load(Ordering::Relaxed)
    };
    let other = component(module(""), TRANSPILER, |text| text);
    let (epochs, counted) = (Interruption::Epochs, Interruption::Counted);
    assert_eq!(
        (compiled(epochs, &world.hostile), compiled(counted, &world.hostile), compiled(epochs, &other)),
        (1, 1, 1)
    );
    assert_eq!(
        (compiled(epochs, &world.hostile), compiled(counted, &world.hostile), compiled(epochs, &other)),
        (0, 0, 0)
    );
    "compiled once per component and engine".into()
}

fn many(world: &World) -> String {
    let pool = batuta_runtime::thread_pool(8).unwrap();
    let wrong = AtomicUsize::new(0);
    pool.scope(|scope| {
        for _ in 0..1000 {
            scope.spawn(|_| {
                let lowered = world.attack("none", "").result.unwrap();
                // A counter in the guest's memory: it would show who was there before.
                if !lowered.files[0].content.ends_with(b"call 1\nfn main() {}\n") {
                    wrong.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    assert_eq!(wrong.into_inner(), 0);
    world.good_call();
    "1,000 equal answers, each from an instance of its own".into()
}

/// The interface between the parts.
const PARTS: &str = "package example:parts@1.0.0 { interface number { give: func() -> u32; } }";

fn composed(world: &World) -> String {
    let import = ";; import: (import \"example:parts/number@1.0.0\" \"give\" (func $give (result i32)))\n\
        (func (export \"batuta:plugin/transpiler@0.1.0#lower\") (param i32 i32 i32 i32) (result i32)\n\
        (call $drop-file (local.get 0)) (call $drop-blob (local.get 1))\n\
        (if (i32.ne (call $give) (i32.const 42)) (then (unreachable))) (i32.const 3072))";
    let socket = format!(
        "package test:test; world test {{ include batuta:plugin/transpiler-plugin@0.1.0; import example:parts/number@1.0.0; }} {PARTS}"
    );
    let plugin = component(module(import), &socket, |text| text);
    assert!(world.load(&plugin).is_err(), "its import is not there yet");
    let give =
        wat::parse_str("(module (func (export \"example:parts/number@1.0.0#give\") (result i32) (i32.const 42)))")
            .unwrap();
    let library = format!("package test:test; world test {{ export example:parts/number@1.0.0; }} {PARTS}");
    let library = component(give, &library, |text| text);
    let parts = [("number.wasm".to_string(), library.clone())];
    let whole = batuta_authoring::compose::plug(("plugin.wasm", &plugin), &parts).unwrap();
    let sandbox = world.load(&whole).unwrap();
    assert_eq!(sandbox.plugins()[0].abi, "0.1.0");
    world.lower(&sandbox, &context("none", "")).result.unwrap();
    let nothing = batuta_authoring::compose::plug(("library.wasm", &library), &parts).expect_err("it imports nothing");
    assert_eq!(nothing.to_string(), "library.wasm imports nothing that number.wasm exports");
    world.good_call();
    "one plugin of two components".into()
}
