//! [`Index`]: documents, their chunks, which terms are in which, and their vectors where there is a model.

use crate::bm25::{Ranking, best};
use crate::chunk::{Kind, cut};
use crate::dense::Model;
use crate::terms::Terms;
use crate::vectors::{Dense, Vectors};
use crate::{Error, QUERY, hexadecimal};
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
    #[serde(serialize_with = "as_text")]
    pub digest: [u8; 32],
    /// What it was ranked by: BM25, or with a model the fusion of both, from 0 to 1.
    pub score: f32,
    /// BM25.
    pub lexical: f32,
    /// The cosine of the angle between the vectors of query and chunk, where a model was asked.
    pub dense: Option<f32>,
    /// The chunk.
    pub text: String,
}

impl Hit {
    /// The digest in hexadecimal.
    pub fn hex(&self) -> String {
        hexadecimal(&self.digest)
    }
}

fn as_text<S: serde::Serializer>(digest: &[u8; 32], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&hexadecimal(digest))
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
    /// The vector of each chunk.
    vectors: Option<Vectors>,
}

impl Index {
    /// An index over documents that were indexed before; none when there are not as many vectors as chunks.
    pub(crate) fn of(documents: BTreeMap<String, Kept>, vectors: Option<Vectors>) -> Option<Self> {
        let mut index = Index { documents, vectors, ..Index::default() };
        index.invert();
        index.vectors.as_ref().is_none_or(|vectors| vectors.len() == index.places.len()).then_some(index)
    }

    pub(crate) fn documents(&self) -> &BTreeMap<String, Kept> {
        &self.documents
    }

    pub(crate) fn vectors(&self) -> Option<&Vectors> {
        self.vectors.as_ref()
    }

    /// How many documents, and chunks, it has.
    pub fn size(&self) -> (usize, usize) {
        (self.documents.len(), self.places.len())
    }

    /// What its vectors were made with; none where only words are indexed.
    pub fn dense(&self) -> Option<&Dense> {
        self.vectors.as_ref().map(Vectors::dense)
    }

    /// Take over `documents` in the place of all that it had; those whose bytes are as before are not looked into again. Vectors that it had are gone.
    pub fn update(&mut self, documents: Vec<Document>) -> Change {
        self.vectors = None;
        self.replace(documents)
    }

    /// As [`Index::update`], with vectors. Those of documents whose bytes and model are as before are kept. `done` is told how many of how
    /// many chunks have theirs.
    ///
    /// # Errors
    /// When the model cannot be run; the index is then without vectors.
    pub fn update_dense(
        &mut self,
        documents: Vec<Document>,
        model: &Model,
        dense: Dense,
        done: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Change, Error> {
        let before: BTreeMap<String, ([u8; 32], usize)> = self.starts();
        let vectors = self.vectors.take().filter(|vectors| vectors.dense().fits(&dense));
        let change = self.replace(documents);
        let mut rows: Vec<Option<&[f32]>> = Vec::with_capacity(self.places.len());
        let mut texts = Vec::new();
        for (path, document) in &self.documents {
            let start = before.get(path).filter(|(digest, _)| *digest == document.digest).map(|(_, start)| *start);
            for (number, chunk) in document.chunks.iter().enumerate() {
                let row = start.zip(vectors.as_ref()).and_then(|(start, vectors)| vectors.row(start + number));
                if row.is_none() {
                    texts.push(chunk.text.clone());
                }
                rows.push(row);
            }
        }
        let made = Vectors::embed(model, &texts, done)?;
        let mut made = made.iter().map(Vec::as_slice);
        let rows = rows.into_iter().map(|row| row.or_else(|| made.next()).unwrap_or_default());
        self.vectors = Some(Vectors::of(dense, rows));
        Ok(change)
    }

    /// The digest of each document, and the number of its first chunk.
    fn starts(&self) -> BTreeMap<String, ([u8; 32], usize)> {
        let mut at = 0;
        let start = |(path, document): (&String, &Kept)| {
            let start = at;
            at += document.chunks.len();
            (path.clone(), (document.digest, start))
        };
        self.documents.iter().map(start).collect()
    }

    fn replace(&mut self, documents: Vec<Document>) -> Change {
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

    /// The best `limit` chunks for a query by its words, best first; chunks with equal scores in their order.
    ///
    /// # Errors
    /// [`Error::Query`] for a query without a word, or longer than [`QUERY`] characters.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        let words = self.words(query)?;
        let hit = |(chunk, score): (u32, f32)| self.hit(chunk, score, score, None);
        Ok(best(&words, limit, 0.0).into_iter().filter_map(hit).collect())
    }

    /// The best `limit` chunks by words and vectors together; by words alone where the index has no vectors of this model. `lexical` is the
    /// share of the words, see [`crate::LEXICAL`].
    ///
    /// # Errors
    /// As [`Index::search`], and when the model cannot be run.
    pub fn search_dense(&self, query: &str, limit: usize, model: &Model, lexical: f32) -> Result<Vec<Hit>, Error> {
        let Some(vectors) = self.vectors.as_ref().filter(|vectors| vectors.dense().is_of(model)) else {
            return self.search(query, limit);
        };
        // A query of words that nothing has may still be near something.
        let words = match self.words(query) {
            Err(Error::Query(characters)) if (1..=QUERY).contains(&characters) => vec![0.0; self.lengths.len()],
            other => other?,
        };
        let query = model.embed(query)?;
        let mut near = vectors.near(&query);
        let found = near.best(&words, lexical, limit);
        let hit = |(chunk, score): (u32, f32)| {
            let at = chunk as usize;
            self.hit(chunk, score, *words.get(at)?, near.cosines.get(at).copied())
        };
        Ok(found.into_iter().filter_map(hit).collect())
    }

    /// BM25 of every chunk.
    fn words(&self, query: &str) -> Result<Vec<f32>, Error> {
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
        Ok(ranking.scores())
    }

    fn hit(&self, chunk: u32, score: f32, lexical: f32, dense: Option<f32>) -> Option<Hit> {
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
            lexical,
            dense,
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
