//! The capability `tools`: native programs in the strongest sandbox that the machine gives.

use batuta_runtime::powers::{PowerError, ToolOutcome, Tools};
use batuta_system::{Confine, Environment, Exit, Limits, Process, System};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Bytes of memory, and of stdout and of stderr.
const MEMORY: u64 = 2 << 30;
const OUTPUT: u64 = 16 << 20;

/// Runs programs without network, with the project to read and an empty folder to write, and nothing of the user's environment.
pub(super) struct Confined {
    system: Arc<dyn System>,
    project: Option<PathBuf>,
}

impl Confined {
    pub(super) fn new(system: Arc<dyn System>, project: Option<PathBuf>) -> Self {
        Confined { system, project }
    }
}

impl Tools for Confined {
    fn run(&self, name: &str, arguments: &[String], stdin: &[u8], time: Duration) -> Result<ToolOutcome, PowerError> {
        let failed = |error: batuta_system::SystemError| PowerError::Failed(format!("{name}: {}", error.source));
        if name.contains('/') {
            return Err(PowerError::Denied("a tool is named, never by a path".into()));
        }
        let program =
            self.system.find_program(name).ok_or_else(|| PowerError::Failed(format!("{name} is not on PATH")))?;
        let how = self.system.confinement();
        let how = how.ok_or_else(|| PowerError::Failed("this machine has no sandbox to run native tools in".into()))?;
        let scratch = self.system.scratch().map_err(failed)?;
        let mut readable: Vec<PathBuf> = self.project.iter().cloned().collect();
        readable.push(program.clone());
        let variables: BTreeMap<String, OsString> = [
            ("PATH", "/usr/local/bin:/usr/bin:/bin".into()),
            ("HOME", scratch.path().as_os_str().to_owned()),
            ("TMPDIR", scratch.path().as_os_str().to_owned()),
            ("LC_ALL", "C.UTF-8".into()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let finished = self.system.run(&Process {
            folder: scratch.path().to_owned(),
            environment: Environment::Only(variables),
            stdin: stdin.to_vec(),
            confine: Some(Confine { how, writable: vec![scratch.path().to_owned()], readable }),
            limits: Limits { time, memory: MEMORY, output: OUTPUT, ..Limits::default() },
            untrusted: true,
            ..Process::tool(program, scratch.path()).args(arguments)
        });
        let finished = finished.map_err(failed)?;
        match finished.exit {
            Exit::Timeout => Err(PowerError::Limit(format!("{name} did not end in time"))),
            Exit::Stopped => Err(PowerError::Failed(format!("{name} was stopped"))),
            _ if finished.truncated => Err(PowerError::Limit(format!("{name} wrote more than {} MiB", OUTPUT >> 20))),
            exit => Ok(ToolOutcome {
                exit_code: exit.code().unwrap_or(-1),
                stdout: finished.stdout,
                stderr: finished.stderr,
            }),
        }
    }
}
