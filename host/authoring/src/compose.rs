//! One component of several: what a plugin imports beside the ABI comes from others.

use anyhow::{Context, Result, anyhow};
use wac_graph::types::Package;
use wac_graph::{CompositionGraph, EncodeOptions};

/// The plugin `socket` with its imports given by `plugs`, each a name for messages and the bytes of a component. The first that exports
/// an interface gives it; what none gives stays an import.
///
/// # Errors
/// When one is no component, or none exports anything that the plugin imports.
pub fn plug(socket: (&str, &[u8]), plugs: &[(String, Vec<u8>)]) -> Result<Vec<u8>> {
    let mut graph = CompositionGraph::new();
    let mut package = |name: String, shown: &str, bytes: &[u8]| {
        let package = Package::from_bytes(&name, None, bytes.to_vec(), graph.types_mut());
        let package = package.with_context(|| format!("{shown} is no component"))?;
        graph.register_package(package).with_context(|| format!("{shown} cannot be used"))
    };
    let own = package("plugin:socket".to_owned(), socket.0, socket.1)?;
    let others = plugs.iter().enumerate();
    let others: Vec<_> = others
        .map(|(index, (shown, bytes))| package(format!("plugin:part{index}"), shown, bytes))
        .collect::<Result<_>>()?;
    wac_graph::plug(&mut graph, others, own).map_err(|error| match error {
        wac_graph::PlugError::NoPlugHappened => {
            let names: Vec<&str> = plugs.iter().map(|(name, _)| name.as_str()).collect();
            anyhow!("{} imports nothing that {} exports", socket.0, names.join(" or "))
        }
        error => anyhow!(error).context("the components do not fit each other"),
    })?;
    graph.encode(EncodeOptions::default()).context("the components do not fit each other")
}
