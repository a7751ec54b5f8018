//! `batuta status` on a real terminal: a pseudo-terminal that `script` of util-linux makes.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{World, binary};
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn on_a_terminal_it_is_a_screen_that_a_key_ends() {
    let world = World::with([("p/a.sh", "echo hello\n")]);
    world.batuta(&["transpile", "p", "-o", "out"]).code(0);
    let shown = format!("stty rows 30 cols 100; {} status out", binary().display());
    let mut command = Command::new("script");
    command.args(["--quiet", "--return", "--command", &shown, "/dev/null"]).current_dir(world.path(""));
    command.env("TERM", "xterm").stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("`script` is there");
    // The second key comes after the first has been drawn, or with it: both are fine.
    child.stdin.as_mut().unwrap().write_all(b"\tq").unwrap();
    let output = child.wait_with_output().unwrap();
    let screen = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{output:#?}");
    for part in ["Phases", "Transpilation", "a.sh", "converted"] {
        assert!(screen.contains(part), "{part} is missing: {screen:?}");
    }
    assert!(screen.contains("\u{1b}[?1049h") && screen.contains("\u{1b}[?1049l"), "the screen before comes back");
}

#[test]
fn without_a_terminal_it_is_plain_text() {
    let world = World::with([("p/a.sh", "echo hello\n")]);
    world.batuta(&["transpile", "p", "-o", "out"]).code(0);
    for arguments in [&["status", "out"][..], &["status", "out", "--once"]] {
        let said = world.batuta(arguments).code(0).stdout;
        assert!(said.contains("last: batuta transpile") && !said.contains('\u{1b}'), "{said}");
    }
}
