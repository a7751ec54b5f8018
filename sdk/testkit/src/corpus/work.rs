//! Convert, compile, run, compare.

use super::reference_output::Expected;
use super::{Case, Options, Outcome, Scored, Truth};
use crate::conversion::{Conversion, Package, convert, render};
use crate::native::Project;
use crate::process::{Output, quiet, run};
use crate::reference::{self, Places};
use crate::support::Built;
use crate::{compile, support};
use batuta_authoring::parallel;
use batuta_sdk::diagnostics::Severity;
use batuta_sdk::{Binary, Transpiler};
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// The exit code of a program that reached a hole.
const HOLE: i32 = 70;

/// How a program is compiled that does not end in time unoptimised.
const OPTIMISED: u8 = 2;

/// What the plugin made of a case.
struct Converted {
    project: Project,
    packages: BTreeMap<String, Package>,
    /// The first finding that is an error, as it is shown.
    refusal: Option<String>,
    counts: BTreeMap<String, u64>,
}

/// Score every case; results are in order of cases. `name` keeps what is built for this corpus apart from others.
pub fn score<T: Transpiler>(name: &str, cases: &[Case], options: &Options) -> Vec<Scored> {
    let converted = parallel::map(cases, |case| {
        catch_unwind(AssertUnwindSafe(|| prepare::<T>(case, options))).map_err(|_| "the plugin panicked".to_string())
    });
    let packages = converted.iter().flatten().flatten().flat_map(|converted| converted.packages.values());
    let built = support::build::<T>(packages, &format!("{}-{name}", T::manifest().name)).map_err(|e| format!("{e:#}"));
    let scratch = tempfile::tempdir();
    let numbered: Vec<usize> = (0..cases.len()).collect();
    let one = |at: &usize| {
        let case = &cases[*at];
        let (built, scratch) = match (&built, &scratch) {
            (Ok(built), Ok(scratch)) => (built, scratch),
            (Err(error), _) => return unscored(case, Outcome::DoesNotCompile(error.clone())),
            (_, Err(error)) => return unscored(case, Outcome::NoReference(format!("no scratch folder: {error}"))),
        };
        match &converted[*at] {
            Err(panic) => unscored(case, Outcome::DoesNotCompile(panic.clone())),
            Ok(Err(refusal)) => unscored(case, Outcome::Refused(refusal.clone())),
            Ok(Ok(converted)) => {
                let folder = scratch.path().join(at.to_string());
                let scored = attempt(case, converted, built, options, &folder);
                // Thousands of programs would fill a small disk.
                let _ = std::fs::remove_dir_all(&folder);
                scored
            }
        }
    };
    let mut scored = parallel::map(&numbered, one);
    if options.again_alone {
        for (at, case) in scored.iter_mut().enumerate().filter(|(_, case)| matches!(case.outcome, Outcome::Wrong(_))) {
            let again = one(&at);
            if again.outcome == Outcome::Pass {
                *case = Scored { alone: true, ..again };
            }
        }
    }
    scored
}

fn unscored(case: &Case, outcome: Outcome) -> Scored {
    let counts = BTreeMap::new();
    let (prints, empty_main_passes) = match &case.truth {
        Truth::Recorded { stdout, exit } => (!stdout.is_empty(), stdout.is_empty() && *exit == 0),
        Truth::Original => (true, false),
    };
    Scored { name: case.name.clone(), outcome, prints, empty_main_passes, alone: false, times: false, counts }
}

fn prepare<T: Transpiler>(case: &Case, options: &Options) -> Result<Converted, String> {
    let project = Project::new(case.files.clone());
    let languages = T::manifest().languages;
    let wanted =
        |path: &str| languages.iter().any(|language| is_of(path, language)) || case.program.as_deref() == Some(path);
    let conversion = convert::<T>(&project, &options.settings, |file| wanted(&file.path));
    let errors = conversion.errors(&project);
    if let Some(error) = errors.first() {
        return Err(error.clone());
    }
    let refusal = first_refusal(&conversion, &project);
    let packages = conversion.packages()?;
    let mut counts = BTreeMap::new();
    for lowered in conversion.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()) {
        for (name, value) in &lowered.counts {
            *counts.entry(name.clone()).or_default() += value;
        }
    }
    Ok(Converted { project, packages, refusal, counts })
}

/// By extension only: a case names the program of a file that has none.
fn is_of(path: &str, language: &str) -> bool {
    let extension = path.rsplit('/').next().unwrap_or(path).rsplit_once('.').map_or("", |(_, extension)| extension);
    match language {
        "python" => extension == "py",
        "c" => extension == "c",
        "sh" | "bash" | "shell" | "dash" => matches!(extension, "sh" | "bash"),
        other => extension == other,
    }
}

fn first_refusal(conversion: &Conversion, project: &Project) -> Option<String> {
    let findings = conversion.findings();
    let error = findings.iter().find(|finding| finding.severity == Severity::Error)?;
    Some(render(std::slice::from_ref(error), project).trim_end().to_string())
}

fn attempt(case: &Case, converted: &Converted, built: &Built, options: &Options, folder: &Path) -> Scored {
    let mut scored = Scored { counts: converted.counts.clone(), ..unscored(case, Outcome::Pass) };
    let Some((name, package, at)) = program(case, converted) else {
        let why = converted.refusal.clone().unwrap_or_else(|| "no program came out".into());
        scored.outcome = Outcome::Refused(why);
        return scored;
    };
    let binary = &package.binaries[at];
    let truth = match truth(case, converted, binary, options, &folder.join("original")) {
        Ok(truth) => truth,
        Err(why) => {
            scored.outcome = Outcome::NoReference(why);
            return scored;
        }
    };
    scored.prints = !truth.stdout.is_empty();
    scored.empty_main_passes = truth.stdout.is_empty() && truth.exit == 0;
    scored.times = truth.has_times();
    scored.outcome = held_against(case, converted, (name, package, at), built, options, &truth, folder);
    scored
}

/// The program that the case asks for: its package's name, the package, the binary's number.
fn program<'c>(case: &Case, converted: &'c Converted) -> Option<(&'c str, &'c Package, usize)> {
    let all = converted
        .packages
        .iter()
        .flat_map(|(name, package)| (0..package.binaries.len()).map(move |at| (name.as_str(), package, at)));
    let source = |binary: &Binary| converted.project.file(binary.source).map(|file| file.path.clone());
    let wanted = |(_, package, at): &(&str, &Package, usize)| match &case.program {
        Some(path) => source(&package.binaries[*at]).as_ref() == Some(path),
        None => true,
    };
    all.into_iter().find(wanted)
}

fn truth(
    case: &Case,
    converted: &Converted,
    binary: &Binary,
    options: &Options,
    folder: &Path,
) -> Result<Expected, String> {
    if let Truth::Recorded { stdout, exit } = &case.truth {
        return Ok(Expected::exactly(stdout.clone(), *exit));
    }
    let (project, scratch) = (folder.join("project"), folder.join("scratch"));
    let original = || -> Result<(Vec<u8>, i32), String> {
        let set_up = || -> anyhow::Result<Output> {
            let _ = std::fs::remove_dir_all(&project);
            reference::copy(&converted.project, &project)?;
            std::fs::create_dir_all(&scratch)?;
            let places = Places { project: &project, out: &scratch.join("original.out"), scratch: &scratch };
            reference::execute_within(&binary.reference, &places, &case.args, &case.stdin, options.run_limit)
        };
        let output = set_up().map_err(|error| format!("{error:#}"))?;
        let limit = options.run_limit.as_secs();
        let exit = output.exit.ok_or_else(|| format!("the original runs longer than {limit} s"))?;
        Ok((output.stdout, exit))
    };
    let first = original()?;
    if !options.twice {
        return Ok(Expected::exactly(first.0, first.1));
    }
    Expected::of_two(first, &original()?).ok_or_else(|| "two runs of the original differ".into())
}

fn held_against(
    case: &Case,
    converted: &Converted,
    (name, package, at): (&str, &Package, usize),
    built: &Built,
    options: &Options,
    truth: &Expected,
    folder: &Path,
) -> Outcome {
    let sources = folder.join(name);
    let attempt = |opt_level: u8| -> Result<Output, Outcome> {
        let program = compile::write(package, &sources)
            .and_then(|()| compile::compile_at(package, Some(at), &sources, built, opt_level))
            .map_err(|error| Outcome::DoesNotCompile(first_error(&format!("{error:#}"))))?;
        // Where the original ran: some programs print the path.
        let place = folder.join("original/project");
        let _ = std::fs::remove_dir_all(&place);
        let ran = reference::copy(&converted.project, &place).and_then(|()| {
            let mut command = quiet(program.as_os_str(), &place);
            command.args(&case.args);
            run(command, &case.stdin, options.run_limit)
        });
        ran.map_err(|error| Outcome::Wrong(format!("{error:#}")))
    };
    let mut ran = attempt(options.opt_level);
    if options.opt_level < OPTIMISED && ran.as_ref().is_ok_and(|output| output.exit.is_none()) {
        // Unoptimised code that is merely slow is not wrong: users build with optimisation.
        ran = attempt(OPTIMISED);
    }
    match ran {
        Err(outcome) => outcome,
        Ok(output) => judge(&output, truth, converted.refusal.as_deref(), options),
    }
}

fn judge(seen: &Output, truth: &Expected, refusal: Option<&str>, options: &Options) -> Outcome {
    let Expected { stdout, exit, .. } = truth;
    if seen.exit == Some(*exit) && truth.matches(&seen.stdout) {
        return Outcome::Pass;
    }
    let errors = String::from_utf8_lossy(&seen.stderr);
    let hole = errors.lines().rev().find_map(|line| line.strip_prefix("batuta: "));
    if let (Some(HOLE), Some(reason)) = (seen.exit, hole) {
        return Outcome::Refused(reason.to_string());
    }
    // A program that says it refused says so with its code; anything else is a difference.
    let note = refusal.map_or(String::new(), |refusal| format!("; it has a hole: {refusal}"));
    let last = errors.lines().last().map_or(String::new(), |line| format!("; stderr ends: {line}"));
    match seen.exit {
        None => Outcome::Wrong(format!("runs longer than {} s{note}", options.run_limit.as_secs())),
        Some(code) if code != *exit => Outcome::Wrong(format!("exit {code}, the original {exit}{last}{note}")),
        Some(_) => Outcome::Wrong(format!("{}{note}", first_difference(stdout, &seen.stdout))),
    }
}

fn first_difference(expected: &[u8], seen: &[u8]) -> String {
    let (expected, seen) = (String::from_utf8_lossy(expected), String::from_utf8_lossy(seen));
    let (mut left, mut right) = (expected.lines(), seen.lines());
    for number in 1.. {
        match (left.next(), right.next()) {
            (None, None) => break,
            (left, right) if left != right => {
                let show = |line: Option<&str>| line.map_or("the end".into(), |line| format!("`{}`", clip(line)));
                return format!("line {number}: expected {}, got {}", show(left), show(right));
            }
            _ => {}
        }
    }
    "the output differs in its last line end".into()
}

/// rustc's first error with its place.
fn first_error(messages: &str) -> String {
    let mut lines = messages.lines().skip_while(|line| !line.starts_with("error")).take(2).map(str::trim);
    let (message, place) = (lines.next().unwrap_or(messages), lines.next().unwrap_or_default());
    clip(&format!("{message} {place}"))
}

fn clip(text: &str) -> String {
    let short: String = text.chars().take(160).collect();
    if short.len() < text.len() { format!("{short}…") } else { short }
}
