//! The real `batuta` in a folder of its own.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

/// The root of the checkout.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().map_or_else(|| ".".into(), Path::to_owned)
}

/// The binary under test: `BATUTA`, or the one beside the test in the target folder.
///
/// # Panics
/// When there is none: the tests are run by `cargo dev ready`, which builds it.
pub fn binary() -> PathBuf {
    let built = || Some(std::env::current_exe().ok()?.ancestors().nth(2)?.join("batuta"));
    let path = std::env::var_os("BATUTA").map(PathBuf::from).or_else(built).unwrap_or_default();
    assert!(path.exists(), "no batuta to test: run `cargo dev build`, or the tests through `cargo dev ready`");
    path
}

/// A scratch folder in which `batuta` runs, with a cache of its own.
pub struct World {
    folder: TempDir,
}

impl World {
    /// An empty one.
    ///
    /// # Panics
    /// When no scratch folder can be made.
    pub fn new() -> Self {
        World { folder: tempfile::tempdir().expect("a scratch folder") }
    }

    /// One with these files.
    pub fn with<P: AsRef<str>, B: AsRef<[u8]>>(files: impl IntoIterator<Item = (P, B)>) -> Self {
        let world = World::new();
        files.into_iter().for_each(|(path, bytes)| world.put(path.as_ref(), bytes));
        world
    }

    /// An absolute path in it.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    /// Write a file; folders are made.
    ///
    /// # Panics
    /// When it cannot be written.
    pub fn put(&self, relative: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(relative);
        std::fs::create_dir_all(path.parent().expect("inside the folder")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    }

    /// Text of a file.
    ///
    /// # Panics
    /// When it cannot be read.
    pub fn text(&self, relative: &str) -> String {
        std::fs::read_to_string(self.path(relative)).unwrap_or_else(|error| panic!("{relative}: {error}"))
    }

    /// `batuta` with these arguments, not yet started.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(binary());
        command.args(arguments).current_dir(self.folder.path());
        for (variable, folder) in
            [("XDG_CACHE_HOME", ".cache"), ("XDG_CONFIG_HOME", ".config"), ("XDG_DATA_HOME", ".data")]
        {
            command.env(variable, self.folder.path().join(folder));
        }
        // Converted programs are built many times here, and none is timed: rustc's optimizer is most of a build.
        command.env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0").env_remove("NO_COLOR");
        command
    }

    /// Run it to the end.
    ///
    /// # Panics
    /// When it does not start.
    pub fn batuta(&self, arguments: &[&str]) -> Ran {
        Ran::of(self.command(arguments).output().expect("batuta starts"))
    }
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

/// How a run ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; none when a signal ended it.
    pub code: Option<i32>,
    /// What it printed.
    pub stdout: String,
    /// What it said.
    pub stderr: String,
}

impl Ran {
    /// From what the process left.
    pub fn of(output: Output) -> Ran {
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        Ran { code: output.status.code(), stdout: text(&output.stdout), stderr: text(&output.stderr) }
    }

    /// The report that `--format json` printed.
    ///
    /// # Panics
    /// When stdout holds anything but one JSON value.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|error| panic!("{error}\n{self:#?}"))
    }

    /// The same, when the code is as expected.
    ///
    /// # Panics
    /// When it is not.
    #[track_caller]
    pub fn code(self, expected: i32) -> Ran {
        assert_eq!(self.code, Some(expected), "{self:#?}");
        self
    }
}

/// Every file below `folder` with its content, `.batuta` and `target` left out.
///
/// # Panics
/// When something cannot be read.
pub fn snapshot(folder: &Path) -> std::collections::BTreeMap<String, Vec<u8>> {
    let mut files = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).expect("a folder").flatten() {
            let path = entry.path();
            if entry.file_name() == ".batuta" || entry.file_name() == "target" {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("below it").to_string_lossy().into_owned();
                files.insert(name, std::fs::read(&path).expect("a file"));
            }
        }
    }
    files
}
