//! Compile generated packages by calling rustc directly.

use crate::conversion::Package;
use crate::process::{quiet, run};
use crate::support::{Built, tool, write_files};
use anyhow::{Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long compiling one program may take.
const COMPILE_LIMIT: Duration = Duration::from_secs(120);

/// Compile one program of a package (or its library, when `binary` is none) and give the path of the result.
///
/// # Errors
/// rustc's messages: every warning counts.
pub(crate) fn compile(package: &Package, binary: Option<usize>, folder: &Path, built: &Built) -> Result<PathBuf> {
    rustc(package, binary, folder, built, &["-Dwarnings", "-Copt-level=0"])
}

/// Compile one program at an optimisation level; warnings do not count.
///
/// # Errors
/// rustc's messages.
pub(crate) fn compile_at(
    package: &Package,
    binary: Option<usize>,
    folder: &Path,
    built: &Built,
    level: u8,
) -> Result<PathBuf> {
    rustc(package, binary, folder, built, &["-Awarnings", &format!("-Copt-level={level}")])
}

fn rustc(package: &Package, binary: Option<usize>, folder: &Path, built: &Built, flags: &[&str]) -> Result<PathBuf> {
    let target = binary.and_then(|at| package.binaries.get(at));
    let (name, root) = target.map_or(("lib", "src/lib.rs"), |binary| (&binary.name, &binary.path));
    ensure!(package.files.contains_key(root), "`{root}`, the root of `{name}`, is not among the files");
    let out = folder.join(format!("{name}.out"));
    let mut command = quiet(&tool("RUSTC", "rustc"), folder);
    let kind = if target.is_some() { "bin" } else { "rlib" };
    command.args(["--edition=2024", "-Cdebug-assertions=off", "-Coverflow-checks=off"]).args(flags);
    command.args(["--crate-type", kind, "--crate-name", &name.replace('-', "_"), root, "-o"]).arg(&out);
    command.args(built.arguments(package.supports.keys().chain(package.dependencies.keys()))?);
    let output = run(command, b"", COMPILE_LIMIT)?;
    if output.exit != Some(0) {
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim_end());
    }
    Ok(out)
}

/// Write the files of a package below `folder`.
pub(crate) fn write(package: &Package, folder: &Path) -> Result<()> {
    write_files(folder, package.files.values())
}
