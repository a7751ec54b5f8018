//! Makes the bundle of first-party plugins part of the binary.
//!
//! `cargo dev build` sets `BATUTA_BUNDLE`; without it the bundle that `cargo dev plugins` left in the target folder is used. A plain
//! `cargo build` on a fresh clone gives a binary without plugins, which says so when it needs one.

#![allow(clippy::disallowed_methods)] // a build script has no `System`

use std::path::{Path, PathBuf};

fn main() {
    println!("cargo::rerun-if-env-changed=BATUTA_BUNDLE");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).or_else(|| default_bundle(&out));
    let bytes = match &bundle {
        Some(path) => {
            println!("cargo::rerun-if-changed={}", path.display());
            std::fs::read(path)
                .unwrap_or_else(|error| panic!("cannot read the bundle of plugins {}: {error}", path.display()))
        }
        None => {
            println!("cargo::warning=no plugins are embedded: run `cargo dev build` instead");
            Vec::new()
        }
    };
    std::fs::write(out.join("first-party.bundle"), bytes).expect("OUT_DIR is writable");
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../Cargo.lock");
    println!("cargo::rerun-if-changed={}", lock.display());
    println!("cargo::rustc-env=BATUTA_LOCK={}", lock.display());
}

/// `target/plugins/first-party.bundle`, when it exists; watched either way, so that building plugins later is noticed.
fn default_bundle(out: &Path) -> Option<PathBuf> {
    // OUT_DIR is TARGET/PROFILE/build/batuta-HASH/out.
    let path = out.ancestors().nth(4)?.join("plugins").join("first-party.bundle");
    println!("cargo::rerun-if-changed={}", path.display());
    path.exists().then_some(path)
}
