//! Scripts that somebody else wrote, converted and held against the shells: `cargo dev corpus busybox bash mksh yash` fetches them.
//!
//! `sample` runs in CI where the corpora are; `all` writes `tests/scores/shell.md` and takes many minutes (`CORPUS=mksh` runs one).
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[path = "corpus/cases.rs"]
mod cases;

use batuta_bashrs::Bashrs;
use batuta_testkit::corpus::{Options, Outcome, Scored, Section, render, sample as spread, score, write};
use std::path::Path;
use std::time::Duration;

fn options() -> Options {
    Options { run_limit: Duration::from_secs(12), ..Options::default() }
}

/// Cases that differ for reasons that `tests/scores/shell.md` gives: they depend on time, process numbers or the machine.
fn is_unsteady(case: &Scored) -> bool {
    ["signals", "z_slow", "run-jobs", "run-trap"].iter().any(|word| case.name.contains(word))
}

#[test]
fn sample() {
    let mut all = vec![];
    for (name, size) in [("busybox", 40), ("mksh", 40), ("yash", 40)] {
        match cases::of(name) {
            Ok(found) => all.extend(score::<Bashrs>(&format!("{name}-sample"), &spread(&found, size), &options())),
            Err(why) => eprintln!("not run: {why}"),
        }
    }
    let bad: Vec<&Scored> = all
        .iter()
        .filter(|case| matches!(case.outcome, Outcome::Wrong(_) | Outcome::DoesNotCompile(_)) && !is_unsteady(case))
        .collect();
    let passed = all.iter().filter(|case| case.outcome == Outcome::Pass).count();
    eprintln!("{passed} of {} pass", all.len());
    // What is known to differ stands in the scores with its reason; a sample with more than that is a step back.
    assert!(bad.len() * 50 <= all.len(), "{bad:#?}");
}

#[test]
#[ignore = "many minutes: writes tests/scores/shell.md"]
fn all() {
    let wanted = std::env::var("CORPUS").unwrap_or_default();
    let mut sections = vec![];
    for (name, title, about) in cases::SECTIONS {
        if !wanted.is_empty() && !wanted.split(',').any(|one| one == *name) {
            continue;
        }
        let found = match cases::of(name) {
            Ok(found) => found,
            Err(why) => {
                eprintln!("not run: {why}");
                continue;
            }
        };
        let cases = score::<Bashrs>(name, &found, &options());
        sections.push(Section { title: (*title).into(), about: (*about).into(), cases });
    }
    let about = "Written by `cargo test --release -p batuta-bashrs --test corpus -- --ignored`. Held against what dash or bash print \
                 here, standard output and exit code.";
    let page = render("Scores of the shell corpora", about, &sections);
    let path =
        if wanted.is_empty() { "../../tests/scores/shell.md".to_string() } else { format!("/tmp/shell-{wanted}.md") };
    write(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), &page).unwrap();
    for line in page.lines().filter(|line| line.starts_with('|')) {
        eprintln!("{line}");
    }
}
