//! Every command that a document shows is run: `batuta` ones here, `cargo dev` ones by CI itself.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{Ran, binary, root};
use std::process::Command;

/// Lines of the fenced `sh` blocks.
fn commands(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut inside = false;
    for line in text.lines() {
        match line {
            "```sh" => inside = true,
            "```" => inside = false,
            line if inside && !line.trim().is_empty() => found.push(line.to_owned()),
            _ => {}
        }
    }
    found
}

#[test]
fn the_readme_s_commands_work() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let ci = std::fs::read_to_string(root().join(".ci/run")).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(root().join("examples"), scratch.path().join("examples")).unwrap();
    std::fs::create_dir(scratch.path().join("target")).unwrap();
    let path = format!("{}:{}", binary().parent().unwrap().display(), std::env::var("PATH").unwrap());
    let commands = commands(&readme);
    assert!(commands.len() >= 8, "{commands:?}");
    for command in commands {
        if command.starts_with("cargo dev ") {
            assert!(ci.lines().any(|line| line == command), "CI does not run `{command}`");
            continue;
        }
        assert!(command.starts_with("batuta "), "what is `{command}`?");
        let output = Command::new("bash")
            .args(["-c", &command])
            .current_dir(scratch.path())
            .env("PATH", &path)
            .env("XDG_CONFIG_HOME", scratch.path().join(".config"))
            .env("XDG_DATA_HOME", scratch.path().join(".data"))
            .output()
            .unwrap();
        let ran = Ran::of(output);
        assert_eq!(ran.code, Some(0), "`{command}`: {ran:#?}");
    }
}
