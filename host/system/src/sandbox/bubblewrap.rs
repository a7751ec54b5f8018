//! Bubblewrap: own namespaces of processes, network, users and mounts.

use super::{SYSTEM, readable};
use crate::process::{Confine, Process};
use std::path::Path;
use std::process::{Command, Stdio};

/// Whether `bwrap` can make its namespaces here; containers often forbid that.
pub(super) fn works(bwrap: &Path) -> bool {
    let mut probe = Command::new(bwrap);
    base(&mut probe);
    probe.args(["--", "/bin/sh", "-c", ":"]);
    probe.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    probe.status().is_ok_and(|status| status.success())
}

/// `process` inside of bubblewrap.
pub(super) fn command(bwrap: &Path, process: &Process, confine: &Confine) -> Command {
    let mut command = Command::new(bwrap);
    base(&mut command);
    for path in readable(&process.program, confine) {
        command.arg("--ro-bind").arg(&path).arg(&path);
    }
    for path in &confine.writable {
        command.arg("--bind").arg(path).arg(path);
    }
    command.arg("--chdir").arg(&process.folder);
    command.arg("--").arg(&process.program).args(&process.arguments);
    command
}

fn base(command: &mut Command) {
    command.args(["--unshare-all", "--die-with-parent", "--new-session"]);
    for folder in SYSTEM {
        command.args(["--ro-bind-try", folder, folder]);
    }
    command.args(["--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp"]);
}
