//! Converts Python to Rust.
//!
//! text → ruff's parser → [`hir`] → [`scope`], [`assign`] → [`lower`] → RIR → text. What analysis does not make native goes
//! through the dynamic `Value` of the support crate `py_rt`.

mod alias;
mod annotations;
pub mod assign;
mod attributes;
pub mod catalog;
pub mod codes;
mod desugar;
pub mod doctests;
mod eager;
pub mod facts;
mod fixed;
pub mod front;
pub mod graph;
#[cfg(target_family = "wasm")]
mod guest;
pub mod hir;
mod hoist;
mod infer;
mod lift;
pub mod limits;
mod locals;
pub mod lower;
mod memo;
mod native;
mod numeric;
mod output;
mod prune;
pub mod pure;
mod rewrite;
pub mod scope;
pub mod star;
mod support;
pub mod visit;

use batuta_diagnostics::{Bag, Diagnostic};
use batuta_sdk::{Context, Error, Lowered, Manifest, OutputFile, Plugin, Result, Role, SourceFile, Transpiler};
use batuta_text::{FileId, Origin, TextRange};

/// The plugin.
pub struct Depyler;

impl Plugin for Depyler {
    fn manifest() -> Manifest {
        Manifest {
            name: "depyler".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts Python to Rust".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["python".into()],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

/// The text of a file, or a finding that says why there is none. A byte order mark stays: the lexer passes over it, and places are
/// those of the file.
fn text_of<'a>(file: &'a SourceFile, bag: &mut Bag) -> &'a str {
    match file.text() {
        Some(text) => text,
        None => {
            let place = Origin::new(file.id, TextRange::empty(0));
            bag.push(Diagnostic::error(codes::ENCODING, "this file is not UTF-8 text").at(place));
            ""
        }
    }
}

impl Transpiler for Depyler {
    fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
        cx.checkpoint(0, 1)?;
        // Findings are reported once, by `lower`.
        let mut bag = Bag::new();
        let text = text_of(file, &mut bag);
        let mut module = front::parse(file.id, text, &mut bag);
        prune::rewrite(&mut module, &|_| false);
        Ok(graph::entry(&file.path, text, &module).write())
    }

    fn link(indexes: &[(FileId, Vec<u8>)], _: &mut Context<'_>) -> Result<Vec<(FileId, Vec<u8>)>> {
        let entries: Vec<graph::Entry> = indexes.iter().map(|(_, bytes)| graph::Entry::read(bytes)).collect();
        let facts = graph::link(&entries);
        Ok(indexes.iter().zip(facts).map(|((id, _), facts)| (*id, facts.write())).collect())
    }

    fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        cx.checkpoint(0, 2)?;
        let facts = facts::Facts::read(facts);
        let mut bag = Bag::new();
        let text = text_of(file, &mut bag);
        let mut module = front::parse(file.id, text, &mut bag);
        cx.checkpoint(1, 2)?;
        prune::rewrite(&mut module, &|name| facts.modules.contains_key(&facts.absolute(name, 0)));
        star::expand(&mut module, &facts);
        if facts.noted {
            annotations::write_out(&mut module, text);
        }
        locals::write_out(&mut module);
        doctests::add(&mut module, text);
        eager::rewrite(&mut module);
        let shared = facts.library.is_none().then_some(&facts.exported);
        alias::rewrite(&mut module);
        hoist::rewrite(&mut module, shared);
        memo::rewrite(&mut module, shared);
        lift::lift(&mut module);
        let failed = bag.has_errors();
        let result = output::lower(file, text, &module, &facts, failed, &mut bag);
        cx.emit_all(bag.into_sorted());
        result
    }

    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        if name == "py_rt" {
            Ok(support::files())
        } else {
            Err(Error::Unsupported(format!("no support crate `{name}`")))
        }
    }
}
