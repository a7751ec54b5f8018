//! Between the plain data of the ABI and [`crate::model`]. Nothing is judged here: `validate` does that.

use super::imports::batuta::plugin::{metadata, types};
use crate::model::*;
use crate::plugin_set::FailureKind;

fn severity(severity: types::Severity) -> Severity {
    match severity {
        types::Severity::Note => Severity::Note,
        types::Severity::Help => Severity::Help,
        types::Severity::Warning => Severity::Warning,
        types::Severity::Error => Severity::Error,
    }
}

pub(crate) fn span(span: types::Span) -> Span {
    Span { file: FileId(span.file), start: span.start, end: span.end }
}

pub(crate) fn edit(edit: types::Edit) -> Edit {
    Edit { span: span(edit.span), replacement: edit.replacement }
}

pub(crate) fn diagnostic(finding: types::Diagnostic) -> Diagnostic {
    Diagnostic {
        severity: severity(finding.severity),
        code: finding.code,
        message: finding.message,
        primary: finding.primary.map(span),
        related: finding.related.into_iter().map(|it| Related { span: span(it.span), message: it.message }).collect(),
        fixes: finding.fixes.into_iter().map(edit).collect(),
        help: finding.help,
    }
}

/// What a plugin says went wrong, as kind and words.
pub(crate) fn error(error: types::Error) -> (FailureKind, String) {
    match error {
        types::Error::Unsupported(text) => (FailureKind::Unsupported, text),
        types::Error::InvalidInput(text) => (FailureKind::InvalidInput, text),
        types::Error::Limit(text) => (FailureKind::Limit, text),
        types::Error::Denied(text) => (FailureKind::Denied, text),
        types::Error::Cancelled => (FailureKind::Cancelled, "it was cancelled".into()),
        types::Error::Internal(text) => (FailureKind::Internal, text),
    }
}

pub(crate) fn span_back(span: Span) -> types::Span {
    types::Span { file: span.file.0, start: span.start, end: span.end }
}

/// The element types and their names, in the order of the ABI.
const DTYPES: [(types::Dtype, &str); 8] = [
    (types::Dtype::Boolean, "boolean"),
    (types::Dtype::Int8, "int8"),
    (types::Dtype::Int16, "int16"),
    (types::Dtype::Int32, "int32"),
    (types::Dtype::Int64, "int64"),
    (types::Dtype::Uint8, "uint8"),
    (types::Dtype::Float32, "float32"),
    (types::Dtype::Float64, "float64"),
];

pub(crate) fn dtype(kind: types::Dtype) -> &'static str {
    DTYPES.iter().find(|(known, _)| *known == kind).map_or("", |(_, name)| name)
}

pub(crate) fn dtype_back(name: &str) -> Option<types::Dtype> {
    DTYPES.iter().find(|(_, known)| *known == name).map(|(kind, _)| *kind)
}

pub(crate) fn settings(settings: &[Setting]) -> Vec<types::Setting> {
    settings.iter().map(|it| types::Setting { key: it.key.clone(), value: it.value.clone() }).collect()
}

pub(crate) fn manifest(manifest: metadata::Manifest) -> Manifest {
    Manifest {
        name: manifest.name,
        version: manifest.version,
        description: manifest.description,
        roles: manifest.roles.into_iter().map(role).collect(),
        languages: manifest.languages,
        file_globs: manifest.file_globs,
        capabilities: manifest.capabilities.into_iter().map(wanted).collect(),
        settings_schema: manifest.settings_schema,
        formats: manifest.formats,
    }
}

fn role(role: metadata::Role) -> Role {
    match role {
        metadata::Role::Analyzer => Role::Analyzer,
        metadata::Role::Transpiler => Role::Transpiler,
        metadata::Role::Optimizer => Role::Optimizer,
        metadata::Role::Backend => Role::Backend,
        metadata::Role::Oracle => Role::Oracle,
    }
}

fn wanted(wanted: metadata::Wanted) -> Wanted {
    let capability = match wanted.capability {
        metadata::Capability::Storage => "storage",
        metadata::Capability::Compute => "compute",
        metadata::Capability::Retrieval => "retrieval",
        metadata::Capability::Tools => "tools",
        metadata::Capability::Network => "network",
        metadata::Capability::Environment => "environment",
        metadata::Capability::Clock => "clock",
        metadata::Capability::Random => "random",
        metadata::Capability::ReadOutside => "read-outside",
    };
    Wanted { capability: capability.into(), detail: wanted.detail, reason: wanted.reason }
}
