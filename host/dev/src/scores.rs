//! Conformance scores: run the suites and the corpora that are there, and write `tests/scores`.

use crate::{corpus, plugins, shell};
use anyhow::Result;

/// Run the ignored score tests of the package `tests`, which write the files.
///
/// # Errors
/// When the build or a score run fails.
pub fn run() -> Result<()> {
    let batuta = plugins::build_batuta()?;
    corpus::run(&[])?;
    shell::heading("Scores");
    // Each plugin's `corpus` test holds its own corpora; `scores` holds the suites of goldens.
    let mut command = shell::cargo();
    command.args([
        "test",
        "--release",
        "--locked",
        "--workspace",
        "--no-fail-fast",
        "--test",
        "scores",
        "--test",
        "corpus",
    ]);
    command.args(["--", "--ignored", "--nocapture", "--test-threads", "1"]);
    command.env("BATUTA", batuta).env("BATUTA_BUNDLE", shell::target().join("plugins").join("first-party.bundle"));
    shell::run(&mut command)
}
