//! The model of an index: given when documents are indexed, found again when they are searched.

use crate::args::OracleVectors;
use crate::failure::Failure;
use batuta_retrieval::dense::{Files, Model};
use batuta_retrieval::{Dense, Error, Hit, Index, LEXICAL};
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

/// Search by words, and by meaning where the index has vectors. Its model must be where it was and what it was: another one would rank
/// by numbers that mean nothing.
pub(crate) fn search(system: &dyn System, index: &Index, query: &str, limit: usize) -> Result<Vec<Hit>, Error> {
    let Some(dense) = index.dense() else { return index.search(query, limit) };
    let model = Model::open(system, &dense.files, None)?;
    if !dense.is_of(&model) {
        let why = "it, or its tokenizer, is not the one that the documents were indexed with".to_owned();
        return Err(Error::Model { path: dense.files.model.clone(), why });
    }
    index.search_dense(query, limit, &model, dense.lexical)
}
