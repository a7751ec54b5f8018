//! `Cargo.toml`.

use super::dependency;
use batuta_sdk::ProjectDependency;
use toml::{Table, Value};

/// The dependencies of a `Cargo.toml`, of all kinds and targets.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let Ok(root) = text.parse::<Table>() else { return Vec::new() };
    let targets = root.get("target").and_then(Value::as_table).into_iter().flatten();
    let targets = targets.filter_map(|(_, target)| target.as_table());
    let workspace = root.get("workspace").and_then(Value::as_table);
    let mut found = Vec::new();
    for table in [&root].into_iter().chain(targets).chain(workspace) {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            found.extend(table.get(kind).and_then(Value::as_table).into_iter().flatten().map(one));
        }
    }
    found
}

fn one((name, value): (&String, &Value)) -> ProjectDependency {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let inherited = value.get("workspace").and_then(Value::as_bool) == Some(true);
    let requirement = value
        .as_str()
        .or_else(|| text("version"))
        .map(str::to_string)
        .or_else(|| text("git").map(|url| format!("git+{url}")))
        .or_else(|| text("path").map(|path| format!("path:{path}")))
        .or_else(|| inherited.then(|| "workspace".to_string()));
    dependency("cargo", text("package").unwrap_or(name), &requirement.unwrap_or_default())
}
