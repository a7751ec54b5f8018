//! The content-addressed cache of step results.
//!
//! One file per first key (plugin, ABI, settings, step, inputs). It lists the variants seen under that key: each is a list of
//! recorded reads, misses included, with the result that belongs to it. A lookup takes the first variant whose reads still
//! give the same bytes. Every file starts with the digest of its rest, so that a damaged one is simply not there.

use crate::provider::Provider;
use batuta_runtime::model::{Diagnostic, Digest};
use batuta_runtime::plugin_set::RecordedRead;
use batuta_system::System;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;
use std::sync::Arc;

/// How many variants one key keeps, latest first.
const VARIANTS: usize = 4;
/// Longest cache file that is read, in bytes.
const LONGEST: u64 = 1 << 30;

/// One recorded read, with the number under which the file was known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Read {
    path: String,
    digest: Option<[u8; 32]>,
    id: u32,
}

/// What a step gave.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Stored<T> {
    /// Its value.
    pub(crate) value: T,
    /// What it reported.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

#[derive(Serialize, Deserialize)]
struct Variant {
    reads: Vec<Read>,
    /// A [`Stored`], encoded apart so that other variants are not decoded.
    result: Vec<u8>,
}

/// Where results are kept; without a folder nothing is.
#[derive(Clone)]
pub(crate) struct Cache {
    system: Arc<dyn System>,
    folder: Option<PathBuf>,
}

impl Cache {
    pub(crate) fn new(system: Arc<dyn System>, folder: Option<PathBuf>) -> Self {
        Cache { system, folder }
    }

    /// The result under `key` whose recorded reads still hold.
    pub(crate) fn find<T: DeserializeOwned>(&self, key: &Digest, files: &Provider) -> Option<Stored<T>> {
        let variants = self.variants(key);
        let held = variants.iter().find(|variant| variant.reads.iter().all(|read| holds(read, files)))?;
        postcard::from_bytes(&held.result).ok()
    }

    /// Keep a result. Trouble is no error: the step runs again next time.
    pub(crate) fn keep<T: Serialize>(
        &self,
        key: &Digest,
        reads: &[RecordedRead],
        files: &Provider,
        result: &Stored<T>,
    ) {
        let Ok(result) = postcard::to_stdvec(result) else { return };
        let read = |read: &RecordedRead| Read {
            path: read.path.clone(),
            digest: read.digest.map(|digest| digest.0),
            id: files.id(&read.path),
        };
        let reads: Vec<Read> = reads.iter().map(read).collect();
        let mut variants = self.variants(key);
        variants.retain(|variant| variant.reads != reads);
        variants.insert(0, Variant { reads, result });
        variants.truncate(VARIANTS);
        if let Ok(bytes) = postcard::to_stdvec(&variants) {
            self.put(key, &bytes);
        }
    }

    fn variants(&self, key: &Digest) -> Vec<Variant> {
        self.get(key).and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default()
    }

    /// Plain bytes under `key`.
    pub(crate) fn get(&self, key: &Digest) -> Option<Vec<u8>> {
        let mut bytes = self.system.read(&self.path(key)?, LONGEST).ok()?;
        let body = bytes.split_off_checked(32)?;
        (Digest::of(&body).0[..] == bytes[..]).then_some(body)
    }

    /// Keep plain bytes under `key`; trouble is no error.
    pub(crate) fn put(&self, key: &Digest, body: &[u8]) {
        let Some(path) = self.path(key) else { return };
        let mut bytes = Digest::of(body).0.to_vec();
        bytes.extend_from_slice(body);
        let _ = self.system.write(&path, &bytes); // A cache that cannot be written is only slow.
    }

    fn path(&self, key: &Digest) -> Option<PathBuf> {
        let name = key.to_string();
        Some(self.folder.as_ref()?.join(&name[..2]).join(&name[2..]))
    }
}

/// `Vec::split_off` that does not panic.
trait SplitOffChecked: Sized {
    fn split_off_checked(&mut self, at: usize) -> Option<Self>;
}

impl SplitOffChecked for Vec<u8> {
    fn split_off_checked(&mut self, at: usize) -> Option<Self> {
        (self.len() >= at).then(|| self.split_off(at))
    }
}

fn holds(read: &Read, files: &Provider) -> bool {
    let now = files.digest(&read.path);
    now.map(|digest| digest.0) == read.digest && (now.is_none() || files.id(&read.path) == read.id)
}

/// A key made of parts, none of which can run into the next.
#[derive(Default)]
pub(crate) struct KeyBuilder(Vec<u8>);

impl KeyBuilder {
    /// A key for things of this kind.
    pub(crate) fn new(kind: &str) -> Self {
        Self::default().part("batuta cache 1").part(kind)
    }

    /// With one more part.
    pub(crate) fn part(mut self, bytes: impl AsRef<[u8]>) -> Self {
        let bytes = bytes.as_ref();
        self.0.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
        self.0.extend_from_slice(bytes);
        self
    }

    /// The key.
    pub(crate) fn finish(self) -> Digest {
        Digest::of(&self.0)
    }
}
