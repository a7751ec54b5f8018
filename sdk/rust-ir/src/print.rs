//! From RIR to formatted text with a line-level source map.
//!
//! The tree is written as plain text in which every statement, item, arm and field with a comment or an origin is preceded by a
//! marker that `syn` takes for a macro call or an attribute. prettyplease lays the text out, and the markers, each on a
//! line of its own now, turn into comments, blank lines and entries of the source map. So neither comments nor positions ever
//! depend on what `syn` keeps.

mod emit;
mod emit_expr;
mod emit_item;
mod emit_type;
mod literal;
mod markers;
mod precedence;

use crate::File;
use batuta_text::Origin;

/// Formatted text and where its lines come from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Printed {
    /// Rust, formatted.
    pub text: String,
    /// Line (from 1) and the origin of what starts there, in order of lines.
    pub origins: Vec<(u32, Origin)>,
}

/// The tree does not print to valid Rust: a defect of whoever built it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintError {
    /// What `syn` says, and the line of text that it is about.
    pub message: String,
}

impl std::fmt::Display for PrintError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for PrintError {}

/// Print a file.
///
/// # Errors
/// When the text is not valid Rust, for example because of a wrong identifier or verbatim text.
pub fn print(file: &File) -> Result<Printed, PrintError> {
    let mut emitter = emit::Emitter::default();
    emitter.file(file);
    let parsed = syn::parse_file(&emitter.text).map_err(|error| explain(&error, &emitter.text))?;
    Ok(markers::resolve(&prettyplease::unparse(&parsed), &emitter.markers))
}

fn explain(error: &syn::Error, text: &str) -> PrintError {
    let place = error.span().start();
    let line = text.lines().nth(place.line.saturating_sub(1)).unwrap_or("");
    let from = line.char_indices().nth(place.column.saturating_sub(60)).map_or(0, |(at, _)| at);
    let excerpt: String = line[from..].chars().take(120).collect();
    PrintError { message: format!("generated code does not parse: {error}; near `{excerpt}`") }
}
