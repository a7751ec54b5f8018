//! Which tools this machine has, as a digest: results of tools are kept under it.

use crate::cache::KeyBuilder;
use batuta_runtime::model::Digest;
use batuta_system::System;
use std::path::PathBuf;

/// Of cargo, rustc and rustfmt. With rustup these are the same small program whatever toolchain is behind it, so what
/// chooses the toolchain counts too.
pub(crate) fn toolchain(system: &dyn System) -> Digest {
    let mut key = programs_key(system, "toolchain", ["cargo", "rustc", "rustfmt"].into_iter());
    key = key.part(format!("{:?}", system.environment("RUSTUP_TOOLCHAIN")));
    let home = |name: &str| system.environment(name).map(PathBuf::from);
    if let Some(rustup) = home("RUSTUP_HOME").or_else(|| home("HOME").map(|home| home.join(".rustup"))) {
        for file in ["settings.toml", "update-hashes", "toolchains"] {
            key = key.part(format!("{:?}", system.stat(&rustup.join(file)).ok().flatten().map(|stat| stat.changed)));
        }
    }
    key.finish()
}

/// Of the programs with these names, found or not.
pub(crate) fn programs<'a>(system: &dyn System, names: impl Iterator<Item = &'a str>) -> Digest {
    programs_key(system, "programs", names).finish()
}

fn programs_key<'a>(system: &dyn System, kind: &str, names: impl Iterator<Item = &'a str>) -> KeyBuilder {
    let mut key = KeyBuilder::new(kind);
    for name in names {
        let path = system.find_program(name);
        let stat = path.as_ref().and_then(|path| system.stat(path).ok().flatten());
        key = key.part(name).part(format!("{path:?} {stat:?}"));
    }
    key
}
