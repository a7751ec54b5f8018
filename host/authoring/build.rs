//! Embeds what a new plugin starts from: templates, the SDKs, the WIT, and the versions that this repository is locked to.

#![allow(clippy::disallowed_methods)] // a build script has no `System`

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Folders and files of the repository that are embedded.
const EMBEDDED: [&str; 13] = [
    "Cargo.lock",
    "Cargo.toml",
    "host/authoring/templates",
    "sdk/diagnostics/Cargo.toml",
    "sdk/diagnostics/src",
    "sdk/guest/Cargo.toml",
    "sdk/guest/src",
    "sdk/javascript",
    "sdk/python",
    "sdk/rust-ir/Cargo.toml",
    "sdk/rust-ir/src",
    "sdk/text",
    "wit/v0.2.0",
];

fn main() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_owned).unwrap_or_default();
    let mut files = Vec::new();
    for path in EMBEDDED {
        println!("cargo::rerun-if-changed={}", root.join(path).display());
        walk(&root.join(path), &mut files);
    }
    files.sort();
    let mut text = String::from("&[\n");
    for file in files {
        let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(text, "    ({name:?}, include_bytes!({:?})),", file.display().to_string());
    }
    text.push(']');
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    std::fs::write(out.join("embedded.rs"), text).expect("OUT_DIR is writable");
}

fn walk(path: &Path, files: &mut Vec<PathBuf>) {
    if path.is_file() {
        files.push(path.to_owned());
        return;
    }
    let entries = std::fs::read_dir(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    for entry in entries.flatten() {
        let name = entry.file_name();
        if name != "__pycache__" && name != "node_modules" {
            walk(&entry.path(), files);
        }
    }
}
