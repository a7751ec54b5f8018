//! The component: the world `transpiler-plugin` over [`crate::convert`].

use crate::{convert, is_program, package};

wit_bindgen::generate!({ path: "../../wit/v0.1.0", world: "transpiler-plugin" });

use batuta::plugin::host;
use batuta::plugin::metadata::Role;
use batuta::plugin::project::File;
use batuta::plugin::store::{self, Blob, Sink};
use batuta::plugin::types::{Diagnostic, Error, Setting, Severity, Span};
use exports::batuta::plugin::transpiler::{Binary, Command, Dependency, Guest as Transpiler, Lowered, Output, Reference};

struct Depyler;

export!(Depyler);

impl Guest for Depyler {
    fn describe() -> Manifest {
        Manifest {
            name: "depyler-core".into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Converts Python to Rust with the crate depyler-core".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["python".into()],
            file_globs: vec![],
            capabilities: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Transpiler for Depyler {
    fn index(_: &File, _: Vec<Setting>) -> Result<Blob, Error> {
        blob(b"")
    }

    fn link(indexes: Vec<(u32, Blob)>, _: Vec<Setting>) -> Result<Vec<(u32, Blob)>, Error> {
        indexes.into_iter().map(|(file, _)| Ok((file, blob(b"")?))).collect()
    }

    fn lower(file: &File, _: &Blob, _: Vec<Setting>) -> Result<Lowered, Error> {
        let bytes = read(file)?;
        let name = package(&file.path());
        let mut lowered = Lowered {
            package: name.clone(),
            files: vec![],
            binaries: vec![],
            operations: vec![],
            supports: vec![],
            dependencies: vec![],
            counts: vec![],
        };
        let (rust, needs) = match convert(&String::from_utf8_lossy(&bytes)) {
            Ok(converted) => converted,
            Err(message) => {
                refuse(file, bytes.len() as u32, message);
                return Ok(lowered);
            }
        };
        let program = is_program(&rust);
        let path = if program { "src/main.rs" } else { "src/lib.rs" };
        lowered.files.push(Output { path: path.into(), content: blob(rust.as_bytes())?, origins: vec![] });
        if program {
            let run = Command { program: "python3".into(), arguments: vec![file.path()] };
            let reference = Reference { build: vec![], run };
            lowered.binaries.push(Binary { name, path: path.into(), source: file.id(), reference });
        }
        let need = |it: depyler_core::cargo_toml_gen::Dependency| Dependency {
            name: it.crate_name,
            version: it.version,
            features: it.features,
        };
        lowered.dependencies = needs.into_iter().map(need).collect();
        Ok(lowered)
    }

    fn support_crate(name: String) -> Result<Vec<Output>, Error> {
        Err(Error::Unsupported(format!("no support crate `{name}`")))
    }
}

/// The one refusal: depyler names no place.
fn refuse(file: &File, end: u32, message: String) {
    host::emit(&Diagnostic {
        severity: Severity::Error,
        code: "DE0001".into(),
        message,
        primary: Some(Span { file: file.id(), start: 0, end }),
        related: vec![],
        fixes: vec![],
        help: None,
    });
}

fn read(file: &File) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    while (bytes.len() as u64) < file.size() {
        let piece = file.read(bytes.len() as u64, 1 << 18)?;
        if piece.is_empty() {
            break;
        }
        bytes.extend(piece);
    }
    Ok(bytes)
}

fn blob(bytes: &[u8]) -> Result<Blob, Error> {
    let sink = store::create("text/x-rust")?;
    for piece in bytes.chunks(1 << 20) {
        sink.write(piece)?;
    }
    Sink::finish(sink)
}
