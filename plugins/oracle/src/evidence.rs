//! What in a question speaks for which component.

use crate::concepts::{self, Concept, Phrase};
use crate::confidence::Around;
use crate::words::{Word, is_spanish, stem, telling};
use std::collections::{BTreeMap, BTreeSet};

/// Further words that may stand between those of a phrase.
const GAP: usize = 2;
/// Share of every hit after a component's best one: they are rarely independent of it.
const FURTHER: f32 = 0.7;

/// Share of a phrase that stands in the question only when a misspelling is repaired.
const REPAIRED: f32 = 0.8;
/// Share of a single ambiguous word that is all that speaks for a component, where nothing else is about software.
const LONE: f32 = 0.5;
/// Evidence for software from which on a single word is taken at its worth.
const ENOUGH: f32 = 0.4;

/// A concept that the question speaks of.
#[derive(Debug)]
pub(crate) struct Match {
    /// The concept.
    pub concept: &'static Concept,
    /// A phrase of it, as words of the question.
    pub said: String,
    /// How much it adds for its component.
    pub weight: f32,
}

/// All that was found in one question.
#[derive(Debug, Default)]
pub(crate) struct Evidence {
    /// By component, the strongest first.
    pub matches: Vec<Match>,
    /// Words that say something but nothing of the stack.
    pub unexplained: usize,
    /// Stems of the words that say something.
    pub stems: BTreeSet<String>,
    words: Vec<Word>,
    /// How much its words are those of people who write software.
    pub context: f32,
}

impl Evidence {
    /// The sum for each component that anything speaks for.
    pub(crate) fn scores(&self) -> BTreeMap<&'static str, f32> {
        let mut scores = BTreeMap::new();
        for found in &self.matches {
            if let Some(component) = &found.concept.component {
                *scores.entry(component.as_str()).or_insert(0.0) += found.weight;
            }
        }
        scores
    }

    /// The sum for subjects outside of the stack.
    pub(crate) fn elsewhere(&self) -> f32 {
        self.matches.iter().filter(|it| it.concept.component.is_none()).map(|it| it.weight).sum()
    }

    /// A word of the question with this stem, as it was written.
    pub(crate) fn word<'e>(&'e self, stem: &'e str) -> &'e str {
        self.words.iter().find(|word| word.stem == stem).map_or(stem, |word| &word.text)
    }

    /// Everything that is not for one component.
    pub(crate) fn around(&self) -> Around {
        Around { elsewhere: self.elsewhere(), unexplained: self.unexplained, context: self.context }
    }
}

/// A phrase in the question.
struct Hit {
    concept: &'static Concept,
    weight: f32,
    /// Places of its words.
    places: Vec<usize>,
}

/// Find every concept in the question. A word counts once for each component, in the strongest phrase that it is part of.
pub(crate) fn collect(question: &str) -> Evidence {
    let concepts = concepts::get();
    let words = telling(question, &concepts.known);
    let spanish = is_spanish(question);
    let mut by_component: BTreeMap<Option<&str>, Vec<Hit>> = BTreeMap::new();
    let begun: BTreeSet<_> = words.iter().filter_map(|word| concepts.first.get(&word.stem)).flatten().collect();
    for (at, place) in begun {
        let concept = &concepts.list[*at];
        if !(spanish && concept.name == concepts::NAME) {
            let hit = hit(concept, &concept.phrases[*place], &words);
            by_component.entry(concept.component.as_deref()).or_default().extend(hit);
        }
    }
    let context = by_component.remove(&Some(concepts::CONTEXT)).unwrap_or_default();
    let context: f32 = counted(context, &words).iter().map(|it| it.weight).sum();
    let explained: BTreeSet<usize> = by_component
        .iter()
        .filter(|it| it.0.is_some())
        .flat_map(|it| it.1)
        .flat_map(|hit| hit.places.clone())
        .collect();
    let unexplained = words.len() - explained.len();
    let mut matches = Vec::new();
    for (component, hits) in by_component {
        let mut own = counted(hits, &words);
        if let ([only], true) = (&mut own[..], component.is_some() && context < ENOUGH) {
            only.weight *= if concepts.ambiguous.contains(&stem(&only.said)) { LONE } else { 1.0 };
        }
        matches.append(&mut own);
    }
    let stems = words.iter().map(|word| word.stem.clone()).collect();
    Evidence { matches, unexplained, stems, words, context }
}

fn hit(concept: &'static Concept, phrase: &Phrase, words: &[Word]) -> Option<Hit> {
    let places = said(phrase, words)?;
    let share = if places.iter().any(|place| words[*place].repaired) { REPAIRED } else { 1.0 };
    Some(Hit { concept, weight: phrase.weight * share, places })
}

/// What the hits of one component add up to.
fn counted(mut hits: Vec<Hit>, words: &[Word]) -> Vec<Match> {
    hits.sort_by(|a, b| b.weight.total_cmp(&a.weight).then_with(|| a.places.cmp(&b.places)));
    let mut used = BTreeSet::new();
    let mut matches = Vec::new();
    for Hit { concept, weight, places } in hits {
        let new = places.iter().filter(|place| used.insert(words[**place].stem.as_str())).count();
        if new == 0 {
            continue;
        }
        let share = new as f32 / places.len() as f32 * if matches.is_empty() { 1.0 } else { FURTHER };
        let said: Vec<&str> = places.iter().map(|place| words[*place].text.as_str()).collect();
        matches.push(Match { concept, said: said.join(" "), weight: weight * share });
    }
    matches
}

/// Places of the words of the phrase in the question, when all stand close together.
fn said(phrase: &Phrase, words: &[Word]) -> Option<Vec<usize>> {
    let width = phrase.slots.len() + GAP;
    let first = &phrase.slots[0];
    let is = |word: &Word, slot: &Vec<String>| slot.contains(&word.stem);
    for (at, _) in words.iter().enumerate().filter(|(_, word)| is(word, first)) {
        let start = at.saturating_sub(width - 1);
        let window = &words[start..(at + width).min(words.len())];
        let mut used = vec![false; window.len()];
        let found = phrase.slots.iter().map(|slot| {
            let place = window.iter().enumerate().position(|(i, word)| !used[i] && is(word, slot))?;
            used[place] = true;
            Some(place)
        });
        let Some(places) = found.collect::<Option<Vec<usize>>>() else { continue };
        let (low, high) = (places.iter().min()?, places.iter().max()?);
        if high - low < width {
            return Some(places.iter().map(|place| start + place).collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best(question: &str) -> Option<&'static str> {
        collect(question).scores().into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|it| it.0)
    }

    #[test]
    fn words_near_each_other_make_a_phrase() {
        assert_eq!(best("a forest that is random"), Some("aprender"));
        assert_eq!(best("random"), None);
    }

    #[test]
    fn other_subjects_are_noticed() {
        assert!(collect("which wine goes with pasta recipes").elsewhere() > 0.0);
        assert_eq!(collect("train a random forest").elsewhere(), 0.0);
    }
}
