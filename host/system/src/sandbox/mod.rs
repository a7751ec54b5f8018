//! OS sandboxes for programs that nobody vouched for.
//!
//! Both kinds give: no network, the operating system read-only, nothing of the user's home folder, writing only in named
//! folders, limits of memory and file length. Bubblewrap also hides all other processes.

#[cfg(target_os = "linux")]
mod before_exec;
mod bubblewrap;
#[cfg(target_os = "linux")]
mod filter;

use crate::error::{Action, Result, SystemError};
use crate::process::{Confine, Exit, Process};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Kinds of sandbox, strongest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Confinement {
    /// The program `bwrap`, at this path: own namespaces.
    Bubblewrap(PathBuf),
    /// Landlock for files, seccomp for the network and for dangerous calls.
    Landlock,
}

impl Confinement {
    /// Its name for people.
    pub fn name(&self) -> &'static str {
        match self {
            Confinement::Bubblewrap(_) => "bubblewrap",
            Confinement::Landlock => "landlock and seccomp",
        }
    }

    /// The strongest that works here; `bwrap` is the path of that program when it was found.
    pub(crate) fn detect(bwrap: Option<PathBuf>) -> Option<Self> {
        if let Some(path) = bwrap.filter(|path| bubblewrap::works(path)) {
            return Some(Confinement::Bubblewrap(path));
        }
        #[cfg(target_os = "linux")]
        if before_exec::landlock_works() && filter::program().is_some() {
            return Some(Confinement::Landlock);
        }
        None
    }
}

/// Folders of the operating system that a confined program may read.
pub(crate) const SYSTEM: [&str; 9] = ["/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc", "/opt", "/nix"];

/// What a confined run of `program` may read beside the system: what the caller named, and where the program itself lives.
pub(crate) fn readable(program: &Path, confine: &Confine) -> Vec<PathBuf> {
    let mut all = confine.readable.clone();
    for path in [program.to_path_buf(), program.canonicalize().unwrap_or_else(|_| program.to_path_buf())] {
        all.extend(install_folder(&path));
    }
    all.retain(|path| !SYSTEM.iter().any(|system| path.starts_with(system)) && path.exists());
    all.sort();
    all.dedup();
    all
}

/// `PREFIX` of `PREFIX/bin/program`, where a language installed by hand keeps its library, or of `PREFIX/shims/program`, where
/// a version manager keeps all of them; else the program alone. A home folder is never such a prefix.
fn install_folder(program: &Path) -> Option<PathBuf> {
    let folder = program.parent()?;
    let prefix = folder.parent()?;
    let depth = prefix.components().count();
    let is_install = (folder.ends_with("bin") && depth > 3) || (folder.ends_with("shims") && depth > 2);
    Some(if is_install { prefix.to_path_buf() } else { program.to_path_buf() })
}

/// The command that runs `process`, in its sandbox when it has one.
pub(crate) fn command(process: &Process) -> Result<Command> {
    let mut command = match &process.confine {
        Some(confine) => match &confine.how {
            Confinement::Bubblewrap(bwrap) => bubblewrap::command(bwrap, process, confine),
            Confinement::Landlock => plain(process),
        },
        None => plain(process),
    };
    restrict(&mut command, process)?;
    Ok(command)
}

/// What the sandbox said when it could not start the program. Without this look its exit code would pass for the program's.
pub(crate) fn refusal(process: &Process, exit: Exit, stderr: &[u8]) -> Option<String> {
    let bubblewrap = process.confine.as_ref().is_some_and(|confine| matches!(confine.how, Confinement::Bubblewrap(_)));
    let refused = bubblewrap && exit == Exit::Code(1) && stderr.starts_with(b"bwrap: ");
    refused.then(|| String::from_utf8_lossy(stderr).trim().to_owned())
}

fn plain(process: &Process) -> Command {
    let mut command = Command::new(&process.program);
    command.args(&process.arguments).current_dir(&process.folder);
    command
}

#[cfg(target_os = "linux")]
fn restrict(command: &mut Command, process: &Process) -> Result<()> {
    let started =
        |why: String| SystemError::because(Action::Start, &process.program, std::io::ErrorKind::Unsupported, &why);
    let landlock = match &process.confine {
        Some(confine) if confine.how == Confinement::Landlock => {
            let rules =
                before_exec::landlock(&readable(&process.program, confine), &confine.writable).map_err(started)?;
            Some((rules, filter::program().ok_or_else(|| started("seccomp is not there".to_owned()))?))
        }
        _ => None,
    };
    before_exec::install(command, process.untrusted.then_some(process.limits), landlock);
    Ok(())
}

#[cfg(not(target_os = "linux"))]
fn restrict(_: &mut Command, process: &Process) -> Result<()> {
    match process.confine {
        None => Ok(()),
        Some(_) => Err(SystemError::because(
            Action::Start,
            &process.program,
            std::io::ErrorKind::Unsupported,
            "there is no sandbox on this system",
        )),
    }
}

/// The strongest sandbox that needs no program of its own, as on a machine without bubblewrap.
pub fn without_bubblewrap() -> Option<Confinement> {
    Confinement::detect(None)
}
