//! `batuta reset`

use super::CommandResult;
use crate::args::Output;
use crate::session::Session;

/// Remove what batuta wrote in OUT, and nothing else.
pub(crate) fn run(session: &Session, out: &Output) -> CommandResult {
    let removed = batuta_pipeline::reset(&session.system, &out.output)?;
    session.print(&format!("removed {removed} files that batuta wrote in {}\n", out.output.display()))?;
    Ok(0)
}
