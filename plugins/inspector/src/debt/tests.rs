//! Which files have a test.

use super::File;
use super::graph::Graph;

/// Per file whether a test of the project uses it or is named after it. A test counts as tested.
pub(super) fn tested(files: &[File<'_>], graph: &Graph) -> Vec<bool> {
    let tests: Vec<usize> = (0..files.len()).filter(|index| is_test(&files[*index].facts.path)).collect();
    let mut tested = vec![false; files.len()];
    for test in &tests {
        tested[*test] = true;
        graph.uses(*test).for_each(|used| tested[used] = true);
    }
    for (index, file) in files.iter().enumerate() {
        let stem = stem(&file.facts.path);
        tested[index] |= stem.len() > 2 && tests.iter().any(|test| names(self::stem(&files[*test].facts.path), stem));
    }
    tested
}

/// Does the name of a test hold a file's name as whole words?
fn names(test: &str, stem: &str) -> bool {
    let bounded = |at: usize| {
        let (before, after) = (&test[..at], &test[at + stem.len()..]);
        !before.ends_with(|c: char| c.is_alphanumeric()) && !after.starts_with(|c: char| c.is_alphanumeric())
    };
    test.match_indices(stem).any(|(at, _)| bounded(at))
}

fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.split('.').next().unwrap_or(name)
}

/// A file in a folder of tests, or with `test` as a word of its name.
fn is_test(path: &str) -> bool {
    let mut parts: Vec<&str> = path.split('/').collect();
    let name = parts.pop().unwrap_or_default();
    let words =
        |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "test" | "tests" | "spec"));
    parts.iter().any(|folder| matches!(*folder, "test" | "tests" | "spec" | "testing")) || words(name)
}
