//! [`Index`]: documents, their chunks, and which terms are in which.

use crate::bm25::Ranking;
use crate::chunk::{Kind, cut};
use crate::terms::Terms;
use crate::{Error, QUERY};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// A document that is to be indexed.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its name in answers: a path.
    pub path: String,
    /// Its text.
    pub text: String,
}

/// A document in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Kept {
    digest: [u8; 32],
    chunks: Vec<KeptChunk>,
}

/// A chunk in the index.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct KeptChunk {
    first_line: u32,
    last_line: u32,
    text: String,
    /// Terms with how often they are there, in order of the terms.
    terms: Vec<(String, u32)>,
}

impl KeptChunk {
    /// Terms in all.
    fn length(&self) -> u32 {
        self.terms.iter().map(|(_, count)| count).sum()
    }
}

/// What an update did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Documents that are new, or whose bytes changed.
    pub indexed: usize,
    /// Documents that were as before.
    pub unchanged: usize,
    /// Documents that are there no longer.
    pub removed: usize,
}

/// A chunk that answers a query.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// Number of the chunk in this index.
    pub chunk: u64,
    /// Of its document.
    pub path: String,
    /// From 1.
    pub first_line: u32,
    /// From 1, inclusive.
    pub last_line: u32,
    /// SHA-256 of the document's bytes; in hexadecimal when serialised.
    #[serde(serialize_with = "hexadecimal")]
    pub digest: [u8; 32],
    /// BM25.
    pub score: f32,
    /// The chunk.
    pub text: String,
}

impl Hit {
    /// The digest in hexadecimal.
    pub fn hex(&self) -> String {
        self.digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

fn hexadecimal<S: serde::Serializer>(digest: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>())
}

/// Documents that can be asked. Built from its documents alone: the same documents give the same answers anywhere.
#[derive(Debug, Default)]
pub struct Index {
    documents: BTreeMap<String, Kept>,
    /// Document and number of each chunk, in order.
    places: Vec<(String, usize)>,
    /// Chunks that have a term, with how often.
    postings: HashMap<String, Vec<(u32, u32)>>,
    /// Terms of each chunk.
    lengths: Vec<u32>,
}

impl Index {
    /// An index over documents that were indexed before.
    pub(crate) fn of(documents: BTreeMap<String, Kept>) -> Self {
        let mut index = Index { documents, ..Index::default() };
        index.invert();
        index
    }

    pub(crate) fn documents(&self) -> &BTreeMap<String, Kept> {
        &self.documents
    }

    /// How many documents, and chunks, it has.
    pub fn size(&self) -> (usize, usize) {
        (self.documents.len(), self.places.len())
    }

    /// Take over `documents` in the place of all that it had; those whose bytes are as before are not looked into again.
    pub fn update(&mut self, documents: Vec<Document>) -> Change {
        let before = std::mem::take(&mut self.documents);
        let known = |document: &Document, digest: &[u8; 32]| {
            before.get(&document.path).filter(|kept| kept.digest == *digest).cloned()
        };
        let one = |document: Document| {
            let digest: [u8; 32] = Sha256::digest(document.text.as_bytes()).into();
            let kept = known(&document, &digest);
            let new = kept.is_none();
            (document.path.clone(), kept.unwrap_or_else(|| indexed(&document, digest)), new)
        };
        let all: Vec<(String, Kept, bool)> = documents.into_par_iter().map(one).collect();
        let indexed = all.iter().filter(|(_, _, new)| *new).count();
        self.documents = all.into_iter().map(|(path, kept, _)| (path, kept)).collect();
        let removed = before.keys().filter(|path| !self.documents.contains_key(*path)).count();
        self.invert();
        Change { indexed, unchanged: self.documents.len().saturating_sub(indexed), removed }
    }

    fn invert(&mut self) {
        (self.places, self.lengths, self.postings) = Default::default();
        for (path, document) in &self.documents {
            for (number, chunk) in document.chunks.iter().enumerate() {
                let id = self.places.len() as u32;
                self.places.push((path.clone(), number));
                self.lengths.push(chunk.length());
                for (term, count) in &chunk.terms {
                    match self.postings.get_mut(term) {
                        Some(list) => list.push((id, *count)),
                        None => drop(self.postings.insert(term.clone(), vec![(id, *count)])),
                    }
                }
            }
        }
    }

    /// The best `limit` chunks for a query, best first; chunks with equal scores in their order.
    ///
    /// # Errors
    /// [`Error::Query`] for a query without a word, or longer than [`QUERY`] characters.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let characters = query.chars().count();
        let mut wanted: BTreeMap<String, u32> = BTreeMap::new();
        if characters <= QUERY {
            Terms::default().of(query, |term| *wanted.entry(term).or_default() += 1);
        }
        if wanted.is_empty() {
            return Err(Error::Query(characters));
        }
        let mut ranking = Ranking::new(&self.lengths);
        for (term, times) in &wanted {
            if let Some(postings) = self.postings.get(term) {
                ranking.add(postings, *times);
            }
        }
        Ok(ranking.best(limit).into_iter().filter_map(|(chunk, score)| self.hit(chunk, score)).collect())
    }

    fn hit(&self, chunk: u32, score: f32) -> Option<Hit> {
        let (path, number) = self.places.get(chunk as usize)?;
        let document = self.documents.get(path)?;
        let kept = document.chunks.get(*number)?;
        Some(Hit {
            chunk: u64::from(chunk),
            path: path.clone(),
            first_line: kept.first_line,
            last_line: kept.last_line,
            digest: document.digest,
            score,
            text: kept.text.clone(),
        })
    }
}

fn indexed(document: &Document, digest: [u8; 32]) -> Kept {
    let terms = Terms::default();
    let chunks = match Kind::of(&document.path) {
        Some(kind) => cut(kind, &document.text),
        None => Vec::new(),
    };
    let kept = |chunk: crate::chunk::Chunk<'_>| {
        let mut counts: BTreeMap<String, u32> = BTreeMap::new();
        terms.of(chunk.text, |term| *counts.entry(term).or_default() += 1);
        terms.of(chunk.heading, |term| *counts.entry(term).or_default() += 1);
        KeptChunk {
            first_line: chunk.first_line,
            last_line: chunk.last_line,
            text: chunk.text.to_owned(),
            terms: counts.into_iter().collect(),
        }
    };
    Kept { digest, chunks: chunks.into_iter().map(kept).collect() }
}
