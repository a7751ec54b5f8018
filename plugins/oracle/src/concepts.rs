//! `data/concepts.txt` and `data/vocabulary.txt`: what people say when they mean a component.

use crate::words::{stem, words};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// Stands in place of a component for words that say only that a question is about software.
pub(crate) const CONTEXT: &str = "*";

/// Stands in place of a component for words that mean something else in everyday language.
pub(crate) const AMBIGUOUS: &str = "?";

/// The concept of a component's own name.
pub(crate) const NAME: &str = "its name";

/// Weight of a phrase by its number of words, when the data names none: longer ones are less often meant otherwise.
const WEIGHTS: [f32; 3] = [1.0, 1.6, 2.0];

/// Something that people ask about.
#[derive(Debug)]
pub(crate) struct Concept {
    /// The component that it asks for; none for subjects outside of the stack.
    pub component: Option<String>,
    /// For people.
    pub name: String,
    /// How it is said.
    pub phrases: Vec<Phrase>,
}

/// Words that stand close together, in any order.
#[derive(Debug)]
pub(crate) struct Phrase {
    /// For each word its possible stems.
    pub slots: Vec<Vec<String>>,
    /// How much it tells.
    pub weight: f32,
}

/// All concepts, and every word that their phrases use.
#[derive(Debug, Default)]
pub(crate) struct Concepts {
    /// In the order of the data.
    pub list: Vec<Concept>,
    /// For each stem the phrases whose first word it may be, as places in the list and in its concept.
    pub first: BTreeMap<String, Vec<(usize, usize)>>,
    /// Words and stems, for the repair of misspellings.
    pub known: BTreeSet<String>,
    /// Stems that mean something else in everyday language.
    pub ambiguous: BTreeSet<String>,
}

/// The embedded concepts. A defect of that data fails a test, and the line is left out here.
pub(crate) fn get() -> &'static Concepts {
    static CONCEPTS: OnceLock<Concepts> = OnceLock::new();
    CONCEPTS.get_or_init(|| {
        let mut concepts = Concepts::default();
        let mut stems = Stems::new();
        for line in lines() {
            match concept(line, &mut stems) {
                Some(concept) if concept.component.as_deref() == Some(AMBIGUOUS) => {
                    concepts.ambiguous.extend(concept.phrases.into_iter().flat_map(|it| it.slots).flatten());
                }
                concept => concepts.list.extend(concept),
            }
        }
        concepts.first = first(&concepts.list);
        concepts.known = stems.into_iter().flat_map(|(word, stem)| [word, stem]).collect();
        concepts
    })
}

fn first(list: &[Concept]) -> BTreeMap<String, Vec<(usize, usize)>> {
    let mut first: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
    for (at, concept) in list.iter().enumerate() {
        for (place, phrase) in concept.phrases.iter().enumerate() {
            phrase.slots[0].iter().for_each(|stem| first.entry(stem.clone()).or_default().push((at, place)));
        }
    }
    first
}

fn lines() -> impl Iterator<Item = &'static str> {
    let texts = [include_str!("../data/concepts.txt"), include_str!("../data/vocabulary.txt")];
    texts.into_iter().flat_map(str::lines).filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// Stems of words, each found once.
type Stems = BTreeMap<String, String>;

/// `component | name | phrase; phrase^weight; …`
fn concept(line: &str, stems: &mut Stems) -> Option<Concept> {
    let mut parts = line.splitn(3, '|').map(str::trim);
    let (component, name, phrases) = (parts.next()?, parts.next()?, parts.next()?);
    let phrases = phrases.split(';').map(|text| phrase(text.trim(), stems)).collect::<Option<_>>()?;
    let component = (component != "-").then(|| component.to_owned());
    Some(Concept { component, name: name.to_owned(), phrases })
}

/// `a/b` is one slot with a choice; what is several words, such as `model.fit`, is as many slots.
fn slots(text: &str) -> Vec<Vec<String>> {
    if text.contains('/') {
        return vec![text.split('/').flat_map(words).collect()];
    }
    words(text).into_iter().map(|word| vec![word]).collect()
}

fn phrase(text: &str, stems: &mut Stems) -> Option<Phrase> {
    let (text, weight) = match text.split_once('^') {
        Some((text, weight)) => (text, Some(weight.parse().ok()?)),
        None => (text, None),
    };
    let mut stem_of = |word: String| match stems.get(&word) {
        Some(stem) => stem.clone(),
        None => stems.entry(word).or_insert_with_key(|word| stem(word)).clone(),
    };
    let slots = text.split_whitespace().flat_map(slots);
    let slots: Vec<Vec<String>> = slots.map(|slot| slot.into_iter().map(&mut stem_of).collect()).collect();
    let weight = weight.or_else(|| WEIGHTS.get(slots.len().clamp(1, WEIGHTS.len()) - 1).copied())?;
    (!slots.is_empty() && slots.iter().all(|slot| !slot.is_empty())).then_some(Phrase { slots, weight })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Graph;

    #[test]
    fn every_line_is_understood_and_names_a_component() {
        for line in lines() {
            let concept = concept(line, &mut Stems::new()).unwrap_or_else(|| panic!("not understood: {line}"));
            if let Some(name) = concept.component.as_ref().filter(|name| *name != CONTEXT && *name != AMBIGUOUS) {
                assert!(Graph::get().component(name).is_some(), "no component `{name}`");
            }
        }
    }

    #[test]
    fn every_choice_is_one_word() {
        let choices = lines().flat_map(|line| line.split(['|', ';', ' '])).filter(|it| it.contains('/'));
        for choice in choices.filter(|it| !it.contains('`')) {
            let text = choice.split('^').next().unwrap();
            assert!(text.split('/').all(|it| words(it).len() == 1), "more than one word, or none: {choice}");
        }
    }

    #[test]
    fn every_component_of_the_stack_can_be_asked_for() {
        let stack = Graph::get().components.iter().filter(|it| it.layer != "crate");
        for component in stack {
            assert!(get().list.iter().any(|it| it.component.as_deref() == Some(&component.name)), "{}", component.name);
        }
    }
}
