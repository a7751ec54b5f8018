//! The oracle's knowledge graph, `batuta-graph@1`, as the host reads it.

use crate::failure::Failure;
use anyhow::{Context, anyhow, ensure};

/// Components and how they work together.
#[derive(Debug, serde::Deserialize)]
pub(super) struct Graph {
    version: u32,
    pub(super) components: Vec<Component>,
    pub(super) integrations: Vec<Integration>,
}

/// One component.
#[derive(Debug, serde::Deserialize, serde::Serialize)]
pub(super) struct Component {
    pub(super) name: String,
    pub(super) layer: String,
    #[serde(default)]
    pub(super) version: String,
    #[serde(default)]
    pub(super) licence: String,
    #[serde(default)]
    pub(super) maintenance: String,
    #[serde(default)]
    pub(super) summary: String,
    #[serde(default)]
    pub(super) capabilities: Vec<String>,
    #[serde(default)]
    pub(super) replaces: Vec<String>,
    #[serde(default)]
    pub(super) alternatives: Vec<String>,
}

/// `from` uses `to`.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize)]
pub(super) struct Integration {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) how: String,
}

impl Graph {
    pub(super) fn parse(text: &str) -> Result<Graph, Failure> {
        let graph: Graph = serde_json::from_str(text).context("the oracle's knowledge graph cannot be read")?;
        let told = || {
            ensure!(graph.version == 1, "the oracle's knowledge graph has form {}, this batuta reads 1", graph.version);
            Ok(())
        };
        told().map_err(|error| {
            Failure::with_remedy(error, "get versions of batuta and the plugin that fit each other")
        })?;
        Ok(graph)
    }

    /// The component of this name, whatever its case.
    pub(super) fn find(&self, name: &str) -> Result<&Component, Failure> {
        self.components.iter().find(|it| it.name.eq_ignore_ascii_case(name)).ok_or_else(|| {
            let close = self.components.iter().find(|it| {
                let (it, name) = (it.name.to_lowercase(), name.to_lowercase());
                !name.is_empty() && (it.starts_with(&name) || name.starts_with(&it) || it.contains(&name))
            });
            let remedy = close.map_or_else(
                || "`batuta oracle --list` shows all components".to_owned(),
                |it| format!("did you mean `{}`? `batuta oracle --list` shows all components", it.name),
            );
            Failure::with_remedy(anyhow!("no component is called `{name}`"), remedy)
        })
    }

    /// Edges between two components, in both directions.
    pub(super) fn between(&self, a: &str, b: &str) -> Vec<Integration> {
        let joins = |edge: &&Integration| (edge.from == a && edge.to == b) || (edge.from == b && edge.to == a);
        self.integrations.iter().filter(joins).cloned().collect()
    }

    /// Components through which two others meet: both have an edge to it.
    pub(super) fn meeting(&self, a: &str, b: &str) -> Vec<&str> {
        let of = |name: &'_ str| -> std::collections::BTreeSet<&str> {
            let other = |edge: &'_ Integration| match name {
                _ if edge.from == name => Some(edge.to.clone()),
                _ if edge.to == name => Some(edge.from.clone()),
                _ => None,
            };
            let names: Vec<String> = self.integrations.iter().filter_map(other).collect();
            self.components.iter().map(|it| it.name.as_str()).filter(|it| names.iter().any(|n| n == it)).collect()
        };
        of(a).intersection(&of(b)).copied().collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_known_form_is_read() {
        assert!(Graph::parse(r#"{"version": 2, "components": [], "integrations": []}"#).is_err());
        assert!(Graph::parse("{}").is_err());
    }

    #[test]
    fn two_meet_at_a_third() {
        let text = r#"{"version": 1, "components": [{"name": "a", "layer": "x"}, {"name": "b", "layer": "x"},
            {"name": "c", "layer": "x"}], "integrations": [{"from": "a", "to": "c", "how": "h"}, {"from": "c", "to": "b", "how": "h"}]}"#;
        let graph = Graph::parse(text).unwrap();
        assert_eq!(graph.meeting("a", "b"), ["c"]);
        assert!(graph.between("a", "b").is_empty() && graph.between("c", "a").len() == 1);
        assert!(graph.find("C").is_ok() && graph.find("d").is_err());
    }
}
