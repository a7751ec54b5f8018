//! Many small scripts, converted and run, compared with dash and bash: stdout and exit code.
//!
//! `tests/cases/*.txt` hold them: a case starts with `### name`, and ends where the next starts. Files whose name starts with `bash`
//! or `dash` are for that shell alone; of the others, each case is converted for both shells. All cases of a file become modules of one program,
//! which is compiled by one call of rustc.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

mod common;

use common::{Case, build, build_runtime, run, scratch, show};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

fn cases(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let shells: &[&str] = match name.split('_').next() {
        Some("bash") => &["bash"],
        Some("dash") => &["dash"],
        _ => &["dash", "bash"],
    };
    let mut out = vec![];
    for chunk in text.split("### ").skip(1) {
        let (name, body) = chunk.split_once('\n').unwrap();
        for shell in shells {
            out.push(Case { name: name.trim().to_string(), shell, text: body.to_string() });
        }
    }
    out
}

fn stem(file: &Path) -> String {
    file.file_stem().unwrap().to_string_lossy().into_owned()
}

/// One program per file, built on all cores. They run one after the other afterwards: some cases look at the clock.
fn build_all(files: &[PathBuf], folder: &Path) {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            build(&cases(file), folder, &stem(file));
        }
    };
    std::thread::scope(|scope| {
        let threads = std::thread::available_parallelism().map_or(1, usize::from);
        for thread in (0..threads).map(|_| scope.spawn(work)).collect::<Vec<_>>() {
            thread.join().unwrap();
        }
    });
}

#[test]
fn converted_scripts_do_what_the_shells_do() {
    let folder = scratch("differential");
    build_runtime(&folder);
    let wanted = std::env::var("CASES").unwrap_or_default();
    let mut files: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases"))
        .unwrap()
        .flatten()
        .map(|e| e.path())
        .collect();
    files.sort();
    files.retain(|file| file.to_string_lossy().contains(&wanted));
    build_all(&files, &folder);
    let (mut passed, mut refused, mut wrong) = (0, 0, vec![]);
    for file in &files {
        let all = cases(file);
        let stem = stem(file);
        let program = folder.join(format!("{stem}.exe"));
        for (number, case) in all.iter().enumerate() {
            let expected = run(
                Command::new(case.shell).arg("case.sh").env("BATUTA_CASE", number.to_string()),
                &folder.join("run"),
                case,
            );
            let actual = run(Command::new(&program).env("BATUTA_CASE", number.to_string()), &folder.join("run"), case);
            if expected == actual {
                passed += 1;
            } else if actual.as_ref().is_some_and(|(_, code)| *code == Some(70)) {
                refused += 1;
                eprintln!("refused: {stem}/{} ({})", case.name, case.shell);
            } else {
                wrong.push(format!(
                    "{stem}/{} ({}):\n{}\n--- shell: {}--- converted: {}",
                    case.name,
                    case.shell,
                    case.text,
                    show(&expected),
                    show(&actual)
                ));
            }
        }
    }
    eprintln!("passed {passed}, refused {refused}, wrong {}", wrong.len());
    assert!(wrong.is_empty(), "{}", wrong.join("\n=====\n"));
    assert!(refused * 50 <= passed, "too many refusals: {refused}");
}
