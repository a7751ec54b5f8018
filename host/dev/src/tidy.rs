//! House rules as code: what the architecture promises about who knows what, and how large things may grow.

use crate::{licences, shell};
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::Command;

/// Most lines of a source file.
const MAX_LINES: usize = 1000;

/// What may stand at the top level, hidden files aside.
const TOP_LEVEL: [&str; 13] = [
    "Cargo.toml",
    "Cargo.lock",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.md",
    "benches",
    "examples",
    "host",
    "plugins",
    "sdk",
    "tests",
    "wit",
];

/// Files that a program writes from sources in this repository, which have no length to keep.
const GENERATED: [&str; 1] = ["plugins/depyler/runtime/src/pure/m_"];

/// A word, and the path prefixes of the only Rust sources that may hold it.
const KNOWN_TO: [(&str, &[&str]); 6] = [
    ("use wasmtime", &["host/runtime/"]),
    ("wasmtime::", &["host/runtime/"]),
    // The example stands on the WIT alone: its manifest says why.
    ("wit_bindgen", &["sdk/guest/", "examples/depyler-component/"]),
    ("use prettyplease", &["sdk/rust-ir/"]),
    ("prettyplease::", &["sdk/rust-ir/"]),
    ("syn::", &["sdk/rust-ir/"]),
];

/// Check every rule; all breaches are listed.
///
/// # Errors
/// When a rule is broken.
pub fn run() -> Result<()> {
    let files = tracked_files()?;
    let mut breaches = Vec::new();
    top_level(&files, &mut breaches);
    for file in files.iter().filter(|file| file.ends_with(".rs") && Path::new(file).exists()) {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
        source(file, &text, &mut breaches);
    }
    manifests(&files, &mut breaches)?;
    breaches.extend(licences::breaches()?);
    if breaches.is_empty() {
        eprintln!("{} files keep the house rules", files.len());
        return Ok(());
    }
    bail!("{} breaches of the house rules:\n  {}", breaches.len(), breaches.join("\n  "))
}

fn tracked_files() -> Result<Vec<String>> {
    let listed = shell::output(Command::new("git").args(["ls-files", "--cached", "--others", "--exclude-standard"]))?;
    Ok(listed.lines().map(str::to_owned).collect())
}

fn top_level(files: &[String], breaches: &mut Vec<String>) {
    let mut seen: Vec<&str> = files.iter().map(|file| file.split('/').next().unwrap_or(file)).collect();
    seen.sort_unstable();
    seen.dedup();
    for name in seen {
        if !name.starts_with('.') && !TOP_LEVEL.contains(&name) {
            breaches.push(format!("{name}: not in the fixed layout of the top level"));
        }
    }
}

fn source(file: &str, text: &str, breaches: &mut Vec<String>) {
    let lines = text.lines().count();
    if lines > MAX_LINES && !GENERATED.iter().any(|prefix| file.starts_with(prefix)) {
        breaches.push(format!("{file}: {lines} lines, at most {MAX_LINES} are allowed"));
    }
    if !text.trim_start().starts_with("//!") && !text.trim_start().starts_with("#!") {
        breaches.push(format!("{file}: starts without a module comment (`//!`)"));
    }
    for (word, places) in KNOWN_TO {
        let here = "host/dev/src/tidy.rs";
        if file != here && !places.iter().any(|place| file.starts_with(place)) && mentions(text, word) {
            breaches.push(format!("{file}: only {} may know `{word}`", places.join(", ")));
        }
    }
    if file.starts_with("plugins/") && !file.ends_with("/guest.rs") && mentions(text, "batuta_sdk::wit") {
        breaches.push(format!("{file}: only guest.rs may know WIT"));
    }
}

/// In code, not in comments; `syn::` not as the end of a longer name.
fn mentions(text: &str, word: &str) -> bool {
    text.lines().any(|line| {
        let code = line.split("//").next().unwrap_or("");
        code.match_indices(word).any(|(at, _)| !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
    })
}

/// `host/` and `plugins/` never depend on each other.
fn manifests(files: &[String], breaches: &mut Vec<String>) -> Result<()> {
    let plugins = [
        "batuta-inspector",
        "batuta-depyler",
        "batuta-bashrs",
        "batuta-decy",
        "batuta-oracle",
        "batuta-optimizer",
        "batuta-backend-native",
        "batuta-backend-ndarray",
    ];
    let hosts = ["batuta-runtime", "batuta-pipeline", "batuta-system", "batuta-report"];
    for file in files.iter().filter(|file| file.ends_with("Cargo.toml")) {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {file}"))?;
        let forbidden: &[&str] = match file.split('/').next() {
            Some("host") => &plugins,
            Some("plugins") => &hosts,
            _ => continue,
        };
        let normal = text.split("[dev-dependencies]").next().unwrap_or("");
        for name in forbidden {
            if normal.lines().any(|line| line.starts_with(name))
                && !file.ends_with(&format!("{}/Cargo.toml", &name[7..]))
            {
                breaches.push(format!("{file}: must not depend on {name}"));
            }
        }
    }
    Ok(())
}
