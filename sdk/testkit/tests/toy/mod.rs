//! A transpiler for a very small shell: `echo WORDS`, `shout WORDS`, `cat`, `. FILE`, `exit N`; every other line is refused.

use batuta_sdk::diagnostics::{Code, Diagnostic};
use batuta_sdk::text::{Origin, TextRange};
use batuta_sdk::{
    Binary, Command, Context, Error, Lowered, Manifest, OutputFile, Plugin, Reference, Result, Role, SourceFile,
    Support, Transpiler,
};

/// The transpiler.
pub(crate) struct Toy;

/// A line that it does not know.
const UNKNOWN: Code = Code::new("TY0001");

impl Plugin for Toy {
    fn manifest() -> Manifest {
        Manifest {
            name: "toy".into(),
            version: "0.1.0".into(),
            description: "Converts a very small shell.".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["shell".into()],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Transpiler for Toy {
    fn lower(file: &SourceFile, _facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        let text = file.text().ok_or_else(|| Error::InvalidInput("not UTF-8".into()))?;
        let mut body = String::new();
        let mut supports = Vec::new();
        lower_lines(file, text, cx, &mut body, &mut supports)?;
        let main = format!("fn main() {{\n{body}}}\n");
        let run = Command { program: "sh".into(), arguments: vec![file.path.clone()] };
        Ok(Lowered {
            package: file.stem().into(),
            files: vec![OutputFile { path: "src/main.rs".into(), content: main.into_bytes(), origins: vec![] }],
            binaries: vec![Binary {
                name: file.stem().into(),
                path: "src/main.rs".into(),
                source: file.id,
                reference: Reference { build: vec![], run },
            }],
            supports,
            ..Lowered::default()
        })
    }

    fn support_crate(name: &str) -> Result<Vec<OutputFile>> {
        if name != "toy-runtime" {
            return Err(Error::Unsupported(name.into()));
        }
        let manifest = "[package]\nname = \"toy-runtime\"\nversion = \"0.1.0\"\nedition = \"2024\"\n";
        let library = "//! Toy.\npub fn shout(text: &str) -> String {\n    text.to_uppercase()\n}\n";
        let file = |path: &str, text: &str| OutputFile { path: path.into(), content: text.into(), origins: vec![] };
        Ok(vec![file("Cargo.toml", manifest), file("src/lib.rs", library)])
    }
}

fn lower_lines(
    file: &SourceFile,
    text: &str,
    cx: &mut Context<'_>,
    body: &mut String,
    supports: &mut Vec<Support>,
) -> Result<()> {
    let mut at = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let range = TextRange::new(at, at + line.trim_end().len() as u32);
        at += line.len() as u32;
        match line.trim_end().split_once(' ').unwrap_or((line.trim_end(), "")) {
            ("", _) => {}
            ("echo", words) => body.push_str(&format!("    println!(\"{{}}\", {words:?});\n")),
            // Right only in capitals, so that goldens can be wrong on purpose.
            ("shout", words) => {
                body.push_str(&format!("    println!(\"{{}}\", toy_runtime::shout({words:?}));\n"));
                *supports = vec![Support { name: "toy-runtime".into(), features: vec![] }];
            }
            ("cat", _) => {
                body.push_str("    print!(\"{}\", std::io::read_to_string(std::io::stdin()).unwrap_or_default());\n")
            }
            (".", path) => {
                let sourced = cx.open(path).ok_or_else(|| Error::InvalidInput(format!("no {path}")))?;
                lower_lines(&sourced, sourced.text().unwrap_or_default(), cx, body, supports)?;
            }
            ("exit", code) => body.push_str(&format!("    std::process::exit({code});\n")),
            (other, _) => {
                cx.emit(Diagnostic::error(UNKNOWN, format!("no `{other}`")).at(Origin::new(file.id, range)));
                let place = format!("batuta: {UNKNOWN} {}:{}: no `{other}`", file.path, number + 1);
                body.push_str(&format!("    eprintln!({place:?});\n    std::process::exit(70);\n"));
            }
        }
    }
    Ok(())
}
