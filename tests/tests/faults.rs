//! Faults of the machine and of the input: a clear error, nothing half-written, and the next run picks up.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{Ran, World, binary, snapshot};
use std::io::Write;
use std::process::{Command, Stdio};
use std::time::Duration;

const HELLO: &str = "print(\"hello\")\n";

/// Enough work that a kill lands in the middle of something.
fn project() -> World {
    let world = World::new();
    for number in 0..40 {
        // One in eight is Python: all of them would be compiled five times.
        if number % 8 == 0 {
            world.put(&format!("p/m{number}.py"), format!("def f(x):\n    return x + {number}\n\n\nprint(f(1))\n"));
        }
        let c = format!(
            "#include <stdio.h>\nstatic int f(int x) {{ return x + {number}; }}\nint main(void) {{ printf(\"%d\\n\", f(1)); }}\n"
        );
        world.put(&format!("p/c{number}.c"), c);
        world.put(&format!("p/s{number}.sh"), format!("#!/bin/sh\nn={number}\necho $((n + 1))\n"));
    }
    world
}

/// A generated file that is complete before the formatter saw it: it ends with a line end and its braces match.
fn is_complete(bytes: &[u8]) -> bool {
    let count = |wanted: u8| bytes.iter().filter(|byte| **byte == wanted).count();
    bytes.ends_with(b"\n") && count(b'{') == count(b'}')
}

#[test]
fn a_killed_run_leaves_nothing_half_written_and_the_next_one_resumes() {
    let world = project();
    world.batuta(&["convert", "p", "-o", "clean"]).code(0);
    let clean = snapshot(&world.path("clean"));
    for (round, signal) in ["KILL", "INT", "KILL", "KILL"].iter().enumerate() {
        let mut child =
            world.command(&["convert", "p", "-o", "out"]).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        // Later in each round, so that the kills fall into different phases.
        std::thread::sleep(Duration::from_millis(60 << (round * 2)));
        let _ = Command::new("kill").args([&format!("-{signal}"), &child.id().to_string()]).status();
        child.wait().unwrap();
        if world.path("out").exists() {
            for (path, bytes) in snapshot(&world.path("out")) {
                let whole = !path.ends_with(".rs") || clean.values().any(|text| *text == bytes) || is_complete(&bytes);
                assert!(whole, "{path} is half-written: {}", String::from_utf8_lossy(&bytes));
            }
        }
    }
    world.batuta(&["convert", "p", "-o", "out"]).code(0);
    let resumed = snapshot(&world.path("out"));
    assert_eq!(clean.keys().collect::<Vec<_>>(), resumed.keys().collect::<Vec<_>>());
    for (path, bytes) in &clean {
        assert!(resumed[path] == *bytes, "{path} differs after the resumed run");
    }
}

#[test]
fn ctrl_c_ends_a_run_with_a_message() {
    let world = project();
    let child =
        world.command(&["convert", "p", "-o", "out"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(400));
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap();
    let ran = Ran::of(child.wait_with_output().unwrap());
    assert!(!matches!(ran.code, Some(0 | 3)), "{ran:#?}");
    assert!(ran.stderr.to_lowercase().contains("stopped") || ran.stdout.to_lowercase().contains("stopped"), "{ran:#?}");
    world.batuta(&["convert", "p", "-o", "out"]).code(0);
}

#[test]
fn an_output_folder_that_cannot_be_made_is_named() {
    let world = World::with([("hello.py", HELLO)]);
    let ran = world.batuta(&["transpile", "hello.py", "-o", "/proc/batuta-out"]).code(1);
    assert!(ran.stderr.contains("/proc/batuta-out"), "{ran:#?}");
}

#[test]
fn a_full_disk_is_said() {
    let world = World::with([("hello.py", HELLO), ("out/.keep", "")]);
    let out = world.path("out");
    // A file system of 200 kB: less than the support crate alone needs.
    let output = Command::new("bwrap")
        .args(["--dev-bind", "/", "/", "--size", "200000", "--tmpfs"])
        .arg(&out)
        .arg("--")
        .arg(binary())
        .args(["transpile", "hello.py", "-o"])
        .arg(&out)
        .current_dir(world.path(""))
        .env("XDG_CACHE_HOME", world.path(".cache"))
        .output()
        .unwrap();
    let ran = Ran::of(output).code(1);
    assert!(ran.stderr.contains("No space left"), "{ran:#?}");
}

#[test]
fn odd_files_are_findings_and_the_rest_converts() {
    let world = World::with([("p/good.py", HELLO.as_bytes()), ("p/latin.py", b"print('\xe9')\n"), ("p/empty.py", b"")]);
    std::os::unix::fs::symlink(world.path("p"), world.path("p/loop")).unwrap();
    std::os::unix::fs::symlink("nowhere", world.path("p/dangling.py")).unwrap();
    world.put("p/huge.py", vec![b'#'; 100 * 1024 * 1024]);
    let report = world.batuta(&["transpile", "p", "-o", "out", "--format", "json"]);
    assert!(matches!(report.code, Some(0 | 1 | 3)), "{}", report.stderr);
    let json = report.json();
    let status = |name: &str| {
        let file = json["files"].as_array().unwrap().iter().find(|file| file["source"] == name);
        file.map(|file| file["status"].as_str().unwrap().to_owned())
    };
    assert_eq!(status("good.py").as_deref(), Some("converted"));
    assert!(
        matches!(status("latin.py").as_deref(), Some("refused" | "failed" | "partial")),
        "{:?}",
        status("latin.py")
    );
    assert!(matches!(status("huge.py").as_deref(), Some("refused" | "failed" | "skipped")), "{:?}", status("huge.py"));
    let findings = json["diagnostics"].to_string();
    assert!(findings.contains("huge.py") && findings.contains("latin.py"), "{findings}");
}

#[test]
fn two_runs_on_one_output_do_not_mix() {
    let world = project();
    let mut first =
        world.command(&["convert", "p", "-o", "out"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    std::thread::sleep(Duration::from_millis(500));
    let second = world.batuta(&["convert", "p", "-o", "out"]);
    let code = first.wait().unwrap().code();
    assert_eq!(code, Some(0));
    assert!(second.code == Some(0) || second.stderr.contains("another"), "{second:#?}");
}

#[test]
fn a_component_that_is_none_is_refused_with_a_remedy() {
    let world = World::with([("hello.py", HELLO)]);
    std::fs::File::create(world.path("bad.wasm")).unwrap().write_all(b"\0asm\x01\0\0\0").unwrap();
    let ran = world.batuta(&["transpile", "hello.py", "-o", "out", "--plugin", "bad.wasm"]).code(1);
    assert!(ran.stderr.contains("bad.wasm") && ran.stderr.contains("component"), "{ran:#?}");
}
