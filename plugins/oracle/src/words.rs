//! Words of a question: lower case, stems, misspellings repaired.

use crate::spelling;
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::BTreeSet;

/// Words that say nothing about the subject. Question words other than `how` stay: concepts use them.
const STOP: &[&str] = &[
    "a", "an", "the", "of", "to", "in", "on", "for", "and", "or", "with", "my", "our", "i", "we", "is", "are", "be",
    "do", "does", "can", "could", "would", "should", "it", "this", "that", "how", "me", "you", "your", "please",
    "want", "need", "have", "has", "there", "some", "any", "at", "by", "as", "its", "us", "them", "these", "those",
    "im", "ive", "id", "like", "just", "so", "via",
];

/// Lower-case words of a text. `c++` and `c#` are words; every other character that is neither letter nor digit ends one.
pub(crate) fn words(text: &str) -> Vec<String> {
    if !text.is_empty() && text.bytes().all(|it| it.is_ascii_lowercase() || it.is_ascii_digit()) {
        return vec![text.to_owned()];
    }
    let lower = text.to_lowercase();
    let mut list = Vec::new();
    for piece in lower.split(|c: char| !(c.is_alphanumeric() || c == '+' || c == '#' || c == '\'')) {
        if matches!(piece, "c++" | "c#") {
            list.push(piece.to_owned());
            continue;
        }
        for part in piece.split(['+', '#']) {
            let plain: String = part.chars().filter(|c| c.is_alphanumeric()).collect();
            let own = plain.strip_suffix('s').filter(|_| part.ends_with("'s")).unwrap_or(&plain);
            list.extend((!own.is_empty()).then(|| own.to_owned()));
        }
    }
    list
}

/// The stem of a word (Snowball's English algorithm).
pub(crate) fn stem(word: &str) -> String {
    if word.len() < 3 || !word.is_ascii() {
        return word.to_owned();
    }
    Stemmer::create(Algorithm::English).stem(word).into_owned()
}

/// A word that says something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    /// As it was written, in lower case.
    pub text: String,
    /// Its stem; of the known word that it is one slip away from, when it is misspelt.
    pub stem: String,
    /// Whether it was taken for a misspelling.
    pub repaired: bool,
}

impl Word {
    fn new(text: String, known: &BTreeSet<String>) -> Self {
        match spelling::repaired(&text, known) {
            Some(meant) => Self { stem: stem(meant), text, repaired: true },
            None => Self { stem: stem(&text), text, repaired: false },
        }
    }
}

/// How many words after `no` or `without` are what is not wanted.
const NEGATED: usize = 2;

/// The words of a text that say something, without those that are named as not wanted.
pub(crate) fn telling(text: &str, known: &BTreeSet<String>) -> Vec<Word> {
    let mut list = Vec::new();
    let mut negated = 0;
    for word in words(text) {
        if matches!(word.as_str(), "no" | "without") {
            negated = NEGATED;
        } else if negated > 0 {
            negated -= 1;
        } else if !STOP.contains(&word.as_str()) {
            list.push(Word::new(word, known));
        }
    }
    list
}

/// Whether a text is Spanish, in which many of the stack's names are ordinary words.
pub(crate) fn is_spanish(text: &str) -> bool {
    const SPANISH: &[&str] = &[
        "el",
        "la",
        "los",
        "las",
        "un",
        "una",
        "de",
        "del",
        "al",
        "que",
        "qu\u{e9}",
        "para",
        "por",
        "con",
        "sin",
        "en",
        "mi",
        "se",
        "es",
        "hay",
        "como",
        "c\u{f3}mo",
        "cu\u{e1}nto",
        "d\u{f3}nde",
        "entre",
        "tres",
        "y",
        "quiero",
        "busco",
        "final",
    ];
    let words = words(text);
    let told = words.iter().filter(|word| SPANISH.contains(&word.as_str())).count();
    let marked = text.contains(['\u{bf}', '\u{a1}', '\u{f1}'])
        || words.iter().any(|word| word.contains(['\u{e1}', '\u{e9}', '\u{ed}', '\u{f3}', '\u{fa}']));
    told >= 2 || (told == 1 && (marked || words.len() <= 4))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_the_names_of_languages() {
        assert_eq!(words("Port my C++/C code, Python's too!"), ["port", "my", "c++", "c", "code", "python", "too"]);
        assert_eq!(words("k-means of trueno-db"), ["k", "means", "of", "trueno", "db"]);
        assert_eq!(words("bm25+embeddings"), ["bm25", "embeddings"]);
    }

    #[test]
    fn misspelt_words_are_repaired() {
        let known: BTreeSet<String> = ["classifier", "forest", "python"].map(String::from).into();
        let stems = |text: &str| telling(text, &known).into_iter().map(|it| it.stem).collect::<Vec<_>>();
        assert_eq!(stems("a random forset"), ["random", "forest"]);
        assert_eq!(stems("clasifier in pyhton"), stems("classifier python"));
        assert_eq!(stems("xyzzy"), ["xyzzi"]);
    }

    #[test]
    fn what_is_not_wanted_is_left_out_and_spanish_is_noticed() {
        let told: Vec<_> =
            telling("charts without a GPU in Rust", &BTreeSet::new()).into_iter().map(|it| it.text).collect();
        assert_eq!(told, ["charts", "rust"]);
        assert!(
            is_spanish("aprender a tocar la guitarra en casa") && !is_spanish("what does aprender do in production")
        );
    }
}
