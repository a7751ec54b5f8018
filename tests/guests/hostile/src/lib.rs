//! A transpiler that does what the setting `attack` names, in `lower`. Without the setting it behaves.
//!
//! Attacks that no Rust program can make (invalid pointers, discriminants, UTF-8) are core modules in `../core`.

mod attacks;
#[cfg(target_family = "wasm")]
mod guest;
#[cfg(target_family = "wasm")]
mod powers;
#[cfg(target_family = "wasm")]
mod raw;

use batuta_sdk::{
    Capability, Context, Lowered, Manifest, OutputFile, Plugin, Result, Role, SourceFile, Transpiler, Wanted,
};
use std::sync::atomic::{AtomicU32, Ordering};

/// The plugin.
pub struct Hostile;

impl Plugin for Hostile {
    fn manifest() -> Manifest {
        Manifest {
            name: "hostile".into(),
            version: "6.6.6".into(),
            description: "Misbehaves on request.".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["hostile".into()],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }

    /// What the tests of capabilities grant or do not grant.
    fn capabilities() -> Vec<Wanted> {
        let wanted = |capability, detail: &str| Wanted {
            capability,
            detail: detail.into(),
            reason: "Tests what a grant gives.".into(),
        };
        vec![
            wanted(Capability::Storage, ""),
            wanted(Capability::Compute, ""),
            wanted(Capability::Tools, "cat"),
            wanted(Capability::ReadOutside, "/usr/include"),
        ]
    }
}

/// How often this instance was called: 1 in every call, when nothing is carried from one call to the next.
static CALLS: AtomicU32 = AtomicU32::new(0);

impl Transpiler for Hostile {
    fn index(file: &SourceFile, cx: &mut Context<'_>) -> Result<Vec<u8>> {
        attacks::index(file, cx)
    }

    fn lower(file: &SourceFile, facts: &[u8], cx: &mut Context<'_>) -> Result<Lowered> {
        let calls = CALLS.fetch_add(1, Ordering::Relaxed) + 1;
        let mut lowered = behaved(file, facts, calls);
        attacks::lower(file, cx, &mut lowered)?;
        Ok(lowered)
    }
}

/// What a good plugin gives, with what this one saw in it.
fn behaved(file: &SourceFile, facts: &[u8], calls: u32) -> Lowered {
    let content = format!(
        "// {} bytes of {}, {} bytes of facts, call {calls}\nfn main() {{}}\n",
        file.bytes.len(),
        file.path,
        facts.len()
    );
    let files = vec![OutputFile { path: "src/main.rs".into(), content: content.into_bytes(), origins: vec![] }];
    Lowered { package: "behaved".into(), files, ..Lowered::default() }
}
