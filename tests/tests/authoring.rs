//! What a plugin's author does: start, build, test, validate; the worked examples; and the guide in `sdk/README.md`, command by command.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use batuta_tests::command::{Ran, World, binary, root};
use serde_json::Value;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What `cargo dev tools` leaves.
fn tools() -> PathBuf {
    let given = std::env::var_os("BATUTA_TOOLS").map(PathBuf::from);
    let target = || Some(std::env::current_exe().ok()?.ancestors().nth(3)?.join("tools"));
    let folder = given.or_else(target).unwrap_or_default();
    assert!(
        folder.join("python/bin").exists(),
        "no tools: run `cargo dev tools`, or the tests through `cargo dev ready`"
    );
    folder
}

/// PATH with batuta and the tools in front.
fn path() -> OsString {
    let mut folders = vec![tools().join("python/bin"), binary().parent().unwrap().to_owned()];
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap()));
    std::env::join_paths(folders).unwrap()
}

/// A command as an author's shell runs it. Crates share the target folder in which this repository's own plugins are built.
fn with_tools(mut command: Command) -> Command {
    let wasm = tools().with_file_name("wasm");
    command.env("PATH", path()).env("NODE_PATH", tools().join("javascript/node_modules")).env("CARGO_TARGET_DIR", wasm);
    command
}

fn batuta(world: &World, arguments: &[&str]) -> Ran {
    Ran::of(with_tools(world.command(arguments)).output().unwrap())
}

/// Names of the checks that failed, `goldens` and `validate` among them.
fn failed(report: &Value) -> Vec<String> {
    let mut failed = Vec::new();
    for check in report["checks"]["checks"].as_array().unwrap() {
        if !check["failures"].as_array().unwrap().is_empty() || !check["not_run"].is_null() {
            failed.push(format!("{check:#}"));
        }
    }
    failed.extend(report["goldens"]["failures"].as_array().unwrap().iter().map(|failure| format!("{failure:#}")));
    failed
}

fn assert_passed(report: &Value, goldens: u64, programs: u64) {
    assert_eq!(failed(report), [] as [String; 0], "{report:#}");
    assert_eq!(report["passed"], true, "{report:#}");
    assert_eq!(report["goldens"]["goldens"], goldens, "{report:#}");
    assert_eq!(report["goldens"]["programs"], programs, "{report:#}");
    assert_eq!(report["goldens"]["not_compared"].as_array().unwrap().len(), 0, "{report:#}");
}

/// `plugin test` on one of the plugins that come with batuta.
fn first_party(name: &str, language: &str, least: u64) {
    let world = World::new();
    let goldens = root().join("tests/suite").join(language);
    let arguments = ["plugin", "test", name, "--no-build", "--mutations", "40", "--format", "json", "--goldens"];
    let report = batuta(&world, &[&arguments[..], &[goldens.to_str().unwrap()]].concat()).json();
    assert_eq!(failed(&report), [] as [String; 0]);
    assert!(report["goldens"]["goldens"].as_u64().unwrap() >= least, "{report:#}");
}

#[test]
fn first_party_transpilers_conform_in_the_sandbox() {
    first_party("depyler", "python", 100);
    first_party("bashrs", "shell", 100);
    first_party("decy", "c", 100);
}

#[test]
fn the_first_party_analyzer_conforms_in_the_sandbox() {
    first_party("inspector", "shell", 100);
}

/// Build an example, test it, and convert a project with it; gives the world with `out`.
fn example(name: &str, component: &str, goldens: (u64, u64), files: &[(&str, &str)], flags: &[&str]) -> World {
    let world = World::with(files.iter().map(|(path, text)| (format!("p/{path}"), *text)));
    let folder = root().join("examples").join(name);
    batuta(&world, &["plugin", "build", folder.to_str().unwrap(), "-o", component]).code(0);
    let expected = folder.join("goldens");
    let arguments = ["plugin", "test", component, "--mutations", "40", "--format", "json", "--goldens"];
    let report = batuta(&world, &[&arguments[..], &[expected.to_str().unwrap()]].concat()).json();
    assert_passed(&report, goldens.0, goldens.1);
    let convert = ["convert", "p", "-o", "out", "--plugin", component, "--require-validation", "--format", "json"];
    let report = batuta(&world, &[&convert[..], flags].concat()).code(0).json();
    let programs = report["validation"]["programs"].as_array().unwrap();
    assert!(!programs.is_empty(), "{report:#}");
    for case in programs.iter().flat_map(|program| program["cases"].as_array().unwrap()) {
        assert_eq!(case["outcome"], "same", "{report:#}");
    }
    world
}

#[test]
fn the_example_in_python_converts_configuration() {
    let files = [
        ("app.ini", "[server]\nport = 8080\nname = ünï\n"),
        ("deep/limits.toml", "rates = [0.5, 2.0]\n[user.quota]\nfiles = 100\n"),
        ("Cargo.toml", "[package]\nname = \"none of ours\"\n"),
    ];
    let world = example("config-plugin", "config.wasm", (3, 2), &files, &[]);
    assert!(world.text("out/app/src/config.rs").contains("pub port: i64,"));
    assert!(!world.path("out/Cargo/src").exists());
}

#[test]
fn the_example_in_javascript_converts_schemas() {
    let schema = r#"{ "type": "object", "required": ["x"], "properties": { "x": { "type": "array", "items": { "type": "integer" } } } }"#;
    let flags = ["--stdin-text", "{\"x\": [1, 2], \"y\": 3}"];
    let world = example("schema-plugin", "schema.wasm", (5, 4), &[("point.schema.json", schema)], &flags);
    assert!(world.text("out/point/src/types.rs").contains("pub x: Vec<i64>,"));
}

#[test]
fn new_analyzers_pass_their_tests_at_once() {
    let world = World::new();
    for lang in ["rust", "python", "javascript"] {
        let name = format!("in-{lang}");
        batuta(&world, &["plugin", "new", &name, "--kind", "analyzer", "--lang", lang]).code(0);
        let report = batuta(&world, &["plugin", "test", &name, "--format", "json", "--mutations", "40"]).json();
        assert_passed(&report, 1, 0);
        assert_eq!(report["validate"]["worlds"][0], "analyzer-plugin", "{report:#}");
        assert_eq!(report["validate"]["pure"], true, "{report:#}");
    }
}

#[test]
fn an_example_in_rust_is_built_from_its_crate_alone() {
    let world = World::new();
    let folder = root().join("examples/third-party-plugin");
    let verdict = batuta(&world, &["plugin", "build", folder.to_str().unwrap(), "-o", "awk.wasm", "--format", "json"]);
    assert_eq!(verdict.code(0).json()["manifest"]["name"], "awk");
    assert!(world.path("awk.wasm").exists());
}

#[test]
fn the_sdk_s_package_has_the_wit_inside() {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let arguments = ["package", "--package", "batuta-sdk", "--list", "--allow-dirty", "--offline"];
    let ran = Ran::of(Command::new(cargo).args(arguments).current_dir(root()).output().unwrap()).code(0);
    for file in ["types", "host", "plugins", "capabilities", "worlds"] {
        assert!(ran.stdout.contains(&format!("wit/{file}.wit")), "{ran:#?}");
    }
}

#[test]
fn a_missing_tool_is_named_with_the_command_that_installs_it() {
    let world = World::new();
    let wanted =
        [("python", "pip install componentize-py=="), ("javascript", "Node.js"), ("rust", "rustup target add")];
    std::fs::create_dir(world.path("empty")).unwrap();
    for (lang, remedy) in wanted {
        let name = format!("in-{lang}");
        batuta(&world, &["plugin", "new", &name, "--lang", lang]).code(0);
        let mut command = world.command(&["plugin", "build", &name]);
        command.env("PATH", world.path("empty")).env_remove("NODE_PATH").env("RUSTC", "/none").env_remove("CARGO");
        let ran = Ran::of(command.output().unwrap());
        // A machine with Debian's Rust has what Rust needs, whatever PATH says.
        if lang == "rust" && ran.code == Some(0) {
            continue;
        }
        let ran = ran.code(1);
        assert!(ran.stderr.contains("is not there") && ran.stderr.contains(remedy), "{lang}: {ran:#?}");
    }
}

#[test]
fn what_is_no_name_or_no_empty_folder_is_refused() {
    let world = World::with([("taken/file", "")]);
    let refused = world.batuta(&["plugin", "new", "Greet"]).code(1);
    assert!(refused.stderr.contains("`Greet` is no name"), "{refused:#?}");
    let refused = world.batuta(&["plugin", "new", "taken"]).code(1);
    assert!(refused.stderr.contains("taken is not empty"), "{refused:#?}");
    let refused = world.batuta(&["plugin", "build", "taken"]).code(1);
    assert!(refused.stderr.contains("no plugin's folder"), "{refused:#?}");
}

#[test]
fn every_problem_of_a_component_is_said() {
    let text = "(component (import \"wasi:http/types@0.2.0\" (instance)) (import \"odd:one/thing@1.0.0\" (instance)))";
    let world = World::with([("bad.wasm", wat::parse_str(text).unwrap())]);
    let verdict = world.batuta(&["plugin", "validate", "bad.wasm", "--format", "json"]).code(1).json();
    let said: Vec<&str> =
        verdict["problems"].as_array().unwrap().iter().map(|it| it["message"].as_str().unwrap()).collect();
    assert_eq!(said.len(), 3, "{verdict:#}");
    assert!(said[0].contains("exports no interface") && said[1].contains("wasi:http/types@0.2.0, odd:one/thing@1.0.0"));
    assert!(said[2].contains("WASI"), "{verdict:#}");
    world.put("core.wasm", b"\0asm\x01\0\0\0");
    let core = world.batuta(&["plugin", "validate", "core.wasm"]).code(1);
    assert!(core.stdout.contains("a core WebAssembly module, not a component"), "{core:#?}");
}

#[test]
fn a_plugin_that_is_wrong_fails_its_test() {
    let world = World::new();
    batuta(&world, &["plugin", "new", "wrong", "--lang", "python"]).code(0);
    let plugin = world.text("wrong/plugin.py");
    world
        .put("wrong/plugin.py", plugin.replace("file.span(start, end), end + 1", "file.span(start, end + 9), end + 1"));
    let report = batuta(&world, &["plugin", "test", "wrong", "--mutations", "20", "--format", "json"]).code(1).json();
    let text = failed(&report).join("\n");
    assert_eq!(report["passed"], false);
    assert!(text.contains("\"spans\"") && text.contains("a span that ends at byte"), "{text}");
}

/// Waits until what a process said contains `text`, or two minutes.
fn wait_for(text: &str, times: usize, said: &std::sync::Mutex<String>) -> bool {
    for _ in 0..1200 {
        if said.lock().unwrap().matches(text).count() >= times {
            return true;
        }
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    false
}

#[test]
fn dev_runs_again_when_a_file_changes() {
    use std::io::Read;
    let world = World::new();
    world.batuta(&["plugin", "new", "again", "--kind", "analyzer", "--lang", "python"]).code(0);
    let mut command = with_tools(world.command(&["plugin", "dev", "again", "--runs", "2", "--mutations", "10"]));
    let mut child = command.stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped()).spawn().unwrap();
    let said = std::sync::Arc::new(std::sync::Mutex::new(String::new()));
    let (mut stderr, heard) = (child.stderr.take().unwrap(), said.clone());
    let listener = std::thread::spawn(move || {
        let mut bytes = [0; 512];
        while let Ok(count @ 1..) = stderr.read(&mut bytes) {
            heard.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
        }
    });
    let waited = wait_for("waiting for a change", 1, &said);
    let plugin = world.text("again/plugin.py").replace("\"0.1.0\"", "\"not a version\"");
    world.put("again/plugin.py", plugin);
    let output = child.wait_with_output().unwrap();
    listener.join().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(waited, "{text}\n{}", said.lock().unwrap());
    assert!(text.contains("\npassed\n") && text.contains("is no semantic version"), "{text}");
    assert_eq!(output.status.code(), Some(1), "{text}");
}

/// Lines of the fenced `sh` blocks.
fn commands(text: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
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

fn run(command: &str, folder: &Path) -> Ran {
    let mut shell = Command::new("bash");
    shell.args(["-c", command]).current_dir(folder).env("XDG_CACHE_HOME", folder.join(".cache"));
    Ran::of(with_tools(shell).output().unwrap())
}

#[test]
fn the_guide_s_commands_work() {
    let guide = std::fs::read_to_string(root().join("sdk/README.md")).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let commands = commands(&guide);
    assert!(commands.len() >= 15, "{commands:?}");
    for command in commands {
        // The tests have these modules from `cargo dev tools`, at the version that the template names.
        if command.starts_with("npm install ") {
            continue;
        }
        let ran = run(&command, scratch.path());
        assert_eq!(ran.code, Some(0), "`{command}`: {ran:#?}");
    }
    for lang in ["new", "build", "dev", "test", "validate", "inspect", "pack"] {
        assert!(guide.contains(&format!("batuta plugin {lang} ")), "the guide does not show `batuta plugin {lang}`");
    }
}

#[test]
fn tests_that_the_guide_names_are_there() {
    let guide = std::fs::read_to_string(root().join("sdk/README.md")).unwrap();
    let mut named = 0;
    for line in guide.lines().filter(|line| line.starts_with('|') && line.contains("| yes |")) {
        let test = line.split('|').rfind(|cell| cell.contains('`')).unwrap_or_else(|| panic!("no test beside: {line}"));
        for name in test.split('`').skip(1).step_by(2) {
            let (file, function) = name.rsplit_once("::").unwrap_or((name, ""));
            let text = std::fs::read_to_string(root().join(file)).unwrap_or_else(|error| panic!("{name}: {error}"));
            // A test function, or a case of the hostile guests by the name that its line shows; a file alone runs as a whole.
            let there = [format!("fn {function}("), format!("\"{function}\""), format!("\"{function} ")];
            let there = function.is_empty() || there.iter().any(|form| text.contains(form));
            assert!(there, "{file} has no test `{function}`");
            named += 1;
        }
    }
    assert!(named >= 40, "{named}");
    assert!(!guide.contains("| no |"), "a feature is open");
}
