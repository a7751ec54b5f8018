//! Holds `tests/scores/attacks.md` to what is run: every number is there, every test that it names exists, every case was run.

use std::path::Path;

/// How many attacks there are.
const ATTACKS: usize = 66;

/// What is wrong with the page, when these cases were run.
pub fn faults(ran: &[String]) -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("scores/attacks.md")).unwrap();
    let rows: Vec<Vec<&str>> = page
        .lines()
        .filter(|line| line.starts_with("| ") && line.as_bytes().get(2).is_some_and(u8::is_ascii_digit))
        .map(|line| line.trim_matches('|').split(" | ").map(str::trim).collect())
        .collect();
    let mut faults = Vec::new();
    if rows.len() != ATTACKS {
        faults.push(format!("attacks.md has {} rows, there are {ATTACKS} attacks", rows.len()));
    }
    for (row, number) in rows.iter().zip(1..) {
        let [shown, _, tried, ends] = row[..] else {
            faults.push(format!("attacks.md: row {number} has not four columns"));
            continue;
        };
        if shown.parse() != Ok(number) || ends.is_empty() {
            faults.push(format!("attacks.md: row {number} is numbered `{shown}`, or says no end"));
        }
        let names: Vec<&str> = tried.split('`').skip(1).step_by(2).collect();
        if names.is_empty() && tried != "not run" {
            faults.push(format!("attacks.md: row {number} names nothing that is run"));
        }
        faults.extend(names.into_iter().filter_map(|name| missing(root, name, ran)));
    }
    faults
}

fn missing(root: &Path, name: &str, ran: &[String]) -> Option<String> {
    let there = match name.split_once("::") {
        None => ran.iter().any(|case| case == name),
        Some((file, test)) => {
            let text = std::fs::read_to_string(root.join("..").join(file)).unwrap_or_default();
            text.contains(&format!("fn {test}()"))
        }
    };
    (!there).then(|| format!("attacks.md names `{name}`, which is not there"))
}
