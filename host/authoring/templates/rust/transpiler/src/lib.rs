//! Converts `{{name}}` to Rust.
//!
//! The language of this template has one construct of each kind, to be replaced by yours: a line is printed, a line that begins with
//! `#` is a comment, and a line that begins with `@` is refused with a code.

#[cfg(target_family = "wasm")]
mod guest;

use batuta_diagnostics::{Code, Diagnostic};
use batuta_rust_ir::{Block, Expr, File, Function, HOLE_EXIT_CODE, Item, Stmt, hole_text, names, print};
use batuta_sdk::{
    Binary, Command, Context, Error, Lowered, Manifest, OutputFile, Plugin, Reference, Result, Role, SourceFile, Transpiler,
};
use batuta_text::{Origin, TextRange};

const NOT_TEXT: Code = Code::new("{{code}}0001");
const DIRECTIVE: Code = Code::new("{{code}}0002");
/// Longer files would need more memory than a plugin may use.
const MOST_LINES: usize = 100_000;

/// The plugin.
pub struct Language;

impl Plugin for Language {
    fn manifest() -> Manifest {
        Manifest {
            name: "{{name}}".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts {{name}} to Rust".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["{{name}}".into()],
            file_globs: vec!["*.{{name}}".into(), "**/*.{{name}}".into()],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Transpiler for Language {
    fn lower(file: &SourceFile, _facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        let package = names::package(file.stem());
        let Some(text) = file.text() else {
            let whole = Origin::new(file.id, TextRange::empty(0));
            cx.emit(Diagnostic::error(NOT_TEXT, "this file is not UTF-8 text").at(whole));
            return Ok(Lowered { package, ..Lowered::default() });
        };
        if text.lines().count() > MOST_LINES {
            return Err(Error::Limit(format!("this file has more than {MOST_LINES} lines")));
        }
        let main = Item::function(Function::new("main").body(body(file, text, cx)?));
        let printed = print(&File::new(vec![main])).map_err(|error| Error::Internal(error.to_string()))?;
        // How the original runs, so that batuta can compare: here `awk` prints what is no comment.
        let run = Command { program: "awk".into(), arguments: vec!["!/^#/".into(), file.path.clone()] };
        let path = "src/main.rs".to_owned();
        Ok(Lowered {
            files: vec![OutputFile { path: path.clone(), content: printed.text.into_bytes(), origins: printed.origins }],
            binaries: vec![Binary {
                name: package.clone(),
                path,
                source: file.id,
                reference: Reference { build: vec![], run },
            }],
            package,
            ..Lowered::default()
        })
    }
}

/// One statement per line, up to the first that is refused: nothing behind a hole is ever reached.
fn body(file: &SourceFile, text: &str, cx: &mut Context<'_>) -> Result<Block> {
    let mut stmts = Vec::new();
    let mut start = 0;
    for (number, line) in text.strip_suffix('\n').unwrap_or(text).split('\n').enumerate() {
        if number % 1000 == 0 {
            cx.checkpoint(number as u32, 0)?;
        }
        let at = Origin::new(file.id, TextRange::new(start, start + line.len() as u32));
        start += line.len() as u32 + 1;
        if text.is_empty() {
            break;
        } else if let Some(comment) = line.strip_prefix('#') {
            stmts.push(Stmt::comments([comment.trim().to_owned()]).at(at));
        } else if line.starts_with('@') {
            let reason = "not converted";
            cx.emit(Diagnostic::error(DIRECTIVE, reason).at(at));
            let words = hole_text(DIRECTIVE.as_str(), &file.path, number as u32 + 1, reason);
            stmts.push(Stmt::expr(Expr::macro_call("eprintln", vec![Expr::str("{}"), Expr::str(words)])).at(at));
            let code = vec![Expr::int(HOLE_EXIT_CODE.into())];
            stmts.push(Stmt::expr(Expr::call_path("std::process::exit", code)).at(at));
            break;
        } else {
            stmts.push(Stmt::expr(Expr::macro_call("println", vec![Expr::str("{}"), Expr::str(line)])).at(at));
        }
    }
    Ok(Block::new(stmts))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_converts() {
        assert_eq!(Language::manifest().languages, ["{{name}}"]);
    }
}
