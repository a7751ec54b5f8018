//! The history of files, from `git log`.

use batuta_runtime::model::Churn;
use batuta_runtime::plugin_set::Cancel;
use batuta_system::{Environment, Exit, Limits, Process, System};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

/// Newest changes that are looked at.
const CHANGES: &str = "--max-count=20000";
/// Longest time that git gets. Without an answer by then, nothing is known.
const TIME: Duration = Duration::from_secs(20);
/// Most that is read of its answer, in bytes.
const ANSWER: u64 = 64 << 20;
const DAY: i64 = 24 * 60 * 60;

/// Churn by path, or none where there is no git, no repository, or no answer in time.
pub(super) fn history(system: &dyn System, root: &Path, cancel: &Cancel) -> Option<BTreeMap<String, Churn>> {
    let git = system.find_program("git")?;
    let mut process = Process::tool(git, root).args(ARGUMENTS.iter().copied());
    process.environment = environment(system);
    process.limits = Limits { time: TIME, output: ANSWER, ..Limits::default() };
    let cancel = cancel.clone();
    process.stop = Some(Arc::new(move || cancel.is_cancelled()));
    let finished = system.run(&process).ok()?;
    (finished.exit == Exit::Code(0) && !finished.truncated).then(|| parse(&String::from_utf8_lossy(&finished.stdout)))
}

/// Nothing that a repository's own configuration could make git start: no pager, no filters, no signatures, no fetching.
const ARGUMENTS: &[&str] = &[
    "--no-pager",
    "-c",
    "core.quotePath=false",
    "log",
    CHANGES,
    "--no-merges",
    "--no-renames",
    "--no-ext-diff",
    "--no-textconv",
    "--no-show-signature",
    "--relative",
    "--numstat",
    "-z",
    "--format=%x01%at%x02%ae%x03",
    "--",
    ".",
];

fn environment(system: &dyn System) -> Environment {
    let fixed =
        [("LC_ALL", "C"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_NO_LAZY_FETCH", "1"), ("GIT_TERMINAL_PROMPT", "0")];
    let kept = ["PATH", "HOME"].into_iter().filter_map(|name| Some((name.to_owned(), system.environment(name)?)));
    Environment::Only(fixed.into_iter().map(|(name, value)| (name.to_owned(), value.into())).chain(kept).collect())
}

/// One file, while the log is read.
#[derive(Default)]
struct Count {
    churn: Churn,
    authors: BTreeSet<String>,
    newest: i64,
}

/// The log: `\x01 seconds \x02 author \x03`, then `added \t removed \t path \0` for each file, `-` in place of the numbers of a binary one.
fn parse(log: &str) -> BTreeMap<String, Churn> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    let mut newest = i64::MIN;
    for change in log.split('\x01').skip(1) {
        let Some((head, files)) = change.split_once('\x03') else { continue };
        let Some((seconds, author)) = head.split_once('\x02') else { continue };
        let seconds: i64 = seconds.trim().parse().unwrap_or(0);
        newest = newest.max(seconds);
        for line in files.split('\0').map(str::trim_start) {
            let mut parts = line.splitn(3, '\t');
            let (Some(added), Some(removed), Some(path)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let count = counts.entry(path.to_owned()).or_default();
            count.churn.changes += 1;
            count.churn.added = count.churn.added.saturating_add(added.parse().unwrap_or(0));
            count.churn.removed = count.churn.removed.saturating_add(removed.parse().unwrap_or(0));
            count.authors.insert(author.to_owned());
            count.newest = count.newest.max(seconds);
        }
    }
    let churn = |count: Count| Churn {
        authors: u32::try_from(count.authors.len()).unwrap_or(u32::MAX),
        days: u32::try_from((newest - count.newest) / DAY).unwrap_or(0),
        ..count.churn
    };
    counts.into_iter().map(|(path, count)| (path, churn(count))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_is_added_up() {
        let log = "\x01172800\x02a@x\x03\0\n3\t1\ta.py\0-\t-\tb.png\0\x0186400\x02b@x\x03\0\n10\t0\ta.py\0\x010\x02b@x\x03\0\n5\t0\told name.c\0";
        let all = parse(log);
        assert_eq!(all["a.py"], Churn { changes: 2, authors: 2, added: 13, removed: 1, days: 0 });
        assert_eq!(all["b.png"], Churn { changes: 1, authors: 1, added: 0, removed: 0, days: 0 });
        assert_eq!(all["old name.c"], Churn { changes: 1, authors: 1, added: 5, removed: 0, days: 2 });
    }

    #[test]
    fn noise_is_no_history() {
        assert!(parse("").is_empty());
        assert!(parse("\x01\x02\x03\x01x\x01\x02\x031\t2").is_empty());
    }
}
