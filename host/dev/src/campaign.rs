//! `cargo dev campaign NAME --minutes M`: fuzzing for as long as it is told; what was run adds up in `tests/scores`.

use crate::{corpus, plugins, shell};
use anyhow::{Result, bail};
use std::path::PathBuf;

const USAGE: &str = "cargo dev campaign components|answers|csmith --minutes M [--seed N]";

/// Run a campaign for M minutes: against the sandbox, of processor time; or of random C programs held against gcc.
///
/// # Errors
/// When the arguments are others, the build fails, or the campaign found a crash.
pub fn run(arguments: &[String]) -> Result<()> {
    let (mut name, mut minutes, mut seed) = (None, None, None);
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        match argument {
            "components" | "answers" | "csmith" if name.is_none() => name = Some(argument),
            "--minutes" => minutes = rest.next(),
            "--seed" => seed = rest.next(),
            other => bail!("`{other}` is not of `{USAGE}`"),
        }
    }
    let (Some(name), Some(minutes)) = (name, minutes) else { bail!("use `{USAGE}`") };
    if name == "csmith" {
        return csmith(minutes, seed);
    }
    plugins::build()?;
    let smith = if name == "components" { Some(smith()?) } else { None };
    shell::heading("Campaign");
    let mut command = shell::cargo();
    // The whole workspace is selected for the sake of its features: see `plugins::selected`.
    command.args([
        "test",
        "--release",
        "--locked",
        "--workspace",
        "--test",
        "hostile",
        "--",
        "campaign",
        name,
        minutes,
    ]);
    command.arg(seed.unwrap_or("new")).args(smith).env("CARGO_TARGET_DIR", shell::target());
    shell::run(&mut command)
}

/// Random C programs in batches, converted and held against gcc; without a seed they go on where the log ends.
fn csmith(minutes: &str, seed: Option<&str>) -> Result<()> {
    corpus::run(&["csmith".into(), "csmith-headers".into()])?;
    shell::heading("Campaign");
    let mut command = shell::cargo();
    command.args(["test", "--release", "--locked", "--package", "batuta-decy", "--test", "campaign", "--"]);
    command.args(["--ignored", "--nocapture"]);
    command.env("BATUTA_MINUTES", minutes).env("BATUTA_SEED", seed.unwrap_or(""));
    shell::run(command.env("CARGO_TARGET_DIR", shell::target()))
}

/// The program that makes random modules, in a target folder of its own: see its manifest.
fn smith() -> Result<PathBuf> {
    shell::heading("wasm-smith");
    let folder = shell::target().join("smith");
    let mut command = shell::cargo();
    command.args(["build", "--release", "--locked", "--manifest-path", "tests/guests/smith/Cargo.toml"]);
    shell::run(command.env("CARGO_TARGET_DIR", &folder))?;
    Ok(folder.join("release").join("batuta-smith"))
}
