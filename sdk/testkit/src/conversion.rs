//! A whole project through index, link and lower, and the packages that come out.

use crate::native::{Project, Step, explain, index, link, lower};
use batuta_sdk::diagnostics::{Diagnostic, Severity};
use batuta_sdk::text::{FileId, LineIndex};
use batuta_sdk::{Binary, CrateDependency, Lowered, OutputFile, Settings, SourceFile, Support, Transpiler};
use std::collections::BTreeMap;

/// Everything that the three steps gave for a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conversion {
    /// Per converted file.
    pub indexes: Vec<(FileId, Step<Vec<u8>>)>,
    /// Facts per file.
    pub link: Step<Vec<(FileId, Vec<u8>)>>,
    /// Per file that got facts.
    pub lowered: Vec<(FileId, Step<Lowered>)>,
}

/// What the files of one package add up to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    /// By path.
    pub files: BTreeMap<String, OutputFile>,
    /// In order of source file.
    pub binaries: Vec<Binary>,
    /// Sorted, features of the same crate joined.
    pub supports: BTreeMap<String, Vec<String>>,
    /// Registry crates by name, with requirement and features.
    pub dependencies: BTreeMap<String, CrateDependency>,
}

/// Convert the files of `project` that `wanted` accepts.
pub fn convert<T: Transpiler>(
    project: &Project,
    settings: &Settings,
    wanted: impl Fn(&SourceFile) -> bool,
) -> Conversion {
    let files: Vec<&SourceFile> = project.files().iter().filter(|file| wanted(file)).collect();
    let indexes: Vec<_> = files.iter().map(|file| (file.id, index::<T>(project, file, settings))).collect();
    let good: Vec<_> = indexes.iter().filter_map(|(id, step)| Some((*id, step.result.clone().ok()?))).collect();
    let link = link::<T>(project, &good, settings);
    let facts = link.result.clone().unwrap_or_default();
    let one = |(id, facts): &(FileId, Vec<u8>)| Some((*id, lower::<T>(project, project.file(*id)?, facts, settings)));
    let lowered = facts.iter().filter_map(one).collect();
    Conversion { indexes, link, lowered }
}

impl Conversion {
    /// Everything reported, in order of place, then of code and message.
    pub fn findings(&self) -> Vec<Diagnostic> {
        let steps = self.indexes.iter().flat_map(|(_, step)| &step.findings);
        let steps = steps.chain(&self.link.findings).chain(self.lowered.iter().flat_map(|(_, step)| &step.findings));
        let mut findings: Vec<Diagnostic> = steps.cloned().collect();
        findings.sort_by(|a, b| (a.primary, a.code, &a.message).cmp(&(b.primary, b.code, &b.message)));
        findings
    }

    /// Whether a construct was refused.
    pub fn has_refusals(&self) -> bool {
        self.findings().iter().any(|finding| finding.severity == Severity::Error)
    }

    /// Steps that gave no value, in words.
    pub fn errors(&self, project: &Project) -> Vec<String> {
        let name = |id: &FileId| project.file(*id).map_or("?", |file| &file.path).to_string();
        let mut errors = Vec::new();
        for (id, step) in &self.indexes {
            errors.extend(step.result.as_ref().err().map(|e| format!("index {}: {}", name(id), explain(e))));
        }
        errors.extend(self.link.result.as_ref().err().map(|e| format!("link: {}", explain(e))));
        for (id, step) in &self.lowered {
            errors.extend(step.result.as_ref().err().map(|e| format!("lower {}: {}", name(id), explain(e))));
        }
        errors
    }

    /// The packages by name.
    ///
    /// # Errors
    /// Two source files that give different content for one path, or different requirements of one crate.
    pub fn packages(&self) -> Result<BTreeMap<String, Package>, String> {
        let mut packages: BTreeMap<String, Package> = BTreeMap::new();
        for lowered in self.lowered.iter().filter_map(|(_, step)| step.result.as_ref().ok()) {
            packages.entry(lowered.package.clone()).or_default().add(lowered)?;
        }
        packages.retain(|_, package| !package.files.is_empty());
        Ok(packages)
    }
}

impl Package {
    fn add(&mut self, lowered: &Lowered) -> Result<(), String> {
        for file in &lowered.files {
            let known = self.files.entry(file.path.clone()).or_insert_with(|| file.clone());
            if known.content != file.content {
                return Err(format!("package {}: two contents for {}", lowered.package, file.path));
            }
        }
        self.binaries.extend(lowered.binaries.iter().cloned());
        lowered.supports.iter().for_each(|support| self.add_support(support));
        for wanted in &lowered.dependencies {
            let known = self.dependencies.entry(wanted.name.clone()).or_insert_with(|| wanted.clone());
            if known.version != wanted.version {
                return Err(format!("package {}: two versions of {}", lowered.package, wanted.name));
            }
            known.features.extend(wanted.features.iter().cloned());
            known.features.sort();
            known.features.dedup();
        }
        Ok(())
    }

    fn add_support(&mut self, support: &Support) {
        let features = self.supports.entry(support.name.clone()).or_default();
        features.extend(support.features.iter().cloned());
        features.sort();
        features.dedup();
    }
}

/// `CODE file:line:column: message`, one line per finding; a project-wide finding has no place.
pub fn render(findings: &[Diagnostic], project: &Project) -> String {
    let mut out = String::new();
    for finding in findings {
        let place = finding.primary.and_then(|at| {
            let file = project.file(at.file)?;
            let text = String::from_utf8_lossy(&file.bytes);
            let place = LineIndex::new(&text).line_column(&text, at.range.start);
            Some(format!("{}:{}:{}: ", file.path, place.line, place.column))
        });
        out.push_str(&format!("{} {}{}\n", finding.code, place.unwrap_or_default(), finding.message));
    }
    out
}
