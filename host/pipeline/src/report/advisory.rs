//! Known weaknesses of dependencies.

use serde::{Deserialize, Serialize};

/// An advisory that a dependency falls under.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Advisory {
    /// Its name in its database, such as `PYSEC-2023-74`.
    pub id: String,
    /// Its names elsewhere, such as `CVE-2023-32681`.
    pub aliases: Vec<String>,
    /// `pip`, `cargo`, `npm` or `go`.
    pub ecosystem: String,
    /// The package.
    pub package: String,
    /// What the project asks for.
    pub requirement: String,
    /// The greatest affected version that this allows, of those that the advisory or the requirement names.
    pub version: String,
    /// Whether no other version is allowed: the project has this weakness. Otherwise it may have it.
    pub certain: bool,
    /// The first version without it.
    pub fixed: Option<String>,
    /// What it is, in a line.
    pub summary: String,
    /// When it was published (RFC 3339).
    pub published: String,
}
