//! From a plugin's folder to a component.

mod javascript;
mod machine;
mod python;
mod rust;

use crate::scaffold::{self, Kind, Lang};
use anyhow::{Context, Result, bail, ensure};
use batuta_system::{Finished, Process, System, WalkOptions};
use serde::Deserialize;
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

/// The file that makes a folder a plugin's.
pub const MANIFEST: &str = "batuta-plugin.toml";

/// A tool is not there, and what installs it.
#[derive(Debug)]
pub struct Missing {
    /// What is missing.
    pub what: String,
    /// The command that installs it.
    pub install: String,
}

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not there", self.what)
    }
}

impl std::error::Error for Missing {}

/// What is built.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Build {
    /// Name of the component's file, without `.wasm`.
    name: String,
    /// The world; a crate says it itself.
    kind: Option<Kind>,
    /// What it is written in.
    lang: Lang,
    /// Whether Python and JavaScript keep their imports of WASI: only who asks for the clock, randomness or the environment needs them.
    #[serde(default)]
    wasi: bool,
}

#[derive(Deserialize)]
struct Manifest {
    build: Build,
}

/// A plugin's folder.
pub struct Workshop {
    system: Arc<dyn System>,
    folder: PathBuf,
    build: Build,
    debug: bool,
}

/// Make the folder of a new plugin; gives the paths of its files.
///
/// # Errors
/// When the name is none, the folder is not empty, or a file cannot be written.
pub fn create(system: &dyn System, folder: &Path, name: &str, kind: Kind, lang: Lang) -> Result<Vec<String>> {
    let files = scaffold::files(name, kind, lang)?;
    let there = system.list(folder)?;
    ensure!(there.is_empty(), "{} is not empty", folder.display());
    for (path, bytes) in &files {
        system.write(&folder.join(path), bytes)?;
    }
    Ok(files.into_keys().collect())
}

impl Workshop {
    /// The plugin in a folder: what `batuta-plugin.toml` says, or a crate.
    ///
    /// # Errors
    /// When it is neither.
    pub fn open(system: Arc<dyn System>, folder: &Path) -> Result<Self> {
        let folder = system.absolute(folder)?;
        let at = folder.join(MANIFEST);
        let build = if system.stat(&at)?.is_some() {
            let text = String::from_utf8(system.read(&at, 1 << 20)?).with_context(|| at.display().to_string())?;
            toml::from_str::<Manifest>(&text).with_context(|| format!("cannot read {}", at.display()))?.build
        } else if system.stat(&folder.join("Cargo.toml"))?.is_some() {
            let name = folder.file_name().map_or_else(|| "plugin".into(), |name| name.to_string_lossy().into_owned());
            Build { name, kind: None, lang: Lang::Rust, wasi: false }
        } else {
            bail!("{} is no plugin's folder: it has neither {MANIFEST} nor Cargo.toml", folder.display());
        };
        Ok(Workshop { system, folder, build, debug: false })
    }

    /// The same, keeping names and line numbers in what it builds, where the language has them.
    #[must_use]
    pub fn debugged(self, debug: bool) -> Self {
        Workshop { debug, ..self }
    }

    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Where `batuta plugin build` puts the component.
    pub fn component_path(&self) -> PathBuf {
        self.folder.join(format!("{}.wasm", self.build.name))
    }

    /// Where its goldens are.
    pub fn goldens(&self) -> PathBuf {
        self.folder.join("goldens")
    }

    /// Build it.
    ///
    /// # Errors
    /// [`Missing`] for a tool that is not there; otherwise what the tool said.
    pub fn build(&self) -> Result<Vec<u8>> {
        match self.build.lang {
            Lang::Rust => rust::build(self),
            Lang::Python => python::build(self),
            Lang::JavaScript => javascript::build(self),
        }
    }

    /// A text that changes whenever a file of the folder may have changed.
    ///
    /// # Errors
    /// When the folder cannot be walked.
    pub fn stamp(&self) -> Result<String> {
        let walk = self.system.walk(&self.folder, &WalkOptions::default())?;
        // What building writes itself is no change.
        let sources = walk.entries.iter().filter(|it| !it.path.ends_with(".wasm") && !it.path.ends_with("Cargo.lock"));
        Ok(sources.map(|entry| format!("{} {} {}\n", entry.path, entry.stat.size, entry.stat.modified)).collect())
    }

    /// The plugin's modules, with the SDK and the WIT where the folder lacks them, in a folder of their own: tools put what lies beside a
    /// module into the component, too.
    fn modules(&self, to: &Path, is_module: impl Fn(&str) -> bool) -> Result<()> {
        let walk = self.system.walk(&self.folder, &WalkOptions::default())?;
        let wanted = |path: &str| is_module(path) || path.starts_with("wit/") && path.ends_with(".wit");
        let own: Vec<&str> = walk.entries.iter().map(|entry| entry.path.as_str()).filter(|path| wanted(path)).collect();
        for path in &own {
            self.system.copy(&self.folder.join(path), &to.join(path))?;
        }
        let wit = own.iter().any(|path| path.starts_with("wit/"));
        for (path, bytes) in scaffold::sdk(self.build.lang) {
            if !own.contains(&path.as_str()) && !(wit && path.starts_with("wit/")) {
                self.system.write(&to.join(path), &bytes)?;
            }
        }
        Ok(())
    }

    /// The world; the folder says it because these languages' tools must be told.
    fn world(&self) -> Result<String> {
        let kind = self.build.kind.with_context(|| format!("{MANIFEST} does not say `kind`"))?;
        Ok(kind.world())
    }

    /// Run a tool to its end.
    fn run(&self, tool: &str, process: Process) -> Result<Finished> {
        let mut process = process;
        process.limits.time = Duration::from_secs(1200);
        let ended = self.system.run(&process).with_context(|| format!("cannot start {tool}"))?;
        if ended.exit.code() == Some(0) {
            return Ok(ended);
        }
        let said =
            [&ended.stdout[..], &ended.stderr[..]].map(|bytes| String::from_utf8_lossy(bytes).into_owned()).concat();
        let lines: Vec<&str> = said.lines().collect();
        let tail = lines[lines.len().saturating_sub(60)..].join("\n");
        bail!("{tool} failed ({:?}):\n{tail}", ended.exit)
    }

    /// What a tool wrote.
    fn take(&self, path: &Path) -> Result<Vec<u8>> {
        Ok(self.system.read(path, batuta_runtime::MAX_COMPONENT as u64)?)
    }
}
