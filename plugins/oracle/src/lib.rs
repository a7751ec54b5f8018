//! Recommends components of the stack for questions in natural language.
//!
//! - **Knowledge** is data: `data/graph.json` (components, what they can do, how they work together; its schema lies beside it)
//!   and `data/concepts.txt` (what people say when they mean a component).
//! - **Evidence**: words are stemmed and misspellings repaired; each phrase of a concept that stands in the question counts for
//!   its component, see `evidence.rs`. Subjects that the stack does not cover are concepts too, and count against answering.
//! - **Learning**: naive Bayes over the stems of the phrases and of the tuning questions, see `learned.rs`, speaks where no phrase does.
//! - **Confidence** follows from both by a model whose constants were chosen by hand, see `confidence.rs`; below a bound the oracle
//!   abstains. How well that works is measured on questions that tuning never saw, see `tests/gold.rs`.

mod answer;
mod concepts;
mod confidence;
mod constraints;
mod evidence;
mod examples;
mod graph;
#[cfg(target_family = "wasm")]
mod guest;
mod learned;
mod spelling;
#[cfg(test)]
mod validation;
mod words;

use confidence::FIT;
use learned::Model;

use batuta_sdk::{Answer, Context, Error, Manifest, Oracle, Plugin, Result, Role};

pub use graph::{Component, Graph, Integration};

/// Longest question, in characters.
const LONGEST: usize = 10_000;

/// The oracle.
pub struct StackOracle;

impl Plugin for StackOracle {
    fn manifest() -> Manifest {
        Manifest {
            name: "oracle".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Recommends components of the stack for questions in natural language.".into(),
            roles: vec![Role::Oracle],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec!["batuta-graph@1".into()],
        }
    }
}

impl Oracle for StackOracle {
    fn ask(question: &str, _cx: &mut Context<'_>) -> Result<Answer> {
        checked(question)?;
        Ok(answer::answer(question))
    }

    fn describe_graph() -> Result<String> {
        serde_json::to_string(Graph::get()).map_err(|error| Error::Internal(error.to_string()))
    }

    fn rank(question: &str, candidates: &[String], _cx: &mut Context<'_>) -> Result<Vec<f32>> {
        checked(question)?;
        let judged = confidence::judged(&evidence::collect(question), Model::get(), FIT);
        Ok(candidates.iter().map(|name| judged.of(name)).collect())
    }
}

fn checked(question: &str) -> Result<()> {
    let length = question.chars().count();
    if length > LONGEST {
        return Err(Error::InvalidInput(format!(
            "the question has {length} characters; at most {LONGEST} are read: ask a shorter one"
        )));
    }
    Ok(())
}
