//! Recognises files of `{{name}}`, counts their lines, and finds what they need.
//!
//! The language of this template is to be replaced by yours: files end in `.{{name}}`, a line that begins with `#` is a comment, and
//! `needs NAME VERSION` names a package.

#[cfg(target_family = "wasm")]
mod guest;

use batuta_sdk::{
    Analyzer, Context, Findings, LanguageShare, LineCounts, Manifest, Plugin, ProjectDependency, Result, Role, SourceFile, Summary,
};
use batuta_text::FileId;

/// The plugin.
pub struct Language;

const NAME: &str = "{{name}}";

impl Plugin for Language {
    fn manifest() -> Manifest {
        Manifest {
            name: NAME.into(),
            version: env!("CARGO_PKG_VERSION").into(),
            description: "Recognises {{name}}".into(),
            roles: vec![Role::Analyzer],
            languages: vec![],
            file_globs: vec![],
            settings_schema: String::new(),
            formats: vec![],
        }
    }
}

impl Analyzer for Language {
    fn analyze(file: &SourceFile, cx: &mut Context<'_>) -> Result<Findings> {
        let ours = file.path.ends_with(".{{name}}");
        let Some(text) = file.text().filter(|_| ours) else { return Ok(Findings::default()) };
        let mut findings = Findings { language: Some(NAME.into()), entry_point: true, ..Findings::default() };
        for (number, line) in text.split_inclusive('\n').enumerate() {
            if number % 1000 == 0 {
                cx.checkpoint(number as u32, 0)?;
            }
            let line = line.trim();
            match line {
                "" => findings.lines.blank += 1,
                _ if line.starts_with('#') => findings.lines.comment += 1,
                _ => findings.lines.code += 1,
            }
            let words: Vec<&str> = line.split_whitespace().collect();
            if let ["needs", name, rest @ ..] = words.as_slice() {
                let requirement = rest.first().copied().unwrap_or_default().to_owned();
                let name = (*name).to_owned();
                findings.dependencies.push(ProjectDependency { ecosystem: NAME.into(), name, requirement });
            }
        }
        Ok(findings)
    }

    fn summarise(files: &[(FileId, Findings)], _cx: &mut Context<'_>) -> Result<Summary> {
        let ours = || files.iter().filter(|(_, findings)| findings.language.as_deref() == Some(NAME));
        let mut lines = LineCounts::default();
        let mut dependencies = Vec::new();
        for (_, findings) in ours() {
            lines.code += findings.lines.code;
            lines.comment += findings.lines.comment;
            lines.blank += findings.lines.blank;
            dependencies.extend(findings.dependencies.iter().cloned());
        }
        dependencies.sort();
        dependencies.dedup();
        let count = ours().count() as u32;
        let languages = if count == 0 { vec![] } else { vec![LanguageShare { language: NAME.into(), files: count, lines }] };
        let entry_points = ours().map(|(id, _)| *id).collect();
        Ok(Summary { languages, entry_points, dependencies, ..Summary::default() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn says_what_it_is() {
        assert_eq!(Language::manifest().roles, [Role::Analyzer]);
    }
}
