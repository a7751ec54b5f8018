//! From words to fields: splitting by `IFS`, pathname expansion, quote removal.

use crate::{Shell, Str, Text, glob, pattern, text};

/// A part of a word whose fields are to be found.
#[derive(Clone, Debug)]
pub enum Piece {
    /// Quoted: neither split nor a pattern.
    Quoted(Str),
    /// Quoted beside a list within the same quotes: no field when it is empty.
    Weak(Str),
    /// Written in the script without quotes: a pattern, not split.
    Pattern(Str),
    /// Expanded without quotes: a pattern, and split.
    Plain(Str),
    /// `"$@"`
    List(Vec<Str>),
    /// `$@` without quotes.
    PlainList(Vec<Str>),
    /// `$@` in the word of `${x-$@}`, both without quotes.
    OperandList(Vec<Str>),
}

/// Quoted text.
pub fn quoted(text: impl Text) -> Piece {
    Piece::Quoted(crate::text::text(text))
}

/// Quoted text beside a list.
pub fn weak(text: impl Text) -> Piece {
    Piece::Weak(crate::text::text(text))
}

/// Text of the script outside quotes.
pub fn literal(text: impl Text) -> Piece {
    Piece::Pattern(crate::text::text(text))
}

/// An expansion outside quotes.
pub fn plain(text: impl Text) -> Piece {
    Piece::Plain(crate::text::text(text))
}

/// `"$@"` or `"${a[@]}"`
pub fn list(values: Vec<Str>) -> Piece {
    Piece::List(values)
}

/// `$@`, `$*`, `${a[@]}`
pub fn plain_list(values: Vec<Str>) -> Piece {
    Piece::PlainList(values)
}

/// `$@` and `${a[@]}` in the word of an expansion.
pub fn operand_list(values: Vec<Str>) -> Piece {
    Piece::OperandList(values)
}

/// Something that gives pieces: one, or the several of an alternative.
pub trait Pieces {
    /// Append to `out`.
    fn put(self, out: &mut Vec<Piece>);
}

impl Pieces for Piece {
    fn put(self, out: &mut Vec<Piece>) {
        out.push(self);
    }
}

impl Pieces for Vec<Piece> {
    fn put(mut self, out: &mut Vec<Piece>) {
        out.append(&mut self);
    }
}

/// The pieces of a word: `pieces![quoted("a"), plain(x)]`.
#[macro_export]
macro_rules! pieces {
    ($($part:expr),* $(,)?) => {{
        #[allow(unused_mut)]
        let mut out: ::std::vec::Vec<$crate::Piece> = ::std::vec::Vec::new();
        $($crate::Pieces::put($part, &mut out);)*
        out
    }};
}

/// A field under construction.
#[derive(Default)]
struct Field {
    /// As a pattern, in which quoted bytes are escaped.
    pattern: Str,
    /// What it is when no path matches, where that is not the pattern without its escapes: a backslash that came out of an
    /// expansion protects in a pattern, and stays otherwise.
    literal: Option<Str>,
}

impl Field {
    /// Text whose backslashes are escapes that quoting put there.
    fn add(&mut self, pattern: &[u8]) {
        self.pattern.extend_from_slice(pattern);
        if let Some(literal) = &mut self.literal {
            literal.extend_from_slice(&pattern::unquote(pattern));
        }
    }

    /// A byte of an expansion.
    fn add_plain(&mut self, byte: u8) {
        if byte == b'\\' && self.literal.is_none() {
            self.literal = Some(pattern::unquote(&self.pattern));
        }
        self.pattern.push(byte);
        if let Some(literal) = &mut self.literal {
            literal.push(byte);
        }
    }
}

/// Takes pieces apart.
#[derive(Default)]
struct Splitter {
    fields: Vec<Field>,
    current: Option<Field>,
    /// The last field was ended by white space, which a following separator joins.
    after_blank: bool,
    /// dash: the expansion before this one was `"$@"`, and every separator ends a field.
    after_list: bool,
}

impl Splitter {
    fn add(&mut self, text: &[u8]) {
        self.current.get_or_insert_default().add(text);
        self.after_blank = false;
    }

    fn end(&mut self) {
        if let Some(field) = self.current.take() {
            self.fields.push(field);
        }
    }

    /// By separators of several bytes, none of which is a blank.
    fn split_wide(&mut self, text: &[u8], ifs: &[u8]) {
        let marks = text::boundaries(text);
        for (from, to) in marks.iter().zip(&marks[1..]) {
            let character = &text[*from..*to];
            if character.len() > 1 && text::has_character(ifs, character) {
                match self.current {
                    Some(_) => self.end(),
                    None if self.after_blank => {}
                    None => self.fields.push(Field::default()),
                }
                self.after_blank = false;
            } else if character.len() > 1 {
                self.after_blank = false;
                character.iter().for_each(|byte| self.current.get_or_insert_default().add_plain(*byte));
            } else {
                self.split_bytes(character, ifs);
            }
        }
    }

    fn split(&mut self, text: &[u8], ifs: &[u8]) {
        if text::is_wide() && !ifs.is_ascii() {
            self.split_wide(text, ifs);
        } else {
            self.split_bytes(text, ifs);
        }
    }

    fn split_bytes(&mut self, text: &[u8], ifs: &[u8]) {
        for byte in text {
            if !ifs.contains(byte) {
                self.current.get_or_insert_default().add_plain(*byte);
                self.after_blank = false;
            } else if matches!(byte, b' ' | b'\t' | b'\n') {
                if self.current.is_some() {
                    self.end();
                    self.after_blank = true;
                }
            } else if self.current.is_some() {
                self.end();
                self.after_blank = false;
            } else if self.after_blank {
                self.after_blank = false;
            } else {
                self.fields.push(Field::default());
            }
        }
    }

    /// Every separator ends a field, also a blank after another.
    fn split_all(&mut self, text: &[u8], ifs: &[u8]) {
        for byte in text {
            if ifs.contains(byte) {
                self.fields.push(self.current.take().unwrap_or_default());
            } else {
                self.current.get_or_insert_default().add_plain(*byte);
            }
        }
        self.after_blank = false;
    }

    fn list(&mut self, values: Vec<Str>) {
        for (number, value) in values.into_iter().enumerate() {
            if number > 0 {
                self.end();
            }
            let value = pattern::quote(value);
            self.add(&value);
        }
    }

    fn plain_list(&mut self, values: &[Str], ifs: &[u8]) {
        for (number, value) in values.iter().enumerate() {
            // Between two values is what a blank is between two fields.
            if number > 0 && self.current.is_some() {
                self.end();
                self.after_blank = true;
            }
            self.split(value, ifs);
        }
    }
}

impl Shell {
    fn separators(&self) -> Str {
        self.vars.value("IFS").cloned().unwrap_or_else(|| b" \t\n".to_vec())
    }

    /// The fields of a word.
    pub fn fields(&self, pieces: Vec<Piece>) -> Vec<Str> {
        let ifs = self.separators();
        let mut splitter = Splitter::default();
        for piece in pieces {
            match piece {
                Piece::Weak(text) if text.is_empty() => {}
                Piece::Quoted(text) | Piece::Weak(text) => {
                    let text = pattern::quote(text);
                    splitter.add(&text);
                }
                Piece::Pattern(text) => splitter.add(&text),
                Piece::Plain(text) if std::mem::take(&mut splitter.after_list) => splitter.split_all(&text, &ifs),
                Piece::Plain(text) => splitter.split(&text, &ifs),
                Piece::List(values) => {
                    splitter.after_list = !self.bash() && !values.is_empty();
                    splitter.list(values);
                }
                Piece::PlainList(values) if std::mem::take(&mut splitter.after_list) => {
                    for (number, value) in values.iter().enumerate() {
                        if number > 0 {
                            splitter.end();
                        }
                        splitter.split_all(value, &ifs);
                    }
                }
                // In bash a separator that is no blank keeps empty values apart.
                Piece::PlainList(values) if self.bash() && ifs.first().is_some_and(|byte| !b" \t\n".contains(byte)) => {
                    splitter.split(&values.join(&ifs[0]), &ifs);
                }
                // In bash such a separator does not split them there, and what joins them is a blank.
                Piece::OperandList(values)
                    if self.bash() && ifs.first().is_some_and(|byte| !b" \t\n".contains(byte)) =>
                {
                    splitter.list(if ifs.contains(&b' ') { values } else { vec![values.join(&b' ')] });
                }
                Piece::PlainList(values) | Piece::OperandList(values) => splitter.plain_list(&values, &ifs),
            }
        }
        splitter.end();
        let mut out = Vec::with_capacity(splitter.fields.len());
        for field in splitter.fields {
            self.add_paths(field, &mut out);
        }
        out
    }

    fn add_paths(&self, field: Field, out: &mut Vec<Str>) {
        let Field { pattern, literal } = field;
        if !self.options.noglob && pattern::is_pattern(&pattern) {
            let mut found = glob::expand(
                &pattern,
                glob::Rules {
                    hidden: self.options.dotglob,
                    deep: self.options.globstar,
                    fold: self.options.nocaseglob,
                },
            );
            if !found.is_empty() {
                out.append(&mut found);
                return;
            }
            if self.options.nullglob {
                return;
            }
        }
        out.push(match literal {
            Some(literal) => literal,
            None if pattern.contains(&b'\\') => pattern::unquote(&pattern),
            None => pattern,
        });
    }

    /// The fields of an unquoted expansion that is a whole word: `$x`.
    pub fn split(&self, text: impl Text) -> Vec<Str> {
        let text = crate::text::text(text);
        if text
            .iter()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.' | b'/' | b',' | b'=' | b'+' | b'%'))
        {
            let ifs = self.vars.value("IFS").map_or(b" \t\n".as_slice(), Vec::as_slice);
            if ifs == b" \t\n" {
                return if text.is_empty() { vec![] } else { vec![text] };
            }
        }
        self.fields(vec![Piece::Plain(text)])
    }

    /// The paths that match an unquoted word of the script.
    pub fn glob(&self, pattern: &str) -> Vec<Str> {
        self.fields(vec![Piece::Pattern(pattern.as_bytes().to_vec())])
    }

    /// A tilde alone, which in sh is no field when it stands for nothing.
    pub fn home(&self) -> Vec<Str> {
        let home = self.tilde("");
        if home.is_empty() { vec![] } else { vec![home] }
    }

    /// What a tilde stands for: the home of `user`, or one's own.
    pub fn tilde(&self, user: &str) -> Str {
        if user.is_empty() {
            return match self.vars.value("HOME") {
                Some(home) => home.clone(),
                None if self.bash() => own_home().into_bytes(),
                None => b"~".to_vec(),
            };
        }
        if self.bash() && (user == "+" || user == "-") {
            return self.get(if user == "+" { "PWD" } else { "OLDPWD" });
        }
        if self.bash()
            && let Some(at) = self.folder_of_tilde(user.as_bytes())
        {
            return at;
        }
        home_of(0, user).unwrap_or_else(|| format!("~{user}")).into_bytes()
    }
}

/// The home in the list of users of the one whose field with this number says `key`.
fn home_of(field: usize, key: &str) -> Option<String> {
    let users = std::fs::read_to_string("/etc/passwd").unwrap_or_default();
    users.lines().find_map(|line| {
        let fields: Vec<&str> = line.split(':').collect();
        (fields.get(field) == Some(&key)).then(|| fields.get(5).copied().unwrap_or("").to_string())
    })
}

/// The home of whoever runs the program, where no variable says it.
fn own_home() -> String {
    home_of(2, &crate::sys::users().1.to_string()).unwrap_or_else(|| "/".into())
}

impl Shell {
    /// `${#x}`: bytes for sh; characters for bash when the locale is UTF-8.
    pub fn length(&self, text: impl Text) -> i64 {
        let text = crate::text::text(text);
        if self.bash() && self.is_utf8() {
            return text.iter().filter(|byte| **byte & 0xC0 != 0x80).count() as i64;
        }
        text.len() as i64
    }

    /// `$'\u00e9'`: the character, where the locale knows it.
    pub fn character(&self, number: u32) -> Str {
        let mut out = Str::new();
        crate::builtin::echo::push_char(number, &mut out);
        out
    }

    fn is_utf8(&self) -> bool {
        self.utf8
    }

    /// A variable of the locale changed: one that the system does not know leaves everything as it was.
    pub(crate) fn locale_changed(&mut self) {
        let name = ["LC_ALL", "LC_CTYPE", "LANG"]
            .iter()
            .find_map(|name| self.vars.value(name).filter(|value| !value.is_empty()));
        match name {
            None => self.utf8 = false,
            Some(name) if crate::sys::has_locale(name) => {
                let lower = name.to_ascii_lowercase();
                self.utf8 = lower.ends_with(b"utf-8") || lower.ends_with(b"utf8");
            }
            Some(_) => {}
        }
        crate::text::set_characters(self.utf8 && self.bash());
    }

    /// `${x:offset:length}`
    ///
    /// # Errors
    /// When the end is before the start.
    pub fn substring(&mut self, text: Str, offset: i64, length: Option<i64>) -> Result<Str, crate::Flow> {
        let marks: Vec<usize> = if self.is_utf8() {
            (0..=text.len()).filter(|at| text.get(*at).is_none_or(|byte| byte & 0xC0 != 0x80)).collect()
        } else {
            (0..=text.len()).collect()
        };
        let count = marks.len() as i64 - 1;
        let start = if offset < 0 { count + offset } else { offset };
        if start < 0 || start > count {
            return Ok(Str::new());
        }
        let end = match length {
            None => count,
            Some(length) if length < 0 => count + length,
            Some(length) => (start + length).min(count),
        };
        if end < start {
            return Err(self.discard("substring expression < 0"));
        }
        Ok(text[marks[start as usize]..marks[end as usize]].to_vec())
    }
}
