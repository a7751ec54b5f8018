//! Compilation, in this process for components that are trusted, in a child process with limits for others.
//!
//! Time and memory of a compiler on hostile input are not something that wasmtime promises to bound.
// The child is a process, and it is stopped by the clock: the few places outside of host/system that touch either.
#![allow(clippy::disallowed_methods)]

use crate::engine::{Allocation, INTERRUPTION, Interruption, PluginEngine};
use crate::load::{LoadError, LoadKind, MAX_COMPONENT};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::time::Duration;

/// The hidden subcommand whose program calls [`compile_child_main`].
pub const COMPILE_SUBCOMMAND: &str = "__compile";

/// Wall time of a child.
const WALL: Duration = Duration::from_secs(180);
/// CPU time of a child, in seconds.
const CPU: u64 = 240;
/// Address space of a child, in bytes: 18 MB of Python component took 0.35 GB.
const ADDRESS_SPACE: u64 = 4 << 30;
/// Largest machine code that a child may answer, in bytes.
const ARTIFACT: u64 = 512 << 20;

/// Where components are compiled.
#[derive(Clone, Debug)]
pub struct Compiler {
    child: Option<PathBuf>,
    wall: Duration,
}

impl Compiler {
    /// In this process: for components that come with batuta or were just built by the user.
    pub fn in_process() -> Self {
        Compiler { child: None, wall: WALL }
    }

    /// In a child process with limits, for components of unknown origin. `program` is batuta itself, or any program that calls
    /// [`compile_child_main`] when its first argument is [`COMPILE_SUBCOMMAND`].
    pub fn in_child(program: PathBuf) -> Self {
        Compiler { child: Some(program), wall: WALL }
    }

    /// Stop a child after `wall` instead of three minutes.
    pub fn stopped_after(self, wall: Duration) -> Self {
        Compiler { wall, ..self }
    }

    /// Machine code of a component that was inspected.
    pub(crate) fn compile(&self, engine: &PluginEngine, source: &str, component: &[u8]) -> Result<Vec<u8>, LoadError> {
        let result = match &self.child {
            None => engine.raw().precompile_component(component).map_err(|error| format!("{error:#}")),
            Some(program) => in_child(program, &engine.compatibility(), component, self.wall),
        };
        result.map_err(|message| {
            let message = crate::text::clean(&format!("it does not compile: {message}"), 1024);
            LoadError::new(source, LoadKind::Compile, message, "get the file again, or a version built for this batuta")
        })
    }
}

fn in_child(program: &Path, compatibility: &str, component: &[u8], wall: Duration) -> Result<Vec<u8>, String> {
    let mut child = Command::new(program)
        .arg(COMPILE_SUBCOMMAND)
        .arg(compatibility)
        .env_clear()
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| format!("the compiler process cannot be started: {error}"))?;
    let (Some(mut stdin), Some(stdout), Some(stderr)) = (child.stdin.take(), child.stdout.take(), child.stderr.take())
    else {
        return Err("the compiler process has no pipes".into());
    };
    let (sender, receiver) = mpsc::channel();
    std::thread::scope(|scope| {
        scope.spawn(move || {
            // A child that dies early closes the pipe; its end says why.
            let _ = stdin.write_all(component);
        });
        let said = scope.spawn(move || read_limited(stderr, 4096));
        scope.spawn(move || drop(sender.send(read_limited(stdout, ARTIFACT))));
        let artifact = receiver.recv_timeout(wall);
        if artifact.is_err() {
            let _ = child.kill();
        }
        let status = wait(child);
        let said = said.join().unwrap_or_default();
        match (artifact, status) {
            (Err(_), _) => Err(format!("the compiler took longer than {:.1} s and was stopped", wall.as_secs_f64())),
            (Ok(artifact), Some(0)) if !artifact.is_empty() => Ok(artifact),
            (_, status) => Err(ended(status, &said)),
        }
    })
}

fn wait(mut child: Child) -> Option<i32> {
    child.wait().ok().and_then(|status| status.code())
}

fn ended(status: Option<i32>, said: &[u8]) -> String {
    let said = crate::text::clean(String::from_utf8_lossy(said).trim(), 512);
    match status {
        Some(code) if !said.is_empty() => format!("{said} (code {code})"),
        Some(code) => format!("the compiler process ended with code {code}"),
        None => format!("the compiler process ran into its limits (memory or processor time) {said}"),
    }
}

fn read_limited(from: impl Read, limit: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    match from.take(limit).read_to_end(&mut bytes) {
        Ok(_) => bytes,
        Err(_) => Vec::new(),
    }
}

/// The whole of a compiler child: limits itself, reads a component from standard input, writes machine code to standard output.
///
/// The second argument of the program is the text of [`PluginEngine::compatibility`] that the code must have.
pub fn compile_child_main() -> ExitCode {
    match child() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn child() -> Result<(), String> {
    limit_self().map_err(|error| format!("the compiler process cannot limit itself: {error}"))?;
    let wanted = std::env::args().nth(2).ok_or("no engine was named")?;
    let kinds = [Allocation::OnDemand, Allocation::Small].into_iter().flat_map(|allocation| {
        let debugged = [false, true].into_iter();
        debugged.flat_map(move |it| [(allocation, INTERRUPTION, it), (allocation, Interruption::Counted, it)])
    });
    let engine = kinds
        .filter_map(|(allocation, interruption, debugged)| {
            PluginEngine::for_compiling(interruption, allocation, debugged).ok()
        })
        .find(|engine| engine.compatibility() == wanted)
        .ok_or("this program has another engine than the one that asks")?;
    let component = read_limited(std::io::stdin().lock(), MAX_COMPONENT as u64 + 1);
    let artifact = engine.raw().precompile_component(&component).map_err(|error| format!("{error:#}"))?;
    std::io::stdout().lock().write_all(&artifact).map_err(|error| error.to_string())
}

/// Nothing untrusted was read before this.
#[cfg(unix)]
fn limit_self() -> std::io::Result<()> {
    use rustix::process::{Resource, Rlimit, setrlimit};
    let set = |resource, most| setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    set(Resource::As, ADDRESS_SPACE)?;
    set(Resource::Cpu, CPU)?;
    set(Resource::Core, 0)?;
    set(Resource::Fsize, 0)?;
    Ok(())
}

#[cfg(not(unix))]
fn limit_self() -> std::io::Result<()> {
    Ok(())
}
