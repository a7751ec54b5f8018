//! Complexity figures against those of known tools, over what this machine has of Python and C.
//!
//! `radon` and `lizard` come from PyPI into a folder that `BATUTA_TOOLS` names; without it these tests are not run:
//! `pip install --target TOOLS radon lizard`.
#![allow(clippy::unwrap_used, clippy::disallowed_methods)] // a test runs programs

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Name, first line and complexity of each function, by file, as the tool prints them.
const RADON: &str = r"
import sys, json
from radon.visitors import ComplexityVisitor
out = {}
def add(rows, f):
    rows.append([f.name, f.lineno, f.complexity])
    for c in f.closures: add(rows, c)
def klass(rows, c):
    for m in c.methods: add(rows, m)
    for i in c.inner_classes: klass(rows, i)
for path in sys.argv[1:]:
    try: v = ComplexityVisitor.from_code(open(path, encoding='utf-8').read())
    except Exception: continue
    rows = []
    for f in v.functions: add(rows, f)
    for c in v.classes: klass(rows, c)
    out[path] = rows
print(json.dumps(out))
";

const LIZARD: &str = r"
import sys, json, lizard
print(json.dumps({path: [[f.name, f.start_line, f.cyclomatic_complexity] for f in lizard.analyze_file(path).function_list] for path in sys.argv[1:]}))
";

fn tools() -> Option<PathBuf> {
    std::env::var_os("BATUTA_TOOLS").map(PathBuf::from)
}

fn ask(program: &str, tools: &Path, files: &[PathBuf]) -> BTreeMap<String, Vec<(String, u32, u32)>> {
    let out = Command::new("python3").arg("-c").arg(program).args(files).env("PYTHONPATH", tools).output().unwrap();
    serde_json::from_slice(&out.stdout).unwrap()
}

/// Files below a folder with one of the extensions, spread evenly.
fn sample(folder: &Path, extension: &str, count: usize) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        let mut entries: Vec<PathBuf> =
            std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
        entries.sort();
        for path in entries {
            match path.is_dir() {
                true if !path.is_symlink() => folders.push(path),
                false if path.extension().is_some_and(|found| found == extension) => found.push(path),
                _ => {}
            }
        }
    }
    found.sort();
    let step = (found.len() / count).max(1);
    found.into_iter().step_by(step).take(count).collect()
}

/// Print what differs; gives how many functions agree, and of how many.
fn compare(theirs: &BTreeMap<String, Vec<(String, u32, u32)>>) -> (usize, usize) {
    let (mut same, mut all) = (0, 0);
    for (path, functions) in theirs {
        let bytes = std::fs::read(path).unwrap();
        let ours = batuta_inspector::measure(path, &bytes).unwrap_or_default();
        for (name, line, complexity) in functions {
            all += 1;
            let found = ours.functions.iter().find(|own| own.line == *line).or_else(|| {
                ours.functions.iter().find(|own| {
                    own.line.abs_diff(*line) < 8
                        && (name.ends_with(own.name.as_str()) || name.starts_with(own.name.as_str()))
                })
            });
            match found {
                Some(own) if own.cyclomatic == *complexity => same += 1,
                Some(own) => println!("{path}:{line}: {name}: {complexity}, ours {}", own.cyclomatic),
                None => println!("{path}:{line}: {name} is missing"),
            }
        }
    }
    (same, all)
}

#[test]
#[ignore = "needs radon from PyPI"]
fn python_is_what_radon_says() {
    let tools = tools().expect("BATUTA_TOOLS names a folder with radon");
    let library =
        Command::new("python3").args(["-c", "import os; print(os.path.dirname(os.__file__))"]).output().unwrap();
    let files = sample(Path::new(String::from_utf8(library.stdout).unwrap().trim()), "py", 120);
    let (same, all) = compare(&ask(RADON, &tools, &files));
    println!("{same} of {all} functions agree");
    assert!(all > 500 && same * 100 >= all * 99, "{same} of {all}");
}

#[test]
#[ignore = "needs lizard from PyPI and a folder of C files that BATUTA_C names"]
fn c_is_what_lizard_says() {
    let tools = tools().expect("BATUTA_TOOLS names a folder with lizard");
    let folder = std::env::var_os("BATUTA_C").map(PathBuf::from).expect("BATUTA_C names a folder of C files");
    let (same, all) = compare(&ask(LIZARD, &tools, &sample(&folder, "c", 60)));
    println!("{same} of {all} functions agree");
    assert!(all > 200 && same * 100 >= all * 97, "{same} of {all}");
}
