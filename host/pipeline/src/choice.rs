//! Which transpiler converts which file.
//!
//! What `batuta.toml` says under `[[use]]` comes first. Otherwise a plugin that the user named (by flag, then by lock) comes before a
//! built-in one, and one for the file's language before one that only knows the file's name.

use crate::analysis::Analysis;
use crate::config::UseConfig;
use crate::error::{Error, Result};
use crate::project::Project;
use crate::steps::Steps;
use batuta_runtime::model::Role;
use globset::{Glob, GlobSet, GlobSetBuilder};
use std::collections::BTreeMap;

/// A `[[use]]`, ready to be asked.
struct Choice<'c> {
    plugin: usize,
    files: Option<GlobSet>,
    language: Option<&'c str>,
}

impl Choice<'_> {
    fn fits(&self, path: &str, language: Option<&str>) -> bool {
        self.files.as_ref().is_none_or(|files| files.is_match(path))
            && self.language.is_none_or(|wanted| language == Some(wanted))
    }
}

/// Which transpiler converts which file, by index.
///
/// # Errors
/// When `batuta.toml` names a plugin that is not there, or a pattern that is none.
pub(crate) fn route(
    steps: &Steps,
    project: &Project,
    analysis: &Analysis,
    uses: &[UseConfig],
) -> Result<BTreeMap<usize, Vec<usize>>> {
    // The set holds built-in plugins first and those given by flag last.
    let transpilers: Vec<usize> = steps.with_role(Role::Transpiler).into_iter().rev().collect();
    let manifest = |plugin: usize| &steps.plugins.plugins()[plugin].manifest;
    let named = |name: &str| transpilers.iter().copied().find(|plugin| manifest(*plugin).name == name);
    let choices: Result<Vec<Choice<'_>>> = uses.iter().map(|choice| prepared(choice, named)).collect();
    let choices = choices?;
    let globs: Vec<GlobSet> = transpilers.iter().map(|plugin| lenient(&manifest(*plugin).file_globs)).collect();
    let mut routed: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, file) in project.files.iter().enumerate() {
        let language = analysis.findings.get(index).and_then(|findings| findings.language.as_deref());
        let chosen = choices.iter().find(|choice| choice.fits(&file.path, language)).map(|choice| choice.plugin);
        let speaks = |plugin: &usize| manifest(*plugin).languages.iter().any(|known| Some(known.as_str()) == language);
        let by_language = || transpilers.iter().copied().find(speaks);
        let by_name = || transpilers.iter().zip(&globs).find(|(_, globs)| globs.is_match(&file.path)).map(|(p, _)| *p);
        if let Some(plugin) = chosen.or_else(by_language).or_else(by_name) {
            routed.entry(plugin).or_default().push(index);
        }
    }
    Ok(routed)
}

fn prepared<'c>(choice: &'c UseConfig, named: impl Fn(&str) -> Option<usize>) -> Result<Choice<'c>> {
    let plugin = named(&choice.plugin).ok_or_else(|| {
        let text =
            format!("batuta.toml: `use` names the plugin `{}`, which is not there or converts nothing", choice.plugin);
        Error::blocked(text)
    })?;
    if choice.files.is_none() && choice.language.is_none() {
        return Err(Error::blocked(format!(
            "batuta.toml: `use` of `{}` says neither `files` nor `language`",
            choice.plugin
        )));
    }
    let files = match &choice.files {
        Some(patterns) => Some(strict(patterns)?),
        None => None,
    };
    Ok(Choice { plugin, files, language: choice.language.as_deref() })
}

/// The user's patterns.
fn strict(patterns: &[String]) -> Result<GlobSet> {
    let wrong = |error: globset::Error| Error::blocked(format!("batuta.toml: `use.files`: {error}"));
    let mut set = GlobSetBuilder::new();
    for pattern in patterns {
        set.add(Glob::new(pattern).map_err(wrong)?);
    }
    set.build().map_err(wrong)
}

/// A plugin's patterns: those that are no globs match nothing.
fn lenient(patterns: &[String]) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    patterns.iter().filter_map(|pattern| Glob::new(pattern).ok()).for_each(|glob| {
        set.add(glob);
    });
    set.build().unwrap_or_else(|_| GlobSet::empty())
}
