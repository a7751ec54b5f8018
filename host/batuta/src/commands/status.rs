//! `batuta status`

use super::CommandResult;
use crate::args::{Format, StatusOf};
use crate::dashboard;
use crate::session::Session;
use batuta_pipeline::Status;
use std::fmt::Write;
use std::io::IsTerminal;

/// Show what the last run in OUT did, and what has changed since: on a terminal as a screen that follows it.
pub(crate) fn run(session: &Session, out: &StatusOf) -> CommandResult {
    let look = || Ok(batuta_pipeline::status(&*session.system, &out.output)?);
    let terminal = std::io::stdout().is_terminal() && std::io::stdin().is_terminal();
    if terminal && !out.once && session.global.format == Format::Text {
        dashboard::show(&look)?;
        return Ok(0);
    }
    let status = look()?;
    if session.global.format == Format::Json {
        session.print(&(serde_json::to_string_pretty(&status)? + "\n"))?;
    } else {
        session.print(&words(&status))?;
    }
    Ok(0)
}

fn words(status: &Status) -> String {
    let mut text = format!("{}\n  from {}\n", status.output, status.input);
    if status.interrupted {
        text.push_str("  the last run ended early; the next one goes on where it stopped\n");
    }
    changed(&mut text, "source files changed since", &status.changed_inputs);
    changed(&mut text, "generated files changed by somebody else", &status.changed_outputs);
    match &status.last {
        None => text.push_str("  no run has ended yet\n"),
        Some(report) => {
            // Writing to a String cannot fail.
            let _ = writeln!(
                text,
                "  last: batuta {}, {}",
                report.command,
                serde_json::json!(report.outcome).as_str().unwrap_or("")
            );
            for phase in &report.phases {
                let how = serde_json::json!(phase.status);
                let reason = phase.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
                let _ = writeln!(text, "    {:<14} {}{reason}", phase.phase.title(), how.as_str().unwrap_or(""));
            }
        }
    }
    text
}

/// At most ten names; the rest is counted.
fn changed(text: &mut String, what: &str, paths: &[String]) {
    let _ =
        writeln!(text, "  {}: {}", what, if paths.is_empty() { "none".to_owned() } else { paths.len().to_string() });
    for path in paths.iter().take(10) {
        let _ = writeln!(text, "    {path}");
    }
    if paths.len() > 10 {
        let _ = writeln!(text, "    … and {} more", paths.len() - 10);
    }
}
