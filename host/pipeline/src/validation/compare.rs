//! The first difference between two runs, in words.

use super::playground::{Changes, Left};
use batuta_system::{Exit, Finished};

/// One side's run with what it wrote.
pub(super) struct Side {
    pub(super) finished: Finished,
    pub(super) changes: Changes,
}

/// What is compared beside exit code and stdout.
pub(super) struct Also<'a> {
    pub(super) stderr: bool,
    /// Only these files; none means all.
    pub(super) files: Option<&'a [String]>,
}

/// The first difference, if there is one.
pub(super) fn difference(original: &Side, converted: &Side, also: &Also<'_>) -> Option<String> {
    let (a, b) = (&original.finished, &converted.finished);
    if a.truncated || b.truncated {
        return Some("the output is longer than what is kept for comparing".to_owned());
    }
    let first = text("stdout", &a.stdout, &b.stdout)
        .or_else(|| exit(a.exit, b.exit))
        .or_else(|| files(&original.changes, &converted.changes, also.files))
        .or_else(|| also.stderr.then(|| text("stderr", &a.stderr, &b.stderr)).flatten())?;
    Some(first + &last_words(a, b))
}

/// What the converted program said before it failed otherwise than the original.
fn last_words(original: &Finished, converted: &Finished) -> String {
    let first = String::from_utf8_lossy(&converted.stderr).lines().find(|line| !line.trim().is_empty()).map(cut);
    match first {
        Some(line) if original.exit != converted.exit => format!("; the converted program wrote to stderr: {line}"),
        _ => String::new(),
    }
}

fn exit(original: Exit, converted: Exit) -> Option<String> {
    let shown = |exit: Exit| match exit {
        Exit::Code(code) => format!("ended with exit code {code}"),
        Exit::Signal(signal) => format!("was ended by signal {signal}"),
        Exit::Timeout => "did not end in time".to_owned(),
        Exit::Stopped => "was stopped".to_owned(),
    };
    let same = original.code() == converted.code() && original.code().is_some();
    (!same).then(|| format!("the original {}, the converted program {}", shown(original), shown(converted)))
}

fn text(what: &str, original: &[u8], converted: &[u8]) -> Option<String> {
    if original == converted {
        return None;
    }
    let (mut a, mut b) = (original.split(|byte| *byte == b'\n'), converted.split(|byte| *byte == b'\n'));
    let mut line = 1;
    loop {
        match (a.next(), b.next()) {
            (Some(x), Some(y)) if x == y => line += 1,
            (x, y) => {
                let shown = |side: Option<&[u8]>| {
                    side.map_or("nothing".to_owned(), |line| format!("{:?}", cut(&String::from_utf8_lossy(line))))
                };
                return Some(format!("{what} differs at line {line}: original {}, converted {}", shown(x), shown(y)));
            }
        }
    }
}

fn cut(line: &str) -> String {
    let short: String = line.chars().take(120).collect();
    if short.len() < line.len() { short + "…" } else { short }
}

fn files(original: &Changes, converted: &Changes, only: Option<&[String]>) -> Option<String> {
    let wanted = |path: &String| only.is_none_or(|only| only.contains(path));
    let all = original.keys().chain(converted.keys()).filter(|path| wanted(path));
    let mut all: Vec<&String> = all.collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter().find_map(|path| match (original.get(path), converted.get(path)) {
        (Some(a), Some(b)) if a == b && *a != Left::Other => None,
        (Some(Left::Other), _) | (_, Some(Left::Other)) => Some(format!("`{path}` cannot be compared")),
        (Some(_), Some(_)) => Some(format!("file `{path}`: the contents differ")),
        (Some(a), None) => Some(format!("file `{path}`: only the original {}", did(a))),
        (None, Some(b)) => Some(format!("file `{path}`: only the converted program {}", did(b))),
        (None, None) => None,
    })
}

fn did(left: &Left) -> &'static str {
    match left {
        Left::Removed => "removes it",
        Left::Folder => "makes this folder",
        Left::Content(_) | Left::Other => "writes it",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use batuta_runtime::model::Digest;
    use std::time::Duration;

    fn side(exit: i32, stdout: &str, stderr: &str, files: &[(&str, &str)]) -> Side {
        let finished = Finished {
            exit: Exit::Code(exit),
            stdout: stdout.into(),
            stderr: stderr.into(),
            truncated: false,
            time: Duration::ZERO,
        };
        let change = |(path, text): &(&str, &str)| ((*path).to_owned(), Left::Content(Digest::of(text.as_bytes())));
        Side { finished, changes: files.iter().map(change).collect() }
    }

    fn compare(a: &Side, b: &Side) -> Option<String> {
        difference(a, b, &Also { stderr: false, files: None })
    }

    #[test]
    fn equal_runs_have_no_difference() {
        assert_eq!(compare(&side(3, "a\n", "x", &[("f", "1")]), &side(3, "a\n", "y", &[("f", "1")])), None);
    }

    #[test]
    fn the_first_difference_is_shown() {
        let cases = [
            (
                side(0, "a\nb\n", "", &[]),
                side(0, "a\nc\n", "", &[]),
                "stdout differs at line 2: original \"b\", converted \"c\"",
            ),
            (
                side(0, "a\n", "", &[]),
                side(0, "a", "", &[]),
                "stdout differs at line 2: original \"\", converted nothing",
            ),
            (
                side(0, "", "", &[]),
                side(101, "", "\nthread panicked\n", &[]),
                "the original ended with exit code 0, the converted program ended with exit code 101; \
                 the converted program wrote to stderr: thread panicked",
            ),
            (side(0, "", "", &[("f", "1")]), side(0, "", "", &[("f", "2")]), "file `f`: the contents differ"),
            (side(0, "", "", &[("f", "1")]), side(0, "", "", &[]), "file `f`: only the original writes it"),
        ];
        for (a, b, text) in cases {
            assert_eq!(compare(&a, &b).as_deref(), Some(text));
        }
    }

    #[test]
    fn stderr_and_single_files_are_compared_on_demand() {
        let (a, b) = (side(0, "", "x", &[("f", "1"), ("g", "1")]), side(0, "", "y", &[("f", "1"), ("g", "2")]));
        let only = ["f".to_owned()];
        let with = |stderr| difference(&a, &b, &Also { stderr, files: Some(&only) });
        assert!(with(true).unwrap().starts_with("stderr differs"));
        assert_eq!(with(false), None);
    }
}
