//! `batuta report`

use super::CommandResult;
use crate::args::Output;
use crate::session::Session;

/// Render the last run in OUT. Its outcome is part of the report, not of this command's exit code.
pub(crate) fn run(session: &Session, out: &Output) -> CommandResult {
    let report = batuta_pipeline::last_report(&session.system, &out.output)?;
    session.show(&report)?;
    Ok(0)
}
