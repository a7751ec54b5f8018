//! One trait per plugin kind, with default bodies.

use crate::{
    Answer, Context, Error, Findings, Lowered, Manifest, Offer, Operation, Optimized, OutputFile, Result, SourceFile,
    Stub, Summary, Wanted,
};
use batuta_text::FileId;

/// What every plugin says of itself.
pub trait Plugin {
    /// Name, version, roles, languages. Called where every host function refuses.
    fn manifest() -> Manifest;

    /// What it asks to be granted. Every function of a capability answers `denied` until the user granted it, and a plugin must
    /// do without.
    fn capabilities() -> Vec<Wanted> {
        Vec::new()
    }
}

/// Converts the files of one language, in three pure steps that the host caches one by one.
pub trait Transpiler: Plugin {
    /// 1. Per file, in parallel: what other files need to know of it, in a form of the plugin's own.
    fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
        let _ = (file, cx);
        Ok(Vec::new())
    }

    /// 2. Once per project, small: one slice of facts per file. The indexes come in order of file id. A slice should hold only
    ///    what its file needs, so that a change elsewhere leaves it as it is; a file without a slice is not lowered.
    fn link(indexes: &[(FileId, Vec<u8>)], cx: &mut Context<'_>) -> Result<Vec<(FileId, Vec<u8>)>> {
        let _ = cx;
        Ok(indexes.iter().map(|(id, _)| (*id, Vec::new())).collect())
    }

    /// 3. Per file, in parallel: Rust.
    fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered>;

    /// The files of a support crate that `lower` named, with its `Cargo.toml`.
    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        Err(Error::Unsupported(format!("no support crate `{name}`")))
    }
}

/// Finds out what a project is made of.
pub trait Analyzer: Plugin {
    /// One file, in parallel with others.
    fn analyze(file: &SourceFile, cx: &mut Context<'_>) -> Result<Findings>;
    /// The project, from the findings in order of file id.
    fn summarise(files: &[(FileId, Findings)], cx: &mut Context<'_>) -> Result<Summary>;
}

/// Improves converted code.
pub trait Optimizer: Plugin {
    /// Edits against a generated file, and a backend for each of its numeric operations. The settings say what there is to choose from:
    /// `backend` is the user's wish, `offer.NAME.OPERATION` holds the element types, flops and bytes per item of a backend's offer.
    fn optimize(unit: &SourceFile, operations: &[Operation], cx: &mut Context<'_>) -> Result<Optimized>;
}

/// Gives the bodies of numeric operations.
pub trait Backend: Plugin {
    /// What it can emit.
    fn operations() -> Vec<Offer>;
    /// The body of the stub of one site; its parameters are said at [`Operation`].
    ///
    /// # Errors
    /// [`Error::Unsupported`] when no offer fits the types and shapes of the site.
    fn emit(site: &Operation) -> Result<Stub>;
}

/// Recommends components.
pub trait Oracle: Plugin {
    /// The answer to a question in natural language.
    fn ask(question: &str, cx: &mut Context<'_>) -> Result<Answer>;

    /// The knowledge graph as JSON; `wit/v0.2.0` leaves its form to the plugin.
    fn describe_graph() -> Result<String>;

    /// One score per candidate, in their order; higher is better.
    fn rank(question: &str, candidates: &[String], cx: &mut Context<'_>) -> Result<Vec<f32>> {
        let answer = Self::ask(question, cx)?;
        let score = |name: &String| {
            answer.recommendations.iter().find(|it| it.component == *name).map_or(0.0, |it| it.confidence)
        };
        Ok(candidates.iter().map(score).collect())
    }
}
