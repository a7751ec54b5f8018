//! Convert Python, C and Shell projects to Rust with sandboxed plugins.

mod args;
mod commands;
mod dashboard;
mod engines;
mod failure;
mod house;
mod plugins;
mod powers;
mod progress;
mod session;
mod supports;
mod traps;

use clap::Parser;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
    // Not a command for people: this process was started to compile one component of unknown origin, see `Compiler::in_child`.
    if std::env::args_os().nth(1).is_some_and(|first| first == batuta_runtime::COMPILE_SUBCOMMAND) {
        return batuta_runtime::compile_child_main();
    }
    let cli = args::Cli::parse();
    match commands::run(cli) {
        Ok(code) => code,
        Err(failure) if failure.is_broken_pipe() => ExitCode::SUCCESS,
        Err(failure) => {
            // A closed stderr leaves nobody to tell.
            let _ = writeln!(std::io::stderr(), "{failure}");
            ExitCode::from(Failure::EXIT_CODE)
        }
    }
}
