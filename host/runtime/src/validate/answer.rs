//! What oracles say: text that is shown, probabilities that are compared.

use super::{Judged, at_most};
use crate::model::Answer;
use crate::text::{clean, clean_lines, is_unsafe};

/// Most recommendations of an answer.
const RECOMMENDATIONS: usize = 100;
/// Most reasons or alternatives of a recommendation.
const ENTRIES: usize = 100;
/// Longest name, in bytes.
const NAME: usize = 256;
/// Longest reason or example, in bytes.
const TEXT: usize = 16 << 10;

/// An answer whose numbers mean something.
pub(crate) fn answer(mut answer: Answer) -> Judged<Answer> {
    if answer.abstained != answer.recommendations.is_empty() {
        return Err("abstained with a recommendation, or gave none without abstaining".into());
    }
    at_most(answer.recommendations.len(), RECOMMENDATIONS, "recommendations")?;
    for it in &mut answer.recommendations {
        if !(0.0..=1.0).contains(&it.confidence) {
            return Err(format!("gave a confidence of {}", it.confidence));
        }
        at_most(it.reasons.len(), ENTRIES, "reasons")?;
        at_most(it.alternatives.len(), ENTRIES, "alternatives")?;
        it.component = clean(&it.component, NAME);
        it.reasons.iter_mut().for_each(|text| *text = clean(text, TEXT));
        it.alternatives.iter_mut().for_each(|name| *name = clean(name, NAME));
        it.example = it.example.take().map(|text| clean_lines(&text, TEXT));
    }
    Ok(answer)
}

/// A knowledge graph: JSON, so that what would steer a terminal is escaped in it, and nothing that reorders text.
pub(crate) fn graph(text: String) -> Judged<String> {
    if let Err(error) = serde_json::from_str::<serde::de::IgnoredAny>(&text) {
        return Err(format!("gave a graph that is no JSON: {error}"));
    }
    match text.chars().find(|c| *c != '\n' && *c != '\t' && *c != '\r' && is_unsafe(*c)) {
        Some(c) => Err(format!("gave a graph with the character U+{:04X}, which must be escaped", u32::from(c))),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Recommendation;

    fn one(confidence: f32, component: &str) -> Answer {
        let example = Some("a\n\u{1b}[2Jb".into());
        let it =
            Recommendation { component: component.into(), confidence, reasons: vec![], example, alternatives: vec![] };
        Answer { abstained: false, recommendations: vec![it] }
    }

    #[test]
    fn probabilities_are_checked_and_text_is_cleaned() {
        let judged = answer(one(0.5, "a\u{7}b")).unwrap();
        assert!(!judged.recommendations[0].component.contains('\u{7}'));
        let example = judged.recommendations[0].example.clone().unwrap();
        assert!(example.contains('\n') && !example.contains('\u{1b}'));
        assert!(answer(one(1.5, "a")).is_err() && answer(one(f32::NAN, "a")).is_err());
    }

    #[test]
    fn a_graph_is_json_that_shows_nothing_odd() {
        assert!(graph("{\"a\": [1,\n 2]}".into()).is_ok());
        for bad in ["", "{", "\"\u{1b}[2J\"", "\"\u{202e}\"", "\"\u{9b}\""] {
            assert!(graph(bad.into()).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn an_answer_either_abstains_or_recommends() {
        assert!(answer(Answer::default()).is_err());
        assert!(answer(Answer { abstained: true, ..one(0.5, "a") }).is_err());
        assert!(answer(Answer { abstained: true, recommendations: vec![] }).is_ok());
    }
}
