//! Phase 2: source to Rust, in the three steps `index`, `link`, `lower`.

use crate::analysis::step_failed;
use crate::codes;
use crate::error::{Error, Result};
use crate::finding::HostFinding;
use crate::numeric::Decided;
use crate::project::{Project, ProjectFile};
use crate::report::{FileStatus, Phase};
use crate::steps::Steps;
use batuta_runtime::model::{Diagnostic, FileId, Lowered, RefusalCount, Severity};
use batuta_runtime::plugin_set::{FailureKind, StepError, StepOutcome, Usage};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What became of one source file that a plugin converts.
#[derive(Debug)]
pub(crate) struct Unit {
    /// Index into the project's files.
    pub(crate) file: usize,
    /// The plugin.
    pub(crate) plugin: usize,
    /// The Rust; none when a step failed or the plugin left the file out.
    pub(crate) lowered: Option<Lowered>,
    /// In order of the steps.
    pub(crate) diagnostics: Vec<Diagnostic>,
    /// The host's own.
    pub(crate) host: Vec<HostFinding>,
    /// What became of its numeric operations.
    pub(crate) decisions: Vec<Decided>,
    /// The Rust without the bodies that backends gave, where they gave any.
    pub(crate) plain: Option<Lowered>,
    /// Set when a step failed or the file was left out.
    pub(crate) failure: Option<(FileStatus, String)>,
}

impl Unit {
    fn new(file: usize, plugin: usize) -> Self {
        Unit {
            file,
            plugin,
            lowered: None,
            diagnostics: Vec::new(),
            host: Vec::new(),
            decisions: Vec::new(),
            plain: None,
            failure: None,
        }
    }

    /// How many constructs were refused.
    pub(crate) fn refusals(&self) -> u32 {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error).count() as u32
    }

    /// How often each code was refused, in order of the codes; a file that could not be converted at all counts once.
    pub(crate) fn refused_codes(&self) -> Vec<RefusalCount> {
        let refused = self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error);
        let host = self.host.iter().filter(|finding| finding.severity == Severity::Error);
        let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
        for code in refused.map(|it| it.code.as_str()).chain(host.map(|it| it.code)) {
            *counts.entry(code).or_default() += 1;
        }
        counts.into_iter().map(|(code, count)| RefusalCount { code: code.to_owned(), count }).collect()
    }

    /// What became of the file.
    pub(crate) fn status(&self) -> FileStatus {
        let makes_something = self.lowered.as_ref().is_some_and(|lowered| !lowered.files.is_empty());
        match (&self.failure, self.refusals(), makes_something) {
            (Some((status, _)), ..) => *status,
            (None, 0, _) => FileStatus::Converted,
            (None, _, true) => FileStatus::Partial,
            (None, _, false) => FileStatus::Refused,
        }
    }

    fn fail(&mut self, error: &StepError, path: &str) {
        let status = match error.kind {
            FailureKind::Unsupported | FailureKind::InvalidInput => FileStatus::Refused,
            _ => FileStatus::Failed,
        };
        // A plugin that explained itself with a refusal at a place needs no second finding.
        if status == FileStatus::Failed || self.refusals() == 0 {
            self.host.push(step_failed(error, Some(path)));
        }
        self.failure = Some((status, error.message.clone()));
    }
}

/// All converted files, in order.
#[derive(Debug, Default)]
pub(crate) struct Transpilation {
    /// In order of the files.
    pub(crate) units: Vec<Unit>,
    /// Diagnostics without a file, with their plugin.
    pub(crate) diagnostics: Vec<(usize, Diagnostic)>,
}

/// Convert every routed file.
pub(crate) fn transpile(
    steps: &Steps,
    project: &Project,
    routed: &BTreeMap<usize, Vec<usize>>,
) -> Result<Transpilation> {
    let mut all = Transpilation::default();
    for (plugin, files) in routed {
        transpile_with(steps, project, *plugin, files, &mut all)?;
    }
    all.units.sort_by_key(|unit| unit.file);
    Ok(all)
}

fn transpile_with(
    steps: &Steps,
    project: &Project,
    plugin: usize,
    files: &[usize],
    all: &mut Transpilation,
) -> Result<()> {
    let mut units: Vec<Unit> = Vec::new();
    let mut indexes: Vec<(FileId, Arc<[u8]>)> = Vec::new();
    let outcomes = steps.parallel(Phase::Transpilation, "index", files, |file| index(steps, project, plugin, *file));
    for (unit, index) in outcomes {
        check_cancelled(steps)?;
        indexes.extend(index.map(|index| (project.files[unit.file].id, index)));
        units.push(unit);
    }
    let facts = link(steps, plugin, indexes, project, &mut units, all)?;
    let lowered = steps.parallel(Phase::Transpilation, "lower", &units, |unit| {
        let file = &project.files[unit.file];
        let facts = facts.get(&file.id).filter(|_| unit.failure.is_none())?;
        Some(lower(steps, plugin, file, facts))
    });
    check_cancelled(steps)?;
    for (mut unit, lowered) in units.into_iter().zip(lowered) {
        finish(&mut unit, lowered, project);
        all.units.push(unit);
    }
    Ok(())
}

fn check_cancelled(steps: &Steps) -> Result<()> {
    if steps.cancel.is_cancelled() { Err(Error::Cancelled) } else { Ok(()) }
}

fn index(steps: &Steps, project: &Project, plugin: usize, file: usize) -> (Unit, Option<Arc<[u8]>>) {
    let mut unit = Unit::new(file, plugin);
    let file = &project.files[file];
    let Some(digest) = file.digest else {
        let problem = file.problem.clone().unwrap_or_default();
        let code = if problem.contains("limits.file-size") { codes::TOO_LARGE } else { codes::UNREADABLE };
        unit.host.push(HostFinding::new(Severity::Error, code, format!("{} {problem}", file.path)).in_file(&file.path));
        unit.failure = Some((FileStatus::Failed, problem));
        return (unit, None);
    };
    let id = file.id.0.to_le_bytes();
    let done = steps.run(Phase::Transpilation, plugin, "index", &[file.path.as_bytes(), &id, &digest.0], |cx| {
        match steps.files.load(&file.path) {
            Some(source) => steps.plugins.index(plugin, &source, cx),
            None => gone(steps, plugin, &file.path),
        }
    });
    unit.diagnostics = done.diagnostics;
    match done.result {
        Ok(index) => (unit, Some(index.into())),
        Err(error) => {
            unit.fail(&error, &file.path);
            (unit, None)
        }
    }
}

/// The outcome of a step whose file changed or vanished while the run went on.
fn gone<T>(steps: &Steps, plugin: usize, path: &str) -> StepOutcome<T> {
    let manifest = &steps.plugins.plugins()[plugin].manifest;
    let error = StepError {
        plugin: manifest.name.clone(),
        version: manifest.version.clone(),
        kind: FailureKind::Internal,
        message: format!("{path} changed while it was being read"),
        remedy: "run the command again".to_owned(),
    };
    StepOutcome { result: Err(error), diagnostics: vec![], reads: vec![], usage: Usage::default(), cacheable: false }
}

/// One slice of facts per file; a failure of the step fails every file of the plugin.
fn link(
    steps: &Steps,
    plugin: usize,
    indexes: Vec<(FileId, Arc<[u8]>)>,
    project: &Project,
    units: &mut [Unit],
    all: &mut Transpilation,
) -> Result<BTreeMap<FileId, Arc<[u8]>>> {
    if indexes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let input = postcard::to_stdvec(&indexes.iter().map(|(id, index)| (id, &index[..])).collect::<Vec<_>>());
    let input = input.map_err(|e| Error::blocked(e.to_string()))?;
    let done = steps.run(Phase::Transpilation, plugin, "link", &[&input], |cx| steps.plugins.link(plugin, indexes, cx));
    check_cancelled(steps)?;
    all.diagnostics.extend(done.diagnostics.into_iter().map(|diagnostic| (plugin, diagnostic)));
    match done.result {
        Ok(slices) => Ok(slices.into_iter().map(|(id, facts)| (id, facts.into())).collect()),
        Err(error) => {
            for unit in units.iter_mut().filter(|unit| unit.failure.is_none()) {
                unit.fail(&error, &project.files[unit.file].path);
            }
            Ok(BTreeMap::new())
        }
    }
}

type LowerOutcome = (std::result::Result<Lowered, StepError>, Vec<Diagnostic>);

fn lower(steps: &Steps, plugin: usize, file: &ProjectFile, facts: &Arc<[u8]>) -> LowerOutcome {
    let id = file.id.0.to_le_bytes();
    let digest = file.digest.map(|digest| digest.0).unwrap_or_default();
    let inputs: [&[u8]; 4] = [file.path.as_bytes(), &id, &digest, facts];
    let done = steps.run(Phase::Transpilation, plugin, "lower", &inputs, |cx| match steps.files.load(&file.path) {
        Some(source) => steps.plugins.lower(plugin, &source, facts, cx),
        None => gone(steps, plugin, &file.path),
    });
    (done.result, done.diagnostics)
}

fn finish(unit: &mut Unit, lowered: Option<LowerOutcome>, project: &Project) {
    match lowered {
        None if unit.failure.is_none() => {
            unit.failure = Some((FileStatus::Skipped, "the plugin leaves this file out".to_owned()));
        }
        None => {}
        Some((result, diagnostics)) => {
            unit.diagnostics.extend(diagnostics);
            match result {
                Ok(lowered) => unit.lowered = Some(lowered),
                Err(error) => unit.fail(&error, &project.files[unit.file].path),
            }
        }
    }
}
