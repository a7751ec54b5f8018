//! The benchmarks: each prints its figures as ratios against a named rival or as absolute times.

use crate::{plugins, shell};
use anyhow::Result;

/// Run all benchmarks, or those named.
///
/// # Errors
/// When the build or a benchmark fails.
pub fn run(names: &[String]) -> Result<()> {
    let batuta = plugins::build_batuta()?;
    shell::heading("Benchmarks");
    let mut command = shell::cargo();
    command.args(["bench", "--locked", "--package", "batuta-benches"]).env("BATUTA", batuta);
    command.env("BATUTA_BUNDLE", shell::target().join("plugins").join("first-party.bundle"));
    for name in names {
        command.args(["--bench", name]);
    }
    shell::run(&mut command)
}
