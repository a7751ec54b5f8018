//! One report over everything that was not as expected.

use std::fmt;

/// What a suite or a conformance run found.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The suite.
    pub name: String,
    /// How many goldens ran.
    pub goldens: usize,
    /// How many programs were compiled and run.
    pub programs: usize,
    /// How many goldens `BATUTA_GOLDEN` left out.
    pub left_out: usize,
    /// What was not as expected, in order of goldens.
    pub failures: Vec<Failure>,
}

/// One thing that was not as expected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// Name of the golden or of the check.
    pub golden: String,
    /// Which expectation.
    pub what: String,
    /// A diff or a message.
    pub detail: String,
}

impl Report {
    /// An empty report.
    pub fn new(name: impl Into<String>) -> Self {
        Report { name: name.into(), ..Report::default() }
    }

    /// One line.
    pub fn headline(&self) -> String {
        let (goldens, programs, failures) = (self.goldens, self.programs, self.failures.len());
        let left_out = if self.left_out == 0 { String::new() } else { format!(", {} left out", self.left_out) };
        format!("{}: {goldens} goldens{left_out}, {programs} programs compiled and run, {failures} failures", self.name)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for failure in &self.failures {
            writeln!(f, "{failure}\n")?;
        }
        writeln!(f, "{}", self.headline())?;
        write!(f, "BATUTA_BLESS=1 takes over what was seen; BATUTA_GOLDEN=NAME runs one.")
    }
}

impl Failure {
    /// A failure of `golden`.
    pub fn new(golden: &str, what: &str, detail: impl Into<String>) -> Self {
        Failure { golden: golden.into(), what: what.into(), detail: detail.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "── {} · {}", self.golden, self.what)?;
        write!(f, "{}", self.detail.trim_end())
    }
}

/// `-` what was expected, `+` what was seen, three lines around each change.
pub(crate) fn diff(expected: &str, seen: &str) -> String {
    let diff = similar::TextDiff::from_lines(expected, seen);
    diff.unified_diff().context_radius(3).header("expected", "seen").to_string()
}
