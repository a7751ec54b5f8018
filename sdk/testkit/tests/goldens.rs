//! The golden runner, run on a small transpiler: what passes, what fails and how, what blessing writes.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, reason = "a test of files")]

mod toy;

use batuta_testkit::Report;
use std::path::Path;
use toy::Toy;

const SCRIPT: &str =
    "# Hello\n\nSays it.\n\n```sh file=hello.sh\necho hello\ncat\nexit 3\n```\n\n```text stdin\nyou\n```\n";

fn check(files: &[(&str, &str)], bless: bool) -> (tempfile::TempDir, Report) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
    }
    let report = batuta_testkit::goldens::<Toy>(folder.path()).bless(bless).check();
    (folder, report)
}

fn whats(report: &Report) -> Vec<&str> {
    report.failures.iter().map(|failure| failure.what.as_str()).collect()
}

fn read(folder: &Path, name: &str) -> String {
    std::fs::read_to_string(folder.join(name)).unwrap()
}

#[test]
fn blessing_fills_in_what_is_expected_and_then_it_passes() {
    let (folder, report) = check(&[("hello.md", SCRIPT)], true);
    assert_eq!(whats(&report), [""; 0], "{report}");
    let text = read(folder.path(), "hello.md");
    let rust = "    println!(\"{}\", \"hello\");\n    print!(\"{}\", std::io::read_to_string(std::io::stdin()).unwrap_or_default());\n    std::process::exit(3);\n";
    let rest = format!(
        "\n```rust file=src/main.rs\nfn main() {{\n{rust}}}\n```\n\n```text stdout\nhello\nyou\n```\n\n```text exit\n3\n```\n"
    );
    assert_eq!(text, format!("{SCRIPT}{rest}"));
    let (_, again) = check(&[("hello.md", &text)], false);
    assert_eq!((whats(&again), again.goldens, again.programs), (vec![], 1, 1), "{again}");
}

#[test]
fn every_kind_of_difference_is_reported() {
    let (_folder, report) = check(&[("hello.md", SCRIPT)], false);
    let expected = ["rust file=src/main.rs", "stdout of hello against the golden", "end of hello against the golden"];
    assert_eq!(whats(&report), expected, "{report}");
    let text = report.to_string();
    assert!(text.contains("+fn main()") && text.contains("expected exit 0, got exit 3"), "{text}");
}

#[test]
fn the_original_decides_and_support_crates_are_linked() {
    // `sh` has no `shout`: the original fails where the program prints.
    let (_folder, report) =
        check(&[("a.md", "# A\n\n```sh file=a.sh\nshout hi\n```\n\n```text stdout\nHI\n```\n")], false);
    let expected = ["rust file=src/main.rs", "stdout of a against the original", "end of a against the original"];
    assert_eq!(whats(&report), expected, "{report}");
}

#[test]
fn a_reached_hole_is_compared_with_the_golden_only() {
    let text = "# Hole\n\n```sh file=a.sh\necho a\n. lib.sh\n```\n\n```text file=lib.sh\nset -e\n```\n";
    let (folder, report) = check(&[("a.md", text)], true);
    assert_eq!(whats(&report), [""; 0], "{report}");
    let text = read(folder.path(), "a.md");
    assert!(text.contains("```text diagnostics\nTY0001 lib.sh:1:1: no `set`\n```\n"), "{text}");
    assert!(text.contains("```text stdout\na\n```\n\n```text exit\n70\n```\n"), "{text}");
    let (_, again) = check(&[("a.md", &text)], false);
    assert_eq!(whats(&again), [""; 0], "{again}");
}

#[test]
fn warnings_of_rustc_fail_and_so_do_missing_goldens_and_wrong_forms() {
    // Code after an exit is unreachable, which rustc warns about.
    let (folder, report) =
        check(&[("a.md", "# A\n\n```sh file=a.sh\nexit 0\necho no\n```\n"), ("b.md", "no title\n")], true);
    let mut seen = whats(&report);
    seen.sort();
    assert_eq!(seen, ["form", "rustc on a"], "{report}");
    let few = batuta_testkit::goldens::<Toy>(folder.path()).minimum(3).bless(false).check();
    assert!(whats(&few).contains(&"too few goldens"), "{few}");
}
