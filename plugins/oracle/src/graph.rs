//! The knowledge graph: components as nodes, integrations as edges.

use serde::{Deserialize, Serialize};
use std::sync::OnceLock;

/// Everything that is known of the stack.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Graph {
    /// Version of this form.
    pub version: u32,
    /// The nodes, in the order of the stack's layers.
    pub components: Vec<Component>,
    /// The edges.
    pub integrations: Vec<Integration>,
}

/// A component of the stack, or a crate outside of it that the stack maps to.
#[derive(Debug, Serialize, Deserialize)]
pub struct Component {
    /// Name on the registry.
    pub name: String,
    /// Room of the stack; `crate` for what is outside of it.
    pub layer: String,
    /// The line of versions that the stack uses; empty where none is pinned.
    pub version: String,
    /// SPDX expression.
    pub licence: String,
    /// Whether it is published.
    pub registry: bool,
    /// `published` or `not published`.
    pub maintenance: String,
    /// One sentence.
    pub summary: String,
    /// What it can do.
    pub capabilities: Vec<String>,
    /// What people come from.
    pub replaces: Vec<String>,
    /// Names of components that do a part of the same.
    pub alternatives: Vec<String>,
}

/// `from` uses `to`.
#[derive(Debug, Serialize, Deserialize)]
pub struct Integration {
    /// Name of the component that uses the other.
    pub from: String,
    /// Name of the component that is used.
    pub to: String,
    /// What for.
    pub how: String,
}

impl Graph {
    /// The graph of the embedded data. A defect of that data gives an empty graph here and fails a test.
    pub fn get() -> &'static Graph {
        static GRAPH: OnceLock<Graph> = OnceLock::new();
        GRAPH.get_or_init(|| Graph::parse(include_str!("../data/graph.json")).unwrap_or_default())
    }

    pub(crate) fn parse(text: &str) -> Result<Graph, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The component of this name.
    pub fn component(&self, name: &str) -> Option<&Component> {
        self.components.iter().find(|it| it.name == name)
    }

    /// Edges that touch the component, each with the name at its other end.
    pub fn neighbours<'g>(&'g self, name: &'g str) -> impl Iterator<Item = (&'g str, &'g Integration)> {
        self.integrations.iter().filter_map(move |edge| match name {
            _ if edge.from == name => Some((edge.to.as_str(), edge)),
            _ if edge.to == name => Some((edge.from.as_str(), edge)),
            _ => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn the_data_is_whole() {
        let graph = Graph::parse(include_str!("../data/graph.json")).unwrap();
        let names: BTreeSet<&str> = graph.components.iter().map(|it| it.name.as_str()).collect();
        assert_eq!(names.len(), graph.components.len(), "a name stands twice");
        for component in &graph.components {
            for name in &component.alternatives {
                assert!(names.contains(name.as_str()), "{}: no component `{name}`", component.name);
            }
            assert!(component.layer == "crate" || !component.capabilities.is_empty(), "{}", component.name);
        }
        for edge in &graph.integrations {
            assert!(names.contains(edge.from.as_str()) && names.contains(edge.to.as_str()), "{edge:?}");
            assert_ne!(edge.from, edge.to);
        }
    }

    #[test]
    fn neighbours_are_seen_from_both_ends() {
        let graph = Graph::get();
        assert!(graph.neighbours("trueno").any(|(name, _)| name == "aprender"));
        assert!(graph.neighbours("aprender").any(|(name, _)| name == "trueno"));
    }
}
