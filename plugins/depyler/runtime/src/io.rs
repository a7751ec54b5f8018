//! Standard streams, text files, `StringIO`.

use crate::exc::err;
use crate::func::Args;
use crate::iter::{Iteration, from_code};
use crate::native::{Object, native};
use crate::value::{Exc, Name, R, Value};
use std::cell::RefCell;
use std::io::{BufRead, Read, Write};

thread_local! {
    static OUT: RefCell<Vec<u8>> = RefCell::new(Vec::with_capacity(1 << 16));
    /// `sys.stdout` when a program replaced it.
    static REPLACED: RefCell<Option<Value>> = const { RefCell::new(None) };
}

/// Writes to standard output, buffered.
pub fn write_out(text: &str) {
    let replaced = REPLACED.with_borrow(Clone::clone);
    if let Some(file) = replaced {
        // An error of a replaced stream has no caller that could see it.
        let _ = file.method("write", &[Value::str(text)]);
        return;
    }
    let full = OUT.with_borrow_mut(|out| {
        out.extend_from_slice(text.as_bytes());
        out.len() > 1 << 16
    });
    if full {
        flush();
    }
}

/// Empties the buffer of standard output.
pub fn flush() {
    OUT.with_borrow_mut(|out| {
        let mut stdout = std::io::stdout().lock();
        // A closed pipe ends the program quietly, as the reader wanted.
        if stdout.write_all(out).and_then(|()| stdout.flush()).is_err() {
            std::process::exit(1);
        }
        out.clear();
    });
}

/// Binds `sys.stdout`.
pub fn replace_stdout(file: Value) {
    let own = matches!(&file, Value::Native(stream) if stream.get::<Stream>().is_some());
    REPLACED.set(if own { None } else { Some(file) });
}

/// The current `sys.stdout`.
pub fn stdout() -> Value {
    REPLACED.with_borrow(Clone::clone).unwrap_or_else(|| native(Stream("<stdout>")))
}

/// A line of standard input with its end.
///
/// # Errors
/// `OSError` and `UnicodeDecodeError`.
pub fn read_line() -> R<Option<String>> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(0) => Ok(None),
        Ok(_) => text_of(line).map(Some),
        Err(error) => Err(os_error(&error, None)),
    }
}

fn text_of(bytes: Vec<u8>) -> R<String> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }),
        Err(bad) => {
            let at = bad.utf8_error().valid_up_to();
            let byte = bad.as_bytes()[at];
            err(
                "UnicodeDecodeError",
                format!("'utf-8' codec can't decode byte {byte:#x} in position {at}: invalid start byte"),
            )
        }
    }
}

/// The exception for an error of the operating system.
pub fn os_error(error: &std::io::Error, path: Option<&str>) -> Exc {
    use std::io::ErrorKind as K;
    let (class, number, text) = match error.kind() {
        K::NotFound => ("FileNotFoundError", 2, "No such file or directory"),
        K::PermissionDenied => ("PermissionError", 13, "Permission denied"),
        K::AlreadyExists => ("FileExistsError", 17, "File exists"),
        K::IsADirectory => ("IsADirectoryError", 21, "Is a directory"),
        K::NotADirectory => ("NotADirectoryError", 20, "Not a directory"),
        K::DirectoryNotEmpty => ("OSError", 39, "Directory not empty"),
        _ => ("OSError", i64::from(error.raw_os_error().unwrap_or(5)), "Input/output error"),
    };
    let mut args = vec![Value::Int(number), Value::str(text)];
    args.extend(path.map(Value::str));
    crate::exc::exception(class, args)
}

/// A standard stream.
pub struct Stream(pub Name);

impl Object for Stream {
    fn type_name(&self) -> Name {
        "_io.TextIOWrapper"
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "name" => Some(Value::str(self.0)),
            "encoding" => Some(Value::str("utf-8")),
            "buffer" => Some(this.clone()),
            "write" | "flush" | "readline" | "read" | "readlines" | "isatty" => {
                Some(crate::attr::bound(this.clone(), Value::Unbound, name))
            }
            _ => None,
        })
    }
    fn call_method(&self, _: &Value, name: Name, args: &Args) -> Option<R> {
        Some(match (self.0, name) {
            (_, "flush") => {
                flush();
                Ok(Value::None)
            }
            (_, "isatty") => Ok(Value::Bool(false)),
            ("<stdin>", "readline") => read_line().map(|line| Value::str(line.unwrap_or_default())),
            ("<stdin>", "read") => {
                let mut bytes = vec![];
                match std::io::stdin().lock().read_to_end(&mut bytes) {
                    Ok(_) => text_of(bytes).map(Value::from),
                    Err(error) => Err(os_error(&error, None)),
                }
            }
            ("<stdin>", "readlines") => lines().collect().map(Value::list),
            ("<stdout>", "write") => {
                written(args, |text| OUT.with_borrow_mut(|out| out.extend_from_slice(text.as_bytes())))
            }
            ("<stderr>", "write") => written(args, |text| eprint!("{text}")),
            _ => return None,
        })
    }
    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        (self.0 == "<stdin>").then(|| Ok(lines()))
    }
}

fn written(args: &Args, write: impl FnOnce(&str)) -> R {
    match args.at(0, "write")? {
        Value::Str(text) => {
            write(text.as_str());
            Ok(text.chars().into())
        }
        Value::Bytes(bytes) => {
            let data = bytes.data.borrow();
            write(&String::from_utf8_lossy(&data));
            Ok(data.len().into())
        }
        other => err("TypeError", format!("write() argument must be str, not {}", crate::class::class_of(other).name)),
    }
}

fn lines() -> Iteration {
    Iteration::Code(Box::new(|| Ok(read_line()?.map(Value::from))))
}

struct State {
    text: String,
    at: usize,
    closed: bool,
    dirty: bool,
}

/// An open text file, or a `StringIO` when it has no path.
pub struct TextFile {
    path: Option<String>,
    writable: bool,
    readable: bool,
    binary: bool,
    state: RefCell<State>,
}

impl TextFile {
    fn save(&self) -> R<()> {
        let mut state = self.state.borrow_mut();
        if let (Some(path), true, true) = (&self.path, self.writable, state.dirty) {
            let bytes = if self.binary {
                state.text.chars().map(|c| c as u32 as u8).collect()
            } else {
                state.text.clone().into_bytes()
            };
            std::fs::write(path, bytes).map_err(|error| os_error(&error, Some(path)))?;
            state.dirty = false;
        }
        Ok(())
    }

    fn give(&self, text: &str) -> Value {
        if self.binary {
            crate::bytes::value(text.chars().map(|c| c as u32 as u8).collect(), false)
        } else {
            Value::str(text)
        }
    }

    fn line(&self) -> R<Option<String>> {
        let mut state = self.state.borrow_mut();
        if state.closed {
            return err("ValueError", "I/O operation on closed file.");
        }
        let rest = &state.text[state.at.min(state.text.len())..];
        if rest.is_empty() {
            return Ok(None);
        }
        let line = rest.split_inclusive('\n').next().unwrap_or("").to_string();
        state.at += line.len();
        Ok(Some(line))
    }
}

impl Drop for TextFile {
    fn drop(&mut self) {
        // CPython, too, only warns about errors when a file is closed by the collector.
        let _ = self.save();
    }
}

impl Object for TextFile {
    fn type_name(&self) -> Name {
        if self.path.is_some() { "_io.TextIOWrapper" } else { "_io.StringIO" }
    }
    fn get_attr(&self, this: &Value, name: Name) -> R<Option<Value>> {
        Ok(match name {
            "closed" => Some(self.state.borrow().closed.into()),
            "name" => self.path.as_deref().map(Value::from),
            "write" | "read" | "readline" | "readlines" | "close" | "getvalue" | "flush" | "seek" | "tell"
            | "writelines" => Some(crate::attr::bound(this.clone(), Value::Unbound, name)),
            _ => None,
        })
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
        let closed = self.state.borrow().closed;
        Some(match name {
            "close" | "__exit__" => {
                self.state.borrow_mut().closed = true;
                self.save().map(|()| if name == "close" { Value::None } else { Value::Bool(false) })
            }
            "__enter__" => Ok(this.clone()),
            _ if closed => err("ValueError", "I/O operation on closed file."),
            "flush" => self.save().map(|()| Value::None),
            "getvalue" => Ok(self.give(&self.state.borrow().text)),
            "tell" => Ok(self.state.borrow().at.into()),
            "readable" => Ok(self.readable.into()),
            "writable" => Ok(self.writable.into()),
            "seek" => {
                let to = args.pos.first().and_then(|v| if let Value::Int(n) = v { Some(*n as usize) } else { None });
                let len = self.state.borrow().text.len();
                let end = matches!(args.pos.get(1), Some(Value::Int(2)));
                self.state.borrow_mut().at = if end { len } else { to.unwrap_or(0).min(len) };
                Ok(Value::Int(self.state.borrow().at as i64))
            }
            "truncate" => {
                let mut state = self.state.borrow_mut();
                let at = match args.pos.first() {
                    Some(Value::Int(n)) => *n as usize,
                    _ => state.at,
                };
                state.text.truncate(at);
                state.dirty = true;
                Ok(at.into())
            }
            "write" if !self.writable => err("ValueError", "not writable"),
            "write" => written(args, |text| {
                let mut state = self.state.borrow_mut();
                let at = state.at.min(state.text.len());
                let end = (at + text.len()).min(state.text.len());
                if state.text.is_char_boundary(at) && state.text.is_char_boundary(end) {
                    state.text.replace_range(at..end, text);
                }
                state.at = at + text.len();
                state.dirty = true;
            }),
            "writelines" => {
                let run = || -> R {
                    for line in crate::iter::to_vec(args.at(0, name)?)? {
                        this.method("write", &[line])?;
                    }
                    Ok(Value::None)
                };
                run()
            }
            _ if !self.readable => err("ValueError", "not readable"),
            "read" => {
                let mut state = self.state.borrow_mut();
                let rest = state.text[state.at.min(state.text.len())..].to_string();
                let taken: String = match args.pos.first() {
                    Some(Value::Int(n)) if *n >= 0 => rest.chars().take(*n as usize).collect(),
                    _ => rest,
                };
                state.at += taken.len();
                Ok(self.give(&taken))
            }
            "readline" => self.line().map(|line| self.give(&line.unwrap_or_default())),
            "readlines" => {
                let run = || -> R {
                    let mut out = vec![];
                    while let Some(line) = self.line()? {
                        out.push(self.give(&line));
                    }
                    Ok(Value::list(out))
                };
                run()
            }
            _ => return None,
        })
    }
    fn iter(&self, this: &Value) -> Option<R<Iteration>> {
        let this = this.clone();
        Some(Ok(Iteration::Object(from_code("file", move || {
            let line = this.method("readline", &[])?;
            Ok(if line.truth()? { Some(line) } else { None })
        }))))
    }
}

/// `io.StringIO(text)`
///
/// # Errors
/// `TypeError` when it is no text.
#[allow(non_snake_case, reason = "named as in Python")]
pub fn StringIO(args: &Args) -> R {
    let text = match args.opt(0, "initial_value").filter(|v| !v.is_none()) {
        Some(text) => crate::repr::str_of(&text)?,
        None => String::new(),
    };
    let state = RefCell::new(State { text, at: 0, closed: false, dirty: false });
    Ok(native(TextFile { path: None, writable: true, readable: true, binary: false, state }))
}

/// `open(path, mode)`
///
/// # Errors
/// `OSError` and its subclasses.
pub fn open(args: &Args) -> R {
    let path = crate::repr::str_of(args.at(0, "open")?)?;
    let mode = args.opt(1, "mode").and_then(|m| m.as_str().map(String::from)).unwrap_or_else(|| "r".to_string());
    let binary = mode.contains('b');
    let exists = std::path::Path::new(&path);
    if exists.is_dir() {
        return Err(os_error(&std::io::Error::from(std::io::ErrorKind::IsADirectory), Some(&path)));
    }
    let read = || -> R<String> {
        let bytes = std::fs::read(&path).map_err(|error| os_error(&error, Some(&path)))?;
        if binary { Ok(bytes.into_iter().map(char::from).collect()) } else { text_of(bytes) }
    };
    let (text, at_end) = match mode.chars().find(|c| "rwax".contains(*c)) {
        Some('r') => (read()?, false),
        Some('a') => (if exists.exists() { read()? } else { String::new() }, true),
        Some('x') if exists.exists() => {
            return Err(os_error(&std::io::Error::from(std::io::ErrorKind::AlreadyExists), Some(&path)));
        }
        Some(_) => {
            std::fs::write(&path, "").map_err(|error| os_error(&error, Some(&path)))?;
            (String::new(), false)
        }
        None => return err("ValueError", format!("invalid mode: '{mode}'")),
    };
    let plus = mode.contains('+');
    let (writable, readable) = (plus || !mode.contains('r'), plus || mode.contains('r'));
    let at = if at_end { text.len() } else { 0 };
    let state = RefCell::new(State { text, at, closed: false, dirty: writable && !mode.contains('r') });
    Ok(native(TextFile { path: Some(path), writable, readable, binary, state }))
}
