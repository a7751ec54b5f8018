//! The model that documents are indexed with.

use crate::args::OracleVectors;
use crate::failure::Failure;
use batuta_retrieval::dense::{Files, Model};
use batuta_retrieval::{Dense, LEXICAL};
use batuta_system::System;
use std::path::Path;

/// The model that was asked for, and how an index remembers it.
pub(super) fn wanted(system: &dyn System, vectors: &OracleVectors) -> Result<Option<(Model, Dense)>, Failure> {
    let (Some(model), Some(tokenizer)) = (&vectors.model, &vectors.tokenizer) else { return Ok(None) };
    let absolute = |path: &Path| system.absolute(path);
    let files = Files { model: absolute(model)?, tokenizer: absolute(tokenizer)? };
    let opened = Model::open(system, &files, vectors.model_digest.as_ref()).map_err(|error| {
        Failure::with_remedy(
            error,
            "give a sentence transformer in ONNX, or token vectors in safetensors, with its tokenizer.json",
        )
    })?;
    let dense = Dense::of(&opened, files, vectors.weight.unwrap_or(LEXICAL));
    Ok(Some((opened, dense)))
}
