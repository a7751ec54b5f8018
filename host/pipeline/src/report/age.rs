//! How old dependencies are.

use serde::{Deserialize, Serialize};

/// How far the version of a dependency is behind its newest one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DependencyAge {
    /// `pip`, `cargo`, `npm`, …
    pub ecosystem: String,
    /// The package.
    pub package: String,
    /// What the project asks for.
    pub requirement: String,
    /// The newest version that this admits; none when the package, or such a version, is not known.
    pub version: Option<String>,
    /// The day of its release, `YYYY-MM-DD`.
    pub released: Option<String>,
    /// The newest version of all that is no preview.
    pub newest: Option<String>,
    /// The day of its release.
    pub newest_released: Option<String>,
    /// Between both releases, in years of 365.25 days ("libyears"); none when either is not known.
    pub years: Option<f64>,
}
