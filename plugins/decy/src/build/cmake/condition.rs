//! Conditions and variables of CMake.

use super::commands::Argument;
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
        let compares = |left: &str, right: &str| match operator.as_str() {
            "STREQUAL" | "EQUAL" | "VERSION_EQUAL" => Some(left == right),
            "MATCHES" => Some(!right.is_empty() && left.contains(right.trim_matches(['^', '$']))),
            "LESS" | "VERSION_LESS" => Some(false),
            "GREATER" | "VERSION_GREATER" | "GREATER_EQUAL" | "VERSION_GREATER_EQUAL" => Some(true),
            "LESS_EQUAL" | "VERSION_LESS_EQUAL" => Some(false),
            _ => None,
        };
        if compares("", "").is_none() {
            return self.truth(first);
        }
        self.words = &self.words[1..];
        let right = self.operand().unwrap_or_default();
        compares(&self.value(first), &self.value(&right)).unwrap_or(false)
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
        for text in ["MSVC", "OFFED", "${KIND} STREQUAL \"big\"", "UNIX AND APPLE", "", "NOT UNIX"] {
            assert!(!holds(text), "{text}");
        }
        assert_eq!(expand("a-${KIND}-${NONE}-${${NAME}}", &variables), "a-small--");
    }
}
