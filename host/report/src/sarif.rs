//! SARIF 2.1.0: findings, differences and compiler errors for code hosts and editors.

use crate::Error;
use crate::words::{self, clean};
use batuta_pipeline::Report;
use batuta_pipeline::report::{BuildMessage, CaseOutcome, CaseReport, Finding, Place, ProgramValidation};
use batuta_runtime::model::Severity;
use serde_json::{Value, json};
use std::collections::BTreeSet;

const SCHEMA: &str = "https://json.schemastore.org/sarif-2.1.0.json";
/// Base of the URIs of source files.
const ROOT: &str = "SRCROOT";
/// Rules of this crate's own: results that are no findings.
const DIFFERENT: &str = "validation/different";
const REFUSED: &str = "validation/refused-when-run";
const NOT_VALIDATED: &str = "validation/not-validated";
const BUILD: &str = "build/error";

/// The report as SARIF.
pub(crate) fn render(report: &Report) -> Result<String, Error> {
    let mut results: Vec<(String, Value)> = report.diagnostics.iter().map(|f| (f.code.clone(), finding(f))).collect();
    for program in report.validation.iter().flat_map(|validation| &validation.programs) {
        results.extend(program.cases.iter().filter_map(|case| comparison(program, case)));
    }
    let errors = report.build.iter().flat_map(|build| &build.messages).filter(|message| message.level == "error");
    results.extend(errors.map(|message| (BUILD.to_string(), compiler(message))));
    let rules: BTreeSet<String> = results.iter().map(|(rule, _)| rule.clone()).collect();
    let index = |rule: &String| rules.iter().position(|known| known == rule);
    let results: Vec<Value> = results.iter().map(|(rule, result)| with(result, rule, index(rule))).collect();
    let mut run = json!({
        "tool": { "driver": {
            "name": "batuta",
            "version": report.batuta,
            "rules": rules.iter().map(|rule| describe(rule)).collect::<Vec<_>>(),
        }},
        "columnKind": "unicodeCodePoints",
        "invocations": [{ "executionSuccessful": report.exit_code() != 1, "exitCode": report.exit_code() }],
        "results": results,
    });
    if !report.project.input.is_empty() {
        let root = format!("file://{}/", encode(report.project.input.trim_end_matches('/')));
        run["originalUriBaseIds"] = json!({ ROOT: { "uri": root } });
    }
    let log = json!({ "$schema": SCHEMA, "version": "2.1.0", "runs": [run] });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn with(result: &Value, rule: &str, index: Option<usize>) -> Value {
    let mut result = result.clone();
    result["ruleId"] = json!(rule);
    result["ruleIndex"] = json!(index);
    result
}

fn describe(rule: &str) -> Value {
    let text = match rule {
        DIFFERENT => "The converted program does not do what the original does.",
        REFUSED => "The converted program reached a construct that was refused.",
        NOT_VALIDATED => "Nothing was compared.",
        BUILD => "The Rust compiler refuses the output.",
        _ => return json!({ "id": rule }),
    };
    json!({ "id": rule, "shortDescription": { "text": text } })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note | Severity::Help => "note",
    }
}

fn finding(finding: &Finding) -> Value {
    let help = finding.help.as_ref().map_or(String::new(), |help| format!("\n{help}"));
    let mut result = json!({
        "level": level(finding.severity),
        "message": { "text": clean(&format!("{}{help}", finding.message)) },
    });
    if let Some(place) = &finding.place {
        result["locations"] = json!([location(place)]);
    }
    if !finding.related.is_empty() {
        let related = finding.related.iter().enumerate().map(|(id, related)| {
            let mut at = location(&related.place);
            at["id"] = json!(id);
            at["message"] = json!({ "text": clean(&related.message) });
            at
        });
        result["relatedLocations"] = related.collect();
    }
    if !finding.fixes.is_empty() {
        let change = |place: &Place, text: &str| {
            let deleted = json!({ "byteOffset": place.start, "byteLength": place.end.saturating_sub(place.start) });
            let replacement = json!({ "deletedRegion": deleted, "insertedContent": { "text": text } });
            json!({ "artifactLocation": artifact(&place.file), "replacements": [replacement] })
        };
        let changes: Vec<Value> = finding.fixes.iter().map(|fix| change(&fix.place, &fix.replacement)).collect();
        result["fixes"] = json!([{ "artifactChanges": changes }]);
    }
    if let Some(plugin) = &finding.plugin {
        result["properties"] = json!({ "plugin": plugin });
    }
    result
}

fn comparison(program: &ProgramValidation, case: &CaseReport) -> Option<(String, Value)> {
    let (rule, level) = match case.outcome {
        CaseOutcome::Same => return None,
        CaseOutcome::Different => (DIFFERENT, "error"),
        CaseOutcome::Refused => (REFUSED, "warning"),
        CaseOutcome::NotValidated => (NOT_VALIDATED, "note"),
    };
    let words = words::case(case).0;
    let text = format!("{}, case {}: {words}\n{}", program.binary, case.name, case.detail);
    let place = json!({ "physicalLocation": { "artifactLocation": artifact(&program.source) } });
    Some((rule.into(), json!({ "level": level, "message": { "text": clean(text.trim_end()) }, "locations": [place] })))
}

fn compiler(message: &BuildMessage) -> Value {
    let mut result = json!({ "level": "error", "message": { "text": clean(&message.message) } });
    if let Some(place) = &message.source {
        result["locations"] = json!([location(place)]);
    }
    result
}

fn location(place: &Place) -> Value {
    json!({ "physicalLocation": {
        "artifactLocation": artifact(&place.file),
        "region": {
            "startLine": place.line.max(1),
            "startColumn": place.column.max(1),
            "byteOffset": place.start,
            "byteLength": place.end.saturating_sub(place.start),
        },
    }})
}

fn artifact(path: &str) -> Value {
    json!({ "uri": encode(path), "uriBaseId": ROOT })
}

/// A path as the path of a URI.
fn encode(path: &str) -> String {
    let mut out = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
