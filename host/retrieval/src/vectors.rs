//! The vectors of an index, one row per chunk.

use crate::Error;
use crate::dense::{Files, Model};
use batuta_kernels::{Arm, View, gemv};
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

/// A matrix with one row of length 1 per chunk.
#[derive(Debug)]
pub(crate) struct Vectors {
    dense: Dense,
    rows: Vec<f32>,
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
        Vectors { dense, rows: all }
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

    /// The cosines of a vector with all rows, exactly: a product of matrix and vector in the compute core.
    pub(crate) fn cosines(&self, vector: &[f32]) -> Vec<f32> {
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
        let whole = rest.is_empty() && dense.dimension > 0 && rows.len() % dense.dimension == 0;
        (whole && rows.iter().all(|value| value.is_finite())).then_some(Vectors { dense, rows })
    }
}
