//! [`Searcher`]: an index with the model that it was made with.

use crate::dense::Model;
use crate::{Error, Hit, Index};
use batuta_system::System;

/// An index that is ready to be asked: by words, and by meaning where it has vectors. Its model is read once.
#[derive(Debug)]
pub struct Searcher {
    index: Index,
    model: Option<Model>,
}

impl Searcher {
    /// The model must be where it was and what it was: another one would rank by numbers that mean nothing.
    ///
    /// # Errors
    /// [`Error::Model`] when it is not.
    pub fn new(system: &dyn System, index: Index) -> Result<Self, Error> {
        let Some(dense) = index.dense() else { return Ok(Searcher { index, model: None }) };
        let model = Model::open(system, &dense.files, None)?;
        if !dense.is_of(&model) {
            let why = "it, or its tokenizer, is not the one that the documents were indexed with".to_owned();
            return Err(Error::Model { path: dense.files.model.clone(), why });
        }
        Ok(Searcher { index, model: Some(model) })
    }

    /// The best `limit` chunks, best first.
    ///
    /// # Errors
    /// [`Error::Query`] for a query that nobody would write, and when the model cannot be run.
    pub fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, Error> {
        match (&self.model, self.index.dense()) {
            (Some(model), Some(dense)) => self.index.search_dense(query, limit, model, dense.lexical),
            _ => self.index.search(query, limit),
        }
    }
}
