//! `batuta completions`

use super::CommandResult;
use crate::args::Cli;
use clap::CommandFactory;

/// Print the completion script of `shell`.
pub(crate) fn run(shell: clap_complete::Shell) -> CommandResult {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "batuta", &mut script);
    std::io::Write::write_all(&mut std::io::stdout(), &script)?;
    Ok(0)
}
