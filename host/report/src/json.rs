//! The model itself as JSON.
//!
//! The first key, `schema`, is a number: [`batuta_pipeline::report::SCHEMA`]. It is raised when a key changes its meaning or goes
//! away; new keys may come at any time. Every key is described where the model is defined (`batuta_pipeline::report`); a test here
//! holds the list of them, so that a change is a decision.

use crate::Error;
use batuta_pipeline::Report;

/// The report as pretty-printed JSON.
pub(crate) fn render(report: &Report) -> Result<String, Error> {
    Ok(report.to_json()?)
}
