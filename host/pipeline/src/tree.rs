//! Generated files on their way to OUT.

use batuta_runtime::model::{Digest, Origin};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A generated file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Generated {
    /// Its content.
    pub(crate) bytes: Vec<u8>,
    /// Where its lines come from, in order of lines.
    pub(crate) origins: Vec<Origin>,
}

impl Generated {
    /// A file that comes from nowhere in the source.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Generated { bytes: text.into().into_bytes(), origins: Vec::new() }
    }
}

/// All generated files by path relative to OUT.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Tree {
    /// Sorted by path.
    pub(crate) files: BTreeMap<String, Generated>,
}

impl Tree {
    /// Digest of everything, origins included.
    pub(crate) fn digest(&self) -> Digest {
        Digest::of(&postcard::to_stdvec(self).unwrap_or_default())
    }
}
