//! What an author learns of a guest that trapped.

use wasmtime::{Store, WasmBacktrace, WasmCoreDump};

/// Told of traps, by an engine that was made with it.
pub trait Debugger: Send + Sync {
    /// Whether core dumps are made. They take as much memory as the guest did, once more.
    fn wants_cores(&self) -> bool;
    /// A call ended in a trap.
    fn trapped(&self, trap: &TrapReport);
}

/// A trap, as far as the engine can tell.
#[derive(Clone, Debug)]
pub struct TrapReport {
    /// Name and version of the plugin.
    pub plugin: String,
    /// The function that the host called.
    pub step: &'static str,
    /// The file that it was called for.
    pub file: Option<String>,
    /// What happened.
    pub message: String,
    /// The guest's frames, innermost first: function, and file and line where the component carries debug information.
    pub frames: Vec<String>,
    /// The core dump in WebAssembly's own format (`tool-conventions/Coredump.md`), where it was wanted.
    pub core: Option<Vec<u8>>,
}

/// Compiles for engines with a debugger, and is told nothing.
pub(crate) struct Nobody;

impl Debugger for Nobody {
    fn wants_cores(&self) -> bool {
        false
    }

    fn trapped(&self, _: &TrapReport) {}
}

/// The frames of a trap: one line each, one more for each function that was inlined there.
pub(crate) fn frames(error: &wasmtime::Error) -> Vec<String> {
    let core = error.downcast_ref::<WasmCoreDump>().map(WasmCoreDump::frames);
    let Some(frames) = core.or_else(|| error.downcast_ref::<WasmBacktrace>().map(WasmBacktrace::frames)) else {
        return Vec::new();
    };
    frames.iter().flat_map(frame).map(|line| crate::text::clean(&line, 512)).collect()
}

fn frame(frame: &wasmtime::FrameInfo) -> Vec<String> {
    let own = || frame.func_name().map_or_else(|| format!("function {}", frame.func_index()), demangled);
    let line = |symbol: &wasmtime::FrameSymbol| {
        let name = symbol.name().map_or_else(own, demangled);
        match (symbol.file(), symbol.line()) {
            (Some(file), Some(line)) => format!("{name} at {file}:{line}"),
            _ => name,
        }
    };
    if frame.symbols().is_empty() { vec![own()] } else { frame.symbols().iter().map(line).collect() }
}

/// A Rust name as people write it; other names as they are.
fn demangled(name: &str) -> String {
    format!("{:#}", rustc_demangle::demangle(name))
}

/// The core dump of a trap, when the engine made one.
pub(crate) fn core<T: 'static>(error: &wasmtime::Error, store: &mut Store<T>, name: &str) -> Option<Vec<u8>> {
    error.downcast_ref::<WasmCoreDump>().map(|dump| dump.serialize(store, name))
}
