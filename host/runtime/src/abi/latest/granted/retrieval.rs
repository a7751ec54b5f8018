//! `retrieval`: the host's index of documents.

use super::{Answer, failure};
use crate::abi::latest::host::digest;
use crate::abi::latest::imports::batuta::plugin::{retrieval, types::Error};
use crate::state::State;
use wasmtime::Result;

/// Greatest query in characters, and number of hits.
const QUERY: usize = 10_000;
const HITS: u32 = 1000;

impl retrieval::Host for State {
    fn search(&mut self, query: String, limit: u32) -> Result<Answer<Vec<retrieval::Hit>>> {
        self.call.enter_step()?;
        let Some(index) = self.call.powers.retrieval.clone() else { return Ok(self.call.deny("retrieval")) };
        self.call.used_capability = true;
        if query.chars().count() > QUERY {
            return Ok(Err(Error::InvalidInput(format!("a query has at most {QUERY} characters"))));
        }
        let hits = index.search(&query, limit.min(HITS) as usize).map_err(failure);
        Ok(hits.map(|hits| hits.into_iter().map(hit).collect()))
    }
}

fn hit(hit: crate::powers::Hit) -> retrieval::Hit {
    retrieval::Hit {
        chunk: hit.chunk,
        path: hit.path,
        first_line: hit.first_line,
        last_line: hit.last_line,
        digest: digest(hit.digest),
        lexical: hit.lexical,
        dense: hit.dense,
        text: hit.text,
    }
}
