//! The capability `retrieval`: the user's index of documents.

use batuta_retrieval::{Error, Opened, Searcher, open};
use batuta_runtime::model::Digest;
use batuta_runtime::powers::{Hit, PowerError, Retrieval};
use batuta_system::System;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

/// The index in a file, opened by the first question.
pub(super) struct Documents {
    system: Arc<dyn System>,
    store: PathBuf,
    searcher: OnceLock<Result<Searcher, PowerError>>,
}

impl Documents {
    pub(super) fn new(system: Arc<dyn System>, store: PathBuf) -> Self {
        Documents { system, store, searcher: OnceLock::new() }
    }

    fn open(&self) -> Result<Searcher, PowerError> {
        match open(&*self.system, &self.store) {
            Ok(Opened::Whole(index)) => Searcher::new(&*self.system, *index).map_err(failed),
            Ok(Opened::Missing) => Err(PowerError::Failed("no documents are indexed".into())),
            Ok(Opened::Damaged) => Err(PowerError::Failed("the index of documents is damaged".into())),
            Err(_) => Err(PowerError::Failed("the index of documents cannot be read".into())),
        }
    }
}

impl Retrieval for Documents {
    fn search(&self, query: &str, limit: usize) -> Result<Vec<Hit>, PowerError> {
        let searcher = self.searcher.get_or_init(|| self.open()).as_ref().map_err(Clone::clone)?;
        let hits = searcher.search(query, limit).map_err(failed)?;
        Ok(hits.into_iter().map(hit).collect())
    }
}

fn failed(error: Error) -> PowerError {
    PowerError::Failed(error.to_string())
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
