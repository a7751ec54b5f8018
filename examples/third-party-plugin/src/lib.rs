//! A third party's plugin: converts a subset of AWK to Rust.
//!
//! It uses nothing but the SDK: [`parse`] makes an AST of the text, [`lower`] makes RIR of it, the SDK prints. The small crate that
//! the output uses stands in `runtime/` as ordinary Rust.

pub mod ast;
mod codes;
#[cfg(target_family = "wasm")]
mod guest;
pub mod lower;
pub mod parse;
mod support;

use batuta_diagnostics::{Bag, Diagnostic};
use batuta_sdk::{
    Binary, Command, Context, Error, Lowered, Manifest, OutputFile, Plugin, Reference, Result, Role, SourceFile,
    Support, Transpiler,
};
use batuta_text::{Origin, TextRange};

/// The plugin.
pub struct Awk;

impl Plugin for Awk {
    fn manifest() -> Manifest {
        Manifest {
            name: "awk".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts a subset of AWK to Rust".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["awk".into()],
            file_globs: vec!["*.awk".into(), "**/*.awk".into()],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Transpiler for Awk {
    fn lower(file: &SourceFile, _facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        let mut bag = Bag::new();
        let whole = Origin::new(file.id, TextRange::empty(0));
        let name = batuta_rust_ir::names::package(file.stem());
        let nothing = Lowered { package: name.clone(), ..Lowered::default() };
        let Some(text) = file.text() else {
            cx.emit(Diagnostic::error(codes::SYNTAX, "this file is not UTF-8 text").at(whole));
            return Ok(nothing);
        };
        let program = match parse::program(text) {
            Ok(program) => program,
            Err(error) => {
                let at = Origin::new(file.id, error.range);
                cx.emit(Diagnostic::error(error.code, error.message).at(at));
                return Ok(nothing);
            }
        };
        let rust = lower::program(file, text, &program, &mut bag);
        let refused = bag.has_errors();
        cx.emit_all(bag.into_sorted());
        if refused {
            // AWK has no modules: a program with a hole is of no use, so it is refused as a whole.
            return Ok(nothing);
        }
        let printed = batuta_rust_ir::print(&rust).map_err(|error| Error::Internal(error.to_string()))?;
        let run = Command { program: "awk".into(), arguments: vec!["-f".into(), file.path.clone()] };
        Ok(Lowered {
            package: name.clone(),
            files: vec![OutputFile {
                path: "src/main.rs".into(),
                content: printed.text.into_bytes(),
                origins: printed.origins,
            }],
            binaries: vec![Binary {
                name,
                path: "src/main.rs".into(),
                source: file.id,
                reference: Reference { build: vec![], run },
            }],
            supports: vec![Support { name: "awk_rt".into(), features: vec![] }],
            ..Lowered::default()
        })
    }

    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        if name == "awk_rt" {
            Ok(support::files())
        } else {
            Err(Error::Unsupported(format!("no support crate `{name}`")))
        }
    }
}
