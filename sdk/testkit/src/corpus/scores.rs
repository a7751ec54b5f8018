//! Scores as a page: counts, what an empty `main` would get, and a reason per case that does not pass.

use super::{Outcome, Scored};
use std::fmt::Write;
use std::path::Path;

/// The cases of one corpus.
pub struct Section {
    /// Its name.
    pub title: String,
    /// Where it comes from, which of its cases count and why, what the goal is.
    pub about: String,
    /// In the order of the page.
    pub cases: Vec<Scored>,
}

/// Counts over a section.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Cases that have a reference.
    pub cases: usize,
    /// See [`Outcome`].
    pub pass: usize,
    /// See [`Outcome`].
    pub refused: usize,
    /// See [`Outcome`].
    pub does_not_compile: usize,
    /// See [`Outcome`].
    pub wrong: usize,
    /// Left out: the original cannot be run here.
    pub no_reference: usize,
    /// Cases whose reference prints something.
    pub printing: usize,
    /// Those of them that pass.
    pub printing_pass: usize,
    /// Cases that a program which does nothing would pass.
    pub empty_main: usize,
}

impl Totals {
    /// Count.
    pub fn of(cases: &[Scored]) -> Self {
        let mut totals = Totals::default();
        for case in cases {
            if matches!(case.outcome, Outcome::NoReference(_)) {
                totals.no_reference += 1;
                continue;
            }
            totals.cases += 1;
            totals.printing += usize::from(case.prints);
            totals.empty_main += usize::from(case.empty_main_passes);
            match &case.outcome {
                Outcome::Pass => {
                    totals.pass += 1;
                    totals.printing_pass += usize::from(case.prints);
                }
                Outcome::Refused(_) => totals.refused += 1,
                Outcome::DoesNotCompile(_) => totals.does_not_compile += 1,
                Outcome::Wrong(_) => totals.wrong += 1,
                Outcome::NoReference(_) => {}
            }
        }
        totals
    }
}

/// The page.
pub fn render(title: &str, about: &str, sections: &[Section]) -> String {
    let mut text = format!("# {title}\n\n{}\n\n", about.trim());
    text.push_str("| corpus | cases | pass | refused | does not compile | wrong | pass, of those that print | an empty `main` would pass | without a reference |\n");
    text.push_str("|---|--:|--:|--:|--:|--:|--:|--:|--:|\n");
    for section in sections {
        let t = Totals::of(&section.cases);
        let _ = writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} of {} | {} | {} |",
            section.title,
            t.cases,
            t.pass,
            t.refused,
            t.does_not_compile,
            t.wrong,
            t.printing_pass,
            t.printing,
            t.empty_main,
            t.no_reference
        );
    }
    for section in sections {
        let _ = write!(text, "\n## {}\n\n{}\n", section.title, section.about.trim());
        let failing: Vec<String> = section.cases.iter().filter_map(line).collect();
        if !failing.is_empty() {
            let _ = write!(text, "\n{}", failing.concat());
        }
    }
    text
}

/// Write the page, unless it is there already.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, text: &str) -> anyhow::Result<()> {
    crate::support::write_if_new(path, text.as_bytes())
}

/// The cases that are wrong or do not compile although the committed page does not say so of them: a step back.
pub fn steps_back<'c>(cases: &'c [Scored], page: &str) -> Vec<&'c Scored> {
    let known = |case: &Scored, word: &str| page.contains(&format!("\n- `{}` {word}: ", case.name));
    let back = |case: &&Scored| match case.outcome {
        Outcome::Wrong(_) => !known(case, "**wrong**"),
        Outcome::DoesNotCompile(_) => !known(case, "does not compile"),
        _ => false,
    };
    cases.iter().filter(back).collect()
}

fn line(case: &Scored) -> Option<String> {
    let (word, reason) = match &case.outcome {
        Outcome::Pass if case.times => return Some(format!("- `{}` passes, its times not compared\n", case.name)),
        Outcome::Pass if case.alone => return Some(format!("- `{}` passes alone, and not beside others\n", case.name)),
        Outcome::Pass => return None,
        Outcome::Refused(reason) => ("refused", reason),
        Outcome::DoesNotCompile(reason) => ("does not compile", reason),
        Outcome::Wrong(reason) => ("**wrong**", reason),
        Outcome::NoReference(reason) => ("no reference", reason),
    };
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(format!("- `{}` {word}: {reason}\n", case.name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn case(name: &str, outcome: Outcome, prints: bool) -> Scored {
        let counts = std::collections::BTreeMap::new();
        Scored { name: name.into(), outcome, prints, empty_main_passes: !prints, alone: false, times: false, counts }
    }

    #[test]
    fn a_page_counts_and_gives_reasons() {
        let cases = vec![
            case("a", Outcome::Pass, true),
            case("b", Outcome::Pass, false),
            case("c", Outcome::Refused("X1 c.py:1:1:\n no".into()), true),
            case("d", Outcome::NoReference("missing".into()), true),
        ];
        let text = render("T", "about", &[Section { title: "S".into(), about: "where".into(), cases }]);
        assert!(text.contains("| S | 3 | 2 | 1 | 0 | 0 | 1 of 2 | 1 | 1 |"), "{text}");
        assert!(text.contains("- `c` refused: X1 c.py:1:1: no\n"), "{text}");
        let wrong = [case("c", Outcome::Wrong("now".into()), true)];
        assert_eq!(steps_back(&wrong, &text).len(), 1, "it was refused before");
        assert!(steps_back(&wrong, "\n- `c` **wrong**: then\n").is_empty());
    }
}
