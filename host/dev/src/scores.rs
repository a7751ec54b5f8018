//! Conformance scores: run the suites and the corpora that are there, and write `tests/scores`.

use crate::{plugins, shell};
use anyhow::Result;

/// Run the ignored score tests of the package `tests`, which write the files.
///
/// # Errors
/// When the build or a score run fails.
pub fn run() -> Result<()> {
    let batuta = plugins::build_batuta()?;
    shell::heading("Scores");
    let mut command = shell::cargo();
    command.args([
        "test",
        "--release",
        "--locked",
        "--package",
        "batuta-tests",
        "--test",
        "scores",
        "--",
        "--ignored",
        "--nocapture",
    ]);
    command.env("BATUTA", batuta).env("BATUTA_BUNDLE", shell::target().join("plugins").join("first-party.bundle"));
    shell::run(&mut command)
}
