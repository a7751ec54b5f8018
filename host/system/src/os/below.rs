//! Paths from plugins: every step of them stays below a root, links included.

use super::files;
use crate::relative::is_clean;
use crate::stat::Stat;
use cap_std::ambient_authority;
use cap_std::fs::{Dir, OpenOptions, OpenOptionsExt};
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

fn enter(root: &Path, relative: &str) -> io::Result<Dir> {
    if !is_clean(relative) {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a plain relative path"));
    }
    Dir::open_ambient_dir(root, ambient_authority())
}

pub(super) fn read(root: &Path, relative: &str, limit: u64) -> io::Result<Vec<u8>> {
    let file =
        enter(root, relative)?.open_with(relative, OpenOptions::new().read(true).custom_flags(files::AT_ONCE))?;
    files::read(file.into_std(), limit)
}

pub(super) fn stat(root: &Path, relative: &str) -> io::Result<Stat> {
    let mut options = OpenOptions::new();
    options.read(true).custom_flags(files::AT_ONCE);
    let file = enter(root, relative)?.open_with(relative, &options)?.into_std();
    Ok(files::stat(&file.metadata()?))
}

pub(super) fn write(root: &Path, relative: &str, bytes: &[u8]) -> io::Result<()> {
    std::fs::create_dir_all(root)?;
    let root = enter(root, relative)?;
    if let Some((folder, _)) = relative.rsplit_once('/') {
        root.create_dir_all(folder)?;
    }
    let temporary = temporary_name(relative);
    let written = fill(&root, &temporary, bytes).and_then(|()| root.rename(&temporary, &root, relative));
    if written.is_err() {
        let _ = root.remove_file(&temporary); // The first error is the one to tell.
    }
    written
}

fn fill(root: &Dir, name: &str, bytes: &[u8]) -> io::Result<()> {
    let mut file = root.open_with(name, OpenOptions::new().write(true).create_new(true))?;
    file.write_all(bytes)
}

/// A name beside the file that no other thread or process uses.
fn temporary_name(relative: &str) -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let folder = relative.rsplit_once('/').map_or(String::new(), |(folder, _)| format!("{folder}/"));
    format!("{folder}.batuta-{}-{}.tmp", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

pub(super) fn remove(root: &Path, relative: &str) -> io::Result<()> {
    let root = enter(root, relative)?;
    match root.remove_file(relative) {
        Err(e) if !files::is_nothing(&e) => return Err(e),
        _ => {}
    }
    let mut path = relative;
    while let Some((folder, _)) = path.rsplit_once('/') {
        if root.remove_dir(folder).is_err() {
            break; // Not empty.
        }
        path = folder;
    }
    Ok(())
}
