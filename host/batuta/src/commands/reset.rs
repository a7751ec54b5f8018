//! `batuta reset`

use super::CommandResult;
use crate::args::{Format, Output};
use crate::session::Session;

/// Remove what batuta wrote in OUT, and nothing else.
pub(crate) fn run(session: &Session, out: &Output) -> CommandResult {
    let reset = batuta_pipeline::reset(&*session.system, &out.output)?;
    if session.global.format == Format::Json {
        session.print(&(serde_json::to_string_pretty(&reset)? + "\n"))?;
        return Ok(0);
    }
    session.print(&format!("removed {} files that batuta wrote in {}\n", reset.removed, out.output.display()))?;
    for path in &reset.kept {
        session.print(&format!("kept {path}: somebody changed it\n"))?;
    }
    Ok(0)
}
