//! A native transpiler as an engine: one run per source file, in the strongest sandbox that the machine gives.

use super::adapter::{Adapter, Output};
use crate::failure::Failure;
use anyhow::anyhow;
use batuta_runtime::model::*;
use batuta_runtime::plugin_set::{FailureKind, PluginInfo, RecordedRead, StepError, StepOutcome, Usage};
use batuta_system::{Confine, Confinement, Environment, Exit, Limits, Process, Scratch, System, WalkOptions};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// Time, memory and output of one file.
const TIME: Duration = Duration::from_secs(120);
const MEMORY: u64 = 4 << 30;
const RUST: u64 = 16 << 20;

/// A native transpiler that was found on PATH.
pub(crate) struct External {
    system: Arc<dyn System>,
    adapter: Adapter,
    program: PathBuf,
    how: Confinement,
    pub(crate) info: PluginInfo,
}

impl External {
    /// Find the program, see that it can be confined, and ask for its version.
    ///
    /// # Errors
    /// When it is not on PATH, or the machine has no sandbox.
    pub(crate) fn find(system: Arc<dyn System>, adapter: Adapter) -> Result<Self, Failure> {
        let program = system.find_program(&adapter.program).ok_or_else(|| {
            let error = anyhow!("`{}` is not on PATH", adapter.program);
            Failure::with_remedy(error, format!("install {} first, or choose another engine", adapter.name))
        })?;
        let how = system.confinement().ok_or_else(|| {
            let error = anyhow!("this machine has no sandbox to run {} in", adapter.name);
            Failure::with_remedy(error, "install bubblewrap, or use a kernel with Landlock")
        })?;
        let digest = Digest::of(&system.read(&program, 1 << 30)?);
        let mut external = External { info: info(&adapter, &program, digest), system, adapter, program, how };
        external.info.manifest.version = external.version();
        Ok(external)
    }

    /// The first version number that the program tells.
    fn version(&self) -> String {
        let finished = self.system.scratch().and_then(|scratch| self.start(&*scratch, &self.adapter.version));
        let text = finished.map(|it| String::from_utf8_lossy(&[it.stdout, it.stderr].concat()).into_owned());
        let text = text.unwrap_or_default();
        let number = |word: &str| {
            let word = word.trim_start_matches('v').trim_end_matches([',', ')']);
            semver::Version::parse(word).ok()
        };
        text.split_whitespace().find_map(number).map_or_else(|| "0.0.0".into(), |version| version.to_string())
    }

    fn start(&self, scratch: &dyn Scratch, arguments: &[String]) -> batuta_system::Result<batuta_system::Finished> {
        let folder = scratch.path();
        let variables: BTreeMap<String, OsString> = [
            ("PATH", "/usr/local/bin:/usr/bin:/bin".into()),
            ("HOME", folder.as_os_str().to_owned()),
            ("TMPDIR", folder.as_os_str().to_owned()),
            ("LC_ALL", "C.UTF-8".into()),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .into();
        let mut readable = vec![self.program.clone()];
        readable.extend(self.adapter.readable.iter().map(PathBuf::from));
        self.system.run(&Process {
            environment: Environment::Only(variables),
            confine: Some(Confine { how: self.how.clone(), writable: vec![folder.to_owned()], readable }),
            limits: Limits { time: TIME, memory: MEMORY, file: RUST, output: RUST },
            untrusted: true,
            ..Process::tool(&self.program, folder).args(arguments)
        })
    }

    /// Convert one file.
    pub(crate) fn lower(&self, file: &SourceFile) -> StepOutcome<Lowered> {
        let began = self.system.elapsed();
        let result = self.convert(file).map_err(|(kind, message)| self.error(kind, message));
        let usage = Usage { time: self.system.elapsed().saturating_sub(began), memory: 0 };
        let reads: Vec<RecordedRead> = Vec::new();
        // Nobody knows what a native program looks at: its results are not kept.
        StepOutcome { result, diagnostics: Vec::new(), reads, usage, cacheable: false }
    }

    fn convert(&self, file: &SourceFile) -> Result<Lowered, (FailureKind, String)> {
        let failed = |error: batuta_system::SystemError| (FailureKind::Internal, error.to_string());
        let scratch = self.system.scratch().map_err(failed)?;
        let name = file.path.rsplit('/').next().unwrap_or("input");
        let (input, output) = (scratch.path().join(name), scratch.path().join("batuta-output.rs"));
        self.system.write(&input, &file.bytes).map_err(failed)?;
        let arguments = self.adapter.arguments(&input.display().to_string(), &output.display().to_string());
        let finished = self.start(&*scratch, &arguments).map_err(failed)?;
        let said = || {
            let text = String::from_utf8_lossy(&[&finished.stderr[..], &finished.stdout].concat()).into_owned();
            batuta_runtime::text::clean(text.trim(), 600)
        };
        match finished.exit {
            Exit::Code(0) => {}
            Exit::Timeout => return Err((FailureKind::Timeout, format!("it did not end within {} s", TIME.as_secs()))),
            Exit::Code(code) => return Err((FailureKind::Unsupported, format!("it ended with {code}: {}", said()))),
            exit => return Err((FailureKind::Trap, format!("it ended with {exit:?}: {}", said()))),
        }
        let rust = match self.adapter.output {
            Output::Stdout => finished.stdout.clone(),
            Output::File => self
                .system
                .read(&output, RUST)
                .map_err(|_| (FailureKind::Unsupported, format!("it wrote no Rust: {}", said())))?,
            Output::Folder => self
                .found(scratch.path())
                .ok_or_else(|| (FailureKind::Unsupported, format!("it wrote no Rust: {}", said())))?,
        };
        let more = self.dependencies(scratch.path())?;
        self.package(file, rust, more)
    }

    /// What the manifest that it left says its Rust needs: versions of the registry only.
    fn dependencies(&self, folder: &Path) -> Result<Vec<CrateDependency>, (FailureKind, String)> {
        let Some(name) = &self.adapter.manifest else { return Ok(Vec::new()) };
        let Ok(bytes) = self.system.read_below(folder, name, 1 << 20) else { return Ok(Vec::new()) };
        let bad = |why: String| (FailureKind::Unsupported, format!("its {name} {why}"));
        let manifest: toml::Table =
            toml::from_str(&String::from_utf8_lossy(&bytes)).map_err(|error| bad(format!("is none: {error}")))?;
        let Some(toml::Value::Table(wanted)) = manifest.get("dependencies") else { return Ok(Vec::new()) };
        let one = |(name, value): (&String, &toml::Value)| {
            let version = value.as_str().or_else(|| value.get("version")?.as_str());
            let elsewhere = ["path", "git", "registry", "package"].iter().any(|key| value.get(key).is_some());
            let Some(version) = version.filter(|_| !elsewhere) else {
                return Err(bad(format!("wants `{name}` from elsewhere than the registry")));
            };
            let features = value.get("features").and_then(toml::Value::as_array).into_iter().flatten();
            let features = features.filter_map(|it| it.as_str().map(str::to_owned)).collect();
            Ok(CrateDependency { name: name.clone(), version: version.to_owned(), features })
        };
        wanted.iter().map(one).collect()
    }

    /// The largest Rust file below the working folder that is no build script.
    fn found(&self, folder: &Path) -> Option<Vec<u8>> {
        let walk = self.system.walk(folder, &WalkOptions::default()).ok()?;
        let rust = walk.entries.iter().filter(|entry| entry.path.ends_with(".rs") && !entry.path.ends_with("build.rs"));
        let largest = rust.max_by_key(|entry| entry.stat.size)?;
        self.system.read_below(folder, &largest.path, RUST).ok()
    }

    /// One package per file: a program where there is a `main`.
    fn package(
        &self,
        file: &SourceFile,
        rust: Vec<u8>,
        more: Vec<CrateDependency>,
    ) -> Result<Lowered, (FailureKind, String)> {
        let text =
            String::from_utf8(rust).map_err(|_| (FailureKind::InvalidData, "its Rust is not UTF-8".to_owned()))?;
        let name = package_name(&file.path);
        let program = has_main(&text);
        let path = if program { "src/main.rs" } else { "src/lib.rs" };
        let reference = self.adapter.reference(&file.path);
        let binary = Binary { name: name.clone(), path: path.into(), source: file.id, reference };
        let dependency = |(name, version): (&String, &String)| CrateDependency {
            name: name.clone(),
            version: version.clone(),
            features: vec![],
        };
        Ok(Lowered {
            package: name,
            files: vec![OutputFile { path: path.into(), content: text.into_bytes(), origins: vec![] }],
            binaries: if program { vec![binary] } else { vec![] },
            dependencies: self.adapter.dependencies.iter().map(dependency).chain(more).collect(),
            ..Lowered::default()
        })
    }

    fn error(&self, kind: FailureKind, message: String) -> StepError {
        let Manifest { name, version, .. } = &self.info.manifest;
        let remedy = "convert the file with another engine, or exclude it in batuta.toml".into();
        StepError { plugin: name.clone(), version: version.clone(), kind, message, remedy }
    }
}

fn info(adapter: &Adapter, program: &Path, digest: Digest) -> PluginInfo {
    let manifest = Manifest {
        name: format!("external-{}", adapter.name),
        version: "0.0.0".into(),
        description: format!("The native program `{}`, in a sandbox of the operating system", adapter.program),
        roles: vec![Role::Transpiler],
        languages: vec![adapter.language.clone()],
        file_globs: vec![],
        capabilities: vec![],
        settings_schema: String::new(),
        formats: vec![],
    };
    PluginInfo { manifest, digest, abi: "native".into(), source: program.display().to_string() }
}

/// Whether the text has a function `main`. What a tool prints is not always formatted: `pub fn main () -> …` may stand in the middle of
/// its only line.
fn has_main(text: &str) -> bool {
    text.match_indices("fn main").any(|(at, word)| {
        let before = text[..at].chars().next_back();
        before.is_none_or(|c| !c.is_alphanumeric() && c != '_') && text[at + word.len()..].trim_start().starts_with('(')
    })
}

/// As `contracts.md` names packages: anything but letters, digits and `_` becomes `_`, a leading digit gets `p`.
fn package_name(path: &str) -> String {
    let stem = path.rsplit('/').next().unwrap_or(path).split('.').next().unwrap_or("program");
    let name: String =
        stem.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' }).collect();
    match name.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("p{name}"),
        Some(_) => name,
        None => "program".into(),
    }
}

#[cfg(test)]
mod tests {
    use super::has_main;

    #[test]
    fn a_program_is_told_from_a_library_however_it_is_printed() {
        for program in ["fn main() {}", "# ! [x] pub fn main () -> R { }", "x;\n    pub fn main (\n) {}"] {
            assert!(has_main(program), "{program}");
        }
        for library in ["fn main_loop() {}", "fn domain() {}", "// fn mainly (", "myfn main"] {
            assert!(!has_main(library), "{library}");
        }
    }
}
