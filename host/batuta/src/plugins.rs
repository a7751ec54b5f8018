//! The plugins of a run: the built-in ones, those that the user's lock and the project's name, then those given by `--plugin`; each
//! with what the user granted it.

use crate::failure::Failure;
use crate::house::House;
use crate::session::{Session, tell};
use crate::traps::TrapPrinter;
use anyhow::Context;
use batuta_distribution::{Locked, Places, Store};
use batuta_runtime::plugin_set::PluginInfo;
use batuta_runtime::{
    Aligned, CodeCache, Compiler, INTERRUPTION, Interruption, Limits, Loader, MAX_COMPONENT, Plugin, PluginEngine,
    Sandbox,
};
use batuta_system::System;
use std::path::Path;
use std::sync::Arc;

/// On a page boundary, so that machine code is used where the system mapped it.
static BUNDLE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/first-party.bundle")));

/// All plugins, those with a name in `preferred` behind the others, where the pipeline prefers them. Built-in ones are only listed here; the first call loads one.
///
/// # Errors
/// When a component given by flag cannot be used, or the binary was built without plugins.
pub(crate) fn load(session: &Session, input: Option<&Path>, preferred: &[&str]) -> Result<Sandbox, Failure> {
    let loader = loader(session)?;
    let house = House::of(session, input)?;
    let mut plugins = built_in(&loader, &Limits::first_party())?;
    for locked in house.locked()? {
        plugins.push(stored(session, &loader, &house, &locked)?);
    }
    for path in &session.global.plugins {
        plugins.push(given(session, &loader, path)?);
    }
    // The pipeline prefers what comes later. A stable sort: what nobody named keeps its order.
    plugins.sort_by_key(|plugin| {
        preferred.iter().position(|name| *name == plugin.info().manifest.name).map(|at| preferred.len() - at)
    });
    Ok(Sandbox::new(plugins.into_iter().map(|plugin| house.equip(plugin)).collect()))
}

/// A locked plugin, from the user's store.
fn stored(session: &Session, loader: &Loader, house: &House<'_>, locked: &Locked) -> Result<Plugin, Failure> {
    let name = format!("{} {}", locked.name, locked.version);
    let places = house.places.as_ref().ok_or_else(no_home)?;
    let bytes = Store::new(&*session.system, places.plugins()).get(locked).map_err(|error| {
        let remedy = match &error {
            batuta_distribution::Error::Unknown { .. } => {
                format!("`batuta plugin fetch` gets it from {}", locked.source)
            }
            error => error.remedy(),
        };
        Failure::with_remedy(
            anyhow::Error::new(error).context(format!("cannot load {name}, which batuta.lock names")),
            remedy,
        )
    })?;
    checked(loader, &name, &bytes)
}

/// What is said where the user has no home.
pub(crate) fn no_home() -> Failure {
    let error = anyhow::anyhow!("there is no folder for your plugins and grants");
    Failure::with_remedy(error, "set HOME, or XDG_CONFIG_HOME and XDG_DATA_HOME")
}

/// Loads plugins, with the user's cache of compiled code.
pub(crate) fn loader(session: &Session) -> Result<Loader, Failure> {
    let engine = Arc::new(engine(session).context("cannot start the plugin engine")?);
    let cache = session.cache_folder().and_then(|folder| match open_cache(session, &folder) {
        Ok(cache) => Some(cache),
        Err(error) => {
            tracing::warn!("plugins will be compiled at each run: {error}");
            None
        }
    });
    let compiler = std::env::current_exe().map_or_else(|_| Compiler::in_process(), Compiler::in_child);
    let notice = Box::new(|plugin: &str| tell(&format!("compiling plugin {plugin}; this is done once\n")));
    Ok(Loader::with(engine, compiler, cache, Some(notice)))
}

/// The engine that the global flags ask for.
fn engine(session: &Session) -> anyhow::Result<PluginEngine> {
    let global = &session.global;
    let interruption = if global.deterministic { Interruption::Counted } else { INTERRUPTION };
    if !global.guest_backtrace && global.core_dumps.is_none() {
        return PluginEngine::with_interruption(interruption);
    }
    let debugger = TrapPrinter::new(session.system.clone(), global.core_dumps.clone())?;
    PluginEngine::with_debugger(interruption, Arc::new(debugger))
}

fn open_cache(session: &Session, folder: &Path) -> anyhow::Result<CodeCache> {
    session.system.create_dir(folder)?;
    Ok(CodeCache::open(&folder.join("code"))?)
}

/// The plugins of the bundle.
///
/// # Errors
/// When the binary was built without.
pub(crate) fn built_in(loader: &Loader, limits: &Limits) -> Result<Vec<Plugin>, Failure> {
    if BUNDLE.0.is_empty() {
        let error = anyhow::anyhow!("this binary was built without plugins");
        return Err(Failure::with_remedy(error, "build it with `cargo dev build`"));
    }
    Ok(loader.bundle(&BUNDLE.0, limits).context("cannot read the embedded plugins")?)
}

/// The components of the built-in plugins, by name.
pub(crate) fn built_in_component(name: &str) -> Option<&'static [u8]> {
    let components = batuta_runtime::bundle_components(&BUNDLE.0).ok()?;
    components.into_iter().find(|(info, _)| info.manifest.name == name).map(|(_, bytes)| bytes)
}

/// The bytes of a plugin that a run would use: embedded, in the user's store, or in the file that was named; exactly those with its
/// digest.
///
/// # Errors
/// When they cannot be read, or are others by now.
pub(crate) fn component(session: &Session, info: &PluginInfo) -> Result<Vec<u8>, Failure> {
    let digest = format!("sha256:{}", info.digest);
    let matches = |bytes: &[u8]| batuta_distribution::digest(bytes) == digest;
    if let Some(bytes) = built_in_component(&info.manifest.name).filter(|bytes| matches(bytes)) {
        return Ok(bytes.to_vec());
    }
    let stored = |places: Places| Store::new(&*session.system, places.plugins()).by_digest(&digest).ok();
    if let Some(bytes) = Places::of_user(&*session.system).and_then(stored) {
        return Ok(bytes);
    }
    let bytes = session.system.read(Path::new(&info.source), MAX_COMPONENT as u64).context("cannot read the plugin")?;
    batuta_distribution::store::check(&info.source, &digest, &bytes).map_err(Failure::of)?;
    Ok(bytes)
}

/// The plugin in a component's file.
///
/// # Errors
/// When it cannot be read or is no plugin for this host.
pub(crate) fn given(session: &Session, loader: &Loader, path: &Path) -> Result<Plugin, Failure> {
    let source = path.display().to_string();
    let bytes =
        session.system.read(path, MAX_COMPONENT as u64).with_context(|| format!("cannot use {source} as a plugin"))?;
    checked(loader, &source, &bytes)
}

/// The plugin that a component is; `source` names it in errors.
///
/// # Errors
/// When it is no plugin for this host.
pub(crate) fn checked(loader: &Loader, source: &str, bytes: &[u8]) -> Result<Plugin, Failure> {
    loader.component(source, bytes, Limits::default()).map_err(|error| {
        let remedy = error.remedy.clone();
        Failure::with_remedy(anyhow::Error::new(error).context(format!("cannot use {source} as a plugin")), remedy)
    })
}
