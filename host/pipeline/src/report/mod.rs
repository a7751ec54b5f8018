//! What a run found and did: the one model behind the terminal, JSON, HTML and Markdown reports.
//!
//! Everything here is plain data and serialises to the JSON that `--format json` prints. Times are milliseconds, paths are
//! `/`-separated and relative to the project (sources) or to OUT (generated files) unless a field says otherwise.

mod advisory;
mod age;
mod debt;
mod files;
mod foreign_grade;
mod numeric;
mod sides;
mod validation;

pub use advisory::Advisory;
pub use age::DependencyAge;
pub use debt::{DebtChange, DebtSide, FileDebt, RustDebt};
pub use files::{FileReport, FileStatus, Finding, Place, ProgramReport, RelatedFinding, SuggestedEdit};
pub use foreign_grade::ForeignGrade;
pub use numeric::{Alternative, Decision};
pub use sides::{RustSide, Side};
pub use validation::{CaseOrigin, CaseOutcome, CaseReport, ProgramValidation, ValidationReport};

use batuta_runtime::model::Summary;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Version of the JSON form of [`Report`]; raised when a field changes its meaning or goes away.
pub const SCHEMA: u32 = 1;

/// The five phases, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Phase {
    /// What is the project made of?
    Analysis,
    /// Source to Rust.
    Transpilation,
    /// Lint and dead-code clean-up, formatting, build profile.
    Optimization,
    /// Both sides are run and compared.
    Validation,
    /// `cargo build --release`.
    Build,
}

impl Phase {
    /// All five, in order.
    pub const ALL: [Phase; 5] =
        [Phase::Analysis, Phase::Transpilation, Phase::Optimization, Phase::Validation, Phase::Build];

    /// Its name for people.
    pub fn title(self) -> &'static str {
        match self {
            Phase::Analysis => "Analysis",
            Phase::Transpilation => "Transpilation",
            Phase::Optimization => "Optimization",
            Phase::Validation => "Validation",
            Phase::Build => "Build",
        }
    }
}

/// How a phase ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PhaseStatus {
    /// It did all of its work.
    Done,
    /// It did its work and something is worth reading: refusals, a difference, a tool that is missing.
    Attention,
    /// It could not do its work; `reason` names the blocker.
    Failed,
    /// An earlier phase failed, and this one was not started; `reason` names the blocker.
    Blocked,
    /// The command does not include it, or the user switched it off.
    NotRun,
}

/// One phase of the run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PhaseReport {
    /// Which.
    pub phase: Phase,
    /// How it ended.
    pub status: PhaseStatus,
    /// Wall time in milliseconds.
    pub millis: f64,
    /// One sentence, when there is something to say: the blocker, or what was left out.
    pub reason: Option<String>,
    /// Plugin steps and tool runs of this phase.
    pub steps: StepCounts,
}

/// How many pure steps ran, and how many results came from the cache instead.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepCounts {
    /// Steps that ran.
    pub executed: u64,
    /// Steps whose recorded result was used.
    pub cached: u64,
}

impl StepCounts {
    /// Both sums.
    pub fn add(&mut self, other: StepCounts) {
        self.executed += other.executed;
        self.cached += other.cached;
    }
}

/// A plugin that took part, or could have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PluginUse {
    /// Its name.
    pub name: String,
    /// Its version.
    pub version: String,
    /// Digest of its component, in hexadecimal.
    pub digest: String,
    /// `built in`, or the path of its file.
    pub source: String,
    /// How many source files it was given to convert.
    pub files: u64,
    /// Its calls in this run; results from the cache are none.
    #[serde(default)]
    pub calls: u64,
    /// Wall time of all calls together, in milliseconds; calls run side by side.
    #[serde(default)]
    pub millis: u64,
    /// Greatest memory of one call, in bytes.
    #[serde(default)]
    pub memory: u64,
}

/// What was converted and where to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProjectReport {
    /// Name of the project: `[project] name`, or that of its folder or file.
    pub name: String,
    /// The input as an absolute path.
    pub input: String,
    /// OUT as an absolute path; none when the command writes nothing.
    pub output: Option<String>,
    /// How many files were looked at.
    pub files: u64,
}

/// What the optimization phase changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptimizationReport {
    /// Suggestions of the compiler that were applied, by lint, such as `unused_imports`.
    pub applied: BTreeMap<String, u64>,
    /// Rounds of `cargo check` until nothing was left to apply.
    pub rounds: u32,
    /// What the compiler still finds unused and nobody removed.
    pub unused: Vec<UnusedItem>,
    /// Files whose layout rustfmt changed.
    pub formatted: u64,
    /// Settings of the release profile that were written.
    pub profile: BTreeMap<String, String>,
    /// Tools that are missing or refused to work, in words.
    pub notes: Vec<String>,
}

impl OptimizationReport {
    /// Why the compiler did not check the code to the end, if so.
    pub(crate) fn unchecked(&self) -> Option<&str> {
        self.notes.iter().find_map(|note| note.strip_prefix(UNCHECKED))
    }
}

/// How the note begins that says so.
pub(crate) const UNCHECKED: &str = "no lint clean-up: ";

/// Something in the generated code that nothing uses.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnusedItem {
    /// Generated file, relative to OUT.
    pub rust: String,
    /// Its line, from 1, in the text that was checked.
    pub line: u32,
    /// What the compiler says, such as ``function `f` is never used``.
    pub message: String,
    /// Where it comes from.
    pub source: Option<Place>,
}

/// What cargo said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildReport {
    /// Whether everything built.
    pub success: bool,
    /// Whether nothing had changed, so that cargo was not asked.
    pub cached: bool,
    /// Errors and warnings of the compiler, those with a place in the source first.
    pub messages: Vec<BuildMessage>,
    /// Built programs, relative to OUT.
    pub executables: Vec<String>,
    /// Why cargo could not be run or what is missing, in words.
    pub problem: Option<String>,
}

/// One message of the compiler about generated code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildMessage {
    /// `error` or `warning`.
    pub level: String,
    /// Such as `E0308`.
    pub code: Option<String>,
    /// First line of the message.
    pub message: String,
    /// Generated file, relative to OUT, and its line from 1.
    pub rust: Option<(String, u32)>,
    /// Where that line comes from.
    pub source: Option<Place>,
    /// The whole message as the compiler renders it.
    pub rendered: String,
}

/// How a run ended, strongest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Something failed; exit code 1.
    Failed,
    /// Validation found a difference, or found nothing to validate although that was required; exit code 4.
    Different,
    /// Converted, with refusals that are listed; exit code 3.
    Refusals,
    /// Exit code 0.
    #[default]
    Done,
}

impl Outcome {
    /// The exit code of the command.
    pub fn exit_code(self) -> u8 {
        match self {
            Outcome::Done => 0,
            Outcome::Failed => 1,
            Outcome::Refusals => 3,
            Outcome::Different => 4,
        }
    }
}

/// Everything about one run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: u32,
    /// Version of batuta.
    pub batuta: String,
    /// `analyze`, `transpile`, …
    pub command: String,
    /// How it ended.
    pub outcome: Outcome,
    /// True when nothing had changed since the last run, so that its results stand as they are.
    pub unchanged: bool,
    /// What was converted.
    pub project: ProjectReport,
    /// All five phases, in order, also those that were not run.
    pub phases: Vec<PhaseReport>,
    /// What the analyzer says of the project.
    pub summary: Option<Summary>,
    /// Known weaknesses of what the project needs; none where no advisories were given.
    #[serde(default)]
    pub advisories: Option<Vec<Advisory>>,
    /// How old the versions are that the project needs; none where nothing was given to know it by.
    #[serde(default)]
    pub ages: Option<Vec<DependencyAge>>,
    /// What another tool says of its debt, where one was let in.
    #[serde(default)]
    pub foreign_grade: Option<ForeignGrade>,
    /// Plugins, in the order of the set.
    pub plugins: Vec<PluginUse>,
    /// Source files in byte order of their paths.
    pub files: Vec<FileReport>,
    /// Findings in order of file and place; those without a place first.
    pub diagnostics: Vec<Finding>,
    /// Converted programs in order of their sources.
    pub programs: Vec<ProgramReport>,
    /// Which backend gave the body of which numeric operation, in order of the files.
    #[serde(default)]
    pub decisions: Vec<Decision>,
    /// Numbers that plugins counted, summed over files: `PLUGIN.NAME`.
    pub counts: BTreeMap<String, u64>,
    /// Steps by kind: `analyze`, `summarise`, `index`, `link`, `lower`, `operations`, `optimize`, `emit`, `support-crate`, `format`, `lint`,
    /// `measure` and `grade` (debt before and after), `validate`, `build`.
    pub steps: BTreeMap<String, StepCounts>,
    /// What the optimization phase changed.
    pub optimization: Option<OptimizationReport>,
    /// Technical debt before and after; none where the analyzer grades nothing, or the optimization phase was not run.
    #[serde(default)]
    pub debt: Option<DebtChange>,
    /// Comparison of both sides.
    pub validation: Option<ValidationReport>,
    /// What cargo said.
    pub build: Option<BuildReport>,
    /// Text of the files that findings point into, by path, for rendering. Not part of the JSON form. Bytes that are not UTF-8
    /// are replaced, so that byte offsets behind them are off; lines and columns hold.
    #[serde(skip)]
    pub sources: BTreeMap<String, Arc<str>>,
    /// Both sides of converted files, by the path of the source, for a page ([`crate::sides`]). Not part of the JSON form.
    #[serde(skip)]
    pub sides: BTreeMap<String, Side>,
}

impl Report {
    /// The exit code of the command: 0, 1, 3 or 4.
    pub fn exit_code(&self) -> u8 {
        self.outcome.exit_code()
    }

    /// The phase's entry.
    pub fn phase(&self, phase: Phase) -> Option<&PhaseReport> {
        self.phases.iter().find(|entry| entry.phase == phase)
    }

    /// Steps of `kind`, zero when none happened.
    pub fn steps_of(&self, kind: &str) -> StepCounts {
        self.steps.get(kind).copied().unwrap_or_default()
    }

    /// All steps together.
    pub fn all_steps(&self) -> StepCounts {
        let mut sum = StepCounts::default();
        self.steps.values().for_each(|steps| sum.add(*steps));
        sum
    }

    /// How many files have this status.
    pub fn files_with(&self, status: FileStatus) -> usize {
        self.files.iter().filter(|file| file.status == status).count()
    }

    /// The report as pretty-printed JSON with a line feed at its end.
    ///
    /// # Errors
    /// None in practice: every part of the model can be written as JSON.
    pub fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string_pretty(self).map(|text| text + "\n")
    }
}
