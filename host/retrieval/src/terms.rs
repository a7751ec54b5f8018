//! From text to terms: words in lower case without their endings, identifiers also in their parts.

use rust_stemmers::{Algorithm, Stemmer};

/// Words that say nothing of what a text is about: the list of Lucene's `EnglishAnalyzer`, with question words.
const STOP: [&str; 45] = [
    "a", "an", "and", "are", "as", "at", "be", "been", "but", "by", "can", "do", "does", "for", "has", "have", "how",
    "i", "if", "in", "into", "is", "it", "its", "no", "not", "of", "on", "or", "such", "that", "the", "their", "then",
    "there", "these", "they", "this", "to", "was", "were", "what", "when", "which", "with",
];

/// Longest term in bytes; longer runs of letters are data.
const LONGEST: usize = 64;

/// Makes terms. Cheap to make, not to be shared between threads.
pub struct Terms {
    stemmer: Stemmer,
}

impl Default for Terms {
    fn default() -> Self {
        Terms { stemmer: Stemmer::create(Algorithm::English) }
    }
}

impl Terms {
    /// All terms of `text`, in order, those of an identifier's parts behind it.
    pub fn of(&self, text: &str, mut found: impl FnMut(String)) {
        for word in text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()) {
            if word.len() > LONGEST {
                continue;
            }
            let parts = parts(word);
            if parts.len() > 1 {
                found(word.to_lowercase());
            }
            for part in parts {
                let part = part.to_lowercase();
                if !STOP.contains(&part.as_str()) {
                    found(self.stemmer.stem(&part).into_owned());
                }
            }
        }
    }
}

/// `readFileName` and `read_file_name` are three words.
fn parts(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    for piece in word.split('_').filter(|piece| !piece.is_empty()) {
        let mut start = 0;
        let mut before = None;
        for (at, c) in piece.char_indices() {
            let turns =
                |before: char| before.is_lowercase() && c.is_uppercase() || before.is_alphabetic() != c.is_alphabetic();
            if before.is_some_and(turns) {
                parts.push(&piece[start..at]);
                start = at;
            }
            before = Some(c);
        }
        parts.push(&piece[start..]);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<String> {
        let mut all = Vec::new();
        Terms::default().of(text, |term| all.push(term));
        all
    }

    #[test]
    fn words_lose_case_and_endings_and_identifiers_come_in_parts() {
        assert_eq!(of("What are the Wings' structural problems?"), ["wing", "structur", "problem"]);
        assert_eq!(of("readFileName(x)"), ["readfilename", "read", "file", "name", "x"]);
        assert_eq!(of("read_file2"), ["read_file2", "read", "file", "2"]);
        assert_eq!(of(""), [""; 0]);
        assert_eq!(of(&"x".repeat(100)), [""; 0]);
        assert_eq!(of("naïve Größe"), ["naïv", "größe"]);
    }
}
