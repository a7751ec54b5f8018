//! Asking cargo, and reading what it says.

use crate::error::{Error, Result};
use batuta_runtime::plugin_set::Cancel;
use batuta_system::{Exit, Finished, Process, System};
use serde::Deserialize;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Variables that would make cargo build something else, or somewhere else, than the output says.
const REMOVED: [&str; 8] = [
    "CARGO_TARGET_DIR",
    "CARGO_BUILD_TARGET_DIR",
    "CARGO_BUILD_TARGET",
    "RUSTFLAGS",
    "CARGO_ENCODED_RUSTFLAGS",
    "CARGO_BUILD_RUSTFLAGS",
    "RUSTC_WORKSPACE_WRAPPER",
    "CARGO_MAKEFLAGS",
];

/// Cargo on this machine.
#[derive(Clone)]
pub(crate) struct Cargo {
    system: Arc<dyn System>,
    program: PathBuf,
    online: bool,
    jobs: usize,
    cancel: Cancel,
}

/// One message of the compiler.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct CompilerMessage {
    pub(crate) message: rustfix::diagnostics::Diagnostic,
    #[serde(skip)]
    pub(crate) level: String,
}

/// What a run of cargo said.
#[derive(Clone, Debug, Default)]
pub(crate) struct CargoOutcome {
    /// Whether cargo was content.
    pub(crate) success: bool,
    /// In the order of cargo's output.
    pub(crate) messages: Vec<CompilerMessage>,
    /// Absolute paths.
    pub(crate) executables: Vec<PathBuf>,
    /// What cargo itself wrote, when it was not content.
    pub(crate) stderr: String,
}

impl Cargo {
    /// The cargo that PATH names; none when there is none.
    pub(crate) fn find(system: &Arc<dyn System>, online: bool, jobs: usize, cancel: &Cancel) -> Option<Self> {
        let program = system.find_program("cargo")?;
        Some(Cargo { system: Arc::clone(system), program, online, jobs, cancel: cancel.clone() })
    }

    /// Run a subcommand in `folder` with further variables. JSON messages are asked for by the caller's arguments.
    ///
    /// # Errors
    /// When cargo cannot be started or the user stopped the run.
    pub(crate) fn run(
        &self,
        folder: &Path,
        arguments: &[&str],
        variables: &[(&str, OsString)],
    ) -> Result<CargoOutcome> {
        let mut process = Process::tool(&self.program, folder).args(arguments.iter().copied());
        if !self.online {
            process = process.args(["--offline"]);
        }
        if self.jobs > 0 && ["build", "check"].contains(&arguments[0]) {
            process = process.args(["--jobs", &self.jobs.to_string()]);
        }
        for name in REMOVED {
            process = process.variable(name, None);
        }
        for (name, value) in variables {
            process = process.variable(name, Some(value.clone()));
        }
        process.limits.output = 256 << 20;
        let cancel = self.cancel.clone();
        process.stop = Some(Arc::new(move || cancel.is_cancelled()));
        let finished = self.system.run(&process)?;
        if finished.exit == Exit::Stopped {
            return Err(Error::Cancelled);
        }
        Ok(read(&finished))
    }
}

fn read(finished: &Finished) -> CargoOutcome {
    let mut outcome = CargoOutcome {
        success: finished.exit == Exit::Code(0),
        stderr: String::from_utf8_lossy(&finished.stderr).into_owned(),
        ..CargoOutcome::default()
    };
    for line in finished.stdout.split(|byte| *byte == b'\n').filter(|line| line.first() == Some(&b'{')) {
        let Ok(value) = serde_json::from_slice::<serde_json::Value>(line) else { continue };
        match value["reason"].as_str() {
            Some("compiler-message") => {
                let level = value["message"]["level"].as_str().unwrap_or_default().to_owned();
                if let Ok(message) = serde_json::from_value::<CompilerMessage>(value) {
                    outcome.messages.push(CompilerMessage { level, ..message });
                }
            }
            Some("compiler-artifact") => outcome.executables.extend(value["executable"].as_str().map(PathBuf::from)),
            _ => {}
        }
    }
    outcome
}

/// What cargo's own words mean for the user.
pub(crate) fn explain(stderr: &str, online: bool) -> String {
    let line = |start: &str| stderr.lines().map(str::trim).find(|line| line.contains(start)).map(str::to_owned);
    let missing = [
        "no matching package",
        "failed to download",
        "you may wish to retry without",
        "unable to update",
        "Unable to update",
    ];
    if !online && missing.iter().any(|part| stderr.contains(part)) {
        let which = named(stderr).map_or("a crate".to_owned(), |name| format!("crate `{name}`"));
        return format!(
            "{which} is not on this machine, and cargo may not use the network; --online lets it fetch what is missing"
        );
    }
    line("error: could not compile").or_else(|| line("error")).unwrap_or_else(|| match stderr.trim() {
        "" => "cargo failed without a word".to_owned(),
        words => words.lines().last().unwrap_or(words).to_owned(),
    })
}

/// The crate that cargo misses.
fn named(stderr: &str) -> Option<&str> {
    let starts =
        ["no matching package named `", "failed to download `", "searched package name: `", "required by package `"];
    starts.iter().find_map(|start| {
        let rest = &stderr[stderr.find(start)? + start.len()..];
        rest.split(['`', ' ']).next()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_crate_names_the_way_out() {
        let stderr = "error: no matching package named `regex` found\nlocation searched: crates.io index\n\
                      As a reminder, you're using offline mode (--offline)";
        let text = explain(stderr, false);
        assert!(text.starts_with("crate `regex` is not on this machine") && text.contains("--online"), "{text}");
        assert_eq!(explain("error: something else", true), "error: something else");
        assert_eq!(explain("", true), "cargo failed without a word");
    }
}
