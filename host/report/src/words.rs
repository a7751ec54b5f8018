//! What things are called, the same in every form.

use crate::style::Paint;
use batuta_pipeline::Report;
use batuta_pipeline::report::{
    CaseOrigin, CaseOutcome, CaseReport, FileStatus, Outcome, PhaseReport, PhaseStatus, ProgramValidation,
};
use batuta_runtime::model::Severity;

/// `text` without characters that control a terminal or reorder what a reader sees; line feeds and tabs stay.
///
/// Every character is replaced by as many bytes as it had, so that byte offsets keep their meaning.
pub(crate) fn clean(text: &str) -> String {
    let bad = |c: char| {
        c.is_control() && c != '\n' && c != '\t'
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match (bad(c), c.len_utf8()) {
            (false, _) => out.push(c),
            // A carriage return before a line feed is an ordinary line end.
            (true, 1) if c == '\r' => out.push(' '),
            (true, 3) => out.push('\u{fffd}'),
            (true, length) => out.extend(std::iter::repeat_n('?', length)),
        }
    }
    out
}

/// `text` cleaned, on one line.
pub(crate) fn line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

/// `3 files`, `1 file`, `no files`.
pub(crate) fn many(count: usize, what: &str) -> String {
    match count {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        _ => format!("{count} {what}s"),
    }
}

/// A time, with the digits that matter: `0.4 ms`, `12 ms`, `3.1 s`, `2 min 5 s`.
pub(crate) fn time(millis: f64) -> String {
    match millis {
        ms if ms < 10.0 => format!("{ms:.1} ms"),
        ms if ms < 1_000.0 => format!("{ms:.0} ms"),
        ms if ms < 60_000.0 => format!("{:.1} s", ms / 1_000.0),
        ms => format!("{} min {:.0} s", (ms / 60_000.0) as u64, ms % 60_000.0 / 1_000.0),
    }
}

/// The name of a severity.
pub(crate) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Note => "note",
        Severity::Help => "help",
        Severity::Warning => "warning",
        Severity::Error => "error",
    }
}

/// What became of a file.
pub(crate) fn status(status: FileStatus) -> (&'static str, Paint) {
    match status {
        FileStatus::Converted => ("converted", Paint::Good),
        FileStatus::Partial => ("converted in part", Paint::Attention),
        FileStatus::Refused => ("refused", Paint::Bad),
        FileStatus::Failed => ("failed", Paint::Bad),
        FileStatus::Skipped => ("skipped", Paint::Dim),
        FileStatus::Analyzed => ("looked at", Paint::Plain),
    }
}

/// How a phase ended: a sign, words and a colour.
pub(crate) fn phase(phase: &PhaseReport) -> (&'static str, &'static str, Paint) {
    match phase.status {
        PhaseStatus::Done => ("✔", "done", Paint::Good),
        PhaseStatus::Attention => ("!", "needs a look", Paint::Attention),
        PhaseStatus::Failed => ("✘", "failed", Paint::Bad),
        PhaseStatus::Blocked => ("-", "not started", Paint::Bad),
        PhaseStatus::NotRun => ("-", "not part of this run", Paint::Dim),
    }
}

/// What a comparison gave.
pub(crate) fn case(case: &CaseReport) -> (String, Paint) {
    match case.outcome {
        CaseOutcome::Same if case.compares_nothing() => ("same, but prints nothing".into(), Paint::Attention),
        CaseOutcome::Same => ("same".into(), Paint::Good),
        CaseOutcome::Different => ("different".into(), Paint::Bad),
        CaseOutcome::Refused => ("refused when run".into(), Paint::Attention),
        CaseOutcome::NotValidated => ("not validated".into(), Paint::Attention),
    }
}

/// Whether a comparison is weak evidence.
trait Weak {
    fn compares_nothing(&self) -> bool;
}

impl Weak for CaseReport {
    fn compares_nothing(&self) -> bool {
        self.stdout_bytes == 0 && !self.compared.iter().any(|what| what == "files")
    }
}

/// Where a case comes from.
pub(crate) fn origin(origin: CaseOrigin) -> &'static str {
    match origin {
        CaseOrigin::Config => "batuta.toml",
        CaseOrigin::Flag => "flag",
        CaseOrigin::Discovered => "discovered",
    }
}

/// All cases of a program in one phrase: `3 same`, `1 different, 2 same`, `not validated`.
pub(crate) fn program(program: &ProgramValidation) -> (String, Paint) {
    let count = |outcome: CaseOutcome| program.cases.iter().filter(|case| case.outcome == outcome).count();
    if count(CaseOutcome::NotValidated) == program.cases.len() {
        return ("not validated".into(), Paint::Attention);
    }
    let mut parts = Vec::new();
    let mut worst = Paint::Good;
    for (outcome, word, paint) in [
        (CaseOutcome::Different, "different", Paint::Bad),
        (CaseOutcome::Refused, "refused when run", Paint::Attention),
        (CaseOutcome::NotValidated, "not validated", Paint::Attention),
        (CaseOutcome::Same, "same", Paint::Good),
    ] {
        let number = count(outcome);
        if number > 0 {
            parts.push(format!("{number} {word}"));
            worst = if worst == Paint::Good { paint } else { worst };
        }
    }
    if program.cases.iter().any(|case| case.outcome == CaseOutcome::Same && case.compares_nothing()) {
        parts.push("some print nothing".into());
        worst = if worst == Paint::Good { Paint::Attention } else { worst };
    }
    (parts.join(", "), worst)
}

/// Time of the originals, of the converted programs, and their ratio, over the cases that gave the same: a wrong program has no
/// speed.
pub(crate) fn speed(program: &ProgramValidation) -> Option<(f64, f64, f64)> {
    let same = program.cases.iter().filter(|case| case.outcome == CaseOutcome::Same);
    let ran = same.filter_map(|case| Some((case.reference_millis?, case.converted_millis?)));
    let (reference, converted) = ran.fold((0.0, 0.0), |(a, b), (reference, converted)| (a + reference, b + converted));
    (converted > 0.0).then_some((reference, converted, reference / converted))
}

/// The whole run in one sentence, with its exit code.
pub(crate) fn outcome(report: &Report) -> (String, Paint) {
    let refusals: usize = report.files.iter().map(|file| file.refusals as usize).sum();
    let blocker = || report.phases.iter().find(|phase| phase.status == PhaseStatus::Failed);
    let (text, paint) = match report.outcome {
        Outcome::Done if report.unchanged => ("Nothing has changed since the last run".to_string(), Paint::Good),
        Outcome::Done => ("Done".to_string(), Paint::Good),
        Outcome::Refusals => (format!("Converted, with {}", many(refusals, "refusal")), Paint::Attention),
        Outcome::Different => (different(report), Paint::Bad),
        Outcome::Failed => match blocker() {
            Some(phase) => (format!("{} failed", phase.phase.title()), Paint::Bad),
            None => ("Failed".to_string(), Paint::Bad),
        },
    };
    (format!("{text} (exit code {}).", report.exit_code()), paint)
}

fn different(report: &Report) -> String {
    let count = |outcome| report.validation.as_ref().map_or(0, |validation| validation.count(outcome));
    match count(CaseOutcome::Different) {
        0 => "Nothing could be validated, and validation was required".into(),
        cases => format!("Validation found a difference in {}", many(cases, "case")),
    }
}

/// What was validated, in one sentence; none when validation was not part of the run.
pub(crate) fn validation(report: &Report) -> Option<String> {
    let validation = report.validation.as_ref()?;
    if let Some(reason) = &validation.reason {
        return Some(format!("Not validated: {}", line(reason)));
    }
    let cases = validation.cases().count();
    let count = |outcome| validation.count(outcome);
    let confinement = match validation.confinement.as_str() {
        "" => String::new(),
        by => format!(" Programs ran confined by {}.", line(by)),
    };
    if count(CaseOutcome::NotValidated) == cases {
        return Some(format!("Not validated: none of {} could be compared.{confinement}", many(cases, "case")));
    }
    Some(format!(
        "Of {}: {} the same, {} different, {} refused when run, {} not validated.{confinement}",
        many(cases, "case"),
        count(CaseOutcome::Same),
        count(CaseOutcome::Different),
        count(CaseOutcome::Refused),
        count(CaseOutcome::NotValidated)
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_keeps_byte_offsets() {
        let text = "a\x1b[31mb\u{202e}c\u{85}\r\nd\te";
        let cleaned = clean(text);
        assert_eq!((cleaned.as_str(), cleaned.len()), ("a?[31mb\u{fffd}c?? \nd\te", text.len()));
    }

    #[test]
    fn times_are_short() {
        let seen = [0.04, 12.3, 3_140.0, 125_000.0].map(time);
        assert_eq!(seen, ["0.0 ms", "12 ms", "3.1 s", "2 min 5 s"]);
    }
}
