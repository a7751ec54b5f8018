//! Speed of converted programs against CPython, and against Shedskin where `shedskin` is installed: `cargo bench -p batuta-depyler`.
//!
//! Prints the ratio per program and the geometric mean; a program whose output differs ends the run with an error.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_depyler::Depyler;
use batuta_sdk::{Settings, Transpiler};
use batuta_testkit::conversion::convert;
use batuta_testkit::native::Project;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Runs a command `times` times; its output and the shortest time.
fn timed(program: &Path, args: &[&Path], times: usize) -> (Vec<u8>, Duration) {
    let mut best = Duration::MAX;
    let mut output = vec![];
    for _ in 0..times {
        let start = Instant::now();
        output = Command::new(program).args(args).output().unwrap().stdout;
        best = best.min(start.elapsed());
    }
    (output, best)
}

fn rustc(source: &Path, out: &Path, more: &[String]) {
    let mut command = Command::new("rustc");
    command.args(["--edition=2024", "-C", "opt-level=3", "-o"]).arg(out).args(more).arg(source);
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// The runtime as a library.
fn runtime(out: &Path) -> PathBuf {
    for file in Depyler::support_crate("py_rt").unwrap() {
        let path = out.join("py_rt").join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file.content).unwrap();
    }
    let library = out.join("libpy_rt.rlib");
    let more = ["--crate-type=rlib", "--crate-name=py_rt"].map(String::from);
    rustc(&out.join("py_rt/src/lib.rs"), &library, &more);
    library
}

/// The converted program, and which share of its expressions is dynamic.
fn converted(path: &Path, out: &Path, library: &Path) -> (PathBuf, f64) {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let project = Project::new([(format!("{name}.py"), std::fs::read(path).unwrap())]);
    let conversion = convert::<Depyler>(&project, &Settings::default(), |_| true);
    let packages = conversion.packages().unwrap();
    let (mut all, mut dynamic) = (0, 0);
    for package in packages.values() {
        for (file, content) in &package.files {
            let file = out.join(&name).join(file);
            std::fs::create_dir_all(file.parent().unwrap()).unwrap();
            std::fs::write(file, &content.content).unwrap();
        }
    }
    for lowered in conversion.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()) {
        for (what, count) in &lowered.counts {
            match what.as_str() {
                "expressions" => all += count,
                "expressions-dynamic" => dynamic += count,
                _ => {}
            }
        }
    }
    let binary = out.join(format!("{name}.bin"));
    let more = ["--crate-name".into(), "program".into(), "--extern".into(), format!("py_rt={}", library.display())];
    rustc(&out.join(&name).join("src/main.rs"), &binary, &more);
    (binary, dynamic as f64 / (all as f64).max(1.0))
}

/// The program by Shedskin; none when it is not installed or does not take the program.
fn shedskin(path: &Path, out: &Path) -> Option<PathBuf> {
    let name = path.file_stem()?.to_string_lossy().into_owned();
    let folder = out.join("shedskin").join(&name);
    std::fs::create_dir_all(&folder).ok()?;
    std::fs::copy(path, folder.join(format!("{name}.py"))).ok()?;
    let made = Command::new("shedskin").args(["build", &name]).current_dir(&folder).output().ok()?;
    let binary = folder.join("build").join(&name);
    (made.status.success() && binary.exists()).then_some(binary)
}

fn main() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("speed");
    std::fs::create_dir_all(&out).unwrap();
    let library = runtime(&out);
    let only = std::env::var("DEPYLER_ONLY").unwrap_or_default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/programs");
    let mut programs: Vec<PathBuf> = std::fs::read_dir(folder).unwrap().flatten().map(|e| e.path()).collect();
    programs.retain(|p| p.to_string_lossy().contains(&only));
    programs.sort();
    let (mut against_python, mut against_shedskin) = (vec![], vec![]);
    for path in &programs {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        let (binary, dynamic) = converted(path, &out, &library);
        let (wanted, python) = timed(Path::new("python3"), &[path], 2);
        let (got, rust) = timed(&binary, &[], 5);
        assert!(wanted == got, "{name}: the output differs");
        let ratio = python.as_secs_f64() / rust.as_secs_f64();
        against_python.push(ratio);
        let other = shedskin(path, &out).map(|binary| timed(&binary, &[], 5).1.as_secs_f64() / rust.as_secs_f64());
        against_shedskin.extend(other);
        let other = other.map_or("-".to_string(), |r| format!("{r:.2}x"));
        println!("{name:16} {ratio:7.1}x CPython {other:>8} Shedskin  {:5.1} % dynamic", dynamic * 100.0);
    }
    let mean = |all: &[f64]| (all.iter().map(|r| r.ln()).sum::<f64>() / all.len().max(1) as f64).exp();
    println!("geometric mean   {:7.1}x CPython {:>7.2}x Shedskin", mean(&against_python), mean(&against_shedskin));
}
