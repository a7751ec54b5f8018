//! `os` and `os.path`: what programs that read a file need.

pub use super::os_more::*;
use crate::exc::err;
use crate::func::Args;
use crate::io::os_error;
use crate::value::{R, Value};
use std::path::Path;

/// A path argument.
///
/// # Errors
/// `TypeError` when it is no path.
pub fn path(args: &Args, at: usize) -> R<String> {
    match args.at(at, "path")? {
        object @ Value::Obj(instance) if instance.class.lookup("__fspath__").is_some() => {
            crate::repr::str_of(&object.method("__fspath__", &[])?)
        }
        Value::Obj(instance) if matches!(&*instance.payload.borrow(), Value::Str(_)) => {
            crate::repr::str_of(&args.at(at, "path")?.plain())
        }
        Value::Str(text) => Ok(text.as_str().to_string()),
        other => err(
            "TypeError",
            format!("expected str, bytes or os.PathLike object, not {}", crate::class::class_of(other).full_name()),
        ),
    }
}

/// `os.path.exists(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn exists(args: &Args) -> R {
    Ok(Path::new(&path(args, 0)?).exists().into())
}

/// `os.path.isfile(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn isfile(args: &Args) -> R {
    Ok(Path::new(&path(args, 0)?).is_file().into())
}

/// `os.path.isdir(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn isdir(args: &Args) -> R {
    Ok(Path::new(&path(args, 0)?).is_dir().into())
}

/// `os.path.join(path, *more)`
///
/// # Errors
/// `TypeError` when they are no texts.
pub fn join(args: &Args) -> R {
    let mut out = path(args, 0)?;
    for at in 1..args.pos.len() {
        let part = path(args, at)?;
        if part.starts_with('/') {
            out = part;
        } else {
            if !out.is_empty() && !out.ends_with('/') {
                out.push('/');
            }
            out.push_str(&part);
        }
    }
    Ok(Value::str(out))
}

fn cut(text: &str) -> (&str, &str) {
    let at = text.rfind('/').map_or(0, |at| at + 1);
    let (head, tail) = text.split_at(at);
    let trimmed = head.trim_end_matches('/');
    (if trimmed.is_empty() { head } else { trimmed }, tail)
}

/// `os.path.basename(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn basename(args: &Args) -> R {
    Ok(Value::str(cut(&path(args, 0)?).1))
}

/// `os.path.dirname(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn dirname(args: &Args) -> R {
    Ok(Value::str(cut(&path(args, 0)?).0))
}

/// `os.path.splitext(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn splitext(args: &Args) -> R {
    let text = path(args, 0)?;
    let name = cut(&text).1;
    let stem = name.trim_start_matches('.');
    let at = stem.rfind('.').map_or(text.len(), |at| text.len() - stem.len() + at);
    Ok(Value::tuple(vec![Value::str(&text[..at]), Value::str(&text[at..])]))
}

/// `os.path.split(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn split(args: &Args) -> R {
    let text = path(args, 0)?;
    let (head, tail) = cut(&text);
    Ok(Value::tuple(vec![Value::str(head), Value::str(tail)]))
}

/// `os.getcwd()`
///
/// # Errors
/// `OSError` when it is gone.
pub fn getcwd(_: &Args) -> R {
    match std::env::current_dir() {
        Ok(folder) => Ok(Value::str(folder.to_string_lossy())),
        Err(error) => Err(os_error(&error, None)),
    }
}

/// `os.listdir(path)`
///
/// # Errors
/// `OSError` when it cannot be read.
pub fn listdir(args: &Args) -> R {
    let folder = if args.pos.is_empty() { ".".to_string() } else { path(args, 0)? };
    let entries = std::fs::read_dir(&folder).map_err(|error| os_error(&error, Some(&folder)))?;
    Ok(Value::list(entries.flatten().map(|entry| Value::str(entry.file_name().to_string_lossy())).collect()))
}

/// `os.remove(path)`
///
/// # Errors
/// `OSError` when it cannot be removed.
pub fn remove(args: &Args) -> R {
    let file = path(args, 0)?;
    std::fs::remove_file(&file).map_err(|error| os_error(&error, Some(&file)))?;
    Ok(Value::None)
}

/// `os.makedirs(path, exist_ok)`
///
/// # Errors
/// `OSError` when it cannot be made.
pub fn makedirs(args: &Args) -> R {
    let folder = path(args, 0)?;
    let fine = args.kwarg("exist_ok").map_or(Ok(false), |v| v.truth())?;
    if Path::new(&folder).exists() && !fine {
        return Err(os_error(&std::io::Error::from(std::io::ErrorKind::AlreadyExists), Some(&folder)));
    }
    std::fs::create_dir_all(&folder).map_err(|error| os_error(&error, Some(&folder)))?;
    Ok(Value::None)
}

/// `os.linesep`
pub fn linesep() -> Value {
    Value::str("\n")
}

/// `os.sep`
pub fn sep() -> Value {
    Value::str("/")
}
