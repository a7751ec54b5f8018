//! The vectors of an index, one row per chunk.

use crate::Error;
use crate::dense::{Files, Model};
use batuta_kernels::{Arm, View, byte_products, gemv, top_k};
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

/// Up to so many rows cosines are exact; beyond, all are looked at as bytes, and the nearest exactly.
const EXACT: usize = 100_000;
/// The nearest rows whose cosines are exact beyond that.
const NEAREST: usize = 1_000;

/// A matrix with one row of length 1 per chunk.
#[derive(Debug)]
pub(crate) struct Vectors {
    dense: Dense,
    rows: Vec<f32>,
    /// Rows rounded to 1/127 of their greatest value, and that value; where there are more than [`EXACT`].
    rounded: Option<(Vec<i8>, Vec<f32>)>,
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
        let many = rows.len() / dense.dimension.max(1) > EXACT;
        let rounded = many.then(|| {
            let rounded: Vec<(Vec<i8>, f32)> = rows.par_chunks(dense.dimension).map(round).collect();
            let (codes, most): (Vec<Vec<i8>>, Vec<f32>) = rounded.into_iter().unzip();
            (codes.concat(), most)
        });
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

    /// The cosines of a vector with all rows, from the compute core: exactly, or beyond [`EXACT`] rows those of the nearest exactly and the
    /// others to about 0.01.
    pub(crate) fn cosines(&self, vector: &[f32]) -> Vec<f32> {
        match &self.rounded {
            Some((codes, most)) => self.nearly(codes, most, vector),
            None => self.exactly(vector),
        }
    }

    fn nearly(&self, codes: &[i8], most: &[f32], vector: &[f32]) -> Vec<f32> {
        let (code, greatest) = round(vector);
        let mut products = vec![0; self.len()];
        let product = byte_products(Arm::parallel(), codes, &code, &mut products);
        debug_assert!(product.is_ok(), "rows and vector are of one model");
        let unit = greatest / (127.0 * 127.0);
        let mut cosines: Vec<f32> =
            products.iter().zip(most).map(|(product, most)| *product as f32 * unit * most).collect();
        let nearest = top_k(&cosines, NEAREST.min(cosines.len()));
        for at in nearest {
            if let Some(row) = self.row(at) {
                cosines[at] = row.iter().zip(vector).map(|(left, right)| left * right).sum();
            }
        }
        cosines
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

/// A row in 127 steps of its greatest value, and that value.
fn round(row: &[f32]) -> (Vec<i8>, f32) {
    let most = row.iter().fold(0.0f32, |most, value| most.max(value.abs()));
    let scale = if most > 0.0 { 127.0 / most } else { 0.0 };
    (row.iter().map(|value| (value * scale).round() as i8).collect(), most)
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn beyond_its_bound_the_nearest_are_still_found() {
        let (count, dimension) = (EXACT + 7, 16);
        let files = Files { model: "m".into(), tokenizer: "t".into() };
        let dense = Dense { files, model: [0; 32], dimension, lexical: 0.0 };
        let all = rows(count, dimension);
        let vectors = Vectors::of(dense, all.chunks_exact(dimension));
        assert!(vectors.rounded.is_some());
        for at in [0, 77, count - 1] {
            let vector = &all[at * dimension..][..dimension];
            let (near, exact) = (vectors.cosines(vector), vectors.exactly(vector));
            assert_eq!(top_k(&near, 100), top_k(&exact, 100));
            assert!(near.iter().zip(&exact).all(|(near, exact)| (near - exact).abs() < 0.02));
        }
    }
}
