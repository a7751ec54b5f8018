//! `batuta plugin test`: validate, goldens, conformance.

use super::{built, verdict_text};
use crate::args::Format;
use crate::args::authoring::{Effort, Test};
use crate::commands::CommandResult;
use crate::failure::Failure;
use crate::plugins;
use crate::session::{Session, tell};
use anyhow::Context;
use batuta_authoring::conformance::{self, Checks, Subject, tight};
use batuta_authoring::goldens::{self, Outcome, Suite};
use batuta_authoring::validate::{Verdict, validate};
use batuta_pipeline::Options;
use batuta_runtime::model::Role;
use batuta_runtime::plugin_set::PluginSet;
use batuta_runtime::{Limits, Loader, MAX_COMPONENT, Plugin, Sandbox};
use batuta_system::{Kind, System};
use serde::Serialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What a test of a plugin gave.
#[derive(Serialize)]
struct Tested {
    plugin: String,
    passed: bool,
    validate: Verdict,
    goldens: Outcome,
    checks: Checks,
}

/// A plugin to test.
struct Given {
    name: String,
    component: Vec<u8>,
    goldens: PathBuf,
    limits: Limits,
}

pub(super) fn run(session: &Session, test: &Test) -> CommandResult {
    let given = given(session, test)?;
    tested(session, given, &test.effort, test.bless)
}

/// As `test` without arguments in a folder.
pub(super) fn folder(session: &Session, folder: &Path, effort: &Effort) -> CommandResult {
    tested(session, from_folder(session, folder, None)?, effort, false)
}

fn given(session: &Session, test: &Test) -> Result<Given, Failure> {
    let path = Path::new(&test.plugin);
    let stat = session.system.stat(path)?;
    if stat.is_some_and(|stat| stat.kind == Kind::Folder) {
        return from_folder(session, path, test.goldens.clone());
    }
    if stat.is_some() {
        let component = session.system.read(path, MAX_COMPONENT as u64).context("cannot read the plugin")?;
        let beside = || path.parent().unwrap_or(Path::new("")).join("goldens");
        let goldens = test.goldens.clone().unwrap_or_else(beside);
        return Ok(Given { name: test.plugin.clone(), component, goldens, limits: Limits::default() });
    }
    let none = || anyhow::anyhow!("there is no folder, no file and no built-in plugin `{}`", test.plugin);
    let component = plugins::built_in_component(&test.plugin).ok_or_else(none)?.to_vec();
    let goldens = test.goldens.clone().context("say with `--goldens` where the goldens of a built-in plugin are")?;
    Ok(Given { name: test.plugin.clone(), component, goldens, limits: Limits::first_party() })
}

fn from_folder(session: &Session, folder: &Path, goldens: Option<PathBuf>) -> Result<Given, Failure> {
    let (shop, component) = built(session, folder, false)?;
    session.system.write(&shop.component_path(), &component)?;
    let name = shop.component_path().display().to_string();
    let goldens = goldens.unwrap_or_else(|| shop.goldens());
    Ok(Given { name, component, goldens, limits: Limits::default() })
}

fn tested(session: &Session, given: Given, effort: &Effort, bless: bool) -> CommandResult {
    let loader = plugins::loader(session)?;
    let (verdict, plugin) = validate(&loader, &given.name, &given.component, given.limits.clone());
    let Some(plugin) = plugin else {
        let (goldens, checks) = (Outcome::default(), Checks::default());
        return finish(session, Tested { plugin: given.name, passed: false, validate: verdict, goldens, checks });
    };
    let subject = subject(&loader, &given, plugin)?;
    let (goldens, unreadable) = goldens::load(&*session.system, &given.goldens)
        .with_context(|| format!("cannot read the goldens in {}", given.goldens.display()))?;
    tell(&format!("{} goldens\n", goldens.len()));
    let options = Options {
        online: session.global.online,
        cancel: session.cancel.clone(),
        host_supports: crate::supports::supplied(),
        pins: Some(Arc::from(include_str!(env!("BATUTA_LOCK")))),
        jobs: 1,
        ..Options::default()
    };
    let system: Arc<dyn System> = session.system.clone();
    let suite = Suite { system, subject: subject.clone(), options, build: !effort.no_build, bless };
    let mut outcome = suite.check(&goldens);
    outcome.goldens += unreadable.len();
    outcome.failures.extend(unreadable);
    tell("conformance\n");
    let samples = goldens::samples(&goldens, &*subject.set, subject.plugin);
    let effort = conformance::Effort::of(effort.mutations);
    let checks = conformance::check(&subject, &samples, effort, &*session.system);
    let passed = outcome.failures.is_empty() && checks.hold();
    finish(session, Tested { plugin: given.name, passed, validate: verdict, goldens: outcome, checks })
}

/// The plugin beside the analyzers that everybody has, so that files get to it as they do in a run; and once more with tight limits.
fn subject(loader: &Loader, given: &Given, plugin: Plugin) -> Result<Subject, Failure> {
    let is_analyzer = |plugin: &Plugin| plugin.info().manifest.roles.contains(&Role::Analyzer);
    let mut all = Vec::new();
    if !is_analyzer(&plugin) {
        all.extend(plugins::built_in(loader, &Limits::first_party())?.into_iter().filter(is_analyzer));
    }
    let at = all.len();
    all.push(plugin);
    let limited = loader.component(&given.name, &given.component, tight(given.limits.clone())).ok();
    let set: Arc<dyn PluginSet> = Arc::new(Sandbox::new(all));
    let tight = limited.map(|plugin| (Arc::new(Sandbox::new(vec![plugin])) as Arc<dyn PluginSet>, 0));
    Ok(Subject { set, plugin: at, tight })
}

fn finish(session: &Session, tested: Tested) -> CommandResult {
    let code = u8::from(!tested.passed);
    let text = if session.global.format == Format::Json {
        serde_json::to_string_pretty(&tested)? + "\n"
    } else {
        let parts = if tested.validate.is_good() {
            format!("\nGoldens\n{}\nConformance\n{}", tested.goldens, tested.checks)
        } else {
            String::new()
        };
        let end = if tested.passed { "passed" } else { "failed" };
        format!("{}{parts}\n{end}\n", verdict_text(&tested.plugin, &tested.validate))
    };
    session.print(&text)?;
    Ok(code)
}
