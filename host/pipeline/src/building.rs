//! Phase 5: `cargo build --release`, with errors taken back to the source.

use crate::cargo::{Cargo, CompilerMessage, explain};
use crate::error::Result;
use crate::report::{BuildMessage, BuildReport};
use crate::source_map::SourceMap;
use std::path::Path;

/// Build the workspace in `out`.
///
/// # Errors
/// When cargo cannot be started or the user stopped the run; a failed build is a report.
pub(crate) fn build(cargo: &Cargo, out: &Path, map: &SourceMap, online: bool) -> Result<BuildReport> {
    let done = cargo.run(out, &["build", "--release", "--workspace", "--message-format=json"], &[])?;
    let mut messages: Vec<BuildMessage> = Vec::new();
    for message in done.messages.iter().filter(|message| !is_summary(message)) {
        let message = translate(message, map);
        if !messages.contains(&message) {
            messages.push(message);
        }
    }
    messages.sort_by_key(|message| (message.level != "error", message.source.is_none()));
    let relative = |path: &std::path::PathBuf| path.strip_prefix(out).unwrap_or(path).to_string_lossy().into_owned();
    let mut executables: Vec<String> = done.executables.iter().map(relative).collect();
    executables.sort();
    let errors = messages.iter().filter(|message| message.level == "error").count();
    let problem = match (done.success, errors) {
        (true, _) => None,
        (false, 0) => Some(explain(&done.stderr, online)),
        (false, count) => {
            Some(format!("the compiler found {count} error{} in the generated code", if count == 1 { "" } else { "s" }))
        }
    };
    Ok(BuildReport { success: done.success, cached: false, messages, executables, problem })
}

/// "aborting due to …" and "N warnings emitted" say nothing new.
fn is_summary(message: &CompilerMessage) -> bool {
    message.message.spans.is_empty()
        && (message.message.message.starts_with("aborting due to")
            || message.message.message.contains("warning emitted")
            || message.message.message.contains("warnings emitted"))
}

fn translate(message: &CompilerMessage, map: &SourceMap) -> BuildMessage {
    let diagnostic = &message.message;
    let span = diagnostic.spans.iter().find(|span| span.is_primary).or(diagnostic.spans.first());
    let rust = span.map(|span| (span.file_name.clone(), span.line_start as u32));
    BuildMessage {
        level: message.level.clone(),
        code: diagnostic.code.as_ref().map(|code| code.code.clone()),
        message: diagnostic.message.clone(),
        source: rust.as_ref().and_then(|(path, line)| map.find(path, *line)),
        rust,
        rendered: diagnostic.rendered.clone().unwrap_or_default(),
    }
}
