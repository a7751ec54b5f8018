//! `pyproject.toml` as PEP 621, PEP 735, Poetry and uv write it, and `Pipfile`.

use super::{dependency, pip};
use batuta_sdk::ProjectDependency;
use toml::{Table, Value};

/// The dependencies of a `pyproject.toml`.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let Ok(root) = text.parse::<Table>() else { return Vec::new() };
    let mut found = Vec::new();
    for path in [&["build-system", "requires"][..], &["project", "dependencies"], &["tool", "uv", "dev-dependencies"]] {
        found.extend(at(&root, path).into_iter().flat_map(list));
    }
    for path in [&["project", "optional-dependencies"][..], &["dependency-groups"]] {
        found.extend(tables(&root, path).flat_map(|(_, group)| list(group)));
    }
    let poetry = ["tool", "poetry"];
    for key in ["dependencies", "dev-dependencies"] {
        found.extend(tables(&root, &[&poetry[..], &[key]].concat()).filter_map(versioned));
    }
    for (_, group) in tables(&root, &[&poetry[..], &["group"]].concat()) {
        let dependencies = group.get("dependencies").and_then(Value::as_table);
        found.extend(dependencies.into_iter().flatten().filter_map(versioned));
    }
    found
}

/// The dependencies of a `Pipfile`.
pub(super) fn pipfile(text: &str) -> Vec<ProjectDependency> {
    let Ok(root) = text.parse::<Table>() else { return Vec::new() };
    ["packages", "dev-packages"].iter().flat_map(|key| tables(&root, &[key])).filter_map(versioned).collect()
}

fn at<'t>(root: &'t Table, path: &[&str]) -> Option<&'t Value> {
    let (first, rest) = path.split_first()?;
    let first = root.get(*first)?;
    rest.iter().try_fold(first, |value, key| value.get(key))
}

fn tables<'t>(root: &'t Table, path: &[&str]) -> impl Iterator<Item = (&'t String, &'t Value)> + use<'t> {
    at(root, path).and_then(Value::as_table).into_iter().flatten()
}

fn list(value: &Value) -> Vec<ProjectDependency> {
    let texts = value.as_array().into_iter().flatten().filter_map(Value::as_str);
    texts.filter_map(pip::requirement).collect()
}

/// `name = "^1"` or `name = { version = "^1" }`; Python itself is no package.
fn versioned((name, value): (&String, &Value)) -> Option<ProjectDependency> {
    let text = |key: &str| value.get(key).and_then(Value::as_str);
    let requirement = value
        .as_str()
        .or_else(|| text("version"))
        .map(str::to_string)
        .or_else(|| text("git").map(|url| format!("git+{url}")))
        .or_else(|| text("path").map(|path| format!("path:{path}")));
    (name != "python").then(|| dependency("pip", name, &requirement.unwrap_or_default()))
}
