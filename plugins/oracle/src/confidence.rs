//! From evidence to probabilities.
//!
//! The share of a component among all that anything speaks for, sharpened, times the probability that the question
//! belongs to the stack at all, a logistic function of the logarithm of the best score; this times what was learnt from examples.
//! The constants were chosen by hand on questions that the phrases had not seen; those of least loss on the tuning sets are too
//! sure of themselves. The ignored test `cross_validation` shows what they give.

use crate::evidence::Evidence;
use crate::graph::Graph;
use crate::learned::{ELSEWHERE, Model};
use std::collections::BTreeMap;

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
    /// Added to what the phrases give each component, before what was learnt is multiplied with it.
    pub floor: f32,
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
    Fit { sharpness: 3.0, half: 0.55, steepness: 3.0, elsewhere: 0.9, chance: 0.2, context: 0.3, floor: 0.03 };
/// Probability of another subject from which on nothing is answered.
const ELSEWHERE_FROM: f32 = 0.65;
/// Least confidence of the best component that is answered.
const LEAST: f32 = 0.1;

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

/// Probabilities of the components and of none of them.
#[derive(Debug)]
pub(crate) struct Judged {
    /// By component, the likeliest first.
    pub ranked: Vec<(&'static str, f32)>,
    /// That the question is about something else.
    pub elsewhere: f32,
}

impl Judged {
    /// Whether it is better not to answer.
    pub(crate) fn abstains(&self) -> bool {
        self.elsewhere > ELSEWHERE_FROM || self.ranked.first().is_none_or(|best| best.1 < LEAST)
    }

    /// The probability of one component.
    pub(crate) fn of(&self, name: &str) -> f32 {
        self.ranked.iter().find(|it| it.0 == name).map_or(0.0, |it| it.1)
    }
}

/// What phrases and learning say together: the product of their probabilities.
pub(crate) fn judged(evidence: &Evidence, model: &Model, fit: Fit) -> Judged {
    let scores = evidence.scores();
    let values: Vec<f32> = scores.values().copied().collect();
    let said = probabilities(&values, evidence.around(), fit);
    let none = 1.0 - said.iter().sum::<f32>();
    let said: BTreeMap<&str, f32> = scores.keys().copied().zip(said).collect();
    let learnt = model.classes(&evidence.stems);
    let odds = |name: &str, said: f32| (said + fit.floor) * learnt.get(name).copied().unwrap_or_default();
    let stack = Graph::get().components.iter().filter(|it| it.layer != "crate").map(|it| it.name.as_str());
    let mut ranked: Vec<(&str, f32)> =
        stack.map(|name| (name, odds(name, said.get(name).copied().unwrap_or_default()))).collect();
    let elsewhere = odds(ELSEWHERE, none);
    let sum = (elsewhere + ranked.iter().map(|it| it.1).sum::<f32>()).max(f32::MIN_POSITIVE);
    ranked.iter_mut().for_each(|it| it.1 /= sum);
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    Judged { ranked, elsewhere: elsewhere / sum }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_evidence_is_more_confidence() {
        let of = |scores: &[f32], elsewhere| probabilities(scores, Around { elsewhere, ..Around::default() }, FIT);
        let (weak, strong, disputed) = (of(&[0.2], 0.0)[0], of(&[4.0], 0.0)[0], of(&[4.0, 3.5], 0.0)[0]);
        assert!(weak < LEAST && strong > 0.9 && disputed < strong);
        assert!(of(&[4.0], 4.0)[0] < strong);
        assert_eq!(of(&[], 1.0), Vec::<f32>::new());
    }
}
