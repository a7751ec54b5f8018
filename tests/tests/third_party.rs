//! A stranger's plugin through the real `batuta`, and the host embedded in a program of somebody else's.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{World, binary};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

const WORDS: &str = "# Counts words.\n{ for (i = 1; i <= NF; i++) seen[$i]++ }\nEND { print NR, seen[\"b\"] }\n";

/// What `cargo dev plugins` leaves of `examples/third-party-plugin`.
fn core_module() -> PathBuf {
    let bundle = std::env::var_os("BATUTA_BUNDLE").map(PathBuf::from).expect("run this through `cargo dev ready`");
    bundle.with_file_name("awk.core.wasm")
}

/// A world with the plugin packed as `awk.wasm`.
fn world(source: &str) -> World {
    let world = World::with([("p/words.awk", source)]);
    let module = core_module();
    let packed = world.batuta(&["plugin", "pack", module.to_str().unwrap(), "-o", "awk.wasm"]).code(0);
    assert!(packed.stdout.contains("Converts a subset of AWK to Rust"), "{packed:#?}");
    world
}

#[test]
fn a_language_that_batuta_does_not_know_is_converted_validated_and_built() {
    let world = world(WORDS);
    let arguments = ["convert", "p", "-o", "out", "--plugin", "awk.wasm", "--require-validation", "--format", "json"];
    let report = world.batuta(&[&arguments[..], &["--stdin-text", "a b\nb"]].concat()).code(0).json();
    let case = &report["validation"]["programs"][0]["cases"][0];
    assert_eq!(case["outcome"], "same", "{report:#}");
    let map: Value = serde_json::from_str(&world.text("out/batuta-output.json")).unwrap();
    assert_eq!(map["programs"][0]["source"], "words.awk", "{map:#}");
    let again = world.batuta(&arguments).code(0).json();
    assert_eq!(again["steps"]["lower"]["executed"], 0, "{again:#}");
}

#[test]
fn its_refusals_point_into_the_source() {
    let world = world("BEGIN {\n    print 1 | \"sort\"\n}\n");
    let report =
        world.batuta(&["transpile", "p", "-o", "out", "--plugin", "awk.wasm", "--format", "json"]).code(3).json();
    let finding = &report["diagnostics"][0];
    assert_eq!((finding["code"].as_str(), finding["place"]["line"].as_u64()), (Some("AW0002"), Some(2)), "{finding:#}");
}

#[test]
fn a_file_can_be_inspected_and_what_is_none_is_refused() {
    let world = world(WORDS);
    let inspected = world.batuta(&["plugin", "inspect", "./awk.wasm", "--format", "json"]).code(0).json();
    assert_eq!(inspected["manifest"]["languages"][0], "awk", "{inspected:#}");
    world.put("none.wasm", b"\0asm\x01\0\0\0");
    let refused = world.batuta(&["plugin", "pack", "none.wasm"]).code(1);
    assert!(refused.stderr.contains("none.wasm") && refused.stderr.contains("try:"), "{refused:#?}");
}

#[test]
fn the_host_can_be_embedded() {
    let world = world(WORDS);
    let program = binary().with_file_name("batuta-example-embed-host");
    let output = Command::new(program).args(["awk.wasm", "p", "out"]).current_dir(world.path("")).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("words.awk: Converted"), "{output:#?}");
    assert!(said.contains("BT0010"), "there is no analyzer, and that is said: {said}");
    assert!(world.path("out/words/src/main.rs").exists());
}

#[test]
fn which_of_several_plugins_converts_is_the_user_s_choice() {
    let world = world(WORDS);
    world.put("p/more/others.awk", "BEGIN { print 1 }\n");
    world.put("p/batuta.toml", "[[use]]\nplugin = 'nobody'\nlanguage = 'awk'\n");
    let convert = ["transpile", "p", "-o", "out", "--plugin", "awk.wasm", "--format", "json"];
    let report = world.batuta(&convert).code(1);
    assert!(report.stderr.contains("names the plugin `nobody`, which is not there"), "{report:#?}");
    world.put("p/batuta.toml", "[[use]]\nplugin = 'bashrs'\nfiles = ['more/**']\n");
    let report = world.batuta(&convert).json();
    let by: Vec<(&str, &str)> = report["files"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|file| Some((file["source"].as_str()?, file["plugin"].as_str()?)))
        .collect();
    assert_eq!(by, [("more/others.awk", "bashrs"), ("words.awk", "awk")], "{report:#}");
}

/// The crate of another project, unchanged: only its glue is here.
#[test]
fn depyler_core_runs_as_a_component() {
    let world = World::with([("p/gcd.py", GCD)]);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/depyler-component");
    let built = binary().with_file_name("depyler-component");
    let mut command = world.command(&["plugin", "build", folder.to_str().unwrap(), "-o", "depyler-core.wasm"]);
    let output = command.env("CARGO_TARGET_DIR", built).output().unwrap();
    assert!(output.status.success(), "{output:#?}");
    let engines = ["--engine", "depyler", "--engine", "depyler-core", "--plugin", "depyler-core.wasm"];
    let report = world.batuta(&[&["compare", "p", "--format", "json"], &engines[..]].concat()).json();
    let same = |at: usize| (report[at]["engine"].as_str(), report[at]["same"].as_u64());
    assert_eq!((same(0), same(1)), ((Some("depyler"), Some(1)), (Some("depyler-core"), Some(1))), "{report:#}");
}

const GCD: &str = "\
def gcd(a: int, b: int) -> int:
    while b != 0:
        a, b = b, a % b
    return a


print(gcd(48, 18))
";
