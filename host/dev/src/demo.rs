//! One command from a fresh clone to a converted, validated and built project.

use crate::{plugins, shell};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

/// Convert `examples/mixed-project` and show the report.
///
/// # Errors
/// When anything on the way fails.
pub fn run() -> Result<()> {
    let (_, out) = converted()?;
    eprintln!("\nThe Rust workspace is in {}", out.display());
    Ok(())
}

/// The same; gives `batuta` and the folder with the workspace.
///
/// # Errors
/// When anything on the way fails.
pub fn converted() -> Result<(PathBuf, PathBuf)> {
    let batuta = plugins::build_batuta()?;
    shell::heading("batuta convert examples/mixed-project");
    let out = shell::target().join("demo");
    shell::run(
        Command::new(&batuta).args(["convert", "examples/mixed-project", "-o"]).arg(&out).arg("--require-validation"),
    )?;
    Ok((batuta, out))
}
