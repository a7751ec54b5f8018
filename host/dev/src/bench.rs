//! The benchmarks: each prints its figures as ratios against a named rival or as absolute times.

use crate::{plugins, shell};
use anyhow::Result;

/// Every benchmark. Naming them keeps cargo from running each crate's tests as benchmarks.
const ALL: [&str; 7] = ["plugin_call", "throughput", "convert", "kernels", "dispatch", "numpy", "retrieval"];

/// Run all benchmarks, or those named.
///
/// # Errors
/// When the build or a benchmark fails.
pub fn run(names: &[String]) -> Result<()> {
    let batuta = plugins::build_batuta()?;
    shell::heading("Benchmarks");
    let mut command = shell::cargo();
    // The whole workspace is selected for the sake of its features: see `plugins::selected`.
    command.args(["bench", "--locked", "--workspace"]).env("BATUTA", batuta);
    command.env("BATUTA_BUNDLE", shell::target().join("plugins").join("first-party.bundle"));
    if names.is_empty() {
        command.args(ALL.iter().flat_map(|name| ["--bench", name]));
    }
    command.args(names.iter().flat_map(|name| ["--bench", name]));
    shell::run(&mut command)
}
