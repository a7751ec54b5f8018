//! The plugins of a run: the built-in ones, then those given by `--plugin`.

use crate::failure::Failure;
use crate::session::{Session, tell};
use anyhow::Context;
use batuta_runtime::{Aligned, CodeCache, Compiler, Limits, Loader, MAX_COMPONENT, Plugin, PluginEngine, Sandbox};
use batuta_system::System;
use std::path::Path;
use std::sync::Arc;

/// On a page boundary, so that machine code is used where the system mapped it.
static BUNDLE: &Aligned<[u8]> = &Aligned(*include_bytes!(concat!(env!("OUT_DIR"), "/first-party.bundle")));

/// All plugins. Built-in ones are only listed here; the first call loads one.
///
/// # Errors
/// When a component given by flag cannot be used, or the binary was built without plugins.
pub(crate) fn load(session: &Session) -> Result<Sandbox, Failure> {
    let loader = loader(session)?;
    let mut plugins = built_in(&loader, &Limits::first_party())?;
    for path in &session.global.plugins {
        plugins.push(given(session, &loader, path)?);
    }
    Ok(Sandbox::new(plugins))
}

/// Loads plugins, with the user's cache of compiled code.
pub(crate) fn loader(session: &Session) -> Result<Loader, Failure> {
    let engine = Arc::new(PluginEngine::new().context("cannot start the plugin engine")?);
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
