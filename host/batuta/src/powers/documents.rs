//! The capability `retrieval`: the user's index of documents.

use batuta_retrieval::{Index, Opened, open};
use batuta_runtime::model::Digest;
use batuta_runtime::powers::{Hit, PowerError, Retrieval};
use batuta_system::System;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The index in a file, opened by the first question.
pub(super) struct Documents {
    system: Arc<dyn System>,
    store: PathBuf,
    index: OnceLock<Result<Index, PowerError>>,
}

impl Documents {
    pub(super) fn new(system: Arc<dyn System>, store: PathBuf) -> Self {
        Documents { system, store, index: OnceLock::new() }
    }

    fn open(&self) -> Result<Index, PowerError> {
        match open(&*self.system, &self.store) {
            Ok(Opened::Whole(index)) => Ok(*index),
            Ok(Opened::Missing) => Err(PowerError::Failed("no documents are indexed".into())),
            Ok(Opened::Damaged) => Err(PowerError::Failed("the index of documents is damaged".into())),
            Err(_) => Err(PowerError::Failed("the index of documents cannot be read".into())),
        }
    }
}

impl Retrieval for Documents {
    fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, PowerError> {
        let index = self.index.get_or_init(|| self.open()).as_ref().map_err(Clone::clone)?;
        let hits = crate::commands::oracle::model::search(&*self.system, index, query, limit);
        let hits = hits.map_err(|error| PowerError::Failed(error.to_string()))?;
        Ok(hits.into_iter().map(hit).collect())
    }
}

fn hit(hit: batuta_retrieval::Hit) -> Hit {
    Hit {
        chunk: hit.chunk,
        path: hit.path,
        first_line: hit.first_line,
        last_line: hit.last_line,
        digest: Digest(hit.digest),
        lexical: hit.lexical,
        dense: hit.dense,
        text: hit.text,
    }
}
