//! A crate that calls one of the SDK's export macros.

use super::machine::In;
use super::{Missing, Workshop};
use crate::toolchain::{self, PACKAGES, PROFILE, TARGET};
use anyhow::{Context, Result, bail};
use batuta_system::{Process, System};
use serde::Deserialize;
use std::path::{Path, PathBuf};

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
    target_directory: PathBuf,
    workspace_root: PathBuf,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    manifest_path: PathBuf,
    targets: Vec<Target>,
}

#[derive(Deserialize)]
struct Target {
    name: String,
    crate_types: Vec<String>,
}

/// Profile settings for a workspace that has no profile for plugins.
const SETTINGS: [&str; 4] = ["inherits=\"release\"", "panic=\"abort\"", "codegen-units=1", "lto=\"thin\""];

/// What a backtrace with lines needs.
const DEBUG: [&str; 2] = ["debug=\"line-tables-only\"", "strip=\"none\""];

pub(super) fn build(shop: &Workshop) -> Result<Vec<u8>> {
    let system = &*shop.system;
    let machine = In { system, folder: &shop.folder };
    let Some(toolchain) = toolchain::installed(&machine) else {
        let install = format!(
            "`rustup target add {TARGET}`, or, on Debian and as root, `apt-get install {}`",
            PACKAGES.join(" ")
        );
        return Err(Missing { what: format!("a Rust toolchain for {TARGET}"), install }.into());
    };
    let recipe = toolchain.build();
    let cargo = match recipe.cargo {
        Some(path) => path,
        None => cargo(system)?,
    };
    let metadata = metadata(shop, &cargo)?;
    let manifest = shop.folder.join("Cargo.toml");
    let same = |path: &Path| *path == manifest || system.absolute(path).is_ok_and(|path| path == manifest);
    let package = metadata.packages.iter().find(|package| same(&package.manifest_path));
    let package = package.with_context(|| format!("{} is no package", manifest.display()))?;
    let library = package.targets.iter().find(|target| target.crate_types.iter().any(|kind| kind == "cdylib"));
    let Some(library) = library else {
        bail!("{} builds no `cdylib`: add `crate-type = [\"cdylib\", \"rlib\"]` to [lib]", package.name);
    };
    let mut process = Process::tool(cargo, &shop.folder).args(recipe.arguments);
    process = process.args(["--package", &package.name, "--lib"]);
    if !has_profile(system, &metadata.workspace_root) {
        process = SETTINGS
            .iter()
            .fold(process, |process, setting| process.args(["--config", &format!("profile.{PROFILE}.{setting}")]));
    }
    if shop.debug {
        for setting in DEBUG {
            process = process.args(["--config", &format!("profile.{PROFILE}.{setting}")]);
        }
    }
    for (name, value) in recipe.set {
        process = process.variable(name, Some(value.into()));
    }
    for name in recipe.remove {
        process = process.variable(name, None);
    }
    shop.run("cargo", process)?;
    let file = format!("{}.wasm", library.name.replace('-', "_"));
    let module = shop.take(&metadata.target_directory.join(TARGET).join(PROFILE).join(file))?;
    batuta_runtime::componentize(&module).context(
        "the crate is no plugin: it calls none of the SDK's export macros, such as `batuta_sdk::export_transpiler!`",
    )
}

fn cargo(system: &dyn System) -> Result<PathBuf> {
    let given = system.environment("CARGO").map(PathBuf::from);
    let missing = || Missing { what: "cargo".into(), install: "install Rust from https://rustup.rs".into() };
    Ok(given.or_else(|| system.find_program("cargo")).ok_or_else(missing)?)
}

fn metadata(shop: &Workshop, cargo: &Path) -> Result<Metadata> {
    let arguments = ["metadata", "--no-deps", "--format-version", "1"];
    let ended = shop.run("cargo metadata", Process::tool(cargo, &shop.folder).args(arguments))?;
    serde_json::from_slice(&ended.stdout).context("cargo metadata answered something else")
}

fn has_profile(system: &dyn System, root: &Path) -> bool {
    let text = system.read(&root.join("Cargo.toml"), 1 << 20).unwrap_or_default();
    String::from_utf8_lossy(&text).contains(&format!("[profile.{PROFILE}]"))
}
