//! Running a program with limits, without ever waiting for its output for ever.

use crate::error::{Action, Result, SystemError};
use crate::process::{Environment, Exit, Finished, Process};
use crate::sandbox;
use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, kill_process_group, waitid};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

/// How often a running program's `stop` is asked.
const ASK: Duration = Duration::from_millis(50);
/// How long output may still come after the program has ended: a daemon that it left behind may hold the pipe.
const DRAIN: Duration = Duration::from_secs(2);

pub(super) fn run(process: &Process) -> Result<Finished> {
    let failed = |e| SystemError::new(Action::Start, &process.program, e);
    let mut command = sandbox::command(process)?;
    prepare(&mut command, process);
    let mut child = command.spawn().map_err(failed)?;
    let start = Instant::now();
    feed(&mut child, process);
    let limit = process.limits.output;
    let stdout = child.stdout.take().map(|pipe| Collector::start(pipe, limit));
    let stderr = child.stderr.take().map(|pipe| Collector::start(pipe, limit));
    let early = wait(&child, process, start);
    let time = start.elapsed();
    kill_group(&child);
    let status = child.wait().map_err(failed)?;
    let (stdout, cut) = stdout.map(Collector::finish).unwrap_or_default();
    let (stderr, cut_too) = stderr.map(Collector::finish).unwrap_or_default();
    let exit = early.unwrap_or_else(|| exit_of(status));
    if let Some(why) = sandbox::refusal(process, exit, &stderr) {
        return Err(SystemError::because(Action::Start, &process.program, ErrorKind::Unsupported, &why));
    }
    Ok(Finished { exit, stdout, stderr, truncated: cut || cut_too, time })
}

fn prepare(command: &mut Command, process: &Process) {
    match &process.environment {
        Environment::Only(all) => {
            command.env_clear().envs(all);
        }
        Environment::Inherited(changes) => {
            for (name, value) in changes {
                match value {
                    Some(value) => command.env(name, value),
                    None => command.env_remove(name),
                };
            }
        }
    }
    command.stdin(if process.stdin.is_empty() { Stdio::null() } else { Stdio::piped() });
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).process_group(0);
}

/// Write stdin from a thread of its own; a program that does not read it is not an error.
fn feed(child: &mut Child, process: &Process) {
    if let Some(mut pipe) = child.stdin.take() {
        let bytes = process.stdin.clone();
        thread::spawn(move || pipe.write_all(&bytes));
    }
}

/// Wait for the end; why it must come earlier, when it must. The child is not reaped, so that its number stays its own.
fn wait(child: &Child, process: &Process, start: Instant) -> Option<Exit> {
    let ended = when_ended(child);
    loop {
        let left = process.limits.time.saturating_sub(start.elapsed());
        match ended.recv_timeout(left.min(ASK)) {
            Ok(()) | Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) if start.elapsed() >= process.limits.time => return Some(Exit::Timeout),
            Err(RecvTimeoutError::Timeout) if process.stop.as_ref().is_some_and(|stop| stop()) => {
                return Some(Exit::Stopped);
            }
            Err(RecvTimeoutError::Timeout) => {}
        }
    }
}

fn when_ended(child: &Child) -> Receiver<()> {
    let (tell, ended) = channel();
    let pid = pid(child);
    thread::spawn(move || {
        while let Some(pid) = pid {
            match waitid(WaitId::Pid(pid), WaitIdOptions::EXITED | WaitIdOptions::NOWAIT) {
                Err(rustix::io::Errno::INTR) => {}
                _ => break,
            }
        }
        let _ = tell.send(()); // Nobody listens any more after a timeout.
    });
    ended
}

fn pid(child: &Child) -> Option<Pid> {
    i32::try_from(child.id()).ok().and_then(Pid::from_raw)
}

/// End everything that the program started and left in its process group.
fn kill_group(child: &Child) {
    if let Some(pid) = pid(child) {
        let _ = kill_process_group(pid, Signal::KILL); // Nobody left is what is hoped for.
    }
}

fn exit_of(status: ExitStatus) -> Exit {
    match (status.code(), status.signal()) {
        (Some(code), _) => Exit::Code(code),
        (None, signal) => Exit::Signal(signal.unwrap_or(0)),
    }
}

/// Reads a pipe to its end from a thread of its own and keeps the first bytes.
struct Collector {
    kept: Arc<Mutex<(Vec<u8>, bool)>>,
    ended: Receiver<()>,
}

impl Collector {
    fn start(mut pipe: impl Read + Send + 'static, limit: u64) -> Self {
        let kept = Arc::new(Mutex::new((Vec::new(), false)));
        let (tell, ended) = channel();
        let shared = Arc::clone(&kept);
        thread::spawn(move || {
            let mut buffer = vec![0; 64 << 10];
            while let Ok(read @ 1..) = pipe.read(&mut buffer) {
                let mut kept = shared.lock().unwrap_or_else(PoisonError::into_inner);
                let room = (limit as usize).saturating_sub(kept.0.len()).min(read);
                kept.0.extend_from_slice(&buffer[..room]);
                kept.1 |= room < read;
            }
            let _ = tell.send(()); // Nobody listens after the drain time.
        });
        Collector { kept, ended }
    }

    fn finish(self) -> (Vec<u8>, bool) {
        let _ = self.ended.recv_timeout(DRAIN); // Either way, what came until now is the output.
        std::mem::take(&mut *self.kept.lock().unwrap_or_else(PoisonError::into_inner))
    }
}
