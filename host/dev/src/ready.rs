//! Everything that CI runs, in one command: what is green here is green there.

use crate::{corpus, plugins, shell, tidy, tools};
use anyhow::Result;

/// Tidy, format, plugins, lints, corpora, tools, all tests.
///
/// # Errors
/// At the first step that fails.
pub fn run() -> Result<()> {
    shell::heading("House rules");
    tidy::run()?;
    shell::heading("Format");
    shell::run(shell::cargo().args(["fmt", "--all", "--check"]))?;
    let batuta = plugins::build_batuta()?;
    let bundle = shell::target().join("plugins").join("first-party.bundle");
    shell::heading("Lints");
    let mut lints = shell::cargo();
    lints.args(["clippy", "--release", "--locked", "--workspace", "--all-targets", "--", "--deny", "warnings"]);
    shell::run(lints.env("BATUTA_BUNDLE", &bundle))?;
    shell::heading("Corpora");
    corpus::run(&[])?;
    shell::heading("Tools of plugin authors");
    let tools = tools::provide()?;
    shell::heading("Tests");
    let mut tests = shell::cargo();
    tests.args(["test", "--release", "--locked", "--workspace", "--no-fail-fast"]);
    shell::run(tests.env("BATUTA", &batuta).env("BATUTA_BUNDLE", &bundle).env("BATUTA_TOOLS", &tools))?;
    eprintln!("\nready");
    Ok(())
}
