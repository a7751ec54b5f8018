//! Run a program with a deadline and collect what it did.

use anyhow::{Context, Result};
use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

/// How long one run of a program may take.
pub(crate) const RUN_LIMIT: Duration = Duration::from_secs(20);
/// How much of each output stream is kept, in bytes.
const OUTPUT_LIMIT: usize = 8 << 20;

/// What a run gave.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Output {
    /// Standard output.
    pub(crate) stdout: Vec<u8>,
    /// Standard error.
    pub(crate) stderr: Vec<u8>,
    /// Exit code; 128 + n for signal n; none when it was stopped at the deadline.
    pub(crate) exit: Option<i32>,
}

impl Output {
    /// How it ended, in words.
    pub(crate) fn ending(&self) -> String {
        match self.exit {
            Some(code) => format!("exit {code}"),
            None => format!("stopped after {} s", RUN_LIMIT.as_secs()),
        }
    }
}

/// A command that sees a fixed environment, in folder `dir`.
pub(crate) fn quiet(program: &std::ffi::OsStr, dir: &Path) -> Command {
    let mut command = Command::new(found(program));
    #[cfg(unix)]
    std::os::unix::process::CommandExt::arg0(&mut command, program);
    command.current_dir(dir).env_clear();
    for key in ["PATH", "HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "TMPDIR"] {
        command.envs(std::env::var_os(key).map(|value| (key, value)));
    }
    command.envs([("LC_ALL", "C.UTF-8"), ("PYTHONHASHSEED", "0"), ("PYTHONDONTWRITEBYTECODE", "1"), ("TZ", "UTC")]);
    command
}

/// Where a program lies. With a path all programs are started in one way; without one the standard library may fork, and then
/// programs see other signals ignored.
fn found(program: &std::ffi::OsStr) -> std::ffi::OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let named = Path::new(program).components().count() > 1;
    let place = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|place| !named && place.is_file());
    place.map_or_else(|| program.to_os_string(), Into::into)
}

/// Run `command` with `stdin`, at most `limit` long.
pub(crate) fn run(mut command: Command, stdin: &[u8], limit: Duration) -> Result<Output> {
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command.spawn().with_context(|| format!("`{name}` cannot be started"))?;
    let (mut input, text) = (child.stdin.take(), stdin.to_vec());
    // A program that reads nothing closes the pipe: that is no error.
    std::thread::spawn(move || input.as_mut().map(|pipe| pipe.write_all(&text)));
    let stdout = collect(child.stdout.take());
    let stderr = collect(child.stderr.take());
    let deadline = Instant::now() + limit;
    let status = wait(&mut child, deadline)?;
    let late = Duration::from_secs(1);
    let first = stdout.recv_timeout(deadline.saturating_duration_since(Instant::now()).max(late));
    // A background process may still hold the pipes.
    kill_group(&mut child);
    let stdout = first.or_else(|_| stdout.recv_timeout(late)).unwrap_or_default();
    let stderr = stderr.recv_timeout(late).unwrap_or_default();
    Ok(Output { stdout, stderr, exit: status.map(code) })
}

fn wait(child: &mut Child, deadline: Instant) -> Result<Option<ExitStatus>> {
    let mut pause = Duration::from_micros(500);
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if Instant::now() >= deadline {
            kill_group(child);
            child.wait()?;
            return Ok(None);
        }
        std::thread::sleep(pause);
        pause = (pause * 2).min(Duration::from_millis(20));
    }
}

fn kill_group(child: &mut Child) {
    let group = i32::try_from(child.id()).ok().and_then(rustix::process::Pid::from_raw);
    // The group is gone when nothing was left behind: that is no error.
    let _ = group.map(|group| rustix::process::kill_process_group(group, rustix::process::Signal::KILL));
}

fn code(status: ExitStatus) -> i32 {
    #[cfg(unix)]
    let signal = std::os::unix::process::ExitStatusExt::signal(&status);
    #[cfg(not(unix))]
    let signal = None::<i32>;
    status.code().unwrap_or_else(|| 128 + signal.unwrap_or(0))
}

fn collect(stream: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let (mut kept, mut chunk) = (Vec::new(), vec![0; 1 << 16]);
        if let Some(mut stream) = stream {
            while let Ok(got @ 1..) = stream.read(&mut chunk) {
                let room = OUTPUT_LIMIT - kept.len();
                kept.extend_from_slice(&chunk[..got.min(room)]);
            }
        }
        sender.send(kept)
    });
    receiver
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shell(script: &str, stdin: &[u8], limit: Duration) -> Output {
        let mut command = quiet("sh".as_ref(), Path::new("."));
        command.args(["-c", script]);
        run(command, stdin, limit).unwrap()
    }

    #[test]
    fn gives_output_and_exit_code() {
        let output = shell("cat; echo oh >&2; exit 7", b"in", RUN_LIMIT);
        assert_eq!(output, Output { stdout: b"in".into(), stderr: b"oh\n".into(), exit: Some(7) });
        assert_eq!(shell("kill -TERM $$", b"", RUN_LIMIT).exit, Some(143));
    }

    #[test]
    fn stops_at_the_deadline_and_does_not_wait_for_children() {
        let output = shell("echo a; sleep 60 & sleep 60", b"", Duration::from_millis(200));
        assert_eq!((output.exit, output.stdout.as_slice()), (None, &b"a\n"[..]));
    }
}
