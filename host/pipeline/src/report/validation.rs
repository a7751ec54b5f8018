//! Comparison of both sides.

use serde::{Deserialize, Serialize};

/// Where a case comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CaseOrigin {
    /// `[[case]]` in `batuta.toml`.
    Config,
    /// A flag of the command.
    Flag,
    /// Found beside the source, or the plain run.
    Discovered,
}

/// What a comparison gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CaseOutcome {
    /// Everything that was compared is equal.
    Same,
    /// Something differs; `detail` shows the first difference.
    Different,
    /// The converted program reached a refused construct and said so (exit code 70); `detail` is what it said.
    Refused,
    /// Nothing was compared; `detail` says why. Never counts as passed.
    NotValidated,
}

/// One case of one program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CaseReport {
    /// Its name, such as `plain run`.
    pub name: String,
    /// Where it comes from.
    pub origin: CaseOrigin,
    /// What the comparison gave.
    pub outcome: CaseOutcome,
    /// The first difference or the reason, in words; empty for `same`.
    pub detail: String,
    /// What was compared: `stdout`, `exit code`, `files`, `stderr`.
    pub compared: Vec<String>,
    /// Wall time of the original in milliseconds, when it ran.
    pub reference_millis: Option<f64>,
    /// Wall time of the converted program in milliseconds, when it ran.
    pub converted_millis: Option<f64>,
    /// Bytes that the original wrote to stdout: 0 makes a weak comparison.
    pub stdout_bytes: u64,
    /// Whether the result of an earlier run stands because nothing changed.
    pub cached: bool,
}

impl CaseReport {
    /// Time of the original divided by time of the converted program: above 1 the converted one is faster.
    pub fn speed_ratio(&self) -> Option<f64> {
        match (self.reference_millis, self.converted_millis) {
            (Some(reference), Some(converted)) if converted > 0.0 => Some(reference / converted),
            _ => None,
        }
    }
}

/// All cases of one program.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProgramValidation {
    /// The source file that it comes from.
    pub source: String,
    /// The package that holds it.
    pub package: String,
    /// Name of the executable.
    pub binary: String,
    /// At least one.
    pub cases: Vec<CaseReport>,
}

/// The whole comparison.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ValidationReport {
    /// How programs were kept from doing harm: `bubblewrap`, `landlock and seccomp`, `none (trusted)`; empty when nothing ran.
    pub confinement: String,
    /// Programs in order of their sources.
    pub programs: Vec<ProgramValidation>,
    /// Why nothing could be compared at all, in words.
    pub reason: Option<String>,
}

impl ValidationReport {
    /// All cases.
    pub fn cases(&self) -> impl Iterator<Item = &CaseReport> {
        self.programs.iter().flat_map(|program| &program.cases)
    }

    /// How many cases ended so.
    pub fn count(&self, outcome: CaseOutcome) -> usize {
        self.cases().filter(|case| case.outcome == outcome).count()
    }
}
