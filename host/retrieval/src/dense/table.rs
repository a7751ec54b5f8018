//! A static model: a vector for each token, and a text is the mean of its tokens (as in WordLlama and model2vec).

use safetensors::{Dtype, SafeTensors};

/// The vectors of all tokens, row by row.
pub(super) struct Table {
    rows: Vec<f32>,
    dimension: usize,
}

impl Table {
    /// The largest matrix of a file in the form of safetensors.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, String> {
        let tensors = SafeTensors::deserialize(bytes).map_err(|error| format!("no safetensors: {error}"))?;
        let matrices = tensors.tensors().into_iter().filter(|(_, tensor)| tensor.shape().len() == 2);
        let (name, tensor) =
            matrices.max_by_key(|(_, tensor)| tensor.data().len()).ok_or("these safetensors have no matrix")?;
        let data = tensor.data();
        let rows: Vec<f32> = match tensor.dtype() {
            Dtype::F32 => data.as_chunks().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect(),
            Dtype::F16 => data.as_chunks().0.iter().map(|bytes| half::f16::from_le_bytes(*bytes).to_f32()).collect(),
            Dtype::BF16 => data.as_chunks().0.iter().map(|bytes| half::bf16::from_le_bytes(*bytes).to_f32()).collect(),
            other => return Err(format!("these safetensors have `{name}` as {other:?}, and not as F32, F16 or BF16")),
        };
        if rows.iter().any(|value| !value.is_finite()) {
            return Err(format!("`{name}` of these safetensors has values that are no numbers"));
        }
        Ok(Table { rows, dimension: tensor.shape()[1] })
    }

    pub(super) fn dimension(&self) -> usize {
        self.dimension
    }

    /// The mean of the tokens that have a vector; zero when none has.
    pub(super) fn mean(&self, ids: &[u32]) -> Vec<f32> {
        let mut sum = vec![0.0; self.dimension];
        for id in ids {
            let start = (*id as usize).saturating_mul(self.dimension);
            let Some(row) = self.rows.get(start..start.saturating_add(self.dimension)) else { continue };
            sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
        }
        let count = ids.len().max(1) as f32;
        sum.iter_mut().for_each(|value| *value /= count);
        sum
    }
}
