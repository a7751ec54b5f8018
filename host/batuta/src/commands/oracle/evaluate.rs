//! `batuta oracle --evaluate`: how good searches are, on a collection of the user's.

use super::model;
use crate::args::{Format, OracleVectors};
use crate::commands::CommandResult;
use crate::failure::Failure;
use crate::progress::Bars;
use crate::session::Session;
use batuta_retrieval::evaluate::{self, Figures};
use batuta_system::System;
use serde_json::json;
use std::path::Path;

pub(super) fn run(session: &Session, collection: &Path, vectors: &OracleVectors) -> CommandResult {
    let system = &*session.system;
    let questions = evaluate::read(system, collection).map_err(|error| {
        Failure::with_remedy(error, "name documents, questions and judgments in a TOML file: see the README")
    })?;
    let wanted = model::wanted(system, vectors)?;
    let bars = Bars::new(session.global.quiet);
    let done = |done: usize, all: usize| bars.share("Embedding", done as f64 / all.max(1) as f64, "chunks");
    let start = system.elapsed();
    let model = wanted.as_ref().map(|(model, dense)| (model, dense.clone()));
    let index = evaluate::index(&questions.documents, model, &done);
    bars.finish();
    let (index, seconds) = (index?, system.elapsed().saturating_sub(start).as_secs_f64());
    let model = wanted.as_ref().map(|(model, _)| model);
    let figures = questions.measure(&index, model, &|| system.elapsed())?;
    let (documents, chunks) = index.size();
    let text = if session.global.format == Format::Json {
        let report = json!({ "documents": documents, "chunks": chunks, "indexed_s": seconds, "legs": figures });
        serde_json::to_string_pretty(&report)? + "\n"
    } else {
        let rate = chunks as f64 / seconds.max(1e-9);
        let head = format!("{documents} documents in {chunks} chunks, {rate:.0} chunks/s\n\n");
        let table = "| searched by | share of words | nDCG@10, odd | nDCG@10, even | p50 |\n|---|--:|--:|--:|--:|\n";
        head + table + &figures.iter().map(row).collect::<String>()
    };
    session.print(&text)?;
    Ok(0)
}

fn row(figures: &Figures) -> String {
    let Figures { leg, lexical, odd, even, median_us } = figures;
    format!("| {leg} | {lexical:.1} | {odd:.4} | {even:.4} | {median_us:.0} µs |\n")
}
