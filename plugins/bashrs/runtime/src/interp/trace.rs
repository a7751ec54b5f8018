//! `set -x`: commands as they are run, on stderr.

use super::Interp;
use crate::{Shell, Str};

impl Interp {
    /// The words of a simple command, with the assignments before it where dash shows them.
    pub(super) fn trace_words(&self, sh: &mut Shell, assigned: &[Str], words: &[Str]) {
        if !sh.options.xtrace {
            return;
        }
        let bash = sh.bash();
        let shown = words.iter().map(|word| if bash { quoted_word(word) } else { word.clone() });
        let all: Vec<Str> = assigned.iter().cloned().chain(shown).collect();
        if !all.is_empty() {
            sh.trace_line(&all.join(&b' '));
        }
    }

    /// `name=value`: bash shows each on a line of its own, dash gathers them.
    pub(super) fn trace_assign(&self, sh: &mut Shell, target: &str, value: &[u8], gathered: &mut Vec<Str>) {
        if !sh.options.xtrace {
            return;
        }
        if sh.bash() {
            let shown = if value.is_empty() { Str::new() } else { quoted_word(value) };
            sh.trace_line(&[target.as_bytes(), b"=", &shown].concat());
        } else {
            gathered.push([target.as_bytes(), b"=", value].concat());
        }
    }

    /// A line that only bash shows.
    pub(super) fn trace_bash(&self, sh: &mut Shell, line: impl FnOnce() -> Str) {
        if sh.options.xtrace && sh.bash() {
            sh.trace_line(&line());
        }
    }
}

impl Shell {
    /// Whether commands are shown.
    pub fn traced(&self) -> bool {
        self.options.xtrace || self.options.verbose
    }

    /// A line of the trace: `PS4` before it, in bash with its first character once more for each substitution around.
    pub(crate) fn trace_line(&mut self, line: &[u8]) {
        self.options.xtrace = false;
        let prompt = self.lookup("PS4").cloned().unwrap_or_else(|| if self.bash() { b"+ ".to_vec() } else { vec![] });
        let (status, captured) = (self.status, self.captured);
        let mut prefix = self.expand_prompt(&prompt);
        (self.status, self.captured) = (status, captured);
        self.options.xtrace = true;
        if self.bash()
            && let Some(first) = prefix.first().copied()
        {
            let depth = (self.trace_depth + self.texts.saturating_sub(1)) as usize;
            prefix.splice(0..0, std::iter::repeat_n(first, depth));
        }
        self.error_text(&[prefix.as_slice(), line, b"\n"].concat());
    }

    /// The expansions of a prompt.
    fn expand_prompt(&mut self, prompt: &[u8]) -> Str {
        if !prompt.iter().any(|byte| matches!(byte, b'$' | b'`' | b'\\')) {
            return prompt.to_vec();
        }
        let text = String::from_utf8_lossy(prompt).into_owned();
        let Ok(word) = crate::parse::parse_quoted(&text, self.dialect) else { return prompt.to_vec() };
        let source = std::rc::Rc::new(super::Source::new(&text, None));
        let interp = Interp { docs: std::rc::Rc::new(vec![]), source };
        interp.value(self, &word).unwrap_or_default()
    }
}

/// A word as bash shows it: quoted where a shell would read it otherwise.
pub(crate) fn quoted_word(word: &[u8]) -> Str {
    if word.is_empty() {
        return b"''".to_vec();
    }
    let meta = |(at, byte): (usize, &u8)| match byte {
        b' ' | b'\t' | b'\n' | b'\'' | b'"' | b'\\' | b'|' | b'&' | b';' | b'(' | b')' | b'<' | b'>' | b'!' | b'{'
        | b'}' | b'*' | b'[' | b'?' | b']' | b'^' | b'$' | b'`' => true,
        b'~' => at == 0 || matches!(word[at - 1], b'=' | b':'),
        b'#' => at == 0 || matches!(word[at - 1], b' ' | b'\t'),
        _ => false,
    };
    if word.iter().enumerate().any(meta) {
        crate::builtin::quote::single(word)
    } else if word.iter().any(u8::is_ascii_control) {
        crate::builtin::quote::reusable(word)
    } else {
        word.to_vec()
    }
}
