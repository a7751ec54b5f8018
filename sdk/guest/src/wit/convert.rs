//! Between the SDK's values and the generated ones, field by field.

use super::analyzer::exports::batuta::plugin::analyzer as analysis;
use super::imports::write_blob;
use super::oracle::exports::batuta::plugin::oracle;
use super::transpiler::batuta::plugin::types;
use super::transpiler::exports::batuta::plugin::transpiler as wit;
use crate::{Error, Result};
use batuta_diagnostics::{Diagnostic, Severity};
use batuta_text::Origin;

pub(super) fn error_in(error: types::Error) -> Error {
    match error {
        types::Error::Unsupported(text) => Error::Unsupported(text),
        types::Error::InvalidInput(text) => Error::InvalidInput(text),
        types::Error::Limit(text) => Error::Limit(text),
        types::Error::Denied(text) => Error::Denied(text),
        types::Error::Cancelled => Error::Cancelled,
        types::Error::Internal(text) => Error::Internal(text),
    }
}

pub(super) fn error_out(error: Error) -> types::Error {
    match error {
        Error::Unsupported(text) => types::Error::Unsupported(text),
        Error::InvalidInput(text) => types::Error::InvalidInput(text),
        Error::Limit(text) => types::Error::Limit(text),
        Error::Denied(text) => types::Error::Denied(text),
        Error::Cancelled => types::Error::Cancelled,
        Error::Internal(text) => types::Error::Internal(text),
    }
}

pub(super) fn span(origin: Origin) -> types::Span {
    types::Span { file: origin.file.0, start: origin.range.start, end: origin.range.end }
}

pub(super) fn diagnostic(finding: Diagnostic) -> types::Diagnostic {
    types::Diagnostic {
        severity: match finding.severity {
            Severity::Note => types::Severity::Note,
            Severity::Help => types::Severity::Help,
            Severity::Warning => types::Severity::Warning,
            Severity::Error => types::Severity::Error,
        },
        code: finding.code.as_str().to_owned(),
        message: finding.message,
        primary: finding.primary.map(span),
        related: finding.related.into_iter().map(|(at, message)| types::Related { span: span(at), message }).collect(),
        fixes: finding
            .fixes
            .into_iter()
            .map(|fix| types::Edit { span: span(fix.at), replacement: fix.replacement })
            .collect(),
        help: finding.help,
    }
}

pub(super) fn output(file: crate::OutputFile) -> Result<wit::Output> {
    let origins = file.origins.iter().map(|(line, at)| wit::Origin { line: *line, at: span(*at) }).collect();
    Ok(wit::Output { path: file.path, content: write_blob("text/x-rust", &file.content)?, origins })
}

pub(super) fn dtype(kind: crate::Dtype) -> types::Dtype {
    match kind {
        crate::Dtype::Boolean => types::Dtype::Boolean,
        crate::Dtype::Int8 => types::Dtype::Int8,
        crate::Dtype::Int16 => types::Dtype::Int16,
        crate::Dtype::Int32 => types::Dtype::Int32,
        crate::Dtype::Int64 => types::Dtype::Int64,
        crate::Dtype::Uint8 => types::Dtype::Uint8,
        crate::Dtype::Float32 => types::Dtype::Float32,
        crate::Dtype::Float64 => types::Dtype::Float64,
    }
}

fn operation(operation: crate::Operation) -> wit::Operation {
    let operand = |operand: crate::Operand| wit::Operand { kind: dtype(operand.kind), shape: operand.shape };
    wit::Operation {
        id: operation.id,
        name: operation.name,
        operands: operation.operands.into_iter().map(operand).collect(),
        results: operation.results.into_iter().map(operand).collect(),
        at: span(operation.at),
    }
}

fn command(command: crate::Command) -> wit::Command {
    wit::Command { program: command.program, arguments: command.arguments }
}

fn binary(binary: crate::Binary) -> wit::Binary {
    let reference = wit::Reference {
        build: binary.reference.build.into_iter().map(command).collect(),
        run: command(binary.reference.run),
    };
    wit::Binary { name: binary.name, path: binary.path, source: binary.source.0, reference }
}

pub(super) fn lowered(lowered: crate::Lowered) -> Result<wit::Lowered> {
    Ok(wit::Lowered {
        package: lowered.package,
        files: lowered.files.into_iter().map(output).collect::<Result<_>>()?,
        binaries: lowered.binaries.into_iter().map(binary).collect(),
        operations: lowered.operations.into_iter().map(operation).collect(),
        supports: lowered.supports.into_iter().map(|s| wit::Support { name: s.name, features: s.features }).collect(),
        dependencies: lowered
            .dependencies
            .into_iter()
            .map(|d| wit::Dependency { name: d.name, version: d.version, features: d.features })
            .collect(),
        counts: lowered.counts.into_iter().map(|(name, value)| wit::Count { name, value }).collect(),
    })
}

fn lines_out(lines: crate::LineCounts) -> analysis::LineCounts {
    analysis::LineCounts { code: lines.code, comment: lines.comment, blank: lines.blank }
}

fn dependencies_out(list: Vec<crate::ProjectDependency>) -> Vec<analysis::Dependency> {
    let out = |d: crate::ProjectDependency| analysis::Dependency {
        ecosystem: d.ecosystem,
        name: d.name,
        requirement: d.requirement,
    };
    list.into_iter().map(out).collect()
}

pub(super) fn findings_out(findings: crate::Findings) -> analysis::Findings {
    analysis::Findings {
        language: findings.language,
        entry_point: findings.entry_point,
        lines: lines_out(findings.lines),
        dependencies: dependencies_out(findings.dependencies),
        frameworks: findings.frameworks,
        facts: findings.facts,
    }
}

pub(super) fn findings_in(findings: analysis::Findings) -> crate::Findings {
    let dependency = |d: analysis::Dependency| crate::ProjectDependency {
        ecosystem: d.ecosystem,
        name: d.name,
        requirement: d.requirement,
    };
    crate::Findings {
        language: findings.language,
        entry_point: findings.entry_point,
        lines: crate::LineCounts {
            code: findings.lines.code,
            comment: findings.lines.comment,
            blank: findings.lines.blank,
        },
        dependencies: findings.dependencies.into_iter().map(dependency).collect(),
        frameworks: findings.frameworks,
        facts: findings.facts,
    }
}

pub(super) fn known_in(known: analysis::Known) -> crate::Known {
    let churn = |it: analysis::Churn| crate::Churn {
        changes: it.changes,
        authors: it.authors,
        added: it.added,
        removed: it.removed,
        days: it.days,
    };
    let refusal = |it: analysis::Refusal| crate::RefusalCount { code: it.code, count: it.count };
    crate::Known {
        file: batuta_text::FileId(known.file),
        churn: known.churn.map(churn),
        coverage: known.coverage.map(|it| crate::Coverage { lines: it.lines, covered: it.covered }),
        refusals: known.refusals.map(|all| all.into_iter().map(refusal).collect()),
    }
}

pub(super) fn summary(summary: crate::Summary) -> analysis::Summary {
    let share = |s: crate::LanguageShare| analysis::LanguageShare {
        language: s.language,
        files: s.files,
        lines: lines_out(s.lines),
    };
    analysis::Summary {
        languages: summary.languages.into_iter().map(share).collect(),
        entry_points: summary.entry_points.into_iter().map(|id| id.0).collect(),
        dependencies: dependencies_out(summary.dependencies),
        frameworks: summary.frameworks,
        advice: summary.advice,
        debt: summary.debt.map(debt),
    }
}

fn function(it: crate::FunctionMetrics) -> analysis::FunctionMetrics {
    analysis::FunctionMetrics {
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

fn debt(it: crate::Debt) -> analysis::Debt {
    let penalty = |it: crate::Penalty| analysis::Penalty { name: it.name, points: it.points };
    let grade = |it: crate::FileGrade| analysis::FileGrade {
        file: it.file.0,
        score: it.score,
        grade: it.grade,
        penalties: it.penalties.into_iter().map(penalty).collect(),
        functions: it.functions.into_iter().map(function).collect(),
    };
    let spot = |it: crate::HotSpot| analysis::HotSpot {
        file: it.file.0,
        line: it.line,
        name: it.name,
        points: it.points,
        reason: it.reason,
    };
    let ids = |it: Vec<_>| it.into_iter().map(|id: crate::text::FileId| id.0).collect::<Vec<_>>();
    let step = |it: crate::PlanStep| analysis::PlanStep {
        file: it.file.0,
        lines: it.lines,
        decisions: it.decisions,
        after: ids(it.after),
        refusals: it.refusals,
    };
    analysis::Debt {
        score: it.score,
        grade: it.grade,
        files: it.files.into_iter().map(grade).collect(),
        worst: it.worst.into_iter().map(spot).collect(),
        cycles: it.cycles.into_iter().map(ids).collect(),
        plan: it.plan.into_iter().map(step).collect(),
    }
}

pub(super) fn answer(answer: crate::Answer) -> oracle::Answer {
    let recommendation = |it: crate::Recommendation| oracle::Recommendation {
        component: it.component,
        confidence: it.confidence,
        reasons: it.reasons,
        example: it.example,
        alternatives: it.alternatives,
    };
    oracle::Answer {
        abstained: answer.abstained,
        recommendations: answer.recommendations.into_iter().map(recommendation).collect(),
    }
}
