//! What the exported functions of one version give and take, and [`crate::model`]. Nothing is judged here: `validate` does that.
//!
//! Each version has bindings of its own, so this file is a module of each whose records are the same.

use super::analyzer::exports::batuta::plugin::analyzer as wit_analyzer;
use super::backend::exports::batuta::plugin::backend as wit_backend;
use super::optimizer::exports::batuta::plugin::optimizer as wit_optimizer;
use super::oracle::exports::batuta::plugin::oracle as wit_oracle;
use super::transpiler::exports::batuta::plugin::transpiler as wit_transpiler;
use crate::abi::latest::convert;
use crate::model::*;

fn lines(lines: wit_analyzer::LineCounts) -> LineCounts {
    LineCounts { code: lines.code, comment: lines.comment, blank: lines.blank }
}

fn lines_back(lines: LineCounts) -> wit_analyzer::LineCounts {
    wit_analyzer::LineCounts { code: lines.code, comment: lines.comment, blank: lines.blank }
}

fn project_dependency(it: wit_analyzer::Dependency) -> ProjectDependency {
    ProjectDependency { ecosystem: it.ecosystem, name: it.name, requirement: it.requirement }
}

pub(crate) fn findings(findings: wit_analyzer::Findings) -> Findings {
    Findings {
        language: findings.language,
        entry_point: findings.entry_point,
        lines: lines(findings.lines),
        dependencies: findings.dependencies.into_iter().map(project_dependency).collect(),
        frameworks: findings.frameworks,
        facts: findings.facts,
    }
}

pub(crate) fn findings_back(findings: Findings) -> wit_analyzer::Findings {
    let dependency = |it: ProjectDependency| wit_analyzer::Dependency {
        ecosystem: it.ecosystem,
        name: it.name,
        requirement: it.requirement,
    };
    wit_analyzer::Findings {
        language: findings.language,
        entry_point: findings.entry_point,
        lines: lines_back(findings.lines),
        dependencies: findings.dependencies.into_iter().map(dependency).collect(),
        frameworks: findings.frameworks,
        facts: findings.facts,
    }
}

pub(crate) fn summary(summary: wit_analyzer::Summary) -> Summary {
    let share = |it: wit_analyzer::LanguageShare| LanguageShare {
        language: it.language,
        files: it.files,
        lines: lines(it.lines),
    };
    Summary {
        languages: summary.languages.into_iter().map(share).collect(),
        entry_points: summary.entry_points.into_iter().map(FileId).collect(),
        dependencies: summary.dependencies.into_iter().map(project_dependency).collect(),
        frameworks: summary.frameworks,
        advice: summary.advice,
        debt: summary.debt.map(debt),
    }
}

fn function(it: wit_analyzer::FunctionMetrics) -> FunctionMetrics {
    FunctionMetrics {
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

fn debt(it: wit_analyzer::Debt) -> Debt {
    let penalty = |it: wit_analyzer::Penalty| Penalty { name: it.name, points: it.points };
    let grade = |it: wit_analyzer::FileGrade| FileGrade {
        file: FileId(it.file),
        score: it.score,
        grade: it.grade,
        penalties: it.penalties.into_iter().map(penalty).collect(),
        functions: it.functions.into_iter().map(function).collect(),
    };
    let spot = |it: wit_analyzer::HotSpot| HotSpot {
        file: FileId(it.file),
        line: it.line,
        name: it.name,
        points: it.points,
        reason: it.reason,
    };
    let ids = |it: Vec<_>| it.into_iter().map(FileId).collect::<Vec<_>>();
    Debt {
        score: it.score,
        grade: it.grade,
        files: it.files.into_iter().map(grade).collect(),
        worst: it.worst.into_iter().map(spot).collect(),
        cycles: it.cycles.into_iter().map(ids).collect(),
        plan: it.plan.into_iter().map(super::plan_step).collect(),
    }
}

/// A generated file whose content is still a handle; `content` was taken out of the table by the caller.
pub(crate) fn output(path: String, content: Vec<u8>, origins: Vec<wit_transpiler::Origin>) -> OutputFile {
    let origins = origins.into_iter().map(|it| Origin { line: it.line, at: convert::span(it.at) }).collect();
    OutputFile { path, content, origins }
}

/// Everything of a lowered file but its outputs, which `files` holds already.
pub(crate) fn lowered(lowered: wit_transpiler::Lowered, files: Vec<OutputFile>) -> Lowered {
    Lowered {
        package: lowered.package,
        files,
        binaries: lowered.binaries.into_iter().map(binary).collect(),
        operations: lowered.operations.into_iter().map(operation).collect(),
        supports: lowered.supports.into_iter().map(|it| Support { name: it.name, features: it.features }).collect(),
        dependencies: lowered
            .dependencies
            .into_iter()
            .map(|it| CrateDependency { name: it.name, version: it.version, features: it.features })
            .collect(),
        counts: lowered.counts.into_iter().map(|it| Count { name: it.name, value: it.value }).collect(),
    }
}

fn binary(binary: wit_transpiler::Binary) -> Binary {
    let command = |it: wit_transpiler::Command| Command { program: it.program, arguments: it.arguments };
    Binary {
        name: binary.name,
        path: binary.path,
        source: FileId(binary.source),
        reference: Reference {
            build: binary.reference.build.into_iter().map(command).collect(),
            run: command(binary.reference.run),
        },
    }
}

fn operation(operation: wit_transpiler::Operation) -> Operation {
    Operation {
        id: operation.id,
        name: operation.name,
        operands: operation.operands.into_iter().map(operand).collect(),
        results: operation.results.into_iter().map(operand).collect(),
        at: convert::span(operation.at),
    }
}

fn operand(operand: wit_transpiler::Operand) -> Operand {
    Operand { kind: convert::dtype(operand.kind).into(), shape: operand.shape }
}

/// An operation as an importing world of this version has it; none for an element type without a name.
macro_rules! operation_back {
    ($name:ident, $module:ident) => {
        pub(crate) fn $name(it: &Operation) -> Option<super::$module::batuta::plugin::transpiler::Operation> {
            use super::$module::batuta::plugin::transpiler as wit;
            let operand =
                |it: &Operand| Some(wit::Operand { kind: convert::dtype_back(&it.kind)?, shape: it.shape.clone() });
            Some(wit::Operation {
                id: it.id,
                name: it.name.clone(),
                operands: it.operands.iter().map(operand).collect::<Option<_>>()?,
                results: it.results.iter().map(operand).collect::<Option<_>>()?,
                at: convert::span_back(it.at),
            })
        }
    };
}

operation_back!(optimizer_operation, optimizer);
operation_back!(backend_operation, backend);

pub(crate) fn optimized(it: wit_optimizer::Optimized) -> Optimized {
    Optimized {
        edits: it.edits.into_iter().map(convert::edit).collect(),
        choices: it.choices.into_iter().map(|it| (it.operation, it.backend)).collect(),
    }
}

pub(crate) fn offer(it: wit_backend::Offer) -> Offer {
    Offer {
        name: it.name,
        kinds: it.kinds.into_iter().map(|kind| convert::dtype(kind).into()).collect(),
        flops_per_item: it.flops_per_item,
        bytes_per_item: it.bytes_per_item,
    }
}

pub(crate) fn stub(it: wit_backend::Stub) -> Stub {
    Stub {
        body: it.body,
        imports: it.imports,
        supports: it.supports.into_iter().map(|it| Support { name: it.name, features: it.features }).collect(),
        dependencies: it
            .dependencies
            .into_iter()
            .map(|it| CrateDependency { name: it.name, version: it.version, features: it.features })
            .collect(),
    }
}

pub(crate) fn answer(answer: wit_oracle::Answer) -> Answer {
    let recommendation = |it: wit_oracle::Recommendation| Recommendation {
        component: it.component,
        confidence: it.confidence,
        reasons: it.reasons,
        example: it.example,
        alternatives: it.alternatives,
    };
    Answer {
        abstained: answer.abstained,
        recommendations: answer.recommendations.into_iter().map(recommendation).collect(),
    }
}
