//! From lines of generated files to places in the source, on the final text.

use crate::finding::Places;
use crate::report::Place;
use crate::tree::Tree;
use serde::Serialize;
use std::collections::BTreeMap;

/// Places by generated file, then by line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(crate) struct SourceMap {
    version: u32,
    /// Line (from 1) and where it comes from.
    files: BTreeMap<String, BTreeMap<u32, Place>>,
}

impl SourceMap {
    /// The map of `tree`.
    pub(crate) fn new(tree: &Tree, places: &mut Places<'_>) -> Self {
        let mut files = BTreeMap::new();
        for (path, file) in tree.files.iter().filter(|(_, file)| !file.origins.is_empty()) {
            let line = |origin: &batuta_runtime::model::Origin| Some((origin.line, places.place(origin.at)?));
            files.insert(path.clone(), file.origins.iter().filter_map(line).collect());
        }
        SourceMap { version: 1, files }
    }

    /// Where a line comes from: its own entry, or else that of the closest line above it.
    pub(crate) fn find(&self, path: &str, line: u32) -> Option<Place> {
        self.files.get(path)?.range(..=line).next_back().map(|(_, place)| place.clone())
    }

    /// As JSON on one line.
    pub(crate) fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}
