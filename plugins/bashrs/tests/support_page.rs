//! `tests/scores/shell-support.md`: what is supported, walked at run time and refused, read from the goldens, the cases of
//! `tests/cases` and the codes. `cargo test -p batuta-bashrs --test support_page -- --ignored` writes it.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // reads goldens, writes a page

use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Files of a folder with this extension, in order.
fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|found| found == extension));
    paths.sort();
    paths
}

/// A golden.
struct Golden {
    title: String,
    about: String,
    bash: bool,
    rust: String,
    findings: Vec<String>,
}

fn golden(path: &PathBuf) -> Golden {
    let text = fs::read_to_string(path).unwrap();
    let block =
        |start: &str| text.split(start).nth(1).and_then(|rest| rest.split("```").next()).unwrap_or("").to_string();
    let title = text.lines().find_map(|line| line.strip_prefix("# ")).unwrap_or("").to_string();
    let about = text.lines().skip(1).take_while(|line| !line.starts_with("```")).collect::<Vec<_>>().join(" ");
    Golden {
        title,
        about: about.trim().to_string(),
        bash: block("```sh file=").contains("/bash"),
        rust: block("```rust file="),
        findings: block("```text diagnostics\n").lines().filter(|line| !line.is_empty()).map(str::to_string).collect(),
    }
}

/// How the output of a golden does its work.
fn way(golden: &Golden) -> &'static str {
    let walked = ["sh.eval(", "sh.eval_in_loops(", "sh.rest_from(", "sh.dot("];
    if walked.iter().any(|call| golden.rust.contains(call)) { " (walked at run time)" } else { "" }
}

/// The codes with what they stand for.
fn codes() -> Vec<(String, String)> {
    let text = include_str!("../src/codes.rs");
    let mut out = vec![];
    let mut about = String::new();
    for line in text.lines().map(str::trim) {
        if let Some(words) = line.strip_prefix("/// ") {
            about = words.to_string();
        } else if let Some((_, code)) = line.split_once(" = \"") {
            out.push((code.trim_end_matches("\";").to_string(), std::mem::take(&mut about)));
        }
    }
    out
}

fn page(root: &Path) -> String {
    let all: Vec<Golden> = files(&root.join("tests/suite/shell"), "md").iter().map(golden).collect();
    let (refused, fine): (Vec<&Golden>, Vec<&Golden>) = all.iter().partition(|golden| !golden.findings.is_empty());
    let mut out = String::from(
        "# What of Shell is converted\n\nMade from the goldens in `tests/suite/shell`, the cases in `plugins/bashrs/tests/cases` and \
         the codes. Each golden runs against dash or bash.\n",
    );
    for (heading, bash) in [("sh and bash", false), ("bash alone", true)] {
        let _ = writeln!(out, "\n## Supported: {heading}\n");
        for golden in fine.iter().filter(|golden| golden.bash == bash) {
            let _ = writeln!(out, "- {}{}: {}", golden.title, way(golden), golden.about);
        }
    }
    out.push_str("\n## Small cases held against both shells\n\n");
    for path in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), "txt") {
        let text = fs::read_to_string(&path).unwrap();
        let names: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("### ")).collect();
        let _ = writeln!(out, "- `{}`: {}", path.file_name().unwrap().to_string_lossy(), names.join(", "));
    }
    out.push_str("\n## Refused\n\n");
    for golden in refused {
        let _ = writeln!(out, "- {}", golden.title);
        for finding in &golden.findings {
            let _ = writeln!(out, "  - `{finding}`");
        }
    }
    out.push_str("\n## Codes\n\nCodes from SH0900 on are reported by the running program.\n\n");
    for (code, about) in codes() {
        let _ = writeln!(out, "- `{code}`: {about}");
    }
    out
}

/// The part of the README between its marks.
fn section(root: &Path) -> String {
    let all: Vec<Golden> = files(&root.join("tests/suite/shell"), "md").iter().map(golden).collect();
    let (refused, fine): (Vec<&Golden>, Vec<&Golden>) = all.iter().partition(|golden| !golden.findings.is_empty());
    let bash = fine.iter().filter(|golden| golden.bash).count();
    let walked = fine.iter().filter(|golden| !way(golden).is_empty()).count();
    let cases = files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"), "txt");
    let cases = cases
        .iter()
        .map(|path| fs::read_to_string(path).unwrap().lines().filter(|line| line.starts_with("### ")).count());
    let codes: Vec<String> = codes()
        .into_iter()
        .filter(|(code, _)| code.starts_with("SH0") && code.as_str() < "SH0900")
        .map(|(code, about)| format!("`{code}` {}", about.trim_end_matches('.')))
        .collect();
    format!(
        "  Supported: {} kinds of script for sh and bash and {bash} for bash alone, each run beside its shell ({walked} of them partly walked at run \
         time), and {} small cases in both shells.\n  Refused: {} kinds. Codes of the conversion: {}.\n",
        fine.len() - bash,
        cases.sum::<usize>(),
        refused.len(),
        codes.join("; ")
    )
}

const BEGIN: &str = "  <!-- shell, made from the tests -->\n";
const END: &str = "  <!-- shell, end -->\n";

/// The README around that part, and the part.
fn readme(root: &Path) -> (String, String, String) {
    let text = fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = text.split_once(BEGIN).expect("the README has the mark");
    let (part, after) = rest.split_once(END).expect("the README has the second mark");
    (before.to_string(), part.to_string(), after.to_string())
}

#[test]
fn the_readme_says_what_the_tests_say() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    assert_eq!(
        readme(&root).1,
        section(&root),
        "`cargo test -p batuta-bashrs --test support_page -- --ignored` writes it"
    );
}

#[test]
#[ignore = "writes a page: `cargo dev scores` runs it"]
fn writes_what_is_supported() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    fs::write(root.join("tests/scores/shell-support.md"), page(&root)).unwrap();
    let (before, _, after) = readme(&root);
    fs::write(root.join("README.md"), before + BEGIN + &section(&root) + END + &after).unwrap();
}
