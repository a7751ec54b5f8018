//! Provides the toolchain that builds plugins to wasm32: what `batuta_authoring::toolchain` finds, or what can be added.

use crate::shell;
use anyhow::Result;
use batuta_authoring::toolchain::{Machine, PACKAGES, Toolchain, installed, require};
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

pub use batuta_authoring::toolchain::TARGET;

/// The machine that we run on.
struct Here;

impl Machine for Here {
    fn output(&self, program: &str, arguments: &[&str]) -> Option<String> {
        shell::output(Command::new(program).args(arguments)).ok()
    }

    fn names(&self, folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    }

    fn exists(&self, path: &Path) -> bool {
        path.exists()
    }

    fn variable(&self, name: &str) -> Option<OsString> {
        std::env::var_os(name)
    }
}

/// `cargo build` for the target, with everything but the packages set.
pub fn cargo_build(toolchain: Toolchain) -> Command {
    let recipe = toolchain.build();
    let mut command = recipe.cargo.map_or_else(shell::cargo, Command::new);
    for name in recipe.remove {
        command.env_remove(name);
    }
    command.envs(recipe.set).env("CARGO_TARGET_DIR", shell::target().join("wasm"));
    command.args(recipe.arguments).arg("--locked");
    command
}

/// Find a toolchain, or provide one.
///
/// # Errors
/// When none is there and none can be had; the text names both ways out.
pub fn find() -> Result<Toolchain> {
    if let Some(toolchain) = installed(&Here) {
        return Ok(toolchain);
    }
    if rustup_adds_target()
        && let Some(toolchain) = installed(&Here)
    {
        return Ok(toolchain);
    }
    install_debian_packages();
    require(&Here)
}

/// Limited in time: without a network the download hangs.
fn rustup_adds_target() -> bool {
    eprintln!("adding the target {TARGET} through rustup (at most 60 s) …");
    shell::succeeds(Command::new("timeout").args(["60", "rustup", "target", "add", TARGET]))
}

fn install_debian_packages() {
    eprintln!("installing Debian's Rust with std's sources ({}) …", PACKAGES.join(", "));
    let apt = |arguments: &[&str]| {
        let mut command = Command::new("apt-get");
        command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
        shell::succeeds(&mut command)
    };
    if apt(&["update"]) {
        let mut install = vec!["install", "-y", "--no-install-recommends"];
        install.extend(PACKAGES);
        apt(&install);
    }
}
