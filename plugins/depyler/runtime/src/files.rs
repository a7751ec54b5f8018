//! Files, `StringIO` and `BytesIO`: what is read and written lies in memory until the file is flushed or closed.

use crate::codec::Encoding;
use crate::exc::err;
use crate::func::Args;
use crate::io::os_error;
use crate::iter::{Iteration, from_code};
use crate::native::{Object, native};
use crate::value::{Name, R, Value};
use std::cell::RefCell;

struct State {
    data: Vec<u8>,
    at: usize,
    closed: bool,
    dirty: bool,
    /// Whether something was written whose text is not known.
    unknown: bool,
}

/// An open file, or one that lies in memory only when it has no path.
pub struct File {
    path: Option<String>,
    mode: String,
    binary: bool,
    readable: bool,
    writable: bool,
    append: bool,
    encoding: Encoding,
    /// What becomes of characters that the encoding lacks.
    errors: String,
    /// What `\n` becomes when it is written; what ends a line when it is read is always `\n` in `data`,
    /// except where `newline=''` keeps line ends as they are.
    line_end: Option<String>,
    /// Whether a lone `\r` ends a line, as `newline=''` asks.
    splits: bool,
    /// Whether line ends were translated, so that places in the file are other ones than here.
    translated: bool,
    /// What reading raises: the file is not text in its encoding.
    broken: Option<crate::value::Exc>,
    state: RefCell<State>,
}

impl File {
    fn memory(binary: bool, data: Vec<u8>) -> File {
        File {
            path: None,
            mode: String::new(),
            binary,
            readable: true,
            writable: true,
            append: false,
            encoding: Encoding::Utf8,
            errors: "strict".into(),
            line_end: None,
            splits: false,
            translated: false,
            broken: None,
            state: RefCell::new(State { data, at: 0, closed: false, dirty: false, unknown: false }),
        }
    }

    fn save(&self) -> R<()> {
        let mut state = self.state.borrow_mut();
        if let (Some(path), true, true) = (&self.path, self.writable, state.dirty) {
            let bytes = match (&self.line_end, self.binary) {
                (_, true) => state.data.clone(),
                (end, false) => {
                    let text = String::from_utf8_lossy(&state.data);
                    let text = match end {
                        Some(end) => text.replace('\n', end),
                        None => text.into_owned(),
                    };
                    crate::codec::encode(&text, self.encoding, &self.errors)?
                }
            };
            std::fs::write(path, bytes).map_err(|error| os_error(&error, Some(path)))?;
            state.dirty = false;
        }
        Ok(())
    }

    fn give(&self, data: &[u8]) -> Value {
        if self.binary {
            crate::bytes::value(data.to_vec(), false)
        } else {
            Value::str(String::from_utf8_lossy(data).into_owned())
        }
    }

    /// The bytes from here on: `count` of them, or characters in text.
    fn read(&self, count: Option<i64>) -> Vec<u8> {
        let mut state = self.state.borrow_mut();
        let start = state.at.min(state.data.len());
        let rest = &state.data[start..];
        let len = match count {
            Some(n) if n >= 0 && self.binary => rest.len().min(n as usize),
            Some(n) if n >= 0 => {
                let text = String::from_utf8_lossy(rest);
                text.char_indices().nth(n as usize).map_or(rest.len(), |(at, _)| at)
            }
            _ => rest.len(),
        };
        let taken = rest[..len].to_vec();
        state.at = start + len;
        taken
    }

    fn line(&self, most: Option<i64>) -> Vec<u8> {
        let mut state = self.state.borrow_mut();
        let start = state.at.min(state.data.len());
        let rest = &state.data[start..];
        let end = match rest.iter().position(|b| *b == b'\n') {
            Some(at) => at + 1,
            None => rest.len(),
        };
        // Without translation a lone `\r` ends a line, too.
        let end = match rest[..end].iter().position(|b| *b == b'\r') {
            Some(at) if self.splits && rest.get(at + 1) != Some(&b'\n') => at + 1,
            _ => end,
        };
        let end = most.filter(|n| *n >= 0).map_or(end, |n| {
            let size = if self.binary { n as usize } else { offset(&rest[..end], n as usize) };
            end.min(size)
        });
        let line = rest[..end].to_vec();
        state.at = start + line.len();
        line
    }

    fn write(&self, data: &[u8]) {
        let mut state = self.state.borrow_mut();
        if self.append {
            state.at = state.data.len();
        }
        let at = state.at;
        if state.data.len() < at {
            state.data.resize(at, 0);
        }
        let mut end = (at + data.len()).min(state.data.len());
        if !self.binary && self.path.is_none() {
            // In text, as many characters are replaced as are written.
            let count = String::from_utf8_lossy(data).chars().count();
            let old = String::from_utf8_lossy(&state.data[at..]).into_owned();
            end = at + old.char_indices().nth(count).map_or(old.len(), |(at, _)| at);
        }
        state.data.splice(at..end, data.iter().copied());
        state.at = at + data.len();
        state.dirty = true;
    }

    fn write_value(&self, value: &Value) -> R {
        match (value, self.binary) {
            (Value::Str(text), false) => {
                if self.encoding != Encoding::Utf8 {
                    // What cannot be stored fails here, not when the file is closed.
                    crate::codec::encode(text.as_str(), self.encoding, &self.errors)?;
                }
                self.write(text.as_str().as_bytes());
                Ok(text.chars().into())
            }
            (Value::Bytes(bytes), true) => {
                let data = bytes.data.borrow().clone();
                self.write(&data);
                Ok(data.len().into())
            }
            (other, true) => {
                let class = crate::class::class_of(other).full_name();
                err("TypeError", format!("a bytes-like object is required, not '{class}'"))
            }
            (other, false) => {
                let class = crate::class::class_of(other).full_name();
                let text = if self.path.is_some() {
                    "write() argument must be str, not"
                } else {
                    "string argument expected, got"
                };
                let class = if self.path.is_some() { class.to_string() } else { format!("'{class}'") };
                err("TypeError", format!("{text} {class}"))
            }
        }
    }

    fn seek(&self, args: &Args) -> R {
        let to = crate::item::index(args.at(0, "seek")?, "int")?;
        let whence = args.pos.get(1).map_or(Ok(0), |w| crate::item::index(w, "int"))?;
        let mut state = self.state.borrow_mut();
        let base = match whence {
            0 => 0,
            1 => state.at as i64,
            _ => state.data.len() as i64,
        };
        if whence == 0 && to < 0 {
            let what =
                if self.binary || self.path.is_none() { "Negative seek position" } else { "negative seek position" };
            return err("ValueError", format!("{what} {to}"));
        }
        if !(0..=2).contains(&whence) {
            return err("ValueError", format!("invalid whence ({whence}, should be 0, 1 or 2)"));
        }
        if !self.binary && whence != 0 && to != 0 {
            let from = if whence == 1 { "cur" } else { "end" };
            return unsupported(&format!("can't do nonzero {from}-relative seeks"));
        }
        if self.translated && (whence == 0 && to != 0) {
            return crate::run::hole(
                "batuta: PY0210 places in a file whose line ends were translated are not converted",
            );
        }
        let at = (base + to).max(0) as usize;
        state.at = if self.text_in_memory() && whence == 0 { offset(&state.data, at) } else { at };
        let place = state.at;
        Ok(if self.text_in_memory() { characters(&state.data, place).into() } else { place.into() })
    }

    fn text_in_memory(&self) -> bool {
        !self.binary && self.path.is_none()
    }

    fn truncate(&self, args: &Args) -> R {
        let mut state = self.state.borrow_mut();
        let at = match args.pos.first() {
            Some(n) if !n.is_none() => {
                let n = crate::item::index(n, "int")?.max(0) as usize;
                if self.text_in_memory() { offset(&state.data, n) } else { n }
            }
            _ => state.at,
        };
        state.data.truncate(at);
        state.dirty = true;
        Ok(if self.text_in_memory() { characters(&state.data, at).into() } else { at.into() })
    }

    fn lines(&self) -> Vec<Value> {
        let mut out = vec![];
        loop {
            let line = self.line(None);
            if line.is_empty() {
                return out;
            }
            out.push(self.give(&line));
        }
    }

    fn closed_error<T>(&self) -> R<T> {
        let dot = if self.path.is_some() || self.binary { "." } else { "" };
        err("ValueError", format!("I/O operation on closed file{dot}"))
    }
}

/// The byte offset of a character.
fn offset(data: &[u8], chars: usize) -> usize {
    let text = String::from_utf8_lossy(data);
    text.char_indices().nth(chars).map_or(data.len(), |(at, _)| at)
}

/// How many characters stand before a byte offset.
fn characters(data: &[u8], at: usize) -> usize {
    String::from_utf8_lossy(&data[..at.min(data.len())]).chars().count() + at.saturating_sub(data.len())
}

fn unsupported<T>(text: &str) -> R<T> {
    err("io.UnsupportedOperation", text)
}

impl Drop for File {
    fn drop(&mut self) {
        // CPython, too, only warns about errors when a file is closed by the collector.
        let _ = self.save();
    }
}

const METHODS: &[Name] = &[
    "write",
    "read",
    "readline",
    "readlines",
    "close",
    "getvalue",
    "flush",
    "seek",
    "tell",
    "writelines",
    "truncate",
    "readable",
    "writable",
    "seekable",
    "isatty",
    "__enter__",
    "__exit__",
    "getbuffer",
    "_poison",
    "__next__",
    "__iter__",
];

impl Object for File {
    fn type_name(&self) -> Name {
        match (&self.path, self.binary) {
            (Some(_), false) => "_io.TextIOWrapper",
            (Some(_), true) if self.readable && self.writable => "_io.BufferedRandom",
            (Some(_), true) if self.writable => "_io.BufferedWriter",
            (Some(_), true) => "_io.BufferedReader",
            (None, true) => "_io.BytesIO",
            (None, false) => "_io.StringIO",
        }
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "closed" => Some(self.state.borrow().closed.into()),
            "name" => self.path.as_deref().map(Value::from),
            "mode" if self.path.is_some() => Some(Value::str(self.mode.as_str())),
            "encoding" if self.path.is_some() && !self.binary => Some(Value::str("UTF-8")),
            "getvalue" | "getbuffer" | "_poison" if self.path.is_some() => None,
            name if METHODS.contains(&name) => Some(crate::attr::bound(this.clone(), Value::Unbound, name)),
            _ => None,
        })
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        let closed = self.state.borrow().closed;
        let count = || match args.pos.first() {
            Some(n) if !n.is_none() => crate::item::index(n, "int").map(Some),
            _ => Ok(None),
        };
        Some(match name {
            "close" | "__exit__" => {
                self.state.borrow_mut().closed = true;
                self.save().map(|()| if name == "close" { Value::None } else { Value::Bool(false) })
            }
            _ if !METHODS.contains(&name) => return None,
            _ if closed => self.closed_error(),
            "_poison" => {
                self.state.borrow_mut().unknown = true;
                Ok(Value::None)
            }
            "getvalue" | "getbuffer" | "read" | "readline" | "readlines" | "__next__"
                if self.state.borrow().unknown =>
            {
                crate::run::hole("batuta: PY0212 a report with places and times is known to an interpreter only")
            }
            "__enter__" | "__iter__" => Ok(this.clone()),
            "flush" => self.save().map(|()| Value::None),
            "getvalue" if self.path.is_none() => Ok(self.give(&self.state.borrow().data)),
            // A view of what is there now, which cannot be written to.
            "getbuffer" if self.path.is_none() => {
                let bytes = self.give(&self.state.borrow().data);
                crate::memory::memoryview(&crate::func::pos(&[bytes]))
            }
            "tell" if self.translated && self.state.borrow().at > 0 => {
                crate::run::hole("batuta: PY0210 places in a file whose line ends were translated are not converted")
            }
            "tell" => {
                let state = self.state.borrow();
                let at = state.at;
                Ok(if self.text_in_memory() { characters(&state.data, at).into() } else { at.into() })
            }
            "readable" => Ok(self.readable.into()),
            "writable" => Ok(self.writable.into()),
            "seekable" => Ok(Value::Bool(true)),
            "isatty" => Ok(Value::Bool(false)),
            "seek" => self.seek(args),
            "truncate" => self.truncate(args),
            "write" | "writelines" if !self.writable => unsupported(if self.binary { "write" } else { "not writable" }),
            "write" => args.at(0, name).and_then(|value| self.write_value(value)),
            "writelines" => args.at(0, name).and_then(crate::iter::to_vec).and_then(|lines| {
                lines.iter().try_for_each(|line| self.write_value(line).map(|_| ())).map(|()| Value::None)
            }),
            _ if !self.readable => unsupported(if self.binary { "read" } else { "not readable" }),
            "read" | "readline" | "readlines" | "__next__" if self.broken.is_some() => {
                self.broken.clone().map_or(Ok(Value::None), Err)
            }
            "read" => count().map(|n| self.give(&self.read(n))),
            "readline" => count().map(|n| self.give(&self.line(n))),
            "readlines" => Ok(Value::list(self.lines())),
            "__next__" => {
                let line = self.line(None);
                if line.is_empty() { Err(crate::exc::exception("StopIteration", vec![])) } else { Ok(self.give(&line)) }
            }
            _ => return None,
        })
    }
    fn iter(&self, this: &Value) -> Option<R<Iteration>> {
        if self.state.borrow().closed {
            return Some(self.closed_error());
        }
        if !self.readable {
            return Some(unsupported("not readable"));
        }
        let this = this.clone();
        Some(Ok(Iteration::Object(from_code("file", move || {
            let Some(file) = crate::native::downcast::<File>(&this) else { return Ok(None) };
            if let Some(raised) = &file.broken {
                return Err(raised.clone());
            }
            if file.state.borrow().closed {
                return file.closed_error();
            }
            let line = file.line(None);
            Ok(if line.is_empty() { None } else { Some(file.give(&line)) })
        }))))
    }
    fn repr(&self) -> Option<R<String>> {
        let path = self.path.as_ref()?;
        let name = match crate::repr::repr(&Value::str(path.as_str())) {
            Ok(name) => name,
            Err(raised) => return Some(Err(raised)),
        };
        let class = self.type_name();
        Some(Ok(if self.binary {
            format!("<{class} name={name}>")
        } else {
            format!("<{class} name={name} mode='{}' encoding='UTF-8'>", self.mode)
        }))
    }
}

/// `io.StringIO(text)`
///
/// # Errors
/// `TypeError` when it is no text.
#[allow(non_snake_case, reason = "named as in Python")]
pub fn StringIO(args: &Args) -> R {
    let text = match args.opt(0, "initial_value").filter(|v| !v.is_none()) {
        Some(Value::Str(text)) => text.as_str().to_string(),
        Some(other) => {
            let class = crate::class::class_of(&other).full_name();
            return err("TypeError", format!("initial_value must be str or None, not {class}"));
        }
        None => String::new(),
    };
    Ok(native(File::memory(false, text.into_bytes())))
}

/// `io.BytesIO(data)`
///
/// # Errors
/// `TypeError` when it is no bytes.
#[allow(non_snake_case, reason = "named as in Python")]
pub fn BytesIO(args: &Args) -> R {
    let data = match args.opt(0, "initial_bytes").filter(|v| !v.is_none()) {
        Some(Value::Bytes(bytes)) => bytes.data.borrow().clone(),
        Some(other) => {
            let class = crate::class::class_of(&other).full_name();
            return err("TypeError", format!("a bytes-like object is required, not '{class}'"));
        }
        None => vec![],
    };
    Ok(native(File::memory(true, data)))
}

fn encoding(args: &Args) -> R<Encoding> {
    match args.opt(3, "encoding") {
        Some(Value::Str(name)) => crate::codec::find(name.as_str()),
        _ => Ok(Encoding::Utf8),
    }
}

/// The path behind a value: text, or an object with `__fspath__`.
///
/// # Errors
/// `TypeError` for other values.
pub fn path_of(value: &Value) -> R<String> {
    match value {
        Value::Str(text) => Ok(text.as_str().to_string()),
        Value::Bytes(bytes) => Ok(String::from_utf8_lossy(&bytes.data.borrow()).into_owned()),
        other => match crate::attr::get_opt(other, "__fspath__")? {
            Some(method) => path_of(&method.call(&[])?),
            None => {
                let class = crate::class::class_of(other).full_name();
                err("TypeError", format!("expected str, bytes or os.PathLike object, not {class}"))
            }
        },
    }
}

/// `open(path, mode)`
///
/// # Errors
/// `OSError` and its subclasses.
pub fn open(args: &Args) -> R {
    let Some(path) = args.opt(0, "file") else {
        return err("TypeError", "open() missing required argument 'file' (pos 1)");
    };
    let path = path_of(&path)?;
    let mode = args.opt(1, "mode").and_then(|m| m.as_str().map(String::from)).unwrap_or_else(|| "r".to_string());
    let (binary, plus) = (mode.contains('b'), mode.contains('+'));
    let kinds: Vec<char> = mode.chars().filter(|c| "rwax".contains(*c)).collect();
    let [kind] = kinds[..] else {
        return if mode.chars().all(|c| "rwaxbt+".contains(c)) {
            err("ValueError", "must have exactly one of create/read/write/append mode")
        } else {
            err("ValueError", format!("invalid mode: '{mode}'"))
        };
    };
    let encoding = encoding(args)?;
    let newline = args.opt(5, "newline").filter(|n| !n.is_none());
    let newline = newline.as_ref().and_then(Value::as_str);
    let place = std::path::Path::new(&path);
    if place.is_dir() {
        return Err(os_error(&std::io::Error::from(std::io::ErrorKind::IsADirectory), Some(&path)));
    }
    let errors = args.opt(4, "errors").and_then(|e| e.as_str().map(String::from)).unwrap_or_else(|| "strict".into());
    let translated = std::cell::Cell::new(false);
    let read = || -> R<Vec<u8>> {
        let bytes = std::fs::read(&path).map_err(|error| os_error(&error, Some(&path)))?;
        if binary {
            return Ok(bytes);
        }
        let text = crate::codec::decode(&bytes, encoding, &errors)?;
        let translate = newline.is_none() && text.contains('\r');
        translated.set(translate);
        Ok(if translate { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }.into_bytes())
    };
    let mut broken = None;
    let mut read = || match read() {
        // It is the reading that fails, not the opening.
        Err(raised) if kind == 'r' && raised.is_a("UnicodeDecodeError") => {
            broken = Some(raised);
            Ok(vec![])
        }
        other => other,
    };
    let (data, dirty) = match kind {
        'r' => (read()?, false),
        'a' => (if place.exists() { read()? } else { vec![] }, true),
        'x' if place.exists() => {
            return Err(os_error(&std::io::Error::from(std::io::ErrorKind::AlreadyExists), Some(&path)));
        }
        _ => {
            std::fs::write(&path, "").map_err(|error| os_error(&error, Some(&path)))?;
            (vec![], true)
        }
    };
    let at = if kind == 'a' { data.len() } else { 0 };
    Ok(native(File {
        path: Some(path),
        mode,
        binary,
        readable: plus || kind == 'r',
        writable: plus || kind != 'r',
        append: kind == 'a',
        encoding,
        errors,
        splits: !binary && newline == Some(""),
        translated: translated.get(),
        broken,
        line_end: newline.filter(|end| matches!(*end, "\r\n" | "\r")).map(String::from),
        state: RefCell::new(State { data, at, closed: false, dirty, unknown: false }),
    }))
}
