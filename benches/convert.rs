//! Whole commands, timed as processes: start-up, first conversion, unchanged and changed projects.
//!
//! Run with `cargo dev bench convert`. Prints each figure beside its goal; asserts only counts, never times.
#![allow(clippy::disallowed_methods)] // a benchmark starts processes and reads the clock

use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Files of the generated project.
const FILES: usize = 1000;

fn main() {
    let batuta = PathBuf::from(std::env::var_os("BATUTA").expect("BATUTA names the binary: use `cargo dev bench`"));
    let scratch = tempfile::tempdir().expect("a scratch folder");
    let cache = scratch.path().join("cache");
    std::fs::create_dir_all(&cache).expect("a cache folder");
    let bench = Bench { batuta, cache };
    bench.version();
    bench.first_transpile(scratch.path());
    bench.unchanged_project(scratch.path());
}

struct Bench {
    batuta: PathBuf,
    cache: PathBuf,
}

impl Bench {
    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.batuta);
        command.args(arguments).env("XDG_CACHE_HOME", &self.cache);
        command
    }

    /// Median of `runs` runs.
    fn time(&self, runs: usize, arguments: &[&str], mut before: impl FnMut()) -> Duration {
        let mut times: Vec<Duration> = (0..runs)
            .map(|_| {
                before();
                let mut command = self.command(arguments);
                let started = Instant::now();
                let output = command.output().expect("batuta starts");
                let time = started.elapsed();
                let code = output.status.code();
                assert!(
                    matches!(code, Some(0 | 3)),
                    "{arguments:?}: {code:?}\n{}",
                    String::from_utf8_lossy(&output.stderr)
                );
                time
            })
            .collect();
        times.sort_unstable();
        times[runs / 2]
    }

    fn report(&self, arguments: &[&str]) -> Value {
        let output = self.command(arguments).output().expect("batuta starts");
        serde_json::from_slice(&output.stdout).unwrap_or_else(|error| {
            panic!("{arguments:?}: {error}\n{}", String::from_utf8_lossy(&output.stderr));
        })
    }

    fn version(&self) {
        show("batuta --version", self.time(21, &["--version"], || {}), Duration::from_millis(20));
    }

    /// A copied binary's first run: an empty cache each time.
    fn first_transpile(&self, scratch: &Path) {
        let (source, out) = (scratch.join("one.py"), scratch.join("one-rs"));
        std::fs::write(&source, "print(6 * 7)\n").expect("writable");
        let arguments = ["transpile", text(&source), "-o", text(&out)];
        let clean = || {
            let _ = std::fs::remove_dir_all(&out);
            let _ = std::fs::remove_dir_all(&self.cache);
            std::fs::create_dir_all(&self.cache).expect("a cache folder");
        };
        show("first transpile of a one-line file", self.time(11, &arguments, clean), Duration::from_millis(150));
    }

    fn unchanged_project(&self, scratch: &Path) {
        let (project, out) = (scratch.join("many"), scratch.join("many-rs"));
        generate(&project);
        let arguments = ["convert", text(&project), "-o", text(&out), "--format", "json"];
        let started = Instant::now();
        let first = self.report(&arguments);
        println!("{:<44} {:>9.2} s", format!("first convert of {FILES} files"), started.elapsed().as_secs_f64());
        assert_eq!(first["outcome"], "done", "the first run converts everything: {first:#}");
        let again = self.report(&arguments);
        assert_eq!(executed(&again), 0, "an unchanged project re-runs no step: {:#}", again["steps"]);
        show(
            &format!("convert of {FILES} unchanged files"),
            self.time(11, &arguments, || {}),
            Duration::from_millis(150),
        );
        std::fs::write(project.join("m0048.py"), module(48, 2)).expect("writable");
        let started = Instant::now();
        let changed = self.report(&["transpile", text(&project), "-o", text(&out), "--format", "json"]);
        let time = started.elapsed();
        let (index, lower) = (steps(&changed, "index"), steps(&changed, "lower"));
        println!(
            "{:<44} {:>9.2} ms   {index} index, {lower} lower",
            "transpile after one changed file",
            time.as_secs_f64() * 1e3
        );
        assert_eq!(index, 1, "one file changed");
        assert!(lower <= 2, "the file and the one that imports it: {lower}");
    }
}

fn steps(report: &Value, kind: &str) -> u64 {
    report["steps"][kind]["executed"].as_u64().unwrap_or(0)
}

fn executed(report: &Value) -> u64 {
    let steps = report["steps"].as_object().expect("steps are counted");
    steps.values().filter_map(|step| step["executed"].as_u64()).sum()
}

/// Modules in groups of fifty, each group with one program that imports the one before it.
fn generate(project: &Path) {
    std::fs::create_dir_all(project).expect("writable");
    for number in 0..FILES {
        let text = if number % 50 == 49 { program(number) } else { module(number, 1) };
        std::fs::write(project.join(format!("m{number:04}.py")), text).expect("writable");
    }
}

fn module(number: usize, factor: usize) -> String {
    format!(
        "def value_{number}(x: int) -> int:\n    total = 0\n    for i in range(x):\n        total += i * {factor}\n    return total\n"
    )
}

fn program(number: usize) -> String {
    let import = number - 1;
    format!("from m{import:04} import value_{import}\n\nif __name__ == \"__main__\":\n    print(value_{import}(10))\n")
}

fn text(path: &Path) -> &str {
    path.to_str().expect("scratch paths are UTF-8")
}

fn show(what: &str, time: Duration, goal: Duration) {
    let (time, goal) = (time.as_secs_f64() * 1e3, goal.as_secs_f64() * 1e3);
    println!("{what:<44} {time:>9.2} ms   goal {goal:.0} ms, {:.2} of it", time / goal);
}
