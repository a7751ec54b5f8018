//! What analyzers say of technical debt.

use batuta_text::FileId;

/// What one function measures.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FunctionMetrics {
    /// Its name, with those that it stands in.
    pub name: String,
    /// Its first line.
    pub line: u32,
    /// Its last line.
    pub last_line: u32,
    /// Cyclomatic complexity: one more than its decisions.
    pub cyclomatic: u32,
    /// Cognitive complexity.
    pub cognitive: u32,
    /// Parameters.
    pub parameters: u32,
    /// Deepest nesting of statements.
    pub depth: u32,
    /// Does a comment or a documentation string belong to it?
    pub documented: bool,
}

/// Points that a file lost for one reason.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Penalty {
    /// The reason.
    pub name: String,
    /// Points of 100.
    pub points: f32,
}

/// The grade of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FileGrade {
    /// The file.
    pub file: FileId,
    /// 100 less the penalties.
    pub score: f32,
    /// `A+`, `A`, `B`, `C`, `D` or `F`.
    pub grade: String,
    /// What was lost, and why.
    pub penalties: Vec<Penalty>,
    /// Its functions, in order.
    pub functions: Vec<FunctionMetrics>,
}

/// One of the worst places of a project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HotSpot {
    /// The file.
    pub file: FileId,
    /// The line.
    pub line: u32,
    /// What stands there.
    pub name: String,
    /// Points of 100 that the project would gain without it.
    pub points: f32,
    /// Why it is here.
    pub reason: String,
}

/// One step of a conversion.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlanStep {
    /// The file.
    pub file: FileId,
    /// Its lines of code.
    pub lines: u32,
    /// Decisions in its functions: what there is to check.
    pub decisions: u32,
    /// Files of the project that it takes from.
    pub after: Vec<FileId>,
    /// Places that its transpiler refuses; none when no transpiler was asked.
    pub refusals: Option<u32>,
}

/// Technical debt of a project, and an order to convert it in.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Debt {
    /// The mean of the files' scores, weighted by lines of code.
    pub score: f32,
    /// Its grade.
    pub grade: String,
    /// In order of file id.
    pub files: Vec<FileGrade>,
    /// The worst places, worst first.
    pub worst: Vec<HotSpot>,
    /// Files that take from each other in a circle.
    pub cycles: Vec<Vec<FileId>>,
    /// An order in which each file comes after those that it takes from.
    pub plan: Vec<PlanStep>,
}
