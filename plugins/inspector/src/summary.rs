//! What a project is, from what its files are.

use batuta_sdk::text::FileId;
use batuta_sdk::{Findings, Known, LanguageShare, LineCounts, Summary};
use std::collections::{BTreeMap, BTreeSet};

/// Languages that batuta's own transpilers convert.
const CONVERTED: [&str; 3] = ["python", "c", "shell"];

/// Add up the findings of all files.
pub(crate) fn summarise(files: &[(FileId, Findings)], known: &[Known]) -> Summary {
    let mut shares: BTreeMap<&str, (u32, LineCounts)> = BTreeMap::new();
    let (mut dependencies, mut frameworks) = (BTreeSet::new(), BTreeSet::new());
    for (_, findings) in files {
        dependencies.extend(findings.dependencies.iter().cloned());
        frameworks.extend(findings.frameworks.iter().cloned());
        if let Some(language) = &findings.language {
            let (count, lines) = shares.entry(language).or_default();
            *count += 1;
            lines.code = lines.code.saturating_add(findings.lines.code);
            lines.comment = lines.comment.saturating_add(findings.lines.comment);
            lines.blank = lines.blank.saturating_add(findings.lines.blank);
        }
    }
    let share = |(language, (files, lines)): (&str, (u32, LineCounts))| LanguageShare {
        language: language.into(),
        files,
        lines,
    };
    let mut languages: Vec<LanguageShare> = shares.into_iter().map(share).collect();
    languages.sort_by(|a, b| b.lines.code.cmp(&a.lines.code).then_with(|| a.language.cmp(&b.language)));
    let frameworks: Vec<String> = frameworks.into_iter().collect();
    let advice = advice(files, &languages, &frameworks);
    let entry_points = files.iter().filter(|(_, findings)| findings.entry_point).map(|(id, _)| *id).collect();
    Summary {
        languages,
        entry_points,
        dependencies: dependencies.into_iter().collect(),
        frameworks,
        advice,
        debt: crate::debt::debt(files, known),
    }
}

fn advice(files: &[(FileId, Findings)], languages: &[LanguageShare], frameworks: &[String]) -> Vec<String> {
    let programs =
        |language: &str| files.iter().filter(|(_, f)| f.entry_point && f.language.as_deref() == Some(language)).count();
    let mut advice = Vec::new();
    for share in languages.iter().filter(|share| CONVERTED.contains(&share.language.as_str())) {
        let order = if advice.is_empty() { "Convert first" } else { "Then" };
        let (programs, code) = (programs(&share.language), share.lines.code);
        let language = &share.language;
        advice.push(format!(
            "{order}: {language}, {}, {}, {}.",
            many(share.files as usize, "file"),
            many(code as usize, "line of code"),
            many(programs, "program")
        ));
    }
    if advice.is_empty() && !files.is_empty() {
        advice.push("Nothing here is in a language that batuta's own plugins convert (Python, C, Shell).".into());
    }
    if !frameworks.is_empty() {
        advice.push(format!(
            "Numeric frameworks are in use ({}): look at what is refused around their calls.",
            frameworks.join(", ")
        ));
    }
    advice
}

fn many(count: usize, what: &str) -> String {
    match (count, what.split_once(' ')) {
        (1, _) => format!("1 {what}"),
        (_, Some((noun, rest))) => format!("{count} {noun}s {rest}"),
        (_, None) => format!("{count} {what}s"),
    }
}
