//! `Cargo.toml` of the workspace and of each package, `Cargo.lock` where no registry crate is in it.

use batuta_runtime::model::CrateDependency;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

/// Lints that say nothing about whether generated code is right. Those that would refuse to compile what must fail at run
/// time, as in the source, are among them.
const QUIET: [&str; 15] = [
    "unused",
    "nonstandard_style",
    "non_ascii_idents",
    "arithmetic_overflow",
    "unconditional_panic",
    "unconditional_recursion",
    "overflowing_literals",
    "unused_comparisons",
    "irrefutable_let_patterns",
    "private_interfaces",
    "private_bounds",
    "static_mut_refs",
    "unpredictable_function_pointer_comparisons",
    "invalid_nan_comparisons",
    "mismatched_lifetime_syntaxes",
];

/// A package of the output.
#[derive(Clone, Debug, Default)]
pub(crate) struct Package {
    /// Its name and its folder.
    pub(crate) name: String,
    /// Name and root file of each program.
    pub(crate) binaries: Vec<(String, String)>,
    /// Whether it has `src/lib.rs`.
    pub(crate) library: bool,
    /// Support crates with their features.
    pub(crate) supports: BTreeMap<String, BTreeSet<String>>,
    /// Registry crates with version and features.
    pub(crate) dependencies: BTreeMap<String, (String, BTreeSet<String>)>,
}

impl Package {
    /// Add a registry crate; one that is there already keeps its version.
    pub(super) fn depend(&mut self, dependency: &CrateDependency, pins: &Pins) {
        let version = || match pins.get(&dependency.name) {
            Some(pinned) => format!("={pinned}"),
            None => dependency.version.clone(),
        };
        let entry = self.dependencies.entry(dependency.name.clone()).or_insert_with(|| (version(), BTreeSet::new()));
        entry.1.extend(dependency.features.iter().cloned());
    }

    /// Whether cargo has something to build here.
    pub(super) fn has_target(&self) -> bool {
        self.library || !self.binaries.is_empty()
    }

    /// Its `Cargo.toml`.
    pub(super) fn manifest(&self) -> String {
        let mut text = format!(
            "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"2024\"\npublish = false\nautobins = false\n\
             autoexamples = false\nautotests = false\nautobenches = false\n\n[lints]\nworkspace = true\n",
            self.name
        );
        for (name, path) in &self.binaries {
            let _ = write!(text, "\n[[bin]]\nname = \"{name}\"\npath = {}\n", quoted(path));
        }
        if !self.supports.is_empty() || !self.dependencies.is_empty() {
            text.push_str("\n[dependencies]\n");
        }
        for (name, features) in &self.supports {
            let _ = writeln!(text, "{name} = {{ path = \"../support/{name}\"{} }}", feature_list(features));
        }
        for (name, (version, features)) in &self.dependencies {
            let _ = writeln!(text, "{name} = {{ version = {}{} }}", quoted(version), feature_list(features));
        }
        text
    }
}

fn feature_list(features: &BTreeSet<String>) -> String {
    if features.is_empty() {
        return String::new();
    }
    let all: Vec<String> = features.iter().map(|feature| quoted(feature)).collect();
    format!(", features = [{}]", all.join(", "))
}

fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// The release profile that [`workspace`] writes. No LTO: it makes a build of a small program ten times as long, and small
/// functions of support crates are inlined without it.
pub(crate) fn profile(optimised: bool) -> BTreeMap<String, String> {
    let plain = [("opt-level", "3"), ("panic", "\"unwind\"")];
    let tuned = [("codegen-units", "1")];
    let all = plain.into_iter().chain(tuned.into_iter().filter(|_| optimised));
    all.map(|(key, value)| (key.to_owned(), value.to_owned())).collect()
}

/// `Cargo.toml` of the workspace.
pub(crate) fn workspace(members: &[String], optimised: bool) -> String {
    let list: String = members.iter().map(|member| format!("  \"{member}\",\n")).collect();
    let mut text = format!(
        "# Written by batuta.\n[workspace]\nresolver = \"3\"\nmembers = [\n{list}]\n\n[workspace.lints.rust]\n"
    );
    QUIET.iter().for_each(|lint| {
        let _ = writeln!(text, "{lint} = \"allow\"");
    });
    text.push_str("\n[workspace.lints.clippy]\nall = \"allow\"\n\n[profile.release]\n");
    profile(optimised).iter().for_each(|(key, value)| {
        let _ = writeln!(text, "{key} = {value}");
    });
    text
}

/// Versions of registry crates by name, from a `Cargo.lock`; the newest where there are several.
pub(crate) type Pins = BTreeMap<String, String>;

/// The pins of a lock file's text.
pub(crate) fn pins(lock: Option<&str>) -> Pins {
    let mut pins = Pins::new();
    let table: toml::Table = lock.and_then(|text| text.parse().ok()).unwrap_or_default();
    for package in table.get("package").and_then(toml::Value::as_array).into_iter().flatten() {
        let text = |key: &str| package.get(key).and_then(toml::Value::as_str);
        let (Some(name), Some(version), Some(_)) = (text("name"), text("version"), text("source")) else { continue };
        let newer = |old: &String| semver::Version::parse(old).ok() < semver::Version::parse(version).ok();
        if pins.get(name).is_none_or(newer) {
            pins.insert(name.to_owned(), version.to_owned());
        }
    }
    pins
}

/// `Cargo.lock` of a workspace whose packages depend on each other only: `(name, version, dependencies)` of each.
pub(crate) fn lock(packages: &BTreeMap<String, (String, BTreeSet<String>)>) -> String {
    let mut text =
        "# This file is automatically @generated by Cargo.\n# It is not intended for manual editing.\nversion = 4\n"
            .to_owned();
    for (name, (version, dependencies)) in packages {
        let _ = write!(text, "\n[[package]]\nname = \"{name}\"\nversion = \"{version}\"\n");
        if !dependencies.is_empty() {
            let all: String = dependencies.iter().map(|name| format!(" \"{name}\",\n")).collect();
            let _ = write!(text, "dependencies = [\n{all}]\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pins_come_from_registry_packages_only() {
        let lock = "[[package]]\nname = 'own'\nversion = '1.0.0'\n\
                    [[package]]\nname = 'regex'\nversion = '1.9.0'\nsource = 'registry'\n\
                    [[package]]\nname = 'regex'\nversion = '1.10.0'\nsource = 'registry'\n";
        assert_eq!(pins(Some(lock)), Pins::from([("regex".to_owned(), "1.10.0".to_owned())]));
        assert_eq!(pins(None), Pins::new());
    }
}
