//! What came back as Rust is Rust, also for broken files: `rustfmt` reads all of it in one go.

use super::conversion::{convert, lowered_files};
use super::project::Sample;
use super::totality::attempts;
use super::{Check, Effort, Subject};
use crate::parallel;
use batuta_system::{Process, System};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Packages that are written and read at most.
const MOST: usize = 60;

type Package = BTreeMap<String, Vec<u8>>;

/// Parse the packages that samples and some broken files give.
pub(super) fn check(subject: &Subject, samples: &[Sample], mutations: usize, system: &dyn System) -> Check {
    let Some(rustfmt) = system.find_program("rustfmt") else {
        return Check::not_run("output", "rustfmt is not there: `rustup component add rustfmt`");
    };
    let packages = packages(subject, samples, mutations);
    match parse(&packages, rustfmt, system) {
        Ok(failures) => Check::new("output", packages.len(), failures),
        Err(error) => Check::not_run("output", error.to_string()),
    }
}

/// Each with the input that it comes from; those of the same content count once.
fn packages(subject: &Subject, samples: &[Sample], mutations: usize) -> Vec<(String, Package)> {
    let broken = attempts(samples, Effort { mutations: mutations.min(MOST), changes: 0, deep: false });
    let mut runs: Vec<(String, Arc<super::Project>, &Sample)> =
        samples.iter().map(|sample| (sample.name.clone(), sample.project.clone(), sample)).collect();
    runs.extend(broken.iter().map(|it| {
        let project = Arc::new(it.sample.project.with(it.file, it.bytes.clone()));
        (format!("{}, {}", it.sample.name, it.how), project, it.sample)
    }));
    let converted = parallel::map(&runs, |(name, project, sample)| {
        let conversion = convert(subject, project, &sample.converted);
        let files = lowered_files(&conversion).into_values();
        let plain = |files: BTreeMap<String, _>| -> Package {
            files
                .into_iter()
                .map(|(path, file): (String, batuta_runtime::model::OutputFile)| (path, file.content))
                .collect()
        };
        files.map(|files| (name.clone(), plain(files))).collect::<Vec<_>>()
    });
    let mut seen = std::collections::BTreeSet::new();
    converted.into_iter().flatten().filter(|(_, files)| seen.insert(files.clone())).take(MOST).collect()
}

fn parse(
    packages: &[(String, Package)],
    rustfmt: std::path::PathBuf,
    system: &dyn System,
) -> batuta_system::Result<Vec<String>> {
    let scratch = system.scratch()?;
    let mut roots = Vec::new();
    for (at, (_, files)) in packages.iter().enumerate() {
        for (path, bytes) in files {
            system.write(&scratch.path().join(format!("{at}/{path}")), bytes)?;
            // Modules are read through the file that declares them.
            if path == "src/main.rs" || path == "src/lib.rs" || path.starts_with("src/bin/") && path.ends_with(".rs") {
                roots.push(format!("{at}/{path}"));
            }
        }
    }
    if roots.is_empty() {
        return Ok(vec![]);
    }
    let process =
        Process::tool(rustfmt, scratch.path()).args(["--edition", "2024", "--emit", "stdout", "-q"]).args(roots);
    let ended = system.run(&process)?;
    if ended.exit.code() == Some(0) {
        return Ok(vec![]);
    }
    let said = String::from_utf8_lossy(&ended.stderr).replace(&scratch.path().display().to_string(), "");
    let place = |line: &str| {
        let rest = line.trim_start().strip_prefix("--> ")?.trim_start_matches('/');
        let at: usize = rest.split('/').next()?.parse().ok()?;
        Some(format!("{}: {rest} does not parse", packages.get(at)?.0))
    };
    let mut failures: Vec<String> = said.lines().filter_map(place).collect();
    if failures.is_empty() {
        failures.push(format!("rustfmt failed: {}", said.lines().take(12).collect::<Vec<_>>().join("\n")));
    }
    Ok(failures)
}
