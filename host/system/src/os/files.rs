//! Reading, replacing and removing files.

use crate::stat::{Kind, Stat};
use std::fs::{self, File, Metadata};
use std::io::{self, Read, Write};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// Open without waiting: a named pipe that nobody writes to would keep its reader for ever, whatever is decided about it afterwards.
pub(super) const AT_ONCE: i32 = rustix::fs::OFlags::NONBLOCK.bits() as i32;

/// All of `file`, unless it is longer than `limit`.
pub(super) fn read(file: File, limit: u64) -> io::Result<Vec<u8>> {
    let metadata = file.metadata()?;
    if metadata.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if !metadata.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not an ordinary file"));
    }
    let mut bytes = Vec::with_capacity(metadata.len().min(limit) as usize);
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit {
        return Err(io::ErrorKind::FileTooLarge.into());
    }
    Ok(bytes)
}

/// What `metadata` says, in the host's terms.
pub(super) fn stat(metadata: &Metadata) -> Stat {
    let kind = match (metadata.is_file(), metadata.is_dir()) {
        (true, _) => Kind::File,
        (_, true) => Kind::Folder,
        _ => Kind::Other,
    };
    let nanos = |seconds: i64, nanos: i64| seconds.saturating_mul(1_000_000_000).saturating_add(nanos);
    Stat {
        kind,
        size: metadata.size(),
        modified: nanos(metadata.mtime(), metadata.mtime_nsec()),
        changed: nanos(metadata.ctime(), metadata.ctime_nsec()),
        inode: metadata.ino(),
    }
}

/// Whether an error means that nothing is at the path.
pub(super) fn is_nothing(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

/// How a file is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum How {
    /// Whole or not at all.
    Plain,
    /// And on the disk when the call returns.
    Durable,
    /// And readable by its owner only.
    Private,
}

/// Replace the content of `path` by way of a temporary file beside it.
pub(super) fn write(path: &Path, bytes: &[u8], how: How) -> io::Result<()> {
    let durable = how != How::Plain;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    let mut file =
        tempfile::Builder::new().prefix(".batuta-").suffix(".tmp").permissions(mode(how)).tempfile_in(folder)?;
    file.write_all(bytes)?;
    if durable {
        file.as_file().sync_all()?;
    }
    file.persist(path).map_err(|e| e.error)?;
    if durable {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}

fn mode(how: How) -> fs::Permissions {
    fs::Permissions::from_mode(if how == How::Private { 0o600 } else { 0o644 })
}

/// Remove whatever is at `path`; nothing there is fine.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    let done = match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(e) => Err(e),
    };
    match done {
        Err(e) if is_nothing(&e) => Ok(()),
        done => done,
    }
}

/// `path` without links as far as it exists, the rest as written.
pub(super) fn absolute(path: &Path) -> io::Result<PathBuf> {
    let path = std::path::absolute(path)?;
    let mut missing = Vec::new();
    let mut there = path.as_path();
    loop {
        if let Ok(found) = there.canonicalize() {
            return Ok(missing.iter().rev().fold(found, |path: PathBuf, name| path.join(name)));
        }
        match (there.parent(), there.file_name()) {
            (Some(parent), Some(name)) => {
                missing.push(name.to_owned());
                there = parent;
            }
            _ => return Ok(path),
        }
    }
}

/// The first executable file of that name in the folders of PATH.
pub(super) fn find_program(name: &str) -> Option<PathBuf> {
    if name.is_empty() || name.contains('/') {
        return None;
    }
    let path = std::env::var_os("PATH")?;
    let executable = |path: &PathBuf| {
        fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.permissions().mode() & 0o111 != 0)
    };
    std::env::split_paths(&path).filter(|folder| folder.is_absolute()).map(|folder| folder.join(name)).find(executable)
}
