//! Corpora of C programs, held against gcc: `cargo dev corpus tcc gcc-torture csmith csmith-headers` fetches them.

mod corpora;

use batuta_decy::Decy;
use batuta_testkit::corpus::{Case, Options, Outcome, Scored, Section, render, sample, score, write};
use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

fn options() -> Options {
    Options { run_limit: Duration::from_secs(10), ..Options::default() }
}

fn scored(name: &str, cases: Vec<Case>) -> Vec<Scored> {
    score::<Decy>(name, &cases, &options())
}

/// Prints no addresses and gives the same every time: what cannot be compared is no case.
const UNSTEADY: &[&str] = &["return-addr"];

fn steady(cases: Vec<Case>) -> Vec<Case> {
    cases.into_iter().filter(|case| !UNSTEADY.contains(&case.name.as_str())).collect()
}

fn bad(cases: &[Scored]) -> Vec<String> {
    let is_bad = |case: &&Scored| matches!(case.outcome, Outcome::Wrong(_) | Outcome::DoesNotCompile(_));
    cases.iter().filter(is_bad).map(|case| format!("{}: {:?}", case.name, case.outcome)).collect()
}

/// A fixed, evenly spread part of every corpus: nothing in it may be wrong or fail to compile.
#[test]
fn sample_is_right() {
    let tcc = corpora::tcc().expect("the corpus");
    let torture = steady(corpora::torture().expect("the corpus"));
    let csmith = corpora::csmith(1..4).expect("the corpus");
    let mut wrong = bad(&scored("sample-tcc", sample(&tcc, 20)));
    wrong.extend(bad(&scored("sample-torture", sample(&torture, 50))));
    wrong.extend(bad(&scored("sample-csmith", csmith)));
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Everything; writes the page of scores.
#[test]
#[ignore = "takes long: `cargo test --release -p batuta-decy --test corpus -- --ignored` writes tests/scores/c.md"]
fn all() {
    let torture = steady(corpora::torture().expect("the corpus"));
    let mutated = sample(&corpora::mutated(&torture), 100);
    let seeds = std::env::var("BATUTA_CSMITH_SEEDS").ok().and_then(|text| text.parse().ok()).unwrap_or(300);
    let sections = vec![
        section("tcc tests2", TCC, scored("tcc", corpora::tcc().expect("the corpus"))),
        section("gcc-torture execute", TORTURE, scored("torture", torture)),
        section("gcc-torture, one comparison turned round", MUTATED, scored("mutated", mutated)),
        section("csmith", CSMITH, scored("csmith", corpora::csmith(1..seeds + 1).expect("the corpus"))),
    ];
    let page = render("C to Rust: scores", ABOUT, &sections);
    write(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scores/c.md")), &page).expect("the page");
}

const ABOUT: &str = "Written by `cargo test --release -p batuta-decy --test corpus -- --ignored`. Every program is held against what gcc makes of it (`-O1`).";
const TCC: &str = "Debian source `tcc`, `tests/tests2`; a case that gcc does not build has no reference. Goal: 92 %.";
const TORTURE: &str = "Debian package `gcc-12-source`, `gcc.c-torture/execute` with `ieee`, without those that `plugins/decy/tests/torture-excluded.txt` names with a reason (assembler, nested functions, gcc itself fails) and without `return-addr`, which prints addresses. Nearly all print nothing. Goal: 85 %.";
const MUTATED: &str = "100 of the programs above, evenly spread, with the first `!=` before an `abort` turned into `==`. A pass here says that the converted program fails as the original does: it backs the silent ones.";
const CSMITH: &str = "Programs that csmith 2.3.0 makes from the seeds 1, 2, 3, … with its default options; what the original does not end within 10 s has no reference. Goal: none wrong, 90 %.";

fn section(title: &str, about: &str, cases: Vec<Scored>) -> Section {
    let mut counts: BTreeMap<&str, u64> = BTreeMap::new();
    for case in cases.iter().filter(|case| case.outcome == Outcome::Pass) {
        for (name, value) in &case.counts {
            *counts.entry(name).or_default() += value;
        }
    }
    let of = |name: &str| counts.get(name).copied().unwrap_or(0);
    let (all, risky) = (of("functions"), of("functions-unsafe"));
    let share = (all - risky) * 100 / all.max(1);
    let about = format!("{about} Functions of the passing programs without `unsafe`: {} of {all} ({share} %).", all - risky);
    Section { title: title.into(), about, cases }
}
