//! What happens in the child between `fork` and `exec`: the only unsafe code of this crate.
//!
//! After `fork` in a process with threads only async-signal-safe work is allowed. Everything that allocates (rules, filter,
//! errors) is made in the parent; the child makes system calls only.
#![allow(unsafe_code)]

use super::SYSTEM;
use crate::process::Limits;
use landlock::{
    ABI, Access, AccessFs, CompatLevel, Compatible, PathBeneath, PathFd, Ruleset, RulesetAttr, RulesetCreated,
    RulesetCreatedAttr, Scope,
};
use rustix::process::{Resource, Rlimit, Signal, set_parent_process_death_signal, setrlimit};
use seccompiler::BpfProgram;
use std::io;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the kernel has Landlock.
pub(super) fn landlock_works() -> bool {
    let access = AccessFs::from_all(ABI::V1);
    let ruleset = Ruleset::default().set_compatibility(CompatLevel::HardRequirement).handle_access(access);
    ruleset.is_ok_and(|ruleset| ruleset.create().is_ok())
}

/// Rules that let through the system and `readable` for reading, `writable` for everything.
pub(super) fn landlock(readable: &[PathBuf], writable: &[PathBuf]) -> Result<RulesetCreated, String> {
    let all = AccessFs::from_all(ABI::V5);
    let read = AccessFs::from_read(ABI::V5);
    let ruleset = Ruleset::default().handle_access(all).and_then(|ruleset| ruleset.scope(Scope::from_all(ABI::V6)));
    let mut ruleset = ruleset.and_then(|ruleset| ruleset.create()).map_err(|e| e.to_string())?;
    let system = SYSTEM.iter().chain(&["/proc"]).map(Path::new);
    let readable = readable.iter().map(PathBuf::as_path).chain(system).map(|path| (path, read));
    let writable = writable.iter().map(PathBuf::as_path).chain([Path::new("/dev")]).map(|path| (path, all));
    for (path, access) in readable.chain(writable) {
        let Ok(folder) = PathFd::new(path) else { continue };
        let access = if path.is_dir() { access } else { access & AccessFs::from_file(ABI::V5) };
        ruleset = ruleset.add_rule(PathBeneath::new(folder, access)).map_err(|e| e.to_string())?;
    }
    Ok(ruleset)
}

/// Make `command` take its limits and its sandbox on itself before it becomes the program. A program with limits also ends
/// when this process does; tools do not: cargo holds the lock of its folder until its compilers are done with it.
pub(super) fn install(command: &mut Command, limits: Option<Limits>, landlock: Option<(RulesetCreated, BpfProgram)>) {
    if limits.is_none() && landlock.is_none() {
        return;
    }
    let (mut rules, filter) = landlock.unzip();
    let hook = move || {
        if let Some(limits) = limits {
            set_parent_process_death_signal(Some(Signal::KILL))?;
            set_limits(limits)?;
        }
        if let Some(rules) = rules.take() {
            rules.restrict_self().map_err(|_| io::Error::last_os_error())?;
        }
        match &filter {
            Some(filter) => seccompiler::apply_filter(filter).map_err(|_| io::Error::last_os_error()),
            None => Ok(()),
        }
    };
    // SAFETY: the hook makes system calls (prlimit, prctl, landlock_restrict_self, seccomp) on values made before the fork.
    // `RulesetCreated` closes a file descriptor and frees nothing when dropped; errors carry only an errno.
    unsafe { command.pre_exec(hook) };
}

fn set_limits(limits: Limits) -> io::Result<()> {
    let seconds = limits.time.as_secs().saturating_add(2);
    for (resource, most) in
        [(Resource::As, limits.memory), (Resource::Fsize, limits.file), (Resource::Core, 0), (Resource::Cpu, seconds)]
    {
        setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) })?;
    }
    Ok(())
}
