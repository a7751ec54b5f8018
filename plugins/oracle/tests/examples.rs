//! Every example that the oracle shows is accepted by rustc, with the versions that the knowledge graph names.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)]

use batuta_oracle::Graph;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

#[test]
fn every_rust_example_compiles() {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("data/examples");
    let project = Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle-examples");
    let _ = std::fs::remove_dir_all(project.join("src"));
    std::fs::create_dir_all(project.join("src/bin")).unwrap();
    let mut manifest = String::from(
        "[package]\nname = \"oracle-examples\"\nversion = \"0.1.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n",
    );
    let mut files: Vec<_> = std::fs::read_dir(&data).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let rust = files.iter().filter(|path| path.extension().is_some_and(|it| it == "rs"));
    let mut count = 0;
    for path in rust {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let component = Graph::get().component(name).unwrap();
        writeln!(manifest, "{name} = {{ version = \"{}\", default-features = false }}", component.version).unwrap();
        std::fs::copy(path, project.join(format!("src/bin/{name}.rs"))).unwrap();
        count += 1;
    }
    assert!(count >= 4);
    std::fs::write(project.join("Cargo.toml"), manifest).unwrap();
    let lock = data.join("Cargo.lock");
    std::fs::copy(&lock, project.join("Cargo.lock")).unwrap();
    let mut cargo = Command::new(env!("CARGO"));
    let checked = cargo.args(["check", "--quiet", "--locked"]).current_dir(&project).env("RUSTFLAGS", "-Dwarnings");
    let output = checked.env("CARGO_TARGET_DIR", project.join("target")).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}
