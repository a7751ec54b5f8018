//! The modules of `runtime/pure` are converted into `runtime/src/pure`: `BATUTA_BLESS=1 cargo test -p batuta-depyler --test pure`.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // reads and writes the sources of the runtime

use batuta_depyler::{catalog, pure};
use std::path::Path;

const MOD: &str =
    "//! Modules that are written in Python: made by the test `pure` from `runtime/pure`, not by hand.\n\n";

/// The file that lists the modules.
fn list() -> String {
    let mut out = String::from(MOD);
    for (name, _) in catalog::PURE {
        let feature = pure::feature(name);
        let allow = "allow(missing_docs, unused, non_snake_case, non_upper_case_globals, clippy::all)";
        out.push_str(&format!("#[cfg(feature = {feature:?})]\n#[rustfmt::skip]\n#[{allow}]\nmod m_{feature};\n"));
    }
    out.push_str("\nuse crate::value::R;\n\n/// A name of a module.\n///\n/// # Errors\n/// What the module raises when it is imported.\n");
    out.push_str("pub fn load(module: &str, name: &str) -> R {\n    match module {\n");
    for (name, _) in catalog::PURE {
        let feature = pure::feature(name);
        out.push_str(&format!(
            "        #[cfg(feature = {feature:?})]\n        {name:?} => m_{feature}::py_get(name),\n"
        ));
    }
    out.push_str("        _ => crate::exc::err(\"ImportError\", format!(\"cannot import name '{name}' from '{module}'\")),\n    }\n}\n");
    out
}

#[test]
fn modules_in_python_are_converted() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("runtime");
    let bless = std::env::var_os("BATUTA_BLESS").is_some();
    let mut wrong = vec![];
    let mut check = |path: &Path, text: String| {
        if std::fs::read_to_string(path).is_ok_and(|old| old == text) {
            return;
        }
        if bless {
            std::fs::write(path, text).unwrap();
        } else {
            wrong.push(path.display().to_string());
        }
    };
    check(&root.join("src/pure/mod.rs"), list());
    for (name, _) in catalog::PURE {
        let file = pure::feature(name);
        let text = std::fs::read_to_string(root.join(format!("pure/{file}.py"))).unwrap();
        let rust = pure::convert(name, &text).unwrap_or_else(|error| panic!("{error}"));
        let mark = format!("//!\n//! @generated from `runtime/pure/{file}.py` by the test `pure`, not by hand.\n");
        let code = rust.lines().take_while(|line| line.starts_with("//!")).map(|line| line.len() + 1).sum();
        check(&root.join(format!("src/pure/m_{file}.rs")), [&rust[..code], &mark, &rust[code..]].concat());
    }
    let manifest = std::fs::read_to_string(root.join("Cargo.toml")).unwrap();
    let before = manifest.split("\n[features]").next().unwrap();
    check(&root.join("Cargo.toml"), format!("{before}{}", pure::features()));
    assert!(wrong.is_empty(), "not what the modules in Python give: {wrong:?}");
}
