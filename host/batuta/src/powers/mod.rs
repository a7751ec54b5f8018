//! From what the user granted to what a plugin gets.

mod documents;
mod outside;
mod storage;
mod tools;

use crate::session::Session;
use batuta_distribution::Places;
use batuta_distribution::grants::Scope;
use batuta_runtime::plugin_set::PluginInfo;
use batuta_runtime::powers::Powers;
use batuta_system::System;
use std::path::PathBuf;
use std::sync::Arc;

/// What a plugin asks for, in the order of its manifest; what no grant could name is left out.
pub(crate) fn wanted(info: &PluginInfo) -> Vec<Scope> {
    let scope = |(capability, detail): (&str, &str)| {
        let text = if detail.is_empty() { capability.to_owned() } else { format!("{capability}={detail}") };
        text.parse().ok()
    };
    info.manifest.capabilities.iter().filter_map(|it| scope((&it.capability, &it.detail))).collect()
}

/// What of `wanted` is covered by a grant.
pub(crate) fn given(wanted: &[Scope], granted: &[Scope]) -> Vec<Scope> {
    wanted.iter().filter(|want| granted.iter().any(|grant| grant.covers(want))).cloned().collect()
}

/// Make powers of granted scopes.
pub(crate) fn powers(
    session: &Session,
    places: Option<&Places>,
    info: &PluginInfo,
    given: &[Scope],
    project: Option<&PathBuf>,
) -> Powers {
    let system: Arc<dyn System> = session.system.clone();
    let details = |name: &str| -> Vec<String> {
        given.iter().filter(|scope| scope.capability == name).map(|scope| scope.detail.clone()).collect()
    };
    let has = |name: &str| given.iter().any(|scope| scope.capability == name);
    let mut powers =
        Powers { compute: has("compute"), clock: has("clock"), random: has("random"), ..Powers::default() };
    if let Some(places) = places.filter(|_| has("storage")) {
        let folder = storage::folder(places, &info.manifest.name, &info.manifest.version);
        powers.storage = Some(Arc::new(storage::Folder::new(system.clone(), folder)));
    }
    if let Some(places) = places.filter(|_| has("retrieval")) {
        let store = places.data.join("documents.index");
        powers.retrieval = Some(Arc::new(documents::Documents::new(system.clone(), store)));
    }
    let names = details("tools");
    if !names.is_empty() {
        let tools = tools::Confined::new(system.clone(), project.cloned());
        powers.tools = Some((names.into_iter().collect(), Arc::new(tools)));
    }
    let folders = details("read-outside");
    if !folders.is_empty() {
        let folders = folders.into_iter().map(PathBuf::from).collect();
        powers.outside = Some(Arc::new(outside::Folders::new(system.clone(), folders)));
    }
    let variable = |name: String| Some((name.clone(), system.environment(&name)?.into_string().ok()?));
    powers.environment = details("environment").into_iter().filter_map(variable).collect();
    powers
}
