//! What history and tests add to a file's debt.
//!
//! Churn is relative, as lines added and removed over lines that are there: Nagappan and Ball (ICSE 2005) found that it predicts defects
//! where the absolute number does not. A file that was written once has 1 and loses nothing.

use super::File;
use batuta_sdk::{Churn, Coverage, HotSpot, Known, Penalty};

/// Points for churn at most, and per doubling.
const CHURN: f64 = 8.0;
const PER_DOUBLING: f64 = 2.0;
/// Points for lines that no test runs.
const COVERAGE: f64 = 10.0;

pub(super) fn judge(file: &File<'_>, known: &Known, penalties: &mut Vec<Penalty>, spots: &mut Vec<HotSpot>) {
    let mut lose = |name: &str, points: f64, reason: String| {
        let points = points as f32;
        penalties.push(Penalty { name: name.to_string(), points });
        if points > 0.0 {
            spots.push(HotSpot { file: file.id, line: 1, name: name.to_string(), points, reason });
        }
    };
    if let Some(coverage) = known.coverage {
        let missed = coverage.lines.saturating_sub(coverage.covered);
        lose("coverage", uncovered(coverage), format!("{missed} of {} lines are run by no test", coverage.lines));
    }
    if let Some(churn) = known.churn {
        let reason = format!(
            "{} changes by {}, {} lines written for {} that are there",
            churn.changes,
            people(churn.authors),
            u64::from(churn.added) + u64::from(churn.removed),
            file.lines
        );
        lose("churn", rewritten(churn, file.lines), reason);
    }
}

fn people(authors: u32) -> String {
    if authors == 1 { "one author".to_string() } else { format!("{authors} authors") }
}

fn uncovered(coverage: Coverage) -> f64 {
    if coverage.lines == 0 {
        return 0.0;
    }
    COVERAGE * (1.0 - f64::from(coverage.covered.min(coverage.lines)) / f64::from(coverage.lines))
}

fn rewritten(churn: Churn, lines: u32) -> f64 {
    let relative = (f64::from(churn.added) + f64::from(churn.removed)) / f64::from(lines.max(1));
    (PER_DOUBLING * relative.max(1.0).log2()).min(CHURN)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn churn_counts_how_often_lines_were_written() {
        let churn = |added, removed| Churn { changes: 1, authors: 1, added, removed, days: 0 };
        assert_eq!(rewritten(churn(100, 0), 100), 0.0);
        assert_eq!(rewritten(churn(250, 150), 100), 4.0);
        assert_eq!(rewritten(churn(9000, 9000), 100), 8.0);
        assert_eq!(rewritten(churn(0, 0), 0), 0.0);
    }

    #[test]
    fn coverage_counts_lines_that_are_not_run() {
        assert_eq!(uncovered(Coverage { lines: 40, covered: 30 }), 2.5);
        assert_eq!(uncovered(Coverage { lines: 0, covered: 0 }), 0.0);
        assert_eq!(uncovered(Coverage { lines: 2, covered: 9 }), 0.0);
    }
}
