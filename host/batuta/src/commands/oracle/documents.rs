//! `batuta oracle --index` and `--search`: the user's own documents.

use super::model;
use crate::args::{Format, OracleVectors};
use crate::commands::CommandResult;
use crate::failure::Failure;
use crate::plugins::no_home;
use crate::progress::Bars;
use crate::session::{Session, tell};
use anyhow::{Context, anyhow};
use batuta_distribution::Places;
use batuta_retrieval::chunk::Kind;
use batuta_retrieval::{DOCUMENT, Document, Error, Hit, Index, Opened, Searcher, open, save};
use batuta_system::{Kind as FileKind, System, WalkOptions};
use serde_json::json;
use std::path::{Path, PathBuf};

/// Hits that are shown for `--search`, and beside an answer.
const SHOWN: usize = 10;
const BESIDE: usize = 3;

/// The index that is meant: a file that was named, or the user's.
pub(crate) fn place(session: &Session, named: Option<&Path>) -> Result<PathBuf, Failure> {
    match named {
        Some(path) => Ok(path.to_owned()),
        None => Ok(Places::of_user(&*session.system).ok_or_else(no_home)?.data.join("documents.index")),
    }
}

/// Bring the index up to date with files and folders, which are then all that it has.
pub(super) fn index(session: &Session, store: &Path, paths: &[PathBuf], vectors: &OracleVectors) -> CommandResult {
    let system = &*session.system;
    let _lock = system.lock(&store.with_extension("lock"))?.ok_or_else(|| {
        Failure::with_remedy(anyhow!("another batuta is indexing"), "wait until it is done, then run the command again")
    })?;
    let mut index = match open(system, store)? {
        Opened::Whole(index) => *index,
        Opened::Missing => Index::default(),
        Opened::Damaged => {
            tell("batuta: the index was damaged or of another version; it is made anew\n");
            Index::default()
        }
    };
    let found = gather(system, paths)?;
    for left_out in &found.left_out {
        tell(&format!("batuta: left out {left_out}\n"));
    }
    let change = match model::wanted(system, vectors)? {
        Some((model, dense)) => {
            let bars = Bars::new(session.global.quiet);
            let done = |done: usize, all: usize| bars.share("Embedding", done as f64 / all.max(1) as f64, "chunks");
            let change = index.update_dense(found.documents, &model, dense, &done);
            bars.finish();
            change.context("the index is as it was before")?
        }
        None => index.update(found.documents),
    };
    save(system, store, &index).context("the index is as it was before")?;
    let (documents, chunks) = index.size();
    if session.global.format == Format::Json {
        let report = json!({
            "documents": documents, "chunks": chunks, "indexed": change.indexed, "unchanged": change.unchanged,
            "removed": change.removed, "left_out": found.left_out, "vectors": index.dense().map(|dense| dense.dimension),
        });
        session.print(&(serde_json::to_string_pretty(&report)? + "\n"))?;
    } else {
        let (indexed, unchanged, removed) = (change.indexed, change.unchanged, change.removed);
        session.print(&format!(
            "{documents} documents in {chunks} chunks: {indexed} indexed, {unchanged} unchanged, {removed} removed\n"
        ))?;
    }
    Ok(0)
}

#[derive(Default)]
struct Found {
    documents: Vec<Document>,
    left_out: Vec<String>,
}

fn gather(system: &dyn System, paths: &[PathBuf]) -> Result<Found, Failure> {
    let mut found = Found::default();
    for path in paths {
        match system.stat(path)?.map(|stat| stat.kind) {
            Some(FileKind::Folder) => {
                let root = system.absolute(path)?;
                for entry in system.walk(&root, &WalkOptions::default())?.entries {
                    let name = path.join(&entry.path).display().to_string();
                    take(system, &root.join(&entry.path), name, &mut found);
                }
            }
            Some(FileKind::File) => take(system, path, path.display().to_string(), &mut found),
            _ => {
                let error = anyhow!("{} is neither a file nor a folder", path.display());
                return Err(Failure::with_remedy(error, "name files and folders that are there"));
            }
        }
    }
    Ok(found)
}

/// Read one document; what is no text is passed over, what is too long or unreadable is said.
fn take(system: &dyn System, path: &Path, name: String, found: &mut Found) {
    if Kind::of(&name).is_none() {
        return;
    }
    match system.read(path, DOCUMENT) {
        Ok(bytes) => {
            if let Some(text) = String::from_utf8(bytes).ok().filter(|text| !text.contains('\0')) {
                found.documents.push(Document { path: name.replace('\\', "/"), text });
            }
        }
        Err(error) if error.is_too_large() => {
            found.left_out.push(format!("{name}: it is longer than {} MiB", DOCUMENT >> 20));
        }
        Err(error) => found.left_out.push(error.to_string()),
    }
}

/// The index, which must be there.
pub(crate) fn opened(session: &Session, store: &Path) -> Result<Index, Failure> {
    let remedy = "`batuta oracle --index PATH` makes it";
    match open(&*session.system, store)? {
        Opened::Whole(index) => Ok(*index),
        Opened::Missing => Err(Failure::with_remedy(anyhow!("no documents are indexed"), remedy)),
        Opened::Damaged => Err(Failure::with_remedy(anyhow!("the index is damaged or of another version"), remedy)),
    }
}

/// Search the index alone.
pub(super) fn search(session: &Session, store: &Path, query: &str) -> CommandResult {
    let searcher = Searcher::new(&*session.system, opened(session, store)?).map_err(asked_badly)?;
    let hits = searcher.search(query, SHOWN).map_err(asked_badly)?;
    let text = if session.global.format == Format::Json {
        serde_json::to_string_pretty(&hits)? + "\n"
    } else if hits.is_empty() {
        "nothing found\n".to_owned()
    } else {
        shown(&hits)
    };
    session.print(&text)?;
    Ok(0)
}

fn asked_badly(error: Error) -> Failure {
    let remedy = match error {
        Error::Query(_) => "ask with the words that such a text would have",
        _ => "put the model back, or index again: with `--model` and `--tokenizer`, or without for words alone",
    };
    Failure::with_remedy(error, remedy)
}

/// The best hits for a question, none where nothing is indexed.
pub(super) fn beside(session: &Session, store: &Path, question: &str) -> Vec<Hit> {
    match open(&*session.system, store) {
        Ok(Opened::Whole(index)) => {
            let searched = Searcher::new(&*session.system, *index).and_then(|it| it.search(question, BESIDE));
            searched.unwrap_or_else(|error| {
                // A question of words that say nothing has no documents; all else is worth a line.
                if !matches!(error, Error::Query(_)) {
                    tell(&format!("batuta: {error}\n"));
                }
                Vec::new()
            })
        }
        Ok(Opened::Missing) => Vec::new(),
        Ok(Opened::Damaged) => {
            tell("batuta: the index of documents is damaged; `batuta oracle --index PATH` makes it anew\n");
            Vec::new()
        }
        Err(error) => {
            tell(&format!("batuta: {error}\n"));
            Vec::new()
        }
    }
}

/// Hits for people: place, digest, and the first lines.
pub(super) fn shown(hits: &[Hit]) -> String {
    let one = |hit: &Hit| {
        let lines: Vec<String> = hit.text.lines().take(3).map(|line| format!("    {}\n", line.trim_end())).collect();
        let digest: String = hit.hex().chars().take(12).collect();
        format!(
            "{}:{}-{}  score {:.2}  sha256:{digest}…\n{}",
            hit.path,
            hit.first_line,
            hit.last_line,
            hit.score,
            lines.concat()
        )
    };
    let text: String = hits.iter().map(one).collect();
    text.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect()
}
