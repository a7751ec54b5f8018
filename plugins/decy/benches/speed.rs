//! Converted programs against `gcc -O2`: `cargo bench -p batuta-decy`. Prints seconds and ratios; asserts nothing but equal output,
//! since machines differ, but the ratios of one run are of the same moment.
#![allow(clippy::disallowed_methods, clippy::unwrap_used)] // drives real tools over real files

#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

fn tool(program: &str, args: &[&str], folder: &Path) {
    let out = Command::new(program).args(args).current_dir(folder).output().unwrap();
    assert!(out.status.success(), "{program}: {}", String::from_utf8_lossy(&out.stderr));
}

/// The best of five runs, and what was printed.
fn seconds(program: &Path) -> (f64, Vec<u8>) {
    let mut best = f64::MAX;
    let mut text = vec![];
    for _ in 0..5 {
        let start = Instant::now();
        text = Command::new(program).output().unwrap().stdout;
        best = best.min(start.elapsed().as_secs_f64());
    }
    (best, text)
}

/// The converted program's text, and how many of its functions there are and need `unsafe`.
fn converted(name: &str, source: &[u8]) -> (Vec<u8>, u64, u64) {
    let made = common::Project::new([(name.to_owned(), source.to_vec())]).convert().unwrap();
    let lowered = &made[0];
    let count = |wanted: &str| lowered.counts.iter().find(|(name, _)| name == wanted).map_or(0, |(_, value)| *value);
    (lowered.files[0].content.clone(), count("functions"), count("functions-unsafe"))
}

fn main() {
    let folder = std::env::temp_dir().join(format!("batuta-speed-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let here = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let runtime = here.join("runtime/src/lib.rs");
    tool(
        "rustc",
        &["--edition=2024", "-O", "--crate-type=rlib", "--crate-name=c_rt", runtime.to_str().unwrap()],
        &folder,
    );
    let mut programs: Vec<PathBuf> =
        fs::read_dir(here.join("benches/programs")).unwrap().map(|entry| entry.unwrap().path()).collect();
    programs.sort();
    println!("{:<12} {:>9} {:>9} {:>8} {:>14}", "", "gcc -O2", "converted", "ratio", "safe functions");
    let mut product = 1.0;
    for path in &programs {
        let name = path.file_name().unwrap().to_str().unwrap();
        let (text, all, risky) = converted(name, &fs::read(path).unwrap());
        fs::write(folder.join("ours.rs"), text).unwrap();
        tool("gcc", &["-O2", "-o", "theirs", path.to_str().unwrap(), "-lm"], &folder);
        let flags = ["--edition=2024", "-O", "-Ccodegen-units=1", "-Awarnings", "--extern", "c_rt=libc_rt.rlib"];
        tool("rustc", &[&flags[..], &["ours.rs", "-o", "ours"]].concat(), &folder);
        let (theirs, one) = seconds(&folder.join("theirs"));
        let (ours, two) = seconds(&folder.join("ours"));
        assert!(one == two, "{name}: the outputs differ");
        product *= theirs / ours;
        println!("{name:<12} {theirs:>9.3} {ours:>9.3} {:>8.2} {:>11} of {all}", theirs / ours, all - risky);
    }
    println!("geometric mean of the ratios: {:.2}", product.powf(1.0 / programs.len() as f64));
    fs::remove_dir_all(&folder).unwrap();
}
