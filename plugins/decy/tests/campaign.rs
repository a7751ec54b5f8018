//! A csmith campaign: `cargo dev campaign csmith --minutes 20 [--seed 1000]`, which runs this test with `BATUTA_MINUTES` and
//! `BATUTA_SEED`. What was run is appended to `tests/scores/c-campaign.md`, so that it adds up; without a seed it goes on behind the
//! last one of the log.
#![allow(clippy::disallowed_methods)] // reads how much to do, appends to the log

mod corpora;

use batuta_decy::Decy;
use batuta_testkit::corpus::{Options, Outcome, score};
use std::io::Write;
use std::time::{Duration, Instant};

/// Programs per batch.
const BATCH: u64 = 20;

const LOG: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scores/c-campaign.md");

/// The first seed: the one that was asked for, or the one behind the greatest of the log.
fn first_seed() -> u64 {
    let asked = std::env::var("BATUTA_SEED").unwrap_or_default();
    if !asked.is_empty() {
        return asked.parse().expect("BATUTA_SEED is a number");
    }
    let log = std::fs::read_to_string(LOG).unwrap_or_default();
    let end = |line: &str| line.split_once("..")?.1.split(':').next()?.parse().ok();
    log.lines().filter_map(end).max().unwrap_or(1000)
}

#[test]
#[ignore = "a campaign: runs as long as it is told"]
fn campaign() {
    let minutes: u64 = std::env::var("BATUTA_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let started = Instant::now();
    let options = Options { run_limit: Duration::from_secs(10), ..Options::default() };
    let (mut pass, mut refused, mut none, mut bad) = (0, 0, 0, vec![]);
    let first = first_seed();
    let mut next = first;
    while next == first || started.elapsed() < Duration::from_secs(minutes * 60) {
        let end = next + BATCH;
        let cases = corpora::csmith(next..end).expect("the corpora csmith and csmith-headers");
        for case in score::<Decy>("campaign", &cases, &options) {
            match case.outcome {
                Outcome::Pass => pass += 1,
                Outcome::Refused(_) => refused += 1,
                Outcome::NoReference(_) => none += 1,
                other => bad.push(format!("{} {other:?}", case.name)),
            }
        }
        next = end;
    }
    let mut log = std::fs::OpenOptions::new().append(true).create(true).open(LOG).expect("the log");
    let (count, last) = (next - first, next);
    let line = format!(
        "- csmith 2.3.0, seeds {first}..{last}: {count} programs, {pass} pass, {refused} refused, {none} without a reference, {} wrong or not compiling\n",
        bad.len()
    );
    log.write_all(line.as_bytes()).expect("the log");
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
