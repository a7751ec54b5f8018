//! Numeric call sites end to end: the real `batuta` with its sandboxed optimizer and backends, cargo, and CPython with NumPy.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{World, root};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::Command;

/// What pip installs, pinned as everywhere.
const PACKAGE: &str = "numpy==2.4.6";

/// Where NumPy is, in the target folder.
fn site() -> PathBuf {
    let target = std::env::current_exe().unwrap().ancestors().nth(3).unwrap().to_path_buf();
    let folder = target.join("site").join(PACKAGE.replace("==", "-"));
    if !folder.join("numpy").is_dir() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"]);
        assert!(pip.arg(&folder).arg(PACKAGE).status().unwrap().success(), "pip cannot fetch {PACKAGE}");
    }
    folder
}

fn reference(program: &str) -> String {
    let path = root().join("tests/fixtures/numpy").join(program);
    let done = Command::new("python3").arg(path).env("PYTHONPATH", site()).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).unwrap()
}

/// A folder with the converted program in `out`, and the report.
fn transpiled(program: &str, flags: &[&str]) -> (World, Value) {
    let world = World::new();
    let source = root().join("tests/fixtures/numpy").join(program);
    let mut all = vec!["transpile", "--format", "json"];
    all.extend([source.to_str().unwrap(), "-o", "out"]);
    all.extend(flags);
    let run = world.batuta(&all);
    assert_eq!(run.code, Some(0), "{run:#?}");
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    (world, report)
}

/// What the converted program prints, and the report.
fn converted(program: &str, flags: &[&str]) -> (String, Value) {
    let (world, report) = transpiled(program, flags);
    let cargo = Command::new("cargo")
        .args(["build", "--release", "--offline", "--quiet"])
        .current_dir(world.path("out"))
        // Nothing is timed here, and rustc's optimizer is most of a build.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .unwrap();
    assert!(cargo.status.success(), "{flags:?}\n{}", String::from_utf8_lossy(&cargo.stderr));
    let binary = program.trim_end_matches(".py");
    let done = Command::new(world.path("out/target/release").join(binary)).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    (String::from_utf8(done.stdout).unwrap(), report)
}

/// How many sites each backend gave bodies for, by operation.
fn given(report: &Value) -> BTreeMap<(String, String), usize> {
    let mut counts = BTreeMap::new();
    for decision in report["decisions"].as_array().unwrap() {
        let operation = decision["operation"].as_str().unwrap().split('.').next().unwrap().to_owned();
        let backend = decision["backend"].as_str().unwrap_or("runtime").to_owned();
        *counts.entry((operation, backend)).or_default() += 1;
    }
    counts
}

/// A backend that lies for every operation: the program prints what it would without, and each lie is a finding.
#[test]
fn a_backend_that_lies_changes_nothing() {
    let world = World::new();
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    let module = bundle.with_file_name("liar.core.wasm");
    world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "liar.wasm"]).code(0);
    let source = root().join("tests/fixtures/numpy/sites.py");
    let arguments = ["convert", source.to_str().unwrap(), "-o", "out", "--plugin", "liar.wasm", "--backend", "liar"];
    let run = world.batuta(&[&arguments[..], &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&run.stdout).unwrap();
    let decisions = report["decisions"].as_array().unwrap();
    assert!(decisions.len() > 20 && decisions.iter().all(|it| it["backend"].is_null()), "{decisions:#?}");
    let lies = report["diagnostics"].as_array().unwrap().iter().filter(|it| it["code"] == "BT0012").count();
    assert_eq!(lies, decisions.len(), "{:#?}", report["diagnostics"]);
    let done = Command::new(world.path("out/target/release/sites")).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stdout), reference("sites.py"));
}

#[test]
fn every_backend_prints_what_numpy_prints() {
    let wanted = reference("sites.py");
    let all = [&["--backend", "none"][..], &[], &["--backend", "native"], &["--backend", "ndarray"]];
    for flags in all {
        // Built once each: without a flag the same is written as with `native`, and the program without bodies is that of the liar above.
        let report = match flags {
            ["--backend", "native" | "ndarray"] => {
                let (printed, report) = converted("sites.py", flags);
                assert_eq!(printed, wanted, "{flags:?}");
                report
            }
            _ => transpiled("sites.py", flags).1,
        };
        let given = given(&report);
        let backends: BTreeSet<&str> = given.keys().map(|(_, backend)| backend.as_str()).collect();
        let of = |operation: &str, backend: &str| given.contains_key(&(operation.to_owned(), backend.to_owned()));
        match flags {
            ["--backend", "none"] => assert_eq!(backends, BTreeSet::from(["runtime"]), "{given:?}"),
            ["--backend", "ndarray"] => {
                assert!(of("fused", "backend-ndarray") && of("matmul", "backend-ndarray"), "{given:?}");
                assert!(of("sum", "runtime") && !of("sum", "backend-ndarray"), "{given:?}");
            }
            _ => {
                for operation in ["fused", "sum", "matmul"] {
                    assert!(of(operation, "backend-native"), "{flags:?} {given:?}");
                }
            }
        }
        let first = &report["decisions"][0];
        assert!(first["span"]["line"].as_u64().unwrap() > 1 && !first["why"].as_str().unwrap().is_empty(), "{first}");
        assert!(!first["alternatives"].as_array().unwrap().is_empty() || flags.contains(&"none"), "{first}");
    }
}

#[test]
fn the_optimizer_s_choice_is_written_as_if_it_had_been_asked_for() {
    let rust = |flags: &[&str]| transpiled("sites.py", flags).0.text("out/sites/src/main.rs");
    let (chosen, native, none) = (rust(&[]), rust(&["--backend", "native"]), rust(&["--backend", "none"]));
    assert!(chosen == native && chosen != none, "without a flag another program is written than with `native`");
}
