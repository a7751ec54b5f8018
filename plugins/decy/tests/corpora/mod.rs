//! The corpora of C programs as cases.
#![allow(dead_code, unreachable_pub, clippy::disallowed_methods)] // each test uses a part; reads files that were fetched

pub mod page;
pub mod projects;
pub mod undefined;

use batuta_testkit::corpus::{Case, folder};
use std::path::{Path, PathBuf};
use std::process::Command;

/// Files that `text` includes in quotes, from `beside`, with what they include.
fn included(text: &[u8], beside: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    let text = String::from_utf8_lossy(text).into_owned();
    for line in text.lines().filter(|line| line.trim_start().starts_with('#') && line.contains("include")) {
        let Some(name) = line.split('"').nth(1) else { continue };
        if files.iter().any(|(known, _)| known == name) {
            continue;
        }
        if let Ok(bytes) = std::fs::read(beside.join(name)) {
            files.push((name.to_owned(), bytes.clone()));
            included(&bytes, beside, files);
        }
    }
}

/// A program of one file with what it includes.
fn case(path: &Path) -> Option<Case> {
    let name = path.file_name()?.to_string_lossy().into_owned();
    let bytes = std::fs::read(path).ok()?;
    let mut files = vec![(name.clone(), bytes.clone())];
    included(&bytes, path.parent()?, &mut files);
    let mut case = Case::new(name.trim_end_matches(".c")).program(name.clone());
    case.files = files;
    Some(case)
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "c"))
        .collect();
    found.sort();
    found
}

/// A folder below `root` whose path ends so.
fn below(root: &Path, end: &str) -> Option<PathBuf> {
    let mut work = vec![root.to_path_buf()];
    while let Some(folder) = work.pop() {
        if folder.ends_with(end) {
            return Some(folder);
        }
        let inner = std::fs::read_dir(&folder).into_iter().flatten().flatten().map(|entry| entry.path());
        work.extend(inner.filter(|path| path.is_dir()));
    }
    None
}

/// The programs of tcc's `tests2`, held against gcc.
pub fn tcc() -> Result<Vec<Case>, String> {
    let root = below(&folder("tcc")?, "tests/tests2").ok_or("the corpus `tcc` has no tests2")?;
    let mut cases = vec![];
    for path in sources(&root).into_iter().filter(|path| !path.ends_with("104+_inline.c")) {
        let Some(mut case) = case(&path) else { continue };
        case = match case.name.as_str() {
            "31_args" => case.args(["arg1", "arg2", "arg3", "arg4", "arg5"]),
            "46_grep" => case.args(["[^* ]*[:a:d: ]+\\:\\*-/: $", "46_grep.c"]),
            "104_inline" => {
                let other = std::fs::read(root.join("104+_inline.c")).map_err(|error| error.to_string())?;
                case.file("104+_inline.c", other)
            }
            _ => case,
        };
        cases.push(case);
    }
    Ok(cases)
}

/// The programs of gcc's `gcc.c-torture/execute` and its folder `ieee` that `gcc -std=gnu17 -O1` passes and that need neither
/// assembler nor nested functions; `torture-excluded.txt` names the others, each with its reason.
pub fn torture() -> Result<Vec<Case>, String> {
    let end = "gcc.c-torture/execute";
    let root = below(&folder("gcc-torture")?, end).ok_or("the corpus `gcc-torture` has no such folder")?;
    let excluded: Vec<&str> = include_str!("../torture-excluded.txt")
        .lines()
        .filter_map(|line| line.split_once(' '))
        .map(|(_, name)| name)
        .collect();
    let all = sources(&root).into_iter().chain(sources(&root.join("ieee")));
    let wanted = all.filter(|path| {
        let name = path.strip_prefix(&root).unwrap_or(path).to_string_lossy().into_owned();
        !excluded.contains(&name.as_str())
    });
    Ok(wanted.filter_map(|path| case(&path)).collect())
}

/// The same programs with one comparison turned round: what failed to fail before has to fail now.
pub fn mutated(cases: &[Case]) -> Vec<Case> {
    let mutate = |case: &Case| {
        let mut case = case.clone();
        let main = case.program.clone()?;
        let (_, bytes) = case.files.iter_mut().find(|(name, _)| *name == main)?;
        let text = String::from_utf8(bytes.clone()).ok()?;
        let at = text.match_indices("!=").map(|(at, _)| at).find(|at| {
            let rest = &text[*at..];
            rest.find("abort").is_some_and(|abort| abort < 80 && !rest[..abort].contains(['{', '}', ';']))
        })?;
        *bytes = format!("{}=={}", &text[..at], &text[at + 2..]).into_bytes();
        Some(case)
    };
    cases.iter().filter_map(mutate).collect()
}

/// Programs that csmith makes from these seeds.
pub fn csmith(seeds: std::ops::Range<u64>) -> Result<Vec<Case>, String> {
    let tool = folder("csmith")?.join("usr/bin/csmith");
    let headers = folder("csmith-headers")?.join("usr/include/csmith");
    let mut cases = vec![];
    for seed in seeds {
        // It writes a file into its working folder.
        let mut command = Command::new(&tool);
        command.args(["--seed", &seed.to_string()]).current_dir(std::env::temp_dir());
        let made = command.output().map_err(|error| error.to_string())?;
        if !made.status.success() {
            return Err(format!("csmith fails on seed {seed}: {}", String::from_utf8_lossy(&made.stderr)));
        }
        let mut case = Case::new(format!("seed-{seed}")).program("main.c");
        case.files.push(("main.c".into(), made.stdout.clone()));
        included(&made.stdout, &headers, &mut case.files);
        cases.push(case);
    }
    Ok(cases)
}
