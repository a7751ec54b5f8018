//! What the words of a question say about its subject, learnt from examples: naive Bayes over stems.
//!
//! The examples are the phrases of the concepts and the questions of the tuning sets. What those questions add stands in
//! `data/learned.txt`, which the test `the_data_is_learnt_from_the_tuning_sets` writes with `BATUTA_BLESS=1`.

use crate::concepts::{self, AMBIGUOUS, CONTEXT, Concept};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

/// The class of questions about other subjects.
pub(crate) const ELSEWHERE: &str = "-";

/// How much a phrase counts beside a question.
const PHRASE: f32 = 4.0;
/// Added to every count: a word that was not seen with a subject is no proof against it.
const SMOOTHING: f32 = 0.1;
/// Share of questions about other subjects.
const PRIOR: f32 = 0.3;
/// Exponent of likelihoods: words are not independent of each other, so that their product is too sure.
const DEPENDENCE: f32 = 0.5;

/// How often each stem was seen with each class.
#[derive(Debug, Default)]
pub(crate) struct Counts(BTreeMap<String, BTreeMap<String, f32>>);

impl Counts {
    fn add(&mut self, stem: &str, class: &str, count: f32) {
        match self.0.get_mut(stem).and_then(|of| of.get_mut(class)) {
            Some(so_far) => *so_far += count,
            None => *self.0.entry(stem.to_owned()).or_default().entry(class.to_owned()).or_default() += count,
        }
    }

    /// Count a question once, shared among the components that are right.
    #[cfg(test)]
    pub(crate) fn add_question(&mut self, stems: &BTreeSet<String>, expect: &[String]) {
        let elsewhere = [ELSEWHERE.to_owned()];
        let classes = if expect.is_empty() { &elsewhere } else { expect };
        for stem in stems {
            classes.iter().for_each(|class| self.add(stem, class, 1.0 / classes.len() as f32));
        }
    }

    fn add_phrases(&mut self, concept: &Concept) {
        let class = concept.component.as_deref().unwrap_or(ELSEWHERE);
        for phrase in concept.phrases.iter().filter(|_| class != CONTEXT && class != AMBIGUOUS) {
            for slot in &phrase.slots {
                let share = PHRASE * phrase.weight / phrase.slots.len() as f32 / (slot.len() as f32).sqrt();
                slot.iter().collect::<BTreeSet<_>>().into_iter().for_each(|stem| self.add(stem, class, share));
            }
        }
    }

    /// The names of the classes in one line, then lines of a stem and letters for classes, each with its count when that is not 1.
    fn parse(text: &str) -> Self {
        let mut counts = Self::default();
        let mut lines = text.lines();
        let classes: Vec<&str> = lines.next().unwrap_or_default().split(' ').collect();
        for (stem, told) in lines.filter_map(|line| line.split_once(' ')) {
            for one in told.split(' ') {
                let (letter, count) = one.split_at_checked(1).unwrap_or_default();
                let class = letter.bytes().next().and_then(|it| classes.get(usize::from(it.wrapping_sub(b'a'))));
                if let (Some(class), Ok(count)) = (class, if count.is_empty() { Ok(1.0) } else { count.parse() }) {
                    counts.add(stem, class, count);
                }
            }
        }
        counts
    }

    #[cfg(test)]
    fn text(&self) -> String {
        let classes: BTreeSet<&String> = self.0.values().flat_map(BTreeMap::keys).collect();
        let letter = |class: &String| (b'a'..).zip(&classes).find(|it| *it.1 == class).map_or('?', |it| it.0.into());
        let told = |(class, count): (&String, &f32)| {
            let count = (count * 100.0).round() / 100.0;
            format!(" {}{}", letter(class), if count == 1.0 { String::new() } else { count.to_string() })
        };
        let line =
            |(stem, of): (&String, &BTreeMap<String, f32>)| stem.clone() + &of.iter().map(told).collect::<String>();
        let names = classes.iter().map(|it| it.as_str()).collect::<Vec<_>>().join(" ");
        names + "\n" + &self.0.iter().map(|it| line(it) + "\n").collect::<String>()
    }
}

/// The model: for each stem and class the logarithm of how much likelier it is than a word never seen with the class.
#[derive(Debug)]
pub(crate) struct Model {
    classes: Vec<String>,
    /// Logarithm of the likelihood of a word never seen with the class.
    unseen: Vec<f32>,
    seen: BTreeMap<String, Vec<(usize, f32)>>,
}

impl Model {
    /// The model of the embedded data.
    pub(crate) fn get() -> &'static Model {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| Model::new(Counts::parse(include_str!("../data/learned.txt"))))
    }

    /// From what the questions add to the phrases.
    pub(crate) fn new(mut counts: Counts) -> Self {
        concepts::get().list.iter().for_each(|concept| counts.add_phrases(concept));
        let mut sums: BTreeMap<&str, f32> = BTreeMap::new();
        for (class, count) in counts.0.values().flatten() {
            *sums.entry(class).or_default() += count;
        }
        let vocabulary = SMOOTHING * counts.0.len() as f32;
        let unseen = sums.values().map(|sum| (SMOOTHING / (sum + vocabulary)).ln()).collect();
        let classes: Vec<String> = sums.into_keys().map(str::to_owned).collect();
        let place = |class: &String| classes.binary_search(class).ok();
        let gain = |(class, count): (String, f32)| Some((place(&class)?, ((count + SMOOTHING) / SMOOTHING).ln()));
        let seen = counts.0.into_iter().map(|(stem, of)| (stem, of.into_iter().filter_map(gain).collect())).collect();
        Self { classes, unseen, seen }
    }

    /// Probability of each class, [`ELSEWHERE`] among them.
    pub(crate) fn classes(&self, stems: &BTreeSet<String>) -> BTreeMap<&str, f32> {
        let others = (self.classes.len() - 1).max(1) as f32;
        let prior = |class: &String| if class == ELSEWHERE { PRIOR } else { (1.0 - PRIOR) / others };
        let mut logs: Vec<f32> = self.classes.iter().map(|class| prior(class).ln()).collect();
        for of in stems.iter().filter_map(|stem| self.seen.get(stem)) {
            logs.iter_mut().zip(&self.unseen).for_each(|(log, unseen)| *log += unseen);
            of.iter().for_each(|(class, gain)| logs[*class] += gain);
        }
        let best = logs.iter().copied().fold(f32::MIN, f32::max);
        let odds: Vec<f32> = logs.iter().map(|log| (DEPENDENCE * (log - best)).exp()).collect();
        let sum: f32 = odds.iter().sum();
        self.classes.iter().map(String::as_str).zip(odds.iter().map(|it| it / sum)).collect()
    }

    /// The stems that speak most for the class against the mean of the others, the strongest first.
    pub(crate) fn telling<'s>(&self, stems: &'s BTreeSet<String>, class: &str) -> Vec<&'s str> {
        let Ok(place) = self.classes.binary_search_by(|it| it.as_str().cmp(class)) else { return vec![] };
        let worth = |stem: &'s String| {
            let of = self.seen.get(stem)?;
            let own = of.iter().find(|it| it.0 == place)?.1;
            let mean = of.iter().map(|it| it.1).sum::<f32>() / self.classes.len() as f32;
            Some((own - mean, stem.as_str()))
        };
        let mut list: Vec<(f32, &str)> = stems.iter().filter_map(worth).collect();
        list.sort_by(|a, b| b.0.total_cmp(&a.0));
        list.into_iter().map(|it| it.1).collect()
    }
}

#[cfg(test)]
#[allow(clippy::disallowed_methods)]
pub(crate) mod tests {
    use super::*;
    use crate::evidence;
    use std::path::Path;

    /// A question of a tuning set.
    #[derive(Clone, serde::Deserialize)]
    pub(crate) struct Asked {
        pub q: String,
        pub expect: Vec<String>,
    }

    /// The sets that tuning may read.
    pub(crate) const SETS: &[&str] = &["tuning", "tuning-more", "tuning-third", "tuning-fourth"];

    pub(crate) fn questions(set: &str) -> Vec<Asked> {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("gold/{set}.jsonl"));
        std::fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
    }

    /// What the questions add to the phrases.
    pub(crate) fn learnt<'q>(questions: impl IntoIterator<Item = &'q Asked>) -> Counts {
        let mut counts = Counts::default();
        for Asked { q, expect } in questions {
            counts.add_question(&evidence::collect(q).stems, expect);
        }
        counts
    }

    #[test]
    fn the_data_is_learnt_from_the_tuning_sets() {
        let all: Vec<Asked> = SETS.iter().flat_map(|set| questions(set)).collect();
        let text = learnt(&all).text();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/learned.txt");
        if std::env::var_os("BATUTA_BLESS").is_some() {
            std::fs::write(&path, &text).unwrap();
        }
        assert!(std::fs::read_to_string(path).unwrap() == text, "run with BATUTA_BLESS=1 and commit data/learned.txt");
    }

    #[test]
    fn what_was_learnt_survives_its_text() {
        let asked = Asked { q: "plain words about clay".into(), expect: vec!["pmat".into(), "decy".into()] };
        let counts = learnt([&asked]);
        assert_eq!(Counts::parse(&counts.text()).0, counts.0);
        let model = Model::new(counts);
        let stems: BTreeSet<String> = ["clay".to_owned()].into();
        let told = model.classes(&stems);
        assert!(told["pmat"] > told["bashrs"] && (told.values().sum::<f32>() - 1.0).abs() < 1e-3);
        assert_eq!(model.telling(&stems, "pmat"), ["clay"]);
    }
}
