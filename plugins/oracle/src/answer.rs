//! From evidence to recommendations.

use crate::confidence::{self, FIT, Judged};
use crate::constraints::{self, Constraint};
use crate::evidence::{self, Evidence};
use crate::examples;
use crate::graph::Graph;
use crate::learned::Model;
use batuta_sdk::{Answer, Recommendation};

/// Most recommendations of one answer.
const MOST: usize = 5;
/// Recommendations go on until they are right with this probability together, if it is about the stack at all.
const ENOUGH: f32 = 0.98;
/// Most reasons from the question's words.
const REASONS: usize = 3;

/// The answer to a question.
pub(crate) fn answer(question: &str) -> Answer {
    let evidence = evidence::collect(question);
    let judged = confidence::judged(&evidence, Model::get(), FIT);
    if judged.abstains() {
        return Answer { abstained: true, recommendations: vec![] };
    }
    let constraints = constraints::find(question);
    let names: Vec<&str> = credible(&judged).collect();
    let recommendations = names.iter().map(|name| Recommendation {
        component: (*name).to_owned(),
        confidence: judged.of(name),
        reasons: reasons(name, &evidence, &constraints, &names),
        example: examples::of(name).map(str::to_owned),
        alternatives: Graph::get().component(name).map(|it| it.alternatives.clone()).unwrap_or_default(),
    });
    Answer { abstained: false, recommendations: recommendations.collect() }
}

/// The components of which one is right with near certainty.
fn credible(judged: &Judged) -> impl Iterator<Item = &'static str> {
    let enough = ENOUGH * (1.0 - judged.elsewhere);
    let before = judged.ranked.iter().scan(0.0, |sum, it| Some(std::mem::replace(sum, *sum + it.1)));
    judged.ranked.iter().zip(before).take_while(move |it| it.1 < enough).map(|it| it.0.0).take(MOST)
}

fn reasons(name: &str, evidence: &Evidence, constraints: &[Constraint], ranked: &[&str]) -> Vec<String> {
    let graph = Graph::get();
    let mut own: Vec<_> = evidence.matches.iter().filter(|it| it.concept.component.as_deref() == Some(name)).collect();
    own.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    let mut reasons: Vec<String> =
        own.iter().take(REASONS).map(|it| format!("{}: the question says `{}`", it.concept.name, it.said)).collect();
    if own.is_empty() {
        let stems = Model::get().telling(&evidence.stems, name);
        let words: Vec<&str> = stems.into_iter().take(REASONS).map(|stem| evidence.word(stem)).collect();
        reasons.extend((!words.is_empty()).then(|| format!("questions about it often say: {}", words.join(", "))));
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_of_the_stack_is_not_answered() {
        for question in ["how long do I boil an egg", "asdf qwer", "?", ""] {
            assert!(answer(question).abstained, "{question}");
        }
    }

    #[test]
    fn what_is_certain_stands_first() {
        let told = answer("How do I train a random forest on a CSV without sending data anywhere?");
        let best = &told.recommendations[0];
        assert!(best.component == "aprender" && best.confidence >= 0.5, "{}: {}", best.component, best.confidence);
        assert!(best.reasons.iter().any(|it| it.contains("no data is sent")));
    }
}
