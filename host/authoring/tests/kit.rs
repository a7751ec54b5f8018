//! The conformance kit on a plugin that breaks one rule at a time: the check of that rule fails, and no other.

use batuta_authoring::conformance::{Checks, Effort, Project, Sample, Subject, check};
use batuta_runtime::model::*;
use batuta_runtime::plugin_set::*;
use batuta_system::OsSystem;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// A rule to break.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    None,
    Purity,
    Order,
    Incremental,
    Totality,
    Spans,
    Cancel,
    Limits,
    Output,
}

/// A transpiler of plain text, as a set of its own.
struct Fake {
    rule: Rule,
    infos: Vec<PluginInfo>,
    calls: AtomicU64,
    last: AtomicU64,
}

impl Fake {
    fn set(rule: Rule) -> Arc<dyn PluginSet> {
        let manifest = Manifest {
            name: "fake".into(),
            version: "1.0.0".into(),
            description: "Converts text".into(),
            roles: vec![Role::Transpiler],
            languages: vec!["text".into()],
            file_globs: vec![],
            capabilities: vec![],
            settings_schema: String::new(),
            formats: vec![],
        };
        let info = PluginInfo { manifest, digest: Digest::of(b""), abi: "0.2.0".into(), source: "a test".into() };
        Arc::new(Fake { rule, infos: vec![info], calls: AtomicU64::new(0), last: AtomicU64::new(0) })
    }

    fn ended<T>(&self, result: Result<T, FailureKind>, diagnostics: Vec<Diagnostic>) -> StepOutcome<T> {
        let error = |kind| StepError {
            plugin: "fake".into(),
            version: "1.0.0".into(),
            kind,
            message: "it broke".into(),
            remedy: String::new(),
        };
        let (reads, usage) = (vec![], Usage { time: Duration::from_millis(1), memory: 0 });
        StepOutcome { result: result.map_err(error), diagnostics, reads, usage, cacheable: true }
    }
}

fn none<T>() -> StepOutcome<T> {
    unreachable!("a transpiler is asked for nothing else")
}

impl PluginSet for Fake {
    fn plugins(&self) -> &[PluginInfo] {
        &self.infos
    }

    fn analyze(&self, _: usize, _: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Findings> {
        none()
    }

    fn summarise(&self, _: usize, _: Vec<(FileId, Findings)>, _: &StepContext) -> StepOutcome<Summary> {
        none()
    }

    fn index(&self, _: usize, file: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Vec<u8>> {
        self.ended(Ok(file.bytes.first().copied().into_iter().collect()), vec![])
    }

    fn link(
        &self,
        _: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        _: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        self.ended(Ok(indexes.into_iter().map(|(id, index)| (id, index.to_vec())).collect()), vec![])
    }

    fn lower(&self, _: usize, file: &Arc<SourceFile>, _: &Arc<[u8]>, cx: &StepContext) -> StepOutcome<Lowered> {
        let call = self.calls.fetch_add(1, Ordering::Relaxed);
        let last = self.last.swap(file.id.0.into(), Ordering::Relaxed);
        let text = String::from_utf8_lossy(&file.bytes).into_owned();
        let mut code = format!("fn main() {{ print!(\"{{}}\", {text:?}); }}\n");
        let mut diagnostics = vec![];
        match self.rule {
            Rule::Purity => code += &format!("// {call}\n"),
            // Remembers the file before: seen only where files come in another order.
            Rule::Order => code += &format!("// after a later file: {}\n", last > file.id.0.into()),
            // Looks at another file behind the host's back.
            Rule::Incremental => {
                let other = if file.path == "a.txt" { "b.txt" } else { "a.txt" };
                code += &format!("// {:?}\n", cx.files.open(other).map(|file| file.bytes.len()));
            }
            Rule::Totality if text.contains('\0') => return self.ended(Err(FailureKind::Trap), vec![]),
            Rule::Output if text.contains('\\') => code = "fn main() {\n".into(),
            Rule::Spans => {
                let at = Span { file: file.id, start: 0, end: 1 };
                let (related, fixes) = (vec![], vec![]);
                let (severity, code, message) = (Severity::Note, "FA0001".into(), "cuts a character".into());
                diagnostics.push(Diagnostic { severity, code, message, primary: Some(at), related, fixes, help: None });
            }
            _ => {}
        }
        if self.rule == Rule::Cancel && cx.cancel.is_cancelled() {
            let mut outcome = self.ended(Err(FailureKind::Cancelled), vec![]);
            outcome.usage.time = Duration::from_secs(5);
            return outcome;
        }
        let id = file.id;
        let file = OutputFile { path: "src/main.rs".into(), content: code.into_bytes(), origins: vec![] };
        self.ended(Ok(Lowered { package: format!("p{}", id.0), files: vec![file], ..Lowered::default() }), diagnostics)
    }

    fn support_crate(&self, _: usize, _: &str, _: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        none()
    }
}

/// A set that met a limit: it says so, or traps.
struct Tight(Arc<dyn PluginSet>, FailureKind);

impl PluginSet for Tight {
    fn plugins(&self) -> &[PluginInfo] {
        self.0.plugins()
    }

    fn analyze(&self, _: usize, _: &Arc<SourceFile>, _: &StepContext) -> StepOutcome<Findings> {
        none()
    }

    fn summarise(&self, _: usize, _: Vec<(FileId, Findings)>, _: &StepContext) -> StepOutcome<Summary> {
        none()
    }

    fn index(&self, plugin: usize, file: &Arc<SourceFile>, cx: &StepContext) -> StepOutcome<Vec<u8>> {
        let outcome = self.0.index(plugin, file, cx);
        let error = StepError {
            plugin: "fake".into(),
            version: "1.0.0".into(),
            kind: self.1,
            message: "no more bytes".into(),
            remedy: String::new(),
        };
        StepOutcome { result: Err(error), ..outcome }
    }

    fn link(
        &self,
        plugin: usize,
        indexes: Vec<(FileId, Arc<[u8]>)>,
        cx: &StepContext,
    ) -> StepOutcome<Vec<(FileId, Vec<u8>)>> {
        self.0.link(plugin, indexes, cx)
    }

    fn lower(
        &self,
        plugin: usize,
        file: &Arc<SourceFile>,
        facts: &Arc<[u8]>,
        cx: &StepContext,
    ) -> StepOutcome<Lowered> {
        self.0.lower(plugin, file, facts, cx)
    }

    fn support_crate(&self, _: usize, _: &str, _: &StepContext) -> StepOutcome<Vec<OutputFile>> {
        none()
    }
}

fn checks(rule: Rule) -> Checks {
    let project = Project::new([("a.txt", "é one\ntwo \\ two\n"), ("b.txt", "é three\nfour\n")]);
    let converted = vec!["a.txt".into(), "b.txt".into()];
    let samples = [Sample { name: "both".into(), project: Arc::new(project), converted }];
    let kind = if rule == Rule::Limits { FailureKind::Trap } else { FailureKind::Limit };
    let tight: Arc<dyn PluginSet> = Arc::new(Tight(Fake::set(rule), kind));
    let subject = Subject { set: Fake::set(rule), plugin: 0, tight: Some((tight, 0)) };
    check(&subject, &samples, Effort::of(60), &OsSystem::new())
}

fn failing(checks: &Checks) -> Vec<&str> {
    checks.checks.iter().filter(|check| !check.failures.is_empty()).map(|check| check.name).collect()
}

#[test]
fn a_good_plugin_passes_every_check() {
    let checks = checks(Rule::None);
    assert!(checks.hold(), "{checks}");
    let made: Vec<&str> =
        checks.checks.iter().filter(|check| check.not_run.is_none()).map(|check| check.name).collect();
    assert_eq!(made, ["purity", "order", "totality", "spans", "cancel", "limits", "incremental", "output"], "{checks}");
    assert!(checks.checks.iter().all(|check| check.runs > 0), "{checks}");
}

#[test]
fn each_broken_rule_fails_its_check() {
    let expected: [(Rule, &[&str]); 7] = [
        (Rule::Order, &["purity", "order"]),
        (Rule::Incremental, &["incremental"]),
        (Rule::Totality, &["totality"]),
        (Rule::Spans, &["spans"]),
        (Rule::Cancel, &["cancel"]),
        (Rule::Limits, &["limits"]),
        (Rule::Output, &["output"]),
    ];
    for (rule, wanted) in expected {
        let checks = checks(rule);
        let failing = failing(&checks);
        assert!(!failing.is_empty() && failing.iter().all(|name| wanted.contains(name)), "{rule:?}: {checks}");
    }
}

#[test]
fn a_plugin_that_counts_its_calls_is_not_pure() {
    let checks = checks(Rule::Purity);
    assert!(failing(&checks).contains(&"purity"), "{checks}");
    let purity = &checks.checks[0];
    assert_eq!(purity.failures, ["both: two runs gave different results"]);
}

#[test]
fn without_samples_nothing_is_claimed() {
    let subject = Subject { set: Fake::set(Rule::None), plugin: 0, tight: None };
    let checks = check(&subject, &[], Effort::of(10), &OsSystem::new());
    assert!(!checks.hold() && checks.checks[0].name == "samples", "{checks}");
}
