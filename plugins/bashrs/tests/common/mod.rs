//! Many scripts in one program, and runs of both sides.
#![allow(clippy::disallowed_methods, clippy::unwrap_used, dead_code)] // drives real tools over real files

pub mod generate;

use batuta_bashrs::Bashrs;
use batuta_sdk::{Settings, Transpiler};
use batuta_testkit::conversion::convert;
use batuta_testkit::native::Project;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// One script and its shell.
#[derive(Clone)]
pub struct Case {
    pub name: String,
    pub shell: &'static str,
    pub text: String,
}

/// Stdout and exit code; none for a run that had to be stopped.
pub type Outcome = Option<(String, Option<i32>)>;

pub fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

pub fn rustc(args: &[&str], folder: &Path) {
    let output = Command::new("rustc").args(args).current_dir(folder).output().unwrap();
    assert!(output.status.success(), "rustc {args:?}:\n{}", String::from_utf8_lossy(&output.stderr));
}

pub fn build_runtime(folder: &Path) {
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
pub fn module(case: &Case) -> String {
    let shebang = if case.shell == "bash" { "#!/bin/bash\n" } else { "#!/bin/sh\n" };
    let project = Project::new([("case.sh".to_string(), format!("{shebang}{}", case.text).into_bytes())]);
    let conversion = convert::<Bashrs>(&project, &Settings::default(), |_| true);
    let packages = conversion.packages().unwrap();
    let file = packages.values().next().unwrap().files.values().next().unwrap();
    let text = String::from_utf8(file.content.clone()).unwrap();
    text.replace("\nfn main() {", "\npub fn main() {")
}

pub fn build(all: &[Case], folder: &Path, name: &str) {
    let mut driver = String::from("fn main() {\n    match std::env::var(\"BATUTA_CASE\").as_deref() {\n");
    let mut modules = String::new();
    // A folder of its own: programs are built side by side.
    let sources = folder.join(format!("{name}.src"));
    fs::create_dir_all(&sources).unwrap();
    for (number, case) in all.iter().enumerate() {
        fs::write(sources.join(format!("case{number}.rs")), module(case)).unwrap();
        modules.push_str(&format!("mod case{number};\n"));
        driver.push_str(&format!("        Ok(\"{number}\") => case{number}::main(),\n"));
    }
    driver.push_str("        _ => {}\n    }\n}\n");
    fs::write(sources.join("driver.rs"), modules + &driver).unwrap();
    let (out, main) = (format!("{name}.exe"), format!("{name}.src/driver.rs"));
    rustc(
        &["--edition", "2024", "--extern", "sh_rt=libsh_rt.rlib", "-L", ".", "-Dwarnings", "-o", &out, &main],
        folder,
    );
}

pub fn run(command: &mut Command, folder: &Path, case: &Case) -> Outcome {
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

pub fn show(outcome: &Outcome) -> String {
    match outcome {
        Some((text, code)) => format!("exit {code:?}\n{text}"),
        None => "stopped after 10 s\n".into(),
    }
}
