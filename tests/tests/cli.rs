//! What the commands promise: exit codes, the output's shape, stdout for machines, faults of the machine.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{World, root, snapshot};
use serde_json::Value;
use std::process::{Command, Stdio};

const HELLO: &str = "def greet(name):\n    return \"hello \" + name\n\n\nprint(greet(\"world\"))\n";
/// The same where the language does not matter: the support crate of C compiles in a fraction of the time.
const HELLO_C: &str = "#include <stdio.h>\nint main(void) {\n    puts(\"hello world\");\n    return 0;\n}\n";

fn statuses(report: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap_or("").to_owned();
    let files = report["files"].as_array().unwrap();
    files.iter().map(|file| (text(&file["source"]), text(&file["status"]))).collect()
}

#[test]
fn a_single_file_becomes_one_package_with_one_binary() {
    let world = World::with([("fib-2.py", HELLO)]);
    world.batuta(&["convert", "fib-2.py", "-o", "out"]).code(0);
    let map: Value = serde_json::from_str(&world.text("out/batuta-output.json")).unwrap();
    let program = &map["programs"][0];
    let fields = ["source", "package", "binary", "kind"].map(|key| program[key].as_str().unwrap_or("").to_owned());
    assert_eq!(fields, ["fib-2.py", "fib_2", "fib_2", "binary"], "{map:#}");
    let ran = Command::new(world.path("out/target/release/fib_2")).output().unwrap();
    assert_eq!(ran.stdout, b"hello world\n");
}

#[test]
fn the_mixed_project_converts_and_builds_without_warnings() {
    let world = World::new();
    let project = root().join("examples/mixed-project");
    let run =
        world.batuta(&["convert", project.to_str().unwrap(), "-o", "out", "--require-validation", "--format", "json"]);
    let report = run.code(0).json();
    let cases: Vec<&Value> = report["validation"]["programs"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|p| p["cases"].as_array().unwrap())
        .collect();
    assert!(cases.len() >= 3, "a case per language: {cases:#?}");
    assert!(cases.iter().all(|case| case["outcome"] == "same"), "{cases:#?}");
    let languages: std::collections::BTreeSet<_> =
        report["programs"].as_array().unwrap().iter().map(|p| p["language"].to_string()).collect();
    assert_eq!(languages.len(), 3, "{languages:?}");
    // From nothing, as a user would build it.
    std::fs::remove_dir_all(world.path("out/target")).unwrap();
    let built = Command::new("cargo")
        .args(["build", "--release", "--offline"])
        .current_dir(world.path("out"))
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&built.stderr).into_owned();
    assert!(built.status.success() && !said.contains("warning"), "{said}");
}

#[test]
fn output_is_the_same_at_any_number_of_threads() {
    let world = World::new();
    let project = root().join("examples/mixed-project");
    for jobs in ["1", "2"] {
        world.batuta(&["transpile", project.to_str().unwrap(), "-o", &format!("out{jobs}"), "--jobs", jobs]).code(0);
    }
    let (one, two) = (snapshot(&world.path("out1")), snapshot(&world.path("out2")));
    assert!(one.len() > 8, "{:?}", one.keys());
    assert_eq!(one, two);
}

#[test]
fn a_refusal_is_listed_and_the_rest_converts() {
    let world = World::with([("p/bad.py", "print(\"before\")\nexec(input())\n"), ("p/good.py", HELLO)]);
    let report = world.batuta(&["transpile", "p", "-o", "out", "--format", "json"]).code(3).json();
    let statuses = statuses(&report);
    assert_eq!(statuses[1], ("p/good.py".replace("p/", ""), "converted".into()), "{statuses:?}");
    assert!(matches!(statuses[0].1.as_str(), "partial" | "refused"), "{statuses:?}");
    let finding = &report["diagnostics"][0];
    assert_eq!(
        (finding["place"]["file"].as_str(), finding["place"]["line"].as_u64()),
        (Some("bad.py"), Some(2)),
        "{finding:#}"
    );
    assert!(finding["code"].as_str().unwrap().starts_with("PY"));
}

#[test]
fn a_difference_is_found_and_said() {
    // The name of the process is the interpreter's on one side and the program's on the other.
    let world = World::with([("now.sh", "#!/bin/bash\nread -r me < /proc/$$/comm\necho \"$me\"\n")]);
    let run = world.batuta(&["convert", "now.sh", "-o", "out"]).code(4);
    assert!(run.stdout.contains("stdout"), "{run:#?}");
}

#[test]
fn nothing_to_run_is_not_validated_and_never_passed() {
    let world = World::with([("lib/util.c", "int twice(int x) {\n    return 2 * x;\n}\n"), ("lib/notes.md", "# x\n")]);
    let run = world.batuta(&["convert", "lib", "-o", "out", "--require-validation"]);
    assert!(run.code != Some(0), "{run:#?}");
    assert!(run.stdout.to_lowercase().contains("not validated"), "{run:#?}");
}

#[test]
fn wrong_usage_is_code_2_and_help_teaches() {
    let world = World::new();
    world.batuta(&["convert", "--no-such-flag"]).code(2);
    world.batuta(&[]).code(2);
    let help = world.batuta(&["convert", "--help"]).code(0);
    assert!(help.stdout.contains("Example:\n  batuta convert"), "{}", help.stdout);
    let missing = world.batuta(&["convert", "nowhere", "-o", "out"]).code(1);
    assert!(missing.stderr.contains("nowhere"), "{missing:#?}");
}

#[test]
fn json_is_the_only_thing_on_stdout() {
    let world = World::with([("p/a.py", HELLO), ("p/b.sh", "#!/bin/sh\necho hi\n")]);
    for command in [
        vec!["analyze", "p"],
        vec!["analyze", "p", "--tdg", "--plan"],
        vec!["calibrate", "--budget", "0.1", "--explain"],
        vec!["transpile", "p", "-o", "out"],
        vec!["status", "out"],
        vec!["report", "out"],
        vec!["plugin", "list"],
    ] {
        let arguments: Vec<&str> = command.iter().copied().chain(["--format", "json", "-v"]).collect();
        let run = world.batuta(&arguments);
        assert!(run.json().is_object() || run.json().is_array(), "{arguments:?}");
    }
}

#[test]
fn debt_and_a_plan_are_shown_when_they_are_asked_for() {
    let world =
        World::with([("p/a.py", "import b\n\n\ndef f():\n    return b.g()\n"), ("p/b.py", "def g():\n    return 1\n")]);
    let plain = world.batuta(&["analyze", "p", "--format", "json"]).code(0).json();
    assert!(plain["summary"]["debt"].is_null());
    let json = world.batuta(&["analyze", "p", "--tdg", "--plan", "--format", "json"]).code(0).json();
    let debt = &json["summary"]["debt"];
    assert_eq!(debt["files"].as_array().unwrap().len(), 2);
    assert_eq!(debt["files"][0]["functions"][0]["name"], "f");
    let plan: Vec<u64> = debt["plan"].as_array().unwrap().iter().map(|step| step["file"].as_u64().unwrap()).collect();
    assert_eq!(plan, [1, 0]);
    let tdg = world.batuta(&["analyze", "p", "--tdg"]).code(0).stdout;
    assert!(tdg.contains("Technical debt") && tdg.contains("tests 10.0") && !tdg.contains("LANGUAGE"), "{tdg}");
    let plan = world.batuta(&["analyze", "p", "--plan"]).code(0).stdout;
    assert!(plan.contains("Convert in this order") && !plan.contains("Technical debt"), "{plan}");
    for format in ["markdown", "html"] {
        let page = world.batuta(&["analyze", "p", "--tdg", "--format", format]).code(0).stdout;
        assert!(page.contains("Technical debt") && page.contains("b.py"), "{page}");
    }
}

#[test]
fn history_coverage_and_refusals_are_part_of_an_analysis() {
    let world = World::with([("p/a.py", "def f(code):\n    exec(code)\n"), ("p/b.py", "def g():\n    return 1\n")]);
    world.put("p/lcov.info", "SF:/elsewhere/p/b.py\nDA:1,1\nDA:2,0\nend_of_record\n");
    let git = |arguments: &[&str]| {
        let mut git = std::process::Command::new("git");
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let ran = git.args(identity).args(arguments).current_dir(world.path("p")).output().expect("git is installed");
        assert!(ran.status.success(), "{ran:?}");
    };
    git(&["init", "-q"]);
    for round in 0..4 {
        world.put("p/a.py", format!("def f(code):\n    exec(code + '{round}')\n"));
        git(&["add", "."]);
        git(&["commit", "-qm", "a change"]);
    }
    let json = world.batuta(&["analyze", "p", "--tdg", "--plan", "--format", "json"]).code(0).json();
    let debt = &json["summary"]["debt"];
    let points = |file: usize, name: &str| {
        let penalties = debt["files"][file]["penalties"].as_array().unwrap();
        penalties.iter().find(|it| it["name"] == name).map(|it| it["points"].as_f64().unwrap())
    };
    // Two lines, then one of them written over three times: 2 + 3 * 2 lines for the 2 that are there.
    assert_eq!((points(0, "churn"), points(1, "churn")), (Some(4.0), Some(0.0)), "{debt:#}");
    assert_eq!((points(0, "coverage"), points(1, "coverage")), (None, Some(5.0)), "{debt:#}");
    let refusals =
        debt["plan"].as_array().unwrap().iter().map(|step| (step["file"].as_u64(), step["refusals"].as_u64()));
    assert_eq!(refusals.collect::<Vec<_>>(), [(Some(0), Some(1)), (Some(1), Some(0))], "{debt:#}");
    let plan = world.batuta(&["analyze", "p", "--plan"]).code(0).stdout;
    assert!(plan.contains("REFUSED"), "{plan}");
    let costs = world.batuta(&["analyze", "p", "-v", "--no-cache"]).code(0).stdout;
    assert!(costs.contains("CALLS") && costs.contains("inspector"), "{costs}");
}

#[test]
fn needs_are_held_against_advisories_that_are_at_hand() {
    let advisory = |id: &str, ecosystem: &str, name: &str, introduced: &str, fixed: &str| {
        serde_json::json!({"id": id, "aliases": ["CVE-1-1"], "summary": "leaks", "published": "2023-05-26T18:15:00Z", "affected": [{
            "package": {"ecosystem": ecosystem, "name": name},
            "ranges": [{"type": "ECOSYSTEM", "events": [{"introduced": introduced}, {"fixed": fixed}]}],
        }]})
    };
    let world = World::with([
        ("app/requirements.txt", "Requests==2.30.0\nflask>=2.0\nnumpy==2.0\n"),
        ("app/Cargo.toml", "[package]\nname = \"x\"\n[dependencies]\ntime = \"=0.1.43\"\n"),
    ]);
    world.put("osv/a.json", advisory("A", "PyPI", "requests", "0", "2.31.0").to_string());
    let more = [advisory("B", "PyPI", "Flask", "2.0", "2.2.5"), advisory("C", "crates.io", "time", "0.1.0", "0.2.23")];
    world.put("osv/deep/b.json", serde_json::Value::from(more.to_vec()).to_string());
    world.put("osv/d.json", advisory("D", "PyPI", "numpy", "0", "1.22").to_string());
    let found = world.batuta(&["analyze", "app", "--advisories", "osv", "--format", "json"]).code(0).json();
    let told: Vec<String> = found["advisories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| {
            format!("{} {} {} {} {}", it["id"], it["package"], it["version"], it["certain"], it["fixed"])
                .replace('"', "")
        })
        .collect();
    assert_eq!(told, ["C time 0.1.43 true 0.2.23", "A Requests 2.30.0 true 2.31.0", "B flask 2.0 false 2.2.5"]);
    let shown = world.batuta(&["analyze", "app", "--advisories", "osv"]).code(0);
    assert!(shown.stdout.contains("has 2.30.0") && shown.stdout.contains("may have 2.0"), "{shown:#?}");
    world.put("osv/e.json", "{\"no\": \"advisory\"}");
    for (path, why) in [("osv", "e.json"), ("nowhere", "neither a file nor a folder")] {
        let ran = world.batuta(&["analyze", "app", "--advisories", path]).code(1);
        assert!(ran.stdout.contains(why) || ran.stderr.contains(why), "{ran:#?}");
    }
}

#[test]
fn needs_are_as_old_as_registries_say() {
    let world = World::with([("app/requirements.txt", "Requests==2.30.0\nflask>=2.0\n")]);
    let releases = serde_json::json!({"info": {"name": "requests"}, "releases": {
        "2.30.0": [{"upload_time": "2023-05-03T00:00:00", "yanked": false}],
        "2.32.0": [{"upload_time": "2024-05-02T12:00:00", "yanked": false}],
    }});
    world.put("releases/requests.json", releases.to_string());
    let found = world.batuta(&["analyze", "app", "--releases", "releases", "--format", "json"]).code(0).json();
    let ages = found["ages"].as_array().unwrap();
    assert_eq!((ages.len(), &ages[0]["newest"], &ages[1]["years"]), (2, &"2.32.0".into(), &serde_json::Value::Null));
    assert!((ages[0]["years"].as_f64().unwrap() - 365.0 / 365.25).abs() < 1e-9, "{ages:#?}");
    let shown = world.batuta(&["analyze", "app", "--releases", "releases"]).code(0);
    assert!(shown.stdout.contains("In all 1.0 years behind"), "{shown:#?}");
    world.put("releases/e.json", "[]");
    for (path, why) in [("releases", "e.json"), ("nowhere", "neither a file nor a folder")] {
        let ran = world.batuta(&["analyze", "app", "--releases", path]).code(1);
        assert!(ran.stdout.contains(why) || ran.stderr.contains(why), "{ran:#?}");
    }
}

#[test]
fn a_machine_is_measured_once_and_then_explained() {
    let world = World::new();
    let all = world.batuta(&["calibrate", "--budget", "0.3", "--profile", "all.json"]).code(0);
    assert!(all.stdout.contains("kept in all.json"), "{all:#?}");
    let measured: Value = serde_json::from_str(&world.text("all.json")).unwrap();
    let there = measured["fingerprint"]["devices"].as_array().unwrap().len();
    assert_eq!(
        measured["devices"].as_array().unwrap().len(),
        there,
        "whatever graphics devices there are, are measured"
    );
    let first = world.batuta(&["calibrate", "--no-gpu", "--budget", "0.3", "--profile", "p.json"]).code(0);
    assert!(first.stdout.contains("kept in p.json"), "{first:#?}");
    let kept = world.text("p.json");
    let again = ["calibrate", "--no-gpu", "--explain", "--profile", "p.json", "--format", "json"];
    let explained = world.batuta(&again).code(0).json();
    assert_eq!(world.text("p.json"), kept, "explaining measures nothing again");
    assert_eq!(explained["decisions"].as_array().unwrap().len(), 13 * 6);
    assert!(explained["decisions"][0]["alternatives"][0]["predicted"].as_f64().unwrap() > 0.0);
    // A profile of another form is measured anew, one of another machine is refused.
    std::fs::write(world.path("p.json"), kept.replacen("\"format\": 1", "\"format\": 7", 1)).unwrap();
    let anew = world.batuta(&["calibrate", "--no-gpu", "--explain", "--budget", "0.1", "--profile", "p.json"]).code(0);
    assert!(anew.stderr.contains("format 7"), "{anew:#?}");
    std::fs::write(world.path("p.json"), kept.replacen("\"processor\": \"", "\"processor\": \"Other ", 1)).unwrap();
    assert!(
        world
            .batuta(&["calibrate", "--explain", "--profile", "p.json"])
            .code(1)
            .stderr
            .contains("run `batuta calibrate` here")
    );
    world.batuta(&["calibrate", "--budget", "0"]).code(1);
}

#[test]
fn every_form_of_the_report_names_the_program() {
    let world = World::with([("hello.c", HELLO_C)]);
    world.batuta(&["convert", "hello.c", "-o", "out"]).code(0);
    for format in ["text", "json", "markdown", "html"] {
        let run = world.batuta(&["report", "out", "--format", format]).code(0);
        assert!(run.stdout.contains("hello"), "{format}: {}", run.stdout);
        assert!(!run.stdout.contains('\u{1b}'), "no colour where stdout is no terminal");
    }
    let sarif = world.batuta(&["report", "out", "--format", "sarif"]).code(0).json();
    assert_eq!(sarif["version"], "2.1.0");
}

#[test]
fn completions_are_printed_for_each_shell() {
    let world = World::new();
    for shell in ["bash", "zsh", "fish"] {
        let run = world.batuta(&["completions", shell]).code(0);
        assert!(run.stdout.contains("batuta") && run.stdout.contains("transpile"), "{shell}");
    }
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let world = World::with([("hello.py", HELLO)]);
    world.batuta(&["transpile", "hello.py", "-o", "out"]).code(0);
    let mut child = world
        .command(&["report", "out", "--format", "html"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn init_writes_a_configuration_that_is_read_without_warnings() {
    let world = World::with([("p/hello.py", HELLO)]);
    world.batuta(&["init", "p"]).code(0);
    let again = world.batuta(&["init", "p"]).code(1);
    assert!(again.stderr.contains("--force"), "{again:#?}");
    let report = world.batuta(&["transpile", "p", "-o", "out", "--format", "json"]).code(0).json();
    assert_eq!(report["diagnostics"].as_array().map(Vec::len), Some(0), "{:#}", report["diagnostics"]);
}

#[test]
fn an_unknown_key_is_warned_about_with_a_suggestion() {
    let world = World::with([("p/hello.py", HELLO), ("p/batuta.toml", "[validate]\ntimout = 3\n")]);
    let run = world.batuta(&["transpile", "p", "-o", "out"]).code(0);
    assert!(run.stderr.contains("timeout") || run.stdout.contains("timeout"), "{run:#?}");
}

#[test]
fn an_output_that_batuta_did_not_write_is_kept() {
    let world = World::with([("hello.py", HELLO), ("out/precious.txt", "mine")]);
    let run = world.batuta(&["transpile", "hello.py", "-o", "out"]).code(1);
    assert!(run.stderr.contains("--force"), "{run:#?}");
    assert_eq!(snapshot(&world.path("out")).len(), 1);
    world.batuta(&["transpile", "hello.py", "-o", "out", "--force"]).code(0);
    assert_eq!(world.text("out/precious.txt"), "mine");
}

#[test]
fn an_unchanged_project_runs_no_step_again() {
    let world = World::with([("p/a.c", HELLO_C), ("p/b.sh", "#!/bin/sh\necho hi\n")]);
    world.batuta(&["convert", "p", "-o", "out"]).code(0);
    let report = world.batuta(&["convert", "p", "-o", "out", "--format", "json"]).code(0).json();
    let executed: u64 =
        report["steps"].as_object().unwrap().values().map(|step| step["executed"].as_u64().unwrap()).sum();
    assert_eq!(executed, 0, "{:#}", report["steps"]);
}

#[test]
fn reset_removes_what_batuta_wrote_and_nothing_else() {
    let world = World::with([("hello.py", HELLO)]);
    world.batuta(&["transpile", "hello.py", "-o", "out"]).code(0);
    world.put("out/notes.txt", "mine");
    world.batuta(&["reset", "out"]).code(0);
    assert_eq!(snapshot(&world.path("out")).keys().collect::<Vec<_>>(), ["notes.txt"]);
}

#[test]
fn plugins_are_listed_and_inspected() {
    let world = World::new();
    let list = world.batuta(&["plugin", "list"]).code(0);
    for name in ["inspector", "depyler", "bashrs", "decy"] {
        assert!(list.stdout.contains(name), "{list:#?}");
    }
    let inspected = world.batuta(&["plugin", "inspect", "depyler", "--format", "json"]).code(0).json();
    assert_eq!(inspected["manifest"]["languages"][0], "python", "{inspected:#}");
    let unknown = world.batuta(&["plugin", "inspect", "nobody"]).code(1);
    assert!(unknown.stderr.contains("plugin list"), "{unknown:#?}");
}
