//! The host's side of the tests: one engine, a project of two files, and a good call.

use batuta_runtime::model::{Digest, FileId, FileProvider, Lowered, Setting, SourceFile};
use batuta_runtime::plugin_set::{Cancel, PluginSet, StepContext, StepOutcome};
use batuta_runtime::{Limits, LoadError, Loader, PluginEngine, Sandbox};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// The last of what plugins and the host logged.
pub static LOG: Mutex<Vec<u8>> = Mutex::new(Vec::new());

/// Writes into [`LOG`].
struct Logged;

impl std::io::Write for Logged {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let mut log = LOG.lock().unwrap();
        if log.len() > 64 << 10 {
            log.clear();
        }
        log.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

pub struct World {
    pub engine: Arc<PluginEngine>,
    pub loader: Loader,
    /// The component of `tests/guests/hostile`.
    pub hostile: Vec<u8>,
    /// Over that component.
    pub sandbox: Sandbox,
    pub file: Arc<SourceFile>,
}

/// Short, so that the suite is.
pub fn limits() -> Limits {
    Limits { time: Duration::from_secs(2), memory: 256 << 20, ..Limits::default() }
}

impl World {
    pub fn new() -> Self {
        let log = tracing_subscriber::fmt().with_writer(|| Logged).with_ansi(false);
        log.with_max_level(tracing_subscriber::filter::LevelFilter::DEBUG).init();
        let engine = Arc::new(PluginEngine::new().unwrap());
        let loader = Loader::new(engine.clone());
        let core = std::fs::read(hostile_module()).unwrap_or_else(|error| {
            panic!("{}: {error}; `cargo dev plugins` builds it", hostile_module().display());
        });
        let hostile = batuta_runtime::componentize(&core).unwrap();
        let sandbox = Sandbox::new(vec![loader.component("hostile.wasm", &hostile, limits()).unwrap()]);
        let file = source(0, "main.txt", b"0123456789");
        World { engine, loader, hostile, sandbox, file }
    }

    /// `lower` of the hostile plugin.
    pub fn attack(&self, attack: &str, argument: &str) -> StepOutcome<Lowered> {
        self.lower(&self.sandbox, &context(attack, argument))
    }

    pub fn lower(&self, sandbox: &Sandbox, cx: &StepContext) -> StepOutcome<Lowered> {
        sandbox.lower(0, &self.file, &Arc::from(&b"facts"[..]), cx)
    }

    /// A sandbox over one component.
    pub fn load(&self, component: &[u8]) -> Result<Sandbox, LoadError> {
        Ok(Sandbox::new(vec![self.loader.component("guest.wasm", component, limits())?]))
    }

    /// A good call of the hostile plugin works and sees nothing of what was before.
    pub fn good_call(&self) {
        let outcome = self.attack("none", "");
        let lowered = outcome.result.unwrap();
        let text = String::from_utf8(lowered.files[0].content.clone()).unwrap();
        assert_eq!(text, "// 10 bytes of main.txt, 5 bytes of facts, call 1\nfn main() {}\n");
    }
}

fn source(id: u32, path: &str, bytes: &[u8]) -> Arc<SourceFile> {
    Arc::new(SourceFile { id: FileId(id), path: path.into(), bytes: bytes.to_vec(), digest: Digest::of(bytes) })
}

/// Where `cargo dev plugins` leaves the guest.
fn hostile_module() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    let target = target.unwrap_or_else(|| PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../target")));
    target.join("plugins").join("hostile.core.wasm")
}

/// A project with one more file.
struct Project;

impl FileProvider for Project {
    fn open(&self, path: &str) -> Option<Arc<SourceFile>> {
        (path == "other.txt").then(|| source(1, path, b"other"))
    }
}

/// A step's context with the attack in its settings.
pub fn context(attack: &str, argument: &str) -> StepContext {
    let setting = |key: &str, value: &str| Setting { key: key.into(), value: value.into() };
    let settings = [setting("argument", argument), setting("attack", attack)];
    StepContext {
        files: Arc::new(Project),
        settings: Arc::from(settings),
        known: Arc::from([]),
        cancel: Cancel::default(),
    }
}
