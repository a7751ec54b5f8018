//! The bundle: the first-party plugins, with their machine code and what they say of themselves, as one file that a program embeds.
//!
//! Layout: `magic (8) ∥ length of the index (8, little endian) ∥ index as JSON ∥ parts`. Offsets count from the start; each part begins
//! on a page and its last page is filled with zeros, so that machine code is used where the system mapped it.

use crate::artifact::PAGE;
use crate::cache::Description;
use crate::compile::Compiler;
use crate::engine::PluginEngine;
use crate::limits::Limits;
use crate::load::inspect;
use crate::loader::Loader;
use crate::plugin_set::PluginInfo;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

const MAGIC: &[u8; 8] = b"batutaB1";

#[derive(Serialize, Deserialize)]
struct Index {
    plugins: Vec<Member>,
}

/// One plugin. `code` is padded: the engine reads its own length.
#[derive(Clone, Serialize, Deserialize)]
pub(crate) struct Member {
    pub(crate) description: Description,
    component: (usize, usize),
    code: (usize, usize),
}

/// A bundle inside the program.
#[derive(Clone, Copy)]
pub(crate) struct Bundle(&'static [u8]);

/// Why bytes are no bundle.
#[derive(Debug, thiserror::Error)]
#[error("this is no bundle of plugins of this version of batuta: {0}")]
pub struct BundleError(&'static str);

impl Bundle {
    /// The bundle and its members; reads the index only.
    pub(crate) fn open(bytes: &'static [u8]) -> Result<(Self, Vec<Member>), BundleError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(BundleError("it begins differently"))?;
        let (length, rest) = rest.split_at_checked(8).ok_or(BundleError("it is cut off"))?;
        let length = u64::from_le_bytes(length.try_into().map_err(|_| BundleError("it is cut off"))?);
        let index =
            usize::try_from(length).ok().and_then(|length| rest.get(..length)).ok_or(BundleError("it is cut off"))?;
        let index: Index = serde_json::from_slice(index).map_err(|_| BundleError("its index cannot be read"))?;
        let inside = |(start, length): (usize, usize)| start.checked_add(length).is_some_and(|end| end <= bytes.len());
        if !index.plugins.iter().all(|member| inside(member.component) && inside(member.code)) {
            return Err(BundleError("it is cut off"));
        }
        Ok((Bundle(bytes), index.plugins))
    }

    pub(crate) fn component(self, member: &Member) -> &'static [u8] {
        &self.0[member.component.0..][..member.component.1]
    }

    pub(crate) fn code(self, member: &Member) -> &'static [u8] {
        &self.0[member.code.0..][..member.code.1]
    }
}

/// What the plugins of a bundle are, with their components.
///
/// # Errors
/// When the bytes are no bundle.
pub fn bundle_components(bytes: &'static [u8]) -> Result<Vec<(PluginInfo, &'static [u8])>, BundleError> {
    let (bundle, members) = Bundle::open(bytes)?;
    Ok(members.into_iter().map(|member| (member.description.info.clone(), bundle.component(&member))).collect())
}

/// Make a component of a core module that `wit-bindgen` generated; a component stays as it is.
///
/// # Errors
/// When the module carries no description of its world, or exports less than that promises.
pub fn componentize(module: &[u8]) -> anyhow::Result<Vec<u8>> {
    if wasmparser::Parser::is_component(module) {
        return Ok(module.to_vec());
    }
    wit_component::ComponentEncoder::default().module(module)?.validate(true).encode()
}

/// Build a bundle of core modules or components, in this order; `names` are for errors.
///
/// # Errors
/// When one of them is no plugin, or two have the same name.
pub fn build_bundle(engine: &Arc<PluginEngine>, modules: &[(String, Vec<u8>)]) -> anyhow::Result<Vec<u8>> {
    let loader = Loader::new(engine.clone());
    let mut parts: Vec<Vec<u8>> = Vec::new();
    let mut descriptions: Vec<Description> = Vec::new();
    for (name, module) in modules {
        let component = componentize(module).map_err(|error| anyhow::anyhow!("{name}: {error:#}"))?;
        let inspection = inspect(name, &component)?;
        let code = Compiler::in_process().compile(engine, name, &component)?;
        let mut info = loader.component(name, &component, Limits::first_party())?.info().clone();
        info.source = "built in".into();
        if descriptions.iter().any(|other| other.info.manifest.name == info.manifest.name) {
            anyhow::bail!("{name}: there is a plugin `{}` already", info.manifest.name);
        }
        descriptions.push(Description { info, wasi: inspection.wasi });
        parts.extend([component, code]);
    }
    assemble(descriptions, &parts)
}

/// Lay the parts out. The index holds offsets behind itself, so its room is fixed first.
fn assemble(descriptions: Vec<Description>, parts: &[Vec<u8>]) -> anyhow::Result<Vec<u8>> {
    let pages = |length: usize| length.div_ceil(PAGE) * PAGE;
    let index = |first: usize| {
        let mut at = first;
        let mut place = |length: usize| {
            let part = (at, length);
            at += pages(length);
            part
        };
        let plugins = descriptions.iter().zip(parts.chunks(2)).map(|(description, pair)| Member {
            description: description.clone(),
            component: place(pair[0].len()),
            // The padding belongs to the part: pages are protected whole.
            code: place(pages(pair[1].len())),
        });
        serde_json::to_vec(&Index { plugins: plugins.collect() })
    };
    // Offsets are at most 20 digits, so this much is enough for the final index.
    let first = pages(16 + index(0)?.len() + 100 * descriptions.len());
    let index = index(first)?;
    let mut bytes = Vec::with_capacity(first + parts.iter().map(|part| pages(part.len())).sum::<usize>());
    bytes.extend_from_slice(MAGIC);
    bytes.extend_from_slice(&(index.len() as u64).to_le_bytes());
    bytes.extend_from_slice(&index);
    bytes.resize(first, 0);
    for part in parts {
        bytes.extend_from_slice(part);
        bytes.resize(pages(bytes.len()), 0);
    }
    Ok(bytes)
}

/// Bytes on a page boundary, so that machine code in them is used in place: see [`embed_bundle`](crate::embed_bundle).
#[repr(C, align(4096))]
pub struct Aligned<T: ?Sized>(pub T);

/// Embed the bundle file at a path that is known when the program is compiled, as `&'static [u8]` on a page boundary.
#[macro_export]
macro_rules! embed_bundle {
    ($path:expr) => {{
        static BUNDLE: &$crate::Aligned<[u8]> = &$crate::Aligned(*include_bytes!($path));
        &BUNDLE.0
    }};
}
