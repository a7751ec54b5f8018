//! `batuta status`

use super::CommandResult;
use crate::args::Output;
use crate::session::Session;

/// Show what the last run in OUT did, and what has changed since.
pub(crate) fn run(session: &Session, out: &Output) -> CommandResult {
    let report = batuta_pipeline::status(&session.system, &out.output)?;
    session.show(&report)?;
    Ok(0)
}
