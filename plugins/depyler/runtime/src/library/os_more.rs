//! Folders, the process and its environment, for `os`.

use crate::func::Args;
use crate::io::os_error;
use crate::value::{R, Value};
use std::path::Path;

fn path(args: &Args, at: usize) -> R<String> {
    super::os::path(args, at)
}

fn done(result: std::io::Result<()>, path: &str) -> R {
    match result {
        Ok(()) => Ok(Value::None),
        Err(error) => Err(os_error(&error, Some(path))),
    }
}

/// `os.mkdir(path)`
///
/// # Errors
/// `OSError`
pub fn mkdir(args: &Args) -> R {
    let folder = path(args, 0)?;
    done(std::fs::create_dir(&folder), &folder)
}

/// `os.rmdir(path)`
///
/// # Errors
/// `OSError`
pub fn rmdir(args: &Args) -> R {
    let folder = path(args, 0)?;
    done(std::fs::remove_dir(&folder), &folder)
}

/// `os.rename(from, to)`
///
/// # Errors
/// `OSError`
pub fn rename(args: &Args) -> R {
    let (from, to) = (path(args, 0)?, path(args, 1)?);
    done(std::fs::rename(&from, to), &from)
}

/// `os.chdir(path)`
///
/// # Errors
/// `OSError`
pub fn chdir(args: &Args) -> R {
    let folder = path(args, 0)?;
    done(std::env::set_current_dir(&folder), &folder)
}

/// `os.getpid()`
///
/// # Errors
/// None.
pub fn getpid(_: &Args) -> R {
    Ok(Value::Int(i64::from(std::process::id())))
}

/// `os.cpu_count()`
///
/// # Errors
/// None.
pub fn cpu_count(_: &Args) -> R {
    Ok(std::thread::available_parallelism().map_or(Value::None, |n| n.get().into()))
}

/// `os.urandom(n)`
///
/// # Errors
/// `OSError` when the system has no randomness.
pub fn urandom(args: &Args) -> R {
    use std::io::Read;
    let n = crate::item::index(args.at(0, "urandom")?, "urandom")?;
    let mut out = vec![0u8; usize::try_from(n).unwrap_or(0)];
    let read = std::fs::File::open("/dev/urandom").and_then(|mut file| file.read_exact(&mut out));
    read.map_err(|error| os_error(&error, None))?;
    Ok(crate::bytes::value(out, false))
}

/// The environment as a dict.
///
/// # Errors
/// None.
pub fn _environment(_: &Args) -> R {
    crate::construct::dict_of(std::env::vars().map(|(name, value)| (Value::str(name), Value::str(value))))
}

/// What `os.stat` tells: mode, inode, device, links, owner, group, size, times; `follow` as second argument.
///
/// # Errors
/// `OSError`
#[cfg(unix)]
pub fn _stat(args: &Args) -> R {
    use std::os::unix::fs::MetadataExt;
    let file = path(args, 0)?;
    let follow = args.pos.get(1).map_or(Ok(true), Value::truth)?;
    let found = if follow { std::fs::metadata(&file) } else { std::fs::symlink_metadata(&file) };
    let m = found.map_err(|error| os_error(&error, Some(&file)))?;
    let time = |seconds: i64, nano: i64| Value::Float(seconds as f64 + nano as f64 * 1e-9);
    Ok(Value::tuple(vec![
        Value::Int(i64::from(m.mode())),
        Value::Int(m.ino() as i64),
        Value::Int(m.dev() as i64),
        Value::Int(m.nlink() as i64),
        Value::Int(i64::from(m.uid())),
        Value::Int(i64::from(m.gid())),
        Value::Int(m.size() as i64),
        time(m.atime(), m.atime_nsec()),
        time(m.mtime(), m.mtime_nsec()),
        time(m.ctime(), m.ctime_nsec()),
    ]))
}

/// `os.stat` where there is no such thing.
///
/// # Errors
/// Always.
#[cfg(not(unix))]
pub fn _stat(_: &Args) -> R {
    crate::exc::err("OSError", "not supported on this system")
}

/// `os.path.islink(path)`
///
/// # Errors
/// `TypeError` when it is no text.
pub fn islink(args: &Args) -> R {
    Ok(Value::Bool(Path::new(&path(args, 0)?).is_symlink()))
}

/// `os.path.realpath(path)`: links resolved as far as the path exists.
///
/// # Errors
/// `TypeError` when it is no text.
pub fn _resolved(args: &Args) -> R {
    let file = path(args, 0)?;
    Ok(std::fs::canonicalize(&file).map_or(Value::None, |found| Value::str(found.to_string_lossy())))
}
