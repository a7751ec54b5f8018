//! Converted NumPy programs against NumPy, as processes, in turns.
//!
//! Run with `cargo dev bench numpy`. Prints per program the time of CPython with NumPy over the time of the converted program, whole
//! processes, and the same without what Python takes to start and to import NumPy. Asserts equal output, never times.
#![allow(clippy::disallowed_methods)] // a benchmark starts processes and reads the clock

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// What pip installs, pinned.
const PACKAGE: &str = "numpy==2.4.6";
/// Runs of each program.
const ROUNDS: usize = 7;

fn main() {
    let batuta = PathBuf::from(std::env::var_os("BATUTA").expect("BATUTA names the binary: use `cargo dev bench`"));
    let Some(site) = site() else {
        println!("NumPy: none; pip could not install {PACKAGE}, so nothing is compared");
        return;
    };
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let programs = convert(&batuta, scratch.path());
    let bench = Bench { site, scratch: scratch.path().to_path_buf() };
    println!("{PACKAGE}, one thread; minimum and (median) of {ROUNDS} runs in turns, in ms");
    println!("{:<18} {:>16} {:>16} {:>8} {:>15}", "program", "NumPy", "converted", "ratio", "without import");
    let ratios: Vec<(f64, f64)> = programs.iter().map(|(source, binary)| bench.compare(source, binary)).collect();
    let mean = |pick: fn(&(f64, f64)) -> f64| {
        (ratios.iter().map(|r| pick(r).max(1e-3).ln()).sum::<f64>() / ratios.len().max(1) as f64).exp()
    };
    println!("geometric mean {:>45.2} {:>15.2}   goal 1.50", mean(|r| r.0), mean(|r| r.1));
}

/// Converts and builds every program; each with its binary.
fn convert(batuta: &Path, scratch: &Path) -> Vec<(PathBuf, PathBuf)> {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("numpy/programs");
    let out = scratch.join("out");
    let done = Command::new(batuta)
        .args([Path::new("transpile"), &source, Path::new("-o"), &out])
        .env("XDG_CACHE_HOME", scratch.join("cache"))
        .output()
        .expect("batuta starts");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    let built = Command::new("cargo")
        .args(["build", "--release", "--offline", "--quiet", "--target-dir"])
        .arg(scratch.join("target"))
        .current_dir(&out)
        .env_remove("CARGO_TARGET_DIR")
        .output()
        .expect("cargo starts");
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let listed = std::fs::read(out.join("batuta-output.json")).expect("the list of what was converted");
    let listed: Value = serde_json::from_slice(&listed).expect("JSON");
    let entries = listed["programs"].as_array().expect("programs are listed");
    let mut all: Vec<(PathBuf, PathBuf)> = entries
        .iter()
        .map(|entry| {
            let name = |key: &str| entry[key].as_str().unwrap_or_default().to_string();
            (source.join(name("source")), scratch.join("target/release").join(name("binary")))
        })
        .collect();
    all.sort();
    all
}

struct Bench {
    site: PathBuf,
    scratch: PathBuf,
}

impl Bench {
    fn python(&self, arguments: &[&Path]) -> (Vec<u8>, Duration) {
        let mut command = Command::new("python3");
        command.args(arguments).env("PYTHONPATH", &self.site).env("OPENBLAS_NUM_THREADS", "1");
        timed(command.current_dir(&self.scratch))
    }

    /// The ratios of one program: of whole processes, and without the import.
    fn compare(&self, source: &Path, binary: &Path) -> (f64, f64) {
        let name = source.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let (wanted, _) = self.python(&[source]);
        let (got, _) = timed(&mut Command::new(binary));
        assert!(close(&wanted, &got), "{name} prints something else:\n{}", String::from_utf8_lossy(&got));
        let (mut numpy, mut import, mut ours) = (vec![], vec![], vec![]);
        for _ in 0..ROUNDS {
            numpy.push(self.python(&[source]).1);
            ours.push(timed(&mut Command::new(binary)).1);
            import.push(self.python(&[Path::new("-c"), Path::new("import numpy")]).1);
        }
        let (numpy, import, ours) = (summary(numpy), summary(import), summary(ours));
        let (whole, inner) = (numpy.0 / ours.0, (numpy.0 - import.0) / ours.0);
        let show = |(least, middle): (f64, f64)| format!("{least:.1} ({middle:.1})");
        println!("{name:<18} {:>16} {:>16} {whole:>8.2} {inner:>15.2}", show(numpy), show(ours));
        (whole, inner)
    }
}

/// Minimum and median in milliseconds.
fn summary(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort_unstable();
    let ms = |time: Duration| time.as_secs_f64() * 1e3;
    (ms(times[0]), ms(times[times.len() / 2]))
}

fn timed(command: &mut Command) -> (Vec<u8>, Duration) {
    let started = Instant::now();
    let output = command.output().expect("the program starts");
    let time = started.elapsed();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    (output.stdout, time)
}

/// Whether two outputs are the same, numbers to 1e-9.
fn close(wanted: &[u8], got: &[u8]) -> bool {
    let words = |text: &[u8]| -> Vec<String> {
        let separates = |c: char| c.is_whitespace() || "[](),".contains(c);
        String::from_utf8_lossy(text).split(separates).filter(|w| !w.is_empty()).map(String::from).collect()
    };
    let (wanted, got) = (words(wanted), words(got));
    let near = |a: &str, b: &str| match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => (a - b).abs() <= 1e-9 * a.abs().max(b.abs()),
        _ => false,
    };
    wanted.len() == got.len() && wanted.iter().zip(&got).all(|(a, b)| a == b || near(a, b))
}

/// Where the package is, in the target folder; pip fetches it once.
fn site() -> Option<PathBuf> {
    let target = std::env::current_exe().ok()?.ancestors().nth(3)?.to_path_buf();
    let folder = target.join("site").join(PACKAGE.replace("==", "-"));
    if !folder.join("numpy").is_dir() {
        let mut pip = Command::new("python3");
        pip.args(["-m", "pip", "install", "--quiet", "--no-deps", "--only-binary=:all:", "--target"]);
        pip.arg(&folder).arg(PACKAGE).status().ok().filter(std::process::ExitStatus::success)?;
    }
    Some(folder)
}
