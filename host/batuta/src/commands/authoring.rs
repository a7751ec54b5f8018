//! `batuta plugin new`, `build`, `dev`, `test` and `validate`

mod test;

use super::CommandResult;
use super::plugin::size_text;
use crate::args::Format;
use crate::args::authoring::{Authoring, Build, Dev, Kind, Lang, New};
use crate::failure::Failure;
use crate::plugins;
use crate::session::{Session, tell};
use anyhow::Context;
use batuta_authoring::scaffold;
use batuta_authoring::validate::{self, Verdict, Weight};
use batuta_authoring::workshop::{self, Missing, Workshop};
use batuta_runtime::{Limits, MAX_COMPONENT};
use batuta_system::{Kind as FileKind, System};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How often a folder is looked at by `dev`.
const POLL: Duration = Duration::from_millis(300);

/// Write, build or test a plugin.
pub(crate) fn run(session: &Session, command: Authoring) -> CommandResult {
    match command {
        Authoring::New(new) => create(session, new),
        Authoring::Build(build) => make(session, &build),
        Authoring::Dev(dev) => watch(session, &dev),
        Authoring::Test(test) => test::run(session, &test),
        Authoring::Validate { plugin } => judge(session, &plugin),
    }
}

/// An error of a workshop, with what installs a missing tool.
fn trouble(error: anyhow::Error) -> Failure {
    match error.downcast_ref::<Missing>().map(|missing| missing.install.clone()) {
        Some(install) => Failure::with_remedy(error, install),
        None => error.into(),
    }
}

fn create(session: &Session, new: New) -> CommandResult {
    let kind = match new.kind {
        Kind::Transpiler => scaffold::Kind::Transpiler,
        Kind::Analyzer => scaffold::Kind::Analyzer,
    };
    let lang = match new.lang {
        Lang::Rust => scaffold::Lang::Rust,
        Lang::Python => scaffold::Lang::Python,
        Lang::JavaScript => scaffold::Lang::JavaScript,
    };
    let folder = new.folder.unwrap_or_else(|| PathBuf::from(&new.name));
    let files = workshop::create(&*session.system, &folder, &new.name, kind, lang)?;
    let own = files.iter().filter(|path| !path.starts_with("sdk/") && !path.starts_with("wit/"));
    let shown = folder.display().to_string();
    let text = if session.global.format == Format::Json {
        serde_json::to_string_pretty(&serde_json::json!({ "folder": shown, "files": files }))? + "\n"
    } else {
        let list: String = own.map(|path| format!("  {path}\n")).collect();
        format!("{} {kind} in {lang}, in {shown}\n{list}Next: batuta plugin test {shown}\n", new.name)
    };
    session.print(&text)?;
    Ok(0)
}

/// A plugin's folder, and its component just built, with names and lines when `debug`.
fn built(session: &Session, folder: &Path, debug: bool) -> Result<(Workshop, Vec<u8>), Failure> {
    let shop = Workshop::open(session.system.clone(), folder)?.debugged(debug);
    tell(&format!("building {}\n", folder.display()));
    let component = shop.build().map_err(trouble)?;
    Ok((shop, component))
}

fn make(session: &Session, build: &Build) -> CommandResult {
    let (shop, component) = built(session, &build.folder, build.debug)?;
    let path = build.output.clone().unwrap_or_else(|| shop.component_path());
    let (verdict, _) =
        validate::validate(&plugins::loader(session)?, &path.display().to_string(), &component, Limits::default());
    if verdict.is_good() {
        session.system.write(&path, &component).with_context(|| format!("cannot write {}", path.display()))?;
    }
    show(session, &path.display().to_string(), &verdict)
}

fn judge(session: &Session, plugin: &Path) -> CommandResult {
    let source = plugin.display().to_string();
    let is_folder = session.system.stat(plugin)?.is_some_and(|stat| stat.kind == FileKind::Folder);
    let bytes = if is_folder {
        built(session, plugin, false)?.1
    } else {
        session.system.read(plugin, 2 * MAX_COMPONENT as u64).with_context(|| format!("cannot look at {source}"))?
    };
    let (verdict, _) = validate::validate(&plugins::loader(session)?, &source, &bytes, Limits::default());
    show(session, &source, &verdict)
}

fn show(session: &Session, source: &str, verdict: &Verdict) -> CommandResult {
    let text = if session.global.format == Format::Json {
        serde_json::to_string_pretty(verdict)? + "\n"
    } else {
        verdict_text(source, verdict)
    };
    session.print(&text)?;
    Ok(u8::from(!verdict.is_good()))
}

fn verdict_text(source: &str, verdict: &Verdict) -> String {
    let none = |list: &[String]| if list.is_empty() { "none".to_owned() } else { list.join(", ") };
    let mut text = format!("{source}\n  size         {}\n", size_text(verdict.size));
    if let Some(manifest) = &verdict.manifest {
        text += &format!("  plugin       {} {}\n", manifest.name, manifest.version);
        let wanted: Vec<String> = manifest.capabilities.iter().map(|it| it.capability.clone()).collect();
        text += &format!("  asks for     {}\n", none(&wanted));
    }
    text += &format!("  ABI          {}\n", verdict.abi.as_deref().unwrap_or("unknown"));
    text += &format!("  worlds       {}\n", none(&verdict.worlds));
    text += &format!("  imports      {}\n", none(&verdict.imports));
    for problem in &verdict.problems {
        let mark = if problem.weight == Weight::Error { '✘' } else { '!' };
        text += &format!("  {mark}  {}\n     try: {}\n", problem.message, problem.remedy);
    }
    if verdict.is_good() {
        text += "  ✔  it loads and says what it is\n";
    }
    text
}

/// Build and test now, and again whenever something changed. What fails is said, and waited for.
fn watch(session: &Session, dev: &Dev) -> CommandResult {
    let shop = Workshop::open(session.system.clone(), &dev.folder)?;
    session.catch_interrupts();
    let mut seen = String::new();
    let mut runs = 0;
    let mut code = 0;
    while !session.cancel.is_cancelled() && dev.runs.is_none_or(|most| runs < most) {
        let now = shop.stamp()?;
        if now == seen {
            std::thread::sleep(POLL);
            continue;
        }
        seen = now;
        runs += 1;
        code = match test::folder(session, &dev.folder, &dev.effort) {
            Ok(code) => code,
            Err(failure) => {
                tell(&format!("{failure}\n"));
                1
            }
        };
        if dev.runs.is_none_or(|most| runs < most) {
            tell("waiting for a change; Ctrl-C ends it\n");
        }
    }
    Ok(code)
}
