//! What runs again after a change, and what does not: in a machine in memory, with transpilation alone.
#![allow(clippy::unwrap_used)]

mod toy;

use batuta_pipeline::report::{FileStatus, Outcome, Phase, PhaseStatus};
use batuta_pipeline::{Options, Pipeline, Report, status};
use batuta_system::{MemoryFault, MemorySystem, System};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use toy::Toys;

fn options(jobs: usize) -> Options {
    Options { input: "/p".into(), output: Some("/out".into()), jobs, ..Options::default() }
}

fn transpile(system: &MemorySystem, toys: &Arc<Toys>) -> Report {
    Pipeline::new(Arc::new(system.clone()), toys.clone(), options(2)).transpile()
}

/// Three files: `a` uses `b`, `c` includes `data.txt`.
fn world() -> (MemorySystem, Arc<Toys>) {
    let system = MemorySystem::new();
    system.put("/p/a.toy", "echo a\n# use b\n");
    system.put("/p/b.toy", "echo b\n# export x 1\n");
    system.put("/p/c.toy", "echo c\n# include data.txt\n# include missing.txt\n");
    system.put("/p/data.txt", "12345");
    (system, Arc::new(Toys::new()))
}

/// Let time go by: each look at the clock is a millisecond.
fn rest(system: &MemorySystem) {
    (0..200).for_each(|_| {
        system.now();
    });
}

fn text(system: &MemorySystem, path: &str) -> String {
    String::from_utf8(system.read(Path::new(path), 1 << 20).unwrap()).unwrap()
}

#[test]
fn an_unchanged_project_runs_no_step_and_writes_nothing() {
    let (system, toys) = world();
    let first = transpile(&system, &toys);
    assert_eq!(first.outcome, Outcome::Done, "{first:#?}");
    assert!(!first.unchanged);
    assert_eq!(first.all_steps().executed, 4 + 1 + 3 + 1 + 3);
    rest(&system);
    transpile(&system, &toys); // Stamps of the first run were too young to be trusted; now they are not.
    toys.take_calls();
    let writes = system.writes();
    let second = transpile(&system, &toys);
    assert!(second.unchanged);
    assert_eq!(second.all_steps().executed, 0);
    assert_eq!(second.all_steps().cached, first.all_steps().executed);
    assert_eq!(toys.take_calls(), [""; 0]);
    assert_eq!(system.writes() - writes, 1, "only the lock");
    assert_eq!((second.files, second.programs), (first.files, first.programs));
}

#[test]
fn a_change_reaches_only_what_depends_on_it() {
    let (system, toys) = world();
    transpile(&system, &toys);
    toys.take_calls();

    system.put("/p/b.toy", "echo other\n# export x 1\n");
    let report = transpile(&system, &toys);
    // The exports of `b` are the same, so its index is too: neither `link` nor the users of `b` run again.
    assert_eq!(toys.take_calls(), ["analyze b.toy", "index b.toy", "lower b.toy"]);
    assert_eq!(report.steps_of("lower").cached, 2);

    system.put("/p/b.toy", "echo other\n# export x 2\n");
    transpile(&system, &toys);
    assert_eq!(toys.take_calls(), ["analyze b.toy", "index b.toy", "link ", "lower a.toy", "lower b.toy"]);
    assert!(text(&system, "/out/a/src/main.rs").contains("export x 2"));

    system.put("/p/data.txt", "1234567");
    transpile(&system, &toys);
    assert_eq!(toys.take_calls(), ["analyze data.txt", "lower c.toy"]);
    assert!(text(&system, "/out/c/src/main.rs").contains("7 bytes"));
}

#[test]
fn a_file_that_was_missed_counts_once_it_is_there() {
    let (system, toys) = world();
    transpile(&system, &toys);
    toys.take_calls();
    system.put("/p/missing.txt", "123");
    transpile(&system, &toys);
    assert_eq!(toys.take_calls(), ["analyze missing.txt", "lower c.toy", "summarise "]);
    assert!(text(&system, "/out/c/src/main.rs").contains("3 bytes"));
}

#[test]
fn a_result_seen_before_is_not_computed_again() {
    let (system, toys) = world();
    transpile(&system, &toys);
    system.put("/p/data.txt", "changed");
    transpile(&system, &toys);
    system.put("/p/data.txt", "12345");
    toys.take_calls();
    let report = transpile(&system, &toys);
    assert_eq!((toys.take_calls(), report.all_steps().executed), (vec![], 0));
    assert!(text(&system, "/out/c/src/main.rs").contains("5 bytes"));
}

#[test]
fn another_plugin_or_setting_runs_everything_again() {
    let (system, toys) = world();
    system.put("/p/batuta.toml", "");
    transpile(&system, &toys);
    let other = Arc::new(Toys::other_version());
    assert_eq!(transpile(&system, &other).all_steps().executed, 13);
    system.put("/p/batuta.toml", "[plugin.toy]\nspeed = 'high'\n");
    other.take_calls();
    transpile(&system, &other);
    let calls = other.take_calls();
    assert_eq!(calls.iter().filter(|call| call.starts_with("lower")).count(), 3, "{calls:?}");
    assert_eq!(calls.iter().filter(|call| call.starts_with("analyze")).count(), 1, "the setting is not the analyzer's");
}

#[test]
fn damaged_entries_and_a_damaged_state_are_rebuilt() {
    let (system, toys) = world();
    transpile(&system, &toys);
    let main = text(&system, "/out/a/src/main.rs");
    for (number, path) in system.paths("/out/.batuta").into_iter().enumerate() {
        let mut bytes = system.read(&path, 1 << 20).unwrap();
        match number % 3 {
            0 => bytes.truncate(bytes.len() / 2),
            1 => bytes.iter_mut().skip(40).take(3).for_each(|byte| *byte ^= 0xff),
            _ => bytes.clear(),
        }
        if !bytes.is_empty() || !path.ends_with("state.json") {
            system.put(&path, bytes);
        }
    }
    let report = transpile(&system, &toys);
    assert_eq!(report.outcome, Outcome::Done, "{report:#?}");
    assert_eq!(text(&system, "/out/a/src/main.rs"), main);
}

#[test]
fn one_job_and_two_give_the_same_bytes() {
    let run = |jobs| {
        let (system, toys) = world();
        for number in 0..40 {
            system.put(format!("/p/sub/f{number}.toy"), format!("echo {number}\n# use b\n# refuse\n"));
        }
        let report = Pipeline::new(Arc::new(system.clone()), toys, options(jobs)).transpile();
        let files = system.paths("/out").into_iter().filter(|path| !path.starts_with("/out/.batuta"));
        let files: Vec<(PathBuf, Vec<u8>)> =
            files.map(|path| (path.clone(), system.read(&path, 1 << 20).unwrap())).collect();
        let code = report.exit_code();
        (files, report.diagnostics, report.files, code)
    };
    let (one, two) = (run(1), run(2));
    assert_eq!(one.0.len(), 43 * 2 + 4);
    assert_eq!(one.3, 3);
    assert!(one == two, "output depends on the number of jobs");
}

#[test]
fn a_run_that_ends_at_any_write_is_picked_up_by_the_next() {
    let complete = {
        let (system, toys) = world();
        transpile(&system, &toys);
        output(&system)
    };
    for writes in 0..60 {
        let (system, toys) = world();
        system.set_faults(vec![MemoryFault::FullAfter(writes)]);
        let report = transpile(&system, &toys);
        system.set_faults(vec![]);
        if report.outcome == Outcome::Done {
            assert!(writes > 10, "the disk was full and nobody noticed");
            return;
        }
        assert_eq!(report.exit_code(), 1);
        assert!(
            report.phases.iter().any(|phase| phase.reason.as_ref().is_some_and(|why| why.contains("cannot write"))),
            "{report:#?}"
        );
        let again = transpile(&system, &toys);
        assert_eq!(again.outcome, Outcome::Done, "after {writes} writes: {again:#?}");
        assert_eq!(output(&system), complete, "after {writes} writes");
        assert!(!status(&system, Path::new("/out")).unwrap().interrupted);
    }
    panic!("never enough room");
}

fn output(system: &MemorySystem) -> Vec<(PathBuf, Vec<u8>)> {
    let paths = system.paths("/out").into_iter().filter(|path| !path.starts_with("/out/.batuta"));
    paths.map(|path| (path.clone(), system.read(&path, 1 << 20).unwrap())).collect()
}

#[test]
fn a_stopped_run_says_so_and_the_next_goes_on() {
    let (system, _) = world();
    let options = options(1);
    let cancel = options.cancel.clone();
    let stopping = Toys::with_hook(move |kind, path| {
        if (kind, path) == ("lower", "a.toy") {
            cancel.cancel();
        }
    });
    let report = Pipeline::new(Arc::new(system.clone()), Arc::new(stopping), options).transpile();
    assert_eq!(report.exit_code(), 1);
    let phase = report.phase(Phase::Transpilation).unwrap();
    assert_eq!(phase.status, PhaseStatus::Failed);
    assert!(phase.reason.as_ref().unwrap().contains("stopped"), "{phase:?}");
    assert_eq!(output(&system), [], "nothing half-written");
    let toys = Arc::new(Toys::new());
    assert_eq!(transpile(&system, &toys).outcome, Outcome::Done);
    assert!(!toys.take_calls().contains(&"index a.toy".to_owned()), "what was done is kept");
}

#[test]
fn trouble_with_one_file_leaves_the_others() {
    let (system, toys) = world();
    system.put("/p/d.toy", "# trap\n");
    system.put("/p/e.toy", "# unparsable\n");
    system.put("/p/f.toy", "# evil\n");
    system.put("/p/g.toy", [b'e', b'c', b'h', b'o', b' ', 0xff, b'\n']);
    system.put("/p/h.toy", "echo h\n# refuse\n");
    system.put("/p/i.toy", "echo i\n");
    system.put("/p/big.toy", vec![b'x'; 2000]);
    system.put("/p/batuta.toml", "[limits]\nfile-size = 1000\n");
    system.set_faults(vec![MemoryFault::Unreadable("/p/i.toy".into())]);
    let report = transpile(&system, &toys);
    let of = |path: &str| report.files.iter().find(|file| file.source == path).unwrap();
    for (path, wanted) in [
        ("a.toy", FileStatus::Converted),
        ("big.toy", FileStatus::Failed),
        ("d.toy", FileStatus::Failed),
        ("data.txt", FileStatus::Skipped),
        ("e.toy", FileStatus::Refused),
        ("f.toy", FileStatus::Failed),
        ("g.toy", FileStatus::Converted),
        ("h.toy", FileStatus::Partial),
        ("i.toy", FileStatus::Failed),
    ] {
        assert_eq!(of(path).status, wanted, "{path} {:?}", of(path));
    }
    assert_eq!(report.exit_code(), 1);
    let codes: Vec<&str> = report.diagnostics.iter().map(|finding| finding.code.as_str()).collect();
    for code in ["BT0001", "BT0002", "BT0004", "BT0007", "TY0001"] {
        assert!(codes.contains(&code), "{code} in {codes:?}");
    }
    let trap = report.diagnostics.iter().find(|finding| finding.message.contains("unreachable")).unwrap();
    assert!(trap.message.contains("toy 1.2.3"), "names plugin and version: {trap:?}");
    assert_eq!(trap.help.as_deref(), Some("report it to the plugin's author"));
    let refused = report.diagnostics.iter().find(|finding| finding.code == "TY0001").unwrap();
    let place = refused.place.as_ref().unwrap();
    assert_eq!((place.file.as_str(), place.line, place.column), ("h.toy", 2, 1));
    assert!(report.sources.contains_key("h.toy"));
    assert!(!text(&system, "/out/Cargo.toml").contains("\"f\""));
}

#[test]
fn refusals_alone_end_with_code_3_and_are_in_the_output_manifest() {
    let (system, toys) = world();
    system.put("/p/h.toy", "echo h\n# refuse\n");
    assert_eq!(transpile(&system, &toys).exit_code(), 3);
    let manifest: serde_json::Value = serde_json::from_str(&text(&system, "/out/batuta-output.json")).unwrap();
    assert_eq!(
        manifest["programs"][0],
        serde_json::json!({"source": "a.toy", "package": "a", "binary": "a", "kind": "binary"})
    );
    let file = manifest["files"].as_array().unwrap().iter().find(|file| file["source"] == "h.toy").unwrap();
    assert_eq!(file["status"], "partial");
    assert_eq!(file["rust"][0], "h/src/main.rs");
    assert_eq!((&file["refusals"][0]["code"], &file["refusals"][0]["line"]), (&"TY0001".into(), &2.into()));
}

#[test]
fn names_that_collide_get_their_languages() {
    let system = MemorySystem::new();
    system.put("/p/tool.toy", "echo 1\n");
    system.put("/p/tool.tic", "echo 2\n");
    system.put("/p/match.toy", "echo 3\n");
    let report = transpile(&system, &Arc::new(Toys::new()));
    let names: Vec<_> =
        report.programs.iter().map(|p| (p.source.as_str(), p.package.as_str(), p.binary.as_str())).collect();
    assert_eq!(
        names,
        [("match.toy", "match_", "match_"), ("tool.tic", "tool_tic", "tool_tic"), ("tool.toy", "tool_toy", "tool_toy")]
    );
    assert!(text(&system, "/out/tool_tic/Cargo.toml").contains("name = \"tool_tic\""));
}

#[test]
fn a_removed_source_takes_its_output_with_it_and_edits_are_never_lost() {
    let (system, toys) = world();
    transpile(&system, &toys);
    system.remove(Path::new("/p/a.toy")).unwrap();
    assert_eq!(transpile(&system, &toys).outcome, Outcome::Done);
    assert_eq!(system.paths("/out/a"), [""; 0].map(PathBuf::from));

    system.put("/out/b/src/main.rs", "fn main() { /* mine */ }");
    let report = transpile(&system, &toys);
    assert_eq!(report.exit_code(), 1);
    let why = report.phase(Phase::Transpilation).unwrap().reason.clone().unwrap();
    assert!(why.contains("b/src/main.rs") && why.contains("--force"), "{why}");
    assert!(text(&system, "/out/b/src/main.rs").contains("mine"));
    let forced = Options { force: true, ..options(1) };
    assert_eq!(Pipeline::new(Arc::new(system.clone()), toys, forced).transpile().exit_code(), 0);
    assert!(!text(&system, "/out/b/src/main.rs").contains("mine"));
}

#[test]
fn a_folder_that_batuta_did_not_write_is_left_alone() {
    let (system, toys) = world();
    system.put("/out/precious.txt", "x");
    let report = transpile(&system, &toys);
    assert_eq!(report.exit_code(), 1);
    assert!(report.phases[0].reason.as_ref().unwrap().contains("--force"), "{:?}", report.phases[0]);
    assert_eq!(system.paths("/out").len(), 1);
    assert!(status(&system, Path::new("/out")).is_err());
}

#[test]
fn a_read_only_output_folder_is_a_clear_error() {
    let (system, toys) = world();
    system.set_faults(vec![MemoryFault::ReadOnly("/out".into())]);
    let report = transpile(&system, &toys);
    assert_eq!(report.exit_code(), 1);
    assert!(report.phases[0].reason.as_ref().unwrap().contains("cannot write /out"), "{:?}", report.phases[0]);
}

#[test]
fn one_run_at_a_time() {
    let (system, toys) = world();
    let held = system.lock(Path::new("/out/.batuta/lock")).unwrap();
    let report = transpile(&system, &toys);
    assert!(report.phases[0].reason.as_ref().unwrap().contains("another batuta"), "{:?}", report.phases[0]);
    drop(held);
    assert_eq!(transpile(&system, &toys).outcome, Outcome::Done);
}

#[test]
fn an_out_stands_for_its_input_and_can_be_reset() {
    let (system, toys) = world();
    transpile(&system, &toys);
    let again = Options { input: "/out".into(), output: None, ..Options::default() };
    let report = Pipeline::new(Arc::new(system.clone()), toys.clone(), again).transpile();
    assert_eq!((report.outcome, report.project.input.as_str()), (Outcome::Done, "/p"));
    system.put("/p/a.toy", "echo new\n");
    system.put("/out/c/src/main.rs", "mine");
    let status = status(&system, Path::new("/out")).unwrap();
    assert_eq!(status.changed_inputs, ["a.toy"]);
    assert_eq!(status.changed_outputs, ["c/src/main.rs"]);
    let reset = batuta_pipeline::reset(&system, Path::new("/out")).unwrap();
    assert_eq!(reset.kept, ["c/src/main.rs"]);
    assert_eq!(system.paths("/out"), [PathBuf::from("/out/c/src/main.rs")]);
}

#[test]
fn nothing_to_convert_names_the_blocker() {
    let system = MemorySystem::new();
    system.put("/p/readme.md", "x");
    let report = transpile(&system, &Arc::new(Toys::new()));
    assert_eq!(report.exit_code(), 1);
    assert!(report.phase(Phase::Transpilation).unwrap().reason.as_ref().unwrap().contains("no file is in a language"));
    assert_eq!(system.paths("/out/Cargo.toml"), [""; 0].map(PathBuf::from));
}

#[test]
fn a_single_file_is_one_package_with_one_program() {
    let (system, toys) = world();
    let options = Options { input: "/p/b.toy".into(), output: Some("/one".into()), ..Options::default() };
    let report = Pipeline::new(Arc::new(system.clone()), toys, options).transpile();
    assert_eq!(report.exit_code(), 0, "{report:#?}");
    assert_eq!((report.files.len(), report.programs.len()), (1, 1));
    assert_eq!(system.paths("/one").iter().filter(|path| !path.starts_with("/one/.batuta")).count(), 6);
}
