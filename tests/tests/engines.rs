//! Native transpilers as engines, and engines compared, with the real `batuta`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::World;
use std::os::unix::fs::PermissionsExt;

/// A transpiler of a stranger: knows one statement, and tries what it should not.
const TOY: &str = r#"#!/bin/sh
[ "$1" = --version ] && { echo "toy 3.2.1"; exit 0; }
grep -q refuse "$1" && { echo "cannot convert refuse" >&2; exit 9; }
touch "$HOME/../escaped" /tmp/batuta-toy-escaped 2>/dev/null
cat /etc/hostname ~root/.ssh/id_rsa >/dev/null 2>&1
echo 'fn main() {'
sed -n 's/^print("\(.*\)")$/    println!("\1");/p' "$1"
echo '}'
"#;

const ADAPTER: &str = "name = 'toy'\nlanguage = 'python'\nprogram = 'toy-transpiler'\narguments = ['{input}']\noutput = 'stdout'\nreference = ['python3', '{source}']\n";

fn world() -> World {
    let world = World::with([
        ("bin/toy-transpiler", TOY),
        ("toy.toml", ADAPTER),
        ("p/hello.py", "print(\"hello\")\n"),
        ("p/sum.py", "print(\"1\")\nprint(1 + 1)\n"),
    ]);
    std::fs::set_permissions(world.path("bin/toy-transpiler"), PermissionsExt::from_mode(0o755)).unwrap();
    world
}

/// `batuta` with the toy on PATH.
fn batuta(world: &World, arguments: &[&str]) -> batuta_tests::command::Ran {
    let path = format!("{}:{}", world.path("bin").display(), std::env::var("PATH").unwrap());
    let mut command = world.command(arguments);
    batuta_tests::command::Ran::of(command.env("PATH", path).output().unwrap())
}

#[test]
fn a_native_transpiler_converts_in_a_sandbox() {
    let world = world();
    let _ = std::fs::remove_file("/tmp/batuta-toy-escaped");
    let arguments = ["transpile", "p", "-o", "out", "--engine", "external:toy.toml", "--format", "json"];
    let report = batuta(&world, &arguments).code(0).json();
    assert_eq!(report["files"][0]["plugin"], "external-toy", "{report:#}");
    let toy = report["plugins"].as_array().unwrap().iter().find(|it| it["name"] == "external-toy").unwrap();
    assert_eq!(toy["version"], "3.2.1", "{toy}");
    assert!(world.text("out/hello/src/main.rs").contains("println!(\"hello\");"));
    assert!(!std::path::Path::new("/tmp/batuta-toy-escaped").exists(), "it wrote outside of its folder");
}

/// As `pmat` calls itself and answers; tries to write into the project, which it may only read.
const PMAT: &str = r#"#!/bin/sh
[ "$1" = tdg ] && [ "$3" = --format ] && [ "$4" = json ] || { echo "unexpected: $*" >&2; exit 2; }
[ -r "$2/hello.py" ] || { echo "cannot read $2" >&2; exit 3; }
touch "$2/escaped" 2>/dev/null
if [ -r "$2/broken.py" ]; then echo 84.0; exit 0; fi
echo '{"files": [], "average_score": 87.5, "average_grade": "AMinus"}'
"#;

#[test]
fn the_grade_of_another_tool_stands_beside_ours() {
    let world = world();
    let mut lone = world.command(&["analyze", "p", "--pmat"]);
    let lone = batuta_tests::command::Ran::of(lone.env("PATH", world.path("bin")).output().unwrap()).code(1);
    assert!(lone.stderr.contains("not on PATH") || lone.stdout.contains("not on PATH"), "{lone:#?}");
    world.put("bin/pmat", PMAT);
    std::fs::set_permissions(world.path("bin/pmat"), PermissionsExt::from_mode(0o755)).unwrap();
    let report = batuta(&world, &["analyze", "p", "--pmat", "--format", "json"]).code(0).json();
    let expected = serde_json::json!({"tool": "pmat", "score": 87.5, "grade": "A-"});
    assert_eq!(report["foreign_grade"], expected, "{report:#}");
    let shown = batuta(&world, &["analyze", "p", "--pmat"]).code(0);
    assert!(shown.stdout.contains("pmat says A- (87.5 of 100)"), "{shown:#?}");
    assert!(!world.path("p/escaped").exists(), "it wrote into the project");
    world.put("p/broken.py", "");
    let broken = batuta(&world, &["analyze", "p", "--pmat"]).code(1);
    assert!(broken.stderr.contains("no grade") || broken.stdout.contains("no grade"), "{broken:#?}");
}

#[test]
fn what_it_cannot_convert_is_said_and_a_missing_one_too() {
    let world = world();
    world.put("p/bad.py", "refuse\n");
    let arguments = ["transpile", "p", "-o", "out", "--engine", "external:toy.toml", "--format", "json"];
    let report = batuta(&world, &arguments).json();
    let bad = &report["files"].as_array().unwrap().iter().find(|it| it["source"] == "bad.py").unwrap();
    assert_eq!(bad["status"], "refused", "{report:#}");
    assert!(bad["reason"].as_str().unwrap().contains("cannot convert refuse"), "{bad}");
    for (engine, why) in
        [("external:toy.toml", "not on PATH"), ("external:nobody", "known as"), ("nobody", "no engine")]
    {
        let ran = world.batuta(&["transpile", "p", "-o", "out2", "--engine", engine]).code(1);
        assert!(ran.stderr.contains(why) && ran.stderr.contains("try:"), "{ran:#?}");
    }
}

#[test]
fn engines_are_compared() {
    let world = world();
    let arguments = ["compare", "p", "--engine", "depyler", "--engine", "external:toy.toml", "--format", "json"];
    let rows = batuta(&world, &arguments).code(0).json();
    let (ours, toy) = (&rows[0], &rows[1]);
    assert_eq!((ours["same"].as_u64(), ours["different"].as_u64()), (Some(2), Some(0)), "{rows:#}");
    assert_eq!((toy["same"].as_u64(), toy["different"].as_u64()), (Some(1), Some(1)), "{rows:#}");
    world.batuta(&["compare", "p", "--engine", "depyler"]).code(1);
}
