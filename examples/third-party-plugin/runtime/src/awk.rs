//! AWK's own state: the record, its fields, the special variables, the output.

use crate::regex::Regex;
use crate::{Array, Value, format};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::HashMap;
use std::io::{BufWriter, Stdout, Write};
use std::rc::Rc;

/// Say why on stderr, and end with code 2 as AWKs do.
pub(crate) fn fatal(why: &str) -> ! {
    // Nobody may be left to tell.
    let _ = writeln!(std::io::stderr(), "awk: {why}");
    std::process::exit(2)
}

/// AWK's own state.
pub struct Awk {
    record: Value,
    fields: Vec<Value>,
    special: HashMap<&'static str, Value>,
    regexes: RefCell<HashMap<Rc<str>, Rc<Regex>>>,
    out: RefCell<BufWriter<Stdout>>,
    broken: RefCell<bool>,
}

impl Default for Awk {
    fn default() -> Self {
        let texts = [
            ("FS", " "),
            ("OFS", " "),
            ("ORS", "\n"),
            ("RS", "\n"),
            ("SUBSEP", "\u{1c}"),
            ("CONVFMT", "%.6g"),
            ("OFMT", "%.6g"),
        ];
        let numbers = [("NR", 0.0), ("NF", 0.0), ("FNR", 0.0), ("RSTART", 0.0), ("RLENGTH", -1.0)];
        let texts = texts.map(|(name, text)| (name, Value::text(text)));
        let numbers = numbers.map(|(name, number)| (name, Value::Number(number)));
        Awk {
            record: Value::Unset,
            fields: vec![],
            special: texts.into_iter().chain(numbers).collect(),
            regexes: RefCell::default(),
            out: RefCell::new(BufWriter::new(std::io::stdout())),
            broken: RefCell::new(false),
        }
    }
}

impl Awk {
    /// Before the first record.
    pub fn new() -> Awk {
        Awk::default()
    }

    /// A special variable.
    pub fn var(&self, name: &str) -> Value {
        self.special.get(name).cloned().unwrap_or_default()
    }

    /// A special variable as a string.
    pub(crate) fn word(&self, name: &str) -> Rc<str> {
        self.var(name).string("%.6g")
    }

    /// Set a special variable, and give its value back. `NF` cuts or extends the record.
    pub fn set_var(&mut self, name: &'static str, value: Value) -> Value {
        if name == "NF" {
            self.fields.resize(value.number().max(0.0) as usize, Value::Unset);
            self.join();
        }
        self.special.insert(name, value.clone());
        value
    }

    /// `$n`
    pub fn field(&self, number: f64) -> Value {
        match place(number) {
            0 => self.record.clone(),
            n => self.fields.get(n - 1).cloned().unwrap_or_default(),
        }
    }

    /// `$n = value`
    pub fn set_field(&mut self, number: f64, value: Value) -> Value {
        match place(number) {
            0 => {
                let text = self.text(&value);
                self.take_record(&text);
            }
            n => {
                if n > self.fields.len() {
                    self.fields.resize(n, Value::Unset);
                    self.special.insert("NF", Value::Number(n as f64));
                }
                self.fields[n - 1] = value.clone();
                self.join();
            }
        }
        value
    }

    /// Make this the record and split it.
    pub(crate) fn take_record(&mut self, text: &str) {
        self.record = Value::input(text);
        self.fields = self.pieces(text, &self.word("FS")).iter().map(|piece| Value::input(piece)).collect();
        self.special.insert("NF", Value::Number(self.fields.len() as f64));
    }

    fn join(&mut self) {
        let texts: Vec<Rc<str>> = self.fields.iter().map(|field| self.text(field)).collect();
        self.record = Value::input(&texts.join(&*self.word("OFS")));
    }

    /// Split a text by a separator: a blank splits at runs of white space, one character at itself, more is a regular expression.
    fn pieces(&self, text: &str, separator: &str) -> Vec<String> {
        if text.is_empty() {
            return vec![];
        }
        match separator {
            " " => text.split([' ', '\t', '\n']).filter(|piece| !piece.is_empty()).map(str::to_owned).collect(),
            "" => text.chars().map(String::from).collect(),
            one if one.chars().count() == 1 && one != "\\" => text.split(one).map(str::to_owned).collect(),
            more => self.regex(more).split(text),
        }
    }

    fn regex(&self, source: &str) -> Rc<Regex> {
        if let Some(regex) = self.regexes.borrow().get(source) {
            return regex.clone();
        }
        let regex =
            Rc::new(Regex::new(source).unwrap_or_else(|why| fatal(&format!("regular expression {source:?}: {why}"))));
        self.regexes.borrow_mut().insert(source.into(), regex.clone());
        regex
    }

    /// As a string, by `CONVFMT`.
    pub fn text(&self, value: &Value) -> Rc<str> {
        match value {
            Value::Number(_) => value.string(&self.word("CONVFMT")),
            other => other.string(""),
        }
    }

    /// `a b c`
    pub fn concat(&self, parts: &[Value]) -> Value {
        Value::text(parts.iter().map(|part| self.text(part)).collect::<Vec<_>>().concat())
    }

    /// The key of `array[a, b]`.
    pub fn key(&self, parts: &[Value]) -> Rc<str> {
        match parts {
            [one] => self.text(one),
            more => more.iter().map(|part| self.text(part)).collect::<Vec<_>>().join(&*self.word("SUBSEP")).into(),
        }
    }

    /// The separator of fields.
    pub fn separator(&self) -> Rc<str> {
        self.word("FS")
    }

    /// Order of two values.
    pub fn order(&self, left: &Value, right: &Value) -> Ordering {
        crate::compare(left, right, &self.word("CONVFMT"))
    }

    /// `value ~ regex`
    pub fn matches(&self, value: &Value, regex: &str) -> bool {
        self.regex(regex).find(&self.text(value), 0).is_some()
    }

    /// `print`
    pub fn print(&self, parts: &[Value]) {
        let format = self.word("OFMT");
        let texts: Vec<Rc<str>> = parts.iter().map(|part| part.string(&format)).collect();
        self.write(&texts.join(&*self.word("OFS")));
        self.write(&self.word("ORS"));
    }

    /// `printf`
    pub fn printf(&self, parts: &[Value]) {
        self.write(&self.formatted(parts));
    }

    /// `sprintf`
    pub fn sprintf(&self, parts: &[Value]) -> Value {
        Value::text(self.formatted(parts))
    }

    fn formatted(&self, parts: &[Value]) -> String {
        let Some((first, rest)) = parts.split_first() else { return String::new() };
        format::format(&self.text(first), rest, &self.word("CONVFMT"))
    }

    fn write(&self, text: &str) {
        if self.out.borrow_mut().write_all(text.as_bytes()).is_err() {
            *self.broken.borrow_mut() = true;
        }
    }

    /// `fflush()`
    pub fn flush(&self) -> f64 {
        if self.out.borrow_mut().flush().is_err() {
            *self.broken.borrow_mut() = true;
            return -1.0;
        }
        0.0
    }

    /// Write what is left; false when something could not be written.
    pub(crate) fn finish(&self) -> bool {
        self.flush();
        !*self.broken.borrow()
    }

    /// `length(value)`
    pub fn length(&self, value: &Value) -> f64 {
        self.text(value).chars().count() as f64
    }

    /// `index(text, part)`
    pub fn index(&self, text: &Value, part: &Value) -> f64 {
        let (text, part) = (self.text(text), self.text(part));
        text.find(&*part).map_or(0.0, |at| text[..at].chars().count() as f64 + 1.0)
    }

    /// `substr(text, start, length)`
    pub fn substr(&self, text: &Value, start: f64, length: f64) -> Value {
        let text = self.text(text);
        let first = start.round_ties_even();
        let end = if length.is_infinite() { f64::INFINITY } else { (start + length).round_ties_even() };
        let kept = text.chars().enumerate().filter(|(at, _)| {
            let at = *at as f64 + 1.0;
            at >= first && at < end
        });
        Value::text(kept.map(|(_, c)| c).collect::<String>())
    }

    /// `tolower(text)`
    pub fn lower(&self, text: &Value) -> Value {
        Value::text(self.text(text).to_ascii_lowercase())
    }

    /// `toupper(text)`
    pub fn upper(&self, text: &Value) -> Value {
        Value::text(self.text(text).to_ascii_uppercase())
    }

    /// `split(text, array, separator)`
    pub fn split(&self, text: &Value, into: &Array, separator: &str) -> f64 {
        let pieces = self.pieces(&self.text(text), separator);
        into.clear();
        for (at, piece) in pieces.iter().enumerate() {
            into.set(&(at + 1).to_string(), Value::input(piece));
        }
        pieces.len() as f64
    }

    /// `match(text, regex)`: sets `RSTART` and `RLENGTH`.
    pub fn find(&mut self, text: &Value, regex: &str) -> f64 {
        let text = self.text(text);
        let found = self.regex(regex).find(&text, 0);
        let (start, length) = found.map_or((0.0, -1.0), |(start, end)| {
            (text[..start].chars().count() as f64 + 1.0, text[start..end].chars().count() as f64)
        });
        self.special.insert("RSTART", Value::Number(start));
        self.special.insert("RLENGTH", Value::Number(length));
        start
    }

    /// `sub` and `gsub`: the new text, and how many places were replaced.
    pub fn substitute(&self, regex: &str, by: &Value, text: &Value, all: bool) -> (Value, f64) {
        let (text, by) = (self.text(text), self.text(by));
        let regex = self.regex(regex);
        let (mut out, mut at, mut copied, mut count) = (String::new(), 0, 0, 0);
        while let Some((start, end)) = regex.find(&text, at) {
            // An empty match right behind another match is none.
            if end > start || count == 0 || start > copied {
                out.push_str(&text[copied..start]);
                replacement(&mut out, &by, &text[start..end]);
                (copied, count) = (end, count + 1);
            }
            at = if end > start { end } else { end + text[end..].chars().next().map_or(1, char::len_utf8) };
            if !all || at > text.len() {
                break;
            }
        }
        out.push_str(&text[copied..]);
        (if count == 0 { Value::Text(text) } else { Value::text(out) }, f64::from(count))
    }
}

/// `&` stands for what matched, `\&` for itself.
fn replacement(out: &mut String, by: &str, matched: &str) {
    let mut chars = by.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('&')) => {
                chars.next();
                out.push('&');
            }
            ('\\', Some('\\')) => {
                chars.next();
                out.push('\\');
            }
            ('&', _) => out.push_str(matched),
            _ => out.push(c),
        }
    }
}

fn place(number: f64) -> usize {
    if number < 0.0 {
        fatal("a negative field");
    }
    number as usize
}
