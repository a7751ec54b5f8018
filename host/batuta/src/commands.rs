//! One file per subcommand, each with one function `run` that gives the exit code.

mod authoring;
mod calibrate;
mod compare;
mod completions;
mod distribution;
mod init;
mod oracle;
mod phases;
mod plugin;
mod report;
mod reset;
mod status;

use crate::args::{Cli, Command};
use crate::failure::Failure;
use crate::session::Session;
use std::process::ExitCode;

/// What a command gives: an exit code, or why it could not do its work.
pub(crate) type CommandResult = Result<u8, Failure>;

/// Do what the command line asks for.
pub(crate) fn run(cli: Cli) -> Result<ExitCode, Failure> {
    let session = Session::new(cli.global);
    let code = match cli.command {
        Command::Calibrate(calibrate) => calibrate::run(&session, &calibrate),
        Command::Completions { shell } => completions::run(shell),
        Command::Compare(compare) => compare::run(session, &compare),
        Command::Init(init) => init::run(&session, &init),
        Command::Analyze(analyze) => phases::analyze(session, analyze),
        Command::Transpile(convert) => phases::on_input(session, convert, phases::Which::Transpile),
        Command::Convert(convert) => phases::on_input(session, convert, phases::Which::Convert),
        Command::Optimize(on) => phases::on_output(session, on, phases::Which::Optimize),
        Command::Validate(on) => phases::on_output(session, on, phases::Which::Validate),
        Command::Build(on) => phases::on_output(session, on, phases::Which::Build),
        Command::Status(out) => status::run(&session, &out),
        Command::Report(out) => report::run(&session, &out),
        Command::Reset(out) => reset::run(&session, &out),
        Command::Oracle(oracle) => oracle::run(&session, &oracle),
        Command::Plugin(plugin) => plugin::run(&session, plugin),
    };
    code.map(ExitCode::from)
}
