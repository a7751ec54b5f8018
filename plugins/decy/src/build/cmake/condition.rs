//! Conditions and variables of CMake.

use super::commands::Argument;
use std::cmp::Ordering;
use std::collections::BTreeMap;

type Variables = BTreeMap<String, Vec<String>>;

/// References within references beyond which nothing is expanded.
const DEPTH: usize = 16;

/// `${NAME}` replaced by its values with semicolons between them; environment and cache give nothing.
pub(super) fn expand(text: &str, variables: &Variables) -> String {
    let mut text = text.to_owned();
    for _ in 0..DEPTH {
        let Some(start) = text.rfind("${") else { break };
        let Some(length) = text[start..].find('}') else { break };
        let name = &text[start + 2..start + length];
        let value = variables.get(name).map_or_else(String::new, |values| values.join(";"));
        text.replace_range(start..=start + length, &value);
    }
    text
}

/// Whether the condition of an `if` holds here: on Linux, with gcc, where only what the files set is set.
pub(super) fn holds(arguments: &[Argument], variables: &Variables) -> bool {
    let words: Vec<String> = arguments.iter().map(|argument| expand(&argument.text, variables)).collect();
    let mut parser = Parser { words: &words, variables };
    parser.any()
}

struct Parser<'a> {
    words: &'a [String],
    variables: &'a Variables,
}

impl Parser<'_> {
    fn take(&mut self, word: &str) -> bool {
        let found = self.words.first().is_some_and(|first| first == word);
        if found {
            self.words = &self.words[1..];
        }
        found
    }

    fn any(&mut self) -> bool {
        let mut out = self.all();
        while self.take("OR") {
            out |= self.all();
        }
        out
    }

    fn all(&mut self) -> bool {
        let mut out = self.negated();
        while self.take("AND") {
            out &= self.negated();
        }
        out
    }

    fn negated(&mut self) -> bool {
        if self.take("NOT") { !self.negated() } else { self.test() }
    }

    fn test(&mut self) -> bool {
        if self.take("(") {
            let out = self.any();
            self.take(")");
            return out;
        }
        let Some((first, rest)) = self.words.split_first() else { return false };
        self.words = rest;
        match first.as_str() {
            "DEFINED" => return self.operand().is_some_and(|name| self.variables.contains_key(&name)),
            "TARGET" | "EXISTS" | "COMMAND" | "POLICY" | "IS_DIRECTORY" => {
                self.operand();
                return false;
            }
            _ => {}
        }
        let Some(operator) = self.words.first().cloned() else { return self.truth(first) };
        let known = ["STREQUAL", "MATCHES"].contains(&operator.as_str()) || order(&operator).is_some();
        if !known {
            return self.truth(first);
        }
        self.words = &self.words[1..];
        let right = self.operand().unwrap_or_default();
        compares(&self.value(first), &operator, &self.value(&right))
    }

    fn operand(&mut self) -> Option<String> {
        let (first, rest) = self.words.split_first()?;
        self.words = rest;
        Some(first.clone())
    }

    /// A word that names a variable stands for its value.
    fn value(&self, word: &str) -> String {
        self.variables.get(word).map_or_else(|| word.to_owned(), |values| values.join(";"))
    }

    fn truth(&self, word: &str) -> bool {
        let off = |word: &str| {
            let word = word.to_ascii_uppercase();
            matches!(word.as_str(), "" | "0" | "OFF" | "NO" | "FALSE" | "N" | "IGNORE" | "NOTFOUND")
                || word.ends_with("-NOTFOUND")
        };
        let on = ["1", "ON", "YES", "TRUE", "Y"].contains(&word.to_ascii_uppercase().as_str());
        on || self.variables.get(word).is_some_and(|values| !off(&values.join(";")))
    }
}

/// The orders of two numbers or versions for which an operator holds.
fn order(operator: &str) -> Option<&'static [Ordering]> {
    use Ordering::{Equal, Greater, Less};
    Some(match operator.strip_prefix("VERSION_").unwrap_or(operator) {
        "EQUAL" => &[Equal],
        "LESS" => &[Less],
        "GREATER" => &[Greater],
        "LESS_EQUAL" => &[Less, Equal],
        "GREATER_EQUAL" => &[Greater, Equal],
        _ => return None,
    })
}

/// What is no number compares as nothing; of regular expressions only words between bars are understood.
fn compares(left: &str, operator: &str, right: &str) -> bool {
    match order(operator) {
        Some(orders) => {
            let parts = |text: &str| text.split('.').map(|part| part.parse::<i64>().ok()).collect::<Option<Vec<i64>>>();
            let (Some(mut left), Some(mut right)) = (parts(left), parts(right)) else { return false };
            let longest = left.len().max(right.len());
            left.resize(longest, 0);
            right.resize(longest, 0);
            orders.contains(&left.cmp(&right))
        }
        None if operator == "STREQUAL" => left == right,
        None => right.split('|').any(|word| {
            let plain = word.chars().all(|c| c.is_alphanumeric() || "_- ".contains(c));
            plain && !word.is_empty() && left.contains(word)
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::super::commands::commands;
    use super::{Variables, expand, holds};

    #[test]
    fn what_is_set_decides() {
        let variables: Variables = [("UNIX", "1"), ("KIND", "small"), ("OFFED", "OFF")]
            .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
            .into();
        let holds = |text: &str| holds(&commands(&format!("if({text})"))[0].arguments, &variables);
        for text in ["UNIX", "NOT WIN32", "KIND STREQUAL small", "(WIN32 OR UNIX) AND NOT OFFED", "DEFINED KIND", "ON"]
        {
            assert!(holds(text), "{text}");
        }
        for text in [
            "MSVC",
            "OFFED",
            "${KIND} STREQUAL \"big\"",
            "UNIX AND APPLE",
            "",
            "NOT UNIX",
            "3.10 VERSION_LESS 3.9",
            "x LESS 1",
        ] {
            assert!(!holds(text), "{text}");
        }
        assert_eq!(expand("a-${KIND}-${NONE}-${${NAME}}", &variables), "a-small--");
    }
}
