//! `package.json`.

use super::dependency;
use batuta_sdk::ProjectDependency;
use serde_json::Value;

/// The dependencies of a `package.json`, of all kinds.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let Ok(root) = serde_json::from_str::<Value>(text) else { return Vec::new() };
    let kinds = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];
    let entries = kinds.iter().filter_map(|kind| root.get(kind)?.as_object()).flatten();
    entries.map(|(name, version)| dependency("npm", name, version.as_str().unwrap_or_default())).collect()
}
