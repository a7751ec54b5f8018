//! Macros that have to be known before the preprocessor reads them: names of headers, and conditions that ask `defined`.

use std::collections::BTreeMap;

/// Macros without parameters, by name; none for those that are defined twice in different ways.
#[derive(Default)]
pub(super) struct Words {
    headers: BTreeMap<String, Option<String>>,
    conditions: BTreeMap<String, Option<String>>,
}

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

impl Words {
    /// What stands behind `#define`.
    pub(super) fn define(&mut self, rest: &str) {
        let rest = rest.trim();
        let end = rest.find(|c: char| !is_word(c)).unwrap_or(rest.len());
        let (name, body) = rest.split_at(end);
        let value = body.trim();
        if body.starts_with('(') || value.is_empty() || value.ends_with('\\') {
            return;
        }
        let header =
            (value.starts_with('"') && value.ends_with('"')) || (value.starts_with('<') && value.ends_with('>'));
        let condition = value.split(|c: char| !is_word(c)).any(|word| word == "defined");
        let known = match (header, condition) {
            (true, _) => &mut self.headers,
            (_, true) => &mut self.conditions,
            _ => return,
        };
        let same = known.get(name).is_none_or(|old| old.as_deref() == Some(value));
        known.insert(name.to_owned(), same.then(|| value.to_owned()));
    }

    /// What `#include NAME` includes, as it would be written without the macro.
    pub(super) fn header(&self, rest: &str) -> Option<&str> {
        self.headers.get(rest.trim())?.as_deref()
    }

    /// A line of `#if` with what its macros ask: gcc looks for `defined` behind them too.
    pub(super) fn condition(&self, line: &str) -> Option<String> {
        if self.conditions.is_empty() {
            return None;
        }
        let mut out = String::new();
        let mut changed = false;
        let mut rest = line;
        while !rest.is_empty() {
            let start = rest.find(is_word).unwrap_or(rest.len());
            let end = rest[start..].find(|c: char| !is_word(c)).map_or(rest.len(), |end| start + end);
            let word = &rest[start..end];
            out.push_str(&rest[..start]);
            let asked = out.trim_end_matches([' ', '(']).ends_with("defined");
            match self.conditions.get(word) {
                Some(Some(body)) if !asked => {
                    out.push_str(&format!("({body})"));
                    changed = true;
                }
                _ => out.push_str(word),
            }
            rest = &rest[end..];
        }
        changed.then_some(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_behind_a_macro_is_found() {
        let mut words = Words::default();
        words.define(" CONFIG \"config.h\"\n");
        assert_eq!(words.header(" CONFIG\n"), Some("\"config.h\""));
        words.define(" CONFIG <other.h>\n");
        assert_eq!(words.header(" CONFIG\n"), None);
    }

    #[test]
    fn a_question_behind_a_macro_is_asked() {
        let mut words = Words::default();
        words.define(" STRICT !(defined(__i386) || defined (X))\n");
        assert_eq!(words.condition("#if !STRICT\n").as_deref(), Some("#if !(!(defined(__i386) || defined (X)))\n"));
        assert_eq!(words.condition("#if defined(STRICT)\n"), None);
    }
}
