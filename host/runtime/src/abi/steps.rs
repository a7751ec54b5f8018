//! One step each: the call of an exported function of one version, with handles for what it is given, and the judgement of what
//! comes back.
//!
//! Each version has bindings of its own, so this file is a module of each whose functions are the same.

use super::exports;
use crate::abi::latest::convert;
use crate::call::{Ended, forbidden, lend, push_blob, refused, take_blob, trapped};
use crate::model::*;
use crate::plugin_set::StepContext;
use crate::state::State;
use crate::validate;
use std::collections::BTreeSet;
use std::sync::Arc;
use wasmtime::Store;
use wasmtime::component::{Instance, Resource};

pub(crate) fn analyze(
    store: &mut Store<State>,
    instance: &Instance,
    file: &Arc<SourceFile>,
    cx: &StepContext,
) -> Ended<Findings> {
    let role = super::analyzer::Role::new(&mut *store, instance).map_err(trapped)?;
    let handle = lend(store, file)?;
    let settings = convert::settings(&cx.settings);
    let findings = role.batuta_plugin_analyzer().call_analyze(&mut *store, handle, &settings).map_err(trapped)?;
    validate::findings(exports::findings(findings.map_err(refused)?), file.bytes.len() as u64).map_err(forbidden)
}

pub(crate) fn summarise(
    store: &mut Store<State>,
    instance: &Instance,
    files: Vec<(FileId, Findings)>,
    cx: &StepContext,
) -> Ended<Summary> {
    let role = super::analyzer::Role::new(&mut *store, instance).map_err(trapped)?;
    let ids: BTreeSet<FileId> = files.iter().map(|(id, _)| *id).collect();
    store.data_mut().call.project = ids.clone();
    let files: Vec<_> = files.into_iter().map(|(id, it)| (id.0, exports::findings_back(it))).collect();
    let settings = convert::settings(&cx.settings);
    let summary = super::call_summarise(&role, store, &files, &cx.known, &settings).map_err(trapped)?;
    validate::summary(exports::summary(summary.map_err(refused)?), &ids).map_err(forbidden)
}

pub(crate) fn ask(store: &mut Store<State>, instance: &Instance, question: &str, cx: &StepContext) -> Ended<Answer> {
    let role = super::oracle::Role::new(&mut *store, instance).map_err(trapped)?;
    let settings = convert::settings(&cx.settings);
    let answer = role.batuta_plugin_oracle().call_ask(&mut *store, question, &settings).map_err(trapped)?;
    validate::answer(exports::answer(answer.map_err(refused)?)).map_err(forbidden)
}

pub(crate) fn describe_graph(store: &mut Store<State>, instance: &Instance) -> Ended<String> {
    let role = super::oracle::Role::new(&mut *store, instance).map_err(trapped)?;
    let graph = role.batuta_plugin_oracle().call_describe_graph(&mut *store).map_err(trapped)?;
    validate::graph(graph.map_err(refused)?).map_err(forbidden)
}

pub(crate) fn optimize(
    store: &mut Store<State>,
    instance: &Instance,
    unit: &Arc<SourceFile>,
    operations: &[Operation],
    cx: &StepContext,
) -> Ended<Optimized> {
    let role = super::optimizer::Role::new(&mut *store, instance).map_err(trapped)?;
    let handle = lend(store, unit)?;
    let settings = convert::settings(&cx.settings);
    let operations: Option<Vec<_>> = operations.iter().map(exports::optimizer_operation).collect();
    let operations = operations.ok_or_else(|| forbidden("was given an element type that has no name".into()))?;
    let optimized =
        role.batuta_plugin_optimizer().call_optimize(&mut *store, handle, &operations, &settings).map_err(trapped)?;
    let numbers = operations.iter().map(|it| it.id).collect();
    validate::optimized(exports::optimized(optimized.map_err(refused)?), unit, &numbers).map_err(forbidden)
}

pub(crate) fn operations(store: &mut Store<State>, instance: &Instance) -> Ended<Vec<Offer>> {
    let role = super::backend::Role::new(&mut *store, instance).map_err(trapped)?;
    let offers = role.batuta_plugin_backend().call_operations(&mut *store).map_err(trapped)?;
    validate::offers(offers.into_iter().map(exports::offer).collect()).map_err(forbidden)
}

pub(crate) fn emit(store: &mut Store<State>, instance: &Instance, site: &Operation) -> Ended<Stub> {
    let role = super::backend::Role::new(&mut *store, instance).map_err(trapped)?;
    let site = exports::backend_operation(site);
    let site = site.ok_or_else(|| forbidden("was given an element type that has no name".into()))?;
    let stub = role.batuta_plugin_backend().call_emit(&mut *store, &site).map_err(trapped)?;
    validate::stub(exports::stub(stub.map_err(refused)?)).map_err(forbidden)
}

pub(crate) fn index(
    store: &mut Store<State>,
    instance: &Instance,
    file: &Arc<SourceFile>,
    cx: &StepContext,
) -> Ended<Vec<u8>> {
    let role = super::transpiler::Role::new(&mut *store, instance).map_err(trapped)?;
    let handle = lend(store, file)?;
    let settings = convert::settings(&cx.settings);
    let blob = role.batuta_plugin_transpiler().call_index(&mut *store, handle, &settings).map_err(trapped)?;
    take_blob(store, blob.map_err(refused)?)
}

pub(crate) fn link(
    store: &mut Store<State>,
    instance: &Instance,
    indexes: Vec<(FileId, Arc<[u8]>)>,
    cx: &StepContext,
) -> Ended<Vec<(FileId, Vec<u8>)>> {
    let role = super::transpiler::Role::new(&mut *store, instance).map_err(trapped)?;
    let ids: BTreeSet<FileId> = indexes.iter().map(|(id, _)| *id).collect();
    store.data_mut().call.project = ids.clone();
    // One handle per file is the host's doing, not the plugin's.
    let handles = store.data().call.limits.handles + 2 * indexes.len();
    store.data_mut().table.set_max_capacity(handles);
    store.set_max_component_handles(handles);
    let blobs: Ended<Vec<_>> = indexes.into_iter().map(|(id, bytes)| Ok((id.0, push_blob(store, bytes)?))).collect();
    let settings = convert::settings(&cx.settings);
    let slices = role.batuta_plugin_transpiler().call_link(&mut *store, &blobs?, &settings).map_err(trapped)?;
    let slices: Ended<Vec<_>> =
        slices.map_err(refused)?.into_iter().map(|(id, blob)| Ok((FileId(id), take_blob(store, blob)?))).collect();
    validate::link(slices?, &ids).map_err(forbidden)
}

pub(crate) fn lower(
    store: &mut Store<State>,
    instance: &Instance,
    file: &Arc<SourceFile>,
    facts: &Arc<[u8]>,
    cx: &StepContext,
) -> Ended<Lowered> {
    let role = super::transpiler::Role::new(&mut *store, instance).map_err(trapped)?;
    let handle = lend(store, file)?;
    let facts = push_blob(store, facts.clone())?;
    let facts = Resource::new_borrow(facts.rep());
    let settings = convert::settings(&cx.settings);
    let lowered = role.batuta_plugin_transpiler().call_lower(&mut *store, handle, facts, &settings).map_err(trapped)?;
    let mut lowered = lowered.map_err(refused)?;
    let files = take_outputs(store, std::mem::take(&mut lowered.files))?;
    let state = store.data();
    validate::lowered(exports::lowered(lowered, files), &state.call.known, state.call.limits.files).map_err(forbidden)
}

pub(crate) fn support_crate(store: &mut Store<State>, instance: &Instance, name: &str) -> Ended<Vec<OutputFile>> {
    let role = super::transpiler::Role::new(&mut *store, instance).map_err(trapped)?;
    let files = role.batuta_plugin_transpiler().call_support_crate(&mut *store, name).map_err(trapped)?;
    let files = take_outputs(store, files.map_err(refused)?)?;
    validate::support_crate(name, files, store.data().call.limits.files).map_err(forbidden)
}

fn take_outputs(
    store: &mut Store<State>,
    files: Vec<super::transpiler::exports::batuta::plugin::transpiler::Output>,
) -> Ended<Vec<OutputFile>> {
    files
        .into_iter()
        .map(|file| Ok(exports::output(file.path, take_blob(store, file.content)?, file.origins)))
        .collect()
}
