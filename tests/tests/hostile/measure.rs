//! One row per case: what was expected, what was seen, what it cost.

use batuta_runtime::plugin_set::{StepError, StepOutcome};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::process::ExitCode;
use std::time::{Duration, Instant};

/// Growth of the process that a case may cause, in bytes: one guest's memory, a transfer, and what the allocator keeps.
const GROWTH: i64 = 400 << 20;

pub struct Table {
    filter: String,
    rows: Vec<String>,
    names: Vec<String>,
    failures: Vec<String>,
}

/// What a case says of itself when it went as it should.
pub type Seen = String;

impl Table {
    pub fn new(filter: String) -> Self {
        Table { filter, rows: Vec::new(), names: Vec::new(), failures: Vec::new() }
    }

    /// Run a case that must end within `limit`, on a machine that is not busy otherwise (it gets five times as long); a panic is a
    /// failure.
    pub fn case(&mut self, name: &str, what: &str, limit: Duration, run: impl FnOnce() -> Seen) {
        if !name.contains(&self.filter) {
            return;
        }
        let before = resident();
        let start = Instant::now();
        let result = catch_unwind(AssertUnwindSafe(run));
        let time = start.elapsed();
        let growth = resident() - before;
        let seen = match result {
            Err(_) => {
                self.failures.push(format!("{name}: see the panic above"));
                "FAILED".to_string()
            }
            Ok(seen) => seen,
        };
        if time > 5 * limit {
            self.failures.push(format!("{name}: took {time:?}, {limit:?} are allowed"));
        }
        if growth > GROWTH {
            self.failures.push(format!("{name}: the process grew by {} MB", growth >> 20));
        }
        let seen = seen.replace('|', "\\|");
        let row =
            format!("| `{name}` | {what} | {seen} | {:.0} ms | {} MB |", time.as_secs_f64() * 1e3, growth.max(0) >> 20);
        println!("{row}");
        self.rows.push(row);
        self.names.push(name.to_owned());
    }

    pub fn finish(mut self) -> ExitCode {
        if self.filter.is_empty() {
            self.failures.extend(crate::attacks::faults(&self.names));
        }
        println!("\n{} cases, {} failures", self.rows.len(), self.failures.len());
        self.failures.iter().for_each(|failure| println!("FAILED {failure}"));
        if self.failures.is_empty() && !self.rows.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

/// Resident size of this process, in bytes.
fn resident() -> i64 {
    let text = std::fs::read_to_string("/proc/self/statm").unwrap();
    text.split(' ').nth(1).unwrap().parse::<i64>().unwrap() * 4096
}

/// The error of an outcome, checked to name plugin, version and remedy.
pub fn error_of<T: std::fmt::Debug>(outcome: &StepOutcome<T>, plugin: &str, version: &str) -> StepError {
    let error = outcome.result.as_ref().expect_err("the call must fail").clone();
    assert_eq!((error.plugin.as_str(), error.version.as_str()), (plugin, version));
    assert!(!error.message.is_empty() && !error.remedy.is_empty());
    assert!(error.to_string().contains(plugin) && error.to_string().contains(version), "{error}");
    assert_clean(&error.message);
    error
}

/// No character that could control a terminal.
pub fn assert_clean(text: &str) {
    assert!(!text.chars().any(|c| c.is_control() || c == '\u{202e}'), "{text:?}");
}
