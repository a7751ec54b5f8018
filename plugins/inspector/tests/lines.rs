//! Languages and lines against those of `tokei`, file by file, over real source trees.
//!
//! What differs: `tokei` takes `'"'` of C for the start of a string, counts code in documents apart, and calls a line on which a comment
//! ends and code begins a comment.
//!
//! `cargo install tokei`; `BATUTA_TOKEI` names the program, `BATUTA_TREES` the folders, separated by `:`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a test runs programs

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

/// Language, and lines of code, comment and blank.
type Counts = (String, [u64; 3]);

/// Names of `tokei` that are called otherwise here; all others are the same in lower case.
const NAMES: [(&str, &str); 14] = [
    ("C Header", "c"),
    ("C++", "cpp"),
    ("C++ Header", "cpp"),
    ("Sh", "shell"),
    ("BASH", "shell"),
    ("Zsh", "shell"),
    ("Makefile", "make"),
    ("CMake", "cmake"),
    ("Dockerfile", "docker"),
    ("SVG", "xml"),
    ("GNU Style Assembly", "assembly"),
    ("Assembly", "assembly"),
    ("C#", "csharp"),
    ("Module-Definition", "def"),
];

fn theirs(tokei: &str, tree: &str) -> BTreeMap<String, Counts> {
    let out =
        Command::new(tokei).args(["--files", "--output", "json", "--no-ignore", "--hidden", tree]).output().unwrap();
    let all: serde_json::Value = serde_json::from_slice(&out.stdout).unwrap();
    let mut found = BTreeMap::new();
    for (language, counts) in
        all.as_object().unwrap().iter().filter(|(language, _)| !["Total", "Plain Text"].contains(&language.as_str()))
    {
        let name =
            NAMES.iter().find(|(own, _)| own == language).map_or(language.to_lowercase(), |(_, name)| (*name).into());
        for report in counts["reports"].as_array().unwrap() {
            let of = |kind: &str| report["stats"][kind].as_u64().unwrap();
            let lines = [of("code"), of("comments"), of("blanks")];
            found.insert(report["name"].as_str().unwrap().to_owned(), (name.clone(), lines));
        }
    }
    found
}

#[test]
#[ignore = "needs tokei and three source trees"]
fn languages_and_lines_are_what_tokei_says() {
    let tokei = std::env::var("BATUTA_TOKEI").expect("BATUTA_TOKEI names the program");
    let trees = std::env::var("BATUTA_TREES").expect("BATUTA_TREES names folders");
    for tree in trees.split(':') {
        let (mut files, mut named, mut same, mut sums) = (0u64, 0u64, 0u64, [[0u64; 3]; 2]);
        for (path, (language, lines)) in theirs(&tokei, tree) {
            let bytes = std::fs::read(&path).unwrap();
            let own = batuta_inspector::inspect(&path, &bytes);
            let counts = [own.lines.code, own.lines.comment, own.lines.blank].map(u64::from);
            let own_language = own.language.unwrap_or_default();
            files += 1;
            named += u64::from(own_language == language);
            same += u64::from(counts == lines);
            (0..3).for_each(|kind| {
                sums[0][kind] += lines[kind];
                sums[1][kind] += counts[kind];
            });
            if own_language != language || counts != lines {
                println!("{path}: {language} {lines:?}, ours {own_language} {counts:?}");
            }
        }
        println!(
            "{}: {files} files; the same language in {named}, the same lines in {same}; code, comment, blank {:?}, ours {:?}",
            Path::new(tree).file_name().unwrap_or_default().to_string_lossy(),
            sums[0],
            sums[1]
        );
        assert!(files > 20, "{tree} has {files} files that tokei knows");
        assert!(named * 100 >= files * 98 && same * 100 >= files * 94, "see above");
    }
}
