//! Writes `tests/scores`: what the suites reach, with a reason per failing case. Run by `cargo dev scores`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_bashrs::Bashrs;
use batuta_decy::Decy;
use batuta_depyler::Depyler;
use batuta_testkit::{Report, goldens};
use batuta_tests::command::root;
use std::fmt::Write;

#[test]
#[ignore = "writes into the checkout"]
fn suites() {
    let suite = |name: &str| root().join("tests/suite").join(name);
    let reports = [
        ("Python", goldens::<Depyler>(suite("python")).check()),
        ("C", goldens::<Decy>(suite("c")).check()),
        ("Shell", goldens::<Bashrs>(suite("shell")).check()),
    ];
    let mut text = String::from(
        "# Suites of goldens\n\nWritten by `cargo dev scores`. A golden passes when its Rust and findings are as expected, rustc takes the \
         package without a\nwarning, and the program prints and exits as the golden says and as a run of the original does.\n\n\
         | suite | goldens | programs run | pass |\n|---|--:|--:|--:|\n",
    );
    for (language, report) in &reports {
        let failing = failing(report);
        writeln!(
            text,
            "| {language} | {} | {} | {} |",
            report.goldens,
            report.programs,
            report.goldens - failing.len()
        )
        .unwrap();
    }
    for (language, report) in &reports {
        for failure in &report.failures {
            writeln!(text, "\n- {language}, `{}`: {}", failure.golden, failure.what).unwrap();
        }
    }
    let folder = root().join("tests/scores");
    std::fs::create_dir_all(&folder).unwrap();
    std::fs::write(folder.join("suites.md"), &text).unwrap();
    print!("{text}");
    assert!(reports.iter().all(|(_, report)| report.goldens >= 10), "a suite lost its goldens");
}

fn failing(report: &Report) -> std::collections::BTreeSet<&str> {
    report.failures.iter().map(|failure| failure.golden.as_str()).collect()
}
