//! The guest written in Rust, `tests/guests/hostile`: a real plugin whose settings name what it does wrong.

use crate::measure::{Table, assert_clean, error_of};
use crate::world::{World, context};
use batuta_runtime::model::Lowered;
use batuta_runtime::plugin_set::{FailureKind, PluginSet, RecordedRead, StepOutcome};
use std::time::Duration;

/// Deadline of a call in these tests, and some slack.
const SHORT: Duration = Duration::from_secs(4);

/// Attack, argument, what it does, how it must end.
const FAILS: &[(&str, &str, &str, FailureKind)] = &[
    ("panic", "", "panics", FailureKind::Trap),
    ("abort", "", "aborts", FailureKind::Trap),
    ("loop", "", "loops for ever", FailureKind::Timeout),
    ("recurse", "", "recurses without end", FailureKind::Stack),
    ("grow", "", "grows its memory without end", FailureKind::Memory),
    ("host-storm", "", "calls the host for ever", FailureKind::Timeout),
    ("ignore-cancel", "", "goes on whatever the host says", FailureKind::Timeout),
    ("span-outside", "", "a finding past the end of the file", FailureKind::InvalidData),
    ("span-overflow", "", "a finding at byte 2^32 - 1", FailureKind::InvalidData),
    ("span-reversed", "", "a finding that ends before it starts", FailureKind::InvalidData),
    ("span-stranger", "", "a finding in a file that it never saw", FailureKind::InvalidData),
    ("origin-outside", "", "an origin past the end of the file", FailureKind::InvalidData),
    ("origin-order", "", "origins out of order", FailureKind::InvalidData),
    ("output-path", "../../.git/hooks/post-checkout", "writes outside", FailureKind::InvalidData),
    ("output-path", "/etc/passwd", "writes to an absolute path", FailureKind::InvalidData),
    ("output-path", "src\\..\\..\\x.rs", "writes with backslashes", FailureKind::InvalidData),
    ("output-path", "C:/x.rs", "writes to a drive", FailureKind::InvalidData),
    ("output-path", "src/NUL.rs", "writes to a device of Windows", FailureKind::InvalidData),
    ("output-path", "src/a\0b.rs", "writes to a path with NUL", FailureKind::InvalidData),
    ("output-path", ".cargo/config.toml", "writes cargo's configuration", FailureKind::InvalidData),
    ("output-path", "build.rs", "writes a build script", FailureKind::InvalidData),
    ("output-path", "Cargo.toml", "writes the host's manifest", FailureKind::InvalidData),
    ("output-path", "rust-toolchain.toml", "chooses a toolchain", FailureKind::InvalidData),
    ("output-twice", "", "two paths that differ in case only", FailureKind::InvalidData),
    ("output-folder", "", "a path that is a file and a folder", FailureKind::InvalidData),
    ("output-many", "", "20,000 files", FailureKind::Handles),
    ("package-name", "../x", "a package with a path for a name", FailureKind::InvalidData),
    ("binary-path", "", "a program whose root lies outside", FailureKind::InvalidData),
    ("binary-command", "/bin/sh", "a reference run by path", FailureKind::InvalidData),
    ("dependency", "a b", "a dependency that is no name", FailureKind::InvalidData),
    ("requirement", "git+https://x", "a dependency from git", FailureKind::InvalidData),
    ("support", "../x", "a support crate with a path for a name", FailureKind::InvalidData),
    ("open-storm", "", "opens ten million files", FailureKind::Volume),
    ("leak-files", "", "keeps every file that it opens", FailureKind::Handles),
    ("leak-sinks", "", "keeps every sink that it makes", FailureKind::Handles),
    ("sink-flood", "", "writes to a sink for ever", FailureKind::Limit),
    ("transfer-huge", "", "passes 200 MiB to the host at once", FailureKind::Volume),
    ("tools", "", "runs a program without being granted it", FailureKind::Denied),
    ("storage", "", "stores without being granted it", FailureKind::Denied),
];

pub fn run(world: &World, table: &mut Table) {
    for (attack, argument, what, kind) in FAILS {
        let name =
            if argument.is_empty() { (*attack).to_string() } else { format!("{attack} {}", argument.escape_debug()) };
        table.case(&name, what, SHORT, || {
            let outcome = world.attack(attack, argument);
            let error = error_of(&outcome, "hostile", "6.6.6");
            assert_eq!(error.kind, *kind, "{error}");
            world.good_call();
            format!("{kind:?}: {}", short(&error.message))
        });
    }
    floods(world, table);
    text(world, table);
    reads(world, table);
    purity(world, table);
    cancel(world, table);
}

/// The first words of a message.
fn short(message: &str) -> String {
    batuta_runtime::text::clean(message, 90)
}

fn expect(outcome: StepOutcome<Lowered>) -> StepOutcome<Lowered> {
    if let Err(error) = &outcome.result {
        panic!("{error}");
    }
    outcome
}

/// Floods are cut, and the call succeeds: what was kept is still worth something.
fn floods(world: &World, table: &mut Table) {
    table.case("log-flood", "200 MB of log lines", SHORT, || {
        expect(world.attack("log-flood", ""));
        world.good_call();
        "ok, 1 MiB kept".into()
    });
    table.case("emit-flood", "200,000 findings", SHORT, || {
        let outcome = expect(world.attack("emit-flood", ""));
        assert_eq!(outcome.diagnostics.len(), 10_000);
        world.good_call();
        "ok, 10,000 kept".into()
    });
    table.case("emit-huge", "1,000 findings of 1 MiB", SHORT, || {
        let outcome = expect(world.attack("emit-huge", ""));
        assert!(outcome.diagnostics.iter().all(|finding| finding.message.len() <= 4096));
        world.good_call();
        format!("ok, {} kept, cut to 4 KiB", outcome.diagnostics.len())
    });
    table.case("index-flood", "an index of 300 MiB", SHORT, || {
        let outcome = world.sandbox.index(0, &world.file, &context("index-flood", ""));
        let error = error_of(&outcome, "hostile", "6.6.6");
        assert!(matches!(error.kind, FailureKind::Memory | FailureKind::Limit), "{error}");
        world.good_call();
        format!("{:?}: {}", error.kind, short(&error.message))
    });
}

/// Control characters reach nobody.
fn text(world: &World, table: &mut Table) {
    for (attack, what) in [
        ("emit-control", "terminal codes and reversed text in a finding"),
        ("fix-control", "terminal codes in a fix"),
        ("log-control", "terminal codes in a log line"),
    ] {
        table.case(attack, what, SHORT, || {
            let outcome = expect(world.attack(attack, ""));
            for finding in &outcome.diagnostics {
                assert_clean(&finding.message);
                finding.help.iter().for_each(|help| assert_clean(help));
                finding.fixes.iter().for_each(|fix| assert_clean(&fix.replacement.replace('\n', "")));
            }
            assert_eq!(outcome.diagnostics.len(), usize::from(attack != "log-control"));
            world.good_call();
            "ok, replaced".into()
        });
    }
    table.case("panic-words", "terminal codes in a panic", SHORT, || {
        let error = error_of(&world.attack("panic", ""), "hostile", "6.6.6");
        assert!(error.message.contains("as asked"), "{error}");
        assert_clean(&error.message);
        error.message
    });
}

/// Paths outside of the project are misses; every read and miss is recorded.
fn reads(world: &World, table: &mut Table) {
    for (path, recorded) in [
        ("other.txt", Some("other.txt")),
        ("./x/../other.txt", Some("other.txt")),
        ("missing.txt", Some("missing.txt")),
        ("../../etc/passwd", None),
        ("/etc/passwd", None),
        ("C:\\x", None),
        ("a\0b", None),
    ] {
        table.case(&format!("open {}", path.escape_debug()), "opens a file by this path", SHORT, || {
            let outcome = expect(world.attack("open", path));
            let reads: Vec<&str> = outcome.reads.iter().map(|read: &RecordedRead| read.path.as_str()).collect();
            assert_eq!(reads, recorded.into_iter().collect::<Vec<_>>());
            let text = String::from_utf8(outcome.result.unwrap().files[0].content.clone()).unwrap();
            let expected =
                if recorded == Some("other.txt") { "// opened other.txt with 5 bytes\n" } else { "// nothing there\n" };
            assert_eq!(text, expected);
            format!("ok, {}", if recorded.is_some() { "recorded" } else { "a miss" })
        });
    }
}

/// Nothing is carried from call to call, and results do not depend on the machine.
fn purity(world: &World, table: &mut Table) {
    table.case("counts-calls", "counts its calls in a static", SHORT, || {
        (0..50).for_each(|_| world.good_call());
        "ok, every call is the first".into()
    });
    table.case("nan", "shows the bits of NaN", SHORT, || {
        let outcome = expect(world.attack("nan", ""));
        let text = String::from_utf8(outcome.result.unwrap().files[0].content.clone()).unwrap();
        assert_eq!(text, "// [7ff8000000000000, 7ff8000000000000, 7ff8000000000000]\n");
        "ok, canonical".into()
    });
    table.case("threads", "64 calls from 8 threads, a quarter of them trap", SHORT, || {
        std::thread::scope(|scope| {
            for thread in 0..8 {
                scope.spawn(move || {
                    for call in 0..8 {
                        if (thread + call) % 4 == 0 {
                            assert_eq!(
                                error_of(&world.attack("abort", ""), "hostile", "6.6.6").kind,
                                FailureKind::Trap
                            );
                        } else {
                            world.good_call();
                        }
                    }
                });
            }
        });
        "ok, all as alone".into()
    });
}

/// A cancelled guest that does not listen is stopped after the grace time.
fn cancel(world: &World, table: &mut Table) {
    for (attack, what) in [
        ("ignore-cancel", "ignores a cancel"),
        ("loop", "is cancelled while it loops"),
        ("host-storm", "stops when it is told"),
    ] {
        table.case(&format!("cancel {attack}"), what, Duration::from_millis(1500), || {
            let cx = context(attack, "");
            let cancel = cx.cancel.clone();
            let outcome = std::thread::scope(|scope| {
                scope.spawn(move || {
                    std::thread::sleep(Duration::from_millis(100));
                    cancel.cancel();
                });
                world.lower(&world.sandbox, &cx)
            });
            if attack == "host-storm" {
                expect(outcome);
            } else {
                assert_eq!(error_of(&outcome, "hostile", "6.6.6").kind, FailureKind::Cancelled);
            }
            world.good_call();
            "stopped".into()
        });
    }
}
