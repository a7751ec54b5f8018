//! Every outcome of a corpus run, by a transpiler that deserves each of them.
#![allow(clippy::unwrap_used, reason = "a test")]

mod toy;

use batuta_testkit::corpus::{Case, Options, Outcome, Totals, score};
use std::time::Duration;
use toy::Toy;

fn outcome_of(case: Case) -> Outcome {
    let options = Options { run_limit: Duration::from_millis(1500), ..Options::default() };
    score::<Toy>("outcomes", &[case], &options).remove(0).outcome
}

#[test]
fn every_outcome_is_told_apart() {
    let cases = [
        Case::new("same").file("a.sh", "echo hello\nexit 3\n"),
        Case::new("reads").file("a.sh", "cat\n").stdin("text"),
        Case::new("recorded").file("a.sh", "echo hello\n").expect("hello\n", 0),
        Case::new("no extension").file("a", "echo hello\n").program("a"),
        Case::new("hole reached").file("a.sh", "echo a\nfrob\n"),
        Case::new("hole not reached").file("a.sh", "exit 0\nfrob\n"),
        Case::new("not Rust").file("a.sh", "exit x\n").expect("", 2),
        Case::new("other text").file("a.sh", "echo $((1 + 1))\n"),
        Case::new("other exit").file("a.sh", "exit 1\n").expect("", 0),
        Case::new("silent").file("a.sh", "exit 0\n"),
    ];
    let scored = score::<Toy>("outcomes", &cases, &Options::default());
    let word = |outcome: &Outcome| match outcome {
        Outcome::Pass => "pass",
        Outcome::Refused(_) => "refused",
        Outcome::DoesNotCompile(_) => "does not compile",
        Outcome::Wrong(_) => "wrong",
        Outcome::NoReference(_) => "no reference",
    };
    let words: Vec<_> = scored.iter().map(|case| word(&case.outcome)).collect();
    let expected = ["pass", "pass", "pass", "pass", "refused", "pass", "does not compile", "wrong", "wrong", "pass"];
    assert_eq!(words, expected, "{scored:#?}");
    let totals = Totals::of(&scored);
    assert_eq!((totals.cases, totals.pass, totals.refused, totals.does_not_compile, totals.wrong), (10, 6, 1, 1, 2));
    // Of the four silent ones (`hole not reached`, `not Rust`, `other exit`, `silent`) three exit with 0.
    assert_eq!((totals.printing, totals.printing_pass, totals.empty_main), (6, 4, 3));
}

#[test]
fn a_hang_of_the_original_is_no_reference_and_ours_is_wrong() {
    // `cat` of an open pipe ends at once here; a shell that waits for a sleeping child does not.
    let original = outcome_of(Case::new("original hangs").file("a.sh", "sleep 30\n"));
    assert!(matches!(original, Outcome::NoReference(_)), "{original:?}");
    let refused = outcome_of(Case::new("refused before running").file("a.sh", ". none.sh\n"));
    assert!(matches!(refused, Outcome::Refused(_)), "{refused:?}");
}
