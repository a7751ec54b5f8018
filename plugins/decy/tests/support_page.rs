//! `tests/scores/c-support.md`: what is supported and refused, and one function before and after lifting, read from the goldens.
//! `cargo test -p batuta-decy --test support_page -- --ignored` writes it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // reads goldens, writes a page

use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A golden.
struct Golden {
    name: String,
    title: String,
    text: String,
}

impl Golden {
    /// The first block whose fence starts with this.
    fn block(&self, fence: &str) -> &str {
        let start = format!("```{fence}");
        let rest = self.text.split_once(&start).map_or("", |(_, rest)| rest);
        let body = rest.split_once('\n').map_or("", |(_, body)| body);
        body.split("\n```").next().unwrap_or("")
    }

    fn findings(&self) -> impl Iterator<Item = &str> {
        self.block("text diagnostics").lines().filter(|line| !line.trim().is_empty())
    }
}

fn goldens(root: &Path) -> Vec<Golden> {
    let entries = std::fs::read_dir(root.join("tests/suite/c")).unwrap();
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    paths.sort();
    let read = |path: &PathBuf| {
        let text = std::fs::read_to_string(path).unwrap();
        let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("").to_owned();
        Golden { name: path.file_stem().unwrap().to_string_lossy().into_owned(), title, text }
    };
    paths.iter().map(read).collect()
}

/// The lines of the function of this name.
fn function(text: &str, head: &str) -> String {
    let lines = text.lines().skip_while(|line| !line.contains(head));
    let mut out = String::new();
    for line in lines {
        let _ = writeln!(out, "{line}");
        if line == "}" {
            break;
        }
    }
    out
}

/// Names of the headers of the C library, with those of the folders below.
fn headers(folder: &Path, prefix: &str, out: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            headers(&entry.path(), &format!("{name}/"), out);
        } else if name != "va_tag.h" {
            out.push(format!("{prefix}{name}"));
        }
    }
}

/// The golden and the function that show what lifting does, in C and in Rust.
const SHOWN: (&str, &str, &str) = ("lifting-slices", "static long find(", "fn find(");

fn page(root: &Path) -> String {
    let all = goldens(root);
    let mut out = String::from(
        "# What of C is converted\n\nMade from the goldens in `tests/suite/c`, each of which is held against gcc.\n",
    );
    let (refused, fine): (Vec<_>, Vec<_>) = all.iter().partition(|golden| golden.findings().next().is_some());
    out.push_str("\n## Supported\n\n*Safe*: the whole output does without `unsafe`.\n\n");
    for golden in fine {
        let safe = if golden.block("rust").contains("unsafe") { "" } else { " (safe)" };
        let _ = writeln!(out, "- {}{safe}", golden.title);
    }
    out.push_str("\n## Refused\n\n");
    for golden in refused {
        let _ = writeln!(out, "- {}", golden.title);
        for finding in golden.findings() {
            let _ = writeln!(out, "  - `{finding}`");
        }
    }
    let own = root.join("plugins/decy/src/front/include");
    let mut names = vec![];
    headers(&own, "", &mut names);
    names.extend(
        ["ctype.h", "iso646.h", "limits.h", "stdalign.h", "stdatomic.h", "stdbool.h", "stddef.h", "stdint.h"]
            .map(String::from),
    );
    names.extend(["stdnoreturn.h", "strings.h", "sys/types.h", "uchar.h", "wchar.h", "wctype.h"].map(String::from));
    names.sort();
    names.dedup();
    let names: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    let _ = writeln!(out, "\n## Headers of the C library\n\n{}", names.join(", "));
    let golden = all.iter().find(|golden| golden.name == SHOWN.0).unwrap();
    let (c, rust) = (function(golden.block("c file"), SHOWN.1), function(golden.block("rust file"), SHOWN.2));
    assert!(!c.is_empty() && !rust.is_empty() && !rust.contains("unsafe"), "the function that is shown");
    let _ = writeln!(out, "\n## A function before and after lifting\n\n```c\n{c}```\n\n```rust\n{rust}```");
    out
}

#[test]
#[ignore = "writes a page"]
fn writes_what_is_supported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    std::fs::write(root.join("tests/scores/c-support.md"), page(&root)).unwrap();
}
