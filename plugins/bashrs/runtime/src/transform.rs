//! `${x@Q}` and its relatives.

use crate::builtin::echo::unescape_ansi;
use crate::vars::Value;
use crate::{Flow, Shell, Str};

impl Shell {
    /// `${name@letter}` of a value.
    ///
    /// # Errors
    /// For transformations that are not supported.
    pub fn transform(&mut self, name: &str, value: impl crate::Text, letter: char) -> Result<Str, Flow> {
        let value = crate::text(value);
        let is_set = name.is_empty() || self.vars.var(name).is_some();
        Ok(match letter {
            'Q' if is_set => crate::builtin::quote::reusable(&value),
            'U' => crate::change_case(value, true, true, ""),
            'L' => crate::change_case(value, false, true, ""),
            'u' => crate::change_case(value, true, false, ""),
            'E' => unescape_ansi(&value),
            'a' => self.attributes_of(name),
            'A' if is_set && !name.is_empty() => {
                let flags = self.attributes_of(name);
                let quoted = crate::builtin::quote::reusable(&value);
                if matches!(self.vars.var(name).map(|var| &var.value), Some(Value::List(_) | Value::Map(_))) {
                    return Err(self.refuse("SH0109", "`${array@A}`"));
                }
                if flags.is_empty() {
                    [name.as_bytes(), b"=", &quoted].concat()
                } else {
                    [b"declare -", flags.as_slice(), b" ", name.as_bytes(), b"=", &quoted].concat()
                }
            }
            'Q' | 'A' => Str::new(),
            other => return Err(self.refuse("SH0109", &format!("`${{x@{other}}}`"))),
        })
    }

    /// `${list[@]@letter}`: each value.
    ///
    /// # Errors
    /// For transformations that are not supported.
    pub fn transform_all(&mut self, values: Vec<Str>, letter: char) -> Result<Vec<Str>, Flow> {
        if matches!(letter, 'a' | 'A' | 'K' | 'k') {
            return Err(self.refuse("SH0109", &format!("`${{array[@]@{letter}}}`")));
        }
        values.into_iter().map(|value| self.transform("", value, letter)).collect()
    }

    /// The letters of a variable's attributes, in the order of bash.
    pub(crate) fn attributes_of(&self, name: &str) -> Str {
        let Some(var) = self.vars.var(name) else { return Str::new() };
        let mut out = Str::new();
        let flags = [
            (matches!(var.value, Value::List(_)), b'a'),
            (matches!(var.value, Value::Map(_)), b'A'),
            (var.integer, b'i'),
            (var.readonly, b'r'),
            (var.exported, b'x'),
            (var.case == Some(false), b'l'),
            (var.case == Some(true), b'u'),
        ];
        out.extend(flags.iter().filter(|(on, _)| *on).map(|(_, letter)| letter));
        out
    }

    /// Whether the whole of `text` matches `pattern`, `nocasematch` respected.
    pub fn matches(&self, text: impl AsRef<[u8]>, pattern: impl AsRef<[u8]>) -> bool {
        if self.options.nocasematch {
            let lower = |bytes: &[u8]| bytes.to_ascii_lowercase();
            return crate::matches(lower(text.as_ref()), lower(pattern.as_ref()));
        }
        crate::matches(text, pattern)
    }
}
