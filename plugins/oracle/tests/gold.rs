//! The gold set: questions with known answers. `held_out` never shows a question, so that nobody tunes on it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use batuta_oracle::StackOracle;
use batuta_sdk::{Answer, Oracle};
use std::fmt::Write;
use std::path::Path;

#[derive(serde::Deserialize)]
struct Question {
    q: String,
    expect: Vec<String>,
}

#[derive(Default)]
struct Score {
    asked: usize,
    first: usize,
    three: usize,
    off: usize,
    off_abstained: usize,
    abstained: usize,
    /// Sum of squared differences between confidence and truth of the best answers, and how many.
    brier: f32,
    answered: usize,
    /// Per tenth of confidence: answers, sum of confidence, right ones.
    bins: [(usize, f32, usize); 10],
}

impl Score {
    fn add(&mut self, question: &Question, answer: &Answer) -> bool {
        let right = |it: &batuta_sdk::Recommendation| question.expect.contains(&it.component);
        self.abstained += usize::from(answer.abstained);
        let first = answer.recommendations.first().is_some_and(right);
        if question.expect.is_empty() {
            self.off += 1;
            self.off_abstained += usize::from(answer.abstained);
        } else {
            self.asked += 1;
            self.first += usize::from(first);
            self.three += usize::from(answer.recommendations.iter().take(3).any(right));
        }
        if let Some(best) = answer.recommendations.first() {
            let truth = f32::from(u8::from(first));
            self.answered += 1;
            self.brier += (best.confidence - truth).powi(2);
            let bin = &mut self.bins[((best.confidence * 10.0) as usize).min(9)];
            *bin = (bin.0 + 1, bin.1 + best.confidence, bin.2 + usize::from(first));
        }
        if question.expect.is_empty() { answer.abstained } else { first }
    }

    fn share(part: usize, whole: usize) -> f64 {
        100.0 * part as f64 / whole.max(1) as f64
    }

    /// Mean distance between confidence and share of right answers, over tenths.
    fn calibration_error(&self) -> f32 {
        let gap = |(n, sum, right): &(usize, f32, usize)| if *n == 0 { 0.0 } else { (sum - *right as f32).abs() };
        self.bins.iter().map(gap).sum::<f32>() / self.answered.max(1) as f32
    }

    fn row(&self, name: &str) -> String {
        format!(
            "| {name} | {} | {:.1} % | {:.1} % | {} of {} | {:.1} % | {:.3} | {:.3} |\n",
            self.asked,
            Self::share(self.first, self.asked),
            Self::share(self.three, self.asked),
            self.off_abstained,
            self.off,
            Self::share(self.off_abstained, self.abstained),
            self.brier / self.answered.max(1) as f32,
            self.calibration_error()
        )
    }
}

fn questions(file: &str) -> Vec<Question> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("gold").join(file);
    std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn ask(question: &str) -> Answer {
    let settings = batuta_sdk::Settings::default();
    let mut host = Silent;
    StackOracle::ask(question, &mut batuta_sdk::Context::new(&mut host, &settings)).unwrap()
}

struct Silent;

impl batuta_sdk::Host for Silent {
    fn open(&mut self, _: &str) -> Option<batuta_sdk::SourceFile> {
        None
    }
    fn emit(&mut self, _: batuta_sdk::diagnostics::Diagnostic) {}
    fn log(&mut self, _: batuta_sdk::LogLevel, _: &str, _: &str) {}
    fn checkpoint(&mut self, _: u32, _: u32) -> bool {
        true
    }
}

fn score(file: &str, mut missed: impl FnMut(&Question, &Answer)) -> Score {
    let mut score = Score::default();
    for question in questions(file) {
        let answer = ask(&question.q);
        if !score.add(&question, &answer) {
            missed(&question, &answer);
        }
    }
    score
}

#[test]
fn the_page_shows_what_is_measured() {
    let halves = [
        ("tuning.jsonl", "tuning"),
        ("tuning-more.jsonl", "tuning, later"),
        ("tuning-third.jsonl", "tuning, third"),
        ("tuning-fourth.jsonl", "tuning, fourth"),
        ("held-out.jsonl", "held out"),
        ("held-out-third.jsonl", "held out, third"),
    ];
    let scores = halves.map(|(file, name)| (score(file, |_, _| {}), name));
    let mut page = String::from(HEAD);
    scores.iter().for_each(|(score, name)| page.push_str(&score.row(name)));
    print!("{page}");
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scores/oracle.md");
    if std::env::var_os("BATUTA_BLESS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), page, "run with BATUTA_BLESS=1 and commit the page");
}

const HEAD: &str = "\
# The oracle on its gold set

Written by `BATUTA_BLESS=1 cargo test --release -p batuta-oracle --test gold`. The oracle learns from the tuning questions, so that
their rows show what it has seen; those held out are read by this test only, and their rows show what strangers see. The questions
but the fourth set were written by someone who had seen nothing of the oracle. The bound below which it abstains was lowered once
(0.35 to 0.25) after figures of the first held-out set were seen; it was replaced since then, by rounds of the fourth set.
Goals: the right component first in 90 %, among the first three in 98 %, 95 % of what is
off topic not answered, and 95 % of what it abstains on off topic.

| half | questions | right first | among three | off topic, abstained | of what it abstains on is off topic | Brier score | calibration error |
|---|--:|--:|--:|--:|--:|--:|--:|
";

/// Shows what goes wrong on the half that tuning may read.
#[test]
#[ignore = "for tuning: prints every miss; GOLD names another file than tuning.jsonl"]
fn misses() {
    let file = std::env::var("GOLD").unwrap_or("tuning.jsonl".into());
    let scored = score(&file, |question, answer| {
        let mut told = String::new();
        for it in answer.recommendations.iter().take(3) {
            let _ = write!(told, " {} {:.2} {:?}", it.component, it.confidence, it.reasons);
        }
        println!("{:?} → {}\n   {told}", question.expect, question.q);
    });
    print!("{}", scored.row(&file));
}

#[test]
fn every_answer_is_well_formed() {
    for question in questions("tuning.jsonl") {
        let answer = ask(&question.q);
        assert_eq!(answer.abstained, answer.recommendations.is_empty());
        let mut last = 1.0;
        for it in &answer.recommendations {
            assert!((0.0..=last).contains(&it.confidence), "{}: {} after {last}", question.q, it.confidence);
            assert!(!it.reasons.is_empty());
            last = it.confidence;
        }
    }
}
