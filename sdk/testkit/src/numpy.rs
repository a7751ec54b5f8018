//! NumPy for reference runs of programs that import it: one version, fetched once into the target folder.

use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// What the runtime of converted programs is compared with.
const PACKAGE: &str = "numpy==2.4.6";

/// The folder that a program of this project needs on Python's path; none when it does not import NumPy.
///
/// # Errors
/// When pip cannot fetch it.
pub(crate) fn site(project: &Path) -> Result<Option<PathBuf>> {
    if imports(project)? { fetched().map(Some) } else { Ok(None) }
}

/// Whether a Python file in this folder imports NumPy.
fn imports(project: &Path) -> Result<bool> {
    for entry in std::fs::read_dir(project)? {
        let path = entry?.path();
        let found = if path.is_dir() {
            imports(&path)?
        } else if path.extension().is_some_and(|kind| kind == "py") {
            let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
            text.lines().map(str::trim_start).any(|l| l.starts_with("import numpy") || l.starts_with("from numpy"))
        } else {
            false
        };
        if found {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The folder with the package; a process that comes second waits for nothing, the first one to finish wins.
fn fetched() -> Result<PathBuf> {
    static ONE: Mutex<()> = Mutex::new(());
    let _guard = ONE.lock().map_err(|_| anyhow::anyhow!("a thread that fetched {PACKAGE} ended"))?;
    let program = std::env::current_exe()?;
    let target = program.ancestors().nth(3).context("the target folder")?;
    let folder = target.join("site").join(PACKAGE.replace("==", "-"));
    if folder.join("numpy").is_dir() {
        return Ok(folder);
    }
    let partial = folder.with_extension(format!("partial-{}", std::process::id()));
    let mut pip = Command::new("python3");
    pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"]);
    let done = pip.arg(&partial).arg(PACKAGE).output().context("python3 cannot be started")?;
    let errors = String::from_utf8_lossy(&done.stderr);
    ensure!(
        done.status.success(),
        "a program imports NumPy, whose reference run needs {PACKAGE}, and pip could not fetch it:\n{errors}"
    );
    if std::fs::rename(&partial, &folder).is_err() {
        ensure!(folder.join("numpy").is_dir(), "{} cannot be written", folder.display());
        std::fs::remove_dir_all(&partial)?;
    }
    Ok(folder)
}
