//! All five phases on the real machine: cargo, rustfmt, the OS sandbox, a shell.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

mod toy;

use batuta_pipeline::report::{CaseOutcome, CaseReport, Outcome, Phase, PhaseStatus};
use batuta_pipeline::{FlagCase, Options, Pipeline, Report};
use batuta_system::{OsSystem, System};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use toy::Toys;

struct World {
    folder: tempfile::TempDir,
    toys: Arc<Toys>,
}

impl World {
    fn new(files: &[(&str, &str)]) -> Self {
        let world = World { folder: tempfile::tempdir().unwrap(), toys: Arc::new(Toys::new()) };
        files.iter().for_each(|(path, text)| world.put(path, text));
        world
    }

    fn put(&self, path: &str, text: &str) {
        let path = self.folder.path().join("project").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    fn out(&self, path: &str) -> std::path::PathBuf {
        self.folder.path().join("out").join(path)
    }

    fn options(&self) -> Options {
        Options {
            input: self.folder.path().join("project"),
            output: Some(self.folder.path().join("out")),
            ..Options::default()
        }
    }

    fn convert(&self) -> Report {
        self.convert_with(self.options())
    }

    fn convert_with(&self, options: Options) -> Report {
        Pipeline::new(Arc::new(OsSystem::new()), self.toys.clone(), options).convert()
    }
}

fn cases<'a>(report: &'a Report, source: &str) -> Vec<&'a CaseReport> {
    let validation = report.validation.as_ref().unwrap();
    let program = validation.programs.iter().find(|program| program.source == source).unwrap();
    program.cases.iter().collect()
}

#[test]
fn programs_are_converted_cleaned_compared_and_built() {
    let world = World::new(&[
        ("same.toy", "echo hello\n# unused\necho bye\n"),
        ("files.toy", "echo text > made.txt\n"),
        ("input.toy", "cat\n"),
        ("input.cases/one.in", "from stdin\n"),
        ("args.toy", "echo \"$1\"\n"),
        ("args.cases/two.args", "first\nsecond\n"),
        ("three.toy", "exit 3\n"),
        ("batuta.toml", "[[case]]\nname = 'exit'\nprogram = 'three.toy'\nexit = 3\n"),
    ]);
    let report = world.convert();
    assert_eq!(report.outcome, Outcome::Done, "{report:#?}");
    assert!(report.phases.iter().all(|phase| phase.status == PhaseStatus::Done), "{:#?}", report.phases);
    for source in ["same.toy", "files.toy", "input.toy", "args.toy", "three.toy"] {
        for case in cases(&report, source) {
            assert_eq!(case.outcome, CaseOutcome::Same, "{source} {case:?}");
        }
    }
    assert_eq!(
        cases(&report, "args.toy").iter().map(|case| case.name.as_str()).collect::<Vec<_>>(),
        ["plain run", "two"]
    );
    assert_eq!(cases(&report, "input.toy")[1].stdout_bytes, 11);
    assert_ne!(report.validation.as_ref().unwrap().confinement, "");
    let optimization = report.optimization.as_ref().unwrap();
    assert_eq!(optimization.applied.get("unused_imports"), Some(&1), "{optimization:?}");
    assert!(optimization.applied.contains_key("unused_mut") && optimization.applied.contains_key("unused_parens"));
    let text = std::fs::read_to_string(world.out("same/src/main.rs")).unwrap();
    assert!(text.contains("    println!(\"hello\");\n    let spare = 1;\n"), "cleaned and formatted: {text}");
    let map: serde_json::Value =
        serde_json::from_slice(&std::fs::read(world.out(".batuta/source-map.json")).unwrap()).unwrap();
    let line = text.lines().position(|line| line.contains("bye")).unwrap() + 1;
    assert_eq!(map["files"]["same/src/main.rs"][line.to_string()]["line"], 3, "{map}");
    builds_locked_without_warnings(&world);
    nothing_runs_again(&world, &report);
}

fn builds_locked_without_warnings(world: &World) {
    let mut cargo = std::process::Command::new("cargo");
    cargo
        .args(["build", "--release", "--offline", "--locked"])
        .current_dir(world.out(""))
        .env_remove("CARGO_TARGET_DIR");
    let output = cargo.output().unwrap();
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && !stderr.contains("warning"), "{stderr}");
}

fn nothing_runs_again(world: &World, first: &Report) {
    let again = world.convert();
    assert!(again.unchanged, "{again:#?}");
    assert_eq!((again.all_steps().executed, again.outcome), (0, Outcome::Done));
    assert_eq!(again.validation.as_ref().unwrap().programs.len(), first.validation.as_ref().unwrap().programs.len());
    // One comment changes: the program is the same, so it is not compared again.
    world.put("same.toy", "echo hello\n# unused\necho bye\n# a comment\n");
    let touched = world.convert();
    assert_eq!(touched.steps_of("lower").executed, 1, "{:?}", touched.steps);
    assert_eq!(touched.outcome, Outcome::Done);
}

#[test]
fn what_differs_is_shown_and_what_cannot_be_compared_is_said() {
    let world = World::new(&[
        ("wrong.toy", "echo a\n# wrong\n"),
        ("hole.toy", "echo a\n# refuse\n"),
        ("random.toy", "echo $$ $(date +%N)\n"),
        ("strict.toy", "echo a\n"),
        ("batuta.toml", "[[case]]\nprogram = 'strict.toy'\nexit = 9\n[[case]]\nprogram = 'nobody.py'\n"),
    ]);
    let report = world.convert();
    assert_eq!(report.exit_code(), 4, "{report:#?}");
    let wrong = cases(&report, "wrong.toy")[0];
    assert_eq!(wrong.outcome, CaseOutcome::Different);
    assert_eq!(wrong.detail, "stdout differs at line 2: original \"\", converted \"wrong\"");
    let hole = cases(&report, "hole.toy")[0];
    assert_eq!((hole.outcome, hole.detail.as_str()), (CaseOutcome::Refused, "batuta: TY0001 hole.toy:1: refused"));
    let random = cases(&report, "random.toy")[0];
    assert_eq!(random.outcome, CaseOutcome::NotValidated);
    assert!(random.detail.contains("two runs of the original differ"), "{random:?}");
    let strict = cases(&report, "strict.toy")[0];
    assert_eq!(
        (strict.outcome, strict.detail.contains("exit code 0, and the case says 9")),
        (CaseOutcome::NotValidated, true)
    );
    assert!(report.diagnostics.iter().any(|finding| finding.code == "BT0009" && finding.message.contains("nobody.py")));
}

#[test]
fn flags_give_cases_and_a_missing_interpreter_is_not_a_pass() {
    let world = World::new(&[("args.toy", "echo \"$1\"\n")]);
    let case = FlagCase { program: None, args: vec!["given".into()], stdin: vec![] };
    let report = world.convert_with(Options { cases: vec![case], ..world.options() });
    let flag = cases(&report, "args.toy")[0];
    assert_eq!((flag.outcome, flag.stdout_bytes, flag.name.as_str()), (CaseOutcome::Same, 6, "flag 1"));
    let system = Arc::new(WithoutShell(OsSystem::new()));
    let options = Options { require_validation: true, ..world.options() };
    let report = Pipeline::new(system, world.toys.clone(), options).convert();
    let case = cases(&report, "args.toy")[0];
    assert_eq!((case.outcome, case.detail.as_str()), (CaseOutcome::NotValidated, "sh not found"));
    assert_eq!(report.exit_code(), 4, "validation was required");
    assert_eq!(report.phase(Phase::Validation).unwrap().status, PhaseStatus::Attention);
}

#[test]
fn errors_of_the_compiler_point_into_the_source() {
    let world = World::new(&[("broken.toy", "echo a\n# broken\n")]);
    let report = world.convert();
    assert_eq!(report.exit_code(), 1);
    let build = report.build.as_ref().unwrap();
    let error = build.messages.iter().find(|message| message.level == "error").unwrap();
    assert_eq!(error.code.as_deref(), Some("E0308"));
    let place = error.source.as_ref().unwrap();
    assert_eq!((place.file.as_str(), place.line), ("broken.toy", 2));
    assert_eq!(report.phase(Phase::Validation).unwrap().status, PhaseStatus::Failed);
    let blocked = report.phase(Phase::Build).unwrap();
    assert!(blocked.reason.as_ref().unwrap().contains("do not build"), "{blocked:?}");
}

#[test]
fn a_support_crate_is_part_of_the_locked_output() {
    let world = World::new(&[("uses.toy", "# support\n")]);
    let report = world.convert();
    assert!(report.build.as_ref().unwrap().success, "{report:#?}");
    assert!(world.out("support/toy-runtime/src/lib.rs").exists());
    builds_locked_without_warnings(&world);
}

#[test]
fn without_bubblewrap_landlock_confines_and_without_both_nothing_runs() {
    let world = World::new(&[("files.toy", "echo text > made.txt\necho done\n")]);
    let convert = |confinement, trust| {
        let system = Arc::new(OsSystem::with_confinement(confinement));
        Pipeline::new(system, world.toys.clone(), Options { trust, ..world.options() }).convert()
    };
    let none = convert(None, false);
    let case = cases(&none, "files.toy")[0];
    assert_eq!(case.outcome, CaseOutcome::NotValidated);
    assert!(case.detail.contains("--trust"), "{case:?}");
    assert_eq!(none.exit_code(), 0, "said in words, and never as passed");
    let trusted = convert(None, true);
    assert_eq!(cases(&trusted, "files.toy")[0].outcome, CaseOutcome::Same);
    assert_eq!(trusted.validation.unwrap().confinement, "none (trusted)");
    if let Some(landlock) = batuta_system::without_bubblewrap() {
        world.put("files.toy", "echo text > made.txt\necho over\n");
        let confined = convert(Some(landlock), false);
        assert_eq!(cases(&confined, "files.toy")[0].outcome, CaseOutcome::Same, "{confined:#?}");
        assert_eq!(confined.validation.unwrap().confinement, "landlock and seccomp");
    }
}

/// Not a test of its own: the process that `a_killed_run_is_picked_up` kills.
#[test]
#[ignore = "started by another test"]
fn killed_child() {
    let Some(folder) = std::env::var_os("BATUTA_KILLED_CHILD").map(std::path::PathBuf::from) else { return };
    let options = Options { input: folder.join("project"), output: Some(folder.join("out")), ..Options::default() };
    Pipeline::new(Arc::new(OsSystem::new()), Arc::new(Toys::new()), options).convert();
}

#[test]
fn a_killed_run_is_picked_up() {
    let world = World::new(&[("a.toy", "echo a\n# unused\n"), ("b.toy", "echo b\n# support\n")]);
    let mut phases = std::collections::BTreeSet::new();
    for round in 0..5 {
        world.put("a.toy", &format!("echo {round}\n# unused\n"));
        let mut child = std::process::Command::new(std::env::current_exe().unwrap());
        child.args(["--exact", "killed_child", "--ignored"]).env("BATUTA_KILLED_CHILD", world.folder.path());
        let mut child = child.stdout(std::process::Stdio::null()).spawn().unwrap();
        std::thread::sleep(Duration::from_millis(30 + 500 * round));
        child.kill().unwrap();
        child.wait().unwrap();
        let files: Vec<String> = walk(&world.out(""));
        assert!(files.iter().all(|path| !path.ends_with(".tmp") || path.contains(".batuta-")), "{files:?}");
        phases.insert(files.len());
    }
    assert!(phases.len() > 1, "every kill came at the same place: {phases:?}");
    let report = world.convert();
    assert_eq!(report.phase(Phase::Build).unwrap().status, PhaseStatus::Done, "{report:#?}");
    assert_eq!(cases(&report, "a.toy")[0].outcome, CaseOutcome::Same);
    let fresh = World::new(&[("a.toy", "echo 4\n# unused\n"), ("b.toy", "echo b\n# support\n")]);
    fresh.convert();
    assert_eq!(walk(&world.out("")), walk(&fresh.out("")));
    for path in walk(&fresh.out("")).into_iter().filter(|path| fresh.out(path).is_file()) {
        assert!(std::fs::read(world.out(&path)).unwrap() == std::fs::read(fresh.out(&path)).unwrap(), "{path} differs");
    }
}

/// Files of OUT that are batuta's to write.
fn walk(folder: &Path) -> Vec<String> {
    let exclude = vec![folder.join("target"), folder.join(".batuta")];
    let options = batuta_system::WalkOptions { exclude, everything: true, ..Default::default() };
    OsSystem::new().walk(folder, &options).unwrap_or_default().entries.into_iter().map(|entry| entry.path).collect()
}

/// Figures are printed by the benches; here only the order of magnitude is a test.
#[test]
fn a_thousand_unchanged_files_take_a_moment() {
    let world = World::new(&[]);
    for number in 0..1000 {
        world.put(&format!("d{}/f{number}.toy", number % 20), "# module\necho x\n");
    }
    world.put("main.toy", "echo x\n");
    let first = world.convert();
    assert_eq!(first.outcome, Outcome::Done, "{:#?}", first.phases);
    std::thread::sleep(Duration::from_millis(60));
    world.convert();
    let start = Instant::now();
    let again = world.convert();
    let time = start.elapsed();
    eprintln!("unchanged, 1,001 files: {time:?}");
    assert!(again.unchanged && again.all_steps().executed == 0);
    assert!(time < Duration::from_millis(1500), "{time:?}");
    world.put("d3/f3.toy", "# module\necho y\n");
    let start = Instant::now();
    let changed = world.convert();
    eprintln!("one of 1,001 files changed: {:?}", start.elapsed());
    let executed = |kind: &str| changed.steps_of(kind).executed;
    assert_eq!((executed("analyze"), executed("index"), executed("link"), executed("lower")), (1, 1, 0, 1));
}

#[test]
fn a_first_transpile_of_one_line_needs_no_tool() {
    let world = World::new(&[("one.toy", "echo one\n")]);
    let options = Options { input: world.folder.path().join("project/one.toy"), ..world.options() };
    let start = Instant::now();
    let report = Pipeline::new(Arc::new(OsSystem::new()), world.toys.clone(), options).transpile();
    let time = start.elapsed();
    eprintln!("first transpile, native plugin: {time:?}");
    assert_eq!((report.outcome, report.programs.len()), (Outcome::Done, 1));
    assert!(time < Duration::from_millis(1000), "{time:?}");
    builds_locked_without_warnings(&world);
}

#[test]
fn a_source_of_100_megabytes_is_said_and_never_read() {
    let world = World::new(&[("small.toy", "echo small\n"), ("huge.toy", "")]);
    let huge = std::fs::File::options().write(true).open(world.folder.path().join("project/huge.toy")).unwrap();
    huge.set_len(100 << 20).unwrap();
    let report = Pipeline::new(Arc::new(OsSystem::new()), world.toys.clone(), world.options()).transpile();
    assert_eq!(report.exit_code(), 1);
    let finding = report.diagnostics.iter().find(|finding| finding.code == "BT0002").unwrap();
    assert!(finding.message.contains("huge.toy has 104857600 bytes"), "{finding:?}");
    assert_eq!(report.programs.len(), 1);
}

/// The real machine without `sh` on PATH.
struct WithoutShell(OsSystem);

macro_rules! forward {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $result:ty;)*) => {
        $(fn $name(&self, $($arg: $kind),*) -> $result { self.0.$name($($arg),*) })*
    };
}

impl System for WithoutShell {
    forward! {
        read(path: &Path, limit: u64) -> batuta_system::Result<Vec<u8>>;
        stat(path: &Path) -> batuta_system::Result<Option<batuta_system::Stat>>;
        walk(root: &Path, options: &batuta_system::WalkOptions) -> batuta_system::Result<batuta_system::Walk>;
        list(folder: &Path) -> batuta_system::Result<Vec<String>>;
        write(path: &Path, bytes: &[u8]) -> batuta_system::Result<()>;
        write_private(path: &Path, bytes: &[u8]) -> batuta_system::Result<()>;
        write_durably(path: &Path, bytes: &[u8]) -> batuta_system::Result<()>;
        copy(from: &Path, to: &Path) -> batuta_system::Result<()>;
        create_dir(path: &Path) -> batuta_system::Result<()>;
        remove(path: &Path) -> batuta_system::Result<()>;
        read_below(root: &Path, relative: &str, limit: u64) -> batuta_system::Result<Vec<u8>>;
        stat_below(root: &Path, relative: &str) -> batuta_system::Result<Option<batuta_system::Stat>>;
        write_below(root: &Path, relative: &str, bytes: &[u8]) -> batuta_system::Result<()>;
        remove_below(root: &Path, relative: &str) -> batuta_system::Result<()>;
        absolute(path: &Path) -> batuta_system::Result<std::path::PathBuf>;
        appender(path: &Path) -> batuta_system::Result<Box<dyn batuta_system::Appender>>;
        lock(path: &Path) -> batuta_system::Result<Option<Box<dyn batuta_system::Lock>>>;
        scratch() -> batuta_system::Result<Box<dyn batuta_system::Scratch>>;
        now() -> Duration;
        elapsed() -> Duration;
        environment(name: &str) -> Option<std::ffi::OsString>;
        run(process: &batuta_system::Process) -> batuta_system::Result<batuta_system::Finished>;
        confinement() -> Option<batuta_system::Confinement>;
    }

    fn find_program(&self, name: &str) -> Option<std::path::PathBuf> {
        (name != "sh").then(|| self.0.find_program(name)).flatten()
    }
}
