//! A csmith campaign: `BATUTA_SEEDS=1000..1100 BATUTA_MINUTES=20 cargo test --release -p batuta-decy --test campaign -- --ignored`.
//! What was run is appended to `tests/scores/c-campaign.md`, so that it adds up.
#![allow(clippy::disallowed_methods)] // reads how much to do, appends to the log

mod corpora;

use batuta_decy::Decy;
use batuta_testkit::corpus::{Options, Outcome, score};
use std::io::Write;
use std::time::{Duration, Instant};

/// Programs per batch.
const BATCH: u64 = 20;

fn seeds() -> std::ops::Range<u64> {
    let text = std::env::var("BATUTA_SEEDS").unwrap_or_else(|_| "1..21".into());
    let (from, to) = text.split_once("..").expect("BATUTA_SEEDS is FROM..TO");
    from.parse().expect("a number")..to.parse().expect("a number")
}

#[test]
#[ignore = "a campaign: runs as long as it is told"]
fn campaign() {
    let minutes: u64 = std::env::var("BATUTA_MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(10);
    let started = Instant::now();
    let options = Options { run_limit: Duration::from_secs(10), ..Options::default() };
    let (mut pass, mut refused, mut none, mut bad) = (0, 0, 0, vec![]);
    let all = seeds();
    let mut next = all.start;
    while next < all.end && started.elapsed() < Duration::from_secs(minutes * 60) {
        let end = (next + BATCH).min(all.end);
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
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/scores/c-campaign.md");
    let mut log = std::fs::OpenOptions::new().append(true).create(true).open(path).expect("the log");
    let (count, first, last) = (next - all.start, all.start, next);
    let line = format!(
        "- csmith 2.3.0, seeds {first}..{last}: {count} programs, {pass} pass, {refused} refused, {none} without a reference, {} wrong or not compiling\n",
        bad.len()
    );
    log.write_all(line.as_bytes()).expect("the log");
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}
