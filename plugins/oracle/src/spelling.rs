//! Misspellings: which known word is meant by one that is not known.

use crate::words::stem;
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Shortest word that is taken for a misspelling.
const SHORTEST: usize = 5;

/// Letters side by side on a keyboard.
const ROWS: &[&str] = &["qwertyuiop", "asdfghjkl", "zxcvbnm", "qaz", "wsx", "edc", "rfv", "tgb", "yhn", "ujm"];
/// Letters that sound alike.
const SOUNDS: &[&str] = &["aeiouy", "ck", "kq", "cq", "cs", "sz", "bp", "dt", "fv", "gj", "mn", "sx", "lr"];

/// The known word that a word is one slip away from, when it is neither known nor an ordinary word of English.
pub(crate) fn repaired<'k>(word: &str, known: &'k BTreeSet<String>) -> Option<&'k str> {
    let own = stem(word);
    if word.len() < SHORTEST || known.contains(word) || known.contains(&own) || is_ordinary(word, &own) {
        return None;
    }
    let first = word.chars().next()?.to_string();
    let alike = known.range(first.clone()..).take_while(|it| it.starts_with(&first));
    let mut long = alike.filter(|it| it.len() >= SHORTEST && it.len().abs_diff(word.len()) < 3);
    long.find(|it| one_slip(word, it)).map(String::as_str)
}

/// Ordinary words that lie one slip from a word of the field: `grapes` is no misspelling of `graphs`.
fn is_ordinary(word: &str, stem_of_it: &str) -> bool {
    static ORDINARY: OnceLock<BTreeSet<String>> = OnceLock::new();
    let list = ORDINARY.get_or_init(|| {
        let words = include_str!("../data/ordinary.txt").split_whitespace();
        words.flat_map(|word| [word.to_owned(), stem(word)]).collect()
    });
    list.contains(word) || list.contains(stem_of_it)
}

/// Whether the words differ by one letter added, lost, swapped with its neighbour, or changed for one that lies beside it or
/// sounds alike; and not in the first one.
fn one_slip(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.first() != b.first() || a.len().abs_diff(b.len()) > 1 || a == b {
        return false;
    }
    let same = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
    let (x, y) = (&a[same..], &b[same..]);
    match a.len().cmp(&b.len()) {
        std::cmp::Ordering::Greater => x[1..] == *y,
        std::cmp::Ordering::Less => *x == y[1..],
        std::cmp::Ordering::Equal => {
            (x[1..] == y[1..] && confused(x[0], y[0]))
                || (x.len() > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..])
        }
    }
}

fn confused(a: char, b: char) -> bool {
    let beside = ROWS.iter().any(|row| matches!((row.find(a), row.find(b)), (Some(x), Some(y)) if x.abs_diff(y) == 1));
    beside || SOUNDS.iter().any(|alike| alike.contains(a) && alike.contains(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_slip_is_forgiven() {
        assert!(one_slip("forest", "forset") && one_slip("forest", "forrest") && one_slip("tensor", "tenzor"));
        assert!(!one_slip("forest", "fortes") && !one_slip("forest", "borest") && !one_slip("abc", "abcde"));
        assert!(!one_slip("processor", "proffessor") && !one_slip("inner", "infer"));
    }

    #[test]
    fn ordinary_words_are_meant_as_they_stand() {
        let known: BTreeSet<String> = ["graphs", "nbody", "network"].map(String::from).into();
        assert_eq!(repaired("grapes", &known), None);
        assert_eq!(repaired("nobody", &known), None);
        assert_eq!(repaired("netwrok", &known), Some("network"));
    }
}
