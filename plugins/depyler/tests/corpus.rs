//! Programs of others: Shedskin's tests and examples, and pyperformance's benchmarks, through the shared runner.
//! `cargo dev corpus shed-skin pyperformance` fetches them; `cargo test -p batuta-depyler --test corpus -- --ignored` scores all.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // reads corpora from the disk

use batuta_depyler::Depyler;
use batuta_testkit::corpus::{self, Case, Options, Section};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Files below a folder, by path.
fn files(folder: &Path, below: &str, python: bool, out: &mut Vec<(String, Vec<u8>)>) {
    let Ok(entries) = std::fs::read_dir(folder) else { return };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|e| e.path()).collect();
    paths.sort();
    for path in paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') || name == "__pycache__";
        if path.is_dir() && !hidden {
            files(&path, &format!("{below}{name}/"), python, out);
        } else if !hidden && (python || !name.ends_with(".py")) && path.metadata().is_ok_and(|m| m.len() < 4 << 20) {
            out.push((format!("{below}{name}"), std::fs::read(&path).unwrap()));
        }
    }
}

/// The folder `wanted` somewhere below the corpus.
fn find(root: &Path, wanted: &str) -> Option<PathBuf> {
    let direct = root.join(wanted);
    if direct.is_dir() {
        return Some(direct);
    }
    let entries = std::fs::read_dir(root).ok()?;
    let mut folders: Vec<PathBuf> = entries.flatten().map(|e| e.path()).filter(|p| p.is_dir()).collect();
    folders.sort();
    folders.iter().find_map(|folder| find(folder, wanted))
}

fn folders(parent: &Path) -> Vec<(String, PathBuf)> {
    let mut out: Vec<(String, PathBuf)> = std::fs::read_dir(parent)
        .unwrap()
        .flatten()
        .filter(|e| e.path().is_dir())
        .map(|e| (e.file_name().to_string_lossy().into_owned(), e.path()))
        .collect();
    out.sort();
    out
}

/// A case whose program is `NAME.py` in its folder, with the data that lies beside all of them.
fn case(name: &str, folder: &Path, main: &str, data: Option<&Path>) -> Option<Case> {
    let mut all = vec![];
    files(folder, "", true, &mut all);
    all.iter().find(|(path, _)| path == main)?;
    if let Some(data) = data {
        files(data, "testdata/", false, &mut all);
    }
    let mut case = Case::new(name).program(main);
    case.files = all;
    Some(case)
}

fn shedskin_tests() -> Option<Vec<Case>> {
    let root = find(&corpus::folder("shed-skin").ok()?, "tests")?;
    let data = root.join("testdata");
    let tests = folders(&root).into_iter().filter(|(name, _)| name.starts_with("test_"));
    Some(tests.filter_map(|(name, folder)| case(&name, &folder, &format!("{name}.py"), Some(&data))).collect())
}

fn shedskin_examples() -> Option<Vec<Case>> {
    let root = find(&corpus::folder("shed-skin").ok()?, "examples")?;
    let data = root.join("testdata");
    let all = folders(&root).into_iter();
    Some(all.filter_map(|(name, folder)| case(&name, &folder, &format!("{name}.py"), Some(&data))).collect())
}

/// Each benchmark with a `pyperf` of our own beside it, which runs it once.
fn pyperformance() -> Option<Vec<Case>> {
    let root = find(&corpus::folder("pyperformance").ok()?, "benchmarks")?;
    let harness = include_str!("corpus_parts/pyperf.py");
    let all = folders(&root).into_iter().filter(|(name, _)| name.starts_with("bm_"));
    Some(
        all.filter_map(|(name, folder)| case(&name, &folder, "run_benchmark.py", None))
            .map(|case| case.file("pyperf.py", harness))
            .collect(),
    )
}

/// `DEPYLER_PATIENCE` multiplies the limits, for machines that are busy.
fn options(seconds: u64) -> Options {
    let patience = std::env::var("DEPYLER_PATIENCE").ok().and_then(|n| n.parse().ok()).unwrap_or(1);
    let seconds = seconds * patience;
    Options { run_limit: Duration::from_secs(seconds), twice: true, again_alone: true, ..Options::default() }
}

/// A sample that is the same in every run, spread evenly.
#[test]
fn sample() {
    let (Some(tests), Some(benchmarks)) = (shedskin_tests(), pyperformance()) else {
        panic!("the corpora are not here: `cargo dev corpus shed-skin pyperformance` fetches them");
    };
    let page = include_str!("../../../tests/scores/python.md");
    let mut scored = corpus::score::<Depyler>("python-sample", &corpus::sample(&tests, 24), &options(20));
    scored.extend(corpus::score::<Depyler>("python-sample-2", &corpus::sample(&benchmarks, 6), &options(40)));
    let back = corpus::steps_back(&scored, page);
    assert!(back.is_empty(), "these did better when the scores were written: {back:#?}");
}

/// The cases whose names are in `DEPYLER_CASES`, separated by blanks; nothing is written.
#[test]
#[ignore = "for work on single cases"]
fn some() {
    let wanted = std::env::var("DEPYLER_CASES").unwrap_or_default();
    let all = [shedskin_tests(), pyperformance(), shedskin_examples()];
    let mut cases: Vec<Case> = all.into_iter().flatten().flatten().collect();
    cases.retain(|case| wanted.split(' ').any(|name| name == case.name));
    let scored = corpus::score::<Depyler>("python-some", &cases, &options(60));
    let section = Section { title: "Some".into(), about: wanted, cases: scored };
    println!("{}", corpus::render("Python", "Single cases.", &[section]));
}

/// Which share of the expressions of passing cases has no proved type, and which computes with the dynamic `Value`, its type proved (texts,
/// large ints) or not.
fn dynamic(cases: &[corpus::Scored]) -> String {
    let passed = || cases.iter().filter(|case| case.outcome == corpus::Outcome::Pass);
    let sum = |what: &str| passed().filter_map(|case| case.counts.get(what)).sum::<u64>();
    let all = sum("expressions").max(1);
    let share = |what: &str| sum(what) as f64 * 100.0 / all as f64;
    format!(
        "Of the expressions of passing cases, {:.1} % have no proved type and {:.1} % compute with the dynamic `Value`.",
        share("expressions-dynamic"),
        share("expressions-boxed")
    )
}

/// Names of cases that the scores do not list as other than passing.
fn passing(cases: Vec<Case>, page: &str) -> Vec<Case> {
    let listed = |name: &str| page.lines().any(|line| line.starts_with(&format!("- `{name}`")));
    cases.into_iter().filter(|case| !listed(&case.name)).collect()
}

/// Each program of a folder alone.
fn programs(folder: &Path) -> Vec<Case> {
    let mut all = vec![];
    files(folder, "", true, &mut all);
    let programs = all.iter().filter_map(|(path, _)| path.strip_suffix(".py").filter(|name| !name.contains('/')));
    programs
        .map(|name| {
            let main = format!("{name}.py");
            let mut case = Case::new(name).program(&main);
            case.files = all.iter().filter(|(path, _)| *path == main).cloned().collect();
            case
        })
        .collect()
}

/// What is dynamic in each line, and the first reason.
fn print_places(counts: &std::collections::BTreeMap<String, u64>, text: &str) {
    let mut lines = std::collections::BTreeMap::<usize, (u64, String)>::new();
    for (name, n) in counts {
        let Some((at, cause)) = name.strip_prefix("place: ").and_then(|rest| rest.split_once(' ')) else { continue };
        let at: usize = at.parse().unwrap();
        let line = text.bytes().take(at).filter(|b| *b == b'\n').count();
        let entry = lines.entry(line).or_insert((0, cause.to_string()));
        entry.0 += n;
    }
    for (line, (n, cause)) in lines {
        println!("{n:4} {:90} | {cause}", text.lines().nth(line).unwrap_or_default());
    }
}

/// Converts what passes, or the programs of the folder that `DEPYLER_PROGRAMS` names, builds nothing, and prints the share of dynamic expressions, with `--features causes` also why they are.
#[test]
#[ignore = "a listing for work on inference"]
fn causes() {
    let page = include_str!("../../../tests/scores/python.md");
    let wanted = std::env::var("DEPYLER_CASES").ok();
    let mut all =
        vec![("tests", shedskin_tests()), ("pyperformance", pyperformance()), ("examples", shedskin_examples())];
    if let Some(folder) = std::env::var_os("DEPYLER_PROGRAMS") {
        all = vec![("programs", Some(programs(Path::new(&folder))))];
    }
    for (title, cases) in all {
        let mut total = std::collections::BTreeMap::<String, u64>::new();
        let mut rows = vec![];
        for case in passing(cases.unwrap_or_default(), page) {
            if wanted.as_ref().is_some_and(|names| !names.split(' ').any(|name| name == case.name)) {
                continue;
            }
            let project = batuta_testkit::native::Project::new(case.files.iter().cloned());
            let done = batuta_testkit::conversion::convert::<Depyler>(&project, &Default::default(), |file| {
                file.path.ends_with(".py")
            });
            let mut own = std::collections::BTreeMap::<String, u64>::new();
            for (name, n) in done.lowered.iter().filter_map(|(_, l)| l.result.as_ref().ok()).flat_map(|l| &l.counts) {
                *own.entry(name.clone()).or_default() += n;
                *total.entry(name.clone()).or_default() += n;
            }
            let of = |what: &str| own.get(what).copied().unwrap_or(0);
            rows.push((of("expressions-dynamic"), of("expressions"), case.name.clone()));
            if std::env::var_os("DEPYLER_EACH").is_some() {
                println!("== {}: {} of {}", case.name, of("expressions-dynamic"), of("expressions"));
                let text = case.files.first().map(|(_, text)| String::from_utf8_lossy(text).into_owned());
                print_places(&own, &text.unwrap_or_default());
            }
        }
        rows.sort();
        rows.iter().rev().take(40).for_each(|(part, all, name)| println!("{part:6} of {all:6} {name}"));
        let mut causes: Vec<(u64, &String)> =
            total.iter().filter(|(name, _)| name.starts_with("cause: ")).map(|(name, n)| (*n, name)).collect();
        causes.sort();
        causes.iter().rev().take(70).for_each(|(n, name)| println!("{n:6} {name}"));
        let of = |what: &str| total.get(what).copied().unwrap_or(0) as f64;
        println!("{title}: {:.1} % not proved", of("expressions-dynamic") * 100.0 / of("expressions").max(1.0));
    }
}

#[test]
#[ignore = "takes long: `cargo dev scores` runs it"]
fn all() {
    let (Some(tests), Some(examples), Some(benchmarks)) = (shedskin_tests(), shedskin_examples(), pyperformance())
    else {
        panic!("the corpora are not here: `cargo dev corpus shed-skin pyperformance` fetches them");
    };
    let section = |title: &str, about: &str, name: &str, cases: Vec<Case>, seconds: u64| {
        let cases = corpus::score::<Depyler>(name, &cases, &options(seconds));
        Section { title: title.into(), about: format!("{about} {}", dynamic(&cases)), cases }
    };
    let sections = [
        section(
            "Shedskin tests",
            "PyPI sdist `shed-skin` 0.9.14, `tests/test_*`. Most are silent asserts.",
            "python-shedskin",
            tests,
            40,
        ),
        section(
            "pyperformance",
            "PyPI wheel `pyperformance` 1.14.0; a `pyperf` of our own runs each benchmark once and prints what it gave. Benchmarks that need other packages have no reference.",
            "python-pyperformance",
            benchmarks,
            60,
        ),
        section(
            "Shedskin examples",
            "PyPI sdist `shed-skin` 0.9.14, `examples/`. Those that do not end by themselves, and those whose own two runs differ because they print times, have no reference.",
            "python-examples",
            examples,
            24,
        ),
    ];
    let page = corpus::render("Python", "Programs of others, converted and compared with CPython 3.11.", &sections);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/scores/python.md");
    corpus::write(&path, &page).unwrap();
    println!("{page}");
}
