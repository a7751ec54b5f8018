//! `batuta report`

use super::CommandResult;
use crate::args::Output;
use crate::failure::Failure;
use crate::session::Session;
use batuta_pipeline::{Report, Status};
use batuta_system::System;
use std::path::Path;
use std::sync::Arc;

/// Longest source file that is read for an excerpt, in bytes.
const LONGEST: u64 = 16 << 20;

/// Render the last run in OUT. Its outcome is part of the report, not of this command's exit code.
pub(crate) fn run(session: &Session, out: &Output) -> CommandResult {
    let status = batuta_pipeline::status(&*session.system, &out.output)?;
    let changed = status.changed_inputs.iter().cloned().collect();
    let report = with_sources(session, status).ok_or_else(|| {
        let error = anyhow::anyhow!("no run in {} has ended yet", out.output.display());
        Failure::with_remedy(error, "`batuta convert` first")
    })?;
    session.show_but(report, &changed)?;
    Ok(0)
}

/// The report with the text of the files that its findings point into, as far as they are unchanged.
fn with_sources(session: &Session, status: Status) -> Option<Report> {
    let mut report = status.last?;
    let input = Path::new(&status.input);
    let is_file = session.system.stat(input).ok().flatten().is_some_and(|stat| stat.kind == batuta_system::Kind::File);
    let root = if is_file { input.parent().unwrap_or(input) } else { input };
    let places = report.diagnostics.iter().filter_map(|finding| finding.place.as_ref());
    let mut paths: Vec<String> = places.map(|place| place.file.clone()).collect();
    paths.sort_unstable();
    paths.dedup();
    for path in paths.into_iter().filter(|path| !status.changed_inputs.contains(path)) {
        let bytes = session.system.read_below(root, &path, LONGEST);
        if let Some(text) = bytes.ok().and_then(|bytes| String::from_utf8(bytes).ok()) {
            report.sources.insert(path, Arc::from(text));
        }
    }
    Some(report)
}
