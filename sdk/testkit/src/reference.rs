//! Run the source program as its plugin says that it runs.

use crate::native::Project;
use crate::process::{Output, RUN_LIMIT, quiet, run};
use anyhow::{Result, ensure};
use batuta_sdk::{Command, Reference};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

/// The working folders of one program: `project` is a copy of the project in which it runs.
pub(crate) struct Places<'a> {
    /// Copy of the project.
    pub(crate) project: &'a Path,
    /// What `{out}` stands for.
    pub(crate) out: &'a Path,
    /// What `{scratch}` stands for.
    pub(crate) scratch: &'a Path,
}

/// Build the original and run it.
///
/// # Errors
/// A program that is not installed, or a build that fails.
pub(crate) fn execute(reference: &Reference, places: &Places<'_>, args: &[String], stdin: &[u8]) -> Result<Output> {
    execute_within(reference, places, args, stdin, RUN_LIMIT)
}

/// As [`execute`], with a limit of the run's time.
///
/// # Errors
/// As [`execute`].
pub(crate) fn execute_within(
    reference: &Reference,
    places: &Places<'_>,
    args: &[String],
    stdin: &[u8],
    limit: Duration,
) -> Result<Output> {
    for step in &reference.build {
        let output = start(step, places, &[], b"", RUN_LIMIT)?;
        let errors = String::from_utf8_lossy(&output.stderr);
        ensure!(output.exit == Some(0), "`{}` failed ({}):\n{errors}", step.program, output.ending());
    }
    start(&reference.run, places, args, stdin, limit)
}

fn start(step: &Command, places: &Places<'_>, args: &[String], stdin: &[u8], limit: Duration) -> Result<Output> {
    let (out, scratch) = (places.out.to_string_lossy(), places.scratch.to_string_lossy());
    let fill = |text: &str| text.replace("{out}", &out).replace("{scratch}", &scratch);
    let mut command = quiet(fill(&step.program).as_ref(), places.project);
    if step.program == "python3"
        && let Some(site) = crate::numpy::site(places.project)?
    {
        command.env("PYTHONPATH", site).env("OPENBLAS_NUM_THREADS", "1");
    }
    command.args(step.arguments.iter().map(|argument| fill(argument))).args(args);
    run(command, stdin, limit)
}

/// Write the project's files below `folder`.
pub(crate) fn copy(project: &Project, folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder)?;
    for file in project.files() {
        crate::support::write_if_new(&folder.join(&file.path), &file.bytes)?;
    }
    Ok(())
}

/// Every file below `folder` with its content, apart from what interpreters leave behind.
pub(crate) fn files(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut found = BTreeMap::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(dir) = open.pop() {
        for entry in std::fs::read_dir(dir)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() && entry.file_name() != "__pycache__" {
                open.push(entry.path());
            } else if kind.is_file() {
                let name = entry.path().strip_prefix(folder)?.to_string_lossy().into_owned();
                found.insert(name, std::fs::read(entry.path())?);
            }
        }
    }
    Ok(found)
}
