//! What turns Python and JavaScript into components, at the versions that the templates of plugins name, in a folder below the target.

use crate::shell;
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::Command;

/// As `requirements.txt` of the Python template has it.
const PYTHON: &str = include_str!("../../authoring/templates/python/both/requirements.txt");
/// As `package.json` of the JavaScript template has it.
const JAVASCRIPT: &str = include_str!("../../authoring/templates/javascript/both/package.json");

/// Provide both; gives the folder with `python/bin` and `javascript/node_modules`.
///
/// # Errors
/// When Python or Node.js is missing, or a registry does not answer.
pub fn provide() -> Result<PathBuf> {
    let folder = shell::target().join("tools");
    python(&folder.join("python"))?;
    javascript(&folder.join("javascript"))?;
    Ok(folder)
}

/// Whether a folder was filled for these requirements.
fn is_done(folder: &Path, wanted: &str) -> bool {
    std::fs::read_to_string(folder.join("done")).is_ok_and(|text| text == wanted)
}

fn done(folder: &Path, wanted: &str) -> Result<()> {
    std::fs::write(folder.join("done"), wanted).with_context(|| format!("cannot write into {}", folder.display()))
}

fn python(folder: &Path) -> Result<()> {
    let wanted = PYTHON.trim();
    if is_done(folder, wanted) {
        return Ok(());
    }
    shell::run(Command::new("python3").args(["-m", "venv", "--clear"]).arg(folder))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", wanted];
    shell::run(Command::new(folder.join("bin/python3")).args(pip))?;
    done(folder, wanted)
}

fn javascript(folder: &Path) -> Result<()> {
    let package: serde_json::Value = serde_json::from_str(JAVASCRIPT).context("the template's package.json")?;
    let name = "@bytecodealliance/componentize-js";
    let version = package["devDependencies"][name].as_str().context("the template names no version")?;
    let wanted = format!("{name}@{version}");
    if is_done(folder, &wanted) {
        return Ok(());
    }
    std::fs::create_dir_all(folder).context("cannot create the folder for tools")?;
    let arguments = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--prefix"];
    shell::run(Command::new("npm").args(arguments).arg(folder).arg(&wanted))?;
    done(folder, &wanted)
}
