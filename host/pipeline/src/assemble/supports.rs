//! Support crates: asked for once per run, checked, put below `support/`.

use super::guard;
use crate::codes;
use crate::finding::HostFinding;
use crate::report::Phase;
use crate::steps::Steps;
use crate::tree::{Generated, Tree};
use batuta_runtime::model::{OutputFile, Severity};
use std::collections::{BTreeMap, BTreeSet};

/// Files of crates by name, then by path.
pub(super) type HostSupports = BTreeMap<String, BTreeMap<String, Vec<u8>>>;

/// A support crate as the lock file needs to know it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Support {
    pub(super) version: String,
    /// Other support crates.
    pub(super) uses: BTreeSet<String>,
    /// Whether it has dependencies from the registry.
    pub(super) registry: bool,
}

/// Put every wanted crate, and those that they use, into the tree.
pub(super) fn add(
    steps: &Steps,
    host: &HostSupports,
    wanted: BTreeMap<String, usize>,
    tree: &mut Tree,
    findings: &mut Vec<HostFinding>,
) -> BTreeMap<String, Support> {
    let mut done = BTreeMap::new();
    let mut queue: Vec<(String, usize)> = wanted.into_iter().collect();
    while let Some((name, plugin)) = queue.pop() {
        if done.contains_key(&name) {
            continue;
        }
        match fetch(steps, host, &name, plugin).and_then(|files| check(&name, files)) {
            Ok((support, files)) => {
                queue.extend(support.uses.iter().map(|used| (used.clone(), plugin)));
                tree.files.extend(files);
                done.insert(name, support);
            }
            Err((code, why)) => {
                let message = format!("support crate `{name}`: {why}");
                findings.push(HostFinding::new(Severity::Error, code, message).of_plugin(steps.name(plugin)));
            }
        }
    }
    done
}

type Refusal = (&'static str, String);

fn fetch(steps: &Steps, host: &HostSupports, name: &str, plugin: usize) -> Result<Vec<OutputFile>, Refusal> {
    if !guard::is_crate_name(name) {
        return Err((codes::NOT_ALLOWED, "is not the name of a crate".to_owned()));
    }
    let step = |cx: &_| steps.plugins.support_crate(plugin, name, cx);
    match steps.run(Phase::Transpilation, plugin, "support-crate", &[name.as_bytes()], step).result {
        Ok(files) => Ok(files),
        Err(error) => {
            let file = |(path, content): (&String, &Vec<u8>)| OutputFile {
                path: path.clone(),
                content: content.clone(),
                origins: Vec::new(),
            };
            let supplied = host.get(name).map(|files| files.iter().map(file).collect());
            supplied
                .ok_or_else(|| (codes::NO_SUPPORT, format!("neither the plugin nor the host supplies it ({error})")))
        }
    }
}

fn check(name: &str, files: Vec<OutputFile>) -> Result<(Support, BTreeMap<String, Generated>), Refusal> {
    let refuse = |why: String| (codes::NOT_ALLOWED, why);
    if let Some(why) = files.iter().find_map(|file| guard::refuse_file(file, true)) {
        return Err(refuse(why));
    }
    let manifest = files.iter().find(|file| file.path == "Cargo.toml");
    let manifest = manifest.ok_or_else(|| refuse("has no Cargo.toml".to_owned()))?;
    let text = String::from_utf8_lossy(&manifest.content).into_owned();
    let uses = guard::check_manifest(name, &text).map_err(refuse)?;
    let table: toml::Table = text.parse().unwrap_or_default();
    let version = table.get("package").and_then(|package| package.get("version")).and_then(toml::Value::as_str);
    let support = Support {
        version: version.unwrap_or("0.0.0").to_owned(),
        registry: has_registry(&table),
        uses: uses.into_iter().collect(),
    };
    let file = |file: OutputFile| {
        (format!("support/{name}/{}", file.path), Generated { bytes: file.content, origins: Vec::new() })
    };
    Ok((support, files.into_iter().map(file).collect()))
}

/// Whether any dependency comes from the registry, switched on or not: it is part of the lock file then.
fn has_registry(table: &toml::Table) -> bool {
    table.iter().any(|(key, value)| {
        let inner = value.as_table();
        match key.as_str() {
            "dependencies" | "dev-dependencies" => {
                inner.is_some_and(|all| all.values().any(|d| d.get("path").is_none()))
            }
            "target" => inner.is_some_and(|all| all.values().filter_map(toml::Value::as_table).any(has_registry)),
            _ => false,
        }
    })
}
