//! [`Loader`]: from bytes to plugins.

use crate::abi::{Abi, latest, v0_1_0};
use crate::artifact::{self, Trusted};
use crate::bundle::{Bundle, BundleError, Member};
use crate::cache::{CodeCache, Description, entry_name};
use crate::call::Ready;
use crate::compile::Compiler;
use crate::engine::PluginEngine;
use crate::limits::Limits;
use crate::load::{Inspection, LoadError, LoadKind, inspect};
use crate::model::{Digest, Manifest};
use crate::plugin_set::PluginInfo;
use crate::sandbox::Plugin;
use crate::state::{Equipment, Label, State};
use std::sync::{Arc, OnceLock};
use wasmtime::component::{Component, Linker};

/// Loads plugins for one engine. Cheap to clone.
#[derive(Clone)]
pub struct Loader(Arc<Inner>);

struct Inner {
    engine: Arc<PluginEngine>,
    compiler: Compiler,
    cache: Option<CodeCache>,
    notice: Option<Notice>,
    linkers: [OnceLock<Result<Linker<State>, String>>; 2],
}

/// Told the name of a plugin before it is compiled, which takes about a second per megabyte.
pub type Notice = Box<dyn Fn(&str) + Send + Sync>;

impl Loader {
    /// A loader that compiles in this process and keeps nothing.
    pub fn new(engine: Arc<PluginEngine>) -> Self {
        Loader::with(engine, Compiler::in_process(), None, None)
    }

    /// A loader with a compiler for components of unknown origin, a cache for what was compiled, and somebody who is told before
    /// anything is compiled.
    pub fn with(
        engine: Arc<PluginEngine>,
        compiler: Compiler,
        cache: Option<CodeCache>,
        notice: Option<Notice>,
    ) -> Self {
        Loader(Arc::new(Inner { engine, compiler, cache, notice, linkers: Default::default() }))
    }

    /// Load a component; `source` (a path, say) names it in errors. What the cache has is neither validated, compiled nor asked
    /// what it is.
    ///
    /// # Errors
    /// [`LoadError`] for anything that is no sane plugin; the run can go on without it.
    pub fn component(&self, source: &str, bytes: &[u8], limits: Limits) -> Result<Plugin, LoadError> {
        let name = entry_name(Digest::of(bytes), &self.0.engine.compatibility());
        if let Some(plugin) = self.cached(source, &name, &limits) {
            return Ok(plugin);
        }
        let inspection = inspect(source, bytes)?;
        self.0.tell(source);
        let code = self.0.compiler.compile(&self.0.engine, source, bytes)?;
        let component =
            artifact::load(&self.0.engine, Trusted::Checked(&code)).map_err(|error| unloadable(source, &error))?;
        let mut ready = self.0.ready(source, &component, (&inspection.abi, inspection.wasi), limits)?;
        let manifest = describe(&ready, source, &inspection)?;
        ready.label = label(&manifest);
        let info = PluginInfo { manifest, digest: inspection.digest, abi: inspection.abi, source: source.to_string() };
        if let Some(cache) = &self.0.cache {
            cache.store(&name, &Description { info: info.clone(), wasi: inspection.wasi }, &code);
        }
        Ok(Plugin::loaded(info, ready))
    }

    /// The plugin as the cache has it.
    fn cached(&self, source: &str, name: &str, limits: &Limits) -> Option<Plugin> {
        let (description, entry) = self.0.cache.as_ref()?.load(name)?;
        let component = artifact::load(&self.0.engine, Trusted::Checked(entry.code())).ok()?;
        let mut ready =
            self.0.ready(source, &component, (&description.info.abi, description.wasi), limits.clone()).ok()?;
        ready.label = label(&description.info.manifest);
        Some(Plugin::loaded(PluginInfo { source: source.to_string(), ..description.info }, ready))
    }

    /// The plugins of an embedded bundle. Only its index is read: code is loaded by the first call of a plugin, and compiled again
    /// only where it was compiled for another processor or engine.
    ///
    /// # Errors
    /// When the bytes are no bundle.
    pub fn bundle(&self, bytes: &'static [u8], limits: &Limits) -> Result<Vec<Plugin>, BundleError> {
        let (bundle, members) = Bundle::open(bytes)?;
        let plugin = |member: Member| {
            let (loader, limits) = (self.clone(), limits.clone());
            Plugin::lazy(member.description.info.clone(), move || loader.embedded(bundle, &member, limits.clone()))
        };
        Ok(members.into_iter().map(plugin).collect())
    }

    fn embedded(&self, bundle: Bundle, member: &Member, limits: Limits) -> Result<Ready, LoadError> {
        let Description { info, wasi } = &member.description;
        let name = &info.manifest.name;
        let component = match artifact::load(&self.0.engine, Trusted::Embedded(bundle.code(member))) {
            Ok(component) => component,
            Err(error) => {
                tracing::info!(plugin = name, %error, "the embedded code is for another machine");
                self.recompiled(name, bundle.component(member), &member.description)?
            }
        };
        let mut ready = self.0.ready(name, &component, (&info.abi, *wasi), limits)?;
        ready.label = label(&info.manifest);
        Ok(ready)
    }

    /// An embedded plugin on another machine: from the cache, or compiled once.
    fn recompiled(&self, source: &str, bytes: &[u8], description: &Description) -> Result<Component, LoadError> {
        let name = entry_name(description.info.digest, &self.0.engine.compatibility());
        let kept = self.0.cache.as_ref().and_then(|cache| cache.load(&name));
        if let Some(component) =
            kept.and_then(|(_, entry)| artifact::load(&self.0.engine, Trusted::Checked(entry.code())).ok())
        {
            return Ok(component);
        }
        self.0.tell(source);
        let code = Compiler::in_process().compile(&self.0.engine, source, bytes)?;
        if let Some(cache) = &self.0.cache {
            cache.store(&name, description, &code);
        }
        artifact::load(&self.0.engine, Trusted::Checked(&code)).map_err(|error| unloadable(source, &error))
    }
}

impl Inner {
    fn tell(&self, source: &str) {
        if let Some(notice) = &self.notice {
            notice(source);
        }
    }

    /// Link a compiled component that was built for a version of the ABI and imports WASI or not.
    fn ready(
        &self,
        source: &str,
        component: &Component,
        (abi, wasi): (&str, bool),
        limits: Limits,
    ) -> Result<Ready, LoadError> {
        let incompatible = || {
            let message = format!("it was built for ABI {abi}, which this batuta does not serve");
            LoadError::new(
                source,
                LoadKind::Incompatible,
                message,
                "get versions of batuta and the plugin that fit each other",
            )
        };
        let abi = Abi::named(abi).ok_or_else(incompatible)?;
        let pre = self
            .linker(wasi)
            .and_then(|linker| linker.instantiate_pre(component).map_err(|error| format!("{error:#}")))
            .map_err(|message| {
                let message = crate::text::clean(&format!("it does not fit this host: {message}"), 1024);
                let remedy = "build it against the worlds in `wit/` of this version of batuta";
                LoadError::new(source, LoadKind::UnknownImports, message, remedy)
            })?;
        let label = Arc::new(Label { name: source.to_string(), version: "of unknown version".into() });
        Ok(Ready {
            engine: self.engine.clone(),
            pre,
            abi,
            label,
            limits: Arc::new(limits),
            equipment: Equipment::default(),
        })
    }

    /// The linker for pure plugins, or the one for those that import WASI.
    fn linker(&self, wasi: bool) -> Result<&Linker<State>, String> {
        let make = || {
            let mut linker = Linker::new(self.engine.raw());
            latest::add_to_linker(&mut linker)?;
            v0_1_0::add_to_linker(&mut linker)?;
            if wasi {
                crate::wasi::add_to_linker(&mut linker)?;
            }
            Ok(linker)
        };
        let made = self.linkers[usize::from(wasi)]
            .get_or_init(|| make().map_err(|error: wasmtime::Error| format!("{error:#}")));
        made.as_ref().map_err(Clone::clone)
    }
}

/// Ask a plugin what it is.
fn describe(ready: &Ready, source: &str, inspection: &Inspection) -> Result<Manifest, LoadError> {
    let outcome = crate::sandbox::on_guest_stack(|| ready.describe(&inspection.roles));
    outcome.result.map_err(|error| {
        let message = format!("it cannot say what it is: {}", error.message);
        LoadError::new(source, LoadKind::Manifest, message, "report this to the plugin's author")
    })
}

fn label(manifest: &Manifest) -> Arc<Label> {
    Arc::new(Label { name: manifest.name.clone(), version: manifest.version.clone() })
}

fn unloadable(source: &str, error: &wasmtime::Error) -> LoadError {
    let message = crate::text::clean(&format!("its compiled code cannot be loaded: {error:#}"), 1024);
    LoadError::new(
        source,
        LoadKind::Compile,
        message,
        "build it with smaller memories and tables; otherwise report this to batuta's authors",
    )
}
