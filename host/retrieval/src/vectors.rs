//! The vectors of an index, one row per chunk.

use crate::Error;
use crate::dense::{Files, Model};
use crate::near::Near;
use batuta_kernels::{Arm, View, byte_products, dot, gemv};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::atomic::{AtomicUsize, Ordering};

/// What the vectors of an index were made with, and how they are weighed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dense {
    /// Where the model was.
    pub files: Files,
    /// [`Model::digest`].
    pub model: [u8; 32],
    /// Values of a vector.
    pub dimension: usize,
    /// The share of the words in the fusion, from 0 to 1.
    pub lexical: f32,
}

impl Dense {
    /// For a model in these files.
    pub fn of(model: &Model, files: Files, lexical: f32) -> Self {
        Dense { files, model: model.digest(), dimension: model.dimension(), lexical }
    }

    /// Whether its vectors are of this model.
    pub fn is_of(&self, model: &Model) -> bool {
        self.model == model.digest() && self.dimension == model.dimension()
    }

    /// Whether vectors of both can be compared.
    pub(crate) fn fits(&self, other: &Dense) -> bool {
        self.model == other.model && self.dimension == other.dimension
    }
}

/// With more rows than this, all are looked at as bytes first: a query reads a quarter of the memory.
const MANY: usize = 4_096;
/// The most columns that products of bytes take.
const WIDEST: usize = 1 << 17;

/// A matrix with one row of length 1 per chunk.
#[derive(Debug)]
pub(crate) struct Vectors {
    dense: Dense,
    rows: Vec<f32>,
    /// Where there are more than [`MANY`].
    rounded: Option<Rounded>,
}

/// The rows as bytes.
#[derive(Debug)]
struct Rounded {
    /// Values in 127 steps of the greatest of their row.
    codes: Vec<i8>,
    /// The greatest value of each row.
    most: Vec<f32>,
    /// The greatest distance between a row and what its bytes say.
    off: f32,
    /// The length of the longest row.
    longest: f32,
}

impl Vectors {
    /// From its rows; one that has another width is zero.
    pub(crate) fn of<'r>(dense: Dense, rows: impl Iterator<Item = &'r [f32]>) -> Self {
        let mut all = Vec::new();
        for row in rows {
            let start = all.len();
            all.resize(start + dense.dimension, 0.0);
            if row.len() == dense.dimension {
                all[start..].copy_from_slice(row);
            }
        }
        Vectors::with_rounded(dense, all)
    }

    fn with_rounded(dense: Dense, rows: Vec<f32>) -> Self {
        let many = rows.len() / dense.dimension.max(1) > MANY && dense.dimension <= WIDEST;
        let rounded = many.then(|| Rounded::of(&rows, dense.dimension));
        Vectors { dense, rows, rounded }
    }

    /// Vectors of texts.
    pub(crate) fn embed(
        model: &Model,
        texts: &[String],
        done: &(dyn Fn(usize, usize) + Sync),
    ) -> Result<Vec<Vec<f32>>, Error> {
        let count = AtomicUsize::new(0);
        model.embed_all(texts, &|| done(count.fetch_add(1, Ordering::Relaxed) + 1, texts.len()))
    }

    pub(crate) fn dense(&self) -> &Dense {
        &self.dense
    }

    /// How many rows.
    pub(crate) fn len(&self) -> usize {
        self.rows.len() / self.dense.dimension.max(1)
    }

    pub(crate) fn row(&self, number: usize) -> Option<&[f32]> {
        let start = number.checked_mul(self.dense.dimension)?;
        self.rows.get(start..start.checked_add(self.dense.dimension)?)
    }

    /// The cosines of a vector with all rows, from the compute core.
    pub(crate) fn near<'v>(&'v self, query: &'v [f32]) -> Near<'v> {
        let (cosines, off) = match &self.rounded {
            Some(rounded) => rounded.cosines(query),
            None => (self.exactly(query), 0.0),
        };
        Near { vectors: self, query, cosines, off }
    }

    /// The exact cosine of a vector with one row.
    pub(crate) fn cosine(&self, number: usize, vector: &[f32]) -> Option<f32> {
        dot(Arm::best(), self.row(number)?, vector).ok()
    }

    fn exactly(&self, vector: &[f32]) -> Vec<f32> {
        let mut cosines = vec![0.0; self.len()];
        let product = View::new(&self.rows, self.len(), self.dense.dimension)
            .and_then(|matrix| gemv(Arm::parallel(), matrix, vector, &mut cosines));
        debug_assert!(product.is_ok(), "rows and vector are of one model");
        cosines
    }

    pub(crate) fn encode(&self) -> Vec<u8> {
        self.rows.iter().flat_map(|value| value.to_le_bytes()).collect()
    }

    /// None for what is no whole number of rows, or no numbers.
    pub(crate) fn decode(dense: Dense, bytes: &[u8]) -> Option<Self> {
        let (values, rest) = bytes.as_chunks::<4>();
        let rows: Vec<f32> = values.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
        let whole = rest.is_empty() && dense.dimension > 0 && rows.len().is_multiple_of(dense.dimension);
        (whole && rows.iter().all(|value| value.is_finite())).then(|| Vectors::with_rounded(dense, rows))
    }
}

impl Rounded {
    fn of(rows: &[f32], dimension: usize) -> Self {
        let rounded: Vec<Row> = rows.par_chunks(dimension).map(Row::of).collect();
        let greatest = |value: fn(&Row) -> f32| rounded.iter().map(value).fold(0.0, f32::max);
        let (off, longest) = (greatest(|row| row.off), greatest(|row| row.length));
        let most = rounded.iter().map(|row| row.most).collect();
        let codes = rounded.into_iter().flat_map(|row| row.codes).collect();
        Rounded { codes, most, off, longest }
    }

    /// The cosines of a vector with all rows, and the most that one is off. A row r that is known as r' and a vector v that is known as v'
    /// have `r v - r' v' = (r - r') v + r' (v - v')`, and Cauchy and Schwarz bound both products by lengths.
    fn cosines(&self, vector: &[f32]) -> (Vec<f32>, f32) {
        let query = Row::of(vector);
        let mut products = vec![0; self.most.len()];
        let product = byte_products(Arm::parallel(), &self.codes, &query.codes, &mut products);
        debug_assert!(product.is_ok(), "rows and vector are of one model");
        let unit = query.most / (127.0 * 127.0);
        let cosines = products.iter().zip(&self.most).map(|(product, most)| *product as f32 * unit * most).collect();
        (cosines, self.off * query.length + (self.longest + self.off) * query.off + ROUNDING)
    }
}

/// What sums of some hundred products of 32-bit floats may be off themselves.
const ROUNDING: f32 = 1e-4;

/// One row in bytes.
struct Row {
    codes: Vec<i8>,
    most: f32,
    /// How far the bytes are from the row.
    off: f32,
    length: f32,
}

impl Row {
    fn of(row: &[f32]) -> Self {
        let most = row.iter().fold(0.0f32, |most, value| most.max(value.abs()));
        let scale = if most > 0.0 { 127.0 / most } else { 0.0 };
        let codes: Vec<i8> = row.iter().map(|value| (value * scale).round() as i8).collect();
        let off = |(value, code): (&f32, &i8)| (value - f32::from(*code) * most / 127.0).powi(2);
        let off = row.iter().zip(&codes).map(off).sum::<f32>().sqrt();
        Row { codes, most, off, length: row.iter().map(|value| value * value).sum::<f32>().sqrt() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bm25::best;
    use crate::fusion::fuse;

    /// Rows of length 1 that look random.
    fn rows(count: usize, dimension: usize) -> Vec<f32> {
        let mut state = 1u64;
        let mut value = || {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            (state >> 40) as f32 / (1u64 << 23) as f32 - 1.0
        };
        let mut rows: Vec<f32> = (0..count * dimension).map(|_| value()).collect();
        for row in rows.chunks_exact_mut(dimension) {
            let length = row.iter().map(|value| value * value).sum::<f32>().sqrt();
            row.iter_mut().for_each(|value| *value /= length);
        }
        rows
    }

    fn vectors(count: usize, dimension: usize) -> Vectors {
        let files = Files { model: "m".into(), tokenizer: "t".into() };
        let dense = Dense { files, model: [0; 32], dimension, lexical: 0.0 };
        Vectors::of(dense, rows(count, dimension).chunks_exact(dimension))
    }

    #[test]
    fn bytes_are_as_near_as_they_say() {
        let vectors = vectors(MANY + 7, 16);
        assert!(vectors.rounded.is_some());
        let query = vectors.row(77).unwrap();
        let near = vectors.near(query);
        assert!(near.off < 0.02, "{}", near.off);
        let exact = vectors.exactly(query);
        let worst = near.cosines.iter().zip(&exact).map(|(near, exact)| (near - exact).abs()).fold(0.0, f32::max);
        assert!(worst > 0.0 && worst <= near.off, "{worst} of {}", near.off);
    }

    #[test]
    fn the_best_of_many_are_those_of_exact_cosines() {
        let vectors = vectors(MANY + 7, 16);
        let words: Vec<f32> = (0..vectors.len()).map(|at| (at * 7919 % 101) as f32 / 10.0).collect();
        for (query, lexical, limit) in [(0, 0.0, 100), (77, 0.4, 10), (MANY + 6, 0.9, 1), (3, 1.0, 5), (4, 0.4, 0)] {
            let query = vectors.row(query).unwrap();
            let mut near = vectors.near(query);
            let found = near.best(&words, lexical, limit);
            let wanted = best(&fuse(&words, &vectors.exactly(query), lexical), limit, f32::MIN);
            let chunks = |found: &[(u32, f32)]| found.iter().map(|(chunk, _)| *chunk).collect::<Vec<_>>();
            assert_eq!(chunks(&found), chunks(&wanted));
            assert!(found.iter().zip(&wanted).all(|(found, wanted)| (found.1 - wanted.1).abs() < 1e-5));
            assert_eq!(found.len(), limit);
        }
    }
}
