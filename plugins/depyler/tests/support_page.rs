//! `tests/scores/python-support.md`: what is supported, refused and dynamic, read from the goldens and the runtime's catalog.
//! `cargo test -p batuta-depyler --test support_page -- --ignored` writes it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // reads goldens, writes a page

use batuta_depyler::catalog;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Title and text of every golden.
fn goldens(root: &Path) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(root.join("tests/suite/python")).unwrap();
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|e| e == "md"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let title = text.lines().find_map(|l| l.strip_prefix("# ")).unwrap_or("").to_string();
        (title, text)
    };
    paths.iter().map(read).collect()
}

/// The findings that a golden expects.
fn diagnostics(text: &str) -> Vec<&str> {
    let block = text.split("```text diagnostics\n").nth(1).and_then(|rest| rest.split("```").next());
    block.unwrap_or("").lines().filter(|l| !l.trim().is_empty()).collect()
}

fn page(root: &Path) -> String {
    let all = goldens(root);
    let mut out = String::from(
        "# What of Python is converted\n\nMade from the goldens in `tests/suite/python` and the runtime's catalog.\n",
    );
    let (refused, fine): (Vec<_>, Vec<_>) = all.iter().partition(|(_, text)| !diagnostics(text).is_empty());
    out.push_str("\n## Supported\n\n");
    for (title, text) in fine {
        let rust = text.split("```rust").nth(1).unwrap_or("");
        let dynamic = if rust.contains("Value::") { "" } else { " (native)" };
        let _ = writeln!(out, "- {title}{dynamic}");
    }
    out.push_str("\nEverything goes through the dynamic `Value` of `py_rt` unless marked *native*.\n\n## Refused\n\n");
    for (title, text) in refused {
        let _ = writeln!(out, "- {title}");
        for finding in diagnostics(text) {
            let _ = writeln!(out, "  - `{finding}`");
        }
    }
    out.push_str("\n## Modules of the library\n\n");
    for module in catalog::MODULES {
        let lists = [module.functions, module.constants, module.classes, module.pure];
        let names = lists.iter().flat_map(|l| l.split(' ')).filter(|n| !n.is_empty() && !n.starts_with('_'));
        let names: Vec<String> = names.map(|n| format!("`{n}`")).collect();
        if !names.is_empty() {
            let _ = writeln!(out, "- `{}`: {}", module.name, names.join(", "));
        }
    }
    out
}

#[test]
#[ignore = "writes a page: `cargo dev scores` runs it"]
fn writes_what_is_supported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::create_dir_all(root.join("tests/scores")).unwrap();
    std::fs::write(root.join("tests/scores/python-support.md"), page(&root)).unwrap();
}
