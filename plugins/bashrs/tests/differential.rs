//! Many small scripts, converted and run, compared with dash and bash: stdout and exit code.
//!
//! `tests/cases/*.txt` hold them: a case starts with `### name`, and ends where the next starts. Files whose name starts with `bash`
//! are for bash alone; of the others, each case is converted for both shells. All cases of a file become modules of one program,
//! which is compiled by one call of rustc.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

use batuta_bashrs::Bashrs;
use batuta_sdk::{Settings, Transpiler};
use batuta_testkit::conversion::convert;
use batuta_testkit::native::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// One script and its shell.
struct Case {
    name: String,
    shell: &'static str,
    text: String,
}

/// Stdout and exit code; none for a run that had to be stopped.
type Outcome = Option<(String, Option<i32>)>;

fn cases(path: &Path) -> Vec<Case> {
    let text = fs::read_to_string(path).unwrap();
    let only_bash = path.file_name().unwrap().to_string_lossy().starts_with("bash");
    let shells: &[&str] = if only_bash { &["bash"] } else { &["dash", "bash"] };
    let mut out = vec![];
    for chunk in text.split("### ").skip(1) {
        let (name, body) = chunk.split_once('\n').unwrap();
        for shell in shells {
            out.push(Case { name: name.trim().to_string(), shell, text: body.to_string() });
        }
    }
    out
}

fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn rustc(args: &[&str], folder: &Path) {
    let output = Command::new("rustc").args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "rustc {args:?}:\n{}", String::from_utf8_lossy(&output.stderr));
}

fn build_runtime(folder: &Path) {
    for file in Bashrs::support_crate("sh_rt").unwrap() {
        let path = folder.join("sh_rt").join(&file.path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, file.content).unwrap();
    }
    rustc(
        &["--edition", "2024", "--crate-type", "rlib", "--crate-name", "sh_rt", "-O", "-Dwarnings", "sh_rt/src/lib.rs"],
        folder,
    );
}

/// The Rust of a case as a module with a public `main`.
fn module(case: &Case) -> String {
    let shebang = if case.shell == "bash" { "#!/bin/bash\n" } else { "#!/bin/sh\n" };
    let project = Project::new([("case.sh".to_string(), format!("{shebang}{}", case.text).into_bytes())]);
    let conversion = convert::<Bashrs>(&project, &Settings::default(), |_| true);
    let packages = conversion.packages().unwrap();
    let file = packages.values().next().unwrap().files.values().next().unwrap();
    let text = String::from_utf8(file.content.clone()).unwrap();
    text.replace("\nfn main() {", "\npub fn main() {")
}

fn build(all: &[Case], folder: &Path, name: &str) {
    let mut driver = String::from("fn main() {\n    match std::env::var(\"BATUTA_CASE\").as_deref() {\n");
    let mut modules = String::new();
    for (number, case) in all.iter().enumerate() {
        fs::write(folder.join(format!("case{number}.rs")), module(case)).unwrap();
        modules.push_str(&format!("mod case{number};\n"));
        driver.push_str(&format!("        Ok(\"{number}\") => case{number}::main(),\n"));
    }
    driver.push_str("        _ => {}\n    }\n}\n");
    fs::write(folder.join("driver.rs"), modules + &driver).unwrap();
    let out = format!("{name}.exe");
    rustc(
        &["--edition", "2024", "--extern", "sh_rt=libsh_rt.rlib", "-L", ".", "-Dwarnings", "-o", &out, "driver.rs"],
        folder,
    );
}

fn run(command: &mut Command, folder: &Path, case: &Case) -> Outcome {
    let _ = fs::remove_dir_all(folder);
    fs::create_dir_all(folder).unwrap();
    let shebang = if case.shell == "bash" { "#!/bin/bash\n" } else { "#!/bin/sh\n" };
    fs::write(folder.join("case.sh"), format!("{shebang}{}", case.text)).unwrap();
    let out = fs::File::create(folder.with_extension("out")).unwrap();
    let mut child = command
        .current_dir(folder)
        .env("LC_ALL", "C")
        .env_remove("OLDPWD")
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    for _ in 0..2000 {
        if let Some(status) = child.try_wait().unwrap() {
            let text = fs::read(folder.with_extension("out")).unwrap();
            return Some((String::from_utf8_lossy(&text).into_owned(), status.code()));
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}

fn show(outcome: &Outcome) -> String {
    match outcome {
        Some((text, code)) => format!("exit {code:?}\n{text}"),
        None => "stopped after 10 s\n".into(),
    }
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
    let (mut passed, mut refused, mut wrong) = (0, 0, vec![]);
    for file in files.iter().filter(|file| file.to_string_lossy().contains(&wanted)) {
        let all = cases(file);
        let stem = file.file_stem().unwrap().to_string_lossy().into_owned();
        build(&all, &folder, &stem);
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
