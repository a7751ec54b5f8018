//! [`CodeCache`]: machine code of plugins between runs.
//!
//! An entry is one file: `magic ∥ mac ∥ length of the description ∥ description ∥ machine code`. The MAC is HMAC-SHA256 with a key
//! that only the user can read, over the entry's name and everything behind it, and is checked on the copy in memory that is then
//! used. The name is a digest of component, engine, ABI and format, so an entry that no longer fits is simply never asked for.
//! Whatever is wrong with an entry, the answer is "not there", and it is made again.
// Trusted code comes from here, so owner and mode of what was opened are looked at, which needs files rather than a `System`.
#![allow(clippy::disallowed_methods)]

use crate::model::Digest;
use crate::plugin_set::PluginInfo;
use hmac::{Hmac, KeyInit, Mac};
use serde::{Deserialize, Serialize};
use std::fs::{File, OpenOptions};
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

const MAGIC: &[u8; 8] = b"batutaC1";
const MAC: usize = 32;
const KEY: &str = "key";
/// Most entries; the oldest go first.
const ENTRIES: usize = 64;
/// Largest entry that is read, in bytes.
const LARGEST: u64 = 512 << 20;

/// Why a folder cannot be a cache.
#[derive(Debug, thiserror::Error)]
pub enum CacheError {
    /// Reading or writing failed.
    #[error("{path}: {error}")]
    Io {
        /// Where.
        path: PathBuf,
        /// What.
        error: std::io::Error,
    },
    /// Somebody else could write there.
    #[error("{path} {what}; machine code is only kept where nobody else can write")]
    NotPrivate {
        /// Where.
        path: PathBuf,
        /// What is wrong.
        what: &'static str,
    },
}

/// A private folder with machine code of plugins.
#[derive(Debug)]
pub struct CodeCache {
    folder: PathBuf,
    key: Vec<u8>,
}

/// What an entry says of its plugin, so that listing plugins loads no code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Description {
    pub(crate) info: PluginInfo,
    pub(crate) wasi: bool,
}

/// Name of an entry.
pub(crate) fn entry_name(component: Digest, engine: &str) -> String {
    let text = format!("{component} {engine} {} {}", crate::abi::latest::VERSION, env!("CARGO_PKG_VERSION"));
    Digest::of(text.as_bytes()).to_string()
}

impl CodeCache {
    /// The cache in `folder`, which is created with mode 0700, its parents too, when it is missing.
    ///
    /// # Errors
    /// When it cannot be used, belongs to somebody else, is a link, or others can write to it.
    pub fn open(folder: &Path) -> Result<Self, CacheError> {
        create_folder(folder)?;
        check_folder(folder)?;
        let key = match read_key(folder) {
            Ok(key) => key,
            Err(CacheError::Io { error, .. }) if error.kind() == std::io::ErrorKind::NotFound => make_key(folder)?,
            Err(error) => return Err(error),
        };
        Ok(CodeCache { folder: folder.to_path_buf(), key })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.code"))
    }

    fn mac(&self, name: &str, body: &[u8]) -> Option<Hmac<sha2::Sha256>> {
        let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(name.as_bytes());
        mac.update(body);
        Some(mac)
    }

    /// The entry, or none when there is none that can be trusted.
    pub(crate) fn load(&self, name: &str) -> Option<(Description, Entry)> {
        let bytes = read_private(&self.path(name), LARGEST).ok()?;
        let entry = self.check(name, bytes);
        if entry.is_none() {
            tracing::warn!(entry = name, "an entry of the code cache is damaged or was changed; it is made again");
        }
        entry
    }

    fn check(&self, name: &str, bytes: Vec<u8>) -> Option<(Description, Entry)> {
        let rest = bytes.strip_prefix(MAGIC)?;
        let (mac, body) = rest.split_at_checked(MAC)?;
        self.mac(name, body)?.verify_slice(mac).ok()?;
        let (length, rest) = body.split_at_checked(8)?;
        let length = usize::try_from(u64::from_le_bytes(length.try_into().ok()?)).ok()?;
        let description = serde_json::from_slice(rest.get(..length)?).ok()?;
        let code = MAGIC.len() + MAC + 8 + length;
        Some((description, Entry { bytes, code }))
    }

    /// Keep an entry. Failure is no error: the next run compiles again.
    pub(crate) fn store(&self, name: &str, description: &Description, code: &[u8]) {
        if let Err(error) = self.try_store(name, description, code) {
            tracing::warn!(%error, "compiled code cannot be kept");
        }
    }

    fn try_store(&self, name: &str, description: &Description, code: &[u8]) -> std::io::Result<()> {
        static COUNTER: AtomicU64 = AtomicU64::new(0);
        let description = serde_json::to_vec(description)?;
        let mut body = Vec::with_capacity(8 + description.len() + code.len());
        body.extend_from_slice(&(description.len() as u64).to_le_bytes());
        body.extend_from_slice(&description);
        body.extend_from_slice(code);
        let mac = self.mac(name, &body).ok_or_else(|| std::io::Error::other("no key"))?.finalize().into_bytes();
        self.make_room();
        let unique = COUNTER.fetch_add(1, Ordering::Relaxed);
        let temporary = self.folder.join(format!("new-{}-{unique}", std::process::id()));
        let written = create_private(&temporary).and_then(|mut file| {
            file.write_all(MAGIC)?;
            file.write_all(&mac)?;
            file.write_all(&body)
        });
        let done = written.and_then(|()| std::fs::rename(&temporary, self.path(name)));
        if done.is_err() {
            let _ = std::fs::remove_file(&temporary);
        }
        done
    }

    /// Remove the oldest entries past the limit, and what killed runs left half-written.
    fn make_room(&self) {
        let Ok(files) = std::fs::read_dir(&self.folder) else { return };
        let mut entries: Vec<_> = files
            .flatten()
            .filter(|file| file.file_name() != KEY)
            .filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())))
            .collect();
        entries.sort();
        let excess = (entries.len() + 1).saturating_sub(ENTRIES);
        for (_, path) in entries.iter().take(excess) {
            let _ = std::fs::remove_file(path);
        }
    }
}

/// The bytes of an entry that was authenticated.
pub(crate) struct Entry {
    bytes: Vec<u8>,
    code: usize,
}

impl Entry {
    pub(crate) fn code(&self) -> &[u8] {
        &self.bytes[self.code..]
    }
}

fn io(path: &Path) -> impl FnOnce(std::io::Error) -> CacheError + '_ {
    move |error| CacheError::Io { path: path.to_path_buf(), error }
}

fn create_folder(folder: &Path) -> Result<(), CacheError> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    match builder.create(folder) {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(io(folder)(error)),
        _ => Ok(()),
    }
}

fn check_folder(folder: &Path) -> Result<(), CacheError> {
    let metadata = std::fs::symlink_metadata(folder).map_err(io(folder))?;
    let refuse = |what| Err(CacheError::NotPrivate { path: folder.to_path_buf(), what });
    if !metadata.is_dir() {
        return refuse("is no folder, or a link to one");
    }
    match private(&metadata, 0o077) {
        Some(what) => refuse(what),
        None => Ok(()),
    }
}

/// What makes a file or folder not private; `forbidden` are mode bits.
#[cfg(unix)]
fn private(metadata: &std::fs::Metadata, forbidden: u32) -> Option<&'static str> {
    use std::os::unix::fs::MetadataExt;
    if metadata.uid() != rustix::process::geteuid().as_raw() {
        return Some("belongs to another user");
    }
    (metadata.mode() & forbidden != 0).then_some("is open to other users")
}

#[cfg(not(unix))]
fn private(_: &std::fs::Metadata, _: u32) -> Option<&'static str> {
    None
}

/// The content of a regular file of this user that nobody else may write; links are not followed.
fn read_private(path: &Path, limit: u64) -> Result<Vec<u8>, CacheError> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    let file = options.open(path).map_err(io(path))?;
    let metadata = file.metadata().map_err(io(path))?;
    let refuse = |what| Err(CacheError::NotPrivate { path: path.to_path_buf(), what });
    if !metadata.is_file() || metadata.len() > limit {
        return refuse("is no file of a sensible size");
    }
    if let Some(what) = private(&metadata, 0o077) {
        return refuse(what);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(metadata.len()).unwrap_or(0));
    file.take(limit).read_to_end(&mut bytes).map_err(io(path))?;
    Ok(bytes)
}

fn create_private(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

fn read_key(folder: &Path) -> Result<Vec<u8>, CacheError> {
    let path = folder.join(KEY);
    let key = read_private(&path, 1024)?;
    if key.len() < 32 {
        return Err(CacheError::NotPrivate { path, what: "is too short to be a key; remove it" });
    }
    Ok(key)
}

/// A new key from the system's randomness, or the one that another process made at the same moment.
fn make_key(folder: &Path) -> Result<Vec<u8>, CacheError> {
    let path = folder.join(KEY);
    let temporary = folder.join(format!("new-key-{}", std::process::id()));
    let mut key = [0; 32];
    let mut random = || File::open("/dev/urandom")?.read_exact(&mut key);
    random().map_err(io(Path::new("/dev/urandom")))?;
    let made = create_private(&temporary).and_then(|mut file| file.write_all(&key));
    // A link, unlike a rename, does not replace a key that is there already.
    let linked = made.and_then(|()| std::fs::hard_link(&temporary, &path));
    let _ = std::fs::remove_file(&temporary);
    match linked {
        Err(error) if error.kind() != std::io::ErrorKind::AlreadyExists => Err(io(&path)(error)),
        _ => read_key(folder),
    }
}
