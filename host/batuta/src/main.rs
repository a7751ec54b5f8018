//! Convert Python, C and Shell projects to Rust with sandboxed plugins.

mod args;
mod commands;
mod failure;
mod plugins;
mod progress;
mod session;

use clap::Parser;
use failure::Failure;
use std::io::Write;
use std::process::ExitCode;

fn main() -> ExitCode {
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
