//! Which backend gave the body of which numeric operation, and why.

use super::Place;
use serde::{Deserialize, Serialize};

/// A backend that could have given a body, by its offer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Alternative {
    /// Name of the plugin.
    pub backend: String,
    /// Floating-point operations per element of the result.
    pub flops_per_item: f64,
    /// Bytes per element of the result.
    pub bytes_per_item: f64,
}

/// What became of one numeric call site.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Decision {
    /// Number of the site in its file.
    pub site: u32,
    /// The operation, such as `matmul`.
    pub operation: String,
    /// Element types and extents of the operands, such as `float64[20000, ?]`.
    pub operands: Vec<String>,
    /// Where it is in the source.
    pub span: Option<Place>,
    /// The backend whose body is in the output; none where the language's runtime does it.
    pub backend: Option<String>,
    /// Why it is this one, or none.
    pub why: String,
    /// Backends with an offer for this site, the chosen one among them.
    pub alternatives: Vec<Alternative>,
}
