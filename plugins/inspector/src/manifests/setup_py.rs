//! `setup.py`, as far as its lists are literal.

use super::pip;
use crate::source::{Class, code_only, scan, syntax};
use batuta_sdk::ProjectDependency;

/// How many values of one name are looked at.
const MOST: usize = 16;
/// How long a list may be, in bytes.
const LONGEST: usize = 256 << 10;
const LISTS: [&str; 4] = ["install_requires", "setup_requires", "tests_require", "extras_require"];

/// The strings in the lists given to `install_requires` and its like, directly or by the name of a list.
pub(super) fn read(text: &str) -> Vec<ProjectDependency> {
    let code = code_only(text.as_bytes(), &syntax::PYTHON);
    let source = Source { text, code: &code };
    let mut found = Vec::new();
    for list in LISTS {
        for value in source.values(list) {
            let name = source.name(value);
            let value = source.values(name).into_iter().find(|_| !name.is_empty()).unwrap_or(value);
            let keys = list == "extras_require";
            found.extend(source.strings(value, keys).into_iter().filter_map(pip::requirement));
        }
    }
    found
}

/// A text, and the same with comments and strings blanked.
struct Source<'t> {
    text: &'t str,
    code: &'t [u8],
}

impl<'t> Source<'t> {
    /// Where the values given to `name` start, by `name = …`.
    fn values(&self, name: &str) -> Vec<usize> {
        let mut found = Vec::new();
        let word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
        for (at, _) in self.text.match_indices(name).filter(|_| !name.is_empty()) {
            let end = at + name.len();
            let before = at.checked_sub(1).and_then(|at| self.code.get(at));
            if &self.code[at..end] != name.as_bytes() || word(before) || word(self.code.get(end)) {
                continue;
            }
            let value = self.skip_space(end);
            if self.code.get(value) == Some(&b'=') && self.code.get(value + 1) != Some(&b'=') {
                found.push(self.skip_space(value + 1));
            }
            if found.len() == MOST {
                break;
            }
        }
        found
    }

    fn skip_space(&self, at: usize) -> usize {
        at + self.code[at.min(self.code.len())..].iter().take_while(|byte| byte.is_ascii_whitespace()).count()
    }

    /// The name at `at`, or nothing.
    fn name(&self, at: usize) -> &'t str {
        let rest = self.code.get(at..).unwrap_or_default();
        let length = rest.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'_').count();
        self.text.get(at..at + length).unwrap_or_default()
    }

    /// The strings in the brackets that open at `at`; with `keys`, those that a `:` follows are left out.
    fn strings(&self, at: usize, keys: bool) -> Vec<&'t str> {
        let Some(b'[' | b'{' | b'(') = self.code.get(at) else { return Vec::new() };
        let end = at + self.bracketed(at);
        let mut found = Vec::new();
        let slice = &self.text.as_bytes()[at..end];
        scan(slice, &syntax::PYTHON, |class, range| {
            let after = self.skip_space(at + range.end);
            if class == Class::Text && !(keys && self.code.get(after) == Some(&b':')) {
                let text = self.text.get(at + range.start..at + range.end).unwrap_or_default();
                found.push(text.trim_matches(['"', '\'']));
            }
        });
        found
    }

    /// How many bytes the brackets that open at `at` take, at most [`LONGEST`].
    fn bracketed(&self, at: usize) -> usize {
        let mut depth = 0usize;
        for (length, byte) in self.code[at..].iter().take(LONGEST).enumerate() {
            match byte {
                b'[' | b'{' | b'(' => depth += 1,
                b']' | b'}' | b')' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return length + 1;
            }
        }
        (self.code.len() - at).min(LONGEST)
    }
}
