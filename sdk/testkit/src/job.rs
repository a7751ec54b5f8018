//! One program of a golden: compiled, run, compared with the golden and with its original.

use crate::case::Case;
use crate::compile;
use crate::conversion::Package;
use crate::process::{Output, RUN_LIMIT, quiet, run};
use crate::reference::{self, Places};
use crate::report::{Failure, diff};
use crate::support::Built;
use anyhow::{Context, Result, anyhow, ensure};
use batuta_authoring::golden::Run;
use batuta_sdk::Binary;
use std::path::{Path, PathBuf};

/// One program of a golden that is to be compiled, and run when it is not a library.
pub(crate) struct Job<'c> {
    pub(crate) case: &'c Case,
    name: &'c str,
    package: &'c Package,
    pub(crate) binary: Option<usize>,
    folder: PathBuf,
}

/// What came of a [`Job`].
#[derive(Default)]
pub(crate) struct Done {
    pub(crate) failures: Vec<Failure>,
    /// Output to take over when blessing: program, standard output, exit code.
    pub(crate) ran: Option<(String, Output)>,
}

/// Write the packages of a golden and list their programs.
pub(crate) fn jobs<'c>(case: &'c Case, folder: &Path) -> Result<Vec<Job<'c>>> {
    let mut jobs = Vec::new();
    for (name, package) in &case.packages {
        let folder = folder.join(name);
        compile::write(package, &folder)?;
        let all: Vec<Option<usize>> = if package.binaries.is_empty() {
            vec![None; usize::from(package.files.contains_key("src/lib.rs"))]
        } else {
            (0..package.binaries.len()).map(Some).collect()
        };
        let job = |binary| Job { case, name, package, binary, folder: folder.clone() };
        jobs.extend(all.into_iter().map(job));
    }
    Ok(jobs)
}

/// Compile and run one program.
pub(crate) fn work(job: &Job<'_>, built: &Built, bless: bool) -> Done {
    let mut done = Done::default();
    let golden = &job.case.golden.name;
    let program = match compile::compile(job.package, job.binary, &job.folder, built) {
        Ok(program) => program,
        Err(error) => {
            done.failures.push(Failure::new(golden, &format!("rustc on {}", job.name), format!("{error:#}")));
            return done;
        }
    };
    if let Some(binary) = job.binary.and_then(|at| job.package.binaries.get(at))
        && let Err(error) = run_both(job, binary, &program, bless, &mut done)
    {
        done.failures.push(Failure::new(golden, &format!("run of {}", binary.name), format!("{error:#}")));
    }
    done
}

/// Run the program and its original, and compare both with each other and with the golden.
fn run_both(job: &Job<'_>, binary: &Binary, program: &Path, bless: bool, done: &mut Done) -> Result<()> {
    let case = job.case;
    let expected = case.golden.run(&binary.name, case.programs() == 1)?;
    let folder = |kind: &str| job.folder.join("run").join(&binary.name).join(kind);
    let (ours, theirs, scratch) = (folder("ours"), folder("theirs"), folder("scratch"));
    reference::copy(&case.project, &ours)?;
    reference::copy(&case.project, &theirs)?;
    std::fs::create_dir_all(&scratch)?;
    let mut command = quiet(program.as_os_str(), &ours);
    command.args(&expected.args);
    let output = run(command, &expected.stdin, RUN_LIMIT)?;
    // A hole that was reached ends with 70: there the original cannot be equal.
    let hole = output.exit == Some(70) && case.conversion.has_refusals();
    let mut original = None;
    if !hole {
        let places = Places { project: &theirs, out: &scratch.join("original.out"), scratch: &scratch };
        let output = reference::execute(&binary.reference, &places, &expected.args, &expected.stdin);
        original = Some(output.context("the original")?);
    }
    if bless {
        let truth = original.clone().unwrap_or_else(|| output.clone());
        ensure!(std::str::from_utf8(&truth.stdout).is_ok(), "prints what is not UTF-8: not for a golden");
        done.ran = Some((binary.name.clone(), truth));
    } else {
        done.failures.extend(against_golden(case, binary, &expected, &output));
    }
    if let Some(original) = original {
        done.failures.extend(against_original(case, binary, &original, &output));
        let (left, right) = (reference::files(&theirs)?, reference::files(&ours)?);
        let differing = left.keys().chain(right.keys()).find(|path| left.get(*path) != right.get(*path));
        differing.map_or(Ok(()), |path| Err(anyhow!("the original and the program leave a different `{path}`")))?;
    }
    Ok(())
}

fn against_golden(case: &Case, binary: &Binary, expected: &Run, seen: &Output) -> Vec<Failure> {
    let wanted = (expected.stdout.as_bytes(), format!("exit {}", expected.exit));
    differences(case, &format!("{} against the golden", binary.name), wanted, seen)
}

fn against_original(case: &Case, binary: &Binary, original: &Output, seen: &Output) -> Vec<Failure> {
    let wanted = (original.stdout.as_slice(), original.ending());
    differences(case, &format!("{} against the original", binary.name), wanted, seen)
}

fn differences(case: &Case, what: &str, (stdout, ending): (&[u8], String), seen: &Output) -> Vec<Failure> {
    let mut failures = Vec::new();
    if stdout != seen.stdout {
        let text = diff(&String::from_utf8_lossy(stdout), &String::from_utf8_lossy(&seen.stdout));
        failures.push(Failure::new(&case.golden.name, &format!("stdout of {what}"), text));
    }
    if ending != seen.ending() {
        let errors = String::from_utf8_lossy(&seen.stderr);
        let text = format!("expected {ending}, got {}\nstderr:\n{errors}", seen.ending());
        failures.push(Failure::new(&case.golden.name, &format!("end of {what}"), text));
    }
    failures
}
