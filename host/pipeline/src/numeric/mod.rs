//! Numeric operations: an optimizer chooses a backend for each site, and the backend's text becomes the body of the site's stub.
//!
//! The language's runtime does every operation that gets no body, so whatever goes wrong here costs speed and nothing else.

mod choose;
mod stub;

use crate::codes;
use crate::error::{Error, Result};
use crate::finding::HostFinding;
use crate::options::Options;
use crate::report::{Alternative, Phase};
use crate::steps::Steps;
use crate::transpilation::{Transpilation, Unit};
use batuta_runtime::model::{Lowered, Offer, Operand, Operation, Role, Severity, Span, Stub};
use batuta_system::System;
use choose::Chosen;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A decision before its place is known by line.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub(crate) site: Operation,
    pub(crate) backend: Option<String>,
    pub(crate) why: String,
    pub(crate) alternatives: Vec<Alternative>,
}

/// A backend and what it offers.
pub(crate) struct Backend {
    plugin: usize,
    name: String,
    offers: Vec<Offer>,
}

impl Backend {
    /// Its offer for a site, if it has one.
    pub(crate) fn offer(&self, site: &Operation) -> Option<&Offer> {
        let family = site.name.split('.').next().unwrap_or(&site.name);
        let fits = |offer: &&Offer| {
            offer.name == family && site.operands.iter().all(|operand| offer.kinds.contains(&operand.kind))
        };
        self.offers.iter().find(fits)
    }
}

/// What the bodies are checked with.
pub(crate) struct Checks<'a> {
    pub(crate) system: &'a dyn System,
    pub(crate) folder: &'a Path,
    /// Crates of the registry that output may use.
    pub(crate) registry: BTreeSet<String>,
    /// Crates that the host supplies.
    pub(crate) supplied: BTreeSet<String>,
}

/// Give the sites of all units their bodies.
///
/// # Errors
/// When the user named a backend that is not there.
pub(crate) fn give_bodies(
    steps: &Steps,
    checks: &Checks<'_>,
    transpilation: &mut Transpilation,
    options: &Options,
    findings: &mut Vec<HostFinding>,
) -> Result<()> {
    let wish = wish(steps, options.backend.as_deref())?;
    let any = |unit: &Unit| unit.lowered.as_ref().is_some_and(|lowered| !lowered.operations.is_empty());
    if !transpilation.units.iter().any(any) {
        return Ok(());
    }
    let backends = if wish.as_deref() == Some(NONE) { Vec::new() } else { backends(steps, findings) };
    for unit in transpilation.units.iter_mut().filter(|unit| any(unit)) {
        if let Some(mut lowered) = unit.lowered.take() {
            let (decisions, bodies) = give_unit(steps, checks, &mut lowered, &backends, wish.as_deref(), findings);
            unit.decisions = decisions;
            if !bodies.is_empty() {
                unit.plain = Some(lowered.clone());
                stub::insert(&mut lowered, &bodies);
            }
            unit.lowered = Some(lowered);
        }
    }
    Ok(())
}

/// What switches backends off.
const NONE: &str = "none";

/// The name of the plugin that the user wants.
fn wish(steps: &Steps, given: Option<&str>) -> Result<Option<String>> {
    let Some(given) = given else { return Ok(None) };
    if given == NONE {
        return Ok(Some(given.to_owned()));
    }
    let names: Vec<&str> = steps.with_role(Role::Backend).into_iter().map(|plugin| steps.name(plugin)).collect();
    let found = names.iter().find(|name| **name == given || name.strip_prefix("backend-") == Some(given));
    match found {
        Some(name) => Ok(Some((*name).to_owned())),
        None => {
            let known: Vec<&str> = names.iter().map(|name| name.strip_prefix("backend-").unwrap_or(name)).collect();
            let known =
                if known.is_empty() { "there is none".to_owned() } else { format!("known: {}", known.join(", ")) };
            Err(Error::blocked(format!("no backend is called `{given}` ({known}; `none` uses none)")))
        }
    }
}

fn backends(steps: &Steps, findings: &mut Vec<HostFinding>) -> Vec<Backend> {
    let mut all: Vec<Backend> = vec![];
    for plugin in steps.with_role(Role::Backend) {
        let name = steps.name(plugin).to_owned();
        let done =
            steps.run(Phase::Transpilation, plugin, "operations", &[], |cx| steps.plugins.operations(plugin, cx));
        match done.result {
            // A plugin given by flag comes after the built-in one of the same name, and replaces it.
            Ok(offers) => {
                all.retain(|other| other.name != name);
                all.push(Backend { plugin, name, offers });
            }
            Err(error) => findings.push(warning(codes::NO_BODY, error.message).help(error.remedy).of_plugin(&name)),
        }
    }
    all
}

fn warning(code: &'static str, message: impl Into<String>) -> HostFinding {
    HostFinding::new(Severity::Warning, code, message)
}

fn give_unit(
    steps: &Steps,
    checks: &Checks<'_>,
    lowered: &mut Lowered,
    backends: &[Backend],
    wish: Option<&str>,
    findings: &mut Vec<HostFinding>,
) -> (Vec<Decided>, Bodies) {
    let chosen = choose::choose(steps, lowered, backends, wish, findings);
    let mut bodies = Bodies::new();
    let mut decisions = vec![];
    for site in lowered.operations.clone() {
        let alternatives = alternatives(backends, &site);
        let Chosen { backend, why } = chosen.of(&site);
        let mut decided = Decided { site, backend: None, why, alternatives };
        if let Some(backend) = backend.and_then(|name| backends.iter().find(|it| it.name == name)) {
            match body(steps, checks, backend, &decided.site) {
                Ok(stub) => {
                    decided.backend = Some(backend.name.clone());
                    bodies.insert(decided.site.id, (backend.name.clone(), stub));
                }
                Err((code, why)) => {
                    let message = format!("`{}` stays with the runtime: {why}", decided.site.name);
                    findings.push(warning(code, message).at(decided.site.at).of_plugin(&backend.name));
                    decided.why = why;
                }
            }
        }
        decisions.push(decided);
    }
    for id in stub::unparsable(checks, &lowered.operations, &bodies) {
        let Some((name, _)) = bodies.remove(&id) else { continue };
        let Some(decided) = decisions.iter_mut().find(|it| it.site.id == id) else { continue };
        decided.backend = None;
        decided.why = format!("{name} gave text that is no Rust");
        let message = format!("`{}` stays with the runtime: {}", decided.site.name, decided.why);
        findings.push(warning(codes::BAD_BODY, message).at(decided.site.at).of_plugin(&name));
    }
    (decisions, bodies)
}

/// Backends and stubs by the number of the site.
type Bodies = BTreeMap<u32, (String, Stub)>;

/// Whether any unit has a body that a backend gave.
pub(crate) fn has_bodies(transpilation: &Transpilation) -> bool {
    transpilation.units.iter().any(|unit| unit.plain.is_some())
}

/// The Rust of the units with bodies, to put them back.
pub(crate) type Kept = Vec<(usize, Lowered, Vec<Decided>)>;

/// Take all bodies out again, because of `why`.
pub(crate) fn take_back(transpilation: &mut Transpilation, why: &str) -> Kept {
    let mut kept = Kept::new();
    for (at, unit) in transpilation.units.iter_mut().enumerate() {
        let Some(plain) = unit.plain.take() else { continue };
        let decisions = unit.decisions.clone();
        if let Some(lowered) = unit.lowered.replace(plain) {
            kept.push((at, lowered, decisions));
        }
        for decided in unit.decisions.iter_mut().filter(|decided| decided.backend.is_some()) {
            decided.backend = None;
            decided.why = why.to_owned();
        }
    }
    kept
}

/// Undo [`take_back`].
pub(crate) fn put_back(transpilation: &mut Transpilation, kept: Kept) {
    for (at, lowered, decisions) in kept {
        let unit = &mut transpilation.units[at];
        unit.plain = unit.lowered.replace(lowered);
        unit.decisions = decisions;
    }
}

/// One finding per site whose body was taken back.
pub(crate) fn taken_back(kept: &Kept, code: &'static str, why: &str) -> Vec<HostFinding> {
    let sites = kept.iter().flat_map(|(.., decisions)| decisions).filter(|decided| decided.backend.is_some());
    let finding = |decided: &Decided| {
        let name = decided.backend.clone().unwrap_or_default();
        let message = format!("`{}` stays with the runtime: {why}", decided.site.name);
        warning(code, message).at(decided.site.at).of_plugin(&name)
    };
    sites.map(finding).collect()
}

fn alternatives(backends: &[Backend], site: &Operation) -> Vec<Alternative> {
    let one = |backend: &Backend| {
        backend.offer(site).map(|offer| Alternative {
            backend: backend.name.clone(),
            flops_per_item: offer.flops_per_item,
            bytes_per_item: offer.bytes_per_item,
        })
    };
    backends.iter().filter_map(one).collect()
}

/// The stub of a site, if the host lets it in.
fn body(
    steps: &Steps,
    checks: &Checks<'_>,
    backend: &Backend,
    site: &Operation,
) -> std::result::Result<Stub, (&'static str, String)> {
    if backend.offer(site).is_none() {
        return Err((codes::NO_BODY, format!("{} offers nothing for it", backend.name)));
    }
    // Places are not part of what is asked, so that a body is reused wherever the same operation stands.
    let asked = Operation { id: 0, at: Span { start: 0, end: 0, ..site.at }, ..site.clone() };
    let input = postcard::to_stdvec(&(&asked.name, &asked.operands, &asked.results)).unwrap_or_default();
    let step = |cx: &_| steps.plugins.emit(backend.plugin, &asked, cx);
    let stub = steps.run(Phase::Transpilation, backend.plugin, "emit", &[&input], step).result;
    let stub = stub.map_err(|error| (codes::NO_BODY, format!("{}: {}", backend.name, error.message)))?;
    let refuse = |why: String| (codes::BAD_BODY, format!("{} {why}", backend.name));
    if let Some(why) = stub::refuse(&stub) {
        return Err(refuse(why));
    }
    if let Some(unknown) = stub.supports.iter().find(|it| !checks.supplied.contains(&it.name)) {
        return Err(refuse(format!("needs the crate `{}`, which batuta does not supply", unknown.name)));
    }
    if let Some(unknown) = stub.dependencies.iter().find(|it| !checks.registry.contains(&it.name)) {
        return Err(refuse(format!(
            "needs the crate `{}`, which is not among those that output may use",
            unknown.name
        )));
    }
    Ok(stub)
}

/// `float64[20000, ?]`, or `float64` for a single number.
pub(crate) fn show(operand: &Operand) -> String {
    if operand.shape.is_empty() {
        return operand.kind.clone();
    }
    let extents: Vec<String> =
        operand.shape.iter().map(|extent| extent.map_or("?".to_owned(), |n| n.to_string())).collect();
    format!("{}[{}]", operand.kind, extents.join(", "))
}
