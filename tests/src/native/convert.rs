//! The SDK's values as the host's, and back.

use batuta_runtime::model as host;
use batuta_sdk as sdk;
use batuta_sdk::diagnostics::{Diagnostic, Severity};
use batuta_sdk::text;

pub(super) fn id(id: text::FileId) -> host::FileId {
    host::FileId(id.0)
}

pub(super) fn to_id(id: host::FileId) -> text::FileId {
    text::FileId(id.0)
}

pub(super) fn to_source(file: &host::SourceFile) -> sdk::SourceFile {
    sdk::SourceFile { id: to_id(file.id), path: file.path.clone(), bytes: file.bytes.clone() }
}

fn span(at: text::Origin) -> host::Span {
    host::Span { file: id(at.file), start: at.range.start, end: at.range.end }
}

pub(super) fn manifest(manifest: &sdk::Manifest) -> host::Manifest {
    let role = |role: &sdk::Role| match role {
        sdk::Role::Analyzer => host::Role::Analyzer,
        sdk::Role::Transpiler => host::Role::Transpiler,
        sdk::Role::Optimizer => host::Role::Optimizer,
        sdk::Role::Backend => host::Role::Backend,
        sdk::Role::Oracle => host::Role::Oracle,
    };
    host::Manifest {
        name: manifest.name.clone(),
        version: manifest.version.clone(),
        description: manifest.description.clone(),
        roles: manifest.roles.iter().map(role).collect(),
        languages: manifest.languages.clone(),
        file_globs: manifest.file_globs.clone(),
        capabilities: vec![],
        settings_schema: manifest.settings_schema.clone(),
        formats: manifest.formats.clone(),
    }
}

pub(super) fn diagnostic(finding: Diagnostic) -> host::Diagnostic {
    host::Diagnostic {
        severity: match finding.severity {
            Severity::Note => host::Severity::Note,
            Severity::Help => host::Severity::Help,
            Severity::Warning => host::Severity::Warning,
            Severity::Error => host::Severity::Error,
        },
        code: finding.code.as_str().into(),
        message: finding.message,
        primary: finding.primary.map(span),
        related: finding.related.into_iter().map(|(at, message)| host::Related { span: span(at), message }).collect(),
        fixes: finding
            .fixes
            .into_iter()
            .map(|fix| host::Edit { span: span(fix.at), replacement: fix.replacement })
            .collect(),
        help: finding.help,
    }
}

fn lines(lines: sdk::LineCounts) -> host::LineCounts {
    host::LineCounts { code: lines.code, comment: lines.comment, blank: lines.blank }
}

fn dependency(of: sdk::ProjectDependency) -> host::ProjectDependency {
    host::ProjectDependency { ecosystem: of.ecosystem, name: of.name, requirement: of.requirement }
}

pub(super) fn findings(of: sdk::Findings) -> host::Findings {
    host::Findings {
        language: of.language,
        entry_point: of.entry_point,
        lines: lines(of.lines),
        dependencies: of.dependencies.into_iter().map(dependency).collect(),
        frameworks: of.frameworks,
        facts: of.facts,
    }
}

pub(super) fn to_findings(of: host::Findings) -> sdk::Findings {
    let dependency = |of: host::ProjectDependency| sdk::ProjectDependency {
        ecosystem: of.ecosystem,
        name: of.name,
        requirement: of.requirement,
    };
    sdk::Findings {
        language: of.language,
        entry_point: of.entry_point,
        lines: sdk::LineCounts { code: of.lines.code, comment: of.lines.comment, blank: of.lines.blank },
        dependencies: of.dependencies.into_iter().map(dependency).collect(),
        frameworks: of.frameworks,
        facts: of.facts,
    }
}

pub(super) fn to_known(of: &host::Known) -> sdk::Known {
    let churn = |of: host::Churn| sdk::Churn {
        changes: of.changes,
        authors: of.authors,
        added: of.added,
        removed: of.removed,
        days: of.days,
    };
    let refusal = |of: &host::RefusalCount| sdk::RefusalCount { code: of.code.clone(), count: of.count };
    sdk::Known {
        file: to_id(of.file),
        churn: of.churn.map(churn),
        coverage: of.coverage.map(|of| sdk::Coverage { lines: of.lines, covered: of.covered }),
        refusals: of.refusals.as_ref().map(|all| all.iter().map(refusal).collect()),
    }
}

pub(super) fn summary(of: sdk::Summary) -> host::Summary {
    let share =
        |of: sdk::LanguageShare| host::LanguageShare { language: of.language, files: of.files, lines: lines(of.lines) };
    host::Summary {
        languages: of.languages.into_iter().map(share).collect(),
        entry_points: of.entry_points.into_iter().map(id).collect(),
        dependencies: of.dependencies.into_iter().map(dependency).collect(),
        frameworks: of.frameworks,
        advice: of.advice,
        debt: of.debt.map(debt),
    }
}

fn function(it: sdk::FunctionMetrics) -> host::FunctionMetrics {
    host::FunctionMetrics {
        name: it.name,
        line: it.line,
        last_line: it.last_line,
        cyclomatic: it.cyclomatic,
        cognitive: it.cognitive,
        parameters: it.parameters,
        depth: it.depth,
        documented: it.documented,
    }
}

fn debt(it: sdk::Debt) -> host::Debt {
    let penalty = |it: sdk::Penalty| host::Penalty { name: it.name, points: it.points };
    let grade = |it: sdk::FileGrade| host::FileGrade {
        file: id(it.file),
        score: it.score,
        grade: it.grade,
        penalties: it.penalties.into_iter().map(penalty).collect(),
        functions: it.functions.into_iter().map(function).collect(),
    };
    let spot = |it: sdk::HotSpot| host::HotSpot {
        file: id(it.file),
        line: it.line,
        name: it.name,
        points: it.points,
        reason: it.reason,
    };
    let ids = |it: Vec<_>| it.into_iter().map(id).collect::<Vec<_>>();
    let step = |it: sdk::PlanStep| host::PlanStep {
        file: id(it.file),
        lines: it.lines,
        decisions: it.decisions,
        after: ids(it.after),
        refusals: it.refusals,
    };
    host::Debt {
        score: it.score,
        grade: it.grade,
        files: it.files.into_iter().map(grade).collect(),
        worst: it.worst.into_iter().map(spot).collect(),
        cycles: it.cycles.into_iter().map(ids).collect(),
        plan: it.plan.into_iter().map(step).collect(),
    }
}

pub(super) fn output(file: sdk::OutputFile) -> host::OutputFile {
    let origins = file.origins.into_iter().map(|(line, at)| host::Origin { line, at: span(at) }).collect();
    host::OutputFile { path: file.path, content: file.content, origins }
}

/// Element types and their names.
const DTYPES: [(sdk::Dtype, &str); 8] = [
    (sdk::Dtype::Boolean, "boolean"),
    (sdk::Dtype::Int8, "int8"),
    (sdk::Dtype::Int16, "int16"),
    (sdk::Dtype::Int32, "int32"),
    (sdk::Dtype::Int64, "int64"),
    (sdk::Dtype::Uint8, "uint8"),
    (sdk::Dtype::Float32, "float32"),
    (sdk::Dtype::Float64, "float64"),
];

fn dtype(kind: sdk::Dtype) -> String {
    DTYPES.iter().find(|(known, _)| *known == kind).map_or_else(String::new, |(_, name)| (*name).to_owned())
}

fn operand(of: sdk::Operand) -> host::Operand {
    host::Operand { kind: dtype(of.kind), shape: of.shape }
}

pub(super) fn to_operation(of: &host::Operation) -> sdk::Operation {
    let operand = |of: &host::Operand| sdk::Operand {
        kind: DTYPES.iter().find(|(_, name)| *name == of.kind).map_or(sdk::Dtype::Float64, |(kind, _)| *kind),
        shape: of.shape.clone(),
    };
    sdk::Operation {
        id: of.id,
        name: of.name.clone(),
        operands: of.operands.iter().map(operand).collect(),
        results: of.results.iter().map(operand).collect(),
        at: text::Origin::new(to_id(of.at.file), text::TextRange { start: of.at.start, end: of.at.end }),
    }
}

pub(super) fn optimized(of: sdk::Optimized) -> host::Optimized {
    let edit = |of: sdk::Edit| host::Edit { span: span(of.at), replacement: of.replacement };
    host::Optimized { edits: of.edits.into_iter().map(edit).collect(), choices: of.choices }
}

pub(super) fn offer(of: sdk::Offer) -> host::Offer {
    host::Offer {
        name: of.name,
        kinds: of.kinds.into_iter().map(dtype).collect(),
        flops_per_item: of.flops_per_item,
        bytes_per_item: of.bytes_per_item,
    }
}

fn registry(of: sdk::CrateDependency) -> host::CrateDependency {
    host::CrateDependency { name: of.name, version: of.version, features: of.features }
}

fn support(of: sdk::Support) -> host::Support {
    host::Support { name: of.name, features: of.features }
}

pub(super) fn stub(of: sdk::Stub) -> host::Stub {
    host::Stub {
        body: of.body,
        imports: of.imports,
        supports: of.supports.into_iter().map(support).collect(),
        dependencies: of.dependencies.into_iter().map(registry).collect(),
    }
}

fn command(of: sdk::Command) -> host::Command {
    host::Command { program: of.program, arguments: of.arguments }
}

fn binary(of: sdk::Binary) -> host::Binary {
    let build = of.reference.build.into_iter().map(command).collect();
    let reference = host::Reference { build, run: command(of.reference.run) };
    host::Binary { name: of.name, path: of.path, source: id(of.source), reference }
}

fn operation(of: sdk::Operation) -> host::Operation {
    host::Operation {
        id: of.id,
        name: of.name,
        operands: of.operands.into_iter().map(operand).collect(),
        results: of.results.into_iter().map(operand).collect(),
        at: span(of.at),
    }
}

pub(super) fn lowered(of: sdk::Lowered) -> host::Lowered {
    host::Lowered {
        package: of.package,
        files: of.files.into_iter().map(output).collect(),
        binaries: of.binaries.into_iter().map(binary).collect(),
        operations: of.operations.into_iter().map(operation).collect(),
        supports: of.supports.into_iter().map(support).collect(),
        dependencies: of.dependencies.into_iter().map(registry).collect(),
        counts: of.counts.into_iter().map(|(name, value)| host::Count { name, value }).collect(),
    }
}

pub(super) fn answer(answer: sdk::Answer) -> host::Answer {
    let recommendation = |it: sdk::Recommendation| host::Recommendation {
        component: it.component,
        confidence: it.confidence,
        reasons: it.reasons,
        example: it.example,
        alternatives: it.alternatives,
    };
    host::Answer {
        abstained: answer.abstained,
        recommendations: answer.recommendations.into_iter().map(recommendation).collect(),
    }
}
