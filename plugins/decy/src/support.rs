//! The support crate as files of the output.

use batuta_sdk::{Error, OutputFile, Result};

/// Name of the support crate.
pub(crate) const NAME: &str = "c_rt";

const MANIFEST: &str = r#"[package]
name = "c_rt"
description = "Run-time support of programs converted from C"
version = "0.1.0"
edition = "2024"
publish = false

[dependencies]
"#;

macro_rules! sources {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_str!(concat!("../runtime/", $name)))),+] };
}

const SOURCES: &[(&str, &str)] = sources![
    "src/lib.rs",
    "src/align.rs",
    "src/arena.rs",
    "src/atomic.rs",
    "src/bits.rs",
    "src/chars.rs",
    "src/cleanup.rs",
    "src/float.rs",
    "src/form.rs",
    "src/jump.rs",
    "src/long.rs",
    "src/memory.rs",
    "src/out.rs",
    "src/real.rs",
    "src/start.rs",
    "src/text.rs",
    "src/va.rs",
    "src/variadic.rs",
    "src/wide.rs",
];

/// The files of a support crate.
pub(crate) fn files(name: &str) -> Result<Vec<OutputFile>> {
    if name != NAME {
        return Err(Error::Unsupported(format!("no support crate `{name}`")));
    }
    let mut files = vec![file("Cargo.toml", MANIFEST)];
    files.extend(SOURCES.iter().map(|(path, text)| file(path, text)));
    Ok(files)
}

fn file(path: &str, text: &str) -> OutputFile {
    OutputFile { path: path.into(), content: text.as_bytes().to_vec(), origins: vec![] }
}
