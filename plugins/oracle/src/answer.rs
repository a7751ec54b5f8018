//! From evidence to recommendations.

use crate::confidence::{FIT, LEAST, probabilities};
use crate::constraints::{self, Constraint};
use crate::evidence::{self, Evidence};
use crate::examples;
use crate::graph::Graph;
use batuta_sdk::{Answer, Recommendation};

/// Most recommendations of one answer.
const MOST: usize = 5;
/// Least share of the best score that a further recommendation has.
const SHARE: f32 = 0.12;
/// Most reasons from the question's words.
const REASONS: usize = 3;

/// The answer to a question.
pub(crate) fn answer(question: &str) -> Answer {
    let evidence = evidence::collect(question);
    let constraints = constraints::find(question);
    let ranked = ranked(&evidence);
    let best = ranked.first().map_or(0.0, |it| it.2);
    if best < LEAST {
        return Answer { abstained: true, recommendations: vec![] };
    }
    let least = ranked[0].1 * SHARE;
    let kept = ranked.iter().filter(|it| it.1 >= least).take(MOST);
    let names: Vec<&str> = ranked.iter().map(|it| it.0).collect();
    let recommendations = kept.map(|(name, _, confidence)| Recommendation {
        component: (*name).to_owned(),
        confidence: *confidence,
        reasons: reasons(name, &evidence, &constraints, &names),
        example: examples::of(name).map(str::to_owned),
        alternatives: Graph::get().component(name).map(|it| it.alternatives.clone()).unwrap_or_default(),
    });
    Answer { abstained: false, recommendations: recommendations.collect() }
}

/// Name, score and confidence of every component that anything speaks for, best first.
fn ranked(evidence: &Evidence) -> Vec<(&'static str, f32, f32)> {
    let scores: Vec<(&'static str, f32)> = evidence.scores().into_iter().collect();
    let values: Vec<f32> = scores.iter().map(|it| it.1).collect();
    let confidence = probabilities(&values, evidence.around(), FIT);
    let mut ranked: Vec<_> = scores.into_iter().zip(confidence).map(|((name, score), p)| (name, score, p)).collect();
    ranked.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
    ranked
}

fn reasons(name: &str, evidence: &Evidence, constraints: &[Constraint], ranked: &[&str]) -> Vec<String> {
    let graph = Graph::get();
    let mut own: Vec<_> = evidence.matches.iter().filter(|it| it.concept.component.as_deref() == Some(name)).collect();
    own.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut reasons: Vec<String> =
        own.iter().take(REASONS).map(|it| format!("{}: the question says `{}`", it.concept.name, it.said)).collect();
    if let Some(component) = graph.component(name) {
        reasons.push(format!("{name}: {}", component.summary));
        if !component.registry {
            reasons.push("it is not published on the registry yet".into());
        }
        reasons.extend(constraints.iter().filter_map(|it| it.reason(component)));
    }
    let partners = graph.neighbours(name).filter(|(other, _)| ranked.contains(other));
    reasons.extend(partners.map(|(_, edge)| format!("{} works with {}: {}", edge.from, edge.to, edge.how)));
    reasons
}
