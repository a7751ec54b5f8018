//! `cargo dev …`: set up, build plugins, demo, tests, scores, corpora.
//!
//! Depends on nothing heavy, so that it starts within seconds on a fresh clone; everything else is built by the commands
//! that it runs. It may touch files and processes (one of the stated exceptions of the architecture).

#![allow(clippy::disallowed_methods)] // a stated exception, see above

mod bench;
mod campaign;
mod corpus;
mod demo;
mod licences;
mod picture;
mod plugins;
mod ready;
mod scores;
mod shell;
mod tidy;
mod toolchain;
mod tools;

use anyhow::Result;
use std::process::ExitCode;

const HELP: &str = "\
Everything a contributor does, from a fresh clone.

Usage: cargo dev COMMAND

  setup      find or provide the toolchain that builds plugins to wasm32
  plugins    build the plugins and the hostile guests, and bundle them for the host
  build      build `batuta` with the plugins embedded (target/release/batuta)
  demo       set up, then convert, validate and build examples/mixed-project
  picture    the same, then the report in a browser: target/artifacts/report-light.png and report-dark.png
  ready      set up, then everything that CI runs: tidy, format, lints, all tests, the README's commands
  bench      run the benchmarks and print their figures
  scores     run the suites and write tests/scores
  campaign   run for a while: components, answers (fuzz the sandbox) or csmith (random C)  --minutes M [--seed N]
  corpus     fetch the test corpora at pinned versions into target/corpus  [NAME…]
  tools      fetch what makes components of Python and JavaScript into target/tools
  tidy       check the house rules
  help       this text

Example: cargo dev demo
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("cargo dev: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    std::env::set_current_dir(shell::root())?;
    let rest = arguments.get(1..).unwrap_or(&[]);
    match arguments.first().map(String::as_str) {
        None | Some("help" | "--help" | "-h") => {
            print!("{HELP}");
            Ok(())
        }
        Some("setup") => toolchain::find().map(|toolchain| println!("plugins are built with {toolchain}")),
        Some("plugins") => plugins::build().map(|_| ()),
        Some("build") => plugins::build_batuta().map(|_| ()),
        Some("demo") => demo::run(),
        Some("picture") => picture::run(),
        Some("ready") => ready::run(),
        Some("bench") => bench::run(rest),
        Some("scores") => scores::run(),
        Some("campaign") => campaign::run(rest),
        Some("corpus") => corpus::run(rest),
        Some("tools") => tools::provide().map(|folder| println!("{}", folder.display())),
        Some("tidy") => tidy::run(),
        Some(other) => anyhow::bail!("no command `{other}`; `cargo dev help` lists them"),
    }
}
