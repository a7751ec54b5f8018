//! Converts Shell to Rust: POSIX sh as dash runs it, and bash.
//!
//! Text becomes a syntax tree ([`parse`]), a look over the whole script finds what it uses (`lower::scan`, `lower::effects`), and
//! `lower` writes Rust-shaped IR, one file per construct. What a shell does and Rust does not is in the support crate `sh_rt`.

// Syntax tree and parser are those of the run-time crate: text that is only known there is parsed there.
#[path = "../runtime/src/ast.rs"]
pub mod ast;
pub mod codes;
#[cfg(target_family = "wasm")]
mod guest;
mod lower;
#[path = "../runtime/src/parse/mod.rs"]
pub mod parse;
mod project;
mod range {
    pub use batuta_sdk::text::TextRange;
}
pub mod source;
mod support;

use batuta_sdk::{
    Binary, Command, Context, Error, Lowered, Manifest, OutputFile, Plugin, Reference, Result, Role, SourceFile,
    Support, Transpiler,
    diagnostics::Diagnostic,
    text::{FileId, Origin, TextRange},
};
use project::{Facts, Index};

/// The plugin.
pub struct Bashrs;

/// Settings of the plugin.
const SETTINGS: &str = r#"{
  "type": "object",
  "properties": {
    "keep-programs": {
      "type": "boolean",
      "default": false,
      "description": "Always start basename, dirname, cat, seq, expr, wc, mkdir and rm instead of doing their work in the process"
    }
  }
}"#;

impl Plugin for Bashrs {
    fn manifest() -> Manifest {
        Manifest {
            name: "bashrs".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts POSIX sh and bash scripts to Rust programs".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["shell".into()],
            file_globs: vec!["*.sh".into(), "*.bash".into()],
            settings_schema: SETTINGS.into(),
            formats: vec![],
        }
    }
}

impl Transpiler for Bashrs {
    fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
        cx.checkpoint(0, 1)?;
        Ok(Index::of(file).encode())
    }

    fn link(indexes: &[(FileId, Vec<u8>)], _cx: &mut Context<'_>) -> Result<Vec<(FileId, Vec<u8>)>> {
        let indexes = indexes.iter().map(|(id, bytes)| (*id, Index::decode(bytes))).collect();
        Ok(project::link(indexes).into_iter().map(|(id, facts)| (id, facts.encode())).collect())
    }

    fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        cx.checkpoint(0, 3)?;
        let facts = Facts::decode(facts);
        let decoded;
        let text = match file.text() {
            Some(text) => text,
            None if facts.module => {
                return Ok(refuse_file(file, &facts, cx, codes::NOT_TEXT, "a sourced file that is not UTF-8 text"));
            }
            None => {
                decoded = parse::bytes::decode(&file.bytes);
                &decoded
            }
        };
        let Some(dialect) = facts.dialect else {
            return Ok(refuse_file(
                file,
                &facts,
                cx,
                codes::OTHER_SHELL,
                "the script is for another shell than sh or bash",
            ));
        };
        let mut script = parse::parse(text, dialect);
        if let Some(options) = project::first_line_options(text).filter(|_| !facts.module) {
            let line = TextRange::new(0, 0);
            if let Ok(set) = parse::parse_constant(&format!("set {options}"), dialect, line, &mut script.heredocs) {
                script.body.items.splice(0..0, set.items);
            }
        }
        cx.checkpoint(1, 3)?;
        let input = lower::Input {
            file: file.id,
            path: &file.path,
            text,
            dialect,
            module: facts.module,
            modules: &facts.modules,
            module_paths: &facts.module_paths,
            keep_programs: cx.settings().is_on("keep-programs"),
        };
        let output = lower::lower_file(&input, script);
        cx.checkpoint(2, 3)?;
        cx.emit_all(output.findings);
        let printed = match output.printed {
            Ok(printed) => printed,
            Err(error) => return Ok(refuse_file(file, &facts, cx, codes::INTERNAL, &error.to_string())),
        };
        Ok(Lowered {
            package: facts.package.clone(),
            files: vec![OutputFile {
                path: facts.output.clone(),
                content: printed.text.into_bytes(),
                origins: printed.origins,
            }],
            binaries: binary(file, &facts, project::first_line_options(text)).into_iter().collect(),
            supports: vec![Support { name: "sh_rt".into(), features: vec![] }],
            counts: output.counts,
            ..Lowered::default()
        })
    }

    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        match name {
            "sh_rt" => Ok(support::files()),
            _ => Err(Error::Unsupported(format!("no support crate `{name}`"))),
        }
    }
}

fn binary(file: &SourceFile, facts: &Facts, options: Option<&str>) -> Option<Binary> {
    let program = if facts.dialect == Some(ast::Dialect::Bash) { "bash" } else { "dash" };
    let arguments = options.map(str::to_string).into_iter().chain([file.path.clone()]).collect();
    let run = Command { program: program.into(), arguments };
    (!facts.module).then(|| Binary {
        name: facts.binary.clone(),
        path: facts.output.clone(),
        source: file.id,
        reference: Reference { build: vec![], run },
    })
}

/// A file of which nothing could be converted: one finding, and a program that says so.
fn refuse_file(
    file: &SourceFile,
    facts: &Facts,
    cx: &mut Context<'_>,
    code: batuta_sdk::diagnostics::Code,
    reason: &str,
) -> Lowered {
    let origin = Origin::new(file.id, TextRange::new(0, 0));
    cx.emit(Diagnostic::error(code, reason).at(origin));
    let reason: String = reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let line = format!("batuta: {code} {}:1: {reason}", file.path);
    let signature = if facts.module { "pub(crate) fn source(_: &mut sh_rt::Shell) -> sh_rt::Run" } else { "fn main()" };
    let text = format!(
        "//! Converted from {}.\n\n{signature} {{\n    eprintln!(\"{{}}\", {line:?});\n    std::process::exit(70)\n}}\n",
        file.path
    );
    Lowered {
        package: facts.package.clone(),
        files: vec![OutputFile { path: facts.output.clone(), content: text.into_bytes(), origins: vec![] }],
        binaries: binary(file, facts, None).into_iter().collect(),
        supports: if facts.module { vec![Support { name: "sh_rt".into(), features: vec![] }] } else { vec![] },
        ..Lowered::default()
    }
}
