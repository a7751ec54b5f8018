//! From evidence to probabilities.
//!
//! The share of a component among all that anything speaks for, sharpened, times the probability that the question
//! belongs to the stack at all, a logistic function of the logarithm of the best score. The constants were
//! chosen by hand: those of least loss on `gold/tuning.jsonl`, which the ignored test `fit` prints, are too sure of themselves.

/// The constants of the model.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fit {
    /// Exponent of scores in shares.
    pub sharpness: f32,
    /// Score at which a question belongs to the stack with probability one half.
    pub half: f32,
    /// Exponent of the logistic function.
    pub steepness: f32,
    /// Evidence for other subjects counts this many times.
    pub elsewhere: f32,
    /// Exponent of the number of words that nothing explains, by which `half` grows: a lone word in a long question is chance.
    pub chance: f32,
    /// Exponent of the evidence for software, by which `half` shrinks.
    pub context: f32,
}

/// What is known of a question beside the scores of components.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Around {
    /// Evidence for subjects outside of the stack.
    pub elsewhere: f32,
    /// Number of words that nothing explains.
    pub unexplained: usize,
    /// Evidence for software.
    pub context: f32,
}

/// What [`Fit`] was found to be.
pub(crate) const FIT: Fit =
    Fit { sharpness: 3.0, half: 0.55, steepness: 3.0, elsewhere: 0.9, chance: 0.2, context: 0.3 };
/// Least confidence of the best component that is answered.
pub(crate) const LEAST: f32 = 0.25;

/// Probability of each component, in the order of `scores`.
pub(crate) fn probabilities(scores: &[f32], around: Around, fit: Fit) -> Vec<f32> {
    let best = scores.iter().copied().fold(0.0, f32::max);
    if best <= 0.0 {
        return vec![0.0; scores.len()];
    }
    let shares: Vec<f32> = scores.iter().map(|score| (score / best).powf(fit.sharpness)).collect();
    let others = (fit.elsewhere * around.elsewhere / best).powf(fit.sharpness);
    let sum: f32 = shares.iter().sum::<f32>() + others;
    let half = fit.half * (1.0 + around.unexplained as f32).powf(fit.chance) / (1.0 + around.context).powf(fit.context);
    let belongs = 1.0 / (1.0 + (half / best).powf(fit.steepness));
    shares.into_iter().map(|share| belongs * share / sum).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence;

    #[test]
    fn more_evidence_is_more_confidence() {
        let of = |scores: &[f32], elsewhere| probabilities(scores, Around { elsewhere, ..Around::default() }, FIT);
        let (weak, strong, disputed) = (of(&[0.2], 0.0)[0], of(&[4.0], 0.0)[0], of(&[4.0, 3.5], 0.0)[0]);
        assert!(weak < LEAST && strong > 0.9 && disputed < strong);
        assert!(of(&[4.0], 4.0)[0] < strong);
        assert_eq!(of(&[], 1.0), Vec::<f32>::new());
    }

    #[derive(serde::Deserialize)]
    struct Question {
        q: String,
        expect: Vec<String>,
    }

    /// Scores, which are right, what is around them, whether off topic.
    type Asked = (Vec<f32>, Vec<bool>, Around, bool);

    /// Sum over the questions of -ln(probability of what is right), "none of them" included.
    fn loss(asked: &[Asked], fit: Fit) -> f32 {
        let one = |(scores, right, around, off): &Asked| {
            let p = probabilities(scores, *around, fit);
            let told: f32 = p.iter().zip(right).filter(|(_, right)| **right).map(|(p, _)| p).sum();
            let truth = if *off { 1.0 - p.iter().sum::<f32>() } else { told };
            -truth.max(0.01).ln()
        };
        asked.iter().map(one).sum()
    }

    #[test]
    #[ignore = "prints the constants that fit the tuning questions best"]
    fn fit() {
        let asked: Vec<_> = include_str!("../gold/tuning.jsonl")
            .lines()
            .map(|line| {
                let Question { q, expect } = serde_json::from_str(line).unwrap();
                let evidence = evidence::collect(&q);
                let scores = evidence.scores();
                let right = scores.keys().map(|name| expect.iter().any(|it| it == name)).collect();
                (scores.into_values().collect(), right, evidence.around(), expect.is_empty())
            })
            .collect();
        let mut best = (f32::MAX, FIT);
        for round in [1.0, 0.5, 0.25, 0.12] {
            // One constant after the other, both ways: the loss is smooth enough for that.
            for _ in 0..20 {
                let Fit { sharpness, half, steepness, elsewhere, chance, context } = best.1;
                for way in [1.0 + round, 1.0 / (1.0 + round)] {
                    for fit in [
                        Fit { sharpness: sharpness * way, ..best.1 },
                        Fit { half: half * way, ..best.1 },
                        Fit { steepness: steepness * way, ..best.1 },
                        Fit { elsewhere: elsewhere * way, ..best.1 },
                        Fit { chance: chance * way, ..best.1 },
                        Fit { context: context * way, ..best.1 },
                    ] {
                        let loss = loss(&asked, fit);
                        best = if loss < best.0 { (loss, fit) } else { best };
                    }
                }
            }
        }
        println!("{best:?} of {}", asked.len());
    }
}
