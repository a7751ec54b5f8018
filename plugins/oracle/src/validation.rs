//! How well the oracle does on questions that its learning has not seen: cross validation over the tuning sets.

use crate::confidence::{FIT, Judged, judged};
use crate::evidence;
use crate::learned::tests::{Asked, SETS, learnt, questions};
use crate::learned::{Counts, Model};

const FOLDS: usize = 10;

/// What is counted of the answers.
#[derive(Default)]
struct Tally {
    asked: f32,
    first: f32,
    three: f32,
    off: f32,
    off_abstained: f32,
    abstained: f32,
    answered: f32,
    brier: f32,
    bins: [(f32, f32); 10],
}

impl Tally {
    fn add(&mut self, asked: &Asked, judged: &Judged) {
        let right = |name: &str| f32::from(u8::from(asked.expect.iter().any(|it| it == name)));
        let none = judged.abstains();
        let first = if none { 0.0 } else { right(judged.ranked[0].0) };
        let three = judged.ranked.iter().take(if none { 0 } else { 3 }).map(|it| right(it.0)).fold(0.0, f32::max);
        let off = f32::from(u8::from(asked.expect.is_empty()));
        self.off += off;
        self.asked += 1.0 - off;
        self.abstained += f32::from(u8::from(none));
        self.off_abstained += if none { off } else { 0.0 };
        self.first += first;
        self.three += three;
        if !none {
            let told = judged.ranked[0].1;
            self.answered += 1.0;
            self.brier += (told - first).powi(2);
            let bin = &mut self.bins[((told * 10.0) as usize).min(9)];
            *bin = (bin.0 + told, bin.1 + first);
        }
    }

    fn row(&self, name: &str) -> String {
        let gap: f32 = self.bins.iter().map(|bin| (bin.0 - bin.1).abs()).sum();
        format!(
            "{name}: {} asked, first {:.1} %, three {:.1} %, off {} of {}, abstention right {:.1} %, Brier {:.3}, calibration {:.3}",
            self.asked,
            100.0 * self.first / self.asked,
            100.0 * self.three / self.asked,
            self.off_abstained,
            self.off,
            100.0 * self.off_abstained / self.abstained.max(1.0),
            self.brier / self.answered,
            gap / self.answered
        )
    }
}

/// The answers to every tuning question by a model that has seen the other folds, and by one that has seen the phrases alone.
#[test]
#[ignore = "prints cross-validated figures of the tuning sets"]
fn cross_validation() {
    let all: Vec<(usize, Asked)> =
        (0..).zip(SETS).flat_map(|(set, name)| questions(name).into_iter().map(move |it| (set, it))).collect();
    let phrases = Model::new(Counts::default());
    let mut tallies: Vec<(Tally, Tally)> = SETS.iter().map(|_| Default::default()).collect();
    for fold in 0..FOLDS {
        let seen = all.iter().enumerate().filter(|(at, _)| at % FOLDS != fold).map(|(_, it)| &it.1);
        let model = Model::new(learnt(seen));
        for (set, asked) in all.iter().skip(fold).step_by(FOLDS) {
            let evidence = evidence::collect(&asked.q);
            tallies[*set].0.add(asked, &judged(&evidence, &model, FIT));
            tallies[*set].1.add(asked, &judged(&evidence, &phrases, FIT));
        }
    }
    for ((with, without), set) in tallies.iter().zip(SETS) {
        println!("{}\n{}", with.row(&format!("{set}, learnt")), without.row(&format!("{set}, phrases alone")));
    }
}
