//! Everything that keeps a component from being a good plugin: every problem is said, not the first one alone.

use batuta_runtime::model::{Manifest, Role};
use batuta_runtime::{Limits, Loader, Plugin, survey};
use serde::Serialize;

/// Packages of WASI whose imports are served, inert.
const WASI: &str = "wasi:";
/// Interfaces that do nothing without a grant, and the capability that each stands for.
const GRANTED: [&str; 4] = ["storage", "compute", "retrieval", "tools"];
/// Larger components take seconds to compile at their first use.
const LARGE: usize = 24 << 20;

/// How bad it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weight {
    /// It is not loaded.
    Error,
    /// Worth a look.
    Note,
}

/// One thing to mend.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// How bad.
    pub weight: Weight,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub remedy: String,
}

/// What a component is and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Verdict {
    /// Bytes.
    pub size: usize,
    /// ABI that it was built for.
    pub abi: Option<String>,
    /// The worlds that its exports fill.
    pub worlds: Vec<String>,
    /// What it imports.
    pub imports: Vec<String>,
    /// Whether it imports nothing but batuta's own interfaces.
    pub pure: bool,
    /// What it says of itself, when it can be asked.
    pub manifest: Option<Manifest>,
    /// In order: errors, then notes.
    pub problems: Vec<Problem>,
}

impl Verdict {
    /// Whether it can be used.
    pub fn is_good(&self) -> bool {
        self.problems.iter().all(|problem| problem.weight != Weight::Error)
    }
}

/// Look at a component, load it, and ask it what it is. The plugin comes along when it can be used.
pub fn validate(loader: &Loader, source: &str, bytes: &[u8], limits: Limits) -> (Verdict, Option<Plugin>) {
    let survey = survey(source, bytes);
    let inspection = survey.inspection.as_ref();
    let imports = inspection.map(|it| it.imports.clone()).unwrap_or_default();
    let mut problems: Vec<Problem> =
        survey.problems.iter().map(|problem| error(problem.message.clone(), problem.remedy.clone())).collect();
    let loaded = if problems.is_empty() {
        loader
            .component(source, bytes, limits)
            .map_err(|problem| problems.push(error(problem.message, problem.remedy)))
            .ok()
    } else {
        None
    };
    let manifest = loaded.as_ref().map(|plugin| plugin.info().manifest.clone());
    if let (Some(manifest), Some(inspection)) = (&manifest, inspection) {
        problems.extend(manifest_problems(manifest, &inspection.roles));
    }
    problems.extend(notes(bytes.len(), &imports));
    let role = |role: &Role| format!("{role:?}-plugin").to_lowercase();
    let verdict = Verdict {
        size: bytes.len(),
        abi: inspection.map(|it| it.abi.clone()),
        worlds: inspection.map(|it| it.roles.iter().map(role).collect()).unwrap_or_default(),
        pure: inspection.is_some() && imports.iter().all(|name| name.starts_with("batuta:plugin/")),
        imports,
        manifest,
        problems,
    };
    let usable = verdict.is_good();
    (verdict, loaded.filter(|_| usable))
}

fn error(message: impl Into<String>, remedy: impl Into<String>) -> Problem {
    Problem { weight: Weight::Error, message: message.into(), remedy: remedy.into() }
}

fn note(message: impl Into<String>, remedy: impl Into<String>) -> Problem {
    Problem { weight: Weight::Note, message: message.into(), remedy: remedy.into() }
}

/// What a manifest lacks beyond what the host insists on.
fn manifest_problems(manifest: &Manifest, exported: &[Role]) -> Vec<Problem> {
    let mut problems = Vec::new();
    if manifest.description.trim().is_empty() {
        problems.push(error("it does not describe itself", "say in one sentence what it does, as `description`"));
    }
    if manifest.roles.contains(&Role::Transpiler) && manifest.languages.is_empty() {
        problems.push(error("it is a transpiler but names no language", "name the languages that it converts"));
    }
    if manifest.roles.contains(&Role::Transpiler) && manifest.file_globs.is_empty() {
        let remedy = "add `file-globs`, unless an analyzer that everybody has recognises the language";
        problems.push(note("it names no files that it wants to be asked about", remedy));
    }
    for role in exported.iter().filter(|role| !manifest.roles.contains(role)) {
        let message = format!("it exports the interface `{role:?}` but does not name that role").to_lowercase();
        problems.push(note(message, "name the role, or build against a smaller world"));
    }
    for wanted in manifest.capabilities.iter().filter(|wanted| wanted.reason.trim().is_empty()) {
        let message = format!("it asks for `{}` without a reason", wanted.capability);
        problems.push(error(message, "the user is shown the reason: say it in one sentence"));
    }
    problems
}

fn notes(size: usize, imports: &[String]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let wasi = imports.iter().filter(|name| name.starts_with(WASI)).count();
    if wasi > 0 {
        let message =
            format!("it imports {wasi} interfaces of WASI, which answer but have nothing of the machine behind them");
        problems.push(note(message, "build it without WASI where its tools can (`--stub-wasi`, `disableFeatures`)"));
    }
    if size > LARGE {
        let message = format!("it has {:.1} MB, which take seconds to compile at the first use", size as f64 / 1e6);
        problems.push(note(message, "build it with optimisation, strip its debug information"));
    }
    problems
}

/// Capabilities behind interfaces that a component imports; it may import one without asking for it, and is denied then.
pub fn guarded(imports: &[String]) -> Vec<&'static str> {
    let has = |name: &&'static str| imports.iter().any(|import| import.starts_with(&format!("batuta:plugin/{name}@")));
    GRANTED.iter().copied().filter(has).collect()
}
