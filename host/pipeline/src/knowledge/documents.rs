//! Folders of JSON files that a user has fetched from public databases.

use crate::error::{Error, Result};
use batuta_system::{Kind, System};
use serde::de::DeserializeOwned;
use std::path::{Path, PathBuf};

/// Longest file that is read, in bytes.
const LONGEST: u64 = 256 << 20;
/// Greatest number of files that are read: the whole of OSV has some 500,000.
const MOST: usize = 1_000_000;

/// The file itself, or the `.json` files below a folder; `what` names them in errors.
///
/// # Errors
/// When the path is not there, or no such file lies below it: silence would look like good news.
pub(super) fn files(system: &dyn System, what: &str, path: &Path) -> Result<Vec<PathBuf>> {
    let missing = || Error::blocked(format!("{what}: {} is neither a file nor a folder", path.display()));
    match system.stat(path)?.map(|stat| stat.kind) {
        Some(Kind::Folder) => {}
        Some(_) => return Ok(vec![path.to_owned()]),
        None => return Err(missing()),
    }
    let (mut files, mut folders) = (Vec::new(), vec![path.to_owned()]);
    while let Some(folder) = folders.pop() {
        for name in system.list(&folder)? {
            let below = folder.join(&name);
            match system.stat(&below)?.map(|stat| stat.kind) {
                Some(Kind::Folder) => folders.push(below),
                Some(Kind::File) if name.ends_with(".json") => files.push(below),
                _ => {}
            }
        }
        if files.len() > MOST {
            return Err(Error::blocked(format!("{what}: more than {MOST} files below {}", path.display())));
        }
    }
    if files.is_empty() {
        return Err(Error::blocked(format!("{what}: no .json file below {}", path.display())));
    }
    files.sort();
    Ok(files)
}

/// What a file has, `form` saying what it should have been.
///
/// # Errors
/// When it cannot be read, or has another form.
pub(super) fn read<T: DeserializeOwned>(system: &dyn System, what: &str, file: &Path, form: &str) -> Result<T> {
    let blocked = |why: String| Error::blocked(format!("{what}: {}: {why}", file.display()));
    let bytes = system.read(file, LONGEST).map_err(|error| blocked(error.to_string()))?;
    serde_json::from_slice(&bytes).map_err(|_| blocked(form.to_owned()))
}

/// PyPI's names are the same in any case and with `-`, `_` or `.` (PEP 503).
pub(super) fn same_name(ecosystem: &str, a: &str, b: &str) -> bool {
    let plain = |name: &str| name.to_lowercase().replace(['_', '.'], "-");
    if ecosystem == "pip" { plain(a) == plain(b) } else { a == b }
}
