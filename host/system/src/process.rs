//! What is run, and how it ended.

use crate::sandbox::Confinement;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Asked while a program runs; true stops it.
pub type Stop = Arc<dyn Fn() -> bool + Send + Sync>;

/// Variables that a program sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Environment {
    /// Those of this process, with these changes; none removes.
    Inherited(BTreeMap<String, Option<OsString>>),
    /// These and no others.
    Only(BTreeMap<String, OsString>),
}

/// What a program may use at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Wall time.
    pub time: Duration,
    /// Address space in bytes.
    pub memory: u64,
    /// Length of one file in bytes.
    pub file: u64,
    /// Bytes of stdout, and as many of stderr, that are kept; the rest is read and dropped.
    pub output: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { time: Duration::from_secs(10), memory: 4 << 30, file: 512 << 20, output: 64 << 20 }
    }
}

/// A sandbox, with the folders that it lets through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Confine {
    /// Which kind.
    pub how: Confinement,
    /// Folders that may be written.
    pub writable: Vec<PathBuf>,
    /// Files and folders that may be read and executed beside the operating system's own.
    pub readable: Vec<PathBuf>,
}

/// A program to run.
#[derive(Clone)]
pub struct Process {
    /// An absolute path.
    pub program: PathBuf,
    /// Its arguments.
    pub arguments: Vec<OsString>,
    /// Its working folder.
    pub folder: PathBuf,
    /// Its variables.
    pub environment: Environment,
    /// Its standard input.
    pub stdin: Vec<u8>,
    /// None for tools that the user trusts, such as cargo, and then without limits of memory and file length.
    pub confine: Option<Confine>,
    /// Limits of time and output for all; the others only for a program that the user did not choose to trust.
    pub limits: Limits,
    /// Whether memory and file length are limited.
    pub untrusted: bool,
    /// Asked a few times a second.
    pub stop: Option<Stop>,
}

impl Process {
    /// A trusted tool with the environment of this process, nothing on stdin, and an hour of time.
    pub fn tool(program: impl Into<PathBuf>, folder: impl Into<PathBuf>) -> Self {
        Process {
            program: program.into(),
            arguments: Vec::new(),
            folder: folder.into(),
            environment: Environment::Inherited(BTreeMap::new()),
            stdin: Vec::new(),
            confine: None,
            limits: Limits { time: Duration::from_secs(3600), ..Limits::default() },
            untrusted: false,
            stop: None,
        }
    }

    /// With these arguments.
    pub fn args<I: IntoIterator<Item = A>, A: Into<OsString>>(mut self, arguments: I) -> Self {
        self.arguments.extend(arguments.into_iter().map(Into::into));
        self
    }

    /// With a variable set, or removed.
    pub fn variable(mut self, name: &str, value: Option<OsString>) -> Self {
        match &mut self.environment {
            Environment::Inherited(changes) => {
                changes.insert(name.to_owned(), value);
            }
            Environment::Only(all) => {
                value.map(|value| all.insert(name.to_owned(), value));
            }
        }
        self
    }
}

/// How a program ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// By itself.
    Code(i32),
    /// By a signal.
    Signal(i32),
    /// Its time was over.
    Timeout,
    /// It was stopped.
    Stopped,
}

impl Exit {
    /// The code as shells count it: 128 + N for signal N; none when it did not end by itself.
    pub fn code(self) -> Option<i32> {
        match self {
            Exit::Code(code) => Some(code),
            Exit::Signal(signal) => Some(128 + signal),
            Exit::Timeout | Exit::Stopped => None,
        }
    }
}

/// A program that ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finished {
    /// How.
    pub exit: Exit,
    /// What it wrote, up to the limit.
    pub stdout: Vec<u8>,
    /// What it wrote, up to the limit.
    pub stderr: Vec<u8>,
    /// Whether output was dropped.
    pub truncated: bool,
    /// Wall time from its start.
    pub time: Duration,
}
