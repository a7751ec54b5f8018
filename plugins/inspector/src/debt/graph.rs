//! Which file takes from which, circles among them, and an order of conversion.

use super::File;
use batuta_sdk::text::FileId;
use petgraph::algo::tarjan_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use std::collections::BTreeMap;

/// The files of a project, with an edge from each to those that it takes from.
pub(super) struct Graph(DiGraph<(), ()>);

impl Graph {
    /// Resolve what files name against the paths that there are; what is not in the project is left out.
    pub(super) fn of(files: &[File<'_>]) -> Self {
        let paths: BTreeMap<&str, usize> =
            files.iter().enumerate().map(|(index, file)| (file.facts.path.as_str(), index)).collect();
        let mut graph = DiGraph::new();
        let nodes: Vec<NodeIndex> = files.iter().map(|_| graph.add_node(())).collect();
        for (index, file) in files.iter().enumerate() {
            for name in &file.facts.imports {
                let used = candidates(file.language, &file.facts.path, name)
                    .into_iter()
                    .find_map(|path| paths.get(path.as_str()));
                if let Some(used) = used.filter(|used| **used != index) {
                    graph.update_edge(nodes[index], nodes[*used], ());
                }
            }
        }
        Self(graph)
    }

    /// The files that one takes from, in their order.
    pub(super) fn uses(&self, index: usize) -> impl Iterator<Item = usize> {
        let mut used: Vec<usize> = self.0.neighbors(NodeIndex::new(index)).map(NodeIndex::index).collect();
        used.sort_unstable();
        used.into_iter()
    }

    /// Files that take from each other in a circle.
    pub(super) fn cycles(&self, files: &[File<'_>]) -> Vec<Vec<FileId>> {
        let circles = tarjan_scc(&self.0).into_iter().filter(|circle| circle.len() > 1);
        let ids = |circle: Vec<NodeIndex>| {
            let mut ids: Vec<FileId> = circle.into_iter().map(|node| files[node.index()].id).collect();
            ids.sort_unstable();
            ids
        };
        let mut cycles: Vec<Vec<FileId>> = circles.map(ids).collect();
        cycles.sort();
        cycles
    }

    /// Every file after those that it takes from; within a circle by their order.
    pub(super) fn order(&self) -> Vec<usize> {
        // Tarjan's algorithm gives components after those that they lead to.
        let sorted = |circle: Vec<NodeIndex>| {
            let mut circle: Vec<usize> = circle.into_iter().map(NodeIndex::index).collect();
            circle.sort_unstable();
            circle
        };
        tarjan_scc(&self.0).into_iter().flat_map(sorted).collect()
    }
}

/// The paths that a name may mean, likeliest first.
fn candidates(language: &str, from: &str, name: &str) -> Vec<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    match language {
        "python" => python(folder, name),
        _ => [normal(folder, name), normal("", name), normal("include", name), normal("src", name)]
            .into_iter()
            .flatten()
            .collect(),
    }
}

fn python(folder: &str, name: &str) -> Vec<String> {
    let dots = name.bytes().take_while(|byte| *byte == b'.').count();
    let tail = name[dots..].replace('.', "/");
    let bases: Vec<String> = if dots > 0 {
        let up = "../".repeat(dots - 1);
        normal(folder, &format!("{up}.")).into_iter().collect()
    } else {
        // A script finds modules beside itself, a package from the roots above it.
        let mut bases = vec![folder.to_string()];
        let mut at = folder;
        while let Some((above, _)) = at.rsplit_once('/') {
            bases.push(above.to_string());
            at = above;
        }
        bases.extend([String::new(), "src".to_string()]);
        bases
    };
    let join = |base: &str, rest: &str| if base.is_empty() { rest.to_string() } else { format!("{base}/{rest}") };
    let forms = |base: &String| match tail.as_str() {
        "" => vec![join(base, "__init__.py")],
        tail => vec![join(base, &format!("{tail}.py")), join(base, &format!("{tail}/__init__.py"))],
    };
    bases.iter().flat_map(forms).collect()
}

/// `name` seen from `folder`, without `.` and `..`; none when it leads out of the project.
fn normal(folder: &str, name: &str) -> Option<String> {
    let mut parts: Vec<&str> = Vec::new();
    for part in folder.split('/').chain(name.split('/')) {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
