//! How a run ended, from its report.

use crate::codes;
use crate::report::{CaseOutcome, FileStatus, Outcome, PhaseStatus, Report};
use batuta_runtime::model::Severity;

/// Findings of the host that mean that the output is not what the plugins wanted to write.
const FATAL: [&str; 3] = [codes::COLLISION, codes::NOT_ALLOWED, codes::NO_SUPPORT];

/// The outcome that a report's parts add up to.
pub(crate) fn outcome(report: &Report, require_validation: bool) -> Outcome {
    let stopped = |status: PhaseStatus| matches!(status, PhaseStatus::Failed | PhaseStatus::Blocked);
    let phases = report.phases.iter().any(|phase| stopped(phase.status));
    let files = report.files_with(FileStatus::Failed) > 0;
    let fatal = report
        .diagnostics
        .iter()
        .any(|finding| finding.severity == Severity::Error && FATAL.contains(&finding.code.as_str()));
    if phases || files || fatal {
        return Outcome::Failed;
    }
    let cases = |outcome: CaseOutcome| report.validation.as_ref().map_or(0, |validation| validation.count(outcome));
    let compared = cases(CaseOutcome::Same) + cases(CaseOutcome::Different) + cases(CaseOutcome::Refused);
    let nothing = require_validation && report.validation.is_some() && compared == 0;
    if cases(CaseOutcome::Different) > 0 || nothing {
        return Outcome::Different;
    }
    let refused = report.files.iter().any(|file| file.refusals > 0 || file.status == FileStatus::Refused);
    if refused || cases(CaseOutcome::Refused) > 0 { Outcome::Refusals } else { Outcome::Done }
}
