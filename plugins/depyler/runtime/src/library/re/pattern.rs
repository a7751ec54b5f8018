//! `re.Pattern` and `re.Match`.

use super::parse::{self, A, I, M, S, U, X};
use super::program::{Places, Program, compile};
use super::template::{self, Part};
use crate::exc::err;
use crate::func::Args;
use crate::iter::from_code;
use crate::native::{Object, downcast, native};
use crate::value::{Name, R, Value};
use std::rc::Rc;

/// A compiled pattern.
pub struct Pattern {
    source: Value,
    flags: u32,
    bytes: bool,
    /// Names of groups.
    pub names: Vec<(String, usize)>,
    /// The code.
    pub program: Program,
}

/// A match.
pub struct Match {
    pattern: Value,
    subject: Subject,
    pos: usize,
    places: Places,
}

/// What is searched.
#[derive(Clone)]
struct Subject {
    value: Value,
    text: Rc<Vec<char>>,
    pos: usize,
    end: usize,
    bytes: bool,
}

impl Subject {
    fn slice(&self, from: usize, to: usize) -> Value {
        self.make(&self.text[from..to])
    }

    fn make(&self, chars: &[char]) -> Value {
        if self.bytes {
            return crate::bytes::value(chars.iter().map(|c| *c as u32 as u8).collect(), false);
        }
        Value::str(chars.iter().collect::<String>())
    }
}

/// Text or bytes as characters; whether it is bytes.
fn chars(value: &Value) -> R<(Vec<char>, bool)> {
    match &value.plain() {
        Value::Str(text) => Ok((text.as_str().chars().collect(), false)),
        Value::Bytes(bytes) => Ok((bytes.data.borrow().iter().map(|b| char::from(*b)).collect(), true)),
        other => {
            let class = crate::class::class_of(other).full_name();
            err("TypeError", format!("expected string or bytes-like object, got '{class}'"))
        }
    }
}

/// Compiles a pattern; one that is compiled is given back.
///
/// # Errors
/// `re.error` for what is no pattern.
pub fn compiled(pattern: &Value, flags: u32) -> R {
    if downcast::<Pattern>(pattern).is_some() {
        if flags != 0 {
            return err("ValueError", "cannot process flags argument with a compiled pattern");
        }
        return Ok(pattern.clone());
    }
    let (text, bytes) = match pattern.plain() {
        Value::Str(_) | Value::Bytes(_) => chars(pattern)?,
        _ => return err("TypeError", "first argument must be string or compiled pattern"),
    };
    let parsed = parse::parse(&text, flags, bytes)?;
    let program = compile(&parsed.node, parsed.groups);
    Ok(native(Pattern { source: pattern.clone(), flags: parsed.flags, bytes, names: parsed.names, program }))
}

impl Pattern {
    fn subject(&self, args: &Args, at: usize) -> R<Subject> {
        let Some(value) = args.opt(at, "string") else { return err("TypeError", "missing required argument 'string'") };
        let (text, bytes) = chars(&value)?;
        if bytes != self.bytes {
            let (a, b) = if bytes { ("string", "bytes-like object") } else { ("bytes", "string-like object") };
            return err("TypeError", format!("cannot use a {a} pattern on a {b}"));
        }
        let place = |index: usize, name: Name, other: usize| -> R<usize> {
            match args.opt(at + index, name) {
                Some(value) => Ok(crate::item::index(&value, "int")?.clamp(0, text.len() as i64) as usize),
                None => Ok(other),
            }
        };
        let (pos, end) = (place(1, "pos", 0)?, place(2, "endpos", text.len())?);
        Ok(Subject { value, text: Rc::new(text), pos, end, bytes })
    }

    fn found(&self, this: &Value, subject: &Subject, places: Option<Places>) -> Value {
        match places {
            None => Value::None,
            Some(places) => native(Match { pattern: this.clone(), subject: subject.clone(), pos: subject.pos, places }),
        }
    }

    fn all(&self, subject: &Subject) -> Vec<Places> {
        let (mut from, mut last, mut out) = (subject.pos, None, vec![]);
        while let Some(places) = self.advance(subject, &mut from, &mut last) {
            out.push(places);
        }
        out
    }

    /// As CPython: behind an empty match the search goes on at the same place, but must not give an empty match there.
    fn advance(&self, subject: &Subject, from: &mut usize, last: &mut Option<(usize, usize)>) -> Option<Places> {
        if *from > subject.end {
            return None;
        }
        let must = last.is_some_and(|(start, end)| start == end && end == *from);
        let places = self.program.search_from(&subject.text, *from, subject.end, must)?;
        let (start, end) = (places[0].unwrap_or(0), places[1].unwrap_or(0));
        *last = Some((start, end));
        *from = end;
        Some(places)
    }

    fn group_value(&self, subject: &Subject, places: &Places, group: usize, missing: &Value) -> Value {
        match (places[group * 2], places[group * 2 + 1]) {
            (Some(from), Some(to)) => subject.slice(from, to.max(from)),
            _ => missing.clone(),
        }
    }

    fn findall(&self, args: &Args, at: usize) -> R {
        let subject = self.subject(args, at)?;
        let empty = subject.make(&[]);
        let item = |places: &Places| match self.program.groups {
            0 => self.group_value(&subject, places, 0, &empty),
            1 => self.group_value(&subject, places, 1, &empty),
            n => Value::tuple((1..=n).map(|g| self.group_value(&subject, places, g, &empty)).collect()),
        };
        Ok(Value::list(self.all(&subject).iter().map(item).collect()))
    }

    fn finditer(&self, this: &Value, args: &Args, at: usize) -> R {
        let subject = self.subject(args, at)?;
        let this = this.clone();
        let (mut from, mut last) = (subject.pos, None);
        Ok(from_code("callable_iterator", move || {
            let Some(pattern) = downcast::<Pattern>(&this) else { return Ok(None) };
            let places = pattern.advance(&subject, &mut from, &mut last);
            Ok(places.map(|places| pattern.found(&this, &subject, Some(places))))
        }))
    }

    fn split(&self, args: &Args, at: usize) -> R {
        let subject = self.subject(&Args { pos: &args.pos[..args.pos.len().min(at + 1)], kw: args.kw }, at)?;
        let most = match args.opt(at + 1, "maxsplit") {
            Some(n) => crate::item::index(&n, "int")?,
            None => 0,
        };
        let (mut out, mut start) = (vec![], 0);
        for (n, places) in self.all(&subject).iter().enumerate() {
            if most > 0 && n as i64 >= most || most < 0 {
                break;
            }
            out.push(subject.slice(start, places[0].unwrap_or(0)));
            start = places[1].unwrap_or(0);
            out.extend((1..=self.program.groups).map(|g| self.group_value(&subject, places, g, &Value::None)));
        }
        out.push(subject.slice(start, subject.text.len()));
        Ok(Value::list(out))
    }

    fn sub(&self, this: &Value, args: &Args, counted: bool) -> R {
        let Some(with) = args.opt(0, "repl") else { return err("TypeError", "missing required argument 'repl'") };
        let subject = self.subject(&Args { pos: &args.pos[..args.pos.len().min(2)], kw: args.kw }, 1)?;
        let most = match args.opt(2, "count") {
            Some(n) => crate::item::index(&n, "int")?.max(0) as usize,
            None => 0,
        };
        let parts = match with.plain() {
            Value::Str(_) | Value::Bytes(_) => Some(template::parse(&chars(&with)?.0, self)?),
            _ => None,
        };
        let mut out: Vec<char> = vec![];
        let (mut done, mut n) = (0, 0i64);
        let (mut from, mut last) = (subject.pos, None);
        while (most == 0 || (n as usize) < most)
            && let Some(places) = self.advance(&subject, &mut from, &mut last)
        {
            n += 1;
            let (start, end) = (places[0].unwrap_or(0), places[1].unwrap_or(0));
            out.extend(&subject.text[done..start]);
            done = end;
            match &parts {
                Some(parts) => expand(parts, &subject, &places, &mut out),
                None => {
                    let found = self.found(this, &subject, Some(places));
                    let text = with.call(&[found])?;
                    if !text.is_none() {
                        out.extend(chars(&text)?.0);
                    }
                }
            }
        }
        out.extend(&subject.text[done..]);
        let result = subject.make(&out);
        Ok(if counted { Value::tuple(vec![result, Value::Int(n)]) } else { result })
    }

    /// A method by name; `args` come after the pattern.
    pub fn method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        let at_start = |full: bool| {
            let subject = self.subject(args, 0)?;
            let places = if subject.pos > subject.end {
                None
            } else {
                self.program.run(&subject.text, subject.pos, subject.end, full)
            };
            Ok(self.found(this, &subject, places))
        };
        Some(match name {
            "match" => at_start(false),
            "fullmatch" => at_start(true),
            "search" => self.subject(args, 0).map(|subject| {
                let places = self.program.search(&subject.text, subject.pos, subject.end);
                self.found(this, &subject, places)
            }),
            "findall" => self.findall(args, 0),
            "finditer" => self.finditer(this, args, 0),
            "split" => self.split(args, 0),
            "sub" => self.sub(this, args, false),
            "subn" => self.sub(this, args, true),
            _ => return None,
        })
    }
}

fn expand(parts: &[Part], subject: &Subject, places: &Places, out: &mut Vec<char>) {
    for part in parts {
        match part {
            Part::Text(text) => out.extend(text.chars()),
            Part::Group(group) => {
                if let (Some(from), Some(to)) = (places[group * 2], places[group * 2 + 1]) {
                    out.extend(&subject.text[from..to.max(from)]);
                }
            }
        }
    }
}

impl Object for Pattern {
    fn type_name(&self) -> Name {
        "re.Pattern"
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "pattern" => Some(self.source.clone()),
            "flags" => Some(Value::Int(self.flags.into())),
            "groups" => Some(self.program.groups.into()),
            "groupindex" => {
                let mut dict = crate::dict::Dict::default();
                for (name, number) in &self.names {
                    dict.set(Value::str(name.as_str()), (*number).into())?;
                }
                Some(Value::dict(dict))
            }
            "match" | "fullmatch" | "search" | "findall" | "finditer" | "split" | "sub" | "subn" => {
                Some(crate::attr::bound(this.clone(), Value::Unbound, name))
            }
            _ => None,
        })
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        self.method(this, name, args)
    }
    fn repr(&self) -> Option<R<String>> {
        let names = [(I, "IGNORECASE"), (M, "MULTILINE"), (S, "DOTALL"), (X, "VERBOSE"), (A, "ASCII")];
        let flags: Vec<String> =
            names.iter().filter(|(bit, _)| self.flags & bit != 0).map(|(_, name)| format!("re.{name}")).collect();
        let _ = U;
        let source = match crate::repr::repr(&self.source) {
            Ok(text) => text,
            Err(raised) => return Some(Err(raised)),
        };
        let source: String = source.chars().take(200).collect();
        Some(Ok(if flags.is_empty() {
            format!("re.compile({source})")
        } else {
            format!("re.compile({source}, {})", flags.join("|"))
        }))
    }
    fn eq(&self, other: &Value) -> Option<R<bool>> {
        let other: &Pattern = downcast(other)?;
        Some(crate::compare::eq(&self.source, &other.source).map(|same| same && self.flags == other.flags))
    }
    fn hash(&self) -> Option<R<i64>> {
        Some(crate::hash::hash(&self.source))
    }
}

impl Match {
    fn pattern(&self) -> R<&Pattern> {
        downcast(&self.pattern).ok_or_else(|| crate::exc::new("SystemError", "a match without pattern"))
    }

    fn number(&self, key: &Value) -> R<usize> {
        let pattern = self.pattern()?;
        let found = match key {
            Value::Str(name) => pattern.names.iter().find(|(n, _)| n == name.as_str()).map(|(_, number)| *number),
            Value::Int(n) if *n >= 0 && *n as usize <= pattern.program.groups => Some(*n as usize),
            Value::Bool(b) if pattern.program.groups >= usize::from(*b) => Some(usize::from(*b)),
            _ => None,
        };
        found.ok_or_else(|| crate::exc::new("IndexError", "no such group"))
    }

    fn group(&self, key: &Value) -> R {
        let number = self.number(key)?;
        Ok(self.pattern()?.group_value(&self.subject, &self.places, number, &Value::None))
    }

    fn place(&self, args: &Args, offset: usize) -> R<i64> {
        let number = args.pos.first().map_or(Ok(0), |key| self.number(key))?;
        let set = self.places[number * 2].is_some() && self.places[number * 2 + 1].is_some();
        Ok(if set { self.places[number * 2 + offset].map_or(-1, |at| at as i64) } else { -1 })
    }

    fn last(&self) -> Option<usize> {
        self.places.last().copied().flatten()
    }

    fn run(&self, name: Name, args: &Args) -> R<Option<Value>> {
        let pattern = self.pattern()?;
        let default = || args.opt(0, "default").unwrap_or(Value::None);
        Ok(Some(match name {
            "group" => match args.pos {
                [] => self.group(&Value::Int(0))?,
                [one] => self.group(one)?,
                many => Value::tuple(many.iter().map(|key| self.group(key)).collect::<R<_>>()?),
            },
            "groups" => {
                let missing = default();
                let group = |g| pattern.group_value(&self.subject, &self.places, g, &missing);
                Value::tuple((1..=pattern.program.groups).map(group).collect())
            }
            "groupdict" => {
                let missing = default();
                let mut dict = crate::dict::Dict::default();
                for (name, number) in &pattern.names {
                    let value = pattern.group_value(&self.subject, &self.places, *number, &missing);
                    dict.set(Value::str(name.as_str()), value)?;
                }
                Value::dict(dict)
            }
            "start" => Value::Int(self.place(args, 0)?),
            "end" => Value::Int(self.place(args, 1)?),
            "span" => Value::tuple(vec![self.place(args, 0)?.into(), self.place(args, 1)?.into()]),
            "expand" => {
                let parts = template::parse(&chars(args.at(0, "expand")?)?.0, pattern)?;
                let mut out = vec![];
                expand(&parts, &self.subject, &self.places, &mut out);
                self.subject.make(&out)
            }
            _ => return Ok(None),
        }))
    }
}

impl Object for Match {
    fn type_name(&self) -> Name {
        "re.Match"
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(Some(match name {
            "re" => self.pattern.clone(),
            "string" => self.subject.value.clone(),
            "pos" => self.pos.into(),
            "endpos" => self.subject.end.into(),
            "lastindex" => self.last().map_or(Value::None, Value::from),
            "lastgroup" => {
                let last = self.last();
                let name = self.pattern()?.names.iter().find(|(_, n)| Some(*n) == last);
                name.map_or(Value::None, |(name, _)| Value::str(name.as_str()))
            }
            "group" | "groups" | "groupdict" | "start" | "end" | "span" | "expand" => {
                crate::attr::bound(this.clone(), Value::Unbound, name)
            }
            _ => return Ok(None),
        }))
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        self.run(name, args).transpose()
    }
    fn get_item(&self, key: &Value) -> Option<R> {
        Some(self.group(key))
    }
    fn repr(&self) -> Option<R<String>> {
        let (from, to) = (self.places[0].unwrap_or(0), self.places[1].unwrap_or(0));
        let text = crate::repr::repr(&self.subject.slice(from, to));
        Some(text.map(|text| {
            let text: String = text.chars().take(50).collect();
            format!("<re.Match object; span=({from}, {to}), match={text}>")
        }))
    }
    fn truth(&self) -> Option<bool> {
        Some(true)
    }
}
