//! How a native transpiler is called: a manifest in TOML, built in for the known ones, from a file for any other.

use crate::failure::Failure;
use anyhow::{Context, anyhow};
use batuta_runtime::model::{Command, Reference};
use batuta_system::System;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Adapters that need no file.
const KNOWN: [(&str, &str); 3] = [
    ("depyler", include_str!("depyler.toml")),
    ("decy", include_str!("decy.toml")),
    ("c2rust", include_str!("c2rust.toml")),
];

/// Where a transpiler leaves its Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Output {
    /// On standard output.
    Stdout,
    /// In the file that `{output}` names.
    File,
    /// In a file of its own choice with the suffix `.rs`, in or below its working folder.
    Folder,
}

/// How one native transpiler is called for one source file.
///
/// In `arguments`, `{input}` stands for the source file and `{output}` for the Rust file.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Adapter {
    /// Its name after `external:`.
    pub(crate) name: String,
    /// The language as analyzers name it.
    pub(crate) language: String,
    /// The program, found on PATH.
    pub(crate) program: String,
    /// What it is called with.
    pub(crate) arguments: Vec<String>,
    /// What makes it tell its version.
    #[serde(default = "version_flag")]
    pub(crate) version: Vec<String>,
    /// Where its Rust is.
    pub(crate) output: Output,
    /// Crates that its Rust uses, with their versions.
    #[serde(default)]
    pub(crate) dependencies: BTreeMap<String, String>,
    /// A `Cargo.toml` that it leaves in its working folder, whose dependencies its Rust uses.
    #[serde(default)]
    pub(crate) manifest: Option<String>,
    /// Folders beside the operating system's own that it reads, such as its installation.
    #[serde(default)]
    pub(crate) readable: Vec<String>,
    /// Builds the original, `{source}` being its path.
    #[serde(default)]
    pub(crate) reference_build: Vec<Vec<String>>,
    /// Runs the original.
    pub(crate) reference: Vec<String>,
}

fn version_flag() -> Vec<String> {
    vec!["--version".into()]
}

impl Adapter {
    /// The adapter of this name, or in this file, which ends in `.toml`.
    ///
    /// # Errors
    /// When there is none, or it makes no sense.
    pub(crate) fn find(system: &dyn System, name: &str) -> Result<Self, Failure> {
        if name.ends_with(".toml") {
            let bytes = system.read(Path::new(name), 1 << 20).context("cannot read the adapter")?;
            return Self::parse(name, &String::from_utf8_lossy(&bytes));
        }
        let known = KNOWN.iter().find(|(known, _)| *known == name);
        let (_, text) = known.ok_or_else(|| {
            let names: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
            let remedy =
                format!("known are {}; for others write an adapter: `--engine external:FILE.toml`", names.join(", "));
            Failure::with_remedy(anyhow!("no external transpiler is known as `{name}`"), remedy)
        })?;
        Self::parse(name, text)
    }

    fn parse(name: &str, text: &str) -> Result<Self, Failure> {
        let remedy = "see the adapters in sdk/README.md";
        let adapter: Adapter = toml::from_str(text)
            .map_err(|error| Failure::with_remedy(anyhow!("{name}: {}", error.message()), remedy))?;
        let sane = |name: &str| {
            !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        };
        if !sane(&adapter.name) || adapter.program.contains('/') || adapter.reference.is_empty() {
            let why =
                anyhow!("{name}: `name` has letters, digits and `-`; `program` is a name; `reference` is a command");
            return Err(Failure::with_remedy(why, remedy));
        }
        Ok(adapter)
    }

    /// The arguments for one file.
    pub(crate) fn arguments(&self, input: &str, output: &str) -> Vec<String> {
        self.arguments.iter().map(|text| text.replace("{input}", input).replace("{output}", output)).collect()
    }

    /// How the original of `source` is built and run.
    pub(crate) fn reference(&self, source: &str) -> Reference {
        let command = |words: &Vec<String>| {
            let words: Vec<String> = words.iter().map(|word| word.replace("{source}", source)).collect();
            let (program, arguments) = words.split_first().map(|(a, b)| (a.clone(), b.to_vec())).unwrap_or_default();
            Command { program, arguments }
        };
        Reference { build: self.reference_build.iter().map(command).collect(), run: command(&self.reference) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_system::MemorySystem;

    #[test]
    fn the_known_adapters_are_sane_and_others_come_from_files() {
        let system = MemorySystem::new();
        for (name, _) in KNOWN {
            let adapter = Adapter::find(&system, name).unwrap_or_else(|error| panic!("{error}"));
            assert_eq!(adapter.name, name);
            let arguments = adapter.arguments("in.x", "out.rs");
            assert!(arguments.iter().any(|it| it.contains("in.x")), "{name}: {arguments:?}");
        }
        system.put(
            "/a.toml",
            "name = 'a'\nlanguage = 'x'\nprogram = '/bin/sh'\narguments = []\noutput = 'stdout'\nreference = ['x']\n",
        );
        for bad in ["nobody", "/none.toml", "/a.toml"] {
            assert!(Adapter::find(&system, bad).is_err(), "{bad}");
        }
    }
}
