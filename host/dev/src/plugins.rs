//! Plugins and guests to wasm32 in one cargo call, then into the bundle that `batuta` embeds.

use crate::{shell, toolchain};
use anyhow::{Context, Result, bail};
use std::path::PathBuf;
use std::process::Command;

/// Embedded in the binary, in this order.
const FIRST_PARTY: [&str; 8] =
    ["inspector", "depyler", "bashrs", "decy", "oracle", "optimizer", "backend-native", "backend-ndarray"];

/// Packages that only tests run, and the name that their core module gets: two that misbehave, and a third party's plugin.
const GUESTS: [(&str, &str); 3] =
    [("batuta-guest-hostile", "hostile"), ("batuta-guest-liar", "liar"), ("batuta-example-awk", "awk")];

/// Build everything that runs in the sandbox; gives the bundle's path.
///
/// # Errors
/// When no toolchain can be had, or something does not build.
pub fn build() -> Result<PathBuf> {
    shell::heading("Plugins");
    let toolchain = toolchain::find()?;
    let mut command = toolchain::cargo_build(toolchain);
    for name in FIRST_PARTY {
        command.args(["--package", &format!("batuta-{name}")]);
    }
    for (package, _) in GUESTS {
        command.args(["--package", package]);
    }
    command.arg("--lib");
    shell::run(&mut command)?;
    let folder = shell::target().join("wasm").join(toolchain::TARGET).join("plugin");
    let core = |name: String| -> Result<PathBuf> {
        let path = folder.join(format!("{}.wasm", name.replace('-', "_")));
        if path.exists() { Ok(path) } else { bail!("the build left no {}", path.display()) }
    };
    let out = shell::target().join("plugins");
    std::fs::create_dir_all(&out).context("cannot create the folder for the bundle")?;
    let bundle = out.join("first-party.bundle");
    let mut bundler = selected();
    shell::run(bundler.args(["--bin", "batuta-bundle"]))?;
    let mut command = Command::new(shell::target().join("release").join("batuta-bundle"));
    command.arg(&bundle);
    for name in FIRST_PARTY {
        command.arg(core(format!("batuta-{name}"))?);
    }
    shell::run(&mut command)?;
    for (package, name) in GUESTS {
        let to = out.join(format!("{name}.core.wasm"));
        std::fs::copy(core(package.to_owned())?, &to).with_context(|| format!("cannot write {}", to.display()))?;
    }
    Ok(bundle)
}

/// Build `batuta` with the plugins embedded; gives its path.
///
/// # Errors
/// As [`build`].
pub fn build_batuta() -> Result<PathBuf> {
    let bundle = build()?;
    shell::heading("batuta");
    shell::run(selected().arg("--bins").env("BATUTA_BUNDLE", &bundle))?;
    Ok(shell::target().join("release").join("batuta"))
}

/// Builds programs of the host. The whole workspace is selected, so that every dependency has the features that the tests ask of it and
/// is compiled once.
fn selected() -> Command {
    let mut command = shell::cargo();
    command.args(["build", "--release", "--locked", "--workspace"]);
    command
}
