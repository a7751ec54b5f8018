//! `=~`: extended regular expressions, by the C library, as bash does.

use crate::{Flow, Shell, Str, Text, sys, text};

/// `text` so that a regular expression matches it literally.
pub fn regex_quote(value: impl Text) -> Str {
    let mut out = Str::new();
    for byte in text::text(value) {
        if b".[]*^$+?(){}|\\".contains(&byte) {
            out.push(b'\\');
        }
        out.push(byte);
    }
    out
}

impl Shell {
    /// `[[ value =~ pattern ]]`; what matched goes to `BASH_REMATCH`.
    ///
    /// # Errors
    /// When the pattern is no regular expression.
    pub fn regex_match(&mut self, value: impl Text, pattern: impl Text) -> Result<bool, Flow> {
        let (value, pattern) = (text::text(value), text::text(pattern));
        let locale = self.ctype();
        match sys::regex(&pattern, &value, &locale, self.options.nocasematch) {
            Ok(Some(groups)) => {
                let count =
                    groups.iter().rposition(Option::is_some).map_or(0, |last| last + 1).max(group_count(&pattern));
                let part =
                    |place: &Option<(usize, usize)>| place.map_or(Str::new(), |(from, to)| value[from..to].to_vec());
                self.set_list("BASH_REMATCH", groups.iter().take(count).map(part).collect())?;
                Ok(true)
            }
            Ok(None) => {
                self.set_list("BASH_REMATCH", vec![])?;
                Ok(false)
            }
            Err(()) => Err(self.refuse("SH0112", "a pattern of `=~` that is no regular expression")),
        }
    }

    /// The name of the locale for characters.
    fn ctype(&self) -> Str {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"].iter().find_map(|name| self.lookup(name).filter(|v| !v.is_empty()));
        name.cloned().unwrap_or_else(|| b"C".to_vec())
    }
}

/// The whole match and every group that the pattern opens.
fn group_count(pattern: &[u8]) -> usize {
    let mut count = 1;
    let mut at = 0;
    while at < pattern.len() {
        match pattern[at] {
            b'\\' => at += 1,
            b'[' => {
                // Within brackets a parenthesis is itself; a `]` right at the start is, too.
                let first = at + 1 + usize::from(pattern.get(at + 1) == Some(&b'^'));
                let from = first + usize::from(pattern.get(first) == Some(&b']'));
                if let Some(end) = pattern.get(from..).and_then(|rest| rest.iter().position(|byte| *byte == b']')) {
                    at = from + end;
                }
            }
            b'(' => count += 1,
            _ => {}
        }
        at += 1;
    }
    count
}
