//! Programs that somebody else wrote, converted and compared: what becomes of each, and a table of scores.
//!
//! ```ignore
//! let cases = vec![Case::new("hello").file("hello.py", text)];
//! let scored = corpus::score::<MyPlugin>("hello", &cases, &Options::default());
//! ```
//!
//! The outcomes are the project's contract: *pass* (builds; standard output and exit code equal the reference), *refused* (a coded
//! finding, or a hole that a run reached), *does not compile* (rustc refuses what the plugin said it converted; a panic of the
//! plugin counts here too), *wrong* (built, ran, differs: a crash and a hang included).

mod case;
mod reference_output;
mod scores;
mod work;

pub use case::{Case, Options, Truth};
pub use scores::{Section, Totals, render, steps_back, write};
pub use work::score;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What became of a case.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// Builds, and behaves as the reference.
    Pass,
    /// The plugin says with a code that it does not convert this.
    Refused(String),
    /// rustc's first message, or where the plugin panicked.
    DoesNotCompile(String),
    /// What differs.
    Wrong(String),
    /// The original cannot be run here, or does not end in time: the case does not count, and the score says so.
    NoReference(String),
}

/// A case with what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scored {
    /// The case's name.
    pub name: String,
    /// What became of it.
    pub outcome: Outcome,
    /// Whether the reference prints anything. A case that does not is weak evidence.
    pub prints: bool,
    /// Whether a program that does nothing would pass: nothing printed and exit code 0.
    pub empty_main_passes: bool,
    /// It passed when it was run again with nothing beside it, and not before.
    pub alone: bool,
    /// The original prints times: the numbers at which two runs of it differ were not compared.
    pub times: bool,
    /// What the plugin counted over all files of the case.
    pub counts: BTreeMap<String, u64>,
}

/// Where `cargo dev corpus NAME` put a corpus.
///
/// # Errors
/// A sentence that says how to get it when it is not there.
pub fn folder(name: &str) -> Result<PathBuf, String> {
    let test = std::env::current_exe().unwrap_or_default();
    let beside = test.ancestors().map(|dir| dir.join("corpus").join(name));
    let set = std::env::var_os("CARGO_TARGET_DIR").map(|dir| Path::new(&dir).join("corpus").join(name));
    let found = set.into_iter().chain(beside).find(|path| path.join(".digest").is_file());
    found.ok_or_else(|| format!("corpus `{name}` is not here: `cargo dev corpus {name}` fetches it"))
}

/// Every `step`-th of `items`, so that a sample is spread evenly and is the same in every run.
pub fn sample<T: Clone>(items: &[T], size: usize) -> Vec<T> {
    let size = size.min(items.len());
    (0..size).map(|at| items[at * items.len() / size].clone()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn samples_are_spread() {
        assert_eq!(super::sample(&[1, 2, 3, 4, 5, 6], 3), [1, 3, 5]);
        assert_eq!(super::sample(&[1, 2], 5), [1, 2]);
    }
}
