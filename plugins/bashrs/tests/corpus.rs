//! Scripts that somebody else wrote, converted and held against the shells: `cargo dev corpus busybox bash mksh yash` fetches them.
//!
//! `sample` runs in CI; `all` writes `tests/scores/shell.md` and takes many minutes (`CORPUS=mksh` runs one).
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[path = "corpus/cases.rs"]
mod cases;

use batuta_bashrs::Bashrs;
use batuta_testkit::corpus::{Options, Outcome, Section, render, sample as spread, score, steps_back, write};
use std::path::Path;
use std::time::Duration;

fn options() -> Options {
    Options { run_limit: Duration::from_secs(12), again_alone: true, ..Options::default() }
}

#[test]
fn sample() {
    let page = include_str!("../../../tests/scores/shell.md");
    let mut all = vec![];
    for name in ["busybox", "mksh"] {
        let found = cases::of(name).unwrap();
        all.extend(score::<Bashrs>(&format!("{name}-sample"), &spread(&found, 60), &options()));
    }
    let passed = all.iter().filter(|case| case.outcome == Outcome::Pass).count();
    eprintln!("{passed} of {} pass", all.len());
    let back = steps_back(&all, page);
    assert!(back.is_empty(), "these did better when the scores were written: {back:#?}");
    assert!(passed * 10 >= all.len() * 8, "{passed} of {} pass", all.len());
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
