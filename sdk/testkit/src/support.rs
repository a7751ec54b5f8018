//! Support crates and registry crates of a whole suite, built once by one offline cargo call.

use crate::conversion::Package;
use crate::process::{Output, quiet, run};
use anyhow::{Context, Result, anyhow, ensure};
use batuta_sdk::{OutputFile, Transpiler};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long building the support crates may take.
const BUILD_LIMIT: Duration = Duration::from_secs(600);

/// Compiled crates that generated code may link to.
#[derive(Debug, Default)]
pub(crate) struct Built {
    /// Package name to library name and file.
    libraries: BTreeMap<String, (String, PathBuf)>,
    /// Where the libraries of their dependencies are.
    folder: Option<PathBuf>,
}

/// Crates by name, each with where it comes from (a version requirement, or none for a support crate) and its features.
type Wanted = BTreeMap<String, (Option<String>, BTreeSet<String>)>;

impl Built {
    /// The arguments that let rustc see just these crates.
    pub(crate) fn arguments<'n>(&self, names: impl Iterator<Item = &'n String>) -> Result<Vec<OsString>> {
        let mut arguments = Vec::new();
        if let Some(folder) = &self.folder {
            arguments.extend(["-L".into(), format!("dependency={}", folder.display()).into()]);
        }
        for name in names {
            let (library, path) = self.libraries.get(name).with_context(|| format!("crate `{name}` was not built"))?;
            arguments.extend(["--extern".into(), format!("{library}={}", path.display()).into()]);
        }
        Ok(arguments)
    }
}

/// Build every crate that one of `packages` names, with the union of the features.
///
/// The folder is kept between runs, so that only what changed is compiled again; `name` keeps suites apart.
pub(crate) fn build<'p, T: Transpiler>(packages: impl Iterator<Item = &'p Package>, name: &str) -> Result<Built> {
    let wanted = wanted(packages);
    if wanted.is_empty() {
        return Ok(Built::default());
    }
    let folder = work_folder()?.join(name);
    for name in wanted.iter().filter(|(_, (version, _))| version.is_none()).map(|(name, _)| name) {
        let files =
            T::support_crate(name).map_err(|e| anyhow!("support crate `{name}`: {}", crate::native::explain(&e)))?;
        write_files(&folder.join("support").join(name), &files)?;
    }
    write_if_new(&folder.join("Cargo.toml"), manifest(&wanted).as_bytes())?;
    write_if_new(&folder.join("src/lib.rs"), b"")?;
    // Pin registry crates to what this repository is locked to; cargo drops what it does not need.
    if let Some(lock) =
        std::env::current_dir()?.ancestors().map(|dir| dir.join("Cargo.lock")).find(|lock| lock.is_file())
    {
        write_if_new(&folder.join("Cargo.lock"), &std::fs::read(lock)?)?;
    }
    let mut command = quiet(&tool("CARGO", "cargo"), &folder);
    command.args([
        "build",
        "--offline",
        "--quiet",
        "--message-format=json-render-diagnostics",
        "--target-dir",
        "target",
    ]);
    let output = run(command, b"", BUILD_LIMIT)?;
    let errors = String::from_utf8_lossy(&output.stderr);
    ensure!(output.exit == Some(0), "the support crates do not build ({}):\n{errors}", output.ending());
    libraries(&output, &folder)
}

/// The compiler or cargo that runs this test, else the one on the path.
pub(crate) fn tool(variable: &str, name: &str) -> OsString {
    let beside = |cargo: OsString| Some(Path::new(&cargo).parent()?.join(name)).filter(|path| path.is_file());
    let cargo = || std::env::var_os("CARGO").and_then(beside).map(PathBuf::into_os_string);
    std::env::var_os(variable).or_else(cargo).unwrap_or_else(|| name.into())
}

fn wanted<'p>(packages: impl Iterator<Item = &'p Package>) -> Wanted {
    let mut wanted = Wanted::new();
    for package in packages {
        for (name, features) in &package.supports {
            wanted.entry(name.clone()).or_default().1.extend(features.iter().cloned());
        }
        for (name, dependency) in &package.dependencies {
            let entry = wanted.entry(name.clone()).or_default();
            entry.0 = Some(dependency.version.clone());
            entry.1.extend(dependency.features.iter().cloned());
        }
    }
    wanted
}

fn manifest(wanted: &Wanted) -> String {
    let mut text = String::from("[package]\nname = \"goldens-driver\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n");
    text.push_str(
        "[profile.dev]\nopt-level = 1\ndebug = 0\noverflow-checks = false\n\n[workspace]\n\n[dependencies]\n",
    );
    for (name, (version, features)) in wanted {
        let features: Vec<&String> = features.iter().collect();
        let source = match version {
            Some(version) => format!("version = {version:?}"),
            None => format!("path = \"support/{name}\""),
        };
        text.push_str(&format!("{name} = {{ {source}, features = {features:?} }}\n"));
    }
    text
}

/// A folder beside the build that runs this test, so that it goes with `cargo clean`.
fn work_folder() -> Result<PathBuf> {
    let test = std::env::current_exe()?;
    let deps = test.ancestors().find(|dir| dir.ends_with("deps"));
    let folder = deps.and_then(Path::parent).map_or_else(std::env::temp_dir, Path::to_path_buf);
    Ok(folder.join("batuta-goldens"))
}

/// Write generated files below `folder`.
pub(crate) fn write_files<'f>(folder: &Path, files: impl IntoIterator<Item = &'f OutputFile>) -> Result<()> {
    for file in files {
        let path = crate::native::normalise(&file.path).filter(|path| *path == file.path);
        let path = path.with_context(|| format!("`{}` is not a plain relative path", file.path))?;
        write_if_new(&folder.join(path), &file.content)?;
    }
    Ok(())
}

/// Write a file unless it is there already with this content, so that cargo does not compile it again.
pub(crate) fn write_if_new(path: &Path, content: &[u8]) -> Result<()> {
    if std::fs::read(path).is_ok_and(|old| old == content) {
        return Ok(());
    }
    let folder = path.parent().with_context(|| format!("{} has no folder", path.display()))?;
    std::fs::create_dir_all(folder)?;
    std::fs::write(path, content).with_context(|| path.display().to_string())
}

/// Find the libraries in cargo's messages.
fn libraries(output: &Output, folder: &Path) -> Result<Built> {
    let mut built = Built { libraries: BTreeMap::new(), folder: Some(folder.join("target/debug/deps")) };
    for line in String::from_utf8_lossy(&output.stdout).lines() {
        let message: serde_json::Value = serde_json::from_str(line)?;
        let file = message["filenames"]
            .as_array()
            .and_then(|names| names.iter().filter_map(|name| name.as_str()).find(|name| name.ends_with(".rlib")));
        let (Some(file), Some(library)) = (file, message["target"]["name"].as_str()) else { continue };
        let library = library.replace('-', "_");
        let id = message["package_id"].as_str().unwrap_or_default();
        built.libraries.insert(package_name(id).to_string(), (library, PathBuf::from(file)));
    }
    Ok(built)
}

/// The name in a package id: `registry+https://…#name@1.0.0`, `path+file:///…/name#1.0.0`.
fn package_name(id: &str) -> &str {
    let (place, fragment) = id.rsplit_once('#').unwrap_or((id, ""));
    match fragment.split_once('@') {
        Some((name, _)) => name,
        None => place.rsplit('/').next().unwrap_or(place),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn package_ids_give_names() {
        let ids = [
            "registry+https://github.com/rust-lang/crates.io-index#regex@1.12.1",
            "path+file:///w/a-b#0.1.0",
            "path+file:///w/x#a-b@0.1.0",
        ];
        assert_eq!(ids.map(super::package_name), ["regex", "a-b", "a-b"]);
    }
}
