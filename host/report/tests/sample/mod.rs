//! A report in which everything occurs: a refusal, a related place in another file, a difference, what was not validated, a
//! compiler error, and text that would do harm if it were not cleaned.

use batuta_pipeline::Report;
use batuta_pipeline::report::*;
use batuta_runtime::model::{
    Debt, FileGrade, FileId, FunctionMetrics, HotSpot, LanguageShare, LineCounts, Penalty, PlanStep, ProjectDependency,
    Severity, Summary,
};
use std::collections::BTreeMap;
use std::sync::Arc;

const PY: &str = "import lib\n\ndef run(code):\n    exec(code)  # <b>\n\nrun('x')\n";
const C: &str = "int f(void) {\n    asm(\"nop\");\x1b[31m\n}\n";

pub(crate) fn report() -> Report {
    Report {
        schema: SCHEMA,
        batuta: "0.1.0".into(),
        command: "convert".into(),
        outcome: Outcome::Different,
        project: ProjectReport {
            name: "mixed <project>".into(),
            input: "/home/me/mixed project".into(),
            output: Some("/home/me/out".into()),
            files: 5,
        },
        phases: phases(),
        summary: Some(summary()),
        plugins: vec![],
        sides: sides(),
        files: files(),
        diagnostics: findings(),
        programs: vec![program("tool"), program("prog"), program("quiet"), program("unrun")],
        counts: BTreeMap::from([("depyler.expressions".into(), 12)]),
        steps: BTreeMap::from([("lower".into(), StepCounts { executed: 3, cached: 1 })]),
        validation: Some(validation()),
        build: Some(build()),
        sources: BTreeMap::from([("tool.py".into(), Arc::from(PY)), ("prog.c".into(), Arc::from(C))]),
        ..Report::default()
    }
}

fn phases() -> Vec<PhaseReport> {
    let phase = |phase, status, millis, reason: Option<&str>| PhaseReport {
        phase,
        status,
        millis,
        reason: reason.map(str::to_string),
        steps: StepCounts { executed: if millis > 0.0 { 4 } else { 0 }, cached: 0 },
    };
    vec![
        phase(Phase::Analysis, PhaseStatus::Done, 3.25, None),
        phase(Phase::Transpilation, PhaseStatus::Attention, 41.0, Some("1 refusal")),
        phase(Phase::Optimization, PhaseStatus::NotRun, 0.0, None),
        phase(Phase::Validation, PhaseStatus::Attention, 1_520.0, Some("a difference")),
        phase(Phase::Build, PhaseStatus::Failed, 9_000.0, Some("rustc refuses the output")),
    ]
}

fn summary() -> Summary {
    let lines = LineCounts { code: 4, comment: 1, blank: 2 };
    Summary {
        languages: vec![LanguageShare { language: "python".into(), files: 2, lines }],
        entry_points: vec![FileId(4)],
        dependencies: vec![ProjectDependency {
            ecosystem: "pip".into(),
            name: "a|b".into(),
            requirement: ">=1".into(),
        }],
        frameworks: vec!["numpy".into()],
        advice: vec!["Convert first: python, 2 files.".into()],
        debt: None,
    }
}

fn file(source: &str, language: &str, status: FileStatus, refusals: u32, reason: Option<&str>) -> FileReport {
    let converted = matches!(status, FileStatus::Converted | FileStatus::Partial);
    FileReport {
        source: source.into(),
        language: (!language.is_empty()).then(|| language.into()),
        plugin: None,
        status,
        rust: if converted { vec![format!("{}/src/main.rs", source.replace('.', "_"))] } else { vec![] },
        code_lines: 4,
        lines: 7,
        refusals,
        reason: reason.map(str::to_string),
        counts: match language {
            "python" => BTreeMap::from([("expressions".into(), 200), ("expressions-dynamic".into(), 14)]),
            _ => BTreeMap::new(),
        },
    }
}

/// `lib.py` and what became of it.
fn sides() -> BTreeMap<String, Side> {
    let rust = RustSide {
        path: "lib_py/src/main.rs".into(),
        text: "fn main() {\n    println!(\"<hi>\");\n}\n".into(),
        lines: BTreeMap::from([(2, 1)]),
    };
    BTreeMap::from([("lib.py".into(), Side { source: "print('<hi>')\n".into(), rust: vec![rust] })])
}

fn files() -> Vec<FileReport> {
    vec![
        file("README.md", "markdown", FileStatus::Skipped, 0, Some("no plugin converts markdown")),
        file("broken.c", "c", FileStatus::Failed, 0, Some("plugin decy 0.1.0: out of memory")),
        file("lib.py", "python", FileStatus::Converted, 0, None),
        file("prog.c", "c", FileStatus::Converted, 0, None),
        file("tool.py", "python", FileStatus::Partial, 1, None),
    ]
}

fn place(file: &str, line: u32, column: u32, start: u32, end: u32) -> Place {
    Place { file: file.into(), line, column, start, end }
}

fn finding(severity: Severity, code: &str, message: &str, place: Option<Place>) -> Finding {
    let (code, message) = (code.into(), message.into());
    Finding { severity, code, message, place, related: vec![], fixes: vec![], help: None, plugin: None }
}

fn findings() -> Vec<Finding> {
    let exec = place("tool.py", 4, 5, 31, 41);
    vec![
        finding(Severity::Warning, "BT0005", "unknown key `jbos`; did you mean `jobs`?", None),
        finding(Severity::Note, "DC0009", "inline assembly \x1b]0;pwned\x07", Some(place("prog.c", 2, 5, 18, 28))),
        Finding {
            related: vec![
                RelatedFinding { place: place("tool.py", 6, 1, 50, 58), message: "called here".into() },
                RelatedFinding { place: place("prog.c", 1, 5, 4, 5), message: "like this one".into() },
            ],
            fixes: vec![SuggestedEdit { place: exec.clone(), replacement: "code()".into() }],
            help: Some("call the function itself".into()),
            plugin: Some("depyler".into()),
            ..finding(Severity::Error, "PY0101", "exec() cannot be converted", Some(exec))
        },
        finding(Severity::Help, "PY0200", "no text of this file", Some(place("gone.py", 9, 1, 90, 95))),
    ]
}

fn program(name: &str) -> ProgramReport {
    let source = if name == "tool" { "tool.py".to_string() } else { format!("{name}.c") };
    let language = Some(if name == "tool" { "python" } else { "c" }.to_string());
    ProgramReport { source, package: name.into(), binary: name.into(), kind: "binary".into(), language }
}

fn case(name: &str, outcome: CaseOutcome, detail: &str, bytes: u64) -> CaseReport {
    let ran = outcome != CaseOutcome::NotValidated;
    CaseReport {
        name: name.into(),
        origin: CaseOrigin::Config,
        outcome,
        detail: detail.into(),
        compared: if ran { vec!["stdout".into(), "exit code".into()] } else { vec![] },
        reference_millis: ran.then_some(24.0),
        converted_millis: ran.then_some(2.0),
        stdout_bytes: bytes,
        cached: false,
    }
}

fn validation() -> ValidationReport {
    let of = |name: &str, cases| {
        let ProgramReport { source, package, binary, .. } = program(name);
        ProgramValidation { source, package, binary, cases }
    };
    let difference = "stdout, line 2:\n- original \x1b[31mred\n+ converted ``` <script>alert(1)</script>";
    ValidationReport {
        confinement: "bubblewrap".into(),
        programs: vec![
            of(
                "tool",
                vec![case("plain run", CaseOutcome::Same, "", 12), case("-v", CaseOutcome::Different, difference, 9)],
            ),
            of("prog", vec![case("plain run", CaseOutcome::Refused, "batuta: DC0009 prog.c:2: inline assembly", 3)]),
            of("quiet", vec![case("plain run", CaseOutcome::Same, "", 0)]),
            of("unrun", vec![case("plain run", CaseOutcome::NotValidated, "gcc is not installed", 0)]),
        ],
        reason: None,
    }
}

fn build() -> BuildReport {
    BuildReport {
        success: false,
        messages: vec![BuildMessage {
            level: "error".into(),
            code: Some("E0308".into()),
            message: "mismatched types".into(),
            rust: Some(("tool_py/src/main.rs".into(), 7)),
            source: Some(place("tool.py", 3, 1, 12, 15)),
            rendered: "error[E0308]: mismatched types\n --> tool_py/src/main.rs:7:5\n".into(),
        }],
        ..BuildReport::default()
    }
}

/// A numeric operation that a backend does, or the runtime.
pub fn decision(backend: Option<&str>) -> Decision {
    Decision {
        site: 0,
        operation: "matmul".into(),
        operands: vec!["float64[3, ?]".into(), "float64[?]".into()],
        span: Some(place("tool.py", 3, 1, 12, 15)),
        backend: backend.map(Into::into),
        why: "the cheapest of 1 offer".into(),
        alternatives: vec![Alternative { backend: "native".into(), flops_per_item: 2.0, bytes_per_item: 24.0 }],
    }
}

/// A weakness of a dependency.
pub fn advisory(certain: bool) -> Advisory {
    Advisory {
        id: "PYSEC-2023-74".into(),
        aliases: vec!["CVE-2023-32681".into()],
        ecosystem: "pip".into(),
        package: "requests".into(),
        requirement: "==2.30.0".into(),
        version: "2.30.0".into(),
        certain,
        fixed: Some("2.31.0".into()),
        summary: "Proxy-Authorization is leaked to other servers".into(),
        published: "2023-05-26T18:15:00Z".into(),
    }
}

/// A dependency this many years behind.
pub fn age(years: Option<f64>) -> DependencyAge {
    let known = |text: &str| years.map(|_| text.to_owned());
    DependencyAge {
        ecosystem: "pip".into(),
        package: "requests".into(),
        requirement: "<2".into(),
        version: known("1.5"),
        released: known("2020-07-01"),
        newest: known("2.0"),
        newest_released: known("2023-01-01"),
        years,
    }
}

/// Debt of one file before and after.
pub fn change() -> DebtChange {
    let side = |score, grade: &str, functions| DebtSide {
        score,
        grade: grade.into(),
        lines: 80,
        functions,
        cyclomatic: 31,
        most_cyclomatic: 24,
    };
    let rust = RustDebt { path: "tool_py/src/main.rs".into(), score: 91.5, grade: "A".into() };
    let file = FileDebt { source: "tool.py".into(), score: Some(72.5), grade: Some("C".into()), rust: vec![rust] };
    let other = FileDebt { source: "other.xyz".into(), ..FileDebt::default() };
    DebtChange { before: side(72.5, "C", 4), after: side(91.5, "A", 5), files: vec![file, other] }
}

/// Debt of two files that take from each other.
pub fn debt() -> Debt {
    let function = FunctionMetrics {
        name: "main".into(),
        line: 3,
        last_line: 90,
        cyclomatic: 24,
        cognitive: 9,
        parameters: 1,
        depth: 2,
        documented: true,
    };
    let penalties =
        vec![Penalty { name: "tests".into(), points: 10.0 }, Penalty { name: "complexity".into(), points: 17.5 }];
    let grade = |file, score, penalties, functions| FileGrade {
        file: FileId(file),
        score,
        grade: "C".into(),
        penalties,
        functions,
    };
    let spot = HotSpot {
        file: FileId(0),
        line: 3,
        name: "main".into(),
        points: 9.0,
        reason: "complexity 24 (limit 10)".into(),
    };
    let step = |file, after| PlanStep {
        file: FileId(file),
        lines: 80,
        decisions: 23,
        after,
        refusals: (file == 1).then_some(2),
    };
    Debt {
        score: 71.5,
        grade: "C".into(),
        files: vec![grade(0, 72.5, penalties, vec![function]), grade(1, 100.0, vec![], vec![])],
        worst: vec![spot],
        cycles: vec![vec![FileId(0), FileId(1)]],
        plan: vec![step(1, vec![]), step(0, vec![FileId(1)])],
    }
}
