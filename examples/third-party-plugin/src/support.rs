//! The support crate `awk_rt` as files of the output: the crate in `runtime/`, embedded.

use batuta_sdk::OutputFile;

const MANIFEST: &str = "[package]\nname = \"awk_rt\"\ndescription = \"Run-time support of programs converted from AWK\"\nversion = \"0.1.0\"\nedition = \"2024\"\nlicense = \"MIT OR Apache-2.0\"\npublish = false\n\n[dependencies]\n";

const SOURCES: [(&str, &str); 7] = [
    ("src/lib.rs", include_str!("../runtime/src/lib.rs")),
    ("src/array.rs", include_str!("../runtime/src/array.rs")),
    ("src/awk.rs", include_str!("../runtime/src/awk.rs")),
    ("src/format.rs", include_str!("../runtime/src/format.rs")),
    ("src/input.rs", include_str!("../runtime/src/input.rs")),
    ("src/regex.rs", include_str!("../runtime/src/regex.rs")),
    ("src/value.rs", include_str!("../runtime/src/value.rs")),
];

/// Every file of the crate.
pub(crate) fn files() -> Vec<OutputFile> {
    let file = |path: &str, text: &str| OutputFile { path: path.into(), content: text.into(), origins: vec![] };
    let sources = SOURCES.iter().map(|(path, text)| file(path, text));
    std::iter::once(file("Cargo.toml", MANIFEST)).chain(sources).collect()
}
