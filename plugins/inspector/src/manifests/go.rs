//! `go.mod`.

use super::dependency;
use batuta_sdk::ProjectDependency;

/// What a `go.mod` requires.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let mut found = Vec::new();
    let mut block = false;
    for line in text.lines() {
        let line = line.split("//").next().unwrap_or_default().trim();
        let wanted = if block { Some(line) } else { line.strip_prefix("require ").map(str::trim) };
        match wanted {
            Some("(") => block = true,
            Some(")") => block = false,
            Some(wanted) => found.extend(wanted.split_once(' ').map(|(name, version)| dependency("go", name, version))),
            None => {}
        }
    }
    found
}
