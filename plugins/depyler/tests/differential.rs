//! Programs of `tests/programs`, and of the folder that `DEPYLER_PROGRAMS` names, converted, compiled and compared with python3.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_depyler::Depyler;
use batuta_sdk::{Settings, Transpiler};
use batuta_testkit::conversion::convert;
use batuta_testkit::native::Project;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The runtime as a library, built once.
fn runtime(out: &Path) -> PathBuf {
    let folder = out.join("py_rt");
    let library = out.join("libpy_rt.rlib");
    let mut same = library.exists();
    for file in Depyler::support_crate("py_rt").unwrap() {
        let path = folder.join(&file.path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        same &= std::fs::read(&path).is_ok_and(|old| old == file.content);
        std::fs::write(path, file.content).unwrap();
    }
    if same {
        return library;
    }
    let opt = std::env::var("DEPYLER_OPT").unwrap_or("1".into());
    let mut rustc = Command::new("rustc");
    rustc.args(["--edition=2024", "--crate-type=rlib", "--crate-name=py_rt", "-C"]).arg(format!("opt-level={opt}"));
    rustc.arg("-C").arg(format!("incremental={}", out.join("incremental").display()));
    for (module, _) in batuta_depyler::catalog::PURE {
        rustc.args(["--cfg", &format!("feature=\"{}\"", batuta_depyler::pure::feature(module))]);
    }
    for feature in batuta_depyler::catalog::FEATURES {
        rustc.args(["--cfg", &format!("feature=\"{feature}\"")]);
    }
    let done = rustc.arg("-o").arg(&library).arg(folder.join("src/lib.rs")).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    library
}

/// The files of a program: itself, or all of a folder with a `main.py`.
fn sources(path: &Path, name: &str) -> Vec<(String, Vec<u8>)> {
    if !path.is_dir() {
        return vec![(format!("{name}.py"), std::fs::read(path).unwrap())];
    }
    let (mut out, mut folders) = (vec![], vec![path.to_path_buf()]);
    while let Some(folder) = folders.pop() {
        for file in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if file.is_dir() {
                folders.push(file);
            } else if file.extension().is_some_and(|e| e == "py") {
                let inside = file.strip_prefix(path).unwrap().to_string_lossy().into_owned();
                out.push((inside, std::fs::read(&file).unwrap()));
            }
        }
    }
    out.sort();
    out
}

struct Outcome {
    name: String,
    what: &'static str,
    detail: String,
}

fn run(program: &mut Command, input: &[u8]) -> (String, i32, String) {
    let mut child = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that reads nothing closes its end.
    let _ = child.stdin.take().unwrap().write_all(input);
    let done = child.wait_with_output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&done.stdout), done.status.code().unwrap_or(-1), text(&done.stderr))
}

fn check(path: &Path, out: &Path, library: &Path) -> Outcome {
    let name = path.file_stem().unwrap().to_string_lossy().into_owned();
    let project = Project::new(sources(path, &name));
    let conversion = convert::<Depyler>(&project, &Settings::default(), |_| true);
    let end = |what, detail: String| Outcome { name: name.clone(), what, detail };
    let findings = batuta_testkit::conversion::render(&conversion.findings(), &project);
    let packages = match conversion.packages() {
        Ok(packages) => packages,
        Err(error) => return end("failed", error),
    };
    let folder = out.join(&name);
    let _ = std::fs::remove_dir_all(&folder);
    for package in packages.values() {
        for (path, content) in &package.files {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, &content.content).unwrap();
        }
    }
    let binary = out.join(format!("{name}.bin"));
    let opt = std::env::var("DEPYLER_OPT").unwrap_or("0".into());
    let done = Command::new("rustc")
        .args(["--edition=2024", "-C"])
        .arg(format!("opt-level={opt}"))
        .args(["-C", "debuginfo=0", "--crate-name", "program", "--extern"])
        .arg(format!("py_rt={}", library.display()))
        .arg("-o")
        .arg(&binary)
        .arg(["src/main.rs", "src/bin/main.rs"].map(|f| folder.join(f)).into_iter().find(|f| f.exists()).unwrap())
        .output()
        .unwrap();
    if !done.status.success() || !done.stderr.is_empty() {
        return end(
            "does-not-compile",
            String::from_utf8_lossy(&done.stderr).lines().take(30).collect::<Vec<_>>().join("\n"),
        );
    }
    let input = std::fs::read(path.with_extension("in")).unwrap_or_default();
    let (mut python, mut rust) = (Command::new("python3"), Command::new(&binary));
    if path.is_dir() {
        python.arg("main.py").current_dir(path).env("PYTHONDONTWRITEBYTECODE", "1");
        rust.current_dir(path);
    } else {
        python.arg(path);
    }
    let (wanted, wanted_code, errors) = run(&mut python, &input);
    let (got, code, complaint) = run(&mut rust, &input);
    if code == 70 && complaint.contains("batuta:") {
        return end("refused", format!("{findings}{complaint}"));
    }
    if got == wanted && code == wanted_code {
        return end("pass", String::new());
    }
    let first = wanted
        .lines()
        .zip(got.lines())
        .position(|(a, b)| a != b)
        .unwrap_or(wanted.lines().count().min(got.lines().count()));
    let line = |text: &str| text.lines().nth(first).unwrap_or("<end>").to_string();
    end(
        "WRONG",
        format!(
            "exit {wanted_code} / {code}; line {}: python {:?} / rust {:?}\npython stderr: {}\nrust stderr: {complaint}",
            first + 1,
            line(&wanted),
            line(&got),
            errors.lines().last().unwrap_or("")
        ),
    )
}

#[test]
fn programs_behave_as_under_python() {
    let out = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("differential");
    std::fs::create_dir_all(&out).unwrap();
    let library = runtime(&out);
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/programs")];
    if let Some(more) = std::env::var_os("DEPYLER_PROGRAMS") {
        folders = vec![PathBuf::from(more)];
    }
    let only = std::env::var("DEPYLER_ONLY").ok();
    let mut programs: Vec<PathBuf> =
        folders.iter().flat_map(|f| std::fs::read_dir(f).unwrap().flatten().map(|e| e.path())).collect();
    programs.retain(|p| p.extension().is_some_and(|e| e == "py") || p.join("main.py").exists());
    programs.retain(|p| only.as_ref().is_none_or(|o| p.file_stem().unwrap().to_string_lossy().contains(o.as_str())));
    programs.sort();
    assert!(!programs.is_empty());
    let next = std::sync::atomic::AtomicUsize::new(0);
    let outcomes = std::sync::Mutex::new(vec![]);
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                while let Some(path) = programs.get(next.fetch_add(1, std::sync::atomic::Ordering::Relaxed)) {
                    let outcome = check(path, &out, &library);
                    outcomes.lock().unwrap().push(outcome);
                }
            });
        }
    });
    let mut outcomes = outcomes.into_inner().unwrap();
    outcomes.sort_by(|a, b| a.name.cmp(&b.name));
    let failed = outcomes.iter().filter(|o| o.what != "pass");
    let report: String = failed.map(|o| format!("{} {}: {}\n", o.what, o.name, o.detail)).collect();
    println!("{} of {} pass", outcomes.iter().filter(|o| o.what == "pass").count(), outcomes.len());
    assert!(report.is_empty(), "\n{report}");
}
