//! Standard streams.

use crate::exc::err;
use crate::func::Args;
use crate::iter::Iteration;
use crate::native::{Object, native};
use crate::value::{Exc, Name, R, Value};
use std::cell::RefCell;
use std::io::{BufRead, Read, Write};

thread_local! {
    static OUT: RefCell<Vec<u8>> = RefCell::new(Vec::with_capacity(1 << 16));
    /// `sys.stdout` when a program replaced it.
    static REPLACED: RefCell<Option<Value>> = const { RefCell::new(None) };
    /// `sys.stderr` and `sys.stdin` when a program replaced them.
    static ERRORS: RefCell<Option<Value>> = const { RefCell::new(None) };
    static INPUT: RefCell<Option<Value>> = const { RefCell::new(None) };
    /// Standard input, output and error, which keep their identity.
    static STANDARD: [Value; 3] = ["<stdin>", "<stdout>", "<stderr>"].map(|name| native(Stream(name)));
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
    REPLACED.set(foreign(file));
}

/// A stream that is none of the standard ones.
fn foreign(file: Value) -> Option<Value> {
    let own = matches!(&file, Value::Native(stream) if stream.get::<Stream>().is_some());
    (!own).then_some(file)
}

/// Standard input, output or error, whatever the program put in its place.
pub fn original(at: usize) -> Value {
    STANDARD.with(|all| all[at].clone())
}

/// Binds `sys.stderr`.
pub fn replace_stderr(file: Value) {
    ERRORS.set(foreign(file));
}

/// Binds `sys.stdin`.
pub fn replace_stdin(file: Value) {
    INPUT.set(foreign(file));
}

/// A line of what `sys.stdin` is now, with its end.
///
/// # Errors
/// What reading raises.
pub fn input_line() -> R<Option<String>> {
    match INPUT.with_borrow(Clone::clone) {
        None => read_line(),
        Some(file) => {
            let line = crate::repr::str_of(&file.method("readline", &[])?)?;
            Ok((!line.is_empty()).then_some(line))
        }
    }
}

/// The current `sys.stdout`.
pub fn stdout() -> Value {
    REPLACED.with_borrow(Clone::clone).unwrap_or_else(|| STANDARD.with(|[_, out, _]| out.clone()))
}

/// `sys.stdin`, the same object at each use.
pub fn stdin() -> Value {
    INPUT.with_borrow(Clone::clone).unwrap_or_else(|| STANDARD.with(|[input, ..]| input.clone()))
}

/// `sys.stderr`, the same object at each use.
pub fn stderr() -> Value {
    ERRORS.with_borrow(Clone::clone).unwrap_or_else(|| STANDARD.with(|[.., errors]| errors.clone()))
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
            "buffer" => Some(native(Stream(match self.0 {
                "<stdin>" => "<stdin.buffer>",
                "<stderr>" => "<stderr.buffer>",
                _ => "<stdout.buffer>",
            }))),
            "write" | "flush" | "readline" | "read" | "readlines" | "isatty" | "writelines" | "close" => {
                Some(crate::attr::bound(this.clone(), Value::Unbound, name))
            }
            _ => None,
        })
    }
    fn call_method(&self, this: &Value, name: Name, args: &Args) -> Option<R> {
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
            ("<stdin.buffer>", "read") => {
                let mut bytes = vec![];
                match std::io::stdin().lock().read_to_end(&mut bytes) {
                    Ok(_) => Ok(crate::bytes::value(bytes, false)),
                    Err(error) => Err(os_error(&error, None)),
                }
            }
            ("<stdin.buffer>", "readline") => raw_line().map(|line| crate::bytes::value(line, false)),
            ("<stdout.buffer>" | "<stderr.buffer>", "write") => match args.at(0, "write") {
                Ok(Value::Bytes(bytes)) => {
                    let data = bytes.data.borrow();
                    if self.0 == "<stdout.buffer>" {
                        OUT.with_borrow_mut(|out| out.extend_from_slice(&data));
                    } else {
                        let _ = std::io::stderr().write_all(&data);
                    }
                    Ok(data.len().into())
                }
                Ok(other) => {
                    let class = crate::class::class_of(other).full_name();
                    err("TypeError", format!("a bytes-like object is required, not '{class}'"))
                }
                Err(raised) => Err(raised),
            },
            ("<stdin.buffer>", "readlines") => raw_lines().collect().map(Value::list),
            (_, "writelines") => {
                let run = || -> R {
                    for line in crate::iter::to_vec(args.at(0, "writelines")?)? {
                        this.method("write", &[line])?;
                    }
                    Ok(Value::None)
                };
                run()
            }
            (_, "close") => Ok(Value::None),
            ("<stdout>", "write") => {
                written(args, |text| OUT.with_borrow_mut(|out| out.extend_from_slice(text.as_bytes())))
            }
            ("<stderr>", "write") => written(args, |text| eprint!("{text}")),
            _ => return None,
        })
    }
    fn iter(&self, _: &Value) -> Option<R<Iteration>> {
        match self.0 {
            "<stdin>" => Some(Ok(lines())),
            "<stdin.buffer>" => Some(Ok(raw_lines())),
            _ => None,
        }
    }
}

fn written(args: &Args, write: impl FnOnce(&str)) -> R {
    match args.at(0, "write")? {
        Value::Str(text) => {
            write(text.as_str());
            Ok(text.chars().into())
        }
        other => {
            err("TypeError", format!("write() argument must be str, not {}", crate::class::class_of(other).full_name()))
        }
    }
}

fn raw_line() -> R<Vec<u8>> {
    let mut line = Vec::new();
    match std::io::stdin().lock().read_until(b'\n', &mut line) {
        Ok(_) => Ok(line),
        Err(error) => Err(os_error(&error, None)),
    }
}

fn raw_lines() -> Iteration {
    Iteration::Code(Box::new(|| {
        let line = raw_line()?;
        Ok(if line.is_empty() { None } else { Some(crate::bytes::value(line, false)) })
    }))
}

fn lines() -> Iteration {
    Iteration::Code(Box::new(|| Ok(read_line()?.map(Value::from))))
}

pub use crate::files::{BytesIO, StringIO, open};
